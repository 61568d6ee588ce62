"""Checks the shadow of a whole scene by the sun, while its rows pass by.

Works on cells of several pixels, whose number is bounded whatever the size of the scene.
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .classes import CLEAR, CLOUD_SHADOW, NODATA, THICK_CLOUD, THIN_CLOUD
from .errors import OptionError
from .scene import Grid, Window
from .shadow_geometry import find_origins, find_orphans, path_to_sun, terrain_shadow
from .sun import Sun

Counts = NDArray[np.unsignedinteger[Any]]
ORPHANS = KEEP, REMOVE = ("keep", "remove")
MAX_CELLS = 1500  # a side, of scene and margin: 80 m for a Sentinel-2 tile
# Towards the sun, for terrain whose shadow reaches the scene: 3000 m with the sun 17° high.
MARGIN_METRES = 10_000.0
ROWS = 64  # of pixels, counted at once
NOTABLE = 0.001  # of the valid area; 12 km² of a Sentinel-2 tile


@dataclass(frozen=True)
class ShadowOptions:
    """What becomes of shadow that no cloud of the scene has thrown.

    :param orphans: "keep" reports shadow without a cloud, "remove" makes it clear.
    :param dem: path of a raster of elevations in metres; shadow where the terrain throws its
        own becomes clear. "" for none.
    """

    orphans: str = KEEP
    dem: str = ""

    def __post_init__(self) -> None:
        if self.orphans not in ORPHANS:
            raise OptionError(f"Orphan shadows are {self.orphans!r}: give keep or remove.")

    @property
    def change_mask(self) -> bool:
        """True where the mask depends on the check, which takes a second look at all rows."""
        return self.orphans == REMOVE or bool(self.dem)


@dataclass(frozen=True)
class ShadowShares:
    """Where shadow comes from, as shares 0..1 of its area; the rest has its cloud.

    :param orphan: no cloud is where one would have to be.
    :param unchecked: the cloud may lie outside the scene, or where it has no data.
    :param terrain: terrain throws a shadow there itself; None without a DEM.
    """

    orphan: float
    unchecked: float
    terrain: float | None = None


@dataclass(frozen=True, eq=False)
class ShadowVerdict:
    """What was found out about the shadow of a mask.

    :param sun: by which it was judged.
    :param found: pixels of shadow, of which the shares are.
    :param cleared: (cell rows, cell cols) bool, where shadow becomes clear.
    :param factor: pixels a side of a cell.
    """

    sun: Sun
    found: int
    shares: ShadowShares
    cleared: NDArray[np.bool_]
    factor: int

    @property
    def facts(self) -> dict[str, float | None]:
        """Shares, and the sun's angles in degrees, by name."""
        return {**asdict(self.shares), **asdict(self.sun)}

    def warnings(self, options: ShadowOptions, valid: int) -> tuple[str, ...]:
        """Return what to say of a mask of ``valid`` pixels where shadow without a cloud stays."""
        orphan = self.shares.orphan * self.found
        if options.orphans == REMOVE or orphan <= NOTABLE * valid:
            return ()
        return (
            f"In {orphan / valid:.1%} of the area is shadow that no cloud can throw, as dark water "
            "or burnt ground may be: look at it, or have orphan shadow removed.",
        )

    def correct(self, codes: NDArray[np.uint8], row: int) -> NDArray[np.uint8]:
        """Return rows of codes, the first of them ``row``, without the shadow to be cleared."""
        rows = np.arange(row, row + len(codes)) // self.factor
        cols = np.arange(codes.shape[1]) // self.factor
        cleared = self.cleared[rows][:, cols] & (codes == CLOUD_SHADOW)
        return np.where(cleared, np.uint8(CLEAR), codes)


