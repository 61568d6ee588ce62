"""``cloudmask:info`` and what both algorithms can be told of a scene."""

import json
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import processing
import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelParameter,
    QgsProcessingParameterRasterLayer,
    QgsRasterLayer,
)

from cloudmask_plugin import dependencies
from cloudmask_plugin.engine.describe import describe, info
from cloudmask_plugin.engine.errors import SceneError
from cloudmask_plugin.engine.scene import Overrides
from cloudmask_plugin.engine.sensors import SENSORS
from tests.qgis.conftest import pixels
from tests.qgis.listener import Listener

ID = "cloudmask:info"

pytestmark = pytest.mark.usefixtures("provider")


def run(**parameters):
    return processing.run(ID, parameters)


# What it tells


def test_the_values_are_those_of_the_command_line(scene_layer, scene_file):
    mine = run(INPUT=scene_layer)
    printed = subprocess.run(
        [sys.executable, "-m", "cloudmask_plugin.engine", "info", scene_file, "--json"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    theirs = json.loads(printed)

    assert json.loads(mine["FACTS"]) == theirs
    for key in ("name", "sensor", "level", "scale", "offset", "acquired", "resolution"):
        assert mine[key.upper()] == theirs[key]
    assert mine["BANDS"].split(",") == list(theirs["bands"])
    assert [mine["WIDTH"], mine["HEIGHT"]] == theirs["size"] == [300, 400]
    assert mine["CRS"] == "EPSG:32631"
    assert mine["WARNINGS"].splitlines() == theirs["warnings"]


def test_what_is_unknown_is_empty_or_missing(scene_file, tmp_path):
    bare = str(tmp_path / "bare.tif")
    numbers = pixels(scene_file)
    data = gdal.GetDriverByName("GTiff").Create(bare, 300, 400, 4, gdal.GDT_UInt16)
    data.WriteArray(numbers)
    data = None
    results = run(INPUT=bare)
    assert [results[name] for name in ("CRS", "ACQUIRED", "BASELINE")] == ["", "", ""]
    assert (results["SUN_ZENITH"], results["SUN_AZIMUTH"]) == (None, None)


def test_the_log_tells_what_looks_wrong(band_files):
    listener = Listener()
    results = processing.run(ID, {"INPUT": band_files}, feedback=listener)
    assert results["WARNINGS"], "the order of four nameless bands is a guess"
    assert set(results["WARNINGS"].splitlines()) <= set(listener.lines)


def test_the_report_says_value_source_and_how_sure(band_files, tmp_path):
    page = tmp_path / "report.html"
    results = run(INPUT=band_files, LEVEL="L2A", OUTPUT_HTML_FILE=str(page))
    rows = re.findall("<tr.*?</tr>", page.read_text(encoding="utf-8"))
    cells = [[unescape(cell) for cell in re.findall("<t[hd]>(.*?)</t[hd]>", row)] for row in rows]
    table = {row[0]: row[1:] for row in cells}

    assert results["OUTPUT_HTML_FILE"] == str(page)
    assert table[""] == ["Value", "Where from", "How sure"]
    assert table["Product"] == ["Sentinel-2 L2A", "stated by the user", "sure"]
    assert table["Bands"][0].startswith("B02–B04 B08 (4 of 13)")
    assert table["Bands"][2] == "guessed"
    assert table["Sun"][2] == "unknown"
    for warning in results["WARNINGS"].splitlines():
        assert f"<li>{warning}</li>" in unescape(page.read_text(encoding="utf-8"))


def test_names_of_scenes_cannot_break_the_report(scene_file, tmp_path):
    odd = tmp_path / "<b>&.tif"
    gdal.Translate(str(odd), str(scene_file))
    page = tmp_path / "report.html"
    run(INPUT=str(odd), OUTPUT_HTML_FILE=str(page))
    assert "<h1>&lt;b&gt;&amp;</h1>" in page.read_text(encoding="utf-8")
    assert "<b>" not in page.read_text(encoding="utf-8")


def test_it_needs_no_onnxruntime(scene_file, monkeypatch):
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    assert dependencies.problem()
    assert run(INPUT=str(scene_file))["LEVEL"] == "L1C"


# What can be a scene


def test_several_files_are_one_scene(band_files):
    bands = "B02,B03,B04,B08"
    listed = run(INPUT=band_files, BANDS=bands)
    joined = run(INPUT="; ".join(band_files), BANDS=bands)
    known = info(describe(band_files, Overrides(bands=tuple(bands.split(",")))))
    assert json.loads(listed["FACTS"]) == json.loads(joined["FACTS"]) == known


def test_several_layers_are_one_scene(band_files, project):
    band_layers = [QgsRasterLayer(path, Path(path).stem) for path in band_files]
    project.addMapLayers(band_layers)
    ids = [layer.id() for layer in band_layers]
    by_layer = run(INPUT=band_layers, BANDS="B02,B03,B04,B08")
    by_id = run(INPUT=ids, BANDS="B02,B03,B04,B08")
    assert by_layer["FACTS"] == by_id["FACTS"]
    assert list(json.loads(by_id["FACTS"])["bands"].values()) == [f"{p}:1" for p in band_files]


@pytest.mark.parametrize(
    "location",
    [
        "https://example.org/scene.tif",
        "https://example.org/items/scene.json",
        "/vsicurl/https://example.org/scene.tif",
        'NETCDF:"series.nc":B02',
    ],
)
def test_addresses_reach_the_engine_unopened(location, monkeypatch):
    asked = []

    def stub(location, overrides, reporter):
        asked.append(location)
        raise SceneError("Enough.")

    monkeypatch.setattr("cloudmask_plugin.processing.info.describe", stub)
    monkeypatch.setattr(QgsRasterLayer, "__init__", None)  # nobody tries to load it
    with pytest.raises(QgsProcessingException, match="Enough"):
        run(INPUT=location)
    assert asked == [location]


@pytest.mark.parametrize("algorithm", ["mask", "info"])
def test_what_is_stated_reaches_the_engine(algorithm, scene_layer, monkeypatch):
    asked = []

    def stub(location, overrides, reporter):
        asked.append(overrides)
        raise SceneError("Enough.")

    monkeypatch.setattr(f"cloudmask_plugin.processing.{algorithm}.describe", stub)
    stated = {
        "BANDS": "B02, -, B04",
        "SCALE": 0.5,
        "OFFSET": -1000,
        "NODATA": "7",
        "LEVEL": "L2A",
        "ACQUIRED": "2020-05-03",
        "SUN_ZENITH": "40.5",
        "SUN_AZIMUTH": 200,
        "SENSOR": "landsat-8-9",
        "STEP": "2",
    }
    outputs = {"OUTPUT": QgsProcessing.TEMPORARY_OUTPUT} if algorithm == "mask" else {}
    with pytest.raises(QgsProcessingException, match="Enough"):
        processing.run(f"cloudmask:{algorithm}", {"INPUT": scene_layer, **stated, **outputs})
    bands = ("B02", "-", "B04")
    assert asked == [
        Overrides(bands, 0.5, -1000.0, 7.0, "L2A", "2020-05-03", 40.5, 200.0, "landsat-8-9", "2")
    ]


def test_a_sensor_names_the_bands_in_its_order(scene_file, tmp_path):
    stack = str(tmp_path / "stack.tif")
    numbers = [[0, 10000, 0.2 / 2.75e-5, 1.2 / 2.75e-5]]
    gdal.Translate(stack, str(scene_file), scaleParams=numbers, outputType=gdal.GDT_UInt16)
    data = gdal.Open(stack, gdal.GA_Update)
    for band in range(1, 5):
        data.GetRasterBand(band).SetDescription("")
    data = None
    results = run(INPUT=stack, SENSOR="landsat-8-9", LEVEL="L2A")
    assert (results["SENSOR"], results["SCALE"]) == ("landsat-8-9", pytest.approx(2.75e-5))
    assert "Landsat 8 and 9 (OLI)" in results["WARNINGS"]


# Where it runs


@pytest.mark.parametrize("name", ["mask", "info"])
def test_looking_at_the_scene_can_be_cancelled(name, scene_file, tmp_path, monkeypatch):
    monkeypatch.setattr("cloudmask_plugin.processing.mask.mask_scene", None)  # never reached
    feedback = QgsProcessingFeedback(False)
    feedback.cancel()
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"cloudmask:{name}")
    results, fine = algorithm.run(
        {"INPUT": str(scene_file), "OUTPUT": str(tmp_path / "mask.tif")},
        QgsProcessingContext(),
        feedback,
        {},
        False,
    )
    assert (results, fine) == ({}, True)


def test_a_model_goes_on_with_what_it_tells(scene_layer):
    model = QgsProcessingModelAlgorithm("scale", "tests")
    model.addModelParameter(
        QgsProcessingParameterRasterLayer("scene"), QgsProcessingModelParameter("scene")
    )
    from_scene = QgsProcessingModelChildParameterSource.fromModelParameter("scene")
    for child_id, sources in (
        ("first", {}),
        # A second look is told the first one's scale doubled, and its level.
        (
            "second",
            {
                "SCALE": QgsProcessingModelChildParameterSource.fromExpression("2 * @first_SCALE"),
                "LEVEL": QgsProcessingModelChildParameterSource.fromChildOutput("first", "LEVEL"),
            },
        ),
    ):
        child = QgsProcessingModelChildAlgorithm(ID)
        child.setChildId(child_id)
        for name, parameter in {"INPUT": from_scene, **sources}.items():
            child.addParameterSources(name, [parameter])
        model.addChildAlgorithm(child)
    results = processing.run(model, {"scene": scene_layer})["CHILD_RESULTS"]

    assert results["second"]["SCALE"] == pytest.approx(2 * results["first"]["SCALE"])
    assert results["second"]["LEVEL"] == results["first"]["LEVEL"] == "L1C"


# What it refuses


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"INPUT": "no/such/file.tif"}, "no/such/file.tif"),
        ({"ACQUIRED": "May 2020"}, r"\(ACQUIRED\): “May 2020” is not understood: give the time as"),
        ({"NODATA": "none"}, r"\(NODATA\): “none” is not understood: give a number, or nan"),
        ({"SUN_ZENITH": 95}, r"\(SUN_ZENITH\): 95 is out of range: .* from 0 to 90"),
        ({"SUN_AZIMUTH": -5}, r"\(SUN_AZIMUTH\): -5 is out of range: .* from 0 to 360"),
        ({"SUN_AZIMUTH": "south"}, r"\(SUN_AZIMUTH\): “south” is no number"),
        ({"SENSOR": "spot"}, r"\(SENSOR\): “spot” is not in the list: give one of sentinel-2, la"),
        ({"BANDS": "B02,B99"}, "'B99' is no Sentinel-2 band"),
        ({"SCALE": -1}, "-1"),
        ({"OUTPUT_HTML_FILE": "/no/such/folder/page.html"}, "/no/such/folder"),
    ],
)
def test_a_wrong_value_is_told_in_one_sentence(scene_file, wrong, told):
    with pytest.raises(QgsProcessingException, match=told) as caught:
        run(**{"INPUT": str(scene_file), **wrong})
    said = str(caught.value).strip().removeprefix("Unable to execute algorithm").strip()
    assert "\n" not in said
    assert "mistake in it" not in str(caught.value)


