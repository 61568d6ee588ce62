"""``cloudmask:polygonise``, ``cloudmask:zonalclear`` and ``cloudmask:evaluate``."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import processing
import pytest
import rasterio
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsDistanceArea,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterRasterLayer,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from throwaway_qgis import QgisError, ThrowawayQgis, prepare, run_algorithm

from cloudmask_plugin import layers
from cloudmask_plugin.engine.classes import CLASSES, NODATA
from tests.qgis.conftest import pixels
from training.simulation import simulate_scene

POLYGONISE, ZONAL, EVALUATE = "cloudmask:polygonise", "cloudmask:zonalclear", "cloudmask:evaluate"
TEMPORARY = QgsProcessing.TEMPORARY_OUTPUT
SCORES = ("BOA", "PA", "UA", "F1")
X0, Y0, SIZE = 500_000, 5_000_000, 20
UTM = "EPSG:32631"
FIELDS = ((5, 5, 30, 30), (40, 10, 60, 50), (70, 70, 75, 74))

pytestmark = pytest.mark.usefixtures("provider")


def write_mask(path: Path, codes: np.ndarray, acquired: str = "") -> str:
    with rasterio.open(
        path, "w", driver="GTiff", width=codes.shape[1], height=codes.shape[0], count=1,
        dtype="uint8", crs=UTM, transform=rasterio.Affine(SIZE, 0, X0, 0, -SIZE, Y0),
        nodata=NODATA,
    ) as dst:  # fmt: skip
        dst.write(codes, 1)
        dst.update_tags(CLOUDMASK_MODEL="test", ACQUISITION_TIME=acquired)
    return str(path)


@pytest.fixture(scope="module")
def codes() -> list[np.ndarray]:
    return [
        simulate_scene(100, 100, seed=seed, thick=0.2, thin=0.1).labels.astype(np.uint8)
        for seed in (9, 13)
    ]


@pytest.fixture(scope="module")
def masks(codes: list[np.ndarray], tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("masks")
    days = ("2022-05-01T10:56:21Z", "2022-05-11T10:56:21Z")
    return [
        write_mask(folder / f"m{number}.tif", one, day)
        for number, (one, day) in enumerate(zip(codes, days))
    ]


def corners(box: tuple[int, int, int, int]) -> list[QgsPointXY]:
    col, row, col_stop, row_stop = box
    places = ((col, row), (col_stop, row), (col_stop, row_stop), (col, row_stop))
    return [QgsPointXY(X0 + SIZE * x, Y0 - SIZE * y) for x, y in places]


@pytest.fixture
def parcels(project: QgsProject) -> QgsVectorLayer:
    """Three fields, as a layer that lives in memory only."""
    layer = QgsVectorLayer(f"Polygon?crs={UTM}&field=crop:string", "Parcels", "memory")
    features = []
    for number, box in enumerate(FIELDS):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"crop {number}"])
        feature.setGeometry(QgsGeometry.fromPolygonXY([corners(box)]))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    project.addMapLayer(layer)
    return layer


@pytest.fixture
def labels(codes: list[np.ndarray], project: QgsProject) -> QgsVectorLayer:
    """Points with the class that the second mask has there."""
    layer = QgsVectorLayer(
        f"Point?crs={UTM}&field=id:integer&field=what:string", "Labels", "memory"
    )
    rng = np.random.default_rng(2)
    features = []
    for number, (col, row) in enumerate(rng.integers(0, 100, (80, 2)).tolist()):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([number + 10, CLASSES[codes[1][row, col]].name])
        place = QgsPointXY(X0 + SIZE * (col + 0.5), Y0 - SIZE * (row + 0.5))
        feature.setGeometry(QgsGeometry.fromPointXY(place))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    project.addMapLayer(layer)
    return layer


def read(path: str) -> list[dict[str, str]]:
    with Path(path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def by_command(*arguments: object) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-m", "cloudmask_plugin.engine", *map(str, arguments), "--json"],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return json.loads(done.stdout)


# polygonise


def test_polygons_are_those_of_the_command_line(masks, tmp_path):
    options = {"TOLERANCE": 15, "MIN_AREA": 0.1, "HOLES": 0.5, "CLASSES": ["thick", "shadow"]}
    got = processing.run(POLYGONISE, {"INPUT": masks[0], "OUTPUT": TEMPORARY, **options})
    theirs = tmp_path / "p.gpkg"
    told = by_command(
        "polygonise", masks[0], "--output", theirs, "--classes", "thick,shadow", "--tolerance", 15,
        "--min-area", 0.1, "--fill-holes", 0.5,
    )  # fmt: skip
    mine = QgsVectorLayer(got["OUTPUT"]) if isinstance(got["OUTPUT"], str) else got["OUTPUT"]
    expected = QgsVectorLayer(str(theirs))
    shown = [
        sorted(
            (f["class"], f["name"], f["hectares"], f.geometry().asWkt()) for f in one.getFeatures()
        )
        for one in (mine, expected)
    ]
    assert shown[0] == shown[1]
    assert got["POLYGONS"] == told["polygons"] == mine.featureCount()
    assert got["THICK_HECTARES"] == pytest.approx(told["hectares"]["thick"])
    assert "THIN_HECTARES" not in got


def test_hectares_are_those_that_qgis_measures_on_the_ellipsoid(masks):
    got = processing.run(POLYGONISE, {"INPUT": masks[0], "OUTPUT": TEMPORARY})
    measure = QgsDistanceArea()
    measure.setSourceCrs(
        QgsCoordinateReferenceSystem(UTM), QgsProject.instance().transformContext()
    )
    measure.setEllipsoid("EPSG:7030")
    features = list(QgsVectorLayer(got["OUTPUT"]).getFeatures())
    assert len(features) > 10
    for feature in features:
        exact = measure.measureArea(feature.geometry()) / 10_000
        assert feature["hectares"] == pytest.approx(exact, rel=1e-4, abs=1e-4)


def test_loaded_polygons_have_the_masks_colours(masks, project):
    destination = QgsProcessingOutputLayerDefinition(TEMPORARY, project)
    processing.runAndLoadResults(POLYGONISE, {"INPUT": masks[0], "OUTPUT": destination})
    (layer,) = project.mapLayersByName("Polygons")
    found = {
        int(category.value()): category.symbol().color().getRgb()
        for category in layer.renderer().categories()
    }
    assert found == {item.code: item.colour for item in CLASSES if item.code}


# zonalclear


def test_dates_of_parcels_are_those_of_the_command_line(parcels, masks, codes, tmp_path):
    outputs = {"OUTPUT": TEMPORARY, "TABLE": TEMPORARY, "SUMMARY": TEMPORARY}
    got = processing.run(
        ZONAL, {"INPUT": parcels, "MASKS": masks, "ID_FIELD": "crop", "THRESHOLD": 20, **outputs}
    )
    lines = read(got["TABLE"])
    assert len(lines) == 6
    for line, (box, one) in zip(lines, ((b, c) for b in FIELDS for c in codes)):
        part = one[box[1] : box[3], box[0] : box[2]]
        assert float(line["usable_percent"]) == pytest.approx(100 * np.mean(part == 0), abs=0.01)
        assert (line["usable"] == "yes") is bool(np.mean(part == 0) >= 0.2)
    assert lines[2]["polygon"] == "crop 1"
    saved = str(tmp_path / "parcels.geojson")
    processing.run("native:savefeatures", {"INPUT": parcels, "OUTPUT": saved})
    theirs = tmp_path / "t.csv"
    told = by_command(
        "zonalclear", saved, "--masks", *masks, "--id", "crop", "--threshold", 20, "--table", theirs
    )
    columns = [name for name in lines[0] if name not in ("pixels", "hectares")]
    for mine, other in zip(lines, read(str(theirs))):
        assert [mine[name] for name in columns] == [other[name] for name in columns]
    assert got["NEVER"] == told["never"]
    assert json.loads(got["FACTS"])["dates"][0]["serves"] == told["dates"][0]["serves"]
    assert got["DATES_COUNT"] == len(read(got["SUMMARY"])) == 2
    best = max(told["dates"], key=lambda day: (day["serves"], day["usable_hectares"]))
    assert (got["BEST_DATE"], got["BEST_SERVES"]) == (best["when"], best["serves"])


def test_only_selected_parcels_are_looked_at(parcels, masks):
    parcels.selectByExpression("crop = 'crop 1'")
    chosen = QgsProcessingFeatureSourceDefinition(parcels.id(), True)
    got = processing.run(ZONAL, {"INPUT": chosen, "MASKS": masks, "OUTPUT": TEMPORARY})
    (feature,) = QgsVectorLayer(got["OUTPUT"]).getFeatures()
    assert feature["crop"] == "crop 1"
    assert got["POLYGONS"] == 1


def test_the_time_of_a_mask_layer_is_its_date(parcels, codes, project, tmp_path):
    layer = QgsRasterLayer(write_mask(tmp_path / "undated.tif", codes[0]), "Undated")
    layers.date(layer, "2021-08-09")
    project.addMapLayer(layer)
    got = processing.run(ZONAL, {"INPUT": parcels, "MASKS": [layer], "OUTPUT": TEMPORARY})
    assert [day["when"] for day in json.loads(got["FACTS"])["dates"]] == ["2021-08-09"]
    stated = processing.run(
        ZONAL, {"INPUT": parcels, "MASKS": [layer], "DATES": "2020-01-02", "OUTPUT": TEMPORARY}
    )
    assert [day["when"] for day in json.loads(stated["FACTS"])["dates"]] == ["2020-01-02"]


def test_classes_and_weights_say_what_is_usable(parcels, masks, codes):
    options = {"UNUSABLE": ["thick", "thin"], "WEIGHTS": "thin=0.5", "TABLE": TEMPORARY}
    got = processing.run(
        ZONAL, {"INPUT": parcels, "MASKS": masks[:1], "OUTPUT": TEMPORARY, **options}
    )
    col, row, col_stop, row_stop = FIELDS[0]
    part = codes[0][row:row_stop, col:col_stop]
    expected = np.mean(np.isin(part, (0, 3))) + 0.5 * np.mean(part == 2)
    assert float(read(got["TABLE"])[0]["usable_percent"]) == pytest.approx(100 * expected, abs=0.01)


def test_loaded_parcels_are_coloured_by_the_number_of_dates(parcels, masks, project):
    destination = QgsProcessingOutputLayerDefinition(TEMPORARY, project)
    processing.runAndLoadResults(ZONAL, {"INPUT": parcels, "MASKS": masks, "OUTPUT": destination})
    (layer,) = project.mapLayersByName("Usable dates")
    renderer = layer.renderer()
    assert (renderer.type(), renderer.classAttribute()) == ("graduatedSymbol", "dates_ok")
    assert [part.label() for part in renderer.ranges()] == ["No date", "1 date", "2 dates"]
    for feature in layer.getFeatures():
        shown = renderer.ranges()[feature["dates_ok"]]
        assert shown.lowerValue() < feature["dates_ok"] < shown.upperValue()


# evaluate


def test_scores_are_those_of_the_command_line(masks, tmp_path):
    report, table, printed = tmp_path / "r.html", tmp_path / "t.csv", tmp_path / "r.pdf"
    got = processing.run(
        EVALUATE,
        {
            "INPUT": masks[0],
            "REFERENCE": masks[1],
            "OUTPUT_HTML_FILE": str(report),
            "OUTPUT_PDF_FILE": str(printed),
            "OUTPUT": str(table),
        },
    )
    assert gdal.Open(got["OUTPUT_PDF_FILE"]).GetMetadataItem("TITLE").startswith("Accuracy of")
    told = by_command("evaluate", masks[0], "--reference", masks[1])
    mine = json.loads(got["FACTS"])
    assert {**mine, "report": None, "csv": None} == told
    assert got["OVERALL_ACCURACY"] == told["overall_accuracy"]
    assert got["BOA_CLOUD"] == told["experiments"]["cloud"]["boa"]
    assert got["COMPARED"] == 10_000
    assert len(read(str(table))) == 14
    assert report.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_points_of_a_layer_are_a_reference(masks, labels):
    got = processing.run(EVALUATE, {"INPUT": [masks[1]], "LABELS": labels, "FIELD": "what"})
    assert (got["OVERALL_ACCURACY"], got["COMPARED"]) == (1, 80)
    assert json.loads(got["FACTS"])["kind"] == "points"
    other = processing.run(EVALUATE, {"INPUT": [masks[0]], "LABELS": labels})
    assert other["OVERALL_ACCURACY"] < 1


def test_what_is_undefined_has_no_value(tmp_path):
    clear = write_mask(tmp_path / "clear.tif", np.zeros((30, 30), np.uint8))
    got = processing.run(EVALUATE, {"INPUT": [clear], "REFERENCE": [clear]})
    assert got["OVERALL_ACCURACY"] == 1
    assert got["F1_CLOUD"] is None


# Where they run


def test_they_run_in_qgis_process_in_a_fresh_profile(masks, parcels, tmp_path, tmp_path_factory):
    qgis: ThrowawayQgis = prepare(tmp_path_factory.mktemp("qgis"))
    fields = str(tmp_path / "fields.gpkg")
    processing.run("native:savefeatures", {"INPUT": parcels, "OUTPUT": fields})

    output = str(tmp_path / "p.gpkg")
    got = run_algorithm(qgis, POLYGONISE, {"INPUT": masks[0], "OUTPUT": output, "DISSOLVE": True})
    assert QgsVectorLayer(output).featureCount() == 3
    assert got["POLYGONS"] > 3

    table = str(tmp_path / "t.csv")
    files = {"OUTPUT": str(tmp_path / "z.gpkg"), "TABLE": table}
    got = run_algorithm(qgis, ZONAL, {"INPUT": fields, "MASKS": masks, **files})
    assert len(read(table)) == 6
    assert [day["when"] for day in json.loads(got["FACTS"])["dates"]] == [
        "2022-05-01",
        "2022-05-11",
    ]

    printed = tmp_path / "r.pdf"
    got = run_algorithm(
        qgis, EVALUATE, {"INPUT": masks, "REFERENCE": masks, "OUTPUT_PDF_FILE": str(printed)}
    )
    assert printed.read_bytes().startswith(b"%PDF-"), "without a window"
    assert got["OVERALL_ACCURACY"] == 1
    assert json.loads(got["FACTS"])["table"]["invalid"]["median_boa"] == 1

    with pytest.raises(QgisError) as caught:
        run_algorithm(qgis, POLYGONISE, {"INPUT": masks[0], "TOLERANCE": -1, "OUTPUT": output})
    assert "Tolerance (m) (TOLERANCE): -1 is out of range" in str(caught.value)
    assert "Traceback" not in str(caught.value)


def model_of(
    name: str, inputs: dict[str, QgsProcessingParameterDefinition], outputs: dict[str, str]
) -> QgsProcessingModelAlgorithm:
    """Return a model of one algorithm."""
    model = QgsProcessingModelAlgorithm("one", "tests")
    child = QgsProcessingModelChildAlgorithm(name)
    child.setChildId("child")
    for parameter, definition in inputs.items():
        model.addModelParameter(definition, QgsProcessingModelParameter(definition.name()))
        source = QgsProcessingModelChildParameterSource.fromModelParameter(definition.name())
        child.addParameterSources(parameter, [source])
    listed = {}
    for title, parameter in outputs.items():
        output = QgsProcessingModelOutput(title, title)
        output.setChildId("child")
        output.setChildOutputName(parameter)
        listed[title] = output
    child.setModelOutputs(listed)
    model.addChildAlgorithm(child)
    return model


def test_they_run_inside_models(masks, parcels):
    raster, polygons = QgsProcessingParameterRasterLayer, QgsProcessingParameterFeatureSource
    got = processing.run(
        model_of(POLYGONISE, {"INPUT": raster("mask", "mask")}, {"out": "OUTPUT"}),
        {"mask": masks[0], "out": TEMPORARY},
    )
    assert got["CHILD_RESULTS"]["child"]["POLYGONS"] == QgsVectorLayer(got["out"]).featureCount()
    got = processing.run(
        model_of(
            ZONAL,
            {"INPUT": polygons("parcels", "parcels"), "MASKS": raster("mask", "mask")},
            {"out": "OUTPUT", "table": "TABLE"},
        ),
        {"parcels": parcels, "mask": masks[0], "out": TEMPORARY, "table": TEMPORARY},
    )
    assert len(read(got["table"])) == QgsVectorLayer(got["out"]).featureCount() == 3
    got = processing.run(
        model_of(EVALUATE, {"INPUT": raster("mask", "m"), "REFERENCE": raster("truth", "t")}, {}),
        {"mask": masks[0], "truth": masks[0]},
    )
    assert got["CHILD_RESULTS"]["child"]["OVERALL_ACCURACY"] == 1


# What they refuse


@pytest.mark.parametrize(
    ("name", "wrong", "told"),
    [
        (POLYGONISE, {"INPUT": "/no/such/mask.tif"}, "INPUT"),
        (POLYGONISE, {"CLASSES": []}, r"\(CLASSES\)|CLASSES"),
        (POLYGONISE, {"CLASSES": ["fog"]}, "CLASSES"),
        (POLYGONISE, {"TOLERANCE": -1}, r"Tolerance \(m\) \(TOLERANCE\): -1 is out of range"),
        (POLYGONISE, {"MIN_AREA": "x"}, r"\(MIN_AREA\): “x” is no number"),
        (POLYGONISE, {"HOLES": -2}, r"\(HOLES\): -2 is out of range"),
        (POLYGONISE, {"MASK_CLASSES": "maja"}, r"\(MASK_CLASSES\): “maja” is not in the list"),
        (POLYGONISE, {"MASK_VALUES": "1=fog"}, r"\(MASK_VALUES\): .*1=fog"),
        (POLYGONISE, {"OUTPUT": "/no/such/folder/p.gpkg"}, "/no/such/folder/p.gpkg does not exist"),
        (ZONAL, {"INPUT": "/no/such/parcels.gpkg"}, "INPUT"),
        (ZONAL, {"MASKS": []}, r"Masks \(MASKS\): None is given"),
        (ZONAL, {"MASKS": ["/no/such/mask.tif"]}, r"\(MASKS\): “/no/such/mask.tif” is neither"),
        (ZONAL, {"ID_FIELD": "owner"}, "has no field 'owner'"),
        (ZONAL, {"THRESHOLD": 0}, r"\(THRESHOLD\): 0 is out of range: .* from 0.1 to 100"),
        (ZONAL, {"WEIGHTS": "thin=much"}, r"\(WEIGHTS\): 'thin=much' is not understood"),
        (ZONAL, {"WEIGHTS": "thin=2"}, "A weight is 2: give 0"),
        (ZONAL, {"DATES": "2022-05-01"}, r"\(DATES\): 1 dates for 2 masks"),
        (ZONAL, {"DATES": "a,b"}, r"\(DATES\): “a” is no date"),
        (ZONAL, {"MASK_VALUES": "x"}, r"\(MASK_VALUES\): .*'x'"),
        (ZONAL, {"TABLE": "/no/such/folder/t.csv"}, "/no/such/folder/t.csv does not exist"),
        (EVALUATE, {"INPUT": []}, r"Masks \(INPUT\): None is given"),
        (EVALUATE, {"REFERENCE": []}, r"\(REFERENCE\): Masks are compared either with"),
        (EVALUATE, {"REFERENCE": ["m0", "m1"]}, r"\(REFERENCE\)"),
        (EVALUATE, {"LABELS": "parcels"}, r"\(REFERENCE\): Masks are compared either with"),
        (EVALUATE, {"REFERENCE_CLASSES": "fog"}, r"\(REFERENCE_CLASSES\): .*'fog'"),
        (EVALUATE, {"MASK_VALUES": "1=fog"}, r"\(MASK_VALUES\): .*1=fog"),
        (EVALUATE, {"OUTPUT_HTML_FILE": "/no/such/folder/r.html"}, "/no/such/folder/r.html does n"),
        (EVALUATE, {"OUTPUT": "/no/such/folder/t.csv"}, "/no/such/folder/t.csv does not exist"),
    ],
)
def test_a_wrong_value_is_told_with_its_name(name, wrong, told, masks, parcels):
    right = {
        POLYGONISE: {"INPUT": masks[0], "OUTPUT": TEMPORARY},
        ZONAL: {"INPUT": parcels, "MASKS": masks, "OUTPUT": TEMPORARY},
        EVALUATE: {"INPUT": [masks[0]], "REFERENCE": [masks[1]]},
    }[name]
    if wrong.get("LABELS"):
        wrong = {"LABELS": parcels}
    with pytest.raises(QgsProcessingException, match=told) as caught:
        processing.run(name, {**right, **wrong})
    said = str(caught.value).strip().removeprefix("Unable to execute algorithm").strip()
    assert "\n" not in said


# What scripts and models of users rely on


@pytest.mark.parametrize(
    ("name", "fixed", "outputs"),
    [
        (
            POLYGONISE,
            ["INPUT", "CLASSES", "DISSOLVE", "TOLERANCE", "MIN_AREA", "HOLES", "MASK_CLASSES"]
            + ["MASK_VALUES", "OUTPUT"],
            {"OUTPUT", "POLYGONS", *(f"{item.key.upper()}_HECTARES" for item in CLASSES)},
        ),
        (
            ZONAL,
            ["INPUT", "MASKS", "ID_FIELD", "UNUSABLE", "THRESHOLD", "MASK_CLASSES", "MASK_VALUES"]
            + ["WEIGHTS", "DATES", "OUTPUT", "TABLE", "SUMMARY"],
            {"OUTPUT", "TABLE", "SUMMARY", "POLYGONS", "DATES_COUNT", "NEVER", "BEST_SERVES"}
            | {"BEST_DATE", "FACTS"},
        ),
        (
            EVALUATE,
            ["INPUT", "REFERENCE", "LABELS", "FIELD", "REFERENCE_CLASSES", "MASK_CLASSES"]
            + ["MASK_VALUES", "OUTPUT_HTML_FILE", "OUTPUT_PDF_FILE", "OUTPUT"],
            {
                "OUTPUT_HTML_FILE",
                "OUTPUT_PDF_FILE",
                "OUTPUT",
                "OVERALL_ACCURACY",
                "COMPARED",
                "FACTS",
            }
            | {
                f"{s}_{e}"
                for s in ("BOA", "PA", "UA", "F1")
                for e in ("CLOUD", "SHADOW", "INVALID")
            },
        ),
    ],
)
def test_ids_of_parameters_and_outputs_never_change(name, fixed, outputs):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(name)
    definitions = {d.name(): d for d in algorithm.parameterDefinitions()}
    assert list(definitions) == fixed
    assert {output.name() for output in algorithm.outputDefinitions()} == outputs
    for definition in definitions.values():
        assert definition.help().endswith("."), definition.name()
    assert len(algorithm.tags()) > 5
    assert len(algorithm.shortHelpString()) > 300
    assert algorithm.helpUrl().endswith(f"#{algorithm.name()}")


def test_a_mask_of_the_plugin_goes_through_all_of_them(mask_result, parcels):
    """The mask that the engine writes is recognised by its tags without a word."""
    got = processing.run(
        EVALUATE, {"INPUT": [mask_result.output], "REFERENCE": [mask_result.output]}
    )
    assert got["OVERALL_ACCURACY"] == 1
    assert json.loads(got["FACTS"])["warnings"] == []
    got = processing.run(POLYGONISE, {"INPUT": mask_result.output, "OUTPUT": TEMPORARY})
    valid = pixels(mask_result.output)
    assert got["THICK_HECTARES"] == pytest.approx(0.01 * np.sum(valid == 1), rel=2e-3)
