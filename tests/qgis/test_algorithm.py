import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import processing
import pytest
import qgis.utils
from osgeo import gdal
from processing.gui.AlgorithmDialog import AlgorithmDialog
from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog
from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterRasterLayer,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QUrl
from qgis.PyQt.QtGui import QImage

from cloudmask_plugin import dependencies, layers
from cloudmask_plugin.engine.classes import CLASSES, NODATA
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.reporter import Progress
from cloudmask_plugin.engine.scene import Resolved
from cloudmask_plugin.processing.feedback import progress_text
from cloudmask_plugin.processing.scene import scene_lines
from tests.qgis.conftest import pixels
from tests.qgis.listener import Listener

ID = "cloudmask:mask"
TEMPORARY = QgsProcessing.TEMPORARY_OUTPUT

pytestmark = pytest.mark.usefixtures("provider")


def run(**parameters):
    return processing.run(ID, {"OUTPUT": TEMPORARY, **parameters})


@pytest.fixture
def algorithm():
    return QgsApplication.processingRegistry().createAlgorithmById(ID)


# What it writes


def test_the_mask_has_the_pixels_that_the_command_line_writes(scene_layer, scene_file, tmp_path):
    options = {"THRESHOLD_THICK": 0.4, "MIN_AREA": 0.5, "BUFFER": 30, "TTA": 1}
    mine = run(INPUT=scene_layer, PROBABILITIES=TEMPORARY, **options)
    theirs, chances = tmp_path / "mask.tif", tmp_path / "probabilities.tif"
    subprocess.run(
        [sys.executable, "-m", "cloudmask_plugin.engine", "mask", scene_file]
        + ["--output", theirs, "--probabilities", chances]
        + ["--threshold", "thick=0.4", "--min-area", "0.5", "--buffer", "30", "--tta", "1"],
        check=True,
        capture_output=True,
    )
    np.testing.assert_array_equal(pixels(mine["OUTPUT"]), pixels(theirs))
    np.testing.assert_array_equal(pixels(mine["PROBABILITIES"]), pixels(chances))


def test_the_numbers_are_percents_of_the_pixels_in_the_file(scene_file, tmp_path):
    torn = str(tmp_path / "torn.tif")
    gdal.Translate(torn, str(scene_file), noData=0)
    data = gdal.Open(torn, gdal.GA_Update)
    for band in range(1, 5):
        data.GetRasterBand(band).WriteArray(np.zeros((100, 70)), 30, 20)
    data = None
    results = run(INPUT=torn)
    codes = pixels(results["OUTPUT"])
    valid = codes[codes != NODATA]

    assert valid.size == codes.size - 70 * 100
    for item in CLASSES:
        assert results[item.key.upper()] == pytest.approx(100 * np.mean(valid == item.code))
    assert results["NODATA"] == pytest.approx(100 * np.mean(codes == NODATA))


def test_probabilities_are_written_only_on_demand(scene_file):
    assert "PROBABILITIES" not in run(INPUT=str(scene_file))


def test_an_extent_in_degrees_masks_the_same_pixels_as_in_metres(scene_file):
    degrees = run(INPUT=str(scene_file), EXTENT="1.57,1.58,51.42,51.43 [EPSG:4326]")
    data = gdal.Open(degrees["OUTPUT"])
    x0, a, _, y0, _, e = data.GetGeoTransform()
    west, north = x0 + 0.5 * a, y0 + 0.5 * e
    east, south = x0 + (data.RasterXSize - 0.5) * a, y0 + (data.RasterYSize - 0.5) * e
    metres = run(INPUT=str(scene_file), EXTENT=f"{west},{east},{south},{north}")

    assert pixels(degrees["OUTPUT"]).size < pixels(scene_file)[0].size
    np.testing.assert_array_equal(pixels(degrees["OUTPUT"]), pixels(metres["OUTPUT"]))


def test_bands_named_by_the_user_count_like_described_ones(scene_file, tmp_path):
    bare = str(tmp_path / "bare.tif")
    gdal.Translate(bare, str(scene_file))
    data = gdal.Open(bare, gdal.GA_Update)
    for band in range(1, 5):
        data.GetRasterBand(band).SetDescription("")
    data = None
    stated = run(INPUT=bare, BANDS="B02, B03, B04, B08", SCALE=0.0001, OFFSET=0, LEVEL="L1C")
    described = run(INPUT=str(scene_file), SCALE=0.0001, OFFSET=0)

    np.testing.assert_array_equal(pixels(stated["OUTPUT"]), pixels(described["OUTPUT"]))


