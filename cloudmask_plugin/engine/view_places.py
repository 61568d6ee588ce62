"""Which pixels of a raster lie under places of the map, where both have other coordinate systems.

Places that a person draws are carried over exactly, with corners added where straight lines of the
map are bent on the raster. The pixels of a whole view are carried over by a net of exact places
and between them bilinearly, as GDAL's approximate transformer does, within a bound.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from .geometry import to_map, to_pixels
from .placing import same_crs
from .scene import Grid, Window
from .vector import VectorBackend

Places = NDArray[np.float64]  # (n, 2)
Change = Callable[[Places], Places]
STRAIGHT = 0.02  # pixels by which a line may be off its bent course
LONGEST = 64.0  # pixels of a line that is not looked at more closely
ROUNDS = 16  # halvings at most
NET = 64  # pixels of the view between exact places, at first
NEAR = 0.05  # pixels of the raster, or of the view where these are larger
EDGE = 33  # places on each edge of a raster's outline


def places_to_pixels(places: Places, crs: str, grid: Grid, vectors: VectorBackend) -> Places:
    """Return columns and rows of a grid, with fractions, of (n, 2) places of the map.

    :param crs: of the map as WKT, "" where it has none.
    :raises SceneError: where some have no place in the grid's CRS.
    """
    if crs and grid.crs and not same_crs(crs, grid.crs):
        places = vectors.transform(places, crs, grid.crs)
    return to_pixels(grid.transform, places)


def carried(line: Places, change: Change, closed: bool = False) -> Places:
    """Return a line of (n, 2) places carried over, with corners where it is bent.

    :param closed: the last place is joined to the first, which is not repeated.
    """
    if len(line) < 2:
        return change(line)
    source = np.concatenate([line, line[:1]]) if closed else line
    target = change(source)
    for _ in range(ROUNDS):
        middle = (source[:-1] + source[1:]) / 2
        bent = change(middle)
        apart = np.abs(bent - (target[:-1] + target[1:]) / 2).max(axis=1)
        apart[np.abs(np.diff(target, axis=0)).max(axis=1) > LONGEST] = math.inf
        cut = np.flatnonzero(apart > STRAIGHT)
        if not len(cut):
            break
        source = np.insert(source, cut + 1, middle[cut], axis=0)
        target = np.insert(target, cut + 1, bent[cut], axis=0)
    return target[:-1] if closed else target


class ViewPlaces:
    """The pixels of a grid under those of the views of a map; the last view is remembered."""

    def __init__(self, grid: Grid, vectors: VectorBackend) -> None:
        self._grid = grid
        self._vectors = vectors
        self._last: tuple[Grid, Window, NDArray[np.intp], NDArray[np.intp]] | None = None

    def under(self, view: Grid) -> tuple[Window, NDArray[np.intp], NDArray[np.intp]]:
        """Return the part of a view that may show the grid, and the grid's pixels under it.

        :returns: the part, and its columns and rows of the grid, (rows, cols), beyond the grid
            where nothing of it is.
        :raises SceneError: where the view's CRS cannot be changed to the grid's.
        """
        if self._last is None or self._last[0] != view:
            part = self._part(view)
            self._last = (view, part, *self._net(view.cropped(part)))
        return self._last[1:]

    def _change(self, view: Grid) -> Change:
        def change(pixels: Places) -> Places:
            places = to_map(view.transform, pixels)
            return places_to_pixels(places, view.crs, self._grid, self._vectors)

        return change

    def _part(self, view: Grid) -> Window:
        """Return the part of a view around the grid: far from it, its CRS may not be defined."""
        grid, along = self._grid, np.linspace(0, 1, EDGE)
        sides = [
            np.stack(side, axis=1)
            for side in (
                (along, 0 * along),
                (along, 0 * along + 1),
                (0 * along, along),
                (0 * along + 1, along),
            )
        ]
        outline = to_map(grid.transform, np.concatenate(sides) * [grid.width, grid.height])
        if grid.crs and view.crs:
            outline = self._vectors.transform(outline, grid.crs, view.crs)
        pixels = to_pixels(view.transform, outline)
        # An edge bulges between the places on it by less than their distance.
        slack = 1 + np.ptp(pixels, axis=0) / (EDGE - 1)
        low, high = np.floor(pixels.min(axis=0) - slack), np.ceil(pixels.max(axis=0) + slack)
        col, row, width, height = (int(n) for n in (*low, *(high - low)))
        return Window(col, row, width, height).intersect(view.window)

    def _net(self, view: Grid) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Return columns and rows of the grid under the middle of each pixel of a view."""
        if not (view.width and view.height):
            empty = np.zeros((view.height, view.width), np.intp)
            return empty, empty
        change, step = self._change(view), NET
        while True:
            cols = np.arange(-(-view.width // step) + 1, dtype=np.float64) * step
            rows = np.arange(-(-view.height // step) + 1, dtype=np.float64) * step
            knots = _at(change, cols, rows)
            middles = _at(change, cols[:-1] + step / 2, rows[:-1] + step / 2)
            between = (knots[:-1, :-1] + knots[1:, :-1] + knots[:-1, 1:] + knots[1:, 1:]) / 4
            scale = np.abs(np.diff(knots[:2, :2].reshape(4, 2)[[0, 3]], axis=0)).max() / step
            if step == 1 or np.abs(middles - between).max() <= NEAR * max(scale, 1.0):
                break
            step //= 2
        col, row = (
            np.floor(_between(knots[..., axis], step, view)).astype(np.intp) for axis in (0, 1)
        )
        return col, row


def _at(change: Change, cols: NDArray[np.float64], rows: NDArray[np.float64]) -> Places:
    """Return what a change makes of all columns and rows together, (rows, cols, 2)."""
    across, down = np.meshgrid(cols, rows)
    found = change(np.stack([across.ravel(), down.ravel()], axis=1))
    return found.reshape(len(rows), len(cols), 2)


def _between(knots: NDArray[np.float64], step: int, view: Grid) -> NDArray[np.float64]:
    """Return the values at the middle of each pixel, bilinearly between knots."""

    def along(values: NDArray[np.float64], size: int) -> NDArray[np.float64]:
        place = (np.arange(size) + 0.5) / step
        low = place.astype(np.intp)
        share = (place - low)[:, np.newaxis]
        return np.asarray(values[low] * (1 - share) + values[low + 1] * share)

    return along(along(knots, view.height).T, view.width).T
