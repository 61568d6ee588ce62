"""The vector protocol by osgeo.ogr, which every QGIS has."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr, osr

from ..errors import OutputError, SceneError
from ..geometry import Polygon, from_wkb, to_wkb
from ..raster.gdal_errors import GdalError, check, quiet
from ..raster.wording import cannot_read, cannot_write
from ..scene import Transform, Window
from .protocol import Advance, Check, Feature, Field, NewLayer, Value, VectorLayer
from .wording import cannot_open, cannot_transform, no_layer, unknown_format

DRIVERS = {
    ".gpkg": "GPKG",
    ".geojson": "GeoJSON",
    ".json": "GeoJSON",
    ".shp": "ESRI Shapefile",
    ".fgb": "FlatGeobuf",
    ".gml": "GML",
}
_KINDS = {ogr.OFTInteger: "integer", ogr.OFTInteger64: "integer", ogr.OFTReal: "real"}
_TYPES = {
    "integer": ogr.OFTInteger64,
    "real": ogr.OFTReal,
    "text": ogr.OFTString,
    "time": ogr.OFTDateTime,
}
FEATURES_AT_ONCE = 20_000  # in one transaction


class GdalTraced:
    """See :class:`.protocol.Traced`."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __iter__(self) -> Iterator[tuple[int, Polygon]]:
        src = gdal.OpenEx(self._path, gdal.OF_VECTOR)
        layer = src.GetLayer(0)
        for feature in layer:
            geometry = feature.GetGeometryRef()
            polygons = from_wkb(bytes(geometry.ExportToWkb(ogr.wkbNDR))).polygons
            yield feature.GetField(0), polygons[0]
        del layer, src

    @property
    def count(self) -> int | None:
        """See :meth:`.protocol.Traced.count`."""
        src = gdal.OpenEx(self._path, gdal.OF_VECTOR)
        return int(src.GetLayer(0).GetFeatureCount())


class GdalVectorWriter:
    """See :class:`.protocol.VectorWriter`."""

    def __init__(self, path: str, new: NewLayer) -> None:
        self._path = path
        suffix = Path(path).suffix.lower()
        if suffix not in DRIVERS:
            raise OutputError(unknown_format(path, tuple(DRIVERS)))
        options = ["RFC7946=NO"] if DRIVERS[suffix] == "GeoJSON" else []
        try:
            with quiet():
                driver = gdal.GetDriverByName(DRIVERS[suffix])
                self._dst = driver.Create(path, 0, 0, 0, gdal.GDT_Unknown)
                check(self._dst is not None)
                self._layer = self._dst.CreateLayer(
                    new.name, _crs(new.crs) if new.crs else None, ogr.wkbMultiPolygon, options
                )
                check(self._layer is not None)
                for field in new.fields:
                    definition = ogr.FieldDefn(field.name, _TYPES[field.kind])
                    check(self._layer.CreateField(definition) == 0)
                self._definition = self._layer.GetLayerDefn()
                self._waiting = 0
                self._layer.StartTransaction()
        except (GdalError, RuntimeError) as error:
            raise OutputError(cannot_write(path, str(error))) from error

    def add(self, values: Sequence[Value], polygons: Sequence[Polygon]) -> None:
        """See :meth:`.protocol.VectorWriter.add`."""
        feature = ogr.Feature(self._definition)
        for position, value in enumerate(values):
            if value is not None and not (isinstance(value, float) and math.isnan(value)):
                feature.SetField(position, value)
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(to_wkb(polygons)))
        try:
            with quiet():
                check(self._layer.CreateFeature(feature) == 0)
                self._waiting += 1
                if self._waiting >= FEATURES_AT_ONCE:
                    self._waiting = 0
                    check(self._layer.CommitTransaction() == 0)
                    check(self._layer.StartTransaction() == 0)
        except GdalError as error:
            raise OutputError(cannot_write(self._path, str(error))) from error

    def close(self) -> None:
        """See :meth:`.protocol.VectorWriter.close`."""
        try:
            with quiet():
                check(self._layer.CommitTransaction() == 0)
                self._layer = self._definition = None
                self._dst.FlushCache()
                check(gdal.GetLastErrorType() < gdal.CE_Failure)
                self._dst = None
        except GdalError as error:
            raise OutputError(cannot_write(self._path, str(error))) from error


