from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from scipy import ndimage

from cloudmask_plugin.engine.errors import OptionError
from cloudmask_plugin.engine.patches import label_patches
from cloudmask_plugin.engine.refine import (
    PixelRefine,
    RefineOptions,
    RowTidier,
    decide,
    dilate,
    in_pixels,
    quantise,
    tidy,
)

code_maps = hnp.arrays(
    np.uint8,
    hnp.array_shapes(min_dims=2, max_dims=2, max_side=60),
    elements=st.sampled_from([0, 0, 0, 1, 2, 3, 255]),
)


def probabilities(*values: float) -> np.ndarray:
    return quantise(np.array(values, np.float32).reshape(4, 1, 1))


def test_without_thresholds_the_most_probable_of_clear_cloud_and_shadow_wins() -> None:
    rng = np.random.default_rng(0)
    p = rng.dirichlet(np.ones(4), (40, 50)).transpose(2, 0, 1).astype(np.float32)
    stored = quantise(p)
    clear, thick, thin, shadow = stored.astype(int)
    groups = np.stack([clear, thick + thin, shadow])
    expected = np.array([0, 1, 3])[groups.argmax(axis=0)]
    expected[(expected == 1) & (thin > thick)] = 2
    assert np.array_equal(decide(stored, RefineOptions()), expected)


def test_cloud_of_which_nobody_knows_whether_thick_or_thin_is_still_cloud() -> None:
    assert decide(probabilities(0.4, 0.32, 0.28, 0.0), RefineOptions())[0, 0] == 1
    assert decide(probabilities(0.4, 0.28, 0.32, 0.0), RefineOptions())[0, 0] == 2


@given(st.floats(0.05, 0.95), st.integers(0, 250))
def test_against_clear_alone_a_class_wins_from_its_threshold_on(t: float, step: int) -> None:
    p = step / 250
    stored = probabilities(1 - p, p, 0, 0)
    wins = decide(stored, RefineOptions(thick=t))[0, 0] == 1
    if abs(p - t) > 1e-6:
        assert wins == (p > t)


def test_a_higher_threshold_never_adds_pixels_of_its_class() -> None:
    rng = np.random.default_rng(1)
    stored = quantise(rng.dirichlet(np.ones(4), (60, 60)).transpose(2, 0, 1).astype(np.float32))
    for key, code in (("thick", 1), ("thin", 2), ("shadow", 3)):
        before = None
        for threshold in (0.1, 0.3, 0.5, 0.7, 0.9):
            now = decide(stored, RefineOptions().with_thresholds({key: threshold})) == code
            assert before is None or not (now & ~before).any()
            before = now


def test_nodata_stays_nodata() -> None:
    stored = np.full((4, 2, 2), 255, np.uint8)
    assert (decide(stored, RefineOptions(thick=0.01)) == 255).all()


@given(code_maps, st.integers(2, 12))
def test_small_patches_go_and_nothing_else_does(codes: np.ndarray, size: int) -> None:
    expected = codes.copy()
    for group in ((1, 2), (3,)):
        labelled, count = ndimage.label(np.isin(codes, group), np.ones((3, 3)))
        areas = ndimage.sum_labels(np.ones_like(codes), labelled, np.arange(count + 1))
        expected[(labelled > 0) & (areas < size)[labelled]] = 0
    assert np.array_equal(tidy(codes, PixelRefine(size, 0, 0)), expected)


@given(hnp.arrays(bool, hnp.array_shapes(min_dims=2, max_dims=2, max_side=50)))
def test_patches_are_those_of_another_library(binary: np.ndarray) -> None:
    labelled, count = ndimage.label(binary, np.ones((3, 3)))
    assert sorted(label_patches(binary).areas) == sorted(np.bincount(labelled.ravel())[1:])
    assert len(label_patches(binary).areas) == count


def test_a_patch_that_winds_through_the_whole_picture_is_one() -> None:
    binary = np.zeros((401, 401), bool)
    binary[::2] = True
    binary[1::4, -1] = binary[3::4, 0] = True
    assert label_patches(binary).areas.tolist() == [binary.sum()]


@given(
    hnp.arrays(bool, hnp.array_shapes(min_dims=2, max_dims=2, max_side=40)),
    st.floats(0.5, 9),
    st.floats(0.5, 9),
)
def test_dilation_reaches_the_pixels_whose_centres_lie_in_the_ellipse(
    mask: np.ndarray, radius_x: float, radius_y: float
) -> None:
    y, x = np.mgrid[-10:11, -10:11]
    inside = (x / radius_x) ** 2 + (y / radius_y) ** 2 <= 1 + 1e-9
    expected = ndimage.binary_dilation(mask, inside)
    assert np.array_equal(dilate(mask, radius_x, radius_y), expected)


def test_a_buffer_grows_over_clear_only_and_thick_cloud_wins() -> None:
    codes = np.zeros((1, 9), np.uint8)
    codes[0, [0, 4, 8]] = [3, 1, 255]
    codes[0, 5] = 2
    grown = tidy(codes, PixelRefine(0, 2.0, 2.0))
    assert grown.tolist() == [[3, 3, 1, 1, 1, 2, 1, 2, 255]]


@given(
    code_maps,
    st.integers(0, 9),
    st.floats(0, 4),
    st.lists(st.integers(1, 20), min_size=1, max_size=8),
)
def test_tidying_rows_as_they_come_equals_tidying_all_at_once(
    codes: np.ndarray, size: int, radius: float, heights: list[int]
) -> None:
    refine = PixelRefine(size, radius, radius)
    tidier = RowTidier(refine, chunk=4)
    rows: list[np.ndarray] = []
    start = 0
    while start < len(codes):
        height = heights[start % len(heights)]
        rows += tidier.push(codes[start : start + height])
        start += height
    rows += tidier.finish()
    assert np.array_equal(np.concatenate(rows), tidy(codes, refine))


def test_hectares_and_metres_become_pixels() -> None:
    assert in_pixels(RefineOptions(min_area=1, buffer=50), (10, 10)) == PixelRefine(100, 5, 5)
    assert in_pixels(RefineOptions(min_area=1, buffer=60), (20, 30)) == PixelRefine(17, 3, 2)


@pytest.mark.parametrize(
    "options",
    [{"thick": 0}, {"thin": 1}, {"shadow": -0.1}, {"min_area": -1}, {"buffer": float("inf")}],
)
def test_senseless_options_are_refused_in_a_sentence(options: dict[str, float]) -> None:
    with pytest.raises(OptionError, match=r"give .*\.$"):
        RefineOptions(**options)


def test_an_unknown_class_is_named() -> None:
    with pytest.raises(OptionError, match="'fog'"):
        RefineOptions().with_thresholds({"fog": 0.5})
