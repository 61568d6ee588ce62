"""How a raster of classes looks: palette, category names and QGIS style of any list of classes."""

from __future__ import annotations

import colorsys
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

Colour = tuple[int, int, int, int]
TRANSPARENT: Colour = (0, 0, 0, 0)
GOLDEN_ANGLE = 137.508 / 360  # of hue: neighbours in a list of any length look unlike


@dataclass(frozen=True)
class Entry:
    """One class: its value, from 0 without gaps, its name and its colour."""

    value: int
    name: str
    colour: Colour


def auxiliary_xml(entries: Sequence[Entry]) -> str:
    """Return the text of the file ``X.tif.aux.xml``: palette and categories for GDAL.

    A TIFF's own palette has no transparency; this one, which GDAL prefers, has.
    """
    colours = "".join(
        '      <Entry c1="{}" c2="{}" c3="{}" c4="{}"/>\n'.format(*item.colour) for item in entries
    )
    names = "".join(f"      <Category>{escape(item.name)}</Category>\n" for item in entries)
    return (
        '<PAMDataset>\n  <PAMRasterBand band="1">\n    <ColorInterp>Palette</ColorInterp>\n'
        f"    <ColorTable>\n{colours}    </ColorTable>\n"
        f"    <CategoryNames>\n{names}    </CategoryNames>\n  </PAMRasterBand>\n</PAMDataset>\n"
    )


def qgis_style(entries: Sequence[Entry]) -> str:
    """Return the text of the file ``X.qml``: paletted, nearest pixel."""
    listed = "".join(
        '          <paletteEntry value="{code}" label="{label}" color="#{0:02x}{1:02x}{2:02x}" '
        'alpha="{3}"/>\n'.format(*item.colour, code=item.value, label=escape(item.name, quote=True))
        for item in entries
    )
    return (
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
        '<qgis version="3.34" styleCategories="AllStyleCategories">\n'
        "  <pipe>\n"
        "    <provider>\n"
        '      <resampling enabled="false" zoomedInResamplingMethod="nearestNeighbour" '
        'zoomedOutResamplingMethod="nearestNeighbour" maxOversampling="2"/>\n'
        "    </provider>\n"
        '    <rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1">\n'
        "      <colorPalette>\n"
        f"{listed}"
        "      </colorPalette>\n"
        "    </rasterrenderer>\n"
        "  </pipe>\n"
        "  <blendMode>0</blendMode>\n"
        "</qgis>\n"
    )


def distinct_colours(count: int) -> list[Colour]:
    """Return opaque colours of which neighbours differ in hue and, every other, in lightness."""
    colours = []
    for number in range(count):
        lightness = (0.42, 0.62, 0.52)[number % 3]
        red, green, blue = colorsys.hls_to_rgb((0.58 + number * GOLDEN_ANGLE) % 1, lightness, 0.62)
        colours.append((round(red * 255), round(green * 255), round(blue * 255), 255))
    return colours
