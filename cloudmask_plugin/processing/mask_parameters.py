"""Parameters of ``cloudmask:mask``: but for those of the scene.

Names and the strings of the lists never change: models and scripts of users hold them.
"""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsProcessingParameterBoolean,
    QgsProcessingParameterExtent,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..engine.inference import MAX_LOOKS
from ..engine.refine import RefineOptions
from ..engine.shadow_check import KEEP, REMOVE, ShadowOptions
from .base import CloudMaskAlgorithm
from .parameter_kinds import choice, number
from .scene_parameters import add_scene, add_scene_details
from .values import Values

translate = QCoreApplication.translate

DEFAULT_MODEL = "default"
NATIVE = "native"
RESOLUTIONS = (NATIVE, "10", "20", "60")


def add_mask_parameters(alg: CloudMaskAlgorithm, models: Sequence[str]) -> None:
    """Declare the parameters; ``models`` are the ids of the installed models."""
    whole = QgsProcessingParameterNumber.Type.Integer
    real = QgsProcessingParameterNumber.Type.Double
    add_scene(alg)
    alg.add(
        choice("MODEL", translate("CloudMask", "Model"), (DEFAULT_MODEL, *models), DEFAULT_MODEL),
        translate(
            "CloudMask", "Neural network to use; “default” is the one that fits most scenes."
        ),
    )
    alg.add(
        QgsProcessingParameterExtent("EXTENT", translate("CloudMask", "Extent"), optional=True),
        translate("CloudMask", "Part of the scene to mask; without it the whole scene."),
    )
    alg.add(
        choice("RESOLUTION", translate("CloudMask", "Resolution (m)"), RESOLUTIONS, NATIVE),
        translate(
            "CloudMask",
            "Pixel size of the mask in metres. “native” is the scene's own; of a product it is "
            "20 m, or its finest where that is coarser.",
        ),
    )
    for key, title in (
        ("THICK", translate("CloudMask", "Threshold of thick cloud")),
        ("THIN", translate("CloudMask", "Threshold of thin cloud")),
        ("SHADOW", translate("CloudMask", "Threshold of cloud shadow")),
    ):
        alg.add(
            number(f"THRESHOLD_{key}", title, real, 0.5, 0.01, 0.99, decimals=2),
            translate(
                "CloudMask",
                "Probability from which a pixel is no longer called clear. "
                "Lower finds more and errs more often.",
            ),
        )
    alg.add(
        number("MIN_AREA", translate("CloudMask", "Smallest patch (ha)"), real, 0, 0, decimals=2),
        translate(
            "CloudMask", "Patches of cloud or shadow smaller than this become clear, in hectares."
        ),
    )
    alg.add(
        number("BUFFER", translate("CloudMask", "Buffer (m)"), real, 0, 0, decimals=1),
        translate("CloudMask", "By how much clouds and shadows grow over clear pixels, in metres."),
    )
    alg.add(
        QgsProcessingParameterBoolean(
            "REMOVE_ORPHANS", translate("CloudMask", "Remove shadow without a cloud"), False
        ),
        translate(
            "CloudMask",
            "Shadow becomes clear where no cloud can have thrown it: none lies towards the sun at "
            "a height of 0.2 to 12 km. Needs the sun's angles.",
        ),
    )
    alg.add(
        QgsProcessingParameterRasterLayer(
            "DEM", translate("CloudMask", "Elevations (DEM)"), optional=True
        ),
        translate(
            "CloudMask",
            "Raster of the ground's elevation in metres, in any coordinate system: cloud shadow "
            "becomes clear where the terrain throws a shadow itself. Needs the sun's angles.",
        ),
        advanced=True,
    )
    add_scene_details(alg)
    alg.add(
        number("TTA", translate("CloudMask", "Further looks"), whole, 0, 0, MAX_LOOKS),
        translate(
            "CloudMask",
            "Look at each part again this often, turned and mirrored: steadier, and slower.",
        ),
        advanced=True,
    )
    alg.add(
        number("THREADS", translate("CloudMask", "Threads"), whole, 0, 0, 256),
        translate("CloudMask", "Processor threads to use; 0 is all."),
        advanced=True,
    )
    alg.add(
        QgsProcessingParameterRasterDestination("OUTPUT", translate("CloudMask", "Cloud mask")),
        translate(
            "CloudMask",
            "GeoTIFF to write: 0 clear, 1 thick cloud, 2 thin cloud, 3 shadow, 255 no data.",
        ),
    )
    alg.add(
        QgsProcessingParameterRasterDestination(
            "PROBABILITIES",
            translate("CloudMask", "Probabilities"),
            optional=True,
            createByDefault=False,
        ),
        translate(
            "CloudMask",
            "GeoTIFF with the probability of each class, one band each, 250 standing for 1.",
        ),
    )


def refine_options(values: Values) -> RefineOptions:
    """Return thresholds, smallest patch and buffer."""
    return RefineOptions(
        thick=values.number("THRESHOLD_THICK"),
        thin=values.number("THRESHOLD_THIN"),
        shadow=values.number("THRESHOLD_SHADOW"),
        min_area=values.number("MIN_AREA"),
        buffer=values.number("BUFFER"),
    )


def shadow_options(values: Values, dem: str) -> ShadowOptions:
    """Return what becomes of shadow without a cloud; ``dem`` is the path of elevations, or ""."""
    return ShadowOptions(REMOVE if values.boolean("REMOVE_ORPHANS") else KEEP, dem)
