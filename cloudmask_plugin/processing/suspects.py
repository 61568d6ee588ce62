"""``cloudmask:suspects``: places that masks of several dates call cloud implausibly often."""

from __future__ import annotations

import json
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterExtent,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from .. import layers
from ..engine.raster import choose_backend
from ..engine.reporter import Reporter
from ..engine.suspects import (
    LARGEST_KM,
    SMALLEST_KM,
    SQUARE_KM,
    SuspectsRequest,
    find_suspects,
)
from ..engine.suspects_command import facts, summary
from .base import CloudMaskAlgorithm
from .composite_parameters import add_dates_of_masks, add_mask_classes, mask_table
from .parameter_kinds import ScenesParameter, number
from .result import finish_on_load
from .scene_parameters import chosen_extent
from .values import Values
from .zonalclear import stated_dates

translate = QCoreApplication.translate


class SuspectsAlgorithm(CloudMaskAlgorithm):
    """Finds places called cloud implausibly often."""

    runs_models = False

    def name(self) -> str:
        """Return the part behind the colon in the id; never changes."""
        return "suspects"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return translate("CloudMask", "Suspects over time")

    def tags(self) -> list[str]:
        """Return further words by which the toolbox's search finds it."""
        return translate(
            "CloudMask",
            "false alarm,commission,lagoon,roof,glacier,beach,bright,cloud frequency,time series",
        ).split(",")

    def shortDescription(self) -> str:
        """Return the tooltip in the toolbox."""
        return translate(
            "CloudMask",
            "Finds lagoons, roofs and beaches that masks take for cloud again and again.",
        )

    def help_text(self) -> str:
        """Return what it does, for the panel beside the dialog."""
        return translate(
            "CloudMask",
            "Finds places that the masks of several dates call cloud implausibly often: lagoons, "
            "roofs, beaches, ice. “Refine a cloud mask” takes the layer as suspects, and believes "
            "calls of cloud less there.\n\n"
            "A place is suspect where it is called cloud on days on which most of its surroundings "
            "are clear, more often than chance explains, and with the same outline each time. It "
            "is compared with the cloudiest of eight squares around it, so that mountains and "
            "coasts, where cloud really comes more often, are ordinary.\n\n"
            "Needs masks of 8 dates or more, on any grids; the first gives that of the result. 24 "
            "dates find most, 48 nearly all. What is larger than a square cannot be told from its "
            "surroundings, nor a plume or fog that has the same outline each time from a "
            "building.\n\n"
            "Bands of the layer: the clear days on which a suspect is called cloud in percent, 0 "
            "for ordinary places; dates with data; times thick and times thin cloud; days with "
            "little cloud around; and how many of these it is called cloud.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        real = QgsProcessingParameterNumber.Type.Double
        self.add(
            ScenesParameter("INPUT", translate("CloudMask", "Masks")),
            translate(
                "CloudMask",
                "Masks of one place on 8 dates or more, in any order and on any grids; the first "
                "gives that of the result.",
            ),
        )
        add_mask_classes(self, with_buffer=False)
        self.add(
            QgsProcessingParameterExtent("EXTENT", translate("CloudMask", "Extent"), optional=True),
            translate("CloudMask", "Part to look at; without it the whole of the first mask."),
        )
        self.add(
            number(
                "SQUARE",
                translate("CloudMask", "Squares around a place (km)"),
                real,
                SQUARE_KM,
                SMALLEST_KM,
                LARGEST_KM,
                2,
            ),
            translate(
                "CloudMask",
                "Side of the squares that a place is compared with, in kilometres. Suspects are "
                "smaller than that; wider squares find wider ones, and take more of a mountain "
                "for ordinary ground.",
            ),
            advanced=True,
        )
        add_dates_of_masks(self)
        self.add(
            QgsProcessingParameterRasterDestination("OUTPUT", translate("CloudMask", "Suspects")),
            translate("CloudMask", "GeoTIFF to write: the score and how often cloud was called."),
        )
        for name, title in (
            ("SUSPECT", translate("CloudMask", "Suspect, percent of the area with dates enough")),
            ("HECTARES", translate("CloudMask", "Suspect, hectares")),
            ("DATES_COUNT", translate("CloudMask", "Dates")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))
        text = translate("CloudMask", "What was found, as JSON")
        self.addOutput(QgsProcessingOutputString("FACTS", text))

    def check(self, values: Values) -> None:
        """Look at what QGIS's own checks leave out, before the run."""
        with self.about("MASK_VALUES"):
            mask_table(values)
        with self.about("DATES"):
            stated_dates(values, len(values.scenes("INPUT")))

    def prepare_job(self, values: Values) -> None:
        """Take from layers what :meth:`work` needs."""
        with self.about("INPUT"):
            self._masks = values.scenes("INPUT")
        self._rectangle, self._rectangle_crs = values.extent("EXTENT")

    def work(
        self, values: Values, context: QgsProcessingContext, reporter: Reporter
    ) -> dict[str, Any]:
        """Find the suspects and return the outputs by name."""
        stated = stated_dates(values, len(self._masks)) or [""] * len(self._masks)
        extent = self._extent()
        with self.about("INPUT"):
            request = SuspectsRequest(
                masks=tuple(str(mask.location) for mask in self._masks),
                output=values.output("OUTPUT"),
                dates=tuple(
                    day or (mask.overrides.acquired or "")[:10]
                    for day, mask in zip(stated, self._masks)
                ),
                mask_classes=mask_table(values),
                extent=extent,
                square=values.number("SQUARE"),
            )
        result = find_suspects(request, reporter)
        for line in summary(result):
            reporter.message(line)
        finish_on_load(context, result.output, "", finish_suspects)
        return {
            "OUTPUT": result.output,
            "SUSPECT": 100 * result.share,
            "HECTARES": result.hectares,
            "DATES_COUNT": len(result.dates),
            "FACTS": json.dumps(facts(result), ensure_ascii=False, allow_nan=False),
        }

    def _extent(self) -> layers.Extent | None:
        """Return the extent in the coordinates of the first mask, None for the whole."""
        reader = choose_backend().open(str(self._masks[0].location))
        grid = reader.info.grid
        reader.close()
        return chosen_extent(self, grid, self._rectangle, self._rectangle_crs)


def finish_suspects(layer: QgsRasterLayer, project: QgsProject | None) -> None:
    """Give a loaded layer of suspects its style, and note that it is a result."""
    layer.loadDefaultStyle()
    layers.finish_mask(layer, None)
