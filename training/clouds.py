"""Simulated clouds: their forms, what they hide, reflect and let through, their shadows.

What a cloud does to light follows from one optical depth (two streams). Cloud heights are those of
the WMO cloud atlas.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from cloudmask_plugin.engine.bands import BANDS, ROLES

from .fractal_noise import Plane, noise, quantile, streaks

THIN_FROM = 0.2  # opacity from which an analyst sees a cloud at all
COVERS = 0.35  # opacity from which a cloud of an opaque form counts for its share
# Scattering of sunlight by a cloud (asymmetry of droplets: Kokhanovsky 2004, "Optical properties of
# terrestrial clouds"), and the share of its optical depth that hides the ground (drawn): light that
# is scattered forward still carries it.
ASYMMETRY = 0.85
HIDING = (0.2, 0.4)
SUN_DISC = math.radians(0.53)  # angle under which the sun is seen; makes the penumbra
FLAT = 0.02  # relief of layers that have next to none
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

    :param pattern: of the noise that shapes it, one of those of :class:`Shape`.
    :param size: of the largest features, and ``height`` above the ground, in metres.
    :param roughness: amplitude of features half as large.
    :param edge: rise of the noise, in standard deviations, from where the cloud begins to where it
        is thickest. People draw outlines where a cloud has a tenth to a sixth of its brightness; it
        takes 100 to 300 m from there to reach it.
    :param frozen: chance of ice.
    :param opaque: whether it hides the ground where it is thickest.
    """

    pattern: str
    size: tuple[float, float]
    height: tuple[float, float]
    roughness: tuple[float, float] = (0.42, 0.54)
    edge: tuple[float, float] = (0.8, 2.5)
    frozen: float = 0.0
    opaque: bool = False


HAZE = "haze"
FORMS = {
    "cumulus": Form("heaps", (300, 2500), (500, 2500), (0.44, 0.64), (0.3, 2.0), 0.25, opaque=True),
    "deck": Form("even", (3000, 20000), (800, 5000), (0.46, 0.6), (0.5, 2.5), 0.5, opaque=True),
    # Stratocumulus.
    "cells": Form("seams", (800, 6000), (600, 2500), (0.4, 0.56), (0.5, 2.5), 0.1, opaque=True),
    "veil": Form("even", (1500, 10000), (1500, 6000)),
    "rows": Form("streaks", (800, 4000), (2000, 6000), frozen=0.3),
    "cirrus": Form("streaks", (2000, 8000), (7000, 12000), frozen=1.0),
    HAZE: Form("even", (8000, 30000), (300, 1000), (0.3, 0.3)),
}


@dataclass(frozen=True)
class Shape:
    """Where a layer is, and how much of it: noise on an endless plane above a level.

    :param pattern: "even" noise; "heaps" of it in clusters; heaps with dark "seams" between them;
        "streaks".
    :param size: of its largest features, in pixels; ``roughness`` amplitude of those half as large.
    :param shear: of streaks.
    :param level: value of the noise at which the layer begins.
    :param edge: rise of the noise from there to where it is thickest.
    """

    seed: int
    pattern: str
    size: float
    roughness: float
    shear: float
    level: float
    edge: float

    def field(self, row: int, col: int, rows: int, cols: int) -> Plane:
        """The noise in a window."""
        if self.pattern == "streaks":
            return streaks(self.seed, row, col, rows, cols, self.size / 4, self.shear)
        puffs = noise(self.seed, row, col, rows, cols, coarsest=self.size, roughness=self.roughness)
        if self.pattern == "even":
            return puffs
        if self.pattern == "seams":  # mean and deviation of |puffs| are 0.8 and 0.6
            puffs = (np.abs(puffs) - np.float32(0.8)) / np.float32(0.6)
        cluster = noise(self.seed + 1, row, col, rows, cols, coarsest=8 * self.size, finest=4)
        return np.asarray(puffs + np.float32(0.8) * cluster)

    def amount(self, row: int, col: int, rows: int, cols: int) -> Plane:
        """From 0, where there is none, to 1, where it is thickest."""
        rise = np.clip((self.field(row, col, rows, cols) - self.level) / self.edge, 0, 1)
        return np.asarray(rise**2 * (3 - 2 * rise), np.float32)

    def relit(self, rows: int, cols: int, sun_azimuth: float, relief: float) -> Plane:
        """Factor of brightness: bulges are brighter towards the sun, thin parts are duller.

        :param relief: how strongly bulges are lit.
        """
        wide = self.field(-1, -1, rows + 2, cols + 2)
        east = wide[1:-1, 2:] - wide[1:-1, :-2]
        south = wide[2:, 1:-1] - wide[:-2, 1:-1]
        azimuth = math.radians(sun_azimuth)
        lit = -(east * math.sin(azimuth) - south * math.cos(azimuth))
        depth = np.clip((wide[1:-1, 1:-1] - self.level) / (3 * self.edge), 0, 1)
        bulges = np.clip(relief * lit, -0.45, 0.25)
        factor = 1 + bulges + np.float32(0.25) * depth - np.float32(0.12)
        return np.asarray(factor, np.float32)

    def covering(self, share: float, amount: float, rows: int, cols: int) -> Shape:
        """The same at the level at which a share of a window has that ``amount`` or more."""
        rise = 0.5 - math.sin(math.asin(1 - 2 * amount) / 3)  # inverse of rise²·(3 - 2·rise)
        level = quantile(self.field(0, 0, rows, cols), 1 - share) - rise * self.edge
        return replace(self, level=level)


