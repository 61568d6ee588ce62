"""The network, its losses and its samples."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from cloudmask_plugin.engine.bands import ROLES
from training.augmentation import Sample, drop_bands, turn
from training.datasets import ALLOW_CLEAR, ALLOW_CLOUD, ALLOW_SHADOW, data_folder, read_patches
from training.losses import FEW, allowed_set_loss, overlap_loss, shade_loss, teacher_loss
from training.networks import LIT, STRIDE, VISIBLE, CloudNetwork
from training.recipes import BandSets, Widths
from training.samples import MANUAL_SOURCES

SEEN = ("B02", "B03", "B04")


@pytest.fixture(scope="module")
def network() -> CloudNetwork:
    torch.manual_seed(0)
    return CloudNetwork(Widths()).eval()


def test_a_label_depends_on_no_more_than_a_hundred_pixels_around(network: CloudNetwork) -> None:
    size, middle = 320, 160
    image = torch.rand(1, len(ROLES), size, size, requires_grad=True)
    logits, _ = network(image, torch.ones(1, len(ROLES)))
    logits[0, :, middle : middle + STRIDE, middle : middle + STRIDE].sum().backward()
    touched = image.grad.abs().sum(dim=(0, 1)).nonzero()
    assert middle - int(touched.min()) <= 100
    assert int(touched.max()) - (middle + STRIDE - 1) <= 100


def test_moving_the_image_by_the_stride_moves_the_labels(network: CloudNetwork) -> None:
    image, presence = torch.rand(1, len(ROLES), 400, 400), torch.ones(1, len(ROLES))
    with torch.no_grad():
        whole, _ = network(image, presence)
        moved, _ = network(image[..., STRIDE:, 2 * STRIDE :], presence)
    ours = whole[..., STRIDE + 128 : 272, 2 * STRIDE + 128 : 272]
    assert torch.allclose(ours, moved[..., 128 : 272 - STRIDE, 128 : 272 - 2 * STRIDE], atol=1e-4)


def test_narrow_infrared_stands_in_for_near_infrared_and_says_nothing_beside_it(
    network: CloudNetwork,
) -> None:
    image, presence = torch.rand(1, len(ROLES), 64, 64), torch.ones(1, len(ROLES))
    broad, narrow = ROLES.index("B08"), ROLES.index("B8A")

    def answer(without: int | None, changed: torch.Tensor = image) -> torch.Tensor:
        there = presence.clone()
        if without is not None:
            there[:, without] = 0
        with torch.no_grad():
            logits: torch.Tensor = network(changed * there[:, :, None, None], there)[0]
        return logits

    other = image.clone()
    other[:, narrow] = torch.rand(64, 64)
    assert torch.equal(answer(None, other), answer(None))
    assert torch.equal(answer(narrow), answer(None))
    assert not torch.allclose(answer(broad, other), answer(broad), atol=1e-3)


def test_without_shortwave_infrared_only_visible_bands_and_one_infrared_are_looked_at(
    network: CloudNetwork,
) -> None:
    image = torch.rand(1, len(ROLES), 64, 64)

    def answer(*roles: str) -> torch.Tensor:
        presence = torch.tensor([[float(role in (*SEEN, *roles)) for role in ROLES]])
        with torch.no_grad():
            logits: torch.Tensor = network(image * presence[:, :, None, None], presence)[0]
        return logits

    assert torch.equal(answer("B08", "B01", "B05", "B06", "B07", "B09"), answer("B08"))
    assert torch.equal(answer("B05"), answer())
    assert not torch.allclose(answer("B12", "B05"), answer("B12"), atol=1e-3)


def test_nothing_as_bright_as_sunlit_snow_is_in_shadow_and_nothing_else_changes() -> None:
    torch.manual_seed(1)
    network, presence = CloudNetwork(Widths()).eval(), torch.ones(1, len(ROLES))
    with torch.no_grad():
        network.head.bias[12:] += 3.0  # everything is shadow, as far as the network learned
        dark = torch.full((1, len(ROLES), 32, 32), 0.2)
        bright = torch.full((1, len(ROLES), 32, 32), 0.7)
        tinted = bright.clone()
        tinted[:, ROLES.index("B03")] = 0.2  # bright in two of the three only
        for image, shadow in ((dark, True), (bright, False), (tinted, True)):
            logits, _ = network(image, presence)
            assert bool((logits.argmax(1) == 3).all()) == shadow


def test_with_one_class_allowed_the_loss_is_cross_entropy() -> None:
    logits = torch.randn(2, 4, 5, 5)
    classes = torch.randint(0, 4, (2, 5, 5))
    loss = allowed_set_loss(torch.log_softmax(logits, 1), (1 << classes).to(torch.uint8), 1.0)
    assert float(loss) == pytest.approx(float(torch.nn.functional.cross_entropy(logits, classes)))


def test_with_thick_or_thin_allowed_their_probabilities_add_up() -> None:
    logits = torch.randn(1, 4, 3, 3)
    allowed = torch.full((1, 3, 3), 0b0110, dtype=torch.uint8)
    expected = -torch.log(torch.softmax(logits, 1)[:, 1:3].sum(1)).mean()
    loss = allowed_set_loss(torch.log_softmax(logits, 1), allowed, 1.0)
    assert float(loss) == pytest.approx(float(expected), rel=1e-5)


def test_pixels_with_nothing_allowed_are_left_out() -> None:
    logits = torch.randn(1, 4, 2, 2, requires_grad=True)
    allowed = torch.tensor([[[1, 0], [0, 8]]], dtype=torch.uint8)
    allowed_set_loss(torch.log_softmax(logits, 1), allowed, 2.0).backward()
    assert logits.grad is not None
    assert torch.all(logits.grad[0, :, 0, 1] == 0)
    assert torch.all(logits.grad[0, :, 0, 0] != 0)


def test_of_sure_answers_the_overlap_loss_is_one_minus_dice_of_cloud_and_of_shadow() -> None:
    truth = torch.tensor([[1, 1, 2, 0], [0, 3, 3, 0]])
    answer = torch.tensor([[1, 2, 0, 0], [0, 3, 0, 3]])  # 2 of 3 cloudy found, 1 of 2 in shadow
    surely = torch.log(torch.nn.functional.one_hot(answer, 4) + 1e-9).permute(2, 0, 1)[None]
    loss = overlap_loss(surely, (1 << truth)[None].to(torch.uint8))
    # Dice with one pixel added on either side: (2·2 + 1) / (2 + 3 + 1) and (2·1 + 1) / (2 + 2 + 1).
    assert float(loss) == pytest.approx(1 - (5 / 6 + 3 / 5) / 2, abs=1e-6)


def test_the_overlap_loss_leaves_out_what_may_or_may_not_be_of_the_class() -> None:
    logits = torch.randn(1, 4, 1, 4, requires_grad=True)
    either, unknown, shadow_or_clear, thick_or_thin = 0b0011, 0, 0b1001, 0b0110
    allowed = torch.tensor([[[either, unknown, shadow_or_clear, thick_or_thin]]], dtype=torch.uint8)
    cloud = torch.softmax(logits, 1)[:, 1:3].sum(1)[0, 0]
    shadow = torch.softmax(logits, 1)[0, 3, 0]
    # Cloud is open in the first two, shadow in the second and third.
    for_cloud = 1 - (2 * cloud[3] + 1) / (cloud[2] + cloud[3] + 1 + 1)
    for_shadow = 1 - 1 / (shadow[0] + shadow[3] + 1)
    loss = overlap_loss(torch.log_softmax(logits, 1), allowed)
    expected = (for_cloud + for_shadow) / 2
    assert loss.item() == pytest.approx(expected.item(), rel=1e-5)


def test_a_teacher_that_agrees_leaves_only_its_own_doubt() -> None:
    soft = torch.tensor([0.2, 0.5, 0.3])
    ours = torch.log(torch.tensor([0.2, 0.4, 0.1, 0.3]))[None, :, None, None]
    loss = teacher_loss(ours, soft[None, :, None, None], torch.ones(1, 1, 1), 1.0)
    assert float(loss) == pytest.approx(float(-(soft * soft.log()).sum()), rel=1e-5)


def test_a_pixel_that_teachers_call_shadow_counts_more() -> None:
    ours = torch.log(torch.tensor([0.7, 0.1, 0.1, 0.1]))[None, :, None, None].expand(1, 4, 1, 2)
    clear_and_shadow = torch.tensor([[1.0, 0.0], [0.0, 0.0], [0.0, 1.0]])[None, :, None]
    loss = teacher_loss(ours, clear_and_shadow, torch.ones(1, 1, 2), 3.0)
    expected = -(np.log(0.7) + 3 * np.log(0.1)) / (1 + 3)
    assert float(loss) == pytest.approx(expected, rel=1e-5)


def test_shade_is_told_from_dark_ground_alone_each_kind_as_a_whole_and_clouds_left_out() -> None:
    probabilities = torch.tensor(
        [  # clear, thick, thin, shadow
            [0.3, 0.5, 0.1, 0.1],  # a lake in the sun, taken for cloud: 3 to 1 that it is lit
            [0.1, 0.0, 0.0, 0.9],  # a field in the sun, bright in the near infrared
            [0.2, 0.0, 0.0, 0.8],  # shadow
            [0.1, 0.8, 0.0, 0.1],  # cloud
            [0.1, 0.0, 0.0, 0.9],  # nobody knows whether it is in shadow
        ]
    )
    reflectance = torch.full((1, len(ROLES), 1, 5), 0.02)
    reflectance[:, ROLES.index("B08"), 0, 1] = 0.3
    allowed = torch.tensor(
        [[[ALLOW_CLEAR, ALLOW_CLEAR, ALLOW_SHADOW, ALLOW_CLOUD, ALLOW_CLEAR | ALLOW_SHADOW]]]
    ).to(torch.uint8)
    logs = torch.log(probabilities + 1e-12).T[None, :, None]
    loss = shade_loss(logs, reflectance, torch.ones(1, len(ROLES)), allowed)
    expected = -(np.log(0.75) + np.log(0.8)) / 2 / (1 + FEW)
    assert float(loss) == pytest.approx(expected, rel=1e-3)


def test_without_infrared_dark_ground_is_what_is_dark_in_red() -> None:
    reflectance = torch.zeros(1, len(ROLES), 1, 2)
    reflectance[:, ROLES.index("B04"), 0] = torch.tensor([0.03, 0.2])
    presence = torch.zeros(1, len(ROLES))
    presence[:, VISIBLE] = 1
    logits = torch.zeros(1, 4, 1, 2, requires_grad=True)
    allowed = torch.full((1, 1, 2), ALLOW_CLEAR, dtype=torch.uint8)
    shade_loss(torch.log_softmax(logits, 1), reflectance, presence, allowed).backward()
    assert logits.grad is not None
    assert logits.grad[0, 0, 0, 0] < 0 and torch.all(logits.grad[..., 1] == 0)


def _sample() -> Sample:
    rng = np.random.default_rng(0)
    return Sample(
        rng.uniform(0.1, 1, (13, 32, 32)).astype(np.float32),
        np.ones(13, bool),
        rng.integers(0, 15, (32, 32)).astype(np.uint8),
        rng.integers(0, 255, (4, 32, 32)).astype(np.uint8),
    )


def test_bands_are_dropped_whole_and_red_green_blue_stay() -> None:
    rng, seen = np.random.default_rng(1), set()
    for _ in range(200):
        sample = drop_bands(rng, _sample(), BandSets())
        there = sample.reflectance.any(axis=(1, 2))
        assert np.array_equal(there, sample.presence)
        assert sample.presence[1:4].all()
        seen.add(int(sample.presence.sum()))
    assert {3, 4, 6} <= seen
    assert max(seen) >= 12


def test_turning_a_sample_keeps_pixels_and_labels_together() -> None:
    rng, sample = np.random.default_rng(2), _sample()
    pairs = {(float(v), int(a)) for v, a in zip(sample.reflectance[3].flat, sample.allowed.flat)}
    for _ in range(8):
        turned = turn(rng, sample)
        found = zip(turned.reflectance[3].flat, turned.allowed.flat)
        assert {(float(v), int(a)) for v, a in found} == pairs


@pytest.mark.real_data
def test_hand_drawn_shadow_is_darker_than_what_the_network_takes_to_be_lit() -> None:
    if not (data_folder() / "train" / "index.json").exists():
        pytest.skip("the shared data are not here: set CLOUDMASK_DATA to their folder")
    lit = drawn = 0
    for patch in read_patches(data_folder(), MANUAL_SOURCES):
        shadow = patch.allowed == ALLOW_SHADOW
        lit += int((patch.reflectance[VISIBLE].min(axis=0)[shadow] > LIT).sum())
        drawn += int(shadow.sum())
    assert drawn > 100_000
    assert lit / drawn < 0.001
