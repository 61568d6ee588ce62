"""The job that compares masks with a reference: rasters, labelled points or labelled polygons."""

from __future__ import annotations

import contextlib
import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

import numpy as np
from numpy.typing import NDArray

from .accuracy_facts import scores_csv
from .accuracy_report import ReportDetails, report_html
from .accuracy_result import EvaluationResult, Patch, Picture
from .area_estimation import AreaEstimates, estimate
from .classes import CODES, NODATA
from .errors import OptionError, SceneError
from .geometry import to_map, to_pixels
from .ground_area import GroundArea
from .mask_provenance import Line, file_hash, provenance, reported_now
from .mask_table import MaskTable, find_table
from .metrics import EXPERIMENTS, confusion, counts
from .placing import MaskFile, PlacedMask, identify_mask, offset_on, same_crs
from .raster import Backend, choose_backend
from .reference_labels import Labels, LabelSource, read_labels
from .reporter import Pace, PartReporter, Reporter, check_cancelled
from .scene import Grid, Window
from .text_file import check_text_target, write_text
from .tiling import cut
from .vector import VectorBackend, choose_vector_backend

SIDE = 1024  # pixels of a window that is compared at once
PICTURE_SIDE = 420  # pixels of a map in the report
PICTURES = 12  # maps in the report: those of the patches that agree least
SAME_SIZE = 1.01  # ratio up to which two pixels count as equally large
EDGE_POINTS = 21  # on each edge of a grid whose outline is brought to another CRS


@dataclass(frozen=True)
class EvaluationRequest:
    """What to compare with what.

    :param masks: paths of classified rasters.
    :param references: one for each mask in their order, or one for all.
    :param labels: points or polygons in place of ``references``.
    :param mask_classes: what the masks' values mean; None: as tags, name or values tell.
    :param reference_classes: key or text of the references' class table; "" as above.
    :param report: page of HTML to write, "" for none; ``table``: CSV file likewise.
    """

    masks: tuple[str, ...]
    references: tuple[str, ...] = ()
    labels: LabelSource | None = None
    mask_classes: MaskTable | None = None
    reference_classes: str = ""
    report: str = ""
    table: str = ""

    def __post_init__(self) -> None:
        if not self.masks:
            raise OptionError("No mask is named: name one or more.")
        if bool(self.references) == (self.labels is not None):
            raise OptionError(
                "Masks are compared either with reference rasters or with labelled points or "
                "polygons: name one of both."
            )
        if self.references and len(self.references) not in (1, len(self.masks)):
            raise OptionError(
                f"{len(self.references)} references are named for {len(self.masks)} masks: name "
                "one for each mask in the same order, or one for all."
            )


@dataclass(eq=False)
class _Counted:
    """What is summed up over the windows of one mask."""

    table: NDArray[np.int64] = field(
        default_factory=lambda: np.zeros((len(CODES), len(CODES)), np.int64)
    )
    unlabelled: int = 0
    missing: int = 0

    def add(self, mask: NDArray[np.uint8], reference: NDArray[np.uint8]) -> None:
        self.table += confusion(mask, reference)
        self.unlabelled += int(np.sum((reference == NODATA) & (mask != NODATA)))
        self.missing += int(np.sum((mask == NODATA) & (reference != NODATA)))


class _Sampler:
    """Keeps every so many pixels of a window of a grid, for a small map."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._step = max(1, math.ceil(max(window.width, window.height) / PICTURE_SIDE))
        shape = [-(-size // self._step) for size in (window.height, window.width)]
        self.mask = np.full(shape, NODATA, np.uint8)
        self.reference = np.full(shape, NODATA, np.uint8)

    def add(
        self, part: Window, mask: NDArray[np.uint8], reference: NDArray[np.uint8] | None
    ) -> None:
        rows = self._places(part.row - self._window.row, part.height)
        cols = self._places(part.col - self._window.col, part.width)
        there = np.ix_(rows // self._step, cols // self._step)
        here = np.ix_(rows - (part.row - self._window.row), cols - (part.col - self._window.col))
        self.mask[there] = mask[here]
        if reference is not None:
            self.reference[there] = reference[here]

    def _places(self, start: int, length: int) -> NDArray[np.int64]:
        first = -(-start // self._step) * self._step
        return np.arange(first, start + length, self._step)

    def to_picture(self, pixels: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return places (points, 2) of the grid as columns and rows of the map."""
        return (pixels - [self._window.col, self._window.row]) / self._step


