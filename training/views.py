"""Two views of the same samples, whose answers should be alike.

What a user cannot see must not change a mask: where the raster was cut, a tenth more or less
light, one band of many that is missing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from cloudmask_plugin.engine.bands import ROLES, VISIBLE

from .networks import STRIDE
from .samples import Batch

REQUIRED = 3  # red, green, blue: never dropped
BORDER = STRIDE  # pixels at the views' edges that see different surroundings
GAIN = 0.1


@dataclass(frozen=True)
class Views:
    """A batch that holds first views, then second ones; the latter start ``down`` and ``right``
    pixels into the former.
    """

    batch: Batch
    down: int
    right: int


def two_views(batch: Batch, rng: np.random.Generator) -> Views:
    """Views of the first half of a batch, each smaller by the stride than its sample."""
    down, right = (int(offset) for offset in rng.integers(0, STRIDE, 2))
    count, size = len(batch[0]) // 2, batch[0].shape[-1] - STRIDE
    parts = []
    for top, left in ((0, 0), (down, right)):
        window = np.s_[:count, ..., top : top + size, left : left + size]
        reflectance, presence, allowed, soft = batch
        parts.append((reflectance[window], presence[:count], allowed[window], soft[window]))
    reflectance, presence, allowed, soft = (torch.cat(pair) for pair in zip(*parts))
    presence = presence.clone()
    for row in range(count, 2 * count):
        there = np.flatnonzero(presence[row].cpu().numpy())
        optional = [band for band in there if ROLES[band] not in VISIBLE]
        if len(there) > REQUIRED and rng.uniform() < 0.7:
            presence[row, int(rng.choice(optional))] = 0
    gains = torch.ones(2 * count)
    gains[count:] = torch.from_numpy(rng.uniform(1 - GAIN, 1 + GAIN, count)).float()
    gains = gains.to(reflectance.device)[:, None] * presence
    return Views((reflectance * gains[:, :, None, None], presence, allowed, soft), down, right)


def agreement_loss(log_probabilities: Tensor, down: int, right: int) -> Tensor:
    """Jeffreys' divergence between the views' answers where both see the same ground, meaned.

    :param log_probabilities: (2·N, 4, H, W), first views before second ones.
    """
    first, second = log_probabilities.chunk(2)
    rows, cols = first.shape[-2] - down, first.shape[-1] - right
    first = first[..., down:, right:]
    second = second[..., :rows, :cols]
    inner = np.s_[..., BORDER:-BORDER, BORDER:-BORDER]
    first, second = first[inner], second[inner]
    return ((first.exp() - second.exp()) * (first - second)).sum(1).mean()
