"""Measuring a mask by points in the tab: labels by keys, accuracy that grows, a report."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
from osgeo import gdal
from qgis.core import QgsProject
from qgis.gui import QgsVertexMarker
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtTest import QTest

from cloudmask_plugin import point_record
from cloudmask_plugin.engine.area_estimation import estimate, sample_table
from cloudmask_plugin.engine.classes import CODES
from cloudmask_plugin.engine.point_sampling import UNCLEAR
from tests.qgis.check_tab import Tab, wait
from tests.qgis.conftest import pixels

KEYS = {0: Qt.Key.Key_C, 1: Qt.Key.Key_T, 2: Qt.Key.Key_I, 3: Qt.Key.Key_D, UNCLEAR: Qt.Key.Key_X}


def draw(tab: Tab, count: int = 10) -> None:
    tab.show()
    tab.settle()
    tab.click("section_measure")
    tab.widget("points_per_class").setValue(count)
    tab.click("draw_points")
    wait(lambda: tab.check.measure.sample is not None, "the points")


def test_points_are_labelled_by_keys_and_accuracy_grows(
    tab: Tab, project: QgsProject, mask_layer, tmp_path: Path
) -> None:
    draw(tab)
    measure, rng = tab.check.measure, np.random.default_rng(3)
    assert len(measure.sample.points) == 40
    given, widths = [], []
    for number in range(40):
        point = measure.sample.points[measure.position]
        centre = tab.canvas.center()
        assert abs(centre.x() - point.x) < 1
        assert tab.canvas.extent().width() <= 121 * 10 * 1.5
        label = point.mapped if rng.random() < 0.8 else int(rng.integers(0, 4))
        label = UNCLEAR if number == 7 else label
        given.append((point.mapped, label))
        QTest.keyClick(tab.canvas, KEYS[label])
        found = measure.sample.estimates()
        if found is not None and found.overall_accuracy.is_bounded:
            widths.append(found.overall_accuracy.high - found.overall_accuracy.low)
    assert measure.position is None
    told = np.array([pair for pair in given if pair[1] != UNCLEAR])
    codes = pixels(mask_layer.source())
    areas = [int((codes == code).sum()) for code in CODES]
    expected = estimate(sample_table(told[:, 0], told[:, 1], CODES), areas)
    overall = expected.overall_accuracy
    value, low, high = (100 * part for part in (overall.value, overall.low, overall.high))
    text = tab.widget("accuracy").text()
    assert f"Overall accuracy {value:.0f}\u00a0% ({low:.0f}–{high:.0f})" in text
    assert "more labels for ± 5" in text.replace("\u00a0", " ")
    needed = [int(re.search(r"About (\d+) more", text).group(1))]
    for precision in (4, 20):
        tab.widget("points_precision").setValue(precision)
        found = re.search(r"About (\d+) more", tab.widget("accuracy").text())
        needed.append(int(found.group(1)) if found else 0)
    assert needed[1] > needed[0] > needed[2]
    assert widths[-1] < max(widths)
    assert "All points are labelled" in tab.widget("point_question").text()
    # The labels tell how far the probabilities can be believed.
    assert tab.check.calibration.labels == 39
    assert "Calibrated by 39 labelled points" in tab.widget("consequences").text()
    assert "A guess" not in tab.widget("consequences").text()
    path = str(tmp_path / "measured.qgz")
    assert project.write(path)
    before = measure.sample
    project.clear()
    project.read(path)
    tab.check.reload()
    assert measure.sample == before
    wait(lambda: tab.check.viewer.known is not None, "open files")
    assert tab.check.calibration.labels == 39, "labels count again once the project is read"
    assert "Calibrated by 39 labelled points" in tab.widget("consequences").text()
    # Points drawn anew have no labels: what the model says of itself is believed again.
    tab.click("draw_points")
    wait(lambda: measure.sample.labelled == 0, "new points")
    assert tab.check.calibration == tab.check.viewer.known.own
    assert "Calibrated" not in tab.widget("consequences").text()
    assert "A guess for this scene" in tab.widget("consequences").text()


def test_a_label_can_be_taken_back_and_a_seed_draws_the_same_points(tab: Tab, mask_layer) -> None:
    draw(tab)
    measure = tab.check.measure
    points = [(point.x, point.y) for point in measure.sample.points]
    QTest.keyClick(tab.canvas, Qt.Key.Key_T)
    QTest.keyClick(tab.canvas, Qt.Key.Key_C)
    assert measure.position == 2
    QTest.keyClick(tab.canvas, Qt.Key.Key_U)
    assert measure.position == 1
    assert measure.sample.labelled == 1
    tab.click("draw_points")
    wait(lambda: measure.sample.labelled == 0 and measure._task is None, "new points")
    assert [(point.x, point.y) for point in measure.sample.points] == points
    tab.widget("points_seed").setValue(2)
    tab.click("draw_points")
    wait(lambda: measure._task is None, "other points")
    assert [(point.x, point.y) for point in measure.sample.points] != points


def test_a_report_is_written_beside_the_mask(
    tab: Tab, mask_layer, mask_result, monkeypatch
) -> None:
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    draw(tab, 6)
    measure = tab.check.measure
    for _ in range(24):
        QTest.keyClick(tab.canvas, KEYS[measure.sample.points[measure.position].mapped])
    tab.click("accuracy_report")
    wait(lambda: bool(opened), "the report")
    page = Path(mask_result.output).with_name("mask_accuracy.html")
    assert opened == [str(page)]
    text = page.read_text(encoding="utf-8")
    assert "<h1>Accuracy of mask" in text
    assert "24 of 24 labelled" in text
    assert "cloudmask-fast" in text
    printed = gdal.Open(str(page.with_suffix(".pdf")))
    assert printed is not None
    assert printed.GetMetadataItem("TITLE") == "Accuracy of mask"
    points = json.loads(page.with_name("mask_points.geojson").read_text(encoding="utf-8"))
    assert len(points["features"]) == 24
    assert points["crs"]["properties"]["name"].endswith("EPSG::32631")
    assert all(
        feature["properties"]["label"] == feature["properties"]["mapped"]
        for feature in points["features"]
    )


def test_marks_leave_the_map_and_broken_records_are_none(tab: Tab, mask_layer) -> None:
    draw(tab)

    def marks() -> list:
        return [i for i in tab.canvas.scene().items() if isinstance(i, QgsVertexMarker)]

    assert marks()
    tab.panel.hide()
    assert not marks()
    for text in ("", "null", "{}", '{"points": [{"x": 1}]}', "no json"):
        mask_layer.setCustomProperty(point_record.PROPERTY, text)
        assert point_record.load(mask_layer) is None
