"""The job that finds places called cloud implausibly often in masks of several dates.

Three looks at the masks, window by window: how much of the surroundings is cloud on each date;
how sharp the outlines are of what is called cloud more often than these; and, knowing both, the
layer of suspects.
"""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .classes import CLOUD_CODES, NODATA, THICK_CLOUD
from .composite_plan import bounds
from .dated_masks import DatedMask, check_dates, dated_masks
from .errors import OptionError
from .mask_table import MaskTable
from .overlap import Behind
from .paths import version
from .placing import PlacedMask, same_crs
from .raster import Backend, NewRaster, choose_backend
from .raster.sink import RasterSink, check_target
from .reading import BLOCK_CACHE
from .reporter import Pace, PartReporter, Progress, Reporter, check_cancelled
from .scene import Grid, Window
from .surroundings import OutlineSums, Surroundings
from .suspect_statistics import (
    CHANCE,
    FEWEST_DATES,
    FEWEST_QUIET,
    ORDINARY,
    Chances,
    Judged,
    judge,
    score,
    surplus_rate,
)
from .suspects_style import TITLE, qgis_style
from .tiling import cut

UNIT = 512  # pixels a side that are written at once, whole blocks of the file
SQUARE_KM = 2.0  # of cloud around a place; what is wider than it is its own surroundings
SMALLEST_KM, LARGEST_KM = 0.1, 50.0
SHARPEST_METRES = 100.0  # within which the number of times drops at an outline that stays
LEAST_SHARPNESS = 0.6  # of the drop; cones, as of clouds that come and go, stay well below
MOST_DATES = 254  # more do not fit 8 bits
LOOKED, FOLLOWED, WRITTEN = 0.3, 0.6, 0.92  # share of the progress
BANDS = (
    TITLE,
    "Dates with data",
    "Times thick cloud",
    "Times thin cloud",
    "Quiet days",
    "Times cloud on quiet days",
)
SUSPECTS_TAG = "CLOUDMASK_SUSPECTS"  # marks the layer, and holds what it was made of


@dataclass(frozen=True)
class SuspectsRequest:
    """Which masks to look at, and where to write.

    :param masks: paths of classified rasters on any grids; the first gives that of the result.
    :param output: path of the layer, a GeoTIFF.
    :param dates: of the masks, in their order; () or "" for one as its tags or name tell.
    :param mask_classes: what their values mean; None: as their tags, names or values tell.
    :param extent: xmin, ymin, xmax, ymax in the first mask's CRS; None: the whole of it.
    :param square: kilometres of the side of the squares around a place, with which it is compared.
    """

    masks: tuple[str, ...]
    output: str
    dates: tuple[str, ...] = ()
    mask_classes: MaskTable | None = None
    extent: tuple[float, float, float, float] | None = None
    square: float = SQUARE_KM

    def __post_init__(self) -> None:
        if len(self.masks) < FEWEST_DATES:
            raise OptionError(_too_few(len(self.masks)))
        check_dates(self.dates, self.masks)
        if not SMALLEST_KM <= self.square <= LARGEST_KM:
            raise OptionError(
                f"The squares around a place are {self.square:g} km wide: give {SMALLEST_KM:g} to "
                f"{LARGEST_KM:g} km."
            )


@dataclass(frozen=True)
class SuspectsResult:
    """What was found.

    :param dates: days of the masks, names for those without, in the order of time.
    :param share: of the area with dates enough that is suspect, 0..1; ``hectares`` of it.
    :param judged: share of the whole area with dates enough, 0..1.
    :param correlation: between the dates of ordinary places; 0 where cloud has no preferred place.
    :param seconds: that it took.
    """

    output: str
    dates: tuple[str, ...]
    share: float
    hectares: float
    judged: float
    correlation: float
    seconds: float
    warnings: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Times:
    """How often pixels of a window had data and were called cloud, all (rows, cols).

    :param dates: uint16 dates with data; ``thick`` and ``thin`` those called cloud.
    :param quiet: uint16 dates with data and little cloud around; ``alone`` those called cloud.
    :param expected: float32, how many quiet dates an ordinary place would be called cloud.
    """

    dates: NDArray[np.uint16]
    thick: NDArray[np.uint16]
    thin: NDArray[np.uint16]
    quiet: NDArray[np.uint16]
    alone: NDArray[np.uint16]
    expected: NDArray[np.float32]

    @property
    def known(self) -> NDArray[np.bool_]:
        """Where there are dates enough."""
        return np.asarray((self.dates >= FEWEST_DATES) & (self.quiet >= FEWEST_QUIET))

    @property
    def rate(self) -> NDArray[np.float32]:
        """Share of clear days on which a place is called cloud, 0..1."""
        return surplus_rate(self.quiet, self.alone, self.expected)

    def part(self, place: tuple[slice, slice]) -> Times:
        """Return these numbers of some rows and columns."""
        return Times(
            self.dates[place],
            self.thick[place],
            self.thin[place],
            self.quiet[place],
            self.alone[place],
            self.expected[place],
        )

    def judged(self, chances: Chances, reach: int) -> Judged:
        """Judge the pixels, those at the rim of the window by fewer neighbours."""
        return judge(self.quiet, self.alone, self.expected, self.known, chances, reach)


