"""What may differ between a training sample and a user's image, drawn at random.

A sample is cut out, resized, turned, spoilt as sensors and processors spoil images, and
robbed of bands. Every function takes and returns a whole ``Sample``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from cloudmask_plugin.engine.bands import BANDS, ROLES, VISIBLE
from cloudmask_plugin.engine.classes import THICK_CLOUD, THIN_CLOUD
from cloudmask_plugin.engine.gaps import fill_gaps
from cloudmask_plugin.engine.radiometry import TCI_SCALE

from .datasets import VISIBLE_ROWS
from .recipes import BandSets

_SIX = (*VISIBLE, "B08", "B8A", "B11", "B12")  # one of the two NIR bands
_TEN = (*_SIX, "B05", "B06", "B07")
# Path reflectance that atmospheric correction takes away, for L2A from L1C; as in simulation.
_AIR = np.array(
    [0.115, 0.08, 0.045, 0.023, 0.018, 0.014, 0.011, 0.009, 0.008, 0.003, 0, 0.002, 0.001],
    np.float32,
)[:, None, None]


TCI_WHITE = 254 * TCI_SCALE  # reflectance of the white of a Level-1C true-colour image
BRIGHTEST_GROUND = 0.5  # reflectance; fresh snow is brighter
_WAVELENGTHS = np.array([band.wavelength for band in BANDS])[:, None, None]
_REDNESS = np.clip((_WAVELENGTHS - 560) / (665 - 490), -0.7, 0.8)
_BEYOND_RED = np.clip((_WAVELENGTHS - 705) / (2190 - 705), 0, 1)
_CLOUD_BITS = (1 << THICK_CLOUD) | (1 << THIN_CLOUD)


@dataclass(frozen=True)
class Sample:
    """``reflectance`` (13, rows, cols) float32, ``presence`` (13,) bool, ``allowed`` (rows,
    cols) uint8 bit mask of classes, ``soft`` (4, rows, cols) uint8 as teachers.py gives it.
    """

    reflectance: NDArray[np.float32]
    presence: NDArray[np.bool_]
    allowed: NDArray[np.uint8]
    soft: NDArray[np.uint8]


def cut(
    rng: np.random.Generator,
    reflectance: NDArray[np.float16],
    presence: NDArray[np.bool_],
    allowed: NDArray[np.uint8],
    soft: NDArray[np.uint8] | None,
    size: int,
) -> Sample:
    """Cut a random square, at times enlarged or reduced; short images are continued."""
    rows, cols = allowed.shape
    zoom = float(np.exp(rng.uniform(np.log(0.55), np.log(1.6)))) if rng.uniform() < 0.4 else 1.0
    zoom = max(zoom, size / max(rows, cols))  # never more nodata than there must be
    side = max(1, round(size / zoom)) if max(rows, cols) >= size else size
    row = int(rng.integers(0, max(rows - side, 0) + 1))
    col = int(rng.integers(0, max(cols - side, 0) + 1))
    window = np.s_[..., row : row + side, col : col + side]
    sample = Sample(
        reflectance[window].astype(np.float32),
        presence,
        allowed[window],
        np.zeros((4, *allowed[window].shape), np.uint8) if soft is None else soft[window],
    )
    if side != size and sample.allowed.shape == (side, side):
        sample = _resized(sample, size)
    return _continued(rng, sample, size)


def _resized(sample: Sample, size: int) -> Sample:
    image = torch.from_numpy(np.ascontiguousarray(sample.reflectance))[None]
    image = functional.interpolate(image, (size, size), mode="bilinear", antialias=True)
    side = sample.allowed.shape[0]
    nearest = (np.arange(size) * side + side // 2) // size
    picked = np.ix_(nearest, nearest)
    soft = sample.soft[:, picked[0], picked[1]]
    return Sample(image[0].numpy(), sample.presence, sample.allowed[picked], soft)


def _continued(rng: np.random.Generator, sample: Sample, size: int) -> Sample:
    """Put a sample that is too small at a random place of a square filled around it."""
    rows, cols = sample.allowed.shape
    if (rows, cols) == (size, size):
        return sample
    top, left = int(rng.integers(0, size - rows + 1)), int(rng.integers(0, size - cols + 1))
    margins = ((top, size - rows - top), (left, size - cols - left))
    valid = np.pad(np.ones((rows, cols), bool), margins)
    return Sample(
        fill_gaps(np.pad(sample.reflectance, ((0, 0), *margins)), valid),
        sample.presence,
        np.pad(sample.allowed, margins),
        np.pad(sample.soft, ((0, 0), *margins)),
    )


def turn(rng: np.random.Generator, sample: Sample) -> Sample:
    """One of the eight positions of a square."""
    quarter, mirror = int(rng.integers(4)), rng.uniform() < 0.5

    def turned(array: NDArray[Any]) -> NDArray[Any]:
        array = np.rot90(array, quarter, axes=(-2, -1))
        return np.ascontiguousarray(array[..., ::-1] if mirror else array)

    return replace(
        sample,
        reflectance=turned(sample.reflectance),
        allowed=turned(sample.allowed),
        soft=turned(sample.soft),
    )


def lose_pixels(rng: np.random.Generator, sample: Sample) -> Sample:
    """At times: a swath's edge, a hole or single pixels without measurement, filled."""
    if rng.uniform() > 0.12:
        return sample
    rows, cols = sample.allowed.shape
    y, x = np.mgrid[:rows, :cols].astype(np.float32)
    form = rng.integers(3)
    if form == 0:
        angle, cutoff = rng.uniform(0, 2 * np.pi), rng.uniform(-0.1, 0.35) * rows
        middle = (y - rows / 2) * np.sin(angle) + (x - cols / 2) * np.cos(angle)
        valid = middle < rows / 2 - cutoff
    elif form == 1:
        centre, radius = rng.uniform(0, rows, 2), rng.uniform(2, 40)
        valid = np.maximum(np.abs(y - centre[0]), np.abs(x - centre[1])) > radius
    else:
        valid = rng.uniform(size=(rows, cols)) > 0.003
    if not valid.any():
        return sample
    return replace(
        sample,
        reflectance=fill_gaps(sample.reflectance, valid),
        allowed=np.where(valid, sample.allowed, 0).astype(np.uint8),
        soft=np.where(valid, sample.soft, 0).astype(np.uint8),
    )


