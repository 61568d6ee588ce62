"""The zip as a user gets it, and a fresh profile in which it is installed."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from simulated_scene import write as write_simulated_scene
from stage_plugin import pack, stage
from throwaway_qgis import ThrowawayQgis, with_plugins


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plugin packed from this checkout."""
    folder = tmp_path_factory.mktemp("packed")
    path = folder / "plugin.zip"
    pack(stage(folder, need_translations=True), path)
    return path


@pytest.fixture(scope="session")
def installed(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip unpacked, as QGIS's plugin manager does: the folder that holds the plugin."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(archive) as content:
        content.extractall(folder)
    return folder


@pytest.fixture
def qgis(installed: Path, tmp_path: Path) -> ThrowawayQgis:
    """A fresh profile in which the unpacked zip is enabled."""
    return with_plugins(installed, tmp_path)


@pytest.fixture(scope="session")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small simulated scene."""
    path = tmp_path_factory.mktemp("scene") / "scene.tif"
    write_simulated_scene(path, rows=300, cols=400, seed=3)
    return path
