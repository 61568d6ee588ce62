"""onnxruntime, the one package that QGIS does not bring: find it, or install it privately.

The private folder lies in the user's profile and is named by Python version, system and
processor, so that a QGIS with another Python never loads a wrong binary. It comes last in
``sys.path``: what QGIS brings always wins. pip runs with ``--no-deps`` into a folder beside it,
which takes its place only after the package was loaded from there in a process of its own.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import platform
import queue
import shlex
import shutil
import subprocess  # nosec B404: pip is a program; never with a shell
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtNetwork import QNetworkProxy

from .engine.errors import Cancelled, DependencyError
from .engine.reporter import Progress, Reporter, SilentReporter

translate = QCoreApplication.translate

PACKAGE = "onnxruntime"
# The newest version with wheels for every system of a Python: 1.19.2 is the last for 3.9 and
# 1.23.2 the last for 3.10 and for Macs with Intel processors; 1.24.1 the first for 3.14.
PINS: tuple[tuple[tuple[int, int], str], ...] = (
    ((3, 14), "1.24.1"),
    ((3, 10), "1.23.2"),
    ((3, 0), "1.19.2"),
)
LOCAL_RANGE = ">=1.17,<2"  # from a folder of wheels the version there is taken

SYSTEMS = {"linux": "linux", "win32": "win", "darwin": "macos"}
PATIENCE = 0.1  # seconds between looks at the Cancel button
GRACE = 5.0  # seconds that pip gets to end by itself

# Loads the package from the folder named first, before any other copy, with QGIS's own paths.
TRIAL = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "import numpy, onnxruntime; onnxruntime.SessionOptions(); print(onnxruntime.__version__)"
)


def version_for(python: Sequence[int]) -> str:
    """Return the version of onnxruntime to install for a Python (major, minor, …)."""
    return next(version for oldest, version in PINS if tuple(python[:2]) >= oldest)


def folder_name(python: Sequence[int], system: str, machine: str) -> str:
    """Return a name such as cp311-linux-x86_64; ``system`` as in ``sys.platform``."""
    name = SYSTEMS.get(system, system)
    return f"cp{python[0]}{python[1]}-{name}-{machine.lower() or 'unknown'}"


def private_folder(profile: str | None = None) -> Path:
    """Return the folder for packages in the user's profile; it need not exist."""
    root = Path(profile or QgsApplication.qgisSettingsDirPath())
    name = folder_name(sys.version_info, sys.platform, platform.machine())
    return root / "cloudmask" / "site-packages" / name


def activate(folder: Path | None = None) -> None:
    """Let Python find what is in the private folder, behind everything that QGIS brings."""
    path = str(folder or private_folder())
    if os.path.isdir(path) and path not in sys.path:
        sys.path.append(path)
        importlib.invalidate_caches()


def deactivate(folder: Path | None = None) -> None:
    """Undo :func:`activate`; what was imported stays imported."""
    path = str(folder or private_folder())
    while path in sys.path:
        sys.path.remove(path)


def problem() -> str:
    """Return in one sentence what is missing and how to get it, "" where nothing is.

    Only looks whether the package is there: to load it takes a good part of a second.
    """
    activate()
    try:
        found = importlib.util.find_spec(PACKAGE) is not None
    except (ImportError, ValueError):
        found = False
    if found:
        return ""
    return translate(
        "CloudMask",
        "The Python package {package}, which runs the models, is missing in QGIS's Python: press "
        "Install in the Cloud Mask panel, or install {requirement} into {folder} with "
        "pip's options --no-deps and --target.",
    ).format(
        package=PACKAGE,
        requirement=f"{PACKAGE}=={version_for(sys.version_info)}",
        folder=private_folder(),
    )


def require() -> None:
    """Raise :class:`DependencyError` with the sentence of :func:`problem` if there is one."""
    sentence = problem()
    if sentence:
        raise DependencyError(sentence)


@dataclass(frozen=True)
class Installation:
    """What an installation will do, exactly.

    :param interpreter: QGIS's Python as a program.
    :param target: the private folder.
    :param wheel: a downloaded wheel, or a folder of them; "" to download.
    :param paths: where QGIS's Python looks for modules, for the trial.
    :param environment: variables for pip: QGIS's proxy, which may hold a password.
    """

    interpreter: str
    requirement: str
    target: Path
    wheel: str = ""
    paths: tuple[str, ...] = ()
    environment: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    @property
    def staging(self) -> Path:
        """Where pip writes; renamed to the target when the trial went well."""
        return self.target.with_name(self.target.name + ".part")

    @property
    def command(self) -> tuple[str, ...]:
        """The command that runs, word by word."""
        words = [
            self.interpreter,
            *("-m", "pip", "install", "--no-deps", "--only-binary", ":all:"),
            *("--no-input", "--disable-pip-version-check", "--target", str(self.staging)),
        ]
        if self.wheel.lower().endswith(".whl"):
            return (*words, "--no-index", self.wheel)
        if self.wheel:
            return (*words, "--no-index", "--find-links", self.wheel, PACKAGE + LOCAL_RANGE)
        return (*words, self.requirement)

    @property
    def text(self) -> str:
        """The command as one would type it."""
        if os.name == "nt":
            return subprocess.list2cmdline(self.command)
        return shlex.join(self.command)


