"""Simulated Sentinel-2 scenes with known clouds and shadows, for training, demo and tests.

Needs numpy only. Everything has a size in metres, so that a scene looks alike at 10 and at
60 m, and is a function of position on an endless plane: the shadow of a cloud outside the
frame falls into it, and time and memory grow with the number of pixels alone.

Sources of the numbers: surface spectra follow the USGS Spectral Library 7 and the Sentinel-2
spectral responses, rounded; Rayleigh path reflectance is that of a standard atmosphere at sea
level (Vermote et al. 1997, 6S); cloud heights are those of the WMO cloud atlas.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from cloudmask_plugin.engine.bands import BANDS, ROLES, VISIBLE
from cloudmask_plugin.engine.classes import CLEAR, CLOUD_SHADOW, THICK_CLOUD, THIN_CLOUD

Plane = NDArray[np.float32]  # (rows, cols)
Cube = NDArray[np.float32]  # (13, rows, cols), bands in the order of ROLES

THICK_FROM = 0.75  # opacity from which the ground can no longer be made out
THIN_FROM = 0.2  # opacity from which an analyst sees a cloud at all
COVERS = 0.35  # opacity from which a cloud of an opaque form counts for its share
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
# Scattering of sunlight by a cloud (asymmetry of droplets: Kokhanovsky 2004, "Optical properties of
# terrestrial clouds"), and the share of its optical depth that hides the ground (drawn): light that
# is scattered forward still carries it.
ASYMMETRY = 0.85
HIDING = (0.2, 0.4)
SUN_DISC = math.radians(0.53)  # angle under which the sun is seen; makes the penumbra


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
    landscape = _Landscape(seed, resolution, sun_zenith, sun_azimuth)
    ground, water = landscape.surface(rows, cols, snow)
    if level == "L1C":
        ground = _seen_through_air(ground, sun_zenith)
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
    landscape = _Landscape(seed, resolution, sun_zenith, sun_azimuth)
    rows, cols = ground.shape[1:]
    colours, kind = landscape.water(rows, cols, rng)
    changed = kind >= _WATER.start
    if level == "L1C":
        colours = _seen_through_air(colours[..., np.newaxis], sun_zenith)[..., 0]
    ground[:, changed] = colours
    return changed & (kind < _SHORE.start)


@dataclass(frozen=True, eq=False)
class SnowCover:
    """Snow as it would lie on ground that is not there.

    :param height: (rows, cols) in standard deviations, and ``light`` on its slopes, near 1.
    :param age: (rows, cols) uint8, the row of ``spectra`` (ages, 13) by which it is reflecting.
    """

    height: Plane
    light: Plane
    age: NDArray[np.uint8]
    spectra: Plane

    def reflectance(self, band: int) -> Plane:
        """Of a band, (rows, cols), on level ground."""
        return np.asarray(self.spectra[:, band][self.age])


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
    landscape = _Landscape(seed, resolution, sun_zenith, sun_azimuth)
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
    layers = layers or _draw_layers(rng, resolution, rows, cols, thick, thin)
    path = _path_reflectance(sun_zenith, level)
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
        lost=_lost(path),
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


def hidden(reflected: Plane, hiding: float) -> Plane:
    """Share of the ground's light, 0..1, that a cloud of this reflectance holds back.

    A cloud of optical depth t reflects (1 - g) t / (2 + (1 - g) t) (two streams without absorption;
    Kokhanovsky 2004): one that is but a fifth as white as can be leaves little of the ground.
    """
    bounded = np.clip(reflected, 0, 0.9)
    depth = 2 * bounded / ((1 - ASYMMETRY) * (1 - bounded))
    share: Plane = (1 - np.exp(-np.float32(hiding) * depth)).astype(np.float32)
    return share


def reflecting(opacity: float, hiding: float) -> float:
    """Reflectance of a cloud that hides this share of the ground: inverse of :func:`hidden`."""
    depth = -math.log(1 - opacity) / hiding
    return (1 - ASYMMETRY) * depth / (2 + (1 - ASYMMETRY) * depth)


def _compared(before: Cube, after: Cube) -> tuple[NDArray[np.bool_], NDArray[np.uint16]]:
    """Where the ground is bright, and by which bands clouds show; see :class:`SimulatedScene`."""
    bright = before[[ROLES.index(role) for role in VISIBLE]].min(axis=0) > BRIGHT
    shows = np.zeros(bright.shape, np.uint16)
    for b, role in enumerate(ROLES):
        least = DARKEST_CIRRUS if role == "B10" else DARKEST
        changed = np.abs(after[b] - before[b]) >= SHOWS * np.maximum(before[b], least)
        shows |= changed.astype(np.uint16) << np.uint16(b)
    return bright, shows


# Noise on an endless plane -----------------------------------------------------------------


def _lattice(seed: int, level: int, row: int, col: int, rows: int, cols: int) -> Plane:
    """Independent values of variance 1 by position: a hash, so any window can be asked for."""
    i = (np.arange(row, row + rows, dtype=np.int64) & 0xFFFFFFFF).astype(np.uint32)[:, None]
    j = (np.arange(col, col + cols, dtype=np.int64) & 0xFFFFFFFF).astype(np.uint32)[None, :]
    salt = np.uint32((seed * 0x9E3779B1 + level * 0x7FEB352D) & 0xFFFFFFFF)
    h = (i * np.uint32(0x85EBCA77) + salt) ^ (j * np.uint32(0xC2B2AE3D))
    for shift, factor in ((15, 0x2C1B3C6D), (12, 0x297A2D39)):  # Wellons' "lowbias32"
        h ^= h >> np.uint32(shift)
        h *= np.uint32(factor)
    h ^= h >> np.uint32(15)
    values: Plane = h.astype(np.float32)
    values *= np.float32(math.sqrt(12) / 2**32)
    values -= np.float32(math.sqrt(3))
    return values


def _double(values: Plane, axis: int, skip: int, size: int) -> Plane:
    """Refine ×2 along ``axis`` by Chaikin's corner cutting, then keep ``size`` from ``skip``."""
    lines = np.moveaxis(values, axis, 0)
    fine = np.empty((2 * (lines.shape[0] - 2), *lines.shape[1:]), np.float32)
    middle = lines[1:-1] * np.float32(0.75)
    fine[0::2] = middle + lines[:-2] * np.float32(0.25)
    fine[1::2] = middle + lines[2:] * np.float32(0.25)
    return np.moveaxis(fine[skip : skip + size], 0, axis)


