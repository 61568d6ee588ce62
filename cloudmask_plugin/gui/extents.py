"""Which parts of a scene can be masked now: the whole, the canvas, selected polygons."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer, QgsWkbTypes
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QCoreApplication

from .. import layers
from ..engine.errors import CloudMaskError
from ..engine.scene import SourceSpec
from ..engine_text import engine_text
from .state import ExtentMode, ExtentOffer, extent_area

translate = QCoreApplication.translate


def extent_offers(source: SourceSpec | None, iface: QgisInterface) -> tuple[ExtentOffer, ...]:
    """Return an offer for each mode, with the reason where it cannot be used."""
    if source is None:
        return tuple(ExtentOffer(mode) for mode in ExtentMode)
    area, _ = extent_area(source, None)
    return (
        ExtentOffer(ExtentMode.WHOLE, None, area),
        _canvas_offer(source, iface),
        _polygons_offer(source, iface),
    )


def _canvas_offer(source: SourceSpec, iface: QgisInterface) -> ExtentOffer:
    canvas = iface.mapCanvas()
    return _offer(
        ExtentMode.CANVAS,
        source,
        canvas.extent(),
        canvas.mapSettings().destinationCrs(),
        translate("CloudMaskDock", "The map canvas does not show the scene: zoom to it."),
    )


def _polygons_offer(source: SourceSpec, iface: QgisInterface) -> ExtentOffer:
    layer = selected_polygons(iface.activeLayer(), QgsProject.instance())
    if layer is None:
        return ExtentOffer(
            ExtentMode.POLYGONS,
            problem=translate(
                "CloudMaskDock", "No polygon is selected: select some in a polygon layer."
            ),
        )
    return _offer(
        ExtentMode.POLYGONS,
        source,
        layer.boundingBoxOfSelected(),
        layer.crs(),
        translate(
            "CloudMaskDock", "The polygons selected in “{layer}” lie outside the scene."
        ).format(layer=layer.name()),
    )


def selected_polygons(active: QgsMapLayer | None, project: QgsProject) -> QgsVectorLayer | None:
    """Return the polygon layer whose selection counts: the active one, else the first."""
    for layer in (active, *project.mapLayers().values()):
        if (
            isinstance(layer, QgsVectorLayer)
            and layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
            and layer.selectedFeatureCount() > 0
        ):
            return layer
    return None


def _offer(mode: ExtentMode, source: SourceSpec, rectangle, crs, outside: str) -> ExtentOffer:
    """Return the offer of a rectangle in some CRS; ``outside`` says that it misses the scene."""
    try:
        extent = layers.extent_in(source, rectangle, crs)
    except CloudMaskError as error:
        return ExtentOffer(mode, problem=engine_text(str(error)))
    area, problem = extent_area(source, extent)
    return ExtentOffer(mode, extent, area, outside if problem else "")
