"""Suspects over time in Processing, by qgis_process, in a model, and in the tab Check."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import processing
import pytest
import rasterio
from osgeo import gdal
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from scipy import ndimage
from throwaway_qgis import prepare, run_algorithm

from cloudmask_plugin import check_layers, layers
from cloudmask_plugin.engine.mask_refining import PRIOR_TAG
from cloudmask_plugin.engine.refine import RefineOptions, decide
from cloudmask_plugin.engine.reporter import SilentReporter
from cloudmask_plugin.engine.suspect_statistics import cloud_weight
from cloudmask_plugin.engine.suspects import SuspectsRequest, find_suspects
from cloudmask_plugin.engine.suspects_style import ENTRIES
from cloudmask_plugin.gui.offer_combo import OfferCombo
from tests.qgis.check_tab import Tab, wait
from tests.qgis.conftest import pixels
from tests.suspect_series import PIXEL, days, simulate, write_masks
from tests.unit.stored import write_raster

ALGORITHM, REFINE = "cloudmask:suspects", "cloudmask:refine"
TEMPORARY = QgsProcessing.TEMPORARY_OUTPUT
DATES, SIDE = 20, 300


def scores_in(path: Path | str) -> np.ndarray:
    """Return the first band of a layer of suspects."""
    return pixels(str(path))[0]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("masks")
    return write_masks(folder, simulate(4, DATES, SIDE).called)


@pytest.fixture(scope="module")
def found(written: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the engine writes."""
    path = tmp_path_factory.mktemp("found") / "s.tif"
    find_suspects(SuspectsRequest(tuple(written), str(path)), SilentReporter())
    return path


@pytest.fixture
def probabilities(tmp_path: Path) -> str:
    """All is cloud with 90 %."""
    stored = np.zeros((4, SIDE, SIDE), np.uint8)
    stored[0], stored[1] = 25, 225
    names = ("Clear", "Thick cloud", "Thin cloud", "Cloud shadow")
    path = tmp_path / "mask_00_probabilities.tif"
    write_raster(path, stored, names, {"CLOUDMASK_MODEL": "x"}, pixel=PIXEL, nodata=255)
    with rasterio.open(path, "r+") as target:
        target.scales = (0.004,) * 4
    return str(path)


@pytest.mark.usefixtures("provider")
def test_the_algorithm_writes_what_the_engine_writes(written: list[str], found: Path) -> None:
    got = processing.run(ALGORITHM, {"INPUT": written, "OUTPUT": TEMPORARY})
    assert Path(got["OUTPUT"]).read_bytes() == found.read_bytes()
    scores = scores_in(found)
    suspect = (scores > 0) & (scores < 255)
    assert got["SUSPECT"] == pytest.approx(100 * suspect.sum() / (scores < 255).sum())
    assert got["HECTARES"] == pytest.approx(suspect.sum() * PIXEL**2 / 10_000)
    assert got["DATES_COUNT"] == len(json.loads(got["FACTS"])["dates"]) == DATES


@pytest.mark.usefixtures("provider")
def test_layers_tell_their_dates_and_an_extent_is_taken(
    project: QgsProject, tmp_path: Path
) -> None:
    masks = write_masks(tmp_path, simulate(4, DATES, SIDE).called, dated=False)
    listed = []
    for path, day in zip(masks, days(DATES)):
        layer = QgsRasterLayer(path, day)
        layers.date(layer, day)
        project.addMapLayer(layer)
        listed.append(layer)
    extent = f"{399960 + 1000},{399960 + 4000},{5700000 - 5000},{5700000 - 1000} [EPSG:32631]"
    got = processing.run(
        ALGORITHM, {"INPUT": listed, "EXTENT": extent, "SQUARE": 1, "OUTPUT": TEMPORARY}
    )
    assert json.loads(got["FACTS"])["dates"] == list(days(DATES))
    assert scores_in(got["OUTPUT"]).shape == (200, 150)


@pytest.mark.usefixtures("provider")
@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"INPUT": []}, "INPUT"),
        ({"INPUT": 3}, "INPUT.*8 dates or more, and there are 3"),
        ({"DATES": "2020-01-01"}, "DATES.*1 dates for 20 masks"),
        ({"DATES": "soon"}, "DATES"),
        ({"SQUARE": 0}, "SQUARE.*out of range"),
        ({"MASK_VALUES": "1=fog"}, "MASK_VALUES"),
        ({"OUTPUT": "s.png"}, "s.png"),
    ],
)
def test_the_parameter_that_is_wrong_is_named(written: list[str], wrong: dict, told: str) -> None:
    if wrong.get("INPUT"):
        wrong = {"INPUT": written[:3]}
    with pytest.raises(QgsProcessingException, match=told):
        processing.run(ALGORITHM, {"INPUT": written, "OUTPUT": TEMPORARY, **wrong})


