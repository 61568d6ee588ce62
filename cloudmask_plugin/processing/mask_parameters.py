"""Parameters of ``cloudmask:mask``: their declaration, and how the engine gets them.

Names and the strings of the lists never change: models and scripts of users hold them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qgis.core import (
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterString,
)

from ..engine.errors import OptionError
from ..engine.inference import MAX_LOOKS
from ..engine.refine import RefineOptions
from ..engine.scene import Overrides
from .base import CloudMaskAlgorithm
from .scene import SceneParameter
from .values import Values

DEFAULT_MODEL = "default"
NATIVE = "native"
RESOLUTIONS = (NATIVE, "10", "20", "60")
LEVELS = ("L1C", "L2A")


def add_mask_parameters(alg: CloudMaskAlgorithm, models: Sequence[str]) -> None:
    """Declare the parameters; ``models`` are the ids of the installed models."""
    tr, whole, real = (
        alg.tr,
        QgsProcessingParameterNumber.Type.Integer,
        QgsProcessingParameterNumber.Type.Double,
    )
    alg.add(
        SceneParameter("INPUT", tr("Scene")),
        tr(
            "Sentinel-2 scene: a raster layer or file with its bands, a .SAFE folder or its "
            "metadata file, or a folder of band files."
        ),
    )
    alg.add(
        _choice("MODEL", tr("Model"), (DEFAULT_MODEL, *models), DEFAULT_MODEL),
        tr("Neural network to use; “default” is the one that fits most scenes."),
    )
    alg.add(
        QgsProcessingParameterExtent("EXTENT", tr("Extent"), optional=True),
        tr("Part of the scene to mask; without it the whole scene."),
    )
    alg.add(
        _choice("RESOLUTION", tr("Resolution (m)"), RESOLUTIONS, NATIVE),
        tr(
            "Pixel size of the mask in metres. “native” is the scene's own; of a product of many "
            "files it is 20 m."
        ),
    )
    for key, title in (
        ("THICK", tr("Threshold of thick cloud")),
        ("THIN", tr("Threshold of thin cloud")),
        ("SHADOW", tr("Threshold of cloud shadow")),
    ):
        alg.add(
            _number(f"THRESHOLD_{key}", title, real, 0.5, 0.01, 0.99),
            tr(
                "Probability from which a pixel is no longer called clear. "
                "Lower finds more and errs more often."
            ),
        )
    alg.add(
        _number("MIN_AREA", tr("Smallest patch (ha)"), real, 0, 0),
        tr("Patches of cloud or shadow smaller than this become clear, in hectares."),
    )
    alg.add(
        _number("BUFFER", tr("Buffer (m)"), real, 0, 0),
        tr("By how much clouds and shadows grow over clear pixels, in metres."),
    )
    alg.add(
        QgsProcessingParameterString("BANDS", tr("Bands in the file's order"), optional=True),
        tr(
            "Band of each channel, such as B02,B03,B04,B08; - leaves one out. Needed only where "
            "they are not recognised. For products: the bands to use."
        ),
        advanced=True,
    )
    alg.add(
        _number("SCALE", tr("Scale"), real, None),
        tr("Reflectance = (value + offset) × scale; 0.0001 for Sentinel-2 products."),
        advanced=True,
    )
    alg.add(
        _number("OFFSET", tr("Offset"), real, None),
        tr("Reflectance = (value + offset) × scale; −1000 for products since 2022, 0 before."),
        advanced=True,
    )
    alg.add(
        QgsProcessingParameterString("NODATA", tr("No-data value"), optional=True),
        tr("Value of pixels without data, a number or nan."),
        advanced=True,
    )
    alg.add(
        _choice("LEVEL", tr("Processing level"), LEVELS, None),
        tr("L1C (top of atmosphere) or L2A (surface), where it is not recognised."),
        advanced=True,
    )
    alg.add(
        _number("TTA", tr("Further looks"), whole, 0, 0, MAX_LOOKS),
        tr("Look at each part again this often, turned and mirrored: steadier, and slower."),
        advanced=True,
    )
    alg.add(
        _number("THREADS", tr("Threads"), whole, 0, 0, 256),
        tr("Processor threads to use; 0 is all."),
        advanced=True,
    )
    alg.add(
        QgsProcessingParameterRasterDestination("OUTPUT", tr("Cloud mask")),
        tr("GeoTIFF to write: 0 clear, 1 thick cloud, 2 thin cloud, 3 shadow, 255 no data."),
    )
    alg.add(
        QgsProcessingParameterRasterDestination(
            "PROBABILITIES", tr("Probabilities"), optional=True, createByDefault=False
        ),
        tr("GeoTIFF with the probability of each class, one band each, 250 standing for 1."),
    )


def overrides(values: Values, declared: Overrides) -> Overrides:
    """Return what parameters state of the scene, before what the layer declares.

    :raises OptionError: where the nodata value is no number.
    """
    bands = tuple(part.strip() for part in values.text("BANDS").split(","))
    stated = {
        "bands": bands if any(bands) else None,
        "scale": values.optional_number("SCALE"),
        "offset": values.optional_number("OFFSET"),
        "nodata": nodata(values),
        "level": values.choice("LEVEL") or None,
    }
    known = {key: value for key, value in stated.items() if value is not None}
    return replace(declared, **known) if known else declared


def nodata(values: Values) -> float | None:
    """Return the nodata value, None where it is not given."""
    text = values.text("NODATA")
    try:
        return float(text) if text else None
    except ValueError as error:
        raise OptionError(f"{text!r} is no number: give a number, or nan.") from error


def refine_options(values: Values) -> RefineOptions:
    """Return thresholds, smallest patch and buffer."""
    return RefineOptions(
        thick=values.number("THRESHOLD_THICK"),
        thin=values.number("THRESHOLD_THIN"),
        shadow=values.number("THRESHOLD_SHADOW"),
        min_area=values.number("MIN_AREA"),
        buffer=values.number("BUFFER"),
    )


def _choice(
    name: str, title: str, options: Sequence[str], default: str | None
) -> QgsProcessingParameterEnum:
    """Return a list of fixed strings; without a default it may stay empty."""
    return QgsProcessingParameterEnum(
        name,
        title,
        options=list(options),
        defaultValue=default,
        optional=default is None,
        usesStaticStrings=True,
    )


def _number(
    name: str,
    title: str,
    kind: QgsProcessingParameterNumber.Type,
    default: float | None,
    lowest: float | None = None,
    highest: float | None = None,
) -> QgsProcessingParameterNumber:
    """Return a number; without a default it may stay empty."""
    parameter = QgsProcessingParameterNumber(
        name, title, type=kind, defaultValue=default, optional=default is None
    )
    if lowest is not None:
        parameter.setMinimum(lowest)
    if highest is not None:
        parameter.setMaximum(highest)
    return parameter
