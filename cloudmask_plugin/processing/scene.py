"""A scene as input of an algorithm: a layer of the project, a file, a folder or a product."""

from __future__ import annotations

import os
from dataclasses import dataclass

from qgis.core import QgsMapLayer, QgsProcessingContext, QgsProcessingUtils

from .. import layers
from ..engine.scene import NO_OVERRIDES, Overrides


@dataclass(frozen=True)
class SceneInput:
    """What an algorithm needs to know of its input once it is away from the main thread.

    :param name: of the layer; "" for a path.
    """

    location: str
    name: str = ""
    overrides: Overrides = NO_OVERRIDES


def scene_input(text: str, layer: QgsMapLayer | None) -> SceneInput:
    """Return the input of a layer or, without one, of a path or GDAL URI.

    :raises CloudMaskError: where the layer is none that can be masked.
    """
    if layer is not None:
        return SceneInput(layers.location_of(layer), layer.name(), layers.declared_overrides(layer))
    return SceneInput(os.path.abspath(text) if os.path.exists(text) else text)


def layer_named(text: str, context: QgsProcessingContext) -> QgsMapLayer | None:
    """Return the layer of the project or run with an id, name or source; loads nothing."""
    return QgsProcessingUtils.mapLayerFromString(text, context, False) if text else None
