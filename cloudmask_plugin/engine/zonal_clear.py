"""The job that tells on which dates each of the user's polygons can be used."""

from __future__ import annotations

import contextlib
import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .classes import CLASSES, CLEAR, CODES
from .dated_masks import DatedMask, check_dates, dated_masks
from .errors import OptionError, SceneError
from .geometry import Shape, to_pixels
from .ground_area import GroundArea
from .mask_table import MaskTable
from .placing import PlacedMask, same_crs
from .raster import Backend, choose_backend
from .reporter import Pace, PartReporter, Reporter, check_cancelled
from .scene import Grid, Window
from .text_file import check_text_target, write_text
from .tiling import cut
from .vector import VectorBackend, VectorLayer, choose_vector_backend
from .vector.sink import check_layer_target
from .zonal_result import DateSummary, ZonalResult, ZonalRow
from .zonal_tables import rows_csv, summary_csv, write_layer

FINE_CELLS = 2500  # cells that a polygon has at least; where pixels are fewer, they are divided
FINEST = 32  # parts a side into which a pixel is divided at most
SIDE = 1024  # cells of a window that is looked at at once
ALL = len(CODES)  # position of "no data" among the classes
NOWHERE = (0.0, 0.0, 0.0, 0.0)  # bounds of what has no polygon


@dataclass(frozen=True)
class ZonalRequest:
    """Which polygons, which masks, and what counts as usable.

    :param polygons: file with polygons in any coordinate system; ``layer`` of several.
    :param dates: of the masks, in their order; () or "" for one as its tags or name tell.
    :param id_field: whose values name polygons in the table; "": the features' numbers.
    :param usable: by class code, how much of a pixel counts as usable, 0..1; others count 0.
    :param threshold: usable share of a polygon, 0..1, from which a date serves it.
    :param table, layer_output, summary: files to write, "" for none; the layer is the polygons'.
    """

    polygons: str
    masks: tuple[str, ...]
    table: str = ""
    layer_output: str = ""
    summary: str = ""
    layer: str = ""
    id_field: str = ""
    dates: tuple[str, ...] = ()
    mask_classes: MaskTable | None = None
    usable: tuple[tuple[int, float], ...] = ((CLEAR, 1.0),)
    threshold: float = 0.8

    def __post_init__(self) -> None:
        if not self.masks:
            raise OptionError("No mask is named: name one or more.")
        check_dates(self.dates, self.masks)
        if not 0 < self.threshold <= 1:
            raise OptionError(
                f"The threshold is {100 * self.threshold:g} %: give more than 0 and up to 100 %."
            )
        for _, weight in self.usable:
            if not 0 <= weight <= 1:
                raise OptionError(
                    f"A weight is {weight:g}: give 0 for pixels that cannot be used, 1 for those "
                    "that can, or a share between."
                )


def zonal_clear(request: ZonalRequest, reporter: Reporter) -> ZonalResult:
    """Write for each polygon and date the usable share, and which dates serve.

    :raises CloudMaskError: for bad inputs, with the remedy; nothing is written then.
    :raises Cancelled: where the reporter says so; nothing is written then.
    """

    def check() -> None:
        check_cancelled(reporter)

    check()
    if not (request.table or request.layer_output or request.summary):
        raise OptionError("No output is named: name a table, a layer or a summary to write.")
    for path in filter(None, (request.table, request.summary)):
        check_text_target(path, (".csv",))
    backend, vectors = choose_backend(), choose_vector_backend()
    if request.layer_output:
        check_layer_target(request.layer_output, vectors)
        if Path(request.layer_output).resolve() == Path(request.polygons).resolve():
            raise OptionError(
                f"{request.layer_output} holds the polygons themselves: choose another name for "
                "the layer."
            )
    if request.table and Path(request.table).resolve() == Path(request.summary).resolve():
        raise OptionError("Table and summary have one name: give each its own.")
    warnings: list[str] = []

    def remark(text: str) -> None:
        warnings.append(text)
        reporter.message(text)

    layer = vectors.read(request.polygons, request.layer, check)
    shapes = [feature.shape for feature in layer.features]
    lacking = sum(not shape.polygons for shape in shapes)
    if lacking == len(shapes):
        raise SceneError(f"{request.polygons} has no polygons: give a layer of polygons.")
    if lacking:
        remark(f"Features without a polygon, left empty: {lacking}.")
    names = _ids(layer, request)
    masks = dated_masks(request.masks, request.dates, request.mask_classes, backend, remark)
    began = time.monotonic()
    part = PartReporter(reporter, 0.0, 0.95 if request.layer_output else 1.0, began)
    job = _Job(layer, masks, backend, vectors, check, Pace(part, "Measuring polygons"))
    cells, hectares, totals = job.measure()
    if not job.reached:
        raise SceneError(
            f"No polygon of {request.polygons} lies on any of the masks: check the coordinate "
            "systems, or name masks of the polygons' place."
        )
    rows = tuple(_rows(request, names, masks, cells, totals, hectares))
    result = ZonalResult(
        rows=rows,
        dates=_summary(rows),
        polygons=len(shapes) - lacking,
        threshold=request.threshold,
        table=request.table,
        layer=request.layer_output,
        summary=request.summary,
        warnings=tuple(warnings),
    )
    check()
    if request.layer_output:
        pace = Pace(PartReporter(reporter, 0.95, 1.0, began), "Writing")
        write_layer(request.layer_output, layer, result, vectors, pace)
    if request.table:
        write_text(request.table, rows_csv(result))
    if request.summary:
        write_text(request.summary, summary_csv(result))
    return result