def freeze(rng: np.random.Generator, sample: Sample) -> Sample:
    """At times: real clouds as if of ice, darker in the short-wave infrared, and brighter.

    By brightness alone, so that no outline of a label is drawn into the image; only where
    all that is bright is known to be cloud.
    """
    if rng.uniform() < 0.4 or not sample.presence[ROLES.index("B11")]:
        return sample
    visible = sample.reflectance[1:4].mean(axis=0)
    only_cloud = (sample.allowed > 0) & (sample.allowed & ~np.uint8(_CLOUD_BITS) == 0)
    cloud = only_cloud | (sample.soft[1] > 200)
    bright = visible > 0.4
    if bright.sum() < 200 or cloud[bright].mean() < 0.9:
        return sample
    share = np.clip((visible - 0.2) / 0.25, 0, 1)
    image = sample.reflectance.copy()
    gain = np.float32(rng.uniform(1.0, 1.8))
    image *= 1 + share * (gain - 1)
    factor = rng.uniform(0.2, 0.7) / gain
    for role, ratio in (("B11", 1.0), ("B12", rng.uniform(0.8, 1.8))):
        image[ROLES.index(role)] *= 1 + share * np.float32(factor * ratio - 1)
    return replace(sample, reflectance=image)


def disturb(rng: np.random.Generator, sample: Sample, level: str) -> Sample:
    """Calibration, correction, noise, saturation, shifted and coarse bands."""
    image = sample.reflectance.copy()
    presence = sample.presence.copy()
    if level == "L1C" and rng.uniform() < 0.25:  # as a processor to L2A would leave it
        image = np.maximum(image - _AIR * np.float32(rng.uniform(0.5, 1.1)), 0)
        presence[ROLES.index("B10")] = False
    gain = np.clip(rng.normal(1, 0.07), 0.85, 1.15) * rng.normal(1, 0.015, (len(ROLES), 1, 1))
    if rng.uniform() < 0.3:  # corrected for a low sun: what is bright exceeds 1
        gain *= rng.uniform(1.0, 1.7)
    image *= gain.astype(np.float32)
    if level == "L2A" and rng.uniform() < 0.5:  # corrected for vapour that lies below the cloud
        vapour = image[ROLES.index("B09")]
        vapour[vapour > 0.35] *= np.float32(rng.uniform(1.2, 2.6))
        np.minimum(vapour, np.float32(1.6), out=vapour)
    image += np.float32(rng.normal(0, 0.006))
    if rng.uniform() < 0.5:
        deviation = np.float32(rng.uniform(0, 0.006))
        image += deviation * rng.standard_normal(image.shape[1:], dtype=np.float32)
    for b, band in enumerate(BANDS):
        if band.resolution > 10 and rng.uniform() < 0.08:
            factor = band.resolution // 10
            blocks = image[b, ::factor, ::factor]
            shape = image.shape[1:]
            image[b] = blocks.repeat(factor, 0).repeat(factor, 1)[: shape[0], : shape[1]]
        if rng.uniform() < 0.02:
            image[b] = np.roll(image[b], rng.integers(-1, 2, 2), axis=(0, 1))
    if rng.uniform() < 0.12:  # 8-bit quick-looks
        top = np.float32(rng.uniform(0.3, 0.8))
        image = _in_8_bits(image, top)
    np.maximum(image, 0, out=image)
    return replace(sample, reflectance=image, presence=presence)


