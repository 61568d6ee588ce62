"""Scores and labels of training, against the same computed in another way."""

from __future__ import annotations

import itertools
import json
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from cloudmask_plugin.engine.classes import CLEAR, CLOUD_SHADOW, NODATA, THICK_CLOUD, THIN_CLOUD
from training.scores import (
    QUESTIONS,
    Counts,
    confusion,
    count,
    expected_calibration_error,
    mean_intersection_over_union,
    median_balanced_accuracy,
    near_outline,
    thin_recall,
    total,
)

pytest.importorskip("scipy", reason="training needs scipy, which this environment lacks")
from scipy import ndimage

from training import datasets

CODES = st.sampled_from([CLEAR, THICK_CLOUD, THIN_CLOUD, CLOUD_SHADOW, NODATA])
MASKS = arrays(np.uint8, (6, 7), elements=CODES)


@given(answer=MASKS, reference=MASKS, question=st.sampled_from(sorted(QUESTIONS)))
def test_counts_are_those_of_a_loop_over_pixels(
    answer: np.ndarray, reference: np.ndarray, question: str
) -> None:
    cells = {(True, True): 0, (True, False): 0, (False, True): 0, (False, False): 0}
    for ours, theirs in zip(answer.ravel().tolist(), reference.ravel().tolist()):
        if NODATA not in (ours, theirs):
            cells[ours in QUESTIONS[question], theirs in QUESTIONS[question]] += 1
    expected = Counts(
        cells[True, True], cells[True, False], cells[False, True], cells[False, False]
    )
    assert count(answer, reference, question) == expected


def test_scores_of_a_known_table_are_those_worked_out_by_hand() -> None:
    counts = Counts(true_positive=30, false_positive=10, false_negative=20, true_negative=40)
    assert counts.producer_accuracy == pytest.approx(0.6)
    assert counts.user_accuracy == pytest.approx(0.75)
    assert counts.balanced_accuracy == pytest.approx((0.6 + 0.8) / 2)
    assert counts.intersection_over_union == pytest.approx(0.5)
    assert counts.overall_accuracy == pytest.approx(0.7)
    assert counts.f1 == pytest.approx(2 * 0.6 * 0.75 / (0.6 + 0.75))
    assert counts.false_share == pytest.approx(10 / 50)


def test_user_accuracy_is_undefined_where_the_reference_has_no_cloud() -> None:
    assert math.isnan(Counts(0, 5, 0, 5).user_accuracy)
    assert math.isnan(Counts(0, 5, 0, 5).balanced_accuracy)


def test_patches_without_a_defined_score_are_left_out_of_the_median() -> None:
    counts = [Counts(1, 0, 0, 1), Counts(0, 1, 0, 1), Counts(1, 1, 0, 0)]
    assert median_balanced_accuracy(counts) == pytest.approx((1.0 + 0.5) / 2)
    assert total(counts) == Counts(2, 2, 0, 2)


@given(truth=arrays(bool, (9, 11)), known=arrays(bool, (9, 11)), reach=st.integers(1, 3))
def test_the_strip_along_an_outline_is_that_of_two_dilations(
    truth: np.ndarray, known: np.ndarray, reach: int
) -> None:
    square = np.ones((2 * reach + 1,) * 2, bool)
    inside, outside = (ndimage.binary_dilation(m & known, square) for m in (truth, ~truth))
    assert np.array_equal(near_outline(truth, known, reach), inside & outside)


def test_a_cloud_drawn_two_pixels_off_is_right_within_two_pixels_and_not_within_one() -> None:
    reference = np.full((30, 30), CLEAR, np.uint8)
    reference[10:20, 10:20] = THICK_CLOUD
    answer = np.roll(reference, 2, axis=1)
    assert count(answer, reference, "cloud") == Counts(80, 20, 20, 780)
    # Of the second column missed, the two ends touch the cloud's upper and lower outline.
    assert count(answer, reference, "cloud", tolerance=1) == Counts(80, 10, 8, 780)
    assert count(answer, reference, "cloud", tolerance=2) == Counts(80, 0, 0, 780)


def test_a_cloud_far_from_any_outline_is_an_error_at_any_tolerance() -> None:
    reference = np.full((30, 30), CLEAR, np.uint8)
    reference[:5, :5] = THICK_CLOUD
    answer = reference.copy()
    answer[20:25, 20:25] = THIN_CLOUD
    assert count(answer, reference, "cloud", tolerance=2) == Counts(25, 25, 0, 850)


def test_unlabelled_ground_makes_no_outline() -> None:
    reference = np.full((5, 5), THICK_CLOUD, np.uint8)
    reference[:, 3:] = NODATA
    assert not near_outline(reference == THICK_CLOUD, reference != NODATA, 2).any()


@given(answer=MASKS, reference=MASKS)
def test_mean_overlap_of_classes_is_that_of_sets_of_pixels(
    answer: np.ndarray, reference: np.ndarray
) -> None:
    known = (answer != NODATA) & (reference != NODATA)
    overlaps = []
    for code in (CLEAR, THICK_CLOUD, THIN_CLOUD, CLOUD_SHADOW):
        ours = set(np.flatnonzero(known & (answer == code)))
        theirs = set(np.flatnonzero(known & (reference == code)))
        if ours | theirs:
            overlaps.append(len(ours & theirs) / len(ours | theirs))
    found = mean_intersection_over_union(confusion(answer, reference))
    if overlaps:
        assert found == pytest.approx(sum(overlaps) / len(overlaps))
    else:
        assert math.isnan(found)