def noise(
    seed: int,
    row: int,
    col: int,
    rows: int,
    cols: int,
    *,
    coarsest: float,
    finest: float = 1.0,
    roughness: float = 0.5,
) -> Plane:
    """Fractal noise of mean 0 and standard deviation near 1 in a window of an endless plane.

    :param coarsest: size in pixels of the largest features; ``finest`` of the smallest.
    :param roughness: amplitude of features half as large, 0..1.
    """
    top = max(0, round(math.log2(max(coarsest, 1))))
    bottom = min(top, max(0, round(math.log2(max(finest, 1)))))
    windows = [(row, col, rows, cols)]
    for _ in range(top):
        r, c, height, width = windows[-1]
        up, left = r // 2 - 1, c // 2 - 1
        down, right = (r + height - 1) // 2 + 2, (c + width - 1) // 2 + 2
        windows.append((up, left, down - up, right - left))
    values = _lattice(seed, top, *windows[top])
    amplitude, variance = 1.0, 0.35 if top else 1.0  # smoothing leaves about 0.35 of variance 1
    for level in range(top - 1, -1, -1):
        r, c, height, width = windows[level]
        parent_row, parent_col = windows[level + 1][:2]
        values = _double(values, 0, r - 2 * (parent_row + 1), height)
        values = _double(values, 1, c - 2 * (parent_col + 1), width)
        amplitude *= roughness
        if level >= bottom:
            values = values + np.float32(amplitude) * _lattice(seed, level, r, c, height, width)
            variance += amplitude**2 * (0.35 if level else 1.0)
    return np.ascontiguousarray(values * np.float32(1 / math.sqrt(variance)))


def _streaks(
    seed: int, row: int, col: int, rows: int, cols: int, coarsest: float, shear: float
) -> Plane:
    """Noise drawn out eightfold along a slanting direction, as cirrus is by the wind."""
    lean = np.floor(np.arange(row, row + rows) * shear).astype(np.int64)
    left, right = col + int(lean.min()), col + cols + int(lean.max())
    windows = [(left, right)]
    for _ in range(3):
        left, right = left // 2 - 1, (right - 1) // 2 + 2
        windows.append((left, right))
    values = noise(seed, row, left, rows, right - left, coarsest=coarsest, roughness=0.6)
    for (left, right), (parent, _) in zip(windows[-2::-1], windows[:0:-1]):
        values = _double(values, 1, left - 2 * (parent + 1), right - left)
    columns = (col + lean - windows[0][0])[:, None] + np.arange(cols)[None, :]
    return np.take_along_axis(values, columns, axis=1)


