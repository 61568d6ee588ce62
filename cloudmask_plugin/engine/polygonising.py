"""The job that turns a mask into polygons."""

from __future__ import annotations

import contextlib
import math
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .classes import CLASSES, CLOUD_CODES, CLOUD_SHADOW, CODES, NODATA
from .errors import OptionError
from .geometry import Polygon, Ring, polygon_area, ring_centroid, to_map
from .ground_area import GroundArea
from .mask_table import MaskTable
from .outlines import Nodes, Piece, as_nodes, at_fault, find_nodes, simplified
from .placing import PlacedMask, identify_mask
from .raster import Backend, NewRaster, choose_backend
from .reporter import Pace, PartReporter, Reporter, check_cancelled
from .scene import Grid, Window
from .tiling import cut
from .vector import Field, NewLayer, Traced, VectorBackend, choose_vector_backend
from .vector.sink import LayerSink, check_layer_target
from .vector_style import Kind, categorised_style

BLOCK = 256  # pixels of the blocks of temporary rasters
SIDE = 4 * BLOCK  # of the windows in which pixels are gone through
AT_ONCE = 4000  # polygons that are simplified together
FINEST = 0.5  # pixels; where outlines cross with less tolerance they follow pixels
PLAIN = Grid("", (0.0, 1.0, 0.0, 0.0, 0.0, 1.0), 0, 0)
FIELDS = (Field("class", "integer"), Field("name", "text"), Field("hectares", "real"))


@dataclass(frozen=True)
class PolygoniseRequest:
    """What to turn into polygons, and how.

    :param classes: codes that become polygons.
    :param mask_classes: what the mask's values mean; None: as tags, name or values tell.
    :param dissolve: one feature a class instead of one a patch.
    :param tolerance: metres by which an outline may move to become simpler; 0 follows pixels.
    :param min_area: hectares below which a polygon, as it is drawn, is left out.
    :param holes: hectares below which a hole is filled, with all that lies in it but nodata.
    """

    mask: str
    output: str
    classes: tuple[int, ...] = (*CLOUD_CODES, CLOUD_SHADOW)
    mask_classes: MaskTable | None = None
    dissolve: bool = False
    tolerance: float = 0.0
    min_area: float = 0.0
    holes: float = 0.0

    def __post_init__(self) -> None:
        if not self.classes or not set(self.classes) <= set(CODES):
            raise OptionError(
                "No class is named that is to become polygons: name one or more of "
                f"{', '.join(item.key for item in CLASSES)}."
            )
        for name, value, unit in (
            ("tolerance", self.tolerance, "metres"),
            ("smallest area", self.min_area, "hectares"),
            ("largest hole", self.holes, "hectares"),
        ):
            if not (value >= 0 and math.isfinite(value)):
                raise OptionError(
                    f"The {name} is {value:g}: give 0 or a positive number of {unit}."
                )


@dataclass(frozen=True)
class PolygoniseResult:
    """What was written.

    :param features: number of features; ``polygons`` of the polygons in them.
    :param hectares: by class key, those asked for.
    :param is_ellipsoidal: whether hectares are those of the ellipsoid, and not of the map.
    """

    output: str
    features: int
    polygons: int
    hectares: tuple[tuple[str, float], ...]
    is_ellipsoidal: bool
    warnings: tuple[str, ...]


def polygonise(request: PolygoniseRequest, reporter: Reporter) -> PolygoniseResult:
    """Write polygons of classes of a mask, in the mask's coordinates, with area and style.

    :raises CloudMaskError: for bad inputs, with the remedy; nothing is written then.
    :raises Cancelled: where the reporter says so; nothing is written then.
    """

    def check() -> None:
        check_cancelled(reporter)

    check()
    backend, vectors = choose_backend(), choose_vector_backend()
    check_layer_target(request.output, vectors)
    mask = identify_mask(request.mask, request.mask_classes, backend)
    for text in mask.remarks:
        reporter.message(text)
    began = time.monotonic()

    def stage(name: str, start: float, stop: float) -> Pace:
        return Pace(PartReporter(reporter, start, stop, began), name)

    with contextlib.ExitStack() as stack:
        grid = _grid(mask.path, backend)
        new = NewLayer(Path(request.output).stem, grid.crs, FIELDS)
        sink = stack.enter_context(LayerSink(request.output, new, vectors, _style(request)))
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="cloudmask"))
        codes = stack.enter_context(
            contextlib.closing(PlacedMask(mask.path, mask.table, grid, backend, check))
        )
        job = _Job(request, grid, codes, folder, backend, vectors)
        chosen = job.choose(stage("Reading", 0.0, 0.1))
        if request.holes:
            chosen = job.without_holes(chosen, stage("Filling holes", 0.1, 0.35))
        traced = vectors.trace(chosen, folder, stage("Tracing outlines", 0.35, 0.6).advance)
        closer: dict[Piece, float] = {}
        nodes = None
        if request.tolerance:
            nodes = job.nodes(chosen, stage("Tracing outlines", 0.6, 0.65))
            job.find_crossings(traced, nodes, closer, stage("Simplifying", 0.65, 0.85))
        written = job.write(traced, nodes, closer, sink, stage("Writing", 0.85, 1.0))
        check()
    features, polygons, hectares = written
    return PolygoniseResult(
        request.output,
        features,
        polygons,
        tuple((item.key, hectares[item.code]) for item in CLASSES if item.code in hectares),
        job.ground.is_ellipsoidal,
        mask.remarks,
    )


