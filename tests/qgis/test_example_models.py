"""The example models that come with the plugin: from a .SAFE or other scene to parcels."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import processing
import pytest
import rasterio
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from throwaway_qgis import prepare, run_algorithm

from cloudmask_plugin.engine.classes import CLEAR
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.paths import bundled
from tests.qgis.conftest import pixels
from tests.series import write_series
from tests.unit.stored import write_product
from training.simulation import simulate_scene

TEMPORARY = QgsProcessing.TEMPORARY_OUTPUT
NAMES = ("compositeparcels", "folderparcels", "sceneparcels")

pytestmark = pytest.mark.usefixtures("provider")


def parcels_on(path: str, project: QgsProject) -> QgsVectorLayer:
    """Return four parcels, quarters of the middle of a scene."""
    scene = QgsRasterLayer(path)
    extent = scene.extent()
    layer = QgsVectorLayer(
        f"Polygon?crs={scene.crs().authid()}&field=owner:string", "Parcels", "memory"
    )
    width, height = extent.width() / 4, extent.height() / 4
    features = []
    for number in range(4):
        x = extent.xMinimum() + width * (1 + number % 2)
        y = extent.yMinimum() + height * (1 + number // 2)
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"owner {number}"])
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(x, y, x + width, y + height)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    project.addMapLayer(layer)
    return layer


def lines_of(path: str) -> list[dict[str, str]]:
    with Path(path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_models_are_in_the_toolbox_under_names_that_never_change():
    registry = QgsApplication.processingRegistry()
    for name in NAMES:
        algorithm = registry.algorithmById(f"cloudmask:{name}")
        assert algorithm is not None, name
        assert algorithm.groupId() == "examples"
        assert algorithm.displayName() != name
        fine, reason = algorithm.create().canExecute()
        assert fine, reason
    assert len(list((bundled("resources") / "models").glob("*.model3"))) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_models_file_opens_in_the_designer_as_well(name):
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(bundled("resources") / "models" / f"{name}.model3"))
    issues: list[str] = []
    for child in model.childAlgorithms():
        fine, found = model.validateChildAlgorithm(child)
        issues += [] if fine else found
    assert issues == []
    assert "parcels" in model.helpUrl() or len(model.shortHelpString()) > 50


def test_a_scene_becomes_mask_polygons_and_a_table(scene_file, project):
    parcels = parcels_on(str(scene_file), project)
    got = processing.run(
        "cloudmask:sceneparcels",
        {
            **{"scene": str(scene_file), "parcels": parcels, "parcel_name": "owner"},
            **{"cloud_mask": TEMPORARY, "clouds": TEMPORARY},
            **{"usable_dates": TEMPORARY, "table_of_parcels": TEMPORARY},
        },
    )
    codes = pixels(got["cloud_mask"])
    rows, cols = codes.shape
    quarter = codes[rows // 2 : 3 * rows // 4, cols // 4 : cols // 2]
    lines = lines_of(got["table_of_parcels"])
    assert [line["polygon"] for line in lines] == [f"owner {n}" for n in range(4)]
    assert lines[0]["date"] == "2022-10-05"
    assert float(lines[0]["usable_percent"]) == pytest.approx(
        100 * np.mean(quarter == CLEAR), abs=1
    )
    assert QgsVectorLayer(got["clouds"]).featureCount() > 0
    assert QgsVectorLayer(got["usable_dates"]).featureCount() == 4


def test_two_scenes_become_masks_composite_and_a_table(tmp_path, project):
    series = write_series(tmp_path)[:2]
    paths = [str(date.path) for date in series]
    parcels = parcels_on(paths[0], project)
    got = processing.run(
        "cloudmask:compositeparcels",
        {
            **{"first": paths[0], "second": paths[1], "parcels": parcels},
            **{"composite": TEMPORARY, "usable_dates": TEMPORARY, "table_of_parcels": TEMPORARY},
        },
    )
    with rasterio.open(got["composite"]) as composite, rasterio.open(paths[0]) as first:
        assert composite.count == first.count
        assert composite.shape == first.shape
    lines = lines_of(got["table_of_parcels"])
    assert [line["date"] for line in lines] == [date.day for date in series] * 4


def test_a_folder_of_scenes_becomes_a_table_of_dates(tmp_path, project):
    (tmp_path / "scenes").mkdir()
    series = write_series(tmp_path / "scenes")
    for date in series:
        Path(date.mask).unlink()
    parcels = parcels_on(str(series[0].path), project)
    got = processing.run(
        "cloudmask:folderparcels",
        {
            **{"folder": str(tmp_path / "scenes"), "parcels": parcels, "threshold": 1},
            **{"masks": str(tmp_path / "masks")},
            **{"usable_dates": TEMPORARY, "table_of_parcels": TEMPORARY},
        },
    )
    lines = lines_of(got["table_of_parcels"])
    assert sorted({line["date"] for line in lines}) == [date.day for date in series]
    layer = QgsVectorLayer(got["usable_dates"])
    for feature in layer.getFeatures():
        dates = [line for line in lines if line["polygon"] == str(feature.id())]
        assert feature["dates_ok"] == sum(line["usable"] == "yes" for line in dates)


def test_two_safes_become_masks_composite_and_table_in_a_fresh_profile(
    tmp_path, tmp_path_factory, project
):
    """By qgis_process, with JSON in and out; the products are simulated ones of two days."""
    days = ("20221005", "20221015")
    products = []
    for number, day in enumerate(days):
        scene = simulate_scene(240, 240, seed=6 + number, level="L2A", thick=0.3, thin=0.1)
        (tmp_path / day).mkdir()
        product = write_product(tmp_path / day, scene.reflectance, (20, 60))
        metadata = product / "MTD_MSIL2A.xml"
        text = metadata.read_text(encoding="utf-8").replace("2022-10-05", f"2022-10-{day[-2:]}")
        metadata.write_text(text, encoding="utf-8")
        products.append(str(metadata))
    grid = describe(products[0]).grid
    x0, a, _, y0, _, e = grid.transform
    box = QgsRectangle(x0, y0 + e * grid.height, x0 + a * grid.width, y0)
    layer = QgsVectorLayer("Polygon?crs=EPSG:32631", "Parcels", "memory")
    layer.setCrs(QgsCoordinateReferenceSystem.fromWkt(grid.crs))
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromRect(box))
    layer.dataProvider().addFeatures([feature])
    parcels = str(tmp_path / "parcels.gpkg")
    processing.run("native:savefeatures", {"INPUT": layer, "OUTPUT": parcels})
    names = {"composite": "c.tif", "usable_dates": "z.gpkg", "table_of_parcels": "t.csv"}
    targets = {name: str(tmp_path / file) for name, file in names.items()}
    got = run_algorithm(
        prepare(tmp_path_factory.mktemp("qgis")),
        "cloudmask:compositeparcels",
        {"first": products[0], "second": products[1], "parcels": parcels, **targets},
    )
    lines = lines_of(targets["table_of_parcels"])
    assert [line["date"] for line in lines] == ["2022-10-05", "2022-10-15"]
    for line, product in zip(lines, products):
        mask = processing.run("cloudmask:mask", {"INPUT": product, "OUTPUT": TEMPORARY})
        assert float(line["usable_percent"]) == pytest.approx(mask["CLEAR"], abs=0.01)
    with rasterio.open(targets["composite"]) as composite:
        assert composite.shape == (grid.height, grid.width)
        assert composite.count > 8
    assert {got[name] for name in targets} == set(targets.values())


@pytest.mark.slow
@pytest.mark.real_data
def test_a_safe_becomes_mask_composite_and_table(real_scenes, project, tmp_path):
    safe = next((real_scenes / "T29UNU_L2A").glob("*.SAFE"))
    metadata = str(safe / "MTD_MSIL2A.xml")
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(bundled("resources") / "models" / "compositeparcels.model3"))
    for name in ("mask_first", "mask_second", "composite"):  # coarse, to be quick
        child = model.childAlgorithm(name)
        coarse = QgsProcessingModelChildParameterSource.fromStaticValue("60")
        child.addParameterSources("RESOLUTION", [coarse])
        if name == "composite":
            visible = QgsProcessingModelChildParameterSource.fromStaticValue("B02,B03,B04")
            child.addParameterSources("BANDS", [visible])
        model.setChildAlgorithm(child)
    grid = describe(metadata).grid
    x0, a, _, y0, _, e = grid.transform
    middle = QgsRectangle(
        x0 + a * grid.width / 4,
        y0 + 3 * e * grid.height / 4,
        x0 + 3 * a * grid.width / 4,
        y0 + e * grid.height / 4,
    )
    layer = QgsVectorLayer("Polygon?crs=EPSG:32629", "Parcels", "memory")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromRect(middle))
    layer.dataProvider().addFeatures([feature])
    project.addMapLayer(layer)
    got = processing.run(
        model,
        {
            **{"first": metadata, "second": metadata, "parcels": layer, "threshold": 50},
            **{"composite": TEMPORARY, "usable_dates": TEMPORARY, "table_of_parcels": TEMPORARY},
        },
    )
    (line,) = lines_of(got["table_of_parcels"])  # both masks are of one day
    mask = pixels(got["CHILD_RESULTS"]["mask_first"]["OUTPUT"])
    rows, cols = mask.shape
    part = mask[rows // 4 : 3 * rows // 4, cols // 4 : 3 * cols // 4]
    assert float(line["usable_percent"]) == pytest.approx(100 * np.mean(part == CLEAR), abs=1)
    assert QgsRasterLayer(got["composite"]).rasterUnitsPerPixelX() == 60


def test_the_files_are_what_the_script_writes(tmp_path):
    script = bundled("scripts") / "make_models.py"
    subprocess.run(
        [sys.executable, str(script), str(tmp_path)],
        check=True,
        capture_output=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    kind = QgsProcessing.PythonOutputType.PythonQgsProcessingAlgorithmSubclass
    for name in NAMES:
        written = QgsProcessingModelAlgorithm()
        shipped = QgsProcessingModelAlgorithm()
        assert written.fromFile(str(tmp_path / f"{name}.model3"))
        assert shipped.fromFile(str(bundled("resources") / "models" / f"{name}.model3"))
        assert written.asPythonCode(kind, 4) == shipped.asPythonCode(kind, 4)
