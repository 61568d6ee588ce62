"""Correcting a mask in the tab: each pencil by the mouse, undo by keys, a new version."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr, osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProject,
)
from qgis.gui import QgsVertexMarker
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from cloudmask_plugin.engine.classes import NODATA
from tests.qgis.check_tab import SIDE, Tab, wait
from tests.qgis.conftest import pixels

CONTROL = Qt.KeyboardModifier.ControlModifier


def begin(tab: Tab, pencil: str, become: str) -> None:
    """Open the section, take a pencil and a class, and wait for the copy."""
    tab.show()
    tab.settle()
    if not tab.check.correct_section.is_open:
        tab.click("section_correct")
    tab.click(f"become_{become}")
    tab.click(f"pencil_{pencil}")
    wait(lambda: tab.check.correct.editor is not None, "the copy")
    assert tab.canvas.mapTool() is tab.check.correct.tool


def codes(tab: Tab) -> np.ndarray:
    editor = tab.check.correct.editor
    return editor.codes(editor.grid.window)


def mask_pixel(tab: Tab, x: int, y: int) -> tuple[float, float]:
    """Return row and column of the mask under a pixel of the map, with fractions."""
    place = tab.canvas.getCoordinateTransform().toMapCoordinates(x, y)
    grid = tab.check.correct.editor.grid
    return (grid.transform[3] - place.y()) / 10, (place.x() - grid.transform[0]) / 10


def test_a_brush_paints_under_the_mouse_and_the_map_shows_it(tab: Tab, mask_layer) -> None:
    begin(tab, "brush", "thick")
    before = codes(tab)
    tab.drag([(120, 150), (150, 150), (180, 150)])
    after = codes(tab)
    row, col = mask_pixel(tab, 150, 150)
    assert after[int(row), int(col)] == 1
    rows, cols = np.nonzero(after != before)
    assert (after[rows, cols] == 1).all()
    radius = tab.widget("brush_radius").value()
    assert np.abs(rows + 0.5 - row).max() <= radius
    ends = [mask_pixel(tab, x, 150)[1] for x in (120, 180)]
    painted = np.nonzero((after == 1)[int(row)])[0] + 0.5
    stroke = painted[(painted >= ends[0] - radius) & (painted <= ends[1] + radius)]
    valid = before[int(row), int(ends[0]) : int(ends[1])] != NODATA
    assert len(stroke) >= valid.sum()
    shown = tab.check.viewer.overlay.codes
    assert shown[150, 150] == 1
    assert "Corrections: 1 (" in tab.widget("edit_state").text()


def test_lasso_polygon_and_flood_select_what_they_enclose(tab: Tab, mask_layer) -> None:
    begin(tab, "lasso", "shadow")
    tab.drag([(110, 110), (190, 110), (190, 190), (110, 190)])
    inside = codes(tab)[int(mask_pixel(tab, 150, 150)[0]), int(mask_pixel(tab, 150, 150)[1])]
    assert inside == 3
    QTest.keyClick(tab.canvas, Qt.Key.Key_Z, CONTROL)
    tab.click("become_thin")
    tab.click("pencil_polygon")
    before = codes(tab)
    view = tab.canvas.viewport()
    for x, y in ((120, 120), (180, 120), (180, 180), (10, 10)):
        tab.drag([(x, y)])
    QTest.keyClick(tab.canvas, Qt.Key.Key_Backspace)  # the last corner was a slip
    QTest.keyClick(tab.canvas, Qt.Key.Key_Return)
    after = codes(tab)
    row, col = mask_pixel(tab, 170, 130)
    assert after[int(row), int(col)] == 2
    row, col = mask_pixel(tab, 130, 170)  # the other half of the square
    assert after[int(row), int(col)] == before[int(row), int(col)]
    tab.click("become_clear")
    tab.click("pencil_flood")
    assert view.isVisible()
    row, col = np.argwhere(after == 1)[len(np.argwhere(after == 1)) // 2]
    grid = tab.check.correct.editor.grid
    place = tab.canvas.getCoordinateTransform().transform(
        grid.transform[0] + 10 * (col + 0.5), grid.transform[3] - 10 * (row + 0.5)
    )
    tab.drag([(round(place.x()), round(place.y()))])
    flooded = codes(tab)
    changed = flooded != after
    assert 0 < changed.sum() < changed.size / 2
    assert (flooded[changed] == 0).all()


def test_undo_and_redo_by_keys_are_exact(tab: Tab, mask_layer) -> None:
    begin(tab, "brush", "clear")
    states, rng = [codes(tab)], np.random.default_rng(2)
    while len(states) < 6:
        start = rng.integers(60, SIDE - 60, 2)
        tab.click(("become_thick", "become_thin", "become_shadow")[len(states) % 3])
        tab.drag([tuple(start), tuple(start + 25)])
        if not np.array_equal(codes(tab), states[-1]):
            states.append(codes(tab))
    for state in states[-2::-1]:
        QTest.keyClick(tab.canvas, Qt.Key.Key_Z, CONTROL)
        np.testing.assert_array_equal(codes(tab), state)
    assert not tab.widget("undo_edit").isEnabled()
    for state in states[1:]:
        QTest.keyClick(tab.canvas, Qt.Key.Key_Y, CONTROL)
        np.testing.assert_array_equal(codes(tab), state)
    assert not tab.widget("redo_edit").isEnabled()


def test_saving_writes_a_new_version_with_provenance_and_checks_it(
    tab: Tab, project: QgsProject, mask_layer, mask_result
) -> None:
    original = Path(mask_result.output).read_bytes()
    begin(tab, "brush", "thick")
    assert not tab.widget("save_edits").isEnabled()
    tab.drag([(140, 140), (160, 160)])
    expected = codes(tab)
    assert "Not saved yet" in tab.widget("edit_state").text()
    tab.click("save_edits")
    wait(lambda: tab.panel.mask.value() != mask_layer.id(), "the new version")
    written = Path(mask_result.output).with_name("mask_v2.tif")
    np.testing.assert_array_equal(pixels(written), expected)
    assert Path(mask_result.output).read_bytes() == original
    tags = gdal.Open(str(written)).GetMetadata()
    edits = json.loads(tags["CLOUDMASK_EDITS"])
    assert edits[0]["from"] == "mask.tif"
    assert edits[0]["edits"] == {"brush": 1}
    assert tags["CLOUDMASK_MODEL"] == "cloudmask-fast"
    assert tab.check.correct.editor is None
    assert tab.canvas.mapTool() is not tab.check.correct.tool
    # What was corrected becomes patches for training.
    wait(lambda: tab.check.spec is not None, "the scene's bands")
    wait(lambda: tab.widget("export_patches").isEnabled(), "the export")
    folder = written.with_name("patches")
    tab.check.correct.export(str(folder))
    wait(lambda: tab.check.correct._task is None, "the patches")
    labels = pixels(next(folder.glob("ROI_0001/*/manual_hq.tif")))
    np.testing.assert_array_equal(labels[:400, :300], np.where(expected == NODATA, 99, expected))


def show_in(tab: Tab, layer, authority: str) -> None:
    """Show a mask's middle on a map in another coordinate system."""
    before = tab.looks
    tab.canvas.setDestinationCrs(QgsCoordinateReferenceSystem(authority))
    extent = tab.canvas.mapSettings().layerExtentToOutputExtent(layer, layer.extent())
    extent.scale(0.6)
    tab.canvas.setExtent(extent)
    tab.check.viewer.refresh()
    wait(lambda: tab.looks > before, "a look")


