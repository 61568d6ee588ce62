"""Landsat products: the bands of a scene and the metadata file (MTL) that lies beside them.

Only text is read here; images are opened by the raster layer. MTL.txt, MTL.json and MTL.xml
hold the same groups of names and values. Level-2 files repeat names of Level-1 with other
values, so that the group decides.

Names and groups: USGS, Landsat 8-9 OLI-TIRS Collection 2 data format control books of Level 1
(LSDS-1822) and Level 2 (LSDS-1328), metadata file; Collection 1 names some differently.
Conversion: USGS, Using the USGS Landsat Level-1 data product, Conversion to TOA reflectance:
ρ = (M · DN + A) / sin(sun's elevation at the scene's centre); Level-2 is not divided.
"""

from __future__ import annotations

import json
import math
import re
from pathlib import Path

from .errors import SceneError
from .product import Product, ProductFile
from .radiometry import ProductRadiometry
from .sensors import Sensor, find_sensor

_METADATA_FILE = re.compile(r"^(?:(.+)_)?MTL\.(txt|json|xml)$", re.I)
_BAND_FILE = re.compile(r"(?:^|_)B([1-9]\d?)\.(?:tiff?|jp2|img|vrt)$", re.I)
_PRODUCT_NAME = re.compile(r"^L[CEMOT]\d", re.I)
_ROOT = re.compile(r"\b(LANDSAT_METADATA_FILE|L1_METADATA_FILE)\b")
_LINE = re.compile(r"^[ \t]*(\w+)[ \t]*=[ \t]*(.*?)[ \t\r]*$", re.M)
_ELEMENTS = re.compile(r"<(\w+)>\s*((?:<(\w+)>[^<]*</\3>\s*)+)</\1>")
_ELEMENT = re.compile(r"<(\w+)>\s*([^<]*?)\s*</")
_CONTENTS = ("PRODUCT_CONTENTS", "METADATA_FILE_INFO", "PRODUCT_METADATA")
_FACTORS = {
    "L1C": ("LEVEL1_RADIOMETRIC_RESCALING", "RADIOMETRIC_RESCALING"),
    "L2A": ("LEVEL2_SURFACE_REFLECTANCE_PARAMETERS",),
}

Groups = dict[str, dict[str, str]]


def find_product(location: str) -> Product | None:
    """Return the Landsat product that a path names, None where it names something else.

    :param location: MTL.txt, MTL.json or MTL.xml, the folder it lies in, or one of the bands
        beside it.
    :raises SceneError: where it is a product without any band's image, of a sensor that has
        no blue band, or with metadata that cannot be trusted.
    """
    path = Path(location).absolute()
    if _METADATA_FILE.match(path.name) and path.is_file():
        images = _images(path)
        if not images:
            raise SceneError(
                f"Beside {path} lies no band's image (…_B2.TIF): "
                "only metadata was fetched; fetch the whole product."
            )
        return _product(path, images)
    if path.is_dir():
        scenes = scene_files(path)
        if len(scenes) > 1:
            names = ", ".join(file.name for file in scenes)
            raise SceneError(
                f"{path} holds {len(scenes)} scenes of Landsat: choose one of their files {names}."
            )
    elif _BAND_FILE.search(path.name) and path.is_file():
        scenes = [file for file in _metadata_files(path.parent) if path in _images(file).values()]
    else:
        scenes = []
    return _product(scenes[0], _images(scenes[0])) if scenes else None


def scene_files(folder: Path) -> list[Path]:
    """Return the metadata file of each scene whose bands lie in a folder, sorted."""
    return [file for file in _metadata_files(folder) if _images(file)]


def files_of_scene(metadata: Path) -> list[Path]:
    """Return the metadata file of a scene and the images of its bands, sorted."""
    return sorted((metadata, *_images(metadata).values()))


def parse_metadata(text: str, location: str) -> Groups:
    """Return the values of each group of an MTL text by their names, as they are written.

    :param location: its path, whose ending tells how the text is written.
    :raises SceneError: where it is no metadata of a Landsat product, or cut short.
    """
    root = _ROOT.search(text)
    if root is None:
        raise SceneError(f"{location} is no metadata of a Landsat product: fetch that file again.")
    kind = Path(location).suffix.lower().lstrip(".")
    groups: Groups = {}
    whole = True
    if kind == "json":
        try:
            found = json.loads(text)[root.group(1)]
            groups = {
                group: {name: str(value) for name, value in values.items()}
                for group, values in found.items()
            }
        except (ValueError, LookupError, TypeError, AttributeError):
            whole = False
    elif kind == "xml":
        whole = f"</{root.group(1)}>" in text
        for match in _ELEMENTS.finditer(text):
            groups[match.group(1)] = dict(_ELEMENT.findall(match.group(2)))
    else:
        whole = bool(re.search(rf"END_GROUP\s*=\s*{root.group(1)}\b", text))
        group = ""
        for name, value in _LINE.findall(text):
            if name == "GROUP":
                group = value
            elif name != "END_GROUP":
                groups.setdefault(group, {})[name] = value.strip('"')
    if not whole:
        raise SceneError(f"{location} is cut short: fetch that file again.")
    return groups


