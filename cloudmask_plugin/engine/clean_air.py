"""What clean air alone adds to what is measured above it. Pure functions."""

from __future__ import annotations

import math

LOWEST_SUN = 75.0  # degrees of zenith angle; below, air is no flat layer any more


def rayleigh_reflectance(wavelength: float, zenith: float) -> float:
    """Return the reflectance of clean air seen from straight above, by single scattering.

    Optical depth of the whole air at sea level by Hansen and Travis 1974 ("Light scattering in
    planetary atmospheres"), as Gordon, Brown and Evans 1988 give it in equation 7; Rayleigh's
    phase function for light that comes back up; the rest is the geometry of a flat layer.

    :param wavelength: micrometres.
    :param zenith: angle of the sun in degrees; lower suns count as one at 75°.
    """
    square = wavelength**-2
    depth = 0.008569 * square**2 * (1 + 0.0113 * square + 0.00013 * square**2)
    height = math.cos(math.radians(min(zenith, LOWEST_SUN)))
    return depth * 0.75 * (1 + height**2) / (4 * height)
