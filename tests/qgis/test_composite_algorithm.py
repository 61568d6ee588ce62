"""``cloudmask:composite`` and ``cloudmask:applymask``, read back with rasterio."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import processing
import pytest
import rasterio
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
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QDate
from throwaway_qgis import QgisError, ThrowawayQgis, prepare, run_algorithm

from cloudmask_plugin.engine.classes import CLEAR
from cloudmask_plugin.engine.composite import METHODS
from tests.qgis.listener import Listener
from tests.series import DAYS, Date, write_series
from tests.unit.stored import write_product, write_raster

COMPOSITE, APPLY = "cloudmask:composite", "cloudmask:applymask"
TEMPORARY = QgsProcessing.TEMPORARY_OUTPUT

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture(scope="module")
def series(tmp_path_factory: pytest.TempPathFactory) -> list[Date]:
    return write_series(tmp_path_factory.mktemp("series"))


@pytest.fixture
def inputs(series: list[Date]) -> dict[str, list[str]]:
    return {
        "INPUT": [str(date.path) for date in series],
        "MASKS": [str(date.mask) for date in series],
    }


@pytest.fixture
def scene_layers(series: list[Date], project: QgsProject) -> list[QgsRasterLayer]:
    """The dates as layers, each with the look of a user."""
    made = [QgsRasterLayer(str(date.path), date.day) for date in series]
    project.addMapLayers(made)
    return made


def compose(**parameters):
    return processing.run(COMPOSITE, {"OUTPUT": TEMPORARY, **parameters})


def read(path: str | Path) -> np.ndarray:
    """Return all bands of a raster, read with rasterio."""
    with rasterio.open(path) as source:
        return source.read()


# What it writes


def test_each_pixel_is_that_of_the_scene_named_for_it_and_clear_there(inputs, series):
    got = compose(**inputs, METHOD="least-cloudy", SOURCE=TEMPORARY, COUNT=TEMPORARY)
    image, source, count = read(got["OUTPUT"]), read(got["SOURCE"])[0], read(got["COUNT"])[0]
    codes = np.stack([date.codes for date in series])
    for number, date in enumerate(series, start=1):
        here = source == number
        assert here.any()
        np.testing.assert_array_equal(image[:, here], date.numbers[:, here])
        assert (date.codes[here] == CLEAR).all()
    np.testing.assert_array_equal(source == 0, ~(codes == CLEAR).any(axis=0))
    np.testing.assert_array_equal(count, (codes == CLEAR).sum(axis=0))


def test_the_numbers_are_those_of_the_files(inputs, series):
    got = compose(**inputs, SOURCE=TEMPORARY)
    source = read(got["SOURCE"])[0]
    shares = json.loads(got["SHARES"])
    assert got["EMPTY"] == pytest.approx(100 * np.mean(source == 0))
    assert got["SCENES_USED"] == len(np.unique(source[source > 0]))
    assert got["METHOD_USED"] == "reference"
    for number, (date, told) in enumerate(zip(series, shares), start=1):
        assert told["scene"] == date.path.stem or told["scene"] == date.path.name
        assert told["acquired"].startswith(date.day)
        assert told["used"] == pytest.approx(100 * np.mean(source == number))
        assert told["clear"] == pytest.approx(100 * np.mean(date.codes == CLEAR))


def test_it_writes_what_the_command_line_writes(inputs, tmp_path):
    options = {"METHOD": "bap", "TARGET_DATE": "2023-06-13", "WEIGHT_HAZE": 0.2, "MASK_BUFFER": 30}
    mine = compose(**inputs, **options, FALLBACK="thin", SOURCE=TEMPORARY, SCORE=TEMPORARY)
    theirs = {key: tmp_path / f"{key}.tif" for key in ("output", "source-index", "score")}
    subprocess.run(
        [sys.executable, "-m", "cloudmask_plugin.engine", "composite", *inputs["INPUT"]]
        + ["--masks", *inputs["MASKS"], "--method", "bap", "--target-date", "2023-06-13"]
        + ["--weight", "haze=0.2", "--mask-buffer", "30", "--thin"]
        + [word for key, path in theirs.items() for word in (f"--{key}", path)],
        check=True,
        capture_output=True,
    )
    for mine_path, path in zip(("OUTPUT", "SOURCE", "SCORE"), theirs.values()):
        np.testing.assert_array_equal(read(mine[mine_path]), read(path))


@pytest.mark.parametrize("method", METHODS)
def test_every_method_fills_what_is_clear_somewhere(inputs, series, method):
    got = compose(**inputs, METHOD=method)
    never = ~(np.stack([date.codes for date in series]) == CLEAR).any(axis=0)
    assert got["METHOD_USED"] == method
    assert got["EMPTY"] == pytest.approx(100 * never.mean())
    np.testing.assert_array_equal((read(got["OUTPUT"]) == 0).all(axis=0), never)
    assert bool(json.loads(got["SHARES"])[0]["used"] is None) is (method in ("median", "p25"))


def test_the_least_bad_leaves_nothing_empty(inputs):
    assert compose(**inputs, FALLBACK="any")["EMPTY"] == 0
    assert compose(**inputs)["EMPTY"] > 0


def test_layers_and_a_target_date_of_the_dialog_are_taken(scene_layers, series):
    got = compose(
        INPUT=scene_layers,
        MASKS=[str(date.mask) for date in series],
        METHOD="bap",
        TARGET_DATE=QDate(2023, 6, 28),
        WEIGHT_DATE=100,
        SCREEN=False,
        SOURCE=TEMPORARY,
    )
    source = read(got["SOURCE"])[0]
    np.testing.assert_array_equal(source == 3, series[2].codes == CLEAR)


def test_masks_of_this_plugin_come_in_any_order_and_others_are_made_on_the_way(series, tmp_path):
    made = tmp_path / "made.tif"
    scenes = [str(date.path) for date in series[:2]]
    processing.run("cloudmask:mask", {"INPUT": scenes[1], "OUTPUT": str(made)})
    feedback = Listener()
    parameters = {"INPUT": scenes, "MASKS": [str(made)], "OUTPUT": TEMPORARY, "COUNT": TEMPORARY}
    got = processing.run(COMPOSITE, parameters, feedback=feedback)
    told = [line for line in feedback.lines if line.startswith("Scene ")]
    assert told[0].endswith("mask: is made")
    assert told[1].endswith("made.tif")
    # The mask that it makes itself is the one that cloudmask:mask makes.
    first = processing.run("cloudmask:mask", {"INPUT": scenes[0], "OUTPUT": TEMPORARY})["OUTPUT"]
    clear = (read(first)[0] == CLEAR).astype(int) + (read(made)[0] == CLEAR)
    np.testing.assert_array_equal(read(got["COUNT"])[0], clear)


def test_an_extent_and_a_resolution_cut_and_coarsen(inputs):
    with rasterio.open(inputs["INPUT"][0]) as scene:
        west, south, east, north = scene.bounds
    part = f"{west + 200},{west + 800},{north - 1000},{north - 400} [EPSG:32631]"
    got = compose(**inputs, EXTENT=part, RESOLUTION="20")
    with rasterio.open(got["OUTPUT"]) as result:
        assert result.shape == (30, 30)
        assert result.bounds == (west + 200, north - 1000, west + 800, north - 400)


def test_dates_that_the_files_do_not_tell_are_stated(tmp_path):
    series = write_series(tmp_path, rows=64, cols=64, dated=False)
    inputs = {
        "INPUT": ";".join(str(date.path) for date in series),
        "MASKS": ";".join(str(date.mask) for date in series),
    }
    got = compose(**inputs, DATES="2023-06-03,-,2023-06-28", SOURCE=TEMPORARY)
    days = [told["acquired"] for told in json.loads(got["SHARES"])]
    assert days == ["2023-06-03", None, "2023-06-28"]


def test_masks_of_other_programs_are_read_by_their_classes(series, tmp_path):
    scl = np.array([4, 9, 10, 3], np.uint8)  # for clear, thick, thin, shadow
    paths, odd = [], []
    for number, date in enumerate(series):
        values = np.where(date.codes == 255, 0, scl[np.minimum(date.codes, 3)])
        path = tmp_path / f"class_{number}.tif"
        paths.append(str(write_raster(path, values[None].astype(np.uint8))))
        other = np.where(date.codes == 255, 99, date.codes + 7).astype(np.uint8)
        odd.append(str(write_raster(tmp_path / f"odd_{number}.tif", other[None])))
    scenes = [str(date.path) for date in series]
    plain = compose(INPUT=scenes, MASKS=[str(date.mask) for date in series])["OUTPUT"]
    by_list = compose(INPUT=scenes, MASKS=paths, MASK_CLASSES="scl")["OUTPUT"]
    values = "7=clear,8=thick,9=thin,10=shadow,99=nodata"
    by_values = compose(INPUT=scenes, MASKS=odd, MASK_VALUES=values)["OUTPUT"]
    np.testing.assert_array_equal(read(by_list), read(plain))
    np.testing.assert_array_equal(read(by_values), read(plain))


# Where it runs


def test_it_runs_in_qgis_process_in_a_fresh_profile(inputs, tmp_path, tmp_path_factory):
    qgis: ThrowawayQgis = prepare(tmp_path_factory.mktemp("qgis"))
    files = {"OUTPUT": tmp_path / "c.tif", "SOURCE": tmp_path / "s.tif"}
    stated = {"METHOD": "reference", "TARGET_DATE": "2023-06-28"}
    got = run_algorithm(
        qgis, COMPOSITE, {**inputs, **stated, **{key: str(path) for key, path in files.items()}}
    )
    mine = compose(**inputs, **stated, SOURCE=TEMPORARY)
    for key, path in files.items():
        np.testing.assert_array_equal(read(path), read(mine[key]))
    assert got["EMPTY"] == pytest.approx(mine["EMPTY"])
    assert json.loads(got["SHARES"]) == json.loads(mine["SHARES"])

    masked = {"INPUT": inputs["INPUT"][0], "MASK": inputs["MASKS"][0]}
    target = {"OUTPUT": str(tmp_path / "masked.tif")}
    by_process = run_algorithm(qgis, APPLY, {**masked, **target})
    by_script = processing.run(APPLY, {**masked, "OUTPUT": TEMPORARY})
    np.testing.assert_array_equal(read(by_process["OUTPUT"]), read(by_script["OUTPUT"]))

    with pytest.raises(QgisError) as caught:
        run_algorithm(qgis, COMPOSITE, {**inputs, "DATES": "2023", "OUTPUT": TEMPORARY})
    assert "Dates of the scenes (DATES): 1 dates for 3 scenes" in str(caught.value)
    assert "Traceback" not in str(caught.value)


def test_it_runs_inside_a_model_and_hands_on_its_numbers(inputs):
    model = QgsProcessingModelAlgorithm("clean", "tests")
    sources = {}
    for name in ("scenes", "masks"):
        kind = QgsProcessing.SourceType.TypeRaster
        model.addModelParameter(
            QgsProcessingParameterMultipleLayers(name, name, kind),
            QgsProcessingModelParameter(name),
        )
        sources[name] = [QgsProcessingModelChildParameterSource.fromModelParameter(name)]
    first = QgsProcessingModelChildAlgorithm(COMPOSITE)
    first.setChildId("first")
    first.addParameterSources("INPUT", sources["scenes"])
    first.addParameterSources("MASKS", sources["masks"])
    model.addChildAlgorithm(first)
    # A second run takes the empty percentage as its buffer, a number as good as any.
    second = QgsProcessingModelChildAlgorithm(COMPOSITE)
    second.setChildId("second")
    second.addParameterSources("INPUT", sources["scenes"])
    second.addParameterSources("MASKS", sources["masks"])
    empty = QgsProcessingModelChildParameterSource.fromChildOutput("first", "EMPTY")
    second.addParameterSources("MASK_BUFFER", [empty])
    output = QgsProcessingModelOutput("composite", "composite")
    output.setChildId("second")
    output.setChildOutputName("OUTPUT")
    second.setModelOutputs({"composite": output})
    model.addChildAlgorithm(second)
    results = processing.run(
        model, {"scenes": inputs["INPUT"], "masks": inputs["MASKS"], "composite": TEMPORARY}
    )
    alone = compose(**inputs, MASK_BUFFER=compose(**inputs)["EMPTY"])
    np.testing.assert_array_equal(read(results["composite"]), read(alone["OUTPUT"]))


def test_a_masked_copy_is_made_inside_a_model_and_in_a_batch(inputs, tmp_path):
    copies = [tmp_path / f"batch{number}.tif" for number in range(2)]
    rows = [
        {"INPUT": scene, "MASK": mask, "OUTPUT": str(path)}
        for scene, mask, path in zip(inputs["INPUT"], inputs["MASKS"], copies)
    ]
    run_batch(APPLY, rows)
    model = QgsProcessingModelAlgorithm("copy", "tests")
    copying = QgsProcessingModelChildAlgorithm(APPLY)
    copying.setChildId("copying")
    for key in ("INPUT", "MASK"):
        model.addModelParameter(
            QgsProcessingParameterRasterLayer(key, key), QgsProcessingModelParameter(key)
        )
        source = QgsProcessingModelChildParameterSource.fromModelParameter(key)
        copying.addParameterSources(key, [source])
    output = QgsProcessingModelOutput("copy", "copy")
    output.setChildId("copying")
    output.setChildOutputName("OUTPUT")
    copying.setModelOutputs({"copy": output})
    model.addChildAlgorithm(copying)
    for row, path in zip(rows, copies):
        alone = read(processing.run(APPLY, {**row, "OUTPUT": TEMPORARY})["OUTPUT"])
        given = {"INPUT": row["INPUT"], "MASK": row["MASK"], "copy": TEMPORARY}
        np.testing.assert_array_equal(read(processing.run(model, given)["copy"]), alone)
        np.testing.assert_array_equal(read(path), alone)


def test_the_dialog_hands_on_layers_and_files_of_any_kind_pass(scene_layers, tmp_path, monkeypatch):
    monkeypatch.setattr("processing.gui.ParametersPanel.iface", None)  # the stub is too poor
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(COMPOSITE)
    dialog, context = AlgorithmDialog(algorithm), QgsProcessingContext()
    context.setProject(QgsProject.instance())
    try:
        chosen = [layer.id() for layer in scene_layers]
        dialog.mainWidget().wrappers["INPUT"].setParameterValue(chosen, context)
        parameters = dialog.createProcessingParameters()
        assert (parameters["METHOD"], len(parameters["INPUT"])) == ("auto", 3)
        assert algorithm.checkParameterValues(parameters, context) == (True, "")
        product = write_product(tmp_path, np.full((13, 240, 240), 0.2, np.float32), (20,))
        for path in (product, product / "MTD_MSIL2A.xml"):
            mixed = {**parameters, "INPUT": [chosen[0], str(path)]}
            assert algorithm.checkParameterValues(mixed, context) == (True, "")
    finally:
        dialog.close()


def run_batch(algorithm_id: str, rows: list[dict]) -> None:
    """Run the rows of a batch in QGIS's own dialog."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm_id)
    dialog = BatchAlgorithmDialog(algorithm)
    try:
        dialog.execute(rows)
        while dialog.cancelButton().isEnabled():
            QCoreApplication.processEvents()
    finally:
        dialog.close()


