"""``cloudmask:polygonise``: a mask as polygons."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..engine.classes import CLASSES, CLOUD_CODES, CLOUD_SHADOW, class_by_key
from ..engine.errors import OptionError
from ..engine.polygonising import PolygoniseRequest, polygonise
from ..engine.reporter import Reporter
from ..engine_text import engine_text
from .base import CloudMaskAlgorithm
from .composite_parameters import add_mask_classes, mask_table
from .parameter_kinds import number
from .result import finish_on_load, style_beside
from .values import Values

translate = QCoreApplication.translate

MASKED = [item.key for item in CLASSES if item.code in (*CLOUD_CODES, CLOUD_SHADOW)]


class PolygoniseAlgorithm(CloudMaskAlgorithm):
    """Turns classes of a mask into polygons."""

    runs_models = False

    def name(self) -> str:
        """Return the part behind the colon in the id; never changes."""
        return "polygonise"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return translate("CloudMask", "Turn a mask into polygons")

    def tags(self) -> list[str]:
        """Return further words by which the toolbox's search finds it."""
        return translate(
            "CloudMask", "polygonize,vectorize,vector,outline,area,cloud,shadow,dissolve,simplify"
        ).split(",")

    def shortDescription(self) -> str:
        """Return the tooltip in the toolbox."""
        return translate("CloudMask", "Outlines clouds and shadows as polygons with their area.")

    def help_text(self) -> str:
        """Return what it does, for the panel beside the dialog."""
        return translate(
            "CloudMask",
            "Outlines the areas of a mask’s classes as polygons with the attributes class (code), "
            "name and hectares, in the colours of the mask.\n\n"
            "Outlines follow the pixels, or are simplified by at most a tolerance: neighbours go "
            "on sharing their outline, so that neither gaps nor overlaps arise, and where outlines "
            "would cross they stay closer to the pixels. Hectares are those of the ellipsoid "
            "WGS 84 within the outline as it is drawn; without a coordinate system those of the "
            "map.\n\n"
            "Areas that touch with their corners only are polygons of their own.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        real = QgsProcessingParameterNumber.Type.Double
        self.add(
            QgsProcessingParameterRasterLayer("INPUT", translate("CloudMask", "Mask")),
            translate(
                "CloudMask", "Mask of this plugin, or another classified raster such as SCL."
            ),
        )
        self.add(
            QgsProcessingParameterEnum(
                "CLASSES",
                translate("CloudMask", "Classes to outline"),
                options=[item.key for item in CLASSES],
                allowMultiple=True,
                defaultValue=MASKED,
                usesStaticStrings=True,
            ),
            translate("CloudMask", "Classes that become polygons: thick, thin, shadow, clear."),
        )
        self.add(
            QgsProcessingParameterBoolean(
                "DISSOLVE", translate("CloudMask", "One feature a class"), False
            ),
            translate("CloudMask", "All areas of a class as one feature with many parts."),
        )
        self.add(
            number("TOLERANCE", translate("CloudMask", "Tolerance (m)"), real, 0, 0, decimals=1),
            translate(
                "CloudMask",
                "By how much outlines may move to become simpler, in metres; 0 follows the pixels. "
                "About one pixel takes the stairs away.",
            ),
        )
        self.add(
            number(
                "MIN_AREA", translate("CloudMask", "Smallest polygon (ha)"), real, 0, 0, None, 2
            ),
            translate("CloudMask", "Smaller polygons are left out, in hectares."),
        )
        self.add(
            number("HOLES", translate("CloudMask", "Fill holes up to (ha)"), real, 0, 0, None, 2),
            translate(
                "CloudMask",
                "Smaller holes are filled together with whatever lies in them, but for pixels "
                "without data, in hectares.",
            ),
        )
        add_mask_classes(self, with_buffer=False)
        self.add(
            QgsProcessingParameterVectorDestination(
                "OUTPUT",
                translate("CloudMask", "Polygons"),
                QgsProcessing.SourceType.TypeVectorPolygon,
            ),
            translate("CloudMask", "Layer to write, with its style beside it."),
        )
        self.addOutput(QgsProcessingOutputNumber("POLYGONS", translate("CloudMask", "Polygons")))
        for item in CLASSES:
            text = translate("CloudMask", "{name} (ha)").format(name=engine_text(item.name))
            self.addOutput(QgsProcessingOutputNumber(f"{item.key.upper()}_HECTARES", text))

    def check(self, values: Values) -> None:
        """Look at what QGIS's own checks leave out, before the run."""
        with self.about("INPUT"):
            values.raster("INPUT")
        with self.about("CLASSES"):
            if not values.choices("CLASSES"):
                raise OptionError(translate("CloudMask", "None is chosen: choose one or more."))
        with self.about("MASK_VALUES"):
            mask_table(values)

    def prepare_job(self, values: Values) -> None:
        """Take from layers what :meth:`work` needs."""
        self._mask = values.raster("INPUT")

    def work(
        self, values: Values, context: QgsProcessingContext, reporter: Reporter
    ) -> dict[str, Any]:
        """Write the polygons and return the outputs by name."""
        result = polygonise(
            PolygoniseRequest(
                self._mask,
                values.output("OUTPUT"),
                tuple(class_by_key(key).code for key in values.choices("CLASSES")),
                mask_table(values),
                values.boolean("DISSOLVE"),
                values.number("TOLERANCE"),
                values.number("MIN_AREA"),
                values.number("HOLES"),
            ),
            reporter,
        )
        finish_on_load(context, result.output, "", style_beside)
        outputs: dict[str, Any] = {"OUTPUT": result.output, "POLYGONS": result.polygons}
        for key, hectares in result.hectares:
            outputs[f"{key.upper()}_HECTARES"] = hectares
            reporter.message(f"{engine_text(class_by_key(key).name)}: {hectares:.1f} ha")
        return outputs
