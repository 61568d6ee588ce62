"""Parameters of ``cloudmask:mask`` and what else makes masks, but for those of the scene.

Names and the strings of the lists never change: models and scripts of users hold them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qgis.core import (
    QgsProcessingParameterBoolean,
    QgsProcessingParameterExtent,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication

from .. import settings
from ..engine.cluster import check_address
from ..engine.inference import MAX_LOOKS
from ..engine.models import find
from ..engine.purposes import GENERAL, PURPOSES, purpose_options
from ..engine.refine import RefineOptions
from ..engine.shadow_check import KEEP, REMOVE, ShadowOptions
from ..engine_text import engine_text
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
    add_scene(alg)
    add_model_parameters(alg, models)
    alg.add(
        QgsProcessingParameterExtent("EXTENT", translate("CloudMask", "Extent"), optional=True),
        translate("CloudMask", "Part of the scene to mask; without it the whole scene."),
    )
    add_resolution(alg)
    add_refine_parameters(alg, RefineOptions())
    add_scene_details(alg)
    add_effort(alg)
    add_cluster(alg)
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


def add_refine_parameters(alg: CloudMaskAlgorithm, default: RefineOptions | None) -> None:
    """Declare how probabilities become classes.

    :param default: None: a purpose can be chosen, and other values are only for what it is not
        to decide.
    """
    real = QgsProcessingParameterNumber.Type.Double
    if default is None:
        alg.add(
            choice(
                "PURPOSE",
                translate("CloudMask", "Purpose"),
                [purpose.key for purpose in PURPOSES],
                GENERAL,
            ),
            translate(
                "CloudMask", "What the mask is for: {list}. Values given below go before it."
            ).format(
                list="; ".join(
                    f"{purpose.key}: {engine_text(purpose.reason)}" for purpose in PURPOSES
                )
            ),
        )
    for key, title in (
        ("THICK", translate("CloudMask", "Threshold of thick cloud")),
        ("THIN", translate("CloudMask", "Threshold of thin cloud")),
        ("SHADOW", translate("CloudMask", "Threshold of cloud shadow")),
    ):
        value = None if default is None else getattr(default, key.lower())
        alg.add(
            number(f"THRESHOLD_{key}", title, real, value, 0.01, 0.99, decimals=2),
            translate(
                "CloudMask",
                "Probability from which a pixel is no longer called clear. "
                "Lower finds more and errs more often.",
            ),
        )
    alg.add(
        number(
            "MIN_AREA",
            translate("CloudMask", "Minimum area (ha)"),
            real,
            None if default is None else default.min_area,
            0,
            decimals=2,
        ),
        translate(
            "CloudMask", "Areas of cloud or shadow smaller than this become clear, in hectares."
        ),
    )
    alg.add(
        number(
            "BUFFER",
            translate("CloudMask", "Buffer (m)"),
            real,
            None if default is None else default.buffer,
            0,
            decimals=1,
        ),
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


def add_model_parameters(alg: CloudMaskAlgorithm, models: Sequence[str]) -> None:
    """Declare which model runs; ``models`` are the ids of the installed models."""
    alg.add(
        choice("MODEL", translate("CloudMask", "Model"), (DEFAULT_MODEL, *models), DEFAULT_MODEL),
        translate(
            "CloudMask", "Neural network to use; “default” is the one that fits most scenes."
        ),
    )


def add_resolution(alg: CloudMaskAlgorithm) -> None:
    """Declare the pixel size of masks."""
    alg.add(
        choice("RESOLUTION", translate("CloudMask", "Resolution (m)"), RESOLUTIONS, NATIVE),
        translate(
            "CloudMask",
            "Pixel size of the mask in metres. “native” is the scene's own; of a product it is "
            "20 m, or its finest where that is coarser.",
        ),
    )


def add_effort(alg: CloudMaskAlgorithm) -> None:
    """Declare how hard the processor works."""
    whole = QgsProcessingParameterNumber.Type.Integer
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


def add_cluster(alg: CloudMaskAlgorithm) -> None:
    """Declare whose computers work."""
    alg.add(
        QgsProcessingParameterString(
            "CLUSTER", translate("CloudMask", "Dask scheduler"), optional=True
        ),
        translate(
            "CloudMask",
            "Address of a Dask scheduler, such as tcp://host:8786, whose workers do the work; "
            "they must see the same folders. Without one this computer does it.",
        ),
        advanced=True,
    )


def check_cluster(alg: CloudMaskAlgorithm, values: Values) -> None:
    """Refuse what is no address, and a cluster where the package for it is missing.

    :raises OptionError: which names the parameter.
    """
    with alg.about("CLUSTER"):
        if values.text("CLUSTER"):
            check_address(values.text("CLUSTER"))


def chosen_model(values: Values) -> str:
    """Return the model as the engine finds it.

    By its folder here, so that the user's own count too; by its id where other computers look
    for it.
    """
    choice = values.choice("MODEL")
    if choice in ("", DEFAULT_MODEL):
        return ""
    return choice if values.text("CLUSTER") else find(choice, settings.load().model_folders).folder


def refine_options(values: Values, default: RefineOptions | None = None) -> RefineOptions:
    """Return thresholds, minimum area and buffer; those of a purpose where they are not given."""
    if default is None:
        default = purpose_options(values.choice("PURPOSE"))
    names = {
        "thick": "THRESHOLD_THICK",
        "thin": "THRESHOLD_THIN",
        "shadow": "THRESHOLD_SHADOW",
        "min_area": "MIN_AREA",
        "buffer": "BUFFER",
    }
    given = {key: values.optional_number(name) for key, name in names.items()}
    return replace(default, **{key: value for key, value in given.items() if value is not None})


def shadow_options(values: Values, dem: str) -> ShadowOptions:
    """Return what becomes of shadow without a cloud; ``dem`` is the path of elevations, or ""."""
    return ShadowOptions(REMOVE if values.boolean("REMOVE_ORPHANS") else KEEP, dem)


def resolution(values: Values) -> float | None:
    """Return the metres of the mask's pixel, None for the scene's own."""
    chosen = values.choice("RESOLUTION")
    return None if chosen == NATIVE else float(chosen)