SUN = {"SUN_ZENITH": 60, "SUN_AZIMUTH": 170}


@pytest.fixture
def hills(scene_file, tmp_path):
    """Elevations with a wall of 400 m through the middle of the scene, as a layer."""
    scene = gdal.Open(str(scene_file))
    x0, a, _, y0, _, e = scene.GetGeoTransform()
    data = gdal.GetDriverByName("GTiff").Create(str(tmp_path / "hills.tif"), 60, 90, 1, 6)
    data.SetGeoTransform((x0, 5 * a, 0, y0, 0, 5 * e))
    data.SetProjection(scene.GetProjection())
    data.GetRasterBand(1).WriteArray(np.where(np.arange(90) == 45, 400.0, 0)[:, None] * np.ones(60))
    data = None
    layer = QgsRasterLayer(str(tmp_path / "hills.tif"), "Hills", "gdal")
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_shadow_is_checked_as_on_the_command_line(scene_layer, scene_file, hills, tmp_path):
    mine = run(INPUT=scene_layer, REMOVE_ORPHANS=True, DEM=hills, **SUN)
    theirs = tmp_path / "mask.tif"
    done = subprocess.run(
        [sys.executable, "-m", "cloudmask_plugin.engine", "mask", scene_file, "--output", theirs]
        + ["--sun-zenith", "60", "--sun-azimuth", "170", "--orphan-shadows", "remove"]
        + ["--dem", hills.source(), "--json"],
        check=True,
        capture_output=True,
        text=True,
    )
    told = json.loads(done.stdout)["shadow"]
    assert told["terrain"] > 0
    np.testing.assert_array_equal(pixels(mine["OUTPUT"]), pixels(theirs))
    for key, share in told.items():
        assert mine[f"{key.upper()}_SHADOW"] == pytest.approx(100 * share)
    by_path = run(INPUT=scene_layer, REMOVE_ORPHANS=True, DEM=hills.source(), **SUN)
    np.testing.assert_array_equal(pixels(by_path["OUTPUT"]), pixels(theirs))


def test_shadow_is_reported_only_where_the_sun_is_known(scene_file):
    without, known = run(INPUT=str(scene_file)), run(INPUT=str(scene_file), **SUN)
    assert "ORPHAN_SHADOW" not in without
    assert {"ORPHAN_SHADOW", "UNCHECKED_SHADOW"} <= set(known)
    assert "TERRAIN_SHADOW" not in known
    np.testing.assert_array_equal(pixels(without["OUTPUT"]), pixels(known["OUTPUT"]))


def test_a_resolution_of_60_m_gives_pixels_of_60_m(scene_file):
    data = gdal.Open(run(INPUT=str(scene_file), RESOLUTION="60")["OUTPUT"])
    assert data.GetGeoTransform()[1] == 60


def test_a_model_is_chosen_by_its_id(algorithm, scene_file):
    chosen = algorithm.parameterDefinition("MODEL").options()
    assert chosen[0] == "default"
    assert len(chosen) > 1, "at least one model comes with the plugin"
    named = run(INPUT=str(scene_file), MODEL=chosen[1])
    default = run(INPUT=str(scene_file))
    np.testing.assert_array_equal(pixels(named["OUTPUT"]), pixels(default["OUTPUT"]))


@pytest.mark.real_data
@pytest.mark.parametrize("which", ["", "MTD_MSIL2A.xml"])
def test_a_safe_folder_or_its_metadata_file_is_a_scene(real_scenes, which):
    safe = next((real_scenes / "T29UNU_L2A").glob("*.SAFE"))
    x0, a, _, y0, _, e = describe(str(safe)).grid.transform
    part = f"{x0 + 600 * a},{x0 + 900 * a},{y0 + 900 * e},{y0 + 600 * e}"
    results = run(INPUT=str(safe / which), RESOLUTION="60", EXTENT=part)
    assert gdal.Open(results["OUTPUT"]).GetGeoTransform()[:2] == (x0 + 600 * a, 60)


