"""``cloudmask:composite``: one image without clouds of several scenes."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from .. import composite_layers, dependencies, settings
from ..engine.composite_plan import CompositeRequest, CompositeResult, CompositeScene
from ..engine.compositing import composite_scenes
from ..engine.describe import describe
from ..engine.errors import OptionError
from ..engine.mask_assignment import assign_masks, read_mask
from ..engine.models import installed
from ..engine.raster import choose_backend
from ..engine.reporter import Reporter
from ..engine.scene import SourceSpec
from .base import CloudMaskAlgorithm
from .composite_parameters import add_composite_parameters, dates, mask_table, steps, weights
from .mask_parameters import NATIVE, add_cluster, check_cluster, chosen_model
from .result import finish_on_load
from .scene import SceneInput
from .scene_parameters import check_texts, chosen_extent, overrides
from .values import Values

translate = QCoreApplication.translate


class CompositeAlgorithm(CloudMaskAlgorithm):
    """Makes one image of several scenes, each pixel from where it is clear."""

    runs_models = False  # unless a scene has no mask, which is known once they are assigned

    def name(self) -> str:
        """Return the part behind the colon in the id; never changes."""
        return "composite"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return translate("CloudMask", "Cloud-free composite")

    def tags(self) -> list[str]:
        """Return further words by which the toolbox's search finds it."""
        return translate(
            "CloudMask",
            "sentinel-2,composite,mosaic,cloud-free,best available pixel,bap,medoid,median,series",
        ).split(",")

    def shortDescription(self) -> str:
        """Return the tooltip in the toolbox."""
        return translate("CloudMask", "Makes one image without clouds of several scenes.")

    def help_text(self) -> str:
        """Return what it does, for the panel beside the dialog."""
        return translate(
            "CloudMask",
            "Makes one image of several scenes of a place, each pixel from a scene that is clear "
            "there, and records which. Masks are made on the way, or given.\n\n"
            "The composite has bands, data type and scaling of the first scene, so that styles and "
            "formulas go on working; offsets of different processing baselines are harmonised, and "
            "scenes on other grids are warped, which the log says. Where nothing is clear it is "
            "left empty unless something else is asked for.\n\n"
            "The results also tell, in percent of the whole area, how much is still empty and, as "
            "JSON, how much comes from each scene and how much of it is clear.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        models = [card.id for card in installed(settings.load().model_folders)]
        add_composite_parameters(self, models)
        add_cluster(self)
        for name, title in (
            ("EMPTY", translate("CloudMask", "Still empty, percent of the whole area")),
            ("SCENES_USED", translate("CloudMask", "Number of scenes that are used somewhere")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))
        for name, title in (
            ("METHOD_USED", translate("CloudMask", "Method that was used")),
            ("SHARES", translate("CloudMask", "Percent from each scene, as JSON")),
            ("WARNINGS", translate("CloudMask", "Warnings")),
        ):
            self.addOutput(QgsProcessingOutputString(name, title))

    def check(self, values: Values) -> None:
        """Look at what QGIS's own checks leave out, before the run."""
        with self.about("INPUT"):
            count = len(values.scenes("INPUT")) * len(steps(values))
        with self.about("MASKS"):
            values.rasters("MASKS")
        with self.about("MASK_VALUES"):
            mask_table(values)
        with self.about("TARGET_DATE"):
            values.date("TARGET_DATE")
        with self.about("DATES"):
            dates(values, count)
        check_cluster(self, values)
        check_texts(self, values, ("BANDS", "NODATA"))

    def prepare_job(self, values: Values) -> None:
        """Take from layers and project what :meth:`work` needs."""
        with self.about("INPUT"):
            self._inputs = values.scenes("INPUT")
        with self.about("MASKS"):
            self._masks = values.rasters("MASKS")
        self._rectangle, self._rectangle_crs = values.extent("EXTENT")

    def work(
        self, values: Values, context: QgsProcessingContext, reporter: Reporter
    ) -> dict[str, Any]:
        """Make the composite and return the outputs by name."""
        specs = self._describe(values, reporter)
        with self.about("MASKS"):
            backend = choose_backend()
            masks = assign_masks(specs, [read_mask(path, backend) for path in self._masks])
        if not all(masks) and not values.text("CLUSTER"):
            dependencies.require()
        for number, (spec, mask) in enumerate(zip(specs, masks), start=1):
            day = spec.acquired.value or translate("CloudMask", "date unknown")
            told = mask or translate("CloudMask", "is made")
            reporter.message(
                translate("CloudMask", "Scene {n}: {name}, {day}; mask: {mask}").format(
                    n=number, name=spec.name, day=day, mask=told
                )
            )
        result = composite_scenes(self._request(values, specs, masks), reporter)
        return self._outputs(result, specs, context, reporter)

    def _describe(self, values: Values, reporter: Reporter) -> list[SourceSpec]:
        """Describe all scenes, with what the parameters state of them."""
        wanted = [(scene, step) for scene in self._inputs for step in steps(values)]
        specs = []
        for (scene, step), day in zip(wanted, dates(values, len(wanted))):
            stated = overrides(values, scene.overrides)
            stated = replace(stated, step=step or stated.step, acquired=day or stated.acquired)
            with self.about("INPUT"):
                spec = describe(scene.location, stated, reporter=reporter)
            if step and spec.kind != "series":
                with self.about("STEPS"):
                    raise OptionError(
                        translate(
                            "CloudMask", "{name} is no series of dates: leave this empty."
                        ).format(name=spec.name)
                    )
            specs.append(spec)
        return specs

    def _request(
        self, values: Values, specs: list[SourceSpec], masks: tuple[str, ...]
    ) -> CompositeRequest:
        table = mask_table(values)
        grid = specs[0].grid
        resolution = values.choice("RESOLUTION")
        return CompositeRequest(
            scenes=tuple(CompositeScene(spec, mask, table) for spec, mask in zip(specs, masks)),
            output=values.output("OUTPUT"),
            count=values.output("COUNT"),
            source_index=values.output("SOURCE"),
            score=values.output("SCORE"),
            method=values.choice("METHOD"),
            target_date=values.date("TARGET_DATE"),
            sigma=values.number("DATE_SIGMA"),
            weights=weights(values),
            fallback=values.choice("FALLBACK"),
            screen=values.boolean("SCREEN"),
            buffer=values.number("MASK_BUFFER"),
            resolution=None if resolution == NATIVE else float(resolution),
            extent=chosen_extent(self, grid, self._rectangle, self._rectangle_crs),
            model=chosen_model(values),
            threads=values.integer("THREADS"),
            cluster=values.text("CLUSTER"),
        )

    def _outputs(
        self,
        result: CompositeResult,
        specs: list[SourceSpec],
        context: QgsProcessingContext,
        reporter: Reporter,
    ) -> dict[str, Any]:
        shares = [share for _, share in result.shares] or [None] * len(specs)
        told = [
            {
                "scene": spec.name,
                "acquired": spec.acquired.value,
                "clear": _percent(clear),
                "used": _percent(share),
            }
            for spec, clear, share in zip(specs, result.clear, shares)
        ]
        for label, share in result.shares:
            reporter.message(f"{label}: {share:.1%}")
        reporter.message(
            translate("CloudMask", "Still empty: {share:.1%}").format(share=result.empty)
        )
        group = composite_layers.group_title([spec.acquired.value for spec in specs])
        like = self._inputs[0]
        finish_on_load(context, result.output, group, partial(finish_image, like))
        for path, finish in (
            (result.count, composite_layers.finish_count),
            (result.source_index, composite_layers.finish_source),
            (result.score, composite_layers.finish_score),
        ):
            finish_on_load(context, path, group, lambda layer, _, finish=finish: finish(layer))
        files = {
            "OUTPUT": result.output,
            "COUNT": result.count,
            "SOURCE": result.source_index,
            "SCORE": result.score,
        }
        used = [share for share in shares if share] if result.shares else result.clear
        return {
            **{name: path for name, path in files.items() if path},
            "EMPTY": 100 * result.empty,
            "SCENES_USED": sum(bool(share) for share in used),
            "METHOD_USED": result.method,
            "SHARES": json.dumps(told, ensure_ascii=False),
            "WARNINGS": "\n".join(result.warnings),
        }


def finish_image(scene: SceneInput, layer: QgsRasterLayer, project: QgsProject | None) -> None:
    """Let a loaded composite or masked copy look like the layer that it was made of."""
    like = project.mapLayer(scene.layer_id) if project is not None and scene.layer_id else None
    composite_layers.finish_composite(layer, like)


def _percent(share: float | None) -> float | None:
    return None if share is None else 100 * share