@pytest.mark.usefixtures("provider")
def test_the_layer_is_loaded_with_its_legend(written: list[str]) -> None:
    processing.runAndLoadResults(ALGORITHM, {"INPUT": written, "OUTPUT": TEMPORARY})
    (layer,) = QgsProject.instance().mapLayersByName("Suspects")
    items = layer.renderer().shader().rasterShaderFunction().colorRampItemList()
    assert [(item.value, item.label) for item in items] == [
        (entry.value, entry.name) for entry in ENTRIES
    ]
    assert [item.color.getRgb() for item in items] == [entry.colour for entry in ENTRIES]
    assert layer not in check_layers.mask_layers(QgsProject.instance())
    assert layer not in check_layers.scene_layers(QgsProject.instance())


@pytest.mark.usefixtures("provider")
def test_refining_takes_the_layer_and_says_so(found: Path, probabilities: str) -> None:
    plain = processing.run(REFINE, {"INPUT": probabilities, "OUTPUT": TEMPORARY})
    with_them = processing.run(
        REFINE, {"INPUT": probabilities, "SUSPECTS": str(found), "OUTPUT": TEMPORARY}
    )
    scores = scores_in(found)
    assert (pixels(plain["OUTPUT"]) == 1).all()
    lowered = pixels(with_them["OUTPUT"]) == 0
    # 90 % is odds of 9: clear from a rate of 9 times the ordinary 4 % on.
    np.testing.assert_array_equal(lowered, (scores >= 37) & (scores < 255))
    with rasterio.open(with_them["OUTPUT"]) as source:
        assert json.loads(source.tags()[PRIOR_TAG])["file"] == found.name
    with pytest.raises(QgsProcessingException, match="is no layer of suspects"):
        processing.run(
            REFINE, {"INPUT": probabilities, "SUSPECTS": probabilities, "OUTPUT": TEMPORARY}
        )
    with pytest.raises(QgsProcessingException, match="SUSPECTS_STRENGTH.*out of range"):
        processing.run(
            REFINE, {"INPUT": probabilities, "SUSPECTS_STRENGTH": 2, "OUTPUT": TEMPORARY}
        )


@pytest.mark.usefixtures("provider")
def test_a_model_finds_suspects_and_refines_with_them(
    written: list[str], found: Path, probabilities: str
) -> None:
    model = QgsProcessingModelAlgorithm()
    steps = {
        "find": (ALGORITHM, {"INPUT": written}),
        "refine": (REFINE, {"INPUT": probabilities}),
    }
    for name, (algorithm, given) in steps.items():
        child = QgsProcessingModelChildAlgorithm(algorithm)
        child.setChildId(name)
        for key, value in given.items():
            source = QgsProcessingModelChildParameterSource.fromStaticValue(value)
            child.addParameterSources(key, [source])
        if name == "refine":
            source = QgsProcessingModelChildParameterSource.fromChildOutput("find", "OUTPUT")
            child.addParameterSources("SUSPECTS", [source])
            output = QgsProcessingModelOutput("mask")
            output.setChildOutputName("OUTPUT")
            child.setModelOutputs({"mask": output})
        model.addChildAlgorithm(child)
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    got, fine = model.run({"refine:mask": TEMPORARY}, context, feedback)
    assert fine, feedback.textLog()
    lowered = pixels(got["refine:mask"]) == 0
    scores = scores_in(found)
    np.testing.assert_array_equal(lowered, (scores >= 37) & (scores < 255))


def test_qgis_process_finds_them_in_a_fresh_profile(
    written: list[str], found: Path, tmp_path: Path
) -> None:
    qgis = prepare(tmp_path / "qgis")
    output = str(tmp_path / "s.tif")
    got = run_algorithm(qgis, ALGORITHM, {"INPUT": written, "OUTPUT": output})
    assert got["DATES_COUNT"] == DATES
    assert Path(output).read_bytes() == found.read_bytes()


# --- the tab Check -------------------------------------------------------------------------------


