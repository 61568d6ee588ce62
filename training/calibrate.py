"""Find the temperature that makes probabilities honest: ``python -m training.calibrate``.

One number divides the logits (Guo et al. 2017, https://arxiv.org/abs/1706.04599). It is
found on held-out places by the likelihood of the labels, summed over the allowed classes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.classes import CLOUD_CODES

from .datasets import ALLOW_CLEAR, ALLOW_CLOUD, data_folder, read_patches
from .export import load_network, write_json
from .losses import allowed_set_loss
from .recipes import RECIPES
from .train import BUILD, logits_of

TEMPERATURES = np.geomspace(0.5, 3, 37)
BINS = 15


def expected_calibration_error(logits: Tensor, allowed: Tensor, temperature: float) -> float:
    """Mean gap between p(cloud) and the share of cloud, by bins of p (Naeini et al. 2015).

    :param logits: (N, 4) by pixel; ``allowed`` (N,) uint8. Pixels that may be shadow count as
        not cloud, which they are either way.
    """
    cloud = torch.softmax(logits / temperature, 1)[:, list(CLOUD_CODES)].sum(1).numpy()
    truth = ((allowed & ALLOW_CLOUD) > 0).numpy()
    known = truth ^ ((allowed & ALLOW_CLEAR) > 0).numpy()
    place = np.minimum((cloud[known] * BINS).astype(int), BINS - 1)
    sizes = np.bincount(place, minlength=BINS)
    gap = np.bincount(place, cloud[known] - truth[known], BINS)
    return float(np.abs(gap).sum() / sizes.sum())


def main() -> None:
    """Read the options, measure, and write ``calibration.json`` beside the checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--recipe", choices=sorted(RECIPES), default="fast")
    parser.add_argument("--data", help="folder of the shared data")
    parser.add_argument("--trained", type=Path, help="folder of checkpoint and log")
    options = parser.parse_args()
    recipe = RECIPES[options.recipe]
    folder = options.trained or BUILD / recipe.name
    network = load_network(recipe, folder / "checkpoint.pt")
    rgb = torch.tensor([role in ("B02", "B03", "B04") for role in ROLES])
    pixels, sets = [], []
    for patch in read_patches(data_folder(options.data)):
        if not patch.validation or not (patch.allowed > 0).any():
            continue
        for limited in (True, False):
            presence = torch.from_numpy(patch.presence) & (rgb if limited else True)
            logits = logits_of(network, patch, presence)[:, ::4, ::4]
            pixels.append(logits.flatten(1).T)
            sets.append(torch.from_numpy(np.ascontiguousarray(patch.allowed[::4, ::4])).flatten())
    logits, allowed = torch.cat(pixels), torch.cat(sets)

    def likelihood(temperature: float) -> float:
        log_probabilities = torch.log_softmax(logits / temperature, 1).T[None, :, None]
        return float(allowed_set_loss(log_probabilities, allowed[None, None], 1.0))

    best = min(TEMPERATURES, key=likelihood)
    result = {
        "temperature": round(float(best), 3),
        "loss": {"before": round(likelihood(1.0), 4), "after": round(likelihood(best), 4)},
        "cloud_calibration_error": {
            "before": round(expected_calibration_error(logits, allowed, 1.0), 4),
            "after": round(expected_calibration_error(logits, allowed, float(best)), 4),
        },
        "pixels": len(allowed),
    }
    write_json(folder / "calibration.json", result)
    print(result)


if __name__ == "__main__":
    main()
