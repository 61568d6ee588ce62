"""What happens to a written layer when Processing loads it into the project."""

from __future__ import annotations

from collections.abc import Callable
from typing import Optional

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from .. import layers
from ..engine.scene import SourceSpec

Finish = Callable[[QgsMapLayer, Optional[QgsProject]], None]


class Finisher(QgsProcessingLayerPostProcessorInterface):
    """Finishes a loaded result: its style, its time, what it belongs to."""

    def __init__(self, finish: Finish) -> None:
        super().__init__()
        self._finish = finish

    def postProcessLayer(
        self,
        layer: QgsMapLayer,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        """Finish a layer; called by QGIS in the main thread."""
        if isinstance(layer, (QgsRasterLayer, QgsVectorLayer)):
            self._finish(layer, context.project())
            layer.triggerRepaint()


# QGIS takes no ownership of post-processors, and calls them after the algorithm is gone.
_finishers: dict[str, Finisher] = {}


def finish_on_load(context: QgsProcessingContext, path: str, group: str, finish: Finish) -> None:
    """See to the look and layer group of a result, if it is to be loaded at all."""
    if path and context.willLoadLayerOnCompletion(path):
        _finishers[path] = Finisher(finish)
        details = context.layerToLoadOnCompletionDetails(path)
        details.setPostProcessor(_finishers[path])
        details.groupName = group


def style_on_load(context: QgsProcessingContext, path: str, spec: SourceSpec, group: str) -> None:
    """See to the style beside a mask's file, and to time and group of its scene."""

    def finish(layer: QgsRasterLayer, project: QgsProject | None) -> None:
        layer.loadDefaultStyle()
        layers.finish_mask(layer, spec.acquired.value)
        layers.claim_group(layer, spec, project)

    finish_on_load(context, path, group, finish)


def style_beside(layer: QgsMapLayer, project: QgsProject | None) -> None:
    """Give a layer the style that lies beside its file, as QGIS may leave its own preferred."""
    layer.loadDefaultStyle()
