"""Simulated Sentinel-2 scenes with known clouds and shadows, for training, demo and tests.

Needs numpy only. Everything has a size in metres, so that a scene looks alike at 10 and at
60 m, and is a function of position on an endless plane: the shadow of a cloud outside the
frame falls into it, and time and memory grow with the number of pixels alone.

Ground is made in ``landscapes.py``, clouds and their shadows in ``clouds.py``, air in ``air.py``;
here they come together, and become what a sensor would see.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cloudmask_plugin.engine.bands import BANDS, ROLES, VISIBLE
from cloudmask_plugin.engine.classes import CLEAR, CLOUD_SHADOW, THICK_CLOUD, THIN_CLOUD

from .air import Cube, lost_to_correction, path_reflectance, seen_through_air
from .clouds import THIN_FROM, Layer, Lighting, cast_shadow, draw_layers
from .fractal_noise import Plane
from .landscapes import SHORE, WATER, Landscape, SnowCover

THICK_FROM = 0.75  # opacity from which the ground can no longer be made out
SHADOW_FROM = 0.35  # share of the direct sunlight that must be missing
# Opacities, and shares of sunlight missing, between which labels differ: haze is clear to some
# and thin cloud to others from where it is first seen to where it whitens the ground.
THIN_BETWEEN = (0.1, 0.42)
THICK_BETWEEN = (0.65, 0.85)
SHADOW_BETWEEN = (0.2, 0.45)
# Over ground whose darkest visible band is brighter, thick cloud looks like thin; and cloud that
# changes a band by less than a share of what it is, or of DARKEST, does not show in it: another
# tenth of light would change it as much.
BRIGHT, SHOWS, DARKEST, DARKEST_CIRRUS = 0.4, 0.1, 0.3, 0.06
# Share of skylight in the light on the ground: what is left in a shadow.
_DIFFUSE = np.array(
    [0.40, 0.34, 0.26, 0.20, 0.18, 0.16, 0.15, 0.14, 0.13, 0.12, 0.1, 0.08, 0.06], np.float32
)
# Share of the sunlight scattered downwards by a cloud that arrives in its shadow (drawn: below a
# small cloud most goes astray), and by band what becomes of it. Hand-drawn shadows keep .2 to .5 of
# the light in the near infrared and .3 to .5 in the shortwave infrared: python -m training.realism.
THROUGH = (0.3, 1.0)
_THROUGH = np.array([1, 1, 1, 1, 1, 1, 1, 1, 1, 0.6, 0.1, 0.95, 0.9], np.float32)


@dataclass(frozen=True)
class SimulatedScene:
    """A scene and its truth: reflectance (13, rows, cols), labels (rows, cols) class codes.

    ``resolution`` is in metres, ``sun_zenith`` and ``sun_azimuth`` in degrees (azimuth of the
    sun, clockwise from north; row 0 is north). ``level`` is "L1C" or "L2A"; the latter has no
    cirrus band, which is 0 there. ``opacity`` and ``shade`` (rows, cols) 0..1 are what the
    labels come from: the share of the ground's light that all layers hold back, faint haze
    among them, and the share of direct sunlight that is missing. ``water`` (rows, cols) is where
    it lies on the ground, ``bright`` where the ground is as bright as snow, and ``shows`` (rows,
    cols) has bit b set where band b of ROLES tells the scene from the same without clouds.
    """

    reflectance: Cube
    labels: NDArray[np.uint8]
    opacity: Plane
    shade: Plane
    water: NDArray[np.bool_]
    bright: NDArray[np.bool_]
    shows: NDArray[np.uint16]
    resolution: float
    sun_zenith: float
    sun_azimuth: float
    level: str

    @property
    def presence(self) -> NDArray[np.bool_]:
        """Which bands there are, (13,)."""
        return np.array([role != "B10" or self.level == "L1C" for role in ROLES])

    def possible_classes(self, presence: NDArray[np.bool_] | None = None) -> NDArray[np.uint8]:
        """Bit mask (rows, cols) of the class codes that people may give a pixel.

        Where one class ends and the next begins is a convention that every set of labels
        draws elsewhere. Hardly anybody sees shadow on water; learned as such, it makes shadow of
        all dark water. So is cloud over snow where none of the bands that are looked at shows it,
        and which kind of cloud it is; learned as cloud, it makes cloud of all snow.

        :param presence: (13,) of the bands that are looked at; None: whoever looks knows.
        """
        ground = np.where((self.shade < SHADOW_BETWEEN[1]) | self.water, 1 << CLEAR, 0)
        ground |= np.where(self.shade >= SHADOW_BETWEEN[0], 1 << CLOUD_SHADOW, 0)
        cloud = np.where(self.opacity < THICK_BETWEEN[1], 1 << THIN_CLOUD, 0)
        cloud |= np.where(self.opacity >= THICK_BETWEEN[0], 1 << THICK_CLOUD, 0)
        if presence is not None:
            cloud[self.bright] = 1 << THIN_CLOUD | 1 << THICK_CLOUD
            looked_at = np.uint16((presence << np.arange(len(ROLES))).sum())
            cloud[self.bright & (self.shows & looked_at == 0)] |= 1 << CLEAR
        open_sky, cloudy = self.opacity < THIN_BETWEEN[1], self.opacity >= THIN_BETWEEN[0]
        return (ground * open_sky | cloud * cloudy).astype(np.uint8)

    def undisputed(self) -> NDArray[np.bool_]:
        """Where (rows, cols) all would agree on clear, on shadow, or on cloud of either kind, and
        with the label, which knows nothing of faint haze.
        """
        possible = self.possible_classes()
        clear, shadow, thick, thin = (
            1 << code for code in (CLEAR, CLOUD_SHADOW, THICK_CLOUD, THIN_CLOUD)
        )
        agreed = np.isin(possible, (clear, shadow, thick, thin, thick | thin))
        return agreed & ((possible >> self.labels) & 1 > 0)


def simulate_scene(
    rows: int,
    cols: int,
    *,
    seed: int,
    resolution: float = 10.0,
    level: str = "L1C",
    sun_zenith: float = 45.0,
    sun_azimuth: float = 150.0,
    thick: float = 0.2,
    thin: float = 0.1,
    snow: float = 0.0,
) -> SimulatedScene:
    """Make a landscape with clouds over it; the same seed gives the same scene.

    :param thick: share of the frame, 0..1, of which clouds of an opaque form hide a third or more;
        ``thin`` that under a thin layer (rims of clouds come on top) and ``snow`` that of the
        ground under snow.
    """
    rng = np.random.default_rng([seed, 1])
    landscape = Landscape(seed, resolution, sun_zenith, sun_azimuth)
    ground, water = landscape.surface(rows, cols, snow)
    if level == "L1C":
        ground = seen_through_air(ground, sun_zenith)
    return lay_clouds(
        ground,
        rng=rng,
        resolution=resolution,
        sun_zenith=sun_zenith,
        sun_azimuth=sun_azimuth,
        thick=thick,
        thin=thin,
        level=level,
        water=water,
    )


def flood(
    ground: Cube,
    *,
    seed: int,
    resolution: float,
    sun_zenith: float,
    sun_azimuth: float,
    level: str,
) -> NDArray[np.bool_]:
    """Put lakes, a river and their shores on a clear background, in place.

    :param ground: (13, rows, cols) float32 reflectance; TOA for "L1C", surface for "L2A".
    :return: (rows, cols) where water is now.
    """
    rng = np.random.default_rng([seed, 2])
    landscape = Landscape(seed, resolution, sun_zenith, sun_azimuth)
    rows, cols = ground.shape[1:]
    colours, kind = landscape.water(rows, cols, rng)
    changed = kind >= WATER.start
    if level == "L1C":
        colours = seen_through_air(colours[..., np.newaxis], sun_zenith)[..., 0]
    ground[:, changed] = colours
    return changed & (kind < SHORE.start)


def snow_cover(
    rows: int,
    cols: int,
    *,
    seed: int,
    resolution: float,
    sun_zenith: float,
    sun_azimuth: float,
    level: str,
) -> SnowCover:
    """Snow of a simulated landscape; reflectance is TOA for "L1C", of the surface for "L2A"."""
    rng = np.random.default_rng([seed, 3])
    landscape = Landscape(seed, resolution, sun_zenith, sun_azimuth)
    return landscape.snow(rows, cols, rng, level)


def lay_clouds(
    ground: Cube,
    *,
    rng: np.random.Generator,
    resolution: float,
    sun_zenith: float,
    sun_azimuth: float,
    thick: float,
    thin: float,
    level: str,
    layers: Sequence[Layer] | None = None,
    water: NDArray[np.bool_] | None = None,
    white: float = math.inf,
) -> SimulatedScene:
    """Lay clouds and their shadows over a clear background, simulated or real.

    :param ground: (13, rows, cols) float32 reflectance; TOA for "L1C", surface for "L2A".
    :param water: (rows, cols) where it is known to lie on the ground.
    :param layers: the clouds, instead of drawing some by ``thick`` and ``thin``.
    :param white: reflectance beyond which the image does not tell.
    """
    rows, cols = ground.shape[1:]
    layers = layers or draw_layers(rng, resolution, rows, cols, thick, thin)
    path = path_reflectance(sun_zenith, level)
    shadows = [
        cast_shadow(layer, rows, cols, resolution, sun_zenith, sun_azimuth) for layer in layers
    ]
    through = rng.uniform(*THROUGH, len(layers))
    sunlight = {
        part: _sunlight(shadows, through * part, (rows, cols)) for part in np.unique(_THROUGH)
    }
    diffuse = np.clip(_DIFFUSE * rng.uniform(0.7, 1.5), 0, 0.6)
    scene = np.empty_like(ground)
    for b, plane in enumerate(ground):
        air = np.minimum(plane, path[b])
        light = diffuse[b] + (1 - diffuse[b]) * sunlight[_THROUGH[b]]
        scene[b] = air + (plane - air) * light
    shade = 1 - sunlight[_THROUGH.max()]

    lighting = Lighting(
        sun_azimuth=sun_azimuth,
        # What corrects the ground overdoes it for clouds: in L2A they exceed 1 with a low sun.
        glare=np.float32(rng.uniform(1.0, 1.5) if level == "L2A" else 1.0),
        lost=lost_to_correction(path),
        below=np.maximum(ground.mean(axis=(1, 2)) - path, 0).astype(np.float32),
    )
    clearness: Plane = np.ones((rows, cols), np.float32)
    haze: Plane = np.ones((rows, cols), np.float32)
    for layer in sorted(layers, key=lambda one: one.height):
        # Fainter haze is part of a clear scene.
        part = clearness if layer.peak > THIN_FROM else haze
        veil = layer.veil(0, 0, rows, cols)
        part *= 1 - veil[0]
        for plane, (transmitted, light) in zip(scene, layer.by_band(veil, lighting)):
            plane *= transmitted
            plane += light

    labels = np.full((rows, cols), CLEAR, np.uint8)
    labels[shade > SHADOW_FROM] = CLOUD_SHADOW
    labels[clearness < 1 - THIN_FROM] = THIN_CLOUD
    labels[clearness < 1 - THICK_FROM] = THICK_CLOUD
    np.minimum(scene, np.float32(white), out=scene)
    bright, shows = _compared(np.minimum(ground, np.float32(white)), scene)
    scene = np.minimum(_as_sensed(scene, rng, resolution), np.float32(white))
    if level == "L2A":
        scene[ROLES.index("B10")] = 0
    return SimulatedScene(
        reflectance=scene,
        labels=labels,
        opacity=1 - clearness * haze,
        shade=shade,
        water=np.zeros((rows, cols), bool) if water is None else water,
        bright=bright,
        shows=shows,
        resolution=resolution,
        sun_zenith=sun_zenith,
        sun_azimuth=sun_azimuth,
        level=level,
    )


def _sunlight(
    shadows: Sequence[tuple[Plane, Plane]],
    through: Sequence[float] | NDArray[np.float64],
    shape: tuple[int, int],
) -> Plane:
    """Share of the sun's light (rows, cols) that reaches the ground past or through the clouds.

    :param shadows: of each what it takes from the beam, and how much of that it sends back.
    :param through: share of what is scattered downwards that arrives in the shadow.
    """
    sunlight: Plane = np.ones(shape, np.float32)
    for (taken, sent_back), part in zip(shadows, through):
        sunlight *= 1 - taken + np.float32(part) * (taken - sent_back)
    return sunlight


def _compared(before: Cube, after: Cube) -> tuple[NDArray[np.bool_], NDArray[np.uint16]]:
    """Where the ground is bright, and by which bands clouds show; see :class:`SimulatedScene`."""
    bright = before[[ROLES.index(role) for role in VISIBLE]].min(axis=0) > BRIGHT
    shows = np.zeros(bright.shape, np.uint16)
    for b, role in enumerate(ROLES):
        least = DARKEST_CIRRUS if role == "B10" else DARKEST
        changed = np.abs(after[b] - before[b]) >= SHOWS * np.maximum(before[b], least)
        shows |= changed.astype(np.uint16) << np.uint16(b)
    return bright, shows


def _as_sensed(scene: Cube, rng: np.random.Generator, resolution: float) -> Cube:
    """What a sensor makes of it, in place: soft focus, native pixel sizes, noise."""
    rows, cols = scene.shape[1:]
    deviation = np.float32(rng.uniform(0.0005, 0.003))
    for b, band in enumerate(BANDS):
        factor = round(band.resolution / resolution)
        if factor > 1:
            scene[b] = _in_blocks(scene[b], factor)
        else:
            for axis in (0, 1):
                padding = [(1, 1) if a == axis else (0, 0) for a in (0, 1)]
                scene[b] = _soften(np.pad(scene[b], padding, mode="edge"), axis)
        if band.role != "B10":
            scene[b] += deviation * rng.standard_normal((rows, cols), dtype=np.float32)
    return np.maximum(scene, 0, out=scene)


def _soften(values: Plane, axis: int) -> Plane:
    """Weigh neighbours 1:4:1, the width of a point seen by the sensor; 2 shorter."""
    lines = np.moveaxis(values, axis, 0)
    return np.moveaxis((lines[:-2] + 4 * lines[1:-1] + lines[2:]) / np.float32(6), 0, axis)


def _in_blocks(values: Plane, factor: int) -> Plane:
    """Mean over blocks of ``factor``² pixels, repeated: a coarser band on this grid."""
    rows, cols = values.shape
    padded = np.pad(values, ((0, -rows % factor), (0, -cols % factor)), mode="edge")
    blocks = padded.reshape(padded.shape[0] // factor, factor, padded.shape[1] // factor, factor)
    means: Plane = blocks.mean(axis=(1, 3), dtype=np.float32)
    fine: Plane = means.repeat(factor, 0).repeat(factor, 1)[:rows, :cols]
    return fine
