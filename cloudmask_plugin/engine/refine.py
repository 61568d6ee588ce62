"""From probabilities to classes: thresholds, minimum areas, buffers. Pure functions.

Everything works on probabilities as they are stored (uint8, 250 = 1), so that a mask
refined later from a probability file equals the one made in the first run.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from .classes import CLEAR, CLOUD_CODES, CLOUD_SHADOW, NODATA, THICK_CLOUD, THIN_CLOUD
from .errors import OptionError
from .patches import without_small

PROBABILITY_STEPS = 250  # stored value of probability 1
DECIDED_ROWS = 64  # at once; scores are four times as large as what is stored


@dataclass(frozen=True)
class RefineOptions:
    """How probabilities become classes.

    A threshold is the probability from which a class is preferred to clear where only
    these two compete; 0.5 for all is the most probable class.

    :param thick, thin, shadow: thresholds, above 0 and below 1.
    :param min_area: hectares; smaller connected patches of cloud or of shadow become clear.
    :param buffer: metres by which cloud and shadow grow over clear pixels.
    """

    thick: float = 0.5
    thin: float = 0.5
    shadow: float = 0.5
    min_area: float = 0.0
    buffer: float = 0.0

    def __post_init__(self) -> None:
        for key in ("thick", "thin", "shadow"):
            value = getattr(self, key)
            if not 0 < value < 1:
                raise OptionError(
                    f"The threshold of {key} is {value:g}: give a probability above 0 and below 1."
                )
        for key, unit in (("min_area", "hectares"), ("buffer", "metres")):
            value = getattr(self, key)
            if not (value >= 0 and math.isfinite(value)):
                raise OptionError(
                    f"{key.replace('_', ' ').capitalize()} is {value:g}: "
                    f"give 0 or a positive number of {unit}."
                )

    def with_thresholds(self, thresholds: dict[str, float]) -> RefineOptions:
        """Return a copy with thresholds by class key; raise OptionError for other keys."""
        for key in thresholds:
            if key not in ("thick", "thin", "shadow"):
                raise OptionError(f"There is no class {key!r}: thresholds are thick, thin, shadow.")
        return replace(self, **thresholds)


@dataclass(frozen=True)
class PixelRefine:
    """Refine options in pixels of a grid: patch size, and buffer radius in x and y."""

    min_pixels: int
    radius_x: float
    radius_y: float

    @property
    def margin(self) -> int:
        """Rows and columns around a window that its result can depend on.

        A connected patch that reaches through this margin has at least ``min_pixels``
        pixels inside it, one a row, so that a cut window never calls it small.
        """
        return max(self.min_pixels - 1, 0) + math.ceil(max(self.radius_x, self.radius_y))


def in_pixels(options: RefineOptions, pixel_metres: tuple[float, float]) -> PixelRefine:
    """Convert hectares and metres to pixels of ``pixel_metres`` (width, height)."""
    width, height = pixel_metres
    return PixelRefine(
        math.ceil(options.min_area * 10_000 / (width * height) - 1e-9),
        options.buffer / width,
        options.buffer / height,
    )


def quantise(probabilities: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Return round(250·p) as uint8, the form in which probabilities are stored.

    :param probabilities: (classes, rows, cols) float32, 0..1.
    """
    steps = np.rint(np.clip(probabilities, 0, 1) * PROBABILITY_STEPS)
    return np.asarray(steps, dtype=np.uint8)


def decide(
    probabilities: NDArray[np.uint8],
    options: RefineOptions,
    cloud_weight: NDArray[np.float32] | None = None,
) -> NDArray[np.uint8]:
    """Return the class code of each pixel.

    Each class scores p·(1−t)/t, the rule of least expected cost where t is the threshold
    against clear (Elkan 2001, "The foundations of cost-sensitive learning"). Clear, cloud and
    shadow compete first, thick and thin with their scores added, for a pixel that is cloud of
    either kind is none that can be used; then thick and thin compete. Equal scores go to the
    class named first.

    :param probabilities: (4, rows, cols) uint8 in the order of the class codes; 255 nodata.
    :param cloud_weight: (rows, cols) by what the odds of cloud are multiplied, None: by 1.
    :return: (rows, cols) uint8 codes, 255 where nodata.
    """
    codes = np.empty(probabilities.shape[1:], dtype=np.uint8)
    for row in range(0, len(codes), DECIDED_ROWS):
        rows = slice(row, row + DECIDED_ROWS)
        weight = None if cloud_weight is None else cloud_weight[rows]
        codes[rows] = _decide(probabilities[:, rows], options, weight)
    return codes


