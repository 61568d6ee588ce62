"""Batches: what a recipe asks for is what its samples hold."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import ndimage

from cloudmask_plugin.engine.bands import ROLES, VISIBLE
from cloudmask_plugin.engine.classes import THICK_CLOUD
from training.augmentation import TCI_WHITE, Sample, as_picture, relight, repaint
from training.datasets import (
    ALLOW_CLEAR,
    ALLOW_CLOUD,
    ALLOW_SHADOW,
    ALLOW_THICK,
    ALLOW_THIN,
    Patch,
)
from training.recipes import RECIPES, Recipe, Shares
from training.samples import CLEAR_SIDE, BatchDataset, clear_part, thick_where_bright
from training.transplants import has_outlines

SIZE = 128
LAID = Recipe(
    "laid", "", shares=Shares(0, 0, 0, 1, 0), steps=6, batch=4, crop=SIZE, water=1.0
)  # fmt: skip


def ground() -> Patch:
    """A dry cloud-free patch of 13 bands, of soil whose near infrared is its brightest."""
    spectrum = np.linspace(0.05, 0.3, len(ROLES), dtype=np.float16)
    image = np.broadcast_to(spectrum[:, None, None], (len(ROLES), SIZE, SIZE)).copy()
    nothing = np.zeros((SIZE, SIZE), np.uint8)
    return Patch(
        "background__1", "background", "here", image, np.ones(len(ROLES), bool), nothing,
        nothing, "L1C", 10.0, False, False, True,
    )  # fmt: skip


def test_shadow_on_laid_water_is_left_open() -> None:
    samples = BatchDataset(replace(LAID, steps=12), [ground()], {})
    taught = left_open = 0
    for number in range(len(samples)):
        image, presence, allowed, _ = (part.numpy() for part in samples[number])
        red, infrared = image[:, ROLES.index("B04")], image[:, ROLES.index("B8A")]
        both = presence[:, [ROLES.index("B04"), ROLES.index("B8A")]].all(axis=1)[:, None, None]
        wet = both & (infrared < 0.6 * red)  # the soil's infrared is three times its red
        wet = ndimage.minimum_filter(wet, (1, 7, 7))  # away from shores, which bands see coarsely
        taught += int((allowed == ALLOW_SHADOW)[wet].sum())
        left_open += int((allowed == ALLOW_CLEAR | ALLOW_SHADOW)[wet].sum())
    assert left_open > 300
    assert taught < 0.03 * left_open


def scene(name: str, cloud: slice, value: float) -> Patch:
    """A catalogue scene of red, green and blue: cloud in some columns, ground in all others."""
    allowed = np.full((SIZE, SIZE), ALLOW_CLEAR, np.uint8)
    allowed[:, cloud] = ALLOW_CLOUD
    presence = np.array([role in ("B02", "B03", "B04") for role in ROLES])
    image = np.where(allowed == ALLOW_CLOUD, 0.5, value) * presence[:, None, None]
    return Patch(
        f"s2cmc__{name}", "s2cmc", name, image.astype(np.float16), presence, allowed,
        np.where(allowed == ALLOW_CLOUD, THICK_CLOUD, 0).astype(np.uint8), "L1C", 45.0, False,
        False, False,
    )  # fmt: skip


def test_clouds_of_one_catalogue_scene_come_over_another_with_labels_for_what_is_seen() -> None:
    recipe = replace(LAID, shares=Shares(1, 0, 0, 0, 0), pasted=1.0, batch=8)
    ground, clouds = scene("here", slice(0, 0), 0.15), scene("south", slice(40, 80), 0.12)
    assert has_outlines(clouds) and not has_outlines(ground)
    image, _, allowed, _ = (part.numpy() for part in BatchDataset(recipe, [ground, clouds], {})[0])
    brightness = image[:, ROLES.index("B03")]
    assert set(np.unique(allowed)) <= {
        0, ALLOW_CLEAR, ALLOW_CLOUD, ALLOW_SHADOW, ALLOW_CLEAR | ALLOW_SHADOW
    }  # fmt: skip
    assert brightness[allowed == ALLOW_CLOUD].mean() > 2 * brightness[allowed == ALLOW_CLEAR].mean()
    shaded = brightness[allowed == ALLOW_SHADOW]
    assert len(shaded) > 100 and shaded.mean() < 0.8 * brightness[allowed == ALLOW_CLEAR].mean()


def test_dark_ground_under_laid_clouds_is_clear() -> None:
    darkest = {}
    for share in (0.0, 1.0):
        samples = BatchDataset(replace(LAID, water=0.0, darkened=share), [ground()], {})
        lit = []
        for number in range(4):
            image, _, allowed, _ = (part.numpy() for part in samples[number])
            lit.append(image[:, ROLES.index("B04")][allowed == ALLOW_CLEAR])
        darkest[share] = float(np.percentile(np.concatenate(lit), 10))
    assert darkest[1.0] < 0.75 * darkest[0.0]


def test_snow_falls_on_laid_ground_and_is_clear_where_no_cloud_lies() -> None:
    samples = BatchDataset(replace(LAID, water=0.0, snowed=1.0, steps=4), [ground()], {})
    brightest = []
    for number in range(4):
        image, _, allowed, _ = (part.numpy() for part in samples[number])
        brightest += image[:, ROLES.index("B03")][allowed == ALLOW_CLEAR].tolist()
    assert np.percentile(brightest, 75) > 0.4  # soil reflects 0.1 there


def test_the_clear_part_of_a_cloudy_scene_is_its_largest_square_without_cloud() -> None:
    patch = scene("here", slice(0, 5), 0.15)
    patch = replace(patch, reflectance=patch.reflectance + np.arange(SIZE, dtype=np.float16) / 1000)
    part = clear_part(patch)
    assert part is not None
    assert (part.allowed == ALLOW_CLEAR).all() and part.labels.shape == part.allowed.shape
    # Of 128 columns 123 are clear: the largest square with a middle pixel, right of the cloud.
    assert part.allowed.shape == (123, 123) and CLEAR_SIDE <= 123
    np.testing.assert_array_equal(part.reflectance[0, 0], patch.reflectance[0, 0, 5:])
    assert clear_part(scene("here", slice(0, SIZE - CLEAR_SIDE + 1), 0.15)) is None


def test_the_clear_part_of_a_cloudy_scene_serves_as_ground_where_a_recipe_says_so() -> None:
    cloudy = scene("here", slice(0, 5), 0.15)
    image, _, allowed, _ = (
        part.numpy() for part in BatchDataset(replace(LAID, clear_parts=True), [cloudy], {})[0]
    )
    assert image[:, ROLES.index("B03")][allowed == ALLOW_CLEAR].mean() == pytest.approx(0.15, 0.5)
    with pytest.raises(ValueError):
        BatchDataset(LAID, [cloudy], {})[0]  # nothing to lay clouds on


@given(st.integers(0, 10_000))
def test_repainted_ground_keeps_its_pattern_and_its_cirrus_and_is_never_as_bright_as_snow(
    seed: int,
) -> None:
    patch, rng = ground(), np.random.default_rng(seed)
    pattern = 1 + 0.3 * rng.uniform(size=(SIZE, SIZE))
    image = (patch.reflectance * pattern).astype(np.float32)
    sample = Sample(image, patch.presence, patch.labels, np.zeros((4, SIZE, SIZE), np.uint8))
    painted = repaint(rng, sample)
    assert painted.allowed is sample.allowed
    cirrus = ROLES.index("B10")
    assert np.array_equal(painted.reflectance[cirrus], image[cirrus])
    ratio = np.delete(painted.reflectance / image, cirrus, axis=0)
    assert ratio.min(axis=(1, 2)) == pytest.approx(ratio.max(axis=(1, 2)), rel=1e-5)
    visible = [ROLES.index(role) for role in VISIBLE]
    assert np.percentile(painted.reflectance[visible], 95) <= 0.5 + 1e-5


def test_soils_of_laid_ground_differ_in_colour_where_they_are_repainted() -> None:
    spread = {}
    for share in (0.0, 1.0):
        samples = BatchDataset(replace(LAID, water=0.0, repainted=share), [ground()], {})
        ratios = []
        for number in range(4):
            image, presence, allowed, _ = (part.numpy() for part in samples[number])
            for one, shown, classes in zip(image, presence, allowed):
                lit = classes == ALLOW_CLEAR
                if lit.any() and shown[ROLES.index("B03")] and shown[ROLES.index("B04")]:
                    red, green = one[ROLES.index("B04")][lit], one[ROLES.index("B03")][lit]
                    ratios.append(np.log(np.median(red) / np.median(green)))
        # Not of all: taking the air away leaves some with hardly any green.
        spread[share] = np.subtract(*np.percentile(ratios, (75, 25)))
    assert spread[1.0] > 2 * spread[0.0]


def test_cloud_made_too_bright_to_be_thin_is_taught_as_thick() -> None:
    image = np.full((len(ROLES), SIZE, SIZE), 0.1, np.float32)
    allowed = np.full((SIZE, SIZE), ALLOW_CLEAR, np.uint8)
    allowed[:40], allowed[40:80] = ALLOW_CLOUD, ALLOW_THIN
    image[:, :20], image[:, 20:40], image[:, 40:60], image[:, 60:80] = 0.5, 0.3, 0.5, 0.3
    sample = Sample(image, np.ones(len(ROLES), bool), allowed, np.zeros((4, SIZE, SIZE), np.uint8))
    taught = thick_where_bright(sample)
    expected = (ALLOW_THICK, ALLOW_CLOUD, ALLOW_CLOUD, ALLOW_THIN, ALLOW_CLEAR)
    rows = (slice(0, 20), slice(20, 40), slice(40, 60), slice(60, 80), slice(80, SIZE))
    for part, classes in zip(rows, expected):
        assert (taught[part] == classes).all()
    assert (sample.allowed[:20] == ALLOW_CLOUD).all(), "the sample itself stays as it was"


@given(st.integers(0, 10_000), st.sampled_from(["L1C", "L2A"]))
def test_other_light_leaves_labels_and_absent_bands_and_makes_no_shadow(
    seed: int, level: str
) -> None:
    presence = np.array([role in ("B02", "B03", "B04") for role in ROLES])
    image = np.full((len(ROLES), 96, 96), 0.5, np.float32) * presence[:, None, None]
    labels = np.full((96, 96), ALLOW_CLEAR, np.uint8)
    sample = Sample(image, presence, labels, np.zeros((4, 96, 96), np.uint8))
    lit = relight(np.random.default_rng(seed), sample, level)
    assert lit.allowed is labels and lit.presence is presence
    assert lit.reflectance.dtype == np.float32
    assert (lit.reflectance[~presence] == 0).all()
    seen = lit.reflectance[presence]
    assert seen.min(axis=(1, 2)) == pytest.approx(seen.max(axis=(1, 2)), rel=0.45)
    steps = np.abs(np.diff(np.log(seen), axis=2))
    assert steps.max() < 0.02  # a shadow's edge is steeper by far


def test_every_recipe_starts_and_learns_from_recipes_that_are_there() -> None:
    for recipe in RECIPES.values():
        assert {recipe.start, recipe.kept_of, recipe.teacher} <= {*RECIPES, ""}


@given(seed=st.integers(0, 2**16))
@settings(max_examples=20, deadline=None)
def test_a_picture_has_256_steps_up_to_its_white_and_is_the_scene_below_it(seed: int) -> None:
    rng = np.random.default_rng(seed)
    image = rng.uniform(0, 1, (len(ROLES), 16, 16)).astype(np.float32)
    nothing = np.zeros((16, 16), np.uint8)
    sample = Sample(image, np.ones(len(ROLES), bool), nothing, np.zeros((4, 16, 16), np.uint8))
    picture = as_picture(rng, sample).reflectance
    white = picture.max()
    assert white == pytest.approx(TCI_WHITE) or 0.25 <= white <= 0.8
    steps = picture / white * 255
    assert np.allclose(steps, np.rint(steps), atol=1e-3)
    below = image < white
    assert np.abs(picture - image)[below].max() <= white / 255 / 2 + 1e-6
    assert (picture[~below] == white).all()
