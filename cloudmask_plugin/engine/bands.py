"""Sentinel-2 bands by role: names, wavelengths, and finding a band's role from its name.

Central wavelengths and pixel sizes: ESA, Sentinel-2 MSI spectral responses (S2A).
"""

from __future__ import annotations

import re
from collections.abc import Collection
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
VISIBLE = ("B02", "B03", "B04")  # blue, green, red
SHORTWAVE = ("B11", "B12")
REACHES = ("visible", "NIR", "SWIR")


def reach_of(roles: Collection[str]) -> str:
    """Return how far into the infrared bands reach, one of ``REACHES``.

    With NIR, vegetation and water are told from cloud and its shadow, with SWIR snow and ice. Bands
    of other kinds beside blue, green and red count as NIR.
    """
    if set(roles) & set(SHORTWAVE):
        return "SWIR"
    return "visible" if set(roles) <= set(VISIBLE) else "NIR"


# Names that other programs and catalogues give to the bands: the common names of STAC's
# Electro-Optical extension (v1.1) and Earth Search's asset keys.
_COMMON_NAMES = {
    "coastal": "B01",
    "coastal aerosol": "B01",
    "blue": "B02",
    "green": "B03",
    "red": "B04",
    "rededge": "B05",
    "rededge1": "B05",
    "rededge071": "B05",
    "rededge2": "B06",
    "rededge075": "B06",
    "rededge3": "B07",
    "rededge078": "B07",
    "nir": "B08",
    "near infrared": "B08",
    "nir08": "B8A",
    "narrow nir": "B8A",
    "nir09": "B09",
    "water vapour": "B09",
    "cirrus": "B10",
    "swir1": "B11",
    "swir16": "B11",
    "swir2": "B12",
    "swir22": "B12",
}
_NUMBERED = re.compile(r"(?<![A-Za-z0-9])B(?:AND)?[ _-]?0?(8A|1[0-2]|[1-9])(?![A-Za-z0-9])", re.I)
WAVELENGTH_TOLERANCE = 12.0  # nm; B08 and B8A lie 23 nm apart

# What files without any names mostly hold, by their number of bands.
_USUAL_ORDERS: dict[int, tuple[tuple[str, ...], str]] = {
    13: (ROLES, "the order of the 13 bands of Level-1C"),
    12: (tuple(r for r in ROLES if r != "B10"), "the order of the 12 bands of Level-2A"),
    10: (
        ("B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B11", "B12"),
        "the usual order of the ten land bands",
    ),
    6: (("B02", "B03", "B04", "B08", "B11", "B12"), "the usual order of six bands"),
    4: (("B02", "B03", "B04", "B08"), "the usual order blue, green, red, NIR"),
    3: (("B04", "B03", "B02"), "the usual order red, green, blue"),
}


def role_from_name(name: str) -> str | None:
    """Return the role that a band's name tells, None where it tells none or several.

    Understands "B02", "B2", "b8a", "Band 4 (red)", "T31UFS_..._B8A_20m.jp2",
    "B4, central wavelength 665 nm", "nir", "swir16".
    """
    found = {_padded(match.group(1)) for match in _NUMBERED.finditer(name)}
    if len(found) == 1:
        return found.pop()
    if found:
        return None
    words = re.sub(r"[^a-z0-9]+", " ", name.lower()).strip()
    return _COMMON_NAMES.get(words) or _COMMON_NAMES.get(words.replace(" ", ""))


def role_from_file_name(name: str) -> str | None:
    """Return the role that a single band's file name tells, None where it tells none.

    Beyond :func:`role_from_name`, one word may be a colour's: "scene_red.tif", "red_patch_7.tif".
    """
    stem = re.sub(r"\.[A-Za-z0-9]+$", "", name)
    return role_from_name(stem) or (None if _NUMBERED.search(stem) else role_from_word(stem))


def role_from_word(name: str) -> str | None:
    """Return the role of the one word in a name that is a band's, None where there is none."""
    words = re.findall("[a-z0-9]+", name.lower())
    found = {_COMMON_NAMES[word] for word in words if word in _COMMON_NAMES}
    return found.pop() if len(found) == 1 and "edge" not in words else None


def without_band(name: str, mark: str = "*") -> str:
    """Return a name with the token that tells its band replaced, the name itself if none does."""
    replaced = _NUMBERED.sub(mark, name)
    if replaced != name:
        return replaced
    words = [re.escape(word) for word in _COMMON_NAMES if " " not in word]
    return re.sub(rf"(?<![A-Za-z0-9])(?:{'|'.join(words)})(?![A-Za-z0-9])", mark, name, flags=re.I)


def role_from_wavelength(nanometres: float) -> str | None:
    """Return the role of the band whose centre lies at a wavelength, None if none does."""
    band = min(BANDS, key=lambda band: abs(band.wavelength - nanometres))
    return band.role if abs(band.wavelength - nanometres) <= WAVELENGTH_TOLERANCE else None


def usual_roles(count: int) -> tuple[tuple[str, ...], str] | None:
    """Return a guess at the roles of ``count`` nameless bands, with its reason."""
    return _USUAL_ORDERS.get(count)


def canonical_role(text: str) -> str | None:
    """Return the role for what a user typed: "B02", "b2", "8a", "blue"."""
    return role_from_name(text.strip()) or role_from_name("B" + text.strip())


def _padded(number: str) -> str:
    return "B" + number.upper().rjust(2, "0")