def plan(wheel: str = "", folder: Path | None = None) -> Installation:
    """Return what pressing Install would do. Main thread only: asks QGIS for its proxy.

    :raises DependencyError: where QGIS's Python is not found as a program, or the wheel is not.
    """
    if wheel and not os.path.exists(wheel):
        raise DependencyError(
            translate(
                "CloudMask", "{path} does not exist: choose a wheel file (.whl) or its folder."
            ).format(path=wheel)
        )
    return Installation(
        interpreter=find_interpreter(),
        requirement=f"{PACKAGE}=={version_for(sys.version_info)}",
        target=folder or private_folder(),
        wheel=wheel,
        paths=tuple(sys.path),
        environment=tuple(proxy_environment(*_proxy_of_qgis()).items()),
    )


def interpreters(
    executable: str,
    prefixes: Sequence[str],
    system: str,
    python: Sequence[int],
) -> tuple[str, ...]:
    """Return the paths at which Python's program may be, the likeliest first.

    ``sys.executable`` is QGIS itself on Windows and macOS; Python's program then lies in its
    home folder (Windows), or in ``bin`` of it or beside QGIS (macOS). On Linux QGIS takes
    the first ``python3`` on the path for it, which may be another Python: it comes last.
    """
    windows = system == "win32"
    join = "\\".join if windows else "/".join
    cut = executable.replace("\\", "/") if windows else executable
    beside, _, program = cut.rpartition("/")
    beside = join(beside.split("/"))
    names = (
        ("python.exe", "python3.exe")
        if windows
        else (f"python{python[0]}.{python[1]}", f"python{python[0]}")
    )
    folders = [] if windows else [join((prefix, "bin")) for prefix in prefixes]
    folders += list(prefixes) if windows else []
    folders += [beside] if windows else [join((beside, "bin")), beside]
    found = [join((folder, name)) for folder in folders for name in names]
    if program.lower().startswith("python"):
        found.append(executable)
    return tuple(dict.fromkeys(found))


def find_interpreter(exists: Callable[[str], bool] = os.path.isfile) -> str:
    """Return QGIS's Python as a program.

    :raises DependencyError: where there is none.
    """
    prefixes = list(dict.fromkeys((sys.prefix, sys.base_prefix, sys.exec_prefix)))
    candidates = interpreters(sys.executable or "", prefixes, sys.platform, sys.version_info)
    for path in candidates:
        if exists(path):
            return path
    raise DependencyError(
        translate(
            "CloudMask",
            "QGIS's Python was not found as a program (looked for {paths}): "
            "install {package} with the program that installed QGIS.",
        ).format(paths=", ".join(candidates), package=PACKAGE)
    )


def proxy_environment(
    kind: str, host: str, port: int, user: str | None = None, password: str | None = None
) -> dict[str, str]:
    """Return the variables that make pip use a proxy; none for kind "" or without a host.

    Not as pip's option ``--proxy``: the command is shown and seen by every process.

    :param kind: "http" or "socks5".
    """
    if not kind or not host:
        return {}
    login = quote(user, safe="") if user else ""
    if login and password:
        login += ":" + quote(password, safe="")
    scheme = "socks5h" if kind == "socks5" else kind  # h: names are resolved by the proxy
    url = f"{scheme}://{login + '@' if login else ''}{host}{f':{port}' if port else ''}"
    return {name: url for key in ("http_proxy", "https_proxy") for name in (key, key.upper())}


def _proxy_of_qgis() -> tuple[str, str, int, str, str]:
    """Return kind, host, port, user and password of the proxy in QGIS's options."""
    proxy = QgsNetworkAccessManager.instance().fallbackProxy()
    kinds = {
        QNetworkProxy.ProxyType.HttpProxy: "http",
        QNetworkProxy.ProxyType.HttpCachingProxy: "http",
        QNetworkProxy.ProxyType.Socks5Proxy: "socks5",
    }
    kind = kinds.get(proxy.type(), "")
    return kind, proxy.hostName(), proxy.port(), proxy.user(), proxy.password()


