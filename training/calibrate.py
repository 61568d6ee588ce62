"""Make a trained network's answers fair and its probabilities honest:
``python -m training.calibrate``.

Two offsets are added to the logits of cloud and of shadow: at places that it has not seen, a
network is shier of both than at those it was trained on. That of cloud fades out where a pixel is
as bright as snow. A temperature then divides the logits (Guo et al. 2017,
https://arxiv.org/abs/1706.04599). All three are found by how far the bands reach: with red, green
and blue alone, where the network is shyest and yet surer than it is right; with near infrared; with
shortwave infrared. Nine numbers are too few to learn places by heart, and can only be found on
held-out places; what those found on one half of them do for the other half is written beside.
Simulated scenes count as one more source: labels by hand are generous with cloud and say next to
nothing of snow or of more than seven bands.

By the offsets, and by what a pixel of shadow counts in training, the answers favour cloud and
shadow: right for masks, wrong for telling how much there is of either. So that shares can be told,
each model gets a calibration of its own (``engine/calibration.py``), under which the truth of
simulated scenes is likeliest: of all that is here they alone tell every class of every pixel.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from cloudmask_plugin.engine.bands import REACHES, ROLES, reach_of
from cloudmask_plugin.engine.calibration import Parameters, calibrate
from cloudmask_plugin.engine.classes import CLOUD_CODES, CLOUD_SHADOW
from cloudmask_plugin.engine.refine import quantise

from .cases import limited, simulated_scenes
from .datasets import ALLOW_CLOUD, ALLOW_SHADOW, Patch, data_folder, read_patches
from .export import write_json
from .losses import allowed_set_loss
from .networks import OFFSETS, CloudNetwork, darkest_visible, dimness, logits_of
from .recipes import RECIPES
from .scores import Counts, expected_calibration_error
from .simulation import SimulatedScene
from .train import BUILD, trained_network

TEMPERATURES = np.geomspace(0.5, 3, 37)
CANDIDATES = np.arange(0.0, 1.6, 0.25)  # shier of cloud and shadow than it should be, never bolder
AS_GOOD = 0.006  # of merit: other places move it by 0.02
STEP = 4  # every so many pixels in rows and columns are looked at
BY_HAND = ("s2cmc", "l8biome", "drivendata", "ukis_landsat7")
BAND_SETS = ("RGB", "RGB+NIR", "6", "all")
SIMULATED, FIRST_SEED = 16, 2**34  # scenes; no training run, table or test draws these seeds
SHARES_SETS, SHARES_SCENES, SHARES_SEED, BETWEEN = 40, 12, 2**34 + 10**6, 1000  # nor these
SHARES_STEP = 8  # as STEP, for scenes are many

Offsets = tuple[float, float]  # of cloud and of shadow


@dataclass(frozen=True, eq=False)
class Pixels:
    """Logits (N, 4) and allowed classes (N,) of the pixels of a source, seen with some bands.

    ``dim`` (N,) is how far they are too dim to be snow (``networks.dimness``), ``places`` how many
    places the source has, ``reach`` how far the bands reach, by which they are labelled.
    """

    source: str
    logits: Tensor
    allowed: Tensor
    dim: Tensor
    places: int = 1
    reach: str = "SWIR"


def how_far(presence: NDArray[np.bool_]) -> str:
    """How far the bands that are there, (13,), reach into the infrared."""
    return reach_of([role for role, there in zip(ROLES, presence) if there])


def halves(patches: Sequence[Patch]) -> tuple[list[Patch], list[Patch]]:
    """Patches in two halves by place, each source in both where it has two places."""
    order: dict[str, list[str]] = {}
    for patch in patches:
        places = order.setdefault(patch.source, [])
        if patch.place not in places:
            places.append(patch.place)
    first = [patch for patch in patches if order[patch.source].index(patch.place) % 2 == 0]
    return first, [patch for patch in patches if patch not in first]


def simulated_patches() -> list[Patch]:
    """Simulated scenes, whose labels leave open what people would dispute."""
    patches = []
    for number, scene in enumerate(simulated_scenes(FIRST_SEED, SIMULATED)):
        patches.append(
            Patch(
                f"simulated__{number}", "simulated", f"simulated_{number}",
                scene.reflectance.astype(np.float16), scene.presence, scene.possible_classes(),
                scene.labels, scene.level, scene.resolution, True, True, False,
            )
        )  # fmt: skip
    return patches


def many_scenes() -> Iterator[SimulatedScene]:
    """Simulated scenes of all kinds, for :func:`own_calibration`."""
    for first in range(SHARES_SEED, SHARES_SEED + SHARES_SETS * BETWEEN, BETWEEN):
        yield from simulated_scenes(first, SHARES_SCENES, zenith_step=3.0)


def look(network: CloudNetwork, patches: Iterable[Patch]) -> list[Pixels]:
    """What the network says of patches, with red, green and blue, six bands, and all bands."""
    found: dict[tuple[str, str, str], list[tuple[Tensor, Tensor, Tensor]]] = {}
    places: dict[str, set[str]] = {}
    for patch in patches:
        places.setdefault(patch.source, set()).add(patch.place)
        seen = set()
        for band_set in BAND_SETS:
            shown = limited(patch.presence, band_set)
            if shown is None or shown.tobytes() in seen:
                continue
            seen.add(shown.tobytes())
            logits = logits_of(network, patch.reflectance, torch.from_numpy(shown))
            logits = logits[:, ::STEP, ::STEP].flatten(1).T
            dim = how_dim(patch.reflectance[:, ::STEP, ::STEP])
            allowed = torch.from_numpy(patch.allowed[::STEP, ::STEP].ravel())
            known = allowed > 0
            if not patch.shadow_labelled:  # what a program found is no measure of what it missed
                known &= allowed != ALLOW_SHADOW
            parts = (logits[known], allowed[known], dim[known])
            found.setdefault((patch.source, band_set, how_far(shown)), []).append(parts)
    return [
        Pixels(
            source,
            torch.cat([logits for logits, _, _ in parts]),
            torch.cat([allowed for _, allowed, _ in parts]),
            torch.cat([dim for _, _, dim in parts]),
            len(places[source]),
            reach,
        )
        for (source, _, reach), parts in found.items()
    ]


def how_dim(reflectance: NDArray[np.floating[Any]]) -> Tensor:
    """How far the pixels of an image (13, rows, cols) are too dim to be snow, (rows · cols,)."""
    image = torch.from_numpy(reflectance.astype(np.float32))
    return dimness(darkest_visible(image[None])).flatten()


def shifted(logits: Tensor, dim: Tensor, offsets: Offsets) -> Tensor:
    """Logits (N, 4) of pixels as ``dim`` (N,), with offsets of cloud and of shadow added."""
    cloud, shadow = offsets[0] * dim, offsets[1] * torch.ones_like(dim)
    return logits + torch.stack([0 * cloud, cloud, cloud, shadow], 1)


def merit(pixels: Pixels, offsets: Offsets) -> float:
    """Mean of BOA and IoU, of cloud and of shadow where it is labelled, as the engine decides.

    BOA alone would have every fourth pixel called shadow, IoU alone leave out what is rare.
    """
    logits = shifted(pixels.logits, pixels.dim, offsets)
    cloud = torch.logsumexp(logits[:, list(CLOUD_CODES)], 1)
    clear, shadow = logits[:, 0], logits[:, CLOUD_SHADOW]
    cloudy = (cloud > clear) & (cloud >= shadow)
    shady = (shadow > clear) & (shadow > cloud)
    scores = []
    for found, bits in ((cloudy, ALLOW_CLOUD), (shady, ALLOW_SHADOW)):
        truth = pixels.allowed & ~bits & 0xFF == 0
        known = truth | (pixels.allowed & bits == 0)
        counts = Counts(
            int((found & truth).sum()),
            int((found & ~truth & known).sum()),
            int((~found & truth).sum()),
            int((~found & ~truth & known).sum()),
        )
        if truth.any():
            scores += [counts.balanced_accuracy, counts.intersection_over_union]
    return float(np.mean(scores))


def best_offsets(
    groups: Sequence[Pixels],
    candidates: Iterable[float] = tuple(CANDIDATES),
    as_good: float = AS_GOOD,
) -> Offsets:
    """Of pairs of offsets as good as the best, the middle one's cloud and the least shadow with it.

    From the middle other places may lie to either side; more shadow costs water and calm labels.

    :param as_good: what may be lost of the best merit.
    """
    values = [float(value) for value in candidates]
    merits = {pair: _mean(groups, pair) for pair in product(values, values)}
    good = [pair for pair, merit in merits.items() if merit >= max(merits.values()) - as_good]
    middle = np.mean([cloud for cloud, _ in good])
    return min(good, key=lambda pair: (abs(pair[0] - middle), abs(pair[1])))


def _mean(groups: Sequence[Pixels], offsets: Offsets) -> float:
    """Mean over sources, by the root of their places, of the mean over sets of bands."""
    merits: dict[str, list[float]] = {}
    for one in groups:
        merits.setdefault(one.source, []).append(merit(one, offsets))
    weights = {one.source: one.places**0.5 for one in groups}
    means = [np.mean(merits[source]) for source in weights]
    return round(float(np.average(means, weights=list(weights.values()))), 4)


def likelihood(logits: Tensor, allowed: Tensor, temperature: float) -> float:
    """Minus the mean log-likelihood of the labels."""
    log_probabilities = torch.log_softmax(logits / temperature, 1).T[None, :, None]
    return float(allowed_set_loss(log_probabilities, allowed[None, None], 1.0))


def calibration_error(logits: Tensor, allowed: Tensor, temperature: float) -> float:
    """Expected calibration error of p(cloud), of pixels that are known to be cloud or not."""
    known = (allowed & ~ALLOW_CLOUD & 0xFF == 0) | (allowed & ALLOW_CLOUD == 0)
    cloud = torch.softmax(logits[known] / temperature, 1)[:, list(CLOUD_CODES)].sum(1)
    truth = allowed[known] & ALLOW_CLOUD > 0
    return expected_calibration_error(cloud.clamp(max=1).numpy(), truth.numpy())


def offsets_by_bands(groups: Sequence[Pixels]) -> dict[str, Offsets]:
    """The best offsets for each of ``REACHES``."""
    return {reach: best_offsets(_seen(groups, reach)) for reach in REACHES}


def merits(groups: Sequence[Pixels], offsets: dict[str, Offsets]) -> dict[str, float]:
    """The merit of offsets, by reach."""
    return {reach: _mean(_seen(groups, reach), offsets[reach]) for reach in REACHES}


def best_temperatures(groups: Sequence[Pixels], offsets: dict[str, Offsets]) -> dict[str, float]:
    """The likeliest temperature for each of ``REACHES``."""
    found = {}
    for reach in REACHES:
        logits, allowed = _joined(groups, offsets, reach)
        best = min(TEMPERATURES, key=lambda t: likelihood(logits, allowed, float(t)))
        found[reach] = round(float(best), 3)
    return found


def own_calibration(
    network: CloudNetwork,
    scenes: Iterable[SimulatedScene],
    offsets: dict[str, Offsets],
    temperatures: dict[str, float],
) -> dict[str, Parameters]:
    """By what shares of classes follow from stored probabilities, for each of ``REACHES``."""
    stored: dict[str, list[NDArray[np.uint8]]] = {reach: [] for reach in REACHES}
    truth: dict[str, list[NDArray[np.uint8]]] = {reach: [] for reach in REACHES}
    for scene in scenes:
        for band_set in BAND_SETS:
            shown = limited(scene.presence, band_set)
            if shown is None:
                continue
            reach = how_far(shown)
            logits = logits_of(network, scene.reflectance, torch.from_numpy(shown))
            logits = logits[:, ::SHARES_STEP, ::SHARES_STEP].flatten(1).T
            dim = how_dim(scene.reflectance[:, ::SHARES_STEP, ::SHARES_STEP])
            fair = torch.softmax(shifted(logits, dim, offsets[reach]) / temperatures[reach], 1)
            stored[reach].append(quantise(fair.T[:, None].numpy())[:, 0])
            truth[reach].append(scene.labels[::SHARES_STEP, ::SHARES_STEP].ravel())
    found = {}
    for reach in REACHES:
        whole = calibrate(np.concatenate(stored[reach], axis=1), np.concatenate(truth[reach]))
        found[reach] = tuple(tuple(round(one, 4) for one in row) for row in whole.parameters)
    return found


def honesty(
    groups: Sequence[Pixels], offsets: dict[str, Offsets], temperatures: dict[str, float]
) -> dict[str, list[float]]:
    """Loss and calibration error of cloud, by reach."""
    measured = {}
    for reach in REACHES:
        logits, allowed = _joined(groups, offsets, reach)
        loss = likelihood(logits, allowed, temperatures[reach])
        error = calibration_error(logits, allowed, temperatures[reach])
        measured[reach] = [round(loss, 4), round(error, 4)]
    return measured


def _seen(groups: Sequence[Pixels], reach: str) -> list[Pixels]:
    return [one for one in groups if one.reach == reach]


def _joined(
    groups: Sequence[Pixels], offsets: dict[str, Offsets], reach: str
) -> tuple[Tensor, Tensor]:
    """Logits with the offsets, and allowed classes, of what was seen with such bands."""
    seen = _seen(groups, reach)
    logits = [shifted(one.logits, one.dim, offsets[reach]) for one in seen]
    return torch.cat(logits), torch.cat([one.allowed for one in seen])


def main() -> None:
    """Read the options, measure, and write ``calibration.json`` beside the checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--recipe", choices=sorted(RECIPES), default="fast")
    parser.add_argument("--data", help="folder of the shared data")
    parser.add_argument("--trained", type=Path, help="folder of checkpoint and log")
    options = parser.parse_args()
    recipe = RECIPES[options.recipe]
    folder = options.trained or BUILD / recipe.name
    network = trained_network(recipe, folder)
    patches = read_patches(data_folder(options.data), BY_HAND)
    held_out = [patch for patch in patches if patch.validation] + simulated_patches()
    groups = look(network, held_out)
    offsets = offsets_by_bands(groups)
    temperatures = best_temperatures(groups, offsets)
    parts = [look(network, half) for half in halves(held_out)]
    crossed = [offsets_by_bands(part) for part in reversed(parts)]
    cooled = [best_temperatures(part, offsets) for part in reversed(parts)]
    none = dict.fromkeys(REACHES, (0.0, 0.0))
    as_it_is = honesty(groups, none, dict.fromkeys(REACHES, 1.0))
    result = {
        "offsets": _named(offsets),
        "merit": {"before": merits(groups, none), "after": merits(groups, offsets)},
        "temperatures": temperatures,
        "shares": own_calibration(network, many_scenes(), offsets, temperatures),
        "loss and error of cloud": {
            "before": as_it_is,
            "after": honesty(groups, offsets, temperatures),
        },
        "halves": [
            {
                "offsets of the other": _named(pair),
                "merit": {"before": merits(part, none), "after": merits(part, pair)},
                "temperatures of the other": warm,
                "loss and error of cloud": honesty(part, offsets, warm),
            }
            for part, pair, warm in zip(parts, crossed, cooled)
        ],
        "pixels": sum(len(one.allowed) for one in groups),
    }
    write_json(folder / "calibration.json", result)
    print(result)


def _named(offsets: dict[str, Offsets]) -> dict[str, dict[str, float]]:
    return {reach: dict(zip(OFFSETS, pair)) for reach, pair in offsets.items()}


if __name__ == "__main__":
    main()