def _metadata_files(folder: Path) -> list[Path]:
    """Return one metadata file a scene, sorted; none where the folder may not be read."""
    found: dict[str, Path] = {}
    for entry in sorted(_entries(folder), key=lambda entry: entry.suffix.lower() != ".txt"):
        match = _METADATA_FILE.match(entry.name)
        if match:
            found.setdefault((match.group(1) or "").lower(), entry)
    return sorted(found.values())


def _images(metadata: Path) -> dict[int, Path]:
    """Return the image of each band, by its number, that lies beside a metadata file.

    They are named like it; else those without any product's name are taken.
    """
    match = _METADATA_FILE.match(metadata.name)
    start = f"{match.group(1)}_".lower() if match and match.group(1) else ""
    alike: dict[int, Path] = {}
    plain: dict[int, Path] = {}
    for entry in _entries(metadata.parent):
        band = _BAND_FILE.search(entry.name)
        # Not the surface temperature (ST_B10), which is no reflectance.
        if band is None or re.search(r"(?:^|_)ST_B\d+\.", entry.name, re.I):
            continue
        if start and entry.name.lower().startswith(start):
            alike[int(band.group(1))] = entry
        elif not start or not _PRODUCT_NAME.match(entry.name):
            plain[int(band.group(1))] = entry
    return alike or plain


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _product(metadata: Path, images: dict[int, Path]) -> Product:
    groups = parse_metadata(metadata.read_text("utf-8", "replace"), str(metadata))
    name = (
        _value(groups, "LANDSAT_PRODUCT_ID", *_CONTENTS)
        or _value(groups, "LANDSAT_SCENE_ID")
        or metadata.parent.name
    )
    sensor = _sensor(groups, name)
    roles = {number: sensor.role(f"B{number}") for number in images}
    files = tuple(
        ProductFile(role, path.as_posix())
        for number, path in sorted(images.items())
        if (role := roles[number])
    )
    if not files:
        raise SceneError(f"{name} holds no band that is like one of Sentinel-2's: fetch all bands.")
    processing = (
        _value(groups, "PROCESSING_LEVEL", *_CONTENTS)
        or _value(groups, "DATA_TYPE", *_CONTENTS)
        or ""
    )
    level = {"L1": "L1C", "L2": "L2A"}.get(processing[:2].upper())
    radiometry = _radiometry(groups, level, {n: role for n, role in roles.items() if role})
    warnings = []
    if radiometry.quantification is None:
        warnings.append(
            f"{metadata.name} does not name REFLECTANCE_MULT and REFLECTANCE_ADD of all bands: "
            f"scale and offset are those usual for {sensor.title}; check them."
        )
    elevation, azimuth = _number(groups, "SUN_ELEVATION"), _number(groups, "SUN_AZIMUTH")
    return Product(
        name,
        radiometry,
        _acquired(groups),
        None if elevation is None else 90 - elevation,
        None if azimuth is None else azimuth % 360,  # stated as -180 to 180
        files,
        warnings=tuple(warnings),
        sensor=sensor.key,
    )


def _sensor(groups: Groups, name: str) -> Sensor:
    """Return the sensor of the table that the metadata name.

    :raises SceneError: where it is another, such as MSS or the thermal one alone.
    """
    stated = _value(groups, "SENSOR_ID") or ""
    key = "landsat-8-9" if "OLI" in stated else "landsat-5-7" if "TM" in stated else None
    sensor = find_sensor(key) if key else None
    if sensor is None:
        raise SceneError(
            f"{name} is of the sensor {stated or 'unnamed'}, which lacks bands that a mask needs: "
            "choose a scene of OLI, ETM+ or TM."
        )
    return sensor


def _radiometry(groups: Groups, level: str | None, roles: dict[int, str]) -> ProductRadiometry:
    """Return factor and offset of each role, as stored values become reflectance by them."""
    scales, offsets = [], []
    for number, role in sorted(roles.items()):
        among = _FACTORS.get(level or "", ())
        factor = _number(groups, f"REFLECTANCE_MULT_BAND_{number}", *among) if among else None
        added = _number(groups, f"REFLECTANCE_ADD_BAND_{number}", *among) if among else None
        if not factor or added is None:
            return ProductRadiometry(level, None, None, ())
        scales.append((role, factor))
        offsets.append((role, added / factor))
    return ProductRadiometry(
        level,
        None,
        1 / scales[0][1],
        tuple(offsets),
        scales=tuple(scales),
        by_sun=level == "L1C",
    )


def _acquired(groups: Groups) -> str | None:
    """Return date and time of the scene's centre, ISO 8601 in UTC, to the millisecond."""
    date, time = _value(groups, "DATE_ACQUIRED"), _value(groups, "SCENE_CENTER_TIME")
    match = re.match(r"(\d\d:\d\d:\d\d(?:\.\d{1,3})?)", time or "")
    return f"{date}T{match.group(1)}Z" if date and match else date


def _value(groups: Groups, name: str, *among: str) -> str | None:
    """Return a value from one of some groups, or from any where none is named."""
    for group in among or groups:
        if name in groups.get(group, {}):
            return groups[group][name]
    return None


def _number(groups: Groups, name: str, *among: str) -> float | None:
    try:
        number = float(_value(groups, name, *among) or "nan")
    except ValueError:
        return None
    return None if math.isnan(number) else number
