"""The job that writes a masked copy of a scene: bands kept, masked pixels without data."""

from __future__ import annotations

import contextlib
import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .classes import CLASSES, CLOUD_CODES, CLOUD_SHADOW
from .composer import encode
from .composite_plan import UNIT
from .errors import OptionError
from .mask_table import MaskTable
from .overlap import Behind
from .paths import version
from .placing import PlacedMask, PlacedScene, StoredBand, identify_mask
from .radiometry import missing_values
from .raster import Backend, NewRaster, RasterReader, choose_backend
from .raster.protocol import RasterInfo
from .raster.sink import RasterSink, check_target
from .reading import output_grid
from .reporter import Pace, Progress, Reporter, check_cancelled
from .scene import SourceSpec, Window
from .tiling import cut

APPLIED = 0.9  # share of the progress; what follows is finishing the file
WRITABLE = ("uint8", "uint16", "int16", "uint32", "int32", "float32", "float64")


@dataclass(frozen=True)
class ApplyMaskRequest:
    """What to mask out of which scene.

    :param source: the scene. Of a single raster all bands are copied as stored, also those
        without a role; of products and band files the bands with a role, in one raster.
    :param mask: path of a classified raster, on any grid that overlaps the scene's.
    :param classes: what its values mean; None: as its tags, name or values tell.
    :param remove: class codes that lose their values.
    :param nodata: value of pixels that do; None: the scene's own, or one of its data type.
    :param buffer: metres by which cloud and shadow grow over clear pixels.
    """

    source: SourceSpec
    mask: str
    output: str
    classes: MaskTable | None = None
    remove: tuple[int, ...] = (*CLOUD_CODES, CLOUD_SHADOW)
    nodata: float | None = None
    buffer: float = 0.0

    def __post_init__(self) -> None:
        if not self.remove:
            raise OptionError("No class is named that is to be removed: name one or more.")
        if not (self.buffer >= 0 and math.isfinite(self.buffer)):
            raise OptionError(
                f"The mask buffer is {self.buffer:g}: give 0 or a positive number of metres."
            )


@dataclass(frozen=True)
class ApplyMaskResult:
    """What was written: ``removed`` is the share of all pixels that lost their values, 0..1."""

    output: str
    nodata: float
    removed: float
    warnings: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class _Copy:
    """What is copied: how a window of it is read, and what the new file is like."""

    read: Callable[[Window], NDArray[Any]]
    new: NewRaster
    close: Callable[[], None]


def apply_mask(request: ApplyMaskRequest, reporter: Reporter) -> ApplyMaskResult:
    """Write a masked copy: what the mask does not remove stays as it is, to the bit.

    :raises CloudMaskError: for bad inputs, with the remedy; nothing is written then.
    :raises Cancelled: where the reporter says so; nothing is written then.
    """

    def check() -> None:
        check_cancelled(reporter)

    check()
    backend = choose_backend()
    _check_output(request)
    file = identify_mask(request.mask, request.classes, backend)
    warnings = (*request.source.warnings, *file.remarks)
    for text in warnings:
        reporter.message(text)
    pace = Pace(reporter, "Masking out")
    removed = 0
    with contextlib.ExitStack() as stack:
        copy = _as_stored(request, backend, check) or _at_one_resolution(request, backend, check)
        stack.callback(copy.close)
        grid, nodata = copy.new.grid, copy.new.nodata
        mask = PlacedMask(file.path, file.table, grid, backend, check, request.buffer)
        stack.callback(mask.close)
        if not mask.overlaps:
            raise OptionError(
                f"{file.name} lies elsewhere than {request.source.name}: name this scene's mask."
            )
        sink = stack.enter_context(RasterSink(request.output, copy.new, backend, check=check))
        area = grid.width * grid.height

        def write(item: tuple[NDArray[Any], Window]) -> None:
            sink.write_blocks(*item)

        with Behind(write) as writer:
            done = 0
            for window in cut(grid.window, UNIT):
                pace.advance(APPLIED * done / area)
                done += window.width * window.height
                values, codes = copy.read(window), mask.codes(window)
                gone = np.isin(codes, request.remove)
                removed += int(gone.sum())
                values[:, gone] = nodata
                writer.put((values, window))

        def finishing(share: float, stage: str) -> None:
            check()
            reporter.progress(Progress(APPLIED + (1 - APPLIED) * share, stage))

        sink.finish(finishing)
        check()
    # The file is in place: a cancel comes too late, and must not be told as one.
    reporter.progress(Progress(1.0, "Masking out", 0.0))
    return ApplyMaskResult(
        request.output, math.nan if nodata is None else nodata, removed / area, warnings
    )


