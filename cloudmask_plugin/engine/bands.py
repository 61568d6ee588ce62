"""Sentinel-2 bands by role: names, wavelengths, and finding a band's role from its name.

Central wavelengths and pixel sizes: ESA, Sentinel-2 MSI spectral responses (S2A).
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Band:
    """One Sentinel-2 band: role, centre wavelength in nm, native pixel size in m, title."""

    role: str
    wavelength: float
    resolution: int
    title: str


BANDS: tuple[Band, ...] = (
    Band("B01", 443, 60, "Coastal aerosol"),
    Band("B02", 490, 10, "Blue"),
    Band("B03", 560, 10, "Green"),
    Band("B04", 665, 10, "Red"),
    Band("B05", 705, 20, "Red edge 1"),
    Band("B06", 740, 20, "Red edge 2"),
    Band("B07", 783, 20, "Red edge 3"),
    Band("B08", 842, 10, "NIR"),
    Band("B8A", 865, 20, "Narrow NIR"),
    Band("B09", 945, 60, "Water vapour"),
    Band("B10", 1375, 60, "Cirrus"),
    Band("B11", 1610, 20, "SWIR 1"),
    Band("B12", 2190, 20, "SWIR 2"),
)
ROLES: tuple[str, ...] = tuple(band.role for band in BANDS)
