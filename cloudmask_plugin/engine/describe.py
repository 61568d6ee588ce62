"""What a location holds: from a file, folder or product to a :class:`.scene.SourceSpec`."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from . import bands as band_names
from .errors import BandError, SceneError
from .radiometry import Evidence, ProductRadiometry, resolve
from .raster import Backend, RasterInfo, choose_backend
from .safe import Product, find_product
from .scene import NO_OVERRIDES, BandSource, Overrides, Resolved, SourceSpec, Window

SAMPLE_SIDE = 128  # pixels of a decimated look, where overviews make it cheap
SAMPLE_WINDOWS = 5  # a side, of small windows elsewhere
SAMPLE_WINDOW = 32  # pixels a side
SAMPLE_CACHE = 32 * 2**20  # bytes; a few blocks of all bands, which nobody needs again
PRODUCT_RESOLUTION = 20.0  # metres; masks of whole products are made at it by default
_IMAGE_SUFFIXES = (".jp2", ".tif", ".tiff", ".img", ".vrt")
_LEVEL2_LAYER = re.compile(r"(?<![A-Za-z0-9])(SCL|AOT|WVP)(?![A-Za-z0-9])")
_NO_ROLE = ("", "-")


@dataclass(frozen=True)
class _Candidate:
    """A band of a file before its role is settled."""

    path: str
    index: int
    name: str
    info: RasterInfo
    role: str | None
    role_source: str
    role_confidence: float


def describe(
    location: str, overrides: Overrides = NO_OVERRIDES, backend: Backend | None = None
) -> SourceSpec:
    """Find out all that is known of a scene, without reading more than samples of it.

    :param location: GeoTIFF, VRT, COG, any other raster or GDAL URI, ``.SAFE`` folder, its
        zip or metadata file, or a folder of band files.
    :raises SceneError, BandError, RadiometryError: with the remedy.
    """
    backend = backend or choose_backend()
    product = find_product(location)
    if product:
        return _describe_product(location, product, overrides, backend)
    path = Path(location)
    if path.is_dir():
        files = sorted(
            str(entry) for entry in path.iterdir() if entry.suffix.lower() in _IMAGE_SUFFIXES
        )
        candidates = [c for c in _folder_candidates(files, backend) if c.role]
        if not candidates:
            raise SceneError(
                f"{location} holds no file whose name tells its band: "
                "name the files like B02.tif or choose a product's folder."
            )
        return _assemble(location, path.name, candidates, [], overrides, backend, None)
    candidates = _file_candidates(location, overrides, backend)
    used = [c for c in candidates if c.role]
    unused = [c.name for c in candidates if not c.role]
    return _assemble(location, _scene_name(location), used, unused, overrides, backend, None)


def info(spec: SourceSpec) -> dict[str, Any]:
    """Return what is known of a scene as the command line's ``info`` prints it."""
    resolved: dict[str, Resolved[Any]] = {
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
    values["bands"] = {
        band.role: band.index if band.path == spec.location else f"{band.path}:{band.index}"
        for band in spec.bands
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


def _scene_name(location: str) -> str:
    stem = Path(location.split("?")[0]).name or location
    return re.sub(r"\.(tiff?|jp2|vrt|img|nc|zip)$", "", stem, flags=re.I)


def _file_candidates(location: str, overrides: Overrides, backend: Backend) -> list[_Candidate]:
    reader = backend.open(location)
    try:
        info_ = reader.info
    finally:
        reader.close()
    if info_.count == 0:
        raise SceneError(
            f"{location} is a container without bands of its own: choose one of its layers."
        )
    stated = overrides.bands
    if stated is not None and len(stated) > info_.count:
        raise BandError(
            f"{len(stated)} bands are named, but {location} has {info_.count}: "
            "name the band of each in the file's order, - for one to leave out."
        )
    found = [_role_of(info_, index, location) for index in range(info_.count)]
    names = [info_.descriptions[index] or f"Band {index + 1}" for index in range(info_.count)]
    alpha = [info_.colours[index] == "alpha" for index in range(info_.count)]
    if stated is not None:
        roles = [_stated_role(text) for text in stated]
        roles += [None] * (info_.count - len(roles))
        found = [(role, "stated by the user", 1.0) for role in roles]
    elif not any(role for role, _, _ in found):
        found = _usual(info_, alpha, location)
    return [
        _Candidate(location, i + 1, names[i], info_, None if alpha[i] else role, source, sure)
        for i, (role, source, sure) in enumerate(found)
    ]


def _stated_role(text: str) -> str | None:
    if text.strip() in _NO_ROLE:
        return None
    role = band_names.canonical_role(text)
    if role is None:
        raise BandError(
            f"{text!r} is no Sentinel-2 band: use B01 to B12 or B8A, - for a band to leave out."
        )
    return role


def _role_of(info_: RasterInfo, index: int, location: str) -> tuple[str | None, str, float]:
    """Return role, source and confidence from what the file says of one band."""
    description = info_.descriptions[index]
    role = band_names.role_from_name(description) if description else None
    if role:
        return role, "band descriptions", 1.0
    for key, value in info_.band_tags[index]:
        if key.upper() in ("BANDNAME", "BAND_NAME", "NAME", "EO:COMMON_NAME", "LONG_NAME"):
            role = band_names.role_from_name(value)
            if role:
                return role, f"band tag {key}", 1.0
        if "WAVELENGTH" in key.upper() and "UNIT" not in key.upper():
            match = re.match(r"\s*([\d.]+)", value)
            if match:
                number = float(match.group(1))
                role = band_names.role_from_wavelength(number * 1000 if number < 20 else number)
                if role:
                    return role, f"band tag {key}", 0.95
    if info_.count == 1:
        role = band_names.role_from_name(Path(location).name)
        if role:
            return role, "file name", 0.95
    return None, "nothing tells it", 0.0


def _usual(
    info_: RasterInfo, alpha: list[bool], location: str
) -> list[tuple[str | None, str, float]]:
    """Return a guess at the roles of nameless bands, from colours or their number."""
    colours = {"red": "B04", "green": "B03", "blue": "B02"}
    if set(info_.colours) >= set(colours):
        source = "colour interpretation red, green, blue"
        found: list[tuple[str | None, str, float]] = []
        for colour in info_.colours:
            found.append((colours.get(colour), source, 0.85))
        return found
    count = info_.count - sum(alpha)
    usual = band_names.usual_roles(count)
    if usual is None:
        raise BandError(
            f"Nothing tells which of the {count} bands of {location} is which: "
            "state them in the file's order, for example B02,B03,B04,B08."
        )
    roles = iter(usual[0])
    return [(None if a else next(roles), usual[1], 0.5) for a in alpha]


def _folder_candidates(files: Sequence[str], backend: Backend) -> list[_Candidate]:
    candidates = []
    for file in files:
        role = band_names.role_from_name(Path(file).name)
        if role:
            reader = backend.open(file)
            try:
                info_ = reader.info
            finally:
                reader.close()
            candidates.append(_Candidate(file, 1, Path(file).name, info_, role, "file names", 0.95))
    return candidates


def _describe_product(
    location: str, product: Product, overrides: Overrides, backend: Backend
) -> SourceSpec:
    wanted = None
    if overrides.bands is not None:
        wanted = {role for role in map(_stated_role, overrides.bands) if role}
    candidates = []
    for file in product.files:
        if wanted is None or file.role in wanted:
            reader = backend.open(file.path)
            try:
                info_ = reader.info
            finally:
                reader.close()
            candidates.append(
                _Candidate(file.path, 1, file.role, info_, file.role, "product files", 1.0)
            )
    if wanted is not None:
        absent = sorted(wanted - {c.role for c in candidates if c.role})
        if absent:
            raise BandError(f"{product.name} has no image of {', '.join(absent)}: leave them out.")
    return _assemble(location, product.name, candidates, [], overrides, backend, product)


def _assemble(
    location: str,
    name: str,
    candidates: list[_Candidate],
    unused: list[str],
    overrides: Overrides,
    backend: Backend,
    product: Product | None,
) -> SourceSpec:
    """Settle one image a role, sample values, resolve radiometry, time and sun."""
    finest, coarser = _one_a_role(candidates, location, product is not None)
    if not finest:
        raise BandError(
            f"No band of {location} has a role: state the bands, at least red, green and blue."
        )
    grid = min((c.info.grid for c in finest), key=lambda g: g.resolution)
    _check_grids(finest, location)
    with backend.limit_cache(SAMPLE_CACHE):
        samples = _samples(finest, backend)
    tags = tuple(
        dict.fromkeys(
            item for c in finest for item in (*c.info.tags, *c.info.band_tags[c.index - 1])
        )
    )
    names = tuple(dict.fromkeys((name, Path(location).name, *(Path(c.path).name for c in finest))))
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
            product=_product_radiometry(product),
            has_level2_layers=any(_LEVEL2_LAYER.search(text) for text in unused),
        ),
        overrides,
    )
    by_role = {
        c.role: (gain, bias) for c, gain, bias in zip(finest, radiometry.gains, radiometry.biases)
    }
    worst = min(finest, key=lambda c: c.role_confidence)
    warnings = list(radiometry.warnings)
    band_evidence = Resolved(worst.role_source, worst.role_source, worst.role_confidence)
    if band_evidence.guessed:
        warnings.append(
            f"Which band is which was guessed ({worst.role_source}): correct it if it is wrong."
        )
    resolution = grid.resolution
    if product is not None:
        resolution = max(PRODUCT_RESOLUTION, resolution)
    return SourceSpec(
        name=name,
        location=location,
        grid=grid,
        resolution=resolution,
        bands=tuple(_band_source(c, by_role) for c in finest),
        coarser=tuple(_band_source(c, by_role) for c in coarser),
        unused=tuple(unused),
        level=radiometry.level,
        baseline=radiometry.baseline,
        scale=radiometry.scale,
        offset=radiometry.offset,
        nodata=radiometry.nodata,
        acquired=_acquired(product, overrides, tags, names),
        sun_zenith=_sun(
            "ZENITH", overrides.sun_zenith, product.sun_zenith if product else None, tags
        ),
        sun_azimuth=_sun(
            "AZIMUTH", overrides.sun_azimuth, product.sun_azimuth if product else None, tags
        ),
        band_evidence=band_evidence,
        mask_path=next((c.path for c in finest if c.info.has_mask), None),
        strict_nodata=radiometry.strict_nodata,
        warnings=tuple(warnings),
    )


