"""Between QGIS's layers and the engine: where a scene lies, and a mask as a styled layer.

Main thread only: a job in the background gets the values made here, never a layer.
"""

from __future__ import annotations

import math
import os
import re
from datetime import datetime, timedelta, timezone

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsDataProvider,
    QgsDateTimeRange,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsPalettedRasterRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QCoreApplication, QDateTime, QTimeZone

from .engine.errors import OptionError, OutputError, SceneError
from .engine.pipeline import MaskResult
from .engine.scene import NO_OVERRIDES, Overrides, SourceSpec
from .engine_text import engine_text

translate = QCoreApplication.translate

Extent = tuple[float, float, float, float]

# What QGIS appends to a GDAL source: open options and the like.
SOURCE_OPTIONS = re.compile(r"\|(?:option|credential|layername|layerid|subset|geometrytype)[:=]")
GROUP_SCENE = "cloudmask/scene"  # custom property of a group: the location of its scene
RESULT = "cloudmask/result"  # custom property of layers that this plugin has made
OBSERVATION = timedelta(seconds=1)  # a whole tile is taken within seconds
DAY = timedelta(days=1)


def location_of(layer: QgsMapLayer) -> str:
    """Return what ``engine.describe.describe`` takes for a layer: a path or a GDAL URI.

    :raises SceneError: where the layer is no raster that GDAL reads, or its file is gone.
    """
    name = layer.name()
    if not isinstance(layer, QgsRasterLayer):
        raise SceneError(
            translate(
                "CloudMask",
                "The layer “{name}” is not a raster: choose a Sentinel-2 raster layer.",
            ).format(name=name)
        )
    if layer.providerType() != "gdal":
        raise SceneError(
            translate(
                "CloudMask",
                "The layer “{name}” comes from a “{provider}” service that delivers pictures, not "
                "reflectance: save it as a GeoTIFF with all bands, or open the scene's file.",
            ).format(name=name, provider=layer.providerType())
        )
    location = SOURCE_OPTIONS.split(layer.source())[0]
    if "authcfg=" in location:
        raise SceneError(
            translate(
                "CloudMask",
                "The layer “{name}” needs a password to be read: "
                "save it as a GeoTIFF and mask that.",
            ).format(name=name)
        )
    if is_plain_path(location) and not os.path.exists(location):
        raise SceneError(
            translate(
                "CloudMask",
                "The file {path} of the layer “{name}” no longer exists: "
                "restore it, or open the scene anew.",
            ).format(name=name, path=location)
        )
    return location


def is_plain_path(location: str) -> bool:
    """Tell a path of the file system from a GDAL URI, virtual path or inline XML."""
    if re.match(r"[A-Za-z]:[\\/]", location):
        return True
    return not location.startswith(("/vsi", "<")) and not re.match(r"[A-Za-z0-9_]{2,}:", location)


def declared_overrides(layer: QgsMapLayer) -> Overrides:
    """Return what the user has stated in the layer's own properties.

    That is an additional nodata value, where it is the same for all bands, and a fixed
    temporal range of at most a day.
    """
    if not isinstance(layer, QgsRasterLayer) or layer.dataProvider() is None:
        return NO_OVERRIDES
    return Overrides(nodata=_declared_nodata(layer), acquired=_declared_time(layer))


def _declared_nodata(layer: QgsRasterLayer) -> float | None:
    """Return the additional nodata value of all bands, None where there is no single one."""
    provider = layer.dataProvider()
    found = set()
    for band in range(1, layer.bandCount() + 1):
        ranges = provider.userNoDataValues(band)
        if len(ranges) != 1 or ranges[0].min() != ranges[0].max():
            return None
        found.add(ranges[0].min())
    return found.pop() if len(found) == 1 else None


