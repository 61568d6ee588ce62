import os
import sys
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtNetwork import QNetworkProxy

from cloudmask_plugin import dependencies
from cloudmask_plugin.dependencies import Installation, folder_name, interpreters, version_for
from cloudmask_plugin.engine.errors import Cancelled, DependencyError
from cloudmask_plugin.engine.reporter import SilentReporter


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "site-packages" / "cp311-linux-x86_64"


def wheel(
    folder: Path, code: str = "class SessionOptions: pass\n", version: str = "1.20.0"
) -> Path:
    """Write a wheel named onnxruntime that holds the given code."""
    folder.mkdir(exist_ok=True)
    path = folder / f"onnxruntime-{version}-py3-none-any.whl"
    info = f"onnxruntime-{version}.dist-info"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("onnxruntime/__init__.py", f'__version__ = "{version}"\n{code}')
        # numpy is stated as needed, as the real package does: it must not be installed.
        metadata = f"Metadata-Version: 2.1\nName: onnxruntime\nVersion: {version}\n"
        archive.writestr(f"{info}/METADATA", f"{metadata}Requires-Dist: numpy>=99\n")
        tag = "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        archive.writestr(f"{info}/WHEEL", tag)
        archive.writestr(f"{info}/RECORD", "")
    return path


def files(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()} if folder.exists() else set()


# What would be done


@pytest.mark.parametrize(
    ("python", "version"),
    [
        ((3, 9, 18), "1.19.2"),
        ((3, 10, 4), "1.23.2"),
        ((3, 12, 3), "1.23.2"),
        ((3, 13, 0), "1.23.2"),
        ((3, 14, 0), "1.24.1"),
        ((3, 15, 0), "1.24.1"),
    ],
)
def test_the_version_is_the_newest_with_wheels_for_that_python(python, version):
    assert version_for(python) == version


@pytest.mark.parametrize(
    ("python", "system", "machine", "name"),
    [
        ((3, 11), "linux", "x86_64", "cp311-linux-x86_64"),
        ((3, 12), "win32", "AMD64", "cp312-win-amd64"),
        ((3, 9), "darwin", "arm64", "cp39-macos-arm64"),
    ],
)
def test_the_folder_is_named_by_python_system_and_processor(python, system, machine, name):
    assert folder_name(python, system, machine) == name


def test_the_folder_lies_in_the_profile_that_is_open(tmp_path):
    folder = dependencies.private_folder(str(tmp_path))
    assert folder.parent == tmp_path / "cloudmask" / "site-packages"


def test_the_command_is_exact_and_leaves_numpy_alone(target):
    plan = Installation("/usr/bin/python3", "onnxruntime==1.23.2", target)
    assert plan.command == (
        *("/usr/bin/python3", "-m", "pip", "install", "--no-deps", "--only-binary", ":all:"),
        *("--no-input", "--disable-pip-version-check", "--target", f"{target}.part"),
        "onnxruntime==1.23.2",
    )


def test_the_shown_command_can_be_typed_even_with_blanks_in_its_paths(tmp_path):
    plan = Installation("/opt/my python/python3", "onnxruntime==1.23.2", tmp_path / "a b")
    assert "'/opt/my python/python3' -m pip install --no-deps" in plan.text
    assert plan.text.endswith(f"--target '{tmp_path}/a b.part' onnxruntime==1.23.2")


def test_a_local_wheel_is_installed_without_a_network(target, tmp_path):
    path = str(wheel(tmp_path))
    assert Installation("python3", "x", target, path).command[-2:] == ("--no-index", path)
    folder = Installation("python3", "x", target, str(tmp_path)).command
    assert folder[-4:-1] == ("--no-index", "--find-links", str(tmp_path))


def test_a_wheel_that_is_not_there_is_told_at_once(tmp_path):
    with pytest.raises(DependencyError, match=r"lost\.whl does not exist"):
        dependencies.plan(str(tmp_path / "lost.whl"))


