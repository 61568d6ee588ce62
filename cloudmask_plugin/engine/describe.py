"""What a location holds: from a file, folder or product to a :class:`.scene.SourceSpec`."""

from __future__ import annotations

import contextlib
import math
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from . import bands as band_names
from . import landsat
from .errors import BandError, SceneError
from .images import Found, Image, ImageFinder, entries, file_name
from .pixel_size import metres_in_unit
from .product import Product
from .radiometry import Evidence, resolve
from .raster import Backend, RasterInfo, choose_backend
from .reporter import Reporter, SilentReporter, check_cancelled
from .scene import (
    NO_OVERRIDES,
    SENTINEL2,
    BandSource,
    Overrides,
    Resolved,
    SourceSpec,
    Window,
)
from .sensors import Sensor, find_sensor, sensor_from_names
from .sun import SunGrid

SAMPLE_SIDE = 128  # pixels of a decimated look, where overviews make it cheap
SAMPLE_PARTS = 4  # a side, in which a decimated look is taken, so that it can be cancelled
SAMPLE_WINDOWS = 5  # a side, of small windows elsewhere
SAMPLE_WINDOW = 32  # pixels a side
SAMPLE_CACHE = 32 * 2**20  # bytes; a few blocks of all bands, which nobody needs again
PRODUCT_RESOLUTION = 20.0  # metres; masks of whole products are made at it by default
_LEVEL2_LAYER = re.compile(r"(?<![A-Za-z0-9])(SCL|AOT|WVP)(?![A-Za-z0-9])")
_SEEN_NAMES = 100  # of a folder's files, to tell the sensor


def describe(
    location: str | Sequence[str],
    overrides: Overrides = NO_OVERRIDES,
    backend: Backend | None = None,
    reporter: Reporter | None = None,
) -> SourceSpec:
    """Find out all that is known of a scene, without reading more than samples of it.

    :param location: GeoTIFF, VRT, COG, any other raster, GDAL URI or http address of one;
        ``.SAFE`` folder, its zip, metadata file or one of its bands; folder of a Landsat
        scene, its MTL.txt or one of its bands; STAC item; netCDF series; a folder of band
        files, one of them, or several files that make one scene.
    :param reporter: asked between files and parts of them whether the user has cancelled.
    :raises SceneError, BandError, RadiometryError, OptionError: with the remedy.
    :raises Cancelled: where the reporter says so.
    """
    backend = backend or choose_backend()
    reporter = reporter or SilentReporter()
    locations = (location,) if isinstance(location, str) else tuple(location)
    if not locations:
        raise SceneError("No file is named: name the scene's file, folder or product.")
    sensor, sensor_evidence = _sensor(locations, overrides)
    found = ImageFinder(overrides, sensor, backend, reporter).find(locations)
    if sensor is None and overrides.sensor is None:  # items tell their names only when read
        sensor, sensor_evidence = _sensor((found.name,), overrides)
    return _assemble(
        "; ".join(locations), found, overrides, backend, reporter, sensor, sensor_evidence
    )


def info(spec: SourceSpec) -> dict[str, Any]:
    """Return what is known of a scene as the command line's ``info`` prints it."""
    resolved: dict[str, Resolved[Any]] = {
        "sensor": spec.sensor,
        "level": spec.level,
        "baseline": spec.baseline,
        "scale": spec.scale,
        "offset": spec.offset,
        "nodata": spec.nodata,
        "acquired": spec.acquired,
        "sun_zenith": spec.sun_zenith,
        "sun_azimuth": spec.sun_azimuth,
    }
    values: dict[str, Any] = {"name": spec.name}
    for key, item in resolved.items():
        value = item.value
        values[key] = "nan" if isinstance(value, float) and math.isnan(value) else value
    one_file = len({band.path for band in spec.bands}) == 1
    values["sun_grid"] = list(spec.sun_grid.shape) if spec.sun_grid else None
    values["bands"] = {
        band.role: band.index if one_file else f"{band.path}:{band.index}" for band in spec.bands
    }
    values["unused"] = list(spec.unused)
    values["crs"] = spec.grid.crs or None
    values["size"] = [spec.grid.width, spec.grid.height]
    values["resolution"] = spec.grid.resolution
    values["warnings"] = list(spec.warnings)
    evidence = {
        key: {"source": item.source, "confidence": item.confidence, "guessed": item.guessed}
        for key, item in (*resolved.items(), ("bands", spec.band_evidence))
    }
    values["evidence"] = evidence
    return values