class _Job:
    """One mask on its way to polygons; all outlines are in columns and rows until written."""

    def __init__(
        self,
        request: PolygoniseRequest,
        grid: Grid,
        codes: PlacedMask,
        folder: str,
        backend: Backend,
        vectors: VectorBackend,
    ) -> None:
        self._request = request
        self._grid = grid
        self._codes = codes
        self._folder = folder
        self._backend = backend
        self._vectors = vectors
        self.ground = GroundArea(grid, vectors)
        self._tolerance = request.tolerance / grid.resolution  # pixels

    def choose(self, pace: Pace) -> str:
        """Write the classes asked for as a raster without position, 255 elsewhere."""

        def part(window: Window) -> NDArray[np.uint8]:
            codes = self._codes.codes(window)
            codes[~np.isin(codes, self._request.classes)] = NODATA
            return codes

        return self._write_raster("chosen.tif", part, pace)

    def without_holes(self, raster: str, pace: Pace) -> str:
        """Write a raster of which small holes are filled, but where the mask has no data."""
        traced = self._vectors.trace(raster, self._folder, lambda share: pace.advance(share / 2))
        holes = []
        for value, polygon in traced:
            pace.check()
            holes += [(self._hectares((ring,)), value, ring) for ring in polygon[1:]]
        # Largest last, so that what lies in a hole of a hole belongs to the outermost.
        holes = sorted((one for one in holes if one[0] < self._request.holes), key=lambda h: h[0])
        low = np.array([ring.min(axis=0) for _, _, ring in holes]).reshape(-1, 2)
        high = np.array([ring.max(axis=0) for _, _, ring in holes]).reshape(-1, 2)
        with contextlib.closing(self._backend.open(raster)) as reader:

            def part(window: Window) -> NDArray[np.uint8]:
                shape = (window.height, window.width)
                codes = np.asarray(reader.read(1, window, shape))
                near = (low < [window.col_stop, window.row_stop]).all(axis=1)
                near &= (high > [window.col, window.row]).all(axis=1)
                items = [([(holes[n][2],)], holes[n][1]) for n in np.flatnonzero(near)]
                if items:
                    place = PLAIN.cropped(window).transform
                    burnt = self._vectors.rasterise(items, place, shape, NODATA)
                    fits = (burnt != NODATA) & (self._codes.codes(window) != NODATA)
                    codes[fits] = burnt[fits]
                return codes

            half = _SecondHalf(pace)
            return self._write_raster("filled.tif", part, half)

    def nodes(self, raster: str, pace: Pace) -> Nodes:
        """Return where outlines of a raster meet, those at its edge included."""
        width, height = self._grid.width, self._grid.height
        found = []
        with contextlib.closing(self._backend.open(raster)) as reader:
            windows = list(cut(self._grid.window, SIDE))
            for number, window in enumerate(windows):
                pace.advance(number / len(windows))
                wide = Window(
                    window.col - 1, window.row - 1, window.width + 2, window.height + 2
                ).intersect(self._grid.window)
                codes = reader.read(1, wide, (wide.height, wide.width))
                # Beyond the edge nothing is traced, as where there is no data.
                around = np.full((window.height + 2, window.width + 2), NODATA, np.uint8)
                top, left = wide.row - window.row + 1, wide.col - window.col + 1
                around[top : top + wide.height, left : left + wide.width] = codes
                found.append(find_nodes(around) + [window.col, window.row])
        return as_nodes(np.concatenate(found), width, height)

    def find_crossings(
        self, traced: Traced, nodes: Nodes, closer: dict[Piece, float], pace: Pace
    ) -> None:
        """Note the pieces of outline that have to stay closer for none to cross another."""
        passes, changed = 0, True
        while changed:  # a piece may be part of patches that were looked at before
            changed = False
            for done, batch in self._batches(traced):
                while True:
                    pace.advance(1 - (1 - done / 2) * 0.5**passes)
                    outlines, pieces = self._simplified(
                        [polygon for _, polygon in batch], nodes, closer
                    )
                    wrong = at_fault(outlines, pieces, lambda piece: closer.get(piece, 1.0) > 0)
                    if not wrong:
                        break
                    changed = True
                    for piece in wrong:
                        half = closer.get(piece, self._tolerance) / 2
                        closer[piece] = half if half >= FINEST else 0.0
            passes += 1

    def write(
        self,
        traced: Traced,
        nodes: Nodes | None,
        closer: dict[Piece, float],
        sink: LayerSink,
        pace: Pace,
    ) -> tuple[int, int, dict[int, float]]:
        """Write features; return their number, that of polygons, and hectares by class."""
        features = polygons = 0
        hectares = dict.fromkeys(sorted(set(self._request.classes)), 0.0)
        together: dict[int, list[Polygon]] = {code: [] for code in hectares}
        names = {item.code: item.name for item in CLASSES}
        for done, batch in self._batches(traced):
            pace.advance(done)
            outlines = [polygon for _, polygon in batch]
            if nodes is not None:
                outlines = self._simplified(outlines, nodes, closer)[0]
            for (value, _), outline in zip(batch, outlines):
                area = self._hectares(outline)
                if area < self._request.min_area:
                    continue
                polygons += 1
                hectares[value] += area
                placed = tuple(to_map(self._grid.transform, ring) for ring in outline)
                if self._request.dissolve:
                    together[value].append(placed)
                else:
                    features += 1
                    sink.add((value, names[value], round(area, 4)), [placed])
        for value, listed in together.items():
            pace.check()
            if listed:
                features += 1
                sink.add((value, names[value], round(hectares[value], 4)), listed)
        return features, polygons, hectares

    def _batches(self, traced: Traced) -> Iterator[tuple[float, list[tuple[int, Polygon]]]]:
        """Yield the share done and so many polygons at once."""
        items = iter(traced)
        count = traced.count
        seen = 0
        while batch := list(islice(items, AT_ONCE)):
            seen += len(batch)
            yield min(1.0, seen / count) if count else 0.5, batch

    def _simplified(
        self, polygons: Sequence[Polygon], nodes: Nodes, closer: dict[Piece, float]
    ) -> tuple[list[Polygon], list[list[list[Piece]]]]:
        """Return simpler polygons, and the piece of outline that each segment is of."""
        sizes = [len(polygon) for polygon in polygons]
        rings = [ring for polygon in polygons for ring in polygon]
        simple, listed = simplified(rings, nodes, self._tolerance, closer)
        outlines, pieces = iter(simple), iter(listed)
        return (
            [tuple(islice(outlines, size)) for size in sizes],
            [list(islice(pieces, size)) for size in sizes],
        )

    def _hectares(self, outline: Sequence[Ring]) -> float:
        """Return the area on the ground of an outline in columns and rows."""
        col, row = ring_centroid(outline[0])
        return polygon_area(tuple(outline)) * self.ground.hectares(col, row)

    def _write_raster(
        self,
        name: str,
        part: Callable[[Window], NDArray[np.uint8]],
        pace: Pace | _SecondHalf,
    ) -> str:
        path = str(Path(self._folder) / name)
        plain = Grid("", PLAIN.transform, self._grid.width, self._grid.height)
        new = NewRaster(plain, "uint8", ("",), float(NODATA), block=BLOCK)
        writer = self._backend.create(path, new)
        try:
            windows = list(cut(plain.window, SIDE))
            for number, window in enumerate(windows):
                pace.advance(number / len(windows))
                writer.write(part(window)[None], window)
        finally:
            writer.close()
        return path


class _SecondHalf:
    """Reports shares of the second half of a stage."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace

    def advance(self, share: float) -> None:
        self._pace.advance(0.5 + share / 2)


def _style(request: PolygoniseRequest) -> str:
    kinds = [
        Kind(str(item.code), item.name, _visible(item.colour))
        for item in CLASSES
        if item.code in request.classes
    ]
    return categorised_style("class", kinds)


def _visible(colour: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """Return the colour of a class; clear, which has none on a mask, is a pale green."""
    return colour if colour[3] else (120, 190, 120, 120)


def _grid(path: str, backend: Backend) -> Grid:
    with contextlib.closing(backend.open(path)) as reader:
        return reader.info.grid
