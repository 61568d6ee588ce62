"""A GeoTIFF that appears under its name only when it is whole."""

from __future__ import annotations

import contextlib
import glob
import os
import uuid
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import OutputError, SceneError
from ..scene import Window
from .protocol import Backend, NewRaster
from .wording import cannot_write

SMALLEST_OVERVIEW = 256  # pixels; no overview is made of anything smaller
SUFFIXES = (".tif", ".tiff")
STALE = ("+.aux.xml", "+.ovr", "+.msk")  # GDAL reads these before what the raster itself holds
# Rows of blocks in GDAL's cache while overviews are built: those read and those of all levels.
# More would only wait to be compressed at the end, when no cancel is heard.
CACHED_ROWS = 3
OVERVIEWS, READING_BACK = "Building overviews", "Reading back"  # stages of finishing
OVERVIEW_SHARE = 0.75  # of the time that finishing takes, measured

Report = Callable[[float, str], None]  # takes the share done, 0..1, and the stage


def check_target(path: str) -> None:
    """Refuse a target that cannot become a GeoTIFF, before any work is done.

    :raises OutputError: with the remedy.
    """
    target = Path(path)
    if target.suffix.lower() not in SUFFIXES:
        raise OutputError(f"{path} is not named as a GeoTIFF: give a name that ends in .tif.")
    if target.is_dir():
        raise OutputError(f"{path} is a folder: give the name of a file in it.")
    if not target.parent.is_dir():
        raise OutputError(f"The folder of {path} does not exist: create it or choose another.")
    if not os.access(target.parent, os.W_OK):
        raise OutputError(f"The folder of {path} cannot be written to: choose another.")


def remove_leftovers(path: str) -> None:
    """Remove what a run that was killed has left beside a target."""
    target = Path(path)
    for part in target.parent.glob(f".{glob.escape(target.stem)}.????????.part.tif*"):
        with contextlib.suppress(OSError):
            part.unlink()


