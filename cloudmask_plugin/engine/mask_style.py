"""How a mask looks: palette, category names and QGIS style, all from the class table."""

from __future__ import annotations

from html import escape

from .classes import CLASSES, NODATA

PALETTE: tuple[tuple[int, tuple[int, int, int, int]], ...] = tuple(
    (item.code, item.colour) for item in CLASSES
) + ((NODATA, (0, 0, 0, 0)),)


def auxiliary_xml() -> str:
    """Return the text of the file ``MASK.tif.aux.xml``: palette and categories for GDAL.

    A TIFF's own palette has no transparency; this one, which GDAL prefers, has.
    """
    entries = "".join(
        '      <Entry c1="{}" c2="{}" c3="{}" c4="{}"/>\n'.format(*item.colour) for item in CLASSES
    )
    names = "".join(f"      <Category>{escape(item.name)}</Category>\n" for item in CLASSES)
    return (
        '<PAMDataset>\n  <PAMRasterBand band="1">\n    <ColorInterp>Palette</ColorInterp>\n'
        f"    <ColorTable>\n{entries}    </ColorTable>\n"
        f"    <CategoryNames>\n{names}    </CategoryNames>\n  </PAMRasterBand>\n</PAMDataset>\n"
    )


def qgis_style() -> str:
    """Return the text of the file ``MASK.qml``: paletted, clear transparent, nearest pixel."""
    entries = "".join(
        '          <paletteEntry value="{code}" label="{label}" color="#{0:02x}{1:02x}{2:02x}" '
        'alpha="{3}"/>\n'.format(*item.colour, code=item.code, label=escape(item.name))
        for item in CLASSES
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
        f"{entries}"
        "      </colorPalette>\n"
        "    </rasterrenderer>\n"
        "  </pipe>\n"
        "  <blendMode>0</blendMode>\n"
        "</qgis>\n"
    )
