"""Choice of the library for points and polygons: the one that reads the rasters."""

from __future__ import annotations

from ..raster import choose_backend
from .protocol import VectorBackend


def choose_vector_backend(name: str = "") -> VectorBackend:
    """Return osgeo.ogr, which every QGIS has, and rasterio where that is not installed.

    :param name: "rasterio" or "gdal" to force one, as tests do.
    :raises DependencyError: where neither is installed.
    """
    if choose_backend(name).name == "gdal":
        from .with_gdal import GdalVectorBackend

        return GdalVectorBackend()
    from .with_rasterio import RasterioVectorBackend

    return RasterioVectorBackend()
