"""Shadow, sun and terrain: against rays marched one by one, and cases worked out by hand."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from scipy import ndimage
from scipy.spatial import cKDTree

from cloudmask_plugin.engine.scene import Grid
from cloudmask_plugin.engine.shadow_geometry import (
    HIGHEST_CLOUD,
    LOWEST_CLOUD,
    OFF_NADIR,
    ORPHAN_SHARE,
    find_origins,
    find_orphans,
    path_to_sun,
    terrain_shadow,
)
from cloudmask_plugin.engine.sun import Sun

METRES = 'PROJCS["plane",UNIT["metre",1]]'


def grid_of(
    shape: tuple[int, int], width: float = 100.0, height: float = -100.0, turn: float = 0.0
) -> Grid:
    """Return a grid whose columns are turned by ``turn`` degrees from east to north."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    transform = (5e5, width * cos, -height * sin, 4e6, width * sin, height * cos)
    return Grid(METRES, transform, shape[1], shape[0])


def place(grid: Grid, row: Any, col: Any) -> tuple[Any, Any]:
    x0, a, b, y0, d, e = grid.transform
    return x0 + a * (col + 0.5) + b * (row + 0.5), y0 + d * (col + 0.5) + e * (row + 0.5)


def cells_at(grid: Grid, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    x0, a, b, y0, d, e = grid.transform
    col, row = np.tensordot(np.linalg.inv([[a, b], [d, e]]), np.stack([x - x0, y - y0]), 1)
    return np.floor(row).astype(int), np.floor(col).astype(int)


@st.composite
def skies(draw: st.DrawFn) -> tuple[Grid, Sun, np.ndarray, np.ndarray]:
    shape = draw(st.tuples(st.integers(8, 30), st.integers(8, 30)))
    grid = grid_of(
        shape,
        draw(st.floats(80, 400)),
        draw(st.floats(80, 400)) * draw(st.sampled_from([-1, 1])),
        draw(st.sampled_from([0.0, 0.0, 30.0, 200.0])),
    )
    sun = Sun(draw(st.floats(12, 80)), draw(st.floats(0, 360)))
    cloud = draw(hnp.arrays(bool, shape, elements=st.sampled_from([False] * 30 + [True])))
    data = ~draw(hnp.arrays(bool, shape, elements=st.sampled_from([False] * 60 + [True])))
    return grid, sun, cloud, ndimage.binary_opening(data)


def march(
    grid: Grid, sun: Sun, cloud: np.ndarray, data: np.ndarray, slack: float
) -> tuple[np.ndarray, np.ndarray]:
    """Walk from all cells to the sun in small steps; ``slack`` in cells, where 0 allows nothing.

    Return where a cloud is met, and where the way leaves the raster or crosses nodata: by two
    cells at least where nothing is allowed, anywhere near it otherwise.
    """
    side, tangent = max(grid.pixel_metres), math.tan(math.radians(sun.zenith))
    oblique = OFF_NADIR if slack else 0.0
    near = max(LOWEST_CLOUD * (tangent - oblique) - slack * side, 0)
    far = HIGHEST_CLOUD * (tangent + oblique) + slack * side
    margin = 10
    bare = np.pad(~data, margin, constant_values=True)
    size = 2 * math.ceil(slack) + 1 if slack else 5
    bare = (ndimage.maximum_filter if slack else ndimage.minimum_filter)(bare, size)
    x0, a, b, y0, d, e = grid.transform
    rows, cols = np.mgrid[: grid.height, : grid.width] + 0.5
    x, y = x0 + a * cols + b * rows, y0 + d * cols + e * rows
    clouds = np.stack([x[cloud], y[cloud]], axis=1)
    tree = cKDTree(clouds) if len(clouds) else None
    met, lost = np.zeros_like(cloud), np.zeros_like(cloud)
    for way in np.arange(near, far, min(grid.pixel_metres) / 4):
        at = np.stack(
            [
                x + way * math.sin(math.radians(sun.azimuth)),
                y + way * math.cos(math.radians(sun.azimuth)),
            ],
            axis=-1,
        )
        row, col = cells_at(grid, at[..., 0], at[..., 1])
        on = (row >= 0) & (row < grid.height) & (col >= 0) & (col < grid.width)
        row, col = (
            np.clip(index, -margin, size_ + margin - 1)
            for index, size_ in ((row, grid.height), (col, grid.width))
        )
        lost |= bare[row + margin, col + margin]
        if slack and tree is not None:
            met |= tree.query(at)[0] <= slack * side + way / tangent * oblique
        elif not slack:
            met[on] |= cloud[row[on], col[on]]
        if not on.any() and lost.all() and not slack:
            break
    return met, lost


@settings(max_examples=25)
@given(skies())
def test_lines_to_the_sun_meet_what_rays_marched_one_by_one_meet(
    sky: tuple[Grid, Sun, np.ndarray, np.ndarray],
) -> None:
    grid, sun, cloud, data = sky
    explained, unknown = find_origins(cloud, data, path_to_sun(grid, sun))
    met, lost = march(grid, sun, cloud, data, slack=0)
    assert not (met & ~explained).any()
    assert not (lost & ~explained & ~unknown).any()
    met, lost = march(grid, sun, cloud, data, slack=3)
    assert not (explained & ~met).any()
    assert not (unknown & ~lost).any()
    assert not (explained & unknown).any()


@pytest.mark.parametrize(
    ("azimuth", "rows", "cols"),
    [(135, -1, -1), (180, -1, 0), (90, 0, -1), (225, -1, 1), (0, 1, 0), (315, 1, 1)],
)
def test_a_shadow_lies_opposite_the_sun_as_far_as_its_cloud_is_high(
    azimuth: float, rows: int, cols: int
) -> None:
    # Sun in the south-east, north up: the shadow lies north-west, towards row and column 0.
    grid = grid_of((301, 301))
    cloud = np.zeros((301, 301), bool)
    cloud[150, 150] = True
    data = np.ones_like(cloud)
    explained, _ = find_origins(cloud, data, path_to_sun(grid, Sun(45, azimuth)))
    length = math.hypot(rows, cols)
    for height, expected in ((100, True), (2000, True), (11_000, True), (15_000, False)):
        way = height / 100 / length  # at 45° as far as high
        row, col = 150 + rows * way, 150 + cols * way
        assert explained[round(row), round(col)] == (expected and height >= 100)
        row, col = 150 - rows * way, 150 - cols * way
        if height > 500:
            assert not explained[round(row), round(col)]


@pytest.mark.parametrize("turn", [0.0, 90.0, 180.0, 30.0])
@pytest.mark.parametrize("height", [-100.0, 100.0])
def test_turned_and_south_up_grids_say_the_same_of_the_same_ground(
    turn: float, height: float
) -> None:
    sun = Sun(60, 160)
    north_up = grid_of((241, 241))
    other = grid_of((241, 241), height=height, turn=turn)
    # The same cloud in the middle of both grids, and the same places around it.
    cloud = np.zeros((241, 241), bool)
    cloud[119:122, 119:122] = True
    data = np.ones_like(cloud)
    one, _ = find_origins(cloud, data, path_to_sun(north_up, sun))
    two, _ = find_origins(cloud, data, path_to_sun(other, sun))
    inner_edge = ndimage.binary_dilation(one, iterations=3) & ~ndimage.binary_erosion(
        one, iterations=3
    )
    rows, cols = np.nonzero(~inner_edge)
    x, y = place(north_up, rows, cols)
    middle, other_middle = place(north_up, 120, 120), place(other, 120, 120)
    there = cells_at(other, x - middle[0] + other_middle[0], y - middle[1] + other_middle[1])
    inside = (np.minimum(*there) >= 0) & (np.maximum(*there) < 241)
    assert one.sum() > 1000
    assert np.array_equal(one[rows[inside], cols[inside]], two[there[0][inside], there[1][inside]])


def test_degrees_are_metres_of_their_latitude() -> None:
    crs = 'GEOGCS["WGS 84",UNIT["degree",0.0174532925199433]]'
    grid = Grid(crs, (10.0, 0.001, 0.0, 60.05, 0.0, -0.001), 100, 100)
    east = path_to_sun(grid, Sun(45, 90))
    north = path_to_sun(grid, Sun(45, 0))
    assert 1 / east.cols == pytest.approx(111.32 * math.cos(math.radians(60)), rel=0.01)
    assert 1 / north.rows == pytest.approx(-111.32)
    assert (east.rows, north.cols) == pytest.approx((0, 0), abs=1e-12)


def test_room_to_the_side_is_in_metres_where_cells_are_not_square() -> None:
    # Sun in the east, 45° high; columns of 100 m, rows of 20 m.
    grid = grid_of((201, 151), 100.0, -20.0)
    cloud = np.zeros((201, 151), bool)
    cloud[100, 120] = True
    explained, _ = find_origins(cloud, ~np.zeros_like(cloud), path_to_sun(grid, Sun(45, 90)))
    for distance in (3000, 6000, 10_000):
        (rows,) = np.nonzero(explained[:, 120 - distance // 100])
        half = np.abs(rows - 100).max() * 20
        assert half == pytest.approx(distance * OFF_NADIR, abs=50)


def test_metres_that_are_called_degrees_are_no_trouble() -> None:
    crs = 'GEOGCS["WGS 84",UNIT["degree",0.0174532925199433]]'
    grid = Grid(crs, (399960.0, 10.0, 0.0, 5700000.0, 0.0, -10.0), 100, 100)
    assert min(grid.pixel_metres) > 0


def test_towards_the_edge_nobody_can_say() -> None:
    clear = np.zeros((200, 100), bool)
    grid = grid_of((200, 100))
    explained, unknown = find_origins(clear, ~clear, path_to_sun(grid, Sun(45, 180)))
    reach = 120 * (1 + OFF_NADIR)  # cells
    assert not explained.any()
    assert unknown[-round(reach - 3) :].all()
    assert not unknown[: 200 - round(reach + 3)].any()


@pytest.mark.parametrize("zenith", [0.0, 1.0, 89.0, 89.999])
@pytest.mark.parametrize("azimuth", [0.0, 45.0, 90.0, 360.0])
def test_a_sun_overhead_or_at_the_horizon_is_no_trouble(zenith: float, azimuth: float) -> None:
    cloud = np.zeros((60, 40), bool)
    cloud[30:33, 20:23] = True
    path = path_to_sun(grid_of((60, 40)), Sun(zenith, azimuth))
    explained, unknown = find_origins(cloud, np.ones_like(cloud), path)
    assert unknown.any()
    if zenith <= 1:
        assert explained[cloud].all()
    else:
        assert (explained | unknown).all()
    assert not terrain_shadow(np.zeros((60, 40), np.float32), path).any()


def test_a_single_row_or_cell_has_a_sun_too() -> None:
    for shape in ((1, 1), (1, 50), (50, 1)):
        data = np.ones(shape, bool)
        explained, unknown = find_origins(~data, data, path_to_sun(grid_of(shape), Sun(50, 130)))
        assert unknown.all()
        assert not explained.any()


# --- patches -----------------------------------------------------------------------------


@given(
    hnp.arrays(
        np.uint32,
        hnp.array_shapes(min_dims=2, max_dims=2, max_side=30),
        elements=st.sampled_from([0, 0, 1, 5, 64]),
    ),
    st.integers(0, 2**32 - 1),
)
def test_a_patch_is_an_orphan_as_a_whole_by_the_area_without_a_cloud(
    shadow: np.ndarray, seed: int
) -> None:
    alone = np.random.default_rng(seed).random(shadow.shape) < 0.8
    labelled, count = ndimage.label(shadow > 0, np.ones((3, 3)))
    expected = np.zeros(shadow.shape, bool)
    for number in range(1, count + 1):
        patch = labelled == number
        expected[patch] = shadow[patch & alone].sum() >= ORPHAN_SHARE * shadow[patch].sum()
    assert np.array_equal(find_orphans(shadow, alone), expected)


# --- terrain -----------------------------------------------------------------------------


@pytest.mark.parametrize("azimuth", [0.0, 60.0, 135.0, 180.0, 250.0])
@pytest.mark.parametrize("zenith", [40.0, 65.0, 80.0])
def test_a_tower_throws_a_shadow_as_long_as_its_height_times_the_tangent(
    azimuth: float, zenith: float
) -> None:
    elevation = np.full((301, 301), 250.0, np.float32)
    height = 1000 / math.tan(math.radians(zenith))  # 1 km of shadow
    elevation[149:152, 149:152] += np.float32(height)
    shadow = terrain_shadow(
        elevation, path_to_sun(grid_of((301, 301), 20, -20), Sun(zenith, azimuth))
    )
    rows, cols = np.nonzero(shadow)
    east, north = (cols - 150) * 20.0, (150 - rows) * 20.0
    away = -(east * math.sin(math.radians(azimuth)) + north * math.cos(math.radians(azimuth)))
    aside = east * math.cos(math.radians(azimuth)) - north * math.sin(math.radians(azimuth))
    assert away.max() == pytest.approx(1000, abs=60)
    assert away.min() > -60
    assert np.abs(aside).max() <= 60
    seen = 60 * (abs(math.cos(math.radians(azimuth))) + abs(math.sin(math.radians(azimuth))))
    assert shadow.sum() * 400 == pytest.approx(1000 * seen, rel=0.25)


@pytest.mark.parametrize("azimuth", [20.0, 110.0, 200.0, 305.0])
def test_slopes_turned_away_from_the_sun_are_dark_and_throw_the_shadow_of_a_cone(
    azimuth: float,
) -> None:
    side, radius, top, zenith = 401, 1500.0, 1500.0, 60.0  # a cone of 45°, the sun 30° high
    rows, cols = np.mgrid[:side, :side]
    east, north = (cols - side // 2) * 20.0, (side // 2 - rows) * 20.0
    elevation = np.maximum(top - np.hypot(east, north), 0).astype(np.float32)
    got = terrain_shadow(
        elevation, path_to_sun(grid_of((side, side), 20, -20), Sun(zenith, azimuth))
    )
    # By light and normal on the cone itself: dark where the incidence exceeds 90°.
    sun_east, sun_north = math.sin(math.radians(azimuth)), math.cos(math.radians(azimuth))
    distance = np.maximum(np.hypot(east, north), 1)
    cosine = math.cos(math.radians(zenith)) + math.sin(math.radians(zenith)) * (
        (east * sun_east + north * sun_north) / distance
    )
    on_cone = (distance < radius - 60) & (distance > 200)  # cells round the top off
    assert got[on_cone & (cosine < -0.05)].all()
    assert not got[on_cone & (cosine > 0.05)].any()
    # Behind it, the shadow of its top: h · tan(zenith) away.
    away = -(east * sun_east + north * sun_north)
    assert away[got].max() == pytest.approx(top * math.tan(math.radians(zenith)), abs=60)


def test_terrain_shadow_is_that_of_rays_marched_one_by_one() -> None:
    rng = np.random.default_rng(3)
    rough = ndimage.gaussian_filter(rng.normal(0, 1, (120, 90)), 6)
    elevation = (rough / rough.std() * 250).astype(np.float32)
    grid = grid_of((120, 90), 60, -60)
    for zenith, azimuth in ((70, 140), (75, 30), (65, 285)):
        got = terrain_shadow(elevation, path_to_sun(grid, Sun(zenith, azimuth)))
        ways = np.arange(1, 200)[:, None, None] * 60.0
        rows, cols = np.mgrid[:120, :90]
        at_rows = rows - ways / 60 * math.cos(math.radians(azimuth))
        at_cols = cols + ways / 60 * math.sin(math.radians(azimuth))
        ground = ndimage.map_coordinates(
            elevation, [at_rows, at_cols], order=1, cval=-1e9, prefilter=False
        )
        line = elevation + ways / math.tan(math.radians(zenith))
        expected = (ground > line).any(axis=0)
        assert 0.1 < expected.mean() < 0.9
        assert (got != expected).mean() < 0.04


def test_where_no_elevation_is_known_no_shadow_falls_and_none_comes_from_there() -> None:
    elevation = np.zeros((80, 80), np.float32)
    elevation[60:64] = 500
    path = path_to_sun(grid_of((80, 80)), Sun(60, 180))
    whole = terrain_shadow(elevation, path)
    assert whole[55:60].all()
    torn = elevation.copy()
    torn[:, :40] = np.nan
    got = terrain_shadow(torn, path)
    assert not got[:, :40].any()
    assert np.array_equal(got[:, 40:], whole[:, 40:])
