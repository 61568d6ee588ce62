"""``cloudmask:applymask``: a copy of a scene without what a mask calls cloud or shadow."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..engine.classes import CLASSES, CLOUD_CODES, CLOUD_SHADOW, class_by_key
from ..engine.describe import describe
from ..engine.mask_application import ApplyMaskRequest, apply_mask
from ..engine.reporter import Reporter
from .base import CloudMaskAlgorithm
from .composite import finish_image
from .composite_parameters import add_mask_classes, mask_table
from .parameter_kinds import number
from .result import finish_on_load
from .scene_parameters import add_scene, add_scene_details, check_scene, overrides
from .values import Values

translate = QCoreApplication.translate

REMOVED = [item.key for item in CLASSES if item.code in (*CLOUD_CODES, CLOUD_SHADOW)]


class ApplyMaskAlgorithm(CloudMaskAlgorithm):
    """Writes a masked copy of a scene."""

    runs_models = False

    def name(self) -> str:
        """Return the part behind the colon in the id; never changes."""
        return "applymask"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return translate("CloudMask", "Apply a cloud mask")

    def tags(self) -> list[str]:
        """Return further words by which the toolbox's search finds it."""
        return translate(
            "CloudMask", "sentinel-2,mask,clip,nodata,cloud,shadow,scl,qa60,fmask"
        ).split(",")

    def shortDescription(self) -> str:
        """Return the tooltip in the toolbox."""
        return translate("CloudMask", "Writes a copy of a scene without its clouds and shadows.")

    def help_text(self) -> str:
        """Return what it does, for the panel beside the dialog."""
        return translate(
            "CloudMask",
            "Writes a copy of a scene in which the pixels that a mask calls cloud or shadow have "
            "no data. All other pixels keep their values to the bit, and the copy keeps bands, "
            "data type and scaling. The mask may be one of this plugin or any classified raster, "
            "on any grid that overlaps the scene's.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        add_scene(self)
        self.add(
            QgsProcessingParameterRasterLayer("MASK", translate("CloudMask", "Mask")),
            translate(
                "CloudMask", "Mask of this plugin, or another classified raster such as SCL."
            ),
        )
        add_mask_classes(self)
        self.add(
            QgsProcessingParameterEnum(
                "CLASSES",
                translate("CloudMask", "Classes to remove"),
                options=[item.key for item in CLASSES],
                allowMultiple=True,
                defaultValue=REMOVED,
                usesStaticStrings=True,
            ),
            translate(
                "CloudMask", "Classes whose pixels lose their values: thick, thin, shadow, clear."
            ),
        )
        self.add(
            number(
                "NODATA",
                translate("CloudMask", "Nodata value"),
                QgsProcessingParameterNumber.Type.Double,
                None,
            ),
            translate(
                "CloudMask",
                "Value of pixels that are removed; without it the scene's own, or one that its "
                "data type has for this.",
            ),
        )
        add_scene_details(self, leave_out=("NODATA",))
        self.add(
            QgsProcessingParameterRasterDestination(
                "OUTPUT", translate("CloudMask", "Masked scene")
            ),
            translate("CloudMask", "GeoTIFF to write, with the bands and values of the scene."),
        )
        text = translate("CloudMask", "Removed, percent of the whole area")
        self.addOutput(QgsProcessingOutputNumber("REMOVED", text))

    def check(self, values: Values) -> None:
        """Look at what QGIS's own checks leave out, before the run."""
        check_scene(self, values)
        with self.about("MASK"):
            values.raster("MASK")
        with self.about("MASK_VALUES"):
            mask_table(values)

    def prepare_job(self, values: Values) -> None:
        """Take from layers what :meth:`work` needs."""
        self._scene = values.scene("INPUT")
        self._mask = values.raster("MASK")

    def work(
        self, values: Values, context: QgsProcessingContext, reporter: Reporter
    ) -> dict[str, Any]:
        """Write the copy and return the outputs by name."""
        declared = self._scene.overrides
        # NODATA is the value that masked pixels get, and none that the scene has already.
        stated = replace(overrides(values, declared), nodata=declared.nodata)
        spec = describe(self._scene.location, stated, reporter=reporter)
        result = apply_mask(
            ApplyMaskRequest(
                spec,
                self._mask,
                values.output("OUTPUT"),
                mask_table(values),
                tuple(class_by_key(key).code for key in values.choices("CLASSES")),
                values.optional_number("NODATA"),
                values.number("MASK_BUFFER"),
            ),
            reporter,
        )
        reporter.message(
            translate("CloudMask", "Removed: {share:.1%}").format(share=result.removed)
        )
        name = self._scene.name or spec.name
        finish_on_load(context, result.output, name, partial(finish_image, self._scene))
        return {"OUTPUT": result.output, "REMOVED": 100 * result.removed}