class RasterSink:
    """Writes rows from top to bottom beside the target, then puts the file in its place.

    A context manager: leaving it renames the finished file; leaving it by an error or a
    cancel removes what was written and leaves an earlier target as it was.

    :param companions: (suffix, text) of small files beside the target. A suffix that
        starts with "+" is added to the full name, others replace its suffix.
    :param check: called before each row of blocks is written; raises to give up.
    """

    def __init__(
        self,
        path: str,
        new: NewRaster,
        backend: Backend,
        companions: tuple[tuple[str, str], ...] = (),
        check: Callable[[], None] = lambda: None,
    ) -> None:
        self._target = Path(path)
        self._new = new
        self._backend = backend
        self._companions = companions
        self._check = check
        self._part = self._target.with_name(f".{self._target.stem}.{uuid.uuid4().hex[:8]}.part.tif")
        self._row = 0  # of the target, first in the buffer
        self._pixels = 0  # written
        self._filled = 0  # rows in the buffer that are whole
        self._col = 0  # behind the last part of rows that are not
        self._beside: NDArray[Any] | None = None  # columns before it that fill no block yet
        shape = (len(new.descriptions), new.block, new.grid.width)
        self._buffer = np.empty(shape, dtype=new.dtype)
        self._checksums: list[tuple[Window, int]] = []
        self._writer = backend.create(str(self._part), new)
        self._is_open = True
        self._is_finished = False

    def __enter__(self) -> RasterSink:
        return self

    @property
    def bands(self) -> int:
        """Number of bands."""
        return len(self._new.descriptions)

    def write(self, rows: NDArray[Any]) -> None:
        """Append (bands, rows, cols); whole blocks are written, the rest waits."""
        done = 0
        while done < rows.shape[1]:
            height = min(self._new.block - self._filled, rows.shape[1] - done)
            self._buffer[:, self._filled : self._filled + height] = rows[:, done : done + height]
            self._filled += height
            done += height
            if self._filled == self._new.block:
                self._flush()

    def add_tags(self, tags: tuple[tuple[str, str], ...]) -> None:
        """Add metadata that was not known when the file was created."""
        self._writer.add_tags(tags)

    def write_beside(self, part: NDArray[Any]) -> None:
        """Append (bands, rows, cols) at the right of the part before, or below once it ends a row.

        Parts beside each other have one height. Blocks are written as soon as they are whole:
        what waits is less than a block high, below and, as long as a row is not complete, wide.
        """
        block, grid = self._new.block, self._new.grid
        col_stop, height = self._col + part.shape[2], self._filled + part.shape[1]
        above = self._buffer[:, : self._filled, self._col : col_stop]
        part = np.concatenate((above, part), axis=1)
        if self._beside is not None:
            part = np.concatenate((self._beside, part), axis=2)
        first = col_stop - part.shape[2]
        cols = part.shape[2] if col_stop == grid.width else part.shape[2] // block * block
        rows = height if self._row + height == grid.height else height // block * block
        for row in range(0, rows, block):
            self._check()
            whole = part[:, row : min(row + block, rows), :cols]
            self._put(whole, Window(first, self._row + row, cols, whole.shape[1]))
        self._buffer[:, : height - rows, first : first + cols] = part[:, rows:, :cols]
        self._beside = part[:, :, cols:].copy()
        self._col = col_stop
        if col_stop == grid.width:
            self._beside, self._col = None, 0
            self._row += rows
            self._filled = height - rows

    def write_blocks(self, part: NDArray[Any], window: Window) -> None:
        """Write (bands, rows, cols) that fill whole blocks, or end with the raster.

        Instead of :meth:`write`: nothing waits, so that memory does not grow with the width.
        """
        self._check()
        self._put(part, window)

    def _put(self, part: NDArray[Any], window: Window) -> None:
        self._checksums.append((window, _checksum(part)))
        self._writer.write(part, window)
        self._pixels += window.width * window.height

    def _flush(self) -> None:
        """Write the rows in the buffer."""
        if self._filled:
            self._check()
            window = Window(0, self._row, self._new.grid.width, self._filled)
            self._put(self._buffer[:, : self._filled], window)
            self._row += self._filled
            self._filled = 0

    def finish(self, report: Report) -> None:
        """Write what waits, build overviews and compare the file with what was written.

        :param report: called several times a second; what it raises ends the work.
        :raises OutputError: where rows are missing or the file cannot be written.
        """
        self._flush()
        self._close()
        if self._pixels != self._new.grid.width * self._new.grid.height:
            raise OutputError(f"{self._target} is incomplete: run again.")
        factors = overview_factors(self._new.grid.width, self._new.grid.height)
        row_of_blocks = self._buffer[0, : self._new.block].nbytes
        with self._backend.limit_cache(CACHED_ROWS * row_of_blocks):
            if factors:
                self._backend.build_overviews(
                    str(self._part),
                    factors,
                    lambda share: report(OVERVIEW_SHARE * share, OVERVIEWS),
                )
            self._read_back(report)
        self._is_finished = True

    def _close(self) -> None:
        if self._is_open:
            self._is_open = False
            self._writer.close()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is not None:
                with contextlib.suppress(OutputError):
                    self._close()
                return
            if not self._is_finished:
                self.finish(lambda share, stage: self._check())
            self._put_in_place()
        finally:
            self._remove_part()

    def _read_back(self, report: Report) -> None:
        """Compare the file with what was written.

        A disk that fills up at the end goes unnoticed by rasterio's ``close``.
        """
        bands = range(1, len(self._new.descriptions) + 1)
        try:
            reader = self._backend.open(str(self._part))
            try:
                for number, (window, checksum) in enumerate(self._checksums):
                    done = number / len(self._checksums)
                    report(OVERVIEW_SHARE + (1 - OVERVIEW_SHARE) * done, READING_BACK)
                    shape = (window.height, window.width)
                    if _checksum(reader.read(band, window, shape) for band in bands) != checksum:
                        raise OutputError(cannot_write(str(self._target), "it reads back changed"))
            finally:
                reader.close()
        except SceneError as error:
            raise OutputError(cannot_write(str(self._target), "it does not read back")) from error

    def _put_in_place(self) -> None:
        """Rename the companions, then the raster: where it stands, all is whole.

        What others have written beside an earlier raster, such as statistics, is of that one.
        """
        stale = {companion_path(self._target, suffix) for suffix in STALE}
        try:
            for suffix, text in self._companions:
                companion = companion_path(self._target, suffix)
                part = self._part.with_name(f"{self._part.name}{companion.suffix}")
                part.write_text(text, encoding="utf-8")
                os.replace(part, companion)
                stale.discard(companion)
            os.replace(self._part, self._target)
            for path in stale:
                path.unlink(missing_ok=True)
        except OSError as error:
            raise OutputError(
                f"{self._target} cannot be replaced ({error.strerror}): "
                "close it in other programs or choose another name."
            ) from error

    def _remove_part(self) -> None:
        for path in self._part.parent.glob(f"{glob.escape(self._part.name)}*"):
            with contextlib.suppress(OSError):
                path.unlink()


def _checksum(bands: Iterable[NDArray[Any]]) -> int:
    """Return one checksum of (rows, cols) of each band in turn."""
    checksum = 0
    for rows in bands:
        checksum = zlib.crc32(np.ascontiguousarray(rows).data, checksum)
    return checksum


def companion_path(target: Path, suffix: str) -> Path:
    """Return the path of a companion: M.tif and "+.aux.xml" give M.tif.aux.xml."""
    if suffix.startswith("+"):
        return target.with_name(target.name + suffix[1:])
    return target.with_suffix(suffix)


def overview_factors(width: int, height: int) -> tuple[int, ...]:
    """Return powers of two down to about :data:`SMALLEST_OVERVIEW` pixels."""
    factors = []
    factor = 2
    while max(width, height) // factor >= SMALLEST_OVERVIEW:
        factors.append(factor)
        factor *= 2
    return tuple(factors)
