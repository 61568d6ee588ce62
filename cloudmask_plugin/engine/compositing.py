"""The job that makes one cloud-free raster of several scenes, read from top to bottom."""

from __future__ import annotations

import contextlib
import math
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from .cloud_distance import CloudDistance
from .cluster import Workers
from .composer import Composer, learn
from .composite import QUANTILES, REFERENCE
from .composite_files import CompositeFiles
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
from .errors import OptionError, OutputError
from .feathering import CELL, MARGIN
from .heap import give_back
from .mask_table import OURS
from .models import find
from .overlap import Behind
from .pieces import absolute, from_anywhere
from .pipeline import MaskRequest, mask_scene
from .placing import MaskFile, Series, identify_mask, same_crs
from .raster import Backend, choose_backend
from .raster.wording import cannot_write
from .reading import output_grid
from .reporter import Pace, PartReporter, Progress, Reporter, check_cancelled
from .scene import Grid, SourceSpec, Window
from .scene_copies import far_smaller, make_copies, small_copy
from .series_work import Composition, SeriesJob, Work, compose, open_series, sample, survey
from .shared_files import MARK, SharedFiles, files_here
from .tiling import cut

P = TypeVar("P")
R = TypeVar("R")
TILE_BYTES = 16 * 2**20  # of all scenes in a tile; three tiles are in memory at a time
SAMPLE_PARTS = 7  # a side of the area, from the middle of each of which pixels are sampled
SAMPLE_SIDE = 64  # pixels of a sample at most
SAMPLE_BYTES = 16 * 2**20
SURVEY_SIDE = 512  # pixels of a look at all masks; more would leave holes in memory
MASKING_WORK = 10.0  # making a scene's mask takes so many times as long as the rest with it
AROUND = MARGIN + CELL  # pixels beyond the grid that tiles reach
COPIED = 0.6  # share of the progress when scenes of far smaller pixels are copied
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
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(_work_folder(request))
        seen = _with_copies(
            request, plan, folder, backend, PartReporter(reporter, 0, COPIED, began)
        )
        copied = time.monotonic()
        start = 0.0 if seen is request else COPIED
        scenes = [seen.scenes[number] for number in plan.numbers]
        unmasked = sum(not scene.mask for scene in scenes)
        share = start + (1 - start) * unmasked / (unmasked + len(scenes) / MASKING_WORK)
        rest = PartReporter(reporter, share, 1, began)
        workers = None
        if request.cluster:
            shared = _shared_files(scenes, folder)
            workers = stack.enter_context(Workers(request.cluster, shared, reporter))
        making = PartReporter(reporter, start, share, began)
        masks = _masks(seen, plan.grid, scenes, Path(folder), backend, workers, making)
        masked = time.monotonic()
        series = open_series(seen, plan, masks, backend, check, stack)
        hands = _Hands(seen, plan, masks, series, workers, check)
        pace = Pace(rest, "Compositing")
        # What is looked at here is not looked at again: blocks kept between arrays that go
        # would leave holes in memory.
        one = series.cache_bytes_of_one(SAMPLE_SIDE)
        with backend.limit_cache(one):
            distance = _survey(series, hands, pace)
            composer = _learn(series, plan, distance, hands, pace)
        give_back()
        stack.enter_context(backend.limit_cache(series.cache_bytes(UNIT)))
        if composer.needs_distance:
            distance.measure(check)
        remarks = [text for mask in masks for text in mask.remarks]
        remarks += _remarks(plan, series, composer)
        for text in remarks:
            reporter.message(text)
        names = tuple(mask.name for mask in masks)
        files = CompositeFiles(request, plan, names, composer.matches, backend, check, stack)
        counts = _compose(series, seen, plan, composer, distance, hands, files, pace)
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
        seconds=(
            ("copy", copied - began),
            ("mask", masked - copied),
            ("compose", done - masked),
            ("total", done - began),
        ),
        warnings=(*plan.messages, *remarks),
    )


