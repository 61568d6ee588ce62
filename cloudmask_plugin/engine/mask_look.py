"""A coarse look at a mask: what it belongs to, what it covers, and how much of it is clear."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from .classes import CLEAR
from .composite_plan import bounds
from .errors import CloudMaskError
from .mask_assignment import Tags
from .mask_table import MaskTable
from .placing import identify_mask, same_crs
from .raster import Backend
from .scene import Grid

LOOK_SIDE = 256  # pixels a side at most; shares are then good to about a per cent
Extent = tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class MaskLook:
    """What a coarse look at a mask shows.

    :param grid: of ``codes``, which are (rows, cols) uint8 class codes; () shaped where nothing
        tells what the values mean.
    """

    path: str
    tags: Tags
    grid: Grid
    codes: NDArray[np.uint8]


def look_at_mask(path: str, table: MaskTable | None, backend: Backend) -> MaskLook:
    """Return a coarse look at a mask.

    :param table: what its values mean; None: as its tags, name or values tell.
    :raises SceneError: where it cannot be read.
    """
    reader = backend.open(path)
    try:
        info = reader.info
        grid = info.grid
        shape = (min(grid.height, LOOK_SIDE), min(grid.width, LOOK_SIDE))
        raw = reader.read(1, grid.window, shape)
    finally:
        reader.close()
    try:
        known = identify_mask(path, table, backend).table
        codes = known.codes(raw, info.nodata[0])
    except CloudMaskError:  # told when the mask is used; here its share is just not known
        codes = np.zeros((), np.uint8)
    return MaskLook(path, info.tags, _shrunk(grid, shape), codes)


def clear_share(look: MaskLook, crs: str, extent: Extent) -> float | None:
    """Return the share of an extent that is clear, 0..1; None where that is not known.

    What the mask does not reach is not clear.
    """
    if look.codes.ndim == 0 or not same_crs(look.grid.crs, crs):
        return None
    west, south, east, north = extent
    x0, a, b, y0, d, e = look.grid.transform
    if b or d:
        return None
    x = x0 + a * (np.arange(look.grid.width) + 0.5)
    y = y0 + e * (np.arange(look.grid.height) + 0.5)
    inside = np.ix_((y > south) & (y < north), (x > west) & (x < east))
    cell = abs(a * e)
    clear = float((look.codes[inside] == CLEAR).sum()) * cell
    return min(clear / ((east - west) * (north - south)), 1.0)


def covers(look: MaskLook, crs: str, extent: Extent) -> bool:
    """Tell whether a mask reaches over a whole extent; where systems differ nobody asks."""
    if not same_crs(look.grid.crs, crs):
        return True
    slack = 1.5 * max(look.grid.pixel_size)
    west, south, east, north = bounds(look.grid)
    return (
        west - slack <= extent[0]
        and south - slack <= extent[1]
        and east + slack >= extent[2]
        and north + slack >= extent[3]
    )


def _shrunk(grid: Grid, shape: tuple[int, int]) -> Grid:
    """Return the grid of so many rows and columns over the same area."""
    rows, cols = shape
    x0, a, b, y0, d, e = grid.transform
    wider, higher = grid.width / cols, grid.height / rows
    transform = (x0, a * wider, b * higher, y0, d * wider, e * higher)
    return replace(grid, transform=transform, width=cols, height=rows)
