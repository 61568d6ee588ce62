"""A project, the provider, and a scene in the project."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QEventLoop, QTimer

from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.pipeline import MaskRequest, MaskResult, mask_scene
from cloudmask_plugin.engine.reporter import SilentReporter
from cloudmask_plugin.engine.scene import SourceSpec
from cloudmask_plugin.layers import add_mask
from cloudmask_plugin.plugin import CloudMaskPlugin
from cloudmask_plugin.tasks import EngineTask, Outcome, start

PATIENCE = 60_000  # ms, far more than any of these jobs takes


@pytest.fixture(scope="session", autouse=True)
def profile_out_of_version_control(pytestconfig: pytest.Config) -> None:
    """Keep the profile that pytest-qgis makes in the checkout out of it, as pytest does its own."""
    (pytestconfig.rootpath / ".qgis-settings" / ".gitignore").write_text("*\n")


@pytest.fixture
def project(qgis_app) -> Iterator[QgsProject]:
    project = QgsProject.instance()
    project.clear()
    yield project
    project.clear()


@pytest.fixture
def provider(qgis_processing, project) -> Iterator[None]:
    """The algorithms, as qgis_process has them."""
    plugin = CloudMaskPlugin(None)
    plugin.initProcessing()
    yield plugin.provider
    plugin.unload()


@pytest.fixture
def scene_layer(project: QgsProject, scene_file: Path) -> QgsRasterLayer:
    layer = QgsRasterLayer(str(scene_file), "Toulouse in October", "gdal")
    project.addMapLayer(layer)
    return layer


@pytest.fixture
def band_files(scene_file: Path, tmp_path: Path) -> list[str]:
    """The scene as a file a band, with names that tell nothing."""
    paths = [str(tmp_path / f"{letter}.tif") for letter in "abcd"]
    for number, path in enumerate(paths, start=1):
        gdal.Translate(path, str(scene_file), bandList=[number])
        data = gdal.Open(path, gdal.GA_Update)
        data.GetRasterBand(1).SetDescription("")
        data = None
    return paths


@pytest.fixture(scope="session")
def spec(scene_file: Path) -> SourceSpec:
    return describe(str(scene_file))


@pytest.fixture(scope="session")
def written_mask(spec: SourceSpec, tmp_path_factory: pytest.TempPathFactory) -> MaskResult:
    """A mask and its probabilities, written by the engine itself, for all tests."""
    folder = tmp_path_factory.mktemp("mask")
    request = MaskRequest(spec, str(folder / "mask.tif"), str(folder / "probabilities.tif"))
    return mask_scene(request, SilentReporter())


@pytest.fixture
def mask_result(written_mask: MaskResult, tmp_path: Path) -> MaskResult:
    """A copy of the mask with all that lies beside it, for one test."""
    folder = tmp_path / "mask"
    shutil.copytree(Path(written_mask.output).parent, folder)
    return replace(
        written_mask,
        output=str(folder / "mask.tif"),
        probabilities=str(folder / "probabilities.tif"),
    )


@pytest.fixture
def tab(qgis_iface, project: QgsProject):
    """The tab Check beside a map."""
    from tests.qgis.check_tab import Tab

    tab = Tab(qgis_iface, project)
    yield tab
    tab.remove()


@pytest.fixture
def mask_layer(project, scene_layer, spec: SourceSpec, mask_result: MaskResult) -> QgsRasterLayer:
    """The mask in the project, with its scene and its probabilities."""
    return add_mask(mask_result, spec, scene_layer.id())


@pytest.fixture
def run_task() -> Callable[[EngineTask], Outcome]:
    """Return a function that starts a task and runs the event loop until it has ended."""

    def run(task: EngineTask) -> Outcome:
        loop = QEventLoop()
        outcomes: list[Outcome] = []
        task.ended.connect(outcomes.append)
        task.ended.connect(loop.quit)
        QTimer.singleShot(PATIENCE, loop.quit)
        start(task)
        loop.exec()
        assert len(outcomes) == 1, "a task tells its end once"
        return outcomes[0]

    return run


def pixels(path: str | Path) -> np.ndarray:
    """Return a raster's values, read by GDAL."""
    data = gdal.Open(str(path))
    assert data is not None, f"{path} cannot be opened"
    return data.ReadAsArray()
