"""Where the sun stood: its two angles, and how they change over a scene. Pure values."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

Nodes = tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class Sun:
    """Direction of the sun in degrees: zenith angle 0..90, azimuth clockwise from north."""

    zenith: float
    azimuth: float

    @property
    def tangent(self) -> float:
        """Metres over ground from a cloud to its shadow, for each metre of the cloud's height."""
        return math.tan(math.radians(self.zenith))

    @property
    def is_up(self) -> bool:
        """True where both angles are finite and the sun stands above the horizon."""
        return 0 <= self.zenith < 90 and math.isfinite(self.azimuth)


@dataclass(frozen=True)
class SunGrid:
    """The sun's angles at nodes of a map grid, as Sentinel-2 products state them every 5 km.

    :param x, y: of the first node, in the scene's CRS; rows of nodes follow southwards.
    :param step_x, step_y: between nodes, in units of the CRS, positive.
    :param zenith, azimuth: degrees, rows of equal length; NaN where not stated.
    """

    x: float
    y: float
    step_x: float
    step_y: float
    zenith: Nodes
    azimuth: Nodes

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of nodes."""
        return len(self.zenith), len(self.zenith[0])

    def at(self, x: float, y: float) -> Sun | None:
        """Return the sun at a place, bilinear between the nodes around it that have angles.

        Places beyond the grid take what its edge has; None where no node around has angles.
        Directions are averaged as vectors, so that 359° and 1° make 0°.
        """
        zenith, azimuth = np.asarray(self.zenith), np.radians(self.azimuth)
        rows, cols = self.shape
        row = min(max((self.y - y) / self.step_y, 0.0), rows - 1.0)
        col = min(max((x - self.x) / self.step_x, 0.0), cols - 1.0)
        weights = np.outer(
            np.clip(1 - np.abs(np.arange(rows) - row), 0, 1),
            np.clip(1 - np.abs(np.arange(cols) - col), 0, 1),
        )
        weights[~(np.isfinite(zenith) & np.isfinite(azimuth))] = 0
        if not weights.any():
            return None
        known = weights > 0
        weights = weights[known] / weights.sum()
        east, north = np.sin(azimuth[known]) @ weights, np.cos(azimuth[known]) @ weights
        return Sun(
            float(zenith[known] @ weights),
            math.degrees(math.atan2(float(east), float(north))) % 360,
        )
