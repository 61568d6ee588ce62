"""Snow on real ground without cloud: few places in reach have any, and clear snow is what red,
green and blue alone most often take for cloud.

A simulated landscape says where it lies, the picture itself how it is lit: slopes, fields, tracks
and forest that show on the ground show in its snow.
"""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from cloudmask_plugin.engine.bands import ROLES

from .air import Cube
from .datasets import VISIBLE_ROWS
from .fractal_noise import Plane
from .simulation import snow_cover

DUSTED = 0.35  # share of the snows through which the ground shows everywhere


def snow_over(
    rng: np.random.Generator,
    ground: Cube,
    *,
    resolution: float,
    sun_zenith: float,
    sun_azimuth: float,
    level: str,
) -> Cube:
    """A clear background with snow on it, (13, rows, cols) float32.

    :param ground: (13, rows, cols) float32 reflectance; TOA for "L1C", surface for "L2A".
    """
    cover = snow_cover(
        *ground.shape[1:],
        seed=int(rng.integers(2**31)),
        resolution=resolution,
        sun_zenith=sun_zenith,
        sun_azimuth=sun_azimuth,
        level=level,
    )
    visible = ground[VISIBLE_ROWS].mean(axis=0)
    lying = _share(rng, cover.height, visible)
    lit = _light(rng, visible, cover.light)
    snowed = np.empty_like(ground)
    for b, plane in enumerate(ground):
        snowed[b] = (1 - lying) * plane + lying * lit * cover.reflectance(b)
    cirrus = ROLES.index("B10")  # sees no ground
    snowed[cirrus] = ground[cirrus]
    return snowed


def _share(rng: np.random.Generator, height: Plane, visible: Plane) -> Plane:
    """Share (rows, cols) of each pixel that is snow: more on high and on open ground."""
    low, middle, high = np.percentile(visible, (10, 50, 90))
    openness = np.clip((visible - middle) / max(high - low, 0.01), -2, 2)
    place = height + rng.uniform(-0.2, 1.5) * openness
    line = np.quantile(place, max(0.0, 1 - rng.uniform(0.3, 1.4)))
    whole = rng.uniform(0.25, 0.9) if rng.uniform() < DUSTED else 1.0
    width = rng.uniform(0.05, 0.5)
    share = whole / (1 + np.exp(np.clip((line - place) / width - 2, -30, 30)))
    return np.asarray(share, np.float32)


def _light(rng: np.random.Generator, visible: Plane, relief: Plane) -> Plane:
    """Light on the snow (rows, cols): what is brighter or darker on the ground than around it, and
    at times the simulated relief.
    """
    around = ndimage.gaussian_filter(visible, rng.uniform(5, 30))
    lit = (visible / np.maximum(around, 0.01)) ** rng.uniform(0.1, 1.2)
    lit *= relief if rng.uniform() < 0.6 else 1.0
    return np.clip(lit, 0.25, 1.4).astype(np.float32)
