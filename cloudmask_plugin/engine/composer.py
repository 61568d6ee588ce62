"""A composite of tiles, once it is known how its scenes relate to each other. Pure.

:func:`learn` looks at pixels sampled all over the scenes; the :class:`Composer` that it returns
then works on any window, alone, and gives the same pixels however the scene is cut.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .classes import CLEAR
from .composite import (
    BAP,
    FALLBACKS,
    LEAST_CLOUDY,
    MEDOID,
    METHODS,
    NEVER,
    QUANTILES,
    REFERENCE,
    BapWeights,
    Chosen,
    bap_score,
    best_of,
    candidates,
    first_of,
    levels,
    medoid,
    quantile,
    take,
)
from .consensus import Habit, Spectrum, find_suspects, learn_habits
from .errors import OptionError
from .feathering import CELL, MARGIN, spread
from .matching import Match, match_scenes, order_of, preferences

Values = NDArray[np.float32]
Check = Callable[[], None]

STRIP_ROWS = 64  # at once; arrays of all scenes are several times as large as what is read


@dataclass(frozen=True)
class Recipe:
    """How scenes become one.

    :param method: one of :data:`.composite.METHODS`.
    :param fallback: one of :data:`.composite.FALLBACKS`, what is taken where nothing is clear.
    :param screen: observations that other scenes contradict come second.
    """

    method: str = REFERENCE
    fallback: str = NEVER
    screen: bool = True
    weights: BapWeights = field(default_factory=BapWeights)

    def __post_init__(self) -> None:
        if self.method not in METHODS:
            raise OptionError(
                f"There is no method {self.method!r}: there are {', '.join(METHODS)}."
            )
        if self.fallback not in FALLBACKS:
            raise OptionError(
                f"There is no fallback {self.fallback!r}: there are {', '.join(FALLBACKS)}."
            )


@dataclass(frozen=True, eq=False)
class Piece:
    """A finished window.

    :param values: (bands, rows, cols) float32, meaningless where nothing was found.
    :param found: (rows, cols) bool.
    :param chosen: (rows, cols) int16 number of the scene from 0, -1 none; None where scenes
        are mixed.
    :param score: (rows, cols) float32, None for methods without one.
    """

    values: Values
    found: NDArray[np.bool_]
    chosen: Chosen | None
    score: Values | None = None


@dataclass(frozen=True, eq=False)
class Composer:
    """Makes a composite window by window.

    :param order: scenes from the first to the last choice, of methods that have one.
    :param matches: how each scene is fitted to the reference.
    :param closeness, clearness: of each scene to the target date, and in the whole area, 0..1.
    """

    recipe: Recipe
    spectrum: Spectrum
    habits: tuple[Habit, ...]
    order: tuple[int, ...]
    matches: tuple[Match, ...]
    closeness: tuple[float, ...]
    clearness: tuple[float, ...]

    @property
    def margin(self) -> int:
        """Pixels that a window must reach beyond what is asked, on all sides."""
        return MARGIN if self.recipe.method == REFERENCE else 0

    @property
    def alignment(self) -> int:
        """Pixels of which a window's first column and row must be multiples."""
        return CELL if self.recipe.method == REFERENCE else 1

    @property
    def needs_distance(self) -> bool:
        """True where the distance to clouds counts."""
        return self.recipe.method == BAP and self.recipe.weights.distance > 0

    def compose(
        self,
        stack: Values,
        codes: NDArray[np.uint8],
        distance: Values | None = None,
        check: Check = lambda: None,
    ) -> Piece:
        """Return the composite of a window, without :attr:`margin`.

        :param stack: (scenes, bands, rows, cols) float32 as the result stores it; ``codes``
            (scenes, rows, cols) uint8 class codes, 255 where a scene has no data.
        :param distance: see :func:`.composite.bap_score`; of the window with its margin.
        :param check: called many times a second; raises to give up, as at a cancel.
        """
        if self.recipe.method == REFERENCE:
            return self._filled(stack, codes, check)
        strips = []
        for rows in _strips(codes):
            check()
            near = None if distance is None else distance[:, rows]
            strips.append(self._picked(stack[:, :, rows], codes[:, rows], near))
        return Piece(
            np.concatenate([strip.values for strip in strips], axis=1),
            np.concatenate([strip.found for strip in strips]),
            _joined([strip.chosen for strip in strips]),
            _joined([strip.score for strip in strips]),
        )

    def _picked(self, stack: Values, codes: NDArray[np.uint8], distance: Values | None) -> Piece:
        """Return what methods make that look at each pixel alone."""
        usable = candidates(self._levels(stack, codes))
        method = self.recipe.method
        if method in QUANTILES:
            return Piece(quantile(stack, usable, QUANTILES[method]), usable.any(axis=0), None)
        score = None
        if method == BAP:
            scores = bap_score(
                usable,
                np.zeros(codes.shape, np.float32) if distance is None else distance,
                self.spectrum.haze(stack),
                self.closeness,
                self.clearness,
                self.recipe.weights,
            )
            chosen = best_of(scores, usable)
            score = np.take_along_axis(scores, _index(chosen), axis=0)[0]
        elif method == MEDOID:
            chosen = medoid(stack, usable, self.spectrum.gains)
        else:
            chosen = first_of(self.order, usable)
        return Piece(take(stack, chosen), chosen >= 0, chosen, score)

    def _levels(self, stack: Values, codes: NDArray[np.uint8]) -> NDArray[np.uint8]:
        suspect = np.zeros(codes.shape, dtype=bool)
        if self.recipe.screen:
            suspect = find_suspects(stack, codes, self.spectrum, self.habits)
        return levels(codes, suspect, self.recipe.fallback)

    def _filled(self, stack: Values, codes: NDArray[np.uint8], check: Check) -> Piece:
        """Take the first scene that is usable, matched, and smooth the joins.

        What a scene of a later choice fills is fitted to the pixels of earlier choices around
        it; those are never changed.
        """
        level = np.empty_like(codes)
        for rows in _strips(codes):
            check()
            level[:, rows] = self._levels(stack[:, :, rows], codes[:, rows])
        chosen = first_of(self.order, candidates(level))
        place = np.empty(len(self.order) + 1, dtype=np.int16)  # of a scene in the order
        place[list(self.order)] = np.arange(len(self.order))
        place[-1] = len(self.order)  # of pixels where none is
        rank = place[chosen]
        inner = (slice(MARGIN, -MARGIN), slice(MARGIN, -MARGIN))
        matched = np.zeros(stack.shape[1:], dtype=np.float32)
        for scene in np.unique(chosen[chosen >= 0]).tolist():
            check()
            here = chosen == scene
            matched[:, here] = self._matched(stack, scene)[:, here]
        good = (np.take_along_axis(level, _index(chosen), axis=0)[0] == 0) & (chosen >= 0)
        values = matched[:, inner[0], inner[1]].copy()
        for scene in self.order[1:]:
            check()
            here = (chosen == scene)[inner]
            known = good & (rank < place[scene]) & (level[scene] == 0)
            if here.any() and known.any():
                surface = spread(matched - self._matched(stack, scene), known)
                values[:, here] += surface[:, inner[0], inner[1]][:, here]
        return Piece(values, (chosen >= 0)[inner], chosen[inner])

    def _matched(self, stack: Values, scene: int) -> Values:
        return stack[scene] if scene == self.order[0] else self.matches[scene].apply(stack[scene])


