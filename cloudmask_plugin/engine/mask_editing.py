"""A copy of a mask that is corrected by hand, with exact undo; saved as a new version."""

from __future__ import annotations

import json
import tempfile
import zlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .classes import CLASSES, CODES, NODATA
from .errors import OptionError
from .map_view import ViewedRaster, pixels_of_view, window_codes
from .mask_style import PALETTE, auxiliary_xml, qgis_style
from .mask_table import MaskTable
from .paths import version
from .placing import identify_mask, same_crs
from .raster import Backend, NewRaster
from .raster.sink import RasterSink, check_target
from .reporter import Pace, Progress, Reporter, check_cancelled
from .scene import Grid, Window
from .selections import Places, Selection
from .vector import choose_vector_backend
from .view_places import ViewPlaces, carried, places_to_pixels

STRIP = 512  # rows read and written at once
COPIED = 0.7  # share of the progress of saving; what follows is finishing the file
EDITS_TAG, FROM_TAG, MODEL_TAG = "CLOUDMASK_EDITS", "CLOUDMASK_EDITED_FROM", "CLOUDMASK_MODEL"


@dataclass(frozen=True, eq=False)
class Edit:
    """A change of a window, by which it can be undone and done again.

    :param tool: what made it, such as "brush".
    :param code: the class that was given.
    :param pixels: that changed.
    """

    tool: str
    code: int
    window: Window
    pixels: int
    before: bytes
    after: bytes