def _as_stored(
    request: ApplyMaskRequest, backend: Backend, check: Callable[[], None]
) -> _Copy | None:
    """Return how to copy bands of one grid and type as they are, None where they differ."""
    spec = request.source
    whole = spec.kind == "raster" and len({band.path for band in spec.bands}) == 1
    readers: dict[str, RasterReader] = {}
    for band in spec.bands:
        if band.path not in readers:
            readers[band.path] = backend.open(band.path)

    def close() -> None:
        for reader in readers.values():
            reader.close()

    info = readers[spec.bands[0].path].info
    if whole:
        images = [(spec.bands[0].path, index + 1) for index in range(info.count)]
        names = tuple(info.descriptions)
    else:
        images = [(band.path, band.index) for band in spec.bands]
        names = tuple(band.role for band in spec.bands)
    kinds = {(readers[path].info.grid, readers[path].info.dtypes[i - 1]) for path, i in images}
    if len(kinds) > 1:
        close()
        return None
    grid, dtype = kinds.pop()
    nodata = _nodata(request, info, dtype)

    def read(window: Window) -> NDArray[Any]:
        shape = (window.height, window.width)
        values = np.empty((len(images), *shape), dtype=dtype)
        for position, (path, index) in enumerate(images):
            check()
            raw = readers[path].read(index, window, shape)
            values[position] = raw
            old = readers[path].info.nodata[index - 1]
            if old is not None and old != nodata:
                values[position][missing_values(raw, old)] = nodata
        for path in spec.mask_paths:  # which the copy has not
            values[:, ~readers[path].read_mask(window, shape)] = nodata
        return values

    tags = (*(info.tags if whole else ()), *_tags(request, whole))
    scale, offset = _declared(info, [index for _, index in images]) if whole else (None, None)
    new = NewRaster(grid, dtype, names, nodata, tags, scale=scale, offset=offset)
    return _Copy(read, new, close)


def _at_one_resolution(
    request: ApplyMaskRequest, backend: Backend, check: Callable[[], None]
) -> _Copy:
    """Return how to copy bands of several pixel sizes, at the one at which they are masked."""
    spec = request.source
    grid = output_grid(spec, None)
    bands = tuple(StoredBand(band.role, band.role, band.gain, band.bias) for band in spec.bands)
    reader = backend.open(spec.bands[0].path)
    info = reader.info
    reader.close()
    dtype = info.dtypes[spec.bands[0].index - 1]
    nodata = _nodata(request, info, dtype)
    scene = PlacedScene(spec, grid, bands, backend, check)

    def read(window: Window) -> NDArray[Any]:
        values, valid = scene.read(window)
        return encode(values, valid, dtype, nodata, np.zeros_like(valid))

    names = tuple(band.name for band in bands)
    return _Copy(read, NewRaster(grid, dtype, names, nodata, _tags(request, False)), scene.close)


def _nodata(request: ApplyMaskRequest, info: RasterInfo, dtype: str) -> float:
    """Return the value of masked pixels.

    :raises OptionError: where the data type cannot hold it, or cannot be written at all.
    """
    if dtype not in WRITABLE:
        raise OptionError(
            f"{request.source.name} holds values of type {dtype}, which cannot be written: convert "
            "it to float32 first."
        )
    kind = np.dtype(dtype)
    declared = next((value for value in info.nodata if value is not None), None)
    for value in (request.nodata, declared, request.source.nodata.value):
        if value is not None:
            break
    else:
        value = math.nan if kind.kind == "f" else float(np.iinfo(kind).min)
    if kind.kind != "f":
        limits = np.iinfo(kind)
        if not (limits.min <= value <= limits.max and value == int(value)):
            raise OptionError(
                f"The nodata value {value:g} is none that {dtype} can hold: give a whole number "
                f"from {limits.min} to {limits.max}."
            )
    return value


def _declared(info: RasterInfo, indices: list[int]) -> tuple[float | None, float | None]:
    """Return scale and offset where all bands declare the same."""
    scales = {info.scales[index - 1] for index in indices}
    offsets = {info.offsets[index - 1] for index in indices}
    one = len(scales) == len(offsets) == 1
    return (scales.pop(), offsets.pop()) if one else (None, None)


def _tags(request: ApplyMaskRequest, whole: bool) -> tuple[tuple[str, str], ...]:
    """Return where the copy came from and, of products, what their metadata told."""
    spec = request.source
    keys = {item.code: item.key for item in CLASSES}
    parameters = {
        "classes": [keys[code] for code in request.remove],
        "buffer": request.buffer,
        "mask": Path(request.mask).name,
    }
    tags = {
        "CLOUDMASK_VERSION": version(),
        "CLOUDMASK_APPLIED": json.dumps(parameters, sort_keys=True),
        "CLOUDMASK_SOURCE": spec.name,
    }
    if not whole:
        gains, biases = {band.gain for band in spec.bands}, {band.bias for band in spec.bands}
        tags["CLOUDMASK_LEVEL"] = spec.level.value or ""
        tags["ACQUISITION_TIME"] = spec.acquired.value or ""
        if len(gains) == len(biases) == 1:
            tags["REFLECTANCE_SCALE"] = repr(gains.pop())
            tags["REFLECTANCE_OFFSET"] = repr(biases.pop())
    return tuple((key, value) for key, value in tags.items() if value)


def _check_output(request: ApplyMaskRequest) -> None:
    check_target(request.output)
    spec = request.source
    inputs = {band.path for band in (*spec.bands, *spec.coarser)} | {request.mask}
    if Path(request.output).resolve() in {Path(path).resolve() for path in inputs}:
        raise OptionError(
            f"{request.output} is the scene or the mask itself: choose another name for the copy."
        )
