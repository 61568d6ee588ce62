"""How large pixels are on the ground, by the WGS 84 ellipsoid."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .errors import SceneError
from .geometry import to_map
from .scene import Grid
from .vector import VectorBackend

# A cylindrical projection that keeps areas on the WGS 84 ellipsoid (Brodzik et al. 2012,
# doi:10.3390/ijgi1010032).
EQUAL_AREA = "EPSG:6933"
NODES = 17  # of a lattice over the grid, in each direction
SQUARE_METRES_PER_HECTARE = 10_000.0


class GroundArea:
    """Area of the pixels of a grid, which changes over it by the map's distortion.

    Known at nodes of a lattice and linear in between: a Sentinel-2 tile in UTM is off by less
    than a millionth. Without a coordinate system, or one that cannot be related to the
    ellipsoid, the map counts as plane: ``is_ellipsoidal`` is False then.
    """

    def __init__(self, grid: Grid, backend: VectorBackend) -> None:
        self._cols = np.linspace(0, grid.width, NODES)
        self._rows = np.linspace(0, grid.height, NODES)
        width, height = grid.pixel_metres
        self._square_metres = np.full((NODES, NODES), width * height)
        self.is_ellipsoidal = False
        if grid.crs:
            try:
                self._square_metres = _at_nodes(grid, self._cols, self._rows, backend)
                self.is_ellipsoidal = True
            except SceneError:
                pass

    def hectares(self, col: float, row: float) -> float:
        """Return the hectares of a pixel at a place, given as column and row."""
        along = [np.interp(col, self._cols, line) for line in self._square_metres]
        return float(np.interp(row, self._rows, along)) / SQUARE_METRES_PER_HECTARE


def _at_nodes(
    grid: Grid,
    cols: NDArray[np.float64],
    rows: NDArray[np.float64],
    backend: VectorBackend,
) -> NDArray[np.float64]:
    """Return square metres of a pixel (rows, cols) around each node."""
    col, row = (part.ravel() for part in np.meshgrid(cols, rows))
    half = 0.5
    corners = [
        to_map(grid.transform, np.stack([col + c, row + r], axis=1))
        for c, r in ((-half, 0.0), (half, 0.0), (0.0, -half), (0.0, half))
    ]
    moved = backend.transform(np.concatenate(corners), grid.crs, EQUAL_AREA)
    west, east, north, south = moved.reshape(4, -1, 2)
    across, down = east - west, south - north
    area = np.abs(across[:, 0] * down[:, 1] - across[:, 1] * down[:, 0])
    if not (area > 0).all():
        raise SceneError("The grid reaches beyond the poles or the date line.")
    return np.asarray(area.reshape(len(rows), len(cols)))
