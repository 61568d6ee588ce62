"""Soft labels by a larger network of our own, which sees all bands of a patch, for a smaller one
that often sees fewer (Hinton, Vinyals, Dean 2015, https://arxiv.org/abs/1503.02531).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from cloudmask_plugin.engine.classes import CLEAR, CLOUD_CODES, CLOUD_SHADOW

from .datasets import Patch
from .networks import CloudNetwork, logits_of

OURS = 0.6  # share of our network's opinion where the published networks have one too
ALONE = 0.6  # weight of its opinion where they have none: red, green and blue alone
_FLIPS: tuple[tuple[int, ...], ...] = ((), (-1,), (-2,), (-1, -2))


def distilled(
    network: CloudNetwork, patches: Sequence[Patch], soft: Mapping[str, NDArray[np.uint8]]
) -> dict[str, NDArray[np.uint8]]:
    """Soft labels of all patches, by name, in the form of :meth:`.teachers.Teachers.label`.

    :param soft: labels by the published networks, of the patches that they can read.
    """
    return {patch.name: _joined(opinion(network, patch), soft.get(patch.name)) for patch in patches}


def opinion(network: CloudNetwork, patch: Patch) -> NDArray[np.float32]:
    """Probabilities (3, rows, cols) of clear, cloud and shadow, meaned over flips."""
    presence = torch.from_numpy(patch.presence)
    looks = []
    for axes in _FLIPS:
        image = np.ascontiguousarray(np.flip(patch.reflectance, axes))
        probabilities = torch.softmax(logits_of(network, image, presence), 0).numpy()
        looks.append(np.flip(probabilities, axes))
    mean = np.mean(looks, axis=0)
    return np.stack([mean[CLEAR], mean[list(CLOUD_CODES)].sum(axis=0), mean[CLOUD_SHADOW]])


def _joined(ours: NDArray[np.float32], theirs: NDArray[np.uint8] | None) -> NDArray[np.uint8]:
    """One set of labels of two; where they contradict each other it counts less."""
    weight = np.full((1, *ours.shape[1:]), ALONE, np.float32)
    mean = ours
    if theirs is not None:
        published, sure = theirs[:3] / np.float32(255), theirs[3:] / np.float32(255)
        mean = OURS * ours + (1 - OURS) * published
        weight = sure * np.clip(1.2 - np.abs(ours - published).max(axis=0), 0.1, 1)
    return np.asarray(np.rint(255 * np.concatenate([mean, weight])), np.uint8)
