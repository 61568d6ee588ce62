"""What happens to a written mask when Processing loads it into the project."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterLayer,
)

from .. import layers
from ..engine.scene import SourceSpec


class ResultStyler(QgsProcessingLayerPostProcessorInterface):
    """Gives a loaded result the style beside its file, and time and group of its scene."""

    def __init__(self, spec: SourceSpec) -> None:
        super().__init__()
        self._spec = spec

    def postProcessLayer(
        self,
        layer: QgsRasterLayer,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        """Finish a layer; called by QGIS in the main thread."""
        if isinstance(layer, QgsRasterLayer):
            layer.loadDefaultStyle()
            layers.finish_mask(layer, self._spec.acquired.value)
            layers.claim_group(layer, self._spec, context.project())
            layer.triggerRepaint()


# QGIS takes no ownership of post-processors, and calls them after the algorithm is gone.
_stylers: dict[str, ResultStyler] = {}


def style_on_load(context: QgsProcessingContext, path: str, spec: SourceSpec, group: str) -> None:
    """See to the style, time and layer group of a result, if it is to be loaded at all."""
    if context.willLoadLayerOnCompletion(path):
        _stylers[path] = ResultStyler(spec)
        details = context.layerToLoadOnCompletionDetails(path)
        details.setPostProcessor(_stylers[path])
        details.groupName = group