def _sensor(locations: Sequence[str], overrides: Overrides) -> tuple[Sensor | None, Resolved[str]]:
    """Return the sensor, None for Sentinel-2, and what told it."""
    if overrides.sensor is not None:
        return find_sensor(overrides.sensor), Resolved(overrides.sensor, "stated by the user")
    product = next(filter(None, map(landsat.find_product, locations)), None)
    if product is not None and product.sensor is not None:
        return find_sensor(product.sensor), Resolved(product.sensor, product.source)
    names = [file_name(location) for location in locations]
    for folder in map(Path, locations):
        if folder.is_dir():
            names += [entry.name for entry in entries(folder)[:_SEEN_NAMES]]
    told = sensor_from_names(tuple(names))
    if told is None:
        return None, SENTINEL2
    return told[0], Resolved(told[0].key, f"name {told[1]}", 0.95)


def _assemble(
    location: str,
    found: Found,
    overrides: Overrides,
    backend: Backend,
    reporter: Reporter,
    sensor: Sensor | None,
    sensor_evidence: Resolved[str],
) -> SourceSpec:
    """Settle one image a role, sample values, resolve radiometry, time and sun."""
    product = found.product
    finest, coarser = _one_a_role(list(found.used), location, product is not None)
    if not finest:
        raise BandError(
            f"No band of {location} has a role: state the bands, at least red, green and blue."
        )
    _check_grids(finest, location)
    finest, coarser, unsized = _with_pixel_size(
        found.name, finest, coarser, overrides, sensor, backend
    )
    grid = min((c.info.grid for c in finest), key=lambda g: g.resolution)
    with backend.limit_cache(SAMPLE_CACHE):
        samples = _samples(finest, backend, reporter)
    tags = tuple(
        dict.fromkeys(
            item for c in finest for item in (*c.info.tags, *c.info.band_tags[c.index - 1])
        )
    )
    names = tuple(
        dict.fromkeys((found.name, file_name(location), *(file_name(c.path) for c in finest)))
    )
    zenith = _sun("ZENITH", overrides.sun_zenith, product, tags)
    worst = min(finest, key=lambda c: c.confidence)
    band_evidence = Resolved(worst.source, worst.source, worst.confidence)
    radiometry = resolve(
        Evidence(
            dtype=finest[0].info.dtypes[finest[0].index - 1],
            roles=tuple(c.role or "" for c in finest),
            names=names,
            tags=tags,
            scales=tuple(c.info.scales[c.index - 1] for c in finest),
            offsets=tuple(c.info.offsets[c.index - 1] for c in finest),
            nodata=tuple(c.info.nodata[c.index - 1] for c in finest),
            samples=samples,
            product=product.radiometry if product else None,
            has_level2_layers=any(_LEVEL2_LAYER.search(text) for text in found.unused),
            sensor=sensor,
            sun_zenith=zenith.value,
            band_source=band_evidence.source,
            same_places=tuple(c.role or "" for c in finest if c.info.grid == grid),
        ),
        overrides,
    )
    by_role = {
        c.role: (gain, bias) for c, gain, bias in zip(finest, radiometry.gains, radiometry.biases)
    }
    warnings = [*found.warnings, *unsized, *radiometry.warnings]
    if band_evidence.guessed:
        warnings.append(
            f"Which band is which was guessed ({worst.source}): correct it if it is wrong."
        )
    if overrides.step is not None and found.kind != "series":
        warnings.append(
            f"{found.name} holds one date, and {overrides.step}, which was stated, is not used."
        )
    if sensor is not None:
        warnings.append(
            f"The scene is one of {sensor.title} ({sensor_evidence.source}): "
            "its bands stand for Sentinel-2's; check the mask with care."
        )
    resolution = grid.resolution
    if product is not None and sensor is None:
        resolution *= max(1, round(PRODUCT_RESOLUTION / resolution))
    return SourceSpec(
        name=found.name,
        location=location,
        grid=grid,
        resolution=resolution,
        bands=tuple(_band_source(c, by_role) for c in finest),
        coarser=tuple(_band_source(c, by_role) for c in coarser),
        unused=found.unused,
        level=radiometry.level,
        baseline=radiometry.baseline,
        scale=radiometry.scale,
        offset=radiometry.offset,
        nodata=radiometry.nodata,
        acquired=_acquired(product, overrides, finest, tags, names),
        sun_zenith=zenith,
        sun_azimuth=_sun("AZIMUTH", overrides.sun_azimuth, product, tags),
        band_evidence=band_evidence,
        mask_paths=tuple(dict.fromkeys(c.path for c in finest if c.info.has_mask)),
        strict_nodata=radiometry.strict_nodata,
        warnings=tuple(dict.fromkeys(warnings)),
        sensor=sensor_evidence,
        kind=found.kind,
        sun_grid=_sun_grid(product, overrides),
    )


