"""How far expected loss and leak are from the truth: ``python -m benchmarks.calibration_gap``.

Masks sets of twelve simulated scenes with a bundled model, and compares the shares of clear land
lost and of cloud leaked that probabilities let expect with the true ones, at thresholds from 0.06
to 0.94. Each line tells the largest error of a set: with probabilities as they are stored; with the
model's own calibration, which is what the tab expects without labels, of all pixels and of
those whose class nobody would dispute; with 300 labels (mean of five draws of labels), with 50 000,
and with 50 000 of the other sets. The last lines are of all sets as if they were one scene, and of
single scenes. The form of the calibration and its priors were chosen with scenes of seeds from
2**33 on, the models' own calibrations found with scenes from 2**34 on, and no model has learned
from any of these.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cloudmask_plugin.engine.bands import ROLES, VISIBLE
from cloudmask_plugin.engine.calibration import AS_STORED, Calibration, calibrate
from cloudmask_plugin.engine.classes import CLEAR, CLOUD_SHADOW, THICK_CLOUD, THIN_CLOUD
from cloudmask_plugin.engine.consequences import believe, expect, stricter, tabulate
from cloudmask_plugin.engine.inference import Network
from cloudmask_plugin.engine.models import DEFAULT_ID, find
from cloudmask_plugin.engine.refine import RefineOptions, decide, quantise
from training.cases import simulated_scenes

FIRST_SEED, BETWEEN = 2**35 + 77, 1000  # of scenes that no choice was made with
SCENES, ROWS = 12, 256  # of a set, of a scene
FEW, MANY = 300, 50_000  # labelled pixels, of all scenes of a set together


@dataclass(frozen=True, eq=False)
class MaskedScenes:
    """A set of scenes, one below the other.

    :param stored: (4, rows, 256) uint8 probabilities as stored.
    :param truth: (rows, 256) uint8 class codes; ``undisputed`` (rows, 256) bool.
    :param own: the model's calibration.
    """

    stored: np.ndarray
    truth: np.ndarray
    undisputed: np.ndarray
    own: Calibration

    @property
    def clear_cut(self) -> MaskedScenes:
        """The same without pixels whose class people would dispute."""
        where = self.undisputed
        truth = self.truth[where][np.newaxis]
        return MaskedScenes(
            self.stored[:, where][:, np.newaxis], truth, np.ones_like(truth, bool), self.own
        )


def masked_scenes(
    number: int, model: str = DEFAULT_ID, first: int = FIRST_SEED, bands: Sequence[str] = ROLES
) -> MaskedScenes:
    """Return a set of scenes as a bundled model sees them."""
    card, stored = find(model), []
    scenes = simulated_scenes(first + number * BETWEEN, SCENES, zenith_step=3.0)
    for scene in scenes:
        roles = tuple(role for role, there in zip(ROLES, scene.presence) if there and role in bands)
        network = Network(card, roles, 2, lambda: False)
        stored.append(quantise(network(scene.reflectance[[ROLES.index(role) for role in roles]])))
    return MaskedScenes(
        np.concatenate(stored, axis=1),
        np.concatenate([scene.labels for scene in scenes]),
        np.concatenate([scene.undisputed() for scene in scenes]),
        card.calibration_with(bands),
    )


def true_shares(codes: np.ndarray, truth: np.ndarray) -> tuple[float, float, float]:
    """Return the shares of clear lost, of cloud and of shadow called clear, by counting; shadow's
    is NaN where there is none.
    """
    clear, cloud = truth == CLEAR, np.isin(truth, (THICK_CLOUD, THIN_CLOUD))
    shadow, kept = truth == CLOUD_SHADOW, codes == CLEAR
    shadow_leaked = kept[shadow].mean() if shadow.any() else np.nan
    return (~kept)[clear].mean(), kept[cloud].mean(), shadow_leaked


def worst_gap(scenes: MaskedScenes, calibration: Calibration) -> float:
    """Return the largest error of expected loss and leak, of thresholds from 0.06 to 0.94."""
    table, gaps = believe(tabulate(scenes.stored), calibration=calibration), []
    for steps in range(-4, 5):
        options = stricter(RefineOptions(), steps)
        found = expect(table, options)
        lost, leaked, _ = true_shares(decide(scenes.stored, options), scenes.truth)
        gaps += [abs(found.clear_lost_share - lost), abs(found.cloud_leaked_share - leaked)]
    return max(gaps)


def one_by_one(scenes: MaskedScenes) -> list[MaskedScenes]:
    """The scenes of a set that have both clear land and cloud, without which there is no share."""
    each = [
        MaskedScenes(
            scenes.stored[:, row : row + ROWS],
            scenes.truth[row : row + ROWS],
            scenes.undisputed[row : row + ROWS],
            scenes.own,
        )
        for row in range(0, len(scenes.truth), ROWS)
    ]
    return [one for one in each if {CLEAR} < set(np.unique(one.truth)) - {CLOUD_SHADOW}]


def together(sets: Sequence[MaskedScenes]) -> MaskedScenes:
    """Sets, one below the other."""
    return MaskedScenes(
        np.concatenate([scenes.stored for scenes in sets], axis=1),
        np.concatenate([scenes.truth for scenes in sets]),
        np.concatenate([scenes.undisputed for scenes in sets]),
        sets[0].own,
    )


def labelled(scenes: MaskedScenes, labels: int, seed: int) -> Calibration:
    """Return what the truth of pixels drawn at random tells of the probabilities."""
    drawn = np.random.default_rng(seed).choice(scenes.truth.size, labels, replace=False)
    vectors, truth = scenes.stored.reshape(4, -1)[:, drawn], scenes.truth.ravel()[drawn]
    return calibrate(vectors, truth, own=scenes.own)


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sets", type=int, default=12)
    parser.add_argument("--model", default=DEFAULT_ID)
    parser.add_argument("--first", type=int, default=FIRST_SEED, help="seed of the first scene")
    parser.add_argument("--rgb", action="store_true", help="with red, green and blue alone")
    options = parser.parse_args()
    bands = VISIBLE if options.rgb else ROLES
    sets = [
        masked_scenes(number, options.model, options.first, bands) for number in range(options.sets)
    ]
    for number, scenes in enumerate(sets):
        few = [worst_gap(scenes, labelled(scenes, FEW, seed)) for seed in range(5)]
        others = together(sets[:number] + sets[number + 1 :])
        print(
            f"set {number}: {worst_gap(scenes, AS_STORED):.1%} as stored, "
            f"{worst_gap(scenes, scenes.own):.1%} by the model's own calibration "
            f"({worst_gap(scenes.clear_cut, scenes.own):.1%} where undisputed), "
            f"{np.mean(few):.1%} with {FEW} labels, "
            f"{worst_gap(scenes, labelled(scenes, MANY, 1)):.1%} with {MANY}, "
            f"{worst_gap(scenes, labelled(others, MANY, 1)):.1%} with {MANY} of the other sets",
            flush=True,
        )
    every = together(sets)
    print(
        f"all {SCENES * len(sets)} scenes as one: {worst_gap(every, AS_STORED):.1%} as stored, "
        f"{worst_gap(every, every.own):.1%} by the model's own calibration"
    )
    single = [worst_gap(one, one.own) for scenes in sets for one in one_by_one(scenes)]
    half, most = np.quantile(single, (0.5, 0.9))
    print(
        f"single scenes by the model's own calibration: half within {half:.1%}, nine of ten "
        f"within {most:.1%}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
