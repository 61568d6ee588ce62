"""The values of an algorithm's parameters, by name and kind."""

from __future__ import annotations

import re
import sys
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QCoreApplication, QDate, QDateTime, Qt

from .. import layers
from ..engine.errors import OptionError
from .parameter_kinds import ScenesParameter
from .scene import SceneInput, layer_named, named_files, one_scene, scene_input

translate = QCoreApplication.translate

LARGEST = sys.float_info.max / 2  # QGIS's maximum where there is none
BARE_NUMBERS = re.compile(r"[\s\d.,eE+-]*")  # an extent without its coordinate system


class Values:
    """Reads the parameters of one run of an algorithm."""

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
    ) -> None:
        self._algorithm = algorithm
        self._parameters = parameters
        self._context = context

    def given(self, name: str) -> bool:
        """Return whether an optional value is there."""
        return self._parameters.get(name) not in (None, "")

    def text(self, name: str) -> str:
        """Return a text without blanks around it."""
        return self._algorithm.parameterAsString(self._parameters, name, self._context).strip()

    def choice(self, name: str) -> str:
        """Return the chosen string of an enum, "" where none is chosen."""
        return self._algorithm.parameterAsEnumString(self._parameters, name, self._context)

    def number(self, name: str) -> float:
        """Return a number."""
        return self._algorithm.parameterAsDouble(self._parameters, name, self._context)

    def optional_number(self, name: str) -> float | None:
        """Return a number, None where it is not given."""
        return self.number(name) if self.given(name) else None

    def integer(self, name: str) -> int:
        """Return a whole number."""
        return self._algorithm.parameterAsInt(self._parameters, name, self._context)

    def boolean(self, name: str) -> bool:
        """Return yes or no."""
        return self._algorithm.parameterAsBool(self._parameters, name, self._context)

    def raster(self, name: str) -> str:
        """Return the path or GDAL URI of a raster, "" where none is given. Main thread only.

        :raises CloudMaskError: where it is a layer that GDAL cannot read.
        """
        if not self.given(name):
            return ""
        layer = self._algorithm.parameterAsRasterLayer(self._parameters, name, self._context)
        return self.text(name) if layer is None else layers.location_of(layer)

    def rasters(self, name: str) -> list[str]:
        """Return paths or GDAL URIs of several rasters, in their order. Main thread only.

        :raises CloudMaskError: where one is a layer that GDAL cannot read.
        """
        return [str(part.location) for part in self.scenes(name)]

    def vector(self, name: str) -> tuple[str, str]:
        """Return path and layer of features as GDAL reads them. Main thread only.

        What it cannot read, or only a part that is selected or filtered, is saved as a
        temporary file first. Both are "" where none is given.
        """
        if not self.given(name):
            return "", ""
        arguments = (self._parameters, name, self._context)
        return self._algorithm.parameterAsCompatibleSourceLayerPathAndLayerName(
            *arguments, ["gpkg", "shp", "geojson"], "gpkg"
        )

    def output(self, name: str) -> str:
        """Return the path of a layer to write, "" where an optional one is not wanted."""
        return self._algorithm.parameterAsOutputLayer(self._parameters, name, self._context)

    def file(self, name: str) -> str:
        """Return the path of a file to write, "" where an optional one is not wanted."""
        return self._algorithm.parameterAsFileOutput(self._parameters, name, self._context)

    def scene(self, name: str) -> SceneInput:
        """Return the scene of layers, paths, addresses or GDAL URIs. Main thread only.

        :raises CloudMaskError: where it is nothing that can be masked.
        """
        value = self._parameters.get(name)
        if isinstance(value, (list, tuple)):
            return one_scene([self._part(part) for part in value])
        text = self.text(name)
        if isinstance(value, str) and layer_named(text, self._context) is None:
            return one_scene([scene_input(part, None) for part in named_files(text)])
        layer = self._algorithm.parameterAsLayer(self._parameters, name, self._context)
        return scene_input(text, layer)

    def scenes(self, name: str) -> list[SceneInput]:
        """Return several scenes, each a layer, path, address or GDAL URI. Main thread only.

        A text names them with semicolons between. The list is empty where none is given.

        :raises CloudMaskError: where one of them is nothing that can be masked.
        """
        value = self._parameters.get(name)
        if isinstance(value, str):
            text = value.strip()
            return [self._part(part) for part in named_files(text)] if text else []
        if isinstance(value, (list, tuple)):
            return [self._part(part) for part in value]
        return [] if value is None else [self._part(value)]

    def date(self, name: str) -> str:
        """Return a day as ISO 8601, "" where none is given.

        :raises OptionError: where it is none.
        """
        return day_of(self._parameters.get(name))

    def choices(self, name: str) -> list[str]:
        """Return the chosen strings of an enum of which several can be chosen."""
        return self._algorithm.parameterAsEnumStrings(self._parameters, name, self._context)

    def _part(self, value: Any) -> SceneInput:
        """Return one of several layers or files, each as itself or by its name."""
        if isinstance(value, QgsMapLayer):
            return scene_input("", value)
        return scene_input(str(value), layer_named(str(value), self._context))

    def extent(self, name: str) -> tuple[QgsRectangle, QgsCoordinateReferenceSystem]:
        """Return a rectangle, null where none is given, and its coordinate system.

        The latter is invalid for bare numbers: they are in the scene's. Main thread only.
        """
        arguments = (self._parameters, name, self._context)
        rectangle = self._algorithm.parameterAsExtent(*arguments)
        if BARE_NUMBERS.fullmatch(str(self._parameters.get(name) or "")):
            return rectangle, QgsCoordinateReferenceSystem()
        return rectangle, self._algorithm.parameterAsExtentCrs(*arguments)


