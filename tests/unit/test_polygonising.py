"""Polygons of masks: exact areas, shared outlines, holes, and what is written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import rasterio
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from osgeo import ogr
from rasterio.features import rasterize
from scipy import ndimage

from cloudmask_plugin.engine.__main__ import main
from cloudmask_plugin.engine.classes import CLASSES, NODATA
from cloudmask_plugin.engine.errors import Cancelled, CloudMaskError
from cloudmask_plugin.engine.mask_table import find_table
from cloudmask_plugin.engine.outlines import as_nodes, find_nodes, simplified
from cloudmask_plugin.engine.polygonising import PolygoniseRequest, PolygoniseResult, polygonise
from cloudmask_plugin.engine.vector import choose_vector_backend
from tests.unit.stored import RecordingReporter
from training.simulation import simulate_scene

X0, Y0, SIZE = 500_000, 5_000_000, 20
TRANSFORM = rasterio.Affine(SIZE, 0, X0, 0, -SIZE, Y0)
Run = Callable[..., tuple[list[tuple[dict[str, object], ogr.Geometry]], PolygoniseResult]]


@pytest.fixture(params=["gdal", "rasterio"])
def backend(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Make the job use one library; layers are then written as GeoJSON, which both can."""
    chosen = choose_vector_backend(request.param)
    monkeypatch.setattr(
        "cloudmask_plugin.engine.polygonising.choose_vector_backend", lambda: chosen
    )
    return str(request.param)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def run(codes: np.ndarray, **options: object):
        mask, output = tmp_path / "mask.tif", tmp_path / "polygons.geojson"
        with rasterio.open(
            mask, "w", driver="GTiff", width=codes.shape[1], height=codes.shape[0], count=1,
            dtype="uint8", crs="EPSG:32631", transform=TRANSFORM, nodata=NODATA,
        ) as dst:  # fmt: skip
            dst.write(codes, 1)
        options.setdefault("mask_classes", find_table("ours"))
        request = PolygoniseRequest(str(mask), str(output), **options)  # type: ignore[arg-type]
        result = polygonise(request, RecordingReporter())
        return read(output), result

    return run


def read(path: Path) -> list[tuple[dict[str, object], ogr.Geometry]]:
    source = ogr.Open(str(path))
    return [
        (json.loads(feature.ExportToJson())["properties"], feature.GetGeometryRef().Clone())
        for feature in source.GetLayer(0)
    ]


def burnt(features: list[tuple[dict[str, object], ogr.Geometry]], shape: tuple[int, ...]):
    items = [(json.loads(geometry.ExportToJson()), item["class"]) for item, geometry in features]
    return rasterize(items, shape, fill=NODATA, transform=TRANSFORM, dtype="uint8")


def cloudy(seed: int = 9) -> np.ndarray:
    return simulate_scene(160, 120, seed=seed, thick=0.2, thin=0.15).labels.astype(np.uint8)


# Outlines


def test_polygons_cover_the_pixels_of_the_classes_and_none_else(backend: str, run: Run) -> None:
    codes = cloudy()
    codes[20:40, 20:50] = NODATA
    features, result = run(codes)
    np.testing.assert_array_equal(burnt(features, codes.shape), np.where(codes == 0, NODATA, codes))
    patches = sum(ndimage.label(codes == code)[1] for code in (1, 2, 3))
    assert len(features) == result.features == result.polygons == patches
    assert all(geometry.IsValid() for _, geometry in features)


def test_attributes_tell_class_name_and_the_area_on_the_ground(backend: str, run: Run) -> None:
    codes = np.zeros((60, 80), np.uint8)
    codes[10:20, 10:30] = 2
    features, result = run(codes)
    ((attributes, geometry),) = features
    assert (attributes["class"], attributes["name"]) == (2, "Thin cloud")
    # On the central meridian of UTM lengths are 0.9996 of the ground's.
    assert attributes["hectares"] == pytest.approx(200 * 0.04 / 0.9996**2, rel=1e-4)
    assert geometry.GetArea() == pytest.approx(200 * 400)
    assert dict(result.hectares)["thin"] == pytest.approx(8.0, rel=1e-3)
    assert dict(result.hectares)["shadow"] == 0
    assert result.is_ellipsoidal