class _Job:
    """Measures polygons on masks, those of one grid together."""

    def __init__(
        self,
        layer: VectorLayer,
        masks: Sequence[DatedMask],
        backend: Backend,
        vectors: VectorBackend,
        check: Callable[[], None],
        pace: Pace,
    ) -> None:
        self._layer = layer
        self._masks = masks
        self._backend = backend
        self._vectors = vectors
        self._check = check
        self._pace = pace
        self.reached = False

    def measure(self) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
        """Return pixels (polygons, masks, classes and no data), and of (polygons, masks)
        hectares and all pixels of the polygon.
        """
        size = len(self._layer.features), len(self._masks)
        cells = np.zeros((*size, ALL + 1))
        hectares, totals = np.zeros(size), np.zeros(size)
        grids = list(dict.fromkeys(mask.grid for mask in self._masks))
        for number, grid in enumerate(grids):
            members = [n for n, mask in enumerate(self._masks) if mask.grid == grid]
            with contextlib.ExitStack() as stack:
                opened = []
                for n in members:
                    file = self._masks[n].file
                    mask = PlacedMask(file.path, file.table, grid, self._backend, self._check)
                    stack.callback(mask.close)
                    opened.append(mask)
                ground = GroundArea(grid, self._vectors)
                for share, n, shape in self._by_place(self._placed(grid), grid):
                    self._pace.advance((number + share) / len(grids))
                    found, total = self._one(shape, grid, opened)
                    cells[n, members] = found
                    totals[n, members] = total
                    middle = to_pixels(grid.transform, np.array([_middle(shape)]))[0]
                    col, row = np.clip(middle, 0, [grid.width, grid.height])
                    hectares[n, members] = total * ground.hectares(float(col), float(row))
        return cells, hectares, totals

    def _placed(self, grid: Grid) -> list[Shape]:
        """Return the polygons in the coordinates of a grid."""
        shapes = [feature.shape for feature in self._layer.features]
        if bool(grid.crs) != bool(self._layer.crs):
            lacking = self._layer.path if grid.crs else "A mask"
            raise SceneError(
                f"{lacking} has no coordinate system and the other has one: assign it the one "
                "that its coordinates are in."
            )
        if not grid.crs or same_crs(grid.crs, self._layer.crs):
            return shapes
        rings = [ring for shape in shapes for polygon in shape.polygons for ring in polygon]
        stops = np.cumsum([len(ring) for ring in rings])
        moved = self._vectors.transform(np.concatenate(rings), self._layer.crs, grid.crs)
        parts = iter(np.split(moved, stops[:-1]))
        return [
            Shape(
                tuple(tuple(next(parts) for _ in polygon) for polygon in shape.polygons),
                shape.points,
            )
            for shape in shapes
        ]

    def _by_place(self, shapes: Sequence[Shape], grid: Grid) -> Iterator[tuple[float, int, Shape]]:
        """Yield polygons near each other one after the other, for blocks are read once then."""
        order = []
        for number, shape in enumerate(shapes):
            if shape.polygons:
                col, row = to_pixels(grid.transform, np.array([_middle(shape)]))[0]
                order.append((int(row // SIDE), int(col // SIDE), number))
        for done, (_, _, number) in enumerate(sorted(order)):
            yield done / len(order), number, shapes[number]

    def _one(
        self, shape: Shape, grid: Grid, masks: Sequence[PlacedMask]
    ) -> tuple[NDArray[np.float64], float]:
        """Return pixels (masks, classes and no data) of one polygon, and all its pixels."""
        found = np.zeros((len(masks), ALL + 1))
        width, height = grid.pixel_size
        plane = shape.area / (width * height)
        window, whole = _window(shape, grid)
        parts = 1 if plane >= FINE_CELLS else math.ceil(math.sqrt(FINE_CELLS / max(plane, 1e-9)))
        parts = min(parts, FINEST)
        covered = 0.0
        for piece in cut(window, max(1, SIDE // parts)):
            cover = self._cover(shape, grid, piece, parts)
            rows, cols = np.nonzero(cover)
            if not len(rows):
                continue
            weights = cover[rows, cols]
            covered += float(weights.sum())
            for place, mask in enumerate(masks):
                codes = mask.codes(piece)[rows, cols]
                kinds = np.minimum(codes, ALL)  # 255 becomes the last
                found[place] += np.bincount(kinds, weights, minlength=ALL + 1)
        self.reached = self.reached or covered > 0
        total = covered if whole else max(plane, covered)
        found[:, ALL] += total - covered  # beyond the mask
        return found, total

    def _cover(self, shape: Shape, grid: Grid, piece: Window, parts: int) -> NDArray[np.float64]:
        """Return (rows, cols) the share of each pixel that lies in a polygon."""
        x0, a, b, y0, d, e = grid.cropped(piece).transform
        fine = (x0, a / parts, b / parts, y0, d / parts, e / parts)
        size = piece.height * parts, piece.width * parts
        inside = self._vectors.rasterise([(shape.polygons, 1)], fine, size, 0)
        blocks = inside.reshape(piece.height, parts, piece.width, parts)
        return np.asarray(blocks.sum(axis=(1, 3), dtype=np.float64) / parts**2)


def _window(shape: Shape, grid: Grid) -> tuple[Window, bool]:
    """Return the pixels that a polygon touches, and whether it lies on the grid as a whole."""
    xmin, ymin, xmax, ymax = shape.bounds or NOWHERE
    corners = np.array([[xmin, ymin], [xmin, ymax], [xmax, ymin], [xmax, ymax]])
    pixels = to_pixels(grid.transform, corners)
    low, high = np.floor(pixels.min(axis=0)), np.ceil(pixels.max(axis=0))
    low, high = np.clip(low, -1e9, 1e9), np.clip(high, -1e9, 1e9)
    col, row = (int(value) for value in low)
    wanted = Window(col, row, int(high[0]) - col, int(high[1]) - row)
    window = wanted.intersect(grid.window)
    if window.width == 0 or window.height == 0:
        return Window(0, 0, 0, 0), False
    return window, window == wanted


def _middle(shape: Shape) -> tuple[float, float]:
    xmin, ymin, xmax, ymax = shape.bounds or NOWHERE
    return (xmin + xmax) / 2, (ymin + ymax) / 2


def _ids(layer: VectorLayer, request: ZonalRequest) -> list[str]:
    if not request.id_field:
        return [str(feature.id) for feature in layer.features]
    position = layer.position(request.id_field)
    if position is None:
        listed = ", ".join(field.name for field in layer.fields) or "none"
        raise OptionError(
            f"{request.polygons} has no field {request.id_field!r}: name the one that tells the "
            f"polygons apart; its fields are {listed}."
        )
    values = (feature.values[position] for feature in layer.features)
    return ["" if value is None else str(value) for value in values]


def _rows(
    request: ZonalRequest,
    names: Sequence[str],
    masks: Sequence[DatedMask],
    cells: NDArray[np.float64],
    totals: NDArray[np.float64],
    hectares: NDArray[np.float64],
) -> Iterator[ZonalRow]:
    """Yield a row for each polygon and day, of the mask of that day that shows most of it."""
    days: dict[tuple[str, str], list[int]] = {}
    for number, mask in enumerate(masks):
        days.setdefault((mask.date, "" if mask.date else mask.file.name), []).append(number)
    weights = np.zeros(ALL + 1)
    for code, weight in request.usable:
        weights[code] = weight
    for position, name in enumerate(names):
        for (day, _), members in days.items():
            total = totals[position, members]
            if not total.any():
                continue
            missing = cells[position, members, ALL] / np.where(total > 0, total, 1)
            best = members[int(np.argmin(np.where(total > 0, missing, np.inf)))]
            shares = cells[position, best] / totals[position, best]
            usable = float(shares @ weights)
            yield ZonalRow(
                position,
                name,
                day,
                masks[best].file.name,
                usable,
                tuple((item.key, float(shares[item.code])) for item in CLASSES),
                float(shares[ALL]),
                float(totals[position, best]),
                float(hectares[position, best]),
                usable >= request.threshold - 1e-9,
            )


def _summary(rows: Sequence[ZonalRow]) -> tuple[DateSummary, ...]:
    by_day: dict[str, list[ZonalRow]] = {}
    for row in rows:
        by_day.setdefault(row.when, []).append(row)
    summaries = []
    for when, listed in by_day.items():
        area = sum(row.hectares for row in listed)
        serving = [row for row in listed if row.is_usable]
        summaries.append(
            DateSummary(
                when,
                tuple(dict.fromkeys(row.mask for row in listed)),
                len(listed),
                len(serving),
                area,
                sum(row.hectares for row in serving),
                sum(row.usable * row.hectares for row in listed) / area if area else math.nan,
            )
        )
    return tuple(summaries)
