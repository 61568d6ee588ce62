"""Simulated ground: fields, forest, open land, towns, water, relief and snow.

Surface spectra follow the USGS Spectral Library 7 and the Sentinel-2 spectral responses, rounded.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cloudmask_plugin.engine.bands import ROLES

from .air import Cube, seen_through_air
from .fractal_noise import Plane, lattice, noise, quantile

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
WATER, SHORE, _SNOW, _HEDGE = range(168, 176), range(176, 180), range(180, 188), 188


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


@dataclass(frozen=True)
class Landscape:
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
        flat = (kind >= WATER.start) & (kind < WATER.stop)
        relief[flat] = 1 + 0.02 * patches[flat]
        if snow > 0:
            height = elevation + 0.08 * texture
            lying = height > quantile(height, 1 - snow)
            kind[lying] = _SNOW.start + self._snow_age(patches)[lying]
        palette = _draw_palette(rng)
        ground = np.empty((len(ROLES), rows, cols), np.float32)
        for b in range(len(ROLES)):
            ground[b] = palette[:, b][kind]
            ground[b] *= relief
        return ground, (kind >= WATER.start) & (kind < WATER.stop)

    def water(
        self, rows: int, cols: int, rng: np.random.Generator
    ) -> tuple[Plane, NDArray[np.uint8]]:
        """Surface reflectance (13, pixels) of water and shores; palette entries by pixel, or 0."""
        _, elevation = self._relief(rows, cols, rng, 0.0)
        kind = np.zeros((rows, cols), np.uint8)
        while not kind.any():  # some landscapes are dry
            self._water(kind, elevation, rng)
        wet = kind >= WATER.start
        ripples = 1 + 0.02 * self._noise(rng, (rows, cols), 3000)[wet]
        return _draw_palette(rng).T[:, kind[wet]] * ripples, kind

    def snow(self, rows: int, cols: int, rng: np.random.Generator, level: str) -> SnowCover:
        """See :func:`snow_cover`."""
        light, elevation = self._relief(rows, cols, rng, 1.0)
        texture = self._noise(rng, (rows, cols), 400, roughness=0.75)
        spectra = _draw_palette(rng)[_SNOW.start : _SNOW.stop]
        spectra *= np.float32(rng.uniform(0.7, 1.05))
        if level == "L1C":
            spectra = seen_through_air(spectra.T[..., np.newaxis], self.sun_zenith)[..., 0].T
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
        covered = where > quantile(where, 1 - share)
        graded = np.clip((shade + 2) / 4 * len(entries), 0, len(entries) - 1).astype(np.uint8)
        kind[covered] = entries.start + graded[covered]

    def _town(self, kind: NDArray[np.uint8], rng: np.random.Generator) -> None:
        """Blocks of roofs and streets."""
        where = self._noise(rng, kind.shape, 2500, 0.6)
        built = where > quantile(where, 1 - rng.choice([0.0, 0.01, 0.04, 0.15]))
        side = max(1, round(40 / self.resolution))
        rows, cols = (-(-n // side) for n in kind.shape)
        blocks = lattice(int(rng.integers(2**31)), 0, 0, 0, rows, cols)
        entry = np.clip((blocks / 3.5 + 0.5) * len(_TOWN), 0, len(_TOWN) - 1).astype(np.uint8)
        entry = entry.repeat(side, 0).repeat(side, 1)[: kind.shape[0], : kind.shape[1]]
        kind[built] = _TOWN.start + entry[built]

    def _water(self, kind: NDArray[np.uint8], elevation: Plane, rng: np.random.Generator) -> None:
        """Lakes or sea in the low parts and a meandering river, with beaches and bars."""
        silt = self._noise(rng, kind.shape, 8000)
        entry = np.clip((silt + 2) / 4 * len(WATER), 0, len(WATER) - 1).astype(np.uint8)
        share = rng.choice([0.0, 0.02, 0.1, 0.4, 1.0], p=[0.32, 0.28, 0.18, 0.14, 0.08])
        level = quantile(elevation, share) if 0 < share < 1 else np.inf * (share - 0.5)
        meander = np.abs(self._noise(rng, kind.shape, 12000, 0.42)) * 5000
        width = rng.choice([0.0, 25.0, 60.0, 200.0])
        bars = self._noise(rng, kind.shape, 500, 0.6) > 0.6
        shore = ((meander < 1.7 * width) & bars) | (elevation < level + 0.02)
        kind[shore] = SHORE.start + entry[shore] % len(SHORE)
        wet = (elevation < level) | ((meander < width) & ~(bars & (meander > 0.4 * width)))
        kind[wet] = WATER.start + entry[wet]


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
    for step, k in enumerate(WATER):
        palette[k] = clear + (silty - clear) * (step / (len(WATER) - 1))
    for k in SHORE:
        palette[k] = _mix(rng, "sand", soils[1])
    snow, old = _SPECTRA["snow"], _mix(rng, "snow", "ice")
    for step, k in enumerate(_SNOW):
        share = 0.8 * step / (len(_SNOW) - 1)
        palette[k] = ((1 - share) * snow + share * old) * rng.uniform(0.85, 1.05)
    palette[_HEDGE] = _mix(rng, "broadleaf", soils[0])
    return np.clip(palette, 0.001, 1.1)
