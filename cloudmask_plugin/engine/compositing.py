"""The job that makes one cloud-free raster of several scenes, read from top to bottom."""

from __future__ import annotations

import contextlib
import itertools
import math
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .cloud_distance import CloudDistance
from .composer import Composer, Piece, encode, learn
from .composite import QUANTILES, REFERENCE, count_clear
from .composite_files import CompositeFiles, Parts
from .composite_plan import (
    SMALLEST_TILE,
    UNIT,
    CompositePlan,
    CompositeRequest,
    CompositeResult,
    CompositeScene,
    bounds,
    plan_composite,
)
from .consensus import Spectrum
from .errors import OptionError
from .mask_table import OURS
from .overlap import Behind, ahead
from .pipeline import MaskRequest, mask_scene
from .placing import (
    MaskFile,
    PlacedMask,
    PlacedScene,
    Series,
    Tile,
    identify_mask,
    same_crs,
)
from .raster import Backend, choose_backend
from .reading import output_grid
from .reporter import Pace, PartReporter, Progress, Reporter, check_cancelled
from .scene import Grid, SourceSpec, Window
from .tiling import cut

TILE_BYTES = 16 * 2**20  # of all scenes in a tile; three tiles are in memory at a time
SAMPLE_PARTS = 7  # a side of the area, from the middle of each of which pixels are sampled
SAMPLE_SIDE = 64  # pixels of a sample at most
SAMPLE_BYTES = 16 * 2**20
SURVEY_SIDE = 1024  # pixels of a look at all masks
MASKING_WORK = 10.0  # making a scene's mask takes so many times as long as the rest with it
SURVEYED, SAMPLED, COMPOSED = 0.08, 0.12, 0.92  # share of the progress, without masks


def composite_scenes(request: CompositeRequest, reporter: Reporter) -> CompositeResult:
    """Make a composite: plan, mask, survey the masks, learn from samples, compose and write.

    :raises CloudMaskError: for bad inputs, with the remedy; nothing is written then.
    :raises Cancelled: where the reporter says so; nothing is written then.
    """
    began = time.monotonic()

    def check() -> None:
        check_cancelled(reporter)

    check()
    backend = choose_backend()
    plan = plan_composite(request, backend)
    for text in plan.messages:
        reporter.message(text)
    scenes = [request.scenes[number] for number in plan.numbers]
    unmasked = sum(not scene.mask for scene in scenes)
    share = unmasked / (unmasked + len(scenes) / MASKING_WORK)
    rest = PartReporter(reporter, share, 1, began)
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="cloudmask-"))
        making = PartReporter(reporter, 0, share, began)
        masks = _masks(request, plan.grid, scenes, Path(folder), backend, making)
        masked = time.monotonic()
        series = _open(request, plan, scenes, masks, backend, check, stack)
        pace = Pace(rest, "Compositing")
        # What is looked at here is not looked at again: blocks kept between arrays that go
        # would leave holes in memory.
        with backend.limit_cache(series.cache_bytes_of_one(SAMPLE_SIDE)):
            distance = _survey(series, pace)
            composer = _learn(series, plan, distance, pace)
        stack.enter_context(backend.limit_cache(series.cache_bytes(UNIT)))
        if composer.needs_distance:
            distance.measure(check)
        remarks = [text for mask in masks for text in mask.remarks]
        remarks += _remarks(plan, series, composer)
        for text in remarks:
            reporter.message(text)
        names = tuple(mask.name for mask in masks)
        files = CompositeFiles(request, plan, names, composer.matches, backend, check, stack)
        counts = _compose(series, request, plan, composer, distance, files, pace)
        # All files are finished before the first is put in its place.
        files.finish(PartReporter(rest, COMPOSED, 1, began))
        check()
    # The files are in place: a cancel comes too late, and must not be told as one.
    reporter.progress(Progress(1.0, "Compositing", 0.0))
    done = time.monotonic()
    area = plan.grid.width * plan.grid.height
    shares = tuple((label, int(n) / area) for label, n in zip(plan.labels, counts[1:]))
    clear = dict(zip(plan.numbers, distance.clearness))
    return CompositeResult(
        output=request.output,
        count=request.count,
        source_index=request.source_index,
        score=request.score,
        method=plan.recipe.method,
        reason=plan.reason,
        shares=() if plan.recipe.method in QUANTILES else shares,
        clear=tuple(clear.get(number) for number in range(len(request.scenes))),
        empty=int(counts[0]) / area,
        seconds=(("mask", masked - began), ("compose", done - masked), ("total", done - began)),
        warnings=(*plan.messages, *remarks),
    )


