"""Points and polygons: both libraries do alike; areas on the ground are the ellipsoid's."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
import rasterio
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import ndimage

from cloudmask_plugin.engine.errors import OutputError, SceneError
from cloudmask_plugin.engine.geometry import (
    Shape,
    contains,
    from_wkb,
    polygon_area,
    ring_centroid,
    to_map,
    to_pixels,
    to_wkb,
)
from cloudmask_plugin.engine.ground_area import GroundArea
from cloudmask_plugin.engine.raster import NewRaster, choose_backend
from cloudmask_plugin.engine.scene import Grid, Window
from cloudmask_plugin.engine.vector import Field, NewLayer, VectorBackend, choose_vector_backend
from cloudmask_plugin.engine.vector.sink import LayerSink

SQUARE = np.array([[0, 0], [4, 0], [4, 3], [0, 3], [0, 0]], dtype=float)
HOLE = np.array([[1, 1], [1, 2], [2, 2], [2, 1], [1, 1]], dtype=float)
UTM31 = "EPSG:32631"


@pytest.fixture(params=["gdal", "rasterio"])
def backend(request: pytest.FixtureRequest) -> VectorBackend:
    return choose_vector_backend(request.param)


def ignore(*_: object) -> None:
    pass


def test_areas_and_centres_of_a_square_with_a_hole() -> None:
    assert polygon_area((SQUARE, HOLE)) == 11
    assert ring_centroid(SQUARE) == (2, 1.5)
    assert contains(SQUARE, 3.5, 2.5)
    assert not contains(SQUARE, 4.5, 2.5)
    assert not contains(HOLE, 2.5, 1.5)


def test_polygons_survive_the_binary_form() -> None:
    shape = from_wkb(to_wkb([(SQUARE, HOLE), (SQUARE + 10,)]))
    assert [len(polygon) for polygon in shape.polygons] == [2, 1]
    np.testing.assert_array_equal(shape.polygons[0][1], HOLE)
    assert shape.bounds == (0, 0, 14, 13)
    assert shape.area == 23


@given(st.tuples(*[st.floats(-50, 50)] * 4), arrays(float, (5, 2), elements=st.floats(0, 100)))
def test_places_on_a_turned_grid_come_back(turn: tuple[float, ...], pixels: np.ndarray) -> None:
    a, b, d, e = turn
    if abs(a * e - b * d) < 1:
        return
    transform = (500.0, a, b, 900.0, d, e)
    back = to_pixels(transform, to_map(transform, pixels))
    np.testing.assert_allclose(back, pixels, atol=1e-5)


@pytest.fixture
def layer_file(tmp_path: Path) -> str:
    features = [
        {"geometry": {"type": "Polygon", "coordinates": [SQUARE.tolist(), HOLE.tolist()]},
         "properties": {"name": "Äcker", "number": 3, "share": 0.5}},
        {"geometry": {"type": "Point", "coordinates": [7, 8]},
         "properties": {"name": None, "number": 4, "share": 2}},
        {"geometry": None, "properties": {"name": "none", "number": 5, "share": None}},
    ]  # fmt: skip
    content = {
        "type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32631"}},
        "features": [{"type": "Feature", **feature} for feature in features],
    }
    path = tmp_path / "fields.geojson"
    path.write_text(json.dumps(content), encoding="utf-8")
    return str(path)


def test_a_layer_is_read_with_its_fields_and_coordinate_system(
    backend: VectorBackend, layer_file: str
) -> None:
    layer = backend.read(layer_file, "", ignore)
    assert layer.fields == (
        Field("name", "text"),
        Field("number", "integer"),
        Field("share", "real"),
    )
    assert [feature.values for feature in layer.features] == [
        ("Äcker", 3, 0.5), (None, 4, 2.0), ("none", 5, None)
    ]  # fmt: skip
    assert "UTM zone 31N" in layer.crs
    assert layer.position("NUMBER") == 1
    assert layer.position("area") is None
    polygon, point, nothing = (feature.shape for feature in layer.features)
    assert polygon.area == 11
    assert point.points.tolist() == [[7, 8]]
    assert nothing.bounds is None


def test_a_missing_file_or_layer_is_told(backend: VectorBackend, layer_file: str) -> None:
    with pytest.raises(SceneError, match=r"nothing\.geojson cannot be opened as points or polyg"):
        backend.read("nothing.geojson", "", ignore)
    with pytest.raises(SceneError, match="has no layer 'roads': name one of its layers, which are"):
        backend.read(layer_file, "roads", ignore)


def test_coordinates_go_east_before_north(backend: VectorBackend) -> None:
    moved = backend.transform(np.array([[3.0, 0.0], [3.0, 45.0]]), "EPSG:4326", UTM31)
    np.testing.assert_allclose(moved, [[500_000, 0], [500_000, 4_982_950.4]], atol=0.1)
    with pytest.raises(SceneError, match="cannot be brought from"):
        backend.transform(np.array([[3.0, 95.0]]), "EPSG:4326", UTM31)


def test_pixels_whose_centre_is_inside_are_burnt_the_last_one_winning(
    backend: VectorBackend,
) -> None:
    transform = (0.0, 1.0, 0.0, 6.0, 0.0, -1.0)
    burnt = backend.rasterise(
        [([(SQUARE, HOLE)], 1), ([(SQUARE + [3.4, 1.4],)], 2)], transform, (6, 8), 255
    )
    expected = np.full((6, 8), 255)
    expected[3:6, 0:4] = 1
    expected[4, 1] = 255
    expected[2:5, 3:7] = 2
    np.testing.assert_array_equal(burnt, expected)
    assert (backend.rasterise([], transform, (2, 2), 9) == 9).all()


@pytest.fixture
def codes_file(tmp_path: Path) -> tuple[str, np.ndarray]:
    codes = np.random.default_rng(5).integers(0, 4, (30, 40)).astype(np.uint8)
    codes[:10, :10] = 1
    codes[3:6, 3:6] = 255
    path = str(tmp_path / "codes.tif")
    grid = Grid("", (0, 1, 0, 0, 0, 1), 40, 30)
    writer = choose_backend("gdal").create(path, NewRaster(grid, "uint8", ("",), 255, block=16))
    writer.write(codes[None], Window(0, 0, 40, 30))
    writer.close()
    return path, codes


def test_traced_polygons_are_the_patches_joined_by_edges(
    backend: VectorBackend, codes_file: tuple[str, np.ndarray], tmp_path: Path
) -> None:
    path, codes = codes_file
    traced = backend.trace(path, str(tmp_path), ignore)
    first, again = list(traced), list(traced)
    assert len(first) == len(again)
    found = sorted((value, polygon_area(polygon)) for value, polygon in first)
    expected = []
    for code in range(4):
        labels, count = ndimage.label(codes == code)
        expected += [(code, float((labels == n + 1).sum())) for n in range(count)]
    assert found == sorted(expected)
    burnt = backend.rasterise(
        [([polygon], value) for value, polygon in first], (0, 1, 0, 0, 0, 1), codes.shape, 255
    )
    np.testing.assert_array_equal(burnt, codes)


class Stop(Exception):
    pass


def test_tracing_stops_when_asked_to(
    backend: VectorBackend, codes_file: tuple[str, np.ndarray], tmp_path: Path
) -> None:
    def advance(share: float) -> None:
        raise Stop

    with pytest.raises(Stop):
        list(backend.trace(codes_file[0], str(tmp_path), advance))


def test_a_layer_that_is_written_is_read_again(backend: VectorBackend, tmp_path: Path) -> None:
    path = str(tmp_path / "out.geojson")
    fields = (Field("name", "text"), Field("n", "integer"), Field("share", "real"))
    writer = backend.create(path, NewLayer("out", UTM31, fields))
    writer.add(("Äcker", 3, 0.25), [(SQUARE, HOLE), (SQUARE + 10,)])
    writer.add((None, 4, math.nan), [(SQUARE,)])
    writer.close()
    layer = choose_vector_backend("gdal").read(path, "", ignore)
    assert layer.name == "out"
    assert "UTM zone 31N" in layer.crs
    assert [feature.values for feature in layer.features] == [("Äcker", 3, 0.25), (None, 4, None)]
    assert layer.features[0].shape.area == 23


def test_a_format_that_is_not_known_is_told(backend: VectorBackend, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"format of .*\.dwg is not known: give a name that ends"):
        backend.create(str(tmp_path / "out.dwg"), NewLayer("out", "", ()))


# Areas on the ground

A, F = 6378137.0, 1 / 298.257223563  # WGS 84


def zone(latitude: float) -> float:
    """Area of the ellipsoid from the equator to a latitude, a radian of longitude wide."""
    e = math.sqrt(F * (2 - F))
    s = math.sin(math.radians(latitude))
    b2 = (A * (1 - F)) ** 2
    return b2 / 2 * (s / (1 - (e * s) ** 2) + math.atanh(e * s) / e)


@pytest.mark.parametrize("latitude", [-60.0, 0.0, 10.0, 45.0, 70.0])
def test_degrees_have_the_area_of_the_ellipsoids_zones(
    backend: VectorBackend, latitude: float
) -> None:
    size = 0.001
    grid = Grid("EPSG:4326", (20.0, size, 0, latitude + 0.5, 0, -size), 1000, 1000)
    ground = GroundArea(grid, backend)
    for row in (0, 333, 999):
        north = latitude + 0.5 - row * size
        exact = (zone(north) - zone(north - size)) * math.radians(size) / 10_000
        assert ground.hectares(10, row + 0.5) == pytest.approx(exact, rel=2e-6)
    assert ground.is_ellipsoidal


def test_a_utm_zone_is_too_small_in_its_middle_and_too_large_at_its_border(
    backend: VectorBackend,
) -> None:
    grid = Grid(UTM31, (500_000, 1000, 0, 5_000_000, 0, -1000), 230, 50)
    ground = GroundArea(grid, backend)
    # Scale of the central meridian 0.9996; a length on the map is that share of the ground's.
    assert ground.hectares(0, 25) == pytest.approx(100 / 0.9996**2, rel=1e-6)
    assert ground.hectares(230, 25) < 100 < ground.hectares(0, 25)


def test_without_a_coordinate_system_the_map_is_plane(backend: VectorBackend) -> None:
    ground = GroundArea(Grid("", (0, 10, 0, 0, 0, -10), 50, 40), backend)
    assert not ground.is_ellipsoidal
    assert ground.hectares(7, 9) == pytest.approx(0.01)


def test_an_empty_shape_has_no_bounds() -> None:
    assert Shape((), np.empty((0, 2))).area == 0


def test_pixels_at_the_date_line_are_as_large_as_their_neighbours(
    backend: VectorBackend,
) -> None:
    fiji = np.array([[180.0, -17.0]])
    x, y = backend.transform(fiji, "EPSG:4326", "EPSG:32760")[0].tolist()
    wkt = rasterio.crs.CRS.from_epsg(32760).to_wkt()
    ground = GroundArea(Grid(wkt, (x - 8000, 10, 0, y + 8000, 0, -10), 1600, 1600), backend)
    assert ground.is_ellipsoidal
    sizes = [ground.hectares(col, 800) for col in np.linspace(0, 1600, 33)]
    assert sizes == pytest.approx([0.01] * 33, rel=5e-3)


@pytest.mark.parametrize("ending", [".gpkg", ".shp", ".geojson"])
def test_a_layer_whose_name_has_brackets_appears_under_it(tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"clouds [1]{ending}"
    new = NewLayer("clouds", "", (Field("value", "integer"),))
    with LayerSink(str(target), new, choose_vector_backend("gdal"), style="<qgis/>") as layer:
        layer.add((1,), [(SQUARE,)])
    assert target.is_file()
    assert not [path for path in tmp_path.iterdir() if "part" in path.name]
    assert len(choose_vector_backend("gdal").read(str(target), "", ignore).features) == 1


def test_the_index_of_an_earlier_shapefile_goes_with_it(tmp_path: Path) -> None:
    target = tmp_path / "clouds.shp"
    (tmp_path / "clouds.qix").write_text("made for other features")
    with LayerSink(str(target), NewLayer("c", "", ()), choose_vector_backend("gdal")) as layer:
        layer.add((), [(SQUARE,)])
    assert not (tmp_path / "clouds.qix").exists()
