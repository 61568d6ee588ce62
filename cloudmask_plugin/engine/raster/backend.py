"""Choice of the raster library."""

from __future__ import annotations

import importlib.util
import sys
from functools import cache

from ..errors import DependencyError
from .protocol import Backend


@cache
def choose_backend(name: str = "") -> Backend:
    """Return osgeo.gdal, which every QGIS has, and rasterio where that is not installed.

    A rasterio wheel brings a GDAL and PROJ of its own. Two of them in one process are
    reported to crash or to misread proj.db on Windows and macOS. And rasterio closes files
    and builds overviews without letting other threads of Python run, for seconds with large
    files, in which QGIS's window would stand still and no cancel would be heard.

    :param name: "rasterio" or "gdal" to force one, as tests do.
    :raises DependencyError: where neither is installed.
    """
    has_gdal = _is_installed("osgeo")
    if name != "rasterio" and has_gdal:
        from .with_gdal import GdalBackend

        return GdalBackend()
    if name != "gdal" and _is_installed("rasterio"):
        from .with_rasterio import RasterioBackend

        return RasterioBackend()
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
