"""Scenes and their masks as they lie on one grid, whatever grids they have themselves.

Grids whose pixels coincide are read as they are; all others are warped, scenes bilinearly and
masks by the nearest pixel.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .classes import NODATA
from .errors import BandError, OptionError, SceneError
from .mask_table import OURS, MaskTable, guess_table, worst
from .raster import Backend, RasterReader
from .reading import (
    ALIGNMENT_TOLERANCE,
    ALL_COUNT,
    BLOCK_CACHE,
    SAMPLES,
    SceneReader,
    output_grid,
)
from .refine import PixelRefine, tidy
from .scene import BandSource, Grid, SourceSpec, Window

Check = Callable[[], None]
SAMPLE_SIDE = 256  # pixels of a look at a mask's values
STRIP_PIXELS = 4_000_000  # of a mask that are sampled at once
_EPSG = re.compile(r'(?:AUTHORITY|ID)\["EPSG",\s*"?(\d+)"?\]\]\s*$')


@dataclass(frozen=True)
class StoredBand:
    """One band of a result: role, name, and reflectance = stored value · gain + bias."""

    role: str
    name: str
    gain: float
    bias: float


@dataclass(frozen=True, eq=False)
class Tile:
    """What all scenes show in a window.

    :param stack: (scenes, bands, rows, cols) float32 as the result stores it; meaningless where
        a code is 255.
    :param codes: (scenes, rows, cols) uint8 class codes, 255 also where a scene has no data.
    """

    stack: NDArray[np.float32]
    codes: NDArray[np.uint8]


@dataclass(frozen=True)
class MaskFile:
    """A mask's file, what its values mean, its name in tags, and what to say of it."""

    path: str
    table: MaskTable
    name: str
    remarks: tuple[str, ...] = ()


def identify_mask(path: str, table: MaskTable | None, backend: Backend) -> MaskFile:
    """Return a mask with the meaning of its values, as stated or as something tells it.

    :raises OptionError: where nothing does.
    :raises SceneError: where it cannot be read.
    """
    name = Path(path).name
    if table is not None:
        return MaskFile(path, table, name)
    reader = backend.open(path)
    try:
        info = reader.info
        shape = (min(info.grid.height, SAMPLE_SIDE), min(info.grid.width, SAMPLE_SIDE))
        values = reader.read(1, info.grid.window, shape)
    finally:
        reader.close()
    guess = guess_table(f"{name} {info.descriptions[0]}", info.tags, values)
    if guess is None:
        raise OptionError(
            f"What the values of {path} mean is not known: state the mask classes, such as scl, "
            "fmask or 1=thick,2=shadow."
        )
    if guess.value is OURS and not guess.guessed:
        return MaskFile(path, guess.value, name)
    said = f"{name} was taken as {guess.value.title} ({guess.source})"
    remark = f"{said}: state the mask classes if it is another." if guess.guessed else f"{said}."
    return MaskFile(path, guess.value, name, (remark,))


def same_crs(one: str, other: str) -> bool:
    """Tell whether two coordinate systems are the same, by text or by EPSG code."""
    codes = [match.group(1) for match in map(_EPSG.search, (one, other)) if match]
    return one == other or (len(codes) == 2 and codes[0] == codes[1])


def offset_on(grid: Grid, target: Grid) -> tuple[int, int] | None:
    """Return the column and row of ``target``'s first pixel on a grid of the same pixels.

    None where pixels differ in size or do not coincide.
    """
    (x0, a, b, y0, d, e), (tx, ta, tb, ty, td, te) = grid.transform, target.transform
    if not same_crs(grid.crs, target.crs):
        return None
    longest = max(target.width, target.height)
    apart = max(abs(a - ta), abs(b - tb), abs(d - td), abs(e - te)) * longest
    if apart > ALIGNMENT_TOLERANCE * min(grid.pixel_size):
        return None
    det = a * e - b * d
    col = (e * (tx - x0) - b * (ty - y0)) / det
    row = (a * (ty - y0) - d * (tx - x0)) / det
    if max(abs(col - round(col)), abs(row - round(row))) > ALIGNMENT_TOLERANCE:
        return None
    return round(col), round(row)


class _Warped:
    """Opens rasters on another grid."""

    def __init__(self, backend: Backend, grid: Grid, nodata: float | None) -> None:
        self._backend = backend
        self._grid = grid
        self._nodata = nodata

    def open(self, path: str) -> RasterReader:
        return self._backend.open_warped(path, self._grid, False, self._nodata)


