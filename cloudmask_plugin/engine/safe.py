"""Sentinel-2 products: ESA's folder, its zip, parts of it, and the layout of the AWS archive.

Only text is read here; images are opened by the raster layer. The few values needed are
found by pattern: element names are unique in these files whatever the schema's version.

Layouts: ESA, Sentinel-2 Products Specification Document, issue 14.9, sections 4 and 5; the
AWS archive (``B02.jp2`` or ``R10m/B02.jp2`` beside ``metadata.xml`` and ``productInfo.json``):
https://roda.sentinel-hub.com/sentinel-s2-l2a/readme.html.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from .bands import ROLES, role_from_name
from .errors import SceneError
from .product import Product, ProductFile
from .radiometry import ProductRadiometry
from .sun import Nodes, SunGrid

# File names, without their folders. Those of products before November 2016 end in PDMC names.
_PRODUCT_FILE = re.compile(
    r"^(?:MTD_MSI(?:L1C|L2A)|product_metadata|S2[A-D]_\w+_MTD_SAFL?(?:1C|2A)_\w+)\.xml$", re.I
)
_GRANULE_FILE = re.compile(r"^(?:MTD_TL|metadata|S2[A-D]_\w+_MSI_L(?:1C|2A)_TL_\w+)\.xml$", re.I)
_NAME_FILE = re.compile(r"^productInfo\.json$", re.I)
_IMAGE_FILE = re.compile(r"(?:^|_)(B0[1-9]|B8A|B1[0-2])(?:_(?:10|20|60)m)?\.(?:jp2|tiff?)$", re.I)
_PICTURE_FILE = re.compile(r"(?:^|_)(?:TCI|PVI)(?:_(?:10|20|60)m)?\.jp2$", re.I)
_URI = re.compile(r"^SENTINEL2_L(?:1C|2A)(?:_TILE)?:(.+\.(?:xml|zip))(?::.*)?$", re.I)
_ZIPPED = re.compile(r"^/vsizip/\{?(.+?\.zip)\}?(?:/(.*))?$", re.I)
_PART = re.compile(r"^(?:GRANULE|IMG_DATA|R[126]0m|(?:L1C|L2A)_T\w+|S2[A-D]_OPER_\w+_TL_.*)$", re.I)
_ROOT = re.compile(r"<((?:\w+:)?(Level-(?:1C|2A)_(?:User_Product|Tile_ID)))[\s>]")
DEPTH = 5  # folders between a product's root and its images, at most


def find_product(location: str) -> Product | None:
    """Return the product that a path or GDAL URI names, None where it names something else.

    :param location: ``.SAFE`` folder or a folder in it, its zip, a metadata file such as
        MTD_MSIL2A.xml, MTD_TL.xml or metadata.xml, a band's image in a product, or a GDAL
        URI such as ``SENTINEL2_L2A:/…/MTD_MSIL2A.xml:10m:EPSG_32631``.
    :raises SceneError: where it is a product without any band's image, or with metadata
        that cannot be trusted.
    """
    match = _URI.match(location)
    location = match.group(1) if match else location
    zipped = _ZIPPED.match(location)
    path = Path(zipped.group(1) if zipped else location).absolute()
    member = (zipped.group(2) or "") if zipped else ""
    if path.suffix.lower() == ".zip" and path.is_file():
        image = member and not member.lower().endswith(".xml")
        return None if image and not _IMAGE_FILE.search(_name(member)) else _from_zip(path)
    root = product_root(path)
    if root is None:
        return None
    return _from_folder(root, _granule_of(path, root))


def product_root(path: Path) -> Path | None:
    """Return the folder of the product that a folder, metadata file or band's image is part of.

    None for anything else, such as a picture or another file that lies in a product.
    """
    path = path.absolute()
    if path.is_dir():
        candidates = [path]
        if _PART.match(path.name):
            candidates += list(path.parents)[:DEPTH]
    elif not path.is_file():
        return None
    elif path.suffix.lower() == ".xml":
        if not (_PRODUCT_FILE.match(path.name) or _GRANULE_FILE.match(path.name)):
            return None
        candidates = list(path.parents)[:DEPTH]
        if path.name.lower() == "metadata.xml" and not _ROOT.search(_head(path)):
            return None
    elif _IMAGE_FILE.search(path.name):
        candidates = list(path.parents)[:DEPTH]
    else:
        return None
    for folder in candidates:
        if folder.suffix.upper() == ".SAFE" or _files(folder, _PRODUCT_FILE):
            return folder
    for folder in candidates:
        if any(_ROOT.search(_head(entry)) for entry in _files(folder, _GRANULE_FILE)):
            return folder
    return None


def _files(folder: Path, pattern: re.Pattern[str]) -> list[Path]:
    """Return a folder's files of matching name; none where the folder may not be read."""
    try:
        return [e for e in folder.iterdir() if pattern.search(e.name) and e.is_file()]
    except OSError:
        return []


