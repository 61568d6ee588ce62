"""The kinds of parameters that the algorithms have beside QGIS's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterEnum,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)

from .scene import is_location, named_files


class SceneParameter(QgsProcessingParameterRasterLayer):
    """A raster layer, or the path or address of anything that the engine opens.

    QGIS alone would refuse a ``.SAFE`` folder, its metadata file, a folder of band files or
    several files that make one scene, and would fetch an address only to look whether it can.
    """

    def clone(self) -> SceneParameter:
        """Return a copy; called by QGIS."""
        copy = SceneParameter(self.name())
        copy.fromVariantMap(self.toVariantMap())
        return copy

    def checkValueIsAcceptable(self, value: Any, context: QgsProcessingContext | None = None):
        """Return True also for paths that exist, addresses and lists of them; called by QGIS."""
        if isinstance(value, (list, tuple)):
            return bool(value) and all(self.checkValueIsAcceptable(part, context) for part in value)
        if isinstance(value, str) and all(map(is_location, named_files(value))):
            return True
        return super().checkValueIsAcceptable(value, context)


class ScenesParameter(QgsProcessingParameterMultipleLayers):
    """Several raster layers, or paths or addresses of anything that the engine opens."""

    def __init__(self, name: str, title: str = "", optional: bool = False) -> None:
        super().__init__(name, title, QgsProcessing.SourceType.TypeRaster, None, optional)

    def clone(self) -> ScenesParameter:
        """Return a copy; called by QGIS."""
        copy = ScenesParameter(self.name())
        copy.fromVariantMap(self.toVariantMap())
        return copy

    def checkValueIsAcceptable(self, value: Any, context: QgsProcessingContext | None = None):
        """Return True also for paths that exist and addresses; called by QGIS."""
        if isinstance(value, (list, tuple)) and value:
            return all(self._is_one(part, context) for part in value)
        if isinstance(value, str) and value:
            return all(self._is_one(part, context) for part in named_files(value))
        return super().checkValueIsAcceptable(value, context)

    def _is_one(self, value: Any, context: QgsProcessingContext | None) -> bool:
        if isinstance(value, str) and is_location(value):
            return True
        return super().checkValueIsAcceptable(value, context)


def choice(
    name: str, title: str, options: Sequence[str], default: str | None
) -> QgsProcessingParameterEnum:
    """Return a list of fixed strings; without a default it may stay empty."""
    return QgsProcessingParameterEnum(
        name,
        title,
        options=list(options),
        defaultValue=default,
        optional=default is None,
        usesStaticStrings=True,
    )


def number(
    name: str,
    title: str,
    kind: QgsProcessingParameterNumber.Type,
    default: float | None,
    lowest: float | None = None,
    highest: float | None = None,
    decimals: int | None = None,
) -> QgsProcessingParameterNumber:
    """Return a number; without a default it may stay empty.

    :param decimals: places behind the point that the dialog offers.
    """
    parameter = QgsProcessingParameterNumber(
        name, title, type=kind, defaultValue=default, optional=default is None
    )
    if decimals is not None:
        parameter.setMetadata({"widget_wrapper": {"decimals": decimals}})
    if lowest is not None:
        parameter.setMinimum(lowest)
    if highest is not None:
        parameter.setMaximum(highest)
    return parameter