def _declared_time(layer: QgsRasterLayer) -> str | None:
    """Return begin of a fixed temporal range of at most a day, ISO 8601 in UTC."""
    times = layer.temporalProperties()
    if not times.isActive() or times.mode() != Qgis.RasterTemporalMode.FixedTemporalRange:
        return None
    span = times.fixedTemporalRange()
    begin, end = span.begin(), span.end()
    if not (begin.isValid() and end.isValid()) or begin.secsTo(end) > DAY.total_seconds():
        return None
    return begin.toUTC().toString("yyyy-MM-ddTHH:mm:ssZ").replace("UTC", "Z")


def extent_in(
    target: QgsMapLayer | QgsCoordinateReferenceSystem | SourceSpec,
    rectangle: QgsRectangle,
    crs: QgsCoordinateReferenceSystem,
    project: QgsProject | None = None,
) -> Extent:
    """Return a rectangle as xmin, ymin, xmax, ymax in the coordinates of a scene.

    Where one of the two has no coordinate system the numbers are taken as they are.

    :raises OptionError: where the rectangle cannot be expressed there.
    """
    wanted = crs_of(target)
    if wanted.isValid() and crs.isValid() and wanted != crs:
        transform = QgsCoordinateTransform(crs, wanted, project or QgsProject.instance())
        try:
            rectangle = transform.transformBoundingBox(rectangle)
        except QgsCsException:
            rectangle = QgsRectangle(math.nan, math.nan, math.nan, math.nan)
        if not rectangle.isFinite():
            raise OptionError(
                translate(
                    "CloudMask",
                    "The extent cannot be expressed in the scene's coordinate system {crs}: "
                    "zoom to the scene, or choose its whole extent.",
                ).format(crs=wanted.authid() or wanted.description())
            )
    return (
        rectangle.xMinimum(),
        rectangle.yMinimum(),
        rectangle.xMaximum(),
        rectangle.yMaximum(),
    )


def crs_of(
    target: QgsMapLayer | QgsCoordinateReferenceSystem | SourceSpec,
) -> QgsCoordinateReferenceSystem:
    """Return the coordinate system of a scene; an invalid one where it has none."""
    if isinstance(target, SourceSpec):
        return QgsCoordinateReferenceSystem.fromWkt(target.grid.crs)
    if isinstance(target, QgsMapLayer):
        return target.crs()
    return target


def add_mask(
    result: MaskResult,
    spec: SourceSpec,
    scene_layer_id: str | None = None,
    project: QgsProject | None = None,
) -> QgsRasterLayer:
    """Add a mask, and its probabilities if written, to the project, and return its layer.

    It goes to the top of a group named after the scene directly above the scene's layer;
    where that layer is gone by now, to the top of the project. A layer that shows the same
    file already is brought up to date instead. Probabilities are added switched off.

    :raises OutputError: where the mask cannot be opened.
    """
    project = project or QgsProject.instance()
    mask = open_result(result.output, translate("CloudMask", "Cloud mask"), project)
    finish_mask(mask, spec.acquired.value)
    probabilities = None
    if result.probabilities:
        title = translate("CloudMask", "Cloud probabilities")
        probabilities = open_result(result.probabilities, title, project)
        mark_result(probabilities, spec.acquired.value)
    group = _group_for(spec, scene_layer_id, project)
    if probabilities is not None and place_result(probabilities, group, project):
        node = group.findLayer(probabilities.id())
        node.setItemVisibilityChecked(False)
        node.setExpanded(False)
    place_result(mask, group, project)
    return mask


def finish_mask(layer: QgsRasterLayer, acquired: str | None) -> None:
    """Give a mask layer what its file cannot hold: the time, its legend in the user's language,
    and pixels shown as they are.
    """
    layer.resampleFilter().setZoomedInResampler(None)
    layer.resampleFilter().setZoomedOutResampler(None)
    renderer = layer.renderer()
    if isinstance(renderer, QgsPalettedRasterRenderer):  # its labels are the file's, in English
        for shown in renderer.classes():
            renderer.setLabel(shown.value, engine_text(shown.label))
    mark_result(layer, acquired)


