"""Tiles that cover an extent exactly, read with a margin and blended without seams.

Tile borders and the network's stride are anchored to the map's own pixel grid, so that
the same place is cut in the same way whatever window of a scene is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .classes import NODATA
from .refine import quantise
from .scene import Window

Finish = Callable[[NDArray[np.uint8]], NDArray[np.uint8]]

BLEND = 4  # pixels to either side of a tile border over which neighbours are mixed
SMALLEST_SIDE = 64  # pixels; a network sees at least this much, filled where there is no scene


@dataclass(frozen=True)
class Tile:
    """One piece of work.

    ``core`` windows cover the extent without overlap. ``reach`` is the core and the strip
    over which it is mixed with its neighbours. ``read`` is what the network sees: reach
    and margin, a multiple of the stride; it may stick out of the raster.
    """

    core: Window
    reach: Window
    read: Window


@dataclass(frozen=True)
class TilePlan:
    """All tiles of an extent: rows of tiles from top to bottom, each from left to right."""

    extent: Window
    rows: tuple[tuple[Tile, ...], ...]

    @property
    def tiles(self) -> Iterator[Tile]:
        """All tiles in their order."""
        for row in self.rows:
            yield from row

    @property
    def count(self) -> int:
        """Number of tiles."""
        return sum(len(row) for row in self.rows)


def cut(area: Window, side: int) -> Iterator[Window]:
    """Cut an area into windows of ``side`` pixels from its first pixel on, row by row."""
    for row in range(area.row, area.row_stop, side):
        for col in range(area.col, area.col_stop, side):
            yield Window(col, row, side, side).intersect(area)


def plan_tiles(
    extent: Window,
    raster: Window,
    phase: tuple[int, int],
    side: int,
    halo: int,
    stride: int,
) -> TilePlan:
    """Cut an extent into tiles.

    :param extent: window to cover, inside ``raster``.
    :param phase: column and row of the raster's first pixel on the map's pixel grid.
    :param side: what the network sees of an inner tile, pixels a side.
    :param halo: margin around a core, a multiple of ``stride``.
    """
    step = max((side - 2 * halo) // stride, 1) * stride
    blend = min(BLEND, halo, step // 2)
    col_edges = _edges(extent.col, extent.col_stop, step, phase[0], blend)
    row_edges = _edges(extent.row, extent.row_stop, step, phase[1], blend)
    rows = []
    for top, bottom in zip(row_edges, row_edges[1:]):
        row = []
        for left, right in zip(col_edges, col_edges[1:]):
            core = Window(left, top, right - left, bottom - top)
            reach = core.grown(blend).intersect(extent)
            seen = core.grown(halo).intersect(raster)
            row.append(Tile(core, reach, _aligned(seen, phase, stride)))
        rows.append(tuple(row))
    return TilePlan(extent, tuple(rows))


def _edges(start: int, stop: int, step: int, phase: int, blend: int) -> list[int]:
    """Return borders at multiples of ``step`` on the map, none closer to an end than blend."""
    first = start - (start + phase) % step
    inner = [
        edge
        for edge in range(first, stop, step)
        if edge - start >= 2 * blend and stop - edge >= 2 * blend
    ]
    return [start, *(edge for edge in inner if start < edge < stop), stop]


def _aligned(window: Window, phase: tuple[int, int], stride: int) -> Window:
    """Grow a window to multiples of the stride on the map, and to the smallest side."""
    col, width = _aligned_span(window.col, window.width, phase[0], stride)
    row, height = _aligned_span(window.row, window.height, phase[1], stride)
    return Window(col, row, width, height)


def _aligned_span(start: int, length: int, phase: int, stride: int) -> tuple[int, int]:
    first = start - (start + phase) % stride
    length = -(-(start + length - first) // stride) * stride
    smallest = -(-SMALLEST_SIDE // stride) * stride
    if length < smallest:
        first -= (smallest - length) // 2 // stride * stride
        length = smallest
    return first, length


@dataclass(frozen=True, eq=False)
class Strip:
    """Finished rows of the extent's full width.

    :param row: first row, in the raster.
    :param values: (layers, rows, cols) uint8.
    """

    row: int
    values: NDArray[np.uint8]


def blend_tiles(
    plan: TilePlan,
    results: Iterable[tuple[Tile, NDArray[np.float32], NDArray[np.bool_]]],
    classes: int,
    finish: Finish,
    layers: int,
) -> Iterator[Strip]:
    """Mix tiles where they overlap, by weights that sum to 1, and yield finished rows.

    Only two strips of overlap are kept in memory beside the tile at hand.

    :param results: tiles in the plan's order, with probabilities (classes, rows, cols)
        float32 and validity (rows, cols) bool of each tile's ``reach``.
    :param finish: turns stored probabilities of finished pixels (classes, rows, cols)
        uint8, see :func:`.refine.quantise`, 255 where nodata, into ``layers`` layers.
    """
    source = iter(results)
    extent = plan.extent
    below = np.zeros((classes, 2 * _blend(plan), extent.width), dtype=np.float32)
    for row in plan.rows:
        last_row = row is plan.rows[-1]
        reach = row[0].reach
        overlap_below = 0 if last_row else reach.row_stop - row[0].core.row_stop
        stop = reach.height - 2 * overlap_below
        strip = np.empty((layers, stop, extent.width), dtype=np.uint8)
        right = np.zeros((classes, reach.height, 0), dtype=np.float32)
        for tile in row:
            got, probabilities, valid = next(source)
            if got is not tile:
                raise ValueError("results must come in the plan's order")
            weighted = probabilities * _weights(tile)
            weighted[:, :, : right.shape[2]] += right
            overlap_right = 2 * (tile.reach.col_stop - tile.core.col_stop)
            done = tile.reach.width - overlap_right
            right = weighted[:, :, done:]
            first = tile.reach.col - extent.col
            cols = slice(first, first + done)
            finished = weighted[:, :, :done]
            overlap_above = 2 * (tile.core.row - reach.row)
            finished[:, :overlap_above] += below[:, :overlap_above, cols]
            stored = quantise(finished[:, :stop])
            stored[:, ~valid[:stop, :done]] = NODATA
            strip[:, :, cols] = finish(stored)
            below[:, : 2 * overlap_below, cols] = finished[:, stop:]
        yield Strip(reach.row, strip)


def _blend(plan: TilePlan) -> int:
    """Return the largest overlap of a row of tiles with the row below it."""
    return max(row[0].reach.row_stop - row[0].core.row_stop for row in plan.rows)


def _weights(tile: Tile) -> NDArray[np.float32]:
    """Return weights of a tile's reach, (rows, cols): 1 inside, ramps towards neighbours."""
    core, reach = tile.core, tile.reach
    cols = _ramp(core.col, core.col_stop, reach.col, reach.col_stop)
    rows = _ramp(core.row, core.row_stop, reach.row, reach.row_stop)
    return np.outer(rows, cols).astype(np.float32)


def _ramp(start: int, stop: int, first: int, last: int) -> NDArray[np.float64]:
    position = np.arange(first, last) + 0.5
    weights = np.ones(last - first)
    if first < start:
        weights = np.minimum(weights, (position - first) / (2 * (start - first)))
    if last > stop:
        weights = np.minimum(weights, (last - position) / (2 * (last - stop)))
    return np.clip(weights, 0, 1)