def find_suspects(request: SuspectsRequest, reporter: Reporter) -> SuspectsResult:
    """Write the layer of places called cloud implausibly often.

    Bands of the GeoTIFF, uint8, nodata 255: the score, that is the clear days on which a suspect
    is called cloud in per cent, 0 for ordinary places, 255 where there are too few dates; the
    dates with data; how many of them are called thick and thin cloud; the dates with little cloud
    around; and how many of them are called cloud.

    :raises CloudMaskError: for bad inputs, with the remedy; nothing is written then.
    :raises Cancelled: where the reporter says so; nothing is written then.
    """
    began = time.monotonic()

    def check() -> None:
        check_cancelled(reporter)

    check()
    check_target(request.output)
    backend = choose_backend()
    warnings: list[str] = []

    def remark(text: str) -> None:
        warnings.append(text)
        reporter.message(text)

    with contextlib.ExitStack() as stack:
        masks = dated_masks(request.masks, request.dates, request.mask_classes, backend, remark)
        grid = _grid(request, masks)
        days = _days(masks, grid, remark)
        series = _Series(days, grid, backend, check, stack)
        _remark_size(grid, request.square, remark)
        pace = Pace(PartReporter(reporter, 0, WRITTEN, began), "Looking for suspects")
        around = _look_around(series, request.square, pace)
        chances = Chances(around.correlation)
        outlines = _follow_outlines(series, around, chances, pace)
        sink = stack.enter_context(
            RasterSink(
                request.output,
                NewRaster(grid, "uint8", BANDS, NODATA, _tags(request, days, around.correlation)),
                backend,
                companions=((".qml", qgis_style()),),
                check=check,
            )
        )
        suspect, judged = _write(series, around, chances, outlines, sink, pace)

        def finishing(share: float, stage: str) -> None:
            check()
            reporter.progress(Progress(WRITTEN + (1 - WRITTEN) * share, stage))

        sink.finish(finishing)
        check()
    # The file is in place: a cancel comes too late, and must not be told as one.
    reporter.progress(Progress(1.0, "Looking for suspects", 0.0))
    if not judged:
        remark(f"No place has data on {FEWEST_DATES} dates: nothing is judged.")
    width, height = grid.pixel_metres
    return SuspectsResult(
        request.output,
        tuple(days),
        suspect / max(judged, 1),
        suspect * width * height / 10_000,
        judged / (grid.width * grid.height),
        around.correlation,
        time.monotonic() - began,
        tuple(warnings),
    )


def _too_few(number: int) -> str:
    return (
        f"Suspects need masks of {FEWEST_DATES} dates or more, and there are {number}: add masks "
        "of further dates."
    )


def _grid(request: SuspectsRequest, masks: Sequence[DatedMask]) -> Grid:
    """Return the part of the first mask's grid that is looked at."""
    grid = next(mask.grid for mask in masks if mask.file.path == request.masks[0])
    return grid.cropped(grid.window_of(*request.extent)) if request.extent else grid


def _days(
    masks: Sequence[DatedMask], grid: Grid, remark: Callable[[str], None]
) -> dict[str, list[DatedMask]]:
    """Return the masks that may overlap a grid by their days, names for those without.

    :raises OptionError: where there are too few days.
    """
    days: dict[str, list[DatedMask]] = {}
    for mask in masks:
        if _may_overlap(mask.grid, grid):
            days.setdefault(mask.date or mask.file.name, []).append(mask)
        else:
            remark(f"{mask.file.name} does not overlap the extent and is left out.")
    if len(days) < FEWEST_DATES:
        raise OptionError(_too_few(len(days)))
    if len(days) > MOST_DATES:
        raise OptionError(
            f"There are masks of {len(days)} dates: give those of {MOST_DATES} at most, such as of "
            "one or two years."
        )
    return days


