"""Parameters of ``cloudmask:composite``, and those of masks that ``cloudmask:applymask`` shares.

Names and the strings of the lists never change: models and scripts of users hold them.
"""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterExtent,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..composite_layers import titles
from ..corrections import problem_with
from ..engine.composite import AUTO, DEFAULT_SIGMA, FALLBACKS, METHODS, NEVER, BapWeights
from ..engine.errors import OptionError
from ..engine.mask_table import TABLES, MaskTable, find_table
from .base import CloudMaskAlgorithm
from .mask_parameters import DEFAULT_MODEL, NATIVE, RESOLUTIONS
from .parameter_kinds import ScenesParameter, choice, number
from .scene_parameters import add_scene_details
from .values import Values

translate = QCoreApplication.translate

RECOGNISED = "auto"
AS_KNOWN = "-"  # in the place of a date
# What belongs to one scene; of several, DATES and STEPS state it.
OF_ONE_SCENE = ("ACQUIRED", "SUN_ZENITH", "SUN_AZIMUTH", "STEP")
TERMS = ("DISTANCE", "DATE", "CLEARNESS", "HAZE")


def add_composite_parameters(alg: CloudMaskAlgorithm, models: Sequence[str]) -> None:
    """Declare the parameters; ``models`` are the ids of the installed models."""
    alg.add(
        ScenesParameter("INPUT", translate("CloudMask", "Scenes")),
        translate(
            "CloudMask",
            "Scenes of one place: layers, GeoTIFFs, products, folders or addresses, one for each "
            "date. The first gives grid, bands, data type and scaling; where scenes are equally "
            "good the earlier in the list is taken.",
        ),
    )
    alg.add(
        ScenesParameter("MASKS", translate("CloudMask", "Masks"), optional=True),
        translate(
            "CloudMask",
            "Masks of this plugin in any order, which say of which scene they were made, or other "
            "classified rasters such as SCL, one for each scene in their order. A scene without a "
            "mask gets one on the way.",
        ),
    )
    add_mask_classes(alg)
    alg.add(
        choice("METHOD", translate("CloudMask", "Method"), (AUTO, *METHODS), AUTO),
        translate(
            "CloudMask",
            "auto: by the number of scenes, said in the log. reference: the best scene, its holes "
            "filled from the others, matched to it. bap: the observation of the best score by "
            "distance to clouds, date, clear share and haze. medoid: the observation nearest to "
            "the median. median and p25: median and first quartile of each band. least-cloudy: "
            "the clearest scene first.",
        ),
    )
    alg.add(
        QgsProcessingParameterDateTime(
            "TARGET_DATE",
            translate("CloudMask", "Target date"),
            QgsProcessingParameterDateTime.Type.Date,
            optional=True,
        ),
        translate(
            "CloudMask", "Day whose look is wanted, such as 2023-07-15: scenes near it count more."
        ),
    )
    alg.add(
        choice("FALLBACK", translate("CloudMask", "Where nothing is clear"), FALLBACKS, NEVER),
        translate(
            "CloudMask",
            "never: leave it empty. thin: take thin cloud. any: take the least bad, thin cloud "
            "before shadow before thick cloud.",
        ),
    )
    alg.add(
        QgsProcessingParameterExtent("EXTENT", translate("CloudMask", "Extent"), optional=True),
        translate("CloudMask", "Part to composite; without it the whole of the first scene."),
    )
    alg.add(
        choice("RESOLUTION", translate("CloudMask", "Resolution (m)"), RESOLUTIONS, NATIVE),
        translate(
            "CloudMask",
            "Pixel size of the composite in metres, a multiple of the first scene's. “native” is "
            "that scene's own; of a product it is 20 m, or its finest where that is coarser.",
        ),
    )
    _add_scoring(alg)
    alg.add(
        QgsProcessingParameterString(
            "DATES", translate("CloudMask", "Dates of the scenes"), optional=True
        ),
        translate(
            "CloudMask",
            "Day of each scene in their order, where it is not recognised, such as "
            "2023-05-01,-,2023-06-30; - leaves one as it is known.",
        ),
        advanced=True,
    )
    alg.add(
        QgsProcessingParameterString(
            "STEPS", translate("CloudMask", "Dates of a series"), optional=True
        ),
        translate(
            "CloudMask",
            "Which dates of files that hold several, such as 2018-05-03,2018-05-06, or their "
            "numbers from 1: each is a scene.",
        ),
        advanced=True,
    )
    add_scene_details(alg, leave_out=OF_ONE_SCENE)
    alg.add(
        choice(
            "MODEL",
            translate("CloudMask", "Model of masks made on the way"),
            (DEFAULT_MODEL, *models),
            DEFAULT_MODEL,
        ),
        translate(
            "CloudMask", "Neural network to use; “default” is the one that fits most scenes."
        ),
        advanced=True,
    )
    whole = QgsProcessingParameterNumber.Type.Integer
    alg.add(
        number("THREADS", translate("CloudMask", "Threads"), whole, 0, 0, 256),
        translate("CloudMask", "Processor threads to use; 0 is all."),
        advanced=True,
    )
    _add_outputs(alg)