class ShadowCheck:
    """Gathers clouds and shadow of a mask, row by row, and judges them when all is there.

    Shadow is judged as it is found, before small patches go and what is left grows.

    :param grid: of the mask.
    """

    def __init__(self, grid: Grid, sun: Sun) -> None:
        self._sun = sun
        # Of small pixels the margin takes less, lest cells be made for it and not for the mask.
        most = max(grid.width, grid.height, MAX_CELLS)
        cols, rows = (min(MARGIN_METRES / metres, most) for metres in grid.pixel_metres)
        self._factor = math.ceil(max(grid.width + cols, grid.height + rows) / MAX_CELLS)
        self._margin = math.ceil(cols / self._factor), math.ceil(rows / self._factor)
        self._cells = grid.coarsened(self._factor)
        self._path = path_to_sun(self._cells, sun)
        shape = (self._cells.height, self._cells.width)
        self._cloud = np.zeros(shape, dtype=bool)
        self._data = np.zeros(shape, dtype=bool)
        self._shadow: Counts = np.zeros(shape, dtype=np.min_scalar_type(self._factor**2))
        self._terrain: NDArray[np.bool_] | None = None
        self._row = 0

    @property
    def elevation_grid(self) -> Grid:
        """Cells of which elevations are of use: those of the mask, and a margin to the sun."""
        return self._cells.cropped(self._with_margin())

    def add_elevation(self, elevation: NDArray[np.float32]) -> None:
        """Take (rows, cols) float32 metres on :attr:`elevation_grid`, NaN where unknown."""
        window = self._with_margin()
        rows = slice(-window.row, -window.row + self._cells.height)
        cols = slice(-window.col, -window.col + self._cells.width)
        self._terrain = terrain_shadow(elevation, self._path)[rows, cols]

    def _with_margin(self) -> Window:
        steps = abs(self._path.cols), abs(self._path.rows)
        cols, rows = (
            min(math.ceil(step * MARGIN_METRES), most) for step, most in zip(steps, self._margin)
        )
        return Window(
            -cols if self._path.cols < 0 else 0,
            -rows if self._path.rows < 0 else 0,
            self._cells.width + cols,
            self._cells.height + rows,
        )

    def add(self, codes: NDArray[np.uint8]) -> None:
        """Take the next (rows, cols) uint8 codes from top to bottom, any number of rows."""
        for row in range(0, len(codes), ROWS):
            self._add(codes[row : row + ROWS])

    def _add(self, codes: NDArray[np.uint8]) -> None:
        factor, offset = self._factor, self._row % self._factor
        cells = slice(self._row // factor, -(-(self._row + len(codes)) // factor))
        self._row += len(codes)
        shape = (cells.stop - cells.start) * factor, self._cells.width * factor
        whole = np.full(shape, NODATA, np.uint8)
        whole[offset : offset + len(codes), : codes.shape[1]] = codes
        cloud = (whole == THICK_CLOUD) | (whole == THIN_CLOUD)  # ten times as fast as isin
        self._cloud[cells] |= _count(cloud, factor) > 0
        self._data[cells] |= _count(whole != NODATA, factor) > 0
        self._shadow[cells] += _count(whole == CLOUD_SHADOW, factor)

    def verdict(self, options: ShadowOptions) -> ShadowVerdict:
        """Judge the shadow of all rows."""
        terrain = np.zeros_like(self._cloud) if self._terrain is None else self._terrain
        explained, unknown = find_origins(self._cloud, self._data, self._path)
        orphans = find_orphans(self._shadow * ~terrain, ~(explained | unknown))
        found = int(self._shadow.sum())

        def share(cells: NDArray[np.bool_]) -> float:
            return int(self._shadow[cells].sum()) / max(found, 1)

        return ShadowVerdict(
            self._sun,
            found,
            ShadowShares(
                orphan=share(orphans),
                unchecked=share(unknown & ~orphans & ~terrain),
                terrain=None if self._terrain is None else share(terrain),
            ),
            cleared=terrain | orphans if options.orphans == REMOVE else terrain,
            factor=self._factor,
        )


def _count(marked: NDArray[np.bool_], factor: int) -> Counts:
    """Return how many pixels are marked in each cell of ``factor`` × ``factor``."""
    rows, cols = marked.shape[0] // factor, marked.shape[1] // factor
    # Rows first: what is left to add up is then small.
    lines = marked.reshape(rows, factor, cols * factor).sum(axis=1, dtype=np.uint32)
    return np.asarray(lines.reshape(rows, cols, factor).sum(axis=2, dtype=np.uint32))
