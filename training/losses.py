"""Losses for labels that know less than the network is asked."""

from __future__ import annotations

import torch
from torch import Tensor

from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.classes import (
    CLEAR,
    CLOUD_CODES,
    CLOUD_SHADOW,
    CODES,
    THICK_CLOUD,
    THIN_CLOUD,
)

DARK = 0.08  # reflectance of water, and of most ground in the shadow of a cloud
FEW = 500  # pixels of a batch below which they count less than their share


def allowed_set_loss(log_probabilities: Tensor, allowed: Tensor, shadow_weight: float) -> Tensor:
    """Minus the log of the probability that the class is one of those allowed, meaned.

    With one class allowed it is cross-entropy; with thick and thin allowed it asks for
    p(thick) + p(thin) and leaves their shares to other samples.

    :param log_probabilities: (N, 4, H, W).
    :param allowed: (N, H, W) uint8, bit c set where class c is possible; 0 is left out.
    """
    bits = torch.tensor([1 << code for code in CODES], dtype=torch.uint8, device=allowed.device)
    possible = (allowed[:, None] & bits[None, :, None, None]) > 0
    loss = -torch.logsumexp(log_probabilities.masked_fill(~possible, -1e4), dim=1)
    weight = (allowed > 0).float()
    weight = torch.where(allowed == 1 << CLOUD_SHADOW, weight * shadow_weight, weight)
    return (loss * weight).sum() / weight.sum().clamp(min=1)


def teacher_loss(
    log_probabilities: Tensor, soft: Tensor, weight: Tensor, shadow_weight: float
) -> Tensor:
    """Cross-entropy with teachers that know clear, cloud and shadow, meaned.

    :param soft: (N, 3, H, W) their probabilities of clear, cloud, shadow.
    :param weight: (N, H, W) 0 where there was no teacher, less where they disagreed.
    :param shadow_weight: what a pixel counts that they call shadow.
    """
    cloud = torch.logsumexp(log_probabilities[:, [THICK_CLOUD, THIN_CLOUD]], dim=1, keepdim=True)
    groups = torch.cat(
        [log_probabilities[:, :1], cloud, log_probabilities[:, CLOUD_SHADOW : CLOUD_SHADOW + 1]], 1
    )
    loss = -(soft * groups).sum(1)
    weight = weight * (1 + (shadow_weight - 1) * soft[:, 2])
    return (loss * weight).sum() / weight.sum().clamp(min=1)


def overlap_loss(log_probabilities: Tensor, allowed: Tensor) -> Tensor:
    """One minus the soft Dice coefficient of cloud and of shadow, meaned (Milletari et al.
    2016, https://arxiv.org/abs/1606.04797).

    The log-likelihood alone hardly feels small clouds and narrow shadows; their overlap does.
    Only pixels that are known to be of the class, or not to be, count.

    :param log_probabilities: (N, 4, H, W).
    :param allowed: (N, H, W) uint8, bit c set where class c is possible; 0 is left out.
    """
    probabilities = log_probabilities.exp()
    losses = []
    for codes in (CLOUD_CODES, (CLOUD_SHADOW,)):
        bits = sum(1 << code for code in codes)
        truth = (allowed > 0) & (allowed & ~bits & 0xFF == 0)
        known = truth | ((allowed > 0) & (allowed & bits == 0))
        found = probabilities[:, list(codes)].sum(1) * known
        common = (found * truth).sum()
        losses.append(1 - (2 * common + 1) / (found.sum() + truth.sum() + 1))
    return torch.stack(losses).mean()


def shade_loss(
    log_probabilities: Tensor, reflectance: Tensor, presence: Tensor, allowed: Tensor
) -> Tensor:
    """What is dark in the sun against what is in shadow, each as much as the other, meaned.

    Lakes among clouds are too few for the likelihood to feel, and shadow that counts more than
    one pixel makes shadow of them. Whether there is cloud is left out: dark ground below thin
    cloud has nothing to do with it.

    :param log_probabilities: (N, 4, H, W).
    :param reflectance: (N, 13, H, W), 0 where a band is absent; ``presence`` (N, 13).
    :param allowed: (N, H, W) uint8, bit c set where class c is possible.
    """
    near = reflectance[:, [ROLES.index("B08"), ROLES.index("B8A")]].amax(dim=1)
    seen = presence[:, [ROLES.index("B08"), ROLES.index("B8A")]].amax(dim=1)[:, None, None] > 0
    dark = torch.where(seen, near, reflectance[:, ROLES.index("B04")]) < DARK
    clear, shadow = log_probabilities[:, CLEAR], log_probabilities[:, CLOUD_SHADOW]
    either = torch.logaddexp(clear, shadow)
    losses = []
    for log_probability, which in (
        (clear, (allowed == 1 << CLEAR) & dark),
        (shadow, allowed == 1 << CLOUD_SHADOW),
    ):
        losses.append(((either - log_probability) * which).sum() / (which.sum() + FEW))
    return torch.stack(losses).mean()
