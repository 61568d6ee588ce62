"""A layer of suspects as a prior: where calls of cloud are believed less."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .errors import SceneError
from .placing import offset_on
from .raster import Backend
from .raster.protocol import RasterInfo
from .scene import Grid, Window
from .suspect_statistics import NOT_KNOWN, ORDINARY, PERCENT, cloud_weight
from .suspects import SUSPECTS_TAG


def suspects_made(path: str, info: RasterInfo) -> dict[str, Any]:
    """Return of what a layer of suspects was made, as its tag tells.

    :raises SceneError: where it is no layer of suspects.
    """
    told = dict(info.tags).get(SUSPECTS_TAG)
    if told is None or info.dtypes[0] != "uint8":
        raise SceneError(f"{path} is no layer of suspects: name one that “suspects” has written.")
    made: dict[str, Any] = json.loads(told)
    return made


class SuspectPrior:
    """A layer of suspects on the grid of probabilities; read by one thread at a time.

    :param path: of the layer, as :func:`.suspects.find_suspects` writes it, on any grid.
    :param strength: 0 does nothing, 1 is Bayes' rule.
    :raises SceneError: where it is no layer of suspects, or lies elsewhere.
    """

    def __init__(self, path: str, strength: float, target: Grid, backend: Backend) -> None:
        self._strength = strength
        self._reader = backend.open(path)
        info = self._reader.info
        try:
            self._made = suspects_made(path, info)
            self._grid, place = info.grid, offset_on(info.grid, target)
            if place is None:
                if not info.grid.crs or not target.crs or target.transform[2]:
                    raise SceneError(
                        f"The pixels of {path} do not coincide with those of the probabilities, "
                        "and it cannot be warped to them: make it on their grid."
                    )
                self._reader.close()
                self._reader = backend.open_warped(path, target, True, float(NOT_KNOWN))
                self._grid, place = target, (0, 0)
            self._offset = place
            if self._inside(target.window)[0].width == 0:
                raise SceneError(
                    f"{path} does not reach the probabilities: name the suspects of their place."
                )
        except SceneError:
            self._reader.close()
            raise
        self._name = Path(path).name
        self.lowered = 0

    def close(self) -> None:
        """Close the file."""
        self._reader.close()

    def weight(self, window: Window) -> NDArray[np.float32] | None:
        """Return (rows, cols) by what the odds of cloud are multiplied, None where by 1."""
        inside, place = self._inside(window)
        if inside.width == 0 or inside.height == 0:
            return None
        scores = np.full((window.height, window.width), NOT_KNOWN, np.uint8)
        raw = self._reader.read(1, inside, (inside.height, inside.width))
        scores[place] = np.nan_to_num(raw, nan=NOT_KNOWN).astype(np.uint8)
        suspect = (scores > 0) & (scores <= PERCENT)
        self.lowered += int(suspect.sum())
        return cloud_weight(scores, self._strength) if suspect.any() else None

    @property
    def facts(self) -> dict[str, Any]:
        """What the mask's tags tell of it: where it came from, and what it did."""
        kept = {key: self._made.get(key) for key in ("dates", "first", "last")}
        return {
            "file": self._name,
            "strength": self._strength,
            "most_log_odds": round(self._strength * math.log(1 / ORDINARY), 3),
            "pixels_lowered": self.lowered,
            **kept,
        }

    def _inside(self, window: Window) -> tuple[Window, tuple[slice, slice]]:
        """Return the part of a window that the layer reaches, there, and its place here."""
        col, row = window.col + self._offset[0], window.row + self._offset[1]
        inside = Window(col, row, window.width, window.height).intersect(self._grid.window)
        top, left = inside.row - row, inside.col - col
        return inside, (slice(top, top + inside.height), slice(left, left + inside.width))
