"""Clear air: what it scatters into the view and what its gases take.

Rayleigh path reflectance is that of a standard atmosphere at sea level (Vermote et al. 1997, 6S).
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Cube = NDArray[np.float32]  # (13, rows, cols), bands in the order of ROLES

# Rayleigh and aerosol path reflectance with the sun at 45 degrees, and gas transmittance.
_PATH = np.array(
    [0.115, 0.080, 0.045, 0.023, 0.018, 0.014, 0.011, 0.009, 0.008, 0.003, 0.0008, 0.002, 0.001],
    np.float32,
)
_GAS = np.array([0.95, 0.95, 0.93, 0.95, 0.95, 0.96, 0.97, 0.97, 0.98, 0.35, 0.002, 0.96, 0.94])


def path_reflectance(sun_zenith: float, level: str) -> NDArray[np.float32]:
    """Light scattered into the view by air, (13,): more with a low sun, none in L2A."""
    if level != "L1C":
        return np.zeros_like(_PATH)
    airmass = 1 / max(math.cos(math.radians(sun_zenith)), 0.2)
    return (_PATH * (0.55 + 0.45 * airmass / math.sqrt(2))).astype(np.float32)


def lost_to_correction(path: NDArray[np.float32]) -> NDArray[np.float32]:
    """What atmospheric correction takes off a cloud: the path reflectance that L2A lacks."""
    return np.where(path.any(), np.float32(0), _PATH)


def seen_through_air(ground: Cube, sun_zenith: float) -> Cube:
    """Top-of-atmosphere reflectance of a surface, in place."""
    path = path_reflectance(sun_zenith, "L1C")
    for b, plane in enumerate(ground):
        plane *= np.float32(_GAS[b])
        plane += path[b]
    return ground