def _product_radiometry(product: Product | None) -> ProductRadiometry | None:
    """Return a product's radiometry; None where its metadata file is gone or says nothing."""
    if product is None or product.radiometry.quantification is None:
        return None
    return product.radiometry


def _one_a_role(
    candidates: list[_Candidate], location: str, several: bool
) -> tuple[list[_Candidate], list[_Candidate]]:
    """Split candidates into the finest image of each role and the coarser ones.

    :raises BandError: where a role occurs twice at the same resolution.
    """
    order = {role: position for position, role in enumerate(band_names.ROLES)}
    ranked = sorted(
        candidates, key=lambda c: (order[c.role or "B01"], c.info.grid.resolution, c.path, c.index)
    )
    finest: dict[str, _Candidate] = {}
    coarser = []
    for candidate in ranked:
        role = candidate.role or ""
        if role not in finest:
            finest[role] = candidate
        elif several or candidate.info.grid.resolution > finest[role].info.grid.resolution * 1.5:
            coarser.append(candidate)
        else:
            raise BandError(
                f"{location} has {role} twice ({finest[role].name}, {candidate.name}): "
                "state which band is which."
            )
    return list(finest.values()), coarser


def _check_grids(candidates: list[_Candidate], location: str) -> None:
    first = candidates[0].info.grid
    for candidate in candidates[1:]:
        grid = candidate.info.grid
        rotated = grid.transform[2] or grid.transform[4]
        if grid.crs != first.crs or (rotated and grid != first):
            raise SceneError(
                f"The bands of {location} lie in different coordinate systems "
                f"({candidates[0].name}, {candidate.name}): warp them to one first."
            )


