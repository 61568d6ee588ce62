"""``cloudmask:info``: what is known of a scene, and from what, without masking it."""

from __future__ import annotations

import json
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFileDestination,
)
from qgis.PyQt.QtCore import QCoreApplication

from .. import layers
from ..engine.describe import describe, info
from ..engine.reporter import Reporter
from ..engine.scene import SourceSpec
from .base import CloudMaskAlgorithm
from .scene import scene_lines
from .scene_parameters import add_scene, add_scene_details, check_scene, overrides
from .scene_report import write_report
from .values import Values

translate = QCoreApplication.translate

REPORT = "OUTPUT_HTML_FILE"


class InfoAlgorithm(CloudMaskAlgorithm):
    """Tells bands, level, scaling, nodata value, time, sun and grid of a scene."""

    runs_models = False

    def name(self) -> str:
        """Return the part behind the colon in the id; never changes."""
        return "info"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return translate("CloudMask", "Scene information")

    def tags(self) -> list[str]:
        """Return further words by which the toolbox's search finds it."""
        return translate(
            "CloudMask", "sentinel-2,metadata,bands,level,baseline,offset,scale,sun,describe"
        ).split(",")

    def shortDescription(self) -> str:
        """Return the tooltip in the toolbox."""
        return translate("CloudMask", "Tells what is known of a Sentinel-2 scene, and from what.")

    def help_text(self) -> str:
        """Return what it does, for the panel beside the dialog."""
        return translate(
            "CloudMask",
            "Tells what “Mask clouds” would take a scene for: sensor, level, processing baseline, "
            "bands, scale and offset, nodata value, time, sun and grid, each with where it comes "
            "from and whether it is a guess, and what looks wrong. Only samples of the pixels are "
            "read.\n\n"
            "The results are values that a model or a script can go on with; texts are empty and "
            "numbers missing where nothing tells them. The report shows the same as a page.",
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        add_scene(self)
        add_scene_details(self)
        self.add(
            QgsProcessingParameterFileDestination(
                REPORT,
                translate("CloudMask", "Report"),
                fileFilter=translate("CloudMask", "HTML files (*.html)"),
                optional=True,
            ),
            translate("CloudMask", "Page to write: each value, where it comes from, how sure."),
        )
        for name, title in (
            ("NAME", translate("CloudMask", "Name of the scene")),
            ("SENSOR", translate("CloudMask", "Sensor")),
            ("LEVEL", translate("CloudMask", "Processing level")),
            ("BASELINE", translate("CloudMask", "Processing baseline")),
            ("NODATA", translate("CloudMask", "Nodata value")),
            ("ACQUIRED", translate("CloudMask", "Acquired (UTC)")),
            ("BANDS", translate("CloudMask", "Bands")),
            ("CRS", translate("CloudMask", "Coordinate system")),
            ("WARNINGS", translate("CloudMask", "Warnings")),
            ("FACTS", translate("CloudMask", "All of it with its evidence, as JSON")),
        ):
            self.addOutput(QgsProcessingOutputString(name, title))
        for name, title in (
            ("SCALE", translate("CloudMask", "Scale")),
            ("OFFSET", translate("CloudMask", "Offset")),
            ("SUN_ZENITH", translate("CloudMask", "Sun zenith (°)")),
            ("SUN_AZIMUTH", translate("CloudMask", "Sun azimuth (°)")),
            ("WIDTH", translate("CloudMask", "Columns")),
            ("HEIGHT", translate("CloudMask", "Rows")),
            ("RESOLUTION", translate("CloudMask", "Resolution (m)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def check(self, values: Values) -> None:
        """Look at what QGIS's own checks leave out, before the run."""
        check_scene(self, values)

    def prepare_job(self, values: Values) -> None:
        """Take from layers what :meth:`work` needs."""
        self._scene = values.scene("INPUT")

    def work(
        self, values: Values, context: QgsProcessingContext, reporter: Reporter
    ) -> dict[str, Any]:
        """Describe the scene and return the outputs by name."""
        stated = overrides(values, self._scene.overrides)
        spec = describe(self._scene.location, stated, reporter=reporter)
        for line in (*scene_lines(spec), *spec.warnings):
            reporter.message(line)
        outputs = facts(spec)
        path = values.file(REPORT)
        if path:
            write_report(spec, path)
            outputs[REPORT] = path
        return outputs


def facts(spec: SourceSpec) -> dict[str, Any]:
    """Return the output values: texts "" and numbers None where unknown."""
    known = info(spec)
    crs = layers.crs_of(spec)
    texts = {
        "NAME": known["name"],
        "SENSOR": known["sensor"],
        "LEVEL": known["level"] or "",
        "BASELINE": known["baseline"] or "",
        "NODATA": "" if known["nodata"] is None else f"{spec.nodata.value:.10g}",
        "ACQUIRED": known["acquired"] or "",
        "BANDS": ",".join(known["bands"]),
        "CRS": crs.authid() or known["crs"] or "",
        "WARNINGS": "\n".join(known["warnings"]),
        "FACTS": json.dumps(known, ensure_ascii=False, allow_nan=False),
    }
    width, height = known["size"]
    numbers = {
        **{key.upper(): known[key] for key in ("scale", "offset", "sun_zenith", "sun_azimuth")},
        "WIDTH": width,
        "HEIGHT": height,
        "RESOLUTION": known["resolution"],
    }
    return {**texts, **numbers}
