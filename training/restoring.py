"""Take a bundled model back into training: ``python -m training.restoring fast fast``.

Checkpoints are not kept in the repository, bundled models are. What is lost on the way is the
rounding of the weights to half precision and the state of the optimiser.
"""

from __future__ import annotations

import argparse
import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

from .export import MODELS
from .networks import CloudNetwork
from .recipes import RECIPES, Recipe
from .samples import Batch, BatchDataset
from .train import BUILD, save


def restored(recipe: Recipe, path: Path, example: Batch) -> CloudNetwork:
    """The network of an ONNX file from :func:`.export.write_onnx`, with the answers of that file
    but for the offsets of its calibration.

    The file has no normalisation, training needs it: each gets the mean and the deviation that it
    would have measured on ``example``, and gives them back.

    :raises KeyError: where the file holds other weights than a network of the recipe's widths.
    """
    weights = {
        weight.name.removesuffix(".half"): torch.from_numpy(
            numpy_helper.to_array(weight).astype(np.float32)
        )
        for weight in onnx.load(str(path)).graph.initializer
    }
    network = CloudNetwork(recipe.widths).eval()
    with torch.no_grad():
        for name, module in network.named_modules():
            if isinstance(module, (nn.Conv2d, nn.Linear)):
                module.weight.copy_(weights[f"{name}.weight"])
                if module.bias is not None:
                    module.bias.copy_(weights[f"{name}.bias"])
            elif isinstance(module, nn.BatchNorm2d):
                before = name.rpartition(".")[0] + ".0"
                module.register_forward_pre_hook(_neutral(weights[f"{before}.bias"]))
        network(example[0], example[1])
    for module in network.modules():
        module._forward_pre_hooks.clear()
    return network


def _neutral(bias: Tensor):  # type: ignore[no-untyped-def]
    """A hook by which a normalisation measures its input and adds ``bias``, no more."""

    def measure(module: nn.BatchNorm2d, inputs: tuple[Tensor]) -> None:
        variance, mean = torch.var_mean(inputs[0], dim=(0, 2, 3))
        module.running_mean.copy_(mean)  # type: ignore[union-attr]
        module.running_var.copy_(variance)  # type: ignore[union-attr]
        module.weight.copy_(torch.sqrt(variance + module.eps))
        module.bias.copy_(mean + bias)

    return measure


def main() -> None:
    """Read the options and write a checkpoint from which recipes can start."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", help="folder under models/, without 'cloudmask-'")
    parser.add_argument("recipe", choices=sorted(RECIPES), help="the recipe it was trained by")
    options = parser.parse_args()
    recipe, folder = RECIPES[options.recipe], MODELS / f"cloudmask-{options.model}"
    card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    batch = BatchDataset(replace(RECIPES["simulated"], batch=32, crop=192), [], {})[0]
    network = restored(recipe, folder / "model.onnx", batch)
    output = BUILD / recipe.name
    output.mkdir(parents=True, exist_ok=True)
    shutil.copy(folder / "training.csv", output / "log.csv")
    state = {"average": network.state_dict(), "network": network.state_dict()}
    state |= {"step": recipe.steps, "minutes": card["training"]["minutes"]}
    save(state, output / "checkpoint.pt")


if __name__ == "__main__":
    main()
