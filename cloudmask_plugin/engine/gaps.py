"""Fill pixels without a measurement before inference, so that they cannot mislead it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

REACH = 32  # pixels; holes further than this from any measurement become 0


def fill_gaps(
    reflectance: NDArray[np.float32], valid: NDArray[np.bool_], reach: int = REACH
) -> NDArray[np.float32]:
    """Return reflectance with invalid pixels replaced by the mean of valid ones nearby.

    A hole of a few pixels vanishes into its surroundings and a scene's edge fades into a
    smooth continuation, so that neither changes the class of valid pixels beside it.
    What stood in invalid pixels is never read into the result. The cells averaged are
    aligned to the array's origin: aligned windows of one raster give the same values.

    Push-pull interpolation: Gortler et al. 1996, "The Lumigraph", section 3.2.

    :param reflectance: (bands, rows, cols) float32, any value where invalid.
    :param valid: (rows, cols) bool.
    :param reach: side in pixels of the largest averaging cell, a power of two.
    :return: (bands, rows, cols) float32, finite; the input itself where all is valid.
    """
    if valid.all():
        return reflectance
    bands, rows, cols = reflectance.shape
    total = np.where(valid, reflectance, np.float32(0))
    weight = valid.astype(np.float32)
    levels = [(total, weight)]
    for _ in range(max(reach, 1).bit_length() - 1):
        total, weight = halve(total), halve(weight)
        levels.append((total, weight))
    total, weight = levels[-1]
    filled = np.where(weight > 0, total / np.maximum(weight, 1), np.float32(0))
    for total, weight in reversed(levels[:-1]):
        parent = _double(filled, total.shape[1:])
        filled = np.where(weight > 0, total / np.maximum(weight, 1), parent)
    return np.ascontiguousarray(filled, dtype=np.float32)


def halve(array: NDArray[np.float32]) -> NDArray[np.float32]:
    """Sum over cells of 2×2 pixels; odd edges are completed with zeros."""
    rows, cols = array.shape[-2:]
    padding = [(0, 0)] * (array.ndim - 2) + [(0, rows % 2), (0, cols % 2)]
    array = np.pad(array, padding)
    upper = array[..., ::2, ::2] + array[..., ::2, 1::2]
    lower = array[..., 1::2, ::2] + array[..., 1::2, 1::2]
    return np.asarray(upper + lower)


def _double(array: NDArray[np.float32], shape: tuple[int, int]) -> NDArray[np.float32]:
    """Repeat every cell 2×2 and crop to ``shape`` (rows, cols)."""
    return array.repeat(2, axis=-2).repeat(2, axis=-1)[..., : shape[0], : shape[1]]
