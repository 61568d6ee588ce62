"""How far clouds and shadows are from each pixel, on cells whose number is bounded.

A first pass over the masks of all scenes, window by window, fills the cells; distances are then
read off at pixels. Neither depends on how the scene is cut later.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .classes import CLEAR, CLOUD_CODES, CLOUD_SHADOW
from .scene import Grid, Window

REACH = 3000.0  # metres; farther counts no more (FORCE Level-3, default of the distance term)
CELLS_A_REACH = 64  # cells need not be smaller than this: 47 m
MAX_CELLS = 4_000_000  # of all scenes together, 4 MB and as much again for the distances
STEPS = 255  # of the distance up to the reach: 12 m, less than a cell


@dataclass(frozen=True, eq=False)
class CellLook:
    """What the masks of all scenes show in a window.

    :param clear: (scenes,) pixels that are clear.
    :param cloudy: (scenes, rows, cols) bool of cells in which anything is cloud or shadow.
    """

    window: Window
    clear: NDArray[np.int64]
    cloudy: NDArray[np.bool_]


def look_at(codes: NDArray[np.uint8], window: Window, factor: int) -> CellLook:
    """Return what class codes show.

    :param codes: (scenes, rows, cols) uint8 of a window that begins with a cell.
    :param factor: pixels a side of a cell.
    """
    cloudy = codes == CLOUD_SHADOW
    for code in CLOUD_CODES:
        cloudy |= codes == code
    padding = (-codes.shape[1] % factor, -codes.shape[2] % factor)
    cloudy = np.pad(cloudy, ((0, 0), (0, padding[0]), (0, padding[1])))
    scenes, rows, cols = cloudy.shape
    cells = cloudy.reshape(scenes, rows // factor, factor, cols // factor, factor)
    clear = np.asarray((codes == CLEAR).sum(axis=(1, 2)), dtype=np.int64)
    return CellLook(window, clear, cells.any(axis=(2, 4)))


class CloudDistance:
    """Gathers clouds and shadows of several scenes, then tells the distance to them.

    :param grid: of the masks, all alike.
    :param scenes: number of scenes.
    """

    def __init__(self, grid: Grid, scenes: int) -> None:
        self._grid = grid
        finest = math.ceil(REACH / CELLS_A_REACH / min(grid.pixel_metres))
        bounded = math.ceil(math.sqrt(grid.width * grid.height * scenes / MAX_CELLS))
        self.factor = max(finest, bounded, 1)
        self._cells = grid.coarsened(self.factor)
        shape = (scenes, self._cells.height, self._cells.width)
        self._cloudy = np.zeros(shape, dtype=bool)
        self._clear = np.zeros(scenes, dtype=np.int64)
        self._steps = np.full((scenes, 1, 1), STEPS, dtype=np.uint8)

    def add(self, look: CellLook) -> None:
        """Take what was seen in a window."""
        step = self.factor
        row, col = look.window.row // step, look.window.col // step
        _, rows, cols = look.cloudy.shape
        self._clear += look.clear
        self._cloudy[:, row : row + rows, col : col + cols] = look.cloudy

    def measure(self, check: Callable[[], None]) -> None:
        """Compute the distances, once all windows were added.

        :param check: called before each scene; raises to give up.
        """
        metres = self._cells.pixel_metres
        self._steps = np.empty(self._cloudy.shape, dtype=np.uint8)
        for scene, cloudy in enumerate(self._cloudy):
            check()
            share = np.minimum(distances(cloudy, metres, REACH) / REACH, 1)
            self._steps[scene] = np.rint(share * STEPS)

    @property
    def clearness(self) -> tuple[float, ...]:
        """Share of the whole area that is clear in each scene, 0..1."""
        area = self._grid.width * self._grid.height
        return tuple(int(count) / area for count in self._clear)

    def at(self, window: Window) -> NDArray[np.float32]:
        """Return distances in a window, (scenes, rows, cols): 0 at a cloud, 1 from 3 km on.

        Bilinear between the middles of cells; pixels outside the grid take its edge's.
        """
        _, rows, cols = self._steps.shape
        row, row_share = self._positions(window.row, window.height, rows)
        col, col_share = self._positions(window.col, window.width, cols)
        below, beside = np.minimum(row + 1, rows - 1), np.minimum(col + 1, cols - 1)
        first = (row[0], col[0])
        cells = self._steps[:, first[0] : below[-1] + 1, first[1] : beside[-1] + 1]
        field = cells * np.float32(1 / STEPS)
        upper, lower = field[:, row - first[0]], field[:, below - first[0]]
        lines = upper + (lower - upper) * row_share[:, np.newaxis]
        left, right = lines[:, :, col - first[1]], lines[:, :, beside - first[1]]
        return np.asarray(left + (right - left) * col_share)

    def _positions(
        self, start: int, length: int, cells: int
    ) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        """Return the cell before each pixel's middle, and the share of the way to the next."""
        position = (np.arange(start, start + length) + 0.5) / self.factor - 0.5
        position = np.clip(position, 0, cells - 1)
        cell = np.floor(position).astype(np.intp)
        return cell, (position - cell).astype(np.float32)


def distances(
    marked: NDArray[np.bool_], metres: tuple[float, float], reach: float
) -> NDArray[np.float64]:
    """Return metres from each cell to the nearest that is marked, exact up to ``reach``.

    Distances along columns first, then the least over the columns in reach (Felzenszwalb and
    Huttenlocher 2012, "Distance transforms of sampled functions", whose envelope is not needed
    where the reach is bounded).

    :param marked: (rows, cols) bool.
    :param metres: width and height of a cell.
    :return: (rows, cols) float64; beyond ``reach`` any larger number, inf where none is.
    """
    width, height = metres
    row = np.arange(len(marked), dtype=np.float64)[:, np.newaxis]
    above = np.maximum.accumulate(np.where(marked, row, -np.inf), axis=0)
    below = np.minimum.accumulate(np.where(marked, row, np.inf)[::-1], axis=0)[::-1]
    squared = np.square(np.minimum(row - above, below - row) * height)
    nearest = squared.copy()
    for step in range(1, min(math.floor(reach / width), marked.shape[1] - 1) + 1):
        aside = (step * width) ** 2
        np.minimum(nearest[:, step:], squared[:, :-step] + aside, out=nearest[:, step:])
        np.minimum(nearest[:, :-step], squared[:, step:] + aside, out=nearest[:, :-step])
    return np.asarray(np.sqrt(nearest))
