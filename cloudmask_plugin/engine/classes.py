"""Class codes of a cloud mask, defined once for files, styles, reports and training.

Codes are CloudSEN12's (Aybar et al. 2022, https://doi.org/10.1038/s41597-022-01878-2);
nodata is 255 and never 0, so that "no measurement" cannot be read as "clear".
"""

from __future__ import annotations

from dataclasses import dataclass

CLEAR = 0
THICK_CLOUD = 1
THIN_CLOUD = 2
CLOUD_SHADOW = 3
NODATA = 255


@dataclass(frozen=True)
class MaskClass:
    """One class of a mask: its code in the file, its key in options, its name and colour."""

    code: int
    key: str
    name: str
    colour: tuple[int, int, int, int]


# Told from each other and from what lies below them (vegetation, soil, water, snow …), with the
# common kinds of colour blindness too: checked in tests/unit/test_colours.py with the matrices of
# Machado et al. 2009. A red with more blue in it is a green field to a deuteranope.
CLASSES: tuple[MaskClass, ...] = (
    MaskClass(CLEAR, "clear", "Clear", (0, 0, 0, 0)),
    MaskClass(THICK_CLOUD, "thick", "Thick cloud", (210, 36, 24, 200)),
    MaskClass(THIN_CLOUD, "thin", "Thin cloud", (253, 200, 70, 190)),
    MaskClass(CLOUD_SHADOW, "shadow", "Cloud shadow", (50, 100, 220, 190)),
)
CODES: tuple[int, ...] = tuple(c.code for c in CLASSES)
CLOUD_CODES: tuple[int, ...] = (THICK_CLOUD, THIN_CLOUD)


def class_by_key(key: str) -> MaskClass:
    """Return the class whose option key is ``key``; raise ``KeyError`` if there is none."""
    for mask_class in CLASSES:
        if mask_class.key == key:
            return mask_class
    raise KeyError(key)
