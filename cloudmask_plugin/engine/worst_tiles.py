"""Pictures of the tiles of a mask that are worst: the scene beside its mask's outlines.

Worst are tiles that a person judged wrong, then those with most labels that contradict the mask,
then those that look most suspicious. What was judged right, or against which nothing speaks, is
left out.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .classes import CODES
from .map_view import RIMS, ViewedRaster, cased_outline, view_codes
from .mask_check import CheckFiles
from .placing import identify_mask
from .point_sampling import SamplePoint
from .raster import Backend
from .reporter import Reporter, check_cancelled
from .scene import BandSource, Grid, SourceSpec
from .tile_ranking import PlaceToLook
from .view_reflectance import read_reflectance

OK, WRONG, SKIPPED = "ok", "wrong", "skip"
MOST = 6  # tiles
SIDE = 280  # pixels of a picture
RIM = 2  # pixels of a rim in it
# Reflectance shown as white: as the band combinations of the tab Check have it.
LOOKS = ((("B04", "B03", "B02"), 0.35), (("B11", "B08", "B04"), 0.5), (("B08",), 0.5))

Picture = NDArray[np.uint8]  # (rows, cols, 3) of red, green and blue


@dataclass(frozen=True)
class ReviewedTile:
    """A tile, and what was said of it: a verdict, "" for none yet, and a note."""

    place: PlaceToLook
    verdict: str = ""
    note: str = ""


@dataclass(frozen=True, eq=False)
class WorstTile:
    """A tile with its pictures.

    :param scene: what the scene shows, None without a scene that can show it; ``outlined`` the
        same with the rims of the mask's classes, over grey where there is no scene.
    :param points: the labelled points in it, with columns and rows of the pictures, (points, 2).
    """

    tile: ReviewedTile
    scene: Picture | None
    outlined: Picture
    points: tuple[SamplePoint, ...]
    places: NDArray[np.float64]

    @property
    def wrong(self) -> int:
        """Number of labels that contradict the mask."""
        return sum(_is_wrong(point) for point in self.points)


def choose_worst(
    tiles: Sequence[ReviewedTile], points: Sequence[SamplePoint], most: int = MOST
) -> tuple[ReviewedTile, ...]:
    """Return the worst tiles, the worst first."""
    told = []
    for rank, tile in enumerate(tiles):
        wrong = sum(_is_wrong(point) for point in _inside(tile.place, points))
        if wrong or tile.verdict == WRONG or (tile.verdict != OK and tile.place.score > 0):
            told.append((tile.verdict != WRONG, -wrong, rank, tile))
    return tuple(item[-1] for item in sorted(told, key=lambda item: item[:-1])[:most])


def picture_tiles(
    tiles: Sequence[ReviewedTile],
    points: Sequence[SamplePoint],
    files: CheckFiles,
    spec: SourceSpec | None,
    backend: Backend,
    reporter: Reporter,
) -> tuple[WorstTile, ...]:
    """Return tiles with their pictures.

    :param spec: the scene, None where there is none.
    :raises CloudMaskError: where a file cannot be read.
    :raises Cancelled: where the reporter says so.
    """
    table = identify_mask(files.mask, files.table, backend).table
    found = []
    with closing(ViewedRaster(files.mask, backend)) as mask:
        for tile in tiles:
            check_cancelled(reporter)
            view = _view(tile.place, mask.info.grid)
            codes = view_codes(mask, table, view)
            scene = None if spec is None else _scene(spec, view, backend)
            inside = _inside(tile.place, points)
            west, step, _, north, _, _ = view.transform
            spots = [((p.x - west) / step, (north - p.y) / step) for p in inside]
            # Small tiles are enlarged to whole multiples, so that pixels stay sharp squares.
            times = max(1, SIDE // max(codes.shape))
            rims = outlined(scene, _enlarged(codes, times), times)
            shown = None if scene is None else _enlarged(scene, times)
            places = np.array(spots, dtype=np.float64).reshape(-1, 2) * times
            found.append(WorstTile(tile, shown, rims, inside, places))
    return tuple(found)


def outlined(scene: Picture | None, codes: NDArray[np.uint8], times: int = 1) -> Picture:
    """Return a scene with the rims of the classes of (rows, cols) uint8 codes over it.

    A light line runs inside each rim, so that none is lost on ground of its own colour.

    :param scene: smaller than ``codes`` by ``times``; None: grey.
    """
    ground = np.full((*codes.shape, 3), 150, np.uint8)
    if scene is not None:
        ground = _enlarged(scene, times)
    rims = cased_outline(codes, RIM)
    for entry in RIMS:
        ground[rims == entry.value] = entry.colour[:3]
    return ground


def _is_wrong(point: SamplePoint) -> bool:
    return point.label in CODES and point.label != point.mapped


def _inside(place: PlaceToLook, points: Sequence[SamplePoint]) -> tuple[SamplePoint, ...]:
    west, south, east, north = place.extent
    return tuple(
        point
        for point in points
        if point.label in CODES and west <= point.x < east and south < point.y <= north
    )


def _view(place: PlaceToLook, grid: Grid) -> Grid:
    west, south, east, north = place.extent
    step = max(max(east - west, north - south) / SIDE, *grid.pixel_size)
    cols, rows = (
        max(1, math.floor(length / step + 0.5)) for length in (east - west, north - south)
    )
    return Grid(grid.crs, (west, step, 0.0, north, 0.0, -step), cols, rows, grid.unit)


def _scene(spec: SourceSpec, view: Grid, backend: Backend) -> Picture | None:
    """Return what a scene shows by the first combination of bands that it has."""
    bands: dict[str, BandSource] = {band.role: band for band in spec.bands}
    for roles, brightest in LOOKS:
        if all(role in bands for role in roles):
            chosen = [bands[role] for role in roles]
            values = read_reflectance(chosen, view, spec.nodata.value, backend)
            shown = np.clip(np.nan_to_num(values) / brightest, 0, 1) * 255
            planes = np.rint(shown).astype(np.uint8)
            return np.ascontiguousarray(
                np.moveaxis(np.resize(planes, (3, *planes.shape[1:])), 0, 2)
            )
    return None


def _enlarged(values: NDArray[np.uint8], times: int) -> NDArray[np.uint8]:
    return np.repeat(np.repeat(values, times, axis=0), times, axis=1)
