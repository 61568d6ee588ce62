"""Starts the real QGIS under a virtual display with a fresh profile, and a script inside it."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
SCREEN = "1600x1000"
NEEDED = ("qgis", "Xvfb", "openbox")
# Nothing that opens by itself, and no question on leaving.
PROFILE = """[PythonPlugins]
cloudmask_plugin=true

[qgis]
checkVersion=false

[fonts]
downloadMissingFonts=false

[UI]
UITheme={theme}
"""


@dataclass(frozen=True)
class Session:
    """How a session ended.

    :param status: exit status of QGIS.
    :param results: what the script inside recorded, by name.
    :param output: what QGIS printed.
    """

    status: int
    results: dict[str, Any]
    output: str

    def assert_ended_well(self) -> None:
        """Fail with all that tells why where the script did not come to its end."""
        ended, exceptions = self.results.get("ended"), self.results.get("exceptions")
        assert ended == "well", "\n".join((str(ended), *(exceptions or ()), self.output[-3000:]))


def missing_programs() -> list[str]:
    """Return the programs that a session needs and the machine lacks."""
    return [name for name in NEEDED if shutil.which(name) is None]


@contextlib.contextmanager
def display(screen: str) -> Iterator[str]:
    """Run a virtual screen with a window manager; yield the name of the display."""
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        f"{screen}x24",
        "-nolisten",
        "tcp",
    ]
    server = subprocess.Popen(
        command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        name = f":{told.readline().strip()}"
    environment = {**os.environ, "DISPLAY": name}
    manager = subprocess.Popen(
        ["openbox"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield name
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(10)


def stage(folder: Path) -> Path:
    """Stage the plugin as it is installed and return the folder that holds it."""
    command = [sys.executable, str(ROOT / "scripts" / "stage_plugin.py"), "--output", str(folder)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return folder


def write_profile(folder: Path, theme: str = "default", settings: str = "") -> Path:
    """Write a fresh profile with the plugin enabled; return what --profiles-path takes."""
    target = folder / "profiles" / "default" / "QGIS"
    target.mkdir(parents=True)
    text = PROFILE.format(theme=theme) + settings
    (target / "QGIS3.ini").write_text(text, encoding="utf-8")
    return folder


def packages() -> str:
    """Return the folder of this Python's packages, where onnxruntime is."""
    return sysconfig.get_path("purelib")


def run_qgis(
    script: Path,
    output: Path,
    plugins: Path,
    profiles: Path,
    *,
    seconds: float,
    settings: Mapping[str, str],
    python_path: str,
    startup: Path | None = None,
    files: Sequence[Path] = (),
    screen: str = SCREEN,
) -> Session:
    """Run QGIS with a script inside until the script quits it, and return what it recorded.

    :param settings: further environment variables for the script.
    :param startup: a Python file that QGIS runs before it loads plugins.
    :param files: layers that QGIS opens, as ``make gui`` names them.
    """
    output.mkdir(parents=True, exist_ok=True)
    results = output / f"{script.stem}.json"
    results.unlink(missing_ok=True)
    environment = {
        **os.environ,
        # A Python inside a program takes the first python3 of the path for its own.
        "PATH": os.pathsep.join(("/usr/bin", os.environ.get("PATH", ""))),
        **settings,
        "QGIS_PLUGINPATH": str(plugins),
        "PYTHONPATH": python_path,
        "CLOUDMASK_DESKTOP_TESTS": str(HERE),
        "CLOUDMASK_DESKTOP_OUTPUT": str(output),
        "CLOUDMASK_DESKTOP_RESULTS": str(results),
        "LC_ALL": "C.UTF-8",
    }
    for name in ("PYQGIS_STARTUP", "QT_QPA_PLATFORM", "QGIS_CUSTOM_CONFIG_PATH"):
        environment.pop(name, None)  # an empty one is not the same as none
    if startup is not None:
        environment["PYQGIS_STARTUP"] = str(startup)
    with display(screen) as name:
        environment["DISPLAY"] = name
        process = subprocess.Popen(
            [
                *("qgis", "--nologo", "--noversioncheck", "--profiles-path", str(profiles)),
                *("--code", str(script)),
                *map(str, files),
            ],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        try:
            text, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            picture(name, output / f"{script.stem}_hung.png")
            process.kill()
            text, _ = process.communicate()
            text += f"\nQGIS was still running after {seconds:.0f} seconds."
    (output / f"{script.stem}.log").write_text(text, encoding="utf-8")
    recorded = json.loads(results.read_text(encoding="utf-8")) if results.is_file() else {}
    return Session(process.returncode, recorded, text)


def picture(screen: str, path: Path) -> None:
    """Save what the virtual screen shows, if the program for it is there."""
    program = shutil.which("import")
    if program:
        environment = {**os.environ, "DISPLAY": screen}
        subprocess.run([program, "-window", "root", str(path)], env=environment, check=False)
        time.sleep(0.1)
