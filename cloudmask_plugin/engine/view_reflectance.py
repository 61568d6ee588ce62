"""Reflectance in a view of the map, by the nearest pixel of each band."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .map_view import ViewedRaster
from .radiometry import missing_values
from .raster import Backend
from .scene import BandSource, Grid


def read_reflectance(
    bands: Sequence[BandSource], view: Grid, nodata: float | None, backend: Backend
) -> NDArray[np.float32]:
    """Return reflectance (bands, rows, cols) float32 in a view, NaN where there is no data.

    :param nodata: the scene's value without data, None where there is none.
    :raises SceneError: where a file cannot be read.
    """
    result = np.full((len(bands), view.height, view.width), np.nan, np.float32)
    opened: dict[str, ViewedRaster] = {}
    try:
        for position, band in enumerate(bands):
            if band.path not in opened:
                opened[band.path] = ViewedRaster(band.path, backend)
            raw = opened[band.path].read((band.index,), view, 0)[0]
            values = raw.astype(np.float32) * np.float32(band.gain) + np.float32(band.bias)
            values[missing_values(raw, nodata)] = np.nan
            result[position] = values
    finally:
        for raster in opened.values():
            raster.close()
    return result
