"""The benchmark's figures, where they are known beforehand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from benchmarks.composite_baselines import BASELINES
from benchmarks.composite_quality import BLUE, COLUMNS, INFRARED, score, similarity, step_ratio
from benchmarks.composite_series import Case

SIDE = 128


@pytest.fixture
def case() -> Case:
    truth = np.random.default_rng(0).uniform(0.1, 0.3, (13, SIDE, SIDE)).astype(np.float32)
    return Case("", (), date(2023, 5, 1), truth, truth[np.newaxis])


def scores(picture: np.ndarray, case: Case, joins: np.ndarray) -> dict[str, float]:
    seen = np.ones((SIDE, SIDE), bool)
    return dict(zip(COLUMNS, score(picture.astype(np.float32), joins, case, seen)))


def halves() -> np.ndarray:
    joins = np.zeros((SIDE, SIDE), int)
    joins[:, SIDE // 2 :] = 1
    return joins


def test_a_picture_brighter_by_a_hundredth_has_that_error_and_no_joins(case: Case) -> None:
    got = scores(case.truth + 0.01, case, halves())
    assert got["MAE"] == pytest.approx(0.01, rel=1e-4)
    assert got["RMSE"] == pytest.approx(0.01, rel=1e-4)
    assert got["PSNR"] == pytest.approx(40, abs=1e-2)
    assert got["joins"] == pytest.approx(1, abs=1e-3)
    assert got["left %"] == got["empty %"] == 0
    assert 0.9 < got["SSIM"] < 1
    assert 0 < got["SAM"] < 3


def test_a_step_between_dates_is_a_join_and_cloud_is_left(case: Case) -> None:
    stepped = case.truth + 0.2 * halves()
    assert scores(stepped, case, halves())["joins"] > 2
    cloudy = case.truth.copy()
    cloudy[BLUE, :8] = 0.6
    assert scores(cloudy, case, halves())["left %"] == pytest.approx(100 * 8 / SIDE)
    assert np.isnan(step_ratio(stepped, np.zeros((SIDE, SIDE), int), np.ones((SIDE, SIDE), bool)))


def test_shadow_is_left_where_it_is_darker_than_all_looks(case: Case) -> None:
    shaded = case.truth.copy()
    shaded[:, :8] *= 0.5
    assert scores(shaded, case, halves())["left %"] == pytest.approx(100 * 8 / SIDE)


def test_what_is_as_dark_as_under_thin_cirrus_lies_in_no_shadow(case: Case) -> None:
    # But what is as bright as cirrus may be cirrus.
    season = replace(case, veiled=(case.truth * [[[0.5]]] + 0.1)[np.newaxis].astype(np.float32))
    dark = case.truth.copy()
    dark[INFRARED, :8] = season.veiled[0, INFRARED, :8] - 0.02
    assert 0 == scores(dark, season, halves())["left %"] < scores(dark, case, halves())["left %"]
    bright = case.truth.copy()
    bright[BLUE, :8] = 0.4
    veiled = replace(case, veiled=bright[np.newaxis])
    assert scores(bright, veiled, halves())["left %"] == pytest.approx(100 * 8 / SIDE)


def test_empty_pixels_are_counted_and_change_nothing_else(case: Case) -> None:
    holed = case.truth + 0.01
    holed[:, : SIDE // 4] = np.nan
    got = scores(holed, case, halves())
    assert got["empty %"] == 25
    assert got["MAE"] == pytest.approx(0.01, rel=1e-4)


def test_pictures_alike_are_similar_and_inverted_ones_are_not(case: Case) -> None:
    assert similarity(case.truth, case.truth).mean() == pytest.approx(1)
    assert similarity(case.truth, 0.4 - case.truth).mean() < 0


def test_the_rules_beside_composites_do_what_they_are_called() -> None:
    rng = np.random.default_rng(1)
    stack = rng.uniform(0, 1, (4, 2, 6, 7)).astype(np.float32)
    clear = rng.random((4, 6, 7)) < [[[0.9]], [[0.3]], [[0.6]], [[0.5]]]
    apart = [30, 0, 10, 20]
    shares = clear.mean(axis=(1, 2))
    orders = {
        "first clear": [0, 1, 2, 3],
        "nearest clear": [1, 2, 3, 0],
        "S2Mosaic first": np.argsort(-shares, kind="stable").tolist(),
        "least cloudy scene": [int(shares.argmax())],
    }
    for name, order in orders.items():
        picture, chosen = BASELINES[name](stack, clear, apart)
        assert chosen is not None
        for row, col in np.ndindex(6, 7):
            there = [number for number in order if clear[number, row, col]]
            assert chosen[row, col] == (there[0] if there else -1)
            if there:
                assert np.array_equal(picture[:, row, col], stack[there[0], :, row, col])
    for name, summary in (("masked median", np.median), ("masked mean", np.mean)):
        picture, chosen = BASELINES[name](stack, clear, apart)
        assert chosen is None
        for row, col in np.argwhere(clear.any(axis=0)).tolist():
            seen = stack[clear[:, row, col], :, row, col]
            assert picture[:, row, col] == pytest.approx(summary(seen, axis=0), abs=1e-6)
