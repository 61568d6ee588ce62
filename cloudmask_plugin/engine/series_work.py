"""The parts of a composite's work that look at pixels, each in pieces that stand alone.

A piece is a window to survey, a scene to sample, or a unit to compose; :class:`SeriesJob` has
any of them done on another computer.
"""

from __future__ import annotations

import contextlib
import copy
import itertools
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from .cloud_distance import CellLook, CloudDistance, look_at
from .composer import Composer, Piece, encode
from .composite import QUANTILES, REFERENCE, count_clear
from .composite_files import Parts, new_parts
from .composite_plan import UNIT, CompositePlan, CompositeRequest
from .heap import give_back
from .inference import Sessions
from .overlap import ahead
from .placing import MaskFile, PlacedMask, PlacedScene, Series, Tile
from .raster import Backend, choose_backend
from .reporter import Reporter, check_cancelled
from .scene import Window
from .tiling import cut

P = TypeVar("P")
R = TypeVar("R")
Check = Callable[[], None]  # raises to give up, as at a cancel
Work = Callable[[Series, Iterable[P], Check], Generator[R, None, None]]


def open_series(
    request: CompositeRequest,
    plan: CompositePlan,
    masks: tuple[MaskFile, ...],
    backend: Backend,
    check: Check,
    stack: contextlib.ExitStack,
) -> Series:
    """Open all scenes of a plan and their masks on the composite's grid.

    :param stack: closes them.
    :raises CloudMaskError: where one cannot be opened.
    """
    placed, codes = [], []
    for number, mask in zip(plan.numbers, masks):
        source = request.scenes[number].source
        placed.append(PlacedScene(source, plan.grid, plan.bands, backend, check))
        stack.callback(placed[-1].close)
        codes.append(PlacedMask(mask.path, mask.table, plan.grid, backend, check, request.buffer))
        stack.callback(codes[-1].close)
    return Series(plan.grid, placed, codes)


@dataclass(frozen=True, eq=False)
class SeriesJob(Generic[P, R]):
    """Work on a series as a :class:`.pieces.Job`.

    :param masks: of the plan's scenes, where other computers find them too.
    :param work: a function of a module, or a partial of one.
    :param side: of the windows that are read, for GDAL's cache.
    """

    request: CompositeRequest
    plan: CompositePlan
    masks: tuple[MaskFile, ...]
    work: Work[P, R]
    side: int

    def open(self, reporter: Reporter, sessions: Sessions) -> OpenSeries[P, R]:
        """Return the job ready to work."""
        return OpenSeries(self, reporter)

    def pack(self, piece: P, result: R) -> R:
        """Return a copy: the room that a result lies in is used again for the next."""
        return copy.deepcopy(result)

    def unpack(self, piece: P, packed: R) -> R:
        """Return what was packed."""
        return packed


class OpenSeries(Generic[P, R]):
    """A :class:`SeriesJob` with its files open."""

    def __init__(self, job: SeriesJob[P, R], reporter: Reporter) -> None:
        self._job = job
        self._check = lambda: check_cancelled(reporter)
        self._backend = choose_backend()
        with contextlib.ExitStack() as stack:
            self._series = open_series(
                job.request, job.plan, job.masks, self._backend, self._check, stack
            )
            self._stack = stack.pop_all()

    def do(self, pieces: Iterable[P]) -> Iterator[R]:
        """Yield what comes of each piece."""
        with self._backend.limit_cache(self._series.cache_bytes(self._job.side)):
            yield from self._job.work(self._series, pieces, self._check)

    def close(self) -> None:
        """Close all files."""
        self._stack.close()


# --- survey and samples ------------------------------------------------------------------------


def survey(
    factor: int, series: Series, windows: Iterable[Window], check: Check
) -> Generator[CellLook, None, None]:
    """Yield what is clear and cloudy in each window, whose cells are ``factor`` pixels a side."""
    for window in windows:
        check()
        yield look_at(series.codes(window), window, factor)


def sample(
    windows: tuple[Window, ...], series: Series, scenes: Iterable[int], check: Check
) -> Generator[tuple[NDArray[np.float32], NDArray[np.uint8]], None, None]:
    """Yield values (bands, n) and class codes (n) of each scene, by its place in the series."""
    for scene in scenes:
        check()
        yield series.sample(scene, windows)


# --- composing ---------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Composition:
    """How units are composed.

    :param distance: measured, None where the method needs none.
    :param side: of the tiles that are composed at once.
    """

    request: CompositeRequest
    plan: CompositePlan
    composer: Composer
    distance: CloudDistance | None
    side: int


