"""What is in a mask, as numbers that a model can go on with: percents."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingOutputNumber
from qgis.PyQt.QtCore import QCoreApplication

from ..engine.classes import CLASSES, class_by_key
from ..engine.pipeline import MaskResult
from ..engine.reporter import Reporter
from ..engine_text import engine_text
from .base import CloudMaskAlgorithm

translate = QCoreApplication.translate


def add_share_outputs(alg: CloudMaskAlgorithm) -> None:
    """Declare the numbers."""
    for item in CLASSES:
        text = translate("CloudMask", "{name}, percent of the area with data").format(
            name=engine_text(item.name)
        )
        alg.addOutput(QgsProcessingOutputNumber(item.key.upper(), text))
    text = translate("CloudMask", "No data, percent of the whole area")
    alg.addOutput(QgsProcessingOutputNumber("NODATA", text))
    for key, title in shadow_titles().items():
        text = translate("CloudMask", "{name}, percent of the shadow").format(name=title)
        alg.addOutput(QgsProcessingOutputNumber(f"{key.upper()}_SHADOW", text))


def share_outputs(result: MaskResult, reporter: Reporter) -> dict[str, Any]:
    """Return the numbers by name, and write them into the log."""
    outputs: dict[str, Any] = {}
    for key, share in result.classes:
        outputs[key.upper()] = 100 * share
        reporter.message(f"{engine_text(class_by_key(key).name)}: {share:.1%}")
    outputs["NODATA"] = 100 * result.nodata
    for key, title in shadow_titles().items():
        share = getattr(result.shadow, key, None)
        if share is not None:
            outputs[f"{key.upper()}_SHADOW"] = 100 * share
            reporter.message(f"{title}: {share:.1%}")
    return outputs


def shadow_titles() -> dict[str, str]:
    """Return what the shares of shadow are called, by their names in the engine."""
    return {
        "orphan": translate("CloudMask", "Shadow without a cloud"),
        "unchecked": translate("CloudMask", "Unchecked shadow"),
        "terrain": translate("CloudMask", "Shadow of terrain"),
    }