def picture_of_product(location: str) -> Path | None:
    """Return the product of which a location is a mere picture (TCI, PVI), None if it is none."""
    path = Path(location)
    if not (_PICTURE_FILE.search(path.name) and path.is_file()):
        return None
    beside = _files(path.parent, _IMAGE_FILE)
    return product_root(beside[0]) if beside else None


def _granule_of(path: Path, root: Path) -> str:
    """Return the granule within a product that a path lies in, "" where in none."""
    parts = path.relative_to(root).parts if path.is_relative_to(root) else ()
    return parts[1] if len(parts) > 1 and parts[0].upper() == "GRANULE" else ""


def _from_folder(folder: Path, granule: str) -> Product:
    patterns = ("*", "R*m/*", "IMG_DATA/*", "IMG_DATA/R*m/*")
    within = ("", "GRANULE/*/")
    members = sorted(
        entry.relative_to(folder).as_posix()
        for prefix in within
        for pattern in patterns
        for entry in folder.glob(prefix + pattern)
        if entry.is_file()
    )
    return _assemble(
        folder.name,
        folder.as_posix(),
        [member for member in members if not granule or _granule(member) in ("", granule)],
        lambda member: (folder / member).read_text(encoding="utf-8", errors="replace"),
        lambda member: (folder / member).as_posix(),
    )


def _from_zip(path: Path) -> Product | None:
    try:
        with zipfile.ZipFile(path) as archive:
            members = sorted(archive.namelist())
            if not any(_PRODUCT_FILE.match(_name(member)) for member in members):
                return None
            texts = {}
            for member in members:
                if _is_metadata(member) and "DATASTRIP" not in member:
                    try:
                        texts[member] = archive.read(member).decode("utf-8", errors="replace")
                    except (zipfile.BadZipFile, zlib.error, OSError) as error:
                        raise SceneError(
                            f"{member} in {path} cannot be unpacked ({error}): "
                            "the archive is damaged; fetch it again."
                        ) from error
    except (zipfile.BadZipFile, OSError) as error:
        raise SceneError(f"{path} cannot be read as a zip file: fetch it again.") from error
    return _assemble(
        members[0].split("/")[0],
        str(path),
        members,
        lambda member: texts[member],
        lambda member: f"/vsizip/{path.resolve().as_posix()}/{member}",
    )


def _assemble(
    name: str,
    location: str,
    members: list[str],
    read: Callable[[str], str],
    gdal_path: Callable[[str], str],
) -> Product:
    outside = [member for member in members if "QI_DATA" not in member]
    images = [member for member in outside if _IMAGE_FILE.search(_name(member))]
    if not images:
        raise SceneError(
            f"{name} holds no band's image (.jp2): "
            "only metadata was fetched; fetch the whole product."
        )
    granules = sorted({_granule(member) for member in images})
    if len(granules) > 1:
        raise SceneError(
            f"{name} holds {len(granules)} tiles ({', '.join(granules)}): "
            "choose the folder of one of them in GRANULE."
        )
    product_xml, granule_xml = _metadata(location, outside, read)
    files = []
    for member in images:
        match = _IMAGE_FILE.search(_name(member))
        role = role_from_name(match.group(1)) if match else None
        if role:
            files.append(ProductFile(role, gdal_path(member)))
    stated = parse_radiometry(product_xml, granule_xml)
    named = next((read(m) for m in outside if _NAME_FILE.match(_name(m))), "")
    found = re.search(r'"name"\s*:\s*"(S2[^"]+)"', named)
    warnings = []
    if not product_xml:
        warnings.append(
            f"{name} lacks its product metadata (MTD_MSI….xml): scale and offset were taken from "
            "its baseline and values; check them."
        )
    zenith, azimuth = parse_sun(granule_xml)
    return Product(
        _first(product_xml, "PRODUCT_URI") or (found.group(1) if found else name),
        stated,
        _first(product_xml, "PRODUCT_START_TIME") or _first(granule_xml, "SENSING_TIME"),
        zenith,
        azimuth,
        tuple(files),
        warnings=tuple(warnings),
        sun_grid=parse_sun_grid(granule_xml),
    )