def test_it_runs_as_a_batch(inputs, tmp_path):
    outputs = {method: tmp_path / f"{method}.tif" for method in ("reference", "median")}
    run_batch(
        COMPOSITE,
        [{**inputs, "METHOD": method, "OUTPUT": str(path)} for method, path in outputs.items()],
    )
    for method, path in outputs.items():
        np.testing.assert_array_equal(read(path), read(compose(**inputs, METHOD=method)["OUTPUT"]))


def test_the_parameters_survive_as_a_qgis_process_command(inputs):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(COMPOSITE)
    parameters = {**inputs, "METHOD": "medoid", "OUTPUT": "c.tif"}
    command, fine = algorithm.asQgisProcessCommand(parameters, QgsProcessingContext())
    assert fine
    assert command.count("--INPUT=") == 3
    assert "--METHOD=medoid" in command


# What it shows


def test_loaded_results_are_grouped_and_look_as_they_should(scene_layers, inputs, project):
    scene_layers[0].renderer().setRedBand(4)
    destination = QgsProcessingOutputLayerDefinition(TEMPORARY, project)
    processing.runAndLoadResults(
        COMPOSITE,
        {**inputs, "INPUT": scene_layers}
        | dict.fromkeys(("OUTPUT", "COUNT", "SOURCE"), destination),
    )
    image, count, source = (
        project.mapLayersByName(name)[0]
        for name in ("Composite", "Clear observations", "Source scene")
    )
    groups = {
        project.layerTreeRoot().findLayer(layer.id()).parent().name()
        for layer in (image, count, source)
    }
    assert groups == {"Composite 3 Jun 2023 – 28 Jun 2023"}
    assert image.renderer().redBand() == 4
    legend = [(int(item.value), item.label) for item in source.renderer().classes()]
    assert legend == [(0, "No scene"), *enumerate(DAYS, start=1)]
    assert [item.label for item in count.renderer().classes()] == ["0", "1", "2", "3"]


