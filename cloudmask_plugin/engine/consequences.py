"""What thresholds cost: clear land lost and cloud leaked, expected from probabilities alone.

Pure functions. Where probabilities are calibrated, the share of true class c among pixels is
the mean of p(c) over them (Dawid 1982, "The well-calibrated Bayesian"). Summed over the pixels
that a threshold calls cloud, p(clear) is the clear land lost; summed over those that it calls
clear, p(cloud) is the cloud leaked. Nobody needs to know the truth for that.

Pixels with the same probabilities share one line of a table, so that other thresholds cost a
decision for each line and not for each pixel.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from .calibration import AS_STORED, Calibration
from .classes import CLASSES, CLEAR, CLOUD_CODES, CLOUD_SHADOW, NODATA, THICK_CLOUD
from .errors import OptionError
from .refine import RefineOptions, decide

STRICTEST = 5.0  # doublings of the odds of cloud and shadow; threshold 0.5 becomes 0.03
SQUARE_METRES_OF_HECTARE = 10_000.0


@dataclass(frozen=True, eq=False)
class ProbabilityTable:
    """Which probabilities occur, and how often: a joint histogram of all classes.

    :param vectors: (4, lines) uint8 as stored, in the order of the class codes; no nodata.
    :param pixels: (lines,) int64, pixels with these probabilities.
    :param weights: (lines,) float32 by what the odds of cloud are multiplied, None: by 1.
    """

    vectors: NDArray[np.uint8]
    pixels: NDArray[np.int64]
    weights: NDArray[np.float32] | None = None

    @property
    def total(self) -> int:
        """Number of pixels with data."""
        return int(self.pixels.sum())


@dataclass(frozen=True)
class Consequences:
    """What thresholds do to an area, before patches are tidied up.

    Areas are in the unit of ``pixel_area``; shares are 0..1, NaN where there is none of a kind.

    :param clear: expected area of clear land, ``clear_lost`` the part of it called otherwise.
    :param cloud: expected area of cloud, ``cloud_leaked`` the part of it called clear.
    :param thick: expected area of thick cloud, ``thick_leaked`` the part of it called clear.
    :param shadow: expected area of cloud shadow, ``shadow_leaked`` the part called clear.
    :param usable: area called clear.
    """

    clear: float
    clear_lost: float
    cloud: float
    cloud_leaked: float
    thick: float
    thick_leaked: float
    shadow: float
    shadow_leaked: float
    usable: float

    @property
    def clear_lost_share(self) -> float:
        """Share of the clear land that is lost."""
        return _share(self.clear_lost, self.clear)

    @property
    def cloud_leaked_share(self) -> float:
        """Share of the cloud that is called clear."""
        return _share(self.cloud_leaked, self.cloud)

    @property
    def shadow_leaked_share(self) -> float:
        """Share of the shadow that is called clear."""
        return _share(self.shadow_leaked, self.shadow)

    @property
    def contamination(self) -> float:
        """Share of what is called clear that is cloud or shadow."""
        return _share(self.cloud_leaked + self.shadow_leaked, self.usable)


def tabulate(
    probabilities: NDArray[np.uint8], cloud_weight: NDArray[np.float32] | None = None
) -> ProbabilityTable:
    """Return the table of (4, rows, cols) uint8 probabilities as stored; 255 does not count.

    :param cloud_weight: (rows, cols) by what the odds of cloud are multiplied, None: by 1.
    """
    lines = np.ascontiguousarray(probabilities.reshape(len(CLASSES), -1).T)
    valid = lines[:, CLEAR] != NODATA
    # Four bytes are one number, which sorts many times as fast as four columns.
    numbers = np.ascontiguousarray(lines[valid]).view(np.uint32)[:, 0]
    weights = None
    if cloud_weight is None:
        found, pixels = np.unique(numbers, return_counts=True)
    else:
        each = np.ascontiguousarray(cloud_weight, np.float32).reshape(-1)[valid].view(np.uint32)
        pairs, pixels = np.unique(each.astype(np.uint64) << 32 | numbers, return_counts=True)
        weights = (pairs >> 32).astype(np.uint32).view(np.float32)
        found = (pairs & 0xFFFFFFFF).astype(np.uint32)
    vectors = np.ascontiguousarray(found.view(np.uint8).reshape(-1, len(CLASSES)).T)
    return ProbabilityTable(vectors, pixels.astype(np.int64), weights)


@dataclass(frozen=True, eq=False)
class Beliefs:
    """A table of probabilities with what each line stands for, by class.

    :param areas: (lines, 4) expected area of each class, in any unit.
    :param pixel_area: that one counted pixel stands for, in that unit.
    """

    table: ProbabilityTable
    areas: NDArray[np.float64]
    pixel_area: float


def believe(
    table: ProbabilityTable, pixel_area: float = 1.0, calibration: Calibration = AS_STORED
) -> Beliefs:
    """Return what a table's lines stand for; where cloud counts less it is believed less, too.

    :param pixel_area: that one counted pixel stands for, in any unit.
    :param calibration: by which probabilities are believed; decisions take them as stored.
    """
    shares = calibration.apply(table.vectors)
    if table.weights is not None:
        shares[list(CLOUD_CODES)] *= table.weights
        shares /= np.maximum(shares.sum(axis=0), np.finfo(np.float64).tiny)
    areas = np.ascontiguousarray((shares * (table.pixels * pixel_area)).T)
    return Beliefs(table, areas, pixel_area)


def expect(beliefs: Beliefs, options: RefineOptions) -> Consequences:
    """Return what thresholds do to the pixels of a table; area and buffer are left out."""
    table = beliefs.table
    weights = None if table.weights is None else table.weights[np.newaxis]
    codes = decide(table.vectors[:, np.newaxis], options, weights)[0]
    return _expect(beliefs, codes)


def expect_decided(
    probabilities: NDArray[np.uint8],
    codes: NDArray[np.uint8],
    pixel_area: float = 1.0,
    calibration: Calibration = AS_STORED,
    cloud_weight: NDArray[np.float32] | None = None,
) -> Consequences:
    """Return what classes do to the pixels of a picture, however they came about.

    :param probabilities: (4, rows, cols) uint8 as stored, 255 where nodata.
    :param codes: (rows, cols) uint8 class codes, such as buffers have grown.
    :param cloud_weight: (rows, cols) by what the odds of cloud are multiplied, None: by 1.
    """
    valid = probabilities[CLEAR] != NODATA
    vectors = probabilities[:, valid]
    weights = None if cloud_weight is None else cloud_weight[valid]
    each = ProbabilityTable(vectors, np.ones(vectors.shape[1], dtype=np.int64), weights)
    return _expect(believe(each, pixel_area, calibration), codes[valid])


def _expect(beliefs: Beliefs, codes: NDArray[np.uint8]) -> Consequences:
    kept = (codes == CLEAR).astype(np.float64)
    # By class: the area of all lines, and of those kept.
    whole, leaked = beliefs.areas.sum(axis=0), kept @ beliefs.areas
    clouds = list(CLOUD_CODES)
    return Consequences(
        clear=float(whole[CLEAR]),
        clear_lost=max(float(whole[CLEAR] - leaked[CLEAR]), 0.0),
        cloud=float(whole[clouds].sum()),
        cloud_leaked=float(leaked[clouds].sum()),
        thick=float(whole[THICK_CLOUD]),
        thick_leaked=float(leaked[THICK_CLOUD]),
        shadow=float(whole[CLOUD_SHADOW]),
        shadow_leaked=float(leaked[CLOUD_SHADOW]),
        usable=float(kept @ beliefs.table.pixels) * beliefs.pixel_area,
    )


def stricter(options: RefineOptions, steps: float) -> RefineOptions:
    """Return thresholds at which cloud and shadow count 2^steps times as much against clear.

    0 leaves them; above 0 more is masked, below 0 less.

    :raises OptionError: beyond :data:`STRICTEST` either way.
    """
    if not abs(steps) <= STRICTEST:
        raise OptionError(
            f"The strictness is {steps:g}: give a number from {-STRICTEST:g} to {STRICTEST:g}."
        )
    factor = math.pow(2, steps)

    def moved(threshold: float) -> float:
        odds = factor * (1 - threshold) / threshold
        return min(max(1 / (1 + odds), 1e-3), 1 - 1e-3)

    if steps == 0:
        return options
    return replace(
        options,
        thick=moved(options.thick),
        thin=moved(options.thin),
        shadow=moved(options.shadow),
    )


def hectares(pixel_metres: tuple[float, float], every: float = 1.0) -> float:
    """Return the hectares that a counted pixel stands for, where one in ``every`` is counted."""
    width, height = pixel_metres
    return width * height * every / SQUARE_METRES_OF_HECTARE


def _share(part: float, whole: float) -> float:
    return part / whole if whole > 0 else math.nan
