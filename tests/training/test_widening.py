"""A network made wider."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from cloudmask_plugin.engine.bands import ROLES
from training.networks import CloudNetwork
from training.recipes import RECIPES, Widths
from training.widening import widened

NARROW = Widths(stem=16, half=16, quarter=24, eighth=32, sixteenth=48)
WIDE = Widths(stem=32, half=32, quarter=40, eighth=64, sixteenth=64)


def _trained() -> CloudNetwork:
    """A network whose every number, of the batches' statistics too, is by chance."""
    torch.manual_seed(0)
    network = CloudNetwork(NARROW)
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            nn.init.normal_(module.running_mean, 0, 0.1)
            nn.init.uniform_(module.running_var, 0.5, 2)
            nn.init.normal_(module.weight, 1, 0.2)
            nn.init.normal_(module.bias, 0, 0.2)
    return network.eval()


def _view() -> tuple[torch.Tensor, torch.Tensor]:
    presence = (torch.rand(2, len(ROLES)) < 0.7).float()
    return torch.rand(2, len(ROLES), 64, 80) * presence[:, :, None, None], presence


def test_a_wider_network_gives_the_answers_of_the_narrow_one() -> None:
    network = _trained()
    wide = widened(network, NARROW, WIDE, seed=3).eval()
    assert sum(p.numel() for p in wide.parameters()) > 2 * sum(
        p.numel() for p in network.parameters()
    )
    with torch.no_grad():
        ours, theirs = wide(*(view := _view())), network(*view)
    assert torch.allclose(ours[0], theirs[0], atol=1e-4)


def test_copies_of_a_channel_learn_different_things() -> None:
    """Equal copies with equal gradients would stay one channel for ever."""
    wide = widened(_trained(), NARROW, WIDE, seed=3)
    logits, _ = wide(*_view())
    logits.square().mean().backward()
    rows = wide.at_quarter[0].weight.grad.flatten(1)
    apart = torch.cdist(rows, rows) + torch.eye(len(rows)) * 1e9
    assert float(apart.min()) > 1e-6 * float(rows.norm(dim=1).max())


def test_a_network_cannot_be_made_narrower() -> None:
    with pytest.raises(ValueError, match="eighth"):
        widened(_trained(), NARROW, Widths(16, 16, 24, 16, 48), seed=3)


def test_every_recipe_starts_from_one_that_is_no_wider() -> None:
    for recipe in RECIPES.values():
        if recipe.start:
            widened(CloudNetwork(RECIPES[recipe.start].widths), RECIPES[recipe.start].widths,
                    recipe.widths, recipe.seed)  # fmt: skip
