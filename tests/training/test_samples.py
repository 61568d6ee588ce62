"""Batches: what a recipe asks for is what its samples hold."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from cloudmask_plugin.engine.bands import ROLES
from training.datasets import ALLOW_CLEAR, ALLOW_SHADOW, Patch
from training.recipes import RECIPES, Recipe, Shares
from training.samples import BatchDataset

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


def test_shadow_on_laid_water_is_left_open_where_a_recipe_says_so_and_all_else_is_alike() -> None:
    taught = BatchDataset(LAID, [ground()], {})
    left_open = BatchDataset(replace(LAID, shadow_on_water=False), [ground()], {})
    changed = 0
    for number in range(LAID.steps):
        (image, _, one, _), (same, _, other, _) = taught[number], left_open[number]
        assert np.array_equal(image, same)
        differs = (one != other).numpy()
        assert (one.numpy()[differs] == ALLOW_SHADOW).all()
        assert (other.numpy()[differs] == ALLOW_CLEAR | ALLOW_SHADOW).all()
        changed += int(differs.sum())
    assert changed > 1000


def test_every_recipe_starts_and_learns_from_recipes_that_are_there() -> None:
    for recipe in RECIPES.values():
        assert {recipe.start, recipe.teacher, *recipe.mean} <= {*RECIPES, ""}