def burned(tab: Tab, places: list[tuple[int, int]]) -> np.ndarray:
    """Return the mask's pixels within an outline of pixels of the map, as GDAL burns it."""
    source, target = osr.SpatialReference(), osr.SpatialReference()
    source.ImportFromWkt(tab.canvas.mapSettings().destinationCrs().toWkt())
    grid = tab.check.correct.editor.grid
    target.ImportFromWkt(grid.crs)
    for system in (source, target):
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    to_map = tab.canvas.getCoordinateTransform().toMapCoordinates
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in [*places, places[0]]:
        ring.AddPoint_2D(to_map(x, y).x(), to_map(x, y).y())
    shape = ogr.Geometry(ogr.wkbPolygon)
    shape.AddGeometry(ring)
    shape.Segmentize(tab.canvas.mapUnitsPerPixel())
    shape.Transform(osr.CoordinateTransformation(source, target))
    raster = gdal.GetDriverByName("MEM").Create("", grid.width, grid.height, 1, gdal.GDT_Byte)
    raster.SetGeoTransform(grid.transform)
    raster.SetProjection(grid.crs)
    store = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = store.CreateLayer("", target)
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(shape)
    layer.CreateFeature(feature)
    gdal.RasterizeLayer(raster, [1], layer, burn_values=[1])
    return raster.ReadAsArray() > 0


