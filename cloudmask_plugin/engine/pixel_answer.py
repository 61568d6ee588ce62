"""The job behind a click on the map: all that is known of one pixel."""

from __future__ import annotations

import contextlib
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .bands import BANDS
from .classes import CLOUD_SHADOW, NODATA, THICK_CLOUD, THIN_CLOUD
from .errors import CloudMaskError
from .map_view import PROBABILITY_BANDS, ViewedRaster, open_probabilities, view_codes
from .mask_check import CheckFiles
from .pixel_question import CloudMatch, Decision, class_medians, match_cloud, why
from .placing import identify_mask
from .raster import Backend
from .refine import RefineOptions
from .scene import Grid, SourceSpec
from .shadow_geometry import HIGHEST_CLOUD, path_to_sun
from .sun import Sun
from .suspect_prior import suspects_made
from .suspect_statistics import NOT_KNOWN, cloud_weight
from .view_reflectance import read_reflectance

SAMPLE_SIDE = 256  # pixels of the look at the scene for its medians
NEIGHBOURHOOD = 600  # pixels a side in which the cloud of a shadow is looked for
_WAVELENGTHS = {band.role: float(band.wavelength) for band in BANDS}


@dataclass(frozen=True)
class PixelQuestion:
    """What is asked of which pixel.

    :param x, y: place in the CRS of the mask.
    :param files: the mask, and the probabilities that it was made from.
    :param options: by which probabilities are decided.
    :param spec: the scene, None where there is none.
    :param masks: name and path of further masks.
    :param suspects: path of a layer of places where the odds of cloud are lowered, "" for none.
    """

    x: float
    y: float
    files: CheckFiles
    options: RefineOptions
    spec: SourceSpec | None = None
    masks: tuple[tuple[str, str], ...] = ()
    suspects: str = ""


@dataclass(frozen=True)
class Spectrum:
    """Reflectance by band, NaN where there is none.

    :param wavelengths: nm, rising; ``roles`` and all others are in their order.
    :param clear, cloud: medians over the scene of what the mask calls clear and cloud.
    """

    roles: tuple[str, ...]
    wavelengths: tuple[float, ...]
    pixel: tuple[float, ...]
    clear: tuple[float, ...]
    cloud: tuple[float, ...]


@dataclass(frozen=True)
class PixelAnswer:
    """All that is known of a pixel.

    :param code: class in the mask, 255 where it has no data.
    :param decision: how probabilities became a class, None without probabilities.
    :param spectrum: None without a scene.
    :param match: the cloud of a shadow, or the shadow of a cloud; None where none is found.
    :param match_place: where that is, in the CRS of the mask.
    :param match_known: False where the sun's direction is not known, or no match is asked for.
    :param others: what other masks say: name and class code.
    """

    x: float
    y: float
    code: int
    decision: Decision | None
    spectrum: Spectrum | None
    match: CloudMatch | None
    match_place: tuple[float, float] | None
    match_known: bool
    others: tuple[tuple[str, int], ...]


