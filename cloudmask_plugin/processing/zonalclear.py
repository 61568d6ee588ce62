"""``cloudmask:zonalclear``: which dates serve which of the user's polygons."""

from __future__ import annotations

import json
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..engine.classes import CLASSES, CLEAR, class_by_key
from ..engine.errors import OptionError
from ..engine.reporter import Reporter
from ..engine.zonal_clear import ZonalRequest, zonal_clear
from ..engine.zonal_command import facts, summary, usable_weights
from .base import CloudMaskAlgorithm
from .composite_parameters import add_dates_of_masks, add_mask_classes, mask_table
from .parameter_kinds import ScenesParameter, number
from .result import finish_on_load, style_beside
from .values import Values, day_of

translate = QCoreApplication.translate

MASKED = [item.key for item in CLASSES if item.code != CLEAR]


class ZonalClearAlgorithm(CloudMaskAlgorithm):
    """Tells the usable share of polygons by date."""

    runs_models = False

    def name(self) -> str:
        """Return the part behind the colon in the id; never changes."""
        return "zonalclear"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return translate("CloudMask", "Usable dates of polygons")

    def tags(self) -> list[str]:
        """Return further words by which the toolbox's search finds it."""
        return translate(
            "CloudMask", "zonal statistics,parcels,fields,clear,cloud free,dates,time series,share"
        ).split(",")

    def shortDescription(self) -> str:
        """Return the tooltip in the toolbox."""
        return translate("CloudMask", "Tells on which dates each of your polygons is clear.")

    def help_text(self) -> str:
        """Return what it does, for the panel beside the dialog."""
        return translate(
            "CloudMask",
            "Tells for each polygon, such as your parcels, and each date which share of it is "
            "clear, thick cloud, thin cloud, shadow and without data, and so on which dates it can "
            "be used.\n\n"
            "The layer has the polygons with their own attributes, the number of usable dates "
            "(dates_ok), the best date, its usable percentage and the mean over the dates. The "
            "table has a line for each polygon and date, the summary one for each date: how many "
            "polygons it serves.\n\n"
            "Shares are of the whole polygon: what lies outside a mask has no data. Pixels on the "
            "edge count by the part of them that lies inside, so that polygons smaller than a "
            "pixel have a share, too. Polygons may be in any coordinate system. Of several masks "
            "of one day the one that shows most of a polygon counts. Dates are those of the masks' "
            "layers, their tags or their names.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        real = QgsProcessingParameterNumber.Type.Double
        self.add(
            QgsProcessingParameterFeatureSource(
                "INPUT",
                translate("CloudMask", "Polygons"),
                [QgsProcessing.SourceType.TypeVectorPolygon],
            ),
            translate(
                "CloudMask", "Your parcels or other polygons; only those selected, if asked."
            ),
        )
        self.add(
            ScenesParameter("MASKS", translate("CloudMask", "Masks")),
            translate("CloudMask", "Masks of the dates, in any order and on any grids."),
        )
        self.add(
            QgsProcessingParameterField(
                "ID_FIELD",
                translate("CloudMask", "Field that names the polygons"),
                parentLayerParameterName="INPUT",
                optional=True,
            ),
            translate("CloudMask", "What the table calls them; without it by their numbers."),
        )
        self.add(
            QgsProcessingParameterEnum(
                "UNUSABLE",
                translate("CloudMask", "Classes that cannot be used"),
                options=[item.key for item in CLASSES],
                allowMultiple=True,
                defaultValue=MASKED,
                usesStaticStrings=True,
            ),
            translate(
                "CloudMask", "Pixels of these classes count as lost; so do those without data."
            ),
        )
        self.add(
            number("THRESHOLD", translate("CloudMask", "Usable from (%)"), real, 80, 0.1, 100, 1),
            translate("CloudMask", "Percentage of a polygon from which a date serves it."),
        )
        add_mask_classes(self, with_buffer=False)
        self.add(
            QgsProcessingParameterString(
                "WEIGHTS", translate("CloudMask", "Weights of classes"), optional=True
            ),
            translate(
                "CloudMask",
                "How much of a pixel of a class can be used, from 0 to 1, such as thin=0.5; takes "
                "the place of the classes that cannot be used for those that are named.",
            ),
            advanced=True,
        )
        add_dates_of_masks(self)
        self.add(
            QgsProcessingParameterVectorDestination(
                "OUTPUT",
                translate("CloudMask", "Usable dates"),
                QgsProcessing.SourceType.TypeVectorPolygon,
            ),
            translate("CloudMask", "Layer of the polygons to write, coloured by usable dates."),
        )
        for name, title, text in (
            (
                "TABLE",
                translate("CloudMask", "Table of polygons and dates"),
                translate("CloudMask", "CSV file with a line for each polygon and date."),
            ),
            (
                "SUMMARY",
                translate("CloudMask", "Summary by date"),
                translate("CloudMask", "CSV file with a line for each date."),
            ),
        ):
            self.add(
                QgsProcessingParameterFileDestination(
                    name,
                    title,
                    fileFilter=translate("CloudMask", "CSV files (*.csv)"),
                    optional=True,
                ),
                text,
            )
        for name, title in (
            ("POLYGONS", translate("CloudMask", "Polygons")),
            ("DATES_COUNT", translate("CloudMask", "Dates")),
            ("NEVER", translate("CloudMask", "Polygons that no date serves")),
            ("BEST_SERVES", translate("CloudMask", "Polygons that the best date serves")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))
        best = translate("CloudMask", "Date that serves most polygons")
        self.addOutput(QgsProcessingOutputString("BEST_DATE", best))
        text = translate("CloudMask", "What each date does, as JSON")
        self.addOutput(QgsProcessingOutputString("FACTS", text))

    def check(self, values: Values) -> None:
        """Look at what QGIS's own checks leave out, before the run."""
        with self.about("MASK_VALUES"):
            mask_table(values)
        with self.about("WEIGHTS"):
            usable(values)
        with self.about("DATES"):
            stated_dates(values, len(values.scenes("MASKS")))

    def prepare_job(self, values: Values) -> None:
        """Take from layers what :meth:`work` needs."""
        self._polygons, self._layer = values.vector("INPUT")
        self._masks = values.scenes("MASKS")

    def work(
        self, values: Values, context: QgsProcessingContext, reporter: Reporter
    ) -> dict[str, Any]:
        """Measure the polygons and return the outputs by name."""
        stated = stated_dates(values, len(self._masks)) or [""] * len(self._masks)
        result = zonal_clear(
            ZonalRequest(
                polygons=self._polygons,
                masks=tuple(str(mask.location) for mask in self._masks),
                table=values.file("TABLE"),
                layer_output=values.output("OUTPUT"),
                summary=values.file("SUMMARY"),
                layer=self._layer,
                id_field=values.text("ID_FIELD"),
                dates=tuple(
                    day or (mask.overrides.acquired or "")[:10]
                    for day, mask in zip(stated, self._masks)
                ),
                mask_classes=mask_table(values),
                usable=usable(values),
                threshold=values.number("THRESHOLD") / 100,
            ),
            reporter,
        )
        for line in summary(result):
            reporter.message(line)
        finish_on_load(context, result.layer, "", style_beside)
        best = result.best_dates[0]
        outputs = {"OUTPUT": result.layer, "TABLE": result.table, "SUMMARY": result.summary}
        return {
            **{name: path for name, path in outputs.items() if path},
            "POLYGONS": result.polygons,
            "DATES_COUNT": len(result.dates),
            "NEVER": result.never,
            "BEST_SERVES": best.serves,
            "BEST_DATE": best.when if best.serves else "",
            "FACTS": json.dumps(facts(result), ensure_ascii=False, allow_nan=False),
        }


def usable(values: Values) -> tuple[tuple[int, float], ...]:
    """Return how much of each class can be used.

    :raises OptionError: where the weights are not understood.
    """
    lost = {class_by_key(key).code for key in values.choices("UNUSABLE")}
    weights = {item.code: 0.0 if item.code in lost else 1.0 for item in CLASSES}
    weights.update(usable_weights(values.text("WEIGHTS"), {}))
    return tuple(weights.items())


def stated_dates(values: Values, count: int) -> list[str]:
    """Return the days of the masks, "" for those that are not stated; empty where none is.

    :raises OptionError: where they are not one for each mask, or none.
    """
    text = values.text("DATES")
    if not text:
        return []
    parts = ["" if part.strip() == "-" else part.strip() for part in text.split(",")]
    if len(parts) != count:
        raise OptionError(
            translate(
                "CloudMask",
                "{n} dates for {masks} masks: give one for each in their order, - where it tells.",
            ).format(n=len(parts), masks=count)
        )
    return [day_of(part) for part in parts]
