"""What a composite is asked to be, and what follows from it before any pixel is read."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from .composer import Recipe
from .composite import (
    AUTO,
    BAP,
    DEFAULT_SIGMA,
    METHODS,
    NEVER,
    QUANTILES,
    BapWeights,
    date_closeness,
    default_method,
)
from .consensus import haze_of_air
from .errors import BandError, OptionError
from .mask_table import MaskTable
from .placing import StoredBand, same_crs
from .raster import Backend
from .raster.sink import check_target
from .reading import output_grid
from .scene import BandSource, Grid, SourceSpec

UNIT = 512  # pixels a side that are written at once, whole blocks of the files
SMALLEST_TILE = 32
STORED = ("uint8", "uint16", "int16", "float32")  # types that the result can have
NODATA_OF_TYPE = {"uint8": 0.0, "uint16": 0.0, "int16": -32768.0, "float32": math.nan}


@dataclass(frozen=True)
class CompositeScene:
    """One scene of a composite.

    :param source: from :func:`.describe.describe`.
    :param mask: path of a classified raster; "" has one made.
    :param classes: what its values mean; None: as its tags, name or values tell.
    """

    source: SourceSpec
    mask: str = ""
    classes: MaskTable | None = None


@dataclass(frozen=True)
class CompositeRequest:
    """What to make of which scenes.

    :param scenes: the first gives grid, bands, data type and scaling of the result; where
        scenes are equally good the one named first is taken.
    :param output: path of the composite, a GeoTIFF.
    :param count: path of the number of clear observations, ``source_index`` of the number of
        the scene that a pixel is from (1 the first, 0 none), ``score`` of its score (method bap);
        "" writes none.
    :param method: one of :data:`.composite.METHODS`; "auto": by the number of scenes.
    :param target_date: ISO 8601, the day whose look is wanted; "" none.
    :param sigma: days from it at which an observation counts 0.6 of one on the day.
    :param fallback: where nothing is clear, "never" leaves it empty, "thin" takes thin cloud, "any"
        takes the least bad.
    :param screen: clear observations that two others contradict come second.
    :param buffer: metres by which cloud and shadow of the masks grow.
    :param resolution: metres of the output pixel, a multiple of the first scene's; None: its
        own (20 m for whole products).
    :param extent: xmin, ymin, xmax, ymax in the first scene's CRS; None: the whole of it.
    :param model: of masks that are made, see :class:`.pipeline.MaskRequest`; so is ``threads``.
    :param tile: side in pixels of what is worked on at once; 0: by the memory it takes.
    :param cluster: address of a Dask scheduler, whose workers then do the work; "" to do it here.
    """

    scenes: tuple[CompositeScene, ...]
    output: str
    count: str = ""
    source_index: str = ""
    score: str = ""
    method: str = AUTO
    target_date: str = ""
    sigma: float = DEFAULT_SIGMA
    weights: BapWeights = field(default_factory=BapWeights)
    fallback: str = NEVER
    screen: bool = True
    buffer: float = 0.0
    resolution: float | None = None
    extent: tuple[float, float, float, float] | None = None
    model: str = ""
    threads: int = 0
    tile: int = 0
    cluster: str = ""

    def __post_init__(self) -> None:
        if not self.scenes:
            raise OptionError("No scene is named: name one or more.")
        if self.method not in (AUTO, *METHODS):
            raise OptionError(
                f"There is no method {self.method!r}: there are {', '.join((AUTO, *METHODS))}."
            )
        if not (self.buffer >= 0 and math.isfinite(self.buffer)):
            raise OptionError(
                f"The mask buffer is {self.buffer:g}: give 0 or a positive number of metres."
            )
        if not (self.sigma > 0 and math.isfinite(self.sigma)):
            raise OptionError(f"The date's width is {self.sigma:g}: give a number of days above 0.")
        if self.tile and not SMALLEST_TILE <= self.tile <= UNIT:
            raise OptionError(
                f"tile is {self.tile}: give {SMALLEST_TILE} to {UNIT} pixels, or 0 to have it "
                "chosen."
            )


@dataclass(frozen=True)
class CompositeResult:
    """What was written.

    :param method: the one used, and ``reason`` why where it was not asked for.
    :param shares: of the whole area by scene, (name, 0..1); empty for methods that mix scenes.
    :param clear: share of the whole area that each scene's mask calls clear, 0..1; None where
        the scene was left out.
    :param empty: share of the whole area without a value, 0..1.
    :param seconds: (stage, seconds) with ``total`` last.
    """

    output: str
    count: str
    source_index: str
    score: str
    method: str
    reason: str
    shares: tuple[tuple[str, float], ...]
    clear: tuple[float | None, ...]
    empty: float
    seconds: tuple[tuple[str, float], ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class CompositePlan:
    """What is settled before any pixel is read.

    :param dtype, nodata: of the composite's file; ``scale`` and ``offset`` as the first scene's
        file declares them, None where it does not.
    :param numbers: positions in the request of the scenes that overlap the result.
    :param labels: a name for each scene of the request, its date where it has one.
    :param closeness: to the target date of each scene of ``numbers``, 0..1.
    :param air: what clean air adds to the haze index of each scene of ``numbers``.
    """

    grid: Grid
    bands: tuple[StoredBand, ...]
    dtype: str
    nodata: float
    scale: float | None
    offset: float | None
    recipe: Recipe
    reason: str
    numbers: tuple[int, ...]
    labels: tuple[str, ...]
    closeness: tuple[float, ...]
    air: tuple[float, ...]
    messages: tuple[str, ...]


def plan_composite(request: CompositeRequest, backend: Backend) -> CompositePlan:
    """Check a whole request before any work.

    :raises CloudMaskError: with the remedy.
    """
    sources = [scene.source for scene in request.scenes]
    first = sources[0]
    grid = output_grid(first, request.resolution)
    grid = grid.cropped(grid.window_of(*request.extent)) if request.extent else grid
    messages = [f"{spec.name}: {text}" for spec in sources for text in spec.warnings]
    numbers = [n for n, spec in enumerate(sources) if _may_overlap(spec, grid)]
    for number, spec in enumerate(sources):
        if number not in numbers:
            messages.append(f"{spec.name} does not overlap the result and is left out.")
    if not numbers:
        raise OptionError(
            "No scene overlaps the extent: give it in the first scene's coordinate system."
        )
    images, left_out = _common_bands(sources)
    if left_out:
        messages.append(f"Not all scenes have {', '.join(left_out)}: left out.")
    known = sorted({sources[n].level.value or "" for n in numbers} - {""})
    if len(known) > 1:
        messages.append(
            f"The scenes are of {' and '.join(known)}, which look different by what the air adds: "
            "better take one level."
        )
    dtype, scale, offset = _storage(images, backend)
    if dtype not in STORED:
        messages.append(f"Values of type {dtype} become float32.")
        dtype = "float32"
    nodata = first.nodata.value
    if nodata is None:
        nodata = NODATA_OF_TYPE[dtype]
    method, reason = request.method, ""
    if method == AUTO:
        method, reason = default_method(len(numbers))
        messages.append(f"Method {method}: {reason}.")
    days = [_day(sources[number]) for number in numbers]
    if request.target_date and None in days:
        unknown = [sources[number].name for number, day in zip(numbers, days) if day is None]
        messages.append(
            f"The date of {', '.join(unknown)} is not known, so that it counts as far from "
            f"{request.target_date}: state it if it matters."
        )
    _check_outputs(request, method)
    return CompositePlan(
        grid=grid,
        bands=tuple(_stored(image, first) for image in images),
        dtype=dtype,
        nodata=nodata,
        scale=scale,
        offset=offset,
        recipe=Recipe(method, request.fallback, request.screen, request.weights),
        reason=reason,
        numbers=tuple(numbers),
        labels=_labels(sources),
        closeness=tuple(date_closeness(days, _target(request.target_date), request.sigma)),
        air=_air([sources[number] for number in numbers]),
        messages=tuple(messages),
    )


def bounds(grid: Grid) -> tuple[float, float, float, float]:
    """Return xmin, ymin, xmax, ymax of a grid in its CRS, turned ones included."""
    x0, a, b, y0, d, e = grid.transform
    xs = [x0 + a * col + b * row for col in (0, grid.width) for row in (0, grid.height)]
    ys = [y0 + d * col + e * row for col in (0, grid.width) for row in (0, grid.height)]
    return min(xs), min(ys), max(xs), max(ys)


def _may_overlap(spec: SourceSpec, grid: Grid) -> bool:
    """Tell whether a scene can overlap a grid; of other coordinate systems nobody asks here."""
    if not same_crs(spec.grid.crs, grid.crs):
        return True
    west, south, east, north = bounds(grid)
    xmin, ymin, xmax, ymax = bounds(spec.grid)
    return xmin < east and west < xmax and ymin < north and south < ymax


def _common_bands(sources: Sequence[SourceSpec]) -> tuple[list[BandSource], list[str]]:
    """Return the first scene's bands that all scenes have, and the roles that only some have.

    Bands of one file keep its order.
    """
    first = sources[0]
    bands = list(first.bands)
    if len({band.path for band in bands}) == 1:
        bands.sort(key=lambda band: band.index)
    common = [band for band in bands if all(band.role in spec.roles for spec in sources)]
    if not common:
        names = "; ".join(f"{spec.name} {', '.join(spec.roles)}" for spec in sources)
        raise BandError(f"The scenes have no band in common ({names}): state their bands.")
    everywhere = {band.role for band in common}
    others = {role for spec in sources for role in spec.roles} - everywhere
    return common, sorted(others)


def _storage(
    images: Sequence[BandSource], backend: Backend
) -> tuple[str, float | None, float | None]:
    """Return data type, scale and offset of the first scene's bands as their files declare."""
    types, scales, offsets = [], set(), set()
    for path in dict.fromkeys(image.path for image in images):
        reader = backend.open(path)
        info = reader.info
        reader.close()
        for image in images:
            if image.path == path:
                types.append(info.dtypes[image.index - 1])
                scales.add(info.scales[image.index - 1])
                offsets.add(info.offsets[image.index - 1])
    dtype = types[0] if len(set(types)) == 1 else "float32"
    one = len(scales) == len(offsets) == 1
    return dtype, scales.pop() if one else None, offsets.pop() if one else None