# A unit, the files' parts of it, and pixels without a value, then those by scene.
Unit = tuple[Window, Parts, NDArray[np.int64]]


@dataclass(frozen=True, eq=False)
class _Work:
    """A tile to compose: ``window`` of the grid, in the ``unit`` that is written at once.

    ``seen`` is what was read, the window with its margin.
    """

    unit: Window
    window: Window
    seen: Window
    tile: Tile


def compose(
    how: Composition, series: Series, units: Iterable[Window], check: Check
) -> Generator[Unit, None, None]:
    """Yield each unit composed, in room that the one after the next uses again."""
    plan, composer = how.plan, how.composer
    # Of the chosen scene + 1: its number in the request, and whether its values are copied.
    numbers = np.array((0, *(number + 1 for number in plan.numbers)))
    copied = np.array((False, *_copied(how, series)))
    rooms = itertools.cycle([new_parts(how.request, plan, UNIT) for _ in range(2)])
    works = ahead(_read(how, series, units), 1, check)
    with contextlib.closing(works):
        for unit, tiles in itertools.groupby(works, key=lambda work: work.unit):
            parts = {key: part[:, : unit.height, : unit.width] for key, part in next(rooms).items()}
            counts = np.zeros(len(plan.labels) + 1, dtype=np.int64)
            for work in tiles:
                check()
                near = None if how.distance is None else how.distance.at(work.seen)
                piece = composer.compose(work.tile.stack, work.tile.codes, near, check)
                counts += _fill(parts, work, piece, plan, composer.margin, numbers, copied)
                del work, piece  # else they stay in memory until the next are there
            give_back()
            yield unit, parts, counts


def _fill(
    parts: Parts,
    work: _Work,
    piece: Piece,
    plan: CompositePlan,
    margin: int,
    numbers: NDArray[np.intp],
    copied: NDArray[np.bool_],
) -> NDArray[np.int64]:
    """Lay a piece into the parts of its unit; return how many pixels are from which scene."""
    window, unit = work.window, work.unit
    inner = (slice(window.height), slice(window.width))
    top, left = window.row - unit.row, window.col - unit.col
    place = (slice(None), slice(top, top + window.height), slice(left, left + window.width))
    found = piece.found[inner]
    if piece.chosen is None:
        source, as_is = found.astype(np.intp), np.zeros_like(found)
    else:
        chosen = piece.chosen[inner] + 1
        source, as_is = numbers[chosen], copied[chosen]
    values = piece.values[:, inner[0], inner[1]]
    parts["image"][place] = encode(values, found, plan.dtype, plan.nodata, as_is)
    if "count" in parts:
        rows = slice(margin, margin + window.height)
        cols = slice(margin, margin + window.width)
        parts["count"][place] = count_clear(work.tile.codes[:, rows, cols])
    if "source" in parts:
        parts["source"][place] = source
    if "score" in parts and piece.score is not None:
        parts["score"][place] = np.where(found, piece.score[inner], np.float32(np.nan))
    return np.bincount(source.ravel(), minlength=len(plan.labels) + 1)


def _copied(how: Composition, series: Series) -> list[bool]:
    """Tell of each scene whether its values go to the result as they are, nodata and all."""
    plan, method = how.plan, how.plan.recipe.method
    result = []
    for position, (number, unchanged) in enumerate(zip(plan.numbers, series.unchanged)):
        nodata = how.request.scenes[number].source.nodata.value
        same = nodata == plan.nodata or (nodata is not None and nodata != nodata)
        taken = method != REFERENCE or position == how.composer.order[0]
        result.append(unchanged and same and taken and method not in QUANTILES)
    return result


def _read(how: Composition, series: Series, units: Iterable[Window]) -> Iterator[_Work]:
    """Read tiles, all of one unit after those of the unit before."""
    margin, step = how.composer.margin, how.composer.alignment
    side = max(how.side // step, 1) * step
    # One stack is composed, one waits, one is being read.
    rooms = itertools.cycle([series.new_stack(side + 2 * margin) for _ in range(3)])
    for unit in units:
        for window in cut(unit, side):
            seen = Window(
                window.col - margin,
                window.row - margin,
                -(-window.width // step) * step + 2 * margin,
                -(-window.height // step) * step + 2 * margin,
            )
            yield _Work(unit, window, seen, series.read(seen, next(rooms)))