def evaluate(request: EvaluationRequest, reporter: Reporter) -> EvaluationResult:
    """Compare masks with a reference, and write report and table where they are wanted.

    :raises CloudMaskError: for bad inputs, with the remedy; nothing is written then.
    :raises Cancelled: where the reporter says so; nothing is written then.
    """

    def check() -> None:
        check_cancelled(reporter)

    check()
    for path, suffixes in ((request.report, (".html", ".htm")), (request.table, (".csv",))):
        if path:
            check_text_target(path, suffixes)
            if request.labels and Path(path).resolve() == Path(request.labels.path).resolve():
                raise OptionError(
                    f"{path} holds the labels themselves: choose another name for the table."
                )
    backend, vectors = choose_backend(), choose_vector_backend()
    labels = read_labels(request.labels, vectors, check) if request.labels else None
    remarks: dict[str, None] = {}  # each once, in order

    def remark(text: str) -> None:
        if text not in remarks:
            remarks[text] = None
            reporter.message(text)

    if labels is not None and labels.unlabelled:
        remark(f"Features without a label, left out: {labels.unlabelled}.")
    names = _names(request.masks)
    began = time.monotonic()
    patches: list[Patch] = []
    areas = np.zeros(len(CODES))
    for number, path in enumerate(request.masks):
        part = PartReporter(reporter, number / len(names), (number + 1) / len(names), began)
        pace = Pace(part, "Comparing")
        mask = identify_mask(path, request.mask_classes, backend)
        for text in mask.remarks:
            remark(text)
        job = _Job(backend, vectors, check, remark, pace)
        if labels is not None and request.labels is not None:
            patch, hectares = job.with_labels(names[number], mask, labels, request.labels.path)
            areas += hectares
        else:
            reference = request.references[min(number, len(request.references) - 1)]
            table = find_table(request.reference_classes) if request.reference_classes else None
            other = identify_mask(reference, table, backend)
            for text in other.remarks:
                remark(text)
            patch = job.with_raster(names[number], mask, other)
        patches.append(patch)
        patches = _without_most_pictures(patches)
    compared = sum(int(patch.table.sum()) for patch in patches)
    if compared == 0:
        raise SceneError(
            "Nothing could be compared: where the reference has labels no mask has data; check "
            "that they belong together, and what the values of both mean."
        )
    result = EvaluationResult(
        kind="rasters" if labels is None else "points" if labels.are_points else "polygons",
        patches=tuple(patches),
        area=_area(patches, areas) if labels is not None and labels.are_points else None,
        warnings=tuple(remarks),
        report=request.report,
        table_file=request.table,
    )
    check()
    if request.table:
        write_text(request.table, scores_csv(result))
    if request.report:
        write_text(request.report, report_page(result))
    return result


def report_page(result: EvaluationResult) -> str:
    """Return a comparison as one page of HTML, of a single mask with where it comes from.

    :raises SceneError: where the mask cannot be read any more.
    """
    told: tuple[Line, ...] = ()
    if len(result.patches) == 1:
        (patch,) = result.patches
        told = (
            *provenance(patch.mask, choose_backend()),
            ("Reference", Path(patch.reference).name),
            ("SHA-256 of the reference", file_hash(patch.reference)),
        )
    lines = tuple(line for line in (*told, reported_now()) if line[1])
    return report_html(result, ReportDetails(lines))


