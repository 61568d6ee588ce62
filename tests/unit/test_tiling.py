from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cloudmask_plugin.engine.classes import NODATA
from cloudmask_plugin.engine.scene import Window
from cloudmask_plugin.engine.tiling import BLEND, SMALLEST_SIDE, TilePlan, blend_tiles, plan_tiles


@st.composite
def plans(draw: st.DrawFn) -> tuple[TilePlan, Window, tuple[int, int], int]:
    raster = Window(0, 0, draw(st.integers(1, 700)), draw(st.integers(1, 700)))
    col, row = draw(st.integers(0, raster.width - 1)), draw(st.integers(0, raster.height - 1))
    extent = Window(
        col,
        row,
        draw(st.integers(1, raster.width - col)),
        draw(st.integers(1, raster.height - row)),
    )
    phase = draw(st.integers(-(10**6), 10**6)), draw(st.integers(-(10**6), 10**6))
    stride = draw(st.sampled_from([1, 8, 16, 32]))
    halo = stride * draw(st.integers(0, 4))
    side = draw(st.integers(64, 400))
    return plan_tiles(extent, raster, phase, side, halo, stride), raster, phase, stride


@given(plans())
def test_cores_cover_every_pixel_of_the_extent_once(
    case: tuple[TilePlan, Window, tuple[int, int], int],
) -> None:
    plan, raster, _, _ = case
    hits = np.zeros((raster.height, raster.width), dtype=int)
    for tile in plan.tiles:
        hits[tile.core.row : tile.core.row_stop, tile.core.col : tile.core.col_stop] += 1
    extent = plan.extent
    inside = hits[extent.row : extent.row_stop, extent.col : extent.col_stop]
    assert (inside == 1).all()
    assert hits.sum() == inside.sum()


@given(plans())
def test_what_the_network_sees_is_anchored_to_the_map_and_holds_the_reach(
    case: tuple[TilePlan, Window, tuple[int, int], int],
) -> None:
    plan, _, phase, stride = case
    for tile in plan.tiles:
        read = tile.read
        assert (read.col + phase[0]) % stride == 0
        assert (read.row + phase[1]) % stride == 0
        assert read.width % stride == 0
        assert read.height % stride == 0
        assert min(read.width, read.height) >= SMALLEST_SIDE
        assert tile.reach.intersect(read) == tile.reach
        assert tile.core.intersect(tile.reach) == tile.core


@given(plans(), st.integers(0, 2**32 - 1))
def test_blending_a_picture_with_itself_gives_the_picture(
    case: tuple[TilePlan, Window, tuple[int, int], int], seed: int
) -> None:
    plan, raster, _, _ = case
    rng = np.random.default_rng(seed)
    steps = rng.integers(0, 251, (2, raster.height, raster.width))
    picture = (steps / 250).astype(np.float32)
    valid = rng.random((raster.height, raster.width)) > 0.2

    def results():  # type: ignore[no-untyped-def]
        for tile in plan.tiles:
            r = tile.reach
            box = (slice(r.row, r.row_stop), slice(r.col, r.col_stop))
            yield tile, picture[(slice(None), *box)], valid[box]

    strips = list(blend_tiles(plan, results(), 2, lambda stored: stored, 2))
    row = plan.extent.row
    for strip in strips:
        assert strip.row == row
        row += strip.values.shape[1]
    assert row == plan.extent.row_stop
    got = np.concatenate([strip.values for strip in strips], axis=1)
    extent = plan.extent
    box = (slice(extent.row, extent.row_stop), slice(extent.col, extent.col_stop))
    expected = np.where(valid[box], steps[(slice(None), *box)], NODATA)
    assert np.array_equal(got, expected)


def test_two_tiles_that_disagree_are_joined_by_a_straight_ramp() -> None:
    plan = plan_tiles(Window(0, 0, 256, 64), Window(0, 0, 256, 64), (0, 0), 192, 32, 16)
    left, right = plan.tiles
    assert left.core.col_stop == 128

    def results():  # type: ignore[no-untyped-def]
        for tile, value in ((left, 0.0), (right, 1.0)):
            shape = (tile.reach.height, tile.reach.width)
            yield tile, np.full((1, *shape), value, np.float32), np.ones(shape, bool)

    (strip,) = blend_tiles(plan, results(), 1, lambda stored: stored, 1)
    row = strip.values[0, 0] / 250
    inside = slice(128 - BLEND, 128 + BLEND)
    expected = (np.arange(2 * BLEND) + 0.5) / (2 * BLEND)
    assert np.abs(row[inside] - expected).max() <= 0.5 / 250 + 1e-6
    assert (row[: 128 - BLEND] == 0).all()
    assert (row[128 + BLEND :] == 1).all()


@given(st.integers(0, 300), st.integers(0, 300), st.integers(40, 300), st.integers(40, 300))
def test_inner_borders_of_a_window_are_borders_of_the_whole(
    col: int, row: int, width: int, height: int
) -> None:
    raster = Window(0, 0, 700, 700)
    whole = plan_tiles(raster, raster, (5, 9), 160, 32, 16)
    part = plan_tiles(Window(col, row, width, height), raster, (5, 9), 160, 32, 16)
    borders = {tile.core.col for tile in whole.tiles}
    assert {t.core.col for t in part.tiles} - {col} <= borders


def test_results_out_of_order_are_refused() -> None:
    plan = plan_tiles(Window(0, 0, 256, 64), Window(0, 0, 256, 64), (0, 0), 192, 32, 16)
    tiles = list(plan.tiles)
    wrong = [(tiles[1], np.zeros((1, 64, 144), np.float32), np.ones((64, 144), bool))]
    with pytest.raises(ValueError, match="order"):
        list(blend_tiles(plan, iter(wrong), 1, lambda stored: stored, 1))