class MaskEditor:
    """Class codes of a mask in a file without a name, and what was changed in them.

    Memory does not grow with the mask. Used by one thread at a time.

    :raises CloudMaskError: where the mask cannot be read.
    :raises Cancelled: where the reporter says so.
    """

    def __init__(
        self, path: str, table: MaskTable | None, backend: Backend, reporter: Reporter
    ) -> None:
        self.path = path
        table = identify_mask(path, table, backend).table
        raster = ViewedRaster(path, backend)
        try:
            self._info = raster.info
            grid = raster.info.grid
            self._file = tempfile.TemporaryFile()  # noqa: SIM115 lives as long as the editor
            shape = (grid.height, grid.width)
            self._codes: NDArray[np.uint8] = np.memmap(self._file, np.uint8, "w+", shape=shape)
            pace = Pace(reporter, "Copying the mask")
            for row in range(0, grid.height, STRIP):
                pace.advance(row / grid.height)
                window = Window(0, row, grid.width, min(STRIP, grid.height - row))
                self._codes[row : window.row_stop] = window_codes(raster, table, window)
        finally:
            raster.close()
        self._places = ViewPlaces(grid, choose_vector_backend())
        self._edits: list[Edit] = []
        self._done = 0  # edits that count; those behind can be done again

    @property
    def grid(self) -> Grid:
        """The mask's grid."""
        return self._info.grid

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits that count, in their order."""
        return tuple(self._edits[: self._done])

    @property
    def can_undo(self) -> bool:
        """True where an edit can be undone."""
        return self._done > 0

    @property
    def can_redo(self) -> bool:
        """True where an edit that was undone can be done again."""
        return self._done < len(self._edits)

    def codes(self, window: Window) -> NDArray[np.uint8]:
        """Return a copy of the class codes (rows, cols) of a window."""
        return np.array(self._part(window))

    def apply(self, selection: Selection, code: int, tool: str) -> Edit | None:
        """Give selected pixels a class; None where that changes nothing.

        Pixels without data stay without. What was undone before can no longer be done again.
        """
        if code not in CODES:
            raise OptionError(f"{code} is no class: give one of {list(CODES)}.")
        window = selection.window
        part = self._part(window)
        changed = selection.chosen & (part != code) & (part != NODATA)
        pixels = int(np.count_nonzero(changed))
        if not pixels:
            return None
        before = zlib.compress(part.tobytes(), 1)
        part[changed] = code
        edit = Edit(tool, code, window, pixels, before, zlib.compress(part.tobytes(), 1))
        del self._edits[self._done :]
        self._edits.append(edit)
        self._done += 1
        return edit

    def undo(self) -> Window | None:
        """Take the last edit back; return the window that changed, None where there is none."""
        if not self.can_undo:
            return None
        self._done -= 1
        edit = self._edits[self._done]
        self._put(edit.window, edit.before)
        return edit.window

    def redo(self) -> Window | None:
        """Do again what was undone last; return the window that changed, None where nothing is."""
        if not self.can_redo:
            return None
        edit = self._edits[self._done]
        self._done += 1
        self._put(edit.window, edit.after)
        return edit.window

    def view(self, view: Grid) -> NDArray[np.uint8]:
        """Return the class codes (rows, cols) that a view shows, 255 outside.

        :raises SceneError: where the view's CRS cannot be changed to that of the mask.
        """
        grid = self.grid
        codes = np.full((view.height, view.width), NODATA, np.uint8)
        if grid.crs and view.crs and not same_crs(grid.crs, view.crs):
            part, cols, rows = self._places.under(view)
            inside = (cols >= 0) & (cols < grid.width) & (rows >= 0) & (rows < grid.height)
            shown = codes[part.row : part.row_stop, part.col : part.col_stop]
            shown[inside] = self._codes[rows[inside], cols[inside]]
            return codes
        cols, rows = pixels_of_view(view, grid)
        in_cols, in_rows = (cols >= 0) & (cols < grid.width), (rows >= 0) & (rows < grid.height)
        if in_cols.any() and in_rows.any():
            cols, rows = cols[in_cols], rows[in_rows]
            # Rows first, as they lie on the disk.
            lines = self._codes[:, cols[0] : cols[-1] + 1][rows]
            codes[np.ix_(in_rows, in_cols)] = lines[:, cols - cols[0]]
        return codes

    def pixels(self, places: Places, crs: str, closed: bool = False) -> Places:
        """Return a line drawn on the map as columns and rows of the mask, bent where it is.

        :param places: (n, 2) in the map's CRS, given as WKT, "" where it has none.
        :param closed: the line is an outline.
        :raises SceneError: where the places have none in the mask's CRS.
        """
        grid, vectors = self.grid, choose_vector_backend()

        def change(some: Places) -> Places:
            return places_to_pixels(some, crs, grid, vectors)

        if not (grid.crs and crs) or same_crs(grid.crs, crs):
            return change(places)
        return carried(places, change, closed)

    def save(self, path: str, backend: Backend, reporter: Reporter) -> None:
        """Write the corrected mask as a new file, with what was changed in its tags.

        :raises OutputError: where it cannot be written; OptionError: over the original.
        :raises Cancelled: where the reporter says so; nothing is written then.
        """
        check_target(path)
        if Path(path).resolve() == Path(self.path).resolve():
            raise OptionError(
                f"{path} is the mask itself: choose another name for the new version."
            )
        new = NewRaster(self.grid, "uint8", ("Cloud mask",), NODATA, self._tags(), PALETTE)
        companions = (("+.aux.xml", auxiliary_xml()), (".qml", qgis_style()))
        pace = Pace(reporter, "Saving corrections")
        with RasterSink(path, new, backend, companions, lambda: check_cancelled(reporter)) as sink:
            for row in range(0, self.grid.height, STRIP):
                pace.advance(COPIED * row / self.grid.height)
                sink.write(np.array(self._codes[row : row + STRIP])[np.newaxis])

            def report(share: float, stage: str) -> None:
                check_cancelled(reporter)
                reporter.progress(Progress(COPIED + (1 - COPIED) * share, stage))

            sink.finish(report)

    def _tags(self) -> tuple[tuple[str, str], ...]:
        """Return the mask's tags, and what was changed by hand."""
        keys = {item.code: item.key for item in CLASSES}
        counted: Counter[str] = Counter()
        pixels: Counter[str] = Counter()
        for edit in self.edits:
            counted[edit.tool] += 1
            pixels[keys[edit.code]] += edit.pixels
        name = Path(self.path).name
        told = dict(self._info.tags)
        kept = {
            key: value
            for key, value in told.items()
            if key.startswith("CLOUDMASK_") or key == "ACQUISITION_TIME"
        }
        earlier = json.loads(kept.get(EDITS_TAG, "[]"))
        edits = [*earlier, {"from": name, "edits": dict(counted), "pixels": dict(pixels)}]
        kept.setdefault(MODEL_TAG, f"corrected from {name}")
        kept.pop("CLOUDMASK_SHARES", None)  # of the mask before
        kept |= {
            "CLOUDMASK_VERSION": version(),
            FROM_TAG: name,
            EDITS_TAG: json.dumps(edits, sort_keys=True),
        }
        return tuple(sorted(kept.items()))

    def _part(self, window: Window) -> NDArray[Any]:
        return self._codes[window.row : window.row_stop, window.col : window.col_stop]

    def _put(self, window: Window, packed: bytes) -> None:
        codes = np.frombuffer(zlib.decompress(packed), np.uint8)
        self._part(window)[...] = codes.reshape(window.height, window.width)
