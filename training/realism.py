"""How simulated clouds and shadows compare with real ones: ``python -m training.realism``.

For each source of hand-drawn labels and for simulated scenes of the same size of pixel: the light
that shadow keeps, of the sunlit ground beside it; what thick cloud reflects, of what it does in the
green; how bright it is across its outline, from the ground (0) to deep inside (1); and the darkest
visible band of thick and of thin cloud. Simulated shadow is that which training calls nothing else.
The simulator's clouds and shadows were set by these.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.classes import (
    CLEAR,
    CLOUD_CODES,
    CLOUD_SHADOW,
    NODATA,
    THICK_CLOUD,
    THIN_CLOUD,
)

from .datasets import VISIBLE_ROWS, data_folder, read_patches
from .simulation import simulate_scene

SOURCES = ("l8biome", "ukis_landsat5", "ukis_landsat7", "layton_shadow", "s2cmc", "drivendata")
RESOLUTIONS = (10.0, 30.0, 45.0)
SCENES, FIRST_SEED = 14, 500
SHOWN = ("B02", "B03", "B04", "B08", "B11", "B12")
GREEN = ROLES.index("B03")
PERCENTILES = (5, 25, 50, 75, 95)
FEW = 200  # pixels that a median is not taken of
DISTANCES = (-3, -1, 0, 1, 2, 3, 5, 8, 12, 20)  # pixels inside the outline
COVER = (0.05, 0.7)  # of cloud, of a patch with outlines

Values = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Labelled:
    """A patch: reflectance (13, rows, cols), 0 where a band is absent; class codes (rows, cols)."""

    source: str
    reflectance: NDArray[np.float32]
    labels: NDArray[np.uint8]


def real_patches(folder: str | None) -> Iterator[Labelled]:
    """Training patches with labels by hand; held-out places are not looked at."""
    for patch in read_patches(data_folder(folder), SOURCES):
        if not patch.validation:
            yield Labelled(patch.source, patch.reflectance.astype(np.float32), patch.labels)


def simulated_patches() -> Iterator[Labelled]:
    """Simulated scenes, in which every second has no thin layer."""
    for resolution in RESOLUTIONS:
        for number in range(SCENES):
            scene = simulate_scene(
                256, 256, seed=FIRST_SEED + number, resolution=resolution, level="L1C",
                sun_zenith=40.0, sun_azimuth=140.0, thick=0.3, thin=0.1 * (number % 2),
            )  # fmt: skip
            open_shade = (scene.labels == CLOUD_SHADOW) & ~scene.undisputed()
            labels = np.where(open_shade, np.uint8(NODATA), scene.labels)
            yield Labelled(f"simulated, {resolution:.0f} m", scene.reflectance, labels)


def light_in_shadow(patch: Labelled) -> Values | None:
    """Reflectance (13,) of shadow by that of sunlit ground near it; None where there is little."""
    shadow = patch.labels == CLOUD_SHADOW
    cloud = np.isin(patch.labels, CLOUD_CODES)
    if not shadow.any() or not cloud.any():
        return None
    core = ndimage.distance_transform_edt(shadow) > 2
    away = ndimage.distance_transform_edt(~shadow)
    sunlit = (patch.labels == CLEAR) & (away > 3) & (away < 20)
    sunlit &= ndimage.distance_transform_edt(~cloud) > 3
    if core.sum() < FEW or sunlit.sum() < FEW:
        return None
    share = ndimage.gaussian_filter(sunlit.astype(np.float32), 16)
    near = core & (share > 0.02)
    kept = [
        np.median(plane[near] / np.maximum(_mean_near(plane, sunlit, share)[near], 1e-3))
        for plane in patch.reflectance
    ]
    return np.array(kept)


def _mean_near(
    plane: NDArray[np.float32], where: NDArray[np.bool_], share: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Mean of ``plane`` over ``where``, of which there is ``share``; near pixels count more."""
    whole: NDArray[np.float32] = ndimage.gaussian_filter(plane * where, 16)
    return whole / np.maximum(share, np.float32(1e-6))


def spectrum_of_thick_cloud(patch: Labelled) -> Values | None:
    """Reflectance (13,) by that in the green; None where there is little thick cloud."""
    thick = patch.labels == THICK_CLOUD
    if thick.sum() < 10 * FEW:
        return None
    found: Values = np.median(patch.reflectance[:, thick], axis=1)
    return found / found[GREEN]


def across_outline(patch: Labelled) -> Values | None:
    """Green reflectance by distance inside the outline, 0 on the ground and 1 deep inside."""
    cloud = np.isin(patch.labels, CLOUD_CODES)
    if not COVER[0] < cloud.mean() < COVER[1]:
        return None
    inside = ndimage.distance_transform_edt(cloud) - ndimage.distance_transform_edt(~cloud)
    inside -= 0.5 * np.sign(inside)
    steps = list(zip(DISTANCES, DISTANCES[1:]))
    rings = [(inside >= near) & (inside < far) for near, far in steps]
    if min(ring.sum() for ring in rings) < FEW / 4:
        return None
    means = np.array([patch.reflectance[GREEN][ring].mean() for ring in rings])
    return means - means[0] if means[-1] > means[0] else None


def darkest_visible(patch: Labelled, code: int) -> Values | None:
    """Percentiles of the darkest visible band where a class is; None where there is little."""
    where = patch.labels == code
    if where.sum() < FEW:
        return None
    darkest = patch.reflectance[VISIBLE_ROWS][:, where].min(axis=0)
    return np.percentile(darkest, PERCENTILES)


def compare(patches: Iterable[Labelled]) -> list[str]:
    """The lines that are printed."""
    shadow: dict[str, list[Values]] = {}
    cloud: dict[str, list[Values]] = {}
    outline: dict[str, list[Values]] = {}
    thick: dict[str, list[Values]] = {}
    thin: dict[str, list[Values]] = {}
    for patch in patches:
        for found, measure in (
            (shadow, light_in_shadow),
            (cloud, spectrum_of_thick_cloud),
            (outline, across_outline),
            (thick, partial(darkest_visible, code=THICK_CLOUD)),
            (thin, partial(darkest_visible, code=THIN_CLOUD)),
        ):
            values = measure(patch)
            if values is not None:
                found.setdefault(patch.source, []).append(values)
    shown = [ROLES.index(role) for role in SHOWN]
    lines = ["", "light that shadow keeps: " + " ".join(SHOWN)]
    lines += [_line(name, np.array(rows)[:, shown]) for name, rows in shadow.items()]
    lines += ["", "thick cloud by its green: " + " ".join(SHOWN)]
    lines += [_line(name, np.array(rows)[:, shown]) for name, rows in cloud.items()]
    lines += ["", f"brightness from pixels {DISTANCES[:-1]} inside the outline on"]
    for name, rows in outline.items():
        profile = np.mean(rows, axis=0)
        lines.append(_line(name, (profile / profile[-1])[np.newaxis], len(rows)))
    for kind, found in (("thick", thick), ("thin", thin)):
        lines += ["", f"darkest visible band of {kind} cloud, percentiles {PERCENTILES}"]
        lines += [_line(name, np.array(rows)) for name, rows in found.items()]
    return lines


def _line(name: str, rows: Values, count: int | None = None) -> str:
    medians = " ".join(
        f"{value:5.2f}" if value > 1e-6 or value < 0 else "    –"
        for value in np.median(rows, axis=0)
    )
    return f"{name:18} ({count or len(rows):2}) {medians}"


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", help="folder of the shared data")
    options = parser.parse_args()
    patches = [*real_patches(options.data), *simulated_patches()]
    print("\n".join(compare(patches)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
