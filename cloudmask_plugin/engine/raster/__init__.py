"""Reading and writing rasters with osgeo.gdal or, where that is not installed, rasterio."""

from .backend import choose_backend
from .protocol import Backend, NewRaster, Opener, RasterInfo, RasterReader, RasterWriter

__all__ = [
    "Backend",
    "NewRaster",
    "Opener",
    "RasterInfo",
    "RasterReader",
    "RasterWriter",
    "choose_backend",
]
