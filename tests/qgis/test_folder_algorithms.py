"""cloudmask:refine and cloudmask:maskfolder, in this process and by qgis_process."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import numpy as np
import processing
import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
)
from throwaway_qgis import QgisError, ThrowawayQgis, prepare, run_algorithm

from cloudmask_plugin.engine.classes import CLASSES, NODATA
from cloudmask_plugin.engine.mask_refining import RefineRequest, refine_mask
from cloudmask_plugin.engine.purposes import PURPOSES, purpose_options
from cloudmask_plugin.engine.refine import RefineOptions
from cloudmask_plugin.engine.reporter import SilentReporter
from tests.qgis.conftest import pixels

TEMPORARY = QgsProcessing.TEMPORARY_OUTPUT

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture(scope="module")
def qgis(tmp_path_factory: pytest.TempPathFactory) -> ThrowawayQgis:
    return prepare(tmp_path_factory.mktemp("qgis"))


def refine(**parameters):
    return processing.run("cloudmask:refine", {"OUTPUT": TEMPORARY, **parameters})


def engines_own(probabilities: str, path: Path, options: RefineOptions) -> bytes:
    refine_mask(RefineRequest(probabilities, str(path), options), SilentReporter())
    return path.read_bytes()


# --- refine ------------------------------------------------------------------------------------


def test_refine_writes_the_bytes_of_the_engine_and_tells_the_shares(mask_result, tmp_path):
    stored = mask_result.probabilities
    results = refine(INPUT=stored, PURPOSE="change", THRESHOLD_THIN=0.4, BUFFER=0)
    options = purpose_options("change").with_thresholds({"thin": 0.4})
    options = RefineOptions(**{**vars(options), "buffer": 0.0})
    codes = pixels(results["OUTPUT"])
    valid = codes[codes != NODATA]

    assert Path(results["OUTPUT"]).read_bytes() == engines_own(stored, tmp_path / "m.tif", options)
    for item in CLASSES:
        assert results[item.key.upper()] == pytest.approx(100 * np.mean(valid == item.code))


def test_refine_without_values_is_the_first_mask(mask_result):
    results = refine(INPUT=mask_result.probabilities)
    np.testing.assert_array_equal(pixels(results["OUTPUT"]), pixels(mask_result.output))


def test_refine_checks_shadow_by_the_sun_that_is_stated(mask_result):
    sun = {"SUN_ZENITH": 50, "SUN_AZIMUTH": 150, "REMOVE_ORPHANS": True}
    results = refine(INPUT=mask_result.probabilities, **sun)
    assert 0 <= results["ORPHAN_SHADOW"] <= 100
    with pytest.raises(QgsProcessingException, match="SUN_ZENITH"):
        refine(INPUT=mask_result.probabilities, REMOVE_ORPHANS=True)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"INPUT": "MASK"}, "holds no probabilities"),
        ({"INPUT": "absent.tif"}, "INPUT"),
        ({"PURPOSE": "fog"}, "PURPOSE.*“fog” is not in the list: give one of general"),
        ({"THRESHOLD_THICK": 1.5}, "THRESHOLD_THICK.*out of range"),
        ({"THRESHOLD_THIN": "much"}, "THRESHOLD_THIN.*no number"),
        ({"THRESHOLD_SHADOW": 0}, "THRESHOLD_SHADOW.*out of range"),
        ({"MIN_AREA": -1}, "MIN_AREA.*out of range"),
        ({"BUFFER": -1}, "BUFFER.*out of range"),
        ({"SUN_ZENITH": 91}, "SUN_ZENITH.*out of range"),
        ({"SUN_AZIMUTH": 361}, "SUN_AZIMUTH.*out of range"),
        ({"DEM": "absent.tif"}, "DEM"),
        ({"OUTPUT": "mask.png"}, "mask.png"),
    ],
)
def test_refine_names_the_parameter_that_is_wrong(mask_result, wrong, told):
    if wrong.get("INPUT") == "MASK":
        wrong = {"INPUT": mask_result.output}
    with pytest.raises(QgsProcessingException, match=told):
        refine(**{"INPUT": mask_result.probabilities, **wrong})


def test_refine_is_loaded_with_style_and_time(mask_result):
    processing.runAndLoadResults(
        "cloudmask:refine", {"INPUT": mask_result.probabilities, "OUTPUT": TEMPORARY}
    )
    (layer,) = QgsProject.instance().mapLayersByName("Cloud mask")
    begin = layer.temporalProperties().fixedTemporalRange().begin().toUTC()
    assert begin.toString("yyyy-MM-dd") == "2022-10-05"
    assert [entry.label for entry in layer.renderer().classes()] == [c.name for c in CLASSES]


def test_refine_by_qgis_process(qgis, mask_result, tmp_path):
    inputs = {"INPUT": mask_result.probabilities, "OUTPUT": str(tmp_path / "q.tif")}
    results = run_algorithm(qgis, "cloudmask:refine", {**inputs, "PURPOSE": "mosaic"})
    expected = engines_own(mask_result.probabilities, tmp_path / "m.tif", purpose_options("mosaic"))
    assert (tmp_path / "q.tif").read_bytes() == expected
    assert results["CLEAR"] + results["THICK"] + results["THIN"] + results["SHADOW"] == (
        pytest.approx(100)
    )
    with pytest.raises(QgisError, match="holds no probabilities"):
        run_algorithm(qgis, "cloudmask:refine", {**inputs, "INPUT": mask_result.output})


# --- maskfolder --------------------------------------------------------------------------------


@pytest.fixture
def folder(scene_file: Path, tmp_path: Path) -> Path:
    """Parts of the scene as scenes of two days."""
    path = tmp_path / "Lower Saxony"
    path.mkdir()
    for number, day in enumerate(("20221005", "20221010")):
        target = str(path / f"S2A_MSIL1C_{day}T115411.tif")
        gdal.Translate(target, str(scene_file), srcWin=[100 * number, 100, 150, 160])
    return path


@pytest.fixture
def mask_folder(folder: Path, tmp_path: Path):
    def run(**parameters):
        inputs = {"INPUT": str(folder), "OUTPUT": str(tmp_path / "out"), "THREADS": 1}
        return processing.run("cloudmask:maskfolder", {**inputs, **parameters})

    return run


def test_maskfolder_masks_skips_and_makes_anew_from_probabilities(mask_folder, tmp_path):
    first = mask_folder(KEEP_PROBABILITIES=True)
    counts = ("MASKED", "REFINED", "SKIPPED", "FAILED")
    assert [first[key] for key in counts] == [2, 0, 0, 0]
    assert [Path(path).name for path in first["MASKS"]] == [
        "S2A_MSIL1C_20221005T115411_mask.tif", "S2A_MSIL1C_20221010T115411_mask.tif"
    ]  # fmt: skip
    with open(first["TABLE"], encoding="utf-8", newline="") as source:
        lines = list(csv.DictReader(source))
    layer = QgsVectorLayer(first["LAYER"], "summary", "ogr")
    assert [feature["scene"] for feature in layer.getFeatures()] == [x["scene"] for x in lines]
    codes = pixels(first["MASKS"][0])
    assert float(lines[0]["clear_percent"]) == pytest.approx(100 * np.mean(codes == 0), abs=1e-3)

    again = mask_folder(KEEP_PROBABILITIES=True)
    assert [again[key] for key in counts] == [0, 0, 2, 0]
    other = mask_folder(KEEP_PROBABILITIES=True, PURPOSE="visual")
    assert [other[key] for key in counts] == [0, 2, 0, 0]
    tags = gdal.Open(other["MASKS"][0]).GetMetadata()
    assert json.loads(tags["CLOUDMASK_PARAMETERS"])["min_area"] == 1


def test_maskfolder_takes_patterns_and_tells_what_failed(mask_folder, folder):
    (folder / "torn.tif").write_bytes(b"II*\0")
    results = mask_folder(PATTERN="*20221010*.tif; t*.tif")
    assert (results["MASKED"], results["FAILED"]) == (1, 1)
    with pytest.raises(QgsProcessingException, match="None of 1 scenes.*torn.tif"):
        mask_folder(PATTERN="torn.tif")


def test_masks_that_are_added_to_the_project_step_through_time(mask_folder, folder, tmp_path):
    processing.runAndLoadResults(
        "cloudmask:maskfolder",
        {"INPUT": str(folder), "OUTPUT": str(tmp_path / "out"), "LOAD": True, "THREADS": 1},
    )
    root = QgsProject.instance().layerTreeRoot()
    (group,) = root.findGroups()
    layers = {node.layer().name(): node.layer() for node in group.findLayers()}
    assert group.name() == "Lower Saxony"
    assert sorted(layers) == ["S2A_MSIL1C_20221005T115411", "S2A_MSIL1C_20221010T115411"]
    for name, layer in layers.items():
        times = layer.temporalProperties()
        assert times.isActive()
        begin = times.fixedTemporalRange().begin().toUTC().toString("yyyyMMddTHHmmss")
        assert begin in name


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"INPUT": "nowhere"}, "INPUT.*“nowhere” is no folder"),
        ({"PATTERN": "*.SAFE"}, "Nothing matches"),
        ({"MODEL": "none"}, "MODEL.*not in the list"),
        ({"RESOLUTION": "15"}, "RESOLUTION.*not in the list"),
        ({"PURPOSE": "fog"}, "PURPOSE.*not in the list"),
        ({"THRESHOLD_THIN": 2}, "THRESHOLD_THIN.*out of range"),
        ({"BUFFER": -1}, "BUFFER.*out of range"),
        ({"TTA": 8}, "TTA.*out of range"),
        ({"ACQUIRED": "lately"}, "ACQUIRED.*“lately” is not understood"),
        ({"NODATA": "none"}, "NODATA.*“none” is not understood"),
        ({"BANDS": "B02,B77"}, "B77"),
        ({"CLUSTER": "nonsense"}, "CLUSTER.*'nonsense' is no address"),
        ({"OUTPUT": "/nowhere/at/all"}, "cannot be made"),
    ],
)
def test_maskfolder_names_the_parameter_that_is_wrong(mask_folder, tmp_path, wrong, told):
    with pytest.raises(QgsProcessingException, match=told):
        mask_folder(**wrong)
    assert not list(tmp_path.glob("out/*_mask.tif"))


def test_maskfolder_by_qgis_process(qgis, folder, tmp_path):
    inputs = {"INPUT": str(folder), "OUTPUT": str(tmp_path / "out"), "THREADS": 1}
    results = run_algorithm(qgis, "cloudmask:maskfolder", {**inputs, "KEEP_PROBABILITIES": True})
    assert (results["MASKED"], results["FAILED"]) == (2, 0)
    for path in results["MASKS"]:
        assert pixels(path).shape == (160, 150)
    shutil.rmtree(folder)
    with pytest.raises(QgisError, match="is no folder"):
        run_algorithm(qgis, "cloudmask:maskfolder", inputs)


def test_the_help_tells_each_purpose_with_its_reason():
    for key in ("cloudmask:refine", "cloudmask:maskfolder"):
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(key)
        text = algorithm.parameterDefinition("PURPOSE").help()
        assert all(purpose.key in text and purpose.reason in text for purpose in PURPOSES)
        assert algorithm.shortHelpString() and algorithm.shortDescription()
        assert len(algorithm.tags()) > 4
        assert all(definition.help() for definition in algorithm.parameterDefinitions())