def _open(
    request: CompositeRequest,
    plan: CompositePlan,
    scenes: list[CompositeScene],
    masks: list[MaskFile],
    backend: Backend,
    check: Callable[[], None],
    stack: contextlib.ExitStack,
) -> Series:
    """Open all scenes and masks on the composite's grid."""
    placed, codes = [], []
    for scene, mask in zip(scenes, masks):
        placed.append(PlacedScene(scene.source, plan.grid, plan.bands, backend, check))
        stack.callback(placed[-1].close)
        codes.append(PlacedMask(mask.path, mask.table, plan.grid, backend, check, request.buffer))
        stack.callback(codes[-1].close)
    return Series(plan.grid, placed, codes)


def _masks(
    request: CompositeRequest,
    target: Grid,
    scenes: list[CompositeScene],
    folder: Path,
    backend: Backend,
    reporter: Reporter,
) -> list[MaskFile]:
    """Return the masks of scenes, those they came with and others made in a folder."""
    masks = []
    made, unmasked = 0, sum(not scene.mask for scene in scenes)
    began = time.monotonic()
    for number, scene in enumerate(scenes):
        check_cancelled(reporter)
        if scene.mask:
            masks.append(identify_mask(scene.mask, scene.classes, backend))
            continue
        path = folder / f"{number}.tif"
        part = PartReporter(reporter, made / unmasked, (made + 1) / unmasked, began)
        result = mask_scene(
            MaskRequest(
                scene.source,
                str(path),
                model=request.model,
                resolution=_mask_resolution(scene.source, target),
                extent=bounds(target) if _same_place(scene.source, target) else None,
                threads=request.threads,
            ),
            part,
        )
        masks.append(MaskFile(str(path), OURS, f"made by {result.model}"))
        made += 1
    return masks


def _mask_resolution(spec: SourceSpec, target: Grid) -> float | None:
    """Return the composite's resolution where the scene can be masked at it."""
    try:
        output_grid(spec, target.resolution)
    except OptionError:
        return None
    return target.resolution


def _same_place(spec: SourceSpec, target: Grid) -> bool:
    turned = target.transform[2] or target.transform[4]
    return same_crs(spec.grid.crs, target.crs) and not turned


