"""The parts of setup that decide something."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from apt_sources import derive
from check_venv import missing

ROOT = Path(__file__).resolve().parent.parent.parent

STANZAS = """\
# A comment before the first stanza
Types: deb deb-src
URIs: https://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main contrib non-free-firmware
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

Types: deb
URIs: https://mirror.example/debian-security
Suites: bookworm-security
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
"""
EMBEDDED_KEY = """\
Types: deb
URIs: https://mirror.example/debian/
Suites: bookworm
Components: main
Architectures: amd64
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 mQINBGPL0BUBEADmW5NdOOHwPIJlgPu6JDcKw/NZJPR8lsD3K87ZM18gzyQZJD+w
 -----END PGP PUBLIC KEY BLOCK-----
"""
LINES = """\
# deb https://mirror.example/debian bookworm main
deb-src https://mirror.example/debian bookworm main
deb [arch=amd64 signed-by=/usr/share/keyrings/other.gpg] https://other.example/x stable main
deb https://mirror.example/debian bookworm main contrib # the usual
deb https://mirror.example/debian bookworm-updates main
deb https://mirror.example/debian-security bookworm-security main
"""


def backports(text: str, deb822: bool, uri: str = "") -> str:
    return derive(text, deb822, "bookworm", "bookworm-backports", uri)


def test_one_stanza_is_taken_with_its_key() -> None:
    assert backports(STANZAS, deb822=True) == (
        "Types: deb\n"
        "URIs: https://mirror.example/debian\n"
        "Suites: bookworm-backports\n"
        "Components: main\n"
        "Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg\n"
    )


def test_a_key_within_the_stanza_is_kept_whole() -> None:
    entry = backports(EMBEDDED_KEY, deb822=True)
    assert entry.splitlines()[2] == "Suites: bookworm-backports"
    assert entry.endswith("\nSigned-By:" + EMBEDDED_KEY.split("Signed-By:")[1])


def test_a_disabled_stanza_is_left_alone() -> None:
    disabled = "Enabled: no\n" + STANZAS.split("\n", 1)[1]
    with pytest.raises(LookupError, match="bookworm"):
        backports(disabled, deb822=True)


def test_one_line_is_taken_without_comment_and_further_components() -> None:
    expected = "deb https://mirror.example/debian bookworm-backports main\n"
    assert backports(LINES, deb822=False) == expected


def test_options_of_a_line_are_kept() -> None:
    line = "deb [ arch=amd64 signed-by=/k.gpg ] https://mirror.example/debian bookworm main\n"
    assert backports(line, deb822=False) == line.replace("bookworm", "bookworm-backports")


@pytest.mark.parametrize("deb822", [True, False])
def test_the_address_that_apt_names_is_preferred(deb822: bool) -> None:
    if deb822:
        text = EMBEDDED_KEY.replace("mirror", "other") + "\n" + STANZAS
    else:
        text = "deb https://other.example/debian bookworm main\n" + LINES
    entry = backports(text, deb822, "https://mirror.example/debian/")
    assert "mirror.example" in entry
    assert "other.example" not in entry


@pytest.mark.parametrize(("text", "deb822"), [("", True), ("", False), (LINES, True)])
def test_where_nothing_fits_nothing_is_made_up(text: str, deb822: bool) -> None:
    with pytest.raises(LookupError):
        backports(text, deb822)


def test_a_package_that_is_absent_or_of_another_version_is_missed() -> None:
    assert missing("# nothing\n\n") == []
    assert missing("pytest==0.0.1\nno-such-package==1 # why\n") == [
        "pytest==0.0.1",
        "no-such-package==1",
    ]


def test_every_requirement_is_pinned_and_present() -> None:
    text = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert all("==" in line for line in lines)
    assert missing(text) == []


def test_numpy_is_the_systems_so_that_gdal_arrays_work() -> None:
    ask = "import numpy; from osgeo import gdal_array; print(numpy.__version__)"
    versions = {
        subprocess.run([python, "-c", ask], capture_output=True, text=True, check=True).stdout
        for python in ("/usr/bin/python3", sys.executable)
    }
    assert len(versions) == 1


def test_a_second_setup_does_nothing_and_takes_less_than_a_second() -> None:
    seconds = []
    for _ in range(3):  # the best of three: the machine may be busy with something else
        start = time.monotonic()
        done = subprocess.run(
            [ROOT / "scripts" / "setup.sh"], capture_output=True, text=True, check=True
        )
        assert (done.stdout, done.stderr) == ("", "")
        seconds.append(time.monotonic() - start)
    assert min(seconds) < 1


def test_help_lists_every_target_that_a_user_needs() -> None:
    done = subprocess.run(
        ["make", "--no-print-directory", "help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    named = {line.split()[0] for line in done.stdout.splitlines()}
    assert {
        "setup", "demo", "gui", "test", "test-unit", "check", "zip", "deploy", "screenshots",
        "train", "evaluate", "clean", "help",
    } <= named  # fmt: skip


@pytest.fixture
def bare_system(tmp_path: Path) -> Path:
    """A copy of the checkout's setup, and in bin the few programs of a system without QGIS."""
    checkout = tmp_path / "checkout"
    (checkout / "scripts").mkdir(parents=True)
    for name in ("requirements-dev.txt", "scripts/setup.sh"):
        shutil.copy(ROOT / name, checkout / name)
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("sh", "dirname", "cat", "sha256sum", "sed", "grep", "head", "env", "id"):
        (programs / name).symlink_to(shutil.which(name) or name)
    return tmp_path


