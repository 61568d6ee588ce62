"""A scene in words, the same in the dock and in Processing. Pure functions of a SourceSpec."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import datetime

from qgis.PyQt.QtCore import QCoreApplication

from .engine.bands import ROLES
from .engine.scene import SENTINEL2, Resolved, SourceSpec
from .engine.sensors import SENSORS
from .engine_text import engine_text

translate = QCoreApplication.translate


@dataclass(frozen=True)
class SceneFact:
    """One line of what is known of a scene, as the dock, the log and the report show it.

    :param key: names what the user may state instead; "" where it can only be read.
    :param source: where the value comes from.
    :param guessed: the value was inferred, not stated by the file or the user.
    :param known: False where nothing tells the value.
    :param details: lines that say more.
    """

    key: str
    label: str
    text: str
    source: str = ""
    guessed: bool = False
    known: bool = True
    details: str = ""

    @property
    def marked_text(self) -> str:
        """The value, and that it is a guess where it is one."""
        return self.text + (translate("SceneCard", " (guessed)") if self.guessed else "")


def scene_facts(source: SourceSpec) -> tuple[SceneFact, ...]:
    """Return what is known of a described scene, always the same lines in one order."""
    level, baseline = source.level, source.baseline
    product = translate("SceneCard", "{sensor} {level}").format(
        sensor=sensor_title(source.sensor.value),
        level=level.value or translate("SceneCard", "of unknown level"),
    )
    if baseline.value:
        product += translate("SceneCard", " · baseline {number}").format(number=baseline.value)
    least_sure = source.scale if source.scale.confidence <= source.offset.confidence else None
    return (
        _fact("level", translate("SceneCard", "Product"), product, level, _sensor_details(source)),
        _fact(
            "acquired",
            translate("SceneCard", "Acquired"),
            acquired_text(source.acquired.value),
            source.acquired,
        ),
        _fact(
            "bands",
            translate("SceneCard", "Bands"),
            bands_text(source.roles),
            source.band_evidence,
            bands_details(source),
        ),
        _fact(
            "scale",
            translate("SceneCard", "Reflectance"),
            scaling_text(source.scale.value, source.offset.value),
            least_sure or source.offset,
        ),
        _fact(
            "sun",
            translate("SceneCard", "Sun"),
            sun_text(source.sun_zenith.value, source.sun_azimuth.value),
            source.sun_zenith if source.sun_zenith.value is not None else source.sun_azimuth,
        ),
        _pixels(source),
        _fact(
            "nodata",
            translate("SceneCard", "Nodata value"),
            nodata_text(source.nodata.value, bool(source.mask_paths)),
            source.nodata,
        ),
    )


def _pixels(source: SourceSpec) -> SceneFact:
    grid = source.grid
    text = f"{metres_text(grid.resolution)} · {grid.width} × {grid.height}"
    details = f"{crs_text(grid.crs)}\n{source.location}"
    return SceneFact("", translate("SceneCard", "Pixels"), text, details=details)


def _fact(key: str, label: str, text: str, value: Resolved, details: str = "") -> SceneFact:
    known = value.value not in (None, "")
    source = engine_text(value.source)
    return SceneFact(key, label, text, source, value.guessed and known, known, details)


def _sensor_details(source: SourceSpec) -> str:
    """Return what told the sensor where it is another than Sentinel-2, or stated to be it."""
    if source.sensor == SENTINEL2:
        return ""
    return translate("SceneCard", "{sensor} known from: {source}").format(
        sensor=sensor_title(source.sensor.value), source=engine_text(source.sensor.source)
    )


def sensor_title(key: str) -> str:
    """Return the name of a sensor of the engine's by its key."""
    return next((sensor.title for sensor in SENSORS if sensor.key == key), "Sentinel-2")