class _Job:
    """Compares one mask."""

    def __init__(
        self,
        backend: Backend,
        vectors: VectorBackend,
        check: Callable[[], None],
        remark: Callable[[str], None],
        pace: Pace,
    ) -> None:
        self._backend = backend
        self._vectors = vectors
        self._check = check
        self._remark = remark
        self._pace = pace

    def with_raster(self, name: str, mask: MaskFile, reference: MaskFile) -> Patch:
        """Compare on the grid of the smaller pixels; the other is brought to it."""
        own, other = self._grid(mask.path), self._grid(reference.path)
        finer_reference = other.resolution * SAME_SIZE < own.resolution
        grid = other if finer_reference else own
        moved, kept = (mask, reference) if finer_reference else (reference, mask)
        self._tell_warp(moved, own if finer_reference else other, kept, grid)
        window = self._overlap(grid, own if finer_reference else other)
        if window is None:
            raise SceneError(
                f"{mask.path} and {reference.path} do not overlap: name a reference of the same "
                "place for each mask, in the same order."
            )
        with contextlib.ExitStack() as stack:
            ours = PlacedMask(mask.path, mask.table, grid, self._backend, self._check)
            stack.callback(ours.close)
            theirs = PlacedMask(reference.path, reference.table, grid, self._backend, self._check)
            stack.callback(theirs.close)
            counted, sampler = self._compare(window, ours.codes, theirs.codes)
        picture = Picture(sampler.mask, sampler.reference, None)
        return Patch(
            name, mask.path, reference.path, counted.table, counted.unlabelled, counted.missing,
            picture,
        )  # fmt: skip

    def with_labels(
        self, name: str, mask: MaskFile, labels: Labels, path: str
    ) -> tuple[Patch, NDArray[np.float64]]:
        """Compare with points or polygons; return also hectares of each class of the mask."""
        grid = self._grid(mask.path)
        if bool(grid.crs) != bool(labels.crs):
            lacking = path if grid.crs else mask.path
            raise SceneError(
                f"{lacking} has no coordinate system and the other has one: assign it the one "
                "that its coordinates are in."
            )
        placed = labels.placed(grid.crs, self._vectors)
        ours = PlacedMask(mask.path, mask.table, grid, self._backend, self._check)
        with contextlib.closing(ours):
            if placed.are_points:
                return self._with_points(name, mask, grid, ours, placed, path)
            return self._with_polygons(name, mask, grid, ours, placed, path)

    def _with_polygons(
        self, name: str, mask: MaskFile, grid: Grid, ours: PlacedMask, labels: Labels, path: str
    ) -> tuple[Patch, NDArray[np.float64]]:
        windows = [_window(grid, labels.shapes[n].bounds) for n in range(len(labels.codes))]
        listed = [n for n, window in enumerate(windows) if window.width and window.height]
        if not listed:
            raise _not_on(mask.path, path)
        if len(listed) < len(windows):
            self._remark(f"Polygons outside {mask.name}: {len(windows) - len(listed)}.")
        whole = _around([windows[n] for n in listed])

        def reference(window: Window) -> NDArray[np.uint8]:
            near = [n for n in listed if windows[n].intersect(window).width]
            near = [n for n in near if windows[n].intersect(window).height]
            return self._vectors.rasterise(
                [(labels.shapes[n].polygons, labels.codes[n]) for n in near],
                grid.cropped(window).transform,
                (window.height, window.width),
                NODATA,
            )

        counted, sampler = self._compare(whole, ours.codes, reference)
        picture = Picture(sampler.mask, sampler.reference, None)
        patch = Patch(
            name, mask.path, path, counted.table, counted.unlabelled, counted.missing, picture
        )
        return patch, np.zeros(len(CODES))

    def _with_points(
        self, name: str, mask: MaskFile, grid: Grid, ours: PlacedMask, labels: Labels, path: str
    ) -> tuple[Patch, NDArray[np.float64]]:
        points = np.concatenate([shape.points for shape in labels.shapes])
        repeats = [len(shape.points) for shape in labels.shapes]
        codes = np.repeat(np.array(labels.codes, np.uint8), repeats)
        pixels = to_pixels(grid.transform, points)
        places = np.floor(pixels).astype(np.int64)
        inside = ((places >= 0) & (places < [grid.width, grid.height])).all(axis=1)
        if not inside.any():
            raise _not_on(mask.path, path)
        if not inside.all():
            self._remark(f"Points outside {mask.name}: {int((~inside).sum())}.")
        places, codes, pixels = places[inside], codes[inside], pixels[inside]
        found = np.full(len(codes), NODATA, np.uint8)
        hectares = np.zeros(len(CODES))
        ground = GroundArea(grid, self._vectors)
        sampler = _Sampler(grid.window)
        for window in self._windows(grid.window):
            part = ours.codes(window)
            sampler.add(window, part, None)
            size = ground.hectares(window.col + window.width / 2, window.row + window.height / 2)
            hectares += size * np.bincount(part.ravel(), minlength=len(CODES))[: len(CODES)]
            here = (places >= [window.col, window.row]).all(axis=1)
            here &= (places < [window.col_stop, window.row_stop]).all(axis=1)
            cols, rows = (places[here] - [window.col, window.row]).T
            found[here] = part[rows, cols]
        counted = _Counted()
        counted.add(found, codes)
        known = found != NODATA
        dots = (sampler.to_picture(pixels[known]), found[known], codes[known])
        picture = Picture(sampler.mask, None, dots)
        patch = Patch(name, mask.path, path, counted.table, 0, counted.missing, picture)
        return patch, hectares

    def _compare(
        self,
        window: Window,
        mask: Callable[[Window], NDArray[np.uint8]],
        reference: Callable[[Window], NDArray[np.uint8]],
    ) -> tuple[_Counted, _Sampler]:
        counted, sampler = _Counted(), _Sampler(window)
        for part in self._windows(window):
            ours, theirs = mask(part), reference(part)
            counted.add(ours, theirs)
            sampler.add(part, ours, theirs)
        return counted, sampler

    def _windows(self, whole: Window) -> Iterator[Window]:
        parts = list(cut(whole, SIDE))
        for number, part in enumerate(parts):
            self._pace.advance(number / len(parts))
            yield part
        self._pace.advance(1.0)

    def _grid(self, path: str) -> Grid:
        reader = self._backend.open(path)
        try:
            return reader.info.grid
        finally:
            reader.close()

    def _tell_warp(self, moved: MaskFile, grid: Grid, kept: MaskFile, target: Grid) -> None:
        """Say that one of two is brought to the other's grid, or refuse it."""
        if offset_on(grid, target) is not None:
            return
        if not grid.crs or not target.crs:
            raise SceneError(
                f"The pixels of {moved.path} do not coincide with those of {kept.path}, and "
                "without a coordinate system neither can be warped: assign one, or cut both alike."
            )
        if target.transform[2] or target.transform[4]:
            raise SceneError(
                f"{moved.path} cannot be warped to {kept.path}, whose grid is turned: warp one of "
                "them yourself."
            )
        self._remark(
            f"{moved.name} lies on another grid and is compared on that of {kept.name}, each "
            "pixel with the nearest."
        )

    def _overlap(self, grid: Grid, other: Grid) -> Window | None:
        along = np.linspace(0, 1, EDGE_POINTS)
        first, last = np.zeros_like(along), np.ones_like(along)
        edges = ((along, first), (along, last), (first, along), (last, along))
        outline = np.concatenate([np.stack(edge, axis=1) for edge in edges])
        points = to_map(other.transform, outline * [other.width, other.height])
        if grid.crs and other.crs and not same_crs(grid.crs, other.crs):
            points = self._vectors.transform(points, other.crs, grid.crs)
        pixels = to_pixels(grid.transform, points)
        low, high = np.floor(pixels.min(0) + 1e-6), np.ceil(pixels.max(0) - 1e-6)
        col, row = (int(value) for value in low)
        width, height = (int(value) for value in high - low)
        window = Window(col, row, width, height).intersect(grid.window)
        return window if window.width and window.height else None


