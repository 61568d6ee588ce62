"""How a layer of suspects looks: colours by score, for QGIS."""

from __future__ import annotations

from html import escape

from .palette_style import TRANSPARENT, Entry
from .suspect_statistics import PERCENT

ORDINARY_TITLE = "Ordinary"
# Up to so many per cent. From light to dark, so that the order is seen without colours, too:
# tests/unit/test_colours.py.
ENTRIES = (
    Entry(0, ORDINARY_TITLE, TRANSPARENT),
    Entry(50, "up to 50 % of clear days", (255, 237, 111, 215)),
    Entry(75, "50 to 75 % of clear days", (225, 110, 170, 225)),
    Entry(PERCENT, "75 to 100 % of clear days", (80, 0, 90, 225)),
)
TITLE = "Called cloud without cloud around"


def qgis_style() -> str:
    """Return the text of the file ``X.qml``: discrete colours of the first band."""
    items = "".join(
        '          <item value="{value}" label="{label}" color="#{0:02x}{1:02x}{2:02x}" '
        'alpha="{3}"/>\n'.format(
            *entry.colour, value=entry.value, label=escape(entry.name, quote=True)
        )
        for entry in ENTRIES
    )
    return (
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
        '<qgis version="3.34" styleCategories="AllStyleCategories">\n'
        "  <pipe>\n"
        "    <provider>\n"
        '      <resampling enabled="false" zoomedInResamplingMethod="nearestNeighbour" '
        'zoomedOutResamplingMethod="nearestNeighbour" maxOversampling="2"/>\n'
        "    </provider>\n"
        '    <rasterrenderer type="singlebandpseudocolor" band="1" opacity="1" alphaBand="-1" '
        f'classificationMin="0" classificationMax="{PERCENT}">\n'
        "      <rastershader>\n"
        '        <colorrampshader colorRampType="DISCRETE" classificationMode="1" clip="0" '
        f'minimumValue="0" maximumValue="{PERCENT}" labelPrecision="0">\n'
        f"{items}"
        "        </colorrampshader>\n"
        "      </rastershader>\n"
        "    </rasterrenderer>\n"
        "  </pipe>\n"
        "  <blendMode>0</blendMode>\n"
        "</qgis>\n"
    )
