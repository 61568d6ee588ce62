"""Why a pixel got its class: what decided, what would have changed it, which cloud shades it.

Pure functions of arrays; :mod:`.pixel_answer` reads what they need.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from .classes import CLASSES, CLEAR, CLOUD_CODES, CLOUD_SHADOW, NODATA
from .patches import label_patches
from .refine import PROBABILITY_STEPS, RefineOptions, decide
from .shadow_geometry import HIGHEST_CLOUD, LOWEST_CLOUD, SunPath

MOST_PIXELS = 5000  # of a patch, that are moved
TRIED = np.arange(1, 100) / 100  # thresholds that are looked at
LEAST_COVER = 0.2  # of a shadow's patch that a cloud must cover to be its match, as in find_orphans


@dataclass(frozen=True)
class Flip:
    """A threshold whose change alone would give the pixel another class.

    :param key: of the threshold; ``now`` where it stands, ``at`` the nearest value, of whole per
        cents, at which the class becomes ``code``.
    """

    key: str
    now: float
    at: float
    code: int


@dataclass(frozen=True)
class Decision:
    """How a pixel's probabilities became its class.

    :param probabilities: 0..1 by class code.
    :param code: the class that the options give.
    :param flips: what would change it, the nearest first.
    :param weight: by what the odds of cloud were multiplied before.
    """

    probabilities: tuple[float, ...]
    code: int
    flips: tuple[Flip, ...]
    weight: float = 1.0


@dataclass(frozen=True)
class CloudMatch:
    """The cloud that fits a shadow along the way to the sun, or the shadow that fits a cloud.

    :param height: metres above ground that follow from the distance.
    :param distance: metres over ground.
    :param cover: share of the patch that lies under it when moved there, 0..1.
    :param col, row: of the pixel moved there, in pixels of the picture.
    """

    height: float
    distance: float
    cover: float
    col: float
    row: float


def why(
    vector: NDArray[np.uint8], options: RefineOptions, cloud_weight: float = 1.0
) -> Decision | None:
    """Return how (4,) uint8 probabilities as stored were decided, None where nodata.

    :param cloud_weight: by what the odds of cloud are multiplied.

    Which thresholds matter is found by trying them, with the function that decides masks.
    """
    if vector[CLEAR] == NODATA:
        return None

    def decided(tried: RefineOptions) -> int:
        weight = np.full((1, 1), cloud_weight, np.float32)
        return int(decide(vector[:, np.newaxis, np.newaxis], tried, weight)[0, 0])

    code, flips = decided(options), []
    for key in ("thick", "thin", "shadow"):
        now = getattr(options, key)
        for at in sorted(TRIED.tolist(), key=lambda value: abs(value - now)):
            found = decided(replace(options, **{key: at}))
            if found != code:
                flips.append(Flip(key, now, at, found))
                break
    flips.sort(key=lambda flip: abs(flip.at - flip.now))
    shares = (vector / PROBABILITY_STEPS).tolist()
    return Decision(tuple(shares), code, tuple(flips), cloud_weight)


def match_cloud(codes: NDArray[np.uint8], row: int, col: int, path: SunPath) -> CloudMatch | None:
    """Return the cloud that explains the shadow at a pixel best, None where none does.

    The patch of shadow around the pixel is moved towards the sun, by each height that clouds
    have, and the height counts at which the largest share of it lies under cloud (Zhu and
    Woodcock 2012). At a cloud's pixel it is the other way round: the cloud is moved away from the
    sun, and shadow counts. Of heights as good the lowest is taken.

    :param codes: (rows, cols) uint8 class codes around the pixel.
    """
    kind = codes[row, col]
    if kind == CLOUD_SHADOW:
        own: tuple[int, ...] = (CLOUD_SHADOW,)
        wanted, way = CLOUD_CODES, 1
    elif kind in CLOUD_CODES:
        own, wanted, way = CLOUD_CODES, (CLOUD_SHADOW,), -1
    else:
        return None
    rows, cols = _patch_around(np.isin(codes, own), row, col)
    every = -(-len(rows) // MOST_PIXELS)
    rows, cols = rows[::every], cols[::every]
    target = np.isin(codes, wanted)
    cells = math.hypot(path.cols, path.rows)  # passed on a metre towards the sun
    first, last = path.tangent * LOWEST_CLOUD, path.tangent * HIGHEST_CLOUD
    if not (cells > 0 and last > 0):
        return None
    distances = np.arange(first, last + 1e-6, max(1 / cells, (last - first) / 2000))
    best: tuple[float, float] | None = None
    for distance in distances:
        there_rows = np.rint(rows + way * path.rows * distance).astype(np.intp)
        there_cols = np.rint(cols + way * path.cols * distance).astype(np.intp)
        inside = (there_rows >= 0) & (there_rows < codes.shape[0])
        inside &= (there_cols >= 0) & (there_cols < codes.shape[1])
        if not inside.any():
            break
        cover = float(target[there_rows[inside], there_cols[inside]].sum()) / len(rows)
        if best is None or cover > best[0] + 1e-9:
            best = cover, float(distance)
    if best is None or best[0] < LEAST_COVER:
        return None
    cover, distance = best
    return CloudMatch(
        distance / path.tangent,
        distance,
        cover,
        col + way * path.cols * distance,
        row + way * path.rows * distance,
    )


def class_medians(
    reflectance: NDArray[np.float32], codes: NDArray[np.uint8]
) -> tuple[tuple[float, ...], ...]:
    """Return the median of each band by class code, NaN where a class has no pixel.

    :param reflectance: (bands, rows, cols) float32.
    :param codes: (rows, cols) uint8 class codes, 255 where nodata.
    """
    medians = []
    for item in CLASSES:
        chosen = reflectance[:, codes == item.code]
        none = (math.nan,) * len(reflectance)
        medians.append(tuple(np.median(chosen, axis=1).tolist()) if chosen.size else none)
    return tuple(medians)


def _patch_around(
    present: NDArray[np.bool_], row: int, col: int
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return rows and columns of the pixels that hang together with one that is set."""
    runs = label_patches(present)
    place = row * present.shape[1] + col
    run = int(np.searchsorted(runs.start, place, side="right")) - 1
    chosen = runs.patch == runs.patch[run]
    marked = np.zeros(present.size, dtype=np.int8)
    starts, stops = runs.start[chosen], runs.stop[chosen]
    edges = np.zeros(present.size + 1, dtype=np.int32)
    np.add.at(edges, starts, 1)
    np.add.at(edges, stops, -1)
    marked = np.cumsum(edges[:-1]) > 0
    rows, cols = np.nonzero(marked.reshape(present.shape))
    return rows, cols
