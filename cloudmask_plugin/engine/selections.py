"""Which pixels a stroke, an outline or a flood selects. Pure functions in pixels of a grid.

Places are columns and rows with fractions: the middle of the first pixel is (0.5, 0.5). A pixel
is selected where its middle is.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .patches import label_patches
from .scene import Window

Bools = NDArray[np.bool_]
Places = NDArray[np.float64]  # (n, 2) of column and row
NONE = Window(0, 0, 0, 0)


@dataclass(frozen=True, eq=False)
class Selection:
    """Pixels of a window: (rows, cols) bool."""

    window: Window
    chosen: Bools


def brushed(places: Places, radius: float, raster: Window) -> Selection:
    """Return the pixels within a radius of a line through places, or of a single place.

    :param radius: pixels; below 0.5 still the pixels that the places lie in.
    """
    window = _around(places, radius + 1, raster)
    chosen = np.zeros((window.height, window.width), dtype=bool)
    if not chosen.size:
        return Selection(window, chosen)
    stops = places[1:] if len(places) > 1 else places
    for start, stop in zip(places, stops):
        part = _around(np.stack([start, stop]), radius + 1, window)
        rows, cols = np.mgrid[part.row : part.row_stop, part.col : part.col_stop] + 0.5
        way = stop - start
        length = float(way @ way)
        along = np.zeros_like(rows)
        if length > 0:
            along = ((cols - start[0]) * way[0] + (rows - start[1]) * way[1]) / length
            np.clip(along, 0, 1, out=along)
        apart = (cols - start[0] - along * way[0]) ** 2 + (rows - start[1] - along * way[1]) ** 2
        top, left = part.row - window.row, part.col - window.col
        chosen[top : top + part.height, left : left + part.width] |= apart <= radius**2
    cells = np.floor(places).astype(np.intp) - (window.col, window.row)
    inside = (cells >= 0).all(axis=1)
    inside &= (cells[:, 0] < window.width) & (cells[:, 1] < window.height)
    chosen[cells[inside, 1], cells[inside, 0]] = True
    return Selection(window, chosen)


def enclosed(ring: Places, raster: Window) -> Selection:
    """Return the pixels whose middle lies in a ring; where it crosses itself, every other part.

    :param ring: (n, 2), closed or not.
    """
    window = _around(ring, 1, raster)
    flips = np.zeros((window.height, window.width + 1), dtype=np.int32)
    if not flips[:, :-1].size or len(ring) < 3:
        return Selection(window, np.zeros((window.height, window.width), dtype=bool))
    for (x0, y0), (x1, y1) in zip(ring, np.roll(ring, -1, axis=0)):
        low, high = min(y0, y1), max(y0, y1)
        # Rows whose middle is on the edge: from its upper end on, without its lower end.
        first = max(math.ceil(low - 0.5), window.row)
        last = min(math.ceil(high - 0.5), window.row_stop)
        if first >= last:
            continue
        rows = np.arange(first, last)
        crossed = x0 + (rows + 0.5 - y0) * (x1 - x0) / (y1 - y0)
        cols = np.ceil(crossed - 0.5).astype(np.intp) - window.col
        np.add.at(flips, (rows - window.row, np.clip(cols, 0, window.width)), 1)
    chosen = np.cumsum(flips[:, :-1], axis=1) % 2 == 1
    return Selection(window, np.asarray(chosen))


def flooded(values: NDArray[Any], row: int, col: int, reach: float) -> Bools:
    """Return the pixels that hang together with one, with values no further from its own.

    :param values: (rows, cols), such as the probability of a class.
    """
    seed = float(values[row, col])
    alike = np.abs(values.astype(np.float32) - seed) <= reach
    runs = label_patches(alike)
    place = row * alike.shape[1] + col
    run = int(np.searchsorted(runs.start, place, side="right")) - 1
    same = runs.patch == runs.patch[run]
    edges = np.zeros(alike.size + 1, dtype=np.int32)
    np.add.at(edges, runs.start[same], 1)
    np.add.at(edges, runs.stop[same], -1)
    return np.asarray((np.cumsum(edges[:-1]) > 0).reshape(alike.shape))


def _around(places: Places, margin: float, raster: Window) -> Window:
    """Return the part of a raster within a margin of places; empty where there is none."""
    low, high = places.min(axis=0) - margin, places.max(axis=0) + margin
    col, row = math.floor(low[0]), math.floor(low[1])
    found = Window(col, row, math.ceil(high[0]) - col, math.ceil(high[1]) - row)
    part = found.intersect(raster)
    return part if part.width and part.height else NONE