@dataclass(frozen=True, eq=False)
class CloudLayer:
    """One layer of cloud, of droplets or of ice.

    :param height: above the ground, in metres.
    :param hiding: see :func:`hidden`.
    :param albedo: reflectance where it is thickest, in the green.
    :param relief: how strongly its bulges are lit from the sun's side.
    :param spectrum: (13,) reflectance, in the shortwave infrared of cloud as deep as can be.
    """

    shape: Shape
    height: float
    hiding: float
    albedo: float
    relief: float
    spectrum: NDArray[np.float32]

    @property
    def peak(self) -> float:
        """See :attr:`Layer.peak`."""
        return float(hidden(np.array(self.albedo, np.float32), self.hiding))

    def veil(self, row: int, col: int, rows: int, cols: int) -> tuple[Plane, Plane]:
        """See :meth:`Layer.veil`."""
        reflected: Plane = np.float32(self.albedo) * self.shape.amount(row, col, rows, cols)
        opacity = hidden(reflected, self.hiding)
        return opacity, np.minimum(reflected, opacity)

    def by_band(
        self, veil: tuple[Plane, Plane], lighting: Lighting
    ) -> Iterator[tuple[Plane, Plane]]:
        """See :meth:`Layer.by_band`."""
        opacity, reflected = veil
        rows, cols = opacity.shape
        lit = self.shape.relit(rows, cols, lighting.sun_azimuth, self.relief) * lighting.glare
        tint = _tint(self.spectrum, lighting)
        for b, role in enumerate(ROLES):
            if role in ("B11", "B12"):
                light, diffuse = absorbing(reflected * lit, float(self.spectrum[b]))
            else:
                light = reflected * lit * tint[b]
                diffuse = np.maximum(1 - light, 0)
            yield 1 - opacity, light + _glow(role, opacity, light, diffuse, lighting.below[b])


@dataclass(frozen=True, eq=False)
class HazeLayer:
    """Haze: it hides as much as it scatters, less with each wavelength.

    :param height: above the ground, in metres.
    :param peak: opacity where it is thickest, in the blue.
    :param albedo: reflectance by opacity.
    :param spectrum: (13,) reflectance.
    :param extinction: (13,) opacity by band, relative to the blue.
    """

    shape: Shape
    height: float
    peak: float
    albedo: float
    spectrum: NDArray[np.float32]
    extinction: NDArray[np.float32]

    def veil(self, row: int, col: int, rows: int, cols: int) -> tuple[Plane, Plane]:
        """See :meth:`Layer.veil`."""
        opacity: Plane = np.float32(self.peak) * self.shape.amount(row, col, rows, cols)
        return opacity, np.float32(self.albedo) * opacity

    def by_band(
        self, veil: tuple[Plane, Plane], lighting: Lighting
    ) -> Iterator[tuple[Plane, Plane]]:
        """See :meth:`Layer.by_band`."""
        opacity, _ = veil
        rows, cols = opacity.shape
        lit = self.shape.relit(rows, cols, lighting.sun_azimuth, FLAT) * lighting.glare
        tint = _tint(self.spectrum, lighting)
        for b, role in enumerate(ROLES):
            transmitted = 1 - opacity * self.extinction[b]
            light = (1 - transmitted) * self.albedo * lit * tint[b]
            diffuse = np.maximum(1 - light, 0)
            glow = _glow(role, 1 - transmitted, light, diffuse, lighting.below[b])
            yield transmitted, light + glow


