"""How layers of polygons look in QGIS, as text of a ``.qml`` file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from .palette_style import Colour

OUTLINE: Colour = (60, 60, 60, 255)


@dataclass(frozen=True)
class Kind:
    """Polygons with one value of a field: their name and colour."""

    value: str
    name: str
    colour: Colour


@dataclass(frozen=True)
class Step:
    """Polygons whose value lies above ``low`` (the first: at it, too) and up to ``high``."""

    low: float
    high: float
    name: str
    colour: Colour


def categorised_style(field: str, kinds: Sequence[Kind]) -> str:
    """Return the style of polygons filled by the value of a field, without outlines."""
    listed = "".join(
        f'      <category value="{escape(kind.value, quote=True)}" type="string" '
        f'symbol="{number}" label="{escape(kind.name, quote=True)}" render="true"/>\n'
        for number, kind in enumerate(kinds)
    )
    symbols = "".join(_symbol(number, kind.colour, None) for number, kind in enumerate(kinds))
    return _style(
        f'  <renderer-v2 type="categorizedSymbol" attr="{escape(field, quote=True)}" '
        f'forceraster="0" enableorderby="0" symbollevels="0">\n'
        f"    <categories>\n{listed}    </categories>\n"
        f"    <symbols>\n{symbols}    </symbols>\n  </renderer-v2>\n"
    )


def graduated_style(field: str, steps: Sequence[Step]) -> str:
    """Return the style of polygons filled by the size of a field, with thin outlines."""
    listed = "".join(
        f'      <range lower="{step.low!r}" upper="{step.high!r}" symbol="{number}" '
        f'label="{escape(step.name, quote=True)}" render="true"/>\n'
        for number, step in enumerate(steps)
    )
    symbols = "".join(_symbol(number, step.colour, OUTLINE) for number, step in enumerate(steps))
    return _style(
        f'  <renderer-v2 type="graduatedSymbol" attr="{escape(field, quote=True)}" '
        'graduatedMethod="GraduatedColor" forceraster="0" enableorderby="0" symbollevels="0">\n'
        f"    <ranges>\n{listed}    </ranges>\n"
        f"    <symbols>\n{symbols}    </symbols>\n  </renderer-v2>\n"
    )


def _style(renderer: str) -> str:
    return (
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
        '<qgis version="3.34" styleCategories="Symbology">\n'
        f"{renderer}  <blendMode>0</blendMode>\n</qgis>\n"
    )


def _symbol(number: int, colour: Colour, outline: Colour | None) -> str:
    options = {
        "color": ",".join(map(str, colour)),
        "style": "solid",
        "outline_style": "solid" if outline else "no",
        "outline_color": ",".join(map(str, outline or OUTLINE)),
        "outline_width": "0.2",
        "outline_width_unit": "MM",
    }
    listed = "".join(
        f'            <Option name="{key}" type="QString" value="{value}"/>\n'
        for key, value in options.items()
    )
    return (
        f'      <symbol type="fill" name="{number}" alpha="1" clip_to_extent="1">\n'
        '        <layer class="SimpleFill" enabled="1" pass="0" locked="0">\n'
        f'          <Option type="Map">\n{listed}          </Option>\n'
        "        </layer>\n      </symbol>\n"
    )
