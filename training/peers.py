"""What bundled models are compared with: ukis-csmask's variants and a tuned threshold."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.classes import CLEAR, CLOUD_SHADOW, NODATA, THICK_CLOUD, THIN_CLOUD

from .cases import BAND_SETS, Cube, Labels, Presence, brightness
from .datasets import Patch

# What ukis-csmask calls the bands, in the order of BAND_SETS["6"].
UKIS_BANDS = ("blue", "green", "red", "nir", "swir16", "swir22")
UKIS_VARIANTS = ((4, "l1c"), (4, "l2a"), (6, "l1c"), (6, "l2a"))
CACHE = Path(__file__).resolve().parents[1] / "build" / "evaluation" / "ukis-csmask-1.0.0"
UKIS = "ukis-csmask"  # how the names of its variants begin


def ukis_name(bands: int, level: str) -> str:
    """What a variant is called in tables."""
    return f"{UKIS} {bands} bands {level.upper()}"


def ukis_bands(reflectance: Cube, presence: Presence, bands: int) -> Cube | None:
    """The 4 or 6 bands (bands, rows, cols) of ukis-csmask; None where one is missing."""
    roles = list(BAND_SETS["6"][:bands])
    if not presence[ROLES.index("B08")]:
        roles[3] = "B8A"
    index = [ROLES.index(role) for role in roles]
    return reflectance[index] if presence[index].all() else None


def ukis_labels(image: Cube, level: str, threads: int = 2) -> Labels:
    """Labels (rows, cols) by ukis-csmask as its users call it; cloud is given as thick.

    :param image: (4 or 6, rows, cols), see :func:`ukis_bands`; ``level``: "l1c" or "l2a".
    """
    from ukis_csmask.mask import CSmask

    names = list(UKIS_BANDS[: len(image)])
    pixels = np.ascontiguousarray(image.transpose(1, 2, 0))
    mask = CSmask(pixels, names, level, intra_op_num_threads=threads).csm[..., 0]
    codes: Labels = np.array([CLEAR, THICK_CLOUD, CLOUD_SHADOW], np.uint8)[mask]
    return codes


def kept_ukis_labels(
    reflectance: Cube, presence: Presence, bands: int, level: str, threads: int = 2
) -> Labels | None:
    """The same of a case, kept under build/ for the next time; None where a band is missing."""
    image = ukis_bands(reflectance, presence, bands)
    if image is None:
        return None
    digest = hashlib.sha256(np.ascontiguousarray(image).tobytes()).hexdigest()[:24]
    path = CACHE / f"{bands}_{level}_{digest}.npy"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        np.save(path, ukis_labels(image, level, threads))
    codes: Labels = np.load(path)
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
