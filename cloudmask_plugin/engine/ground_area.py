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
AROUND = (
    2 * 17_367_530.445
)  # metres of the equator in it, from one side of the date line to the other
NODES = 17  # of a lattice over the grid, in each direction
SQUARE_METRES_PER_HECTARE = 10_000.0


class GroundArea:
    """Area of the pixels of a grid, which changes over it by the map's distortion.

    Known at nodes of a lattice and linear in between: a Sentinel-2 tile in UTM is off by less
    than a millionth. Without a coordinate system, or one that cannot be related to the
    ellipsoid, the map counts as plane: ``is_ellipsoidal`` is False then.
    """

    def __init__(self, grid: Grid, backend: VectorBackend) -> None:
        self._width, self._height = grid.width, grid.height
        width, height = grid.pixel_metres
        at_nodes = np.full((NODES, NODES), width * height)
        self.is_ellipsoidal = False
        if grid.crs:
            try:
                at_nodes = _at_nodes(grid, backend)
                self.is_ellipsoidal = True
            except SceneError:
                pass
        self._hectares: list[list[float]] = (at_nodes / SQUARE_METRES_PER_HECTARE).tolist()

    def hectares(self, col: float, row: float) -> float:
        """Return the hectares of a pixel at a place, given as column and row."""
        left, across = _cell(col, self._width)
        top, down = _cell(row, self._height)
        upper, lower = self._hectares[top], self._hectares[top + 1]
        north = upper[left] + across * (upper[left + 1] - upper[left])
        south = lower[left] + across * (lower[left + 1] - lower[left])
        return north + down * (south - north)


def _cell(place: float, size: int) -> tuple[int, float]:
    """Return the node before a place, and how far it is on the way to the next, 0..1."""
    steps = min(max(place / size, 0.0), 1.0) * (NODES - 1)
    node = min(int(steps), NODES - 2)
    return node, steps - node


def _at_nodes(grid: Grid, backend: VectorBackend) -> NDArray[np.float64]:
    """Return square metres of a pixel (rows, cols) around each node."""
    cols, rows = np.linspace(0, grid.width, NODES), np.linspace(0, grid.height, NODES)
    col, row = (part.ravel() for part in np.meshgrid(cols, rows))
    half = 0.5
    corners = [
        to_map(grid.transform, np.stack([col + c, row + r], axis=1))
        for c, r in ((-half, 0.0), (half, 0.0), (0.0, -half), (0.0, half))
    ]
    moved = backend.transform(np.concatenate(corners), grid.crs, EQUAL_AREA)
    west, east, north, south = moved.reshape(4, -1, 2)
    across, down = east - west, south - north
    for step in (across, down):  # the date line may lie between
        step[:, 0] -= AROUND * np.rint(step[:, 0] / AROUND)
    area = np.abs(across[:, 0] * down[:, 1] - across[:, 1] * down[:, 0])
    if not (area > 0).all():
        raise SceneError("The grid reaches beyond the poles or the date line.")
    return np.asarray(area.reshape(len(rows), len(cols)))