class PlacedScene:
    """A scene's bands on a grid, in the result's stored values; read by one thread at a time.

    :param bands: of the result, in its order.
    :param check: called before each band is read; raises to give up, as at a cancel.
    :raises BandError: where the scene lacks a band.
    :raises SceneError: where it can neither be read nor warped to the grid.
    :ivar warped: True where it is warped.
    :ivar unchanged: True where its values come as its files hold them.
    """

    def __init__(
        self,
        spec: SourceSpec,
        target: Grid,
        bands: tuple[StoredBand, ...],
        backend: Backend,
        check: Check,
    ) -> None:
        own, place = self._own_grid(spec, target)
        self.warped = place is None
        self._grid, self._offset = (target, (0, 0)) if place is None else (own, place)
        if place is None:
            _check_warp(spec.name, spec.grid, target)
            images = tuple(replace(band, grid=target) for band in spec.bands_for(target.resolution))
            spec = replace(spec, grid=target, bands=images, coarser=(), mask_paths=())
        spec = replace(
            spec,
            bands=tuple(_rescaled(_of_role(spec, band.role), band) for band in bands),
            coarser=tuple(
                _rescaled(image, band)
                for band in bands
                for image in spec.coarser
                if image.role == band.role
            ),
        )
        opener = backend if place is not None else _Warped(backend, target, spec.nodata.value)
        self._reader = SceneReader(spec, self._grid, opener, check)
        self.unchanged = place is not None and all(
            image.gain == 1 and image.bias == 0 and image.grid == self._grid
            for image in self._reader.bands
        )

    @staticmethod
    def _own_grid(spec: SourceSpec, target: Grid) -> tuple[Grid, tuple[int, int] | None]:
        try:
            own = output_grid(spec, target.resolution)
        except OptionError:
            return spec.grid, None
        return own, offset_on(own, target)

    @property
    def bands(self) -> int:
        """Number of bands."""
        return len(self._reader.bands)

    def cache_bytes(self, side: int) -> int:
        """See :meth:`.reading.SceneReader.cache_bytes`."""
        return self._reader.cache_bytes(side)

    def close(self) -> None:
        """Close all files."""
        self._reader.close()

    def read(
        self, window: Window, room: NDArray[np.float32] | None = None
    ) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
        """Return stored values (bands, rows, cols) and validity (rows, cols) in a window.

        The window is of the target grid and may reach beyond it and beyond the scene.

        :param room: (bands, rows, cols) float32 to read into; None: a new array.
        """
        inside, place = _within(window, self._offset, self._grid)
        shape = (window.height, window.width)
        if room is None:
            room = np.empty((self.bands, *shape), np.float32)
        if (inside.height, inside.width) == shape:
            return room, self._reader.read(inside, room).valid
        room[:] = 0
        valid = np.zeros(shape, bool)
        if inside.width and inside.height:
            valid[place] = self._reader.read(inside, room[:, place[0], place[1]]).valid
        return room, valid

    def covers(self, window: Window) -> tuple[slice, slice]:
        """Return the rows and columns of a window in which the scene's raster lies."""
        return _within(window, self._offset, self._grid)[1]