@pytest.fixture
def masks(project: QgsProject, tmp_path: Path) -> list[QgsRasterLayer]:
    """Masks of the dates in the project, and a raster that is no mask."""
    listed = []
    for path in write_masks(tmp_path, simulate(4, DATES, SIDE).called):
        listed.append(QgsRasterLayer(path, Path(path).stem))
    heights = np.arange(SIDE**2, dtype=np.int16).reshape(1, SIDE, SIDE)
    write_raster(tmp_path / "heights.tif", heights, pixel=PIXEL)
    listed.append(QgsRasterLayer(str(tmp_path / "heights.tif"), "heights"))
    project.addMapLayers(listed)
    return listed


def test_the_tab_finds_suspects_in_the_project_and_writes_the_mask_with_them(
    tab: Tab, project: QgsProject, masks: list[QgsRasterLayer], probabilities: str, found: Path
) -> None:
    tab.show()
    tab.check.check_mask(masks[0].id())
    tab.settle()
    panel = tab.check.suspects
    tab.click("section_suspects")
    button = tab.widget("write_with_suspects")
    assert not button.isEnabled()
    assert "Find suspects first" in button.toolTip()
    tab.click("find_suspects")
    assert not tab.widget("find_suspects").isEnabled()
    wait(lambda: panel._task is None, "the suspects")
    (layer,) = project.mapLayersByName("Suspects")
    assert Path(layer.source()).name == "mask_00_suspects.tif"
    np.testing.assert_array_equal(scores_in(layer.source()), scores_in(found))
    assert f"{DATES} dates; suspect: " in tab.widget("suspects_text").text()
    assert panel.suspects.value() == layer.source()
    assert button.isEnabled(), button.toolTip()
    # The map shows at once what would be written, a pixel of the map for one of the mask.
    viewer, suspect = tab.check.viewer, scores_in(found)
    wait(lambda: viewer.look is not None and viewer.look.suspects == layer.source(), "the preview")
    shown = viewer.overlay.codes
    np.testing.assert_array_equal(shown == 0, (suspect >= 37) & (suspect < 255))
    cost = tab.widget("consequences").text()
    assert "Cloud is believed less at suspects." in cost
    tab.widget("check_thick").setValue(20)
    np.testing.assert_array_equal(
        viewer.overlay.codes,
        decide(viewer.look.probabilities, RefineOptions(thick=0.2), cloud_weight(suspect)),
    )
    assert tab.widget("consequences").text() != cost
    tab.click("ask_pixel")
    row, col = np.argwhere((suspect >= 37) & (suspect < 255))[0]
    asked = tab.check.pixel
    tab.check.ask(tab.canvas.getCoordinateTransform().toMapCoordinates(int(col), int(row)))
    wait(lambda: "A suspect: cloud counts only" in asked.text.text(), "the answer")
    tab.click("back_to_written")
    assert panel.suspects.value() == ""
    assert "believed less" not in tab.widget("consequences").text()
    np.testing.assert_array_equal(viewer.overlay.codes, viewer.look.codes)
    choose(panel.suspects, layer.source())
    assert panel.suspects.value() == layer.source()
    tab.click("write_with_suspects")
    wait(lambda: tab.check.mask_layer is not masks[0], "the new version")
    version = tab.check.mask_layer.source()
    assert Path(version).name == "mask_00_v2.tif"
    scores = scores_in(found)
    np.testing.assert_array_equal(pixels(version) == 0, (scores >= 37) & (scores < 255))
    tab.settle()
    assert panel.suspects.value() == layer.source(), "as the mask tells"
    assert not tab.check.trial.is_changed
    assert "are written" not in button.toolTip()
    assert not button.isEnabled()
    project.removeMapLayer(layer.id())
    wait(lambda: panel.suspects.value() == "", "the list without the layer")
    assert tab.check.trial.suspects == ""


