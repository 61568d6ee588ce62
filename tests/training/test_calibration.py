"""Offsets and temperature of a trained network."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
import torch

from cloudmask_plugin.engine.bands import ROLES, VISIBLE
from cloudmask_plugin.engine.calibration import Calibration
from cloudmask_plugin.engine.refine import RefineOptions, decide, quantise
from training.calibrate import (
    SHARES_STEP,
    STEP,
    Pixels,
    best_offsets,
    likelihood,
    look,
    merit,
    own_calibration,
    shifted,
)
from training.cases import simulated_scenes
from training.datasets import ALLOW_CLEAR, ALLOW_SHADOW, Patch
from training.export import with_offsets
from training.networks import CloudNetwork, logits_of
from training.recipes import Widths


def drawn(pixels: int, doubt: float) -> tuple[torch.Tensor, torch.Tensor]:
    """Logits of a network that is right about the classes' odds, and classes drawn by them."""
    rng = torch.Generator().manual_seed(4)
    logits = torch.randn(pixels, 4, generator=rng) * doubt
    classes = torch.multinomial(torch.softmax(logits, 1), 1, generator=rng)[:, 0]
    return logits, (1 << classes).to(torch.uint8)


@pytest.mark.parametrize(
    ("roles", "cloud", "shadow"),
    [
        (VISIBLE, 1.0, 1.5),
        ((*VISIBLE, "B08"), 0.25, 0.5),
        (("B01", *VISIBLE), 0.25, 0.5),
        ((*VISIBLE, "B11"), 0.75, -0.5),
        (ROLES, 0.75, -0.5),
    ],
)
def test_offsets_in_the_graph_add_to_the_logits_of_cloud_and_of_shadow(
    roles: Sequence[str], cloud: float, shadow: float
) -> None:
    torch.manual_seed(0)
    network = CloudNetwork(Widths()).eval()
    presence = torch.tensor([[float(role in roles) for role in ROLES]])
    image = torch.rand(1, 13, 32, 48) * presence[:, :, None, None]
    offsets = {
        "visible": {"cloud": 1.0, "shadow": 1.5},
        "NIR": {"cloud": 0.25, "shadow": 0.5},
        "SWIR": {"cloud": 0.75, "shadow": -0.5},
    }
    with torch.no_grad():
        before, features = network(image, presence)
        after, same = with_offsets(network, offsets)(image, presence)
    # Pixels as bright as snow get none of cloud's, those between in proportion.
    darkest = image[:, [ROLES.index(role) for role in VISIBLE]].amin(1)
    clouds = cloud * torch.from_numpy(np.interp(darkest, (0.5, 0.7), (1, 0))).float()
    added = torch.stack([0 * clouds, clouds, clouds, 0 * clouds + shadow], 1)
    assert torch.allclose(after, before + added, atol=1e-5)
    assert torch.equal(features, same)


def half_of_them_dim(allowed: torch.Tensor) -> torch.Tensor:
    """As if every second pixel were as bright as snow, to which nothing is added for cloud."""
    return (torch.arange(len(allowed)) % 2).float()


def test_what_was_taken_from_a_fair_network_is_given_back() -> None:
    logits, allowed = drawn(40_000, doubt=3)
    dim, wide = half_of_them_dim(allowed), np.arange(-1.0, 3.1, 0.25)
    fair = best_offsets([Pixels("a", logits, allowed, dim)], wide, as_good=0.0)
    poorer = shifted(logits, dim, (-1.0, -1.5))
    found = best_offsets([Pixels("a", poorer, allowed, dim)], wide, as_good=0.0)
    assert found == pytest.approx((fair[0] + 1.0, fair[1] + 1.5), abs=0.26)


def test_of_offsets_as_good_cloud_is_the_middle_ones_and_shadow_the_least_with_it() -> None:
    logits, allowed = drawn(40_000, doubt=3)
    dim = torch.ones(len(allowed))
    pixels = [Pixels("a", shifted(logits, dim, (-1.0, -1.5)), allowed, dim)]
    values, tolerance = np.arange(0.0, 3.1, 0.25), 0.01
    merits = {(c, s): merit(pixels[0], (c, s)) for c in values for s in values}
    top = max(merits.values())
    good = [pair for pair, one in merits.items() if one >= top - tolerance]
    cloud, shadow = best_offsets(pixels, values, as_good=tolerance)
    clouds = sorted({pair[0] for pair in good})
    assert len(clouds) >= 3
    assert clouds[0] < cloud < clouds[-1]
    with_it = sorted(pair[1] for pair in good if pair[0] == cloud)
    assert shadow == with_it[0] < with_it[-1]


