"""What a comparison of masks with a reference gives."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from .area_estimation import AreaEstimates
from .classes import CODES
from .metrics import EXPERIMENTS, ExperimentTable, PatchScores, experiment_table, patch_scores

Kind = Literal["rasters", "points", "polygons"]
Dots = tuple[NDArray[np.float64], NDArray[np.uint8], NDArray[np.uint8]]


@dataclass(frozen=True, eq=False)
class Picture:
    """A small map of a mask and its reference.

    :param mask: (rows, cols) uint8 class codes; ``reference`` likewise, None for points.
    :param dots: points as (columns and rows of the map, code of the mask, code of the reference).
    """

    mask: NDArray[np.uint8]
    reference: NDArray[np.uint8] | None
    dots: Dots | None


@dataclass(frozen=True, eq=False)
class Patch:
    """One mask and what was counted on it.

    :param table: (4, 4) int64, a row for each class of the reference, a column for the mask's.
    :param unlabelled: pixels of the mask of which the reference says nothing.
    :param missing: pixels or points of the reference at which the mask has no data.
    """

    name: str
    mask: str
    reference: str
    table: NDArray[np.int64]
    unlabelled: int
    missing: int
    picture: Picture | None

    def without_picture(self) -> Patch:
        """Return the patch without its map."""
        return replace(self, picture=None)

    def scores(self) -> dict[str, PatchScores]:
        """Return CloudSEN12's scores by experiment."""
        return {name: patch_scores(self.table, name) for name in EXPERIMENTS}


@dataclass(frozen=True, eq=False)
class EvaluationResult:
    """All masks, and what was written.

    :param area: estimates in hectares, of points on masks that have a place; else None.
    """

    kind: Kind
    patches: tuple[Patch, ...]
    area: AreaEstimates | None
    warnings: tuple[str, ...]
    report: str
    table_file: str

    @property
    def unit(self) -> str:
        """What the counts are."""
        return "points" if self.kind == "points" else "pixels"

    @property
    def table(self) -> NDArray[np.int64]:
        """The counts (4, 4) of all masks together."""
        start = np.zeros((len(CODES), len(CODES)), np.int64)
        return sum((patch.table for patch in self.patches), start)

    def experiments(self) -> dict[str, ExperimentTable]:
        """Return CloudSEN12's table: a line for each experiment, over the patches."""
        return {
            name: experiment_table([patch.scores()[name] for patch in self.patches])
            for name in EXPERIMENTS
        }
