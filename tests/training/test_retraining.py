"""A network trained for two minutes from simulated scenes alone: train, export, use."""

from __future__ import annotations

import copy
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch

from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.classes import CLEAR, CLOUD_CODES
from cloudmask_plugin.engine.refine import RefineOptions, decide, quantise
from training.export import as_stored, difference, write_onnx
from training.recipes import RECIPES
from training.simulation import SimulatedScene, simulate_scene
from training.train import Machine, train, trained_network

RGB = np.array([role in ("B02", "B03", "B04") for role in ROLES])
Scenes = list[SimulatedScene]


def scenes(first: int, count: int) -> Scenes:
    """Scenes of many kinds with clear ground, half with snow; training draws other seeds."""
    rng = np.random.default_rng(first)
    many = [
        simulate_scene(
            192, 192, seed=first + number, resolution=float(rng.choice([10, 20, 60])),
            sun_zenith=rng.uniform(20, 65), sun_azimuth=rng.uniform(0, 360),
            thick=rng.uniform(0.05, 0.5), thin=rng.uniform(0, 0.3),
            snow=0.5 if number % 2 == 0 else 0.0,
        )
        for number in range(3 * count)
    ]  # fmt: skip
    return [one for one in many if (one.undisputed() & (one.labels == CLEAR)).mean() > 0.2][:count]


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("training")
    train(RECIPES["simulated"], None, folder, Machine.here())
    return folder / "checkpoint.pt"


@pytest.fixture(scope="module")
def model(checkpoint: Path) -> Path:
    path = checkpoint.with_name("model.onnx")
    write_onnx(as_stored(trained_network(RECIPES["simulated"], checkpoint.parent)), path)
    return path


def brightness(scene: SimulatedScene) -> np.ndarray:
    return scene.reflectance[RGB].mean(axis=0)


def overlap(found: np.ndarray, truth: np.ndarray) -> float:
    return float(np.sum(found & truth) / np.sum(found | truth))


def gathered(planes: list[np.ndarray], chosen: Scenes) -> np.ndarray:
    """Values of planes at the pixels that nobody would dispute."""
    return np.stack(planes)[np.stack([scene.undisputed() for scene in chosen])]


def test_after_two_minutes_on_simulated_scenes_it_finds_clouds_better_than_brightness(
    model: Path,
) -> None:
    session = onnxruntime.InferenceSession(str(model))

    def cloud(scene: SimulatedScene) -> np.ndarray:
        presence = np.ones((1, len(ROLES)), np.float32)
        inputs = {"reflectance": scene.reflectance[None].astype(np.float32), "presence": presence}
        logits = session.run(["logits"], inputs)[0][0]
        odds = np.exp(logits - logits.max(axis=0))
        return np.isin(decide(quantise(odds / odds.sum(axis=0)), RefineOptions()), CLOUD_CODES)

    known, unseen = scenes(5_000_000, 12), scenes(6_000_000, 12)
    truth = gathered([np.isin(scene.labels, CLOUD_CODES) for scene in known], known)
    bright = gathered([brightness(scene) for scene in known], known)
    tuned = max(np.arange(0.05, 0.8, 0.01), key=lambda t: overlap(bright > t, truth))

    truth = gathered([np.isin(scene.labels, CLOUD_CODES) for scene in unseen], unseen)
    rival = overlap(gathered([brightness(scene) for scene in unseen], unseen) > tuned, truth)
    ours = overlap(gathered([cloud(scene) for scene in unseen], unseen), truth)
    assert ours > rival + 0.01, f"{ours:.3f} beside {rival:.3f}"


def test_the_exported_graph_answers_as_the_network_does(checkpoint: Path, model: Path) -> None:
    assert (
        difference(as_stored(trained_network(RECIPES["simulated"], checkpoint.parent)), model)
        < 1e-4
    )


def test_half_precision_halves_the_file_and_changes_next_to_no_label(
    checkpoint: Path, model: Path
) -> None:
    network = trained_network(RECIPES["simulated"], checkpoint.parent)
    assert model.stat().st_size < 0.6 * 4 * sum(p.numel() for p in network.parameters())
    rounded = as_stored(copy.deepcopy(network))
    presence = torch.ones(1, len(ROLES))
    for scene in scenes(7_000_000, 4):
        image = torch.from_numpy(scene.reflectance[None].astype(np.float32))
        with torch.no_grad():
            before, after = (net(image, presence)[0].argmax(1) for net in (network, rounded))
        assert float((before != after).float().mean()) < 0.002


def test_a_run_that_was_stopped_ends_as_one_that_was_not(tmp_path: Path) -> None:
    recipe = replace(RECIPES["simulated"], steps=6, crop=64, batch=2, agreement_weight=0.3)
    alone = Machine(workers=0)
    train(recipe, None, tmp_path / "whole", alone, save_every=3)
    train(recipe, None, tmp_path / "parts", alone, save_every=3, stop_after=3)
    train(recipe, None, tmp_path / "parts", alone, save_every=3)
    states = [
        torch.load(tmp_path / name / "checkpoint.pt", weights_only=True)
        for name in ("whole", "parts")
    ]
    for name, value in states[0]["network"].items():
        assert torch.equal(value, states[1]["network"][name]), name


def test_a_share_of_the_weights_of_the_start_or_of_an_earlier_run_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = replace(RECIPES["simulated"], steps=2, batch=1, crop=64, warm_up=1)
    runs = [
        replace(short, name="one"),
        replace(short, name="two", start="one", seed=2),
        replace(short, name="three", start="two", seed=3),
        replace(short, name="back", start="two", seed=3, kept=1.0),
        replace(short, name="further-back", start="two", seed=3, kept=0.25, kept_of="one"),
    ]
    for recipe in runs:
        monkeypatch.setitem(RECIPES, recipe.name, recipe)
        train(recipe, None, tmp_path / recipe.name, Machine(workers=0))

    def weights(name: str) -> torch.Tensor:
        network = trained_network(RECIPES[name], tmp_path / name)
        return torch.cat([one.flatten() for one in network.parameters()]).detach()

    one, two, three = weights("one"), weights("two"), weights("three")
    assert not torch.allclose(one, two) and not torch.allclose(two, three)
    assert torch.allclose(weights("back"), two)
    assert torch.allclose(weights("further-back"), 0.25 * one + 0.75 * three, atol=1e-6)