def _metadata(location: str, members: list[str], read: Callable[[str], str]) -> tuple[str, str]:
    """Return the texts of the product's and the granule's metadata, "" where one is absent.

    :raises SceneError: where a product's metadata is cut short or something else. What is
        said of scale and offset decides the mask, so that half of it is worse than none.
    """
    product_xml = granule_xml = ""
    for member in members:
        name = _name(member)
        if not _is_metadata(member) or _NAME_FILE.match(name):
            continue
        text = read(member)
        root = _ROOT.search(text)
        is_product = root.group(2).endswith("User_Product") if root else False
        if _PRODUCT_FILE.match(name) or is_product:
            if not is_product:
                raise SceneError(
                    f"{location}/{member} is no metadata of a Sentinel-2 product: "
                    "fetch that file again."
                )
            if root and f"</{root.group(1)}" not in text:
                raise SceneError(f"{location}/{member} is cut short: fetch that file again.")
            product_xml += text
        else:
            granule_xml += text
    return product_xml, granule_xml


def parse_radiometry(product_xml: str, granule_xml: str = "") -> ProductRadiometry:
    """Return level, baseline, quantification value and offsets of metadata texts.

    :param product_xml: text of MTD_MSI*.xml, or "" where only a granule's is there, which
        tells level and baseline (in ``TILE_ID``) and no more.
    """
    level = re.search(r"Level-?(1C|2A)", _first(product_xml, "PROCESSING_LEVEL") or "", re.I)
    level = level or re.search(r"<(?:\w+:)?Level-(1C|2A)_Tile_ID", granule_xml)
    baseline = re.search(r"_N(\d\d\.\d\d)$", _first(granule_xml, "TILE_ID") or "")
    quantification = _first(product_xml, "BOA_QUANTIFICATION_VALUE") or _first(
        product_xml, "QUANTIFICATION_VALUE"
    )
    offsets = re.findall(
        r'<(?:RADIO|BOA)_ADD_OFFSET\s+band_id="(\d+)"\s*>\s*(-?[\d.]+)\s*<', product_xml
    )
    return ProductRadiometry(
        f"L{level.group(1).upper()}" if level else None,
        _first(product_xml, "PROCESSING_BASELINE") or (baseline.group(1) if baseline else None),
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


def parse_sun_grid(granule_xml: str) -> SunGrid | None:
    """Return the sun's angles of a MTD_TL.xml text every 5 km, None where they are not stated.

    The first node is the tile's upper left corner (Products Specification Document, 5.2).
    """
    stated = re.search(r"<Sun_Angles_Grid>(.*?)</Sun_Angles_Grid>", granule_xml, re.S)
    text = stated.group(1) if stated else ""
    corner = _first(granule_xml, "ULX"), _first(granule_xml, "ULY")
    step = _first(text, "COL_STEP"), _first(text, "ROW_STEP")
    try:
        x, y, step_x, step_y = (float(number or "") for number in (*corner, *step))
        zenith, azimuth = _nodes(text, "Zenith"), _nodes(text, "Azimuth")
    except ValueError:
        return None
    is_grid = len({len(row) for row in (*zenith, *azimuth)}) == 1 and len(zenith) == len(azimuth)
    return SunGrid(x, y, step_x, step_y, zenith, azimuth) if is_grid else None


def _nodes(xml: str, angle: str) -> Nodes:
    listed = re.search(rf"<{angle}>(.*?)</{angle}>", xml, re.S)
    rows = re.findall(r"<VALUES>([^<]*)</VALUES>", listed.group(1)) if listed else []
    return tuple(tuple(float(value) for value in row.split()) for row in rows)


def _is_metadata(member: str) -> bool:
    name = _name(member)
    return any(p.match(name) for p in (_PRODUCT_FILE, _GRANULE_FILE, _NAME_FILE))


def _granule(member: str) -> str:
    """Return the granule's folder in a member's path, "" where it is in none."""
    match = re.search(r"(?:^|/)GRANULE/([^/]+)/", member, re.I)
    return match.group(1) if match else ""


def _name(member: str) -> str:
    return PurePosixPath(member).name


def _head(path: Path) -> str:
    with open(path, encoding="utf-8", errors="replace") as source:
        return source.read(2000)


def _first(xml: str, element: str) -> str | None:
    match = re.search(rf"<(?:\w+:)?{element}(?:\s[^>]*)?>([^<]*)<", xml)
    return match.group(1).strip() if match else None