# What it refuses


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"INPUT": ["/no/such/scene.tif"]}, r"Scenes \(INPUT\): “/no/such/scene.tif” is neither a"),
        ({"INPUT": []}, r"Scenes \(INPUT\): None is given: add one or more"),
        ({"MASKS": ["/no/such/mask.tif"] * 3}, r"Masks \(MASKS\): “/no/such/mask.tif” is neither"),
        (
            {"MASK_CLASSES": "maja"},
            r"\(MASK_CLASSES\): “maja” is not in the list: give one of auto",
        ),
        ({"MASK_VALUES": "1=fog"}, r"Values of the masks \(MASK_VALUES\): .*1=fog.*give one of"),
        ({"MASK_BUFFER": -1}, r"Buffer \(m\) \(MASK_BUFFER\): -1 is out of range"),
        ({"METHOD": "best"}, r"Method \(METHOD\): “best” is not in the list: give one of auto"),
        ({"TARGET_DATE": "summer"}, r"Target date \(TARGET_DATE\): “summer” is no date: give one"),
        ({"FALLBACK": "always"}, r"\(FALLBACK\): “always” .* never, thin, any"),
        ({"EXTENT": "0,1,0,1"}, "does not overlap the scene"),
        ({"RESOLUTION": "15"}, r"\(RESOLUTION\): “15” .* native, 10, 20, 60"),
        ({"DATES": "2023-06-03"}, r"Dates of the scenes \(DATES\): 1 dates for 3 scenes"),
        ({"DATES": "a,b,c"}, r"\(DATES\): “a” is not understood: give the time as"),
        ({"STEPS": "2023-06-03"}, r"Dates of a series \(STEPS\): scene_a is no series of dates"),
        ({"NODATA": "none"}, r"Nodata value \(NODATA\): “none” is not understood"),
        ({"CLUSTER": "host"}, r"Dask scheduler \(CLUSTER\): 'host' is no address of a Dask"),
        ({"MODEL": "best"}, r"\(MODEL\): “best” is not in the list: give one of default"),
        ({"WEIGHT_DATE": -1}, r"Weight of the date \(WEIGHT_DATE\): -1 is out of range"),
        ({"METHOD": "median", "SOURCE": TEMPORARY}, "median mixes scenes.* leave the source"),
        ({"METHOD": "reference", "SCORE": TEMPORARY}, "has no score: choose bap"),
        ({"OUTPUT": "/no/such/folder/c.tif"}, "/no/such/folder/c.tif does not exist"),
    ],
)
def test_a_wrong_value_is_told_with_its_name_and_the_remedy(inputs, wrong, told):
    with pytest.raises(QgsProcessingException, match=told):
        compose(**{**inputs, **wrong})