def _decide(
    probabilities: NDArray[np.uint8],
    options: RefineOptions,
    cloud_weight: NDArray[np.float32] | None,
) -> NDArray[np.uint8]:
    def score(code: int, threshold: float) -> NDArray[np.float32]:
        weight = np.float32((1 - threshold) / threshold)
        return np.asarray(probabilities[code] * weight, np.float32)

    clear = probabilities[CLEAR].astype(np.float32)
    thick, thin = score(THICK_CLOUD, options.thick), score(THIN_CLOUD, options.thin)
    shadow = score(CLOUD_SHADOW, options.shadow)
    cloud = thick + thin
    if cloud_weight is not None:
        cloud = cloud * cloud_weight
    codes = np.where(thick >= thin, np.uint8(THICK_CLOUD), np.uint8(THIN_CLOUD))
    ground = np.where(clear >= shadow, np.uint8(CLEAR), np.uint8(CLOUD_SHADOW))
    np.copyto(codes, ground, where=(clear >= cloud) | (shadow > cloud))
    codes[probabilities[CLEAR] == NODATA] = NODATA
    return codes


def tidy(codes: NDArray[np.uint8], refine: PixelRefine) -> NDArray[np.uint8]:
    """Drop small patches, then grow what is left. See :class:`RefineOptions`.

    Thick and thin cloud count as one patch; neighbours touch by edge or corner. A grown
    pixel is thick cloud where thick cloud is in reach, else thin cloud, else shadow.

    :param codes: (rows, cols) uint8 class codes, 255 nodata, never changed there.
    """
    result = codes
    if refine.min_pixels > 1:
        result = codes.copy()
        for group in (CLOUD_CODES, (CLOUD_SHADOW,)):
            patches = np.isin(codes, group)
            result[patches & ~without_small(patches, refine.min_pixels)] = CLEAR
    if refine.radius_x > 0 or refine.radius_y > 0:
        seeds = result
        result = seeds.copy()
        for code in (CLOUD_SHADOW, THIN_CLOUD, THICK_CLOUD):
            grown = dilate(seeds == code, refine.radius_x, refine.radius_y)
            result[grown & (seeds == CLEAR)] = code
    return result


def dilate(mask: NDArray[np.bool_], radius_x: float, radius_y: float) -> NDArray[np.bool_]:
    """Return the pixels whose centre lies within an ellipse of radii around a set pixel.

    :param mask: (rows, cols) bool.
    :param radius_x, radius_y: pixels.
    """
    rows, cols = mask.shape
    grown = mask.copy()
    sums = np.zeros((rows, cols + 1), dtype=np.int32)
    np.cumsum(mask, axis=1, out=sums[:, 1:])
    spread: dict[int, NDArray[np.bool_]] = {}
    columns = np.arange(cols)
    for dy in range(-min(math.floor(radius_y), rows - 1), min(math.floor(radius_y), rows - 1) + 1):
        chord = radius_x * math.sqrt(max(0.0, 1 - (dy / radius_y) ** 2)) if dy else radius_x
        half = math.floor(chord + 1e-9)
        if half not in spread:
            first = np.maximum(columns - half, 0)
            stop = np.minimum(columns + half + 1, cols)
            spread[half] = sums[:, stop] > sums[:, first]
        source = spread[half]
        if dy >= 0:
            grown[dy:] |= source[: rows - dy]
        else:
            grown[:dy] |= source[-dy:]
    return grown


class RowTidier:
    """Applies :func:`tidy` to rows that arrive from top to bottom, exactly as to all at once.

    Keeps the rows of one chunk and its margins, whatever the height of the scene.
    """

    def __init__(self, refine: PixelRefine, chunk: int = 512) -> None:
        self._refine = refine
        self._chunk = max(chunk, refine.margin)
        self._rows: list[NDArray[np.uint8]] = []
        self._above = 0  # rows at the top that are kept for context only

    def push(self, rows: NDArray[np.uint8]) -> list[NDArray[np.uint8]]:
        """Take (rows, cols) uint8 codes; return what is finished, from top to bottom."""
        if self._refine.margin == 0:
            return [tidy(rows, self._refine)]
        self._rows.append(rows)
        finished = []
        needed = self._chunk + self._refine.margin
        while sum(len(part) for part in self._rows) - self._above >= needed:
            finished.append(self._emit(self._chunk))
        return finished

    def finish(self) -> list[NDArray[np.uint8]]:
        """Return the rows that were waiting for rows below them."""
        left = sum(len(part) for part in self._rows) - self._above
        return [self._emit(left)] if left else []

    def _emit(self, height: int) -> NDArray[np.uint8]:
        rows = np.concatenate(self._rows)
        stop = self._above + height
        result = tidy(rows[: stop + self._refine.margin], self._refine)
        keep = max(stop - self._refine.margin, 0)
        finished = result[self._above : stop]
        self._rows = [rows[keep:].copy()]
        self._above = stop - keep
        return finished
