"""Losses for labels that know less than the network is asked."""

from __future__ import annotations

import torch
from torch import Tensor

from cloudmask_plugin.engine.classes import CLOUD_SHADOW, CODES, THICK_CLOUD, THIN_CLOUD


def allowed_set_loss(log_probabilities: Tensor, allowed: Tensor, shadow_weight: float) -> Tensor:
    """Minus the log of the probability that the class is one of those allowed, meaned.

    With one class allowed it is cross-entropy; with thick and thin allowed it asks for
    p(thick) + p(thin) and leaves their shares to other samples.

    :param log_probabilities: (N, 4, H, W).
    :param allowed: (N, H, W) uint8, bit c set where class c is possible; 0 is left out.
    """
    bits = torch.tensor([1 << code for code in CODES], dtype=torch.uint8)
    possible = (allowed[:, None] & bits[None, :, None, None]) > 0
    loss = -torch.logsumexp(log_probabilities.masked_fill(~possible, -1e4), dim=1)
    weight = (allowed > 0).float()
    weight = torch.where(allowed == 1 << CLOUD_SHADOW, weight * shadow_weight, weight)
    return (loss * weight).sum() / weight.sum().clamp(min=1)


def teacher_loss(log_probabilities: Tensor, soft: Tensor, weight: Tensor) -> Tensor:
    """Cross-entropy with teachers that know clear, cloud and shadow, meaned.

    :param soft: (N, 3, H, W) their probabilities of clear, cloud, shadow.
    :param weight: (N, H, W) 0 where there was no teacher, less where they disagreed.
    """
    cloud = torch.logsumexp(log_probabilities[:, [THICK_CLOUD, THIN_CLOUD]], dim=1, keepdim=True)
    groups = torch.cat(
        [log_probabilities[:, :1], cloud, log_probabilities[:, CLOUD_SHADOW : CLOUD_SHADOW + 1]], 1
    )
    loss = -(soft * groups).sum(1)
    return (loss * weight).sum() / weight.sum().clamp(min=1)
