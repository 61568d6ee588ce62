"""SpatioTemporal Asset Catalog items: a scene named by links to its bands.

STAC specification 1.0 and 1.1 with the extensions Electro-Optical (``eo:bands``, in 1.1
``bands``), Raster (``raster:bands``: scale, offset), View (sun) and Processing. Text only:
images are opened by the raster layer.
"""

from __future__ import annotations

import json
import os
import re
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import url2pathname

from .bands import ROLES, role_from_name
from .errors import SceneError
from .product import Product, ProductFile
from .radiometry import ProductRadiometry

TIMEOUT = 20  # seconds without an answer
LARGEST = 16 * 2**20  # bytes; items have some 50 kB
SOURCE = "STAC item"
_PICTURES = {"visual", "overview", "thumbnail", "metadata"}
_IMAGE_TYPES = ("image/tiff", "image/jp2", "application/x-hdf", "application/netcdf")
_SCHEMES = {"s3": "/vsis3/", "gs": "/vsigs/", "az": "/vsiaz/"}


def is_item(location: str) -> bool:
    """Tell whether a location is a STAC item rather than a raster, by its name alone."""
    if location.startswith(("http://", "https://")):
        path = urlsplit(location).path.lower()
        if path.endswith((".tif", ".tiff", ".jp2", ".vrt", ".nc")):
            return False
        return path.endswith((".json", ".geojson")) or "/items/" in path
    return location.lower().endswith((".json", ".geojson")) and Path(location).is_file()


def read_item(location: str) -> Product:
    """Return what a STAC item at a path or address states.

    :raises SceneError: where it cannot be fetched, is no item or names no band's image.
    """
    return parse_item(_text(location), location)


def parse_item(text: str, location: str) -> Product:
    """Return what the text of a STAC item states; links are resolved against ``location``.

    :raises SceneError: where it is no item or names no band's image.
    """
    try:
        item = json.loads(text)
    except ValueError as error:
        raise SceneError(
            f"{location} is no JSON text ({error}): fetch the STAC item again."
        ) from error
    if not isinstance(item, dict) or not isinstance(item.get("assets"), dict):
        raise SceneError(
            f"{location} is no STAC item, for it has no assets: choose an item of a catalogue."
        )
    chosen: dict[str, tuple[ProductFile, dict[str, Any]]] = {}
    for key, asset in item["assets"].items():
        for file, radiometry in _images(key, asset, item["assets"], location):
            # An item often links the same band as GeoTIFF and as JPEG 2000: the former is
            # made for reading parts over a network.
            before = chosen.get(file.role)
            if before is None or (_is_jp2(before[0]) and not _is_jp2(file)):
                chosen[file.role] = (file, radiometry)
    if not chosen:
        raise SceneError(
            f"{location} names no asset that is a band's image: "
            "choose an item of Sentinel-2's Level-1C or Level-2A."
        )
    ordered = [chosen[role] for role in ROLES if role in chosen]
    properties = item.get("properties") or {}
    return Product(
        str(item.get("id") or Path(urlsplit(location).path).stem),
        _radiometry(ordered, properties, item),
        properties.get("datetime") or properties.get("start_datetime"),
        _zenith(properties),
        _number(properties, "view:sun_azimuth", "s2:mean_solar_azimuth"),
        tuple(file for file, _ in ordered),
        SOURCE,
    )