def _one_a_role(
    candidates: list[Image], location: str, several: bool
) -> tuple[list[Image], list[Image]]:
    """Split candidates into the finest image of each role and the coarser ones.

    :raises BandError: where a role occurs twice at the same resolution.
    """
    order = {role: position for position, role in enumerate(band_names.ROLES)}
    ranked = sorted(
        candidates, key=lambda c: (order[c.role or "B01"], c.info.grid.resolution, c.path, c.index)
    )
    finest: dict[str, Image] = {}
    coarser = []
    for candidate in ranked:
        role = candidate.role or ""
        if role not in finest:
            finest[role] = candidate
        elif several or candidate.info.grid.resolution > finest[role].info.grid.resolution * 1.5:
            coarser.append(candidate)
        elif finest[role].path != candidate.path:
            raise BandError(
                f"{location} has {role} twice ({finest[role].name}, {candidate.name}): name the "
                "files of one scene, or leave only those in the folder."
            )
        else:
            raise BandError(
                f"{location} has {role} twice ({finest[role].name}, {candidate.name}): "
                "state which band is which."
            )
    return list(finest.values()), coarser


def _with_pixel_size(
    name: str,
    finest: list[Image],
    coarser: list[Image],
    overrides: Overrides,
    sensor: Sensor | None,
    backend: Backend,
) -> tuple[list[Image], list[Image], tuple[str, ...]]:
    """Put the metres in a unit into the images' grids where these do not tell them."""
    first = min(finest, key=lambda c: c.info.grid.resolution)
    unit, warnings = metres_in_unit(first.path, name, first.info.grid, overrides, sensor, backend)
    if unit is None:
        return finest, coarser, warnings

    def sized(image: Image) -> Image:
        return replace(image, info=replace(image.info, grid=replace(image.info.grid, unit=unit)))

    return [sized(image) for image in finest], [sized(image) for image in coarser], warnings


def _check_grids(candidates: list[Image], location: str) -> None:
    first = candidates[0].info.grid
    for candidate in candidates[1:]:
        grid = candidate.info.grid
        unplaced = (0.0, 1.0, 0.0, 0.0, 0.0)
        if unplaced in (grid.transform[:5], first.transform[:5]) and grid.window != first.window:
            raise SceneError(
                f"The bands of {location} differ in size and have no position "
                f"({candidates[0].name}, {candidate.name}): give them one, or choose bands of one "
                "size."
            )
        rotated = grid.transform[2] or grid.transform[4]
        if grid.crs != first.crs or (rotated and grid != first):
            raise SceneError(
                f"The bands of {location} lie in different coordinate systems "
                f"({candidates[0].name}, {candidate.name}): warp them to one first."
            )


def _band_source(candidate: Image, by_role: dict[str | None, tuple[float, float]]) -> BandSource:
    gain, bias = by_role[candidate.role]
    return BandSource(
        candidate.role or "",
        candidate.path,
        candidate.index,
        candidate.name,
        candidate.info.grid,
        gain,
        bias,
    )


def _samples(candidates: list[Image], backend: Backend, reporter: Reporter) -> NDArray[np.float64]:
    """Return raw values from all over the scene, (bands, n) float64, short rows NaN-padded."""
    parts: list[list[NDArray[np.float64]]] = [[] for _ in candidates]
    for path in dict.fromkeys(candidate.path for candidate in candidates):
        check_cancelled(reporter)
        reader = backend.open(path)
        try:
            # Bands within windows: a block may hold all bands.
            for window, shape in _sample_windows(reader.info):
                for position, candidate in enumerate(candidates):
                    if candidate.path == path:
                        check_cancelled(reporter)
                        values = reader.read(candidate.index, window, shape)
                        parts[position].append(np.asarray(values, dtype=np.float64).ravel())
        finally:
            reader.close()
    rows = [np.concatenate(part) for part in parts]
    result = np.full((len(rows), max(row.size for row in rows)), np.nan)
    for position, row in enumerate(rows):
        result[position, : row.size] = row
    return result


