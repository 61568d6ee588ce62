"""What the user states about a scene: texts to and from Overrides, for dock and Processing.

Pure functions.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication

from .engine.scene import Overrides, SourceSpec
from .engine.sensors import SENSORS, SENTINEL2
from .engine.series import split_variable

translate = QCoreApplication.translate

LEVELS = ("L1C", "L2A")
SENSOR_KEYS = (SENTINEL2, *(sensor.key for sensor in SENSORS))
TEXTS = ("acquired", "step")
NUMBERS = ("scale", "offset", "nodata", "sun_zenith", "sun_azimuth")


@dataclass(frozen=True)
class FileBand:
    """A band of the file in its order: its name there, and the role it plays, "" for none."""

    name: str
    role: str = ""


def file_bands(
    source: SourceSpec | None,
    layer_bands: tuple[str, ...],
    overrides: Overrides,
    files: tuple[str, ...] = (),
) -> tuple[FileBand, ...]:
    """Return the bands that the user can give roles to, in the order that the engine has them.

    :param layer_bands: names of the bands of the scene's layers, () where it is no layer.
    :param files: the file of each of them, where several layers make the scene.
    """
    if source is None:
        stated = overrides.bands or ()
        return tuple(
            FileBand(name, stated[place].strip("-") if place < len(stated) else "")
            for place, name in enumerate(layer_bands)
        )
    if is_product(source):
        used = [FileBand(band.name, band.role) for band in source.bands]
        return tuple(used + [FileBand(name) for name in source.unused])
    if files:
        return _bands_of_layers(source, layer_bands, files)
    if source.kind in ("files", "series"):
        return _bands_of_files(source, overrides)
    roles = {band.index: band for band in source.bands}
    spare = iter(source.unused)
    count = max(len(layer_bands), len(source.bands) + len(source.unused), *roles, 0)
    bands = []
    for index in range(1, count + 1):
        if index in roles:
            bands.append(FileBand(roles[index].name, roles[index].role))
        else:
            fallback = layer_bands[index - 1] if index <= len(layer_bands) else str(index)
            bands.append(FileBand(next(spare, fallback)))
    return tuple(bands)


def _bands_of_layers(
    source: SourceSpec, layer_bands: tuple[str, ...], files: tuple[str, ...]
) -> tuple[FileBand, ...]:
    roles = {(band.path, band.index): band.role for band in (*source.bands, *source.coarser)}
    seen: dict[str, int] = {}
    bands = []
    for name, file in zip(layer_bands, files):
        seen[file] = seen.get(file, 0) + 1
        bands.append(FileBand(name, roles.get((file, seen[file]), "")))
    return tuple(bands)


def _bands_of_files(source: SourceSpec, overrides: Overrides) -> tuple[FileBand, ...]:
    """Return the bands of a folder's files, or of a series' variables.

    Where the user has stated roles, these tell the places of the bands that have none.
    """
    images = [*source.bands, *source.coarser]
    if overrides.bands is None:
        if source.kind == "files":
            images.sort(key=lambda band: Path(band.path))
        return tuple(FileBand(band.name, band.role) for band in images)
    spare = iter(source.unused)
    bands = []
    for place in range(len(images) + len(source.unused)):
        role = overrides.bands[place].strip("-") if place < len(overrides.bands) else ""
        found = next((band for band in images if band.role == role), None)
        if found is not None:
            images = [band for band in images if band is not found]
            bands.append(FileBand(found.name, role))
        else:
            bands.append(FileBand(next(spare, str(place + 1))))
    return tuple(bands)


def is_product(source: SourceSpec) -> bool:
    """True where metadata tell which band is which, so that roles can only be left out."""
    return source.kind in ("product", "item")


def may_be_series(location: str | tuple[str, ...]) -> bool:
    """True for files that can hold several dates, of which one is to be stated."""
    text = location if isinstance(location, str) else ""
    return split_variable(text) is not None or Path(text).suffix.lower() == ".nc"


def parse_number(text: str) -> float | None:
    """Return the number of a field, None where it is empty; "1/10000" is a number too.

    :raises ValueError: where it is none.
    """
    text = text.strip().replace("−", "-").replace(",", ".")
    if not text:
        return None
    if "/" in text:
        over, under = text.split("/")
        number = float(over) / float(under) if float(under) else math.inf
    else:
        number = float(text)
    if math.isinf(number):
        raise ValueError(text)
    return number


def number_text(number: float | None) -> str:
    """Return a number as it would be typed."""
    if number is None:
        return ""
    return f"{number:.10g}"


def problem_with(field: str, text: str) -> str:
    """Return what is wrong with a field's text, "" where nothing is."""
    if field == "acquired":
        try:
            if text.strip():
                datetime.fromisoformat(text.strip().rstrip("Zz"))
        except ValueError:
            return translate(
                "SceneEditor", "Give the time as 2022-10-05T11:54:00Z or the day as 2022-10-05."
            )
        return ""
    if field in TEXTS:
        return ""
    try:
        number = parse_number(text)
    except ValueError:
        if field == "nodata":
            return translate("SceneEditor", "Give a number, or nan.")
        return translate("SceneEditor", "Give a number.")
    if number is None or (field == "nodata" and math.isnan(number)):
        return ""
    if math.isnan(number):
        return translate("SceneEditor", "Give a number.")
    if field == "scale" and number <= 0:
        return translate("SceneEditor", "Give a number above 0, for example 1/10000.")
    if field == "sun_zenith" and not 0 <= number <= 90:
        return translate("SceneEditor", "Give degrees from 0 (overhead) to 90 (horizon).")
    if field == "sun_azimuth" and not 0 <= number <= 360:
        return translate("SceneEditor", "Give degrees clockwise from north, 0 to 360.")
    return ""


def parse(
    texts: dict[str, str],
    level: str | None,
    bands: tuple[str, ...] | None,
    sensor: str | None = None,
) -> Overrides:
    """Return the overrides of fields without problems; a field with one is left to detection.

    :param texts: by field: :data:`TEXTS` and :data:`NUMBERS`.
    """
    fine = {field: text.strip() for field, text in texts.items() if not problem_with(field, text)}
    numbers = {field: parse_number(fine.get(field, "")) for field in NUMBERS}
    words = {field: fine.get(field) or None for field in TEXTS}
    return Overrides(bands=bands, level=level, sensor=sensor, **words, **numbers)


def completed(stated: Overrides, declared: Overrides) -> Overrides:
    """Return what the user stated in a door, and where that is nothing, in the layer."""
    return Overrides(
        **{
            name: value if (value := getattr(stated, name)) is not None else getattr(declared, name)
            for name in Overrides.__dataclass_fields__
        }
    )
