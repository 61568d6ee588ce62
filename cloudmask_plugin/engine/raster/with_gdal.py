"""The raster protocol by osgeo.gdal, which every QGIS has."""

from __future__ import annotations

import contextlib
import math
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from ..errors import OutputError, SceneError
from ..scene import Grid, Window
from .gdal_errors import GdalError, check, check_errors, quiet
from .protocol import Advance, NewRaster, RasterInfo, Raw
from .wording import cannot_open, cannot_read, cannot_read_mask, cannot_warp, cannot_write

_GDAL_TYPES = {
    "uint8": gdal.GDT_Byte,
    "uint16": gdal.GDT_UInt16,
    "int16": gdal.GDT_Int16,
    "uint32": gdal.GDT_UInt32,
    "int32": gdal.GDT_Int32,
    "float32": gdal.GDT_Float32,
    "float64": gdal.GDT_Float64,
}


def _open(path: str) -> Any:
    """Return a dataset to read from; :raises SceneError: where GDAL cannot open it."""
    try:
        with quiet():
            src = gdal.Open(path, gdal.GA_ReadOnly)
            check(src is not None)
            return src
    except GdalError as error:
        raise SceneError(cannot_open(path, str(error))) from error


class GdalReader:
    """See :class:`.protocol.RasterReader`."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._src = _open(path)
        self.info = _info(self._src)

    def read(self, index: int, window: Window, shape: tuple[int, int]) -> Raw:
        """See :meth:`.protocol.RasterReader.read`."""
        try:
            with quiet():
                values = self._read(self._src.GetRasterBand(index), window, shape)
                check(values is not None)
                return np.asarray(values)
        except GdalError as error:
            raise SceneError(cannot_read(self._path, index, window, str(error))) from error

    def read_mask(self, window: Window, shape: tuple[int, int]) -> NDArray[np.bool_]:
        """See :meth:`.protocol.RasterReader.read_mask`."""
        if "alpha" in self.info.colours:
            return self.read(self.info.colours.index("alpha") + 1, window, shape) > 0
        try:
            with quiet():
                mask = self._read(self._src.GetRasterBand(1).GetMaskBand(), window, shape)
                check(mask is not None)
                return np.asarray(mask > 0)
        except GdalError as error:
            raise SceneError(cannot_read_mask(self._path, window, str(error))) from error

    @staticmethod
    def _read(band: Any, window: Window, shape: tuple[int, int]) -> Any:
        return band.ReadAsArray(
            window.col,
            window.row,
            window.width,
            window.height,
            buf_xsize=shape[1],
            buf_ysize=shape[0],
            resample_alg=gdal.GRIORA_NearestNeighbour,
        )

    def close(self) -> None:
        """See :meth:`.protocol.RasterReader.close`."""
        self._src = None


class GdalWarpedReader(GdalReader):
    """A raster on another grid, see :meth:`.protocol.Backend.open_warped`."""

    def __init__(self, path: str, grid: Grid, nearest: bool, nodata: float | None) -> None:
        self._path = path
        x0, a, _, y0, _, e = grid.transform
        bounds = (x0, y0 + e * grid.height, x0 + a * grid.width, y0)
        source = _open(path)
        try:
            with quiet():
                self._src = gdal.Warp(
                    "",
                    source,
                    format="VRT",
                    outputBounds=bounds,
                    width=grid.width,
                    height=grid.height,
                    dstSRS=grid.crs,
                    resampleAlg="nearest" if nearest else "bilinear",
                    srcNodata=nodata,
                    dstNodata=math.nan,
                    outputType=gdal.GDT_Float32,
                )
                check(self._src is not None)
        except GdalError as error:
            raise SceneError(cannot_warp(path, str(error))) from error
        self.info = _info(self._src)


class GdalWriter:
    """See :class:`.protocol.RasterWriter`."""

    def __init__(self, path: str, new: NewRaster) -> None:
        self._path = path
        grid = new.grid
        options = [
            "TILED=YES",
            f"BLOCKXSIZE={new.block}",
            f"BLOCKYSIZE={new.block}",
            "COMPRESS=DEFLATE",
            "INTERLEAVE=BAND",
            "BIGTIFF=IF_SAFER",
            f"PHOTOMETRIC={'PALETTE' if new.colours else 'MINISBLACK'}",
        ]
        try:
            with quiet():
                self._dst = gdal.GetDriverByName("GTiff").Create(
                    path,
                    grid.width,
                    grid.height,
                    len(new.descriptions),
                    _GDAL_TYPES[new.dtype],
                    options,
                )
                check(self._dst is not None)
                if grid.is_georeferenced:
                    self._dst.SetGeoTransform(grid.transform)
                    if grid.crs:
                        self._dst.SetProjection(grid.crs)
                self._dst.SetMetadata(dict(new.tags))
                for index, description in enumerate(new.descriptions, start=1):
                    band = self._dst.GetRasterBand(index)
                    band.SetDescription(description)
                    if new.nodata is not None:
                        band.SetNoDataValue(new.nodata)
                    if new.scale is not None:
                        band.SetScale(new.scale)
                    if new.offset is not None:
                        band.SetOffset(new.offset)
                if new.colours:
                    table = gdal.ColorTable()
                    for value, colour in new.colours:
                        table.SetColorEntry(value, colour)
                    self._dst.GetRasterBand(1).SetColorTable(table)
        except GdalError as error:
            raise OutputError(cannot_write(path, str(error))) from error

    def write(self, rows: NDArray[Any], window: Window) -> None:
        """See :meth:`.protocol.RasterWriter.write`."""
        try:
            with quiet():
                for index, band_rows in enumerate(rows, start=1):
                    band = self._dst.GetRasterBand(index)
                    check(band.WriteArray(band_rows, window.col, window.row) in (0, None))
                    band.FlushCache()
                    check_errors()
        except GdalError as error:
            raise OutputError(cannot_write(self._path, str(error))) from error

    def add_tags(self, tags: tuple[tuple[str, str], ...]) -> None:
        """See :meth:`.protocol.RasterWriter.add_tags`."""
        self._dst.SetMetadata({**self._dst.GetMetadata(), **dict(tags)})

    def close(self) -> None:
        """See :meth:`.protocol.RasterWriter.close`."""
        try:
            with quiet():
                self._dst.FlushCache()
                self._dst = None
                check_errors()
        except GdalError as error:
            raise OutputError(cannot_write(self._path, str(error))) from error


class GdalBackend:
    """See :class:`.protocol.Backend`."""

    name = "gdal"

    def open(self, path: str) -> GdalReader:
        """See :meth:`.protocol.Backend.open`."""
        return GdalReader(path)

    def open_warped(self, path: str, grid: Grid, nearest: bool, nodata: float | None) -> GdalReader:
        """See :meth:`.protocol.Backend.open_warped`."""
        return GdalWarpedReader(path, grid, nearest, nodata)

    def create(self, path: str, new: NewRaster) -> GdalWriter:
        """See :meth:`.protocol.Backend.create`."""
        return GdalWriter(path, new)

    def build_overviews(self, path: str, factors: tuple[int, ...], advance: Advance) -> None:
        """See :meth:`.protocol.Backend.build_overviews`."""
        calls = _Calls(advance)
        try:
            with quiet(), _config("COMPRESS_OVERVIEW", "DEFLATE"):
                dst = gdal.Open(path, gdal.GA_Update)
                check(dst is not None)
                done = dst.BuildOverviews("NEAREST", list(factors), callback=calls)
                check(done in (0, None))
                dst.FlushCache()
                del dst
                check_errors()
        except GdalError as error:
            calls.check()
            raise OutputError(cannot_write(path, str(error))) from error
        calls.check()

    def read_warped(self, path: str, grid: Grid, advance: Advance) -> NDArray[np.float32]:
        """See :meth:`.protocol.Backend.read_warped`."""
        calls = _Calls(advance)
        try:
            with quiet():
                src = gdal.Open(path, gdal.GA_ReadOnly)
                check(src is not None)
                first = gdal.Translate("", src, format="VRT", bandList=[1])
                check(first is not None)
                dst = gdal.GetDriverByName("MEM").Create(
                    "", grid.width, grid.height, 1, gdal.GDT_Float32
                )
                dst.SetGeoTransform(grid.transform)
                dst.SetProjection(grid.crs)
                dst.GetRasterBand(1).Fill(math.nan)
                done = gdal.Warp(
                    dst, first, resampleAlg="bilinear", dstNodata=math.nan, callback=calls
                )
                check(done in (1, dst))
                values = dst.GetRasterBand(1).ReadAsArray()
        except GdalError as error:
            calls.check()
            raise SceneError(cannot_warp(path, str(error))) from error
        calls.check()
        return np.asarray(values)

    def limit_cache(self, size: int) -> AbstractContextManager[Any]:
        """See :meth:`.protocol.Backend.limit_cache`."""
        return _cache(size)


class _Calls:
    """Hands GDAL's calls of progress on; keeps what they raise, which C++ would lose."""

    def __init__(self, advance: Advance) -> None:
        self._advance = advance
        self._raised: BaseException | None = None

    def __call__(self, share: float, text: str, data: object) -> int:
        if self._raised is None:  # GDAL may call again once it is told to stop
            try:
                self._advance(share)
            except BaseException as error:
                self._raised = error
        return self._raised is None

    def check(self) -> None:
        """Raise what a call has raised."""
        if self._raised is not None:
            raise self._raised


