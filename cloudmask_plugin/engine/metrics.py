"""How well a mask agrees with a reference: all scores follow from one table of counts.

The table, (4, 4) by class code, has a row for each class of the reference and a column for each
of the mask. What is not labelled in both is not counted. Undefined scores are NaN, never 0.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .classes import CLASSES, CLOUD_CODES, CLOUD_SHADOW, CODES

Table = NDArray[np.int64]

# The three questions that Aybar et al. 2022 (doi:10.1038/s41597-022-01878-2) put to each patch:
# the classes that count as yes, against all others.
EXPERIMENTS: dict[str, tuple[int, ...]] = {
    "cloud": CLOUD_CODES,
    "shadow": (CLOUD_SHADOW,),
    "invalid": (*CLOUD_CODES, CLOUD_SHADOW),
}
LOW, HIGH = 0.1, 0.9  # below is low, above is high, both limits themselves are middle (ibid.)


@dataclass(frozen=True)
class Counts:
    """Pixels or points by truth and answer of one yes-or-no question."""

    true_positive: int
    false_positive: int
    false_negative: int
    true_negative: int

    @property
    def positives(self) -> int:
        """What the reference calls positive."""
        return self.true_positive + self.false_negative

    @property
    def answers(self) -> int:
        """What the mask calls positive."""
        return self.true_positive + self.false_positive

    @property
    def overall_accuracy(self) -> float:
        """OA: share of right answers."""
        right = self.true_positive + self.true_negative
        return _ratio(right, right + self.false_positive + self.false_negative)

    @property
    def producer_accuracy(self) -> float:
        """PA or recall: share of the reference's positives that were found."""
        return _ratio(self.true_positive, self.positives)

    @property
    def user_accuracy(self) -> float:
        """UA or precision: share of the mask's positives that are right."""
        return _ratio(self.true_positive, self.answers)

    @property
    def balanced_accuracy(self) -> float:
        """BOA: mean of the shares of positives and of negatives that were found."""
        found = _ratio(self.true_negative, self.true_negative + self.false_positive)
        return 0.5 * (self.producer_accuracy + found)

    @property
    def f1(self) -> float:
        """Harmonic mean of PA and UA."""
        return self._f(1)

    @property
    def f2(self) -> float:
        """As F1, with PA weighing twice UA: a cloud missed is worse than a clear pixel lost."""
        return self._f(2)

    @property
    def intersection_over_union(self) -> float:
        """IoU of the positives."""
        return _ratio(self.true_positive, self.answers + self.false_negative)

    def _f(self, beta: int) -> float:
        # van Rijsbergen 1979, in counts: defined wherever either side has a positive.
        square = beta * beta
        weighed = (1 + square) * self.true_positive
        return _ratio(weighed, weighed + square * self.false_negative + self.false_positive)


@dataclass(frozen=True)
class Buckets:
    """Shares of the patches with a score below 0.1, up to 0.9, and above; NaN where none has one.

    :param defined: patches of which the score is defined; the others are left out.
    """

    low: float
    middle: float
    high: float
    defined: int


@dataclass(frozen=True)
class PatchScores:
    """One patch in one experiment, as CloudSEN12 scores it; NaN where undefined."""

    producer_accuracy: float
    user_accuracy: float
    balanced_accuracy: float


@dataclass(frozen=True)
class ExperimentTable:
    """One line of CloudSEN12's table: many patches in one experiment.

    :param median_balanced_accuracy: of the patches where it is defined, ``defined`` in number.
    """

    median_balanced_accuracy: float
    defined: int
    producer_accuracy: Buckets
    user_accuracy: Buckets


def confusion(answer: NDArray[np.uint8], reference: NDArray[np.uint8]) -> Table:
    """Count pixels (4, 4) int64 by class of the reference (row) and of the answer (column).

    :param answer: class codes of any shape; ``reference`` of the same. Whatever is no class
        code in either, as 255 for no data, is not counted.
    """
    size = len(CODES)
    known = (reference < size) & (answer < size)
    pairs = reference[known].astype(np.int64) * size + answer[known]
    return np.bincount(pairs, minlength=size * size).reshape(size, size)


def counts(table: Table, positive: Iterable[int]) -> Counts:
    """Return the counts of the question whether a pixel is of one of the ``positive`` classes."""
    yes = np.isin(np.arange(len(table)), list(positive))
    return Counts(
        int(table[np.ix_(yes, yes)].sum()),
        int(table[np.ix_(~yes, yes)].sum()),
        int(table[np.ix_(yes, ~yes)].sum()),
        int(table[np.ix_(~yes, ~yes)].sum()),
    )


def counts_by_class(table: Table) -> dict[str, Counts]:
    """Return the counts of each class against all others, by the class's key."""
    return {item.key: counts(table, (item.code,)) for item in CLASSES}


def overall_accuracy(table: Table) -> float:
    """OA: share of the pixels whose class is right."""
    return _ratio(int(np.trace(table)), int(table.sum()))


def patch_scores(table: Table, experiment: str) -> PatchScores:
    """Score one patch as CloudSEN12 does: UA is undefined where the reference has no cloud."""
    found = counts(table, EXPERIMENTS[experiment])
    has_cloud = int(table[list(CLOUD_CODES)].sum()) > 0
    return PatchScores(
        found.producer_accuracy,
        found.user_accuracy if has_cloud else math.nan,
        found.balanced_accuracy,
    )


def experiment_table(patches: Sequence[PatchScores]) -> ExperimentTable:
    """Sum up the patches of one experiment as CloudSEN12's table does."""
    balanced = _defined([patch.balanced_accuracy for patch in patches])
    return ExperimentTable(
        float(np.median(balanced)) if len(balanced) else math.nan,
        len(balanced),
        buckets([patch.producer_accuracy for patch in patches]),
        buckets([patch.user_accuracy for patch in patches]),
    )


def buckets(scores: Sequence[float]) -> Buckets:
    """Return which shares of the defined scores are low, middle and high."""
    defined = _defined(scores)
    size = len(defined)
    low, high = int(np.sum(defined < LOW)), int(np.sum(defined > HIGH))
    return Buckets(_ratio(low, size), _ratio(size - low - high, size), _ratio(high, size), size)


def _defined(scores: Sequence[float]) -> NDArray[np.float64]:
    values = np.array(scores, dtype=np.float64)
    return values[~np.isnan(values)]


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else math.nan
