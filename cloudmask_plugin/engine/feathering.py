"""Fit what fills a hole to what surrounds it, within a few pixels of the join. Pure functions."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from .gaps import halve

Plane = NDArray[Any]

LEVELS = 3
CELL = 2**LEVELS  # pixels; windows are to be aligned to it
# Pixels that a window must reach beyond what is asked: each level looks one cell further, 2 + 4 +
# 8, and whole cells are needed.
MARGIN = 2 * CELL


def spread(difference: NDArray[np.float32], known: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Return a difference known at some pixels as a smooth surface that fades away from them.

    Added to what fills a hole, it takes the step off the hole's edge: a pixel at the edge gets
    the difference right beside it, one further inside means over ever larger cells, and beyond
    about 16 pixels nothing. Push-pull interpolation (Gortler et al. 1996, "The Lumigraph",
    section 3.2), as :mod:`.gaps`, but pulled bilinearly and from 0 at the top.

    :param difference: (bands, rows, cols) float32, any value where not known.
    :param known: (rows, cols) bool; rows and cols are multiples of :data:`CELL`.
    :return: (bands, rows, cols) float32; exact for pixels :data:`MARGIN` inside the window.
    """
    total = np.where(known, difference, np.float32(0))
    weight = known.astype(np.float32)
    pyramid = [(total, weight)]
    for _ in range(LEVELS):
        total, weight = halve(total), halve(weight)
        pyramid.append((total, weight))
    total, weight = pyramid[-1]
    surface = total / np.maximum(weight, 1)
    for total, weight in reversed(pyramid[:-1]):
        surface = np.where(weight > 0, total / np.maximum(weight, 1), _double(surface))
    return np.asarray(surface, dtype=np.float32)


def _double(values: Plane) -> Plane:
    """Enlarge the last two axes twofold, bilinear between the middles of cells."""
    for axis in (-2, -1):
        lines = np.moveaxis(values, axis, -1)
        before = np.concatenate([lines[..., :1], lines[..., :-1]], axis=-1)
        behind = np.concatenate([lines[..., 1:], lines[..., -1:]], axis=-1)
        fine = np.empty((*lines.shape[:-1], 2 * lines.shape[-1]), dtype=lines.dtype)
        fine[..., 0::2] = lines * np.float32(0.75) + before * np.float32(0.25)
        fine[..., 1::2] = lines * np.float32(0.75) + behind * np.float32(0.25)
        values = np.moveaxis(fine, -1, axis)
    return values
