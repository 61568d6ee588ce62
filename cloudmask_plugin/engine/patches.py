"""Connected patches of a binary picture, by runs of pixels instead of single ones.

GDAL's sieve is no substitute: it merges a patch into its largest neighbour, and leaves
small patches beside small holes as they are.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Index = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Runs:
    """Horizontal runs of set pixels, row by row, each with the patch it belongs to.

    ``start`` and ``stop`` are positions in the flattened picture; ``patch`` numbers from 0.
    """

    start: Index
    stop: Index
    patch: Index

    @property
    def areas(self) -> Index:
        """Pixels of each patch."""
        return np.bincount(self.patch, weights=self.stop - self.start).astype(np.int64)


def label_patches(binary: NDArray[np.bool_]) -> Runs:
    """Group the set pixels of (rows, cols) bool that touch by edge or corner."""
    rows, cols = binary.shape
    # A column of zeros after each row ends its last run and keeps rows apart.
    width = cols + 1
    edges = np.diff(np.pad(binary, ((0, 0), (0, 1))).ravel().astype(np.int8), prepend=np.int8(0))
    start, stop = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    # Runs of the row below that overlap or touch by a corner lie next to each other.
    first = np.searchsorted(stop, start + width, side="left")
    last = np.searchsorted(start, stop + width, side="right")
    count = np.maximum(last - first, 0)
    upper = np.repeat(np.arange(len(start)), count)
    lower = _ranges(first, count)
    root = _join(len(start), upper, lower)
    _, patch = np.unique(root, return_inverse=True)
    row = start // width
    return Runs(start - row, stop - row, patch.astype(np.int64))


def without_small(binary: NDArray[np.bool_], size: int) -> NDArray[np.bool_]:
    """Return ``binary`` without patches of fewer than ``size`` pixels."""
    runs = label_patches(binary)
    if len(runs.start) == 0:
        return binary
    small = runs.areas[runs.patch] < size
    result = binary.copy()
    start = runs.start[small]
    result.reshape(-1)[_ranges(start, runs.stop[small] - start)] = False
    return result


def _ranges(first: Index, count: Index) -> Index:
    """Return first[0], first[0]+1, … (count[0] numbers), then those of first[1], …"""
    ends = np.cumsum(count)
    total = int(ends[-1]) if len(ends) else 0
    return np.asarray(np.arange(total) + np.repeat(first - (ends - count), count))


def _join(number: int, one: Index, other: Index) -> Index:
    """Return the smallest member of each item's group, given the pairs that belong together.

    Hooking and pointer jumping (Shiloach and Vishkin 1982), all pairs at once.
    """
    root = np.arange(number)
    while len(one):
        low = np.minimum(root[one], root[other])
        np.minimum.at(root, root[one], low)
        np.minimum.at(root, root[other], low)
        while True:
            higher = root[root]
            if np.array_equal(higher, root):
                break
            root = higher
        apart = root[one] != root[other]
        one, other = one[apart], other[apart]
    return root