@pytest.mark.parametrize(
    ("executable", "prefix", "system", "expected"),
    [
        ("/usr/bin/python3", "/usr", "linux", "/usr/bin/python3.12"),
        ("/home/a/.pyenv/shims/python3", "/usr", "linux", "/usr/bin/python3.12"),
        ("/usr/bin/qgis", "/usr", "linux", "/usr/bin/python3.12"),
        ("", "/usr", "linux", "/usr/bin/python3.12"),
        (
            "C:\\Program Files\\QGIS\\bin\\qgis-ltr-bin.exe",
            "C:\\Program Files\\QGIS\\apps\\Python312",
            "win32",
            "C:\\Program Files\\QGIS\\apps\\Python312\\python.exe",
        ),
        (
            "/Applications/QGIS.app/Contents/MacOS/QGIS",
            "/Applications/QGIS.app/Contents/MacOS",
            "darwin",
            "/Applications/QGIS.app/Contents/MacOS/bin/python3.12",
        ),
        (
            "/Applications/QGIS.app/Contents/MacOS/QGIS",
            "/Applications/QGIS.app/Contents/Frameworks",
            "darwin",
            "/Applications/QGIS.app/Contents/MacOS/bin/python3.12",
        ),
    ],
)
def test_python_is_found_where_the_running_program_is_qgis(executable, prefix, system, expected):
    candidates = interpreters(executable, [prefix], system, (3, 12))
    assert expected in candidates
    assert not any(path.lower().endswith(("qgis", "qgis-ltr-bin.exe")) for path in candidates)
    if "Frameworks" not in prefix:
        assert candidates[0] == expected


def test_the_python_of_this_machine_is_found_as_a_program():
    assert os.access(dependencies.find_interpreter(), os.X_OK)


def test_without_a_python_program_the_places_looked_at_are_told():
    with pytest.raises(DependencyError, match=r"not found as a program \(looked for .*python3"):
        dependencies.find_interpreter(exists=lambda path: False)


# The proxy


@pytest.mark.parametrize(
    ("proxy", "url"),
    [
        (("http", "proxy.example", 8080), "http://proxy.example:8080"),
        (("http", "proxy.example", 0), "http://proxy.example"),
        (("http", "p", 1, "me", "a:b@c/d"), "http://me:a%3Ab%40c%2Fd@p:1"),
        (("socks5", "p", 1080), "socks5h://p:1080"),
    ],
)
def test_a_proxy_becomes_variables_that_pip_understands(proxy, url):
    variables = dependencies.proxy_environment(*proxy)
    assert variables == dict.fromkeys(
        ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY"), url
    )


def test_without_a_proxy_pip_gets_none():
    assert dependencies.proxy_environment("", "host", 80) == {}
    assert dependencies.proxy_environment("http", "", 80) == {}


def test_the_proxy_of_qgis_is_used_and_its_password_never_shown(target):
    manager = QgsNetworkAccessManager.instance()
    before, excluded, none = manager.fallbackProxy(), manager.excludeList(), manager.noProxyList()
    proxy = QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, "proxy.example", 3128, "me", "secret")
    manager.setFallbackProxyAndExcludes(proxy, [], [])
    try:
        plan = dependencies.plan(folder=target)
    finally:
        manager.setFallbackProxyAndExcludes(before, excluded, none)
    assert dict(plan.environment)["https_proxy"] == "http://me:secret@proxy.example:3128"
    assert "secret" not in plan.text + repr(plan)


# What is done


def test_a_wheel_is_installed_tried_and_found(target, tmp_path):
    plan = dependencies.plan(str(wheel(tmp_path)), target)

    assert dependencies.install(plan, SilentReporter()) == "1.20.0"
    assert (target / "onnxruntime" / "__init__.py").exists()
    assert "numpy" not in files(target)
    assert files(target.parent) == {target.name}, "no temporary folder is left"


def test_from_a_folder_of_wheels_the_version_there_is_taken(target, tmp_path):
    wheel(tmp_path / "wheels", version="1.18.1")
    plan = dependencies.plan(str(tmp_path / "wheels"), target)
    assert dependencies.install(plan, SilentReporter()) == "1.18.1"


def test_a_package_that_does_not_load_never_gets_in_place(target, tmp_path):
    broken = wheel(tmp_path, "raise ImportError('DLL load failed')")
    with pytest.raises(DependencyError, match=r"does not run here \(ImportError: DLL load failed"):
        dependencies.install(dependencies.plan(str(broken), target), SilentReporter())
    assert files(target.parent) == set()


def test_a_failure_keeps_what_was_installed_before(target, tmp_path):
    dependencies.install(dependencies.plan(str(wheel(tmp_path)), target), SilentReporter())
    broken = wheel(tmp_path, "raise ImportError('no')", version="1.21.0")
    with pytest.raises(DependencyError):
        dependencies.install(dependencies.plan(str(broken), target), SilentReporter())

    assert '"1.20.0"' in (target / "onnxruntime" / "__init__.py").read_text()


