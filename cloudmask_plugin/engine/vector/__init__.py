"""Points and polygons: reading, rasterising, tracing and writing, as in :mod:`..raster`."""

from .backend import choose_vector_backend
from .protocol import Feature, Field, NewLayer, Traced, VectorBackend, VectorLayer, VectorWriter

__all__ = [
    "Feature",
    "Field",
    "NewLayer",
    "Traced",
    "VectorBackend",
    "VectorLayer",
    "VectorWriter",
    "choose_vector_backend",
]