def _band_source(
    candidate: _Candidate, by_role: dict[str | None, tuple[float, float]]
) -> BandSource:
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


def _samples(candidates: list[_Candidate], backend: Backend) -> NDArray[np.float64]:
    """Return raw values from all over the scene, (bands, n) float64, short rows NaN-padded."""
    parts: list[list[NDArray[np.float64]]] = [[] for _ in candidates]
    for path in dict.fromkeys(candidate.path for candidate in candidates):
        reader = backend.open(path)
        try:
            # Bands within windows: a block may hold all bands.
            for window, shape in _sample_windows(reader.info):
                for position, candidate in enumerate(candidates):
                    if candidate.path == path:
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
    if info_.overviews or max(grid.width, grid.height) <= 2 * SAMPLE_SIDE:
        shape = (min(grid.height, SAMPLE_SIDE), min(grid.width, SAMPLE_SIDE))
        return [(grid.window, shape)]
    windows = []
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


def _acquired(
    product: Product | None,
    overrides: Overrides,
    tags: tuple[tuple[str, str], ...],
    names: tuple[str, ...],
) -> Resolved[str | None]:
    """Return the acquisition time, ISO 8601 in UTC, from the best source there is."""
    if overrides.acquired:
        return Resolved(overrides.acquired, "stated by the user")
    if product and product.acquired:
        return Resolved(product.acquired, "product metadata")
    for key, value in tags:
        match = _ISO.search(value) if _TIME_TAG.search(key) else None
        if match:
            return Resolved(_iso(match), f"tag {key}", 0.95)
    for name in names:
        match = _COMPACT.search(name) or _DATE_IN_NAME.search(name)
        if match:
            return Resolved(_iso(match), f"name {name}", 0.9)
    return Resolved(None, "nothing tells it", 0.0)


def _iso(match: re.Match[str]) -> str:
    parts = [part or "00" for part in match.groups()]
    date = "-".join(parts[:3])
    if len(parts) == 3 or not match.groups()[3]:
        return date
    return f"{date}T{':'.join(parts[3:6])}Z"


def _sun(
    angle: str,
    stated: float | None,
    from_product: float | None,
    tags: tuple[tuple[str, str], ...],
) -> Resolved[float | None]:
    if stated is not None:
        return Resolved(stated, "stated by the user")
    if from_product is not None:
        return Resolved(from_product, "product metadata")
    for key, value in tags:
        name = key.upper()
        if angle in name and ("SUN" in name or "SOLAR" in name):
            try:
                return Resolved(float(value), f"tag {key}", 0.95)
            except ValueError:
                continue
    return Resolved(None, "nothing tells it", 0.0)
