"""Which scene is the reference, and how the others are fitted to it. Pure functions."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .consensus import SMALLEST_HAZE, Habit, Spectrum

Values = NDArray[np.float32]

FEWEST = 100  # pixels clear in both scenes, to fit one to the other
ROUNDS = 4  # of fitting, each without what lies far off the line before
FAR_OFF = 3.0  # robust standard deviations
SLOPES = (0.3, 2.0)  # least and largest gain; beyond, the ground has changed and not the light
# What makes a scene count e times less as the reference: reflectance of haze, share of shade
# (docs/composites.md, "Which scene is the reference").
HAZE_SCALE, SHADE_SCALE = 0.004, 0.15
# Closeness that is added to that of each date: from about two months on ground has changed as much
# as it will, and how far a day is hardly matters any more.
FAR_CLOSENESS = 0.05
LEAST_HAZY = 0.1  # share of the scenes; what they have of haze no scene is worse for
LEAST_SHARE = 0.1  # of the clearest scene's clear share; a reference has no less


@dataclass(frozen=True, eq=False)
class Match:
    """How a scene becomes like the reference: value · gains + offsets, by band, as stored.

    :param error: median absolute difference that is left, as reflectance; inf where the
        scenes have too little in common to tell, and nothing is changed.
    """

    gains: NDArray[np.float32]
    offsets: NDArray[np.float32]
    error: float

    def apply(self, values: Values) -> Values:
        """Return (bands, rows, cols) float32 as the reference would show them."""
        shape = (-1, 1, 1)
        return np.asarray(values * self.gains.reshape(shape) + self.offsets.reshape(shape))


def preferences(
    clearness: Sequence[float], closeness: Sequence[float], habits: Sequence[Habit]
) -> tuple[float, ...]:
    """Return how much each scene is worth having: clear, near the target date, without haze and
    not in the shade.

    The logarithm of clear share · (closeness of the date + 0.05) · exp(−haze / 0.004 −
    shade / 0.15), where haze is what exceeds that of the least hazy tenth of scenes by more than
    0.006; −inf for scenes of which too little is clear to tell how the others differ.
    """
    least = LEAST_SHARE * max(clearness)
    known = [habit.haze for clear, habit in zip(clearness, habits) if clear >= least]
    usual = float(np.quantile(known, LEAST_HAZY)) + SMALLEST_HAZE
    return tuple(
        math.log(max(clear, 1e-9))
        + math.log(close + FAR_CLOSENESS)
        - max(habit.haze - usual, 0) / HAZE_SCALE
        - habit.shade / SHADE_SCALE
        if clear >= least
        else -math.inf
        for clear, close, habit in zip(clearness, closeness, habits)
    )


def match_scenes(
    samples: Values,
    usable: NDArray[np.bool_],
    reference: int,
    spectrum: Spectrum,
    check: Callable[[], None] = lambda: None,
) -> tuple[Match, ...]:
    """Fit every scene to the reference on pixels that are usable in both.

    A straight line by band, by least squares without what lies far off, through the medians.

    :param samples: (scenes, bands, n) float32; ``usable`` (scenes, n) bool.
    :param check: called before each line is fitted; raises to give up, as at a cancel.
    """
    bands = samples.shape[1]
    same = Match(np.ones(bands, np.float32), np.zeros(bands, np.float32), 0.0)
    matches = []
    for scene in range(len(samples)):
        both = usable[scene] & usable[reference]
        if scene == reference:
            matches.append(same)
        elif both.sum() < FEWEST:
            matches.append(Match(same.gains, same.offsets, math.inf))
        else:
            donor = samples[scene][:, both].astype(np.float64)
            target = samples[reference][:, both].astype(np.float64)
            lines = []
            for x, y in zip(donor, target):
                check()
                lines.append(_line(x, y))
            gains, offsets = (np.array(part, dtype=np.float32) for part in zip(*lines))
            left = donor * gains[:, np.newaxis] + offsets[:, np.newaxis] - target
            scale = np.array(spectrum.gains)[:, np.newaxis]
            matches.append(Match(gains, offsets, float(np.median(np.abs(left * scale)))))
    return tuple(matches)


def order_of(
    matches: Sequence[Match], reference: int, preference: Sequence[float]
) -> tuple[int, ...]:
    """Return the reference, then the scenes from the most to the least like it.

    Of scenes equally like it, as those are that nobody could compare, the preferred goes first.
    """
    donors = [scene for scene in range(len(matches)) if scene != reference]
    donors.sort(key=lambda scene: (matches[scene].error, -preference[scene]))
    return (reference, *donors)


def _line(x: NDArray[np.float64], y: NDArray[np.float64]) -> tuple[float, float]:
    """Return slope and offset of y by x, (n,) each."""
    slope, near = 1.0, np.ones(len(x), dtype=bool)
    for _ in range(ROUNDS):
        left = y - slope * x
        left -= np.median(left)
        deviation = 1.4826 * float(np.median(np.abs(left)))
        closer = np.abs(left) <= FAR_OFF * deviation
        if closer.sum() < FEWEST // 2:
            break
        near = closer
        dx, dy = x[near] - x[near].mean(), y[near] - y[near].mean()
        spread = float(dx @ dx)
        slope = float(dx @ dy) / spread if spread > 0 else 1.0
    slope = float(np.clip(slope, *SLOPES))
    return slope, float(np.median(y[near])) - slope * float(np.median(x[near]))
