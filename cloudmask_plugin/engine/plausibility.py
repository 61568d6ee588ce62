"""Whether reflectance, as resolved, looks like any land, sea or cloud; and what is wrong if not.

Pure: sampled values in, sentences out. A warning names both sides of a contradiction and
the remedy. Only what no scene can show is refused.

The thresholds rest on what ``python -m benchmarks.plausibility_statistics`` prints of 128 patches
of Sentinel-2 and Landsat and 118 dates of Level-2A. With right bands, the share of pixels where
a visible band shows near infrared is 0 to 0.00639. Red / blue over plants is 0.502 to 0.865 in
Level-1C, exchanged 0.67 to 2.03; in Level-2A 0.775 to 3.02, exchanged 0.303 to 1.45, so that an
exchange is found in less than half of Level-2A. Of these 246, 1 is warned of for its bands and 16
for their offset, which are right: small pieces, mostly under clouds.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from .errors import RadiometryError

JUDGED = ("B02", "B03", "B04", "B08")  # bands that can be told to be mixed up
LOWEST_REFLECTANCE = -0.05  # below this, values are no measurement (field practice)
MISSING_OFFSET = (0.095, 0.14)  # where the darkest places lie if −1000 was not applied
NIR_SHARE = 0.03  # of pixels that show near infrared in a visible band
VEGETATION_SHARE = 0.05  # of pixels, below which vegetation tells nothing
RED_OVER_BLUE = {"L1C": (0.0, 1.1), "L2A": (0.85, math.inf)}  # over plants
HAZY_BLUE = 0.05  # of Level-2A over plants; above it, haze is left

Samples = NDArray[np.float64]


def check_values(reflectance: Samples, scale: float, offset: float, stated: bool) -> list[str]:
    """Return warnings about scale and offset.

    :param reflectance: (bands, n) float64, NaN where nothing was measured.
    :param scale, offset: as resolved, reflectance = (value + offset) · scale.
    :param stated: the user gave the offset, so that its absence is no surprise to them.
    :raises RadiometryError: where no scene looks like that.
    """
    # Not the very darkest: at a swath's edge, decoded values slide down into nodata.
    middle, low = percentile(reflectance, 50), darkest(reflectance, 5)
    how = f"With scale {scale:g} and offset {offset:g}"
    if middle > 2:
        raise RadiometryError(
            f"{how} the median reflectance would be {middle:.3g}, which no surface has: "
            "for Sentinel-2 digital numbers state scale 0.0001."
        )
    if middle < LOWEST_REFLECTANCE:
        raise RadiometryError(
            f"{how} the median reflectance would be {middle:.3g}, below zero: "
            "the offset seems to be applied already; state offset 0."
        )
    if not math.isnan(middle) and middle < 0.002 and percentile(reflectance, 99) < 0.01:
        raise RadiometryError(
            f"{how} hardly any reflectance would exceed 0.01, darker than any scene: "
            "the values seem to be reflectance already; state scale 1 and offset 0."
        )
    if low < LOWEST_REFLECTANCE:
        return [
            f"{how} the darkest reflectance is {low:.3f}: "
            "if the offset is applied already, state offset 0."
        ]
    floor = darkest(reflectance)
    if offset == 0 and not stated and MISSING_OFFSET[0] <= floor <= MISSING_OFFSET[1]:
        return [
            f"{how} even the darkest reflectance is {floor:.2f}, as if an offset of -0.1 were "
            f"missing: unless the scene has no dark place, state offset {-0.1 / scale:g}."
        ]
    return []


def check_bands(
    reflectance: Samples, roles: tuple[str, ...], source: str, level: str | None
) -> list[str]:
    """Return warnings about bands whose values belong to other bands.

    :param reflectance: (bands, n) float64, NaN where nothing was measured; the columns of
        the bands are the same places.
    :param source: what told which band is which, such as "band descriptions".
    """
    if not set(JUDGED) <= set(roles):
        return []
    places = reflectance[[roles.index(role) for role in JUDGED]]
    for role, share in infrared_shares(places).items():
        if share > NIR_SHARE:
            return [
                f"{role} outshines B08 and the other visible bands in {share:.0%} of the scene, "
                f"as near infrared does over plants, but it is {role} by the {source}: "
                f"exchange {role} and B08, or state the bands."
            ]
    least, most = RED_OVER_BLUE.get(level or "", (0.0, math.inf))
    ratio = red_over_blue(places, level)
    if not (math.isnan(ratio) or least <= ratio <= most):
        return [
            f"Over plants B04 is {ratio:.2g} times B02, as if red and blue were mixed up or the "
            f"level were not {level}, but so they are by the {source}: exchange B02 and B04, or "
            "state the level."
        ]
    return []


def infrared_shares(places: Samples) -> dict[str, float]:
    """Return the share of places that show near infrared in B02, B03 and B04, 0..1 by role.

    :param places: (4, n) float64 reflectance of :data:`JUDGED`, NaN where nothing was measured.
    """
    *visible, nir = _measured(places)
    shares = {}
    for position, band in enumerate(visible):
        others = np.minimum(*(other for i, other in enumerate(visible) if i != position))
        like = (band > 0.15) & (band > 2 * nir) & (band > 2 * others)
        shares[JUDGED[position]] = float(like.mean()) if nir.size else 0.0
    return shares


def red_over_blue(places: Samples, level: str | None) -> float:
    """Return the median of red / blue over plants, NaN where too few places show plants.

    :param places: (4, n) float64 reflectance of :data:`JUDGED`, NaN where nothing was measured.
    """
    blue, _, red, nir = _measured(places)
    plants = (nir > 0.15) & (nir - red > 0.4 * (nir + red)) & (blue > 0)
    if level == "L2A":
        plants &= blue < HAZY_BLUE
    if not nir.size or plants.mean() < VEGETATION_SHARE:
        return math.nan
    return float(np.median(red[plants] / blue[plants]))


def _measured(places: Samples) -> Samples:
    return np.asarray(places[:, np.isfinite(places).all(axis=0)])


def percentile(values: Samples, percent: float) -> float:
    """Return a percentile of the finite values, NaN where there are none."""
    finite = values[np.isfinite(values)]
    return float(np.percentile(finite, percent)) if finite.size else math.nan


def darkest(values: Samples, percent: float = 1) -> float:
    """Return a low percentile of the darkest band, NaN where no band has a value."""
    lows = [percentile(band, percent) for band in values]
    finite = [low for low in lows if not math.isnan(low)]
    return min(finite) if finite else math.nan
