"""The dock with layers of a project and the engine, without a window."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsLayerTreeModel, QgsRasterLayer
from qgis.gui import QgsLayerTreeView
from qgis.PyQt.QtCore import QEventLoop, QItemSelectionModel, QTimer
from qgis.PyQt.QtWidgets import QLineEdit, QMainWindow

from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.reporter import check_cancelled
from cloudmask_plugin.engine.scene import Overrides
from cloudmask_plugin.gui import dock as dock_module
from cloudmask_plugin.gui.dock import CloudMaskDock
from cloudmask_plugin.gui.state import Phase
from tests.qgis.conftest import PATIENCE

SETTLED = (Phase.READY, Phase.WARNING, Phase.CANNOT_RUN, Phase.NO_RUNTIME)


class Desktop:
    """QGIS's main window as far as the dock uses it; the rest is pytest-qgis's stub."""

    def __init__(self, stub, project) -> None:
        self._stub = stub
        self.window = QMainWindow()
        self.tree = QgsLayerTreeView(self.window)
        self.model = QgsLayerTreeModel(project.layerTreeRoot())
        self.tree.setModel(self.model)

    def __getattr__(self, name):
        return getattr(self._stub, name)

    def mainWindow(self):
        return self.window

    def layerTreeView(self):
        return self.tree

    def select(self, chosen: list[QgsRasterLayer], project) -> None:
        """Select layers in the layer panel."""
        selection = self.tree.selectionModel()
        selection.clear()
        for layer in chosen:
            node = project.layerTreeRoot().findLayer(layer.id())
            index = self.tree.node2index(node)
            selection.select(index, QItemSelectionModel.SelectionFlag.Select)


def wait(until) -> None:
    """Run the event loop until something is true."""
    loop = QEventLoop()
    timer = QTimer()
    timer.timeout.connect(lambda: until() and loop.quit())
    timer.start(20)
    QTimer.singleShot(PATIENCE, loop.quit)
    loop.exec()
    assert until()


@pytest.fixture
def desktop(qgis_iface, project) -> Desktop:
    return Desktop(qgis_iface, project)


@pytest.fixture
def dock(desktop) -> CloudMaskDock:
    dock = CloudMaskDock(desktop)
    yield dock
    dock.close()
    dock.deleteLater()


@pytest.fixture
def band_layers(scene_file, tmp_path, project) -> list[QgsRasterLayer]:
    """The scene as a layer a band, the bands named by nothing."""
    found = []
    for number, name in enumerate(("nir", "one", "two", "three"), start=1):
        path = str(tmp_path / f"{name}.tif")
        gdal.Translate(path, str(scene_file), bandList=[number % 4 + 1])
        data = gdal.Open(path, gdal.GA_Update)
        data.GetRasterBand(1).SetDescription("")
        data = None
        found.append(QgsRasterLayer(path, name))
    project.addMapLayers(found)
    return found


def test_selected_layers_become_one_scene_whose_bands_can_be_named(
    dock, desktop, band_layers, project
):
    desktop.select(band_layers, project)
    dock.panel.open_menu_shown.emit()
    dock.panel.open_selected_requested.emit()
    wait(lambda: dock.state.phase in SETTLED)
    dock.panel.corrected.emit(Overrides(bands=("B03", "B04", "B08", "B02")))
    wait(lambda: dock.state.phase in SETTLED and dock.source.band_evidence.confidence == 1)

    chosen = tuple(layer.source() for layer in desktop.tree.selectedLayers())
    assert len(chosen) == 4
    expected = describe(chosen, Overrides(bands=("B03", "B04", "B08", "B02")))
    assert dock.source.bands == expected.bands
    assert {band.path for band in dock.source.bands} == set(chosen)
    assert dock.panel.scene_combo.currentText().endswith("and 3 more")


def test_a_new_scene_stops_the_look_at_the_one_before(dock, scene_layer, tmp_path, monkeypatch):
    looking, stopped = threading.Event(), threading.Event()

    def slow(location, overrides, reporter):
        looking.set()
        try:
            while True:
                check_cancelled(reporter)
        finally:
            stopped.set()

    monkeypatch.setattr(dock_module, "describe", slow)
    dock.choose_layer(scene_layer)
    wait(looking.is_set)
    dock.open_location(str(tmp_path))
    wait(stopped.is_set)
    assert dock.state.phase in (Phase.DETECTING, Phase.NO_RUNTIME)

    dock.cancel()
    wait(lambda: dock.state.phase in SETTLED)
    assert "was cancelled" in dock.state.notice.text


def test_a_series_asks_for_its_date_and_takes_it(dock, tmp_path, monkeypatch):
    asked = []

    def described(location, overrides, reporter):
        asked.append((Path(location).name, overrides.step))
        return describe(location, overrides, reporter=reporter)

    monkeypatch.setattr(dock_module, "describe", described)
    path = tmp_path / "series.nc"
    path.write_text("no netCDF at all")
    dock.open_location(str(path))
    wait(lambda: dock.state.phase in SETTLED)
    field = dock.panel.editor.findChild(QLineEdit, "edit_step")
    assert field.isEnabled()
    field.setText("2")
    field.editingFinished.emit()
    wait(lambda: len(asked) == 2)
    assert asked == [("series.nc", None), ("series.nc", "2")]
    wait(lambda: dock.state.phase in SETTLED)
