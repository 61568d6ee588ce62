"""Two views of a sample, and how far their answers differ."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from training.views import BORDER, agreement_loss, two_views


def batch() -> tuple[torch.Tensor, ...]:
    rng = torch.Generator().manual_seed(0)
    reflectance = torch.rand(4, 13, 96, 96, generator=rng) + 0.1
    presence = torch.ones(4, 13)
    presence[1, [0, 4, 5, 6, 7, 8, 9, 10, 11, 12]] = 0
    allowed = torch.randint(1, 15, (4, 96, 96), generator=rng, dtype=torch.uint8)
    soft = torch.randint(0, 255, (4, 4, 96, 96), generator=rng, dtype=torch.uint8)
    return reflectance * presence[:, :, None, None], presence, allowed, soft


def test_views_show_the_same_ground_with_other_light_and_at_most_one_band_less() -> None:
    whole, dropped = batch(), 0
    for seed in range(12):
        views = two_views(whole, np.random.default_rng(seed))
        reflectance, presence, allowed, soft = views.batch
        assert reflectance.shape == (4, 13, 80, 80)
        for sample in range(2):
            first, second = reflectance[sample], reflectance[2 + sample]
            assert torch.equal(first, whole[0][sample, :, :80, :80])
            down, right = views.down, views.right
            assert torch.equal(allowed[2 + sample], whole[2][sample, down:, right:][:80, :80])
            assert torch.equal(soft[2 + sample], whole[3][sample, :, down:, right:][:, :80, :80])
            less = (presence[sample] - presence[2 + sample]).nonzero().flatten().tolist()
            assert len(less) <= 1
            assert not set(less) & {1, 2, 3}
            dropped += len(less)
            kept = presence[2 + sample].bool()
            ratio = second[kept] / whole[0][sample, :, down:, right:][:, :80, :80][kept]
            assert ratio.std() < 1e-5
            assert 0.9 <= float(ratio.mean()) <= 1.1
            assert not second[~kept].any()
    assert dropped > 3


def test_answers_that_move_with_the_ground_agree() -> None:
    plane = torch.log_softmax(torch.randn(1, 4, 120, 120), 1)
    both = torch.cat([plane[..., :96, :96], plane[..., 5:101, 9:105]])
    assert float(agreement_loss(both, 5, 9)) == pytest.approx(0, abs=1e-7)
    assert float(agreement_loss(both, 4, 9)) > 0.1


def test_the_agreement_loss_is_the_sum_of_both_divergences() -> None:
    first, second = (torch.log_softmax(torch.randn(1, 4, 64, 64), 1) for _ in range(2))
    inner = np.s_[..., BORDER:-BORDER, BORDER:-BORDER]
    a, b = first[inner], second[inner]
    both_ways = [
        torch.nn.functional.kl_div(x, y, reduction="none", log_target=True).sum(1).mean()
        for x, y in ((a, b), (b, a))
    ]
    loss = agreement_loss(torch.cat([first, second]), 0, 0)
    assert float(loss) == pytest.approx(float(sum(both_ways)), rel=1e-4)