def install(installation: Installation, reporter: Reporter) -> str:
    """Install into the private folder and return the version. For a background task.

    The folder changes as a whole at the end, or, when anything fails or is cancelled, not at
    all. Call :func:`activate` in the main thread afterwards.

    :raises DependencyError: with pip's reason. :raises Cancelled: when the user did.
    """
    staging = installation.staging
    environment = {**os.environ, **dict(installation.environment)}
    environment["PIP_USER"] = "0"  # a user's pip.conf may ask for --user, which bars --target
    shutil.rmtree(staging, ignore_errors=True)
    staging.parent.mkdir(parents=True, exist_ok=True)
    try:
        _check_interpreter(installation.interpreter, environment, reporter)
        reporter.message(installation.text)
        reporter.progress(Progress(0.0, translate("CloudMask", "Installing")))
        status, lines = _run(installation.command, environment, reporter, first=0.0, last=0.8)
        if status != 0:
            raise DependencyError(_reason_of_pip(lines))
        reporter.progress(Progress(0.8, translate("CloudMask", "Trying")))
        paths = json.dumps([str(staging), *installation.paths])
        trial = (installation.interpreter, "-c", TRIAL, paths)
        status, lines = _run(trial, environment, reporter, first=0.8, last=0.95)
        if status != 0:
            raise DependencyError(
                translate(
                    "CloudMask",
                    "{package} was downloaded but does not run here ({reason}): "
                    "install it with the program that installed QGIS.",
                ).format(package=PACKAGE, reason=lines[-1] if lines else status)
            )
        _replace_folder(staging, installation.target)
        reporter.progress(Progress(1.0, translate("CloudMask", "Installed")))
        return lines[-1]
    except OSError as error:
        raise DependencyError(
            translate(
                "CloudMask", "{package} could not be installed ({reason}): see {folder}."
            ).format(package=PACKAGE, reason=error, folder=installation.target)
        ) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)


class _Quiet(SilentReporter):
    """Tells nothing, but is cancelled with another reporter."""

    def __init__(self, reporter: Reporter) -> None:
        self._reporter = reporter

    def is_cancelled(self) -> bool:
        """Return whether the other one is cancelled."""
        return self._reporter.is_cancelled()


def _check_interpreter(
    interpreter: str, environment: Mapping[str, str], reporter: Reporter
) -> None:
    """Raise where a program is another Python than QGIS's: its packages would not load."""
    asked = (interpreter, "-c", "import sys; print('%d.%d' % sys.version_info[:2])")
    _, lines = _run(asked, environment, _Quiet(reporter), first=0.0, last=0.0)
    wanted = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if lines[-1:] != [wanted]:
        raise DependencyError(
            translate(
                "CloudMask",
                "{path} is not Python {wanted}, which QGIS uses: "
                "install {package} with the program that installed QGIS.",
            ).format(path=interpreter, wanted=wanted, package=PACKAGE)
        )


def _run(
    command: Sequence[str],
    environment: Mapping[str, str],
    reporter: Reporter,
    first: float,
    last: float,
) -> tuple[int, list[str]]:
    """Run a command without a shell; return its exit status and the lines of its output.

    How long it takes is unknown: each line covers a part of the way from ``first`` to ``last``.
    """
    process = subprocess.Popen(  # nosec B603: a list of words, none of them from a network
        list(command),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=dict(environment),
        encoding="utf-8",
        errors="replace",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    arrived: queue.Queue[str | None] = queue.Queue()
    threading.Thread(target=_drain, args=(process.stdout, arrived), daemon=True).start()
    lines: list[str] = []
    try:
        while True:
            if reporter.is_cancelled():
                raise Cancelled
            try:
                line = arrived.get(timeout=PATIENCE)
            except queue.Empty:
                continue
            if line is None:
                return process.wait(), lines
            if line.strip():
                lines.append(line.strip())
                reporter.message(lines[-1])
                first += (last - first) / 4
                reporter.progress(Progress(first, lines[-1]))
    finally:
        _end(process)


def _drain(stream, arrived: queue.Queue) -> None:
    """Move lines from a stream into a queue, then None."""
    with stream:
        for line in stream:
            arrived.put(line)
    arrived.put(None)


def _end(process: subprocess.Popen) -> None:
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(GRACE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _reason_of_pip(lines: Sequence[str]) -> str:
    """Return one sentence for what pip said."""
    if any("No module named pip" in line for line in lines):
        return translate(
            "CloudMask",
            "QGIS's Python has no pip: install it (on Debian and Ubuntu the package python3-pip), "
            "then press Install again.",
        )
    errors = [line for line in lines if line.startswith("ERROR:")]
    said = (errors or list(lines) or ["?"])[-1].replace("ERROR:", "").strip()
    return translate(
        "CloudMask",
        "pip could not install {package} ({reason}): check the network and the proxy in QGIS's "
        "options, or choose a downloaded wheel file.",
    ).format(package=PACKAGE, reason=said)


def _replace_folder(source: Path, target: Path) -> None:
    """Put a folder in the place of another by renaming."""
    old = target.with_name(target.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        os.replace(target, old)
    try:
        os.replace(source, target)
    except OSError:
        if old.exists():
            os.replace(old, target)
        raise
    shutil.rmtree(old, ignore_errors=True)