class _CacheLimits:
    """Sizes asked for, the last of which holds: tasks that overlap may end in any order."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._asked: list[list[int]] = []  # lists, for they are told apart by identity
        self._before = 0

    @contextlib.contextmanager
    def __call__(self, size: int) -> Iterator[None]:
        own = [size]
        with self._lock:
            if not self._asked:
                self._before = gdal.GetCacheMax()
            self._asked.append(own)
            gdal.SetCacheMax(size)
        try:
            yield
        finally:
            with self._lock:
                self._asked = [other for other in self._asked if other is not own]
                gdal.SetCacheMax(self._asked[-1][0] if self._asked else self._before)


_cache = _CacheLimits()


@contextlib.contextmanager
def _config(key: str, value: str) -> Iterator[None]:
    before = gdal.GetThreadLocalConfigOption(key)
    gdal.SetThreadLocalConfigOption(key, value)
    try:
        yield
    finally:
        gdal.SetThreadLocalConfigOption(key, before)


def _dtype(band: Any) -> str:
    """Return numpy's name of a band's type."""
    name = str(gdal.GetDataTypeName(band.DataType)).lower()
    if name.startswith("c"):
        return f"complex{gdal.GetDataTypeSize(band.DataType)}"
    return "uint8" if name == "byte" else name


def _info(src: Any) -> RasterInfo:
    bands = [src.GetRasterBand(index + 1) for index in range(src.RasterCount)]
    structure = src.GetMetadata("IMAGE_STRUCTURE")
    crs = src.GetSpatialRef()
    factors = []
    if bands:
        for number in range(bands[0].GetOverviewCount()):
            factors.append(round(bands[0].XSize / bands[0].GetOverview(number).XSize))
    per_dataset, is_nodata = gdal.GMF_PER_DATASET, gdal.GMF_NODATA
    flags = [band.GetMaskFlags() for band in bands]
    colours = tuple(
        gdal.GetColorInterpretationName(band.GetColorInterpretation()).lower() for band in bands
    )
    return RasterInfo(
        grid=Grid(
            crs.ExportToWkt() if crs else "",
            tuple(src.GetGeoTransform()),
            src.RasterXSize,
            src.RasterYSize,
        ),
        driver=src.GetDriver().ShortName,
        dtypes=tuple(_dtype(band) for band in bands),
        descriptions=tuple(band.GetDescription() or "" for band in bands),
        band_tags=tuple(tuple(sorted(band.GetMetadata().items())) for band in bands),
        nodata=tuple(band.GetNoDataValue() for band in bands),
        scales=tuple(None if band.GetScale() in (None, 1) else band.GetScale() for band in bands),
        offsets=tuple(
            None if band.GetOffset() in (None, 0) else band.GetOffset() for band in bands
        ),
        colours=colours,
        overviews=tuple(factor for factor in factors if factor & (factor - 1) == 0),
        block=tuple(reversed(bands[0].GetBlockSize())) if bands else (1, 1),
        compressed="COMPRESSION" in structure,
        interleaved=src.RasterCount > 1 and structure.get("INTERLEAVE") == "PIXEL",
        has_mask="alpha" in colours
        or any(flag & per_dataset and not flag & is_nodata for flag in flags),
        tags=tuple(sorted(src.GetMetadata().items())),
    )
