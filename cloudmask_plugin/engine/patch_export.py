"""Corrected parts of a mask as labelled patches in CloudSEN12's folders, for training.

``<folder>/<region>/<scene>/{S2L1C,S2L2A}.tif`` and ``manual_hq.tif``, 509 × 509 pixels (Aybar et
al. 2022, doi:10.1038/s41597-022-01878-2), with ``metadata.csv`` beside the regions.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .bands import ROLES
from .classes import NODATA
from .errors import OptionError, OutputError
from .map_view import ViewedRaster, window_codes
from .placing import identify_mask
from .raster import Backend, NewRaster
from .raster.sink import RasterSink
from .reference_labels import UNLABELLED
from .reporter import Pace, Reporter, check_cancelled
from .scene import Grid, SourceSpec, Window
from .view_reflectance import read_reflectance

SIDE = 509  # pixels
SCALE = 10_000  # of the stored reflectance
COLUMNS = (
    "roi_id", "s2_id", "label_type", "level", "acquired", "resolution", "crs", "x", "y",
    "sun_zenith", "sun_azimuth", "bands", "mask",
)  # fmt: skip


@dataclass(frozen=True)
class PatchExport:
    """What to export.

    :param mask: path of the corrected mask.
    :param windows: pixels of the mask that were corrected; patches cover them.
    :param folder: where the regions go; existing ones are kept, new ones numbered behind them.
    """

    spec: SourceSpec
    mask: str
    windows: tuple[Window, ...]
    folder: str


def export_patches(request: PatchExport, backend: Backend, reporter: Reporter) -> tuple[str, ...]:
    """Write the patches that cover the corrected windows; return their folders.

    Bands that the scene lacks are 0 throughout; ``bands`` in metadata.csv names those it has.

    :raises CloudMaskError: where nothing was corrected, or files cannot be read or written.
    :raises Cancelled: where the reporter says so; patches written before stay.
    """
    if not request.windows:
        raise OptionError("Nothing was corrected yet: correct the mask first, then export it.")
    spec, root = request.spec, Path(request.folder)
    try:
        root.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"The folder {root} cannot be made ({error}): choose another.") from error
    table = identify_mask(request.mask, None, backend).table
    mask = ViewedRaster(request.mask, backend)
    written: list[str] = []
    try:
        grid = mask.info.grid
        patches = patch_windows(request.windows, grid.window)
        pace = Pace(reporter, "Exporting patches")
        number = _first_free(root)
        for done, window in enumerate(patches):
            pace.advance(done / len(patches))
            region = f"ROI_{number + done:04d}"
            target = root / region / _scene_id(spec.name)
            target.mkdir(parents=True, exist_ok=True)
            codes = np.full((SIDE, SIDE), UNLABELLED, np.uint8)
            inside = window.intersect(grid.window)
            labels = window_codes(mask, table, inside)
            codes[: inside.height, : inside.width] = np.where(
                labels == NODATA, np.uint8(UNLABELLED), labels
            )
            place = grid.cropped(window)
            level = "S2L2A" if spec.level.value == "L2A" else "S2L1C"
            _write(target / f"{level}.tif", place, _digital(spec, place, backend), ROLES, backend)
            _write(target / "manual_hq.tif", place, codes[np.newaxis], ("manual_hq",), backend)
            _describe(root / "metadata.csv", region, spec, place, level, request.mask)
            written.append(str(target))
            check_cancelled(reporter)
        pace.advance(1.0)
    finally:
        mask.close()
    return tuple(written)


def patch_windows(windows: Sequence[Window], raster: Window) -> tuple[Window, ...]:
    """Return windows of 509 × 509 pixels, on a grid of such, that touch any of some windows.

    The last ones of a row or column are moved inwards; a raster that is smaller has one, which
    sticks out to the right and below.
    """

    def starts(size: int) -> list[int]:
        return [min(n * SIDE, max(size - SIDE, 0)) for n in range(max(1, math.ceil(size / SIDE)))]

    found = []
    for row in starts(raster.height):
        for col in starts(raster.width):
            patch = Window(col, row, SIDE, SIDE)
            common = (patch.intersect(window) for window in windows)
            if any(part.width and part.height for part in common):
                found.append(patch)
    return tuple(found)


def _digital(spec: SourceSpec, place: Grid, backend: Backend) -> NDArray[np.uint16]:
    """Return (13, 509, 509) uint16 reflectance · 10000, 0 where there is none."""
    values = np.zeros((len(ROLES), SIDE, SIDE), np.uint16)
    bands = [band for band in spec.bands if band.role in ROLES]
    found = read_reflectance(bands, place, spec.nodata.value, backend)
    for band, plane in zip(bands, found):
        stored = np.clip(np.rint(np.nan_to_num(plane) * SCALE), 0, 65_535)
        values[ROLES.index(band.role)] = stored.astype(np.uint16)
    return values


def _write(
    path: Path,
    place: Grid,
    values: NDArray[np.uint8] | NDArray[np.uint16],
    names: tuple[str, ...],
    backend: Backend,
) -> None:
    nodata = UNLABELLED if values.dtype == np.uint8 else 0
    new = NewRaster(place, values.dtype.name, names, nodata)
    with RasterSink(str(path), new, backend) as sink:
        sink.write(values)
        sink.finish(lambda share, stage: None)


def _describe(
    path: Path, region: str, spec: SourceSpec, place: Grid, level: str, mask: str
) -> None:
    x, y = place.centre
    line = {
        "roi_id": region,
        "s2_id": _scene_id(spec.name),
        "label_type": "high",
        "level": level,
        "acquired": spec.acquired.value or "",
        "resolution": f"{place.resolution:g}",
        "crs": place.epsg,
        "x": f"{x:.2f}",
        "y": f"{y:.2f}",
        "sun_zenith": "" if spec.sun_zenith.value is None else f"{spec.sun_zenith.value:g}",
        "sun_azimuth": "" if spec.sun_azimuth.value is None else f"{spec.sun_azimuth.value:g}",
        "bands": " ".join(spec.roles),
        "mask": Path(mask).name,
    }
    new = not path.exists()
    try:
        with path.open("a", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, COLUMNS)
            if new:
                writer.writeheader()
            writer.writerow(line)
    except OSError as error:
        raise OutputError(f"{path} cannot be written ({error}): choose another folder.") from error


def _scene_id(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9_.-]+", "_", Path(name).stem) or "scene"


def _first_free(root: Path) -> int:
    taken = [int(path.name[4:]) for path in root.glob("ROI_[0-9]*") if path.name[4:].isdigit()]
    return max(taken, default=0) + 1