class GdalVectorBackend:
    """See :class:`.protocol.VectorBackend`."""

    name = "gdal"
    suffixes = tuple(DRIVERS)

    def read(self, path: str, layer: str, check: Check) -> VectorLayer:
        """See :meth:`.protocol.VectorBackend.read`."""
        src = _open(path)
        names = [src.GetLayer(number).GetName() for number in range(src.GetLayerCount())]
        if not names or (layer and layer not in names):
            raise SceneError(no_layer(path, layer, names))
        found = src.GetLayerByName(layer) if layer else src.GetLayer(0)
        definition = found.GetLayerDefn()
        columns = [definition.GetFieldDefn(n) for n in range(definition.GetFieldCount())]
        fields = tuple(Field(c.GetName(), _KINDS.get(c.GetType(), "text")) for c in columns)  # type: ignore[arg-type]
        crs = found.GetSpatialRef()
        features = []
        for feature in found:
            check()
            geometry = feature.GetGeometryRef()
            data = b"\x01\x07\x00\x00\x00\x00\x00\x00\x00"  # an empty collection
            if geometry is not None:
                flat = geometry.GetLinearGeometry()
                flat.FlattenTo2D()
                data = bytes(flat.ExportToWkb(ogr.wkbNDR))
            values = tuple(_value(feature, n, field) for n, field in enumerate(fields))
            features.append(Feature(feature.GetFID(), values, from_wkb(data)))
        return VectorLayer(
            path, found.GetName(), crs.ExportToWkt() if crs else "", fields, tuple(features)
        )

    def transform(
        self, points: NDArray[np.float64], source: str, target: str
    ) -> NDArray[np.float64]:
        """See :meth:`.protocol.VectorBackend.transform`."""
        try:
            with quiet():
                change = osr.CoordinateTransformation(_crs(source), _crs(target))
                moved = np.array(change.TransformPoints(points.tolist()))[:, :2]
                check(bool(np.isfinite(moved).all()))
        except (GdalError, RuntimeError) as error:
            raise SceneError(cannot_transform(source, target, str(error))) from error
        return moved

    def rasterise(
        self,
        items: Sequence[tuple[Sequence[Polygon], int]],
        transform: Transform,
        shape: tuple[int, int],
        fill: int,
    ) -> NDArray[np.uint8]:
        """See :meth:`.protocol.VectorBackend.rasterise`."""
        raster = gdal.GetDriverByName("MEM").Create("", shape[1], shape[0], 1, gdal.GDT_Byte)
        raster.SetGeoTransform(transform)
        band = raster.GetRasterBand(1)
        band.Fill(fill)
        store = ogr.GetDriverByName("Memory").CreateDataSource("")
        layer = store.CreateLayer("", None, ogr.wkbMultiPolygon)
        layer.CreateField(ogr.FieldDefn("value", ogr.OFTInteger))
        for polygons, value in items:
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetField(0, value)
            feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(to_wkb(polygons)))
            layer.CreateFeature(feature)
        with quiet():  # the raster has no coordinate system, as its own warning says
            gdal.RasterizeLayer(raster, [1], layer, options=["ATTRIBUTE=value"])
        return np.asarray(band.ReadAsArray())

    def trace(self, raster: str, folder: str, advance: Advance) -> GdalTraced:
        """See :meth:`.protocol.VectorBackend.trace`."""
        path = str(Path(folder) / "traced.gpkg")
        raised: list[BaseException] = []

        def called(share: float, text: str, data: object) -> int:
            try:
                advance(share)
            except BaseException as error:  # which C++ would lose
                raised.append(error)
            return not raised

        try:
            with quiet():
                src = gdal.Open(raster)
                check(src is not None)
                dst = gdal.GetDriverByName("GPKG").Create(path, 0, 0, 0, gdal.GDT_Unknown)
                check(dst is not None)
                layer = dst.CreateLayer("traced", None, ogr.wkbPolygon, ["SPATIAL_INDEX=NO"])
                layer.CreateField(ogr.FieldDefn("value", ogr.OFTInteger))
                layer.StartTransaction()
                band = src.GetRasterBand(1)
                done = gdal.Polygonize(band, band.GetMaskBand(), layer, 0, [], called)
                check(done == 0)
                check(layer.CommitTransaction() == 0)
                del layer, dst
        except GdalError as error:
            if raised:
                raise raised[0] from None
            window = Window(0, 0, 0, 0)
            raise SceneError(cannot_read(raster, 1, window, str(error))) from error
        if raised:
            raise raised[0]
        return GdalTraced(path)

    def create(self, path: str, new: NewLayer) -> GdalVectorWriter:
        """See :meth:`.protocol.VectorBackend.create`."""
        return GdalVectorWriter(path, new)


def _open(path: str) -> Any:
    try:
        with quiet():
            src = gdal.OpenEx(path, gdal.OF_VECTOR)
            check(src is not None)
            return src
    except GdalError as error:
        raise SceneError(cannot_open(path, str(error))) from error


def _crs(text: str) -> Any:
    reference = osr.SpatialReference()
    check(reference.SetFromUserInput(text) == 0)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def _value(feature: Any, position: int, field: Field) -> Value:
    if not feature.IsFieldSetAndNotNull(position):
        return None
    if field.kind == "text":
        return str(feature.GetFieldAsString(position))
    return feature.GetField(position)  # type: ignore[no-any-return]