@pytest.mark.real_data
def test_the_dialog_accepts_a_safe_folder_that_qgis_cannot_show(
    algorithm, real_scenes, monkeypatch
):
    monkeypatch.setattr("processing.gui.ParametersPanel.iface", None)  # the stub is too poor
    safe = str(next((real_scenes / "T29UNU_L2A").glob("*.SAFE")))
    dialog = AlgorithmDialog(algorithm)
    try:
        dialog.mainWidget().wrappers["INPUT"].setParameterValue(safe, QgsProcessingContext())
        parameters = dialog.createProcessingParameters()
        assert parameters["INPUT"] == safe
        assert algorithm.checkParameterValues(parameters, QgsProcessingContext()) == (True, "")
    finally:
        dialog.close()


# Where it runs


def test_it_runs_inside_a_model_and_hands_on_its_numbers(scene_layer, scene_file):
    model = QgsProcessingModelAlgorithm("twice", "tests")
    model.addModelParameter(
        QgsProcessingParameterRasterLayer("scene"), QgsProcessingModelParameter("scene")
    )
    child = QgsProcessingModelChildAlgorithm(ID)
    child.setChildId("first")
    from_scene = QgsProcessingModelChildParameterSource.fromModelParameter("scene")
    child.addParameterSources("INPUT", [from_scene])
    model.addChildAlgorithm(child)
    # A second run takes a percentage of the first as its buffer, a number as good as any.
    second = QgsProcessingModelChildAlgorithm(ID)
    second.setChildId("second")
    second.addParameterSources("INPUT", [from_scene])
    thick = QgsProcessingModelChildParameterSource.fromChildOutput("first", "THICK")
    second.addParameterSources("BUFFER", [thick])
    output = QgsProcessingModelOutput("mask", "mask")
    output.setChildId("second")
    output.setChildOutputName("OUTPUT")
    second.setModelOutputs({"mask": output})
    model.addChildAlgorithm(second)
    results = processing.run(model, {"scene": scene_layer, "mask": TEMPORARY})

    alone = run(INPUT=str(scene_file))
    expected = run(INPUT=str(scene_file), BUFFER=alone["THICK"])
    np.testing.assert_array_equal(pixels(results["mask"]), pixels(expected["OUTPUT"]))


def test_it_runs_as_a_batch(algorithm, scene_file, tmp_path):
    dialog = BatchAlgorithmDialog(algorithm)
    outputs = [tmp_path / f"{name}.tif" for name in ("plain", "grown")]
    try:
        dialog.execute(
            [
                {"INPUT": str(scene_file), "BUFFER": buffer, "OUTPUT": str(path)}
                for buffer, path in zip((0, 50), outputs)
            ]
        )
        while dialog.cancelButton().isEnabled():
            QCoreApplication.processEvents()
    finally:
        dialog.close()
    plain, grown = (pixels(path) for path in outputs)
    assert np.count_nonzero(grown) > np.count_nonzero(plain) > 0


def test_the_log_tells_what_was_recognised_and_the_shares(scene_file):
    feedback = Listener()
    parameters = {"INPUT": str(scene_file), "OUTPUT": TEMPORARY}
    results = processing.run(ID, parameters, feedback=feedback)

    assert "Bands: B02–B04 B08 (4 of 13) (band descriptions)" in feedback.lines
    assert any(line.startswith("Product: Sentinel-2 L1C (") for line in feedback.lines)
    assert f"Thick cloud: {results['THICK']:.1f}%" in feedback.lines


def test_the_log_calls_a_guess_a_guess(spec):
    guess = Resolved(-1000.0, "no value lies below 1000", confidence=0.5)
    lines = scene_lines(replace(spec, offset=guess, scale=Resolved(0.0001, "usual")))
    assert "Reflectance: (DN − 1000) / 10000 (guessed, no value lies below 1000)" in lines


def test_the_time_left_is_told_in_words():
    assert progress_text(Progress(0.1, "Masking")) == "Masking"
    assert progress_text(Progress(0.1, "Masking", 42.4)) == "Masking: about 42 s left"
    assert progress_text(Progress(0.1, "Masking", 300)) == "Masking: about 5 min left"
    assert progress_text(Progress(1.0, "Masking", 0.0)) == "Masking"


# What it shows