def _quantile(values: Plane, share: float) -> float:
    """Value that ``share`` of the plane lies below, from a sample of it."""
    step = max(1, math.isqrt(values.size // 65536))
    return float(np.quantile(values[::step, ::step], min(max(share, 0.0), 1.0)))


# Ground ------------------------------------------------------------------------------------

# Surface reflectance in the order of ROLES; the cirrus band does not see the ground.
_SURFACES: dict[str, tuple[float, ...]] = {
    "crop": (0.02, 0.03, 0.07, 0.04, 0.11, 0.30, 0.38, 0.42, 0.44, 0.44, 0, 0.22, 0.11),
    "conifer": (0.012, 0.018, 0.035, 0.022, 0.06, 0.17, 0.21, 0.23, 0.25, 0.25, 0, 0.11, 0.05),
    "broadleaf": (0.015, 0.022, 0.055, 0.03, 0.09, 0.28, 0.36, 0.39, 0.41, 0.41, 0, 0.19, 0.08),
    "dry grass": (0.06, 0.08, 0.12, 0.15, 0.19, 0.23, 0.26, 0.28, 0.30, 0.31, 0, 0.36, 0.26),
    "dark soil": (0.05, 0.06, 0.08, 0.10, 0.12, 0.13, 0.15, 0.16, 0.17, 0.18, 0, 0.24, 0.21),
    "pale soil": (0.12, 0.15, 0.21, 0.28, 0.31, 0.33, 0.35, 0.37, 0.39, 0.40, 0, 0.48, 0.42),
    "red soil": (0.05, 0.06, 0.10, 0.20, 0.24, 0.26, 0.28, 0.30, 0.32, 0.33, 0, 0.42, 0.36),
    "sand": (0.20, 0.25, 0.33, 0.40, 0.42, 0.43, 0.44, 0.46, 0.47, 0.48, 0, 0.55, 0.50),
    "concrete": (0.16, 0.18, 0.21, 0.23, 0.24, 0.25, 0.25, 0.26, 0.27, 0.27, 0, 0.29, 0.27),
    "white roof": (0.45, 0.52, 0.56, 0.58, 0.58, 0.58, 0.58, 0.58, 0.58, 0.57, 0, 0.52, 0.48),
    "tiles": (0.06, 0.07, 0.10, 0.20, 0.22, 0.24, 0.25, 0.27, 0.28, 0.28, 0, 0.33, 0.32),
    "asphalt": (0.07, 0.08, 0.09, 0.10, 0.105, 0.11, 0.11, 0.12, 0.12, 0.13, 0, 0.14, 0.13),
    "clear water": (0.03, 0.03, 0.02, 0.01, 0.008, 0.005, 0.005, 0.004, 0.004, 0.004, 0, 0.002, 0.002),  # noqa: E501
    "silty water": (0.06, 0.08, 0.12, 0.11, 0.09, 0.04, 0.035, 0.025, 0.022, 0.02, 0, 0.005, 0.003),
    "snow": (0.90, 0.92, 0.92, 0.91, 0.89, 0.88, 0.87, 0.85, 0.84, 0.78, 0, 0.12, 0.10),
    "ice": (0.60, 0.62, 0.60, 0.52, 0.48, 0.42, 0.38, 0.33, 0.28, 0.20, 0, 0.03, 0.02),
    "salt": (0.40, 0.45, 0.52, 0.57, 0.58, 0.59, 0.60, 0.60, 0.60, 0.58, 0, 0.45, 0.35),
}  # fmt: skip
_SPECTRA = {name: np.array(values, np.float32) for name, values in _SURFACES.items()}

# Ranges of palette entries by kind of ground.
_FIELDS, _FOREST, _OPEN, _TOWN = range(0, 96), range(96, 112), range(112, 144), range(144, 168)
_WATER, _SHORE, _SNOW, _HEDGE = range(168, 176), range(176, 180), range(180, 188), 188


@dataclass(frozen=True)
class _Landscape:
    """Fields, forest, open land, towns, water and relief; sizes in metres."""

    seed: int
    resolution: float
    sun_zenith: float
    sun_azimuth: float

    def surface(self, rows: int, cols: int, snow: float) -> tuple[Cube, NDArray[np.bool_]]:
        """Surface reflectance (13, rows, cols), shaded by relief, and where water is."""
        rng = np.random.default_rng([self.seed, 0])
        relief, elevation = self._relief(rows, cols, rng, snow)
        kind = self._fields(rows, cols, rng)
        self._cover(kind, rng, 0.9, 4000, _OPEN, rng.uniform(0.05, 0.5))
        self._cover(kind, rng, 0.7, 2500, _FOREST, rng.uniform(0.0, 0.6))
        self._town(kind, rng)
        self._water(kind, elevation, rng)
        texture = self._noise(rng, (rows, cols), 400, roughness=0.75)
        patches = self._noise(rng, (rows, cols), 3000)
        relief *= np.clip(1 + rng.uniform(0.03, 0.09) * texture + 0.05 * patches, 0.5, 1.6)
        flat = (kind >= _WATER.start) & (kind < _WATER.stop)
        relief[flat] = 1 + 0.02 * patches[flat]
        if snow > 0:
            height = elevation + 0.08 * texture
            lying = height > _quantile(height, 1 - snow)
            kind[lying] = _SNOW.start + self._snow_age(patches)[lying]
        palette = _draw_palette(rng)
        ground = np.empty((len(ROLES), rows, cols), np.float32)
        for b in range(len(ROLES)):
            ground[b] = palette[:, b][kind]
            ground[b] *= relief
        return ground, (kind >= _WATER.start) & (kind < _WATER.stop)

    def water(
        self, rows: int, cols: int, rng: np.random.Generator
    ) -> tuple[Plane, NDArray[np.uint8]]:
        """Surface reflectance (13, pixels) of water and shores; palette entries by pixel, or 0."""
        _, elevation = self._relief(rows, cols, rng, 0.0)
        kind = np.zeros((rows, cols), np.uint8)
        while not kind.any():  # some landscapes are dry
            self._water(kind, elevation, rng)
        wet = kind >= _WATER.start
        ripples = 1 + 0.02 * self._noise(rng, (rows, cols), 3000)[wet]
        return _draw_palette(rng).T[:, kind[wet]] * ripples, kind

    def snow(self, rows: int, cols: int, rng: np.random.Generator, level: str) -> SnowCover:
        """See :func:`snow_cover`."""
        light, elevation = self._relief(rows, cols, rng, 1.0)
        texture = self._noise(rng, (rows, cols), 400, roughness=0.75)
        spectra = _draw_palette(rng)[_SNOW.start : _SNOW.stop]
        spectra *= np.float32(rng.uniform(0.7, 1.05))
        if level == "L1C":
            spectra = _seen_through_air(spectra.T[..., np.newaxis], self.sun_zenith)[..., 0].T
        age = self._snow_age(self._noise(rng, (rows, cols), 3000))
        return SnowCover(elevation + 0.08 * texture, light, age, spectra)

    @staticmethod
    def _snow_age(patches: Plane) -> NDArray[np.uint8]:
        return np.clip((patches + 2) * 2, 0, len(_SNOW) - 1).astype(np.uint8)

    def _noise(
        self,
        rng: np.random.Generator,
        shape: tuple[int, ...],
        size: float,
        roughness: float = 0.5,
    ) -> Plane:
        """Noise of ``shape`` (rows, cols) whose largest features are ``size`` metres."""
        seed, (rows, cols) = int(rng.integers(2**31)), shape
        return noise(seed, 0, 0, rows, cols, coarsest=size / self.resolution, roughness=roughness)

    def _relief(
        self, rows: int, cols: int, rng: np.random.Generator, snow: float
    ) -> tuple[Plane, Plane]:
        """Brightness by the slope's angle to the sun, and elevation in standard deviations."""
        height = rng.choice([5.0, 30.0, 150.0, 350.0]) if snow == 0 else rng.uniform(60, 400)
        size, seed = 6000 / self.resolution, int(rng.integers(2**31))
        wide = noise(seed, -1, -1, rows + 2, cols + 2, coarsest=size, finest=2, roughness=0.48)
        metres = np.float32(height / (2 * self.resolution))
        east = (wide[1:-1, 2:] - wide[1:-1, :-2]) * metres
        north = (wide[:-2, 1:-1] - wide[2:, 1:-1]) * metres
        azimuth = math.radians(self.sun_azimuth)
        steepness = math.tan(math.radians(min(self.sun_zenith, 75.0)))
        facing = -(east * math.sin(azimuth) + north * math.cos(azimuth))
        light = (1 + steepness * facing) / np.sqrt(1 + east**2 + north**2)
        return np.clip(light, 0.25, 1.6).astype(np.float32), wide[1:-1, 1:-1]

    def _fields(self, rows: int, cols: int, rng: np.random.Generator) -> NDArray[np.uint8]:
        """Palette entries of a patchwork of fields with hedges or tracks between them."""
        angle, width = rng.uniform(0, math.pi), rng.uniform(100, 500)
        length = width * rng.uniform(1, 3)
        y = np.arange(rows, dtype=np.float32)[:, None] * np.float32(self.resolution)
        x = np.arange(cols, dtype=np.float32)[None, :] * np.float32(self.resolution)
        warp = np.float32(0.25) * self._noise(rng, (rows, cols), 3000)
        across = (x * math.cos(angle) + y * math.sin(angle)) / np.float32(width) + warp
        along = (y * math.cos(angle) - x * math.sin(angle)) / np.float32(length) + warp
        strip = np.floor(across)
        along += (strip * np.float32(0.618)) % 1
        cell = np.floor(along)
        number = (strip.astype(np.int32) * 7919 + cell.astype(np.int32) * 104729) & 1023
        crops = rng.choice(np.arange(_FIELDS.start, _FIELDS.stop, dtype=np.uint8), 1024)
        kind: NDArray[np.uint8] = crops[number]
        edge = np.minimum(across - strip, 1) * np.float32(width)
        if rng.uniform() < 0.6:
            kind[edge < max(8.0, 0.5 * self.resolution)] = _HEDGE
        return kind

    def _cover(
        self,
        kind: NDArray[np.uint8],
        rng: np.random.Generator,
        roughness: float,
        size: float,
        entries: range,
        share: float,
    ) -> None:
        """Cover a share of the ground by patches of ``entries``, graded by a second noise."""
        where = self._noise(rng, kind.shape, size, min(roughness, 0.75))
        shade = self._noise(rng, kind.shape, 1500, 0.6)
        covered = where > _quantile(where, 1 - share)
        graded = np.clip((shade + 2) / 4 * len(entries), 0, len(entries) - 1).astype(np.uint8)
        kind[covered] = entries.start + graded[covered]

    def _town(self, kind: NDArray[np.uint8], rng: np.random.Generator) -> None:
        """Blocks of roofs and streets."""
        where = self._noise(rng, kind.shape, 2500, 0.6)
        built = where > _quantile(where, 1 - rng.choice([0.0, 0.01, 0.04, 0.15]))
        side = max(1, round(40 / self.resolution))
        rows, cols = (-(-n // side) for n in kind.shape)
        blocks = _lattice(int(rng.integers(2**31)), 0, 0, 0, rows, cols)
        entry = np.clip((blocks / 3.5 + 0.5) * len(_TOWN), 0, len(_TOWN) - 1).astype(np.uint8)
        entry = entry.repeat(side, 0).repeat(side, 1)[: kind.shape[0], : kind.shape[1]]
        kind[built] = _TOWN.start + entry[built]

    def _water(self, kind: NDArray[np.uint8], elevation: Plane, rng: np.random.Generator) -> None:
        """Lakes or sea in the low parts and a meandering river, with beaches and bars."""
        silt = self._noise(rng, kind.shape, 8000)
        entry = np.clip((silt + 2) / 4 * len(_WATER), 0, len(_WATER) - 1).astype(np.uint8)
        share = rng.choice([0.0, 0.02, 0.1, 0.4, 1.0], p=[0.32, 0.28, 0.18, 0.14, 0.08])
        level = _quantile(elevation, share) if 0 < share < 1 else np.inf * (share - 0.5)
        meander = np.abs(self._noise(rng, kind.shape, 12000, 0.42)) * 5000
        width = rng.choice([0.0, 25.0, 60.0, 200.0])
        bars = self._noise(rng, kind.shape, 500, 0.6) > 0.6
        shore = ((meander < 1.7 * width) & bars) | (elevation < level + 0.02)
        kind[shore] = _SHORE.start + entry[shore] % len(_SHORE)
        wet = (elevation < level) | ((meander < width) & ~(bars & (meander > 0.4 * width)))
        kind[wet] = _WATER.start + entry[wet]


def _mix(rng: np.random.Generator, *names: str) -> Plane:
    """A random mixture of surfaces, with its own brightness and tint."""
    shares = rng.dirichlet(np.full(len(names), 0.7)).astype(np.float32)
    mixed = shares @ np.stack([_SPECTRA[name] for name in names])
    tilt = 1 + rng.uniform(-0.12, 0.12) * np.linspace(-1, 1, len(ROLES))
    return (mixed * rng.uniform(0.75, 1.25) * tilt).astype(np.float32)


def _draw_palette(rng: np.random.Generator) -> Plane:
    """Spectra (189, 13) of this scene's kinds of ground: one region has few soils and crops."""
    soils = list(rng.choice(["dark soil", "pale soil", "red soil", "dry grass"], 2, replace=False))
    green = rng.uniform(0, 1)
    palette = np.empty((_HEDGE + 1, len(ROLES)), np.float32)
    for k in _FIELDS:
        crop = rng.uniform() < green
        palette[k] = _mix(rng, "crop", soils[0]) if crop else _mix(rng, *soils, "dry grass")
    dryness = rng.uniform(0, 1)
    for step, k in enumerate(_FOREST):
        palette[k] = _mix(rng, "conifer" if step < len(_FOREST) // 2 else "broadleaf", "conifer")
    barren = _mix(rng, str(rng.choice(["sand", "salt", "pale soil", "red soil"])))
    meadow = _mix(rng, "crop", "dry grass")
    for step, k in enumerate(_OPEN):  # a gradient, so that neighbours are alike
        share = np.clip(step / (len(_OPEN) - 1) + dryness - 0.5, 0, 1)
        palette[k] = share * barren + (1 - share) * meadow
    roofs = ("concrete", "tiles", "asphalt", "asphalt", "concrete", "broadleaf", "dry grass")
    for k in _TOWN:
        palette[k] = _mix(rng, *rng.choice(roofs, 2))
    palette[_TOWN.stop - 1] = _mix(rng, "white roof")  # one block in 24 is bright
    clear, silty = _mix(rng, "clear water"), _mix(rng, "silty water", "clear water")
    for step, k in enumerate(_WATER):
        palette[k] = clear + (silty - clear) * (step / (len(_WATER) - 1))
    for k in _SHORE:
        palette[k] = _mix(rng, "sand", soils[1])
    snow, old = _SPECTRA["snow"], _mix(rng, "snow", "ice")
    for step, k in enumerate(_SNOW):
        share = 0.8 * step / (len(_SNOW) - 1)
        palette[k] = ((1 - share) * snow + share * old) * rng.uniform(0.85, 1.05)
    palette[_HEDGE] = _mix(rng, "broadleaf", soils[0])
    return np.clip(palette, 0.001, 1.1)


# Air, clouds, shadows and sensor -----------------------------------------------------------

# Rayleigh and aerosol path reflectance with the sun at 45 degrees, and gas transmittance.
_PATH = np.array(
    [0.115, 0.080, 0.045, 0.023, 0.018, 0.014, 0.011, 0.009, 0.008, 0.003, 0.0008, 0.002, 0.001],
    np.float32,
)
_GAS = np.array([0.95, 0.95, 0.93, 0.95, 0.95, 0.96, 0.97, 0.97, 0.98, 0.35, 0.002, 0.96, 0.94])
# Share of skylight in the light on the ground: what is left in a shadow.
_DIFFUSE = np.array(
    [0.40, 0.34, 0.26, 0.20, 0.18, 0.16, 0.15, 0.14, 0.13, 0.12, 0.1, 0.08, 0.06], np.float32
)
# Share of the sunlight scattered downwards by a cloud that arrives in its shadow (drawn: below a
# small cloud most goes astray), and by band what becomes of it. Hand-drawn shadows keep .2 to .5 of
# the light in the near infrared and .3 to .5 in the shortwave infrared: python -m training.realism.
THROUGH = (0.3, 1.0)
_THROUGH = np.array([1, 1, 1, 1, 1, 1, 1, 1, 1, 0.6, 0.1, 0.95, 0.9], np.float32)
# Clouds at the top of the atmosphere: of droplets (low) and of ice (high); in the shortwave
# infrared, where they absorb, as deep as can be.
_DROPLETS = np.array(
    [0.86, 0.85, 0.84, 0.85, 0.86, 0.87, 0.88, 0.88, 0.89, 0.55, 0.004, 0.56, 0.38], np.float32
)
_ICE = np.array(
    [0.84, 0.83, 0.82, 0.83, 0.84, 0.85, 0.86, 0.86, 0.87, 0.75, 0.35, 0.36, 0.24], np.float32
)
_HAZE = np.array(
    [0.55, 0.52, 0.50, 0.49, 0.49, 0.48, 0.48, 0.48, 0.48, 0.2, 0.001, 0.40, 0.35], np.float32
)
_WAVELENGTHS = np.array([band.wavelength for band in BANDS], np.float32)


def _path_reflectance(sun_zenith: float, level: str) -> NDArray[np.float32]:
    """Light scattered into the view by air, (13,): more with a low sun, none in L2A."""
    if level != "L1C":
        return np.zeros_like(_PATH)
    airmass = 1 / max(math.cos(math.radians(sun_zenith)), 0.2)
    return (_PATH * (0.55 + 0.45 * airmass / math.sqrt(2))).astype(np.float32)


def _lost(path: NDArray[np.float32]) -> NDArray[np.float32]:
    """What atmospheric correction takes off a cloud: the path reflectance that L2A lacks."""
    return np.where(path.any(), np.float32(0), _PATH)


def _seen_through_air(ground: Cube, sun_zenith: float) -> Cube:
    """Top-of-atmosphere reflectance of a surface, in place."""
    path = _path_reflectance(sun_zenith, "L1C")
    for b, plane in enumerate(ground):
        plane *= np.float32(_GAS[b])
        plane += path[b]
    return ground


@dataclass(frozen=True, eq=False)
class Lighting:
    """What a cloud's look depends on besides the cloud: see :func:`lay_clouds`.

    :param sun_azimuth: in degrees.
    :param glare: by how much atmospheric correction overdoes clouds.
    :param lost: (13,) what it takes off them, where the scene is corrected.
    :param below: (13,) reflectance of the ground around.
    """

    sun_azimuth: float
    glare: np.float32
    lost: NDArray[np.float32]
    below: NDArray[np.float32]


class Layer(Protocol):
    """A layer of cloud, simulated or real."""

    @property
    def height(self) -> float:
        """Above the ground, in metres."""

    @property
    def peak(self) -> float:
        """Opacity where it is thickest, 0..1."""

    def veil(self, row: int, col: int, rows: int, cols: int) -> tuple[Plane, Plane]:
        """Share of the ground's light that the cloud holds back, 0..``peak``, and of the sun's that
        it sends back, which is no more.
        """

    def by_band(
        self, veil: tuple[Plane, Plane], lighting: Lighting
    ) -> Iterator[tuple[Plane, Plane]]:
        """For each band the share of the ground's light let through, and the light added.

        :param veil: of the window that begins at row 0 and column 0.
        """


@dataclass(frozen=True)
class Form:
    """A form of cloud: what its layers are drawn from.

    :param size: of the largest features, and ``height`` above the ground, in metres.
    :param roughness: amplitude of features half as large.
    :param edge: rise of the noise, in standard deviations, from where the cloud begins to where it
        is thickest. People draw outlines where a cloud has a tenth to a sixth of its brightness; it
        takes 100 to 300 m from there to reach it.
    :param frozen: chance of ice.
    :param opaque: whether it hides the ground where it is thickest.
    """

    size: tuple[float, float]
    height: tuple[float, float]
    roughness: tuple[float, float] = (0.42, 0.54)
    edge: tuple[float, float] = (0.8, 2.5)
    frozen: float = 0.0
    opaque: bool = False


FORMS = {
    "cumulus": Form((300, 2500), (500, 2500), (0.44, 0.64), (0.3, 2.0), 0.25, opaque=True),
    "deck": Form((3000, 20000), (800, 5000), (0.46, 0.6), (0.5, 2.5), 0.5, opaque=True),
    # Stratocumulus: heaps with dark seams between them.
    "cells": Form((800, 6000), (600, 2500), (0.4, 0.56), (0.5, 2.5), 0.1, opaque=True),
    "veil": Form((1500, 10000), (1500, 6000)),
    "rows": Form((800, 4000), (2000, 6000), frozen=0.3),
    "cirrus": Form((2000, 8000), (7000, 12000), frozen=1.0),
    "haze": Form((8000, 30000), (300, 1000), (0.3, 0.3)),
}


@dataclass(frozen=True)
class CloudLayer:
    """One layer of cloud: where it is opaque, how high it floats (m) and what it reflects."""

    seed: int
    form: str  # one of FORMS
    size: float  # of its largest features, in pixels
    roughness: float  # amplitude of features half as large
    shear: float
    height: float
    level: float  # value of the noise at which the cloud begins
    edge: float  # rise of the noise from the beginning to where it is thickest
    hiding: float  # see :func:`hidden`; haze hides as much as ``peak`` says
    peak: float  # opacity where it is thickest
    albedo: float  # reflectance there, in the green; of haze by opacity
    relief: float  # how strongly its bulges are lit from the sun's side
    spectrum: NDArray[np.float32]
    extinction: NDArray[np.float32]  # (13,) opacity by band, relative to the visible

    def field(self, row: int, col: int, rows: int, cols: int) -> Plane:
        """The noise that shapes the layer."""
        if self.form in ("cirrus", "rows"):
            return _streaks(self.seed, row, col, rows, cols, self.size / 4, self.shear)
        puffs = noise(self.seed, row, col, rows, cols, coarsest=self.size, roughness=self.roughness)
        if self.form in ("deck", "veil", "haze"):
            return puffs
        if self.form == "cells":  # mean and deviation of |puffs| are 0.8 and 0.6
            puffs = (np.abs(puffs) - np.float32(0.8)) / np.float32(0.6)
        cluster = noise(self.seed + 1, row, col, rows, cols, coarsest=8 * self.size, finest=4)
        shape: Plane = puffs + np.float32(0.8) * cluster
        return shape

    def veil(self, row: int, col: int, rows: int, cols: int) -> tuple[Plane, Plane]:
        """See :meth:`Layer.veil`."""
        rise = np.clip((self.field(row, col, rows, cols) - self.level) / self.edge, 0, 1)
        amount = (rise**2 * (3 - 2 * rise)).astype(np.float32)
        if self.form == "haze":
            opacity: Plane = np.float32(self.peak) * amount
            return opacity, np.float32(self.albedo) * opacity
        reflected: Plane = np.float32(self.albedo) * amount
        opacity = hidden(reflected, self.hiding)
        return opacity, np.minimum(reflected, opacity)

    def by_band(
        self, veil: tuple[Plane, Plane], lighting: Lighting
    ) -> Iterator[tuple[Plane, Plane]]:
        """See :meth:`Layer.by_band`."""
        opacity, reflected = veil
        rows, cols = opacity.shape
        lit = self.relit(rows, cols, lighting.sun_azimuth) * lighting.glare
        tint = (self.spectrum - 0.5 * lighting.lost) / self.spectrum[ROLES.index("B03")]
        for b, role in enumerate(ROLES):
            transmitted = 1 - opacity * self.extinction[b]
            if self.form != "haze" and role in ("B11", "B12"):
                light, diffuse = absorbing(reflected * lit, float(self.spectrum[b]))
            else:
                amount = (1 - transmitted) * self.albedo if self.form == "haze" else reflected
                light = amount * lit * tint[b]
                diffuse = np.maximum(1 - light, 0)
            if role != "B10":  # the ground's light comes through the cloud, too, but blurred
                below = lighting.below[b]
                glow = diffuse**2 * below / (1 - below * np.minimum(light, 0.9))
                light += (1 - transmitted) * glow
            yield transmitted, light

    def relit(self, rows: int, cols: int, sun_azimuth: float) -> Plane:
        """Factor of brightness: bulges are brighter towards the sun, thin parts are duller."""
        wide = self.field(-1, -1, rows + 2, cols + 2)
        east = wide[1:-1, 2:] - wide[1:-1, :-2]
        south = wide[2:, 1:-1] - wide[:-2, 1:-1]
        azimuth = math.radians(sun_azimuth)
        lit = -(east * math.sin(azimuth) - south * math.cos(azimuth))
        depth = np.clip((wide[1:-1, 1:-1] - self.level) / (3 * self.edge), 0, 1)
        factor: Plane = (
            1
            + np.clip(self.relief * lit, -0.45, 0.25)
            + np.float32(0.25) * depth
            - np.float32(0.12)
        ).astype(np.float32)
        return factor


def absorbing(visible: Plane, deepest: float) -> tuple[Plane, Plane]:
    """Reflectance and transmittance, 0..1, of a cloud in a band in which it absorbs.

    Two streams with absorption (Bohren 1987, https://doi.org/10.1119/1.15109): thin cloud is as
    bright as in the visible, deep cloud reflects no more than ``deepest``.

    :param visible: what it reflects where it does not absorb; more than 0.9 is glare.
    """
    albedo = np.clip(visible, 0, 0.9)
    slant = np.float32((1 - deepest) / (1 + deepest))
    path = np.exp(-2 * slant * albedo / (1 - albedo))
    whole = 1 - np.float32(deepest**2) * path**2
    reflected = np.float32(deepest) * (1 - path**2) / whole
    let_through = np.float32(1 - deepest**2) * path / whole
    return reflected * np.maximum(visible / np.float32(0.9), 1), let_through


def cast_shadow(
    layer: Layer,
    rows: int,
    cols: int,
    resolution: float,
    sun_zenith: float,
    sun_azimuth: float,
) -> tuple[Plane, Plane]:
    """Share of direct sunlight (rows, cols) that ``layer`` takes from the ground, 0..1, and how
    much of it is sent back to the sky.

    A cloud at height h darkens the ground h·tan(zenith) away on the side opposite the sun;
    the sun's disc makes the edge of the shadow softer the higher the cloud.
    """
    down, right = shadow_offset(layer.height, resolution, sun_zenith, sun_azimuth)
    slant = math.cos(math.radians(min(sun_zenith, 80.0)))
    blur = int(layer.height * SUN_DISC / slant / resolution)
    reach = blur // 2
    taken, sent_back = layer.veil(
        -round(down) - reach, -round(right) - reach, rows + 2 * reach, cols + 2 * reach
    )
    for axis in (0, 1):
        taken = _running_mean(taken, 2 * reach + 1, axis)
        sent_back = _running_mean(sent_back, 2 * reach + 1, axis)
    return taken, sent_back


def shadow_offset(
    height: float, resolution: float, sun_zenith: float, sun_azimuth: float
) -> tuple[float, float]:
    """Pixels (down, right) from a point of a cloud to its shadow on level ground."""
    distance = height * math.tan(math.radians(min(sun_zenith, 80.0))) / resolution
    azimuth = math.radians(sun_azimuth)
    return distance * math.cos(azimuth), -distance * math.sin(azimuth)


def _running_mean(values: Plane, width: int, axis: int) -> Plane:
    """Mean over ``width`` (odd) neighbours; the result is ``width - 1`` shorter."""
    if width == 1:
        return values
    lines = np.moveaxis(values, axis, 0)
    size = lines.shape[0] - width + 1
    total = lines[:size].copy()
    for step in range(1, width):
        total += lines[step : step + size]
    return np.moveaxis(total / np.float32(width), 0, axis)


def _draw_layers(
    rng: np.random.Generator, resolution: float, rows: int, cols: int, thick: float, thin: float
) -> list[Layer]:
    """Draw this scene's layers so that they cover about the shares asked for."""
    layers: list[Layer] = []
    if thick > 0:
        kinds = [["cumulus"], ["cumulus"], ["deck"], ["cells"], ["cumulus", "deck"]]
        forms = kinds[rng.integers(len(kinds))]
        for form in forms:
            layers.append(_draw_layer(rng, form, resolution, rows, cols, thick / len(forms)))
    if thin > 0:
        form = str(rng.choice(["veil", "cirrus", "rows", "veil", "haze"]))
        layers.append(_draw_layer(rng, form, resolution, rows, cols, thin))
    if rng.uniform() < 0.3:  # haze too faint to be called a cloud
        layers.append(_draw_layer(rng, "haze", resolution, rows, cols, 1.0, peak=0.15))
    return layers


def _draw_layer(
    rng: np.random.Generator,
    form: str,
    resolution: float,
    rows: int,
    cols: int,
    share: float,
    peak: float | None = None,
) -> CloudLayer:
    """Draw a layer that hides a third (opaque forms) or is seen on ``share`` of the frame."""
    kind = FORMS[form]
    edge = float(rng.uniform(*kind.edge))
    hiding = float(rng.uniform(*HIDING))
    if kind.opaque:
        albedo = float(rng.uniform(0.22, 1.25))
        peak = float(hidden(np.array(albedo, np.float32), hiding))
    else:
        peak = peak or float(rng.uniform(0.3, 0.72))
        albedo = reflecting(peak, hiding)
    if form == "haze":
        ice, base = False, _HAZE
        albedo = float(rng.uniform(0.35, 0.5))
        extinction = (_WAVELENGTHS / 500) ** np.float32(-rng.uniform(0.5, 1.3))
    else:
        ice = rng.uniform() < kind.frozen
        base = _ICE if ice else _DROPLETS
        extinction = np.ones_like(_WAVELENGTHS)
    spectrum = base * (1 + rng.normal(0, 0.02, len(base)))
    if ice:
        spectrum[ROLES.index("B10")] *= rng.uniform(0.3, 1.2)
        # The larger the crystals, the darker in the short-wave infrared.
        spectrum[-2:] *= rng.uniform(0.4, 1.4)
        spectrum[-1] *= rng.uniform(0.8, 1.8)  # the more, the more air was corrected for
    else:  # the drier the air above a low cloud, the more of it the cirrus band sees
        spectrum[ROLES.index("B10")] *= rng.uniform(0.3, 4)
        spectrum[ROLES.index("B09")] *= rng.uniform(0.6, 1.3)
        spectrum[-2:] *= rng.uniform(0.75, 1.25)
    draft = CloudLayer(
        seed=int(rng.integers(2**31)),
        form=form,
        size=float(np.exp(rng.uniform(*np.log(kind.size)))) / resolution,
        roughness=float(rng.uniform(*kind.roughness)),
        shear=float(rng.uniform(-1, 1)),
        height=float(rng.uniform(*kind.height)),
        level=0.0,
        edge=edge,
        hiding=hiding,
        peak=peak,
        albedo=albedo,
        relief=float(rng.uniform(0.05, 0.5) if kind.opaque else 0.02),
        spectrum=spectrum.astype(np.float32),
        extinction=np.clip(extinction, 0.1, 1.1).astype(np.float32),
    )
    target = COVERS if kind.opaque else min(THIN_FROM, 0.9 * peak)
    amount = target / peak if form == "haze" else reflecting(target, hiding) / albedo
    rise = 0.5 - math.sin(math.asin(1 - 2 * amount) / 3)  # inverse of rise²·(3 - 2·rise)
    field = draft.field(0, 0, rows, cols)
    level = _quantile(field, 1 - share) - rise * edge
    return replace(draft, level=level)


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