def mark_result(layer: QgsRasterLayer, acquired: str | None) -> None:
    """Note on a layer, and so in the project, that it is a result, and of what time."""
    layer.setCustomProperty(RESULT, True)
    date(layer, acquired)


def date(layer: QgsRasterLayer, acquired: str | None) -> None:
    """Fix the temporal range of a layer to the time of acquisition, if that is known.

    :param acquired: ISO 8601, UTC; a date without a time stands for the whole day.
    """
    span = time_range(acquired)
    if span is None:
        return
    times = layer.temporalProperties()
    times.setMode(Qgis.RasterTemporalMode.FixedTemporalRange)
    times.setFixedTemporalRange(span)
    times.setIsActive(True)


def time_range(acquired: str | None) -> QgsDateTimeRange | None:
    """Return the second, or for a bare date the day, of an acquisition; None if unknown."""
    if not acquired:
        return None
    try:
        # fromisoformat before Python 3.11 knows neither Z nor fractions of any length.
        moment = datetime.fromisoformat(re.sub(r"\.\d+", "", acquired).replace("Z", "+00:00"))
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=timezone.utc)
    length = DAY if len(acquired) == len("2022-10-05") else OBSERVATION
    # The end is left out, so that layers of successive seconds or days never overlap.
    return QgsDateTimeRange(_qt_time(moment), _qt_time(moment + length), True, False)


def _qt_time(moment: datetime) -> QDateTime:
    seconds = round(moment.timestamp())
    return QDateTime.fromSecsSinceEpoch(seconds, QTimeZone.utc())


def _group_for(spec: SourceSpec, layer_id: str | None, project: QgsProject) -> QgsLayerTreeGroup:
    """Return the group of a scene's results, made directly above the scene's layer if new."""
    root = project.layerTreeRoot()
    for group in root.findGroups(True):
        if group.customProperty(GROUP_SCENE) == spec.location:
            return group
    layer = project.mapLayer(layer_id) if layer_id else None
    node = root.findLayer(layer.id()) if layer is not None else None
    parent, row = (node.parent(), node.parent().children().index(node)) if node else (root, 0)
    group = QgsLayerTreeGroup(layer.name() if layer is not None else spec.name)
    group.setCustomProperty(GROUP_SCENE, spec.location)
    parent.insertChildNode(row, group)
    return group


def claim_group(layer: QgsRasterLayer, spec: SourceSpec, project: QgsProject | None) -> None:
    """Note in the group of a result that others brought in that it belongs to the scene."""
    node = project.layerTreeRoot().findLayer(layer.id()) if project is not None else None
    if node is not None and node.parent() is not project.layerTreeRoot():
        node.parent().setCustomProperty(GROUP_SCENE, spec.location)


def open_result(path: str, title: str, project: QgsProject) -> QgsRasterLayer:
    """Return the layer of a file: that of the project which shows it already, or a new one."""
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsRasterLayer) and _same_file(layer.source(), path):
            layer.setDataSource(path, layer.name(), "gdal", QgsDataProvider.ProviderOptions())
            layer.triggerRepaint()
            return layer
    layer = QgsRasterLayer(path, title, "gdal")
    if not layer.isValid():
        raise OutputError(
            translate(
                "CloudMask",
                "The result {path} was written but cannot be opened in QGIS: "
                "check that the folder is still there and readable.",
            ).format(path=path)
        )
    return layer


def place_result(layer: QgsRasterLayer, group: QgsLayerTreeGroup, project: QgsProject) -> bool:
    """Put a layer that is new to the project on top of a group; return whether it is new."""
    if project.mapLayer(layer.id()) is not None:
        return False
    project.addMapLayer(layer, False)
    group.insertLayer(0, layer)
    return True


def _same_file(source: str, path: str) -> bool:
    return os.path.normcase(os.path.abspath(source)) == os.path.normcase(os.path.abspath(path))
