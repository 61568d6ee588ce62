"""What bundled models are compared with: ukis-csmask's variants and a tuned threshold."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.classes import CLEAR, CLOUD_SHADOW, NODATA, THICK_CLOUD, THIN_CLOUD

from .cases import BAND_SETS, Cube, Labels, Presence, brightness
from .datasets import Patch

# What ukis-csmask calls the bands, in the order of BAND_SETS["6"].
UKIS_BANDS = ("blue", "green", "red", "nir", "swir16", "swir22")
UKIS_VARIANTS = ((4, "l1c"), (4, "l2a"), (6, "l1c"), (6, "l2a"))
UKIS = "ukis-csmask"  # how the names of its variants begin


def ukis_name(bands: int, level: str) -> str:
    """What a variant is called in tables."""
    return f"{UKIS} {bands} bands {level.upper()}"


def ukis_labels(reflectance: Cube, presence: Presence, bands: int, level: str) -> Labels | None:
    """Labels by ukis-csmask as its users call it; cloud is given as thick.

    None where a band that it needs is missing.
    """
    from ukis_csmask.mask import CSmask

    roles = list(BAND_SETS["6"][:bands])
    if not presence[ROLES.index("B08")]:
        roles[3] = "B8A"
    index = [ROLES.index(role) for role in roles]
    if not presence[index].all():
        return None
    image = np.ascontiguousarray(reflectance[index].transpose(1, 2, 0))
    mask = CSmask(image, list(UKIS_BANDS[:bands]), level, intra_op_num_threads=2).csm[..., 0]
    codes: Labels = np.array([CLEAR, THICK_CLOUD, CLOUD_SHADOW], np.uint8)[mask]
    return codes


def bright_labels(reflectance: Cube, threshold: float) -> Labels:
    """Thick cloud where the mean of red, green and blue exceeds the threshold."""
    return np.where(brightness(reflectance) > threshold, THICK_CLOUD, CLEAR).astype(np.uint8)


def tune_threshold(patches: Iterable[Patch]) -> float:
    """The brightness above which a pixel is best called cloud, by IoU on the training split."""
    values, truths = [], []
    for patch in patches:
        if not patch.validation and patch.source in ("s2cmc", "l8biome", "ukis_landsat5"):
            known = patch.labels != NODATA
            values.append(brightness(patch.reflectance.astype(np.float32))[known][::7])
            truths.append(np.isin(patch.labels[known][::7], (THICK_CLOUD, THIN_CLOUD)))
    value, truth = np.concatenate(values), np.concatenate(truths)

    def overlap(threshold: float) -> float:
        found = value > threshold
        return float(np.sum(found & truth) / np.sum(found | truth))

    return float(max(np.arange(0.1, 0.6, 0.01), key=overlap))
