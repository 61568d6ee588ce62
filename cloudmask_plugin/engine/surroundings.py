"""How much of the surroundings of each place is cloud on each date, on cells of bounded number.

Around the square in which a place lies, eight squares of the same size are looked at. The three
with most cloud over the whole series count, on all dates: a place on a coast is compared with
the cloudier side, and one on the slope of a mountain with what lies higher.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .classes import CLOUD_CODES, NODATA
from .scene import Grid, Window
from .suspect_statistics import (
    LEAST_RATE,
    MOST_AROUND,
    chances_at,
    correlation_of_places,
    learn_chances,
)

CELLS_A_SQUARE = 7  # along its side
FEWEST_CELLS = 3  # along its side, where more would take too much memory
CLOUDIEST = 3  # of the eight squares; of a straight coast three lie on either side
MAX_CELLS = 3_000_000  # of all dates together, 40 MB
LEAST_SEEN = 0.25  # of a square over the series, for it to count
_AROUND = tuple((dy, dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1) if dy or dx)

Sums = NDArray[np.float64]


class Surroundings:
    """Gathers the masks of all dates, window by window, then tells the cloud around each place.

    :param grid: of the masks, all alike.
    :param dates: number of dates.
    :param square: metres of the side of a square.
    :ivar factor: pixels a side of a cell; windows are added that begin with one.
    :ivar correlation: between the dates of ordinary places, once settled.
    """

    def __init__(self, grid: Grid, dates: int, square: float) -> None:
        self._grid = grid
        width, height = grid.pixel_metres
        finest = max(1, math.floor(square / CELLS_A_SQUARE / max(width, height)))
        bounded = math.ceil(math.sqrt(grid.width * grid.height * dates / MAX_CELLS))
        coarsest = max(1, math.floor(square / FEWEST_CELLS / max(width, height)))
        self.factor = max(finest, min(bounded, coarsest))
        cells = grid.coarsened(self.factor)
        # Of the square, on either side of its middle cell.
        self._half = tuple(
            max(round((square / (size * self.factor) - 1) / 2), 0) for size in (height, width)
        )
        self.shape = (cells.height, cells.width)
        whole = (dates, *self.shape)
        self._seen = np.zeros(whole, np.float32)
        self._cloudy = np.zeros(whole, np.float32)
        self._sample = np.full(whole, NODATA, np.uint8)
        self._around = np.zeros((1, 1, 1), np.float32)
        self._quiet = np.zeros((1, 1, 1), bool)
        self.correlation = 0.0

    @property
    def dates(self) -> int:
        """Number of dates."""
        return len(self._seen)

    def add(self, date: int, codes: NDArray[np.uint8], window: Window) -> None:
        """Take (rows, cols) uint8 class codes of one date in a window that begins with a cell."""
        step = self.factor
        rows, cols = (-(-length // step) for length in codes.shape)
        full = np.full((rows * step, cols * step), NODATA, np.uint8)
        full[: codes.shape[0], : codes.shape[1]] = codes
        blocks = full.reshape(rows, step, cols, step)
        row, col = window.row // step, window.col // step
        place = (date, slice(row, row + rows), slice(col, col + cols))
        self._seen[place] = (blocks != NODATA).sum(axis=(1, 3))
        self._cloudy[place] = np.isin(blocks, CLOUD_CODES).sum(axis=(1, 3))
        self._sample[place] = blocks[:, step // 2, :, step // 2]

    def settle(self, check: Callable[[], None]) -> None:
        """Compute what is around each cell, once all windows were added.

        Cells that are suspect themselves are left out in a second look, lest many of them explain
        each other.

        :param check: called before each date; raises to give up.
        """
        kept = np.ones(self.shape, np.float32)
        self._look_around(kept, check)
        seen = self._seen > 0
        share = np.where(seen, self._cloudy / np.maximum(self._seen, 1), 0).sum(axis=0)
        expected = np.where(seen, self._around, 0).sum(axis=0)
        clear = seen.sum(axis=0) - expected
        kept[(share - expected) >= LEAST_RATE * np.maximum(clear, 1)] = 0
        self._look_around(kept, check)
        self._quiet = self._around <= MOST_AROUND
        there, cloudy = self._sample != NODATA, np.isin(self._sample, CLOUD_CODES)
        learned = learn_chances(self._around[there], cloudy[there])
        for date, around in enumerate(self._around):
            self._around[date] = np.where(self._quiet[date], chances_at(around, learned), 0)
        there &= self._quiet & (kept > 0)
        self.correlation = correlation_of_places(
            there.sum(axis=0).ravel().astype(np.uint16),
            (cloudy & there).sum(axis=0).ravel().astype(np.uint16),
            np.where(there, self._around, 0).sum(axis=0, dtype=np.float32).ravel(),
        )

    def _look_around(self, kept: NDArray[np.float32], check: Callable[[], None]) -> None:
        seen, cloudy = (np.zeros((len(_AROUND), *self.shape)) for _ in range(2))
        for date in range(self.dates):
            check()
            seen += self._squares(self._seen[date] * kept)
            cloudy += self._squares(self._cloudy[date] * kept)
        cells = math.prod(2 * half + 1 for half in self._half)
        enough = seen >= LEAST_SEEN * cells * self.factor**2 * self.dates
        often = np.where(enough, cloudy / np.maximum(seen, 1), -1)
        order = np.argsort(-often, axis=0, kind="stable")[:CLOUDIEST]
        counts = np.take_along_axis(enough, order, 0)
        # At the edge of the scene fewer squares are seen, and fewer of them are the cloudier side.
        most = np.maximum(np.rint(enough.sum(axis=0) * CLOUDIEST / len(_AROUND)), 1)
        counts &= np.arange(CLOUDIEST)[:, np.newaxis, np.newaxis] < most
        known = counts.any(axis=0)
        around = np.empty_like(self._seen)
        for date in range(self.dates):
            check()
            everywhere = self._seen[date].sum(dtype=np.float64)
            mean = self._cloudy[date].sum(dtype=np.float64) / max(everywhere, 1)
            seen, cloudy = (
                (np.take_along_axis(self._squares(part[date] * kept), order, 0) * counts).sum(
                    axis=0
                )
                for part in (self._seen, self._cloudy)
            )
            share = np.where((seen > 0) & known, cloudy / np.maximum(seen, 1), mean)
            around[date] = np.clip(share, 0, 1)
        self._around = around

    def _squares(self, cells: NDArray[np.float32]) -> Sums:
        """Return (8, rows, cols) the sums of the squares around the one in which a cell lies."""
        rows, cols = self.shape
        down, right = (2 * half + 1 for half in self._half)
        sums = np.pad(box_sums(cells, self._half), ((down, down), (right, right)))
        return np.stack(
            [sums[down * (1 + dy) :, right * (1 + dx) :][:rows, :cols] for dy, dx in _AROUND]
        )

    def quiet(self, date: int, window: Window) -> NDArray[np.bool_]:
        """Return (rows, cols) where it is a quiet day around, once settled."""
        return np.asarray(self._quiet[date][self._cells(window)])

    def chance(self, date: int, window: Window) -> NDArray[np.float32]:
        """Return (rows, cols) the chance of ordinary places on a quiet day, 0 on others."""
        return np.asarray(self._around[date][self._cells(window)])

    def _cells(self, window: Window) -> tuple[NDArray[np.intp], ...]:
        """Return row and column of the cell of each pixel; beyond the grid, of its edge."""
        rows = np.arange(window.row, window.row_stop) // self.factor
        cols = np.arange(window.col, window.col_stop) // self.factor
        return np.ix_(np.clip(rows, 0, self.shape[0] - 1), np.clip(cols, 0, self.shape[1] - 1))


class OutlineSums:
    """How sharp the outlines of suspects are, cell by cell, seen from places near them.

    What surface or building is called cloud has the same outline each time, so that the rate at
    which it is drops there from all to nothing. Cloud that comes to the same place again comes in
    other shapes: the rate falls off gradually.

    :param shape: rows and columns of cells of ``factor`` pixels.
    """

    def __init__(self, shape: tuple[int, int], factor: int) -> None:
        self._factor = factor
        self._drops, self._rim, self._rates, self._sure = (np.zeros(shape) for _ in range(4))
        self._sharpness = np.zeros(shape, np.float32)

    def add(
        self,
        rim: NDArray[np.bool_],
        drop: NDArray[np.float32],
        sure: NDArray[np.bool_],
        rate: NDArray[np.float32],
        window: Window,
    ) -> None:
        """Take a window, all (rows, cols).

        :param rim: pixels of outlines, outside which the rate drops by ``drop``.
        :param sure: pixels of suspects, with their rate.
        """
        for where, values, total, count in (
            (rim, drop, self._drops, self._rim),
            (sure, rate, self._rates, self._sure),
        ):
            rows, cols = np.nonzero(where)
            at = (rows + window.row) // self._factor, (cols + window.col) // self._factor
            np.add.at(total, at, values[rows, cols])
            np.add.at(count, at, 1)

    def settle(self) -> None:
        """Give each cell the sharpness of the outlines nearest to it, once all were added."""
        found = np.zeros(self._rim.shape, bool)
        reach = 0
        while reach <= max(found.shape) and not found.all():
            half = (reach, reach)
            rim, sure = box_sums(self._rim, half), box_sums(self._sure, half)
            new = (rim > 0.5) & (sure > 0.5) & ~found
            drop = box_sums(self._drops, half)[new] / rim[new]
            rate = box_sums(self._rates, half)[new] / sure[new]
            self._sharpness[new] = np.clip(drop / rate, 0, 1)
            found |= new
            reach = max(2 * reach, 1)

    def at(self, window: Window) -> NDArray[np.float32]:
        """Return the sharpness (rows, cols) float32, 0..1, in a window."""
        rows = np.arange(window.row, window.row_stop) // self._factor
        cols = np.arange(window.col, window.col_stop) // self._factor
        return np.asarray(self._sharpness[np.ix_(rows, cols)])


def box_sums(cells: NDArray[np.floating[Any]], half: tuple[int, ...]) -> Sums:
    """Return the sum of each cell and those within ``half`` rows and columns of it.

    :param cells: (rows, cols); beyond them is nothing.
    """
    down, right = half
    sums = np.pad(cells.astype(np.float64), ((down + 1, down), (right + 1, right)))
    sums = sums.cumsum(axis=0).cumsum(axis=1)
    height, width = 2 * down + 1, 2 * right + 1
    return np.asarray(
        sums[height:, width:]
        - sums[:-height, width:]
        - sums[height:, :-width]
        + sums[:-height, :-width]
    )
