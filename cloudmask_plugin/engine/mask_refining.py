"""The job that makes a mask anew from stored probabilities, without running the model."""

from __future__ import annotations

import contextlib
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .calibration import CALIBRATION_TAG
from .classes import CLASSES, NODATA
from .errors import OptionError, SceneError
from .mask_writing import (
    AZIMUTH_TAG,
    PARAMETERS_TAG,
    UNIT_TAG,
    ZENITH_TAG,
    MaskWriter,
    Tags,
    prepare_shadow_check,
    refine_parameters,
)
from .overlap import ahead
from .paths import version
from .pipeline import MaskResult
from .raster import RasterInfo, RasterReader, choose_backend
from .raster.sink import check_target
from .refine import PROBABILITY_STEPS, RefineOptions, decide
from .reporter import Pace, Progress, Reporter, check_cancelled
from .scene import Grid, Window
from .shadow_check import ShadowOptions
from .stage_clock import StageClock
from .sun import Sun
from .suspect_prior import SuspectPrior
from .suspect_statistics import check_strength

STAGE = "Refining"
LEAST_ROWS, MOST_ROWS = 64, 512  # read at once
PRIOR_TAG = "CLOUDMASK_SUSPECTS_PRIOR"  # which suspects were believed less, and how much
JOB_TAG = "CLOUDMASK_JOB"  # of a queue, which knows its own masks by it
# Of the probabilities, not of the mask.
_OWN = (ZENITH_TAG, AZIMUTH_TAG, UNIT_TAG, JOB_TAG, CALIBRATION_TAG)


@dataclass(frozen=True)
class RefineRequest:
    """Which probabilities to refine and how.

    :param probabilities: path of a probability file, as masking writes it.
    :param output: path of the mask to write, a GeoTIFF.
    :param sun_zenith, sun_azimuth: degrees; None: as the file tells them.
    :param tags: further ones for the mask, names with values.
    :param suspects: path of a layer of places called cloud implausibly often, "" for none: there
        the odds of cloud are lowered, with ``strength`` from 0 (not at all) to 1 (Bayes' rule).
    """

    probabilities: str
    output: str
    refine: RefineOptions = field(default_factory=RefineOptions)
    shadows: ShadowOptions = field(default_factory=ShadowOptions)
    sun_zenith: float | None = None
    sun_azimuth: float | None = None
    tags: Tags = ()
    suspects: str = ""
    strength: float = 1.0

    def __post_init__(self) -> None:
        check_strength(self.strength)


def refine_mask(request: RefineRequest, reporter: Reporter) -> MaskResult:
    """Decide the classes of stored probabilities: the mask that masking with these options makes.

    Where scene, model and version of the program are the same, so are the bytes.

    :raises CloudMaskError: for bad inputs, with the remedy; nothing is written then.
    :raises Cancelled: where the reporter says so; nothing is written then.
    """
    clock = StageClock("read", "write")
    check_cancelled(reporter)
    backend = choose_backend()
    check_target(request.output)
    if Path(request.output).resolve() == Path(request.probabilities).resolve():
        raise OptionError(
            f"{request.output} holds the probabilities: choose another name for the mask."
        )
    with contextlib.ExitStack() as stack:
        reader = backend.open(request.probabilities)
        stack.callback(reader.close)
        _check_probabilities(request.probabilities, reader.info)
        told = dict(reader.info.tags)
        grid = _grid(reader.info, told)
        sun = _sun(request, told)
        check = prepare_shadow_check(
            grid, sun, request.shadows, request.probabilities, backend, reporter
        )
        mask = stack.enter_context(
            MaskWriter(
                request.output,
                grid,
                (*_tags(request, told), *request.tags),
                request.refine,
                request.shadows,
                check,
                backend,
                reporter,
            )
        )
        prior = None
        if request.suspects:
            prior = SuspectPrior(request.suspects, request.strength, grid, backend)
            stack.callback(prior.close)
        pace = Pace(reporter, STAGE)
        strips = ahead(_strips(reader, grid, clock), 1, lambda: check_cancelled(reporter))
        stack.enter_context(contextlib.closing(strips))
        for row, stored in strips:
            pace.advance(mask.share * row / grid.height)
            with clock.stage("write"):
                rows = Window(0, row, grid.width, stored.shape[1])
                weight = prior.weight(rows) if prior is not None else None
                mask.add(decide(stored, request.refine, weight))
        with clock.stage("write"):
            if prior is not None:
                mask.add_tags(((PRIOR_TAG, json.dumps(prior.facts, sort_keys=True)),))
            shares = mask.finish()
    # The file is in place: a cancel comes too late, and must not be told as one.
    reporter.progress(Progress(1.0, STAGE, 0.0))
    for warning in shares.warnings:
        reporter.message(warning)
    return MaskResult(
        output=request.output,
        probabilities=request.probabilities,
        classes=shares.classes,
        nodata=shares.nodata,
        seconds=clock.seconds(),
        model=told.get("CLOUDMASK_MODEL", ""),
        warnings=shares.warnings,
        shadow=shares.shadow,
    )


