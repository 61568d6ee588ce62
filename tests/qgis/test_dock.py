"""The dock with layers of a project and the engine, without a window."""

from __future__ import annotations

import contextlib
import json
import threading
import zipfile
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsLayerTreeModel, QgsMimeDataUtils, QgsProject, QgsRasterLayer
from qgis.gui import QgsLayerTreeView, QgsMapLayerComboBox
from qgis.PyQt.QtCore import (
    QEventLoop,
    QItemSelectionModel,
    QMimeData,
    QPoint,
    QPointF,
    Qt,
    QTimer,
    QUrl,
)
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QCheckBox, QLineEdit, QMainWindow, QPushButton, QToolButton

from cloudmask_plugin import check_layers, layers, settings
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.errors import OptionError
from cloudmask_plugin.engine.reporter import check_cancelled
from cloudmask_plugin.engine.scene import Overrides
from cloudmask_plugin.engine.shadow_check import ShadowOptions
from cloudmask_plugin.gui import dock as dock_module
from cloudmask_plugin.gui.dock import MAP_SETTLES, CloudMaskDock
from cloudmask_plugin.gui.state import Level, Phase
from cloudmask_plugin.tasks import stop_all
from tests.qgis.conftest import PATIENCE, pixels
from tests.unit.stored import write_product
from training.simulation import simulate_scene

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

    def look() -> None:
        with contextlib.suppress(Exception):  # PyQt would abort; what lasts is raised below
            if until():
                loop.quit()

    timer.timeout.connect(look)
    timer.start(20)
    QTimer.singleShot(PATIENCE, loop.quit)
    loop.exec()
    assert until()


@pytest.fixture
def desktop(qgis_iface, project) -> Desktop:
    stored = settings.load()
    settings.update(recent=())
    yield Desktop(qgis_iface, project)
    settings.save(stored)


def unload(dock: CloudMaskDock) -> None:
    """Take a dock back as the plugin does: a task that ends later would call what is deleted."""
    stop_all()
    dock.check.remove()
    dock.close()
    dock.deleteLater()


@pytest.fixture
def dock(desktop) -> CloudMaskDock:
    dock = CloudMaskDock(desktop)
    yield dock
    unload(dock)


@pytest.fixture
def band_layers(band_files, project) -> list[QgsRasterLayer]:
    """The scene as a layer a band, the bands named by nothing."""
    found = [QgsRasterLayer(path, Path(path).stem) for path in band_files]
    project.addMapLayers(found)
    return found


def test_selected_layers_become_one_scene_whose_bands_can_be_named(
    dock, desktop, band_layers, project
):
    desktop.select(band_layers, project)
    dock.chooser.menu_shown.emit()
    dock.chooser.findChild(QAction, "open_selected").trigger()
    wait(lambda: dock.state.phase in SETTLED)
    dock.panel.corrected.emit(Overrides(bands=("B03", "B04", "B08", "B02")))
    wait(lambda: dock.state.phase in SETTLED and dock.source.band_evidence.confidence == 1)

    chosen = tuple(layer.source() for layer in desktop.tree.selectedLayers())
    assert len(chosen) == 4
    expected = describe(chosen, Overrides(bands=("B03", "B04", "B08", "B02")))
    assert dock.source.bands == expected.bands
    assert {band.path for band in dock.source.bands} == set(chosen)
    assert dock.panel.chooser.combo.currentText().endswith("and 3 more")


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
    dock.chooser.choose_layer(scene_layer)
    wait(looking.is_set)
    dock.chooser.open(str(tmp_path))
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
    dock.chooser.open(str(path))
    wait(lambda: dock.state.phase in SETTLED)
    field = dock.panel.editor.findChild(QLineEdit, "edit_step")
    assert field.isEnabled()
    field.setText("2")
    field.editingFinished.emit()
    wait(lambda: len(asked) == 2)
    assert asked == [("series.nc", None), ("series.nc", "2")]
    wait(lambda: dock.state.phase in SETTLED)


@pytest.fixture
def asked(monkeypatch) -> list[Overrides]:
    """With what scenes are described; grows with each look."""
    seen = []

    def described(location, overrides, reporter):
        seen.append(overrides)
        return describe(location, overrides, reporter=reporter)

    monkeypatch.setattr(dock_module, "describe", described)
    return seen