@dataclass(frozen=True, eq=False)
class _Hands:
    """Who does the work on pixels: this computer, or the workers of a cluster."""

    request: CompositeRequest
    plan: CompositePlan
    masks: tuple[MaskFile, ...]
    series: Series
    workers: Workers | None
    check: Callable[[], None]

    def do(self, work: Work[P, R], pieces: Sequence[P], side: int) -> Generator[R, None, None]:
        """Yield what comes of each piece, in their order; see :class:`.series_work.SeriesJob`."""
        if self.workers is None:
            return work(self.series, pieces, self.check)
        scenes = (
            replace(scene, source=from_anywhere(scene.source)) for scene in self.request.scenes
        )
        masks = tuple(replace(mask, path=absolute(mask.path)) for mask in self.masks)
        request = replace(self.request, scenes=tuple(scenes))
        job = SeriesJob(request, self.plan, masks, work, side)
        return self.workers.do(job, pieces)


@contextlib.contextmanager
def _work_folder(request: CompositeRequest) -> Iterator[str]:
    """Make a folder for copies and masks that are made on the way, and remove it with them.

    That of a cluster is beside the result, where its workers see it too.
    """
    beside = str(Path(request.output).absolute().parent) if request.cluster else None
    try:
        folder = tempfile.mkdtemp(prefix=MARK if beside else "cloudmask-", dir=beside)
    except OSError as error:
        raise OutputError(cannot_write(request.output, error.strerror or str(error))) from error
    try:
        yield folder
    finally:
        # A worker that has not heard of a cancel yet may write there still.
        shutil.rmtree(folder, ignore_errors=True)


def _with_copies(
    request: CompositeRequest,
    plan: CompositePlan,
    folder: str,
    backend: Backend,
    reporter: Reporter,
) -> CompositeRequest:
    """Return the request with small copies of scenes whose pixels are far smaller than its own."""
    sources = {number: request.scenes[number].source for number in plan.numbers}
    small = [number for number, source in sources.items() if far_smaller(source, plan.grid)]
    if not small:
        return request
    margin = AROUND
    if not all(scene.mask for scene in request.scenes):
        card = find(request.model)
        margin = max(margin, card.halo + card.stride)
    copies = {}
    for number in small:
        source = sources[number]
        extent = bounds(plan.grid) if _same_place(source, plan.grid) else None
        path = str(Path(folder) / f"scene-{number}.tif")
        copies[number] = small_copy(source, plan.grid, extent, margin, path)
    threads = min(request.threads or os.cpu_count() or 1, len(copies))
    make_copies(tuple(copies.values()), backend, threads, Pace(reporter, "Reading the scenes"))
    scenes = (
        replace(scene, source=copies[number].copied) if number in copies else scene
        for number, scene in enumerate(request.scenes)
    )
    return replace(request, scenes=tuple(scenes))


def _shared_files(scenes: Sequence[CompositeScene], folder: str) -> SharedFiles:
    """Return what workers must see: scenes, masks, and the folder of those made on the way."""
    paths = [path for scene in scenes for path in (scene.source.bands[0].path, scene.mask)]
    if all(scene.mask for scene in scenes):
        return SharedFiles(files_here(paths))
    return SharedFiles(files_here(paths), str(Path(folder).parent), folder)


def _masks(
    request: CompositeRequest,
    target: Grid,
    scenes: list[CompositeScene],
    folder: Path,
    backend: Backend,
    workers: Workers | None,
    reporter: Reporter,
) -> tuple[MaskFile, ...]:
    """Return the masks of scenes, those they came with and others made in a folder."""
    wanted = {
        number: MaskRequest(
            scene.source,
            str(folder / f"{number}.tif"),
            model=request.model,
            resolution=_mask_resolution(scene.source, target),
            extent=bounds(target) if _same_place(scene.source, target) else None,
            threads=request.threads,
        )
        for number, scene in enumerate(scenes)
        if not scene.mask
    }
    models = dict(zip(wanted, _make_masks(list(wanted.values()), workers, reporter)))
    masks = []
    for number, scene in enumerate(scenes):
        check_cancelled(reporter)
        if scene.mask:
            masks.append(identify_mask(scene.mask, scene.classes, backend))
        else:
            masks.append(MaskFile(wanted[number].output, OURS, f"made by {models[number]}"))
    return tuple(masks)


def _make_masks(
    requests: Sequence[MaskRequest], workers: Workers | None, reporter: Reporter
) -> list[str]:
    """Make masks; return the model of each."""
    if workers is not None and requests and not workers.in_pieces(len(requests)):
        names = [request.source.name for request in requests]
        sent = [
            replace(request, source=from_anywhere(request.source), model=absolute(request.model))
            for request in requests
        ]
        made = {
            request.output: result().model
            for request, result in workers.each(mask_scene, sent, names, reporter)
        }
        return [made[request.output] for request in requests]
    began, models = time.monotonic(), []
    for done, request in enumerate(requests):
        part = PartReporter(reporter, done / len(requests), (done + 1) / len(requests), began)
        models.append(mask_scene(request, part, workers=workers).model)
    return models


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