def test_thin_cloud_called_thick_is_found_as_cloud_but_not_as_thin() -> None:
    reference = np.array([[THIN_CLOUD] * 10 + [THICK_CLOUD] * 5], np.uint8)
    answer = np.array([[THIN_CLOUD] * 4 + [THICK_CLOUD] * 3 + [CLEAR] * 3 + [THIN_CLOUD] * 5])
    assert thin_recall(confusion(answer.astype(np.uint8), reference)) == (0.7, 0.4)


def test_probabilities_drawn_from_are_calibrated_and_overstated_ones_are_not_by_as_much() -> None:
    rng = np.random.default_rng(1)
    probability = rng.uniform(0, 0.8, 400_000).astype(np.float32)
    truth = rng.uniform(size=probability.shape) < probability
    assert expected_calibration_error(probability, truth) < 0.004
    overstated = expected_calibration_error(probability + np.float32(0.15), truth)
    assert overstated == pytest.approx(0.15, abs=0.004)


def test_calibration_error_is_that_of_a_loop_over_bins() -> None:
    rng = np.random.default_rng(2)
    probability = rng.uniform(size=500).astype(np.float32)
    probability[:2] = 0, 1
    truth = rng.uniform(size=500) < 0.3
    expected = 0.0
    for low in range(10):
        inside = [
            (p, t) for p, t in zip(probability, truth)
            if low <= p * 10 < low + 1 or (low == 9 and p == 1)
        ]  # fmt: skip
        expected += abs(sum(float(p) - float(t) for p, t in inside)) / 500
    assert expected_calibration_error(probability, truth, bins=10) == pytest.approx(expected)


def test_a_binary_catalogue_leaves_thick_or_thin_and_clear_or_shadow_open() -> None:
    reference = np.zeros((200, 200), np.uint8)
    reference[:, :50] = THICK_CLOUD
    allowed = datasets.allowed_classes("s2cmc", reference, shadow_labelled=False)
    assert allowed[100, 20] == datasets.ALLOW_THICK | datasets.ALLOW_THIN
    assert allowed[100, 80] == datasets.ALLOW_CLEAR | datasets.ALLOW_SHADOW  # near the cloud
    assert allowed[100, 190] == datasets.ALLOW_CLEAR
    assert not allowed[100, 49:51].any()  # the outline itself says nothing


def test_labels_made_by_a_program_are_not_learned() -> None:
    reference = np.full((20, 20), THICK_CLOUD, np.uint8)
    assert not datasets.allowed_classes("sen12mscr_pair", reference, shadow_labelled=False).any()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("layton_shadow__2020-06-15", "layton_shadow__2020-07-22"),
        ("sen12mscr_pair__746_cloudy", "sen12mscr_pair__746_clear"),
        ("sen12mscr__ROIs1868_summer_s2_102_p100", "sen12mscr__ROIs1868_summer_s2_cloudy_102_p840"),
        ("t29unu_60m__r0_c0", "t29unu_60m__r512_c512"),
        (
            "s2cmc__S2A_MSIL1C_20180620T054641_N0206_R048_T31UDQ_20180620T093922",
            "s2cmc__S2B_MSIL1C_20180116T105359_N0206_R051_T31UEQ_20180116T130813",
        ),
    ],
)
def test_dates_partners_and_neighbours_of_a_place_fall_on_the_same_side(
    first: str, second: str
) -> None:
    places = [datasets.place_of(name) for name in (first, second)]
    assert places[0] == places[1]
    sides = [
        datasets.is_validation(name.partition("__")[0], place, name)
        for name, place in zip((first, second), places)
    ]
    assert sides[0] == sides[1]


@pytest.fixture
def real_data() -> Path:
    folder = datasets.data_folder()
    if not (folder / "train" / "index.json").exists():
        pytest.skip("the shared data are not here: set CLOUDMASK_DATA to their folder")
    return folder


def test_a_share_of_the_places_holds_every_smaller_share_and_is_as_large_as_it_says() -> None:
    places = [f"T{number:02d}{letter}" for number in range(60) for letter in "CDEFGHJK"]
    kept = [{p for p in places if datasets.is_among(p, share)} for share in (0, 0.25, 0.5, 1)]
    assert kept[0] <= kept[1] <= kept[2] <= kept[3]
    assert [len(one) / len(places) for one in kept] == pytest.approx([0, 0.25, 0.5, 1], abs=0.06)


@pytest.mark.real_data
def test_no_place_straddles_the_split_and_both_sides_hold_every_kind(real_data: Path) -> None:
    entries = json.loads((real_data / "train" / "index.json").read_text())["patches"]
    sides: dict[str, set[bool]] = {}
    sources: dict[bool, set[str]] = {True: set(), False: set()}
    for entry in entries:
        source, place = entry["name"].partition("__")[0], datasets.place_of(entry["name"])
        validation = datasets.is_validation(source, place, entry["name"])
        sides.setdefault(place, set()).add(validation)
        sources[validation].add(source)
    assert all(len(side) == 1 for side in sides.values())
    assert {"s2cmc", "l8biome"} <= sources[True] & sources[False]


@pytest.mark.real_data
def test_patches_are_read_whole_and_within_the_range_of_reflectance(real_data: Path) -> None:
    for patch in itertools.islice(datasets.read_patches(real_data), 12):
        assert np.isfinite(patch.reflectance).all()
        assert 0 < np.median(patch.reflectance[3]) < 1.5
        assert patch.reflectance.shape[1:] == patch.allowed.shape == patch.labels.shape
        assert patch.presence[1:4].all()
        assert not patch.reflectance[~patch.presence].any()
