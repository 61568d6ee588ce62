"""A product or catalogue item: its band images, and what the metadata beside them state."""

from __future__ import annotations

from dataclasses import dataclass

from .radiometry import ProductRadiometry
from .sun import SunGrid


@dataclass(frozen=True)
class ProductFile:
    """One band's image: role, path for GDAL, number of the band in that file from 1."""

    role: str
    path: str
    index: int = 1


@dataclass(frozen=True)
class Product:
    """What metadata outside the image files state of a scene.

    :param source: what said it, as evidence is named to the user.
    :param acquired: ISO 8601, UTC.
    :param sun_zenith, sun_azimuth: degrees, means over the scene.
    :param sun_grid: how these angles change over the scene, None where nothing tells it.
    :param warnings: what in the metadata is missing or wrong, in sentences.
    :param sensor: key of :data:`.sensors.SENSORS`, None for Sentinel-2 or where not told.
    """

    name: str
    radiometry: ProductRadiometry
    acquired: str | None
    sun_zenith: float | None
    sun_azimuth: float | None
    files: tuple[ProductFile, ...]
    source: str = "product metadata"
    warnings: tuple[str, ...] = ()
    sun_grid: SunGrid | None = None
    sensor: str | None = None
