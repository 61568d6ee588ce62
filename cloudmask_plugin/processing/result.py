"""What happens to a written mask when Processing loads it into the project."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterLayer,
)

from .. import layers


class ResultStyler(QgsProcessingLayerPostProcessorInterface):
    """Gives a loaded result the style beside its file and the time of its scene."""

    def __init__(self, acquired: str | None) -> None:
        super().__init__()
        self._acquired = acquired

    def postProcessLayer(
        self,
        layer: QgsRasterLayer,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        """Finish a layer; called by QGIS in the main thread."""
        if isinstance(layer, QgsRasterLayer):
            layer.loadDefaultStyle()
            layers.finish_mask(layer, self._acquired)
            layer.triggerRepaint()


# QGIS takes no ownership of post-processors, and calls them after the algorithm is gone.
_stylers: dict[str, ResultStyler] = {}


def style_on_load(
    context: QgsProcessingContext, path: str, acquired: str | None, group: str
) -> None:
    """See to the style, time and layer group of a result, if it is to be loaded at all."""
    if context.willLoadLayerOnCompletion(path):
        _stylers[path] = ResultStyler(acquired)
        details = context.layerToLoadOnCompletionDetails(path)
        details.setPostProcessor(_stylers[path])
        details.groupName = group
