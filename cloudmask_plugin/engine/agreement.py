"""Where two masks agree: pure functions of class codes, and colours for what comes out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .classes import CLEAR, CLOUD_CODES, CLOUD_SHADOW, NODATA
from .palette_style import TRANSPARENT, Entry

BOTH_CLEAR, BOTH_MASKED, ONLY_FIRST, ONLY_SECOND, OTHER_KIND = range(5)
# Distinguishable with the common kinds of colour blindness: tests/unit/test_colours.py.
ENTRIES = (
    Entry(BOTH_CLEAR, "Both clear", TRANSPARENT),
    Entry(BOTH_MASKED, "Both masked", (150, 220, 255, 210)),
    Entry(ONLY_FIRST, "Only the first masks", (230, 97, 1, 210)),
    Entry(ONLY_SECOND, "Only the second masks", (30, 80, 200, 210)),
    Entry(OTHER_KIND, "Cloud in one, shadow in the other", (255, 235, 60, 225)),
)


@dataclass(frozen=True)
class AgreementShares:
    """Shares 0..1 of the pixels at which both masks have data, in the order of the entries."""

    shares: tuple[float, float, float, float, float]
    pixels: int

    @property
    def agreed(self) -> float:
        """Share on which both agree, thick and thin cloud counted alike."""
        return self.shares[BOTH_CLEAR] + self.shares[BOTH_MASKED]


def agreement(first: NDArray[np.uint8], second: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return for each pixel which of the entries holds, 255 where either has no data.

    Thick and thin cloud count alike, for few other masks tell them apart.

    :param first, second: (rows, cols) uint8 class codes.
    """
    one, other = _kinds(first), _kinds(second)
    result = np.full(first.shape, BOTH_CLEAR, dtype=np.uint8)
    result[(one > 0) & (other > 0)] = OTHER_KIND
    result[(one > 0) & (one == other)] = BOTH_MASKED
    result[(one > 0) & (other == 0)] = ONLY_FIRST
    result[(one == 0) & (other > 0)] = ONLY_SECOND
    result[(first == NODATA) | (second == NODATA)] = NODATA
    return result


def agreement_shares(result: NDArray[np.uint8]) -> AgreementShares:
    """Return how often each of the entries holds."""
    counts = np.bincount(result.ravel(), minlength=NODATA + 1)[: len(ENTRIES)]
    total = int(counts.sum())
    one, two, three, four, five = (counts / max(total, 1)).tolist()
    return AgreementShares((one, two, three, four, five), total)


def _kinds(codes: NDArray[np.uint8]) -> NDArray[np.uint8]:
    kinds = np.zeros(256, dtype=np.uint8)
    kinds[list(CLOUD_CODES)] = 1
    kinds[CLOUD_SHADOW] = 2
    kinds[CLEAR] = 0
    return np.asarray(kinds[codes])
