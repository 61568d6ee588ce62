"""The raster protocol by rasterio."""

from __future__ import annotations

import math
import os
import subprocess
import sys
import warnings
from contextlib import AbstractContextManager
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.enums import ColorInterp, MaskFlags, Resampling
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.transform import Affine
from rasterio.vrt import WarpedVRT
from rasterio.warp import reproject
from rasterio.windows import Window as RasterioWindow

from ..errors import OutputError, SceneError
from ..scene import Grid, Window
from .protocol import Advance, NewRaster, RasterInfo, Raw
from .wording import cannot_open, cannot_read, cannot_read_mask, cannot_warp, cannot_write

UNWRITTEN_BYTES = 16 * 2**20  # that may wait in the block cache; compressed in about 0.3 s
WARPED_ROWS = 64  # at once; nothing else runs and no cancel is heard meanwhile
POLL_SECONDS = 0.05
OVERVIEW_PROGRAM = """
import sys, warnings
import rasterio
from rasterio.enums import Resampling
warnings.simplefilter("ignore")
path, *factors = sys.argv[1:]
try:
    with rasterio.Env(COMPRESS_OVERVIEW="DEFLATE", GDAL_CACHEMAX=2**24):
        with rasterio.open(path, "r+") as dst:
            dst.build_overviews([int(factor) for factor in factors], Resampling.nearest)
except (rasterio.errors.RasterioError, OSError) as error:
    sys.exit(str(error) or type(error).__name__)
"""


class RasterioReader:
    """See :class:`.protocol.RasterReader`."""

    def __init__(self, path: str) -> None:
        self._path = path
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", NotGeoreferencedWarning)
                self._src = rasterio.open(path)
        except (RasterioError, OSError) as error:
            raise SceneError(cannot_open(path, str(error))) from error
        self.info = _info(self._src)

    def read(self, index: int, window: Window, shape: tuple[int, int]) -> Raw:
        """See :meth:`.protocol.RasterReader.read`."""
        # Decoding JPEG 2000 with several threads, GDAL forgets what went wrong in them, and
        # a file that is cut short reads as 0 where it ends.
        threads = {"GDAL_NUM_THREADS": "1"} if self.info.driver.startswith("JP2") else {}
        try:
            with rasterio.Env(**threads):
                return self._src.read(  # type: ignore[no-any-return]
                    index, window=_window(window), out_shape=shape, resampling=Resampling.nearest
                )
        except (RasterioError, OSError, ValueError) as error:
            raise SceneError(cannot_read(self._path, index, window, str(error))) from error

    def read_mask(self, window: Window, shape: tuple[int, int]) -> NDArray[np.bool_]:
        """See :meth:`.protocol.RasterReader.read_mask`."""
        if "alpha" in self.info.colours:
            return self.read(self.info.colours.index("alpha") + 1, window, shape) > 0
        try:
            mask = self._src.read_masks(
                1, window=_window(window), out_shape=shape, resampling=Resampling.nearest
            )
        except (RasterioError, OSError, ValueError) as error:
            raise SceneError(cannot_read_mask(self._path, window, str(error))) from error
        return np.asarray(mask > 0)

    def close(self) -> None:
        """See :meth:`.protocol.RasterReader.close`."""
        self._src.close()


class RasterioWarpedReader(RasterioReader):
    """A raster on another grid, see :meth:`.protocol.Backend.open_warped`."""

    def __init__(self, path: str, grid: Grid, nearest: bool, nodata: float | None) -> None:
        super().__init__(path)
        self._source = self._src  # which the warped one reads from
        try:
            self._src = WarpedVRT(
                self._source,
                crs=grid.crs,
                transform=Affine.from_gdal(*grid.transform),
                width=grid.width,
                height=grid.height,
                resampling=Resampling.nearest if nearest else Resampling.bilinear,
                src_nodata=nodata,
                nodata=math.nan,
                dtype="float32",
            )
        except (RasterioError, OSError, ValueError) as error:
            self._source.close()
            raise SceneError(cannot_warp(path, str(error))) from error
        self.info = _info(self._src)

    def close(self) -> None:
        """See :meth:`.protocol.RasterReader.close`."""
        super().close()
        self._source.close()


class RasterioWriter:
    """See :class:`.protocol.RasterWriter`."""

    def __init__(self, path: str, new: NewRaster) -> None:
        self._path = path
        self._unwritten = 0
        grid = new.grid
        georeference: dict[str, Any] = {}
        if grid.is_georeferenced:
            georeference = {"crs": grid.crs or None, "transform": Affine.from_gdal(*grid.transform)}
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", NotGeoreferencedWarning)
                self._dst = rasterio.open(
                    path,
                    "w",
                    driver="GTiff",
                    width=grid.width,
                    height=grid.height,
                    count=len(new.descriptions),
                    dtype=new.dtype,
                    nodata=new.nodata,
                    tiled=True,
                    blockxsize=new.block,
                    blockysize=new.block,
                    compress="deflate",
                    interleave="band",
                    bigtiff="if_safer",
                    photometric="palette" if new.colours else "minisblack",
                    **georeference,
                )
            self._dst.update_tags(**dict(new.tags))
            for index, description in enumerate(new.descriptions, start=1):
                self._dst.set_band_description(index, description)
            if new.colours:
                self._dst.write_colormap(1, dict(new.colours))
            if new.scale is not None:
                self._dst.scales = (new.scale,) * len(new.descriptions)
            if new.offset is not None:
                self._dst.offsets = (new.offset,) * len(new.descriptions)
        except (RasterioError, OSError) as error:
            raise OutputError(cannot_write(path, str(error))) from error

    def write(self, rows: NDArray[Any], window: Window) -> None:
        """See :meth:`.protocol.RasterWriter.write`."""
        try:
            self._dst.write(rows, window=_window(window))
            self._unwritten += rows.nbytes
            if self._unwritten >= UNWRITTEN_BYTES:
                self._reopen()
        except (RasterioError, OSError) as error:
            raise OutputError(cannot_write(self._path, str(error))) from error

    def _reopen(self) -> None:
        """Empty the block cache of what was written; rasterio offers no other way."""
        self._dst.close()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            self._dst = rasterio.open(self._path, "r+")
        self._unwritten = 0

    def add_tags(self, tags: tuple[tuple[str, str], ...]) -> None:
        """See :meth:`.protocol.RasterWriter.add_tags`."""
        self._dst.update_tags(**dict(tags))

    def close(self) -> None:
        """See :meth:`.protocol.RasterWriter.close`."""
        try:
            self._dst.close()
        except (RasterioError, OSError) as error:
            raise OutputError(cannot_write(self._path, str(error))) from error


