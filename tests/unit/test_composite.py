"""Composites of arrays: each rule against a loop over pixels or another way to the same number."""

from __future__ import annotations

import itertools
import math
from datetime import date

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy import ndimage

from cloudmask_plugin.engine.classes import CLEAR, CLOUD_SHADOW, NODATA, THICK_CLOUD, THIN_CLOUD
from cloudmask_plugin.engine.clean_air import rayleigh_reflectance
from cloudmask_plugin.engine.cloud_distance import REACH, CloudDistance, distances, look_at
from cloudmask_plugin.engine.composer import Composer, Piece, Recipe, encode, learn
from cloudmask_plugin.engine.composite import (
    ANY,
    LEAST_CLOUDY,
    MEDIAN,
    MEDOID,
    METHODS,
    NEVER,
    P25,
    QUANTILES,
    REFERENCE,
    THIN,
    UNUSABLE,
    BapWeights,
    bap_score,
    best_of,
    candidates,
    count_clear,
    date_closeness,
    default_method,
    first_of,
    levels,
    medoid,
    quantile,
    take,
)
from cloudmask_plugin.engine.consensus import (
    Habit,
    Spectrum,
    find_suspects,
    haze_of_air,
    learn_habits,
)
from cloudmask_plugin.engine.errors import OptionError
from cloudmask_plugin.engine.feathering import CELL, MARGIN, spread
from cloudmask_plugin.engine.mask_table import find_table, guess_table, worst
from cloudmask_plugin.engine.matching import match_scenes, order_of, preferences
from cloudmask_plugin.engine.scene import Grid, Window

ROLES = ("B02", "B03", "B04", "B08")
PLAIN = Spectrum(ROLES, (1.0,) * 4, (0.0,) * 4)
CODES = (CLEAR, THICK_CLOUD, THIN_CLOUD, CLOUD_SHADOW, NODATA)
SELECTING = tuple(method for method in METHODS if method not in QUANTILES)
GRID = Grid("", (500000.0, 10.0, 0.0, 4000000.0, 0.0, -10.0), 300, 280)