def _may_overlap(one: Grid, other: Grid) -> bool:
    if not same_crs(one.crs, other.crs):
        return True
    west, south, east, north = bounds(other)
    xmin, ymin, xmax, ymax = bounds(one)
    return xmin < east and west < xmax and ymin < north and south < ymax


def _remark_size(grid: Grid, square: float, remark: Callable[[str], None]) -> None:
    """Say where an area is too small for the surroundings that are asked for."""
    sides = grid.width * grid.pixel_metres[0], grid.height * grid.pixel_metres[1]
    if min(sides) < 2 * square * 1000:
        remark(
            f"The area is {min(sides) / 1000:.1f} km wide, too little for squares of {square:g} km "
            "around each place: what is around is less certain; take a larger area or smaller "
            "squares."
        )


class _Series:
    """Masks by day on one grid; read by one thread at a time."""

    def __init__(
        self,
        days: dict[str, list[DatedMask]],
        grid: Grid,
        backend: Backend,
        check: Callable[[], None],
        stack: contextlib.ExitStack,
    ) -> None:
        self.grid = grid
        self._days: list[list[PlacedMask]] = []
        for masks in days.values():
            opened = []
            for mask in masks:
                placed = PlacedMask(mask.file.path, mask.file.table, grid, backend, check)
                stack.callback(placed.close)
                opened.append(placed)
            self._days.append(opened)
        cache = sum(mask.cache_bytes(UNIT) for masks in self._days for mask in masks)
        stack.enter_context(backend.limit_cache(BLOCK_CACHE + cache))

    @property
    def dates(self) -> int:
        """Number of dates."""
        return len(self._days)

    def codes(self, window: Window) -> Iterator[NDArray[np.uint8]]:
        """Yield class codes (rows, cols) of one date after the other.

        Of several masks of a day the first that has data counts, as of tiles beside each other.
        The window may reach beyond the grid.
        """
        for masks in self._days:
            codes = masks[0].codes(window)
            for mask in masks[1:]:
                gaps = codes == NODATA
                if gaps.any():
                    codes[gaps] = mask.codes(window)[gaps]
            yield codes

    def times(self, window: Window, around: Surroundings) -> Times:
        """Return how often the pixels of a window are called cloud."""
        shape = (window.height, window.width)
        dates, thick, thin, quiet, alone = (np.zeros(shape, np.uint16) for _ in range(5))
        expected = np.zeros(shape, np.float32)
        for date, codes in enumerate(self.codes(window)):
            there = codes != NODATA
            cloud = np.isin(codes, CLOUD_CODES)
            dense = codes == THICK_CLOUD
            dates += there
            thick += dense
            thin += cloud & ~dense
            there &= around.quiet(date, window)
            quiet += there
            alone += there & cloud
            expected += np.where(there, around.chance(date, window), np.float32(0))
        return Times(dates, thick, thin, quiet, alone, expected)


