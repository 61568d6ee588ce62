"""Signs that a mask may be wrong, pixel by pixel, and which tiles have most of them.

Pure functions of arrays on one grid. None of the signs proves a mistake; together they tell
where looking pays most.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from .agreement import ONLY_FIRST, ONLY_SECOND, OTHER_KIND, agreement
from .classes import CLEAR, CLOUD_CODES, CLOUD_SHADOW, NODATA, THICK_CLOUD
from .refine import PROBABILITY_STEPS
from .scene import Window
from .shadow_geometry import SunPath, find_origins, find_orphans

Bools = NDArray[np.bool_]
Plane = NDArray[np.float32]

UNSURE, DIFFERENT, ORPHAN, SHADOWLESS, BRIGHT = (
    "unsure",
    "different",
    "orphan",
    "shadowless",
    "bright",
)
REASONS = (UNSURE, DIFFERENT, ORPHAN, SHADOWLESS, BRIGHT)
# Zhu and Woodcock 2012, "Object-based cloud and cloud shadow detection in Landsat imagery":
# clouds reflect near infrared at 0.75 of short-wave infrared and more, bright rock and sand less.
LEAST_CLOUD_RATIO = 0.75
# Dozier 1989, "Spectral signature of alpine snow cover from the Landsat Thematic Mapper": snow has
# a normalised difference of green and short-wave infrared above 0.4 and is dark in the latter,
# which clouds of ice with such a difference are not. Hall et al. 1995 ask for near infrared too.
LEAST_SNOW_INDEX, MOST_SNOW_SWIR, LEAST_SNOW_NIR = 0.4, 0.2, 0.11
MOST_OF_TILE = 0.5  # of a tile without data: it is not ranked


@dataclass(frozen=True)
class RankedTile:
    """A tile and how much of it looks suspicious.

    :param window: rows and columns of the picture.
    :param signs: reason and share of the tile's pixels, or mean entropy (0..1) for "unsure".
    """

    window: Window
    signs: tuple[tuple[str, float], ...]

    @property
    def score(self) -> float:
        """The sum of all signs; tiles are ranked by it."""
        return sum(share for _, share in self.signs)

    @property
    def reason(self) -> str:
        """The sign that is strongest."""
        return max(self.signs, key=lambda sign: sign[1])[0]


def entropy(probabilities: NDArray[np.uint8]) -> Plane:
    """Return how undecided each pixel is: 0 where one class is certain, 1 where all are alike.

    Shannon's entropy by that of four equal classes; 0 where nodata.

    :param probabilities: (4, rows, cols) uint8 as stored.
    """
    valid = probabilities[CLEAR] != NODATA
    total = np.zeros(valid.shape, np.float32)
    step = np.arange(256, dtype=np.float64) / PROBABILITY_STEPS
    with np.errstate(divide="ignore", invalid="ignore"):
        part = np.where(step > 0, -step * np.log2(step) / 2, 0).astype(np.float32)
    for plane in probabilities:
        total += part[plane]
    return np.where(valid, np.maximum(total, 0), np.float32(0))


def differing(first: NDArray[np.uint8], second: NDArray[np.uint8]) -> Bools:
    """Return where two masks differ in what can be used, or in cloud against shadow."""
    return np.asarray(np.isin(agreement(first, second), (ONLY_FIRST, ONLY_SECOND, OTHER_KIND)))


def orphan_shadow(codes: NDArray[np.uint8], path: SunPath) -> Bools:
    """Return shadow that no cloud of the picture can have thrown."""
    cloud, data = np.isin(codes, CLOUD_CODES), codes != NODATA
    explained, unknown = find_origins(cloud, data, path)
    shadow = (codes == CLOUD_SHADOW).astype(np.uint8)
    return np.asarray(find_orphans(shadow, ~(explained | unknown)) & (shadow > 0))


def shadowless_cloud(codes: NDArray[np.uint8], path: SunPath) -> Bools:
    """Return thick cloud whose shadow should be seen in the picture, and is not there.

    Shadow lies where the line away from the sun passes at the heights that clouds have. Where
    that line passes over cloud alone, shadow could not be seen.
    """
    away = replace(path, cols=-path.cols, rows=-path.rows)
    thick, data = codes == THICK_CLOUD, codes != NODATA
    explained, unknown = find_origins(codes == CLOUD_SHADOW, data, away)
    ground, _ = find_origins(codes == CLEAR, data, away)
    alone = ground & ~(explained | unknown)
    return np.asarray(find_orphans(thick.astype(np.uint8), alone) & thick)


def bright_surface(codes: NDArray[np.uint8], bands: Mapping[str, Plane]) -> Bools | None:
    """Return cloud that has the colour of rock, sand or snow, None where bands for it are missing.

    :param bands: reflectance (rows, cols) by role; needs B03, B11, and B08 or B8A.
    """
    nir = bands.get("B08", bands.get("B8A"))
    if nir is None or "B03" not in bands or "B11" not in bands:
        return None
    green, swir = bands["B03"], bands["B11"]
    with np.errstate(divide="ignore", invalid="ignore"):
        rock = nir < LEAST_CLOUD_RATIO * swir
        snow = (green - swir) > LEAST_SNOW_INDEX * (green + swir)
    snow &= (nir > LEAST_SNOW_NIR) & (swir < MOST_SNOW_SWIR)
    return np.asarray(np.isin(codes, CLOUD_CODES) & (rock | snow))


def rank_tiles(
    codes: NDArray[np.uint8], signs: Mapping[str, Bools | Plane], side: int
) -> tuple[RankedTile, ...]:
    """Return the tiles of a picture, the most suspicious first.

    :param codes: (rows, cols) uint8 class codes; nodata does not count.
    :param signs: by reason, (rows, cols) of what is true of a pixel, or of 0..1.
    :param side: pixels of a tile.
    """
    rows, cols = codes.shape
    tiles = []
    for row in range(0, rows, side):
        for col in range(0, cols, side):
            window = Window(col, row, min(side, cols - col), min(side, rows - row))
            part = np.s_[row : window.row_stop, col : window.col_stop]
            valid = codes[part] != NODATA
            if valid.mean() <= MOST_OF_TILE:
                continue
            shares = tuple(
                (reason, float(np.mean(values[part][valid], dtype=np.float64)))
                for reason, values in signs.items()
            )
            tiles.append(RankedTile(window, shares))
    return tuple(sorted(tiles, key=lambda tile: -tile.score))
