"""The parameters that name a scene and state what is not recognised in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QCoreApplication

from .. import layers
from ..corrections import LEVELS, SENSOR_KEYS, completed, parse_number, problem_with
from ..engine.errors import OptionError
from ..engine.images import stated_role
from ..engine.scene import Grid, Overrides
from .base import CloudMaskAlgorithm
from .parameter_kinds import SceneParameter, choice, number
from .values import Values

translate = QCoreApplication.translate

CHECKED_TEXTS = ("BANDS", "NODATA", "ACQUIRED")


def add_scene(alg: CloudMaskAlgorithm) -> None:
    """Declare the scene itself."""
    alg.add(
        SceneParameter("INPUT", translate("CloudMask", "Scene")),
        translate(
            "CloudMask",
            "Sentinel-2 scene: a raster layer or file with its bands, a .SAFE folder, its zip or "
            "metadata file, a folder of band files, a STAC item, or the address of a raster. "
            "Several files of one scene are named with semicolons between.",
        ),
    )


def add_scene_details(alg: CloudMaskAlgorithm, leave_out: Collection[str] = ()) -> None:
    """Declare, under Advanced, what the user may state of the scene, but for some names."""
    for parameter, text in _scene_details():
        if parameter.name() not in leave_out:
            alg.add(parameter, text, advanced=True)


def _scene_details() -> Iterator[tuple[QgsProcessingParameterDefinition, str]]:
    """Return each parameter with its help."""
    real = QgsProcessingParameterNumber.Type.Double
    yield (
        QgsProcessingParameterString(
            "BANDS", translate("CloudMask", "Bands in the file's order"), optional=True
        ),
        translate(
            "CloudMask",
            "Band of each channel, such as B02,B03,B04,B08; - leaves one out. Needed only where "
            "they are not recognised. For products: the bands to use.",
        ),
    )
    yield (
        number("SCALE", translate("CloudMask", "Scale"), real, None),
        translate(
            "CloudMask", "Reflectance = (value + offset) × scale; 0.0001 for Sentinel-2 products."
        ),
    )
    yield (
        number("OFFSET", translate("CloudMask", "Offset"), real, None),
        translate(
            "CloudMask",
            "Reflectance = (value + offset) × scale; −1000 for products since 2022, 0 before.",
        ),
    )
    yield (
        QgsProcessingParameterString(
            "NODATA", translate("CloudMask", "Nodata value"), optional=True
        ),
        translate("CloudMask", "Value of pixels without data, a number or nan."),
    )
    yield (
        choice("LEVEL", translate("CloudMask", "Processing level"), LEVELS, None),
        translate(
            "CloudMask", "L1C (top of atmosphere) or L2A (surface), where it is not recognised."
        ),
    )
    yield (
        QgsProcessingParameterString(
            "ACQUIRED", translate("CloudMask", "Acquired (UTC)"), optional=True
        ),
        translate(
            "CloudMask",
            "Time of acquisition, such as 2022-10-05T11:54:11Z, or the day as 2022-10-05.",
        ),
    )
    yield (
        number("SUN_ZENITH", translate("CloudMask", "Sun zenith (°)"), real, None, 0, 90),
        translate(
            "CloudMask",
            "Angle of the sun from overhead, in degrees; Level-1 of Landsat 8 and 9 needs it "
            "where no MTL.txt lies beside the bands.",
        ),
    )
    yield (
        number("SUN_AZIMUTH", translate("CloudMask", "Sun azimuth (°)"), real, None, 0, 360),
        translate("CloudMask", "Direction of the sun, in degrees clockwise from north."),
    )
    yield (
        choice("SENSOR", translate("CloudMask", "Sensor"), SENSOR_KEYS, None),
        translate(
            "CloudMask",
            "Whose names, order and scaling the bands have; without it Sentinel-2, unless the "
            "file's name tells another. Of other sensors only Landsat 7 and 8 have been measured.",
        ),
    )
    yield (
        QgsProcessingParameterString(
            "STEP", translate("CloudMask", "Date of a series"), optional=True
        ),
        translate(
            "CloudMask",
            "Which date of a file that holds several, such as 2018-05-03, or its number from 1.",
        ),
    )
    yield (
        number("PIXEL_SIZE", translate("CloudMask", "Pixel size (m)"), real, None, 0),
        translate(
            "CloudMask",
            "Metres of a pixel, where the file does not tell it. Buffers, areas and resolutions "
            "rest on it.",
        ),
    )


def check_scene(alg: CloudMaskAlgorithm, values: Values) -> None:
    """Look at what QGIS's own checks of the scene's parameters leave out.

    :raises OptionError: with the parameter that is wrong, and what would be right.
    """
    with alg.about("INPUT"):
        values.scene("INPUT")
    check_texts(alg, values, CHECKED_TEXTS)


def check_texts(alg: CloudMaskAlgorithm, values: Values, names: Collection[str]) -> None:
    """Look at texts of the scene's parameters.

    :raises OptionError: with the parameter that is wrong, and what would be right.
    """
    for name in names:
        with alg.about(name):
            if name == "BANDS":
                for part in _bands(values):
                    stated_role(part)
            else:
                _checked_text(values, name)


def chosen_extent(
    alg: CloudMaskAlgorithm,
    grid: Grid,
    rectangle: QgsRectangle,
    crs: QgsCoordinateReferenceSystem,
) -> layers.Extent | None:
    """Return the parameter EXTENT in the coordinates of a grid, None for the whole of it.

    :raises OptionError: where nothing of the grid lies in it.
    """
    if rectangle.isNull():
        return None
    with alg.about("EXTENT"):
        target = QgsCoordinateReferenceSystem.fromWkt(grid.crs)
        extent = layers.extent_in(target, rectangle, crs)
        grid.window_of(*extent)
    return extent


def _bands(values: Values) -> tuple[str, ...]:
    return tuple(part.strip() for part in values.text("BANDS").split(","))


def overrides(values: Values, declared: Overrides) -> Overrides:
    """Return what parameters state of the scene, before what the layer declares."""
    bands = _bands(values)
    stated = Overrides(
        bands=bands if any(bands) else None,
        scale=values.optional_number("SCALE"),
        offset=values.optional_number("OFFSET"),
        nodata=parse_number(_checked_text(values, "NODATA")),
        level=values.choice("LEVEL") or None,
        acquired=_checked_text(values, "ACQUIRED") or None,
        sun_zenith=values.optional_number("SUN_ZENITH"),
        sun_azimuth=values.optional_number("SUN_AZIMUTH"),
        sensor=values.choice("SENSOR") or None,
        step=values.text("STEP") or None,
        pixel_size=values.optional_number("PIXEL_SIZE"),
    )
    return completed(stated, declared)


def _checked_text(values: Values, name: str) -> str:
    """Return the text of a parameter.

    :raises OptionError: where it does not say what it should.
    """
    text = values.text(name)
    remedy = problem_with(name.lower(), text)
    if remedy:
        raise OptionError(
            translate("CloudMask", "“{value}” is not understood: {remedy}").format(
                value=text, remedy=remedy[0].lower() + remedy[1:]
            )
        )
    return text