def test_dissolved_there_is_one_feature_a_class(backend: str, run: Run) -> None:
    codes = cloudy()
    features, result = run(codes, dissolve=True, classes=(0, 1))
    assert [item["class"] for item, _ in features] == [0, 1]
    assert result.features == 2 < result.polygons
    np.testing.assert_array_equal(burnt(features, codes.shape), np.where(codes < 2, codes, NODATA))
    for item, geometry in features:
        assert geometry.IsValid()
        expected = np.sum(codes == item["class"]) * SIZE**2
        assert geometry.GetArea() == pytest.approx(expected)


def test_windows_of_any_size_give_the_same_polygons(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = cloudy()
    options = {"tolerance": 40.0, "holes": 1.0}
    whole = [geometry.ExportToWkt() for _, geometry in run(codes, **options)[0]]
    monkeypatch.setattr("cloudmask_plugin.engine.polygonising.SIDE", 32)
    assert whole == [geometry.ExportToWkt() for _, geometry in run(codes, **options)[0]]


@pytest.mark.parametrize("tolerance", [10.0, 30.0, 100.0, 400.0])
def test_simplified_neighbours_share_their_outline(
    backend: str, run: Run, tolerance: float
) -> None:
    codes = cloudy(4)
    exact, _ = run(codes, classes=(0, 1, 2, 3))
    features, _ = run(codes, classes=(0, 1, 2, 3), tolerance=tolerance)
    assert len(features) == len(exact)
    assert all(geometry.IsValid() for _, geometry in features)
    # Together they still cover the scene, so that there are neither gaps nor overlaps.
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for _, geometry in features:
        for number in range(geometry.GetGeometryCount()):
            whole.AddGeometry(geometry.GetGeometryRef(number))
    scene = codes.size * SIZE**2
    summed = sum(geometry.GetArea() for _, geometry in features)
    assert summed == pytest.approx(scene, rel=1e-9)
    assert whole.UnionCascaded().GetArea() == pytest.approx(scene, rel=1e-9)
    assert points(features) < (0.7 if tolerance > SIZE else 0.9) * points(exact)
    for (_, one), (_, other) in zip(features, exact):
        moved = one.SymDifference(other.Buffer(0))
        assert moved.Buffer(-tolerance * 1.001).IsEmpty()


def points(features: list[tuple[dict[str, object], ogr.Geometry]]) -> int:
    return sum(
        ring.GetPointCount()
        for _, geometry in features
        for part in range(geometry.GetGeometryCount())
        for ring in (
            geometry.GetGeometryRef(part).GetGeometryRef(n)
            for n in range(geometry.GetGeometryRef(part).GetGeometryCount())
        )
    )


@given(codes=arrays(np.uint8, (7, 9), elements=st.integers(0, 2)), tolerance=st.floats(0, 3))
def test_an_outline_is_simplified_alike_in_whichever_patch_it_is(
    codes: np.ndarray, tolerance: float
) -> None:
    nodes, traced = traced_patches(codes)
    together, pieces = simplified(traced, nodes, tolerance, {})
    # Every piece between two patches is in both, and is the same line in either direction.
    segments: dict[tuple[tuple[float, ...], ...], int] = {}
    for ring in together:
        for start, stop in zip(ring[:-1].tolist(), ring[1:].tolist()):
            ends = tuple(sorted((tuple(start), tuple(stop))))
            if ends[0] != ends[1]:
                segments[ends] = segments.get(ends, 0) + 1
    inside = {ends: times for ends, times in segments.items() if not on_edge(ends, codes.shape)}
    assert all(times % 2 == 0 for times in inside.values())
    # Rings that are simplified one by one come out as they do together.
    for ring, result in zip(traced, together):
        alone, _ = simplified([ring], nodes, tolerance, {})
        np.testing.assert_array_equal(alone[0], result)
    assert len(pieces) == len(traced)


def traced_patches(codes: np.ndarray):
    padded = np.pad(codes, 1, constant_values=NODATA)
    nodes = as_nodes(find_nodes(padded), codes.shape[1], codes.shape[0])
    rings = []
    from rasterio.features import shapes

    for geometry, _ in shapes(codes, connectivity=4):
        rings += [np.array(ring, dtype=float) for ring in geometry["coordinates"]]
    return nodes, rings


def on_edge(ends: tuple[tuple[float, ...], ...], shape: tuple[int, ...]) -> bool:
    (x0, y0), (x1, y1) = ends
    rows, cols = shape
    return (x0 == x1 and x0 in (0, cols)) or (y0 == y1 and y0 in (0, rows))


def test_a_tolerance_of_one_piece_holds_for_it_alone() -> None:
    codes = np.zeros((40, 40), np.uint8)
    codes[5:10, 5:10] = 1
    codes[5, 5] = 0
    codes[20:30, 20:30] = 1
    codes[20, 20] = 0
    nodes, rings = traced_patches(codes)
    simple, pieces = simplified(rings, nodes, 1.5, {})
    assert all(len(ring) == 5 for ring in simple)
    (patch, hole) = (n for n, ring in enumerate(rings) if ring.max() == 10)
    assert len({*pieces[patch], *pieces[hole]}) == 1
    closer = {pieces[patch][0]: 0.0}
    again, _ = simplified(rings, nodes, 1.5, closer)
    changed = [n for n, (one, other) in enumerate(zip(simple, again)) if len(one) != len(other)]
    assert changed == [patch, hole]


def test_a_patch_smaller_than_the_tolerance_stays_a_polygon(backend: str, run: Run) -> None:
    codes = np.zeros((40, 40), np.uint8)
    codes[10, 10] = codes[20:22, 20:23] = 3
    features, _ = run(codes, tolerance=500.0)
    assert len(features) == 2
    assert all(geometry.IsValid() and geometry.GetArea() > 0 for _, geometry in features)


# Holes and small polygons


def ring_with_islands() -> np.ndarray:
    codes = np.zeros((60, 60), np.uint8)
    codes[5:50, 5:50] = 1
    codes[10:14, 10:14] = 0  # 16 pixels = 0.64 ha
    codes[11, 11] = 2  # in that hole
    codes[20:40, 20:40] = 0  # 400 pixels = 16 ha
    codes[25:28, 25:28] = 1  # in that hole
    codes[45, 45] = NODATA
    codes[55, 55] = 3  # 0.04 ha
    return codes


def test_small_holes_are_filled_with_what_lies_in_them_but_for_missing_data(
    backend: str, run: Run
) -> None:
    codes = ring_with_islands()
    features, _ = run(codes, holes=1.0)
    expected = np.where(codes == 0, NODATA, codes)
    expected[10:14, 10:14] = 1
    np.testing.assert_array_equal(burnt(features, codes.shape), expected)
    features, _ = run(codes, holes=20.0)
    expected[20:40, 20:40] = 1
    np.testing.assert_array_equal(burnt(features, codes.shape), expected)
    assert len(features) == 2


def test_polygons_below_the_smallest_area_are_left_out(backend: str, run: Run) -> None:
    codes = ring_with_islands()
    features, result = run(codes, min_area=0.05)
    # The 9 pixels within the large hole have 0.36 ha.
    assert sorted(round(float(item["hectares"]), 2) for item, _ in features) == [0.36, 64.37]
    assert dict(result.hectares)["shadow"] == 0
    features, _ = run(codes, min_area=0.03)
    assert {item["class"] for item, _ in features} == {1, 2, 3}


def test_no_polygon_is_drawn_smaller_than_the_smallest_area(run: Run) -> None:
    def drawn(min_area: float) -> list[tuple[int, float]]:
        features, _ = run(cloudy(), tolerance=100.0, min_area=min_area)
        return sorted((item["class"], float(item["hectares"])) for item, _ in features)

    every = drawn(0)
    assert drawn(1.0) == [one for one in every if one[1] >= 1]
    assert 0 < len(drawn(1.0)) < len(every)


# Files


def test_a_style_in_the_masks_colours_lies_beside(run: Run, tmp_path: Path) -> None:
    run(cloudy(), classes=(1, 3))
    style = (tmp_path / "polygons.qml").read_text(encoding="utf-8")
    for item in CLASSES:
        shown = ",".join(map(str, item.colour)) in style and item.name in style
        assert shown == (item.code in (1, 3))


@pytest.mark.parametrize("name", ["p.gpkg", "p.shp", "p.fgb", "p.json"])
def test_other_formats_are_written(run: Run, tmp_path: Path, name: str) -> None:
    run(cloudy())
    mask, output = str(tmp_path / "mask.tif"), tmp_path / "out" / name
    output.parent.mkdir()
    arguments = ["polygonise", mask, "--output", str(output), "--mask-classes", "ours"]
    assert main(arguments) == 0
    assert main(arguments) == 0, "an earlier file is replaced"
    source = ogr.Open(str(output))
    layer = source.GetLayer(0)
    assert layer.GetFeatureCount() == len(read(tmp_path / "polygons.geojson"))
    assert layer.GetSpatialRef().GetName() == "WGS 84 / UTM zone 31N"
    assert not list(output.parent.glob("*part*"))


def test_the_command_prints_json(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, result = run(cloudy(), dissolve=True)
    mask, output = str(tmp_path / "mask.tif"), str(tmp_path / "p.gpkg")
    capsys.readouterr()
    arguments = ["--output", output, "--mask-classes", "ours", "--dissolve", "--json"]
    assert main(["polygonise", mask, *arguments]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["features"] == 3
    assert told["hectares"] == pytest.approx(dict(result.hectares))


def test_bad_inputs_are_told_in_one_sentence(run: Run, tmp_path: Path) -> None:
    codes = np.full((30, 30), 7, np.uint8)
    cases: list[tuple[dict[str, object], str]] = [
        ({"classes": ()}, "No class is named that is to become polygons"),
        ({"tolerance": -1.0}, "The tolerance is -1: give 0 or a positive number of metres"),
        ({"min_area": float("nan")}, "The smallest area is nan"),
        ({"holes": -0.5}, "The largest hole is -0.5"),
        ({"mask_classes": None}, "What the values of .*mask.tif mean is not known"),
    ]
    for options, told in cases:
        with pytest.raises(CloudMaskError, match=told):
            run(codes, **options)
    mask = str(tmp_path / "mask.tif")
    for output, told in (("no/such/p.gpkg", "The folder of"), (str(tmp_path / "p.xyz"), "format")):
        with pytest.raises(CloudMaskError, match=told):
            polygonise(
                PolygoniseRequest(mask, output, mask_classes=find_table("1=thick")),
                RecordingReporter(),
            )


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.7, 0.9])
def test_a_cancel_leaves_what_was_there_before(run: Run, tmp_path: Path, share: float) -> None:
    run(cloudy(), dissolve=True)
    before = (tmp_path / "polygons.geojson").read_bytes()
    request = PolygoniseRequest(
        str(tmp_path / "mask.tif"), str(tmp_path / "polygons.geojson"),
        mask_classes=find_table("ours"), tolerance=20.0, holes=1.0,
    )  # fmt: skip
    with pytest.raises(Cancelled):
        polygonise(request, RecordingReporter(cancel_at=share))
    assert (tmp_path / "polygons.geojson").read_bytes() == before
    assert not list(tmp_path.glob(".*"))
