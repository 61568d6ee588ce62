"""The network: a plain U-Net that any subset of the 13 bands can be fed to."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from cloudmask_plugin.engine.bands import REACHES, ROLES, reach_of
from cloudmask_plugin.engine.classes import CLEAR, CLOUD_SHADOW, CODES

from .recipes import Widths

VISIBLE = slice(ROLES.index("B02"), ROLES.index("B04") + 1)
NIR = slice(ROLES.index("B08"), ROLES.index("B08") + 1)
STRIDE = 16  # pixels; sizes and positions of windows must be multiples of it
MARGIN = 8  # pixels by which a window is continued inside the graph; half the stride on each side
BRIGHTEST = 1.0  # reflectance; what exceeds it is cloud or glint, by how much says nothing
# Reflectance of the darkest of red, green, blue above which nothing is in shadow: fresh snow under
# the sky alone; 99.9 % of hand-drawn shadows are darker (tests/training/test_network.py). Without
# it very bright clouds had holes.
LIT = 0.4
LIT_SLOPE = 40.0  # logit by reflectance beyond it
# Between these, of the same darkest band, what calibration adds to cloud fades out: of ground only
# snow, ice and salt are as bright, and what is so bright and may be cloud is as often one of them.
DIM, BRIGHT = 0.5, 0.7
LONELY = ("B01", "B05", "B06", "B07", "B09")  # not looked at without shortwave infrared
OFFSETS = ("cloud", "shadow")  # what calibration adds to the logits of
HALO = 64  # pixels; what lies further away changes less than one label in a thousand


def _convolution(inputs: int, outputs: int, stride: int = 1) -> nn.Sequential:
    """A plain 3×3 convolution: depthwise ones do a tenth of the work a second on a CPU."""
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(),
    )


class CloudNetwork(nn.Module):
    """Reflectance and presence of bands to logits of classes.

    The stem halves the size at once and the head doubles it by a pixel shuffle, for the
    work of a layer goes with its pixels. No layer sees the whole image (no pooling, no
    normalisation by patch), so a pixel's class depends on at most 95 pixels around it.
    Widths at half size are multiples of 16: onnxruntime pads others to that.
    """

    def __init__(self, widths: Widths) -> None:
        super().__init__()
        w = widths
        self.stem = nn.Conv2d(len(ROLES), w.stem, 3, 2, 1)
        self.adapt = nn.Linear(len(ROLES), 2 * w.stem)
        self.at_half = _convolution(w.stem, w.half)
        self.to_quarter = _convolution(w.half, w.quarter, 2)
        self.at_quarter = _convolution(w.quarter, w.quarter)
        self.to_eighth = _convolution(w.quarter, w.eighth, 2)
        self.at_eighth = _convolution(w.eighth, w.eighth)
        self.to_sixteenth = _convolution(w.eighth, w.sixteenth, 2)
        self.at_sixteenth = nn.Sequential(
            _convolution(w.sixteenth, w.sixteenth), _convolution(w.sixteenth, w.sixteenth)
        )
        self.up_eighth = nn.Conv2d(w.sixteenth, w.eighth, 1)
        self.join_eighth = _convolution(w.eighth, w.eighth)
        self.up_quarter = nn.Conv2d(w.eighth, w.quarter, 1)
        self.join_quarter = _convolution(w.quarter, w.quarter)
        self.up_half = nn.Conv2d(w.quarter, w.half, 1)
        self.join_half = _convolution(w.half, w.half)
        self.head = nn.Conv2d(w.half, 4 * len(CODES), 1)
        # Offsets by how far the bands reach.
        shape = len(REACHES), len(OFFSETS)
        self.register_buffer("offsets", torch.zeros(shape), persistent=False)
        # Pixel shuffle as a transposed convolution: onnxruntime does it in a third of the time.
        places = torch.zeros(4 * len(CODES), len(CODES), 2, 2)
        for channel in range(4 * len(CODES)):
            places[channel, channel // 4, channel // 2 % 2, channel % 2] = 1
        self.register_buffer("places", places, persistent=False)
        narrow = torch.tensor([float(role == "B8A") for role in ROLES])
        self.register_buffer("narrow", narrow, persistent=False)
        lonely = torch.tensor([float(role in LONELY) for role in ROLES])
        self.register_buffer("lonely", lonely, persistent=False)
        infrared = torch.tensor([float(reach_of([role]) != "visible") for role in ROLES])
        self.register_buffer("infrared", infrared, persistent=False)
        shortwave = torch.tensor([float(reach_of([role]) == "SWIR") for role in ROLES])
        self.register_buffer("shortwave", shortwave, persistent=False)

    def forward(self, reflectance: Tensor, presence: Tensor) -> tuple[Tensor, Tensor]:
        """Return logits (N, 4, H, W) and features (N, F, H/2, W/2).

        :param reflectance: (N, 13, H, W) as 0..1 in the order of ROLES, 0 where absent; H and
            W multiples of 16. The root spreads dark ground and shadows apart from each other.
        :param presence: (N, 13) 1 where the band is there, else 0.
        """
        infrared = (presence * self.infrared).amax(dim=1, keepdim=True)
        shortwave = (presence * self.shortwave).amax(dim=1, keepdim=True)
        # B8A stands in for B08 where that is missing and says nothing new beside it. What was
        # learned with nearly all other bands alone, B08 and B8A together among it, misleads.
        kept = 1 - self.narrow * presence[:, NIR] - self.lonely * (1 - shortwave)
        presence = presence * kept
        root = torch.sqrt(torch.clamp(reflectance, 0.0, BRIGHTEST)) * kept[:, :, None, None]
        # Zeros beside an image look like a dark edge to a convolution: keep them away from it.
        stem = self.stem(functional.pad(root, (MARGIN,) * 4, mode="replicate"))
        scale, shift = self.adapt(presence)[:, :, None, None].chunk(2, dim=1)
        half = self.at_half(functional.relu(stem * (1 + scale) + shift))
        quarter = self.at_quarter(self.to_quarter(half))
        eighth = self.at_eighth(self.to_eighth(quarter))
        deep = self.at_sixteenth(self.to_sixteenth(eighth))
        eighth = self.join_eighth(eighth + _twice(self.up_eighth(deep)))
        quarter = self.join_quarter(quarter + _twice(self.up_quarter(eighth)))
        features = self.join_half(half + _twice(self.up_half(quarter)))
        features = features[..., MARGIN // 2 : -MARGIN // 2, MARGIN // 2 : -MARGIN // 2]
        logits = functional.conv_transpose2d(self.head(features), self.places, stride=2)
        visible, near, short = self.offsets.split(1)
        offsets = visible + infrared * (near - visible) + shortwave * (short - near)
        cloud, shadow = offsets[..., None, None].split(1, dim=1)
        darkest = darkest_visible(reflectance)
        cloud = cloud * dimness(darkest)
        shade = shadow - functional.relu(darkest - LIT) * LIT_SLOPE
        of_class = {CLEAR: 0 * shade, CLOUD_SHADOW: shade}
        logits = logits + torch.cat([of_class.get(code, cloud) for code in CODES], dim=1)
        return logits, features


def darkest_visible(reflectance: Tensor) -> Tensor:
    """Reflectance of the darkest of blue, green and red, (N, 1, H, W) of (N, 13, H, W)."""
    blue, green, red = reflectance[:, VISIBLE].split(1, dim=1)
    return torch.minimum(torch.minimum(blue, green), red)


def dimness(darkest: Tensor) -> Tensor:
    """How far, 0..1, pixels whose darkest visible band is this are too dim to be snow."""
    return torch.clamp((BRIGHT - darkest) / (BRIGHT - DIM), 0.0, 1.0)


def _twice(tensor: Tensor) -> Tensor:
    return functional.interpolate(tensor, scale_factor=2.0, mode="nearest")


@torch.no_grad()
def logits_of(
    network: CloudNetwork, reflectance: NDArray[np.floating[Any]], presence: Tensor
) -> Tensor:
    """Logits (4, rows, cols) of an image (13, rows, cols) of any size, seen with the bands of
    ``presence`` (13,).
    """
    rows, cols = reflectance.shape[1:]
    padding = ((0, 0), (0, -rows % STRIDE), (0, -cols % STRIDE))
    image = torch.from_numpy(np.pad(reflectance.astype(np.float32), padding, "edge"))
    image = (image * presence[:, None, None])[None].contiguous(memory_format=torch.channels_last)
    device = network.head.bias.device
    with torch.autocast(device.type, torch.bfloat16, enabled=device.type != "cpu"):
        logits, _ = network(image.to(device), presence[None].float().to(device))
    answer: Tensor = logits[0, :, :rows, :cols].float().cpu()
    return answer
