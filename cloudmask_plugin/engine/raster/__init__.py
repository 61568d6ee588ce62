"""Reading and writing rasters with rasterio or osgeo.gdal, whichever is safe here."""

from .backend import choose_backend
from .protocol import Backend, NewRaster, RasterInfo, RasterReader, RasterWriter

__all__ = ["Backend", "NewRaster", "RasterInfo", "RasterReader", "RasterWriter", "choose_backend"]