def acquired_text(acquired: str | None) -> str:
    """Return an ISO 8601 time as "5 Oct 2022 11:54 UTC", the text itself if it is none."""
    if not acquired:
        return translate("SceneCard", "date unknown")
    try:
        time = datetime.fromisoformat(acquired.strip().rstrip("Zz").split(".")[0])
    except ValueError:
        return acquired
    months = translate("SceneCard", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()
    day = translate("SceneCard", "{day} {month} {year}").format(
        day=time.day, month=months[time.month - 1], year=time.year
    )
    return day if len(acquired) <= len("2022-10-05") else f"{day} {time:%H:%M} UTC"


def bands_text(roles: tuple[str, ...]) -> str:
    """Return roles as "B02–B04 B08 (4 of 13)": runs of three and more are folded."""
    if not roles:
        return translate("SceneCard", "none recognised")
    if set(roles) == set(ROLES):
        return translate("SceneCard", "all 13")
    positions = sorted(ROLES.index(role) for role in roles if role in ROLES)
    parts: list[str] = []
    while positions:
        run = 1
        while run < len(positions) and positions[run] == positions[0] + run:
            run += 1
        if run > 2:
            parts.append(f"{ROLES[positions[0]]}–{ROLES[positions[run - 1]]}")
        else:
            parts.extend(ROLES[position] for position in positions[:run])
        positions = positions[run:]
    return translate("SceneCard", "{bands} ({count} of 13)").format(
        bands=" ".join(parts), count=len(roles)
    )


def bands_details(source: SourceSpec) -> str:
    """Return one line a band: role, and its name in the file."""
    lines = [f"{band.role}: {band.name}" for band in source.bands]
    if source.unused:
        lines.append(
            translate("SceneCard", "Not used: {names}").format(names=", ".join(source.unused))
        )
    return "\n".join(lines)


def scaling_text(scale: float, offset: float) -> str:
    """Return reflectance = (value + offset) · scale as a short formula."""
    if scale == 1 and offset == 0:
        return translate("SceneCard", "values as they are")
    value = "DN"
    if offset:
        value = f"(DN {'−' if offset < 0 else '+'} {abs(offset):g})"
    if scale == 1:
        return value.strip("()")
    divisor = 1 / scale
    if abs(divisor - round(divisor)) < 1e-6 * divisor and divisor >= 1:
        return f"{value} / {round(divisor)}"
    return f"{value} × {scale:g}"


def nodata_text(nodata: float | None, has_mask: bool) -> str:
    """Return the nodata value, and that a mask band counts as well."""
    if nodata is None:
        value = "" if has_mask else translate("SceneCard", "none")
    elif math.isnan(nodata):
        value = "NaN"
    else:
        value = f"{nodata:g}".replace("-", "−")
    if not has_mask:
        return value
    mask = translate("SceneCard", "mask band")
    return f"{value} · {mask}" if value else mask


def sun_text(zenith: float | None, azimuth: float | None) -> str:
    """Return where the sun stands: "58° from zenith, in the S"."""
    if zenith is None and azimuth is None:
        return translate("SceneCard", "position unknown")
    parts = []
    if zenith is not None:
        parts.append(translate("SceneCard", "{angle:.0f}° from zenith").format(angle=zenith))
    if azimuth is not None:
        direction = compass_point(round(azimuth / 45) % 8)
        parts.append(
            translate("SceneCard", "in the {direction} ({angle:.0f}°)").format(
                direction=direction, angle=azimuth % 360
            )
        )
    return ", ".join(parts)


def compass_point(sector: int) -> str:
    """Return the letters of an eighth of the compass, 0 for north, clockwise."""
    return translate("SceneCard", "N NE E SE S SW W NW").split()[sector]


def crs_text(wkt: str) -> str:
    """Return the code of a CRS, which stands at the end of its WKT."""
    codes = re.findall(r'(?:AUTHORITY|ID)\["EPSG",\s*"?(\d+)"?\]', wkt)
    if codes:
        return f"EPSG:{codes[-1]}"
    if wkt:
        return translate("SceneCard", "Coordinate system without a code")
    return translate("SceneCard", "No coordinate system")


def metres_text(metres: float) -> str:
    """Return a length of a pixel with its unit."""
    return f"{metres:.3g} m" if metres < 1000 else f"{metres / 1000:.3g} km"


def area_text(square_metres: float) -> str:
    """Return an area in km², with hectares where it is small."""
    if square_metres < 1e6:
        return f"{square_metres / 1e4:.3g} ha"
    km2 = square_metres / 1e6
    return f"{km2:.2f} km²" if km2 < 100 else f"{km2:,.0f} km²".replace(",", "\u202f")


def duration_text(seconds: float) -> str:
    """Return a time to wait as "6 s", "4 min" or "1 h 20 min"."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02d} min"
