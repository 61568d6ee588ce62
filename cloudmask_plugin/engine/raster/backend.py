"""Choice of the raster library."""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from pathlib import Path

from ..errors import DependencyError
from .protocol import Backend


@cache
def choose_backend(name: str = "") -> Backend:
    """Return rasterio where it shares QGIS's GDAL or is alone, else osgeo.gdal.

    A rasterio wheel brings a GDAL and PROJ of its own. Two of them in one process are
    reported to crash or to misread proj.db on Windows and macOS, so a wheel is used
    only where there is no osgeo.gdal.

    :param name: "rasterio" or "gdal" to force one, as tests do.
    :raises DependencyError: where neither is installed.
    """
    has_gdal = _is_installed("osgeo")
    forced = name == "rasterio" or not has_gdal
    if name != "gdal" and _is_installed("rasterio") and (forced or not _brings_own_gdal()):
        from .with_rasterio import RasterioBackend

        return RasterioBackend()
    if name != "rasterio" and has_gdal:
        from .with_gdal import GdalBackend

        return GdalBackend()
    raise DependencyError(
        "Neither rasterio nor GDAL's Python bindings are installed: "
        "run this in QGIS's Python, or install rasterio with pip."
    )


def _is_installed(module: str) -> bool:
    if sys.modules.get(module) is not None:
        return True
    try:
        return importlib.util.find_spec(module) is not None
    except ValueError:
        return False


def _brings_own_gdal() -> bool:
    """Tell whether rasterio is a wheel with bundled libraries."""
    spec = importlib.util.find_spec("rasterio")
    if spec is None or spec.origin is None:
        return False
    package = Path(spec.origin).parent
    bundled = (package.parent / "rasterio.libs", package / ".dylibs")
    return any(folder.is_dir() for folder in bundled)
