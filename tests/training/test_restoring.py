"""A bundled model taken back into training."""

from __future__ import annotations

import copy
from pathlib import Path

import onnxruntime
import pytest
import torch
from torch import nn

from cloudmask_plugin.engine.bands import ROLES, VISIBLE
from training.export import as_stored, with_offsets, write_onnx
from training.networks import CloudNetwork
from training.recipes import Recipe, Widths
from training.restoring import restored

RECIPE = Recipe("narrow", "", widths=Widths(8, 16, 16, 16, 16))
OFFSETS = {
    "visible": {"cloud": 0.5, "shadow": 1.25},
    "NIR": {"cloud": 0.75, "shadow": 0.0},
    "SWIR": {"cloud": 0.25, "shadow": -0.5},
}


def views(size: int) -> tuple[torch.Tensor, torch.Tensor]:
    presence = (torch.rand(4, len(ROLES)) < 0.7).float()
    return torch.rand(4, len(ROLES), size, size) * presence[:, :, None, None], presence


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    torch.manual_seed(1)
    network = CloudNetwork(RECIPE.widths)
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            nn.init.normal_(module.running_mean, 0, 0.1)
            nn.init.uniform_(module.running_var, 0.5, 2)
            nn.init.normal_(module.bias, 0, 0.2)
    path = tmp_path_factory.mktemp("model") / "model.onnx"
    write_onnx(as_stored(with_offsets(network.eval(), OFFSETS)), path)
    return path


@pytest.fixture(scope="module")
def network(model: Path) -> CloudNetwork:
    torch.manual_seed(2)
    nothing = torch.zeros(0)
    return restored(RECIPE, model, (*views(96), nothing, nothing))


def test_it_answers_as_the_file_does_without_the_offsets_of_its_calibration(
    model: Path, network: CloudNetwork
) -> None:
    image, presence = views(64)
    presence[:2] = torch.tensor([float(role in VISIBLE) for role in ROLES])
    image = image * presence[:, :, None, None]
    feeds = {"reflectance": image.numpy(), "presence": presence.numpy()}
    stored = onnxruntime.InferenceSession(str(model)).run(["logits"], feeds)[0]
    with torch.no_grad():
        ours = network(image, presence)[0]
    darkest = image[:, [ROLES.index(role) for role in VISIBLE]].amin(1)
    dim = ((0.7 - darkest) / 0.2).clamp(0, 1)
    visible = torch.tensor([1.0, 1.0, 0.0, 0.0])[:, None, None]
    cloud, shadow = (
        dim * (0.5 * visible + 0.25 * (1 - visible)),
        1.25 * visible - 0.5 * (1 - visible),
    )
    added = torch.stack([0 * cloud, cloud, cloud, shadow + 0 * cloud], 1)
    assert torch.allclose(ours + added, torch.from_numpy(stored), atol=1e-4)


def test_it_can_be_trained_on_for_a_batch_is_normalised_as_it_was(network: CloudNetwork) -> None:
    image, presence = views(96)
    training = copy.deepcopy(network).train()
    with torch.no_grad():
        still, moving = network(image, presence)[0], training(image, presence)[0]
    assert (still - moving).abs().mean() < 0.1 * still.std()
