"""One image from several scenes of one place, pixel by pixel. Pure functions of arrays.

Every function takes the observations of all scenes in one window: ``stack`` (scenes, bands,
rows, cols) float32 and ``codes`` (scenes, rows, cols) uint8 class codes of :mod:`.classes`. None
looks at neighbours, so that it does not matter how a scene is cut. Ties go to the scene that
comes first.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from .classes import CLEAR, CLOUD_SHADOW, THICK_CLOUD, THIN_CLOUD
from .errors import OptionError

Stack = NDArray[np.float32]  # (scenes, bands, rows, cols)
Codes = NDArray[np.uint8]  # (scenes, rows, cols)
Chosen = NDArray[np.int16]  # (rows, cols), number of a scene from 0, -1 none
Bools = NDArray[np.bool_]

METHODS = REFERENCE, BAP, MEDOID, MEDIAN, P25, LEAST_CLOUDY = (
    "reference",
    "bap",
    "medoid",
    "median",
    "p25",
    "least-cloudy",
)
AUTO = "auto"
QUANTILES = {MEDIAN: 0.5, P25: 0.25}  # the methods that mix scenes
FALLBACKS = NEVER, THIN, ANY = "never", "thin", "any"
UNUSABLE = 255  # level of what is never taken
# Best first. What the mask calls clear but other scenes contradict comes before thin cloud, and
# shadow, through which the ground is still seen, before thick cloud.
_LEVELS = {THIN: (THIN_CLOUD,), ANY: (THIN_CLOUD, CLOUD_SHADOW, THICK_CLOUD), NEVER: ()}
_SUSPECT = 1
HAZY = 0.05  # excess of the haze index at which an observation has no score left of that term
YEAR = 365.25  # days
# What the day counts in another year, where far-off days count nothing. Fields look then as after
# six weeks, and less alike after two to eight months; more than this would have hazy dates taken
# for their season (docs/composites.md, "Which method").
OTHER_YEAR = 0.05
DEFAULT_SIGMA = 20.0  # days; an observation so far from the target counts 0.6 of one on the day


@dataclass(frozen=True)
class BapWeights:
    """How much each term counts in the score of the best available pixel.

    Terms are 0..1, as White et al. 2014 ("Pixel-based image compositing for large-area dense time
    series applications and science") and FORCE's Level-3 processing name them: distance to
    cloud and shadow, closeness to the target date, clear share of the scene, absence of haze.
    """

    distance: float = 1.0
    date: float = 1.0
    clearness: float = 0.5
    haze: float = 1.0

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if not (value >= 0 and math.isfinite(value)):
                raise OptionError(
                    f"The weight of {field.name} is {value:g}: give 0 or a positive number."
                )

    @classmethod
    def named(cls, weights: dict[str, float]) -> BapWeights:
        """Return the default weights but for those named.

        :raises OptionError: for names that are no term.
        """
        terms = [field.name for field in fields(cls)]
        for key in weights:
            if key not in terms:
                raise OptionError(f"There is no weight {key!r}: there are {', '.join(terms)}.")
        return cls(**weights)


def default_method(scenes: int) -> tuple[str, str]:
    """Return the method for a number of scenes, and why in a few words."""
    if scenes == 1:
        return LEAST_CLOUDY, "one scene can only be taken as it is"
    return REFERENCE, f"the best of {scenes} scenes, its holes filled from the others"


def levels(codes: Codes, suspect: Bools, fallback: str) -> NDArray[np.uint8]:
    """Return how good each observation is: 0 best, :data:`UNUSABLE` never taken.

    :param suspect: (scenes, rows, cols) bool, clear by the mask but contradicted by others.
    :param fallback: "never" takes clear observations only, "thin" thin cloud where none is
        clear, "any" whatever was measured.
    """
    table = np.full(256, UNUSABLE, dtype=np.uint8)
    table[CLEAR] = 0
    for level, code in enumerate(_LEVELS[fallback], start=_SUSPECT + 1):
        table[code] = level
    result = table[codes]
    result[suspect & (codes == CLEAR)] = _SUSPECT
    return result


def candidates(level: NDArray[np.uint8]) -> Bools:
    """Return the observations (scenes, rows, cols) that are the best of their pixel."""
    return np.asarray((level == level.min(axis=0)) & (level != UNUSABLE))


def count_clear(codes: Codes) -> NDArray[np.uint16]:
    """Return how many scenes are clear by the mask, (rows, cols)."""
    return np.asarray((codes == CLEAR).sum(axis=0), dtype=np.uint16)


def first_of(order: Sequence[int], usable: Bools) -> Chosen:
    """Return of each pixel the first scene in ``order`` that is usable there."""
    chosen = np.full(usable.shape[1:], -1, dtype=np.int16)
    for scene in reversed(order):
        chosen[usable[scene]] = scene
    return chosen


def best_of(score: NDArray[np.float32], usable: Bools) -> Chosen:
    """Return of each pixel the usable scene of the highest score, (scenes, rows, cols)."""
    # argmax takes the first of equals.
    ranked = np.where(usable, score, np.float32(-np.inf))
    chosen = ranked.argmax(axis=0).astype(np.int16)
    chosen[~usable.any(axis=0)] = -1
    return np.asarray(chosen)


def take(stack: Stack, chosen: Chosen) -> NDArray[np.float32]:
    """Return the values (bands, rows, cols) of the chosen scenes, those of any where none is."""
    index = np.maximum(chosen, 0).astype(np.intp)
    return np.asarray(np.take_along_axis(stack, index[np.newaxis, np.newaxis], axis=0)[0])


def masked_quantile(values: NDArray[np.float32], usable: Bools, share: float) -> Stack:
    """Return the quantile over the usable scenes of each pixel, by linear interpolation.

    :param values: (scenes, rows, cols) float32 of one band.
    :param share: 0..1; 0.5 is the median.
    :return: (rows, cols) float32, 0 where no scene is usable.
    """
    count = usable.sum(axis=0)
    ordered = np.sort(np.where(usable, values, np.float32(np.inf)), axis=0)
    position = np.maximum(count - 1, 0) * share
    lower = np.floor(position).astype(np.intp)
    upper = np.minimum(lower + 1, np.maximum(count - 1, 0))
    low, high = (np.take_along_axis(ordered, at[np.newaxis], axis=0)[0] for at in (lower, upper))
    none = count == 0
    low[none] = high[none] = 0
    return np.asarray(low + (high - low) * (position - lower).astype(np.float32))


def quantile(stack: Stack, usable: Bools, share: float) -> NDArray[np.float32]:
    """Return :func:`masked_quantile` of each band, (bands, rows, cols)."""
    return np.stack(
        [masked_quantile(stack[:, band], usable, share) for band in range(stack.shape[1])]
    )


def medoid(stack: Stack, usable: Bools, gains: Sequence[float]) -> Chosen:
    """Return of each pixel the usable scene nearest to the median of all of them.

    Nearest by squared distance over the bands (Flood 2013, "Seasonal composite Landsat TM/ETM+
    images using the medoid", with the median as the centre).

    :param gains: reflectance of one step in each band's values.
    """
    distance = np.zeros((len(stack), *stack.shape[2:]), dtype=np.float32)
    for band, gain in enumerate(gains):
        values = stack[:, band]
        distance += np.square((values - masked_quantile(values, usable, 0.5)) * np.float32(gain))
    return best_of(-distance, usable)


def date_closeness(days: Sequence[float | None], target: float | None, sigma: float) -> list[float]:
    """Return how close each scene's day is to the target, 1 on the day, by a Gaussian.

    The same day of another year counts :data:`OTHER_YEAR`, and days around it by a Gaussian twice
    as wide: what composites by the day of the year rest on (Griffiths et al. 2013,
    doi:10.1109/JSTARS.2012.2228167). Without a target all are equally close; a scene without a
    date counts as the farthest.
    """
    if target is None:
        return [1.0] * len(days)
    close = [None if day is None else _closeness(abs(day - target), sigma) for day in days]
    farthest = min((value for value in close if value is not None), default=1.0)
    return [farthest if value is None else value for value in close]


def _closeness(apart: float, sigma: float) -> float:
    seasons = abs(apart - YEAR * max(round(apart / YEAR), 1))
    return max(_gauss(apart / sigma), OTHER_YEAR * _gauss(seasons / (2 * sigma)))


def _gauss(deviations: float) -> float:
    return math.exp(-0.5 * deviations**2)


def bap_score(
    usable: Bools,
    distance: NDArray[np.float32],
    haze: NDArray[np.float32] | None,
    closeness: Sequence[float],
    clearness: Sequence[float],
    weights: BapWeights,
) -> NDArray[np.float32]:
    """Return the score of each observation, (scenes, rows, cols) float32.

    :param distance: (scenes, rows, cols) float32, 0 at cloud or shadow to 1 far from both.
    :param haze: haze index (scenes, rows, cols) float32 as reflectance, None where the bands do
        not tell it. What counts is the excess over the least hazy usable scene.
    :param closeness, clearness: of each scene, 0..1.
    """
    score = np.float32(weights.distance) * distance
    if haze is not None:
        least = np.where(usable, haze, np.float32(np.inf)).min(axis=0)
        excess = np.where(usable, haze - np.where(np.isfinite(least), least, 0), 0)
        term = 1 - np.clip(excess / np.float32(HAZY), 0, 1)
        score += np.float32(weights.haze) * term
    for scene, (close, clear) in enumerate(zip(closeness, clearness)):
        score[scene] += np.float32(weights.date * close + weights.clearness * clear)
    return np.asarray(score, dtype=np.float32)
