"""Errors taken apart."""

from __future__ import annotations

import numpy as np
import pytest

from training.limits import Errors, moved
from training.robustness import Changed
from training.scores import Counts


def test_the_scene_that_costs_most_is_the_one_without_which_the_rest_is_best() -> None:
    fair, poor = Counts(90, 10, 10, 90), Counts(10, 50, 90, 50)
    found = Errors({0: [fair, poor, fair]}, ["a", "b", "c"], [])
    assert found.balanced_accuracy() == pytest.approx((190 / 300 + 230 / 300) / 2)
    assert found.worst() == ("b", pytest.approx(140 / 180), pytest.approx(0.9))


def test_changes_are_near_an_outline_up_to_two_pixels_from_where_classes_meet() -> None:
    before = np.zeros((20, 20), np.uint8)
    before[:, 10:] = 1  # classes meet between columns 9 and 10
    after = before.copy()
    after[3, 8] = 1  # the second column from where they meet
    after[3, 7] = 3  # the third
    after[15, 18] = 2
    assert moved(before, after) == (Changed(3, 400), Changed(1, 400))
    assert moved(before, before) == (Changed(0, 400), Changed(0, 400))