def loaded(scene, **parameters):
    """Run as the toolbox does, with the results loaded into the project."""
    destination = QgsProcessingOutputLayerDefinition(TEMPORARY, QgsProject.instance())
    results = processing.runAndLoadResults(
        ID, {"INPUT": scene, "OUTPUT": destination, **parameters}
    )
    return QgsProject.instance().mapLayersByName("Cloud mask")[0], results


def test_a_loaded_mask_is_styled_dated_and_grouped_by_its_scene(scene_layer):
    layer, _ = loaded(scene_layer)
    legend = {int(c.value): c.label for c in layer.renderer().classes()}
    node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    begin = layer.temporalProperties().fixedTemporalRange().begin().toUTC()

    assert legend == {item.code: item.name for item in CLASSES}
    assert begin.toString("yyyy-MM-dd HH:mm:ss") == "2022-10-05 11:54:11"
    assert layer.temporalProperties().isActive()
    assert node.parent().name() == "Toulouse in October"


def test_a_scene_that_is_no_layer_names_the_group_by_its_file(scene_file):
    layer, _ = loaded(str(scene_file))
    node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    assert node.parent().name() == scene_file.stem


def test_a_mask_of_the_dock_joins_the_group_of_the_toolbox(scene_layer, spec, mask_result):
    loaded(scene_layer)
    layers.add_mask(mask_result, spec, scene_layer.id())
    groups = QgsProject.instance().layerTreeRoot().findGroups(True)

    assert [group.name() for group in groups] == ["Toulouse in October"]
    assert len(groups[0].findLayers()) == 3


# What it refuses


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"INPUT": "/no/such/file.tif"}, "INPUT: /no/such/file.tif not found"),
        ({"CLUSTER": "host"}, r"Dask scheduler \(CLUSTER\): 'host' is no address of a Dask"),
        ({"NODATA": "none"}, r"Nodata value \(NODATA\): “none” is not understood: give a number"),
        ({"THRESHOLD_THIN": 1.5}, r"\(THRESHOLD_THIN\): 1.5 is out of range: .* 0.01 to 0.99"),
        ({"BUFFER": -1}, r"Buffer \(m\) \(BUFFER\): -1 is out of range: .* at least 0"),
        ({"RESOLUTION": "15"}, r"\(RESOLUTION\): “15” .* native, 10, 20, 60"),
        ({"MODEL": "best"}, r"\(MODEL\): “best” is not in the list: give one of default"),
        ({"BANDS": "B02,B99"}, "'B99' is no Sentinel-2 band"),
        ({"EXTENT": "0,1,0,1"}, "does not overlap the scene"),
        ({"REMOVE_ORPHANS": True}, "direction of the sun .* not known.* SUN_ZENITH and SUN_AZIM"),
        ({"DEM": "/no/such/dem.tif"}, "DEM"),
        ({"OUTPUT": "/no/such/folder/mask.tif"}, "/no/such/folder/mask.tif does not exist"),
    ],
)
def test_a_wrong_value_is_told_with_its_name_and_the_remedy(scene_file, wrong, told):
    with pytest.raises(QgsProcessingException, match=told):
        run(**{"INPUT": str(scene_file), **wrong})


def test_a_layer_that_cannot_be_masked_is_told_before_the_run(algorithm, project):
    points = QgsVectorLayer("Point?crs=EPSG:4326", "Points", "memory")
    project.addMapLayer(points)
    fine, reason = algorithm.checkParameterValues(
        {"INPUT": points.id(), "OUTPUT": TEMPORARY}, QgsProcessingContext()
    )
    assert not fine
    assert "INPUT" in reason


def test_without_onnxruntime_it_fails_with_the_sentence_of_the_dock(scene_file, monkeypatch):
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    sentence = dependencies.problem()

    assert "onnxruntime" in sentence
    with pytest.raises(QgsProcessingException) as caught:
        run(INPUT=str(scene_file))
    assert str(caught.value) == sentence


def test_a_bug_is_told_in_one_sentence(scene_file, monkeypatch):
    def faulty(request, reporter):
        raise ZeroDivisionError

    monkeypatch.setattr("cloudmask_plugin.processing.mask.mask_scene", faulty)
    with pytest.raises(QgsProcessingException, match="mistake in it .ZeroDivisionError") as caught:
        run(INPUT=str(scene_file))
    assert "\n" not in str(caught.value)


