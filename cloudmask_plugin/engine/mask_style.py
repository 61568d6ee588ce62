"""How a mask looks: palette, category names and QGIS style, all from the class table."""

from __future__ import annotations

from . import palette_style
from .classes import CLASSES, NODATA
from .palette_style import TRANSPARENT, Entry

PALETTE: tuple[tuple[int, tuple[int, int, int, int]], ...] = tuple(
    (item.code, item.colour) for item in CLASSES
) + ((NODATA, TRANSPARENT),)
_ENTRIES = tuple(Entry(item.code, item.name, item.colour) for item in CLASSES)


def auxiliary_xml() -> str:
    """Return the text of the file ``MASK.tif.aux.xml``: palette and categories for GDAL."""
    return palette_style.auxiliary_xml(_ENTRIES)


def qgis_style() -> str:
    """Return the text of the file ``MASK.qml``: paletted, clear transparent, nearest pixel."""
    return palette_style.qgis_style(_ENTRIES)
