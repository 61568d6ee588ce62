"""Elevations of the ground on the grid where they are wanted."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .errors import OptionError
from .raster import Backend
from .raster.protocol import Advance
from .scene import Grid


def read_elevation(
    path: str, grid: Grid, backend: Backend, advance: Advance
) -> NDArray[np.float32]:
    """Return the elevations of a raster's first band on another grid, bilinear.

    :return: (rows, cols) float32 metres, NaN where there are none.
    :raises OptionError: where nothing tells where either lies, or they do not overlap.
    :raises SceneError: where the raster cannot be read.
    """
    reader = backend.open(path)
    reader.close()
    if not reader.info.grid.crs or not grid.crs:
        unplaced = "The scene" if reader.info.grid.crs else path
        raise OptionError(
            f"{unplaced} has no coordinate system, so that elevations cannot be laid under the "
            "scene: assign it one, or leave the elevations out."
        )
    elevation = backend.read_warped(path, grid, advance)
    if np.isnan(elevation).all():
        raise OptionError(
            f"{path} does not overlap the scene: choose elevations of the same place, or none."
        )
    scale, offset = reader.info.scales[0], reader.info.offsets[0]
    return elevation * np.float32(scale or 1) + np.float32(offset or 0)
