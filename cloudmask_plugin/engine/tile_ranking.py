"""The job that tells where in a mask to look first."""

from __future__ import annotations

import contextlib
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .map_view import PROBABILITY_BANDS, ViewedRaster, open_probabilities, view_codes
from .mask_check import CheckFiles
from .placing import identify_mask
from .raster import Backend
from .reporter import Reporter, check_cancelled
from .scene import Grid, SourceSpec, Window
from .shadow_geometry import path_to_sun
from .suspicion import (
    BRIGHT,
    DIFFERENT,
    ORPHAN,
    SHADOWLESS,
    UNSURE,
    Bools,
    Plane,
    bright_surface,
    differing,
    entropy,
    orphan_shadow,
    rank_tiles,
    shadowless_cloud,
)
from .tiling import cut
from .view_reflectance import read_reflectance

SIDE = 1000  # pixels of the look at a whole scene; 110 m for a Sentinel-2 tile
TILES = 10  # along the longer side of a mask
SURFACE_ROLES = ("B03", "B08", "B8A", "B11")


@dataclass(frozen=True)
class PlaceToLook:
    """A tile of a mask in map coordinates.

    :param extent: xmin, ymin, xmax, ymax in the CRS of the mask.
    :param signs: reason and share, as :class:`.suspicion.RankedTile` has them.
    """

    number: int
    extent: tuple[float, float, float, float]
    signs: tuple[tuple[str, float], ...]
    score: float
    reason: str


@dataclass(frozen=True)
class Ranking:
    """Where to look, the most suspicious first, and what could not be looked for, by reason."""

    places: tuple[PlaceToLook, ...]
    missing: tuple[str, ...]


def rank_places(
    files: CheckFiles, spec: SourceSpec | None, backend: Backend, reporter: Reporter
) -> Ranking:
    """Look at a whole mask by every so many pixels, and rank its tiles.

    :param spec: the scene, None where there is none; surfaces and shadow are not judged then.
    :raises CloudMaskError: where a file cannot be read.
    :raises Cancelled: where the reporter says so.
    """
    with contextlib.ExitStack() as stack:
        mask_file = identify_mask(files.mask, files.table, backend)
        mask = ViewedRaster(files.mask, backend)
        stack.callback(mask.close)
        grid = mask.info.grid
        view = coarse_view(grid, SIDE)
        codes = view_codes(mask, mask_file.table, view)
        check_cancelled(reporter)
        signs: dict[str, Bools | Plane] = {}
        if files.probabilities:
            odds = open_probabilities(files.probabilities, backend)
            stack.callback(odds.close)
            signs[UNSURE] = entropy(odds.read(PROBABILITY_BANDS, view))
        check_cancelled(reporter)
        if files.other:
            table = identify_mask(files.other, files.other_table, backend).table
            other = ViewedRaster(files.other, backend)
            stack.callback(other.close)
            signs[DIFFERENT] = differing(codes, view_codes(other, table, view))
        check_cancelled(reporter)
        sun = spec.sun_at(*grid.centre) if spec is not None else None
        if sun is not None:
            path = path_to_sun(view, sun)
            signs[ORPHAN] = orphan_shadow(codes, path)
            check_cancelled(reporter)
            signs[SHADOWLESS] = shadowless_cloud(codes, path)
        check_cancelled(reporter)
        if spec is not None:
            surfaces = _surfaces(spec, codes, view, backend)
            if surfaces is not None:
                signs[BRIGHT] = surfaces
    ranked = rank_tiles(codes, signs, math.ceil(max(view.width, view.height) / TILES))
    places = tuple(
        PlaceToLook(number, _extent(view, tile.window), tile.signs, tile.score, tile.reason)
        for number, tile in enumerate(ranked if signs else (), start=1)
    )
    reasons = (UNSURE, DIFFERENT, ORPHAN, SHADOWLESS, BRIGHT)
    return Ranking(places, tuple(reason for reason in reasons if reason not in signs))


def even_tiles(grid: Grid) -> tuple[PlaceToLook, ...]:
    """Return the tiles of a mask, from north to south, where nothing tells which are suspicious."""
    view = coarse_view(grid, SIDE)
    side = math.ceil(max(view.width, view.height) / TILES)
    return tuple(
        PlaceToLook(number, _extent(view, window), (), 0.0, "")
        for number, window in enumerate(cut(view.window, side), start=1)
    )


def coarse_view(grid: Grid, side: int) -> Grid:
    """Return a view of a whole grid with north up, of about ``side`` pixels at most."""
    step = max(1, math.ceil(max(grid.width, grid.height) / side))
    coarse = grid.coarsened(step)
    x0, a, _, y0, _, e = coarse.transform
    # Rows from north to south, as all views are.
    top = y0 if e < 0 else y0 + e * coarse.height
    return Grid(grid.crs, (x0, a, 0.0, top, 0.0, -abs(e)), coarse.width, coarse.height, grid.unit)


def _surfaces(
    spec: SourceSpec, codes: NDArray[np.uint8], view: Grid, backend: Backend
) -> Bools | None:
    bands = [band for band in spec.bands if band.role in SURFACE_ROLES]
    values = read_reflectance(bands, view, spec.nodata.value, backend)
    return bright_surface(codes, {band.role: plane for band, plane in zip(bands, values)})


def _extent(view: Grid, window: Window) -> tuple[float, float, float, float]:
    part = view.cropped(window)
    x0, a, _, y0, _, e = part.transform
    return x0, y0 + e * part.height, x0 + a * part.width, y0
