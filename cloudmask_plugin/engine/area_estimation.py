"""Accuracy and areas estimated from a stratified sample of points, with their uncertainty.

The strata are the classes of the map. Formulas and their numbers are those of Olofsson et al.
2014, "Good practices for estimating area and assessing accuracy of land change", Remote Sensing
of Environment 148, 42-57, doi:10.1016/j.rse.2014.02.015.

Limits of the 95 % confidence interval are not estimate ± 1.96 standard errors, which at 30 points
a stratum and accuracies above 90 % hold the truth in far fewer than 95 % of samples. Those of a
share are Wilson's, near 0 and 1 as modified by Brown, Cai and DasGupta (2001, Statistical Science
16, 101-133, doi:10.1214/ss/1009213286). Strata are combined by recovering the variance at each
limit: sums after Zou and Donner (2008, Statistics in Medicine 27, 1693-1702, doi:10.1002/sim.3095),
ratios after Donner and Zou (2012, Statistical Methods in Medical Research 21, 347-359,
doi:10.1177/0962280210383082). ``python -m benchmarks.interval_coverage`` measures how often the
limits hold the truth, and how often those of others do.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .errors import OptionError

CONFIDENCE = 1.96  # standard errors on either side that hold 95 % of a normal distribution
MOST_POINTS = 10_000_000  # beyond, no sample is meant
# Means of Poisson distributions of which 5 % reach 1, 2 and 3: divided by the points, lower limits
# of shares of which so few hits were seen. Three only where there are more points than FEW.
RARE, FEW = (0.051293, 0.355362, 0.817691), 50

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Estimate:
    """An estimate, its standard error, and its limits; NaN where the sample does not tell.

    :param low, high: limits of the 95 % confidence interval, which is not symmetric.
    """

    value: float
    error: float
    low: float = field(default=math.nan, compare=False)
    high: float = field(default=math.nan, compare=False)

    @property
    def half_width(self) -> float:
        """1.96 standard errors, the ± of Olofsson et al. 2014."""
        return CONFIDENCE * self.error

    @property
    def is_bounded(self) -> bool:
        """Whether the estimate and its limits are known."""
        return not any(map(math.isnan, (self.value, self.low, self.high)))

    def times(self, factor: float) -> Estimate:
        """Return the estimate in another unit."""
        return Estimate(*(part * factor for part in (self.value, self.error, self.low, self.high)))


@dataclass(frozen=True)
class ClassEstimate:
    """What a sample tells of one class.

    :param mapped: share of the whole area that the map gives to the class, 0..1.
    :param points: sample points in that stratum.
    :param share: estimated share of the whole area that is of the class, 0..1.
    """

    mapped: float
    points: int
    user_accuracy: Estimate
    producer_accuracy: Estimate
    share: Estimate


@dataclass(frozen=True)
class AreaEstimates:
    """What a stratified sample tells, classes in the order of the strata.

    :param area: of all strata together, in the unit in which the strata's areas were given.
    :param unsampled: positions of strata that have an area and no point: nothing but the other
        classes' user's accuracies can be told then.
    """

    area: float
    overall_accuracy: Estimate
    classes: tuple[ClassEstimate, ...]
    unsampled: tuple[int, ...]

    def areas(self) -> tuple[Estimate, ...]:
        """Return the estimated area of each class, in the unit of ``area``."""
        return tuple(item.share.times(self.area) for item in self.classes)


def sample_table(
    mapped: NDArray[np.integer[Any]], reference: NDArray[np.integer[Any]], classes: Sequence[int]
) -> NDArray[np.int64]:
    """Count sample points, (strata, classes) int64: row by the map, column by the reference.

    :param mapped: label of each point on the map; ``reference`` what it really is. Points with
        a label that is none of ``classes`` are left out.
    """
    position = {code: place for place, code in enumerate(classes)}
    table = np.zeros((len(classes), len(classes)), dtype=np.int64)
    for code, row in position.items():
        for other, column in position.items():
            table[row, column] = np.sum((mapped == code) & (reference == other))
    return table


def estimate(table: NDArray[np.int64], areas: Sequence[float]) -> AreaEstimates:
    """Estimate accuracies and areas from a stratified random sample.

    :param table: points (strata, classes), from :func:`sample_table`.
    :param areas: area of each stratum on the map, in any unit; weights do as well.
    :raises OptionError: where areas are none.
    """
    area, weights = _weights(table, areas)
    points = table.sum(axis=1)
    unsampled = tuple(np.flatnonzero((points == 0) & (weights > 0)).tolist())
    with np.errstate(divide="ignore", invalid="ignore"):
        rates = table / points[:, None]  # NaN in strata without points
        variances = rates * (1 - rates) / (points[:, None] - 1)  # NaN with a single point
    # Strata without area say nothing of the whole, with or without points.
    counted = weights > 0
    own = weights[counted]
    bounds = np.stack(share_limits(table, points[:, None]))

    def total(shares: Floats, spreads: Floats, limits: Floats) -> Estimate:
        return Estimate(
            float(np.sum(own * shares[counted])),
            _root(float(np.sum(own**2 * spreads[counted]))),
            *_sum_limits(own, shares[counted], limits[:, counted]),
        )

    classes = tuple(
        ClassEstimate(
            float(weights[place]),
            int(points[place]),
            Estimate(
                float(rates[place, place]),
                _root(float(variances[place, place])),
                *bounds[:, place, place].tolist(),
            ),
            _producer_accuracy(place, weights, rates, variances, bounds),
            total(rates[:, place], variances[:, place], bounds[:, :, place]),
        )
        for place in range(len(table))
    )
    places = np.arange(len(table))
    overall = total(np.diag(rates), np.diag(variances), bounds[:, places, places])
    return AreaEstimates(area, overall, classes, unsampled)


def share_limits(hits: NDArray[Any], points: NDArray[Any]) -> tuple[Floats, Floats]:
    """Return the limits of shares, NaN where there is no point.

    Wilson's, and for a few hits, or a few misses, as modified by Brown, Cai and DasGupta 2001.

    :param hits: of so many ``points``; both of shapes that go together.
    :return: lower and upper, of that shape, float64, 0..1.
    """
    hits, points = np.broadcast_arrays(hits, points)
    return _lower_limits(hits, points), 1 - _lower_limits(points - hits, points)


def _lower_limits(hits: NDArray[Any], points: NDArray[Any]) -> Floats:
    square = CONFIDENCE**2
    with np.errstate(divide="ignore", invalid="ignore"):
        middle = hits + square / 2
        half = CONFIDENCE * np.sqrt(hits * (points - hits) / points + square / 4)
        limits = np.asarray((middle - half) / (points + square))
        for few, mean in enumerate(RARE, 1):
            rare = (hits == few) & ((few < len(RARE)) | (points > FEW))
            limits[rare] = mean / points[rare]
    limits[(hits == 0) & (points > 0)] = 0.0
    return limits


def _sum_limits(weights: Floats, shares: Floats, limits: Floats) -> tuple[float, float]:
    """Return the limits of a weighted sum of independent shares.

    :param limits: (2, strata) lower and upper of ``shares`` (strata,).
    """
    value = float(weights @ shares)
    below, above = np.sqrt(weights**2 @ ((limits - shares) ** 2).T).tolist()
    return value - below, value + above


def further_points(
    table: NDArray[np.int64],
    areas: Sequence[float],
    half_width: float,
    of: int | None = None,
) -> tuple[int, ...]:
    """Return how many more points each stratum needs for a confidence interval to be narrow.

    The fewest that do, given those that are there (Neyman's allocation). How often a stratum is
    right is taken as (right + 1) / (points + 2), so that neither a stratum without points nor
    one that has been right so far counts as known.

    :param half_width: wanted half of the 95 % confidence interval, 0..1.
    :param of: position of the class whose share of the area is meant; None: overall accuracy.
    :raises OptionError: where areas are none or the half-width cannot be reached.
    """
    if not 0 < half_width < 1:
        raise OptionError(
            f"The wanted half-width is {half_width:g}: give a share between 0 and 1, such as 0.02."
        )
    _, weights = _weights(table, areas)
    points = table.sum(axis=1).astype(np.float64)
    hits = np.diag(table) if of is None else table[:, of]
    rate = (hits + 1) / (points + 2)
    spread = weights * np.sqrt(rate * (1 - rate))
    wanted = (half_width / CONFIDENCE) ** 2
    # Variance is the sum of spread² / (points - 1). Strata that have enough keep what they have;
    # the others share what is left in proportion to their spread.
    total = points.copy()
    free = spread > 0
    while free.any():
        kept = ~free & (spread > 0)
        left = wanted - float(np.sum(spread[kept] ** 2 / (points[kept] - 1)))
        if left <= 0:  # those kept are too few after all: all may grow
            break
        need = 1 + spread * float(spread[free].sum()) / left
        enough = free & (points >= need)
        total[free] = need[free]
        if not enough.any():
            break
        total[enough] = points[enough]
        free &= ~enough
    if total.max(initial=0.0) > MOST_POINTS:
        raise OptionError(
            f"A half-width of {half_width:g} would need more than {MOST_POINTS} points: give a "
            "larger one."
        )
    more = np.ceil(np.maximum(total, points) - points - 1e-9)
    return tuple(int(number) for number in more)


def _weights(table: NDArray[np.int64], areas: Sequence[float]) -> tuple[float, NDArray[np.float64]]:
    sizes = np.array(areas, dtype=np.float64)
    if len(sizes) != len(table) or not np.isfinite(sizes).all() or (sizes < 0).any():
        raise OptionError(
            f"The areas of the strata are {list(areas)}: give one number, 0 or more, for each of "
            f"the {len(table)} classes."
        )
    area = float(sizes.sum())
    if area == 0:
        raise OptionError("All strata have an area of 0: give the areas of the map's classes.")
    return area, sizes / area


def _producer_accuracy(
    place: int,
    weights: Floats,
    rates: Floats,
    variances: Floats,
    bounds: Floats,
) -> Estimate:
    """Return the producer's accuracy of a class; the variance is equation 7.

    :param bounds: (2, strata, classes) lower and upper limits of ``rates``.
    """
    counted = weights > 0
    shares = weights[counted] * rates[counted, place]
    whole = float(shares.sum())
    if math.isnan(whole) or whole == 0:
        return Estimate(math.nan, math.nan)
    own = weights[place] * rates[place, place] if weights[place] > 0 else 0.0
    accuracy = float(own / whole)
    others = counted & (np.arange(len(weights)) != place)
    variance = accuracy**2 * np.sum(weights[others] ** 2 * variances[others, place])
    if weights[place] > 0:
        variance += weights[place] ** 2 * (1 - accuracy) ** 2 * variances[place, place]
    found = weights[place] * bounds[:, place, place] if weights[place] > 0 else np.zeros(2)
    missed = _sum_limits(weights[others], rates[others, place], bounds[:, others, place])
    low, high = _part_limits(own, found.tolist(), whole - own, missed)
    return Estimate(accuracy, _root(float(variance / whole**2)), low, high)


def _part_limits(
    part: float, limits: Sequence[float], rest: float, rest_limits: Sequence[float]
) -> tuple[float, float]:
    """Return the limits of part / (part + rest), from those of two independent numbers."""

    def lower_ratio(one: float, upper: float, other: float, lower: float) -> float:
        """Return the lower limit of other / one, from the upper of one, the lower of other."""
        squares = upper * (2 * one - upper), lower * (2 * other - lower)
        if squares[1] <= 0:
            return 0.0
        product = one * other
        divisor = product + math.sqrt(max(product**2 - squares[0] * squares[1], 0.0))
        return squares[1] / divisor if divisor > 0 else math.inf

    least = lower_ratio(rest, rest_limits[1], part, limits[0])
    missed = lower_ratio(part, limits[1], rest, rest_limits[0])
    return 1 - 1 / (1 + least), 1 / (1 + missed)


def _root(variance: float) -> float:
    return math.sqrt(variance) if variance >= 0 else math.nan