def test_of_layers_of_one_name_that_beside_the_mask_is_meant_or_none(
    tab: Tab, project: QgsProject, masks: list[QgsRasterLayer], found: Path, tmp_path: Path
) -> None:
    paths = {}
    for folder in ("", "elsewhere", "far"):
        paths[folder] = str(tmp_path / folder / "mask_00_suspects.tif")
        Path(paths[folder]).parent.mkdir(exist_ok=True)
        shutil.copy(found, paths[folder])
    tab.show()
    tab.check.check_mask(masks[0].id())
    tab.settle()
    panel = tab.check.suspects
    assert panel.path_of("mask_00_suspects.tif") == ""
    layers = {folder: QgsRasterLayer(path, folder) for folder, path in paths.items()}
    project.addMapLayer(layers["elsewhere"])
    assert panel.path_of("mask_00_suspects.tif") == paths["elsewhere"]
    project.addMapLayer(layers["far"])
    assert panel.path_of("mask_00_suspects.tif") == "", "either may be meant"
    project.addMapLayer(layers[""])
    assert panel.path_of("mask_00_suspects.tif") == paths[""]
    assert panel.path_of("") == ""


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:32631"])
def test_suspects_on_another_grid_count_where_they_lie(
    tab: Tab,
    project: QgsProject,
    masks: list[QgsRasterLayer],
    probabilities: str,
    found: Path,
    tmp_path: Path,
    crs: str,
) -> None:
    """Degrees, or the mask's own system with pixels of 7 m that lie between its own."""
    path = str(tmp_path / "moved_suspects.tif")
    size = {"xRes": 7, "yRes": 7} if crs.startswith("EPSG:326") else {}
    gdal.Warp(path, str(found), dstSRS=crs, resampleAlg="near", dstNodata=255, **size)
    layers = [QgsRasterLayer(str(found), "as found"), QgsRasterLayer(path, "moved")]
    project.addMapLayers(layers)
    tab.show()
    tab.check.check_mask(masks[0].id())
    tab.settle()
    tab.click("section_suspects")
    panel, viewer = tab.check.suspects, tab.check.viewer
    shown, costs = [], []
    for layer in layers:
        choose(panel.suspects, layer.source())
        assert panel.suspects.value() == layer.source()
        wait(lambda: viewer.look.suspects == layer.source(), "the preview")  # noqa: B023
        shown.append(viewer.overlay.codes.copy())
        costs.append(tab.check.trial._cost)
        assert "Cloud is believed less at suspects." in tab.widget("consequences").text()
    suspect = scores_in(found)
    np.testing.assert_array_equal(shown[0] == 0, (suspect >= 37) & (suspect < 255))
    # Off by half a pixel at most: nothing changes but at the rims.
    inner = ndimage.binary_erosion(shown[0] == 0)
    outer = ndimage.binary_dilation(shown[0] == 0)
    assert inner.any()
    assert (shown[1] == 0)[inner].all()
    assert not (shown[1] == 0)[~outer].any()
    assert costs[1].cloud == pytest.approx(costs[0].cloud, rel=0.01)
    assert costs[1].usable == pytest.approx(costs[0].usable, rel=0.15)
    tab.click("write_with_suspects")
    wait(lambda: tab.check.mask_layer is not masks[0], "the new version")
    written = pixels(tab.check.mask_layer.source())
    assert (written == 0)[inner].all()
    assert not (written == 0)[~outer].any()


def choose(combo: OfferCombo, value: str) -> None:
    """Choose an entry of a list as a user does."""
    values = [offer.value for offer in combo._offers]
    combo.setFocus()
    for _ in range(values.index(value) - combo.currentIndex()):
        QTest.keyClick(combo, Qt.Key.Key_Down)


def test_what_the_map_shows_is_enough_and_a_cancel_leaves_nothing(
    tab: Tab, project: QgsProject, masks: list[QgsRasterLayer], tmp_path: Path
) -> None:
    tab.show()
    tab.check.check_mask(masks[0].id())
    tab.settle()
    tab.click("section_suspects")
    panel = tab.check.suspects
    tab.click("find_suspects")
    tab.click("cancel_suspects")
    wait(lambda: panel._task is None, "the end")
    assert tab.widget("suspects_text").text() == "Cancelled."
    assert not project.mapLayersByName("Suspects")
    assert not list(tmp_path.glob("*suspects*"))
    extent = tab.canvas.extent()
    extent.scale(0.5)
    tab.canvas.setExtent(extent)
    tab.widget("suspects_in_view").setChecked(True)
    tab.click("find_suspects")
    wait(lambda: panel._task is None, "the suspects")
    (layer,) = project.mapLayersByName("Suspects")
    assert layer.width() < 0.6 * SIDE


def test_too_few_dates_are_told_where_they_are_missing(
    tab: Tab, project: QgsProject, masks: list[QgsRasterLayer]
) -> None:
    project.removeMapLayers([layer.id() for layer in masks[4:]])
    tab.show()
    tab.check.check_mask(masks[0].id())
    tab.settle()
    tab.click("section_suspects")
    tab.click("find_suspects")
    wait(lambda: tab.check.suspects._task is None, "the end")
    assert "8 dates or more, and there are 4" in tab.widget("suspects_text").text()