def test_masks_that_are_not_one_for_each_scene_are_refused(inputs):
    with pytest.raises(QgsProcessingException, match=r"Masks \(MASKS\): There are 2 masks for 3"):
        compose(INPUT=inputs["INPUT"], MASKS=inputs["MASKS"][:2])


# applymask


def test_a_masked_copy_keeps_all_other_values(inputs, series):
    got = processing.run(
        APPLY, {"INPUT": inputs["INPUT"][0], "MASK": inputs["MASKS"][0], "OUTPUT": TEMPORARY}
    )
    date, copy = series[0], read(got["OUTPUT"])
    gone = np.isin(date.codes, (1, 2, 3))
    np.testing.assert_array_equal(copy, np.where(gone, 0, date.numbers))
    assert got["REMOVED"] == pytest.approx(100 * gone.mean())


def test_the_classes_and_the_nodata_value_are_chosen(inputs, series):
    got = processing.run(
        APPLY,
        {
            **{"INPUT": inputs["INPUT"][0], "MASK": inputs["MASKS"][0], "OUTPUT": TEMPORARY},
            **{"CLASSES": ["thick"], "NODATA": 65535},
        },
    )
    date = series[0]
    np.testing.assert_array_equal(
        read(got["OUTPUT"]), np.where(date.codes == 1, 65535, date.numbers)
    )
    with rasterio.open(got["OUTPUT"]) as copy:
        assert copy.nodata == 65535


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"INPUT": "/no/such/scene.tif"}, "INPUT"),
        ({"MASK": "/no/such/mask.tif"}, "MASK"),
        ({"MASK_VALUES": "thick"}, r"\(MASK_VALUES\): .*'thick'"),
        ({"CLASSES": []}, "CLASSES|No class is named"),
        ({"NODATA": -5}, "-5 is none that uint16 can hold: give a whole number from 0 to 65535"),
        ({"MASK_BUFFER": -2}, r"\(MASK_BUFFER\): -2 is out of range"),
        ({"OUTPUT": "/no/such/folder/c.tif"}, "/no/such/folder/c.tif does not exist"),
    ],
)
def test_a_wrong_value_of_applymask_is_told(inputs, wrong, told):
    right = {"INPUT": inputs["INPUT"][0], "MASK": inputs["MASKS"][0], "OUTPUT": TEMPORARY}
    with pytest.raises(QgsProcessingException, match=told):
        processing.run(APPLY, {**right, **wrong})