# What scripts and models of users rely on


def test_ids_of_parameters_and_outputs_never_change():
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(ID)
    definitions = {d.name(): d for d in algorithm.parameterDefinitions()}
    assert list(definitions) == [
        *("INPUT", "BANDS", "SCALE", "OFFSET", "NODATA", "LEVEL", "ACQUIRED"),
        *("SUN_ZENITH", "SUN_AZIMUTH", "SENSOR", "STEP", "PIXEL_SIZE", "OUTPUT_HTML_FILE"),
    ]
    sensors = definitions["SENSOR"]
    assert sensors.options() == ["sentinel-2", *(sensor.key for sensor in SENSORS)]
    assert sensors.usesStaticStrings()
    assert {output.name() for output in algorithm.outputDefinitions()} == {
        *("NAME", "SENSOR", "LEVEL", "BASELINE", "NODATA", "ACQUIRED", "BANDS", "CRS"),
        *("WARNINGS", "FACTS", "SCALE", "OFFSET", "SUN_ZENITH", "SUN_AZIMUTH", "WIDTH"),
        *("HEIGHT", "RESOLUTION", "OUTPUT_HTML_FILE"),
    }
    for definition in definitions.values():
        assert len(definition.help()) > 20, definition.name()
        assert definition.help().endswith("."), definition.name()
