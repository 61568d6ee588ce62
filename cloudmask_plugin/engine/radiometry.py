"""From stored values to reflectance: scale, offset, nodata and level from all evidence.

One pure function, :func:`resolve`, weighs what product metadata, tags, names, data type
and sampled values say, and returns each value with its source and how sure it is.

Sentinel-2 products: reflectance = (DN + offset) / quantification value, offset −1000 from
processing baseline 04.00 on, DN 0 nodata (ESA, Sentinel-2 Products Specification
Document, issue 14.9, sections 4.9.1 and 4.10).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .errors import RadiometryError
from .plausibility import LOWEST_REFLECTANCE, check_bands, check_values, darkest, percentile
from .scene import Overrides, Resolved
from .sensors import Sensor, scaling

SENTINEL2_SCALE = 1e-4
SENTINEL2_OFFSET = -1000.0
# The 8-bit true-colour image of a Level-1C product: 1 to 255 stand for DN 0 to 3558, 0 for
# nodata; a line fitted to products with both agrees (tests/unit/test_describe.py).
TCI_SCALE = 0.3558 / 254
TCI_OFFSET = -1.0
TCI_SOURCE = "8-bit picture, stretched as a product's true-colour image"
WIDE_SOURCE = "whole numbers up to 255, stretched as a product's true-colour image"
_BASELINE_IN_NAME = re.compile(r"_N(\d{2})(\d{2})_")
_LEVEL_IN_NAME = re.compile(r"L1C|L2A", re.I)
# Landsat's and Planet's names of Level-1 (top of atmosphere) and surface reflectance.
_LEVEL1_IN_NAME = re.compile(r"_L1(?:TP|GT|GS)_|_AnalyticMS(?:_8b)?(?!\w*_SR)", re.I)
_LEVEL2_IN_NAME = re.compile(r"_L2S[PR]_|_SR(?:_|\b)", re.I)


@dataclass(frozen=True)
class ProductRadiometry:
    """What metadata beside the images say: quantification value and offset by role.

    ``quantification`` is None where they say nothing of scale and offset. ``certain``: they
    come from who made the images; a catalogue's are known to be wrong about offsets at times
    (https://github.com/Element84/earth-search/issues/71). ``scales`` are the factors of roles
    where bands differ in it. ``by_sun``: what they make of values is still to be divided by
    the cosine of the sun's zenith.
    """

    level: str | None
    baseline: str | None
    quantification: float | None
    offsets: tuple[tuple[str, float], ...]
    source: str = "product metadata"
    certain: bool = True
    scales: tuple[tuple[str, float], ...] = ()
    by_sun: bool = False


@dataclass(frozen=True, eq=False)
class Evidence:
    """All that is known of a scene's values before anything is decided.

    ``scales``, ``offsets`` and ``nodata`` are those declared per band (GDAL's convention,
    value · scale + offset; None: not declared). ``samples`` is (bands, n) float64, raw
    values from all over the scene, nodata included. ``names`` are file and product names.
    ``sensor`` is None for Sentinel-2; ``band_source`` tells how the roles were found;
    ``same_places`` names the bands whose samples lie at the same places, None: all.
    """

    dtype: str
    roles: tuple[str, ...]
    names: tuple[str, ...]
    tags: tuple[tuple[str, str], ...]
    scales: tuple[float | None, ...]
    offsets: tuple[float | None, ...]
    nodata: tuple[float | None, ...]
    samples: NDArray[np.float64]
    product: ProductRadiometry | None = None
    has_level2_layers: bool = False
    sensor: Sensor | None = None
    sun_zenith: float | None = None
    band_source: str = "band descriptions"
    same_places: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Radiometry:
    """Values resolved; ``gains`` and ``biases`` per band: reflectance = value·gain + bias.

    ``strict_nodata``: the nodata value cannot be a measurement, so that one band holding
    it makes the pixel nodata; otherwise all bands must hold it.
    """

    level: Resolved[str | None]
    baseline: Resolved[str | None]
    scale: Resolved[float]
    offset: Resolved[float]
    nodata: Resolved[float | None]
    gains: tuple[float, ...]
    biases: tuple[float, ...]
    strict_nodata: bool
    warnings: tuple[str, ...]


def resolve(evidence: Evidence, overrides: Overrides) -> Radiometry:
    """Weigh the evidence; what the user states wins.

    :raises RadiometryError: where the values cannot be reflectance as resolved, or where
        nothing tells what they are.
    """
    warnings: list[str] = []
    level = _level(evidence, overrides)
    baseline = _baseline(evidence)
    nodata = _nodata(evidence, overrides)
    measured = _measured(evidence.samples, nodata.value, evidence.dtype)
    declared = sorted({f"{value:g}" for value in evidence.nodata if value is not None})
    if len(declared) > 1 and overrides.nodata is None:
        warnings.append(
            f"The bands declare different values without data ({', '.join(declared)}), of which "
            f"{nodata.value:g} was taken for all: give all the same, or state it."
        )
    divisor = _divisor(evidence, overrides)
    scale = _scale(evidence, overrides, measured, level, divisor)
    offset, offsets = _offset(evidence, overrides, measured, scale, baseline, level, warnings)
    gains, biases = _per_band(evidence, overrides, scale, offset, offsets, divisor)
    reflectance = measured * np.array(gains)[:, None] + np.array(biases)[:, None]
    warnings += check_values(
        reflectance, scale.value, offset.value, overrides.offset is not None or bool(offsets)
    )
    same = evidence.roles if evidence.same_places is None else evidence.same_places
    warnings += check_bands(
        reflectance[[evidence.roles.index(role) for role in same]],
        same,
        "user's statement" if overrides.bands is not None else evidence.band_source,
        level.value if evidence.sensor is None else None,
    )
    for what, value in (
        (f"The scale {scale.value:g}", scale),
        (f"The offset {offset.value:g}", offset),
    ):
        if value.guessed:
            warnings.append(f"{what} is a guess ({value.source}): state it if it is wrong.")
    return Radiometry(
        level,
        baseline,
        scale,
        offset,
        nodata,
        gains,
        biases,
        _is_strict(nodata.value, evidence, gains, biases),
        tuple(warnings),
    )


def missing_values(raw: NDArray[np.generic], nodata: float | None) -> NDArray[np.bool_]:
    """Return True where a stored value is nodata or not finite, shape of ``raw``."""
    missing = np.zeros(raw.shape, dtype=bool)
    if np.issubdtype(raw.dtype, np.floating):
        missing |= ~np.isfinite(raw)
    if nodata is not None and not math.isnan(nodata):
        if np.issubdtype(raw.dtype, np.floating):
            # A float32 file cannot hold every decimal that its metadata states.
            missing |= raw == raw.dtype.type(nodata)
        else:
            missing |= raw == nodata
    return missing


def _level(evidence: Evidence, overrides: Overrides) -> Resolved[str | None]:
    if overrides.level:
        return Resolved(overrides.level, "stated by the user")
    if evidence.product and evidence.product.level:
        return Resolved(evidence.product.level, evidence.product.source)
    for key, value in evidence.tags:
        if "LEVEL" in key.upper():
            for level in ("1C", "2A"):
                if level in value.upper():
                    return Resolved(f"L{level}", f"tag {key}")
    for name in evidence.names:
        match = _LEVEL_IN_NAME.search(name)
        # Other vendors count levels differently: GaoFen's L2A are counts on a map.
        of_vendor = evidence.sensor is not None and evidence.sensor.name.search(name)
        if match and not of_vendor:
            return Resolved(match.group().upper(), f"name {name}", 0.95)
        if evidence.sensor is not None:
            for level, pattern in (("L2A", _LEVEL2_IN_NAME), ("L1C", _LEVEL1_IN_NAME)):
                if pattern.search(name):
                    return Resolved(level, f"name {name}", 0.95)
    if "B10" in evidence.roles:
        return Resolved("L1C", "the cirrus band, which only Level-1C has", 0.9)
    if evidence.has_level2_layers:
        return Resolved("L2A", "layers that only Level-2A has", 0.9)
    return Resolved(None, "nothing tells it", 0.0)


def _baseline(evidence: Evidence) -> Resolved[str | None]:
    product = evidence.product
    if product and product.baseline and re.fullmatch(r"\d{2}\.\d{2}", product.baseline):
        return Resolved(product.baseline, product.source)
    for key, value in evidence.tags:
        if "BASELINE" in key.upper() and re.fullmatch(r"\d{2}\.\d{2}", value.strip()):
            return Resolved(value.strip(), f"tag {key}")
    for name in evidence.names:
        match = _BASELINE_IN_NAME.search(name)
        if match:
            return Resolved(f"{match.group(1)}.{match.group(2)}", f"name {name}", 0.95)
    return Resolved(None, "nothing tells it", 0.0)


def _nodata(evidence: Evidence, overrides: Overrides) -> Resolved[float | None]:
    if overrides.nodata is not None:
        return Resolved(overrides.nodata, "stated by the user")
    declared = [value for value in evidence.nodata if value is not None]
    if declared:
        return Resolved(declared[0], "declared in the file")
    if evidence.product and not evidence.dtype.startswith("float"):
        whose = "Sentinel-2" if evidence.sensor is None else evidence.sensor.title
        return Resolved(0.0, f"{whose} product specification")
    if evidence.dtype in ("uint8", "uint16"):
        return Resolved(0.0, "not declared; 0 in Sentinel-2 products", 0.8)
    return Resolved(None, "not declared", 0.95)


def _measured(
    samples: NDArray[np.float64], nodata: float | None, dtype: str
) -> NDArray[np.float64]:
    """Return samples with nodata as NaN."""
    if nodata is not None and dtype.startswith("float"):
        nodata = float(np.dtype(dtype).type(nodata))  # as the file holds it
    return np.where(missing_values(samples, nodata), np.nan, samples)


def _scale(
    evidence: Evidence,
    overrides: Overrides,
    measured: NDArray[np.float64],
    level: Resolved[str | None],
    divisor: float,
) -> Resolved[float]:
    if overrides.scale is not None:
        return Resolved(overrides.scale, "stated by the user")
    if evidence.product and evidence.product.quantification:
        source = evidence.product.source
        if divisor != 1:
            source += f", with the sun's zenith of {evidence.sun_zenith:.4g}°"
        return Resolved(1 / evidence.product.quantification / divisor, source)
    declared = [value for value in evidence.scales if value is not None]
    if declared:
        return Resolved(declared[0], "declared in the file")
    for key, value in evidence.tags:
        if "QUANTIFICATION_VALUE" in key.upper() and _number(value):
            return Resolved(1 / float(value), f"tag {key}")
        if key.upper() == "REFLECTANCE_SCALE" and _number(value):
            return Resolved(float(value), f"tag {key}")
    high = percentile(measured, 99)
    if math.isnan(high):
        return Resolved(
            1.0 if evidence.dtype.startswith("float") else SENTINEL2_SCALE, "no valid value", 0.3
        )
    sensor = evidence.sensor
    # Level-1 of Landsat 4 to 7 has 8 bits and is no picture.
    counts = sensor is not None and sensor.toa_scale is None and level.value == "L1C"
    if evidence.dtype == "uint8" and not counts:
        return Resolved(TCI_SCALE, TCI_SOURCE, 0.5)
    if evidence.dtype.startswith("float") and high <= 3:
        return Resolved(1.0, "decimal values of 0 to 1", 0.95)
    if sensor is not None:
        return _sensor_scale(sensor, evidence.sun_zenith, level)
    if high >= 300:
        sure = 0.95 if not evidence.dtype.startswith("float") else 0.85
        return Resolved(SENTINEL2_SCALE, "values in the range of Sentinel-2 digital numbers", sure)
    if not evidence.dtype.startswith("float"):
        if percentile(measured, 100) <= 255 and high > 50:
            return Resolved(TCI_SCALE, WIDE_SOURCE, 0.4)
        return Resolved(SENTINEL2_SCALE, "whole numbers, though very low ones", 0.4)
    raise RadiometryError(
        f"The values reach {high:g}, which is neither reflectance (0 to 1) nor Sentinel-2 digital "
        "numbers (hundreds to thousands): state the scale by which they become reflectance."
    )


def _divisor(evidence: Evidence, overrides: Overrides) -> float:
    """Return what a product's factors are to be divided by, for the sun was not overhead.

    :raises RadiometryError: where that is unknown, or the sun had set.
    """
    product = evidence.product
    if product is None or not product.by_sun or overrides.scale is not None:
        return 1.0
    if evidence.sun_zenith is None:
        raise RadiometryError(
            f"The {product.source} names no height of the sun, by which values become "
            "reflectance: state the sun's zenith angle."
        )
    if not 0 <= evidence.sun_zenith < 90:
        raise RadiometryError(
            f"The sun was below the horizon (zenith {evidence.sun_zenith:.4g}°): "
            "choose a scene that was taken by day."
        )
    return math.cos(math.radians(evidence.sun_zenith))


def _sensor_scale(
    sensor: Sensor, sun_zenith: float | None, level: Resolved[str | None]
) -> Resolved[float]:
    """Return the scale that a sensor's vendor states.

    :raises RadiometryError: where the vendor states none that holds for all products.
    """
    found = scaling(sensor, level.value, sun_zenith)
    if found is None:
        kept = f"keep the file {sensor.metadata} beside the bands, " if sensor.metadata else ""
        raise RadiometryError(
            f"{sensor.title} stores values whose scale differs between products: {kept}state "
            "scale and offset from its metadata, or convert it to reflectance first."
        )
    if level.value is None:
        return Resolved(found[0], f"surface reflectance of {sensor.title}, assumed", 0.6)
    return Resolved(found[0], f"specification of {sensor.title}", 0.95)


def _offset(
    evidence: Evidence,
    overrides: Overrides,
    measured: NDArray[np.float64],
    scale: Resolved[float],
    baseline: Resolved[str | None],
    level: Resolved[str | None],
    warnings: list[str],
) -> tuple[Resolved[float], dict[str, float]]:
    """Return the offset in digital numbers and, where bands differ, that of each role."""
    if overrides.offset is not None:
        if 0 < abs(overrides.offset) < 1 and scale.value <= 0.01:
            raise RadiometryError(
                f"The offset {overrides.offset:g} seems to be one of reflectance: state it in "
                f"stored values, here {overrides.offset / scale.value:g}."
            )
        return Resolved(overrides.offset, "stated by the user"), {}
    low = darkest(measured)
    product = evidence.product
    if product and product.quantification:
        offsets = dict(product.offsets)
        used = [offsets.get(role, 0.0) for role in evidence.roles]
        most = max(set(used), key=used.count)
        if not product.certain and most <= SENTINEL2_OFFSET and low < 950:
            warnings.append(
                f"The {product.source} states an offset of {most:g}, but values go down to "
                f"{low:.0f}: the offset seems to be applied already and was not applied again; "
                f"state offset {most:g} if it is to be."
            )
            return Resolved(0.0, f"dark values in spite of the {product.source}", 0.8), {}
        if offsets:
            return Resolved(most, product.source), offsets
        if baseline.value is None or float(baseline.value) < 4 or not product.certain:
            return Resolved(0.0, f"{product.source}, which names none"), {}
        warnings.append(
            f"The {product.source} is of baseline {baseline.value}, which has an offset, but "
            "names none: check the offset."
        )
    declared = [value for value in evidence.offsets if value is not None]
    if declared:
        return Resolved(declared[0] / scale.value, "declared in the file"), {}
    for key, value in evidence.tags:
        if "ADD_OFFSET" in key.upper() and _number(value):
            return Resolved(float(value), f"tag {key}"), {}
        if key.upper() == "REFLECTANCE_OFFSET" and _number(value):
            return Resolved(float(value) / scale.value, f"tag {key}"), {}
    if scale.source in (TCI_SOURCE, WIDE_SOURCE):
        return Resolved(TCI_OFFSET, scale.source, scale.confidence), {}
    if evidence.sensor is not None and evidence.sensor.title in scale.source:
        found = scaling(evidence.sensor, level.value, evidence.sun_zenith)
        offset = found[1] / found[0] if found else 0.0
        return Resolved(offset, scale.source, scale.confidence), {}
    if not math.isclose(scale.value, SENTINEL2_SCALE):
        return Resolved(0.0, "the values are no digital numbers", 0.95), {}
    if any(value is not None for value in evidence.scales):
        return Resolved(0.0, "a scale is declared without an offset", 0.9), {}
    if baseline.value is not None:
        if float(baseline.value) < 4:
            return Resolved(0.0, f"baseline {baseline.value}", 0.95), {}
        if low >= 950 or math.isnan(low):
            return Resolved(SENTINEL2_OFFSET, f"baseline {baseline.value}", 0.95), {}
        warnings.append(
            f"Baseline {baseline.value} has an offset of -1000, but values go down to {low:.0f}: "
            "the offset seems to be applied already and was not applied again."
        )
        return Resolved(0.0, "dark values in spite of the baseline", 0.8), {}
    if 1000 <= low <= 1400:
        return Resolved(SENTINEL2_OFFSET, "the darkest values lie just above 1000", 0.6), {}
    if math.isnan(low) or low > 1400:
        return Resolved(0.0, "no dark place tells whether one is to be applied", 0.5), {}
    return Resolved(0.0, "values lie below 1000", 0.95), {}


def _per_band(
    evidence: Evidence,
    overrides: Overrides,
    scale: Resolved[float],
    offset: Resolved[float],
    offsets: dict[str, float],
    divisor: float,
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    gains, biases = [], []
    product = evidence.product
    scales = dict(product.scales) if product and overrides.scale is None else {}
    stated = overrides.scale is not None or (product and product.quantification)
    for position, role in enumerate(evidence.roles):
        gain = scale.value
        declared = evidence.scales[position]
        if role in scales:
            gain = scales[role] / divisor
        elif declared is not None and not stated:
            gain = declared
        gains.append(gain)
        biases.append(offsets.get(role, offset.value) * gain)
    return tuple(gains), tuple(biases)


def _is_strict(
    nodata: float | None,
    evidence: Evidence,
    gains: tuple[float, ...],
    biases: tuple[float, ...],
) -> bool:
    """Tell whether the nodata value lies outside what a band can measure.

    DN 0 is reserved in 16-bit products, whatever their offset, and in those of Landsat with 8
    bits (QUANTIZE_CAL_MIN is 1).
    """
    if nodata is None or math.isnan(nodata):
        return True
    if nodata == 0 and (evidence.dtype in ("uint16", "int16") or _whole(evidence)):
        return True
    reflectance = [nodata * gain + bias for gain, bias in zip(gains, biases)]
    return all(value < LOWEST_REFLECTANCE or value > 3 for value in reflectance)


def _whole(evidence: Evidence) -> bool:
    """Tell whether these are whole numbers that a product's metadata describe."""
    product = evidence.product
    return bool(product and product.quantification) and not evidence.dtype.startswith("float")


def _number(text: str) -> bool:
    try:
        return float(text) != 0 or text.strip().lstrip("-+").startswith("0")
    except ValueError:
        return False
