"""The tab Check: what is shown over the map, and how, without a window of QGIS."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsDateTimeRange, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import QDateTime, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QToolButton

from cloudmask_plugin import layers
from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.classes import CLASSES, NODATA
from cloudmask_plugin.engine.consequences import believe, expect, stricter
from cloudmask_plugin.engine.models import find
from cloudmask_plugin.engine.pipeline import MaskResult
from cloudmask_plugin.engine.refine import RefineOptions, decide, in_pixels, tidy
from cloudmask_plugin.gui.mask_overlay import Mode
from tests.qgis.check_tab import SIDE, Tab, codes_on_map, wait
from tests.qgis.conftest import pixels
from tests.unit.stored import digital_numbers, write_raster
from training.simulation import simulate_scene


def test_a_mask_and_what_belongs_to_it_are_found_and_drawn(
    tab: Tab, scene_layer, mask_layer, mask_result: MaskResult
) -> None:
    tab.show()
    tab.settle()
    assert tab.panel.mask.value() == mask_layer.id()
    assert tab.panel.scene.value() == scene_layer.id()
    assert tab.panel.probabilities.value() == mask_result.probabilities
    tab.look_at(mask_layer)
    expected = codes_on_map(mask_result.output)
    shown = tab.check.viewer.look.codes
    assert (shown == expected).mean() > 0.98
    drawn = tab.drawn()
    for item in CLASSES[1:]:
        here = shown == item.code
        assert here.any()
        colours = drawn[here]
        assert np.abs(colours[:, 3].astype(int) - item.colour[3]).max() <= 1
        assert np.abs(colours[:, :3].astype(int) - item.colour[:3]).max() <= 2
    assert (drawn[(shown == 0) | (shown == NODATA)] == 0).all()


def test_the_masks_own_layer_makes_way_while_the_tab_is_in_front(
    tab: Tab, project, mask_layer
) -> None:
    node = project.layerTreeRoot().findLayer(mask_layer.id())
    assert node.itemVisibilityChecked()
    tab.show()
    tab.settle()
    assert not node.itemVisibilityChecked()
    tab.panel.hide()
    assert node.itemVisibilityChecked()
    assert not tab.check.viewer.overlay.isVisible()
    tab.panel.show()
    assert not node.itemVisibilityChecked()


def test_views_follow_buttons_and_keys(tab: Tab, mask_layer) -> None:
    tab.show()
    tab.settle()
    tab.look_at(mask_layer)
    overlay, full = tab.check.viewer.overlay, tab.drawn()[..., 3] > 0
    tab.click("view_outline")
    assert overlay.options.mode is Mode.OUTLINE
    rim = tab.drawn()[..., 3] > 0
    assert 0 < rim.sum() < full.sum()
    assert not (rim & ~full).any()
    QTest.keyClick(tab.canvas, Qt.Key.Key_2)
    assert overlay.options.mode is Mode.SWIPE
    left = tab.drawn()[..., 3] > 0
    assert (left[:, : SIDE // 2 - 20] == full[:, : SIDE // 2 - 20]).all()
    assert not left[: SIDE // 2 - 20, SIDE // 2 + 20 :].any()
    QTest.keyClick(tab.canvas, Qt.Key.Key_Right)
    assert overlay.options.swipe == pytest.approx(0.52)
    QTest.keyClick(tab.canvas, Qt.Key.Key_1)
    QTest.keyClick(tab.canvas, Qt.Key.Key_H)
    assert not tab.drawn().any()
    QTest.keyClick(tab.canvas, Qt.Key.Key_H)
    for _ in range(4):
        QTest.keyClick(tab.panel, Qt.Key.Key_Minus)
    assert overlay.options.opacity == pytest.approx(0.8)
    thick = tab.check.viewer.look.codes == 1
    assert tab.drawn()[thick][:, 3].max() == pytest.approx(0.8 * CLASSES[1].colour[3], abs=2)


def test_the_line_of_a_swipe_is_dragged_and_the_map_stays(tab: Tab, mask_layer) -> None:
    tab.show()
    tab.settle()
    tab.look_at(mask_layer)
    tab.click("view_swipe")
    extent = tab.canvas.extent()
    tab.drag([(SIDE // 2 + 2, 200), (160, 200), (120, 200), (75, 200)])
    assert tab.check.viewer.overlay.options.swipe == pytest.approx(0.25)
    assert tab.canvas.extent() == extent


def test_flicker_shows_mask_and_scene_in_turn(tab: Tab, mask_layer) -> None:
    tab.show()
    tab.settle()
    tab.look_at(mask_layer)
    tab.check._flicker.setInterval(30)
    QTest.keyClick(tab.canvas, Qt.Key.Key_3)
    seen = set()
    wait(lambda: seen.add(bool(tab.drawn().any())) or len(seen) == 2, "both pictures")
    QTest.keyClick(tab.canvas, Qt.Key.Key_1)
    assert tab.drawn().any()


def test_two_masks_are_compared_and_where_they_agree_is_told(
    tab: Tab, project, mask_layer, mask_result: MaskResult, tmp_path: Path
) -> None:
    codes = pixels(mask_result.output)
    scl = np.choose(np.where(codes == NODATA, 4, codes), [4, 9, 10, 3, 0]).astype(np.uint8)
    scl[:, :100] = 4  # Sen2Cor sees nothing there
    path = str(tmp_path / "T31UFS_20221005_SCL_10m.tif")
    copy = gdal.GetDriverByName("GTiff").CreateCopy(path, gdal.Open(mask_result.output))
    copy.SetMetadata({})
    copy.GetRasterBand(1).WriteArray(scl)
    copy = None
    other = QgsRasterLayer(path, "SCL", "gdal")
    project.addMapLayer(other)
    tab.show()
    tab.settle()
    tab.panel.other.show_offers(tab.panel.other._offers, other.id())
    tab.panel.other.chosen.emit(other.id())
    tab.settle()
    assert "Sen2Cor" in tab.panel.notice.text()
    tab.click("view_agreement")
    drawn = tab.drawn()
    masked = tab.check.viewer.look.codes
    only_ours = (drawn[..., 0] > 200) & (drawn[..., 2] < 40) & (drawn[..., 3] > 0)
    # The map is as high as the mask of 300 columns and 400 rows, and shows it in its middle.
    column = (np.arange(SIDE) + 0.5 - SIDE / 8) / SIDE * 400
    expected, sure = np.isin(masked, (1, 2, 3)) & (column < 100), np.abs(column - 100) > 2
    np.testing.assert_array_equal(only_ours[:, sure], expected[:, sure])
    share = only_ours.sum() / (masked != NODATA).sum()
    told = tab.panel.agreement.text()
    assert "In view the masks agree on" in told
    # The squares of the legend have the colours of the map.
    square = '<span style="color: rgb(230, 97, 1)">■</span>'
    assert f"{square} Only the first masks: {100 * share:.0f}" in told


def test_a_raster_of_unknown_values_asks_what_they_mean(
    tab: Tab, project, mask_result: MaskResult, tmp_path: Path
) -> None:
    path = str(tmp_path / "somebody.tif")
    copy = gdal.GetDriverByName("GTiff").CreateCopy(path, gdal.Open(mask_result.output))
    copy.SetMetadata({})
    codes = pixels(mask_result.output)
    copy.GetRasterBand(1).WriteArray(np.where(codes == 1, 9, 4).astype(np.uint8))
    copy = None
    layer = QgsRasterLayer(path, "somebody's", "gdal")
    project.addMapLayer(layer)
    tab.show()
    wait(lambda: "is not known" in tab.panel.notice.text(), "the question")
    tab.panel.table.show_offers(tab.panel.table._offers, "scl")
    tab.panel.table.chosen.emit("scl")
    tab.settle()
    tab.look_at(layer)
    assert (tab.check.viewer.look.codes == 1).any()


def test_bands_are_combined_in_one_click_and_the_style_comes_back(
    tab: Tab, project, mask_layer, scene_layer
) -> None:
    before = scene_layer.renderer().type(), scene_layer.renderer().usesBands()
    other = scene_layer.clone()
    tab.show()
    tab.settle()
    wait(lambda: tab.check.spec is not None, "the scene's bands")
    names = [scene_layer.bandName(band).split(": ")[-1] for band in range(1, 5)]
    tab.click("bands_true")
    renderer = scene_layer.renderer()
    combined = renderer.usesBands()
    shown = [names[band - 1] for band in combined]
    assert shown == ["B04", "B03", "B02"]
    assert renderer.redContrastEnhancement().maximumValue() == pytest.approx(3500)
    assert not tab.widget("bands_cirrus").isEnabled()
    assert "lacks" in tab.widget("bands_cirrus").toolTip()
    tab.click("bands_styled")
    assert (scene_layer.renderer().type(), scene_layer.renderer().usesBands()) == before
    tab.click("bands_true")
    project.addMapLayer(other)
    tab.check.reload()
    scenes = tab.panel.scene
    scenes.chosen.emit(scenes.show_offers(scenes._offers, other.id()) or other.id())
    wait(lambda: other.renderer().usesBands() == combined, "the same bands")
    assert tab.widget("bands_true").isChecked(), "what was chosen stays from scene to scene"
    assert (scene_layer.renderer().type(), scene_layer.renderer().usesBands()) == before
    tab.check.remove()
    assert (other.renderer().type(), other.renderer().usesBands()) == before


def test_a_click_shows_the_cirrus_band_of_a_scene_that_has_it(
    tab: Tab, project, mask_layer, scene_layer, tmp_path: Path
) -> None:
    scene = simulate_scene(400, 300, seed=2, thick=0.2, thin=0.1)
    path = tmp_path / "S2B_MSIL1C_20221010T115411_simulated.tif"
    write_raster(path, digital_numbers(scene.reflectance, ROLES), ROLES)
    layer = QgsRasterLayer(str(path), "all bands", "gdal")
    project.addMapLayer(layer)
    tab.show()
    tab.settle()
    wait(lambda: tab.check.spec is not None, "the scene's bands")
    button = tab.widget("bands_cirrus")
    assert not button.isEnabled(), "the first scene has four bands"
    scenes = tab.panel.scene
    scenes.chosen.emit(scenes.show_offers(scenes._offers, layer.id()) or layer.id())
    wait(button.isEnabled, "a scene with B10")
    tab.click("bands_cirrus")
    renderer = layer.renderer()
    assert renderer.usesBands() == [ROLES.index("B10") + 1]
    assert button.isChecked()
    # Drawn in grey by reflectance: bright is what lies high, whatever the ground.
    stretch = renderer.contrastEnhancement()
    block = renderer.block(1, layer.extent(), layer.width(), layer.height())
    grey = np.array(
        [[(block.color(row, col) >> 16) & 255 for col in range(300)] for row in range(0, 400, 9)]
    )
    cirrus = scene.reflectance[ROLES.index("B10")][::9]
    expected = (cirrus * 10_000 + 0.5 - stretch.minimumValue()) / (
        stretch.maximumValue() - stretch.minimumValue()
    )
    assert np.abs(grey / 255 - expected.clip(0, 1)).max() < 0.03
    assert 0.02 < (grey > 128).mean() < 0.6
    # B goes on from there and comes back to it; without B10 the button is shut again.
    seen = set()
    for _ in range(4):
        QTest.keyClick(tab.canvas, Qt.Key.Key_B)
        seen.add(tuple(layer.renderer().usesBands()))
    assert (ROLES.index("B10") + 1,) in seen
    assert len(seen) == 4
    scenes.chosen.emit(scenes.show_offers(scenes._offers, scene_layer.id()) or scene_layer.id())
    wait(lambda: not button.isEnabled(), "the scene without B10")


def test_a_map_in_another_crs_shows_the_mask_where_it_lies(tab: Tab, mask_layer) -> None:
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform

    tab.show()
    tab.settle()
    mercator = QgsCoordinateReferenceSystem("EPSG:3857")
    transform = QgsCoordinateTransform(mask_layer.crs(), mercator, QgsProject.instance())
    before = tab.looks
    tab.canvas.setDestinationCrs(mercator)
    tab.canvas.setExtent(transform.transformBoundingBox(mask_layer.extent()))
    wait(
        lambda: tab.looks > before and "3857" in tab.check.viewer.look.view.crs[-20:],
        "a look in Mercator",
    )
    shown = tab.check.viewer.look.codes
    whole = codes_on_map(mask_layer.source())
    for code in range(4):
        ours, theirs = (shown == code).mean(), (whole == code).mean()
        assert ours == pytest.approx(theirs, abs=0.12)
    assert (shown == 1).any()


def test_a_turned_map_turns_the_mask(tab: Tab, mask_layer) -> None:
    tab.show()
    tab.settle()
    tab.look_at(mask_layer)
    upright = tab.drawn()[..., 3] > 0
    before = tab.looks
    tab.canvas.setRotation(90)
    wait(lambda: tab.looks > before, "a look")
    turned = tab.drawn()[..., 3] > 0
    middle = slice(90, 210)
    expected = np.rot90(upright, -1)[middle, middle]
    assert (turned[middle, middle] == expected).mean() > 0.9
    assert (turned[middle, middle] == upright[middle, middle]).mean() < 0.9


def test_the_temporal_controller_brings_the_mask_of_its_time(
    tab: Tab, project, scene_layer, mask_layer, mask_result: MaskResult, tmp_path: Path
) -> None:
    path = str(tmp_path / "later.tif")
    gdal.GetDriverByName("GTiff").CreateCopy(path, gdal.Open(mask_result.output))
    later = QgsRasterLayer(path, "later", "gdal")
    layers.finish_mask(later, "2022-10-15T11:54:11Z")
    project.addMapLayer(later)
    tab.show()
    tab.settle()
    tab.check.check_mask(mask_layer.id())
    day = QgsDateTimeRange(
        QDateTime.fromString("2022-10-15T00:00:00Z", Qt.DateFormat.ISODate),
        QDateTime.fromString("2022-10-16T00:00:00Z", Qt.DateFormat.ISODate),
    )
    tab.canvas.setTemporalRange(day)
    assert tab.panel.mask.value() == later.id()


def test_without_a_mask_the_tab_says_what_is_missing(tab: Tab) -> None:
    tab.show()
    assert "Make a mask" in tab.panel.notice.text()
    assert not tab.widget("apply_thresholds").isEnabled()
    assert tab.widget("strictness").toolTip()


def test_thresholds_redraw_the_mask_and_say_what_they_cost(
    tab: Tab, mask_layer, mask_result: MaskResult
) -> None:
    tab.show()
    tab.settle()
    tab.look_at(mask_layer)
    viewer, known = tab.check.viewer, tab.check.viewer.known
    cost = tab.widget("consequences").text()
    assert not tab.widget("apply_thresholds").isEnabled()
    slider = tab.widget("strictness")
    slider.setFocus()
    for _ in range(4):
        QTest.keyClick(slider, Qt.Key.Key_Right)
    options = stricter(RefineOptions(), 2)
    assert tab.panel.thresholds.value() == options
    np.testing.assert_array_equal(viewer.overlay.codes, decide(viewer.look.probabilities, options))
    assert known.own == find().calibration_with(tab.check.spec.roles)
    found = expect(believe(known.odds, known.hectares, known.own), options)
    text = tab.widget("consequences").text()
    assert text != cost
    assert f"{found.clear_lost:.0f}\u00a0ha" in text
    # 400 × 300 pixels of 10 m.
    assert known.odds.total * known.hectares == pytest.approx(1200, rel=0.01)
    wait(lambda: "more clear land lost" in tab.widget("step_cost").text(), "the next step")
    tab.click("back_to_written")
    assert tab.widget("consequences").text() == cost
    np.testing.assert_array_equal(viewer.overlay.codes, viewer.look.codes)


def test_one_threshold_is_moved_alone_and_a_purpose_sets_them_all(tab: Tab, mask_layer) -> None:
    tab.show()
    tab.settle()
    tab.look_at(mask_layer)
    tab.widget("check_thick").setValue(30)
    assert tab.panel.thresholds.value() == RefineOptions(thick=0.3)
    purpose = tab.panel.thresholds.purpose
    purpose.show_offers(purpose._offers, "change")
    purpose.chosen.emit("change")
    options = tab.panel.thresholds.value()
    assert options.buffer == 100
    assert "buffer of 100 m" in tab.widget("view_cost").text()
    wait(lambda: "In view" in tab.widget("view_cost").text(), "the grown mask")
    look = tab.check.viewer.look
    grown = tidy(decide(look.probabilities, options), in_pixels(options, look.view.pixel_metres))
    np.testing.assert_array_equal(tab.check.viewer.overlay.codes, grown)


def test_apply_writes_a_new_version_with_its_parameters_and_checks_it(
    tab: Tab, project, mask_layer, mask_result: MaskResult
) -> None:
    original = Path(mask_result.output).read_bytes()
    tab.show()
    tab.settle()
    tab.widget("strictness").setValue(3)
    options = tab.panel.thresholds.value()
    tab.click("apply_thresholds")
    wait(lambda: tab.panel.mask.value() != mask_layer.id(), "the new version")
    written = Path(mask_result.output).with_name("mask_v2.tif")
    np.testing.assert_array_equal(
        pixels(written), decide(pixels(mask_result.probabilities), options)
    )
    assert Path(mask_result.output).read_bytes() == original
    data = gdal.Open(str(written))
    assert f'"thick": {options.thick!r}' in data.GetMetadataItem("CLOUDMASK_PARAMETERS")
    tab.settle()
    wait(lambda: tab.check.viewer.known is not None, "the new mask")
    assert tab.panel.thresholds.value() == options
    assert not tab.panel.thresholds.is_changed
    node = project.layerTreeRoot().findLayer(tab.panel.mask.value())
    assert node.parent() is project.layerTreeRoot().findLayer(mask_layer.id()).parent()


def test_everything_can_be_reached_by_keyboard_and_is_named(tab: Tab, mask_layer) -> None:
    tab.show()
    tab.settle()
    for name in ("pixel", "review", "correct", "measure", "keys"):
        tab.click(f"section_{name}")
    for button in tab.panel.findChildren(QToolButton):
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus, button.objectName()
        assert button.accessibleName() or button.text(), button.objectName()
    assert tab.panel.horizontalScrollBar().maximum() == 0
    assert tab.panel.widget().minimumSizeHint().width() <= 340  # beside a scroll bar


def test_unloading_leaves_nothing_on_the_map(tab: Tab, project, mask_layer) -> None:
    tab.show()
    tab.settle()
    overlay = tab.check.viewer.overlay
    tab.check.remove()
    assert overlay not in tab.canvas.scene().items()
    assert project.layerTreeRoot().findLayer(mask_layer.id()).itemVisibilityChecked()
    tab.canvas.setExtent(QgsRectangle(0, 0, 1, 1))  # nobody listens any more
