"""Accuracy and areas estimated from a stratified sample of points, with their uncertainty.

The strata are the classes of the map. Formulas and their numbers are those of Olofsson et al.
2014, "Good practices for estimating area and assessing accuracy of land change", Remote Sensing
of Environment 148, 42-57, doi:10.1016/j.rse.2014.02.015.

Limits of the 95 % confidence interval are not estimate ± 1.96 standard errors, which at 30 points
a stratum and accuracies above 90 % hold the truth in far fewer than 95 % of samples. They come from
mid-p confidence distributions (Lancaster 1961, Journal of the American Statistical Association 56,
223-234): what a stratum tells of a share is drawn at random, strata independently of each other,
and each draw is put into the estimator (melding; Fay, Proschan and Brittain 2015, Biometrics 71,
146-156, doi:10.1111/biom.12231). ``python -m benchmarks.interval_coverage`` measures how often the
limits hold the truth.
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
TAILS = (0.025, 0.975)
DRAWS, SEED = 4000, 1  # of what a sample may mean; the same sample always gets the same limits

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
    drawn = drawn_shares(table, points[:, None])

    def total(shares: Floats, spreads: Floats, draws: Floats) -> Estimate:
        return _estimate(
            float(np.sum(own * shares[counted])),
            float(np.sum(own**2 * spreads[counted])),
            np.einsum("s,sd->d", own, draws[counted]),
        )

    classes = tuple(
        ClassEstimate(
            float(weights[place]),
            int(points[place]),
            _estimate(rates[place, place], variances[place, place], drawn[place, place]),
            _producer_accuracy(place, weights, rates, variances, drawn),
            total(rates[:, place], variances[:, place], drawn[:, place]),
        )
        for place in range(len(table))
    )
    places = np.arange(len(table))
    overall = total(np.diag(rates), np.diag(variances), drawn[places, places])
    return AreaEstimates(area, overall, classes, unsampled)


def drawn_shares(hits: NDArray[Any], points: NDArray[Any]) -> Floats:
    """Draw from the mid-p confidence distributions of shares, NaN where there is no point.

    Half of the draws come from the distribution of each limit of Clopper and Pearson 1934.

    :param hits: of so many ``points``; both of shapes that go together.
    :return: (…, DRAWS) float64, 0..1.
    """
    rng = np.random.default_rng(SEED)
    hits, points = hits[..., np.newaxis], points[..., np.newaxis]
    upper = rng.integers(0, 2, (*np.broadcast_shapes(hits.shape, points.shape)[:-1], DRAWS))
    more, fewer = hits + upper, points - hits + 1 - upper
    shares: Floats = rng.beta(np.maximum(more, 1), np.maximum(fewer, 1))
    shares[more == 0], shares[fewer == 0] = 0, 1  # what all or none of the points are may be all
    shares[np.broadcast_to(points == 0, shares.shape)] = math.nan
    return shares


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


def _estimate(value: float, variance: float, draws: Floats) -> Estimate:
    """Return an estimate with the limits that draws of it tell."""
    low, high = np.quantile(draws, TAILS).tolist()
    return Estimate(float(value), _root(variance), min(low, value), max(high, value))


def _producer_accuracy(
    place: int,
    weights: Floats,
    rates: Floats,
    variances: Floats,
    drawn: Floats,
) -> Estimate:
    """Return the producer's accuracy of a class; the variance is equation 7."""
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
    found = np.einsum("s,sd->d", weights[counted], drawn[counted, place])
    right = weights[place] * drawn[place, place] if weights[place] > 0 else np.zeros(DRAWS)
    return _estimate(accuracy, float(variance / whole**2), right / found)


def _root(variance: float) -> float:
    return math.sqrt(variance) if variance >= 0 else math.nan
