"""How far labels change with what should not change them: cuts, gain, a band less, a hole.

Functions take ``label(reflectance, presence, phase) -> codes``, see ``BundledModel.labels``,
and count pixels, so that shares of several scenes add up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from cloudmask_plugin.engine.gaps import fill_gaps

from .cases import Cube, Labels, Presence

REACH = 64  # pixels from a cut within which labels may differ
Label = Callable[[Cube, Presence, "tuple[int, int]"], Labels]


@dataclass(frozen=True)
class Changed:
    """Pixels whose label changed, of those compared."""

    changed: int = 0
    compared: int = 0

    def __add__(self, other: Changed) -> Changed:
        return Changed(self.changed + other.changed, self.compared + other.compared)

    @property
    def share(self) -> float:
        """Changed labels, 0..1; NaN where nothing was compared."""
        return self.changed / self.compared if self.compared else float("nan")


def compare(one: Labels, other: Labels) -> Changed:
    """Count labels (rows, cols) that differ."""
    return Changed(int(np.sum(one != other)), one.size)


def origins(count: int, seed: int = 3, furthest: int = 31) -> list[tuple[int, int]]:
    """Columns and rows to cut off, 1 to ``furthest`` each, drawn evenly."""
    drawn = np.random.default_rng(seed).integers(1, furthest + 1, (count, 2))
    return [(int(col), int(row)) for col, row in drawn]


def changed_by_origin(
    label: Label,
    reflectance: Cube,
    presence: Presence,
    cuts: Iterable[tuple[int, int]],
    anchored: bool,
) -> Changed:
    """Compare labels of a scene with those of the scene cut at other origins, REACH inside.

    :param cuts: columns at the left and rows at the top to cut off.
    :param anchored: whether the cut keeps its place on the map's pixel grid, as that of a
        georeferenced raster does; if not, it is taken for a raster of its own.
    """
    whole = label(reflectance, presence, (0, 0))
    inner = np.s_[REACH:-REACH, REACH:-REACH]
    result = Changed()
    for col, row in cuts:
        part = label(reflectance[:, row:, col:], presence, (col, row) if anchored else (0, 0))
        result += compare(part[inner], whole[row:, col:][inner])
    return result


def changed_by_gain(label: Label, reflectance: Cube, presence: Presence, gain: float) -> Changed:
    """Compare with labels of the reflectance times ``gain``."""
    origin = (0, 0)
    brighter = reflectance * np.float32(gain)
    return compare(label(brighter, presence, origin), label(reflectance, presence, origin))


def changed_by_dropping(
    label: Label, reflectance: Cube, presence: Presence, bands: Sequence[int]
) -> list[Changed]:
    """Compare with labels of the scene without one band, for each of ``bands`` in turn."""
    whole = label(reflectance, presence, (0, 0))
    results = []
    for band in bands:
        fewer = presence.copy()
        fewer[band] = False
        seen = np.where(fewer[:, None, None], reflectance, np.float32(0))
        results.append(compare(label(seen, fewer, (0, 0)), whole))
    return results


def changed_by_window(
    label: Label, reflectance: Cube, presence: Presence, window: int = 256
) -> Changed:
    """Compare labels of windows with those of the whole, REACH and more inside the window."""
    whole = label(reflectance, presence, (0, 0))
    rows, cols = whole.shape
    inner = np.s_[REACH:-REACH, REACH:-REACH]
    result = Changed()
    for row in range(0, rows - window + 1, window // 2):
        for col in range(0, cols - window + 1, window // 2):
            area = np.s_[row : row + window, col : col + window]
            part = label(reflectance[:, area[0], area[1]], presence, (col, row))
            result += compare(part[inner], whole[area][inner])
    return result


def pixel_influence(
    label: Label, reflectance: Cube, presence: Presence, tries: int = 12, seed: int = 5
) -> int:
    """Largest number of labels that one hole of a pixel, filled, changes at random places."""
    rng = np.random.default_rng(seed)
    whole = label(reflectance, presence, (0, 0))
    worst = 0
    for _ in range(tries):
        valid = np.ones(whole.shape, bool)
        valid[rng.integers(whole.shape[0]), rng.integers(whole.shape[1])] = False
        changed = compare(label(fill_gaps(reflectance, valid), presence, (0, 0)), whole)
        worst = max(worst, changed.changed)
    return worst