def relight(rng: np.random.Generator, sample: Sample, level: str) -> Sample:
    """Other air, another tint, and light that changes slowly across the image.

    Quick-looks of few places are soon known by their colours; so is a scene by its haze. The light
    changes over half the image and more, and by less than a cloud's shadow takes away.
    """
    image = sample.reflectance * np.exp(rng.normal(0, 0.03, (len(ROLES), 1, 1)))
    coarse = torch.from_numpy(rng.uniform(-0.15, 0.15, (1, 1, 3, 3)))
    shape = sample.allowed.shape
    image *= np.exp(functional.interpolate(coarse, shape, mode="bicubic")[0, 0].numpy())
    air = rng.normal(0, 0.25 if level == "L1C" else 0.1)
    present = sample.presence[:, None, None]
    image = np.where(present, np.maximum(image + _AIR * np.float32(air), 0), 0)
    return replace(sample, reflectance=image.astype(np.float32))


def darken(rng: np.random.Generator, sample: Sample) -> Sample:
    """Ground without cloud as of darker soil and denser forest: dark, and in the sun."""
    return replace(sample, reflectance=sample.reflectance * np.float32(rng.uniform(0.35, 0.9)))


def repaint(rng: np.random.Generator, sample: Sample) -> Sample:
    """Ground without cloud as of another soil: redder or bluer, brighter or darker, and another
    slope beyond red; its brightest visible band stays below that of fresh snow.

    A shadow is what is darker than the ground beside it: the ground of few places teaches how
    dark a shadow is instead. The cirrus band, which sees no ground, stays as it is.
    """
    hue = np.clip(rng.normal(0.25, 0.45), -0.4, 1.3)  # there is more red soil than blue
    slope, light = rng.normal(0, 0.4, 2)
    image = sample.reflectance * np.exp(light + hue * _REDNESS + slope * _BEYOND_RED)
    brightest = np.percentile(image[VISIBLE_ROWS].max(axis=0), 95)
    image *= min(1.0, BRIGHTEST_GROUND / max(float(brightest), 1e-6))
    image[ROLES.index("B10")] = sample.reflectance[ROLES.index("B10")]
    return replace(sample, reflectance=image.astype(np.float32))


def as_picture(rng: np.random.Generator, sample: Sample) -> Sample:
    """As an 8-bit picture, of a product or by anybody: what is brighter than its white is white."""
    top = TCI_WHITE if rng.uniform() < 0.5 else float(rng.uniform(0.25, 0.8))
    image = _in_8_bits(sample.reflectance, np.float32(top))
    return replace(sample, reflectance=image.astype(np.float32))


def _in_8_bits(image: NDArray[np.float32], top: np.float32) -> NDArray[np.float32]:
    """Reflectance in 255 steps up to ``top``."""
    return np.asarray(np.round(np.clip(image, 0, top) * (255 / top)) * (top / 255))


def drop_bands(rng: np.random.Generator, sample: Sample, chances: BandSets) -> Sample:
    """Leave one of the usual sets of bands, at times fewer; red, green and blue always stay."""
    sets = (VISIBLE, (*VISIBLE, "B08", "B8A"), _SIX, _TEN, ROLES)
    odds = [chances.rgb, chances.rgb_nir, chances.six, chances.ten]
    chosen = sets[int(rng.choice(5, p=[*odds, 1 - sum(odds)]))]
    presence = sample.presence & np.array([role in chosen for role in ROLES])
    narrow, wide = ROLES.index("B8A"), ROLES.index("B08")
    image = sample.reflectance
    if presence[wide] and not presence[narrow] and rng.uniform() < 0.4:
        image = image.copy()  # other sensors have one NIR band: it stands for either
        image[narrow], presence[narrow], presence[wide] = image[wide], True, False
    elif presence[wide] and presence[narrow] and (chosen is not ROLES or rng.uniform() < 0.2):
        presence[rng.choice([narrow, wide])] = False
    if rng.uniform() < 0.25:
        presence &= rng.uniform(size=len(ROLES)) > 0.25
    for role in VISIBLE:
        presence[ROLES.index(role)] = sample.presence[ROLES.index(role)]
    return replace(sample, reflectance=image * presence[:, None, None], presence=presence)
