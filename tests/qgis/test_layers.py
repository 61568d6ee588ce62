from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import pytest
import rasterio.warp
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDateTimeRange,
    QgsLayerTreeGroup,
    QgsProject,
    QgsRasterLayer,
    QgsRasterRange,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDateTime, Qt

from cloudmask_plugin import layers
from cloudmask_plugin.engine.classes import CLASSES
from cloudmask_plugin.engine.errors import OptionError, OutputError, SceneError
from cloudmask_plugin.engine.pipeline import MaskRequest, mask_scene
from cloudmask_plugin.engine.reporter import Progress, SilentReporter
from cloudmask_plugin.engine.scene import NO_OVERRIDES, Overrides
from cloudmask_plugin.tasks import EngineTask, Succeeded
from tests.qgis.conftest import pixels


def tree(group):
    """Return a layer tree as nested lists of names."""
    return [
        {node.name(): tree(node)} if isinstance(node, QgsLayerTreeGroup) else node.name()
        for node in group.children()
    ]


def copy_of(scene_file: Path, folder: Path, name: str) -> str:
    path = str(folder / name)
    gdal.GetDriverByName("GTiff").CreateCopy(path, gdal.Open(str(scene_file)))
    return path


# Where a scene lies


def test_a_layer_of_a_file_is_located_by_its_path(scene_layer, scene_file):
    assert layers.location_of(scene_layer) == str(scene_file)


def test_open_options_that_qgis_appends_are_no_part_of_the_location(project, scene_file):
    layer = QgsRasterLayer(f"{scene_file}|option:NUM_THREADS=2|option:SPARSE_OK=TRUE", "x", "gdal")
    assert layer.isValid()
    assert layers.location_of(layer) == str(scene_file)


def test_a_file_name_may_contain_a_bar(project, scene_file, tmp_path):
    path = copy_of(scene_file, tmp_path, "a|b.tif")
    assert layers.location_of(QgsRasterLayer(path, "x", "gdal")) == path


def test_a_virtual_path_of_gdal_is_passed_on_as_it_is(project, scene_file):
    gdal.FileFromMemBuffer("/vsimem/scene.tif", scene_file.read_bytes())
    try:
        layer = QgsRasterLayer("/vsimem/scene.tif", "x", "gdal")
        assert layers.location_of(layer) == "/vsimem/scene.tif"
    finally:
        gdal.Unlink("/vsimem/scene.tif")


@pytest.mark.parametrize(
    ("location", "plain"),
    [
        ("/data/scene.tif", True),
        ("C:\\data\\scene.tif", True),
        ("D:/data/scene.tif", True),
        ("scene.tif", True),
        ("/vsizip//data/scene.zip/B02.jp2", False),
        ("SENTINEL2_L2A:/data/MTD_MSIL2A.xml:10m:EPSG_32631", False),
        ('NETCDF:"/data/scene.nc":B02', False),
        ("<VRTDataset rasterXSize='1'/>", False),
    ],
)
def test_paths_are_told_from_uris(location, plain):
    assert layers.is_plain_path(location) is plain


def test_a_vector_layer_is_refused_by_name():
    layer = QgsVectorLayer("Point?crs=EPSG:4326", "My points", "memory")
    with pytest.raises(SceneError, match="“My points” is not a raster"):
        layers.location_of(layer)


def test_a_map_service_is_refused_because_it_delivers_pictures():
    layer = QgsRasterLayer("type=xyz&url=https://example.org/{z}/{x}/{y}.png", "Imagery", "wms")
    with pytest.raises(SceneError, match=r"“Imagery” comes from a “wms” service .* GeoTIFF"):
        layers.location_of(layer)


def test_a_layer_whose_file_was_deleted_is_refused_with_the_path(project, scene_file, tmp_path):
    path = copy_of(scene_file, tmp_path, "gone.tif")
    layer = QgsRasterLayer(path, "Old scene", "gdal")
    Path(path).unlink()
    with pytest.raises(SceneError, match=r"gone\.tif of the layer “Old scene” no longer exists"):
        layers.location_of(layer)


# What the user has stated in the layer


def test_a_layer_as_it_was_opened_states_nothing(scene_layer):
    assert layers.declared_overrides(scene_layer) == NO_OVERRIDES


def test_an_additional_nodata_value_of_all_bands_is_taken_over(scene_layer):
    for band in range(1, scene_layer.bandCount() + 1):
        scene_layer.dataProvider().setUserNoDataValue(band, [QgsRasterRange(7, 7)])
    assert layers.declared_overrides(scene_layer) == Overrides(nodata=7)


@pytest.mark.parametrize(
    "ranges", [[QgsRasterRange(0, 9)], [QgsRasterRange(1, 1), QgsRasterRange(3, 3)]]
)
def test_nodata_that_is_no_single_value_is_not_guessed(scene_layer, ranges):
    for band in range(1, scene_layer.bandCount() + 1):
        scene_layer.dataProvider().setUserNoDataValue(band, ranges)
    assert layers.declared_overrides(scene_layer).nodata is None