def _stored(image: BandSource, first: SourceSpec) -> StoredBand:
    named = first.kind == "raster" and image.name not in (f"Band {image.index}", "")
    single = len(first.bands) > 1 and named
    return StoredBand(image.role, image.name if single else image.role, image.gain, image.bias)


def _day(spec: SourceSpec) -> float | None:
    """Return the day of a scene's acquisition, counted from any fixed one."""
    try:
        return float(date.fromisoformat((spec.acquired.value or "")[:10]).toordinal())
    except ValueError:
        return None


def _air(sources: Sequence[SourceSpec]) -> tuple[float, ...]:
    """Return what clean air adds to the haze index of each scene.

    Nothing where it is not known of one, which would look hazier than the others.
    """
    told = [(spec.level.value, spec.sun_zenith.value) for spec in sources]
    if any(level is None or (level == "L1C" and zenith is None) for level, zenith in told):
        return ()
    return tuple(haze_of_air(level, zenith) for level, zenith in told)


def _target(text: str) -> float | None:
    if not text:
        return None
    try:
        return float(date.fromisoformat(text[:10]).toordinal())
    except ValueError as error:
        raise OptionError(
            f"The target date {text!r} is no date: give it like 2023-07-15."
        ) from error


def _labels(sources: Sequence[SourceSpec]) -> tuple[str, ...]:
    """Return the date of each scene, with its name where another has the same date or none."""
    dates = [(spec.acquired.value or "")[:10] for spec in sources]
    often = Counter(dates)
    return tuple(
        day if day and often[day] == 1 else f"{day} {spec.name}".strip()
        for day, spec in zip(dates, sources)
    )


def _check_outputs(request: CompositeRequest, method: str) -> None:
    """Refuse outputs that the method does not have, or that cannot be written.

    :raises OptionError, OutputError: with the remedy.
    """
    if request.source_index and method in QUANTILES:
        raise OptionError(
            f"The method {method} mixes scenes, so that no pixel is from one of them: choose "
            "another method, or leave the source index out."
        )
    if request.score and method != BAP:
        raise OptionError(f"The method {method} has no score: choose bap, or leave the score out.")
    targets = [request.output, request.count, request.source_index, request.score]
    targets = [path for path in targets if path]
    inputs = {
        Path(path).resolve()
        for scene in request.scenes
        for path in (
            scene.mask,
            *(band.path for band in (*scene.source.bands, *scene.source.coarser)),
        )
        if path
    }
    for path in targets:
        check_target(path)
        if Path(path).resolve() in inputs:
            raise OptionError(
                f"{path} is one of the scenes or masks: choose another name for the result."
            )
    if len({Path(path).resolve() for path in targets}) < len(targets):
        raise OptionError("Two results have one name: give each its own.")