def test_of_corrections_that_follow_each_other_the_last_is_tried(dock, scene_layer, asked):
    dock.chooser.choose_layer(scene_layer)
    wait(lambda: dock.state.phase in SETTLED)
    asked.clear()
    for scale in (1e-3, 2e-3, 5e-4):
        dock.panel.corrected.emit(Overrides(scale=scale))
        assert dock.state.phase in (Phase.DETECTING, Phase.NO_RUNTIME)
    wait(lambda: dock.state.phase in SETTLED and asked)

    assert [overrides.scale for overrides in asked] == [5e-4]
    assert dock.source.scale.value == 5e-4


def test_a_correction_can_be_cancelled_before_it_is_tried(dock, scene_layer, asked):
    dock.chooser.choose_layer(scene_layer)
    wait(lambda: dock.state.phase in SETTLED)
    asked.clear()
    dock.panel.corrected.emit(Overrides(scale=5e-4))
    dock.cancel()
    wait(lambda: dock.state.phase in SETTLED)
    assert "was cancelled" in dock.state.notice.text
    looked_at()
    assert asked == []


def test_a_correction_is_kept_where_another_scene_comes_before_it_is_tried(
    dock, scene_layer, tmp_path
):
    dock.chooser.choose_layer(scene_layer)
    wait(lambda: dock.state.phase in SETTLED)
    dock.panel.corrected.emit(Overrides(scale=5e-4))
    dock.chooser.open(str(tmp_path))
    wait(lambda: dock.state.phase in SETTLED)
    assert dock.source is None
    dock.chooser.choose_layer(scene_layer)
    wait(lambda: dock.source is not None and dock.state.phase in SETTLED)
    assert dock.source.scale.value == 5e-4, "what was stated of a scene is remembered"


def opened(dock: CloudMaskDock, desktop: Desktop) -> None:
    """Show the dock in its window, and let it look at the layers."""
    desktop.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    desktop.window.show()
    dock.show()
    looked_at()


def looked_at() -> None:
    """Wait until the dock has seen what layers have come."""
    seen: list[bool] = []
    QTimer.singleShot(MAP_SETTLES, lambda: seen.append(True))  # after the dock's own
    wait(lambda: seen)


class TestTheFirstScene:
    """What is taken for the scene while nobody has chosen one."""

    @pytest.fixture
    def add(self, scene_file, project):
        def add(name: str) -> QgsRasterLayer:
            layer = QgsRasterLayer(str(scene_file), name)
            project.addMapLayer(layer)
            return layer

        return add

    def test_the_only_raster_layer_is_taken_where_it_comes_after_the_dock(
        self, dock, desktop, add
    ) -> None:
        opened(dock, desktop)
        assert dock.state.phase in (Phase.NO_LAYER, Phase.NO_RUNTIME)
        add("one")
        looked_at()
        assert dock.chooser.scene().name == "one"

    def test_the_only_raster_layer_is_taken_where_it_was_there_before(
        self, dock, desktop, add
    ) -> None:
        add("one")
        opened(dock, desktop)
        assert dock.chooser.scene().name == "one"

    def test_of_several_layers_the_active_one_is_taken_and_without_it_none(
        self, dock, desktop, add
    ) -> None:
        add("one"), add("two")
        opened(dock, desktop)
        assert dock.chooser.scene().name == ""
        desktop.setActiveLayer(add("three"))
        looked_at()
        assert dock.chooser.scene().name == "three"

    def test_a_hidden_dock_looks_at_nothing(self, dock, add) -> None:
        add("one")
        looked_at()
        assert dock.chooser.scene().name == ""

    def test_a_choice_stays_where_another_layer_becomes_active(self, dock, desktop, add) -> None:
        opened(dock, desktop)
        dock.chooser.choose_layer(add("one"))
        desktop.setActiveLayer(add("two"))
        looked_at()
        assert dock.chooser.scene().name == "one"

    def test_who_chooses_none_gets_none_until_the_next_project(
        self, dock, desktop, add, project
    ) -> None:
        add("one")
        opened(dock, desktop)
        QTest.keyClick(dock.chooser.combo, Qt.Key.Key_Up)
        assert dock.chooser.scene().name == ""
        desktop.setActiveLayer(add("two"))
        looked_at()
        assert dock.chooser.scene().name == ""
        project.clear()
        add("three")
        looked_at()
        assert dock.chooser.scene().name == "three"

    def test_no_result_and_no_service_is_taken(self, dock, desktop, add, project) -> None:
        tiles = "type=xyz&url=http://127.0.0.1:9/{z}/{x}/{y}.png"
        project.addMapLayer(QgsRasterLayer(tiles, "tiles", "wms"))
        layers.mark_result(add("mask"), None)
        opened(dock, desktop)
        assert dock.chooser.scene().name == ""


