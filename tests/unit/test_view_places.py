"""Corrections on a map in another coordinate system than the mask's reach the right pixels."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.crs import CRS
from rasterio.warp import transform as warp_points

from cloudmask_plugin.engine.classes import NODATA
from cloudmask_plugin.engine.mask_editing import MaskEditor
from cloudmask_plugin.engine.raster import choose_backend
from cloudmask_plugin.engine.reporter import SilentReporter
from cloudmask_plugin.engine.scene import Grid
from cloudmask_plugin.engine.selections import Selection, brushed, enclosed
from cloudmask_plugin.engine.vector import choose_vector_backend
from cloudmask_plugin.engine.view_places import ViewPlaces, carried
from tests.unit.stored import write_raster

UTM, MAP = CRS.from_epsg(32631).to_wkt(), CRS.from_epsg(3857).to_wkt()
SIDE, PIXEL, WEST, NORTH = 700, 160.0, 399_960.0, 5_700_000.0  # 112 km, so that lines are bent
GRID = Grid(UTM, (WEST, PIXEL, 0.0, NORTH, 0.0, -PIXEL), SIDE, SIDE)


def moved(places: np.ndarray, source: str, target: str) -> np.ndarray:
    """Return places in another CRS, by rasterio."""
    crs = [CRS.from_wkt(text) for text in (source, target)]
    return np.stack(warp_points(*crs, places[:, 0], places[:, 1]), axis=1)


def centres_on_map() -> np.ndarray:
    """Return the middle of each pixel of the mask on the map, (rows · cols, 2)."""
    rows, cols = np.mgrid[:SIDE, :SIDE] + 0.5
    there = np.stack([WEST + PIXEL * cols.ravel(), NORTH - PIXEL * rows.ravel()], axis=1)
    return moved(there, UTM, MAP)


@pytest.fixture(scope="module")
def on_map() -> np.ndarray:
    return centres_on_map()


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rng = np.random.default_rng(2)
    codes = np.kron(rng.choice([0, 1, 2, 3, 255], (70, 70)), np.ones((10, 10))).astype(np.uint8)
    folder = tmp_path_factory.mktemp("mask")
    return write_raster(
        folder / "mask.tif",
        codes[np.newaxis],
        nodata=255,
        pixel=PIXEL,
        tags={"CLOUDMASK_MODEL": "x"},
    )


@pytest.fixture
def editor(path: Path) -> MaskEditor:
    found = MaskEditor(str(path), None, choose_backend(), SilentReporter())
    assert found.grid.transform == GRID.transform
    return found


def within(points: np.ndarray, ring: np.ndarray) -> np.ndarray:
    """Return which points lie in a ring: an odd number of edges east of them."""
    inside = np.zeros(len(points), bool)
    for (x0, y0), (x1, y1) in zip(ring, np.roll(ring, -1, axis=0)):
        crosses = (y0 > points[:, 1]) != (y1 > points[:, 1])
        with np.errstate(divide="ignore", invalid="ignore"):
            at = x0 + (points[:, 1] - y0) * (x1 - x0) / (y1 - y0)
        inside ^= crosses & (at > points[:, 0])
    return inside


def apart_from(points: np.ndarray, line: np.ndarray) -> np.ndarray:
    """Return the distance of points from a line through places."""
    best = np.full(len(points), np.inf)
    for start, stop in zip(line[:-1], line[1:]):
        way = stop - start
        share = np.clip((points - start) @ way / max(way @ way, 1e-9), 0, 1)
        best = np.minimum(best, np.hypot(*(points - start - share[:, np.newaxis] * way).T))
    return best


def whole(selection: Selection) -> np.ndarray:
    chosen = np.zeros((SIDE, SIDE), bool)
    window = selection.window
    chosen[window.row : window.row_stop, window.col : window.col_stop] = selection.chosen
    return chosen


corner = st.tuples(st.floats(0.02, 0.98), st.floats(0.02, 0.98))


def ring_on_map(corners: list[tuple[float, float]], on_map: np.ndarray) -> np.ndarray:
    low, high = on_map.min(axis=0), on_map.max(axis=0)
    return low + np.array(corners) * (high - low)


@settings(max_examples=8)
@given(st.lists(corner, min_size=3, max_size=6))
def test_an_outline_drawn_on_another_map_selects_what_lies_in_it_there(
    path: Path, on_map: np.ndarray, corners: list[tuple[float, float]]
) -> None:
    editor = MaskEditor(str(path), None, choose_backend(), SilentReporter())
    ring = ring_on_map(corners, on_map)
    chosen = whole(enclosed(editor.pixels(ring, MAP, closed=True), editor.grid.window)).ravel()
    expected = within(on_map, ring)
    # A pixel whose middle lies on the outline may fall on either side: 0.03 of a pixel is 7 m.
    doubtful = np.flatnonzero(chosen != expected)
    closed = np.concatenate([ring, ring[:1]])
    assert (apart_from(on_map[doubtful], closed) < 0.05 * PIXEL * 1.7).all()


def test_without_further_corners_an_outline_would_miss_pixels(
    editor: MaskEditor, on_map: np.ndarray
) -> None:
    ring = ring_on_map([(0.05, 0.05), (0.95, 0.05), (0.95, 0.95), (0.05, 0.95)], on_map)
    bare = moved(ring, MAP, UTM)
    straight = np.stack([(bare[:, 0] - WEST) / PIXEL, (NORTH - bare[:, 1]) / PIXEL], axis=1)
    expected = within(on_map, ring)
    chosen = whole(enclosed(editor.pixels(ring, MAP, closed=True), GRID.window)).ravel()
    assert (whole(enclosed(straight, GRID.window)).ravel() != expected).sum() > 500
    assert (chosen != expected).sum() < 20


def test_a_stroke_on_another_map_selects_what_is_within_the_brush_of_its_course(
    editor: MaskEditor, on_map: np.ndarray
) -> None:
    line = ring_on_map([(0.1, 0.9), (0.5, 0.2), (0.9, 0.85)], on_map)
    along = np.linspace(0, 1, 60)[:, np.newaxis]
    dense = np.concatenate([a + along * (b - a) for a, b in zip(line[:-1], line[1:])])
    course = moved(dense, MAP, UTM)
    course = np.stack([(course[:, 0] - WEST) / PIXEL, (NORTH - course[:, 1]) / PIXEL], axis=1)
    chosen = whole(brushed(editor.pixels(line, MAP), 6.0, GRID.window))
    some = np.random.default_rng(5).choice(SIDE * SIDE, 20_000, replace=False)
    rows, cols = np.divmod(some, SIDE)
    apart = apart_from(np.stack([cols, rows], axis=1) + 0.5, course)
    assert chosen[rows, cols][apart < 5.95].all()
    assert not chosen[rows, cols][apart > 6.05].any()
    assert (apart < 5.95).sum() > 200


def test_a_line_is_carried_over_within_a_fiftieth_of_a_pixel() -> None:
    def bend(places: np.ndarray) -> np.ndarray:
        x, y = places.T
        return np.stack([x + 3e-5 * y**2, y - 2e-5 * x * y], axis=1)

    line = np.array([[0.0, 0.0], [900.0, 300.0], [100.0, 1200.0]])
    along = np.linspace(0, 1, 500)[:, np.newaxis]
    for closed in (False, True):
        found = carried(line, bend, closed)
        ends = np.concatenate([line, line[:1]]) if closed else line
        dense = np.concatenate([a + along * (b - a) for a, b in zip(ends[:-1], ends[1:])])
        drawn = np.concatenate([found, found[:1]]) if closed else found
        assert apart_from(bend(dense), drawn).max() < 0.025
    assert len(carried(line[:1], bend)) == 1
    straight = carried(np.array([[0.0, 0.0], [10.0, 0.0]]), lambda places: places)
    np.testing.assert_array_equal(straight, [[0, 0], [10, 0]])


@pytest.mark.parametrize("pixel", [20.0, 300.0, 2500.0])
def test_a_view_of_another_map_shows_the_pixel_under_each_of_its_middles(
    editor: MaskEditor, on_map: np.ndarray, pixel: float
) -> None:
    low, high = on_map.min(axis=0), on_map.max(axis=0)
    west, north = (low + high) / 2 + np.array([-180, 120]) * pixel
    view = Grid(MAP, (west, pixel, 0.0, north, 0.0, -pixel), 360, 240)
    rows, cols = np.mgrid[:240, :360] + 0.5
    there = np.stack([west + pixel * cols.ravel(), north - pixel * rows.ravel()], axis=1)
    place = moved(there, MAP, UTM)
    col, row = (place[:, 0] - WEST) / PIXEL, (NORTH - place[:, 1]) / PIXEL
    codes = editor.codes(GRID.window)
    inside = (col >= 0) & (col < SIDE) & (row >= 0) & (row < SIDE)
    expected = np.full(col.shape, NODATA, np.uint8)
    expected[inside] = codes[row[inside].astype(int), col[inside].astype(int)]
    shown = editor.view(view).ravel()
    near = 0.06 * max(1.0, pixel / PIXEL)
    edge = np.minimum(np.abs(col - np.round(col)), np.abs(row - np.round(row))) < near
    np.testing.assert_array_equal(shown[~edge], expected[~edge])
    assert (shown == expected).mean() > 0.98
    assert len(np.unique(shown)) > 3


def test_a_view_of_half_the_world_is_looked_at_only_around_the_mask(editor: MaskEditor) -> None:
    places = ViewPlaces(GRID, choose_vector_backend())
    world = Grid(MAP, (-2.0e7, 40_000.0, 0.0, 2.0e7, 0.0, -40_000.0), 1000, 1000)
    part, cols, rows = places.under(world)
    assert part.width < 12
    assert cols.shape == rows.shape == (part.height, part.width)
    assert (editor.view(world) != NODATA).sum() > 3
    nowhere = Grid(MAP, (1.0e7, 10.0, 0.0, -1.0e6, 0.0, -10.0), 100, 100)
    assert (editor.view(nowhere) == NODATA).all()


def test_a_map_without_a_coordinate_system_is_taken_for_the_masks(editor: MaskEditor) -> None:
    line = np.array([[WEST + 805.0, NORTH - 330.0]])
    np.testing.assert_allclose(editor.pixels(line, ""), [[805 / PIXEL, 330 / PIXEL]])