@pytest.mark.parametrize(("hours", "known"), [(0, True), (24, True), (24 * 30, False)])
def test_a_fixed_temporal_range_tells_the_time_if_it_is_a_day_at_most(scene_layer, hours, known):
    begin = QDateTime.fromString("2023-07-01T10:20:30Z", Qt.DateFormat.ISODate)
    times = scene_layer.temporalProperties()
    times.setIsActive(True)
    times.setFixedTemporalRange(QgsDateTimeRange(begin, begin.addSecs(3600 * hours)))

    stated = layers.declared_overrides(scene_layer).acquired
    assert stated == ("2023-07-01T10:20:30Z" if known else None)


# Extents


def test_an_extent_in_degrees_is_expressed_in_metres_of_the_scene(spec):
    x0, a, _, y0, _, e = spec.grid.transform
    inner = (x0 + 50 * a, y0 + 60 * e, x0 + 150 * a, y0 + 20 * e)
    degrees = rasterio.warp.transform_bounds("EPSG:32631", "EPSG:4326", *inner)
    found = layers.extent_in(
        spec, QgsRectangle(*degrees), QgsCoordinateReferenceSystem("EPSG:4326")
    )
    expected = rasterio.warp.transform_bounds("EPSG:4326", "EPSG:32631", *degrees)
    assert found == pytest.approx(expected, abs=0.5)


def test_an_extent_in_the_scenes_own_coordinates_stays_exact(spec, scene_layer):
    rectangle = QgsRectangle(400000.1, 5698000.2, 401000.3, 5699000.4)
    for target in (spec, scene_layer, layers.crs_of(spec)):
        found = layers.extent_in(target, rectangle, QgsCoordinateReferenceSystem("EPSG:32631"))
        assert found == (400000.1, 5698000.2, 401000.3, 5699000.4)


def test_without_a_coordinate_system_the_numbers_are_taken_as_they_are(spec):
    bare = replace(spec, grid=replace(spec.grid, crs=""))
    found = layers.extent_in(
        bare, QgsRectangle(1, 2, 3, 4), QgsCoordinateReferenceSystem("EPSG:4326")
    )
    assert found == (1, 2, 3, 4)


def test_an_extent_that_the_scenes_projection_does_not_know_is_told_in_a_sentence(spec):
    beyond_the_pole = QgsRectangle(0, 100, 1, 110)
    with pytest.raises(OptionError, match="extent cannot be expressed .* EPSG:32631"):
        layers.extent_in(spec, beyond_the_pole, QgsCoordinateReferenceSystem("EPSG:4326"))


# The mask as a layer


def test_a_mask_layer_has_the_classes_of_the_file_with_names_and_colours(
    project, scene_layer, spec, mask_result
):
    layer = layers.add_mask(mask_result, spec, scene_layer.id())
    legend = {
        int(entry.value): (entry.label, entry.color.getRgb())
        for entry in layer.renderer().classes()
    }
    assert legend == {item.code: (item.name, item.colour) for item in CLASSES}
    assert legend[0][1][3] == 0, "clear is transparent"
    assert layer.renderer().type() == "paletted"


def test_pixels_of_a_mask_are_never_blended(project, scene_layer, spec, mask_result):
    layer = layers.add_mask(mask_result, spec, scene_layer.id())
    assert layer.resampleFilter().zoomedInResampler() is None
    assert layer.resampleFilter().zoomedOutResampler() is None
    assert not layer.dataProvider().isProviderResamplingEnabled()


def test_a_file_looks_the_same_without_the_plugin(project, mask_result):
    plain = QgsRasterLayer(mask_result.output, "opened by hand", "gdal")
    assert [(c.label, c.color.getRgb()) for c in plain.renderer().classes()] == [
        (item.name, item.colour) for item in CLASSES
    ]


def test_a_mask_has_the_second_of_its_scene_as_temporal_range(
    project, scene_layer, spec, mask_result
):
    layer = layers.add_mask(mask_result, spec, scene_layer.id())
    times = layer.temporalProperties()
    moment = datetime(2022, 10, 5, 11, 54, 11, tzinfo=timezone.utc)

    assert times.isActive()
    assert times.fixedTemporalRange().begin().toSecsSinceEpoch() == moment.timestamp()
    assert times.fixedTemporalRange().end().toSecsSinceEpoch() == moment.timestamp() + 1


def test_a_date_without_a_time_stands_for_its_whole_day():
    span = layers.time_range("2022-10-05")
    assert span.begin().secsTo(span.end()) == 24 * 3600


