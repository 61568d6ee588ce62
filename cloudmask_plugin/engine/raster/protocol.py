"""What the engine asks of a raster library."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from ..scene import Grid, Window

Raw = NDArray[Any]  # values as stored, dtype of the file
Advance = Callable[[float], None]  # takes the share done, 0..1; raises to stop the work


@dataclass(frozen=True)
class RasterInfo:
    """What a file says of itself, values as stored and nothing interpreted.

    Per band: dtype name, description, GDAL metadata tags, nodata, scale and offset (None
    where not declared), colour interpretation in lower case, and the factors by which
    overviews or JP2 resolution levels shrink it. ``block`` is the (rows, cols) in which the
    first band is stored; ``interleaved``: each block holds all bands. ``has_mask`` tells of
    an internal mask or alpha band. ``driver`` is GDAL's short name.
    """

    grid: Grid
    driver: str
    dtypes: tuple[str, ...]
    descriptions: tuple[str, ...]
    band_tags: tuple[tuple[tuple[str, str], ...], ...]
    nodata: tuple[float | None, ...]
    scales: tuple[float | None, ...]
    offsets: tuple[float | None, ...]
    colours: tuple[str, ...]
    overviews: tuple[int, ...]
    block: tuple[int, int]
    compressed: bool
    interleaved: bool
    has_mask: bool
    tags: tuple[tuple[str, str], ...]

    @property
    def count(self) -> int:
        """Number of bands."""
        return len(self.dtypes)


@dataclass(frozen=True)
class NewRaster:
    """A GeoTIFF to be created: tiled, DEFLATE, one dtype.

    ``colours`` is a palette of (value, (r, g, b, a)); ``scale`` the value of one step, and
    ``offset`` that of 0.
    """

    grid: Grid
    dtype: str
    descriptions: tuple[str, ...]
    nodata: float | None
    tags: tuple[tuple[str, str], ...] = ()
    colours: tuple[tuple[int, tuple[int, int, int, int]], ...] = ()
    scale: float | None = None
    offset: float | None = None
    block: int = 256


class RasterReader(Protocol):
    """An open raster, used by one thread at a time."""

    @property
    def info(self) -> RasterInfo:
        """What the file says of itself."""

    def read(self, index: int, window: Window, shape: tuple[int, int]) -> Raw:
        """Return values of band ``index`` (from 1) in ``window``, (rows, cols) of ``shape``.

        Where ``shape`` is smaller than the window the nearest pixel is taken, from the
        overview or JP2 resolution level of that size where there is one.

        :raises SceneError: where the file cannot be decoded; names file, band and window.
        """

    def read_mask(self, window: Window, shape: tuple[int, int]) -> NDArray[np.bool_]:
        """Return True where the file's internal mask or alpha band says that data is."""

    def close(self) -> None:
        """Close the file."""


class RasterWriter(Protocol):
    """A raster being written from top to bottom."""

    def write(self, rows: NDArray[Any], window: Window) -> None:
        """Write (bands, rows, cols) at ``window``.

        What was written goes to the disk soon and not all at the end, so that neither
        ``close`` nor giving up takes long. Whole blocks are compressed once.

        :raises OutputError: where the disk is full or the file cannot be written.
        """

    def add_tags(self, tags: tuple[tuple[str, str], ...]) -> None:
        """Add metadata that was not known when the file was created."""

    def close(self) -> None:
        """Finish the file; :raises OutputError: as ``write`` does."""


class Opener(Protocol):
    """What opens rasters."""

    def open(self, path: str) -> RasterReader:
        """Open a raster; :raises SceneError: where GDAL cannot."""


class Backend(Opener, Protocol):
    """A raster library."""

    name: str

    def create(self, path: str, new: NewRaster) -> RasterWriter:
        """Create a GeoTIFF; :raises OutputError: where that is not possible."""

    def build_overviews(self, path: str, factors: tuple[int, ...], advance: Advance) -> None:
        """Add overviews by nearest pixel.

        :param advance: called several times a second; what it raises ends the work and is
            raised here. The file is of no use then.
        :raises OutputError: where the disk is full or the file cannot be written.
        """

    def open_warped(
        self, path: str, grid: Grid, nearest: bool, nodata: float | None
    ) -> RasterReader:
        """Open a raster with a CRS as it lies on another grid with north up.

        Each pixel is warped once and alone, whatever windows are read. Values are float32 as
        stored, NaN where the raster has none.

        :param nearest: take the nearest pixel; else bilinear, means where the grid is coarser.
        :param nodata: the value without data, None where there is none.
        :raises SceneError: where it cannot be opened or has no CRS that is known.
        """

    def read_warped(self, path: str, grid: Grid, advance: Advance) -> NDArray[np.float32]:
        """Return the first band of a raster with a CRS as it lies on another grid.

        :param advance: called several times a second; what it raises ends the work.
        :return: (rows, cols) float32, bilinear, means where the grid is coarser; values as
            stored, NaN where the raster has none.
        :raises SceneError: where it cannot be opened or read.
        """

    def limit_cache(self, size: int) -> Any:
        """Return a context in which the library's block cache has ``size`` bytes."""
