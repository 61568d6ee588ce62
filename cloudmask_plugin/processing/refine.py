"""``cloudmask:refine``: a mask made anew from stored probabilities, without the model."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from .. import layers
from ..engine.mask_refining import RefineRequest, refine_mask
from ..engine.mask_writing import read_tags
from ..engine.reporter import Reporter
from .base import CloudMaskAlgorithm
from .mask_parameters import add_refine_parameters, refine_options, shadow_options
from .mask_shares import add_share_outputs, share_outputs
from .parameter_kinds import number
from .result import finish_on_load
from .values import Values

translate = QCoreApplication.translate


class RefineAlgorithm(CloudMaskAlgorithm):
    """Decides the classes of stored probabilities."""

    runs_models = False

    def name(self) -> str:
        """Return the part behind the colon in the id; never changes."""
        return "refine"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return translate("CloudMask", "Refine a cloud mask")

    def tags(self) -> list[str]:
        """Return further words by which the toolbox's search finds it."""
        return translate(
            "CloudMask", "sentinel-2,mask,probability,threshold,buffer,sieve,shadow,cloud"
        ).split(",")

    def shortDescription(self) -> str:
        """Return the tooltip in the toolbox."""
        return translate("CloudMask", "Makes a mask anew from stored probabilities, in seconds.")

    def help_text(self) -> str:
        """Return what it does, for the panel beside the dialog."""
        return translate(
            "CloudMask",
            "Makes a cloud mask anew from the probabilities that “Mask clouds” has written, with "
            "other thresholds, another minimum area, another buffer, or shadow checked by the "
            "sun. The model is not run, so that it takes seconds; the mask is the one that “Mask "
            "clouds” would make with these values.\n\n"
            "Choose what the mask is for under Purpose, or give values of your own. The numbers "
            "in the results are percents: of the area with data for the four classes, of the "
            "whole area for no data.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        real = QgsProcessingParameterNumber.Type.Double
        self.add(
            QgsProcessingParameterRasterLayer("INPUT", translate("CloudMask", "Probabilities")),
            translate(
                "CloudMask",
                "Raster of probabilities that “Mask clouds” has written, a band a class.",
            ),
        )
        add_refine_parameters(self, None)
        self.add(
            QgsProcessingParameterRasterLayer(
                "SUSPECTS", translate("CloudMask", "Suspects"), optional=True
            ),
            translate(
                "CloudMask",
                "Layer that “Suspects over time” has written: where it shows a score, calls of "
                "cloud count less, by up to a factor of 25 in the odds; what is cloud with more "
                "than 96 % stays cloud.",
            ),
        )
        self.add(
            number(
                "SUSPECTS_STRENGTH",
                translate("CloudMask", "Strength of the suspects"),
                real,
                1,
                0,
                1,
                2,
            ),
            translate("CloudMask", "How much they count: 0 not at all, 1 as Bayes' rule has it."),
            advanced=True,
        )
        self.add(
            number("SUN_ZENITH", translate("CloudMask", "Sun zenith (°)"), real, None, 0, 90),
            translate(
                "CloudMask",
                "Angle of the sun from overhead, in degrees, where the probabilities tell none.",
            ),
            advanced=True,
        )
        self.add(
            number("SUN_AZIMUTH", translate("CloudMask", "Sun azimuth (°)"), real, None, 0, 360),
            translate("CloudMask", "Direction of the sun, in degrees clockwise from north."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterRasterDestination("OUTPUT", translate("CloudMask", "Cloud mask")),
            translate(
                "CloudMask",
                "GeoTIFF to write: 0 clear, 1 thick cloud, 2 thin cloud, 3 shadow, 255 no data.",
            ),
        )
        add_share_outputs(self)

    def check(self, values: Values) -> None:
        """Look at what QGIS's own checks leave out, before the run."""
        for name in ("INPUT", "SUSPECTS"):
            with self.about(name):
                values.raster(name)

    def prepare_job(self, values: Values) -> None:
        """Take from layers what :meth:`work` needs."""
        self._probabilities = values.raster("INPUT")
        self._dem = values.raster("DEM")
        self._suspects = values.raster("SUSPECTS")

    def work(
        self, values: Values, context: QgsProcessingContext, reporter: Reporter
    ) -> dict[str, Any]:
        """Write the mask and return the outputs by name."""
        request = RefineRequest(
            self._probabilities,
            values.output("OUTPUT"),
            refine_options(values),
            shadow_options(values, self._dem),
            values.optional_number("SUN_ZENITH"),
            values.optional_number("SUN_AZIMUTH"),
            suspects=self._suspects,
            strength=values.number("SUSPECTS_STRENGTH"),
        )
        result = refine_mask(request, reporter)
        told, _ = read_tags(result.output)

        def finish(layer: QgsRasterLayer, project: QgsProject | None) -> None:
            layer.loadDefaultStyle()
            layers.finish_mask(layer, told.get("ACQUISITION_TIME"))

        finish_on_load(context, result.output, told.get("CLOUDMASK_SOURCE", ""), finish)
        return {"OUTPUT": result.output, **share_outputs(result, reporter)}