@pytest.fixture
def product(tmp_path) -> Path:
    return write_product(tmp_path, simulate_scene(240, 240, seed=1).reflectance, (20,))


def zipped(product: Path) -> Path:
    archive = product.parent / "product.zip"
    with zipfile.ZipFile(archive, "w") as target:
        for file in sorted(product.rglob("*")):
            target.write(file, file.relative_to(product.parent))
    return archive


class TestScenesThatAreNoLayers:
    @pytest.mark.parametrize(
        "part",
        [
            lambda product: product,
            lambda product: product / "MTD_MSIL2A.xml",
            lambda product: next(product.glob("GRANULE/*")),
            zipped,
        ],
        ids=["folder", "metadata", "granule", "zip"],
    )
    def test_a_product_is_described_and_listed(self, dock, product, part) -> None:
        path = str(part(product))
        dock.chooser.open(path)
        wait(lambda: dock.state.phase in SETTLED)
        assert dock.source == describe(path)
        assert dock.source.kind == "product"
        assert QgsProject.instance().mapLayers() == {}
        listed = dock.chooser.combo.currentText()
        assert listed == (product.name if path.endswith(".xml") else Path(path).name)
        assert settings.load().recent == (path,)

    def test_an_item_at_an_address_is_masked_into_a_group_of_its_name(
        self, dock, desktop, scene_file, server, project
    ) -> None:
        folder, address = server
        item = {"type": "Feature", "id": "S2A_31TCJ_simulated", "assets": {}, "properties": {}}
        for number, role in enumerate(("B02", "B03", "B04", "B08"), start=1):
            gdal.Translate(str(folder / f"{role}.tif"), str(scene_file), bandList=[number])
            item["assets"][role] = {"href": f"{role}.tif", "type": "image/tiff"}
        (folder / "simulated.json").write_text(json.dumps(item))
        opened(dock, desktop)
        dock.chooser.ask_for_address()
        QTest.keyClicks(dock.chooser.address, f"{address}/simulated.json")
        QTest.keyClick(dock.chooser.address, Qt.Key.Key_Return)
        wait(lambda: dock.state.phase in SETTLED)
        assert dock.chooser.combo.currentText() == "simulated.json"
        assert dock.source.kind == "item"
        dock.run()
        wait(lambda: dock.state.phase in (Phase.DONE, Phase.DONE_WITH_WARNINGS))
        (group,) = project.layerTreeRoot().findGroups()
        (mask,) = group.findLayers()
        assert group.name() == "S2A_31TCJ_simulated"
        assert set(pixels(mask.layer().source()).flatten()) > {0, 1}

    def test_a_raster_at_an_address_is_read_there(self, dock, server, scene_file) -> None:
        folder, address = server
        (folder / scene_file.name).write_bytes(scene_file.read_bytes())
        dock.chooser.open(f"{address}/{scene_file.name}")
        wait(lambda: dock.state.phase in SETTLED)
        assert dock.source.roles == describe(str(scene_file)).roles
        assert {band.path for band in dock.source.bands} == {
            f"/vsicurl/{address}/{scene_file.name}"
        }

    @pytest.mark.parametrize("name", ["none.tif", "none.json"])
    def test_an_address_with_nothing_there_is_named_at_the_card(self, dock, server, name) -> None:
        dock.chooser.open(f"{server[1]}/{name}")
        wait(lambda: dock.state.phase in SETTLED)
        assert dock.state.notice.level is Level.ERROR
        assert dock.state.notice.text.startswith(name)
        assert "/vsi" not in dock.state.notice.text

    def test_what_was_opened_is_offered_again_the_newest_first(self, dock, desktop) -> None:
        opened(dock, desktop)
        for number in (1, 2, 1, 3, 4, 5, 6, 7):
            dock.chooser.open(f"https://127.0.0.1:9/{number}.json")
        menu = dock.chooser.findChild(QToolButton, "open_scene").menu()
        menu.aboutToShow.emit()
        before = menu.actions()[-1].menu()
        assert [action.text()[3:] for action in before.actions()] == [
            f"{number}.json" for number in (7, 6, 5, 4, 3)
        ]
        before.actions()[2].trigger()
        assert dock.chooser.scene().location == "https://127.0.0.1:9/5.json"

    @pytest.mark.parametrize(
        "key", ["https://a.example/b.tif?sig=x", "https://me:x@a.example/b.tif"]
    )
    def test_an_address_that_may_hold_a_key_is_not_remembered(self, dock, key) -> None:
        dock.chooser.open(key)
        assert settings.load().recent == ()

    def test_an_address_can_be_mended(self, dock, desktop) -> None:
        opened(dock, desktop)
        dock.chooser.open("https://127.0.0.1:9/item.json")
        dock.chooser.ask_for_address()
        assert dock.chooser.address.text() == "https://127.0.0.1:9/item.json"

    def test_a_file_that_is_loaded_is_not_loaded_again(self, dock, scene_layer, project) -> None:
        dock.chooser.open(scene_layer.source())
        assert list(project.mapLayers()) == [scene_layer.id()]
        assert dock.chooser.scene().layer_id == scene_layer.id()

    def test_files_that_are_dropped_become_one_scene(self, dock, band_layers) -> None:
        paths = [layer.source() for layer in band_layers]
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(path) for path in paths])
        self.drop(dock, data)
        assert dock.chooser.scene().location == tuple(sorted(paths))

    def test_a_layer_that_is_dropped_is_chosen(self, dock, scene_layer) -> None:
        uri = QgsMimeDataUtils.Uri(scene_layer)
        self.drop(dock, QgsMimeDataUtils.encodeUriList([uri]))
        assert dock.chooser.scene().layer_id == scene_layer.id()

    @staticmethod
    def drop(dock: CloudMaskDock, data: QMimeData) -> None:
        held = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
        entering = QDragEnterEvent(QPoint(9, 9), *held, Qt.KeyboardModifier.NoModifier)
        dock.dragEnterEvent(entering)
        assert dock.acceptDrops()
        assert entering.isAccepted()
        dock.dropEvent(QDropEvent(QPointF(9, 9), *held, Qt.KeyboardModifier.NoModifier))