def _look_around(series: _Series, square: float, pace: Pace) -> Surroundings:
    """Look at all masks for what is around each place."""
    around = Surroundings(series.grid, series.dates, square * 1000)
    side = max(UNIT // around.factor, 1) * around.factor
    windows = list(cut(series.grid.window, side))
    for number, window in enumerate(windows):
        for date, codes in enumerate(series.codes(window)):
            pace.advance(LOOKED * (number + date / series.dates) / len(windows))
            around.add(date, codes, window)
    around.settle(pace.check)
    return around


def _follow_outlines(
    series: _Series, around: Surroundings, chances: Chances, pace: Pace
) -> OutlineSums:
    """Look at all masks for how sharply what is called cloud too often is bounded."""
    sums = OutlineSums(around.shape, around.factor)
    reach = outline_reach(series.grid)
    windows = list(cut(series.grid.window, UNIT))
    for number, window in enumerate(windows):
        pace.advance(LOOKED + (FOLLOWED - LOOKED) * number / len(windows))
        times = series.times(window.grown(2 * reach), around)
        judged = times.judged(chances, reach)
        if judged.near.any():
            inner = _beside(2 * reach, times.dates.shape, 0, 0)
            rim, drop = outline(judged, times.rate, times.quiet > 0, reach)
            sums.add(rim, drop, judged.sure[inner], times.rate[inner], window)
    sums.settle()
    return sums


def outline_reach(grid: Grid) -> int:
    """Return the pixels within which the number of times drops at an outline that stays."""
    return max(2, min(round(SHARPEST_METRES / max(grid.pixel_metres)), 32))


def outline(
    judged: Judged, rate: NDArray[np.float32], seen: NDArray[np.bool_], reach: int
) -> tuple[NDArray[np.bool_], NDArray[np.float32]]:
    """Return the rim of suspects, and how far the rate drops outside it.

    What is called cloud often may go on beyond what is near to suspects: there the rate does not
    drop, which tells that the outline is none.

    :param judged, rate: (rows, cols) with twice ``reach`` further pixels on all sides; so is
        ``seen``, where the rate is known at all.
    :return: two arrays (rows, cols) without these.
    """
    margin = 2 * reach
    inner = _beside(margin, rate.shape, 0, 0)
    patches = judged.often & judged.near
    rim = np.zeros(rate[inner].shape, bool)
    drop = np.zeros(rim.shape, np.float32)
    for down, right in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        far = _beside(margin, rate.shape, down * reach, right * reach)
        ends = patches[inner] & ~patches[_beside(margin, rate.shape, down, right)] & seen[far]
        rim |= ends
        drop = np.where(ends, np.maximum(drop, rate[inner] - rate[far]), drop)
    return rim, drop


def _beside(margin: int, shape: tuple[int, ...], down: int, right: int) -> tuple[slice, slice]:
    """Return the part of a shape without its margin, shifted by rows and columns."""
    rows, cols = shape
    return (
        slice(margin + down, rows - margin + down),
        slice(margin + right, cols - margin + right),
    )


def _write(
    series: _Series,
    around: Surroundings,
    chances: Chances,
    outlines: OutlineSums,
    sink: RasterSink,
    pace: Pace,
) -> tuple[int, int]:
    """Write the layer; return how many pixels are suspect, and how many have dates enough."""
    windows = list(cut(series.grid.window, UNIT))
    reach = outline_reach(series.grid)
    found = known = 0

    def write(item: tuple[NDArray[np.uint8], Window]) -> None:
        sink.write_blocks(*item)

    with Behind(write) as writer:
        for number, window in enumerate(windows):
            pace.advance(FOLLOWED + (1 - FOLLOWED) * number / len(windows))
            times = series.times(window.grown(reach), around)
            judged = times.judged(chances, reach)
            inner = _beside(reach, judged.suspect.shape, 0, 0)
            suspect = judged.suspect[inner] & (outlines.at(window) >= LEAST_SHARPNESS)
            times = times.part(inner)
            found += int(suspect.sum())
            known += int(times.known.sum())
            writer.put((_bands(times, suspect), window))
    return found, known


def _bands(times: Times, suspect: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Return the layer's bands (6, rows, cols) uint8."""
    scores = score(times.quiet, times.alone, times.expected, suspect)
    scores[~times.known] = NODATA
    counts = (times.dates, times.thick, times.thin, times.quiet, times.alone)
    bands = np.stack([scores, *(count.astype(np.uint8) for count in counts)])
    bands[:, times.dates == 0] = NODATA
    return np.asarray(bands)


def _tags(
    request: SuspectsRequest, days: dict[str, list[DatedMask]], correlation: float
) -> tuple[tuple[str, str], ...]:
    """Return what the layer was made of, as GeoTIFF tags."""
    dated = [day for day, masks in days.items() if masks[0].date]
    facts = {
        "dates": len(days),
        "first": min(dated, default=None),
        "last": max(dated, default=None),
        "masks": [mask.file.name for masks in days.values() for mask in masks],
        "square_km": request.square,
        "chance": CHANCE,
        "ordinary": ORDINARY,
        "sharpness": LEAST_SHARPNESS,
        "correlation": round(correlation, 4),
    }
    return (
        ("CLOUDMASK_VERSION", version()),
        (SUSPECTS_TAG, json.dumps(facts, sort_keys=True)),
        ("TIFFTAG_IMAGEDESCRIPTION", f"Places called cloud implausibly often, {len(days)} dates"),
    )
