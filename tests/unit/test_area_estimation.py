"""Estimates from points, against the published example and against drawing samples."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import chi2

from cloudmask_plugin.engine.area_estimation import (
    CONFIDENCE,
    RARE,
    Estimate,
    estimate,
    further_points,
    sample_table,
    share_limits,
)
from cloudmask_plugin.engine.errors import OptionError

# Olofsson et al. 2014, section 5: deforestation, forest gain, stable forest, stable non-forest.
# Table 8 has the points by map class (row), the text the mapped pixels of 30 m.
PUBLISHED = np.array([[66, 0, 5, 4], [0, 55, 8, 12], [1, 0, 153, 11], [2, 1, 9, 313]])
PIXELS = [200_000, 150_000, 3_200_000, 6_450_000]
HECTARES_A_PIXEL = 0.09


def test_the_published_example_is_reproduced() -> None:
    found = estimate(PUBLISHED, PIXELS)

    def rounded(item: Estimate, digits: int = 2) -> tuple[float, float]:
        return round(item.value, digits), round(item.half_width, digits)

    assert [rounded(each.user_accuracy) for each in found.classes] == [
        (0.88, 0.07), (0.73, 0.10), (0.93, 0.04), (0.96, 0.02),
    ]  # fmt: skip
    # The paper prints half-widths of 0.23 and 0.01 for the second and the fourth, which its own
    # equation 7 does not give for its own table: others who wrote it as a program found the same.
    assert [rounded(each.producer_accuracy) for each in found.classes] == [
        (0.75, 0.21), (0.85, 0.25), (0.93, 0.03), (0.96, 0.02),
    ]  # fmt: skip
    assert rounded(found.overall_accuracy) == (0.95, 0.02)
    deforestation = found.areas()[0]
    assert (round(deforestation.value), round(deforestation.half_width)) == (235_086, 68_418)
    assert [rounded(area.times(HECTARES_A_PIXEL), 0) for area in found.areas()] == [
        (21_158, 6_158), (11_686, 3_756), (285_770, 15_510), (581_386, 16_282),
    ]  # fmt: skip
    assert found.unsampled == ()
    assert sum(item.share.value for item in found.classes) == pytest.approx(1)


def test_errors_of_the_published_producers_accuracies_are_those_of_samples_drawn_again() -> None:
    """Of the example's own strata, points and proportions."""
    rng = np.random.default_rng(1)
    points = PUBLISHED.sum(axis=1)
    drawn = [
        np.array([rng.multinomial(n, row / n) for n, row in zip(points, PUBLISHED)])
        for _ in range(3000)
    ]
    producers = [
        [item.producer_accuracy.value for item in estimate(table, PIXELS).classes]
        for table in drawn
    ]
    told = [item.producer_accuracy.error for item in estimate(PUBLISHED, PIXELS).classes]
    # Of the first two the error is no more than a first approximation: few points tell them.
    np.testing.assert_allclose(np.std(producers, axis=0)[2:], told[2:], rtol=0.06)
    np.testing.assert_allclose(np.std(producers, axis=0)[:2], told[:2], rtol=0.3)


def test_areas_and_weights_give_the_same_shares() -> None:
    by_pixels, by_weight = (
        estimate(PUBLISHED, PIXELS),
        estimate(PUBLISHED, [0.02, 0.015, 0.32, 0.645]),
    )
    for one, other in zip(by_pixels.classes, by_weight.classes):
        assert one.share.value == pytest.approx(other.share.value)
        assert one.producer_accuracy.error == pytest.approx(other.producer_accuracy.error)


def test_samples_drawn_again_and_again_scatter_by_the_standard_errors_told() -> None:
    rng = np.random.default_rng(4)
    # What is really where, by stratum of the map, and how many points are put there.
    truth = np.array([[0.9, 0.06, 0.04], [0.2, 0.75, 0.05], [0.1, 0.1, 0.8]])
    sizes, points = np.array([0.7, 0.2, 0.1]), (200, 100, 100)
    shares, producers, overall, told = [], [], [], []
    for _ in range(2000):
        table = np.array([rng.multinomial(n, row) for n, row in zip(points, truth)])
        found = estimate(table, list(sizes))
        shares.append([item.share.value for item in found.classes])
        producers.append([item.producer_accuracy.value for item in found.classes])
        overall.append(found.overall_accuracy.value)
        told.append(
            [item.share.error for item in found.classes]
            + [item.producer_accuracy.error for item in found.classes]
            + [found.overall_accuracy.error]
        )
    scatter = np.concatenate([np.std(shares, 0), np.std(producers, 0), [np.std(overall)]])
    np.testing.assert_allclose(np.mean(told, 0), scatter, rtol=0.06)
    np.testing.assert_allclose(np.mean(shares, 0), sizes @ truth, atol=0.002)


