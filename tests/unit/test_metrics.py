"""Scores of a mask: hand-computed tables, and scikit-learn's figures on random maps."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sklearn import metrics as sklearn_metrics

from cloudmask_plugin.engine.classes import CLASSES, CODES, NODATA
from cloudmask_plugin.engine.metrics import (
    EXPERIMENTS,
    Counts,
    PatchScores,
    buckets,
    confusion,
    counts,
    counts_by_class,
    experiment_table,
    overall_accuracy,
    patch_scores,
)

MAPS = arrays(np.uint8, (7, 9), elements=st.sampled_from([*CODES, NODATA]))
# 100 pixels: rows are the reference's clear, thick, thin and shadow, columns the mask's.
TABLE = np.array([[40, 1, 3, 6], [0, 18, 2, 0], [4, 3, 8, 0], [5, 0, 1, 9]])


def labelled_in_both(answer: np.ndarray, reference: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    known = (answer != NODATA) & (reference != NODATA)
    return answer[known], reference[known]


@given(answer=MAPS, reference=MAPS)
def test_the_table_is_that_of_scikit_learn(answer: np.ndarray, reference: np.ndarray) -> None:
    table = confusion(answer, reference)
    ours, theirs = labelled_in_both(answer, reference)
    if ours.size == 0:
        assert not table.any()
        return
    np.testing.assert_array_equal(
        table, sklearn_metrics.confusion_matrix(theirs, ours, labels=CODES)
    )


@given(answer=MAPS, reference=MAPS)
def test_scores_of_each_class_are_those_of_scikit_learn(
    answer: np.ndarray, reference: np.ndarray
) -> None:
    table = confusion(answer, reference)
    ours, theirs = labelled_in_both(answer, reference)
    if ours.size == 0:
        assert math.isnan(overall_accuracy(table))
        return
    assert overall_accuracy(table) == pytest.approx(sklearn_metrics.accuracy_score(theirs, ours))
    for item in CLASSES:
        found = counts_by_class(table)[item.key]
        compare_with_scikit_learn(found, ours == item.code, theirs == item.code)


@given(answer=MAPS, reference=MAPS, experiment=st.sampled_from(sorted(EXPERIMENTS)))
def test_scores_of_experiments_are_those_of_scikit_learn(
    answer: np.ndarray, reference: np.ndarray, experiment: str
) -> None:
    found = counts(confusion(answer, reference), EXPERIMENTS[experiment])
    ours, theirs = labelled_in_both(answer, reference)
    if ours.size:
        positive = EXPERIMENTS[experiment]
        compare_with_scikit_learn(found, np.isin(ours, positive), np.isin(theirs, positive))


def compare_with_scikit_learn(found: Counts, ours: np.ndarray, theirs: np.ndarray) -> None:
    undefined = {"zero_division": np.nan}
    expected = {
        "user_accuracy": sklearn_metrics.precision_score(theirs, ours, **undefined),
        "producer_accuracy": sklearn_metrics.recall_score(theirs, ours, **undefined),
        "f1": sklearn_metrics.f1_score(theirs, ours, **undefined),
        "f2": sklearn_metrics.fbeta_score(theirs, ours, beta=2, **undefined),
        "overall_accuracy": sklearn_metrics.accuracy_score(theirs, ours),
    }
    if theirs.any() or ours.any():
        expected["intersection_over_union"] = sklearn_metrics.jaccard_score(theirs, ours)
    else:
        expected["intersection_over_union"] = math.nan
    if theirs.any() and not theirs.all():
        expected["balanced_accuracy"] = sklearn_metrics.balanced_accuracy_score(theirs, ours)
    else:
        expected["balanced_accuracy"] = math.nan
    for name, value in expected.items():
        assert getattr(found, name) == pytest.approx(value, nan_ok=True), name


def test_a_table_worked_out_by_hand() -> None:
    assert overall_accuracy(TABLE) == pytest.approx(0.75)
    clear = counts_by_class(TABLE)["clear"]
    assert clear == Counts(40, 9, 10, 41)
    assert clear.producer_accuracy == pytest.approx(40 / 50)
    assert clear.user_accuracy == pytest.approx(40 / 49)
    assert clear.intersection_over_union == pytest.approx(40 / 59)
    cloud = counts(TABLE, EXPERIMENTS["cloud"])
    assert cloud == Counts(31, 5, 4, 60)
    assert cloud.balanced_accuracy == pytest.approx((31 / 35 + 60 / 65) / 2)
    assert cloud.f1 == pytest.approx(62 / 71)
    assert cloud.f2 == pytest.approx(5 * 31 / (5 * 31 + 4 * 4 + 5))
    assert counts(TABLE, EXPERIMENTS["shadow"]) == Counts(9, 6, 6, 79)
    # Thin cloud called thick is no error of "invalid".
    assert counts(TABLE, EXPERIMENTS["invalid"]) == Counts(41, 10, 9, 40)


@given(reference=MAPS)
def test_the_truth_against_itself_is_1_wherever_that_is_defined(reference: np.ndarray) -> None:
    table = confusion(reference, reference)
    found = list(counts_by_class(table).values())
    found += [counts(table, positive) for positive in EXPERIMENTS.values()]
    names = (
        *("overall_accuracy", "producer_accuracy", "user_accuracy", "balanced_accuracy"),
        *("f1", "f2", "intersection_over_union"),
    )
    values = [getattr(one, name) for one in found for name in names] + [overall_accuracy(table)]
    assert {value for value in values if not math.isnan(value)} <= {1.0}
    assert any(value == 1 for value in values) == bool((reference != NODATA).any())


def test_what_no_side_has_is_undefined_and_not_0() -> None:
    nothing = Counts(0, 0, 0, 12)
    assert nothing.overall_accuracy == 1
    for name in ("producer_accuracy", "user_accuracy", "balanced_accuracy", "f1", "f2"):
        assert math.isnan(getattr(nothing, name)), name
    assert math.isnan(nothing.intersection_over_union)


def test_user_accuracy_of_a_patch_without_cloud_is_undefined_in_every_experiment() -> None:
    shadow_alone = np.array([[10, 2, 0, 1], [0, 0, 0, 0], [0, 0, 0, 0], [3, 0, 0, 4]])
    for experiment in EXPERIMENTS:
        assert math.isnan(patch_scores(shadow_alone, experiment).user_accuracy), experiment
    found = patch_scores(shadow_alone, "shadow")
    assert found.producer_accuracy == pytest.approx(4 / 7)
    assert found.balanced_accuracy == pytest.approx((4 / 7 + 12 / 13) / 2)
    assert math.isnan(patch_scores(shadow_alone, "cloud").balanced_accuracy)


def test_buckets_keep_their_limits_in_the_middle_and_leave_the_undefined_out() -> None:
    found = buckets([0.0, 0.09, 0.1, 0.5, 0.9, 0.91, 1.0, math.nan])
    assert (found.low, found.middle, found.high) == pytest.approx((2 / 7, 3 / 7, 2 / 7))
    assert found.defined == 7
    assert math.isnan(buckets([math.nan]).low)


def test_the_papers_table_takes_the_median_of_the_patches_that_have_one() -> None:
    patches = [
        PatchScores(0.95, 0.5, 0.9),
        PatchScores(0.05, math.nan, 0.6),
        PatchScores(math.nan, 1.0, math.nan),
        PatchScores(0.5, 0.05, 0.7),
    ]
    line = experiment_table(patches)
    assert (line.median_balanced_accuracy, line.defined) == (pytest.approx(0.7), 3)
    assert line.producer_accuracy.high == pytest.approx(1 / 3)
    assert line.user_accuracy.low == pytest.approx(1 / 3)
    assert math.isnan(experiment_table([]).median_balanced_accuracy)