# What scripts and models of users rely on


@pytest.mark.parametrize(
    ("name", "fixed", "outputs"),
    [
        (
            COMPOSITE,
            [
                *("INPUT", "MASKS", "MASK_CLASSES", "MASK_VALUES", "MASK_BUFFER", "METHOD"),
                *("TARGET_DATE", "FALLBACK", "EXTENT", "RESOLUTION", "WEIGHT_DISTANCE"),
                *("WEIGHT_DATE", "WEIGHT_CLEARNESS", "WEIGHT_HAZE", "DATE_SIGMA", "SCREEN"),
                *("DATES", "STEPS", "BANDS", "SCALE", "OFFSET", "NODATA", "LEVEL", "SENSOR"),
                *("PIXEL_SIZE", "MODEL", "THREADS", "OUTPUT", "COUNT", "SOURCE", "SCORE"),
                "CLUSTER",
            ],
            {
                *("OUTPUT", "COUNT", "SOURCE", "SCORE", "EMPTY", "SCENES_USED", "METHOD_USED"),
                *("SHARES", "WARNINGS"),
            },
        ),
        (
            APPLY,
            [
                *("INPUT", "MASK", "MASK_CLASSES", "MASK_VALUES", "MASK_BUFFER", "CLASSES"),
                *("NODATA", "BANDS", "SCALE", "OFFSET", "LEVEL", "ACQUIRED", "SUN_ZENITH"),
                *("SUN_AZIMUTH", "SENSOR", "STEP", "PIXEL_SIZE", "OUTPUT"),
            ],
            {"OUTPUT", "REMOVED"},
        ),
    ],
)
def test_names_never_change_and_explain_themselves(name, fixed, outputs):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(name)
    definitions = {d.name(): d for d in algorithm.parameterDefinitions()}
    assert list(definitions) == fixed
    assert {output.name() for output in algorithm.outputDefinitions()} == outputs
    for definition in definitions.values():
        assert len(definition.help()) > 20, definition.name()
        assert definition.help().endswith("."), definition.name()
    advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    plain = [d.name() for d in definitions.values() if not d.flags() & advanced]
    assert len(plain) <= 12
    assert algorithm.shortHelpString()
    assert algorithm.helpUrl().endswith(f"#{algorithm.name()}")
