"""A mask under review with what it is compared to: opened together, looked at view by view."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .consequences import ProbabilityTable, hectares, tabulate
from .errors import CloudMaskError, SceneError
from .map_view import PROBABILITY_BANDS, ViewedRaster, open_probabilities, view_codes
from .mask_editing import EDITS_TAG
from .mask_table import MaskTable
from .mask_writing import PARAMETERS_TAG
from .placing import identify_mask, offset_on
from .raster import Backend
from .refine import RefineOptions
from .scene import Grid
from .shadow_check import KEEP, ShadowOptions


@dataclass(frozen=True)
class CheckFiles:
    """What is looked at.

    :param mask: path of any classified raster; ``table`` what its values mean, None: as
        something tells it.
    :param other: path of the mask it is compared to, "" for none.
    :param probabilities: path of the probabilities that the mask was made from, "" for none.
    """

    mask: str
    table: MaskTable | None = None
    other: str = ""
    other_table: MaskTable | None = None
    probabilities: str = ""


@dataclass(frozen=True, eq=False)
class Look:
    """What a view shows.

    :param view: its grid.
    :param codes: (rows, cols) uint8 class codes of the mask; ``other`` those of the other one.
    :param probabilities: (4, rows, cols) uint8 as stored, 255 outside.
    """

    view: Grid
    codes: NDArray[np.uint8]
    other: NDArray[np.uint8] | None
    probabilities: NDArray[np.uint8] | None


@dataclass(frozen=True, eq=False)
class Known:
    """What is known once the files are open.

    :param table, other_table: what the values of the masks mean.
    :param remarks: what was guessed.
    :param odds: which probabilities occur, of a sample; None without probabilities.
    :param hectares: that each pixel of that sample stands for.
    :param options: by which the mask was decided, as its tags tell; else the defaults.
    :param shadows: what became of shadow without a cloud then.
    :param edited: the mask holds corrections by hand.
    """

    table: MaskTable
    other_table: MaskTable | None
    remarks: tuple[str, ...]
    odds: ProbabilityTable | None
    hectares: float
    options: RefineOptions
    shadows: ShadowOptions
    edited: bool = False


class MaskCheck:
    """Open files of a mask under review; used by one thread at a time.

    :raises CloudMaskError: where a file cannot be used, with the remedy.
    :ivar known: what is known of them.
    """

    def __init__(self, files: CheckFiles, backend: Backend) -> None:
        with contextlib.ExitStack() as stack:
            mask = identify_mask(files.mask, files.table, backend)
            self._mask = ViewedRaster(files.mask, backend)
            stack.callback(self._mask.close)
            self._other, other_table = None, None
            remarks = mask.remarks
            if files.other:
                other = identify_mask(files.other, files.other_table, backend)
                other_table, remarks = other.table, (*remarks, *other.remarks)
                self._other = ViewedRaster(files.other, backend)
                stack.callback(self._other.close)
            self._odds, odds, area = None, None, 0.0
            if files.probabilities:
                self._odds = open_probabilities(files.probabilities, backend)
                stack.callback(self._odds.close)
                self._check_place(files.probabilities)
                sample = self._odds.sample(PROBABILITY_BANDS)
                odds = tabulate(sample.values)
                area = hectares(self._odds.info.grid.pixel_metres, sample.every)
            options, shadows = stored_options(self._mask.info.tags)
            edited = EDITS_TAG in dict(self._mask.info.tags)
            self.known = Known(
                mask.table, other_table, remarks, odds, area, options, shadows, edited
            )
            self._stack = stack.pop_all()

    def close(self) -> None:
        """Close the files."""
        self._stack.close()

    def look(self, view: Grid) -> Look:
        """Return what a view of the map shows."""
        other = None
        if self._other is not None and self.known.other_table is not None:
            other = view_codes(self._other, self.known.other_table, view)
        odds = None if self._odds is None else self._odds.read(PROBABILITY_BANDS, view)
        return Look(view, view_codes(self._mask, self.known.table, view), other, odds)

    def _check_place(self, path: str) -> None:
        """Refuse probabilities of another place.

        :raises SceneError: with the remedy.
        """
        if self._odds is None:
            return
        mask, odds = self._mask.info.grid, self._odds.info.grid
        place = offset_on(odds, mask)
        if place is None or odds.window.intersect(mask.window).width == 0:
            raise SceneError(
                f"{path} does not lie on the pixels of {self._mask.path}: choose the "
                "probabilities that were written with this mask."
            )


def stored_options(tags: tuple[tuple[str, str], ...]) -> tuple[RefineOptions, ShadowOptions]:
    """Return by which options a mask was made, as its tags tell; else the defaults.

    Elevations are left out: the tags have their file's name alone.
    """
    try:
        parameters = json.loads(dict(tags).get(PARAMETERS_TAG, "{}"))
        keys = RefineOptions.__dataclass_fields__
        options = {key: float(parameters[key]) for key in keys if key in parameters}
        return RefineOptions(**options), ShadowOptions(parameters.get("orphan_shadows", KEEP))
    except (ValueError, TypeError, CloudMaskError):
        return RefineOptions(), ShadowOptions()
