"""The engine as pip installs it, away from the checkout: for servers and workers of a cluster."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    # What builds is fetched where it is not here, as on any user's computer.
    here = all(importlib.util.find_spec(name) for name in ("setuptools", "wheel"))
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(folder)]
    subprocess.run([*command, *(["--no-build-isolation"] if here else []), str(ROOT)], check=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_engine_with_models_and_nothing_of_qgis(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    models = [path.parent.name for path in (ROOT / "models").glob("*/card.json")]
    for model in models:
        for file in ("card.json", "model.onnx"):
            assert f"cloudmask_plugin/models/{model}/{file}" in names
    engine = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "cloudmask_plugin" / "engine").rglob("*.py")
    }
    assert engine <= names
    assert not [name for name in names if "/gui/" in name or "/processing/" in name]
    stated = next(
        line for line in (ROOT / "metadata.txt").read_text().splitlines() if "version=" in line
    )
    assert wheel.name.split("-")[1] == stated.partition("=")[2]


def test_the_installed_engine_masks_a_folder(wheel: Path, scene_file: Path, tmp_path: Path) -> None:
    place = tmp_path / "site"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(place)]
        + [str(wheel)],
        check=True,
    )
    environment = {**os.environ, "PYTHONPATH": str(place)}

    def run(*arguments: str) -> dict[str, object] | list[dict[str, object]]:
        done = subprocess.run(
            [sys.executable, str(place / "bin" / "cloudmask"), *arguments, "--json"],
            env=environment,
            cwd=tmp_path,
            check=True,
            capture_output=True,
            text=True,
        )
        return json.loads(done.stdout)

    assert [str(model["folder"]).startswith(str(place)) for model in run("models")] == [True] * 2
    told = run("maskfolder", str(scene_file), "--output", str(tmp_path / "out"))
    assert (told["masked"], told["failed"]) == (1, 0)
