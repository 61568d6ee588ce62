"""Labels by a larger network of our own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from cloudmask_plugin.engine.bands import ROLES
from training.datasets import Patch
from training.distillation import ALONE, OURS, distilled, opinion
from training.networks import CloudNetwork
from training.recipes import RECIPES, Widths
from training.train import needed


@pytest.fixture(scope="module")
def network() -> CloudNetwork:
    torch.manual_seed(0)
    return CloudNetwork(Widths()).eval()


def _patch() -> Patch:
    rng = np.random.default_rng(0)
    presence = np.array([role != "B10" for role in ROLES])
    image = rng.uniform(0, 1, (len(ROLES), 40, 56)) * presence[:, None, None]
    nothing = np.zeros((40, 56), np.uint8)
    return Patch(
        "s2__a", "s2", "here", image.astype(np.float16), presence, nothing, nothing, "L2A", 20.0,
        False, False, False,
    )  # fmt: skip


def test_an_opinion_is_that_of_the_network_meaned_over_mirrored_looks(
    network: CloudNetwork,
) -> None:
    patch, expected = _patch(), np.zeros((3, 40, 56))
    for down in (False, True):
        for right in (False, True):
            look = patch.reflectance[:, :: -1 if down else 1, :: -1 if right else 1]
            image = torch.from_numpy(np.pad(look, ((0, 0), (0, 8), (0, 8)), "edge")).float()
            with torch.no_grad():
                odds, _ = network(image[None], torch.from_numpy(patch.presence)[None].float())
            share = torch.softmax(odds[0, :, :40, :56], 0).numpy()
            share = share[:, :: -1 if down else 1, :: -1 if right else 1]
            expected += np.stack([share[0], share[1] + share[2], share[3]]) / 4
    found = opinion(network, patch)
    assert np.allclose(found.sum(axis=0), 1, atol=1e-3)
    assert np.allclose(found, expected, atol=0.02)  # bfloat16


def test_where_published_networks_disagree_with_ours_a_label_counts_less(
    network: CloudNetwork,
) -> None:
    patch = _patch()
    ours = opinion(network, patch)
    agreeing = np.concatenate([ours, np.ones((1, 40, 56))])
    contrary = np.concatenate([np.roll(ours, 1, axis=0), np.ones((1, 40, 56))])
    labels = [
        distilled(network, [patch], {patch.name: np.rint(255 * soft).astype(np.uint8)})[patch.name]
        for soft in (agreeing, contrary)
    ]
    assert np.allclose(labels[0][:3] / 255, ours, atol=0.01)
    assert (labels[0][3] == 255).all()
    assert labels[1][3].mean() < 0.9 * 255
    mixed = OURS * ours + (1 - OURS) * np.roll(ours, 1, axis=0)
    assert np.allclose(labels[1][:3] / 255, mixed, atol=0.01)


def test_where_no_published_network_can_see_ours_speaks_alone(network: CloudNetwork) -> None:
    patch = _patch()
    labels = distilled(network, [patch], {})[patch.name]
    assert (labels[3] == round(255 * ALONE)).all()
    assert np.allclose(labels[:3] / 255, opinion(network, patch), atol=0.01)


def test_a_recipe_is_trained_after_those_that_it_needs(tmp_path: Path) -> None:
    def names(recipe: str) -> list[str]:
        return [one.name for one in needed(RECIPES[recipe], tmp_path)]

    clouded = ["wide-clouded", "small-clouded"]
    broader = ["wide-broader", "small-broader"]
    varied = ["small-relit", "wide-relit", "wide-varied", "wide-snowy"]
    after = [*varied, "small-repainted", "wide-repainted"]
    after += ["small-sunlit", "wide-sunlit", "small-snowed", "small-whitened", "wide-whitened"]
    after += ["small-scattered", "wide-scattered", "small-deepened", "small-layered"]
    after += ["small-veiled", "small-opened", "wide-layered", "accurate", "fast"]
    assert names("fast") == ["first", "wide", "small", *clouded, *broader, *after]
    assert names("quick") == ["quick"]
    for recipe in clouded:  # trained: then what these needed is needed no more
        (tmp_path / recipe).mkdir()
        state = {"step": RECIPES[recipe].steps}
        torch.save(state, tmp_path / recipe / "checkpoint.pt")
    assert names("fast") == [*broader, *after]