@given(st.lists(st.integers(2, 50), min_size=4, max_size=4))
def test_a_map_that_is_right_at_every_point_is_certain(points: list[int]) -> None:
    found = estimate(np.diag(points), PIXELS)
    assert found.overall_accuracy == Estimate(pytest.approx(1), 0)
    for item, pixels in zip(found.classes, PIXELS):
        assert item.user_accuracy == Estimate(1, 0)
        assert item.producer_accuracy == Estimate(pytest.approx(1), 0)
        assert item.share.value * found.area == pytest.approx(pixels)


def test_a_stratum_without_points_leaves_the_whole_unknown() -> None:
    table = PUBLISHED.copy()
    table[1] = 0
    found = estimate(table, PIXELS)
    assert found.unsampled == (1,)
    assert math.isnan(found.overall_accuracy.value)
    assert math.isnan(found.classes[0].share.value)
    assert found.classes[0].user_accuracy.value == pytest.approx(0.88)
    # Without area it takes nothing from the others.
    without = estimate(table, [200_000, 0, 3_200_000, 6_450_000])
    assert without.unsampled == ()
    assert without.overall_accuracy.value == pytest.approx(
        (0.88 * 200_000 + 153 / 165 * 3_200_000 + 313 / 325 * 6_450_000) / 9_850_000
    )


def test_a_single_point_in_a_stratum_has_limits_but_no_standard_error() -> None:
    table = np.array([[1, 0], [3, 27]])
    found = estimate(table, [10, 90])
    assert found.overall_accuracy.value == pytest.approx(0.1 + 0.9 * 0.9)
    assert math.isnan(found.overall_accuracy.error)
    assert found.overall_accuracy.low < 0.81, "the point's stratum may be all wrong"
    assert found.overall_accuracy.is_bounded
    # Of classes right in 5.13 % of their pixels, one point in 20 is right.
    assert found.classes[0].user_accuracy.low == pytest.approx(-math.log(0.95), abs=1e-6)


@pytest.mark.parametrize(("hits", "points"), [(0, 10), (10, 10), (26, 30), (41, 50), (950, 1000)])
def test_limits_of_a_share_are_those_of_the_score_test(hits: int, points: int) -> None:
    """Wilson: where hits lie just 1.96 standard errors from what is supposed."""
    low, high = (float(limit) for limit in share_limits(np.array(hits), np.array(points)))
    for limit in (low, high):
        error = math.sqrt(limit * (1 - limit) / points)
        # All or none of the points say nothing against all or none of the pixels.
        assert limit in (0, 1) or abs(hits / points - limit) == pytest.approx(CONFIDENCE * error)
    assert (low == 0) == (hits == 0)
    assert (high == 1) == (hits == points)


@pytest.mark.parametrize(("few", "points"), [(1, 30), (2, 30), (1, 200), (2, 200), (3, 200)])
def test_limits_of_rare_hits_and_misses_are_poissons(few: int, points: int) -> None:
    """As Brown, Cai and DasGupta 2001 modify Wilson's."""
    mean = float(chi2.ppf(0.05, 2 * few) / 2)
    assert RARE[few - 1] == pytest.approx(mean, abs=1e-6)
    hits = np.array([few, points - few])
    low, high = share_limits(hits, np.array(points))
    np.testing.assert_allclose([low[0], 1 - high[1]], mean / points, rtol=1e-5)
    # The other limit stays Wilson's, which is on the far side of the estimate.
    assert high[0] == pytest.approx(1 - low[1])
    assert high[0] > few / points > low[0]


def test_three_rare_hits_of_few_points_have_wilsons_limit() -> None:
    (low,), _ = share_limits(np.array([3]), np.array([30]))
    assert 0.1 - low == pytest.approx(CONFIDENCE * math.sqrt(low * (1 - low) / 30))


@given(
    st.lists(st.lists(st.integers(0, 40), min_size=3, max_size=3), min_size=3, max_size=3),
    st.lists(st.sampled_from([0.0, 0.05, 0.3, 1.0]), min_size=3, max_size=3),
)
def test_limits_enclose_the_estimate_and_lie_between_0_and_1(
    rows: list[list[int]], areas: list[float]
) -> None:
    assume(sum(areas) > 0)
    found = estimate(np.array(rows), areas)
    told = [found.overall_accuracy]
    for item in found.classes:
        told += [item.user_accuracy, item.producer_accuracy, item.share]
    for one in told:
        if not math.isnan(one.value):
            assert -1e-9 <= one.low <= one.value + 1e-9
            assert one.value - 1e-9 <= one.high <= 1 + 1e-9


