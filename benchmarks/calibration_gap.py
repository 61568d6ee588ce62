"""How far expected loss and leak are from the truth: ``python -m benchmarks.calibration_gap``.

Masks sets of twelve simulated scenes that no model has learned from, with the bundled fast model,
and compares the shares of clear land lost and of cloud leaked that probabilities let expect with
the true ones, at thresholds from 0.06 to 0.94. Each line tells the largest error of a set: with
the model's own calibration, with 300 labels (mean of five draws of labels), and with 50 000.
"""

from __future__ import annotations

import argparse
import sys

import numpy as np

from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.calibration import calibrate
from cloudmask_plugin.engine.classes import CLEAR, CLOUD_SHADOW, THICK_CLOUD, THIN_CLOUD
from cloudmask_plugin.engine.consequences import believe, expect, stricter, tabulate
from cloudmask_plugin.engine.inference import Network
from cloudmask_plugin.engine.models import find
from cloudmask_plugin.engine.refine import RefineOptions, decide, quantise
from training.cases import simulated_scenes

FIRST_SEED, BETWEEN = 2**33 + 77, 1000  # of scenes that no model has learned from
SCENES = 12  # of a set
FEW, MANY = 300, 50_000  # labelled pixels, of all scenes of a set together


def true_shares(codes: np.ndarray, truth: np.ndarray) -> tuple[float, float, float]:
    """Return the shares of clear lost, of cloud and of shadow called clear, by counting."""
    clear, cloud = truth == CLEAR, np.isin(truth, (THICK_CLOUD, THIN_CLOUD))
    shadow, kept = truth == CLOUD_SHADOW, codes == CLEAR
    return (~kept)[clear].mean(), kept[cloud].mean(), kept[shadow].mean()


def masked_scenes(number: int) -> tuple[np.ndarray, np.ndarray]:
    """Return probabilities (4, rows, 256) of a set of scenes as stored, and the truth."""
    card, stored, truth = find("cloudmask-fast"), [], []
    for scene in simulated_scenes(FIRST_SEED + number * BETWEEN, SCENES, zenith_step=3.0):
        roles = tuple(role for role in ROLES if role != "B10" or scene.level == "L1C")
        network = Network(card, roles, 2, lambda: False)
        stored.append(quantise(network(scene.reflectance[[ROLES.index(role) for role in roles]])))
        truth.append(scene.labels)
    return np.concatenate(stored, axis=1), np.concatenate(truth)


def worst_gap(stored: np.ndarray, truth: np.ndarray, labelled: int, seed: int) -> float:
    """Return the largest error of expected loss and leak, of thresholds from 0.06 to 0.94.

    :param labelled: pixels drawn at random whose truth the probabilities are calibrated to.
    """
    drawn = np.random.default_rng(seed).choice(truth.size, labelled, replace=False)
    calibration = calibrate(stored.reshape(4, -1)[:, drawn], truth.ravel()[drawn])
    table, gaps = believe(tabulate(stored), calibration=calibration), []
    for steps in range(-4, 5):
        options = stricter(RefineOptions(), steps)
        found = expect(table, options)
        lost, leaked, _ = true_shares(decide(stored, options), truth)
        gaps += [abs(found.clear_lost_share - lost), abs(found.cloud_leaked_share - leaked)]
    return max(gaps)


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sets", type=int, default=6)
    options = parser.parse_args()
    for number in range(options.sets):
        stored, truth = masked_scenes(number)
        few = [worst_gap(stored, truth, FEW, seed) for seed in range(5)]
        print(
            f"set {number}: {worst_gap(stored, truth, 0, 0):.1%} as the model has it, "
            f"{np.mean(few):.1%} with {FEW} labels, "
            f"{worst_gap(stored, truth, MANY, 1):.1%} with {MANY}",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
