"""Scores of a mask against a reference, as CloudSEN12 defines them (Aybar et al. 2022).

Three questions a patch: cloud (thick or thin) against the rest, shadow against the rest, and
invalid (cloud or shadow) against clear. Undefined values are NaN and left out of medians.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cloudmask_plugin.engine.classes import CLOUD_CODES, NODATA, THIN_CLOUD
from cloudmask_plugin.engine.metrics import EXPERIMENTS
from cloudmask_plugin.engine.metrics import confusion as confusion

QUESTIONS = EXPERIMENTS


@dataclass(frozen=True)
class Counts:
    """Pixels by truth and answer of one question."""

    true_positive: int
    false_positive: int
    false_negative: int
    true_negative: int

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.true_positive + other.true_positive,
            self.false_positive + other.false_positive,
            self.false_negative + other.false_negative,
            self.true_negative + other.true_negative,
        )

    @property
    def producer_accuracy(self) -> float:
        """PA or recall: share of the reference's positives that were found."""
        return _ratio(self.true_positive, self.true_positive + self.false_negative)

    @property
    def user_accuracy(self) -> float:
        """UA or precision; NaN where the reference has no positive at all."""
        if self.true_positive + self.false_negative == 0:
            return float("nan")
        return _ratio(self.true_positive, self.true_positive + self.false_positive)

    @property
    def balanced_accuracy(self) -> float:
        """BOA: mean of the shares of positives and of negatives that were found."""
        negatives = self.true_negative + self.false_positive
        return 0.5 * (self.producer_accuracy + _ratio(self.true_negative, negatives))

    @property
    def false_share(self) -> float:
        """Share of the reference's negatives that were called positive."""
        return _ratio(self.false_positive, self.false_positive + self.true_negative)

    @property
    def f1(self) -> float:
        """Harmonic mean of PA and UA; NaN where the reference has no positive at all."""
        if self.true_positive + self.false_negative == 0:
            return float("nan")
        wrong = self.false_positive + self.false_negative
        return _ratio(2 * self.true_positive, 2 * self.true_positive + wrong)

    @property
    def intersection_over_union(self) -> float:
        """IoU of the positives."""
        found = self.true_positive + self.false_positive
        return _ratio(self.true_positive, found + self.false_negative)

    @property
    def overall_accuracy(self) -> float:
        """Share of right answers."""
        right = self.true_positive + self.true_negative
        return _ratio(right, right + self.false_positive + self.false_negative)


def count(
    answer: NDArray[np.uint8],
    reference: NDArray[np.uint8],
    question: str,
    tolerance: int = 0,
) -> Counts:
    """Counts over the pixels (rows, cols) that are labelled in both.

    :param tolerance: pixels; wrong answers no further than this from an outline of the
        question in the reference, in rows and in columns, are not counted.
    """
    known = (reference != NODATA) & (answer != NODATA)
    truth = np.isin(reference, QUESTIONS[question])
    positive = np.isin(answer, QUESTIONS[question])
    if tolerance:
        known &= (positive == truth) | ~near_outline(truth, reference != NODATA, tolerance)
    positive, truth = positive[known], truth[known]
    return Counts(
        int(np.sum(positive & truth)),
        int(np.sum(positive & ~truth)),
        int(np.sum(~positive & truth)),
        int(np.sum(~positive & ~truth)),
    )


def near_outline(
    truth: NDArray[np.bool_], known: NDArray[np.bool_], reach: int
) -> NDArray[np.bool_]:
    """Where (rows, cols) both positive and negative pixels lie within ``reach`` pixels."""
    return _spread(truth & known, reach) & _spread(~truth & known, reach)


def mean_intersection_over_union(table: NDArray[np.int64]) -> float:
    """Mean over the classes of IoU, from a confusion table (4, 4); absent classes left out."""
    found = np.diag(table)
    either = table.sum(axis=0) + table.sum(axis=1) - found
    there = either > 0
    return float(np.mean(found[there] / either[there])) if there.any() else float("nan")


def thin_recall(table: NDArray[np.int64]) -> tuple[float, float]:
    """Shares of the reference's thin cloud that were called cloud, and that were called thin."""
    row = table[THIN_CLOUD]
    cloud = int(row[list(CLOUD_CODES)].sum())
    return _ratio(cloud, int(row.sum())), _ratio(int(row[THIN_CLOUD]), int(row.sum()))


def expected_calibration_error(
    probability: NDArray[np.float32], truth: NDArray[np.bool_], bins: int = 15
) -> float:
    """Mean gap between probability and share of positives, by bins of equal width.

    Naeini et al. 2015, doi:10.1609/aaai.v29i1.9602; gaps count by the bin's pixels.

    :param probability: 0..1, of any shape; ``truth`` of the same.
    """
    probability, truth = np.ravel(probability), np.ravel(truth)
    if not len(truth):
        return float("nan")
    place = np.minimum((probability * bins).astype(np.int64), bins - 1)
    gap = np.bincount(place, probability.astype(np.float64) - truth, bins)
    return float(np.abs(gap).sum() / len(truth))


def total(counts: Sequence[Counts]) -> Counts:
    """Counts of all patches together."""
    return sum(counts, Counts(0, 0, 0, 0))


def median_balanced_accuracy(counts: Sequence[Counts]) -> float:
    """Median over patches of BOA, those where it is undefined left out."""
    values = np.array([one.balanced_accuracy for one in counts])
    return float(np.nanmedian(values)) if np.isfinite(values).any() else float("nan")


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")


def _spread(mask: NDArray[np.bool_], reach: int) -> NDArray[np.bool_]:
    """Pixels (rows, cols) with a set pixel within ``reach`` rows and columns."""
    for axis in (0, 1):
        length = mask.shape[axis]
        padded = np.pad(mask, [(reach, reach) if a == axis else (0, 0) for a in (0, 1)])
        shifts = (np.take(padded, range(s, s + length), axis) for s in range(2 * reach + 1))
        mask = np.logical_or.reduce(list(shifts))
    return mask
