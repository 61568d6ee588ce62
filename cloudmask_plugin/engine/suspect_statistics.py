"""How often a place is called cloud against how often its surroundings are. Pure functions.

Only quiet days tell of a place, those on which less than half of its surroundings is cloud: under
an overcast sky anything is called cloud. On a quiet day with the share b of cloud around, an
ordinary place is called cloud with the chance b + (1 − b)·e, e being what masks call cloud of clear
ground anyway; where the series itself shows a higher chance at that b, as at the edges of cloud,
that one counts. Days differ; the number of days on which a place is called cloud is at least as
unlikely as a binomial one with the mean chance says (Hoeffding 1956, "On the distribution of the
number of successes in independent trials"). Places differ, too: cloud prefers ridges and coasts.
Their chances vary around that mean then, and the number is beta-binomial (Williams 1982,
"Extra-binomial variation in logistic linear models"), with a correlation that the series itself
tells.

The share of clear days on which a suspect is called cloud follows by taking away what the
surroundings explain (Abbott 1925, "A method of computing the effectiveness of an insecticide": the
correction for what would have happened anyway).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .errors import OptionError
from .refine import dilate

Floats = NDArray[np.float32]

# Clear ground that masks call cloud: 3 to 4 % with four bands and more, models/accuracy.md.
ORDINARY = 0.04
FEWEST_DATES = 8  # that a place needs; of fewer even "always" is no more than a run of bad luck
FEWEST_QUIET = 5  # of them
MOST_AROUND = 0.5  # share of cloud around on a quiet day
CHANCE = 0.001  # of an ordinary place to be called cloud so often; smaller is implausible
LIKELY = 0.02  # the same beside such a place
OUTLYING = 0.0001  # the same, from which a place tells nothing of ordinary ones
LEAST_RATE = 0.25  # of its clear days on which a suspect is called cloud at least
PRIOR_DATES = 1.0  # so many ordinary clear days are believed before any is seen
MOST_CORRELATION = 0.3
STEPS = 200  # of mean chances in the table
LEVELS = np.linspace(0, 1, 21)  # of the share of cloud around
BELIEVED_CASES = 200.0  # of an ordinary place, beside those that the series shows at a level
PERCENT = 100
NOT_KNOWN = 255  # score where there are too few dates
_LEAST_CORRELATION = 1e-6


def learn_chances(
    around: NDArray[np.floating[Any]], cloudy: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """Return the chances of ordinary places at :data:`LEVELS` of the share of cloud around.

    :param around: (n,) shares 0..1 of places and dates all over the series, and ``cloudy`` (n,)
        whether the place was called cloud then.
    :return: (len(LEVELS),) float64, never falling, at least b + (1 − b)·e.
    """
    least = LEVELS + (1 - LEVELS) * ORDINARY
    # The middle of a bin is a level; a bin counts as many ordinary cases as it has too few.
    bins = np.clip(np.rint(around * (len(LEVELS) - 1)), 0, len(LEVELS) - 1).astype(np.intp)
    cases = np.bincount(bins, minlength=len(LEVELS))
    calls = np.bincount(bins, cloudy, minlength=len(LEVELS))
    seen = (calls + BELIEVED_CASES * least) / (cases + BELIEVED_CASES)
    return np.asarray(np.maximum.accumulate(np.maximum(seen, least)))


def chances_at(around: Floats, learned: NDArray[np.float64]) -> Floats:
    """Return the chance of ordinary places, by the share of cloud around, any shape."""
    return np.asarray(np.interp(around, LEVELS, learned), np.float32)


def tail_table(dates: int, correlation: float) -> NDArray[np.float64]:
    """Return the chance to be called cloud on k dates of ``dates`` or more.

    :param correlation: between the dates of one place, 0..1.
    :return: (STEPS + 1, dates + 1) float64 by the mean chance, in steps of 1 / STEPS, and by k.
    """
    mean = np.clip(np.arange(STEPS + 1) / STEPS, 1e-9, 1 - 1e-9)[:, np.newaxis]
    spread = (1 - max(correlation, _LEAST_CORRELATION)) / max(correlation, _LEAST_CORRELATION)
    alpha, beta = mean * spread, (1 - mean) * spread
    k = np.arange(dates)
    none = np.log((beta + k) / (spread + k)).sum(axis=1, keepdims=True)
    step = np.log((dates - k) * (alpha + k) / ((k + 1) * (beta + dates - k - 1)))
    logarithms = np.concatenate((none, none + np.cumsum(step, axis=1)), axis=1)
    tail = np.exp(logarithms)[:, ::-1].cumsum(axis=1)[:, ::-1]
    return np.asarray(np.minimum(tail, 1.0))


class Chances:
    """Chances of ordinary places, looked up in tables that are made as they are needed."""

    def __init__(self, correlation: float) -> None:
        self.correlation = correlation
        self._tables: dict[int, NDArray[np.float64]] = {}

    def at(self, dates: NDArray[np.uint16], cloudy: NDArray[np.uint16], mean: Floats) -> Floats:
        """Return the chance to be called cloud so often or more, shape of the arguments.

        :param dates: quiet ones, ``cloudy`` those of them called cloud.
        :param mean: of the chances of these dates, 0..1.
        """
        level = _levels(mean)
        chances = np.ones(dates.shape, np.float32)
        for count in np.unique(dates).tolist():
            if count >= FEWEST_QUIET:
                here = dates == count
                chances[here] = self._table(count)[level[here], cloudy[here]]
        return chances

    def above(self, dates: NDArray[np.uint16], mean: Floats) -> Floats:
        """Return the mean square by which numbers are above what is expected, 0 where below."""
        level = _levels(mean)
        squares = np.zeros(dates.shape, np.float32)
        for count in np.unique(dates).tolist():
            table = self._table(count)
            exactly = table - np.pad(table, ((0, 0), (0, 1)))[:, 1:]
            k = np.arange(count + 1) - count * np.arange(STEPS + 1)[:, np.newaxis] / STEPS
            here = dates == count
            squares[here] = (exactly * np.square(np.maximum(k, 0))).sum(axis=1)[level[here]]
        return squares

    def _table(self, dates: int) -> NDArray[np.float64]:
        if dates not in self._tables:
            self._tables[dates] = tail_table(dates, self.correlation)
        return self._tables[dates]


def _levels(mean: Floats) -> NDArray[np.intp]:
    """Return the rows of a table for mean chances, rounded up, so that nothing seems rarer."""
    level = np.ceil(mean * np.float32(STEPS) - np.float32(1e-4))
    return np.asarray(np.clip(level, 0, STEPS), np.intp)


def surplus_rate(
    dates: NDArray[np.uint16], cloudy: NDArray[np.uint16], expected: Floats, believed: float = 0.0
) -> Floats:
    """Return the share of clear days on which a place is called cloud, 0..1, by Abbott's formula.

    :param dates: quiet ones, ``cloudy`` those of them called cloud, ``expected`` how many of them
        would be at an ordinary place.
    :param believed: clear days of an ordinary place that are counted in, so that few days do not
        say more than they can.
    """
    clear = np.maximum(dates - expected, 0) + np.float32(believed)
    more = np.maximum(cloudy - expected, 0) + np.float32(believed * ORDINARY)
    with np.errstate(divide="ignore", invalid="ignore"):
        rate = np.where(clear >= 0.5, more / clear, np.float32(0))
    return np.asarray(np.clip(rate, 0, 1), np.float32)


@dataclass(frozen=True, eq=False)
class Judged:
    """What is said of the pixels of a window, all (rows, cols) bool.

    :param often: called cloud on a good part of the clear days.
    :param sure: more often than chance explains; ``near`` close to such pixels.
    :param suspect: sure, or nearly so beside such pixels
        (two thresholds, as Canny 1986, "A computational approach to edge detection").
    """

    often: NDArray[np.bool_]
    sure: NDArray[np.bool_]
    near: NDArray[np.bool_]
    suspect: NDArray[np.bool_]


def judge(
    dates: NDArray[np.uint16],
    cloudy: NDArray[np.uint16],
    expected: Floats,
    known: NDArray[np.bool_],
    chances: Chances,
    reach: int,
) -> Judged:
    """Judge pixels by the quiet days of each, and by those within ``reach`` pixels.

    :param dates: quiet ones; ``cloudy`` those called cloud, ``expected`` how many of them would be
        at an ordinary place.
    :param known: where there are dates enough.
    """
    often = surplus_rate(dates, cloudy, expected) >= np.float32(LEAST_RATE)
    tested = often & known
    chance = np.ones(often.shape, np.float32)
    if tested.any():
        mean = expected[tested] / dates[tested]
        chance[tested] = chances.at(dates[tested], cloudy[tested], mean)
    sure = chance < CHANCE
    near = dilate(sure, reach, reach) if sure.any() else sure
    return Judged(often, sure, near, near & (chance < LIKELY))


def score(
    dates: NDArray[np.uint16],
    cloudy: NDArray[np.uint16],
    expected: Floats,
    suspect: NDArray[np.bool_],
) -> NDArray[np.uint8]:
    """Return the clear days on which suspects are called cloud, in per cent; 0 elsewhere."""
    rate = surplus_rate(dates, cloudy, expected, PRIOR_DATES)
    return np.where(suspect, np.rint(rate * PERCENT), 0).astype(np.uint8)


def correlation_of_places(
    dates: NDArray[np.uint16], cloudy: NDArray[np.uint16], expected: Floats
) -> float:
    """Return the correlation between dates of one place that ordinary places show, 0..0.3.

    By the variance of the beta-binomial, n·q·(1 − q)·(1 + (n − 1)·correlation), and the squares by
    which numbers are above what is expected beside those that binomial chance makes. What is below
    says nothing, for expectations are cautious. Places that binomial chance does not explain are
    left aside, for they may be suspects.

    :param dates, cloudy, expected: (n,) of places all over the scene.
    """
    enough = (dates >= FEWEST_QUIET) & (expected > 0)
    count, calls = dates[enough], cloudy[enough]
    mean = np.asarray(expected[enough] / count, np.float32)
    tables = Chances(0.0)
    ordinary = tables.at(count, calls, mean) >= OUTLYING
    count, calls, mean = count[ordinary], calls[ordinary], mean[ordinary]
    if not len(count):
        return 0.0
    seen = np.square(np.maximum(calls - count * mean, 0)).sum(dtype=np.float64)
    usual = tables.above(count, mean).sum(dtype=np.float64)
    excess = (seen / usual - 1) / (float(count.mean()) - 1) if usual > 0 else 0.0
    return float(np.clip(excess, 0.0, MOST_CORRELATION))


def cloud_weight(scores: NDArray[np.uint8], strength: float = 1.0) -> Floats:
    """Return by what the odds of cloud are multiplied at places with a score, 0..1.

    Bayes' rule: that a place is called cloud tells the less the more often it is on clear days.
    The odds are divided by the place's rate over that of ordinary ground. With the rate at its
    most the odds go down to 1 in 25: what is cloud with more than 96 % stays so.

    :param scores: per cent, see :func:`score`; 0 and 255 leave the odds.
    :param strength: of the logarithm; 0 leaves the odds, 1 is Bayes' rule.
    """
    rate = np.arange(256) / (PERCENT * ORDINARY)
    rate[PERCENT + 1 :] = 1
    table = np.maximum(rate, 1.0) ** -strength
    return np.asarray(table.astype(np.float32)[scores])


def check_strength(strength: float) -> None:
    """Refuse what is no strength; :raises OptionError: with what would be."""
    if not 0 <= strength <= 1:
        raise OptionError(
            f"The strength of the suspects is {strength:g}: give 0 (not at all) to 1 (in full)."
        )