class RasterioBackend:
    """See :class:`.protocol.Backend`."""

    name = "rasterio"

    def open(self, path: str) -> RasterioReader:
        """See :meth:`.protocol.Backend.open`."""
        return RasterioReader(path)

    def open_warped(
        self, path: str, grid: Grid, nearest: bool, nodata: float | None
    ) -> RasterioReader:
        """See :meth:`.protocol.Backend.open_warped`."""
        return RasterioWarpedReader(path, grid, nearest, nodata)

    def create(self, path: str, new: NewRaster) -> RasterioWriter:
        """See :meth:`.protocol.Backend.create`."""
        return RasterioWriter(path, new)

    def build_overviews(self, path: str, factors: tuple[int, ...], advance: Advance) -> None:
        """See :meth:`.protocol.Backend.build_overviews`.

        By a process of its own, which can be ended at any time: rasterio takes no callback
        here and lets no other thread run. How far it is, is not known.
        """
        building = subprocess.Popen(
            [sys.executable, "-c", OVERVIEW_PROGRAM, path, *map(str, factors)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        with building:
            try:
                reason = _wait(building, advance)
            except BaseException:
                building.kill()
                raise
        if building.returncode:
            raise OutputError(cannot_write(path, reason.strip().rpartition("\n")[2]))

    def read_warped(self, path: str, grid: Grid, advance: Advance) -> NDArray[np.float32]:
        """See :meth:`.protocol.Backend.read_warped`."""
        values = np.full((grid.height, grid.width), np.nan, dtype=np.float32)
        try:
            with rasterio.open(path) as src:
                for row in range(0, grid.height, WARPED_ROWS):
                    advance(row / grid.height)
                    rows = values[row : row + WARPED_ROWS]
                    part = grid.cropped(Window(0, row, grid.width, len(rows)))
                    reproject(
                        rasterio.band(src, 1),
                        rows,
                        dst_transform=Affine.from_gdal(*part.transform),
                        dst_crs=grid.crs,
                        dst_nodata=math.nan,
                        resampling=Resampling.bilinear,
                    )
        except (RasterioError, OSError) as error:
            raise SceneError(cannot_warp(path, str(error))) from error
        return values

    def limit_cache(self, size: int) -> AbstractContextManager[Any]:
        """See :meth:`.protocol.Backend.limit_cache`."""
        return rasterio.Env(GDAL_CACHEMAX=size)  # type: ignore[no-any-return]


def _wait(process: subprocess.Popen[str], advance: Advance) -> str:
    """Return what a process had to say, calling ``advance`` until it ends."""
    while True:
        advance(0.0)
        try:
            return process.communicate(timeout=POLL_SECONDS)[1]
        except subprocess.TimeoutExpired:
            continue


def _window(window: Window) -> RasterioWindow:
    return RasterioWindow(window.col, window.row, window.width, window.height)


def _info(src: Any) -> RasterInfo:
    has_mask = ColorInterp.alpha in src.colorinterp or any(
        MaskFlags.per_dataset in flags and MaskFlags.nodata not in flags
        for flags in src.mask_flag_enums
    )
    structure = src.tags(ns="IMAGE_STRUCTURE")
    overviews = src.overviews(1) if src.count else []
    return RasterInfo(
        grid=Grid(
            src.crs.to_wkt() if src.crs else "",
            src.transform.to_gdal(),
            src.width,
            src.height,
        ),
        driver=src.driver,
        dtypes=tuple(src.dtypes),
        descriptions=tuple(text or "" for text in src.descriptions),
        band_tags=tuple(tuple(sorted(src.tags(i).items())) for i in src.indexes),
        nodata=tuple(None if value is None else float(value) for value in src.nodatavals),
        scales=tuple(None if value == 1 else value for value in src.scales),
        offsets=tuple(None if value == 0 else value for value in src.offsets),
        colours=tuple(
            "alpha" if colour == ColorInterp.alpha else colour.name for colour in src.colorinterp
        ),
        overviews=tuple(factor for factor in overviews if math.log2(factor).is_integer()),
        block=src.block_shapes[0] if src.count else (1, 1),
        compressed="COMPRESSION" in structure,
        interleaved=src.count > 1 and structure.get("INTERLEAVE") == "PIXEL",
        has_mask=has_mask,
        tags=tuple(sorted(src.tags().items())),
    )