def ask_pixel(question: PixelQuestion, backend: Backend) -> PixelAnswer:
    """Return all that is known of a pixel.

    :raises CloudMaskError: where the mask, the probabilities or the scene cannot be read.
    """
    with contextlib.ExitStack() as stack:
        table = identify_mask(question.files.mask, question.files.table, backend).table
        mask = ViewedRaster(question.files.mask, backend)
        stack.callback(mask.close)
        grid = mask.info.grid
        here = _view(grid, question.x, question.y, 1, min(grid.pixel_size))
        code = int(view_codes(mask, table, here)[0, 0])
        decision = None
        if question.files.probabilities:
            odds = open_probabilities(question.files.probabilities, backend)
            stack.callback(odds.close)
            weight = 1.0
            if question.suspects:
                scores = ViewedRaster(question.suspects, backend)
                stack.callback(scores.close)
                suspects_made(question.suspects, scores.info)
                weight = float(cloud_weight(scores.read((1,), here, NOT_KNOWN)[0])[0, 0])
            decision = why(odds.read(PROBABILITY_BANDS, here)[:, 0, 0], question.options, weight)
        asked = decision.code if decision is not None else code
        spec, spectrum, sun = question.spec, None, None
        if spec is not None:
            overall = _overall_view(grid)
            codes = view_codes(mask, table, overall)
            spectrum = _spectrum(spec, here, overall, codes, backend)
            sun = spec.sun_at(question.x, question.y)
        match, place = None, None
        shaded = asked in (CLOUD_SHADOW, THICK_CLOUD, THIN_CLOUD)
        if sun is not None and shaded and code != NODATA:
            around = _neighbourhood(grid, question.x, question.y, sun)
            codes = view_codes(mask, table, around)
            middle = around.height // 2
            codes[middle, middle] = code
            match = match_cloud(codes, middle, middle, path_to_sun(around, sun))
            if match is not None:
                x0, a, _, y0, _, e = around.transform
                place = x0 + a * (match.col + 0.5), y0 + e * (match.row + 0.5)
        others = []
        for name, path in question.masks:
            with contextlib.suppress(CloudMaskError):  # a raster that is no mask after all
                others.append((name, _code_at(path, here, backend)))
    return PixelAnswer(
        question.x,
        question.y,
        code,
        decision,
        spectrum,
        match,
        place,
        sun is not None and shaded,
        tuple(others),
    )


def _code_at(path: str, here: Grid, backend: Backend) -> int:
    table = identify_mask(path, None, backend).table
    raster = ViewedRaster(path, backend)
    try:
        return int(view_codes(raster, table, here)[0, 0])
    finally:
        raster.close()


def _spectrum(
    spec: SourceSpec, here: Grid, overall: Grid, codes: NDArray[np.uint8], backend: Backend
) -> Spectrum:
    bands = sorted(
        (band for band in spec.bands if band.role in _WAVELENGTHS),
        key=lambda band: _WAVELENGTHS[band.role],
    )
    nodata = spec.nodata.value
    pixel = read_reflectance(bands, here, nodata, backend)[:, 0, 0]
    scene = read_reflectance(bands, overall, nodata, backend)
    valid = np.where(np.isfinite(scene).all(axis=0), codes, np.uint8(NODATA))
    valid[valid == THIN_CLOUD] = THICK_CLOUD  # one curve for cloud of either kind
    medians = class_medians(scene, valid)
    return Spectrum(
        tuple(band.role for band in bands),
        tuple(_WAVELENGTHS[band.role] for band in bands),
        tuple(pixel.tolist()),
        medians[0],
        medians[THICK_CLOUD],
    )


def _view(grid: Grid, x: float, y: float, side: int, pixel: float) -> Grid:
    """Return a view of ``side`` pixels a side whose middle pixel's centre is at a place."""
    half = (side // 2 + 0.5) * pixel
    return Grid(grid.crs, (x - half, pixel, 0.0, y + half, 0.0, -pixel), side, side, grid.unit)


def _overall_view(grid: Grid) -> Grid:
    pixel = max(grid.width, grid.height) * max(grid.pixel_size) / SAMPLE_SIDE
    x, y = grid.centre
    side = min(SAMPLE_SIDE, max(grid.width, grid.height))
    return _view(grid, x, y, side, max(pixel, max(grid.pixel_size)))


def _neighbourhood(grid: Grid, x: float, y: float, sun: Sun) -> Grid:
    """Return a view in which the farthest cloud that can shade a place lies, with its shadow."""
    metres = min(grid.metres_per_unit)
    farthest = HIGHEST_CLOUD * sun.tangent / metres
    largest = max(grid.width, grid.height) * max(grid.pixel_size)
    reach = min(1.1 * farthest, largest)
    pixel = max(2 * reach / NEIGHBOURHOOD, min(grid.pixel_size))
    side = 2 * math.ceil(reach / pixel) + 1
    return _view(grid, x, y, side, pixel)
