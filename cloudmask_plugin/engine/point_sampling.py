"""Points for measuring a mask: drawn at random within each class, and what their labels tell.

Strata are the mask's classes, as Olofsson et al. 2014 (doi:10.1016/j.rse.2014.02.015) advise:
rare classes get points too, and their share of the area weighs them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from .area_estimation import AreaEstimates, estimate, further_points, sample_table
from .classes import CODES
from .errors import OptionError
from .map_view import ViewedRaster, window_codes
from .mask_table import MaskTable
from .placing import identify_mask
from .raster import Backend
from .reporter import Pace, Reporter
from .scene import Grid, Window

STRIP = 512  # rows read at once
FEWEST, MOST = 1, 10_000  # points of a class
UNCLEAR = 99  # label of points that nobody can tell, as CloudSEN12 has it


@dataclass(frozen=True)
class SamplePoint:
    """A point: its place in the CRS of the mask, and its class in the mask.

    :param label: class code that a person gave it, :data:`UNCLEAR`, or None.
    """

    x: float
    y: float
    mapped: int
    label: int | None = None


@dataclass(frozen=True)
class PointSample:
    """Points in the order in which they are looked at.

    :param seed: by which they were drawn: the same mask and seed give the same points.
    :param pixels: of the mask by class code.
    :param hectares: of a pixel.
    """

    points: tuple[SamplePoint, ...]
    seed: int
    pixels: tuple[int, ...]
    hectares: float

    @property
    def labelled(self) -> int:
        """Number of points with a label."""
        return sum(point.label is not None for point in self.points)

    def with_label(self, position: int, label: int | None) -> PointSample:
        """Return the sample with another label of a point."""
        points = list(self.points)
        points[position] = replace(points[position], label=label)
        return replace(self, points=tuple(points))

    def table(self) -> NDArray[np.int64]:
        """Return counts (4, 4): rows by the mask, columns by the label; UNCLEAR is left out."""
        told = [point for point in self.points if point.label is not None]
        mapped = np.array([point.mapped for point in told], dtype=np.int64)
        labels = np.array([point.label for point in told], dtype=np.int64)
        return sample_table(mapped, labels, CODES)

    def estimates(self) -> AreaEstimates | None:
        """Return accuracies and areas in hectares, None while nothing is labelled."""
        table = self.table()
        if not table.any():
            return None
        return estimate(table, [count * self.hectares for count in self.pixels])

    def further(self, half_width: float) -> tuple[int, ...]:
        """Return how many more labels by class overall accuracy needs to be known that well.

        :param half_width: half of the 95 % confidence interval, 0..1.
        """
        return further_points(self.table(), self.pixels, half_width)

    def weights(self) -> NDArray[np.float64]:
        """Return for each labelled point how much of the area it stands for; mean 1."""
        told = [p.mapped for p in self.points if p.label is not None and p.label in CODES]
        if not told:
            return np.zeros(0)
        mapped = np.array(told)
        share = np.array(self.pixels, dtype=np.float64) / max(sum(self.pixels), 1)
        each = share / np.maximum(np.bincount(mapped, minlength=len(CODES)), 1)
        weights = each[mapped]
        return np.asarray(weights / weights.mean())


def draw_points(
    mask: str,
    table: MaskTable | None,
    per_class: Sequence[int],
    seed: int,
    backend: Backend,
    reporter: Reporter,
) -> PointSample:
    """Draw points of each class of a mask, every pixel of a class as likely as any other.

    Reads the mask twice from top to bottom: to count, and to find those drawn. Points come in
    random order, classes mixed, so that labelling can end at any time.

    :param per_class: wanted points by class code; fewer where a class has fewer pixels.
    :raises CloudMaskError: where the mask cannot be read or no point is wanted.
    :raises Cancelled: where the reporter says so.
    """
    if len(per_class) != len(CODES) or not all(0 <= wanted <= MOST for wanted in per_class):
        raise OptionError(f"Points of a class are {list(per_class)}: give numbers up to {MOST}.")
    table = identify_mask(mask, table, backend).table
    raster = ViewedRaster(mask, backend)
    try:
        strips = _Strips(raster, table)
        counts = np.zeros((len(strips.windows), len(CODES)), dtype=np.int64)
        pace = Pace(reporter, "Drawing points")
        for number in range(len(strips.windows)):
            pace.advance(0.5 * number / len(strips.windows))
            codes = strips.read(number)
            counts[number] = [np.count_nonzero(codes == code) for code in CODES]
        rng = np.random.default_rng(seed)
        ranks = draw_ranks(counts.sum(axis=0), per_class, rng)
        points: list[SamplePoint] = []
        starts = np.cumsum(counts, axis=0) - counts
        for number, window in enumerate(strips.windows):
            pace.advance(0.5 + 0.5 * number / len(strips.windows))
            inside = [
                chosen[(chosen >= starts[number, code])
                       & (chosen < starts[number, code] + counts[number, code])]
                - starts[number, code]
                for code, chosen in zip(CODES, ranks)
            ]  # fmt: skip
            if not any(len(chosen) for chosen in inside):
                continue
            codes = strips.read(number)
            for code, chosen in zip(CODES, inside):
                places = np.flatnonzero(codes == code)[chosen]
                rows, cols = np.divmod(places, window.width)
                points += _points(raster.info.grid, rows + window.row, cols, code)
        order = rng.permutation(len(points))
        width, height = raster.info.grid.pixel_metres
        pixels = tuple(int(count) for count in counts.sum(axis=0))
        return PointSample(tuple(points[n] for n in order), seed, pixels, width * height / 10_000)
    finally:
        raster.close()


def draw_ranks(
    counts: NDArray[np.int64], wanted: Sequence[int], rng: np.random.Generator
) -> tuple[NDArray[np.int64], ...]:
    """Return by class which of its pixels are drawn, without repetition, sorted."""
    return tuple(
        np.sort(rng.choice(int(count), min(number, int(count)), replace=False)).astype(np.int64)
        if count
        else np.zeros(0, dtype=np.int64)
        for count, number in zip(counts, wanted)
    )


def _points(
    grid: Grid, rows: NDArray[np.intp], cols: NDArray[np.intp], code: int
) -> list[SamplePoint]:
    x0, a, b, y0, d, e = grid.transform
    x = x0 + a * (cols + 0.5) + b * (rows + 0.5)
    y = y0 + d * (cols + 0.5) + e * (rows + 0.5)
    return [SamplePoint(float(east), float(north), code) for east, north in zip(x, y)]


class _Strips:
    """Reads the class codes of a mask by strips of whole rows."""

    def __init__(self, raster: ViewedRaster, table: MaskTable) -> None:
        grid = raster.info.grid
        self._raster, self._table = raster, table
        self.windows = [
            Window(0, row, grid.width, min(STRIP, grid.height - row))
            for row in range(0, grid.height, STRIP)
        ]

    def read(self, number: int) -> NDArray[np.uint8]:
        """Return (rows, cols) uint8 class codes of a strip."""
        return window_codes(self._raster, self._table, self.windows[number])
