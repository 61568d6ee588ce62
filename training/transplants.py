"""Real clouds, lifted from a cloudy date by its clear partner, to be laid over other ground.

Where both dates of a place are there, what the cloud adds and how much of the ground it hides
can be told apart; simulated clouds have neither the edges nor the tops of real ones. Where there
is but an outline by hand, a cloud is cut out along it, ground that shines through and all
(Ghiasi et al. 2021, "Simple Copy-Paste", https://arxiv.org/abs/2012.07177).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from cloudmask_plugin.engine.bands import ROLES

from .air import Cube
from .clouds import Lighting, hidden
from .datasets import ALLOW_CLOUD, Patch
from .fractal_noise import Plane
from .simulation import THICK_FROM

THICK = 0.02  # share of a patch under thick cloud for it to be of use
# Patches whose ground is another on the clear date: what differs is not the cloud alone.
CHANGED = "sen12mscr__ROIs1970_fall_s2_cloudy_136"
SEEN = (0.2, 0.6)  # probability of cloud, by the teachers, between which it fades in
RIM = 4  # pixels beyond what the teachers call cloud in which its edge may lie
HIDING = 0.5  # see simulation.hidden
FAINT = 0.15  # opacity below which what two dates differ by fades out: fields, shadows
HIGH = 0.01  # reflectance in the cirrus band from which a cloud is a high one
SOFT = 1.5  # pixels over which a cloud that was cut out along its outline fades
COVER = (0.03, 0.9)  # of cloud, of a patch that clouds are cut out of
BLUE, GREEN, CIRRUS = (ROLES.index(role) for role in ("B02", "B03", "B10"))


@dataclass(frozen=True, eq=False)
class RealCloud:
    """A cloud without its ground.

    :param opacity: (rows, cols) float32, share of the ground's light that it hides, 0..1.
    :param light: (13, rows, cols) float16, what it adds to what is left of the ground's.
    :param high: whether the cirrus band sees it.
    """

    name: str
    opacity: Plane
    light: NDArray[np.float16]
    high: bool


@dataclass(frozen=True, eq=False)
class RealLayer:
    """A real cloud at a height (m) over a scene; beyond its patch it goes on mirrored.

    ``turn`` (0..3 quarters) and ``start`` (row, col) say how it lies, ``gain`` how bright it is.
    """

    cloud: RealCloud
    height: float
    turn: int
    start: tuple[int, int]
    gain: float
    peak: float = 1.0

    def veil(self, row: int, col: int, rows: int, cols: int) -> tuple[Plane, Plane]:
        """See :meth:`.simulation.Layer.veil`."""
        opacity: Plane = self._window(self.cloud.opacity, row, col, rows, cols)
        light = self._window(self.cloud.light[GREEN], row, col, rows, cols).astype(np.float32)
        sent_back: Plane = np.minimum(np.float32(self.gain) * light, opacity)
        return opacity, sent_back

    def by_band(
        self, veil: tuple[Plane, Plane], lighting: Lighting
    ) -> Iterator[tuple[Plane, Plane]]:
        """See :meth:`.simulation.Layer.by_band`."""
        opacity = veil[0]
        gain = np.float32(self.gain) * lighting.glare
        for b, plane in enumerate(self.cloud.light):
            light = self._window(plane, 0, 0, *opacity.shape).astype(np.float32)
            yield 1 - opacity, np.maximum(gain * light - 0.5 * lighting.lost[b] * opacity, 0)

    def _window(
        self, plane: NDArray[Any], row: int, col: int, rows: int, cols: int
    ) -> NDArray[Any]:
        turned = np.rot90(plane, self.turn)
        return turned[
            np.ix_(
                _mirrored(self.start[0] + row, rows, turned.shape[0]),
                _mirrored(self.start[1] + col, cols, turned.shape[1]),
            )
        ]


def _mirrored(first: int, count: int, size: int) -> NDArray[np.intp]:
    """Indices from ``first`` on along an axis that goes on mirrored at both ends."""
    place = np.arange(first, first + count) % (2 * size)
    return np.minimum(place, 2 * size - 1 - place)


def outlined(patch: Patch) -> RealCloud:
    """The clouds of a labelled patch, cut out along their outlines."""
    cloud = (patch.allowed & ALLOW_CLOUD > 0) & (patch.allowed & ~np.uint8(ALLOW_CLOUD) == 0)
    opacity = ndimage.gaussian_filter(cloud.astype(np.float32), SOFT)
    light = patch.reflectance * opacity.astype(np.float16)
    return RealCloud(patch.name, opacity, light, high=False)


def has_outlines(patch: Patch) -> bool:
    """Whether clouds cover a share of the patch that leaves outlines to cut along."""
    share = float((patch.allowed & ALLOW_CLOUD > 0).mean())
    return COVER[0] <= share <= COVER[1]


def draw_layer(rng: np.random.Generator, clouds: Sequence[RealCloud]) -> RealLayer:
    """A real cloud, laid anyhow at a height of its kind."""
    cloud = clouds[int(rng.integers(len(clouds)))]
    low, high = (7000, 12000) if cloud.high else (500, 4000)
    rows, cols = cloud.opacity.shape
    return RealLayer(
        cloud,
        height=float(rng.uniform(low, high)),
        turn=int(rng.integers(4)),
        start=(int(rng.integers(2 * rows)), int(rng.integers(2 * cols))),
        gain=float(rng.uniform(0.85, 1.3)),
    )


def real_clouds(patches: Sequence[Patch], soft: Mapping[str, NDArray[np.uint8]]) -> list[RealCloud]:
    """The clouds of all cloudy dates of 13 bands that have a clear partner among ``patches``."""
    by_name = {patch.name: patch for patch in patches}
    found = []
    for patch in patches:
        partner = by_name.get(patch.name.replace("_cloudy", "_clear")) or by_name.get(
            patch.name.replace("_cloudy", "")
        )
        if partner is None or partner is patch or patch.name not in soft:
            continue
        if patch.name.startswith(CHANGED):
            continue
        if not (patch.presence.all() and partner.presence.all()):
            continue
        seen = soft[patch.name][1].astype(np.float32) / 255
        cloud = lifted(
            patch.name,
            patch.reflectance.astype(np.float32),
            partner.reflectance.astype(np.float32),
            seen,
        )
        if float((cloud.opacity >= THICK_FROM).mean()) >= THICK:
            found.append(cloud)
    return found


def lifted(name: str, cloudy: Cube, clear: Cube, seen: Plane) -> RealCloud:
    """Take the ground out of a cloudy date.

    What it reflects in the blue, as if over dark ground, gives the share of the ground's light that
    is left (:func:`.simulation.hidden`).

    :param cloudy: (13, rows, cols); ``clear`` the same place without cloud.
    :param seen: (rows, cols) probability of cloud, by others.
    """
    brighter = np.clip(cloudy[BLUE] - clear[BLUE], 0, 0.9) / (1 - np.clip(clear[BLUE], 0, 0.5))
    wide = ndimage.uniform_filter(ndimage.maximum_filter(seen, 2 * RIM + 1), RIM)
    opacity = hidden(brighter, HIDING)
    opacity *= np.clip((wide - SEEN[0]) / (SEEN[1] - SEEN[0]), 0, 1)
    light = np.maximum(cloudy - (1 - opacity) * clear, 0) * np.minimum(opacity / FAINT, 1)
    thick = opacity > 0.5
    cirrus = float(np.median(light[CIRRUS][thick])) if thick.any() else 0.0
    return RealCloud(name, opacity.astype(np.float32), light.astype(np.float16), high=cirrus > HIGH)
