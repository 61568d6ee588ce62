"""What scenes of one place tell of each other: haze and shadow that a mask has missed. Pure.

An observation that the mask calls clear is suspect where it is hazier, or darker in all colours
and much darker in the infrared, than the median of all clear observations of its pixel, beyond
what its scene mostly is. That needs three observations: of two that differ nobody knows which is
right. Ground that has changed mostly is neither: a ploughed field is dark in the infrared and
bright in red.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .classes import CLEAR
from .clean_air import rayleigh_reflectance
from .composite import masked_quantile

Bools = NDArray[np.bool_]
Values = NDArray[np.float32]  # (scenes, bands, …)

# Haze-optimised transform: what haze adds to blue beyond its share of red, which ground hardly
# changes (Zhang, Guindon and Cihlar 2002; the slope as in FORCE and Fmask, Zhu and Woodcock 2012).
HAZE_BANDS, RED_SHARE = ("B02", "B04"), 0.5
HAZE_WAVELENGTHS = (0.492, 0.665)  # micrometres, of Sentinel-2's blue and red
DARK_BANDS = ("B08", "B8A", "B11")  # where shadow is darkest against land
COLOURS = ("B02", "B03", "B04")
ENOUGH = 3  # observations of a pixel, to tell which is the odd one
FEWEST = 50  # sampled pixels of a scene, to tell what it mostly is
DEVIATIONS = 3.0
SMALLEST_HAZE = 0.006  # reflectance; less than this excess is no haze worth avoiding
DARKEST = 0.8  # of the brightness that the scene would have there


@dataclass(frozen=True)
class Spectrum:
    """What the bands of a stack are: role, and reflectance = value · gain + bias.

    :param air: what clean air adds to the haze index of each scene, see :func:`haze_of_air`;
        () where that is the same for all.
    """

    roles: tuple[str, ...]
    gains: tuple[float, ...]
    biases: tuple[float, ...]
    air: tuple[float, ...] = ()

    def haze(self, stack: Values) -> Values | None:
        """Return the haze index (scenes, …) as reflectance, None without blue and red."""
        if not set(HAZE_BANDS) <= set(self.roles):
            return None
        blue, red = (self.reflectance(stack, role) for role in HAZE_BANDS)
        haze = blue - np.float32(RED_SHARE) * red
        for scene, air in enumerate(self.air):
            haze[scene] -= np.float32(air)
        return np.asarray(haze)

    def infrared(self, stack: Values) -> Values | None:
        """Return the sum of infrared reflectances (scenes, …), None where there are none."""
        return self._sum(stack, DARK_BANDS)

    def visible(self, stack: Values) -> Values | None:
        """Return the sum of the colours' reflectances (scenes, …), None where there are none."""
        return self._sum(stack, COLOURS)

    def _sum(self, stack: Values, roles: tuple[str, ...]) -> Values | None:
        parts = [self.reflectance(stack, role) for role in roles if role in self.roles]
        return np.asarray(sum(parts[1:], parts[0])) if parts else None

    def reflectance(self, stack: Values, role: str) -> Values:
        """Return one band's reflectance, (scenes, …)."""
        band = self.roles.index(role)
        values = stack[:, band] * np.float32(self.gains[band])
        values += np.float32(self.biases[band])
        return values


def haze_of_air(level: str | None, zenith: float | None) -> float:
    """Return what clean air adds to the haze index of a scene, as reflectance.

    A low sun shines through more air, so that winter looks hazier than summer from above the
    atmosphere. 0 where the level has that taken off, or the sun's zenith angle is not known.
    """
    if level != "L1C" or zenith is None:
        return 0.0
    blue, red = (rayleigh_reflectance(length, zenith) for length in HAZE_WAVELENGTHS)
    return blue - RED_SHARE * red


@dataclass(frozen=True)
class Habit:
    """What a scene mostly is beside the others, and from where on an observation is suspect.

    :param haze: median excess of its haze index over that of all scenes, reflectance.
    :param shade: how much darker it mostly is than all scenes, in colours and infrared both,
        0..1: under clouds that cover nearly all, what seems clear lies in their shadow.
    :param haziest: excess above which an observation is suspect; inf where nobody knows.
    :param darkest: share of the median infrared brightness below which it is; 0 where unknown.
    """

    haze: float = 0.0
    shade: float = 0.0
    haziest: float = math.inf
    darkest: float = 0.0


def learn_habits(
    samples: Values, codes: NDArray[np.uint8], spectrum: Spectrum
) -> tuple[Habit, ...]:
    """Learn the habits of scenes from pixels sampled all over them.

    :param samples: (scenes, bands, n) float32; ``codes`` (scenes, n) uint8 class codes.
    """
    clear = codes == CLEAR
    count = clear.sum(axis=0)
    haze = spectrum.haze(samples)
    infrared, visible = spectrum.infrared(samples), spectrum.visible(samples)
    excess = None if haze is None else haze - masked_quantile(haze, clear, 0.5)
    share = None if infrared is None else _share(infrared, clear)
    colour = None if visible is None else _share(visible, clear)
    habits = []
    for scene in range(len(samples)):
        several, judged = clear[scene] & (count > 1), clear[scene] & (count >= ENOUGH)
        usual, shade, haziest, darkest = 0.0, 0.0, math.inf, 0.0
        if excess is not None and several.sum() >= FEWEST:
            usual = float(np.median(excess[scene, several]))
        if share is not None and colour is not None and several.sum() >= FEWEST:
            brightest = max(float(np.median(part[scene, several])) for part in (share, colour))
            shade = max(1 - brightest, 0.0)
        if excess is not None and judged.sum() >= FEWEST:
            # From the lower side: haze itself makes the upper one wide.
            low, lower, middle = np.percentile(excess[scene, judged], (16, 30, 50))
            haziest = float(lower + max(DEVIATIONS * (middle - low), SMALLEST_HAZE))
        if share is not None and judged.sum() >= FEWEST:
            darkest = DARKEST * float(np.median(share[scene, judged]))
        habits.append(Habit(usual, shade, haziest, darkest))
    return tuple(habits)


def find_suspects(
    stack: Values, codes: NDArray[np.uint8], spectrum: Spectrum, habits: Sequence[Habit]
) -> Bools:
    """Return the observations (scenes, rows, cols) that the others of their pixel contradict."""
    clear = codes == CLEAR
    judged = clear & (clear.sum(axis=0) >= ENOUGH)
    suspect = np.zeros(clear.shape, dtype=bool)
    if not judged.any():
        return suspect
    haze = spectrum.haze(stack)
    if haze is not None:
        middle = masked_quantile(haze, clear, 0.5)
        for scene, habit in enumerate(habits):
            suspect[scene] |= haze[scene] - middle > np.float32(habit.haziest)
    infrared, visible = spectrum.infrared(stack), spectrum.visible(stack)
    if infrared is not None and visible is not None:
        share = _share(infrared, clear)
        duller = visible < masked_quantile(visible, clear, 0.5)
        for scene, habit in enumerate(habits):
            suspect[scene] |= duller[scene] & (share[scene] < np.float32(habit.darkest))
    return np.asarray(suspect & judged)


def _share(brightness: Values, clear: Bools) -> Values:
    """Return brightness as a share of the median of clear observations of its pixel."""
    middle = masked_quantile(brightness, clear, 0.5)
    return np.asarray(brightness / np.maximum(middle, np.float32(1e-3)))
