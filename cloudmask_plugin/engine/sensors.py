"""Other sensors whose bands can stand for Sentinel-2's, chosen by name.

Band numbers, order and scaling as the vendors state them; ``source`` of each names the
documents, and comments say what none of them states. Masks of other sensors have not been
measured, but for Landsat 7 and 8 (models/README.md).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from .bands import role_from_name, role_from_word
from .errors import OptionError, RadiometryError

SENTINEL2 = "sentinel-2"
_NUMBERED = re.compile(r"(?<![a-z0-9])b(?:and)?[ _-]?0*(\d+)(?![a-z0-9])", re.I)


@dataclass(frozen=True)
class Sensor:
    """A sensor's bands in the order of its files, and how its values become reflectance.

    ``bands`` holds, for each band, its name in the vendor's files and the Sentinel-2 role
    that it comes closest to (None: no band of Sentinel-2 is like it). ``orders`` are the
    bands of stacks as delivered, by their number. ``scale`` and ``offset`` turn stored
    values of Level-2 (surface reflectance) into reflectance = value · scale + offset;
    ``toa_scale`` and ``toa_offset`` those of Level-1, before division by the cosine of the
    sun's zenith. None: the vendor states none that holds for all products. ``metadata`` is
    the file that comes with the bands and states them, where it is read; else "". ``pixel``
    is the metres of a pixel as delivered.
    """

    key: str
    title: str
    bands: tuple[tuple[str, str | None], ...]
    orders: tuple[tuple[str, ...], ...]
    scale: float | None
    offset: float
    toa_scale: float | None
    toa_offset: float
    name: re.Pattern[str]
    source: str
    pixel: float
    metadata: str = ""

    def role(self, name: str) -> str | None:
        """Return the role of the band that a name in the vendor's manner tells.

        Understands "B4", "SR_B4", "LC08_…_T1_B4.TIF", "Band 4", "coastal_blue", "swir16" and
        "red_patch_7.tif".
        """
        roles = dict(self.bands)
        numbers = {int(number) for number in _NUMBERED.findall(name)}
        if len(numbers) == 1:
            return roles.get(f"B{numbers.pop()}")
        words = "_".join(re.findall("[a-z0-9]+", name.lower()))
        if words in roles:
            return roles[words]
        role = role_from_name(name) or role_from_word(name)
        if role == "B8A":  # "nir08": the sensor's one near infrared
            role = "B08"
        return role if role in roles.values() else None

    def order(self, count: int) -> tuple[str | None, ...] | None:
        """Return the roles of a stack of ``count`` bands as delivered, None if unknown."""
        roles = dict(self.bands)
        for names in self.orders:
            if len(names) == count:
                return tuple(roles[name] for name in names)
        return None


def scaling(
    sensor: Sensor, level: str | None, sun_zenith: float | None
) -> tuple[float, float] | None:
    """Return scale and offset (reflectance = value · scale + offset), None if unknown.

    :param level: "L1C" for top-of-atmosphere products, else surface reflectance.
    :raises RadiometryError: where Level-1 values need the sun's zenith and it is unknown.
    """
    if level != "L1C":
        return None if sensor.scale is None else (sensor.scale, sensor.offset)
    if sensor.toa_scale is None:
        return None
    if sun_zenith is None:
        raise RadiometryError(
            f"{sensor.title} values of Level-1 become reflectance only with the sun's height: "
            "keep the file MTL.txt beside the bands, or state the sun's zenith angle, which is 90 "
            "less the SUN_ELEVATION in it."
        )
    cosine = math.cos(math.radians(sun_zenith))
    return sensor.toa_scale / cosine, sensor.toa_offset / cosine


_OLI = (
    ("B1", "B01"),
    ("B2", "B02"),
    ("B3", "B03"),
    ("B4", "B04"),
    ("B5", "B08"),
    ("B6", "B11"),
    ("B7", "B12"),
    ("B8", None),
    ("B9", "B10"),
    ("B10", None),
    ("B11", None),
)
_TM = (
    ("B1", "B02"),
    ("B2", "B03"),
    ("B3", "B04"),
    ("B4", "B08"),
    ("B5", "B11"),
    ("B6", None),
    ("B7", "B12"),
    ("B8", None),
)
_PLANET = (
    ("coastal_blue", "B01"),
    ("blue", "B02"),
    ("green_i", None),
    ("green", "B03"),
    ("yellow", None),
    ("red", "B04"),
    ("rededge", "B05"),
    ("nir", "B08"),
)

SENSORS: tuple[Sensor, ...] = (
    Sensor(
        "landsat-8-9",
        "Landsat 8 and 9 (OLI)",
        _OLI,
        (
            ("B1", "B2", "B3", "B4", "B5", "B6", "B7"),
            ("B2", "B3", "B4", "B5", "B6", "B7"),
            ("B2", "B3", "B4", "B5"),
        ),
        2.75e-5,
        -0.2,
        # The documents leave these to each scene's metadata; of all bands of all metadata
        # looked at (Collections 1 and 2) they were the same.
        2e-5,
        -0.1,
        re.compile(r"(?<![A-Z0-9])L[CO](?:0[89]_|8\d{13}[A-Z]{3}\d\d)", re.I),
        "USGS, What are the band designations for the Landsat satellites? (bands); How do I use a "
        "scale factor with Landsat Level-2 science products?, table of scale factors; Using the "
        "USGS Landsat Level-1 data product, Conversion to TOA reflectance",
        30.0,
        "MTL.txt",
    ),
    Sensor(
        "landsat-5-7",
        "Landsat 4, 5 and 7 (TM, ETM+)",
        _TM,
        (
            ("B1", "B2", "B3", "B4", "B5", "B6", "B7"),
            ("B1", "B2", "B3", "B4", "B5", "B7"),
            ("B1", "B2", "B3", "B4"),
        ),
        2.75e-5,
        -0.2,
        None,  # REFLECTANCE_MULT and _ADD of Level-1, 8 bits, differ by band and scene
        0.0,
        re.compile(r"(?<![A-Z0-9])L[TE](?:0[457]_|[457]\d{13}[A-Z]{3}\d\d)", re.I),
        "USGS, the documents named at Landsat 8 and 9, which hold for these too; quantities of "
        "Level-1 in the group LEVEL1_MIN_MAX_REFLECTANCE of a scene's MTL.txt",
        30.0,
        "MTL.txt",
    ),
    Sensor(
        "planetscope",
        "PlanetScope",
        _PLANET,
        (
            tuple(name for name, _ in _PLANET),
            # Of tiles, until 2023; the document at hand names the product, not its order.
            ("blue", "green", "red", "rededge", "nir"),
            ("blue", "green", "red", "nir"),
            ("red", "green", "blue"),
        ),
        1e-4,
        0.0,
        None,  # scaled radiance; reflectanceCoefficient differs by band and scene
        0.0,
        re.compile(r"\d{8}_\d{6}_\w+_(?:3B|1B)_Analytic", re.I),
        "Planet documentation, PSScene, Band Metadata of the assets (order of 3, 4 and 8 bands, "
        "radiance, nodata 0); Planet support, PlanetScope 8-band asset: band order, wavelengths, "
        "and metadata; How is the Surface Reflectance product provided? (scaled by 10,000)",
        3.0,
    ),
    Sensor(
        "gaofen-1-wfv",
        "GaoFen-1 WFV",
        (("B1", "B02"), ("B2", "B03"), ("B3", "B04"), ("B4", "B08")),
        (("B1", "B2", "B3", "B4"),),
        None,  # counts; the gains are published anew every year, by camera
        0.0,
        None,
        0.0,
        re.compile(r"(?<![A-Z0-9])GF1_WFV\d_", re.I),
        "CRESDA, absolute radiometric calibration coefficients of land observation satellites "
        "2017 (GF-1 WFV1 to WFV4: radiance = gain · DN + bias, by camera and band); WMO OSCAR "
        "and eoPortal, Gaofen-1 (WFV: blue, green, red, near infrared)",
        16.0,
    ),
)


def find_sensor(key: str) -> Sensor | None:
    """Return the sensor of a key, None for Sentinel-2.

    :raises OptionError: where there is none; the sentence names those there are.
    """
    if key == SENTINEL2:
        return None
    for sensor in SENSORS:
        if sensor.key == key:
            return sensor
    known = ", ".join([SENTINEL2, *(sensor.key for sensor in SENSORS)])
    raise OptionError(f"There is no sensor {key!r}: known are {known}.")


def sensor_from_names(names: tuple[str, ...]) -> tuple[Sensor, str] | None:
    """Return the sensor that a product's file name tells, with that name."""
    for name in names:
        for sensor in SENSORS:
            if sensor.name.search(name):
                return sensor, name
    return None
