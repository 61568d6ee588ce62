"""The example models that come with the plugin, as algorithms of its provider."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsProcessingModelAlgorithm
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from ..engine.paths import bundled
from ..icons import icon, icon_path

translate = QCoreApplication.translate

SUFFIX = ".model3"


class ExampleModel(QgsProcessingModelAlgorithm):
    """A model from a file; its id is the file's name, which never changes."""

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return titles().get(self.name(), self.name())

    def group(self) -> str:
        """Return the name of the group in the toolbox."""
        return translate("CloudMask", "Example models")

    def groupId(self) -> str:
        """Return the group's id; never changes."""
        return "examples"

    def icon(self) -> QIcon:
        """Return the picture in the toolbox."""
        return icon("mask")

    def svgIconPath(self) -> str:
        """Return the path of the picture, for the model designer."""
        return icon_path("mask")


def example_models() -> Iterator[ExampleModel]:
    """Yield the models that can be read, in the order of their names."""
    for path in sorted((bundled("resources") / "models").glob(f"*{SUFFIX}")):
        model = ExampleModel()
        if model.fromFile(str(path)):
            yield model


def titles() -> dict[str, str]:
    """Return what the models are called in the toolbox, by their names."""
    return {
        "sceneparcels": translate("CloudMask", "Scene to mask, polygons and parcels"),
        "compositeparcels": translate("CloudMask", "Two scenes to masks, composite and parcels"),
        "folderparcels": translate("CloudMask", "Folder of scenes to usable dates of parcels"),
    }
