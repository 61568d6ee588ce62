"""Recipes that average what others have trained."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import torch

from training import train as training
from training.networks import CloudNetwork
from training.recipes import RECIPES, Recipe, Widths
from training.train import LOG_FIELDS, needed, train, trained_network

NARROW = Widths(8, 16, 16, 16, 16)


def test_a_mean_of_recipes_is_the_mean_of_their_weights_and_trains_them_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = [Recipe(name, "", widths=NARROW, steps=7) for name in ("one", "two", "three")]
    mean = Recipe("mean", "", widths=NARROW, mean=("one", "two", "three"))
    known = {**RECIPES, **{recipe.name: recipe for recipe in (*parts, mean)}}
    monkeypatch.setattr(training, "RECIPES", known)
    networks = []
    for number, recipe in enumerate(parts):
        torch.manual_seed(number)
        networks.append(CloudNetwork(NARROW))
        (tmp_path / recipe.name).mkdir()
        torch.save(
            {"average": networks[-1].state_dict(), "step": 7},
            tmp_path / recipe.name / "checkpoint.pt",
        )
        (tmp_path / recipe.name / "log.csv").write_text(
            ",".join(LOG_FIELDS) + "\n" + "7,1.0,0.1,0.2,0.3,0.4,0.5,0.6,0.7,0.8\n"
        )
    assert needed(mean, tmp_path) == [mean]
    assert needed(mean, tmp_path / "elsewhere") == [*parts, mean]
    train(mean, None, tmp_path / "mean")
    found = trained_network(mean, tmp_path / "mean").state_dict()
    for name, value in found.items():
        if value.dtype.is_floating_point:
            expected = torch.stack([one.state_dict()[name] for one in networks]).mean(0)
            assert torch.allclose(value, expected, atol=1e-6), name
    (row,) = csv.DictReader((tmp_path / "mean" / "log.csv").open())
    assert row["step"] == "7" and float(row["loss_labels"]) == 0.2