def _tint(spectrum: NDArray[np.float32], lighting: Lighting) -> NDArray[np.float32]:
    """Brightness by band (13,), relative to the green."""
    return (spectrum - 0.5 * lighting.lost) / spectrum[ROLES.index("B03")]


def _glow(
    role: str, opacity: Plane, light: Plane, diffuse: Plane, below: np.float32
) -> Plane | np.float32:
    """Light of the ground that comes through a cloud, blurred; the cirrus band sees none.

    :param light: that the cloud sends back; ``diffuse`` that it lets through, 0..1.
    :param below: reflectance of the ground around.
    """
    if role == "B10":
        return np.float32(0)
    return opacity * (diffuse**2 * below / (1 - below * np.minimum(light, 0.9)))


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


def draw_layers(
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
        form = str(rng.choice(["veil", "cirrus", "rows", "veil", HAZE]))
        layers.append(_draw_layer(rng, form, resolution, rows, cols, thin))
    if rng.uniform() < 0.3:  # haze too faint to be called a cloud
        layers.append(_draw_layer(rng, HAZE, resolution, rows, cols, 1.0, peak=0.15))
    return layers


def _draw_layer(
    rng: np.random.Generator,
    form: str,
    resolution: float,
    rows: int,
    cols: int,
    share: float,
    peak: float | None = None,
) -> Layer:
    """Draw a layer that hides a third (opaque forms) or is seen on ``share`` of the frame.

    :param peak: opacity where it is thickest, drawn where it is not given.
    """
    kind = FORMS[form]
    edge = float(rng.uniform(*kind.edge))
    hiding = float(rng.uniform(*HIDING))
    if kind.opaque:
        albedo = float(rng.uniform(0.22, 1.25))
    else:
        peak = peak or float(rng.uniform(0.3, 0.72))
        albedo = reflecting(peak, hiding)
    if form == HAZE:
        ice, base = False, _HAZE
        albedo = float(rng.uniform(0.35, 0.5))
        extinction = (_WAVELENGTHS / 500) ** np.float32(-rng.uniform(0.5, 1.3))
    else:
        ice = rng.uniform() < kind.frozen
        base = _ICE if ice else _DROPLETS
    spectrum = _draw_spectrum(rng, base, ice)
    shape = Shape(
        seed=int(rng.integers(2**31)),
        pattern=kind.pattern,
        size=float(np.exp(rng.uniform(*np.log(kind.size)))) / resolution,
        roughness=float(rng.uniform(*kind.roughness)),
        shear=float(rng.uniform(-1, 1)),
        level=0.0,
        edge=edge,
    )
    height = float(rng.uniform(*kind.height))
    if form == HAZE:
        assert peak is not None
        seen = min(THIN_FROM, 0.9 * peak) / peak
        shape = shape.covering(share, seen, rows, cols)
        extinction = np.clip(extinction, 0.1, 1.1).astype(np.float32)
        return HazeLayer(shape, height, peak, albedo, spectrum, extinction)
    relief = float(rng.uniform(0.05, 0.5)) if kind.opaque else FLAT
    target = COVERS if peak is None else min(THIN_FROM, 0.9 * peak)
    shape = shape.covering(share, reflecting(target, hiding) / albedo, rows, cols)
    return CloudLayer(shape, height, hiding, albedo, relief, spectrum)


def _draw_spectrum(
    rng: np.random.Generator, base: NDArray[np.float32], ice: bool
) -> NDArray[np.float32]:
    """A spectrum (13,) near a typical one."""
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
    return np.asarray(spectrum, np.float32)