def test_what_strata_tell_together_is_less_certain_than_what_all_points_tell_of_one() -> None:
    """Strata of the same rates and of areas like their points are one sample."""
    table = np.array([[40, 10], [40, 10]])
    found = estimate(table, [1, 1])
    low, high = (float(limit) for limit in share_limits(np.array(80), np.array(100)))
    share = found.classes[0].share
    assert share.value == pytest.approx(0.8)
    np.testing.assert_allclose([share.low, share.high], [low, high], atol=0.006)


def test_a_class_that_the_map_never_has_is_found_nowhere() -> None:
    found = estimate(np.array([[20, 10], [0, 0]]), [1, 0]).classes[1].producer_accuracy
    assert (found.value, found.low, found.high) == (0, 0, 0)
    only = estimate(np.array([[30, 0], [0, 0]]), [1, 0]).classes[0].producer_accuracy
    assert (only.value, only.low, only.high) == (1, 1, 1)


def test_a_sample_without_a_mistake_does_not_tell_that_there_is_none() -> None:
    found = estimate(np.diag([30, 30, 30, 30]), PIXELS)
    assert found.overall_accuracy.high == 1
    assert 0.9 < found.overall_accuracy.low < 0.96
    # A class of 2 % of the area may be missed in the others, of which nothing was seen.
    assert found.classes[0].producer_accuracy.low < 0.4
    assert estimate(np.diag([30, 30, 30, 30]), PIXELS).overall_accuracy.low == (
        found.overall_accuracy.low
    ), "the same sample has the same limits"


def test_points_are_counted_by_label_of_map_and_reference() -> None:
    table = sample_table(np.array([0, 0, 3, 3, 255]), np.array([0, 1, 3, 255, 0]), (0, 1, 3))
    assert table.tolist() == [[1, 1, 0], [0, 0, 0], [0, 0, 1]]


@pytest.mark.parametrize("areas", [[1, 2, 3], [1, 2, 3, -1], [0, 0, 0, 0], [1, 2, 3, math.nan]])
def test_areas_that_are_none_are_refused(areas: list[float]) -> None:
    with pytest.raises(OptionError, match="give"):
        estimate(PUBLISHED, areas)


TABLES = st.lists(st.lists(st.integers(0, 30), min_size=3, max_size=3), min_size=3, max_size=3)


def planned_half_width(table: np.ndarray, sizes: np.ndarray, points: np.ndarray) -> float:
    rate = (np.diag(table) + 1) / (table.sum(axis=1) + 2)
    with np.errstate(divide="ignore"):
        return CONFIDENCE * math.sqrt(np.sum(sizes**2 * rate * (1 - rate) / (points - 1)))


@given(rows=TABLES, width=st.floats(0.01, 0.2))
def test_further_points_reach_the_wanted_width_and_none_can_be_spared(
    rows: list[list[int]], width: float
) -> None:
    table, sizes = np.array(rows), np.array([0.6, 0.3, 0.1])
    more = np.array(further_points(table, list(sizes), width))
    there = table.sum(axis=1)
    if not more.any():
        assert planned_half_width(table, sizes, there) <= width + 1e-9
        return
    assert planned_half_width(table, sizes, there + more) <= width + 1e-9
    # Fewer than all but the rounding of each stratum do not reach it, wherever they are put.
    spare = int((more > 0).sum()) + 1
    assume(more.sum() > spare)
    rng = np.random.default_rng(1)
    for _ in range(30):
        other = rng.multinomial(more.sum() - spare, rng.dirichlet([1, 1, 1]))
        if ((there + other) > 1).all():
            assert planned_half_width(table, sizes, there + other) > width


def test_a_sample_that_suffices_needs_no_more() -> None:
    assert further_points(PUBLISHED, PIXELS, 0.05) == (0, 0, 0, 0)
    assert sum(further_points(PUBLISHED, PIXELS, 0.002, of=0)) > 1000


@pytest.mark.parametrize("width", [0, 1, -0.1, 1e-7])
def test_a_width_out_of_reach_is_refused(width: float) -> None:
    with pytest.raises(OptionError, match="half-width"):
        further_points(PUBLISHED, PIXELS, width)
