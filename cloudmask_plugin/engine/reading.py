"""Reflectance and validity of a scene by window, on the grid of the result.

The one place where stored values become reflectance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .errors import OptionError
from .radiometry import missing_values
from .raster import Opener, RasterReader
from .scene import BandSource, Grid, SourceSpec, Window

ALIGNMENT_TOLERANCE = 0.01  # of a pixel
STEP_TOLERANCE = 1e-3  # of a pixel, by which cells may be larger or smaller than whole pixels
BLOCK_CACHE = 6 * 2**20  # bytes, for what is written
# Stored pixels, a side, that make one of the grid: all of them count up to so many, as 10 m in
# 60 m; of more, as in a preview of a whole tile, at least so many samples a side do.
ALL_COUNT, SAMPLES = 8, 4
PART_SIDE = 64  # pixels of the grid that are read at once then, of all bands one after the other


@dataclass(frozen=True, eq=False)
class Observation:
    """What was measured in a window.

    :param reflectance: (bands, rows, cols) float32, finite; meaningless where not valid.
    :param valid: (rows, cols) bool.
    """

    reflectance: NDArray[np.float32]
    valid: NDArray[np.bool_]


def output_grid(spec: SourceSpec, resolution: float | None) -> Grid:
    """Return the scene's grid, or its aligned multiple of ``resolution`` metres.

    :raises OptionError: where the resolution is no multiple of the scene's.
    """
    native = spec.grid.resolution
    wanted = spec.resolution if resolution is None else resolution
    factor = shrink_factor(native, wanted)
    if factor is None:
        raise OptionError(
            f"{spec.name} has pixels of {native:.4g} m, of which {wanted:g} m is no multiple: "
            f"leave the resolution out to mask at {native:.4g} m."
        )
    return spec.grid if factor == 1 else spec.grid.coarsened(factor)


def shrink_factor(native: float, wanted: float) -> int | None:
    """Return how many pixels of ``native`` metres make one of ``wanted``, None where no number.

    Pixels in degrees, and those of ground samplers, miss whole metres by a little.
    """
    factor = wanted / native
    if factor < 0.99 or abs(factor - round(factor)) > 0.02 * factor:
        return None
    return round(factor)


class SceneReader:
    """Open files of a scene; read by one thread at a time.

    :param grid: grid of the windows asked for, from :func:`output_grid`.
    :param check: called before each band is read; raises to give up, as at a cancel.
    """

    def __init__(
        self,
        spec: SourceSpec,
        grid: Grid,
        backend: Opener,
        check: Callable[[], None] = lambda: None,
    ) -> None:
        self._check = check
        self._spec = spec
        self._grid = grid
        self._bands = spec.bands_for(grid.resolution)
        self._readers: dict[str, RasterReader] = {}
        paths = [band.path for band in self._bands]
        paths += spec.mask_paths
        try:
            for path in paths:
                if path not in self._readers:
                    self._readers[path] = backend.open(path)
        except BaseException:
            self.close()
            raise

    @property
    def bands(self) -> tuple[BandSource, ...]:
        """The image used of each role, in the order of the result's bands."""
        return self._bands

    def cache_bytes(self, side: int) -> int:
        """Return what GDAL's block cache needs so that no block is decoded twice in a row of
        tiles of ``side`` pixels.

        Compressed blocks as wide as the scene, and those of JPEG 2000, which are slow, are
        kept for the whole row; of others only what neighbouring tiles share.
        """
        size = BLOCK_CACHE
        for band in self._bands:
            info = self._readers[band.path].info
            shrink = max(self._grid.resolution / band.grid.resolution, 1)
            level = 1 if not info.overviews else shrink
            rows, cols = info.block
            at_once = side if shrink <= ALL_COUNT else min(side, PART_SIDE)
            seen = at_once * shrink / level
            seen_rows = min(seen + 2 * rows, 2 * max(seen, rows))
            seen_cols = min(seen + 2 * cols, 2 * at_once * shrink)
            if info.driver.startswith("JP2") or (info.compressed and cols * 2 > band.grid.width):
                seen_cols = band.grid.width / level
            item: float = np.dtype(info.dtypes[band.index - 1]).itemsize
            if info.interleaved:  # bands that nobody asked for come with those read
                item *= info.count / sum(other.path == band.path for other in self._bands)
            size += round(min(seen_rows, band.grid.height) * seen_cols * item)
        return size

    def close(self) -> None:
        """Close all files."""
        for reader in self._readers.values():
            reader.close()
        self._readers.clear()

    def read(self, window: Window, room: NDArray[np.float32] | None = None) -> Observation:
        """Return what is in ``window``, which must lie on the grid.

        :param room: (bands, rows, cols) float32 to read into; None: a new array.
        """
        shape = (window.height, window.width)
        if room is None:
            room = np.empty((len(self._bands), *shape), dtype=np.float32)
        valid = np.empty(shape, dtype=bool)
        for part in self._parts(window):
            rows = slice(part.row - window.row, part.row_stop - window.row)
            cols = slice(part.col - window.col, part.col_stop - window.col)
            valid[rows, cols] = self._read_part(part, room[:, rows, cols])
        return Observation(room, valid)

    def _parts(self, window: Window) -> Iterator[Window]:
        """Cut a window whose pixels are large into parts whose blocks are kept for all bands.

        The last pixel of a scene, of which it may have only a part, is apart: with it no overview
        could be read and no samples taken.
        """
        shrink = round(self._grid.resolution / self._spec.grid.resolution)
        if shrink <= ALL_COUNT:
            yield window
            return
        whole = self._spec.grid
        rows = _cuts(window.row, window.row_stop, whole.height // shrink)
        cols = _cuts(window.col, window.col_stop, whole.width // shrink)
        for top, bottom in zip(rows, rows[1:]):
            for left, right in zip(cols, cols[1:]):
                yield Window(left, top, right - left, bottom - top)

    def _read_part(self, window: Window, room: NDArray[np.float32]) -> NDArray[np.bool_]:
        """Read a window into a room; return where it is valid."""
        shape = (window.height, window.width)
        any_missing, all_missing = np.zeros(shape, dtype=bool), np.ones(shape, dtype=bool)
        finite = np.ones(shape, dtype=bool)
        for values, band in zip(room, self._bands):
            self._check()
            missing = self._read_band(self._readers[band.path], band, window, values)
            any_missing |= missing
            all_missing &= missing
            measured = np.isfinite(values)
            finite &= measured
            np.copyto(values, 0, where=~measured)
        # A value that is also a plausible measurement is nodata only in all bands; NaN never is a
        # measurement.
        valid = ~any_missing if self._spec.strict_nodata else ~all_missing & finite
        for path in self._spec.mask_paths:
            valid &= self._read_mask(path, window)
        return valid

    def _read_band(
        self, reader: RasterReader, band: BandSource, window: Window, room: NDArray[np.float32]
    ) -> NDArray[np.bool_]:
        """Read one band's reflectance, NaN where not finite; return where it is nodata."""
        nodata = self._spec.nodata.value
        factor = _shrink_factor(self._grid, band.grid)
        if factor is None:
            rows, cols, outside = _nearest_pixels(self._grid, band.grid, window)
            source = _bounding(rows, cols)
            raw = reader.read(band.index, source, (source.height, source.width))
            raw = raw[np.ix_(rows - source.row, cols - source.col)]
            _to_reflectance(raw, band, room)
            room[outside] = np.nan
            return missing_values(raw, nodata) | outside
        source = _scaled(window, factor).intersect(band.grid.window)
        step = _overview_step(reader.info.overviews, factor, source)
        step *= _stride(factor // step, source.height // step, source.width // step)
        raw = reader.read(band.index, source, (source.height // step, source.width // step))
        missing = missing_values(raw, nodata)
        if factor == step:
            _to_reflectance(raw, band, room)
            return missing
        values = _to_reflectance(raw, band, np.empty(raw.shape, dtype=np.float32))
        shape = (window.height, window.width)
        room[:], missing = _block_mean(values, missing, factor // step, shape)
        return missing

    def _read_mask(self, path: str, window: Window) -> NDArray[np.bool_]:
        reader = self._readers[path]
        rows, cols, outside = _nearest_pixels(self._grid, reader.info.grid, window)
        source = _bounding(rows, cols)
        mask = reader.read_mask(source, (source.height, source.width))
        return np.asarray(mask[np.ix_(rows - source.row, cols - source.col)] & ~outside)


def _to_reflectance(
    raw: NDArray[np.generic], band: BandSource, room: NDArray[np.float32]
) -> NDArray[np.float32]:
    # The offset first, in stored values: whole numbers stay exact, so that products that
    # differ in their offset alone give the same bytes.
    room[:] = raw
    room += np.float32(band.bias / band.gain)
    room *= np.float32(band.gain)
    return room


def _shrink_factor(grid: Grid, source: Grid) -> int | None:
    """Return how many source pixels a side make one of the grid, None where not aligned."""
    if grid == source:
        return 1
    pixel = min(source.pixel_size)
    factor = round(grid.pixel_size[0] / source.pixel_size[0])
    if factor < 1:
        return None
    cells = source.coarsened(factor)
    x0, a, b, y0, d, e = (one - other for one, other in zip(grid.transform, cells.transform))
    if max(abs(x0), abs(y0)) > ALIGNMENT_TOLERANCE * pixel:
        return None
    if max(map(abs, (a, b, d, e))) > STEP_TOLERANCE * pixel:
        return None
    return factor if cells.window == grid.window else None


def _nearest_pixels(
    grid: Grid, source: Grid, window: Window
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.bool_]]:
    """Return the source's row of each of the window's rows, its column of each column, and
    where the window lies outside the source.

    Both grids are turned alike. The last pixel also serves where a coarse source ends within the
    pixel behind it, as when 20 m bands cover an odd number of 10 m pixels.
    """
    if grid == source:
        rows = np.arange(window.row, window.row_stop)
        cols = np.arange(window.col, window.col_stop)
        return rows, cols, np.zeros((window.height, window.width), dtype=bool)
    (x0, a, b, y0, d, e), (sx0, sa, sb, sy0, sd, se) = grid.transform, source.transform
    x, y, det = x0 - sx0, y0 - sy0, sa * se - sb * sd
    across = np.arange(window.col, window.col_stop) + 0.5
    down = np.arange(window.row, window.row_stop) + 0.5
    col = (se * x - sb * y + (se * a - sb * d) * across) / det
    row = (sa * y - sd * x + (sa * e - sd * b) * down) / det
    cols, col_outside = _pixel_indices(col, source.width)
    rows, row_outside = _pixel_indices(row, source.height)
    return rows, cols, row_outside[:, np.newaxis] | col_outside


def _pixel_indices(
    position: NDArray[np.float64], size: int
) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """Return the pixel at each position along an axis, and where that is none of ``size``."""
    index = np.floor(position + 1e-9).astype(np.intp)
    return np.clip(index, 0, size - 1), (index < -1) | (index > size)


def _bounding(rows: NDArray[np.intp], cols: NDArray[np.intp]) -> Window:
    col, row = int(cols.min()), int(rows.min())
    return Window(col, row, int(cols.max()) + 1 - col, int(rows.max()) + 1 - row)


def _scaled(window: Window, factor: int) -> Window:
    return Window(
        window.col * factor, window.row * factor, window.width * factor, window.height * factor
    )


def _overview_step(overviews: tuple[int, ...], factor: int, window: Window) -> int:
    """Return the largest reduced resolution that divides the factor and the window."""
    fitting = [
        step
        for step in overviews
        if factor % step == 0 and window.width % step == 0 and window.height % step == 0
    ]
    return max(fitting, default=1)


def _stride(factor: int, rows: int, cols: int) -> int:
    """Return of how many pixels a side one is taken, where so many make one of the grid."""
    if factor <= ALL_COUNT:
        return 1
    fitting = [
        step
        for step in range(1, factor // SAMPLES + 1)
        if factor % step == 0 and rows % step == 0 and cols % step == 0
    ]
    return max(fitting)


def _cuts(start: int, stop: int, whole: int) -> list[int]:
    """Return where an axis is cut that is read in parts; ``whole`` pixels are complete."""
    edge = min(max(whole, start), stop)
    return sorted({*range(start, stop, PART_SIDE), edge, stop})


def _block_mean(
    values: NDArray[np.float32],
    missing: NDArray[np.bool_],
    factor: int,
    shape: tuple[int, int],
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Average blocks of ``factor`` × ``factor``; missing values do not count.

    A block is missing where all of it is. Incomplete blocks at the edge are completed.
    """
    rows, cols = shape
    padding = ((0, rows * factor - values.shape[0]), (0, cols * factor - values.shape[1]))
    weight = np.pad(~missing & np.isfinite(values), padding)
    values = np.pad(np.where(missing | ~np.isfinite(values), np.float32(0), values), padding)
    blocks = (rows, factor, cols, factor)
    count = weight.reshape(blocks).sum(axis=(1, 3))
    total = values.reshape(blocks).sum(axis=(1, 3), dtype=np.float32)
    mean = total / np.maximum(count, 1)
    return np.asarray(mean, dtype=np.float32), count == 0
