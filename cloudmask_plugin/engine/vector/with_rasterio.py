"""The vector protocol by rasterio, which reads and writes GeoJSON alone."""

from __future__ import annotations

import json
import math
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio._err import CPLE_BaseError
from rasterio.crs import CRS
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.features import rasterize, shapes
from rasterio.transform import Affine
from rasterio.warp import transform as warp_points

from ..errors import OutputError, SceneError
from ..geometry import Polygon, Shape
from ..raster.wording import cannot_write
from ..scene import Transform
from .protocol import Advance, Check, Feature, Field, NewLayer, Value, VectorLayer
from .wording import cannot_open, cannot_transform, no_layer, unknown_format

SUFFIXES: tuple[str, ...] = (".geojson", ".json")
LONGITUDE_LATITUDE = "OGC:CRS84"  # of a GeoJSON that tells nothing else (RFC 7946, section 4)


class RasterioTraced:
    """See :class:`.protocol.Traced`."""

    count = None

    def __init__(self, path: str, advance: Advance) -> None:
        self._path = path
        self._advance = advance

    def __iter__(self) -> Iterator[tuple[int, Polygon]]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with rasterio.open(self._path) as src:
                band, known = src.read(1), src.read_masks(1) > 0
        for geometry, value in shapes(band, known, connectivity=4, transform=Affine.identity()):
            polygon = _polygon(geometry["coordinates"])
            self._advance(float(polygon[0][:, 1].max()) / len(band))
            yield int(value), polygon


class GeoJsonWriter:
    """See :class:`.protocol.VectorWriter`."""

    def __init__(self, path: str, new: NewLayer) -> None:
        if Path(path).suffix.lower() not in SUFFIXES:
            raise OutputError(unknown_format(path, SUFFIXES))
        self._path = path
        self._names = [field.name for field in new.fields]
        head = {"type": "FeatureCollection", "name": new.name}
        crs = ""
        if new.crs:
            authority = CRS.from_user_input(new.crs).to_authority()
            if authority:
                name = f"urn:ogc:def:crs:{authority[0]}::{authority[1]}"
                crs = f', "crs": {json.dumps({"type": "name", "properties": {"name": name}})}'
        self._between = "\n"
        try:
            self._file = open(path, "w", encoding="utf-8")  # noqa: SIM115 closed by close
            self._file.write(f'{json.dumps(head)[:-1]}{crs}, "features": [')
        except OSError as error:
            raise OutputError(cannot_write(path, str(error))) from error

    def add(self, values: Sequence[Value], polygons: Sequence[Polygon]) -> None:
        """See :meth:`.protocol.VectorWriter.add`."""
        plain = [
            None if isinstance(value, float) and math.isnan(value) else value for value in values
        ]
        feature = {
            "type": "Feature",
            "properties": dict(zip(self._names, plain)),
            "geometry": _geojson(polygons),
        }
        try:
            self._file.write(self._between + json.dumps(feature, ensure_ascii=False))
        except OSError as error:
            raise OutputError(cannot_write(self._path, str(error))) from error
        self._between = ",\n"

    def close(self) -> None:
        """See :meth:`.protocol.VectorWriter.close`."""
        try:
            self._file.write("\n]}\n")
            self._file.close()
        except OSError as error:
            raise OutputError(cannot_write(self._path, str(error))) from error


