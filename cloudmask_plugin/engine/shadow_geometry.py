"""What the sun's direction says of shadow: which cloud or which slope can have thrown it.

Pure functions of arrays on a grid of cells. A cloud at height h throws its shadow
h · tan(zenith) away, opposite the sun's azimuth; heights are 0.2 to 12 km (both as in Zhu and
Woodcock 2012, "Object-based cloud and cloud shadow detection in Landsat imagery").

Nothing is matched by shape: any cloud will do that lies where one must be to throw the shadow.
That proves little where clouds are many, and spares what no single height would explain: shadows
of several clouds grown together, and of clouds of which only a part was found.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .patches import label_patches
from .scene import Grid
from .sun import Sun

Bools = NDArray[np.bool_]
Plane = NDArray[Any]  # (rows, cols)

LOWEST_CLOUD, HIGHEST_CLOUD = 200.0, 12_000.0  # metres above ground
# A sensor that looks at an angle sees a cloud beside the ground that it is over, by its height
# times the tangent. Sentinel-2 looks up to 10.3° to either side (field of view 20.6°, ESA,
# Sentinel-2 MSI Technical Guide). Which way it looked is not known here, so all are allowed.
OFF_NADIR = math.tan(math.radians(10.3))
TOLERANCE = 1.5  # cells: half of one for each end, and half for the way between on whole cells
LINES = 256  # towards the sun, looked at together; all at once would take much memory
# Of a patch's area. Where a fifth of it has a cloud, the rest may come from parts of that cloud,
# or of others near it, that were not found.
ORPHAN_SHARE = 0.8


@dataclass(frozen=True)
class SunPath:
    """The way from the ground to the sun over a grid of cells.

    :param cols, rows: cells passed on a metre over ground towards the sun.
    :param tangent: metres over ground for a metre of height.
    :param cell: width and height of a cell in metres.
    """

    cols: float
    rows: float
    tangent: float
    cell: tuple[float, float]


def path_to_sun(grid: Grid, sun: Sun) -> SunPath:
    """Return the way to the sun over the cells of a grid, north-up or turned.

    The grid's north counts as north: on UTM grids the two differ by up to 3°.
    """
    east, north = grid.metres_per_unit
    x = math.sin(math.radians(sun.azimuth)) / east
    y = math.cos(math.radians(sun.azimuth)) / north
    _, a, b, _, d, e = grid.transform
    det = a * e - b * d
    return SunPath((e * x - b * y) / det, (a * y - d * x) / det, sun.tangent, grid.pixel_metres)


class _SunLines:
    """Lays rasters out so that lines towards the sun become columns, the sun at the bottom.

    Rows are sheared by whole cells, so that laying out and back loses nothing.

    :ivar step: metres over ground from a row to the next.
    :ivar across: metres from a column to the next.
    :ivar lean: (rows, 1), how far the line lies right of the middle of its cells, −0.5..0.5.
    """

    def __init__(self, shape: tuple[int, ...], path: SunPath) -> None:
        self._turned = abs(path.cols) > abs(path.rows)
        along, aside = (path.cols, path.rows) if self._turned else (path.rows, path.cols)
        self._flipped = along < 0
        self.rows, self.cols = shape[::-1] if self._turned else shape
        shift = np.arange(self.rows) * (aside / abs(along))
        whole = np.rint(shift).astype(int)
        self._first = whole.max() - whole
        self.lean = (shift - whole).astype(np.float32)[:, np.newaxis]
        self.step = 1 / abs(along)
        self.across = path.cell[1] if self._turned else path.cell[0]

    def lay(self, values: Plane, fill: Any) -> Plane:
        """Return (rows, lines) of (rows, cols); ``fill`` where lines lie outside the raster."""
        upright = values.T if self._turned else values
        upright = upright[::-1] if self._flipped else upright
        lines = np.full((self.rows, self.cols + int(self._first.max())), fill, values.dtype)
        for row, first in enumerate(self._first):
            lines[row, first : first + self.cols] = upright[row]
        return lines

    def back(self, lines: Plane) -> Plane:
        """Return the raster of what was laid out as lines."""
        upright = np.empty((self.rows, self.cols), lines.dtype)
        for row, first in enumerate(self._first):
            upright[row] = lines[row, first : first + self.cols]
        upright = upright[::-1] if self._flipped else upright
        return upright.T if self._turned else upright


def find_origins(cloud: Bools, data: Bools, path: SunPath) -> tuple[Bools, Bools]:
    """Tell of each cell whether a cloud can throw its shadow there, and where nobody can say.

    On the line from the cell to the sun a cloud of the heights allowed lies between two
    distances. Both, and the room to either side, allow for an oblique look.

    :param cloud: (rows, cols) bool, cells with cloud.
    :param data: (rows, cols) bool, cells with any data.
    :return: (rows, cols) bool twice: a cloud lies there; or none is seen, but part of that line
        lies outside the raster or has no data.
    """
    lines = _SunLines(cloud.shape, path)
    nearest = path.tangent * LOWEST_CLOUD / lines.step
    farthest = (path.tangent + OFF_NADIR) * HIGHEST_CLOUD / lines.step
    first = max(math.floor(nearest - TOLERANCE), 0)
    last = math.ceil(min(farthest + TOLERANCE, lines.rows))
    # Columns to either side for each row towards the sun: height gained on it by oblique look.
    # With the sun overhead that would be any number; shadows then lie under their clouds.
    spread = lines.step / max(path.tangent, OFF_NADIR) * OFF_NADIR / lines.across
    allowed = np.float32(spread) * np.arange(lines.rows, dtype=np.float32)[:, np.newaxis]
    beside = _columns_to_nearest(lines.lay(cloud, False))
    explained, seen = np.empty(beside.shape, dtype=bool), lines.lay(data, False)
    for col in range(0, beside.shape[1], LINES):
        some = np.s_[:, col : col + LINES]
        explained[some] = _window_min(beside[some] - allowed, first, last) <= TOLERANCE - allowed
        seen[some] = _window_min(seen[some], first, last)
    seen[max(lines.rows - last, 0) :] = False
    explained, seen = lines.back(explained), lines.back(seen)
    return explained, ~(seen | explained)


def find_orphans(shadow: NDArray[np.unsignedinteger[Any]], alone: Bools) -> Bools:
    """Return the cells of shadow patches that no cloud can have thrown.

    The whole patch is judged, for clouds are seen too small or too large at their edges.

    :param shadow: (rows, cols) unsigned, pixels of shadow in each cell; cells that touch by edge
        or corner make a patch.
    :param alone: (rows, cols) bool, where certainly no cloud is that could throw a shadow.
    :return: (rows, cols) bool.
    """
    present = shadow > 0
    runs = label_patches(present)
    patch = np.repeat(runs.patch, runs.stop - runs.start)  # of each cell that has shadow
    pixels = shadow[present]
    total = np.bincount(patch, weights=pixels)
    lonely = np.bincount(patch, weights=pixels * alone[present])
    orphans = np.zeros_like(present)
    orphans[present] = (lonely >= ORPHAN_SHARE * total)[patch]
    return orphans


def terrain_shadow(elevation: NDArray[np.float32], path: SunPath) -> Bools:
    """Return where the ground lies in the shadow of the ground.

    A cell is in shadow where the line to the sun, which rises by the cotangent of the zenith,
    passes below the ground of another cell (Dozier, Bruno and Downey 1981, "A faster solution
    to the horizon problem"). That holds of slopes turned away from the sun by themselves: there
    the next cell towards the sun stands higher than the line.

    :param elevation: (rows, cols) float32 metres, NaN where unknown: no shadow falls there, and
        none comes from there.
    """
    lines = _SunLines(elevation.shape, path)
    row = np.arange(lines.rows, dtype=np.float32)[:, np.newaxis]
    rise = np.float32(lines.step / max(path.tangent, 1e-6))
    height = lines.lay(elevation, np.nan) - row * rise
    # On whole cells a line that changes its column would climb the slope to its side.
    known = np.nan_to_num(_slid(height, lines.lean), nan=-np.inf)
    horizon = np.full_like(known, -np.inf)
    horizon[:-1] = np.maximum.accumulate(known[:0:-1])[::-1]
    return lines.back(_slid(horizon, -lines.lean) > height)


def _slid(values: Plane, lean: NDArray[np.float32]) -> Plane:
    """Return each row as it is ``lean`` of a column further right, by linear interpolation.

    Values that have none beside them stay what they are.
    """
    beside = np.where(lean > 0, np.roll(values, -1, axis=1), np.roll(values, 1, axis=1))
    change = np.zeros_like(values)
    both = np.isfinite(values) & np.isfinite(beside)
    np.subtract(beside, values, out=change, where=both)
    return np.asarray(values + change * np.abs(lean))


def _columns_to_nearest(present: Bools) -> NDArray[np.float32]:
    """Return the distance along its row from each cell to the nearest that is set, or inf."""
    col = np.arange(present.shape[1], dtype=np.float32)
    left = np.where(present, col, np.float32(-np.inf))
    np.maximum.accumulate(left, axis=1, out=left)
    right = np.where(present, col, np.float32(np.inf))[:, ::-1]
    np.minimum.accumulate(right, axis=1, out=right)
    right = right[:, ::-1]
    np.subtract(col, left, out=left)
    np.subtract(right, col, out=right)
    return np.minimum(left, right, out=left)


def _window_min(values: Plane, first: int, last: int) -> Plane:
    """Return of each row the minimum of the rows ``first`` to ``last`` further down.

    Windows end with the raster; rows whose window lies outside it get the largest value.
    Windows of doubled height are put together from two.
    """
    size = last - first + 1
    largest: Any = True if values.dtype == np.bool_ else np.inf
    least = np.full_like(values, largest)
    least[: max(len(values) - first, 0)] = values[first:]
    height = 1
    while height < size:
        step = min(height, size - height)
        least[:-step] = np.minimum(least[:-step], least[step:])
        height += step
    return least
