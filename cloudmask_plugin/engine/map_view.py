"""What rasters show in a view of the map: by the nearest pixel, at the view's own resolution.

Reads overviews where the view is coarser than the raster, so that the time it takes depends on
the pixels of the screen and not on those of the scene.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .classes import CLASSES, CLEAR, CODES, NODATA
from .errors import SceneError
from .mask_table import MaskTable
from .palette_style import Entry
from .placing import same_crs
from .raster import Backend, RasterReader
from .raster.protocol import RasterInfo, Raw
from .refine import PROBABILITY_STEPS
from .scene import Grid, Window

SAMPLE_SIDE = 1000  # pixels of a look at a whole raster; a million at most
LIGHT = 4  # value of the light line beside a rim, behind the class codes
RIMS: tuple[Entry, ...] = (
    *(Entry(item.code, item.name, (*item.colour[:3], 255)) for item in CLASSES[1:]),
    Entry(LIGHT, "", (255, 255, 255, 255)),
)


@dataclass(frozen=True, eq=False)
class Sample:
    """Every so many pixels of a whole raster.

    :param values: (bands, rows, cols) as stored.
    :param every: pixels of the raster for each one here, as area.
    :param grid: on which the sample lies; its pixels are as large as what they stand for.
    """

    values: Raw
    every: float
    grid: Grid


class ViewedRaster:
    """An open raster, looked at in views; used by one thread at a time.

    :raises SceneError: where it cannot be opened; so do its methods where it cannot be read.
    """

    def __init__(self, path: str, backend: Backend) -> None:
        self.path = path
        self._backend = backend
        self._reader = backend.open(path)
        self._warped: tuple[Grid, RasterReader] | None = None

    @property
    def info(self) -> RasterInfo:
        """What the file says of itself."""
        return self._reader.info

    def close(self) -> None:
        """Close the file."""
        self._reader.close()
        if self._warped is not None:
            self._warped[1].close()
            self._warped = None

    def read(self, bands: tuple[int, ...], view: Grid, fill: float = NODATA) -> Raw:
        """Return (bands, rows, cols) of the view, by the nearest pixel.

        :param bands: from 1.
        :param view: any grid with north up; the raster is warped where its CRS is another.
        :param fill: where the raster does not reach.
        """
        grid = self._reader.info.grid
        if same_crs(grid.crs, view.crs) or not (grid.crs and view.crs):
            return self._read_plain(bands, view, fill)
        if self._warped is None or self._warped[0] != view:
            if self._warped is not None:
                self._warped[1].close()
            opened = self._backend.open_warped(self.path, view, True, None)
            self._warped = view, opened
        dtype = self._reader.info.dtypes[bands[0] - 1]
        values = np.empty((len(bands), view.height, view.width), dtype)
        for position, band in enumerate(bands):
            raw = self._warped[1].read(band, view.window, (view.height, view.width))
            values[position] = np.where(np.isnan(raw), fill, raw)
        return values

    def read_stored(self, band: int, window: Window) -> Raw:
        """Return (rows, cols) of a window of the raster's own pixels."""
        return self._reader.read(band, window, (window.height, window.width))

    def sample(self, bands: tuple[int, ...], most: int = SAMPLE_SIDE) -> Sample:
        """Return every so many pixels of the whole raster, no more than ``most`` a side."""
        grid = self._reader.info.grid
        step = math.ceil(max(grid.width, grid.height) / most)
        coarse = grid.coarsened(step)
        # Overviews by the nearest pixel hold the pixels of every second, fourth … row.
        shape = coarse.height, coarse.width
        values = np.stack([self._reader.read(band, grid.window, shape) for band in bands])
        return Sample(values, grid.width * grid.height / (shape[0] * shape[1]), coarse)

    def _read_plain(self, bands: tuple[int, ...], view: Grid, fill: float) -> Raw:
        grid = self._reader.info.grid
        cols, rows = pixels_of_view(view, grid)
        inside_cols = (cols >= 0) & (cols < grid.width)
        inside_rows = (rows >= 0) & (rows < grid.height)
        dtype = self._reader.info.dtypes[bands[0] - 1]
        values = np.full((len(bands), view.height, view.width), fill, dtype)
        if not (inside_cols.any() and inside_rows.any()):
            return values
        cols, rows = cols[inside_cols], rows[inside_rows]
        window = Window(
            int(cols.min()),
            int(rows.min()),
            int(np.ptp(cols)) + 1,
            int(np.ptp(rows)) + 1,
        )
        # No more is read than the view has pixels; within that, the nearest.
        shape = min(window.height, 2 * len(rows)), min(window.width, 2 * len(cols))
        at_rows = (rows - window.row) * shape[0] // window.height
        at_cols = (cols - window.col) * shape[1] // window.width
        place = np.ix_(np.flatnonzero(inside_rows), np.flatnonzero(inside_cols))
        for position, band in enumerate(bands):
            raw = self._reader.read(band, window, shape)
            values[position][place] = raw[np.ix_(at_rows, at_cols)]
        return values