def _survey(series: Series, hands: _Hands, pace: Pace) -> CloudDistance:
    """Look at all masks once: how much is clear, and where clouds are."""
    distance = CloudDistance(series.target, series.count)
    step = max(SURVEY_SIDE // distance.factor, 1) * distance.factor
    windows = list(cut(series.target.window, step))
    pace.advance(0.0)
    with contextlib.closing(hands.do(partial(survey, distance.factor), windows, step)) as looks:
        for number, look in enumerate(looks, start=1):
            distance.add(look)
            pace.advance(SURVEYED * number / len(windows))
    return distance


def _learn(
    series: Series, plan: CompositePlan, distance: CloudDistance, hands: _Hands, pace: Pace
) -> Composer:
    """Sample the scenes all over the area and learn how they relate."""
    values = series.count * len(plan.bands) * SAMPLE_PARTS**2
    side = min(SAMPLE_SIDE, math.isqrt(SAMPLE_BYTES // (4 * values)))
    windows = tuple(_sample_windows(plan.grid.window, max(side, 4)))
    pixels = sum(window.width * window.height for window in windows)
    samples = np.empty((series.count, len(plan.bands), pixels), np.float32)
    codes = np.empty((series.count, pixels), np.uint8)
    # Scene by scene, so that the blocks of only one are to be kept.
    work = hands.do(partial(sample, windows), range(series.count), SAMPLE_SIDE)
    with contextlib.closing(work) as sampled:
        for scene, (some, some_codes) in enumerate(sampled):
            samples[scene], codes[scene] = some, some_codes
            pace.advance(SURVEYED + (SAMPLED - SURVEYED) * (scene + 1) / series.count)
    return learn(
        samples,
        codes,
        plan.recipe,
        Spectrum(
            tuple(band.role for band in plan.bands),
            tuple(band.gain for band in plan.bands),
            tuple(band.bias for band in plan.bands),
            plan.air,
        ),
        distance.clearness,
        plan.closeness,
        pace.check,
    )


def _remarks(plan: CompositePlan, series: Series, composer: Composer) -> list[str]:
    """Return what an analyst should know of how the scenes were used."""
    labels = [plan.labels[number] for number in plan.numbers]
    remarks = []
    warped = [label for label, is_warped in zip(labels, series.warped) if is_warped]
    if warped:
        remarks.append(f"Warped to the first scene's grid: {', '.join(warped)}.")
    bare = [label for label, is_masked in zip(labels, series.masked) if not is_masked]
    if bare:
        remarks.append(
            f"Their masks lie elsewhere, so that nothing is taken of: {', '.join(bare)}."
        )
    if plan.recipe.method == REFERENCE and len(labels) > 1:
        remarks.append(f"The reference is {labels[composer.order[0]]}.")
        alone = [labels[n] for n in composer.order if math.isinf(composer.matches[n].error)]
        if alone:
            remarks.append(
                "Too little is clear both there and in the reference to match them: "
                f"{', '.join(alone)}."
            )
    return remarks


def _compose(
    series: Series,
    request: CompositeRequest,
    plan: CompositePlan,
    composer: Composer,
    distance: CloudDistance,
    hands: _Hands,
    files: CompositeFiles,
    pace: Pace,
) -> NDArray[np.int64]:
    """Compose and write everything; return the pixels without a value, then those by scene."""
    side = request.tile or _tile_side(composer, series.count, len(plan.bands))
    known = distance if composer.needs_distance else None
    how = Composition(request, plan, composer, known, side)
    counts = np.zeros(len(plan.labels) + 1, dtype=np.int64)
    total, done = series.target.width * series.target.height, 0
    units = list(_units(series.target.window, composer.margin))
    with (
        Behind(files.write) as writer,
        contextlib.closing(hands.do(partial(compose, how), units, UNIT)) as composed,
    ):
        for unit, parts, found in composed:
            writer.put((parts, unit))
            counts += found
            done += unit.width * unit.height
            pace.advance(SAMPLED + (COMPOSED - SAMPLED) * done / total)
    return counts


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