@pytest.mark.parametrize("unknown", [None, "", "last summer"])
def test_without_a_known_time_the_temporal_controller_shows_a_mask_always(
    project, scene_layer, spec, mask_result, unknown
):
    dateless = replace(spec, acquired=replace(spec.acquired, value=unknown))
    layer = layers.add_mask(mask_result, dateless, scene_layer.id())
    assert not layer.temporalProperties().isActive()


def test_a_mask_goes_into_a_group_named_after_the_scene_directly_above_it(
    project, scene_layer, spec, mask_result
):
    for name, index in (("Roads", 0), ("Base map", 2)):
        other = QgsVectorLayer("Point?crs=EPSG:4326", name, "memory")
        project.addMapLayer(other, False)
        project.layerTreeRoot().insertLayer(index, other)
    layers.add_mask(replace(mask_result, probabilities=None), spec, scene_layer.id())

    assert tree(project.layerTreeRoot()) == [
        "Roads",
        {"Toulouse in October": ["Cloud mask"]},
        "Toulouse in October",
        "Base map",
    ]


def test_a_scene_inside_a_group_keeps_its_mask_in_that_group(
    project, scene_layer, spec, mask_result
):
    root = project.layerTreeRoot()
    outer = root.insertGroup(0, "October")
    node = root.findLayer(scene_layer.id())
    outer.addChildNode(node.clone())
    root.removeChildNode(node)
    layers.add_mask(replace(mask_result, probabilities=None), spec, scene_layer.id())

    assert tree(root) == [
        {"October": [{"Toulouse in October": ["Cloud mask"]}, "Toulouse in October"]}
    ]


def test_probabilities_are_added_below_the_mask_switched_off(
    project, scene_layer, spec, mask_result
):
    layers.add_mask(mask_result, spec, scene_layer.id())
    group = project.layerTreeRoot().findGroup("Toulouse in October")

    assert tree(group) == ["Cloud mask", "Cloud probabilities"]
    assert [node.itemVisibilityChecked() for node in group.children()] == [True, False]


def test_a_second_mask_of_a_scene_joins_the_first_in_its_group(
    project, scene_layer, spec, mask_result, tmp_path
):
    layers.add_mask(replace(mask_result, probabilities=None), spec, scene_layer.id())
    other = replace(mask_result, output=str(tmp_path / "other.tif"), probabilities=None)
    Path(other.output).write_bytes(Path(mask_result.output).read_bytes())
    layers.add_mask(other, spec, scene_layer.id())

    assert tree(project.layerTreeRoot()) == [
        {"Toulouse in October": ["Cloud mask", "Cloud mask"]},
        "Toulouse in October",
    ]


def test_a_mask_written_again_is_shown_anew_in_the_layer_that_is_there(
    project, scene_layer, spec, mask_result
):
    first = layers.add_mask(mask_result, spec, scene_layer.id())
    assert first.width() == spec.grid.width
    coarse = mask_scene(MaskRequest(spec, mask_result.output, resolution=20), SilentReporter())
    second = layers.add_mask(coarse, spec, scene_layer.id())

    assert second.id() == first.id()
    assert second.width() == spec.grid.width // 2
    assert second.renderer().type() == "paletted"
    assert len(project.mapLayersByName("Cloud mask")) == 1


def test_a_mask_that_cannot_be_opened_is_told_and_leaves_no_layer(
    project, scene_layer, spec, mask_result, tmp_path
):
    lost = replace(mask_result, output=str(tmp_path / "lost.tif"), probabilities=None)
    with pytest.raises(OutputError, match=r"lost\.tif"):
        layers.add_mask(lost, spec, scene_layer.id())
    assert tree(project.layerTreeRoot()) == ["Toulouse in October"]


# What may happen during a run


@pytest.mark.parametrize("event", ["the scene is removed", "the project is cleared"])
def test_a_run_goes_on_and_its_mask_goes_to_the_top_when(
    event, project, scene_layer, spec, tmp_path, run_task
):
    layer_id = scene_layer.id()
    output = str(tmp_path / "mask.tif")

    def job(reporter):
        reporter.progress(Progress(0.0, "Masking"))
        return mask_scene(MaskRequest(spec, output), reporter)

    def change(_progress):
        if event == "the project is cleared":
            QgsProject.instance().clear()
        elif project.mapLayer(layer_id):
            project.removeMapLayer(layer_id)

    task = EngineTask("mask", job)
    task.progressed.connect(change)
    outcome = run_task(task)

    assert isinstance(outcome, Succeeded)
    assert project.mapLayer(layer_id) is None
    layer = layers.add_mask(outcome.result, spec, layer_id)
    assert tree(project.layerTreeRoot()) == [{spec.name: ["Cloud mask"]}]
    assert layer.source() == output
    assert pixels(output).shape == (spec.grid.height, spec.grid.width)


def test_results_are_known_as_results_whoever_adds_them(project, scene_layer, spec, mask_result):
    assert layers.add_mask(mask_result, spec, scene_layer.id()).customProperty(layers.RESULT)