def series(seed: int, scenes: int = 5, rows: int = 24, cols: int = 32) -> tuple[np.ndarray, ...]:
    """Return a stack of a changing landscape and random codes in patches."""
    rng = np.random.default_rng(seed)
    ground = rng.uniform(0.05, 0.4, (4, rows, cols))
    stack = ground * rng.uniform(0.8, 1.2, (scenes, 4, 1, 1)) + rng.normal(
        0, 0.01, (scenes, 4, rows, cols)
    )
    patches = rng.choice(CODES, (scenes, rows // 4, cols // 4), p=(0.5, 0.2, 0.1, 0.1, 0.1))
    codes = patches.repeat(4, axis=1).repeat(4, axis=2).astype(np.uint8)
    return stack.astype(np.float32), codes


def composer(stack: np.ndarray, codes: np.ndarray, recipe: Recipe) -> Composer:
    scenes, bands = stack.shape[:2]
    clearness = (codes == CLEAR).mean(axis=(1, 2))
    closeness = date_closeness(range(scenes), 0.0, 3.0)
    samples = stack.reshape(scenes, bands, -1)
    return learn(samples, codes.reshape(scenes, -1), recipe, PLAIN, clearness, closeness)


def composed(stack: np.ndarray, codes: np.ndarray, recipe: Recipe) -> Piece:
    """Return the piece of a whole picture, which may be larger at the right and below."""
    maker = composer(stack, codes, recipe)
    margin, rows, cols = maker.margin, *codes.shape[1:]
    pad = [(0, 0), (margin, margin + -rows % CELL), (margin, margin + -cols % CELL)]
    if margin:
        stack = np.pad(stack, [(0, 0), *pad])
        codes = np.pad(codes, pad, constant_values=NODATA)
    return maker.compose(stack, codes)


# --- what may be taken ---------------------------------------------------------------------


@settings(max_examples=30)
@given(st.integers(0, 10**6), st.sampled_from(SELECTING), st.sampled_from((NEVER, THIN, ANY)))
def test_nothing_but_the_best_there_is_is_taken(seed: int, method: str, fallback: str) -> None:
    stack, codes = series(seed)
    piece = composed(stack, codes, Recipe(method, fallback))
    rank = {CLEAR: 0, THIN_CLOUD: 1, CLOUD_SHADOW: 2, THICK_CLOUD: 3}
    allowed = {NEVER: 1, THIN: 2, ANY: 4}[fallback]
    assert piece.chosen is not None
    for row, col in np.ndindex(codes.shape[1:]):
        here = [rank[c] for c in codes[:, row, col].tolist() if rank.get(c, 9) < allowed]
        scene = int(piece.chosen[row, col])
        assert (scene >= 0) == bool(here) == bool(piece.found[row, col])
        if here:
            assert rank[int(codes[scene, row, col])] == min(here)


@settings(max_examples=30)
@given(st.integers(0, 10**6), st.sampled_from([m for m in SELECTING if m != REFERENCE]))
def test_a_pixel_has_exactly_the_values_of_the_scene_that_is_named(seed: int, method: str) -> None:
    stack, codes = series(seed)
    piece = composed(stack, codes, Recipe(method))
    assert piece.chosen is not None
    for row, col in zip(*np.nonzero(piece.found)):
        scene = piece.chosen[row, col]
        assert np.array_equal(piece.values[:, row, col], stack[scene, :, row, col])


@settings(max_examples=20)
@given(st.integers(0, 10**6))
def test_the_reference_keeps_its_own_pixels_to_the_bit(seed: int) -> None:
    stack, codes = series(seed)
    recipe = Recipe(REFERENCE)
    piece = composed(stack, codes, recipe)
    first = composer(stack, codes, recipe).order[0]
    assert piece.chosen is not None
    rows, cols = codes.shape[1:]
    own = piece.chosen[:rows, :cols] == first
    assert own.any()
    assert np.array_equal(piece.values[:, :rows, :cols][:, own], stack[first][:, own])


def test_suspects_come_after_clear_pixels_and_before_thin_cloud() -> None:
    codes = np.array([[[CLEAR]], [[THIN_CLOUD]], [[CLEAR]], [[THICK_CLOUD]]], np.uint8)
    suspect = np.array([[[True]], [[False]], [[False]], [[True]]])
    level = levels(codes, suspect, THIN)
    assert level[:, 0, 0].tolist() == [1, 2, 0, UNUSABLE]
    assert candidates(level)[:, 0, 0].tolist() == [False, False, True, False]
    assert candidates(level[:2])[:, 0, 0].tolist() == [True, False]
    assert not candidates(level[3:]).any()


def test_clear_observations_are_counted() -> None:
    _, codes = series(3)
    assert np.array_equal(count_clear(codes), np.sum(codes == 0, axis=0))


# --- the methods against loops ---------------------------------------------------------------


@settings(max_examples=20)
@given(st.integers(0, 10**6), st.integers(1, 7))
def test_median_and_first_quartile_are_numpys(seed: int, scenes: int) -> None:
    stack, codes = series(seed, scenes)
    usable = codes == CLEAR
    for method, share in QUANTILES.items():
        got = quantile(stack, usable, share)
        piece = composed(stack, codes, Recipe(method, screen=False))
        assert np.array_equal(piece.values, got)
        for row, col in np.ndindex(usable.shape[1:]):
            clear = stack[usable[:, row, col], :, row, col]
            expected = np.percentile(clear, 100 * share, axis=0) if len(clear) else np.zeros(4)
            assert got[:, row, col] == pytest.approx(expected, abs=1e-6)
    assert {MEDIAN: 0.5, P25: 0.25} == QUANTILES


@settings(max_examples=20)
@given(st.integers(0, 10**6))
def test_the_medoid_is_the_clear_observation_nearest_to_the_median(seed: int) -> None:
    stack, codes = series(seed)
    usable = codes == CLEAR
    gains = (1.0, 2.0, 0.5, 1.0)
    got = medoid(stack, usable, gains)
    for row, col in np.ndindex(usable.shape[1:]):
        scenes = np.flatnonzero(usable[:, row, col])
        if not len(scenes):
            assert got[row, col] == -1
            continue
        seen = stack[scenes, :, row, col].astype(np.float64) * gains
        apart = ((seen - np.median(seen, axis=0)) ** 2).sum(axis=1)
        nearest = apart[scenes.tolist().index(got[row, col])]
        assert nearest == pytest.approx(apart.min(), rel=1e-3, abs=1e-8)


def test_the_score_of_the_best_available_pixel_is_the_sum_of_its_terms() -> None:
    rng = np.random.default_rng(1)
    usable = rng.random((4, 6, 7)) < 0.7
    distance = rng.random((4, 6, 7)).astype(np.float32)
    haze = rng.normal(0.02, 0.03, (4, 6, 7)).astype(np.float32)
    close, clear = (0.2, 1.0, 0.6, 0.9), (0.5, 0.1, 0.9, 0.4)
    weights = BapWeights(0.7, 1.3, 0.4, 0.9)
    got = bap_score(usable, distance, haze, close, clear, weights)
    chosen = best_of(got, usable)
    for row, col in np.ndindex(6, 7):
        scenes = np.flatnonzero(usable[:, row, col]).tolist()
        best = []
        for scene in scenes:
            excess = haze[scene, row, col] - min(haze[s, row, col] for s in scenes)
            expected = (
                0.7 * distance[scene, row, col]
                + 1.3 * close[scene]
                + 0.4 * clear[scene]
                + 0.9 * (1 - min(excess / 0.05, 1))
            )
            assert got[scene, row, col] == pytest.approx(expected, abs=1e-5)
            best.append(expected)
        assert chosen[row, col] == (scenes[int(np.argmax(best))] if scenes else -1)


def test_each_weight_decides_where_the_others_are_nought() -> None:
    usable = np.ones((2, 1, 1), bool)
    distance = np.array([[[0.0]], [[1.0]]], np.float32)
    haze = np.array([[[0.0]], [[0.1]]], np.float32)
    cases = {"distance": 1, "date": 0, "clearness": 1, "haze": 0}
    for term, expected in cases.items():
        weights = BapWeights(**{**dict.fromkeys(cases, 0.0), term: 1.0})
        score = bap_score(usable, distance, haze, (0.9, 0.1), (0.2, 0.8), weights)
        assert best_of(score, usable)[0, 0] == expected, term


def test_the_least_cloudy_scene_goes_first() -> None:
    stack, codes = series(5)
    clear = (codes == CLEAR).mean(axis=(1, 2))
    maker = composer(stack, codes, Recipe(LEAST_CLOUDY))
    assert list(maker.order) == sorted(range(5), key=lambda scene: -clear[scene])


# --- order and ties ------------------------------------------------------------------------


@settings(max_examples=20)
@given(st.integers(0, 10**6), st.sampled_from(METHODS), st.permutations(range(5)))
@example(541, REFERENCE, [0, 4, 2, 3, 1])  # two scenes have too little in common with the reference
def test_the_order_of_scenes_that_differ_does_not_matter(
    seed: int, method: str, order: list[int]
) -> None:
    stack, codes = series(seed)
    distance = np.random.default_rng(seed).random(codes.shape).astype(np.float32)
    clearness, closeness = (0.5, 0.3, 0.7, 0.2, 0.6), (0.9, 0.7, 0.5, 0.8, 0.6)
    pieces = []
    for scenes in (list(range(5)), order):
        maker = learn(
            stack[scenes].reshape(5, 4, -1),
            codes[scenes].reshape(5, -1),
            Recipe(method, screen=method != MEDOID),
            PLAIN,
            [clearness[scene] for scene in scenes],
            [closeness[scene] for scene in scenes],
        )
        pad = [(0, 0), (maker.margin, maker.margin), (maker.margin, maker.margin)]
        shown = np.pad(codes[scenes], pad, constant_values=NODATA)
        wide = np.pad(stack[scenes], [(0, 0), *pad])
        pieces.append(maker.compose(wide, shown, np.pad(distance[scenes], pad)))
    one, other = pieces
    assert np.array_equal(one.found, other.found)
    same = one.found
    if one.chosen is not None and other.chosen is not None:
        same = one.chosen == np.append(np.array(order), -1)[other.chosen]
        # Of two or four scenes two can be equally near to the median: the documented rule decides.
        tie = (method == MEDOID) & (count_clear(codes) % 2 == 0)
        assert tie[~same].all()
    same &= one.found
    assert np.allclose(one.values[:, same], other.values[:, same], atol=1e-6)


@pytest.mark.parametrize("method", SELECTING)
def test_of_equally_good_scenes_the_first_is_taken(method: str) -> None:
    stack, _ = series(2, 1)
    stack = np.repeat(stack, 3, axis=0)
    codes = np.zeros((3, *stack.shape[2:]), np.uint8)
    maker = learn(
        stack.reshape(3, 4, -1), codes.reshape(3, -1), Recipe(method), PLAIN, (1.0,) * 3, (1.0,) * 3
    )
    piece = maker.compose(stack, codes, np.ones(codes.shape, np.float32))
    assert (piece.chosen == 0).all()


def test_the_method_follows_from_the_number_of_scenes() -> None:
    assert default_method(1)[0] == LEAST_CLOUDY
    for scenes in (2, 4, 5, 20):
        assert default_method(scenes)[0] == REFERENCE


def test_days_count_by_a_bell_and_unknown_ones_as_the_farthest() -> None:
    got = date_closeness([0.0, 20.0, None, 60.0], 0.0, 20.0)
    assert got == pytest.approx([1.0, math.exp(-0.5), math.exp(-4.5), math.exp(-4.5)])
    assert date_closeness([None, 3.0], None, 20.0) == [1.0, 1.0]


def test_the_season_of_another_year_is_closer_than_another_season() -> None:
    winter = date(2018, 2, 10).toordinal()

    def close(year: int, month: int, day: int) -> float:
        return date_closeness([date(year, month, day).toordinal()], winter, 20.0)[0]

    # The same season before and after, then less and less alike.
    assert close(2019, 2, 10) == pytest.approx(0.05, rel=1e-3)
    assert close(2016, 2, 10) == pytest.approx(0.05, rel=1e-3)
    order = [close(2018, 2, 20), close(2017, 2, 25), close(2018, 12, 7), close(2018, 11, 12)]
    assert order == sorted(order, reverse=True)
    assert close(2018, 11, 12) > 10 * close(2018, 8, 12)
    # Nothing near in this year counts less for there being other years.
    assert close(2018, 3, 22) == pytest.approx(math.exp(-2))


def test_wrong_weights_methods_and_fallbacks_are_refused() -> None:
    for build in (
        lambda: BapWeights(haze=-1),
        lambda: BapWeights(date=math.nan),
        lambda: BapWeights.named({"fog": 1.0}),
        lambda: Recipe("best"),
        lambda: Recipe(fallback="often"),
    ):
        with pytest.raises(OptionError, match=r"\.$"):
            build()
    assert BapWeights.named({"haze": 2.0}).haze == 2.0


# --- what masks missed -----------------------------------------------------------------------


def hazy_series() -> tuple[np.ndarray, np.ndarray]:
    """Four clear scenes of one place; haze and shadow in the second, a ploughed field too."""
    rng = np.random.default_rng(4)
    ground = np.array([0.08, 0.10, 0.08, 0.30])[:, None, None] * rng.uniform(0.7, 1.3, (1, 64, 64))
    stack = np.repeat(ground[None], 4, axis=0) + rng.normal(0, 0.002, (4, 4, 64, 64))
    stack[2] *= 1.05
    stack[1, :, 8:16, 8:16] += np.array([0.06, 0.05, 0.045, 0.03])[:, None, None]
    stack[1, :, 30:40, 30:40] *= np.array([0.7, 0.65, 0.6, 0.45])[:, None, None]
    stack[1, :, 50:60, 5:15] = np.array([0.09, 0.13, 0.17, 0.2])[:, None, None]
    return stack.astype(np.float32), np.zeros((4, 64, 64), np.uint8)


def test_haze_and_shadow_that_the_mask_missed_are_suspect_but_not_a_ploughed_field() -> None:
    stack, codes = hazy_series()
    habits = learn_habits(stack.reshape(4, 4, -1), codes.reshape(4, -1), PLAIN)
    suspect = find_suspects(stack, codes, PLAIN, habits)
    assert suspect[1, 8:16, 8:16].all()
    assert suspect[1, 30:40, 30:40].all()
    assert not suspect[1, 50:60, 5:15].any()
    suspect[1, 8:16, 8:16] = suspect[1, 30:40, 30:40] = False
    assert suspect.mean() < 0.02


def test_a_scene_that_mostly_lies_in_shadow_is_known_by_being_darker_in_all_bands() -> None:
    plain, codes = hazy_series()
    shaded, harvested = plain.copy(), plain.copy()
    shaded[0] *= 0.75
    harvested[0, 3] *= 0.75  # the colours have not changed
    for stack, expected in ((shaded, 0.25), (harvested, 0.0), (plain, 0.0)):
        habits = learn_habits(stack.reshape(4, 4, -1), codes.reshape(4, -1), PLAIN)
        assert habits[0].shade == pytest.approx(expected, abs=0.04)
        assert max(habit.shade for habit in habits[1:]) < 0.04


def test_nobody_is_contradicted_by_one_other_or_without_the_bands_that_tell() -> None:
    stack, codes = hazy_series()
    two = learn_habits(stack[:2].reshape(2, 4, -1), codes[:2].reshape(2, -1), PLAIN)
    assert not find_suspects(stack[:2], codes[:2], PLAIN, two).any()
    green = Spectrum(("B03",), (1.0,), (0.0,))
    habits = learn_habits(stack[:, 1:2].reshape(4, 1, -1), codes.reshape(4, -1), green)
    assert habits == (Habit(),) * 4
    assert not find_suspects(stack[:, 1:2], codes, green, habits).any()


def test_what_is_suspect_does_not_depend_on_the_scaling() -> None:
    stack, codes = hazy_series()
    scaled = Spectrum(ROLES, (1e-4,) * 4, (-0.1,) * 4)
    numbers = stack * 10000 + 1000
    found = []
    for values, spectrum in ((stack, PLAIN), (numbers, scaled)):
        habits = learn_habits(values.reshape(4, 4, -1), codes.reshape(4, -1), spectrum)
        found.append(find_suspects(values, codes, spectrum, habits))
    assert (found[0] != found[1]).mean() < 1e-3


@pytest.mark.parametrize("wavelength", [0.44, 0.492, 0.56, 0.665, 0.83])
def test_clean_air_reflects_as_another_formula_of_its_optical_depth_tells(
    wavelength: float,
) -> None:
    # Noll et al. 2012, "An atmospheric radiation model for Cerro Paranal", equation 3.
    depth = 0.00864 * wavelength ** -(3.916 + 0.074 * wavelength + 0.05 / wavelength)
    # From straight above, all light comes back by 180°: phase function 1.5.
    assert rayleigh_reflectance(wavelength, 0.0) == pytest.approx(depth * 1.5 / 4, rel=0.01)
    low, lower = (rayleigh_reflectance(wavelength, zenith) for zenith in (60.0, 74.0))
    assert depth * 1.5 / 4 < low < lower < 1
    assert rayleigh_reflectance(wavelength, 89.0) < 2 * lower


def test_a_low_sun_is_not_taken_for_haze_above_the_atmosphere_only() -> None:
    plain, codes = hazy_series()
    zeniths = (25.0, 35.0, 66.0, 30.0)
    for scene, zenith in enumerate(zeniths):
        for band, length in enumerate((0.492, 0.56, 0.665, 0.833)):
            plain[scene, band] += rayleigh_reflectance(length, zenith)
    samples, flat = plain.reshape(4, 4, -1), codes.reshape(4, -1)
    known = Spectrum(
        ROLES, PLAIN.gains, PLAIN.biases, tuple(haze_of_air("L1C", zenith) for zenith in zeniths)
    )
    clean = learn_habits(hazy_series()[0].reshape(4, 4, -1), flat, PLAIN)[2].haze
    assert learn_habits(samples, flat, PLAIN)[2].haze > clean + 0.01
    assert learn_habits(samples, flat, known)[2].haze == pytest.approx(clean, abs=2e-4)
    assert haze_of_air("L2A", 66.0) == haze_of_air(None, 66.0) == haze_of_air("L1C", None) == 0


# --- matching ------------------------------------------------------------------------------


def test_a_scene_is_fitted_to_the_reference_in_spite_of_change_and_cloud() -> None:
    rng = np.random.default_rng(0)
    reference = rng.uniform(0.05, 0.4, (4, 5000)).astype(np.float32)
    donor = (reference - 0.02) / 0.8 + rng.normal(0, 0.002, reference.shape)
    donor[:, :600] += 0.3
    samples = np.stack([reference, donor.astype(np.float32)])
    usable = np.ones((2, 5000), bool)
    same, match = match_scenes(samples, usable, 0, PLAIN)
    assert match.gains == pytest.approx(np.full(4, 0.8), abs=0.01)
    assert match.offsets == pytest.approx(np.full(4, 0.02), abs=0.005)
    assert same.error == 0


def test_too_little_in_common_leaves_a_scene_as_it_is_and_last() -> None:
    rng = np.random.default_rng(0)
    samples = rng.uniform(0, 1, (3, 4, 500)).astype(np.float32)
    usable = np.ones((3, 500), bool)
    usable[0, 20:] = False
    matches = match_scenes(samples, usable, 1, PLAIN)
    assert math.isinf(matches[0].error)
    assert (matches[0].gains == 1).all()
    assert (matches[0].offsets == 0).all()
    assert order_of(matches, 1, (0.0, 0.0, 0.0)) == (1, 2, 0)


def test_of_scenes_that_nobody_can_compare_the_preferred_goes_first() -> None:
    rng = np.random.default_rng(0)
    samples = rng.uniform(0, 1, (4, 4, 500)).astype(np.float32)
    usable = np.ones((4, 500), bool)
    usable[[0, 1, 3], 20:] = False
    matches = match_scenes(samples, usable, 2, PLAIN)
    assert order_of(matches, 2, (-2.0, -3.0, 0.0, -1.0)) == (2, 3, 0, 1)


def test_the_reference_is_clear_near_the_target_and_not_hazy() -> None:
    def best(clearness: tuple[float, ...], closeness: tuple[float, ...], *habits: Habit) -> int:
        worth = preferences(clearness, closeness, habits)
        return worth.index(max(worth))

    clean = Habit()
    assert best((0.5, 0.9, 0.8), (1, 1, 1), clean, clean, clean) == 1
    assert best((0.5, 0.9, 0.8), (1, 0.1, 0.2), clean, clean, clean) == 0
    assert best((0.5, 0.9, 0.8), (1, 1, 1), clean, Habit(haze=0.02), clean) == 2
    assert best((0.5, 0.9, 0.8), (1, 1, 1), clean, Habit(shade=0.2), clean) == 2
    assert best((0.0, 0.0, 0.0), (1, 1, 1), clean, clean, clean) == 0
    # A breath of haze is not worth days, but haze is, whether or not it is that of most scenes.
    breath, hazy = Habit(haze=0.005), Habit(haze=0.03)
    assert best((1, 1, 1), (0.5, 1, 0.4), clean, breath, clean) == 1
    assert best((1, 1, 1), (0.5, 1, 0.4), clean, hazy, hazy) == 0
    # Of days months away the clearest is taken, and not one that is little clear but less far.
    assert best((0.11, 0.95, 0.9), (0.1, 1e-9, 1e-12), clean, clean, clean) == 1
    assert best((0.5, 0.9, 0.8), (0.1, 1e-9, 1e-12), clean, clean, clean) == 0
    # On the day but with next to nothing clear it tells nothing of the others.
    assert best((0.5, 0.9, 0.01), (0.1, 0.0001, 1), clean, clean, clean) == 0


def test_the_reference_method_matches_light_and_leaves_no_step_at_the_join() -> None:
    rng = np.random.default_rng(2)
    ground = 0.25 + 5 * ndimage.gaussian_filter(rng.normal(0, 0.2, (4, 96, 96)), (0, 4, 4))
    tilt = np.linspace(0, 0.05, 96)[None, None]
    stack = np.stack([ground, ground * 0.8 + 0.08 + tilt]).astype(np.float32)
    codes = np.zeros((2, 96, 96), np.uint8)
    codes[0, 30:70, 20:60] = codes[1, :20] = THICK_CLOUD
    piece = composed(stack, codes, Recipe(REFERENCE))
    assert piece.chosen is not None
    filled = codes[0] != CLEAR
    assert (piece.chosen[filled] == 1).all()
    left = np.abs(piece.values - ground)
    assert left[:, filled].mean() < 0.2 * np.abs(stack[1] - ground)[:, filled].mean()
    edge = filled & ~ndimage.binary_erosion(filled)
    assert left[:, edge].mean() < 0.003


# --- feathering ------------------------------------------------------------------------------


def test_a_difference_spreads_a_little_way_and_keeps_what_is_known() -> None:
    known = np.zeros((64, 64), bool)
    known[:, :30] = True
    difference = np.where(known, np.float32(0.1), np.float32(99))[None]
    surface = spread(difference, known)[0]
    assert surface[:, :30] == pytest.approx(0.1)
    assert (np.diff(surface[20:44], axis=1) <= 1e-7).all()
    assert (surface[:, 30] > 0.08).all()
    assert not surface[:, 30 + 2 * CELL :].any()
    assert not spread(difference, np.zeros_like(known)).any()


@settings(max_examples=20)
@given(st.integers(0, 10**6), st.integers(0, 3), st.integers(0, 3))
def test_a_difference_spreads_alike_in_any_window(seed: int, down: int, right: int) -> None:
    rng = np.random.default_rng(seed)
    known = ndimage.uniform_filter(rng.random((96, 96)), 9) < 0.5
    difference = rng.normal(0, 1, (2, 96, 96)).astype(np.float32)
    whole = spread(difference, known)
    rows, cols = (slice(CELL * step, CELL * step + 56) for step in (down, right))
    part = spread(difference[:, rows, cols], known[rows, cols])
    inner = slice(MARGIN, -MARGIN)
    assert np.array_equal(part[:, inner, inner], whole[:, rows, cols][:, inner, inner])


@settings(max_examples=15)
@given(st.integers(0, 10**6), st.sampled_from(METHODS), st.sampled_from((8, 16, 24, 40)))
def test_however_a_picture_is_cut_it_is_composed_alike(seed: int, method: str, side: int) -> None:
    stack, codes = series(seed, rows=40, cols=48)
    maker = composer(stack, codes, Recipe(method, THIN))
    margin = maker.margin
    pad = [(0, 0), (margin, margin + 40), (margin, margin + 40)]
    wide = np.pad(stack, [(0, 0), *pad])
    shown = np.pad(codes, pad, constant_values=NODATA)
    near = np.random.default_rng(1).random(shown.shape).astype(np.float32)
    whole = maker.compose(wide[:, :, : 40 + 2 * margin, : 48 + 2 * margin],
                          shown[:, : 40 + 2 * margin, : 48 + 2 * margin],
                          near[:, : 40 + 2 * margin, : 48 + 2 * margin])  # fmt: skip
    for row, col in itertools.product(range(0, 40, side), range(0, 48, side)):
        rows, cols = slice(row, row + side + 2 * margin), slice(col, col + side + 2 * margin)
        part = maker.compose(wide[:, :, rows, cols], shown[:, rows, cols], near[:, rows, cols])
        height, width = min(side, 40 - row), min(side, 48 - col)
        expected = whole.values[:, row : row + height, col : col + width]
        assert np.array_equal(part.values[:, :height, :width], expected)
        assert np.array_equal(
            part.found[:height, :width], whole.found[row : row + height, col : col + width]
        )


# --- stored values ---------------------------------------------------------------------------


@settings(max_examples=60)
@given(
    st.sampled_from(("uint8", "uint16", "int16", "float32")),
    st.integers(0, 10**6),
    st.booleans(),
)
def test_what_was_read_is_stored_again_to_the_bit(dtype: str, seed: int, own: bool) -> None:
    rng = np.random.default_rng(seed)
    if dtype == "float32":
        stored = rng.normal(0, 10.0 ** rng.integers(-6, 6), (2, 5, 6)).astype(np.float32)
        nodata = float(rng.choice([np.nan, -9999.0]))
    else:
        limits = np.iinfo(dtype)
        stored = rng.integers(limits.min, limits.max, (2, 5, 6), endpoint=True).astype(dtype)
        nodata = float(stored[0, 0, 0])
    found = rng.random((5, 6)) < 0.8
    as_is = np.full((5, 6), own)
    got = encode(stored.astype(np.float32), found, dtype, nodata, as_is)
    assert got.dtype == dtype
    same = (got == stored) | ~found
    if own:
        assert same.all()
    else:
        assert (same | (stored == nodata)).all()
        moved = found & (stored == nodata)
        assert not (got[moved] == nodata).any()
        assert (np.abs(got[moved].astype(float) - nodata) == 1).all()
    empty = got[:, ~found]
    assert (np.isnan(empty) if math.isnan(nodata) else empty == nodata).all()


def test_values_beyond_the_type_are_clipped_and_rounded() -> None:
    values = np.array([[[-5.0, 0.4, 0.6, 254.4, 300.0]]], np.float32)
    got = encode(values, np.ones((1, 5), bool), "uint8", 0, np.zeros((1, 5), bool))
    assert got[0, 0].tolist() == [1, 1, 1, 254, 255]
    got = encode(values, np.ones((1, 5), bool), "uint8", 255, np.zeros((1, 5), bool))
    assert got[0, 0].tolist() == [0, 0, 1, 254, 254]


# --- distance to cloud -----------------------------------------------------------------------


@settings(max_examples=20)
@given(st.integers(0, 10**6), st.sampled_from(((10.0, 10.0), (10.0, 25.0))))
def test_distances_are_those_of_scipy(seed: int, metres: tuple[float, float]) -> None:
    marked = np.random.default_rng(seed).random((40, 50)) < 0.01
    got = distances(marked, metres, 200.0)
    if not marked.any():
        assert np.isinf(got).all()
        return
    expected = ndimage.distance_transform_edt(~marked, sampling=metres[::-1])
    near = expected <= 200
    assert got[near] == pytest.approx(expected[near])
    assert (got[~near] > 200).all()


def test_the_distance_to_clouds_is_the_same_in_any_windows() -> None:
    rng = np.random.default_rng(0)
    codes = np.zeros((2, 280, 300), np.uint8)
    codes[0, 50:60, 200:230] = THICK_CLOUD
    codes[0, 150:155, 20:26] = CLOUD_SHADOW
    codes[1, 200:280, 0:300] = THIN_CLOUD
    codes[1, :20] = NODATA
    one, other = CloudDistance(GRID, 2), CloudDistance(GRID, 2)
    one.add(look_at(codes, GRID.window, one.factor))
    step = 4 * other.factor
    for row, col in itertools.product(range(0, 280, step), range(0, 300, step)):
        window = Window(col, row, step, step).intersect(GRID.window)
        part = codes[:, row : window.row_stop, col : window.col_stop]
        other.add(look_at(part, window, other.factor))
    for survey in (one, other):
        survey.measure(lambda: None)
        assert survey.clearness == pytest.approx((codes == 0).mean(axis=(1, 2)))
    whole = one.at(GRID.window)
    assert np.array_equal(whole, other.at(GRID.window))
    for scene in range(2):
        cloudy = np.isin(codes[scene], (1, 2, 3))
        exact = np.minimum(ndimage.distance_transform_edt(~cloudy) * 10 / REACH, 1)
        assert np.abs(whole[scene] - exact).max() * REACH < 2 * 10 * one.factor
    for _ in range(5):
        row, col = rng.integers(-20, 250, 2)
        part = one.at(Window(int(col), int(row), 40, 30))
        inside = Window(int(col), int(row), 40, 30).intersect(GRID.window)
        top, left = inside.row - int(row), inside.col - int(col)
        assert np.array_equal(
            part[:, top : top + inside.height, left : left + inside.width],
            whole[:, inside.row : inside.row_stop, inside.col : inside.col_stop],
        )


def test_the_cells_of_large_scenes_are_bounded() -> None:
    side = 40_000
    grid = Grid("", (0.0, 10.0, 0.0, 0.0, 0.0, -10.0), side, side)
    survey = CloudDistance(grid, 20)
    assert (side / survey.factor) ** 2 * 20 < 4.2e6


# --- masks of others -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "values", "expected"),
    [
        ("ours", [0, 1, 2, 3, 255, 7], [0, 1, 2, 3, 255, 255]),
        ("scl", list(range(12)), [255, 255, 0, 3, 0, 0, 0, 0, 1, 1, 2, 0]),
        ("qa60", [0, 1024, 2048, 3072, 1], [0, 1, 2, 1, 0]),
        ("fmask", [0, 1, 2, 3, 4, 255], [0, 0, 3, 0, 1, 255]),
        ("kappamask", [0, 1, 2, 3, 4, 5], [255, 0, 3, 2, 1, 255]),
        ("qa_pixel", [1, 21824, 22280, 23888, 54596, 21826], [255, 0, 1, 3, 2, 1]),
        ("7=thick, 9=shadow,3=nodata", [7, 9, 3, 0, 200], [1, 3, 255, 0, 0]),
    ],
)
def test_the_values_of_other_masks_become_classes(
    key: str, values: list[int], expected: list[int]
) -> None:
    table = find_table(key)
    for dtype in ("uint16", "float32"):
        raw = np.array([values], dtype)
        assert table.codes(raw, None)[0].tolist() == expected
    assert table.codes(np.array([[np.nan]], np.float32), None)[0, 0] == NODATA


def test_a_masks_own_nodata_value_counts_where_the_table_does_not_list_it() -> None:
    raw = np.array([[0, 1, 9]], np.uint8)
    assert find_table("1=thick").codes(raw, 9.0)[0].tolist() == [0, 1, 255]
    assert find_table("9=shadow").codes(raw, 9.0)[0].tolist() == [0, 0, 3]


def test_classes_are_guessed_only_where_something_tells_them() -> None:
    tags = (("CLOUDMASK_MODEL", "cloudmask-fast"),)
    values = np.arange(12)
    told = guess_table("m.tif", tags, values)
    assert told is not None
    assert told.value.key == "ours"
    assert not told.guessed
    named = guess_table("T29UNU_20221005T115411_SCL_20m.jp2", (), values)
    assert named is not None
    assert named.value.key == "scl"
    by_values = guess_table("m.tif", (), np.array([0, 1, 3]))
    assert by_values is not None
    assert by_values.guessed
    assert guess_table("m.tif", (), values) is None
    with pytest.raises(OptionError, match="1=thick"):
        find_table("cloud=1")


def test_the_worst_class_of_a_block_counts_and_nodata_only_alone() -> None:
    blocks = np.array([[0, 255], [3, 0], [2, 3], [1, 2], [255, 255], [255, 1]], np.uint8)
    assert worst(blocks, (1,)).tolist() == [0, 3, 2, 1, 255, 1]


# --- small things --------------------------------------------------------------------------


def test_first_of_and_take_do_as_a_loop() -> None:
    stack, codes = series(9)
    usable, order = codes == CLEAR, [3, 0, 4, 1, 2]
    chosen = first_of(order, usable)
    values = take(stack, chosen)
    for row, col in np.ndindex(usable.shape[1:]):
        scenes = [scene for scene in order if usable[scene, row, col]]
        assert chosen[row, col] == (scenes[0] if scenes else -1)
        if scenes:
            assert np.array_equal(values[:, row, col], stack[scenes[0], :, row, col])


def test_all_cloudy_scenes_give_nothing_and_one_scene_gives_itself() -> None:
    stack, codes = series(7, 1)
    for method in METHODS:
        nothing = composed(stack, np.full_like(codes, THICK_CLOUD), Recipe(method))
        assert not nothing.found.any()
        piece = composed(stack, codes, Recipe(method))
        clear = codes[0] == CLEAR
        rows, cols = clear.shape
        assert np.array_equal(piece.found[:rows, :cols], clear)
        assert np.array_equal(piece.values[:, :rows, :cols][:, clear], stack[0][:, clear])