def _add_scoring(alg: CloudMaskAlgorithm) -> None:
    real = QgsProcessingParameterNumber.Type.Double
    usual = BapWeights()
    for key, title, text in (
        (
            "DISTANCE",
            translate("CloudMask", "Weight of the distance to clouds"),
            translate(
                "CloudMask",
                "Of method bap: how much it counts that cloud and shadow are far, up to 3 km.",
            ),
        ),
        (
            "DATE",
            translate("CloudMask", "Weight of the date"),
            translate(
                "CloudMask", "Of method bap: how much it counts that the target date is near."
            ),
        ),
        (
            "CLEARNESS",
            translate("CloudMask", "Weight of the clear share"),
            translate(
                "CloudMask", "Of method bap: how much it counts that the scene is clear elsewhere."
            ),
        ),
        (
            "HAZE",
            translate("CloudMask", "Weight of haze"),
            translate(
                "CloudMask", "Of method bap: how much it counts that a pixel has little haze."
            ),
        ),
    ):
        default = getattr(usual, key.lower())
        alg.add(number(f"WEIGHT_{key}", title, real, default, 0, decimals=2), text, advanced=True)
    alg.add(
        number("DATE_SIGMA", translate("CloudMask", "Width of the date (days)"), real,
               DEFAULT_SIGMA, 0.01, decimals=1),
        translate(
            "CloudMask",
            "Days from the target date at which an observation counts 0.6 of one on the day.",
        ),
        advanced=True,
    )  # fmt: skip
    alg.add(
        QgsProcessingParameterBoolean(
            "SCREEN", translate("CloudMask", "Doubt what other scenes contradict"), True
        ),
        translate(
            "CloudMask",
            "Observations that a mask calls clear but two other scenes contradict come second: "
            "they are often missed cloud or shadow.",
        ),
        advanced=True,
    )


def _add_outputs(alg: CloudMaskAlgorithm) -> None:
    named = titles()
    alg.add(
        QgsProcessingParameterRasterDestination("OUTPUT", named.image),
        translate(
            "CloudMask",
            "GeoTIFF to write, with the bands, data type and scaling of the first scene.",
        ),
    )
    for name, title, text in (
        (
            "COUNT",
            named.count,
            translate("CloudMask", "GeoTIFF with the number of scenes that are clear there."),
        ),
        (
            "SOURCE",
            named.source,
            translate(
                "CloudMask",
                "GeoTIFF with the scene of each pixel: 1 is the first, 0 none, with the dates as "
                "names of the categories. Not for median and p25, which mix scenes.",
            ),
        ),
        (
            "SCORE",
            named.score,
            translate("CloudMask", "GeoTIFF with the score of each pixel; of method bap only."),
        ),
    ):
        alg.add(
            QgsProcessingParameterRasterDestination(
                name, title, optional=True, createByDefault=False
            ),
            text,
        )


