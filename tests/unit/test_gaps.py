from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from cloudmask_plugin.engine.gaps import REACH, fill_gaps

valid_masks = hnp.arrays(bool, hnp.array_shapes(min_dims=2, max_dims=2, max_side=70))


@given(valid_masks, st.integers(0, 2**32 - 1))
def test_measured_pixels_stay_as_they_are_and_holes_stay_in_the_range_around(
    valid: np.ndarray, seed: int
) -> None:
    values = np.random.default_rng(seed).random((3, *valid.shape)).astype(np.float32)
    filled = fill_gaps(values, valid)
    assert np.array_equal(filled[:, valid], values[:, valid])
    assert np.isfinite(filled).all()
    if valid.any():
        low, high = min(0, values[:, valid].min()), values[:, valid].max()
        assert filled.min() >= low - 1e-6
        assert filled.max() <= high + 1e-6


@given(valid_masks, st.sampled_from([0.0, 1e9, -9999.0, np.nan, np.inf]))
def test_what_stood_in_a_hole_does_not_matter(valid: np.ndarray, junk: float) -> None:
    values = np.random.default_rng(1).random((2, *valid.shape)).astype(np.float32)
    other = np.where(valid, values, np.float32(junk))
    values = np.where(valid, values, np.float32(0.5))
    assert np.array_equal(fill_gaps(values, valid), fill_gaps(other, valid))


def test_a_single_hole_becomes_the_mean_of_its_cell() -> None:
    values = np.arange(16, dtype=np.float32).reshape(1, 4, 4)
    valid = np.ones((4, 4), dtype=bool)
    valid[0, 0] = False
    assert fill_gaps(values, valid)[0, 0, 0] == np.float32((1 + 4 + 5) / 3)


def test_a_hole_far_from_everything_becomes_zero() -> None:
    values = np.ones((1, 8 * REACH, 8 * REACH), dtype=np.float32)
    valid = np.zeros(values.shape[1:], dtype=bool)
    valid[0, 0] = True
    filled = fill_gaps(values, valid)[0]
    assert (filled[:REACH, :REACH] == 1).all()
    assert (filled[REACH:] == 0).all()


def test_aligned_windows_are_filled_like_the_whole() -> None:
    rng = np.random.default_rng(3)
    values = rng.random((2, 256, 256)).astype(np.float32)
    valid = rng.random((256, 256)) > 0.6
    valid[60:150, 40:170] = False
    whole = fill_gaps(values, valid)
    part = fill_gaps(values[:, 64:192, 32:224], valid[64:192, 32:224])
    assert np.array_equal(part, whole[:, 64:192, 32:224])


def test_without_holes_nothing_is_copied() -> None:
    values = np.ones((1, 3, 3), dtype=np.float32)
    assert fill_gaps(values, np.ones((3, 3), dtype=bool)) is values
