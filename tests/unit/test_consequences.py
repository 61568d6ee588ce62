"""What thresholds cost, expected from probabilities, beside what they cost in truth."""

from __future__ import annotations

import json
import math
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.calibration_gap import (
    FEW,
    MANY,
    MaskedScenes,
    labelled,
    masked_scenes,
    together,
    true_shares,
    worst_gap,
)
from cloudmask_plugin.engine.bands import ROLES, VISIBLE
from cloudmask_plugin.engine.calibration import (
    AS_STORED,
    CALIBRATION_TAG,
    PRIOR_LABELS,
    Calibration,
    calibrate,
    models_own,
)
from cloudmask_plugin.engine.classes import CLEAR, CLOUD_SHADOW, NODATA, THICK_CLOUD
from cloudmask_plugin.engine.consequences import (
    STRICTEST,
    believe,
    expect,
    expect_decided,
    hectares,
    stricter,
    tabulate,
)
from cloudmask_plugin.engine.errors import OptionError
from cloudmask_plugin.engine.models import installed
from cloudmask_plugin.engine.refine import RefineOptions, decide, quantise

THREE_POINTS = 0.03


def random_probabilities(rng: np.random.Generator, rows: int, cols: int) -> np.ndarray:
    """Return (4, rows, cols) float64 of any sharpness, each pixel with a sum of 1."""
    return np.moveaxis(rng.dirichlet([0.5, 0.3, 0.2, 0.3], (rows, cols)), 2, 0)


def draw_truth(rng: np.random.Generator, probabilities: np.ndarray) -> np.ndarray:
    """Return a class for each pixel, drawn by its probabilities."""
    draw = rng.random(probabilities.shape[1:])
    return (probabilities.cumsum(axis=0)[:3] < draw).sum(axis=0).astype(np.uint8)


thresholds = st.floats(0.02, 0.98)


@given(thresholds, thresholds, thresholds, st.integers(0, 10**6))
def test_a_table_says_what_a_pass_over_all_pixels_says(
    thick: float, thin: float, shadow: float, seed: int
) -> None:
    stored = quantise(random_probabilities(np.random.default_rng(seed), 20, 30).astype(np.float32))
    stored[:, 3, 4:9] = NODATA
    options = RefineOptions(thick, thin, shadow)
    codes, valid = decide(stored, options), stored[0] != NODATA
    share = stored / 250.0
    found = expect(believe(tabulate(stored), 0.04), options)
    masked, kept = valid & (codes != CLEAR), valid & (codes == CLEAR)
    assert found.clear == pytest.approx(0.04 * share[0][valid].sum())
    assert found.clear_lost == pytest.approx(0.04 * share[0][masked].sum(), abs=1e-9)
    assert found.cloud_leaked == pytest.approx(0.04 * share[1:3, kept].sum(), abs=1e-9)
    assert found.thick_leaked == pytest.approx(0.04 * share[1][kept].sum(), abs=1e-9)
    assert found.shadow_leaked == pytest.approx(0.04 * share[3][kept].sum(), abs=1e-9)
    assert found.usable == pytest.approx(0.04 * kept.sum())
    decided = expect_decided(stored, codes, pixel_area=0.04)
    for key, value in asdict(found).items():
        assert getattr(decided, key) == pytest.approx(value, abs=1e-9)


