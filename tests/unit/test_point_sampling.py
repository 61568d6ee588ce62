"""Measuring a mask by points: drawn fairly, weighed by area, with intervals that hold."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from cloudmask_plugin.engine.area_estimation import estimate, further_points
from cloudmask_plugin.engine.calibration import calibrate
from cloudmask_plugin.engine.classes import CODES, NODATA
from cloudmask_plugin.engine.errors import Cancelled, OptionError
from cloudmask_plugin.engine.mask_table import OURS, find_table
from cloudmask_plugin.engine.point_sampling import (
    UNCLEAR,
    PointSample,
    SamplePoint,
    draw_points,
    draw_ranks,
)
from cloudmask_plugin.engine.raster import choose_backend
from cloudmask_plugin.engine.reporter import SilentReporter
from tests.unit.stored import RecordingReporter, write_raster

ROWS, COLS = 1300, 70  # three strips
WEST, NORTH = 399960.0, 5700000.0


@pytest.fixture(scope="module")
def codes() -> np.ndarray:
    rng = np.random.default_rng(2)
    drawn = rng.choice([0, 1, 2, 3, 255], (ROWS, COLS), p=[0.6, 0.25, 0.1, 0.02, 0.03])
    return drawn.astype(np.uint8)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory, codes: np.ndarray) -> str:
    folder = tmp_path_factory.mktemp("points")
    return str(write_raster(folder / "mask.tif", codes[np.newaxis], nodata=255))


def draw(path: str, per_class: tuple[int, ...] = (30, 30, 30, 30), seed: int = 5) -> PointSample:
    return draw_points(path, None, per_class, seed, choose_backend(), SilentReporter())


def test_points_lie_in_pixels_of_their_class_and_none_twice(path: str, codes: np.ndarray) -> None:
    sample = draw(path)
    assert len(sample.points) == 120
    places = set()
    for point in sample.points:
        col, row = (point.x - WEST) / 10 - 0.5, (NORTH - point.y) / 10 - 0.5
        assert col == int(col)
        assert row == int(row)
        assert codes[int(row), int(col)] == point.mapped
        places.add((row, col))
    assert len(places) == 120
    assert sample.pixels == tuple(int((codes == code).sum()) for code in CODES)
    assert sample.hectares == 0.01
    # Classes are mixed, so that labelling can end at any time.
    assert {point.mapped for point in sample.points[:25]} == set(CODES)


def test_the_same_seed_draws_the_same_points_and_another_one_others(path: str) -> None:
    assert draw(path) == draw(path)
    assert set(draw(path).points) != set(draw(path, seed=6).points)


def test_a_class_with_few_pixels_gives_what_it_has(tmp_path: Path) -> None:
    few = np.zeros((1, 40, 40), np.uint8)
    few[0, 3, 4:7] = 3
    sample = draw(str(write_raster(tmp_path / "few.tif", few)), (5, 5, 5, 5))
    counts = [sum(point.mapped == code for point in sample.points) for code in CODES]
    assert counts == [5, 0, 0, 3]


def test_every_pixel_of_a_class_is_as_likely_as_any_other() -> None:
    drawn = np.zeros(50)
    rng = np.random.default_rng(1)
    for _ in range(2000):
        (ranks,) = draw_ranks(np.array([50]), [10], rng)
        assert len(set(ranks)) == 10
        drawn[ranks] += 1
    expected = 2000 * 10 / 50
    chi_square = ((drawn - expected) ** 2 / expected).sum() / (1 - 10 / 50)
    assert chi_square < 49 + 4 * np.sqrt(2 * 49)


def test_other_masks_are_sampled_by_what_their_values_mean(tmp_path: Path) -> None:
    scl = np.kron(np.array([[4, 9], [3, 0]]), np.ones((10, 10))).astype(np.uint8)
    path = str(write_raster(tmp_path / "SCL.tif", scl[np.newaxis]))
    sample = draw_points(
        path, find_table("scl"), (2, 2, 2, 2), 1, choose_backend(), SilentReporter()
    )
    assert sorted(point.mapped for point in sample.points) == [0, 0, 1, 1, 3, 3]
    assert sample.pixels == (100, 100, 0, 100)


def test_labels_make_the_table_and_what_nobody_can_tell_is_left_out(path: str) -> None:
    sample = draw(path)
    assert sample.estimates() is None
    assert sample.labelled == 0
    for number, point in enumerate(sample.points[:60]):
        label = UNCLEAR if number % 10 == 9 else point.mapped if number % 3 else 0
        sample = sample.with_label(number, label)
    assert sample.labelled == 60
    table = sample.table()
    assert table.sum() == 54
    told = [p for p in sample.points if p.label in CODES]
    for code in CODES:
        for label in CODES:
            there = sum(p.mapped == code and p.label == label for p in told)
            assert table[code, label] == there
    found = sample.estimates()
    assert found is not None
    assert found.area == pytest.approx(sum(sample.pixels) * 0.01)
    share = np.array(sample.pixels) / sum(sample.pixels)
    rates = np.diag(table) / table.sum(axis=1)
    assert found.overall_accuracy.value == pytest.approx(float(share @ rates))
    assert sum(sample.further(0.05)) > 0
    assert sum(sample.further(0.02)) > sum(sample.further(0.05))
    assert sample.with_label(0, None).labelled == 59


def test_weights_make_a_stratified_sample_stand_for_the_area(path: str) -> None:
    sample = draw(path)
    for number, point in enumerate(sample.points):
        sample = sample.with_label(number, point.mapped)
    weights, mapped = sample.weights(), np.array([point.mapped for point in sample.points])
    assert weights.mean() == pytest.approx(1)
    share = np.bincount(mapped, weights) / len(mapped)
    np.testing.assert_allclose(share, np.array(sample.pixels) / sum(sample.pixels))
    assert PointSample((SamplePoint(0, 0, 1),), 1, (1, 1, 1, 1), 1).weights().size == 0


def test_weighted_calibration_is_that_of_repeated_labels() -> None:
    rng = np.random.default_rng(0)
    odds = np.moveaxis(rng.dirichlet([0.7] * 4, 200), 1, 0)
    stored = np.rint(odds * 250).astype(np.uint8)
    truth = rng.integers(0, 4, 200).astype(np.uint8)
    times = rng.integers(1, 4, 200)
    repeated = calibrate(np.repeat(stored, times, axis=1), np.repeat(truth, times))
    weighted = calibrate(stored, truth, times.astype(float))
    np.testing.assert_allclose(weighted.parameters, repeated.parameters, atol=1e-6)


# Pixels of imaginary scenes: rows by the mask, columns by the truth.
FAIR = [[52_000, 900, 2600, 1800], [700, 15_500, 1400, 100], [2500, 1500, 9800, 200],
        [1900, 150, 250, 8700]]  # fmt: skip
GOOD = [[68_600, 140, 560, 700], [300, 14_250, 450, 0], [800, 640, 6560, 0], [500, 50, 50, 4400]]


def covered_shares(population: list[list[int]], points: int, repeats: int) -> np.ndarray:
    """Return how often limits hold the truth: overall accuracy, areas, right and found by class."""
    truth = np.array(population)
    areas, shares = truth.sum(axis=1), truth.sum(axis=0) / truth.sum()
    right = np.diag(truth)
    expected = [right.sum() / truth.sum(), *shares, *right / areas, *right / truth.sum(axis=0)]
    rng = np.random.default_rng(points)
    covered = np.zeros(len(expected))
    for _ in range(repeats):
        found = estimate(rng.multinomial(points, truth / areas[:, np.newaxis]), areas.tolist())
        estimates = [
            found.overall_accuracy,
            *(one.share for one in found.classes),
            *(one.user_accuracy for one in found.classes),
            *(one.producer_accuracy for one in found.classes),
        ]
        covered += [one.low <= true <= one.high for one, true in zip(estimates, expected)]
    return covered / repeats


# With 20 points of GOOD, of which a class shows no or one mistake, 98 of 100 limits of areas hold.
@pytest.mark.parametrize(
    ("population", "points"), [(FAIR, 20), (FAIR, 30), (GOOD, 30), (FAIR, 60), (GOOD, 60)]
)
def test_intervals_of_accuracy_and_of_areas_cover_the_truth_in_95_per_cent(
    population: list[list[int]], points: int
) -> None:
    covered = covered_shares(population, points, repeats=1500)
    for kind in (covered[:1], covered[1:5], covered[5:9], covered[9:]):
        assert abs(kind.mean() - 0.95) < 0.03
    # By the luck of 1500 samples, 92 % are 90.5 % or more in 49 cases of 50.
    assert covered.min() > 0.905


@pytest.mark.parametrize("half_width", [0.02, 0.04])
def test_as_many_more_labels_as_are_said_give_that_precision(half_width: float) -> None:
    truth = np.array(FAIR)
    areas = truth.sum(axis=1)
    rng = np.random.default_rng(1)
    widths = []
    for _ in range(40):
        first = rng.multinomial(20, truth / areas[:, np.newaxis])
        more = further_points(first, areas.tolist(), half_width)
        table = first + rng.multinomial(more, truth / areas[:, np.newaxis])
        overall = estimate(table, areas.tolist()).overall_accuracy
        widths.append((overall.high - overall.low) / 2)
    assert np.mean(widths) == pytest.approx(half_width, rel=0.15)


def test_a_cancel_is_heard_and_void_numbers_are_refused(path: str) -> None:
    with pytest.raises(Cancelled):
        draw_points(path, OURS, (5, 5, 5, 5), 1, choose_backend(), RecordingReporter(0.4))
    with pytest.raises(OptionError, match="Points of a class"):
        draw(path, (1, 2, 3, -4))
    assert NODATA not in {point.mapped for point in draw(path).points}