class RasterioVectorBackend:
    """See :class:`.protocol.VectorBackend`."""

    name = "rasterio"
    suffixes = SUFFIXES

    def read(self, path: str, layer: str, check: Check) -> VectorLayer:
        """See :meth:`.protocol.VectorBackend.read`."""
        try:
            content = json.loads(Path(path).read_text(encoding="utf-8"))
            listed = content["features"]
        except (OSError, ValueError, KeyError, TypeError) as error:
            reason = f"{error}; without GDAL's Python bindings only GeoJSON can be read"
            raise SceneError(cannot_open(path, reason)) from error
        name = str(content.get("name") or Path(path).stem)
        if layer and layer != name:
            raise SceneError(no_layer(path, layer, [name]))
        names = list(dict.fromkeys(key for item in listed for key in item.get("properties") or {}))
        columns = [[(item.get("properties") or {}).get(key) for item in listed] for key in names]
        fields = tuple(_field(key, column) for key, column in zip(names, columns))
        features = []
        for number, item in enumerate(listed):
            check()
            values = tuple(
                value if value is None or field.kind != "text" else str(value)
                for field, value in zip(fields, (column[number] for column in columns))
            )
            features.append(Feature(number, values, _shape(item.get("geometry"))))
        stated = (content.get("crs") or {}).get("properties", {}).get("name", LONGITUDE_LATITUDE)
        crs = CRS.from_user_input(stated).to_wkt()
        return VectorLayer(path, name, crs, fields, tuple(features))

    def transform(
        self, points: NDArray[np.float64], source: str, target: str
    ) -> NDArray[np.float64]:
        """See :meth:`.protocol.VectorBackend.transform`."""
        try:
            x, y = warp_points(
                CRS.from_user_input(source),
                CRS.from_user_input(target),
                points[:, 0].tolist(),
                points[:, 1].tolist(),
            )
        except (RasterioError, CPLE_BaseError, ValueError) as error:
            raise SceneError(cannot_transform(source, target, str(error))) from error
        moved: NDArray[np.float64] = np.stack([x, y], axis=1)
        if not np.isfinite(moved).all():
            raise SceneError(cannot_transform(source, target, "some lie outside its area of use"))
        return moved

    def rasterise(
        self,
        items: Sequence[tuple[Sequence[Polygon], int]],
        transform: Transform,
        shape: tuple[int, int],
        fill: int,
    ) -> NDArray[np.uint8]:
        """See :meth:`.protocol.VectorBackend.rasterise`."""
        listed = [(_geojson(polygons), value) for polygons, value in items]
        if not listed:
            return np.full(shape, fill, np.uint8)
        burnt = rasterize(
            listed, shape, fill=fill, transform=Affine.from_gdal(*transform), dtype="uint8"
        )
        return np.asarray(burnt)

    def trace(self, raster: str, folder: str, advance: Advance) -> RasterioTraced:
        """See :meth:`.protocol.VectorBackend.trace`."""
        return RasterioTraced(raster, advance)

    def create(self, path: str, new: NewLayer) -> GeoJsonWriter:
        """See :meth:`.protocol.VectorBackend.create`."""
        return GeoJsonWriter(path, new)


def _geojson(polygons: Sequence[Polygon]) -> dict[str, Any]:
    rings = [[ring.tolist() for ring in polygon] for polygon in polygons]
    return {"type": "MultiPolygon", "coordinates": rings}


def _polygon(rings: Any) -> Polygon:
    return tuple(np.array(ring, dtype=np.float64)[:, :2] for ring in rings)


def _shape(geometry: Any) -> Shape:
    polygons: list[Polygon] = []
    points: list[Any] = []
    for part in (geometry or {}).get("geometries", [geometry] if geometry else []):
        kind, coordinates = part["type"], part["coordinates"]
        if kind == "Polygon":
            polygons.append(_polygon(coordinates))
        elif kind == "MultiPolygon":
            polygons += [_polygon(rings) for rings in coordinates]
        elif kind == "Point":
            points.append(coordinates[:2])
        elif kind == "MultiPoint":
            points += [point[:2] for point in coordinates]
    found = np.array(points, dtype=np.float64) if points else np.empty((0, 2))
    return Shape(tuple(polygons), found)


def _field(name: str, values: Sequence[Any]) -> Field:
    known = [value for value in values if value is not None]
    if known and all(isinstance(value, int) and not isinstance(value, bool) for value in known):
        return Field(name, "integer")
    if known and all(isinstance(value, (int, float)) for value in known):
        return Field(name, "real")
    return Field(name, "text")
