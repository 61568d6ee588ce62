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
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QCoreApplication

from .. import layers
from ..engine.errors import OptionError
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

    def output(self, name: str) -> str:
        """Return the path of a raster to write, "" where an optional one is not wanted."""
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


def check_value(definition: QgsProcessingParameterDefinition, value: Any) -> None:
    """Check a plain value of a number or list; QGIS itself would only say that it is wrong.

    :raises OptionError: with what would be right.
    """
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