def _check_probabilities(path: str, info: RasterInfo) -> None:
    """Refuse a raster that is no probability file of ours: codes of a mask would pass as any."""
    scale = info.scales[0] if info.count else None
    fine = (
        info.count == len(CLASSES)
        and set(info.dtypes) == {"uint8"}
        and set(info.nodata) == {float(NODATA)}
        and scale is not None
        and math.isclose(scale, 1 / PROBABILITY_STEPS, rel_tol=1e-6)
        and info.descriptions == tuple(item.name for item in CLASSES)
    )
    if not fine:
        names = ", ".join(item.name for item in CLASSES)
        raise SceneError(
            f"{path} holds no probabilities of this program, four bands ({names}) of 8 bits with "
            "the scale 0.004: name the file that masking writes as its probabilities."
        )


def _grid(info: RasterInfo, told: dict[str, str]) -> Grid:
    unit = told.get(UNIT_TAG)
    return replace(info.grid, unit=float(unit) if unit else info.grid.unit)


def _sun(request: RefineRequest, told: dict[str, str]) -> Sun | None:
    angles = []
    for stated, tag in ((request.sun_zenith, ZENITH_TAG), (request.sun_azimuth, AZIMUTH_TAG)):
        angles.append(stated if stated is not None else float(told.get(tag, "nan")))
    sun = Sun(*angles)
    return sun if sun.is_up else None


def _tags(request: RefineRequest, told: dict[str, str]) -> Tags:
    """Return where the mask came from: as its probabilities, but for how they were refined."""
    kept = {
        key: value
        for key, value in told.items()
        if (key.startswith("CLOUDMASK_") or key == "ACQUISITION_TIME") and key not in _OWN
    }
    parameters = {
        **json.loads(kept.get(PARAMETERS_TAG, "{}")),
        **refine_parameters(request.refine, request.shadows),
    }
    if request.suspects:
        parameters |= {"suspects": Path(request.suspects).name, "strength": request.strength}
    kept["CLOUDMASK_VERSION"] = version()
    kept[PARAMETERS_TAG] = json.dumps(parameters, sort_keys=True)
    return tuple(kept.items())


def _strips(
    reader: RasterReader, grid: Grid, clock: StageClock
) -> Iterator[tuple[int, NDArray[np.uint8]]]:
    """Yield first row and (4, rows, cols) uint8 from top to bottom."""
    height = min(max(reader.info.block[0], LEAST_ROWS), MOST_ROWS)
    for row in range(0, grid.height, height):
        window = Window(0, row, grid.width, min(height, grid.height - row))
        shape = (window.height, window.width)
        with clock.stage("read"):
            bands = [reader.read(band, window, shape) for band in range(1, len(CLASSES) + 1)]
        yield row, np.stack(bands)