def day_of(value: Any) -> str:
    """Return a day as ISO 8601, "" where none is given.

    :raises OptionError: where it is none.
    """
    if isinstance(value, QDateTime):
        value = value.date()
    if isinstance(value, QDate):
        return value.toString(Qt.DateFormat.ISODate)
    text = str(value or "").strip()
    if text and not QDate.fromString(text[:10], Qt.DateFormat.ISODate).isValid():
        raise OptionError(
            translate("CloudMask", "“{value}” is no date: give one such as 2023-07-15.").format(
                value=text
            )
        )
    return text[:10]


def check_value(
    definition: QgsProcessingParameterDefinition, value: Any, context: QgsProcessingContext
) -> None:
    """Check a plain value of some kinds; QGIS itself would only say that it is wrong.

    :raises OptionError: with what would be right.
    """
    if isinstance(definition, ScenesParameter):
        _check_scenes(definition, value, context)
    if isinstance(definition, QgsProcessingParameterDateTime) and isinstance(value, str):
        day_of(value)
    if isinstance(definition, QgsProcessingParameterNumber) and isinstance(value, str) and value:
        value = _number(value)
    if isinstance(definition, QgsProcessingParameterNumber) and isinstance(value, (int, float)):
        low, high = definition.minimum(), definition.maximum()
        if not low <= value <= high:
            limits = translate("CloudMask", "from {low:g} to {high:g}")
            if high >= LARGEST:
                limits = translate("CloudMask", "of at least {low:g}")
            raise OptionError(
                translate("CloudMask", "{value:g} is out of range: give a number {limits}.").format(
                    value=value, limits=limits.format(low=low, high=high)
                )
            )
    if isinstance(definition, QgsProcessingParameterEnum) and isinstance(value, str):
        options = definition.options()
        if value and value not in options:
            raise OptionError(
                translate("CloudMask", "“{value}” is not in the list: give one of {list}.").format(
                    value=value, list=", ".join(options)
                )
            )


def _check_scenes(definition: ScenesParameter, value: Any, context: QgsProcessingContext) -> None:
    """Name what of several layers or files is not there."""
    parts = named_files(value) if isinstance(value, str) else value
    if not isinstance(parts, (list, tuple)):
        return
    optional = definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional
    if not any(parts) and not optional:
        raise OptionError(
            translate("CloudMask", "None is given: add one or more layers, files or folders.")
        )
    for part in filter(None, parts):
        if not definition.checkValueIsAcceptable(part, context):
            raise OptionError(
                translate(
                    "CloudMask", "“{value}” is neither a raster layer nor a file or folder."
                ).format(value=part)
            )


def _number(text: str) -> float:
    """Return the number of a text, as ``qgis_process`` and batches hand it on.

    :raises OptionError: where it is none.
    """
    try:
        return float(text)
    except ValueError as error:
        raise OptionError(
            translate("CloudMask", "“{value}” is no number: give one, such as 0.5.").format(
                value=text
            )
        ) from error