@pytest.mark.parametrize("authority", ["EPSG:3857", "EPSG:3035"])
def test_pencils_work_on_a_map_in_another_crs(tab: Tab, mask_layer, authority: str) -> None:
    begin(tab, "brush", "shadow")
    show_in(tab, mask_layer, authority)
    editor, viewer = tab.check.correct.editor, tab.check.viewer
    np.testing.assert_array_less(0.99, (editor.view(viewer.look.view) == viewer.look.codes).mean())
    outline = [(90, 80), (220, 120), (190, 230), (100, 200)]
    for pencil, become, code in (("lasso", "shadow", 3), ("polygon", "thin", 2)):
        tab.click(f"become_{become}")
        tab.click(f"pencil_{pencil}")
        before = codes(tab)
        if pencil == "lasso":
            tab.drag(outline)
        else:
            for place in outline:
                tab.drag([place])
            QTest.keyClick(tab.canvas, Qt.Key.Key_Return)
        after, inside = codes(tab), burned(tab, outline) & (before != NODATA)
        # Middles that lie on the outline but for rounding may fall on either side.
        expected = np.where(inside, code, before)
        assert (after != expected).sum() <= 2
        assert inside.sum() > 1000
        assert (viewer.overlay.codes[150, 150]) == code
        outline = [(x + 15, y - 10) for x, y in outline]
    place = tab.canvas.getCoordinateTransform().toMapCoordinates(150, 150)
    transform = QgsCoordinateTransform(
        tab.canvas.mapSettings().destinationCrs(), mask_layer.crs(), tab.project
    )
    there = transform.transform(place)
    col = (there.x() - editor.grid.transform[0]) / 10
    row = (editor.grid.transform[3] - there.y()) / 10
    tab.click("become_thick")
    tab.click("pencil_brush")
    radius = tab.widget("brush_radius").value()
    before = codes(tab)
    tab.drag([(150, 150)])
    rows, cols = np.mgrid[: before.shape[0], : before.shape[1]] + 0.5
    disc = np.hypot(rows - row, cols - col) <= radius
    np.testing.assert_array_equal(codes(tab) == 1, (before == 1) | (disc & (before != NODATA)))
    tab.click("become_clear")
    tab.click("pencil_flood")
    tab.drag([(150, 150)])
    assert codes(tab)[int(row), int(col)] == 0
    for _ in editor.edits:
        QTest.keyClick(tab.canvas, Qt.Key.Key_Z, CONTROL)
    np.testing.assert_array_equal(codes(tab), pixels(mask_layer.source()))


def test_the_brush_looks_as_wide_as_it_paints_on_a_map_in_another_crs(tab: Tab, mask_layer) -> None:
    begin(tab, "brush", "thick")
    show_in(tab, mask_layer, "EPSG:3857")
    tab.check.correct._show_look()
    before = tab.check.viewer.overlay.codes.copy()
    tab.drag([(150, 150)])
    painted = (tab.check.viewer.overlay.codes != before)[150].sum()
    free = (before[150] != 1)[150 - 40 : 190].all()
    assert tab.check.correct.tool._width == pytest.approx(painted, abs=3) or not free