class PlacedMask:
    """A mask's class codes on a grid; read by one thread at a time.

    :param buffer: metres by which cloud and shadow grow over clear pixels.
    :ivar overlaps: False where the mask lies wholly beside the grid; of one that is warped that is
        not known.
    """

    def __init__(
        self,
        path: str,
        table: MaskTable,
        target: Grid,
        backend: Backend,
        check: Check,
        buffer: float = 0.0,
    ) -> None:
        self._table = table
        self._check = check
        width, height = target.pixel_metres
        self._refine = PixelRefine(0, buffer / width, buffer / height)
        self._reader = backend.open(path)
        self._grid = self._reader.info.grid
        self._nodata = self._reader.info.nodata[0]
        self._factor = 1
        place = offset_on(self._grid, target)
        if place is None:
            self._factor, place = _finer(self._grid, target)
        if place is None:
            self._reader.close()
            _check_warp(path, self._grid, target)
            self._reader = backend.open_warped(path, target, True, None)
            self._grid, self._factor, place = target, 1, (0, 0)
        self._offset = place
        step = self._factor
        inside, _ = _within(
            Window(0, 0, target.width * step, target.height * step), place, self._grid
        )
        self.overlaps = inside.width > 0 and inside.height > 0
        self._level = self._sampled_level() if self._factor > ALL_COUNT else 1

    def _sampled_level(self) -> int:
        """Return the overview in which samples are found: the coarsest that keeps them apart.

        Only masks of this program are known to hold whole classes there; those of others are
        often means, as the levels of JPEG 2000 are.
        """
        if self._table is not OURS:
            return 1
        fitting = [step for step in self._reader.info.overviews if step * SAMPLES <= self._factor]
        return max(fitting, default=1)

    def close(self) -> None:
        """Close the file."""
        self._reader.close()

    def cache_bytes(self, side: int) -> int:
        """See :meth:`.reading.SceneReader.cache_bytes`."""
        seen = side * self._factor // self._level
        rows, cols = (2 * max(seen, block) for block in self._reader.info.block)
        item: int = np.dtype(self._reader.info.dtypes[0]).itemsize
        return min(rows, self._grid.height) * min(cols, self._grid.width) * item

    def codes(self, window: Window) -> NDArray[np.uint8]:
        """Return (rows, cols) uint8 class codes, 255 where the mask does not reach."""
        margin = self._refine.margin
        if margin == 0:
            return self._read(window)
        return tidy(self._read(window.grown(margin)), self._refine)[margin:-margin, margin:-margin]

    def _read(self, window: Window) -> NDArray[np.uint8]:
        self._check()
        step = self._factor
        if step > ALL_COUNT:
            return self._sampled(window)
        fine = Window(
            window.col * step, window.row * step, window.width * step, window.height * step
        )
        inside, place = _within(fine, self._offset, self._grid)
        codes = np.full((fine.height, fine.width), NODATA, dtype=np.uint8)
        if inside.width and inside.height:
            raw = self._reader.read(1, inside, (inside.height, inside.width))
            codes[place] = self._table.codes(raw, self._nodata)
        if step == 1:
            return codes
        return worst(codes.reshape(window.height, step, window.width, step), (1, 3))

    def _sampled(self, window: Window) -> NDArray[np.uint8]:
        """Return the worst of 4 × 4 samples of each pixel, in strips that memory is meant for."""
        step, level = self._factor, self._level
        height = max(STRIP_PIXELS * level**2 // (step**2 * max(window.width, 1)), 1)
        strips = [np.zeros((0, window.width), np.uint8)]
        for row in range(window.row, window.row_stop, height):
            self._check()
            strip = Window(window.col, row, window.width, min(height, window.row_stop - row))
            strips.append(self._sampled_strip(strip))
        return np.concatenate(strips)

    def _sampled_strip(self, window: Window) -> NDArray[np.uint8]:
        level = self._level
        rows = self._samples(window.row, window.height) + self._offset[1]
        cols = self._samples(window.col, window.width) + self._offset[0]
        codes = np.full((len(rows), len(cols)), NODATA, dtype=np.uint8)
        known_rows = (rows >= 0) & (rows < self._grid.height)
        known_cols = (cols >= 0) & (cols < self._grid.width)
        if known_rows.any() and known_cols.any():
            # Pixels of the overview: its last one may lie beyond the last whole block.
            row = np.minimum(rows[known_rows] // level, self._grid.height // level - 1)
            col = np.minimum(cols[known_cols] // level, self._grid.width // level - 1)
            shape = int(row[-1] - row[0] + 1), int(col[-1] - col[0] + 1)
            seen = Window(
                int(col[0]) * level, int(row[0]) * level, shape[1] * level, shape[0] * level
            )
            raw = self._reader.read(1, seen, shape)[np.ix_(row - row[0], col - col[0])]
            codes[np.ix_(known_rows, known_cols)] = self._table.codes(raw, self._nodata)
        return worst(codes.reshape(window.height, SAMPLES, window.width, SAMPLES), (1, 3))

    def _samples(self, start: int, length: int) -> NDArray[np.intp]:
        """Return where samples of pixels lie along an axis, in the mask's pixels."""
        within = (2 * np.arange(SAMPLES) + 1) * self._factor // (2 * SAMPLES)
        pixels = np.arange(start, start + length) * self._factor
        return np.asarray(pixels[:, np.newaxis] + within, dtype=np.intp).ravel()


class Series:
    """Several scenes and their masks on one grid; read by one thread at a time."""

    def __init__(
        self, target: Grid, scenes: Sequence[PlacedScene], masks: Sequence[PlacedMask]
    ) -> None:
        self.target = target
        self._scenes = tuple(scenes)
        self._masks = tuple(masks)

    @property
    def count(self) -> int:
        """Number of scenes."""
        return len(self._scenes)

    @property
    def warped(self) -> tuple[bool, ...]:
        """Which scenes are warped."""
        return tuple(scene.warped for scene in self._scenes)

    @property
    def masked(self) -> tuple[bool, ...]:
        """Which scenes' masks lie on the grid."""
        return tuple(mask.overlaps for mask in self._masks)

    @property
    def unchanged(self) -> tuple[bool, ...]:
        """Which scenes' values come as their files hold them."""
        return tuple(scene.unchanged for scene in self._scenes)

    def cache_bytes_of_one(self, side: int) -> int:
        """Return what GDAL's block cache needs for one scene's tiles of ``side`` pixels."""
        return max(scene.cache_bytes(side) for scene in self._scenes)

    def cache_bytes(self, side: int) -> int:
        """Return what it needs for tiles of ``side`` pixels of all scenes by turns."""
        of_scenes = sum(scene.cache_bytes(side) - BLOCK_CACHE for scene in self._scenes)
        return BLOCK_CACHE + of_scenes + sum(mask.cache_bytes(side) for mask in self._masks)

    def codes(self, window: Window) -> NDArray[np.uint8]:
        """Return class codes (scenes, rows, cols) where the scenes' rasters lie.

        Pixels without data in a scene have the code that its mask gives them.
        """
        codes = np.full((len(self._masks), window.height, window.width), NODATA, np.uint8)
        for position, (scene, mask) in enumerate(zip(self._scenes, self._masks)):
            place = scene.covers(window)
            codes[position, place[0], place[1]] = mask.codes(window)[place]
        return codes

    def sample(
        self, scene: int, windows: Sequence[Window]
    ) -> tuple[NDArray[np.float32], NDArray[np.uint8]]:
        """Return one scene's values and codes in windows: (bands, n), (n,)."""
        sizes = [window.width * window.height for window in windows]
        placed, mask = self._scenes[scene], self._masks[scene]
        samples = np.empty((placed.bands, sum(sizes)), np.float32)
        codes = np.empty(sum(sizes), np.uint8)
        start = 0
        for window, size in zip(windows, sizes):
            values, valid = placed.read(window)
            place = slice(start, start + size)
            samples[:, place] = values.reshape(len(values), size)
            codes[place] = np.where(valid, mask.codes(window), NODATA).ravel()
            start += size
        return samples, codes

    def new_stack(self, side: int) -> NDArray[np.float32]:
        """Return room for a window of up to ``side`` pixels, (scenes, bands, rows, cols)."""
        return np.empty((len(self._scenes), self._scenes[0].bands, side, side), np.float32)

    def read(self, window: Window, room: NDArray[np.float32]) -> Tile:
        """Return all scenes in a window, which may reach beyond the grid.

        :param room: from :meth:`new_stack`; the tile's stack is part of it. Large arrays that
            come and go would leave holes in memory.
        """
        codes = self.codes(window)
        stack = room[:, :, : window.height, : window.width]
        for position, scene in enumerate(self._scenes):
            _, valid = scene.read(window, stack[position])
            codes[position, ~valid] = NODATA
        return Tile(stack, codes)


def _of_role(spec: SourceSpec, role: str) -> BandSource:
    for band in spec.bands:
        if band.role == role:
            return band
    raise BandError(f"{spec.name} has no {role}: leave that band out.")


def _rescaled(image: BandSource, band: StoredBand) -> BandSource:
    """Return an image whose values become those that the result stores.

    Where both are scaled alike these are the values of the file, unchanged.
    """
    return replace(image, gain=image.gain / band.gain, bias=(image.bias - band.bias) / band.gain)


def _within(
    window: Window, offset: tuple[int, int], grid: Grid
) -> tuple[Window, tuple[slice, slice]]:
    """Return the part of a window that lies on a grid, there, and its rows and columns here."""
    col, row = window.col + offset[0], window.row + offset[1]
    inside = Window(col, row, window.width, window.height).intersect(grid.window)
    top, left = inside.row - row, inside.col - col
    if inside.width == 0 or inside.height == 0:
        return inside, (slice(0, 0), slice(0, 0))
    return inside, (slice(top, top + inside.height), slice(left, left + inside.width))


def _finer(grid: Grid, target: Grid) -> tuple[int, tuple[int, int] | None]:
    """Return how many pixels of an aligned finer grid make one of the target, and its place."""
    factor = round(target.pixel_size[0] / grid.pixel_size[0])
    if factor < 2:
        return 1, None
    x0, a, b, y0, d, e = target.transform
    fine = (x0, a / factor, b / factor, y0, d / factor, e / factor)
    size = target.width * factor, target.height * factor
    return factor, offset_on(grid, replace(target, transform=fine, width=size[0], height=size[1]))


def _check_warp(name: str, grid: Grid, target: Grid) -> None:
    """Refuse what cannot be warped.

    :raises SceneError: with the remedy.
    """
    if not grid.crs or not target.crs:
        raise SceneError(
            f"The pixels of {name} do not coincide with those of the first scene, and without a "
            "coordinate system it cannot be warped to them: assign one, or cut both alike."
        )
    if target.transform[2] or target.transform[4]:
        raise SceneError(
            f"{name} cannot be warped to the first scene, whose grid is turned: put a scene "
            "with north up first, or warp it yourself."
        )
