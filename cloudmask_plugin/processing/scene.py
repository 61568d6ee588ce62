"""A scene as input of an algorithm: layers of the project, files, folders, products, addresses."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import QgsMapLayer, QgsProcessingContext, QgsProcessingUtils
from qgis.PyQt.QtCore import QCoreApplication

from .. import layers
from ..engine.scene import NO_OVERRIDES, Overrides, SourceSpec
from ..scene_text import scene_facts

translate = QCoreApplication.translate


@dataclass(frozen=True)
class SceneInput:
    """What an algorithm needs to know of its input once it is away from the main thread.

    :param location: what the engine describes: one file or product, or the files of one scene.
    :param name: of the layer; "" for a path. So is ``layer_id``.
    """

    location: str | tuple[str, ...]
    name: str = ""
    overrides: Overrides = NO_OVERRIDES
    layer_id: str = ""


def scene_input(text: str, layer: QgsMapLayer | None) -> SceneInput:
    """Return the input of a layer or, without one, of a path, address or GDAL URI.

    :raises CloudMaskError: where the layer is none that can be masked.
    """
    if layer is not None:
        declared = layers.declared_overrides(layer)
        return SceneInput(layers.location_of(layer), layer.name(), declared, layer.id())
    return SceneInput(os.path.abspath(text) if os.path.exists(text) else text)


def one_scene(parts: Sequence[SceneInput]) -> SceneInput:
    """Return the input of several files or layers that make one scene.

    What a layer declares holds for the scene only where all of them declare it alike.
    """
    if len(parts) == 1:
        return parts[0]
    declared = {part.overrides for part in parts}
    overrides = declared.pop() if len(declared) == 1 else NO_OVERRIDES
    return SceneInput(tuple(str(part.location) for part in parts), parts[0].name, overrides)


def named_files(text: str) -> tuple[str, ...]:
    """Return the files that a text names with semicolons between; the text itself for one."""
    parts = tuple(part.strip() for part in text.split(";") if part.strip())
    if len(parts) < 2 or os.path.exists(text) or not all(map(is_location, parts)):
        return (text,)
    return parts


def is_location(text: str) -> bool:
    """Tell paths that exist, addresses and GDAL URIs from names of layers and mistakes.

    Whether there is something at an address is found out when the scene is described.
    """
    return bool(text) and (os.path.exists(text) or not layers.is_plain_path(text))


def layer_named(text: str, context: QgsProcessingContext) -> QgsMapLayer | None:
    """Return the layer of the project or run with an id, name or source; loads nothing."""
    return QgsProcessingUtils.mapLayerFromString(text, context, False) if text else None


def scene_lines(spec: SourceSpec) -> list[str]:
    """Return for the log what was recognised of a scene, and from what: guesses called so."""
    guessed = translate("CloudMask", "guessed, ")
    return [
        f"{fact.label}: {fact.text}"
        + (f" ({guessed if fact.guessed else ''}{fact.source})" if fact.source else "")
        for fact in scene_facts(spec)
    ]