def _sample_windows(info_: RasterInfo) -> list[tuple[Window, tuple[int, int]]]:
    """Return where to look at a file, each with the (rows, cols) to read it at."""
    grid = info_.grid
    if max(grid.width, grid.height) <= 2 * SAMPLE_SIDE:
        shape = (min(grid.height, SAMPLE_SIDE), min(grid.width, SAMPLE_SIDE))
        return [(grid.window, shape)]
    windows = []
    if info_.overviews:
        side = SAMPLE_SIDE // SAMPLE_PARTS
        cols = [grid.width * part // SAMPLE_PARTS for part in range(SAMPLE_PARTS + 1)]
        rows = [grid.height * part // SAMPLE_PARTS for part in range(SAMPLE_PARTS + 1)]
        for row, row_stop in zip(rows, rows[1:]):
            for col, col_stop in zip(cols, cols[1:]):
                part = Window(col, row, col_stop - col, row_stop - row)
                if part.width and part.height:
                    windows.append((part, (min(part.height, side), min(part.width, side))))
        return windows
    for i in range(SAMPLE_WINDOWS):
        for j in range(SAMPLE_WINDOWS):
            window = Window(
                (grid.width - SAMPLE_WINDOW) * j // (SAMPLE_WINDOWS - 1),
                (grid.height - SAMPLE_WINDOW) * i // (SAMPLE_WINDOWS - 1),
                SAMPLE_WINDOW,
                SAMPLE_WINDOW,
            ).intersect(grid.window)
            if window.width and window.height:
                windows.append((window, (window.height, window.width)))
    return windows


_TIME_TAG = re.compile(r"(DATETIME|ACQUISITION|SENSING|PRODUCT_START_TIME)", re.I)
_ISO = re.compile(r"(\d{4})[-:](\d{2})[-:](\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?")
_COMPACT = re.compile(r"(?<!\d)(20\d{2})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(?!\d)")
_DATE_IN_NAME = re.compile(r"(?<!\d)(20\d{2})-?(0[1-9]|1[0-2])-?([0-2]\d|3[01])(?!\d)")
_FILE_TIME = "TIFFTAG_DATETIME"  # of the image's making, which may be that of the file (TIFF 6.0)


def _acquired(
    product: Product | None,
    overrides: Overrides,
    images: Sequence[Image],
    tags: tuple[tuple[str, str], ...],
    names: tuple[str, ...],
) -> Resolved[str | None]:
    """Return the acquisition time, ISO 8601 in UTC, from the best source there is."""
    if overrides.acquired:
        return Resolved(overrides.acquired, "stated by the user")
    if product and product.acquired:
        return Resolved(product.acquired, product.source)
    if images[0].acquired:
        return Resolved(images[0].acquired, "date in the series")
    return acquired_by(tags, names)


def acquired_by(tags: tuple[tuple[str, str], ...], names: tuple[str, ...]) -> Resolved[str | None]:
    """Return the acquisition time that tags or, failing these, names of files tell."""
    for key, value in tags:
        time = _first_time(value, _ISO) if _TIME_TAG.search(key) and key != _FILE_TIME else None
        if time:
            return Resolved(time, f"tag {key}", 0.95)
    for name in names:
        time = _first_time(name, _COMPACT, _DATE_IN_NAME)
        if time:
            return Resolved(time, f"name {name}", 0.9)
    time = _first_time(dict(tags).get(_FILE_TIME, ""), _ISO)
    if time:
        return Resolved(time, f"tag {_FILE_TIME}, which may be when the file was written", 0.6)
    return Resolved(None, "nothing tells it", 0.0)


def _first_time(text: str, *patterns: re.Pattern[str]) -> str | None:
    """Return the first time that a text tells and the calendar has, ISO 8601 in UTC."""
    for pattern in patterns:
        for match in pattern.finditer(text):
            with contextlib.suppress(ValueError):
                date(*map(int, match.groups()[:3]))
                return _iso(match)
    return None


def _iso(match: re.Match[str]) -> str:
    parts = [part or "00" for part in match.groups()]
    date = "-".join(parts[:3])
    if len(parts) == 3 or not match.groups()[3]:
        return date
    return f"{date}T{':'.join(parts[3:6])}Z"


def _sun(
    angle: str,
    stated: float | None,
    product: Product | None,
    tags: tuple[tuple[str, str], ...],
) -> Resolved[float | None]:
    """Return the sun's ``angle`` ("ZENITH" or "AZIMUTH") in degrees."""
    if stated is not None:
        return Resolved(stated, "stated by the user")
    if product is not None:
        told = product.sun_zenith if angle == "ZENITH" else product.sun_azimuth
        if told is not None:
            return Resolved(told, product.source)
    for key, value in tags:
        name = key.upper()
        if angle in name and ("SUN" in name or "SOLAR" in name):
            try:
                return Resolved(float(value), f"tag {key}", 0.95)
            except ValueError:
                continue
    return Resolved(None, "nothing tells it", 0.0)


def _sun_grid(product: Product | None, overrides: Overrides) -> SunGrid | None:
    """Return how the sun's angles change over a product, None where the user states one."""
    stated = overrides.sun_zenith is not None or overrides.sun_azimuth is not None
    return product.sun_grid if product is not None and not stated else None
