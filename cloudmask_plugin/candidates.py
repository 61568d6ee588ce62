"""Scenes and masks among the layers of a project, and a look at each in the background."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Union

from qgis.core import QgsLayerTreeGroup, QgsProject, QgsRasterLayer

from . import layers
from .engine.describe import describe
from .engine.errors import Cancelled, CloudMaskError
from .engine.mask_look import MaskLook, look_at_mask
from .engine.mask_table import MaskTable
from .engine.raster import choose_backend
from .engine.reporter import Progress, Reporter, check_cancelled
from .engine.scene import NO_OVERRIDES, Overrides, SourceSpec
from .engine_text import engine_text
from .tasks import failure

Location = Union[str, tuple[str, ...]]
LAYER_KEY = "layer:"  # begins the keys of scenes that are layers


@dataclass(frozen=True)
class ListedScene:
    """Where a scene may be: a layer, or what the user has added.

    :param location: as ``engine.describe.describe`` takes it; "" where ``problem`` says why.
    """

    key: str
    name: str
    location: Location = ""
    overrides: Overrides = NO_OVERRIDES
    layer_id: str = ""
    problem: str = ""


@dataclass(frozen=True)
class ListedMask:
    """A raster of one band that may be a mask.

    :param group: location of the scene in whose group of results it lies; "" none.
    :param changed: when its file was last written.
    """

    path: str
    name: str
    group: str = ""
    changed: float = 0.0


@dataclass
class Looked:
    """What was found out: a scene or the reason why there is none, and masks' looks."""

    scenes: dict[ListedScene, SourceSpec | str] = field(default_factory=dict)
    masks: dict[ListedMask, MaskLook | None] = field(default_factory=dict)


def scene_layers(project: QgsProject) -> list[ListedScene]:
    """Return the layers that may be scenes, in the order of the layer panel. Main thread."""
    found = []
    for layer in _rasters(project):
        if layer.customProperty(layers.RESULT) or layer.providerType() != "gdal":
            continue
        key, name = LAYER_KEY + layer.id(), layer.name()
        try:
            location = layers.location_of(layer)
        except CloudMaskError as error:
            found.append(
                ListedScene(key, name, layer_id=layer.id(), problem=engine_text(str(error)))
            )
            continue
        declared = layers.declared_overrides(layer)
        found.append(ListedScene(key, name, location, declared, layer.id()))
    return found


def mask_layers(project: QgsProject) -> list[ListedMask]:
    """Return the layers of one band that may be masks, the topmost first. Main thread."""
    found = []
    for layer in _rasters(project):
        if layer.providerType() != "gdal" or layer.bandCount() != 1:
            continue
        try:
            path = layers.location_of(layer)
        except CloudMaskError:
            continue
        changed = os.stat(path).st_mtime if os.path.isfile(path) else 0.0
        found.append(ListedMask(path, layer.name(), _scene_of_group(layer, project), changed))
    return found


def look(
    scenes: Sequence[ListedScene],
    masks: Sequence[ListedMask],
    table: MaskTable | None,
    reporter: Reporter,
) -> Looked:
    """Describe scenes and look at masks; what goes wrong with one does not stop the others.

    :raises Cancelled: where the reporter says so.
    """
    looked, total = Looked(), max(len(scenes) + len(masks), 1)
    backend = choose_backend()
    for number, mask in enumerate(masks):
        check_cancelled(reporter)
        reporter.progress(Progress(number / total, mask.name))
        try:
            looked.masks[mask] = look_at_mask(mask.path, table, backend)
        except CloudMaskError:
            looked.masks[mask] = None
    for number, scene in enumerate(scenes, start=len(masks)):
        reporter.progress(Progress(number / total, scene.name))
        try:
            looked.scenes[scene] = describe(scene.location, scene.overrides, reporter=reporter)
        except Cancelled:
            raise
        except Exception as error:  # one scene that cannot be read must not hide the others
            looked.scenes[scene] = failure(error).sentence
    return looked


def _rasters(project: QgsProject) -> list[QgsRasterLayer]:
    return [
        layer
        for layer in (node.layer() for node in project.layerTreeRoot().findLayers())
        if isinstance(layer, QgsRasterLayer)
    ]


def _scene_of_group(layer: QgsRasterLayer, project: QgsProject) -> str:
    node = project.layerTreeRoot().findLayer(layer.id())
    parent = node.parent() if node is not None else None
    if not isinstance(parent, QgsLayerTreeGroup):
        return ""
    return str(parent.customProperty(layers.GROUP_SCENE) or "")
