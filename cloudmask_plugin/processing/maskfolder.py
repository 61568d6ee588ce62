"""``cloudmask:maskfolder``: all scenes of a folder in one run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputFile,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingOutputNumber,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from .. import dependencies, layers, settings
from ..engine.errors import OptionError, SceneError
from ..engine.mask_folder import FolderRequest, FolderResult, mask_folder
from ..engine.models import installed
from ..engine.reporter import Reporter
from ..engine.scene import NO_OVERRIDES
from ..engine.scene_task import FAILED, MASKED, REFINED, SKIPPED, MaskSettings, SceneRow
from .base import CloudMaskAlgorithm
from .mask_parameters import (
    add_cluster,
    add_effort,
    add_model_parameters,
    add_refine_parameters,
    add_resolution,
    check_cluster,
    chosen_model,
    refine_options,
    resolution,
    shadow_options,
)
from .result import finish_on_load
from .scene_parameters import CHECKED_TEXTS, add_scene_details, check_texts, overrides
from .values import Values

translate = QCoreApplication.translate


class MaskFolderAlgorithm(CloudMaskAlgorithm):
    """Masks all scenes that are found under a folder."""

    runs_models = False  # the workers of a cluster may do it

    def name(self) -> str:
        """Return the part behind the colon in the id; never changes."""
        return "maskfolder"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return translate("CloudMask", "Mask a folder of scenes")

    def tags(self) -> list[str]:
        """Return further words by which the toolbox's search finds it."""
        return translate(
            "CloudMask", "sentinel-2,batch,folder,series,time,queue,cloud,shadow,mask,cluster,dask"
        ).split(",")

    def shortDescription(self) -> str:
        """Return the tooltip in the toolbox."""
        return translate("CloudMask", "Masks all scenes of a folder, and goes on where it stopped.")

    def help_text(self) -> str:
        """Return what it does, for the panel beside the dialog."""
        return translate(
            "CloudMask",
            "Masks all scenes that lie in a folder or below it: products (.SAFE, their zips), "
            "Landsat scenes, stacks of bands, and files of single bands that are named alike.\n\n"
            "A scene that was masked before by the same model with the same values is skipped, "
            "unless its files have changed since; so an interrupted run goes on when it is started "
            "again. A scene that fails is told and stops no other. Where probabilities are kept, "
            "other thresholds, minimum areas or buffers later take seconds a scene.\n\n"
            "Beside the masks are written: summary.csv with date, level, percents, seconds and "
            "what went wrong; the same as a layer of footprints; and for each grid a series_….vrt "
            "with a band a date. Masks that are added to the project step through time with the "
            "temporal controller.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        folder = QgsProcessingParameterFile.Behavior.Folder
        self.add(
            QgsProcessingParameterFile("INPUT", translate("CloudMask", "Folder"), folder),
            translate("CloudMask", "Folder that holds the scenes, in any depth."),
        )
        self.add(
            QgsProcessingParameterString(
                "PATTERN", translate("CloudMask", "Only what matches"), optional=True
            ),
            translate(
                "CloudMask",
                "Patterns below the folder with semicolons between, such as **/*_T31*.SAFE; "
                "** stands for folders of any depth. Without one all scenes are masked.",
            ),
        )
        add_model_parameters(self, [c.id for c in installed(settings.load().model_folders)])
        add_resolution(self)
        add_refine_parameters(self, None)
        for name, title, text in (
            (
                "KEEP_PROBABILITIES",
                translate("CloudMask", "Keep probabilities"),
                translate(
                    "CloudMask",
                    "Also write the probability of each class, so that other thresholds later need "
                    "no model.",
                ),
            ),
            (
                "AGAIN",
                translate("CloudMask", "Mask again what is masked already"),
                translate("CloudMask", "Skip nothing."),
            ),
            (
                "LOAD",
                translate("CloudMask", "Add the masks to the project"),
                translate(
                    "CloudMask",
                    "As one group, each mask with the time of its scene, for the temporal "
                    "controller.",
                ),
            ),
        ):
            self.add(QgsProcessingParameterBoolean(name, title, False), text)
        add_scene_details(self)
        add_effort(self)
        add_cluster(self)
        self.add(
            QgsProcessingParameterFolderDestination("OUTPUT", translate("CloudMask", "Results")),
            translate("CloudMask", "Folder of the masks, the summary and the series."),
        )
        masks = translate("CloudMask", "Masks")
        self.addOutput(QgsProcessingOutputMultipleLayers("MASKS", masks))
        table = translate("CloudMask", "Summary as a table")
        self.addOutput(QgsProcessingOutputFile("TABLE", table))
        layer = translate("CloudMask", "Summary as footprints")
        self.addOutput(QgsProcessingOutputVectorLayer("LAYER", layer))
        for status, title in (
            (MASKED, translate("CloudMask", "Scenes masked")),
            (REFINED, translate("CloudMask", "Scenes made from probabilities")),
            (SKIPPED, translate("CloudMask", "Scenes skipped")),
            (FAILED, translate("CloudMask", "Scenes failed")),
        ):
            self.addOutput(QgsProcessingOutputNumber(status.upper(), title))

    def check(self, values: Values) -> None:
        """Look at what QGIS's own checks leave out, before the run."""
        with self.about("INPUT"):
            inputs(values)
        check_cluster(self, values)
        check_texts(self, values, CHECKED_TEXTS)

    def prepare_job(self, values: Values) -> None:
        """Take from layers and project what :meth:`work` needs."""
        if not values.text("CLUSTER"):
            dependencies.require()
        self._dem = values.raster("DEM")

    def work(
        self, values: Values, context: QgsProcessingContext, reporter: Reporter
    ) -> dict[str, Any]:
        """Mask the scenes and return the outputs by name."""
        request = FolderRequest(
            inputs(values),
            values.file("OUTPUT"),
            MaskSettings(
                overrides=overrides(values, NO_OVERRIDES),
                probabilities=values.boolean("KEEP_PROBABILITIES"),
                model=chosen_model(values),
                resolution=resolution(values),
                refine=refine_options(values),
                shadows=shadow_options(values, self._dem),
                tta=values.integer("TTA"),
                threads=values.integer("THREADS"),
            ),
            values.boolean("AGAIN"),
            values.text("CLUSTER"),
        )
        result = mask_folder(request, reporter)
        failed = result.count(FAILED)
        if failed == len(result.rows):
            raise SceneError(
                translate(
                    "CloudMask",
                    "None of {n} scenes could be masked; the first failed with: {reason}",
                ).format(n=failed, reason=result.rows[0].message)
            )
        if values.boolean("LOAD"):
            load_masks(context, result, Path(values.text("INPUT")).name)
        return {
            "OUTPUT": result.output,
            "MASKS": [row.output for row in result.rows if row.output],
            "TABLE": result.table,
            "LAYER": result.layer,
            **{s.upper(): result.count(s) for s in (MASKED, REFINED, SKIPPED, FAILED)},
        }


def inputs(values: Values) -> tuple[str, ...]:
    """Return what the engine looks through: the folder, or patterns below it.

    :raises OptionError: where there is no such folder.
    """
    folder = Path(values.text("INPUT"))
    if not folder.is_dir():
        raise OptionError(
            translate("CloudMask", "“{path}” is no folder: choose the one with the scenes.").format(
                path=folder
            )
        )
    patterns = [part.strip() for part in values.text("PATTERN").split(";") if part.strip()]
    return tuple(str(folder / pattern) for pattern in patterns) or (str(folder),)


def load_masks(context: QgsProcessingContext, result: FolderResult, group: str) -> None:
    """Have the masks added to the project as one group, each with its time."""
    if context.project() is None:
        return
    for row in result.rows:
        if row.output:
            details = QgsProcessingContext.LayerDetails(row.name, context.project(), row.output)
            context.addLayerToLoadOnCompletion(row.output, details)
            finish_on_load(context, row.output, group, finisher(row))


def finisher(row: SceneRow) -> Any:
    """Return what gives a loaded mask its style and time."""

    def finish(layer: QgsRasterLayer, project: QgsProject | None) -> None:
        layer.loadDefaultStyle()
        layers.finish_mask(layer, row.acquired or None)

    return finish