def _window(grid: Grid, bounds: tuple[float, float, float, float] | None) -> Window:
    """Return the pixels of a grid that a rectangle touches; without width or height if none."""
    if bounds is None:
        return Window(0, 0, 0, 0)
    try:
        return grid.window_of(*bounds)
    except OptionError:
        return Window(0, 0, 0, 0)


def _around(windows: Sequence[Window]) -> Window:
    col, row = min(w.col for w in windows), min(w.row for w in windows)
    return Window(
        col,
        row,
        max(w.col_stop for w in windows) - col,
        max(w.row_stop for w in windows) - row,
    )


def _not_on(mask: str, labels: str) -> SceneError:
    return SceneError(
        f"No feature of {labels} lies on {mask}: check the coordinate systems of both, or name "
        "labels of the mask's place."
    )


def _names(paths: Sequence[str]) -> list[str]:
    """Return as few of the last parts of each path as tell all of them apart."""
    longest = max(len(PurePath(path).parts) for path in paths)
    names = [Path(path).stem for path in paths]
    for count in range(2, longest + 1):
        if len(set(names)) == len(names):
            break
        names = ["/".join(PurePath(path).with_suffix("").parts[-count:]) for path in paths]
    return names


def _without_most_pictures(patches: list[Patch]) -> list[Patch]:
    """Keep the pictures of the patches that agree least."""

    def agreement(patch: Patch) -> float:
        score = counts(patch.table, EXPERIMENTS["invalid"]).overall_accuracy
        return math.inf if math.isnan(score) else score

    shown = sorted((patch for patch in patches if patch.picture), key=agreement)
    dropped = {id(patch) for patch in shown[PICTURES:]}
    return [patch.without_picture() if id(patch) in dropped else patch for patch in patches]


def _area(patches: Sequence[Patch], areas: NDArray[np.float64]) -> AreaEstimates | None:
    if not areas.any():
        return None
    # The estimator's rows are the map's classes, those of a confusion table the reference's.
    table = sum((patch.table for patch in patches), np.zeros((len(CODES), len(CODES)), np.int64))
    return estimate(table.T, areas.tolist())