def test_a_newer_version_takes_the_place_of_an_older_one(target, tmp_path):
    for version in ("1.20.0", "1.21.0"):
        path = str(wheel(tmp_path, version=version))
        dependencies.install(dependencies.plan(path, target), SilentReporter())
    assert '"1.21.0"' in (target / "onnxruntime" / "__init__.py").read_text()
    assert files(target) == {"onnxruntime", "onnxruntime-1.21.0.dist-info"}


def test_the_reason_of_pip_is_told_in_a_sentence(target, tmp_path):
    (tmp_path / "empty").mkdir()
    plan = dependencies.plan(str(tmp_path / "empty"), target)
    with pytest.raises(DependencyError, match=r"No matching distribution .*: check the network"):
        dependencies.install(plan, SilentReporter())


def test_a_python_without_pip_is_told_as_such():
    reason = dependencies._reason_of_pip(["/usr/bin/python3: No module named pip"])
    assert "has no pip" in reason
    assert "python3-pip" in reason


def test_an_interpreter_that_cannot_be_started_is_told_in_a_sentence(target):
    plan = Installation("/no/such/python", "onnxruntime==1.23.2", target)
    with pytest.raises(DependencyError, match="could not be installed"):
        dependencies.install(plan, SilentReporter())


def test_another_python_than_that_of_qgis_is_refused_before_anything_is_loaded(target, tmp_path):
    other = tmp_path / "python3"
    other.write_text("#!/bin/sh\necho 2.7\n")
    other.chmod(0o755)
    plan = replace(dependencies.plan(str(wheel(tmp_path)), target), interpreter=str(other))
    with pytest.raises(DependencyError, match=r"python3 is not Python 3\.\d+, which QGIS uses"):
        dependencies.install(plan, SilentReporter())
    assert files(target.parent) == set()


def test_cancelling_ends_pip_and_leaves_nothing(target, tmp_path):
    class Impatient(SilentReporter):
        begun = 0.0

        def message(self, text):
            self.begun = self.begun or time.monotonic()

        def is_cancelled(self):
            return bool(self.begun)

    reporter = Impatient()
    slow = tmp_path / "slow"
    slow.write_text(f'#!/bin/sh\n[ "$1" = -c ] && exec {sys.executable} "$@"\nexec sleep 60\n')
    slow.chmod(0o755)
    plan = replace(dependencies.plan(str(wheel(tmp_path)), target), interpreter=str(slow))
    with pytest.raises(Cancelled):
        dependencies.install(plan, reporter)
    assert time.monotonic() - reporter.begun < 2
    assert files(target.parent) == set()


def test_the_output_of_pip_is_told_line_by_line(target, tmp_path):
    lines, steps = [], []

    class Listener(SilentReporter):
        def message(self, text):
            lines.append(text)

        def progress(self, progress):
            steps.append(progress.fraction)

    plan = dependencies.plan(str(wheel(tmp_path)), target)
    dependencies.install(plan, Listener())
    assert lines[0] == plan.text
    assert any("Successfully installed onnxruntime-1.20.0" in line for line in lines)
    assert steps == sorted(steps)
    assert steps[-1] == 1


# What is found


def test_the_private_folder_comes_last_so_that_qgis_always_wins(target, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "path", list(sys.path))
    dependencies.install(dependencies.plan(str(wheel(tmp_path)), target), SilentReporter())
    dependencies.activate(target)
    dependencies.activate(target)

    assert sys.path[-1] == str(target)
    assert sys.path.count(str(target)) == 1
    dependencies.deactivate(target)
    assert str(target) not in sys.path


def test_a_private_folder_that_does_not_exist_changes_nothing(target, monkeypatch):
    monkeypatch.setattr(sys, "path", list(sys.path))
    before = list(sys.path)
    dependencies.activate(target)
    assert sys.path == before


def test_nothing_is_missing_where_onnxruntime_is_there():
    assert dependencies.problem() == ""
    dependencies.require()


def test_what_is_missing_is_told_in_one_sentence_with_the_remedy(monkeypatch):
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    sentence = dependencies.problem()

    assert sentence.count(". ") == 0
    assert "Install in the Cloud Mask panel" in sentence
    assert f"onnxruntime=={version_for(sys.version_info)}" in sentence
    assert str(dependencies.private_folder()) in sentence
    with pytest.raises(DependencyError, match="onnxruntime"):
        dependencies.require()


def test_to_look_for_onnxruntime_does_not_load_it(monkeypatch):
    monkeypatch.delitem(sys.modules, "onnxruntime", raising=False)
    dependencies.problem()
    assert "onnxruntime" not in sys.modules
