"""Simulated scenes of one place on several dates, with their true masks, as files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tests.unit.stored import FOUR_BANDS, digital_numbers, write_raster
from training.simulation import lay_clouds, simulate_scene

DAYS = ("2023-06-03", "2023-06-13", "2023-06-28")
SKIES = (14, 27, 36, 21, 38, 37)  # seeds of clouds that leave about half of the ground clear
SUN = {"sun_zenith": 40.0, "sun_azimuth": 155.0}


@dataclass(frozen=True)
class Date:
    """One date: its day, its file, the file of its true mask, and both as arrays.

    :ivar numbers: (bands, rows, cols) uint16; ``codes`` (rows, cols) uint8 class codes.
    """

    day: str
    path: Path
    mask: Path
    numbers: np.ndarray
    codes: np.ndarray


def write_series(
    folder: Path,
    rows: int = 200,
    cols: int = 240,
    days: tuple[str, ...] = DAYS,
    roles: tuple[str, ...] = FOUR_BANDS,
    thick: float = 0.25,
    dated: bool = True,
    ground: int = 6,
) -> list[Date]:
    """Write scenes of the same ground under other clouds, each a GeoTIFF with its mask.

    :param ground: seed of the landscape.
    :param dated: whether the files tell their day; their names never do.
    """
    clear = simulate_scene(rows, cols, seed=ground, level="L2A", thick=0.0, thin=0.0, **SUN)
    made = []
    for number, day in enumerate(days):
        scene = lay_clouds(
            clear.reflectance.copy(),
            rng=np.random.default_rng(SKIES[number]),
            resolution=10.0,
            thick=thick,
            thin=0.05,
            level="L2A",
            **SUN,
        )
        tags = {"PROCESSING_LEVEL": "L2A", "REFLECTANCE_SCALE": "0.0001", "REFLECTANCE_OFFSET": "0"}
        tags |= {"MEAN_SUN_ZENITH": "40", "MEAN_SUN_AZIMUTH": "155"}
        if dated:
            tags["ACQUISITION_TIME"] = f"{day}T10:30:31Z"
        numbers = digital_numbers(scene.reflectance, roles)
        letter = "abcdefgh"[number]
        path = write_raster(folder / f"scene_{letter}.tif", numbers, roles, tags, nodata=0)
        codes = scene.labels.astype(np.uint8)
        mask = write_raster(folder / f"clouds_{letter}.tif", codes[None], nodata=255)
        made.append(Date(day, path, mask, numbers, codes))
    return made
