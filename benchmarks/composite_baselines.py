"""What composites are compared with: simple rules, and S2Mosaic's as its documentation has them.

Each takes the dates' reflectance (dates, bands, rows, cols), where they are clear (dates, rows,
cols) and days from the one looked for; it returns the picture, NaN where nothing is, and the
date taken, -1 none, or None where dates are mixed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Stack = NDArray[np.float32]
Bools = NDArray[np.bool_]
Picture = tuple[NDArray[np.float32], "NDArray[np.int64] | None"]
Baseline = Callable[[Stack, Bools, Sequence[int]], Picture]

FULL = 0.99  # S2Mosaic: no_data_threshold 0.01 ends the choice of scenes


def median(stack: Stack, clear: Bools, apart: Sequence[int]) -> Picture:
    return np.nanmedian(_masked(stack, clear), axis=0), None


def mean(stack: Stack, clear: Bools, apart: Sequence[int]) -> Picture:
    return np.nanmean(_masked(stack, clear), axis=0), None


def least_cloudy(stack: Stack, clear: Bools, apart: Sequence[int]) -> Picture:
    """Nothing but the clearest date."""
    best = int(clear.mean(axis=(1, 2)).argmax())
    return _first([best], stack, clear)


def first_clear(stack: Stack, clear: Bools, apart: Sequence[int]) -> Picture:
    """The dates from the first to the last."""
    return _first(range(len(stack)), stack, clear)


def nearest_clear(stack: Stack, clear: Bools, apart: Sequence[int]) -> Picture:
    """The dates from the nearest to the farthest from the one looked for."""
    return _first(np.argsort(apart, kind="stable").tolist(), stack, clear)


def s2mosaic_mean(stack: Stack, clear: Bools, apart: Sequence[int]) -> Picture:
    """S2Mosaic's defaults: the mean, of the clearest dates until 99 % is covered."""
    order = _clearest_first(clear)
    covered = np.logical_or.accumulate(clear[order]).mean(axis=(1, 2))
    enough = 1 + int(np.argmax(covered >= FULL)) if (covered >= FULL).any() else len(order)
    return mean(stack[order[:enough]], clear[order[:enough]], apart)


def s2mosaic_first(stack: Stack, clear: Bools, apart: Sequence[int]) -> Picture:
    """S2Mosaic's "first": the dates from the clearest on."""
    return _first(_clearest_first(clear), stack, clear)


def s2mosaic_medoid(stack: Stack, clear: Bools, apart: Sequence[int]) -> Picture:
    """S2Mosaic's "medoid": the date nearest to the median over the bands."""
    seen = _masked(stack, clear)
    distance = np.square(seen - np.nanmedian(seen, axis=0)).sum(axis=1)
    chosen = np.where(np.isnan(distance), np.inf, distance).argmin(axis=0)
    return _take(stack, np.where(clear.any(axis=0), chosen, -1))


BASELINES: dict[str, Baseline] = {
    "masked median": median,
    "masked mean": mean,
    "least cloudy scene": least_cloudy,
    "first clear": first_clear,
    "nearest clear": nearest_clear,
    "S2Mosaic mean": s2mosaic_mean,
    "S2Mosaic first": s2mosaic_first,
    "S2Mosaic medoid": s2mosaic_medoid,
}


def _masked(stack: Stack, clear: Bools) -> Stack:
    return np.where(clear[:, np.newaxis], stack, np.float32(np.nan))


def _clearest_first(clear: Bools) -> list[int]:
    order: list[int] = np.argsort(-clear.mean(axis=(1, 2)), kind="stable").tolist()
    return order


def _first(order: Sequence[int], stack: Stack, clear: Bools) -> Picture:
    chosen = np.full(clear.shape[1:], -1)
    for number in reversed(order):
        chosen[clear[number]] = number
    return _take(stack, chosen)


def _take(stack: Stack, chosen: NDArray[np.int64]) -> Picture:
    values = np.take_along_axis(stack, np.maximum(chosen, 0)[np.newaxis, np.newaxis], axis=0)[0]
    return np.where(chosen < 0, np.float32(np.nan), values), chosen