def test_corrections_that_are_not_saved_hold_the_sliders_and_say_so(tab: Tab, mask_layer) -> None:
    begin(tab, "brush", "thick")
    sliders = [tab.widget(name) for name in ("strictness", "check_thick", "check_purpose")]
    assert all(slider.isEnabled() for slider in sliders), "nothing is corrected yet"
    tab.drag([(140, 140), (160, 160)])
    assert not any(slider.isEnabled() for slider in sliders)
    assert all("save your corrections" in slider.toolTip() for slider in sliders)
    assert "save your corrections" in tab.widget("consequences").text()
    assert not tab.widget("apply_thresholds").isEnabled()
    QTest.keyClick(tab.canvas, Qt.Key.Key_Z, CONTROL)
    assert all(slider.isEnabled() for slider in sliders)
    assert "of clear land" in tab.widget("consequences").text()
    assert "save your" not in sliders[0].toolTip()


def test_thresholds_that_are_tried_hold_the_pencils_and_say_so(tab: Tab, mask_layer) -> None:
    begin(tab, "brush", "thick")
    written = tab.check.viewer.overlay.codes.copy()
    tab.widget("strictness").setValue(6)
    assert (tab.check.viewer.overlay.codes != written).any(), "the preview is shown"
    pencil = tab.widget("pencil_brush")
    assert not pencil.isEnabled()
    assert "only tried" in pencil.toolTip()
    assert "only tried" in tab.widget("edit_state").text()
    assert tab.canvas.mapTool() is not tab.check.correct.tool
    tab.click("back_to_written")
    assert pencil.isEnabled()
    assert "Paint" in pencil.toolTip()
    np.testing.assert_array_equal(tab.check.viewer.overlay.codes, written)


def test_trying_thresholds_on_a_corrected_mask_says_what_is_lost(
    tab: Tab, mask_layer, mask_result
) -> None:
    begin(tab, "brush", "thick")
    tab.drag([(140, 140), (160, 160)])
    tab.click("save_edits")
    wait(lambda: tab.panel.mask.value() != mask_layer.id(), "the new version")
    wait(lambda: tab.check.viewer.known is not None and tab.check.viewer.known.edited, "its tags")
    assert "corrections" not in tab.widget("consequences").text()
    tab.widget("strictness").setValue(3)
    assert "without this mask's corrections by hand" in tab.widget("consequences").text()


def test_the_keyboard_alone_corrects_in_the_middle_of_the_map(tab: Tab, mask_layer) -> None:
    begin(tab, "brush", "thick")
    before = codes(tab)
    row, col = mask_pixel(tab, SIDE // 2, SIDE // 2)
    QTest.keyClick(tab.canvas, Qt.Key.Key_P)
    rows, cols = np.mgrid[: before.shape[0], : before.shape[1]] + 0.5
    disc = np.hypot(rows - row, cols - col) <= tab.widget("brush_radius").value()
    np.testing.assert_array_equal(codes(tab), np.where(disc & (before != NODATA), 1, before))
    tab.click("become_shadow")
    tab.click("pencil_polygon")
    marks = [i for i in tab.canvas.scene().items() if isinstance(i, QgsVertexMarker)]
    assert len(marks) == 2, "the middle is marked"
    middle = tab.canvas.center()
    for east, north in ((-300, -300), (300, -300), (300, 300), (-300, 300)):
        tab.canvas.setCenter(QgsPointXY(middle.x() + east, middle.y() + north))
        QTest.keyClick(tab.canvas, Qt.Key.Key_P)
    QTest.keyClick(tab.canvas, Qt.Key.Key_Return)
    square = (np.abs(rows - row) < 29.4) & (np.abs(cols - col) < 29.4)
    assert (codes(tab)[square & (before != NODATA)] == 3).all()
    tab.click("pencil_polygon")  # put down
    assert not [i for i in tab.canvas.scene().items() if isinstance(i, QgsVertexMarker)]
    QTest.keyClick(tab.canvas, Qt.Key.Key_P)
    assert len(tab.check.correct.editor.edits) == 2