# What scripts and models of users rely on


def test_ids_and_lists_are_those_of_the_first_version(algorithm):
    fixed = {
        "INPUT": None,
        "MODEL": None,
        "EXTENT": None,
        "RESOLUTION": ["native", "10", "20", "60"],
        "THRESHOLD_THICK": None,
        "THRESHOLD_THIN": None,
        "THRESHOLD_SHADOW": None,
        "MIN_AREA": None,
        "BUFFER": None,
        "REMOVE_ORPHANS": None,
        "DEM": None,
        "BANDS": None,
        "SCALE": None,
        "OFFSET": None,
        "NODATA": None,
        "LEVEL": ["L1C", "L2A"],
        "ACQUIRED": None,
        "SUN_ZENITH": None,
        "SUN_AZIMUTH": None,
        "SENSOR": [
            *("sentinel-2", "landsat-8-9", "landsat-5-7", "planetscope", "gaofen-1-wfv"),
        ],
        "STEP": None,
        "PIXEL_SIZE": None,
        "TTA": None,
        "THREADS": None,
        "CLUSTER": None,
        "OUTPUT": None,
        "PROBABILITIES": None,
    }
    definitions = {d.name(): d for d in algorithm.parameterDefinitions()}
    assert list(definitions) == list(fixed)
    for name, strings in fixed.items():
        assert strings is None or definitions[name].options() == strings
        assert strings is None or definitions[name].usesStaticStrings()
    assert {output.name() for output in algorithm.outputDefinitions()} == {
        *("OUTPUT", "PROBABILITIES", "CLEAR", "THICK", "THIN", "SHADOW", "NODATA"),
        *("ORPHAN_SHADOW", "UNCHECKED_SHADOW", "TERRAIN_SHADOW"),
    }


def test_what_few_people_need_is_under_advanced(algorithm):
    flag = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    advanced = [d.name() for d in algorithm.parameterDefinitions() if d.flags() & flag]
    assert advanced == [
        *("DEM", "BANDS", "SCALE", "OFFSET", "NODATA", "LEVEL", "ACQUIRED", "SUN_ZENITH"),
        *("SUN_AZIMUTH", "SENSOR", "STEP", "PIXEL_SIZE", "TTA", "THREADS", "CLUSTER"),
    ]


def test_every_algorithm_shows_its_picture_where_there_is_a_window(monkeypatch):
    algorithms = QgsApplication.processingRegistry().providerById("cloudmask").algorithms()
    ours = [each for each in algorithms if each.group() == ""]
    assert {each.name() for each in ours} >= {"mask", "composite", "zonalclear", "suspects"}
    total = 0
    for each in ours:
        text = each.shortHelpString()
        ((address, width, height),) = re.findall(
            r'<img src="([^"]+)" width="(\d+)" height="(\d+)" />', text
        )
        path = QUrl(address).toLocalFile()
        assert Path(path).name == f"{each.name()}.png"
        picture = QImage(path)
        assert picture.width() >= 300, each.name()
        assert int(width) == 225
        assert int(height) == pytest.approx(225 * picture.height() / picture.width(), abs=1)
        total += Path(path).stat().st_size
    assert total < 400_000
    monkeypatch.setattr(qgis.utils, "iface", None)  # as in qgis_process, which prints the text
    assert not any("<img" in each.shortHelpString() for each in ours)


def test_the_parameters_survive_as_a_qgis_process_command(algorithm, scene_file):
    parameters = {"INPUT": str(scene_file), "RESOLUTION": "20", "OUTPUT": "mask.tif"}
    command, fine = algorithm.asQgisProcessCommand(parameters, QgsProcessingContext())
    assert fine
    assert command.startswith(f"qgis_process run {ID}")
    assert "--RESOLUTION=20" in command
    as_map = algorithm.asMap(parameters, QgsProcessingContext())
    assert json.loads(json.dumps(as_map["inputs"])) == parameters


def test_temporary_masks_are_tif_files_whatever_format_the_user_prefers(scene_file, provider):
    assert provider.defaultRasterFileExtension() == "tif"
    assert Path(run(INPUT=str(scene_file))["OUTPUT"]).suffix == ".tif"