@given(thresholds, st.integers(0, 10**6))
def test_where_cloud_counts_less_fewer_pixels_are_masked_and_less_cloud_is_expected(
    thick: float, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    stored = quantise(random_probabilities(rng, 20, 30).astype(np.float32))
    stored[:, 3, 4:9] = NODATA
    weight = rng.choice([1, 0.5, 0.04], (20, 30)).astype(np.float32)
    options = RefineOptions(thick)
    codes, valid = decide(stored, options, weight), stored[0] != NODATA
    # By Bayes' rule the odds of cloud are multiplied and all else stays as likely beside it.
    share = stored / 250.0
    share[1:3] *= weight
    share /= share.sum(axis=0)
    table = tabulate(stored, weight)
    assert table.total == valid.sum()
    found = expect(believe(table, 0.04), options)
    masked, kept = valid & (codes != CLEAR), valid & (codes == CLEAR)
    assert found.clear_lost == pytest.approx(0.04 * share[0][masked].sum(), abs=1e-9)
    assert found.cloud_leaked == pytest.approx(0.04 * share[1:3, kept].sum(), abs=1e-9)
    assert found.cloud == pytest.approx(0.04 * share[1:3, valid].sum(), abs=1e-9)
    assert found.usable == pytest.approx(0.04 * kept.sum())
    decided = expect_decided(stored, codes, pixel_area=0.04, cloud_weight=weight)
    for key, value in asdict(found).items():
        assert getattr(decided, key) == pytest.approx(value, abs=1e-9)


def test_the_table_counts_every_pixel_with_data_once() -> None:
    stored = quantise(random_probabilities(np.random.default_rng(1), 50, 40).astype(np.float32))
    stored[:, :5] = NODATA
    table = tabulate(stored)
    assert table.total == 45 * 40
    assert len(np.unique(table.vectors, axis=1).T) == len(table.pixels)
    assert not (table.vectors == NODATA).any()


def test_what_has_no_cloud_has_no_share_of_cloud_leaked() -> None:
    stored = np.zeros((4, 5, 5), np.uint8)
    stored[0] = 250
    found = expect(believe(tabulate(stored)), RefineOptions())
    assert found.clear_lost_share == 0
    assert math.isnan(found.cloud_leaked_share)
    empty = expect(believe(tabulate(np.full((4, 5, 5), NODATA, np.uint8))), RefineOptions())
    assert math.isnan(empty.clear_lost_share)
    assert math.isnan(empty.contamination)


@pytest.mark.parametrize("steps", [-4, -2, -1, 0, 1, 2, 4])
def test_expectation_agrees_with_the_truth_where_probabilities_are_true(steps: float) -> None:
    rng = np.random.default_rng(7)
    probabilities = random_probabilities(rng, 300, 300)
    truth, stored = draw_truth(rng, probabilities), quantise(probabilities.astype(np.float32))
    options = stricter(RefineOptions(), steps)
    found = expect(believe(tabulate(stored)), options)
    lost, leaked, shadow = true_shares(decide(stored, options), truth)
    assert found.clear_lost_share == pytest.approx(lost, abs=0.01)
    assert found.cloud_leaked_share == pytest.approx(leaked, abs=0.01)
    assert found.shadow_leaked_share == pytest.approx(shadow, abs=0.01)


@given(st.floats(-STRICTEST, STRICTEST), st.floats(-STRICTEST, STRICTEST))
def test_stricter_loses_more_and_leaks_less(one: float, other: float) -> None:
    less, more = sorted((one, other))
    stored = quantise(random_probabilities(np.random.default_rng(3), 30, 30).astype(np.float32))
    table = believe(tabulate(stored))
    generous = expect(table, stricter(RefineOptions(), less))
    strict = expect(table, stricter(RefineOptions(), more))
    assert strict.clear_lost >= generous.clear_lost
    assert strict.cloud_leaked <= generous.cloud_leaked


def test_a_step_doubles_the_odds() -> None:
    options = stricter(RefineOptions(0.5, 0.2, 0.8), 1)
    for key, before in (("thick", 0.5), ("thin", 0.2), ("shadow", 0.8)):
        after = getattr(options, key)
        assert (1 - after) / after == pytest.approx(2 * (1 - before) / before)
    assert stricter(RefineOptions(0.3), 0) == RefineOptions(0.3)
    with pytest.raises(OptionError, match="strictness"):
        stricter(RefineOptions(), 6)


def test_hectares_of_a_sample_add_up_to_those_of_the_scene() -> None:
    assert 100 * hectares((10, 10)) == 1
    assert hectares((20.0, 20.0), every=25) == 1


def test_a_shift_of_all_labels_is_found_from_a_few_hundred() -> None:
    rng = np.random.default_rng(5)
    slopes, offsets = np.diag([0.8, 0.9, 1.1, 0.8]), [0.0, -1.0, 0.6, -0.4]
    parameters = np.column_stack([slopes, np.zeros((4, 4)), offsets])
    true = Calibration(tuple(map(tuple, parameters.tolist())))
    stored = quantise(random_probabilities(rng, 60, 60).astype(np.float32)).reshape(4, -1)
    labels = draw_truth(rng, true.apply(stored))
    found = calibrate(stored, labels)
    assert found.labels == 3600
    np.testing.assert_allclose(found.apply(stored), true.apply(stored), atol=0.06)
    np.testing.assert_allclose(found.apply(stored).sum(axis=0), 1)


def test_no_label_changes_nothing_and_one_changes_little() -> None:
    stored = np.array([[200, 30], [20, 190], [20, 20], [10, 10]], np.uint8)
    assert calibrate(stored[:, :0], np.zeros(0, np.uint8)) == AS_STORED
    np.testing.assert_allclose(AS_STORED.apply(stored), stored / 250)
    one = calibrate(stored[:, :1], np.array([THICK_CLOUD], np.uint8))
    assert np.abs(one.apply(stored) - stored / 250).max() < 1 / PRIOR_LABELS


def test_a_models_own_calibration_is_where_labels_start_from() -> None:
    rng = np.random.default_rng(3)
    fair = random_probabilities(rng, 60, 60).reshape(4, -1)
    favours = np.array([0.0, 0.2, 0.2, 1.0])  # added to logits for the sake of decisions alone
    pushed = fair * np.exp(favours)[:, np.newaxis]
    stored = quantise((pushed / pushed.sum(axis=0))[:, np.newaxis].astype(np.float32))[:, 0]
    taken_back = np.eye(4, 9)
    taken_back[:, -1] = -favours
    own = models_own((("OTHER", "1"), (CALIBRATION_TAG, json.dumps(taken_back.tolist()))))
    told = (stored > 0).all(axis=0)  # what is stored as 0 may be anything below a half step
    np.testing.assert_allclose(own.apply(stored)[:, told], fair[:, told], atol=0.012)
    assert np.abs(stored / 250 - fair).mean() > 0.05
    # Labels say the same, and so change next to nothing; none change nothing.
    truth = draw_truth(rng, fair)
    told = calibrate(stored, truth, own=own)
    assert told.labels == truth.size
    assert np.abs(told.apply(stored) - fair).mean() < 0.02
    one = calibrate(stored[:, :1], truth[:1], own=own)
    assert np.abs(one.apply(stored) - fair).max() < 1 / PRIOR_LABELS
    assert calibrate(stored[:, :0], truth[:0], own=own) == own


@pytest.mark.parametrize(
    "tag",
    ["", "[1, 2]", "no JSON", "7", json.dumps([[0.0] * 9] * 3), json.dumps([[math.nan] * 9] * 4),
     json.dumps([["a"] * 9] * 4), json.dumps([[0.0] * 9] * 3 + [[0.0]])],
)  # fmt: skip
def test_without_a_tag_that_makes_sense_probabilities_are_believed_as_stored(tag: str) -> None:
    assert models_own(((CALIBRATION_TAG, tag),)) == AS_STORED
    assert models_own(()) == AS_STORED


def test_bundled_models_have_calibrations_of_their_own_by_which_there_is_less_shadow() -> None:
    stored = np.array([[100], [25], [25], [100]], np.uint8)
    for card in installed():
        told = json.loads((Path(card.folder) / "card.json").read_text(encoding="utf-8"))
        for roles, bands in ((ROLES, "SWIR"), ((*VISIBLE, "B08"), "NIR"), (VISIBLE, "visible")):
            own = card.calibration_with(roles)
            shares = told["training"]["calibration"]["shares"][bands]
            assert np.array(own.parameters).tolist() == shares
            assert own.labels == 0
            # It counts more in training, and an offset comes on top.
            assert own.apply(stored)[CLOUD_SHADOW, 0] < 0.4


@pytest.fixture(scope="module", params=[0, pytest.param(5, marks=pytest.mark.slow)])
def scenes(request: pytest.FixtureRequest) -> MaskedScenes:
    """Probabilities of the bundled fast model on simulated scenes, and the truth."""
    return masked_scenes(request.param)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_expected_loss_and_leak_agree_with_simulated_scenes_within_three_points(
    scenes: MaskedScenes, seed: int
) -> None:
    # The model is calibrated to labels by hand, which call more of a cloud's rim cloud than the
    # simulation does; labels of the simulation tell how much more.
    assert worst_gap(scenes, labelled(scenes, MANY, seed)) < THREE_POINTS


def test_without_labels_the_models_own_calibration_says_far_more_than_probabilities_as_stored(
    scenes: MaskedScenes,
) -> None:
    """A set of twelve scenes has its own haze and ground."""
    assert worst_gap(scenes, scenes.own) < min(2 * THREE_POINTS, worst_gap(scenes, AS_STORED) / 3)


@pytest.mark.slow
def test_without_labels_expectations_are_within_three_points_over_many_scenes() -> None:
    every = together([masked_scenes(number) for number in range(12)])
    assert worst_gap(every, every.own) < THREE_POINTS
    assert worst_gap(every, AS_STORED) > 3 * THREE_POINTS


def test_a_few_hundred_labels_bring_expectations_near_the_truth(scenes: MaskedScenes) -> None:
    told = np.mean([worst_gap(scenes, labelled(scenes, FEW, seed)) for seed in range(5)])
    assert told < 1.5 * THREE_POINTS
