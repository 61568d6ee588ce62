"""Simulated masks of one place on many dates, with places that are always taken for cloud.

Clouds of all sizes come anywhere on each date; a cap sits on a mountain on most dates, in
another size and place each time, and stratus lies over the sea up to the coast on many. A lagoon,
roofs and a beach are called cloud without being any.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from cloudmask_plugin.engine.surroundings import box_sums
from tests.unit.stored import write_raster

PIXEL = 20.0
FIRST = date(2023, 1, 4)


@dataclass(frozen=True)
class SimulatedDates:
    """Masks of a place.

    :ivar truth: (dates, rows, cols) bool, real cloud; ``called`` bool, what the masks say.
    :ivar suspect: (rows, cols) bool, places called cloud without being any.
    :ivar cap, sea: (rows, cols) bool, where real cloud comes again and again.
    """

    truth: np.ndarray
    called: np.ndarray
    suspect: np.ndarray
    cap: np.ndarray
    sea: np.ndarray

    @property
    def days(self) -> tuple[str, ...]:
        return days(len(self.truth))


def days(count: int) -> tuple[str, ...]:
    """Return days ten days apart."""
    return tuple((FIRST + timedelta(days=10 * n)).isoformat() for n in range(count))


def simulate(
    seed: int, dates: int = 16, side: int = 400, often: float = 0.9, mean_cloud: float = 0.25
) -> SimulatedDates:
    """Return masks of ``side`` pixels of 20 m.

    :param often: how often the suspect places are called cloud on clear days.
    """
    rng = np.random.default_rng(seed)
    row, col = np.mgrid[:side, :side]
    ground = _suspect_places(rng, row, col, side)
    sea = row > 0.75 * side
    middle = (0.3 * side, 0.7 * side)
    cap = np.hypot(row - middle[0], col - middle[1]) < 0.05 * side
    truth = np.zeros((dates, side, side), bool)
    called = np.zeros_like(truth)
    for number in range(dates):
        cloud = _clouds(rng, side, rng.beta(0.6, 0.6 * (1 - mean_cloud) / mean_cloud))
        if rng.random() < 0.7:  # a cap cloud on the mountain
            at = rng.normal(middle, 0.03 * side)
            cloud |= np.hypot(row - at[0], col - at[1]) < side * rng.uniform(0.03, 0.13)
        if rng.random() < 0.5:  # stratus that ends at the coast
            cloud |= sea
        truth[number] = cloud
        wrong = np.zeros_like(cloud)
        for place in ground:
            if rng.random() < often:
                wrong |= place
        called[number] = cloud | (wrong & (rng.random(cloud.shape) < 0.98))
    return SimulatedDates(truth, called, np.any(ground, axis=0), cap, sea)


def _clouds(rng: np.random.Generator, side: int, share: float) -> np.ndarray:
    """Return clouds of one size, from small to large, that cover a share of a picture."""
    cells = side // 4
    reach = int(rng.integers(2, cells // 6))
    noise = rng.random((cells + 4 * reach, cells + 4 * reach))
    for _ in range(2):  # twice over a square is nearly round
        noise = box_sums(noise, (reach, reach))
    inner = slice(2 * reach, 2 * reach + cells)  # where all of both squares is summed
    field = np.kron(noise[inner, inner], np.ones((4, 4)))
    return field > np.quantile(field, 1 - min(max(share, 0.0), 1.0))


def _suspect_places(
    rng: np.random.Generator, row: np.ndarray, col: np.ndarray, side: int
) -> list[np.ndarray]:
    """Return a lagoon, a beach, and twelve roofs, apart from mountain and sea."""
    lagoon = np.hypot((row - 0.55 * side) / 2, col - 0.3 * side) < 0.04 * side
    beach = (np.abs(row - (0.735 * side + 3 * np.sin(col / 9))) < 2) & (col > 0.2 * side)
    roofs = []
    for _ in range(12):
        top, left = rng.uniform((0.05, 0.05), (0.4, 0.45)) * side
        height, width = rng.integers(4, 12, 2)
        roofs.append((row >= top) & (row < top + height) & (col >= left) & (col < left + width))
    return [lagoon, beach, *roofs]


def write_masks(folder: Path, called: np.ndarray, dated: bool = True) -> list[str]:
    """Write masks with codes 0 and 1 as files of 20 m, whose tags tell their days."""
    paths = []
    for number, (cloud, day) in enumerate(zip(called, days(len(called)))):
        tags = {"ACQUISITION_TIME": f"{day}T10:30:31Z"} if dated else {}
        path = folder / f"mask_{number:02d}.tif"
        tags["CLOUDMASK_MODEL"] = "simulated"
        write_raster(path, cloud[None].astype(np.uint8), (), tags, pixel=PIXEL, nodata=255)
        paths.append(str(path))
    return paths