def test_the_merit_is_that_of_the_engines_own_decision() -> None:
    logits, allowed = drawn(5_000, doubt=2)
    offsets, dim = (0.5, 0.25), half_of_them_dim(allowed)
    p = torch.softmax(shifted(logits, dim, offsets), 1).numpy().T[:, None]
    codes, truth = decide(quantise(p), RefineOptions())[0], np.log2(allowed.numpy()).astype(int)
    scores = []
    for group in ((1, 2), (3,)):
        found, real = np.isin(codes, group), np.isin(truth, group)
        scores.append((found[real].mean() + (~found[~real]).mean()) / 2)
        scores.append((found & real).sum() / (found | real).sum())
    # Stored probabilities have 250 steps: a few ties fall the other way.
    pixels = Pixels("a", logits, allowed, dim)
    assert merit(pixels, offsets) == pytest.approx(np.mean(scores), abs=5e-3)


@pytest.mark.parametrize("drawn_by_hand", [True, False])
def test_shadow_that_only_a_program_found_is_not_looked_at(drawn_by_hand: bool) -> None:
    allowed = np.full((16, 16), ALLOW_CLEAR, np.uint8)
    allowed[:STEP] = ALLOW_SHADOW
    presence = np.array([band in (1, 2, 3) for band in range(13)])
    image = np.full((13, 16, 16), 0.1, np.float16)
    patch = Patch(
        "some__1", "some", "here", image, presence, allowed, allowed, "L1C", 10.0, drawn_by_hand,
        False, False,
    )  # fmt: skip
    (pixels,) = look(CloudNetwork(Widths()).eval(), [patch])
    assert (ALLOW_SHADOW in pixels.allowed.tolist()) == drawn_by_hand
    assert pixels.allowed.tolist().count(ALLOW_CLEAR) == (16 // STEP) * (16 // STEP - 1)


def test_the_likelihood_is_best_at_the_temperature_that_was_applied() -> None:
    logits, allowed = drawn(40_000, doubt=2)
    temperatures = (1.0, 1.5, 2.0, 2.5, 3.0)
    assert min(temperatures, key=lambda t: likelihood(logits * 2.0, allowed, t)) == 2.0


def test_by_a_models_own_calibration_shares_of_classes_are_those_of_the_scenes() -> None:
    """As of any likeliest softmax regression with an intercept; offsets and temperatures are out
    of the way again.
    """
    torch.manual_seed(0)
    network = CloudNetwork(Widths()).eval()
    scenes = simulated_scenes(5, 3)
    offsets = {"visible": (0.5, 1.0), "NIR": (0.5, 0.5), "SWIR": (0.25, 2.0)}
    warm = {"visible": 1.3, "NIR": 1.0, "SWIR": 0.7}
    found = own_calibration(network, scenes, offsets, warm)
    truth = np.concatenate([scene.labels[::SHARES_STEP, ::SHARES_STEP].ravel() for scene in scenes])
    stored = []
    for scene in scenes:
        presence = torch.tensor([role in VISIBLE for role in ROLES])
        logits = logits_of(network, scene.reflectance, presence)[:, ::SHARES_STEP, ::SHARES_STEP]
        seen = scene.reflectance[1:4, ::SHARES_STEP, ::SHARES_STEP].min(axis=0).ravel()
        dim = torch.from_numpy(np.interp(seen, (0.5, 0.7), (1, 0))).float()
        fair = shifted(logits.flatten(1).T, dim, offsets["visible"]) / warm["visible"]
        fair = torch.softmax(fair, 1)
        stored.append(quantise(fair.T[:, None].numpy())[:, 0])
    believed = Calibration(found["visible"]).apply(np.concatenate(stored, axis=1)).mean(axis=1)
    np.testing.assert_allclose(believed, np.bincount(truth, minlength=4) / truth.size, atol=0.01)
    assert found["SWIR"] != found["visible"] != found["NIR"]
