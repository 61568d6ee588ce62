"""Scores of a mask against a reference, as CloudSEN12 defines them (Aybar et al. 2022).

Three questions a patch: cloud (thick or thin) against the rest, shadow against the rest, and
invalid (cloud or shadow) against clear. Undefined values are NaN and left out of medians.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cloudmask_plugin.engine.classes import CLOUD_CODES, CLOUD_SHADOW, NODATA

QUESTIONS: dict[str, tuple[int, ...]] = {
    "cloud": CLOUD_CODES,
    "shadow": (CLOUD_SHADOW,),
    "invalid": (*CLOUD_CODES, CLOUD_SHADOW),
}


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
    def intersection_over_union(self) -> float:
        """IoU of the positives."""
        found = self.true_positive + self.false_positive
        return _ratio(self.true_positive, found + self.false_negative)

    @property
    def overall_accuracy(self) -> float:
        """Share of right answers."""
        right = self.true_positive + self.true_negative
        return _ratio(right, right + self.false_positive + self.false_negative)


def count(answer: NDArray[np.uint8], reference: NDArray[np.uint8], question: str) -> Counts:
    """Counts over the pixels (rows, cols) that are labelled in both."""
    known = (reference != NODATA) & (answer != NODATA)
    positive = np.isin(answer, QUESTIONS[question])[known]
    truth = np.isin(reference, QUESTIONS[question])[known]
    return Counts(
        int(np.sum(positive & truth)),
        int(np.sum(positive & ~truth)),
        int(np.sum(~positive & truth)),
        int(np.sum(~positive & ~truth)),
    )


def total(counts: Sequence[Counts]) -> Counts:
    """Counts of all patches together."""
    return sum(counts, Counts(0, 0, 0, 0))


def median_balanced_accuracy(counts: Sequence[Counts]) -> float:
    """Median over patches of BOA, those where it is undefined left out."""
    values = np.array([one.balanced_accuracy for one in counts])
    return float(np.nanmedian(values)) if np.isfinite(values).any() else float("nan")


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")
