"""A QGIS whose profile is thrown away: the staged plugin enabled, nothing of the user's touched."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stage_plugin import PACKAGE, stage

SETTINGS = f"""[PythonPlugins]
{PACKAGE}=true
processing=true

[app]
checkVersion=false

[fonts]
downloadMissingFonts=false

[plugins]
cloudmask\\dock_open=true
"""


class QgisError(Exception):
    """qgis_process failed; the text is what it said."""


@dataclass(frozen=True)
class ThrowawayQgis:
    """Folders of a QGIS of its own.

    :param plugins: folder that holds ``cloudmask_plugin``.
    :param profiles: folder in which QGIS keeps its profiles.
    """

    plugins: Path
    profiles: Path

    @property
    def environment(self) -> dict[str, str]:
        """Variables with which QGIS uses these folders and the packages of .venv."""
        variables = dict(os.environ)
        variables.pop("PYQGIS_STARTUP", None)
        variables.update(
            QGIS_PLUGINPATH=str(self.plugins),
            QGIS_CUSTOM_CONFIG_PATH=str(self.profiles),
            PYTHONPATH=sysconfig.get_path("purelib"),
            PYTHONNOUSERSITE="1",
        )
        return variables


def prepare(folder: Path) -> ThrowawayQgis:
    """Make a fresh profile in ``folder`` with the plugin of this checkout enabled."""
    plugins = folder / "plugins"
    stage(plugins)
    return with_plugins(plugins, folder)


def with_plugins(plugins: Path, folder: Path) -> ThrowawayQgis:
    """Make a fresh profile in ``folder`` that uses the plugins in ``plugins``."""
    profiles = folder / "profile"
    shutil.rmtree(profiles, ignore_errors=True)
    settings = profiles / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS, encoding="utf-8")
    return ThrowawayQgis(plugins.resolve(), profiles.resolve())


def run_algorithm(qgis: ThrowawayQgis, algorithm: str, inputs: dict[str, Any]) -> dict[str, Any]:
    """Run a Processing algorithm by qgis_process and return its outputs.

    :raises QgisError: with what qgis_process said where it failed.
    """
    done = subprocess.run(
        ["qgis_process", "run", algorithm, "-"],
        input=json.dumps({"inputs": inputs}),
        env={**qgis.environment, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise QgisError(_what_was_said(done.stdout, done.stderr))
    results: dict[str, Any] = json.loads(done.stdout)["results"]
    return results


def _what_was_said(stdout: str, stderr: str) -> str:
    """Return the errors out of what qgis_process printed, all of it where none are marked."""
    try:
        errors = json.loads(stdout)["log"]["errors"]
    except (ValueError, KeyError, TypeError):
        errors = []
    lines = [str(line).strip() for line in errors] or [
        line.removeprefix("ERROR:").strip()
        for line in stderr.splitlines()
        if line.strip() and not line.startswith(("QStandardPaths", "Qt", "Warning"))
    ]
    return "\n".join(dict.fromkeys(lines)) or stdout.strip()
