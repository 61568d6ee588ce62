"""The tab Check where things do not fit together, go away, or are not there."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtTest import QTest

from cloudmask_plugin.engine.classes import CLEAR, CLOUD_SHADOW, NODATA, THICK_CLOUD
from cloudmask_plugin.engine.pipeline import MaskResult
from cloudmask_plugin.review_record import OK, WRONG
from tests.qgis.check_tab import SIDE, Tab, wait
from tests.qgis.conftest import pixels

CONTROL = Qt.KeyboardModifier.ControlModifier
KEYS = {0: Qt.Key.Key_C, 1: Qt.Key.Key_T, 2: Qt.Key.Key_I, 3: Qt.Key.Key_D}


@pytest.fixture(autouse=True)
def no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: True)


def add(project: QgsProject, path: str, name: str) -> QgsRasterLayer:
    layer = QgsRasterLayer(path, name, "gdal")
    assert layer.isValid()
    project.addMapLayer(layer)
    return layer


def changed_copy(source: str, path: Path, codes: np.ndarray) -> str:
    """Copy a mask with other codes."""
    copy = gdal.GetDriverByName("GTiff").CreateCopy(str(path), gdal.Open(source))
    copy.GetRasterBand(1).WriteArray(codes)
    copy = None
    return str(path)


def play_all(tab: Tab, shown: QgsRasterLayer, become: str = "shadow") -> dict[str, str]:
    """Use every tool of the tab on a mask, the brush at last; return what it says."""
    tab.show()
    tab.check.check_mask(shown.id())
    tab.settle()
    for key in "12345":
        QTest.keyClick(tab.canvas, key)
    QTest.keyClick(tab.canvas, Qt.Key.Key_1)
    QTest.keyClick(tab.canvas, Qt.Key.Key_B)
    QTest.keyClick(tab.canvas, Qt.Key.Key_A)
    wait(lambda: tab.check.pixel.text.text() != "", "an answer")
    QTest.keyClick(tab.panel, Qt.Key.Key_Escape)
    tab.click("section_review")
    tab.click("rank_tiles")
    wait(lambda: tab.check.review._task is None, "the ranking")
    if tab.check.review.list.count():
        QTest.keyClick(tab.canvas, Qt.Key.Key_W)
    tab.click("section_measure")
    tab.widget("points_per_class").setValue(6)
    tab.click("draw_points")
    wait(lambda: tab.check.measure._task is None, "the points")
    measure = tab.check.measure
    while measure.position is not None:
        QTest.keyClick(tab.canvas, KEYS[measure.sample.points[measure.position].mapped])
    if measure.sample.labelled:
        tab.click("accuracy_report")
        wait(lambda: measure._task is None, "the report")
        page = Path(shown.source()).with_suffix("")
        report = Path(f"{page}_accuracy.html").read_text(encoding="utf-8")
        assert Path(f"{page}_accuracy.pdf").stat().st_size > 10_000
        assert ">nan" not in report.lower()
    tab.look_at(shown)
    tab.click("section_correct")
    tab.click(f"become_{become}")
    tab.click("pencil_brush")
    wait(lambda: tab.check.correct.editor is not None, "the copy")
    tab.drag([(SIDE // 2, SIDE // 2), (SIDE // 2 + 20, SIDE // 2)])
    names = ("consequences", "accuracy", "review_progress", "review_reasons", "point_question")
    return {name: tab.widget(name).text() for name in names}


@pytest.mark.parametrize("code", [CLEAR, THICK_CLOUD, CLOUD_SHADOW])
def test_a_mask_of_one_class_can_be_checked_with_every_tool(
    tab: Tab, project, mask_layer, mask_result: MaskResult, tmp_path: Path, code: int
) -> None:
    codes = pixels(mask_result.output)
    codes[codes != NODATA] = code
    layer = add(project, changed_copy(mask_result.output, tmp_path / "one.tif", codes), "one")
    told = play_all(tab, layer, "clear" if code == CLOUD_SHADOW else "shadow")
    assert "nan" not in " ".join(told.values()).lower(), told
    assert "All points are labelled" in told["point_question"]
    assert "Overall accuracy 100" in told["accuracy"]
    assert tab.check.correct.editor.edits


def test_a_mask_without_data_says_that_there_is_none(
    tab: Tab, project, mask_layer, mask_result: MaskResult, tmp_path: Path
) -> None:
    codes = np.full_like(pixels(mask_result.output), NODATA)
    layer = add(project, changed_copy(mask_result.output, tmp_path / "none.tif", codes), "none")
    told = play_all(tab, layer)
    assert "nan" not in " ".join(told.values()).lower(), told
    assert not tab.check.correct.editor.edits, "pixels without data stay so"


def test_a_mask_on_another_grid_than_its_scene_can_be_checked_with_every_tool(
    tab: Tab, project, scene_layer, mask_result: MaskResult, tmp_path: Path
) -> None:
    path = str(tmp_path / "elsewhere.tif")
    gdal.Warp(path, mask_result.output, dstSRS="EPSG:3035", xRes=23, yRes=17, dstNodata=255)
    layer = add(project, path, "elsewhere")
    told = play_all(tab, layer)
    assert "nan" not in " ".join(told.values()).lower(), told
    wait(lambda: tab.check.spec is not None, "the scene of its place")
    # Neither probabilities nor a second mask nor the bands it takes: nothing to rank by.
    assert "Not looked for" in told["review_reasons"]
    assert "Overall accuracy 100" in told["accuracy"]
    assert tab.check.correct.editor.edits


def test_without_probabilities_all_but_the_sliders_works_and_they_say_why(
    tab: Tab, project, scene_layer, mask_result: MaskResult, tmp_path: Path
) -> None:
    path = str(tmp_path / "alone.tif")
    gdal.GetDriverByName("GTiff").CreateCopy(path, gdal.Open(mask_result.output))
    told = play_all(tab, add(project, path, "alone"))
    assert not tab.widget("strictness").isEnabled()
    assert not tab.widget("apply_thresholds").isEnabled()
    assert "Choose the mask's probabilities" in told["consequences"]
    assert "Overall accuracy 100" in told["accuracy"]
    assert tab.check.calibration.labels == 0


@pytest.mark.parametrize(
    "button", ["rank_tiles", "draw_points", "accuracy_report", "apply_thresholds"]
)
def test_a_mask_that_is_removed_while_a_task_runs_leaves_a_tab_that_works(
    tab: Tab, project, mask_layer, mask_result: MaskResult, tmp_path: Path, button: str
) -> None:
    path = str(tmp_path / "next.tif")
    gdal.GetDriverByName("GTiff").CreateCopy(path, gdal.Open(mask_result.output))
    tab.show()
    tab.settle()
    if button == "accuracy_report":
        tab.click("section_measure")
        tab.click("draw_points")
        wait(lambda: tab.check.measure.sample is not None, "the points")
        QTest.keyClick(tab.canvas, Qt.Key.Key_C)
    if button == "apply_thresholds":
        tab.widget("check_thick").setValue(20)
    tab.widget(button).click()
    project.removeMapLayer(mask_layer.id())
    wait(lambda: tab.check.mask_layer is None, "the end of the mask")
    QTest.qWait(400)
    assert tab.check.review.list.count() == 0
    following = add(project, path, "next")
    tab.check.check_mask(following.id())
    tab.settle()
    assert tab.check.mask_layer is following, (
        "nobody goes to what was written of a mask that is gone"
    )
    tab.click("section_review")
    tab.click("rank_tiles")
    wait(lambda: tab.check.review.list.count() > 0, "a ranking of the next mask")
    tab.click("section_measure")
    tab.click("draw_points")
    wait(lambda: tab.check.measure.sample is not None, "points of the next mask")


def test_a_task_of_one_mask_does_not_keep_another_waiting(
    tab: Tab, project, mask_layer, mask_result: MaskResult, tmp_path: Path
) -> None:
    path = str(tmp_path / "next.tif")
    gdal.GetDriverByName("GTiff").CreateCopy(path, gdal.Open(mask_result.output))
    following = add(project, path, "next")
    tab.show()
    tab.check.check_mask(mask_layer.id())
    tab.settle()
    tab.widget("rank_tiles").click()
    tab.widget("draw_points").click()
    tab.check.check_mask(following.id())
    tab.settle()
    wait(tab.widget("rank_tiles").isEnabled, "the button that ranks")
    wait(tab.widget("draw_points").isEnabled, "the button that draws points")
    assert tab.check.review.list.count() == 0
    assert tab.check.measure.sample is None


def test_a_review_goes_on_where_it_was_when_the_project_is_opened_again(
    tab: Tab, project, mask_layer, tmp_path: Path
) -> None:
    tab.show()
    tab.settle()
    tab.click("section_review")
    tab.click("rank_tiles")
    review = tab.check.review
    wait(lambda: review.list.count() > 0, "the ranking")
    for key in (Qt.Key.Key_O, Qt.Key.Key_W):
        QTest.keyClick(tab.canvas, key)
    path = str(tmp_path / "between.qgz")
    assert project.write(path)
    project.read(path)  # without closing it before
    tab.check.reload()
    tab.settle()
    assert [tile.verdict for tile in review.review.tiles[:3]] == [OK, WRONG, ""]
    review.list.setCurrentRow(2)
    QTest.keyClick(tab.canvas, Qt.Key.Key_S)
    assert "3 of " in tab.widget("review_progress").text()
    assert review.list.currentRow() == 3


def test_corrections_outlive_a_layer_that_is_loaded_anew_and_can_be_undone(
    tab: Tab, project, mask_layer
) -> None:
    tab.show()
    tab.settle()
    tab.click("section_correct")
    tab.click("become_thick")
    tab.click("pencil_brush")
    wait(lambda: tab.check.correct.editor is not None, "the copy")
    editor = tab.check.correct.editor
    before = editor.codes(editor.grid.window).copy()
    for row in (100, 140, 180):
        tab.drag([(100, row), (190, row)])
    after = editor.codes(editor.grid.window).copy()
    assert (after != before).any()
    mask_layer.reload()
    mask_layer.dataProvider().reloadData()
    tab.check.reload()
    QTest.qWait(300)
    assert tab.check.correct.editor is editor
    np.testing.assert_array_equal(editor.codes(editor.grid.window), after)
    for _ in range(3):
        QTest.keyClick(tab.canvas, Qt.Key.Key_Z, CONTROL)
    np.testing.assert_array_equal(editor.codes(editor.grid.window), before)
    for _ in range(3):
        QTest.keyClick(tab.canvas, Qt.Key.Key_Y, CONTROL)
    np.testing.assert_array_equal(editor.codes(editor.grid.window), after)


def test_a_file_that_vanishes_is_told_in_a_sentence(
    tab: Tab, project, mask_layer, mask_result: MaskResult
) -> None:
    tab.show()
    tab.settle()
    os.remove(mask_result.probabilities)
    tab.widget("check_thick").setValue(20)
    tab.widget("apply_thresholds").click()
    wait(lambda: tab.check.trial._run is None, "the end")
    assert tab.check.mask_layer is mask_layer
    tab.click("section_review")
    tab.click("rank_tiles")
    wait(lambda: tab.check.review._task is None, "the end of the ranking")
    assert tab.widget("rank_tiles").isEnabled()
