"""``cloudmask:evaluate``: masks compared with a reference."""

from __future__ import annotations

import json
import math
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..engine.accuracy import EvaluationRequest, evaluate, report_page
from ..engine.accuracy_facts import facts
from ..engine.errors import OptionError
from ..engine.evaluate_command import summary
from ..engine.metrics import EXPERIMENTS, counts, overall_accuracy
from ..engine.reference_labels import LabelSource, check_classes
from ..engine.reporter import Reporter
from ..engine.text_file import check_text_target
from ..report_pdf import write_pdf
from .base import CloudMaskAlgorithm
from .composite_parameters import add_mask_classes, mask_table
from .parameter_kinds import ScenesParameter
from .values import Values

translate = QCoreApplication.translate

REPORT, PRINTED = "OUTPUT_HTML_FILE", "OUTPUT_PDF_FILE"
SCORES = (
    ("BOA", "balanced_accuracy"),
    ("PA", "producer_accuracy"),
    ("UA", "user_accuracy"),
    ("F1", "f1"),
)


class EvaluateAlgorithm(CloudMaskAlgorithm):
    """Tells how accurate masks are."""

    runs_models = False

    def name(self) -> str:
        """Return the part behind the colon in the id; never changes."""
        return "evaluate"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return translate("CloudMask", "Accuracy of masks")

    def tags(self) -> list[str]:
        """Return further words by which the toolbox's search finds it."""
        return translate(
            "CloudMask",
            "accuracy,validation,confusion matrix,reference,truth,cloudsen12,boa,f1,olofsson",
        ).split(",")

    def shortDescription(self) -> str:
        """Return the tooltip in the toolbox."""
        return translate("CloudMask", "Compares masks with reference rasters, points or polygons.")

    def help_text(self) -> str:
        """Return what it does, for the panel beside the dialog."""
        return translate(
            "CloudMask",
            "Compares masks with what is really there: a reference raster for each mask, or "
            "labelled points or polygons. The report shows the confusion matrix, overall, "
            "producer's, user's and balanced accuracy, F1, F2 and IoU of each class and of cloud, "
            "shadow and invalid (both) against the rest, and maps of mask, reference and "
            "agreement.\n\n"
            "Several masks also give the table of CloudSEN12: the median balanced accuracy over "
            "the masks, and how many have a low, middle and high producer's and user's "
            "accuracy.\n\n"
            "Points also give the area of each class and the accuracies by area with 95 % limits "
            "(Olofsson et al. 2014). That needs points drawn at random, best so many within each "
            "class of the mask.\n\n"
            "A reference on another grid is compared on the grid of the smaller pixels, each with "
            "the nearest of the other. Of polygons those pixels count whose centre lies inside; "
            "where polygons overlap the last one does. Scores that are undefined, as of a class "
            "that is nowhere, are shown as — and have no value.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        self.add(
            ScenesParameter("INPUT", translate("CloudMask", "Masks")),
            translate("CloudMask", "Masks of this plugin, or other classified rasters."),
        )
        self.add(
            ScenesParameter("REFERENCE", translate("CloudMask", "Reference rasters"), True),
            translate("CloudMask", "One for each mask in the same order, or one for all."),
        )
        kinds = QgsProcessing.SourceType
        self.add(
            QgsProcessingParameterFeatureSource(
                "LABELS",
                translate("CloudMask", "Labelled points or polygons"),
                [kinds.TypeVectorPoint, kinds.TypeVectorPolygon],
                optional=True,
            ),
            translate("CloudMask", "In place of reference rasters, for all masks."),
        )
        self.add(
            QgsProcessingParameterField(
                "FIELD",
                translate("CloudMask", "Field of the class"),
                parentLayerParameterName="LABELS",
                optional=True,
            ),
            translate("CloudMask", "Holds the labels; without it the only field whose values fit."),
        )
        self.add(
            QgsProcessingParameterString(
                "REFERENCE_CLASSES",
                translate("CloudMask", "Classes of the reference"),
                optional=True,
            ),
            translate(
                "CloudMask",
                "What values or labels of the reference mean: ours, scl, qa60, fmask, kappamask or "
                "qa_pixel, or pairs such as 1=thick,2=thin,forest=clear. Without it as tags, names "
                "or values tell; labels may be 0 to 3 or the names of the classes.",
            ),
        )
        add_mask_classes(self, with_buffer=False)
        self.add(
            QgsProcessingParameterFileDestination(
                REPORT,
                translate("CloudMask", "Report"),
                fileFilter=translate("CloudMask", "HTML files (*.html)"),
                optional=True,
            ),
            translate("CloudMask", "Page to write: matrix, scores, maps and provenance."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                PRINTED,
                translate("CloudMask", "Report as PDF"),
                fileFilter=translate("CloudMask", "PDF files (*.pdf)"),
                optional=True,
                createByDefault=False,
            ),
            translate("CloudMask", "The same page on paper."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "OUTPUT",
                translate("CloudMask", "Table of scores"),
                fileFilter=translate("CloudMask", "CSV files (*.csv)"),
                optional=True,
            ),
            translate(
                "CloudMask", "CSV file with a line for each class and question of each mask."
            ),
        )
        overall = translate("CloudMask", "Overall accuracy")
        self.addOutput(QgsProcessingOutputNumber("OVERALL_ACCURACY", overall))
        compared = translate("CloudMask", "Pixels or points compared")
        self.addOutput(QgsProcessingOutputNumber("COMPARED", compared))
        for experiment in EXPERIMENTS:
            for key, _ in SCORES:
                name = f"{key}_{experiment.upper()}"
                self.addOutput(QgsProcessingOutputNumber(name, f"{key} {experiment}"))
        text = translate("CloudMask", "All figures, as JSON")
        self.addOutput(QgsProcessingOutputString("FACTS", text))

    def check(self, values: Values) -> None:
        """Look at what QGIS's own checks leave out, before the run."""
        with self.about("MASK_VALUES"):
            mask_table(values)
        masks, references = values.scenes("INPUT"), values.scenes("REFERENCE")
        with self.about("REFERENCE"):
            if bool(references) == values.given("LABELS"):
                raise OptionError(
                    translate(
                        "CloudMask",
                        "Masks are compared either with reference rasters or with labelled points "
                        "or polygons: give one of both.",
                    )
                )
            if len(references) not in (0, 1, len(masks)):
                raise OptionError(
                    translate(
                        "CloudMask",
                        "{n} references for {masks} masks: give one for each in the same order, or "
                        "one for all.",
                    ).format(n=len(references), masks=len(masks))
                )
        with self.about("REFERENCE_CLASSES"):
            check_classes(values.text("REFERENCE_CLASSES"), labels=values.given("LABELS"))

    def prepare_job(self, values: Values) -> None:
        """Take from layers what :meth:`work` needs."""
        self._masks = tuple(values.rasters("INPUT"))
        self._references = tuple(values.rasters("REFERENCE"))
        self._labels = values.vector("LABELS")

    def work(
        self, values: Values, context: QgsProcessingContext, reporter: Reporter
    ) -> dict[str, Any]:
        """Compare and return the outputs by name."""
        stated = values.text("REFERENCE_CLASSES")
        path, layer = self._labels
        labels = LabelSource(path, values.text("FIELD"), layer, stated) if path else None
        printed = values.file(PRINTED)
        if printed:
            check_text_target(printed, (".pdf",))
        result = evaluate(
            EvaluationRequest(
                masks=self._masks,
                references=self._references,
                labels=labels,
                mask_classes=mask_table(values),
                reference_classes="" if labels else stated,
                report=values.file(REPORT),
                table=values.file("OUTPUT"),
            ),
            reporter,
        )
        if printed:
            write_pdf(report_page(result), printed)
        for line in summary(result):
            reporter.message(line)
        outputs: dict[str, Any] = {
            "OVERALL_ACCURACY": overall_accuracy(result.table),
            "COMPARED": int(result.table.sum()),
            "FACTS": json.dumps(facts(result), ensure_ascii=False, allow_nan=False),
        }
        for name, written in (
            (REPORT, result.report),
            (PRINTED, printed),
            ("OUTPUT", result.table_file),
        ):
            if written:
                outputs[name] = written
        for experiment, positive in EXPERIMENTS.items():
            found = counts(result.table, positive)
            for key, score in SCORES:
                outputs[f"{key}_{experiment.upper()}"] = getattr(found, score)
        return {
            name: None if isinstance(value, float) and math.isnan(value) else value
            for name, value in outputs.items()
        }
