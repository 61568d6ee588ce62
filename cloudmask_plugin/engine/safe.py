"""Sentinel-2 products as ESA packs them: folder, zip, or their metadata file.

Only text is read here; images are opened by the raster layer. The few values needed are
found by pattern: element names are unique in these files whatever the schema's version.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .bands import ROLES, role_from_name
from .errors import SceneError
from .radiometry import ProductRadiometry

_PRODUCT_FILE = re.compile(r"(?:^|/)MTD_MSI(?:L1C|L2A)\.xml$", re.I)
_GRANULE_FILE = re.compile(r"(?:^|/)MTD_TL\.xml$", re.I)
_IMAGE_FILE = re.compile(r"_(B0[1-9]|B8A|B1[0-2])(?:_(10|20|60)m)?\.jp2$", re.I)
_URI = re.compile(r"^SENTINEL2_L(?:1C|2A)(?:_TILE)?:(.+\.(?:xml|zip))(?::.*)?$", re.I)


@dataclass(frozen=True)
class ProductFile:
    """One band's image: role, pixel size in metres (None: native), path for GDAL."""

    role: str
    resolution: int | None
    path: str


@dataclass(frozen=True)
class Product:
    """A product: its name, what its metadata says, and the images that are there."""

    name: str
    radiometry: ProductRadiometry
    acquired: str | None
    sun_zenith: float | None
    sun_azimuth: float | None
    files: tuple[ProductFile, ...]


def find_product(location: str) -> Product | None:
    """Return the product that a path or GDAL URI names, None where it names something else.

    :param location: ``.SAFE`` folder, its zip, a file MTD_MSIL1C.xml, MTD_MSIL2A.xml or
        MTD_TL.xml, or a GDAL URI such as ``SENTINEL2_L2A:/…/MTD_MSIL2A.xml:10m:EPSG_32631``.
    :raises SceneError: where it is a product without any band's image.
    """
    match = _URI.match(location)
    path = Path(match.group(1).replace("/vsizip/", "") if match else location)
    if path.suffix.lower() == ".zip" and path.is_file():
        return _from_zip(path)
    if path.suffix.lower() == ".xml" and path.is_file():
        name = path.name
        if _GRANULE_FILE.search(name) and len(path.parents) > 3:
            root = path.parents[2]
            return _from_folder(root if _has_product_file(root) else path.parent)
        return _from_folder(path.parent) if _PRODUCT_FILE.search(name) else None
    if path.is_dir() and (path.suffix.upper() == ".SAFE" or _has_product_file(path)):
        return _from_folder(path)
    return None


def _has_product_file(folder: Path) -> bool:
    return any(_PRODUCT_FILE.search(entry.name) for entry in folder.iterdir())


def _from_folder(folder: Path) -> Product:
    members = sorted(
        entry.relative_to(folder).as_posix() for entry in folder.rglob("*") if entry.is_file()
    )
    return _assemble(
        folder.name,
        members,
        lambda member: (folder / member).read_text(encoding="utf-8", errors="replace"),
        lambda member: (folder / member).as_posix(),
    )


def _from_zip(path: Path) -> Product | None:
    try:
        with zipfile.ZipFile(path) as archive:
            members = sorted(archive.namelist())
            if not any(_PRODUCT_FILE.search(member) for member in members):
                return None
            texts = {
                member: archive.read(member).decode("utf-8", errors="replace")
                for member in members
                if _PRODUCT_FILE.search(member) or _GRANULE_FILE.search(member)
            }
    except (zipfile.BadZipFile, OSError) as error:
        raise SceneError(f"{path} cannot be read as a zip file: fetch it again.") from error
    return _assemble(
        members[0].split("/")[0],
        members,
        lambda member: texts[member],
        lambda member: f"/vsizip/{path.resolve().as_posix()}/{member}",
    )


def _assemble(
    name: str,
    members: list[str],
    read: Callable[[str], str],
    gdal_path: Callable[[str], str],
) -> Product:
    product_xml = "".join(read(m) for m in members if _PRODUCT_FILE.search(m))
    granule_xml = "".join(read(m) for m in members if _GRANULE_FILE.search(m))
    files = []
    for member in members:
        match = _IMAGE_FILE.search(member)
        if match and "QI_DATA" not in member:
            role = role_from_name(match.group(1))
            if role:
                size = int(match.group(2)) if match.group(2) else None
                files.append(ProductFile(role, size, gdal_path(member)))
    if not files:
        raise SceneError(
            f"{name} holds no band's image (.jp2): "
            "only metadata was fetched; fetch the whole product."
        )
    return Product(
        _first(product_xml, "PRODUCT_URI") or name,
        parse_radiometry(product_xml),
        _first(product_xml, "PRODUCT_START_TIME") or _first(granule_xml, "SENSING_TIME"),
        *parse_sun(granule_xml),
        tuple(files),
    )


def parse_radiometry(product_xml: str) -> ProductRadiometry:
    """Return level, baseline, quantification value and offsets of a MTD_MSI*.xml text."""
    level = re.search(r"Level-?(1C|2A)", _first(product_xml, "PROCESSING_LEVEL") or "", re.I)
    quantification = _first(product_xml, "BOA_QUANTIFICATION_VALUE") or _first(
        product_xml, "QUANTIFICATION_VALUE"
    )
    offsets = re.findall(
        r'<(?:RADIO|BOA)_ADD_OFFSET\s+band_id="(\d+)"\s*>\s*(-?[\d.]+)\s*<', product_xml
    )
    return ProductRadiometry(
        f"L{level.group(1).upper()}" if level else None,
        _first(product_xml, "PROCESSING_BASELINE"),
        float(quantification) if quantification else None,
        tuple((ROLES[int(band)], float(value)) for band, value in offsets if int(band) < 13),
    )


def parse_sun(granule_xml: str) -> tuple[float | None, float | None]:
    """Return the mean sun zenith and azimuth in degrees of a MTD_TL.xml text."""
    match = re.search(r"<Mean_Sun_Angle>(.*?)</Mean_Sun_Angle>", granule_xml, re.S)
    if not match:
        return None, None
    zenith, azimuth = (
        _first(match.group(1), "ZENITH_ANGLE"),
        _first(match.group(1), "AZIMUTH_ANGLE"),
    )
    return float(zenith) if zenith else None, float(azimuth) if azimuth else None


def _first(xml: str, element: str) -> str | None:
    match = re.search(rf"<(?:\w+:)?{element}(?:\s[^>]*)?>([^<]*)<", xml)
    return match.group(1).strip() if match else None