def set_up(system: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [system / "checkout" / "scripts" / "setup.sh"],
        env={"PATH": str(system / "bin")},
        capture_output=True,
        text=True,
        check=False,
    )


def add_program(system: Path, name: str, script: str) -> None:
    path = system / "bin" / name
    path.unlink(missing_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def test_without_apt_it_says_in_a_sentence_what_to_install(bare_system: Path) -> None:
    done = set_up(bare_system)
    assert done.returncode == 1
    (sentence,) = done.stderr.splitlines()
    for word in ("Debian and Ubuntu", "QGIS 3.34 or newer", "xvfb", "make again"):
        assert word in sentence


def test_without_root_and_sudo_it_says_who_has_to_run_it(bare_system: Path) -> None:
    add_program(bare_system, "apt-get", "exit 1")
    add_program(bare_system, "id", "echo 1000")
    done = set_up(bare_system)
    assert done.returncode == 1
    (sentence,) = done.stderr.splitlines()
    assert "as root run 'make setup' once" in sentence


def test_a_user_with_sudo_sees_every_command_that_runs_as_root(bare_system: Path) -> None:
    add_program(bare_system, "apt-get", 'echo "apt-get $*"; [ "$1" = update ]')
    add_program(bare_system, "id", "echo 1000")
    add_program(bare_system, "sudo", 'echo "as root: $*" >&2; exec "$@"')
    done = set_up(bare_system)
    assert done.returncode != 0  # this apt-get installs nothing
    shown = [line[2:] for line in done.stderr.splitlines() if line.startswith("+ ")]
    ran = [line[9:] for line in done.stderr.splitlines() if line.startswith("as root: ")]
    assert shown == ran
    assert ran[0].endswith("apt-get update")
    assert "install -y --no-install-recommends --no-remove" in ran[1]


def test_a_system_whose_qgis_is_too_old_is_told_so_before_anything_is_installed(
    bare_system: Path,
) -> None:
    script = bare_system / "checkout" / "scripts" / "setup.sh"
    release = bare_system / "os-release"
    release.write_text('ID=ubuntu\nPRETTY_NAME="Ubuntu 22.04.5 LTS"\n', encoding="utf-8")
    text = script.read_text(encoding="utf-8")
    script.write_text(text.replace("/etc/os-release", str(release)), encoding="utf-8")
    add_program(bare_system, "id", "echo 0")
    add_program(bare_system, "apt-get", 'echo "apt-get $*"')
    add_program(bare_system, "apt-cache", 'echo "  Candidate: 3.22.4+dfsg-4build1"')
    add_program(bare_system, "dpkg", "exit 1")
    done = set_up(bare_system)
    assert done.returncode == 1
    assert "install -y" not in done.stderr
    sentence = done.stderr.splitlines()[-1]
    assert "Ubuntu 22.04.5 LTS offers QGIS 3.22.4" in sentence
    assert "3.34 or newer" in sentence
