"""The jobs, one function each, read from top to bottom."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .calibration import AS_STORED, CALIBRATION_TAG
from .classes import CLASSES, NODATA
from .cluster import Workers
from .errors import OptionError
from .inference import MAX_LOOKS, Sessions
from .mask_writing import (
    PARAMETERS_TAG,
    MaskWriter,
    Tags,
    geometry_tags,
    prepare_shadow_check,
    refine_parameters,
)
from .models import ModelCard, check_fit, find
from .overlap import Behind
from .paths import version
from .pieces import absolute, from_anywhere
from .raster import Backend, NewRaster, choose_backend
from .raster.sink import RasterSink, check_target
from .reading import output_grid
from .refine import PROBABILITY_STEPS, RefineOptions, decide
from .reporter import Pace, Progress, Reporter, check_cancelled
from .scene import Grid, SourceSpec, Window
from .shadow_check import ShadowOptions, ShadowShares
from .shared_files import SharedFiles, files_here
from .stage_clock import StageClock
from .tile_predictions import INFER, READ, Prediction, TileJob, TilePredictor
from .tiling import Strip, blend_tiles, plan_tiles

DEFAULT_TILE = 512
JP2_SECONDS_PER_MPX = 0.16  # of one core; Sentinel-2 bands, docs/development.md


@dataclass(frozen=True)
class MaskRequest:
    """What to mask and how.

    :param source: the scene, from :func:`.describe.describe`.
    :param output: path of the mask to write, a GeoTIFF.
    :param probabilities: path of the probability file, None to write none.
    :param model: id of an installed model, or the path of a model folder; "" the default.
    :param resolution: metres of the output pixel, a multiple of the source's; None: the
        source's own (20 m for whole products).
    :param extent: xmin, ymin, xmax, ymax in the scene's CRS; None: the whole scene.
    :param shadows: what becomes of shadow that no cloud of the scene has thrown.
    :param tta: further looks at each tile, turned and mirrored, 0..7, whose mean counts.
    :param threads: threads of inference; 0: all cores.
    :param tile: side in pixels of what the network sees at once.
    :param tags: further ones for the files, names with values.
    :param cluster: address of a Dask scheduler, whose workers then predict the tiles; "" to
        work here.
    """

    source: SourceSpec
    output: str
    probabilities: str | None = None
    model: str = ""
    resolution: float | None = None
    extent: tuple[float, float, float, float] | None = None
    refine: RefineOptions = field(default_factory=RefineOptions)
    shadows: ShadowOptions = field(default_factory=ShadowOptions)
    tta: int = 0
    threads: int = 0
    tile: int = DEFAULT_TILE
    tags: Tags = ()
    cluster: str = ""

    def __post_init__(self) -> None:
        check_settings(self.tta, self.threads, self.tile)


def check_settings(tta: int, threads: int, tile: int) -> None:
    """Refuse numbers of a :class:`MaskRequest` that make no sense.

    :raises OptionError: with what would.
    """
    if not 0 <= tta <= MAX_LOOKS:
        raise OptionError(f"tta is {tta}: give a number from 0 to {MAX_LOOKS}.")
    if threads < 0:
        raise OptionError(f"threads is {threads}: give 0 for all cores, or a number.")
    if tile < 64:
        raise OptionError(f"tile is {tile}: give at least 64 pixels.")


@dataclass(frozen=True)
class MaskResult:
    """What was written.

    :param classes: share of the valid area by class key (clear, thick, thin, shadow), 0..1;
        all 0 where nothing is valid.
    :param nodata: share of the whole area without data, 0..1.
    :param seconds: (stage, seconds) with ``total`` last; stages overlap in time.
    :param shadow: what was found out about the shadow; None where the sun's direction is not
        known.
    """

    output: str
    probabilities: str | None
    classes: tuple[tuple[str, float], ...]
    nodata: float
    seconds: tuple[tuple[str, float], ...]
    model: str
    warnings: tuple[str, ...]
    shadow: ShadowShares | None = None


def mask_scene(
    request: MaskRequest,
    reporter: Reporter,
    sessions: Sessions | None = None,
    workers: Workers | None = None,
) -> MaskResult:
    """Mask one scene: plan, read, infer, refine, write.

    :param sessions: keeps models in memory over several scenes; None: loaded for this one.
    :param workers: of a cluster, to predict the tiles; None: those that the request names.
    :raises CloudMaskError: for bad inputs, with the remedy; nothing is written then.
    :raises Cancelled: where the reporter says so; nothing is written then.
    """
    clock = StageClock(READ, INFER, "write")
    check_cancelled(reporter)
    spec, backend = request.source, choose_backend()
    grid, extent, card, warnings = _plan(request)
    for warning in warnings:
        reporter.message(warning)
    target = grid.cropped(extent)
    sun = spec.sun_at(*target.centre)
    check = prepare_shadow_check(target, sun, request.shadows, spec.name, backend, reporter)
    plan = plan_tiles(extent, grid.window, grid.phase, request.tile, card.halo, card.stride)
    tags = _tags(request, card)
    pace = Pace(reporter, "Masking")
    job = TileJob(
        spec, grid, request.model, card.sha256, request.tta, request.threads, request.tile
    )
    with contextlib.ExitStack() as stack:
        if workers is None and request.cluster:
            shared = SharedFiles(files_here(band.path for band in spec.bands))
            workers = stack.enter_context(Workers(request.cluster, shared, reporter))
        if workers is not None:
            sent = replace(job, source=from_anywhere(spec), model=absolute(request.model))
            predictions = workers.do(sent, tuple(plan.tiles))
        else:
            predictor = TilePredictor(job, backend, reporter, sessions or Sessions(), clock)
            predictions = stack.enter_context(predictor).do(plan.tiles)
        probability_sink = None
        if request.probabilities:
            probability_sink = stack.enter_context(
                _open_probabilities(
                    request.probabilities,
                    target,
                    (*tags, *geometry_tags(sun, target), *_calibration(request, card)),
                    backend,
                    reporter,
                )
            )
        mask = stack.enter_context(
            MaskWriter(
                request.output,
                target,
                tags,
                request.refine,
                request.shadows,
                check,
                backend,
                reporter,
            )
        )

        # Only codes are kept in strips: strips of all layers, as wide as the scene, would be
        # what memory grows by.
        def finish(stored: NDArray[np.uint8]) -> NDArray[np.uint8]:
            if probability_sink is not None:
                with clock.stage("write"):
                    probability_sink.write_beside(stored)
            return decide(stored, request.refine)[np.newaxis]

        def write(strip: Strip) -> None:
            with clock.stage("write"):
                mask.add(strip.values[0])

        with Behind(write) as writer, contextlib.closing(predictions):
            results = _paced(predictions, plan.count, mask.share, pace)
            for strip in blend_tiles(plan, results, len(CLASSES), finish, 1):
                writer.put(strip)
                del strip  # else it stays in memory until the next is whole
                if probability_sink is not None:
                    writer.wait()  # the probabilities of the next tile are written here
        check_cancelled(reporter)
        with clock.stage("write"):
            # All files are finished before the first is put in its place.
            shares = mask.finish((probability_sink,) if probability_sink is not None else ())
    # The files are in place: a cancel comes too late, and must not be told as one.
    reporter.progress(Progress(1.0, "Masking", 0.0))
    for warning in shares.warnings:
        reporter.message(warning)
    return MaskResult(
        output=request.output,
        probabilities=request.probabilities,
        classes=shares.classes,
        nodata=shares.nodata,
        seconds=clock.seconds(),
        model=card.id,
        warnings=(*warnings, *shares.warnings),
        shadow=shares.shadow,
    )


def estimate_seconds(
    source: SourceSpec,
    card: ModelCard,
    resolution: float | None = None,
    extent: tuple[float, float, float, float] | None = None,
    tta: int = 0,
) -> float:
    """Return about how long masking will take on two cores, in seconds.

    From the card's measured speed and, for JPEG 2000, the time to decode it.
    """
    grid = output_grid(source, resolution)
    window = grid.window_of(*extent) if extent else grid.window
    plan = plan_tiles(window, grid.window, grid.phase, DEFAULT_TILE, card.halo, card.stride)
    seen = sum(tile.read.width * tile.read.height for tile in plan.tiles)
    seconds = seen * (1 + tta) / (card.speed * 1e6)
    for band in source.bands_for(grid.resolution):
        if band.path.lower().endswith(".jp2"):
            side = max(band.grid.resolution, grid.resolution)
            area = window.width * window.height * (grid.resolution / side) ** 2
            seconds += area / 1e6 * JP2_SECONDS_PER_MPX
    return seconds


def _plan(request: MaskRequest) -> tuple[Grid, Window, ModelCard, tuple[str, ...]]:
    """Check the whole request before any work: grid, extent, model, targets."""
    spec = request.source
    grid = output_grid(spec, request.resolution)
    extent = grid.window_of(*request.extent) if request.extent else grid.window
    card = find(request.model)
    warnings = (*spec.warnings, *check_fit(card, spec, grid.resolution))
    inputs = {Path(band.path).resolve() for band in (*spec.bands, *spec.coarser)}
    targets = [path for path in (request.output, request.probabilities) if path]
    for path in targets:
        check_target(path)
        if Path(path).resolve() in inputs:
            raise OptionError(f"{path} is the scene itself: choose another name for the result.")
    if len({Path(path).resolve() for path in targets}) < len(targets):
        raise OptionError(
            f"{request.output} is named for both mask and probabilities: give two names."
        )
    return grid, extent, card, warnings


def _open_probabilities(
    path: str, grid: Grid, tags: Tags, backend: Backend, reporter: Reporter
) -> RasterSink:
    return RasterSink(
        path,
        NewRaster(
            grid,
            "uint8",
            tuple(item.name for item in CLASSES),
            NODATA,
            tuple(sorted(tags)),
            scale=1 / PROBABILITY_STEPS,
            block=128,  # less to keep of each band until a row of blocks is whole
        ),
        backend,
        check=lambda: check_cancelled(reporter),
    )


def _tags(request: MaskRequest, card: ModelCard) -> Tags:
    """Return where a result came from, as GeoTIFF tags."""
    spec = request.source
    parameters = {
        "resolution": request.resolution,
        "extent": request.extent,
        "tta": request.tta,
        "tile": request.tile,
        **refine_parameters(request.refine, request.shadows),
    }
    nodata = spec.nodata.value
    tags = {
        "CLOUDMASK_VERSION": version(),
        "CLOUDMASK_MODEL": card.id,
        "CLOUDMASK_MODEL_VERSION": card.version,
        "CLOUDMASK_MODEL_SHA256": card.sha256,
        PARAMETERS_TAG: json.dumps(parameters, sort_keys=True),
        "CLOUDMASK_SOURCE": spec.name,
        "CLOUDMASK_SENSOR": spec.sensor.value,
        "CLOUDMASK_BANDS": ",".join(spec.roles),
        "CLOUDMASK_LEVEL": spec.level.value or "",
        "CLOUDMASK_SCALE": repr(spec.scale.value),
        "CLOUDMASK_OFFSET": repr(spec.offset.value),
        "CLOUDMASK_NODATA": "" if nodata is None else repr(nodata),
        "ACQUISITION_TIME": spec.acquired.value or "",
        **dict(request.tags),
    }
    return tuple((key, value) for key, value in tags.items() if value)


def _calibration(request: MaskRequest, card: ModelCard) -> Tags:
    """Return the tag of probabilities that tells the model's own calibration."""
    own = card.calibration_with(request.source.roles)
    return () if own == AS_STORED else ((CALIBRATION_TAG, json.dumps(own.parameters)),)


def _paced(
    predictions: Iterable[Prediction], count: int, share: float, pace: Pace
) -> Iterator[Prediction]:
    """Yield predictions and tell how many of ``count`` there were.

    :param share: of the progress, when all tiles are done.
    """
    pace.advance(0.0)
    for number, prediction in enumerate(predictions, start=1):
        yield prediction
        if number < count:
            pace.advance(share * number / count)
