"""``cloudmask:mask``: clouds and their shadows in one scene."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext
from qgis.PyQt.QtCore import QCoreApplication

from .. import dependencies, settings
from ..engine.describe import describe
from ..engine.models import installed
from ..engine.pipeline import MaskRequest, mask_scene
from ..engine.refine import RefineOptions
from ..engine.reporter import Reporter
from .base import CloudMaskAlgorithm
from .mask_parameters import (
    add_mask_parameters,
    check_cluster,
    chosen_model,
    refine_options,
    resolution,
    shadow_options,
)
from .mask_shares import add_share_outputs, share_outputs
from .result import style_on_load
from .scene import scene_lines
from .scene_parameters import check_scene, chosen_extent, overrides
from .values import Values

translate = QCoreApplication.translate


class MaskAlgorithm(CloudMaskAlgorithm):
    """Finds thick clouds, thin clouds and cloud shadows."""

    runs_models = False  # the workers of a cluster may do it

    def name(self) -> str:
        """Return the part behind the colon in the id; never changes."""
        return "mask"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return translate("CloudMask", "Mask clouds")

    def tags(self) -> list[str]:
        """Return further words by which the toolbox's search finds it."""
        return translate(
            "CloudMask", "sentinel-2,cloud,shadow,cirrus,haze,mask,onnx,deep learning,segmentation"
        ).split(",")

    def shortDescription(self) -> str:
        """Return the tooltip in the toolbox."""
        return translate(
            "CloudMask", "Finds clouds, thin clouds and cloud shadows in a Sentinel-2 scene."
        )

    def help_text(self) -> str:
        """Return what it does, for the panel beside the dialog."""
        return translate(
            "CloudMask",
            "Finds thick clouds, thin clouds and cloud shadows in a Sentinel-2 scene with a "
            "neural network, on this computer.\n\n"
            "The scene may be a layer, a GeoTIFF, a .SAFE folder, its zip or its metadata file, a "
            "folder of band files, a STAC item, or the address of a raster. Bands, scaling, "
            "nodata, date and sun are recognised; state them under Advanced where they are "
            "not.\n\n"
            "The mask has the values 0 clear, 1 thick cloud, 2 thin cloud, 3 cloud shadow and "
            "255 no data. The numbers in the results are percents: of the area with data for "
            "the four classes, of the whole area for no data. Where the sun's angles are known, "
            "shadow is checked: how much of it no cloud can have thrown, and of how much nobody "
            "can say because its cloud may lie outside the scene.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        models = [card.id for card in installed(settings.load().model_folders)]
        add_mask_parameters(self, models)
        add_share_outputs(self)

    def check(self, values: Values) -> None:
        """Look at what QGIS's own checks leave out, before the run."""
        check_scene(self, values)
        check_cluster(self, values)

    def prepare_job(self, values: Values) -> None:
        """Take from layers and project what :meth:`work` needs."""
        if not values.text("CLUSTER"):
            dependencies.require()
        self._scene = values.scene("INPUT")
        self._rectangle, self._rectangle_crs = values.extent("EXTENT")
        self._dem = values.raster("DEM")

    def work(
        self, values: Values, context: QgsProcessingContext, reporter: Reporter
    ) -> dict[str, Any]:
        """Mask the scene and return the outputs by name."""
        stated = overrides(values, self._scene.overrides)
        spec = describe(self._scene.location, stated, reporter=reporter)
        for line in scene_lines(spec):
            reporter.message(line)
        request = MaskRequest(
            source=spec,
            output=values.output("OUTPUT"),
            probabilities=values.output("PROBABILITIES") or None,
            model=chosen_model(values),
            resolution=resolution(values),
            extent=chosen_extent(self, spec.grid, self._rectangle, self._rectangle_crs),
            refine=refine_options(values, RefineOptions()),
            shadows=shadow_options(values, self._dem),
            tta=values.integer("TTA"),
            threads=values.integer("THREADS"),
            cluster=values.text("CLUSTER"),
        )
        result = mask_scene(request, reporter)
        outputs: dict[str, Any] = {"OUTPUT": result.output}
        if result.probabilities:
            outputs["PROBABILITIES"] = result.probabilities
        for path in outputs.values():
            style_on_load(context, path, spec, self._scene.name or spec.name)
        return {**outputs, **share_outputs(result, reporter)}