def _images(
    key: str, asset: dict[str, Any], assets: dict[str, Any], location: str
) -> list[tuple[ProductFile, dict[str, Any]]]:
    """Return the bands that an asset holds, each with its entry of scale and offset."""
    if not isinstance(asset, dict) or not asset.get("href"):
        return []
    kind = str(asset.get("type") or "image/tiff").lower()
    if _PICTURES & set(asset.get("roles") or ()) or not kind.startswith(_IMAGE_TYPES):
        return []
    described = asset.get("bands") or asset.get("eo:bands") or []
    if len(described) == 3 and ("visual" in key.lower() or "tci" in key.lower()):
        return []
    raster = asset.get("raster:bands") or described
    path = _gdal_path(str(asset["href"]), location)
    found = []
    for index, band in enumerate(described or [{}]):
        names = [band.get("name"), band.get("common_name"), band.get("eo:common_name")]
        if len(described) <= 1:
            names.append(key)
        role = next((r for r in (role_from_name(str(n)) for n in names if n) if r), None)
        if role:
            entry = dict(asset) if len(described) <= 1 else {}
            if index < len(raster):
                entry.update(raster[index])
            found.append((ProductFile(role, path, index + 1), entry))
    return found


def _radiometry(
    chosen: list[tuple[ProductFile, dict[str, Any]]],
    properties: dict[str, Any],
    item: dict[str, Any],
) -> ProductRadiometry:
    scales, offsets = [], []
    for file, entry in chosen:
        scale = _number(entry, "scale", "raster:scale")
        offset = _number(entry, "offset", "raster:offset")
        if scale:
            scales.append(scale)
            offsets.append((file.role, (offset or 0.0) / scale))
    said = f"{item.get('collection', '')} {properties.get('s2:product_uri', '')}"
    level = re.search(
        r"(?<![0-9])(1C|2A)(?![0-9])",
        f"{properties.get('processing:level', '')} {said}".replace("L1C", " 1C").replace(
            "L2A", " 2A"
        ),
        re.I,
    )
    baseline = properties.get("s2:processing_baseline") or properties.get("processing:version")
    matched = re.search(r"(\d{2}\.\d{2})", str(baseline or ""))
    # Where an offset has been applied already, items often state it all the same.
    if properties.get("earthsearch:boa_offset_applied") is True:
        offsets = [(role, 0.0) for role, _ in offsets]
    return ProductRadiometry(
        f"L{level.group(1).upper()}" if level else None,
        matched.group(1) if matched else None,
        1 / scales[0] if scales else None,
        tuple((role, round(value, 6)) for role, value in offsets),
        SOURCE,
        certain=False,
    )


def _zenith(properties: dict[str, Any]) -> float | None:
    elevation = _number(properties, "view:sun_elevation")
    if elevation is not None:
        return 90 - elevation
    return _number(properties, "s2:mean_solar_zenith")


def _number(entries: dict[str, Any], *keys: str) -> float | None:
    for key in keys:
        value = entries.get(key)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return float(value)
    return None


def _is_jp2(file: ProductFile) -> bool:
    return file.path.lower().split("?")[0].endswith(".jp2")


def _gdal_path(href: str, location: str) -> str:
    """Return the link of an asset as GDAL takes it."""
    scheme = urlsplit(href).scheme
    if scheme in _SCHEMES:
        return _SCHEMES[scheme] + href.split("://", 1)[1]
    if scheme in ("http", "https"):
        return f"/vsicurl/{href}"
    if location.startswith(("http://", "https://")):
        return f"/vsicurl/{urljoin(location, href)}"
    if scheme == "file":
        href = url2pathname(urlsplit(href).path)
    if href.startswith("/vsi"):
        return href
    folder = Path(location).resolve().parent
    # A link is an address, in which a space may be written %20, but many are plain paths.
    path = next((p for p in (folder / href, folder / unquote(href)) if p.exists()), folder / href)
    return Path(os.path.normpath(path)).as_posix()


def _text(location: str) -> str:
    try:
        if location.startswith(("http://", "https://")):
            # Only http and https come here, never a file.
            with urllib.request.urlopen(location, timeout=TIMEOUT) as answer:  # nosec B310
                content: bytes = answer.read(LARGEST)
                return content.decode("utf-8", errors="replace")
        return Path(location).read_text(encoding="utf-8", errors="replace")
    except (OSError, urllib.error.URLError) as error:
        raise SceneError(
            f"{location} cannot be fetched ({getattr(error, 'reason', error)}): "
            "check the address and the network."
        ) from error
