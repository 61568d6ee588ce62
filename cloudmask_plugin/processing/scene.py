"""A scene as input of an algorithm: a layer of the project, a file, a folder or a product."""

from __future__ import annotations

import os
from dataclasses import dataclass

from qgis.core import QgsMapLayer, QgsProcessingContext, QgsProcessingUtils
from qgis.PyQt.QtCore import QCoreApplication

from .. import layers
from ..engine.scene import NO_OVERRIDES, Overrides, SourceSpec

translate = QCoreApplication.translate


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


def scene_lines(spec: SourceSpec) -> list[str]:
    """Return for the log what was recognised of a scene, and from what: guesses called so."""
    unknown = translate("CloudMask", "unknown")
    formula = f"(value {spec.offset.value:+g}) × {spec.scale.value:g}"
    known = (
        (translate("CloudMask", "Bands"), " ".join(spec.roles), spec.band_evidence),
        (translate("CloudMask", "Level"), spec.level.value or unknown, spec.level),
        (translate("CloudMask", "Reflectance"), formula, spec.offset),
        (translate("CloudMask", "Acquired"), spec.acquired.value or unknown, spec.acquired),
    )
    guessed = translate("CloudMask", "guessed, ")
    return [
        f"{label}: {value} ({guessed if item.guessed and value != unknown else ''}{item.source})"
        for label, value, item in known
    ]
