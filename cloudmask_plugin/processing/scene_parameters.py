"""The parameters that name a scene and state what is not recognised in it."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsProcessingParameterNumber, QgsProcessingParameterString
from qgis.PyQt.QtCore import QCoreApplication

from ..engine.errors import OptionError
from ..engine.scene import Overrides
from .base import CloudMaskAlgorithm
from .parameter_kinds import SceneParameter, choice, number
from .values import Values

translate = QCoreApplication.translate

LEVELS = ("L1C", "L2A")


def add_scene(alg: CloudMaskAlgorithm) -> None:
    """Declare the scene itself."""
    alg.add(
        SceneParameter("INPUT", translate("CloudMask", "Scene")),
        translate(
            "CloudMask",
            "Sentinel-2 scene: a raster layer or file with its bands, a .SAFE folder or its "
            "metadata file, or a folder of band files.",
        ),
    )


def add_scene_details(alg: CloudMaskAlgorithm) -> None:
    """Declare, under Advanced, what the user may state of the scene."""
    real = QgsProcessingParameterNumber.Type.Double
    alg.add(
        QgsProcessingParameterString(
            "BANDS", translate("CloudMask", "Bands in the file's order"), optional=True
        ),
        translate(
            "CloudMask",
            "Band of each channel, such as B02,B03,B04,B08; - leaves one out. Needed only where "
            "they are not recognised. For products: the bands to use.",
        ),
        advanced=True,
    )
    alg.add(
        number("SCALE", translate("CloudMask", "Scale"), real, None),
        translate(
            "CloudMask", "Reflectance = (value + offset) × scale; 0.0001 for Sentinel-2 products."
        ),
        advanced=True,
    )
    alg.add(
        number("OFFSET", translate("CloudMask", "Offset"), real, None),
        translate(
            "CloudMask",
            "Reflectance = (value + offset) × scale; −1000 for products since 2022, 0 before.",
        ),
        advanced=True,
    )
    alg.add(
        QgsProcessingParameterString(
            "NODATA", translate("CloudMask", "No-data value"), optional=True
        ),
        translate("CloudMask", "Value of pixels without data, a number or nan."),
        advanced=True,
    )
    alg.add(
        choice("LEVEL", translate("CloudMask", "Processing level"), LEVELS, None),
        translate(
            "CloudMask", "L1C (top of atmosphere) or L2A (surface), where it is not recognised."
        ),
        advanced=True,
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