def learn(
    samples: Values,
    codes: NDArray[np.uint8],
    recipe: Recipe,
    spectrum: Spectrum,
    clearness: Sequence[float],
    closeness: Sequence[float],
    check: Check = lambda: None,
) -> Composer:
    """Return the composer for a series of scenes.

    :param samples: (scenes, bands, n) float32 pixels from all over the scenes, as the result
        stores them; ``codes`` (scenes, n) uint8 class codes.
    :param clearness, closeness: see :class:`Composer`.
    :param check: called many times a second; raises to give up, as at a cancel.
    """
    check()
    habits = learn_habits(samples, codes, spectrum)
    matches: tuple[Match, ...] = ()
    order: tuple[int, ...] = ()
    if recipe.method == REFERENCE:
        preference = preferences(clearness, closeness, habits)
        reference = preference.index(max(preference))
        check()
        usable = codes == CLEAR
        if recipe.screen:
            wide = (len(samples), -1, 1, codes.shape[1])
            suspect = find_suspects(samples.reshape(wide), codes[:, np.newaxis], spectrum, habits)
            usable &= ~suspect[:, 0]
        matches = match_scenes(samples, usable, reference, spectrum, check)
        order = order_of(matches, reference, preference)
    elif recipe.method == LEAST_CLOUDY:
        order = tuple(sorted(range(len(samples)), key=lambda scene: -clearness[scene]))
    return Composer(recipe, spectrum, habits, order, matches, tuple(closeness), tuple(clearness))


def encode(
    values: Values, found: NDArray[np.bool_], dtype: str, nodata: float, as_is: NDArray[np.bool_]
) -> NDArray[Any]:
    """Return values as a file of ``dtype`` holds them, ``nodata`` where nothing was found.

    Whole numbers are rounded and clipped to what the type holds; a value that would be the
    nodata value becomes its neighbour.

    :param values: (bands, rows, cols) float32; ``found`` (rows, cols) bool.
    :param as_is: (rows, cols) bool, pixels copied from a file with that very nodata value.
    """
    kind = np.dtype(dtype)
    empty = kind.type(nodata)
    if kind.kind == "f":
        stored = values.astype(kind)
        aside = np.nextafter(empty, kind.type(0) if empty else kind.type(1))
    else:
        limits = np.iinfo(kind)
        stored = np.clip(np.rint(values), limits.min, limits.max).astype(kind)
        aside = kind.type(nodata + 1 if nodata < limits.max else nodata - 1)
    stored[(stored == empty) & ~as_is] = aside
    stored[:, ~found] = empty
    return stored


def _strips(codes: NDArray[np.uint8]) -> list[slice]:
    """Cut the rows of (scenes, rows, cols) into strips, whose arrays are small."""
    return [slice(row, row + STRIP_ROWS) for row in range(0, codes.shape[1], STRIP_ROWS)]


def _joined(parts: Sequence[NDArray[Any] | None]) -> NDArray[Any] | None:
    """Join the rows of parts, None where they are None."""
    there = [part for part in parts if part is not None]
    return np.concatenate(there) if there else None


def _index(chosen: Chosen) -> NDArray[np.intp]:
    """Return scene numbers for ``take_along_axis``; 0 where there is none."""
    return np.maximum(chosen, 0).astype(np.intp)[np.newaxis]