def view_codes(raster: ViewedRaster, table: MaskTable, view: Grid) -> NDArray[np.uint8]:
    """Return the class codes (rows, cols) uint8 that a mask shows in a view, 255 outside."""
    nodata = raster.info.nodata[0]
    fill = nodata if nodata is not None and math.isfinite(nodata) else NODATA
    if np.dtype(raster.info.dtypes[0]).kind == "f":
        fill = math.nan
    codes = _codes(raster, table, raster.read((1,), view, fill)[0])
    codes[~_covered(raster.info.grid, view)] = NODATA
    return codes


def window_codes(raster: ViewedRaster, table: MaskTable, window: Window) -> NDArray[np.uint8]:
    """Return the class codes (rows, cols) uint8 of a window of a mask's own pixels."""
    return _codes(raster, table, raster.read_stored(1, window))


def _codes(raster: ViewedRaster, table: MaskTable, values: Raw) -> NDArray[np.uint8]:
    nodata = raster.info.nodata[0]
    if values.dtype != np.uint8:
        return table.codes(values, nodata)
    # Each of 256 values is looked up once, and not each pixel once for each value.
    return np.asarray(table.codes(np.arange(256, dtype=np.uint8), nodata)[values])


def open_probabilities(path: str, backend: Backend) -> ViewedRaster:
    """Open a probability file.

    :raises SceneError: where it cannot be opened or is none.
    """
    raster = ViewedRaster(path, backend)
    info = raster.info
    if info.count != len(CLASSES) or set(info.dtypes) != {"uint8"}:
        raster.close()
        raise SceneError(
            f"{path} holds no class probabilities ({info.count} bands of {info.dtypes[0]}; "
            f"{len(CLASSES)} of uint8 with {PROBABILITY_STEPS} for 1 are expected): "
            "mask the scene with probabilities, and choose the file written then."
        )
    return raster


PROBABILITY_BANDS = tuple(code + 1 for code in range(len(CLASSES)))


def outline(codes: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the codes of the pixels where another class begins beside or below, else 0.

    :param codes: (rows, cols) uint8 class codes; a patch keeps the pixels of its own rim.
    """
    rim = np.zeros(codes.shape, dtype=bool)
    across, down = codes[:, 1:] != codes[:, :-1], codes[1:] != codes[:-1]
    rim[:, 1:] |= across
    rim[:, :-1] |= across
    rim[1:] |= down
    rim[:-1] |= down
    return np.where(rim, codes, np.uint8(0))


def cased_outline(codes: NDArray[np.uint8], width: int = 1) -> NDArray[np.uint8]:
    """Return the codes of the rims of patches, and :data:`LIGHT` where a light line runs inside.

    Where a rim has the colour of what lies below it, its light line is seen.

    :param codes: (rows, cols) uint8 class codes.
    :param width: pixels of a rim.
    """
    rims, rest = np.zeros_like(codes), codes
    for _ in range(width):
        rim = outline(rest)
        rims[rim > 0] = rim[rim > 0]
        rest = np.where(rim > 0, np.uint8(CLEAR), rest)
    rims[np.isin(outline(rest), CODES[1:])] = LIGHT
    return rims


def pixels_of_view(view: Grid, grid: Grid) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the grid's column of each column of a view, and its row of each row."""
    (x0, a, _, y0, _, e), (gx, ga, _, gy, _, ge) = view.transform, grid.transform
    x = x0 + a * (np.arange(view.width) + 0.5)
    y = y0 + e * (np.arange(view.height) + 0.5)
    return np.floor((x - gx) / ga).astype(np.int64), np.floor((y - gy) / ge).astype(np.int64)


def _covered(grid: Grid, view: Grid) -> NDArray[np.bool_]:
    """Return where a raster with the view's CRS reaches; everywhere for others."""
    if not same_crs(grid.crs, view.crs) and grid.crs and view.crs:
        return np.ones((view.height, view.width), dtype=bool)
    cols, rows = pixels_of_view(view, grid)
    return np.asarray(
        ((rows >= 0) & (rows < grid.height))[:, np.newaxis] & (cols >= 0) & (cols < grid.width)
    )
