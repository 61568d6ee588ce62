"""Asking a pixel by the map tool: what is said, drawn and marked."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsProject, QgsRasterLayer
from qgis.gui import QgsRubberBand, QgsVertexMarker
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from cloudmask_plugin.check_text import percent
from cloudmask_plugin.engine.classes import CLASSES
from tests.qgis.check_tab import Tab, wait
from tests.qgis.conftest import pixels


def marks(tab: Tab, kind: type) -> list:
    return [item for item in tab.canvas.scene().items() if isinstance(item, kind)]


def click_class(tab: Tab, code: int) -> tuple[int, int]:
    """Click a pixel of the map that has a class around it, and wait for the answer."""
    codes = tab.check.viewer.look.codes
    same = np.ones_like(codes[2:-2, 2:-2], dtype=bool)
    for row in range(5):
        for col in range(5):
            same &= codes[row : row + same.shape[0], col : col + same.shape[1]] == code
    rows, cols = np.nonzero(same)
    place = int(rows[len(rows) // 2]) + 2, int(cols[len(cols) // 2]) + 2
    before = tab.widget("pixel_answer").text()
    tab.drag([(place[1], place[0])])
    wait(
        lambda: tab.widget("pixel_answer").text() != before and tab.check.pixel._task is None,
        "the answer",
    )
    return place


def test_a_click_tells_class_probabilities_spectrum_and_marks_the_place(
    tab: Tab, project: QgsProject, mask_layer, mask_result
) -> None:
    tab.show()
    tab.settle()
    wait(lambda: tab.check.spec is not None, "the scene's bands")
    tab.click("section_pixel")
    tab.click("ask_pixel")
    assert tab.canvas.mapTool() is tab.check.pixel.tool
    for code in (1, 0):
        row, col = click_class(tab, code)
        text = tab.widget("pixel_answer").text()
        assert f"<b>{CLASSES[code].name}</b> in the mask" in text
        place = tab.canvas.getCoordinateTransform().toMapCoordinates(col, row)
        extent = mask_layer.extent()
        there = int((extent.yMaximum() - place.y()) / 10), int((place.x() - extent.xMinimum()) / 10)
        odds = pixels(mask_result.probabilities)[(code, *there)] / 250
        assert f"{CLASSES[code].name} {percent(odds)}" in text
        assert "Would be" in text or "No single threshold would change it" in text
        assert tab.widget("spectrum").isVisibleTo(tab.panel)
        assert "B02 0." in tab.widget("spectrum").accessibleName()
        assert tab.widget("pixel_probabilities").isVisibleTo(tab.panel)
        assert marks(tab, QgsVertexMarker)
    picture = tab.widget("spectrum").grab().toImage()
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 2) for y in range(150)}
    assert len(colours) > 10  # curves, grid and words
    tab.click("ask_pixel")
    assert tab.canvas.mapTool() is not tab.check.pixel.tool
    assert not marks(tab, QgsVertexMarker)


def test_shadow_without_the_suns_angles_says_so_and_with_them_finds_a_cloud(
    tab: Tab, project: QgsProject, mask_layer
) -> None:
    from dataclasses import replace

    from cloudmask_plugin.engine.scene import Resolved

    tab.show()
    tab.settle()
    wait(lambda: tab.check.spec is not None, "the scene's bands")
    tab.click("section_pixel")
    tab.click("ask_pixel")
    click_class(tab, 3)
    assert "sun's direction is not known" in tab.widget("pixel_answer").text()
    assert not marks(tab, QgsRubberBand)
    tab.check.bands._spec = replace(
        tab.check.spec, sun_zenith=Resolved(45.0, "test"), sun_azimuth=Resolved(150.0, "test")
    )
    click_class(tab, 3)
    text = tab.widget("pixel_answer").text()
    assert "fits this shadow" in text
    assert (" up, fits" in text) == bool(marks(tab, QgsRubberBand))


def test_other_masks_are_asked_too_and_a_key_asks_the_middle(
    tab: Tab, project: QgsProject, mask_layer, mask_result
) -> None:
    other = QgsRasterLayer(mask_result.output, "a copy", "gdal")
    project.addMapLayer(other)
    tab.show()
    tab.check.check_mask(mask_layer.id())
    tab.settle()
    QTest.keyClick(tab.canvas, Qt.Key.Key_A)
    wait(lambda: "a copy:" in tab.widget("pixel_answer").text(), "the answer")
    look = tab.check.viewer.look
    code = int(look.codes[look.codes.shape[0] // 2, look.codes.shape[1] // 2])
    assert f"a copy: {CLASSES[code].name}" in tab.widget("pixel_answer").text()


def test_outside_of_the_mask_there_is_no_data(tab: Tab, mask_layer) -> None:
    tab.show()
    tab.settle()
    tab.click("ask_pixel")
    tab.drag([(3, 150)])  # left of the mask, which is higher than wide
    wait(lambda: "No data" in tab.widget("pixel_answer").text(), "the answer")
    assert not tab.widget("pixel_probabilities").isVisibleTo(tab.panel)
