"""A mask under review with what it is compared to: opened together, looked at view by view."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .calibration import AS_STORED, Calibration, models_own
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
from .suspect_prior import suspects_made
from .suspect_statistics import NOT_KNOWN, cloud_weight


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
    :param suspects: path of the layer of suspects that was asked for, "" for none.
    :param weight: (rows, cols) float32 by what the odds of cloud are multiplied there, None: by 1.
    :param odds: which probabilities occur, of a sample of the whole; None without probabilities.
    """

    view: Grid
    codes: NDArray[np.uint8]
    other: NDArray[np.uint8] | None
    probabilities: NDArray[np.uint8] | None
    suspects: str = ""
    weight: NDArray[np.float32] | None = None
    odds: ProbabilityTable | None = None


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
    :param suspects: name of the layer of suspects that it was made with, "" for none.
    :param own: what to believe of the probabilities before there are labels.
    """

    table: MaskTable
    other_table: MaskTable | None
    remarks: tuple[str, ...]
    odds: ProbabilityTable | None
    hectares: float
    options: RefineOptions
    shadows: ShadowOptions
    edited: bool = False
    suspects: str = ""
    own: Calibration = AS_STORED


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
            self._odds, odds, area, own = None, None, 0.0, AS_STORED
            if files.probabilities:
                self._odds = open_probabilities(files.probabilities, backend)
                stack.callback(self._odds.close)
                self._check_place(files.probabilities)
                sample = self._odds.sample(PROBABILITY_BANDS)
                odds = tabulate(sample.values)
                area = hectares(self._odds.info.grid.pixel_metres, sample.every)
                own = models_own(self._odds.info.tags)
            options, shadows = stored_options(self._mask.info.tags)
            self.known = Known(
                mask.table,
                other_table,
                remarks,
                odds,
                area,
                options,
                shadows,
                EDITS_TAG in dict(self._mask.info.tags),
                _stored_suspects(self._mask.info.tags),
                own,
            )
            self._backend = backend
            self._suspects: ViewedRaster | None = None
            self._believed = odds  # by the suspects as well
            self._stack = stack.pop_all()

    def close(self) -> None:
        """Close the files."""
        self._leave_suspects()
        self._stack.close()

    def look(self, view: Grid, suspects: str = "") -> Look:
        """Return what a view of the map shows.

        :param suspects: path of a layer of places where the odds of cloud are lowered.
        :raises SceneError: where it is none.
        """
        if suspects != (self._suspects.path if self._suspects is not None else ""):
            self._take_suspects(suspects)
        other = None
        if self._other is not None and self.known.other_table is not None:
            other = view_codes(self._other, self.known.other_table, view)
        odds = None if self._odds is None else self._odds.read(PROBABILITY_BANDS, view)
        codes = view_codes(self._mask, self.known.table, view)
        weight = None
        if self._suspects is not None:
            weight = cloud_weight(self._suspects.read((1,), view, NOT_KNOWN)[0])
        return Look(view, codes, other, odds, suspects, weight, self._believed)

    def _take_suspects(self, path: str) -> None:
        """Open another layer of suspects, and count the probabilities beside its scores."""
        self._leave_suspects()
        if not path:
            return
        raster = ViewedRaster(path, self._backend)
        try:
            suspects_made(path, raster.info)
            if self._odds is not None:
                sample = self._odds.sample(PROBABILITY_BANDS)
                mine, theirs = raster.info.grid, self._odds.info.grid
                # A sample of the same grid takes the same pixels.
                same = offset_on(mine, theirs) == (0, 0)
                if same and (mine.width, mine.height) == (theirs.width, theirs.height):
                    scores = raster.sample((1,)).values[0]
                else:
                    scores = raster.read((1,), sample.grid, NOT_KNOWN)[0]
                self._believed = tabulate(sample.values, cloud_weight(scores))
        except SceneError:
            raster.close()
            raise
        self._suspects = raster

    def _leave_suspects(self) -> None:
        if self._suspects is not None:
            self._suspects.close()
        self._suspects, self._believed = None, self.known.odds

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


def _stored_suspects(tags: tuple[tuple[str, str], ...]) -> str:
    try:
        return str(json.loads(dict(tags).get(PARAMETERS_TAG, "{}")).get("suspects", ""))
    except (ValueError, AttributeError):
        return ""


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