def test_a_run_is_told_of_shadow_and_elevations(
    dock, scene_layer, band_layers, project, monkeypatch
) -> None:
    asked = []

    def refused(request, reporter):
        asked.append(request.shadows)
        raise OptionError("Nothing is masked here.")

    monkeypatch.setattr(dock_module, "mask_scene", refused)
    dock.chooser.choose_layer(scene_layer)
    wait(lambda: dock.state.phase in SETTLED)
    dock.panel.corrected.emit(Overrides(sun_zenith=40.0, sun_azimuth=150.0))
    wait(lambda: dock.state.phase in SETTLED and dock.source.sun_zenith.value == 40)
    shadows = dock.panel.refine.shadows
    assert shadows.dem is None
    for remove, dem in ((False, None), (True, band_layers[0])):
        before = len(asked)
        shadows.findChild(QCheckBox, "remove_orphans").setChecked(remove)
        shadows.findChild(QgsMapLayerComboBox, "dem").setLayer(dem)
        dock.run()
        wait(lambda before=before: len(asked) > before and dock.state.progress is None)
    assert settings.load().remove_orphans
    path = band_layers[0].source()
    assert asked == [ShadowOptions(), ShadowOptions("remove", path)]


def test_the_result_leads_to_the_tab_check_with_mask_and_scene(
    dock, desktop, scene_layer, project
) -> None:
    dock.show()
    dock.chooser.take_layer(scene_layer)
    wait(lambda: dock.state.phase in SETTLED)
    link = dock.panel.check_link
    assert not link.isVisible()
    masks = []
    for _ in range(2):
        dock.run()
        wait(lambda: len(masks) < len(check_layers.mask_layers(project)))
        masks.append(dock.state.last.layer_id)
    assert link.isVisible()
    assert link.isEnabled()
    dock.check.check_mask(masks[0])
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert dock.tabs.currentWidget() is dock.check.panel
    assert dock.check.panel.mask.value() == masks[1]
    assert dock.check.panel.scene.value() == scene_layer.id()
    dock.tabs.show_page(dock.panel)
    project.removeMapLayer(masks[1])
    wait(lambda: not link.isEnabled())


def test_the_message_of_a_result_leads_to_the_tab_check(dock, desktop, scene_layer) -> None:
    dock.chooser.take_layer(scene_layer)
    wait(lambda: dock.state.phase in SETTLED)
    dock.run()
    wait(lambda: dock.state.phase in (Phase.DONE, Phase.DONE_WITH_WARNINGS))
    message = desktop.messageBar().currentItem()
    button = message.findChild(QPushButton, "cloudmask_check")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert dock.tabs.currentWidget() is dock.check.panel
    assert dock.check.panel.mask.value() == dock.state.last.layer_id