def _survey(series: Series, pace: Pace) -> CloudDistance:
    """Look at all masks once: how much is clear, and where clouds are."""
    distance = CloudDistance(series.target, series.count)
    step = max(SURVEY_SIDE // distance.factor, 1) * distance.factor
    windows = list(cut(series.target.window, step))
    for number, window in enumerate(windows):
        pace.advance(SURVEYED * number / len(windows))
        distance.add(series.codes(window), window)
    return distance


def _learn(series: Series, plan: CompositePlan, distance: CloudDistance, pace: Pace) -> Composer:
    """Sample the scenes all over the area and learn how they relate."""
    values = series.count * len(plan.bands) * SAMPLE_PARTS**2
    side = min(SAMPLE_SIDE, math.isqrt(SAMPLE_BYTES // (4 * values)))
    windows = list(_sample_windows(plan.grid.window, max(side, 4)))
    samples, codes = series.sample(
        windows, lambda share: pace.advance(SURVEYED + (SAMPLED - SURVEYED) * share)
    )
    return learn(
        samples,
        codes,
        plan.recipe,
        Spectrum(
            tuple(band.role for band in plan.bands),
            tuple(band.gain for band in plan.bands),
            tuple(band.bias for band in plan.bands),
        ),
        distance.clearness,
        plan.closeness,
    )


def _remarks(plan: CompositePlan, series: Series, composer: Composer) -> list[str]:
    """Return what an analyst should know of how the scenes were used."""
    labels = [plan.labels[number] for number in plan.numbers]
    remarks = []
    warped = [label for label, is_warped in zip(labels, series.warped) if is_warped]
    if warped:
        remarks.append(f"Warped to the first scene's grid: {', '.join(warped)}.")
    if plan.recipe.method == REFERENCE and len(labels) > 1:
        remarks.append(f"The reference is {labels[composer.order[0]]}.")
        alone = [labels[n] for n in composer.order if math.isinf(composer.matches[n].error)]
        if alone:
            remarks.append(
                "Too little is clear both there and in the reference to match them: "
                f"{', '.join(alone)}."
            )
    return remarks


@dataclass(frozen=True, eq=False)
class _Work:
    """A tile to compose: ``window`` of the grid, in the ``unit`` that is written at once.

    ``seen`` is what was read, the window with its margin.
    """

    unit: Window
    window: Window
    seen: Window
    tile: Tile


def _compose(
    series: Series,
    request: CompositeRequest,
    plan: CompositePlan,
    composer: Composer,
    distance: CloudDistance,
    files: CompositeFiles,
    pace: Pace,
) -> NDArray[np.int64]:
    """Compose and write everything; return the pixels without a value, then those by scene."""
    side = request.tile or _tile_side(composer, series.count, len(plan.bands))
    counts = np.zeros(len(plan.labels) + 1, dtype=np.int64)
    # Of the chosen scene + 1: its number in the request, and whether its values are copied.
    numbers = np.array((0, *(number + 1 for number in plan.numbers)))
    copied = np.array((False, *_copied(request, plan, series, composer)))
    total, done = series.target.width * series.target.height, 0
    unit, parts = Window(0, 0, 0, 0), Parts()
    rooms = itertools.cycle([files.new_parts(UNIT), files.new_parts(UNIT)])
    with Behind(files.write) as writer:
        works = ahead(_read(series, composer, side), 1, pace.check)
        with contextlib.closing(works):
            for work in works:
                pace.advance(SAMPLED + (COMPOSED - SAMPLED) * done / total)
                done += work.window.width * work.window.height
                if work.unit != unit:
                    if parts:
                        writer.put((parts, unit))
                    unit, room = work.unit, next(rooms)
                    parts = {
                        key: part[:, : unit.height, : unit.width] for key, part in room.items()
                    }
                near = distance.at(work.seen) if composer.needs_distance else None
                piece = composer.compose(work.tile.stack, work.tile.codes, near)
                counts += _fill(parts, work, piece, plan, composer.margin, numbers, copied)
                del work, piece  # else they stay in memory until the next are there
        writer.put((parts, unit))
    return counts


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


def _copied(
    request: CompositeRequest, plan: CompositePlan, series: Series, composer: Composer
) -> list[bool]:
    """Tell of each scene whether its values go to the result as they are, nodata and all."""
    method = plan.recipe.method
    result = []
    for position, (number, unchanged) in enumerate(zip(plan.numbers, series.unchanged)):
        nodata = request.scenes[number].source.nodata.value
        same = nodata == plan.nodata or (nodata is not None and nodata != nodata)
        taken = method != REFERENCE or position == composer.order[0]
        result.append(unchanged and same and taken and method not in QUANTILES)
    return result


def _read(series: Series, composer: Composer, side: int) -> Iterator[_Work]:
    """Read tiles, all of one unit after those of the unit before."""
    margin, step = composer.margin, composer.alignment
    side = max(side // step, 1) * step
    # One stack is composed, one waits, one is being read.
    rooms = itertools.cycle([series.new_stack(side + 2 * margin) for _ in range(3)])
    for unit in _units(series.target.window, margin):
        for window in cut(unit, side):
            seen = Window(
                window.col - margin,
                window.row - margin,
                -(-window.width // step) * step + 2 * margin,
                -(-window.height // step) * step + 2 * margin,
            )
            yield _Work(unit, window, seen, series.read(seen, next(rooms)))


def _units(area: Window, margin: int) -> Iterator[Window]:
    """Cut an area into parts that are written at once.

    Where tiles reach beyond themselves, parts lie around the corners of the blocks of files: a
    part of 512 pixels needs four blocks of 512, where one that is a block would need nine.
    """
    shift = UNIT // 2 if margin else 0
    wide = Window(area.col - shift, area.row - shift, area.width + shift, area.height + shift)
    for unit in cut(wide, UNIT):
        yield unit.intersect(area)


def _tile_side(composer: Composer, scenes: int, bands: int) -> int:
    """Return the side of the largest tile that, with its margin, memory is meant for."""
    side = math.isqrt(TILE_BYTES // (4 * scenes * bands)) - 2 * composer.margin
    return max(SMALLEST_TILE, min(side // SMALLEST_TILE * SMALLEST_TILE, UNIT))


def _sample_windows(area: Window, side: int) -> Iterator[Window]:
    """Return the middle of each of 7 × 7 parts of an area, at most ``side`` pixels wide."""
    rows = np.linspace(area.row, area.row_stop, SAMPLE_PARTS + 1).astype(int).tolist()
    cols = np.linspace(area.col, area.col_stop, SAMPLE_PARTS + 1).astype(int).tolist()
    for top, bottom in zip(rows, rows[1:]):
        for left, right in zip(cols, cols[1:]):
            height, width = min(bottom - top, side), min(right - left, side)
            if height and width:
                row, col = (top + bottom - height) // 2, (left + right - width) // 2
                yield Window(col, row, width, height)