def add_dates_of_masks(alg: CloudMaskAlgorithm) -> None:
    """Declare the days of masks that do not tell them: DATES."""
    alg.add(
        QgsProcessingParameterString(
            "DATES", translate("CloudMask", "Dates of the masks"), optional=True
        ),
        translate(
            "CloudMask",
            "Where masks do not tell them: one for each in their order with commas between, "
            "such as 2023-06-03,2023-06-13; - leaves one as it tells.",
        ),
        advanced=True,
    )


def add_mask_classes(alg: CloudMaskAlgorithm, with_buffer: bool = True) -> None:
    """Declare what the values of given masks mean, and their buffer."""
    real = QgsProcessingParameterNumber.Type.Double
    keys = (RECOGNISED, *(table.key for table in TABLES))
    alg.add(
        choice("MASK_CLASSES", translate("CloudMask", "Classes of the masks"), keys, RECOGNISED),
        translate(
            "CloudMask",
            "What the values of given masks mean. auto: as their tags, names or values tell. "
            "ours: masks of this plugin. scl: Sen2Cor's scene classification. qa60: Sentinel-2's "
            "cloud bits. fmask and kappamask: of these programs. qa_pixel: Landsat's quality bits.",
        ),
    )
    alg.add(
        QgsProcessingParameterString(
            "MASK_VALUES", translate("CloudMask", "Values of the masks"), optional=True
        ),
        translate(
            "CloudMask",
            "Values of other masks with their classes, such as 1=thick,2=thin,3=shadow,255=nodata; "
            "what is not listed is clear. Takes the place of the list of classes.",
        ),
        advanced=True,
    )
    if with_buffer:
        alg.add(
            number("MASK_BUFFER", translate("CloudMask", "Buffer (m)"), real, 0, 0, decimals=1),
            translate(
                "CloudMask", "By how much clouds and shadows grow over clear pixels, in metres."
            ),
            advanced=True,
        )


def mask_table(values: Values) -> MaskTable | None:
    """Return what the values of given masks mean, None where that is to be recognised.

    :raises OptionError: where the stated values are not understood.
    """
    if values.text("MASK_VALUES"):
        return find_table(values.text("MASK_VALUES"))
    key = values.choice("MASK_CLASSES")
    return None if key in ("", RECOGNISED) else find_table(key)


def weights(values: Values) -> BapWeights:
    """Return how much each term of the score counts."""
    return BapWeights(**{key.lower(): values.number(f"WEIGHT_{key}") for key in TERMS})


def steps(values: Values) -> list[str | None]:
    """Return which dates of a series are scenes; one of None where that is not stated."""
    stated = [part.strip() for part in values.text("STEPS").split(",") if part.strip()]
    return [*stated] or [None]


def dates(values: Values, count: int) -> list[str | None]:
    """Return the stated day of each of ``count`` scenes, None where it is not stated.

    :raises OptionError: where they are not as many, or not dates.
    """
    text = values.text("DATES")
    if not text:
        return [None] * count
    days = [part.strip() for part in text.split(",")]
    if len(days) != count:
        raise OptionError(
            translate(
                "CloudMask",
                "{n} dates for {m} scenes: give one for each, - for one that is known.",
            ).format(n=len(days), m=count)
        )
    for day in days:
        remedy = "" if day in ("", AS_KNOWN) else problem_with("acquired", day)
        if remedy:
            raise OptionError(
                translate("CloudMask", "“{value}” is not understood: {remedy}").format(
                    value=day, remedy=remedy[0].lower() + remedy[1:]
                )
            )
    return [None if day in ("", AS_KNOWN) else day for day in days]
