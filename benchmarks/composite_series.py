"""Series of dates of which the look without clouds is known, for ``benchmarks.composite_quality``.

Rome: 20 real dates of SEN12MS-CR-TS (256 × 256 pixels, 13 bands, Level-1C). Seven are clear, and
two more are but for thin cirrus, by eye and by the cirrus band: its median reflectance is at most
0.003, and 0.011 and 0.021. No mask decides which these are, so that the series are the same
whatever masks are measured on them.
The year of broken clouds is simulated: one landscape whose fields ripen and are harvested, under
the sun, air and clouds of each day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.transform import from_origin

from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.classes import CLEAR
from cloudmask_plugin.engine.composite_plan import CompositeScene
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.pipeline import MaskRequest, mask_scene
from cloudmask_plugin.engine.reporter import SilentReporter
from training.simulation import lay_clouds, simulate_scene

Cube = NDArray[np.float32]  # (13, rows, cols) reflectance, bands in the order of ROLES

ROME = "scenes/sen12mscrts_rome_L1C"
GAIN = 1e-4
CLEAR_DAYS = ("02-10", "05-31", "06-25", "07-30", "08-24", "09-28", "10-23")  # of Rome, 2018
VEILED_DAYS = ("11-12", "12-07")
SIDE = 256
RESOLUTION = 20.0  # metres, of the simulated year: a frame in which clouds have room
DATES = 10  # of the simulated year
# Bare soil and stubble by band, rounded from the USGS Spectral Library 7; 0 where the ground is
# not seen (cirrus).
SOIL = (0.05, 0.06, 0.08, 0.11, 0.14, 0.17, 0.19, 0.21, 0.23, 0.24, 0.0, 0.33, 0.27)


@dataclass(frozen=True, eq=False)
class Date:
    """One date: a file, its mask by the bundled model, and what it holds, (13, rows, cols)."""

    day: date
    scene: CompositeScene
    reflectance: Cube
    clear: NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Case:
    """What to make of a series: the look of one day.

    :param truth: (13, rows, cols) reflectance of that day without clouds.
    :param grounds: (dates, 13, rows, cols), all looks without clouds that are known.
    :param veiled: (dates, 13, rows, cols), looks under nothing but thin cirrus, which darkens no
        pixel: what is no darker lies in no shadow.
    """

    group: str
    dates: tuple[Date, ...]
    target: date
    truth: Cube
    grounds: Cube
    veiled: Cube | None = None


def rome_dates(data: Path, folder: Path) -> list[Date]:
    """Return the real dates by day, masked into a folder; none where the data is not there."""
    paths = sorted((data / ROME).glob("*.tif"), key=lambda path: _day_of(path))
    return [_masked(path, folder, _day_of(path)) for path in paths]


def held_out(dates: list[Date], group: str) -> Iterator[Case]:
    """Hold each clear date out in turn; the others are to show what it looked like."""
    clear, veiled = _of_days(dates, CLEAR_DAYS), _of_days(dates, VEILED_DAYS)
    grounds = np.stack([one.reflectance for one in clear])
    others = np.stack([one.reflectance for one in veiled])
    for one in clear:
        rest = tuple(other for other in dates if other is not one)
        yield Case(group, rest, one.day, one.reflectance, grounds, others)


def under_clouds(dates: list[Date], folder: Path, seed: int, group: str) -> Iterator[Case]:
    """Lay simulated clouds over the real clear dates; the truth is what is below them."""
    rng = np.random.default_rng([seed, 5])
    clear = _of_days(dates, CLEAR_DAYS)
    made = [
        _clouded(one.reflectance, one.day, _zenith(one.day, 42), 10.0, rng, folder / f"rome{seed}")
        for one in clear
    ]
    grounds = np.stack([one.reflectance for one in clear])
    for number in (2, 5):
        yield Case(group, tuple(made), clear[number].day, grounds[number], grounds)


def broken_year(seed: int, folder: Path) -> tuple[list[Date], Cube]:
    """Return the dates of a simulated year of broken clouds, and what lies below."""
    rng = np.random.default_rng([seed, 6])
    bare = simulate_scene(SIDE, SIDE, seed=seed, resolution=RESOLUTION, thick=0, thin=0).reflectance
    red, infrared = bare[ROLES.index("B04")], bare[ROLES.index("B08")]
    green = np.clip((infrared - red) / (infrared + red + 1e-6), 0, 1)
    # Fields are told by their colour; each has its season and how much of it is harvested.
    field = (np.floor(red * 200) * 31 + np.floor(bare[ROLES.index("B11")] * 60) * 17).astype(int)
    late = rng.normal(0, 25, 64)[field % 64]
    harvested = rng.uniform(0.3, 1, 64)[field % 64]
    soil = np.array(SOIL, np.float32)[:, np.newaxis, np.newaxis] * (0.8 + 0.4 * harvested)
    days = np.sort(rng.choice(np.arange(15, 350, 5), DATES, replace=False)).tolist()
    dates, grounds = [], []
    for number in days:
        day = date(2023, 1, 1) + timedelta(number)
        season = 0.5 + 0.5 * np.cos(2 * np.pi * (number - 15 - late) / 365)
        share = np.clip(1.2 * harvested * green * season, 0, 0.9)
        ground = bare * (1 - share) + soil * share
        # The air of the day: brighter or darker, and bluer.
        haze = rng.uniform(0, 0.008) * np.linspace(1, 0, len(ROLES)).reshape(-1, 1, 1) ** 2
        ground = (ground * rng.normal(1, 0.03) + haze).astype(np.float32)
        grounds.append(ground)
        zenith = _zenith(day, 45)
        dates.append(_clouded(ground, day, zenith, RESOLUTION, rng, folder / f"year{seed}"))
    return dates, np.stack(grounds)


def of_year(dates: list[Date], grounds: Cube, group: str) -> Iterator[Case]:
    """Return two days of a year to look for."""
    for number in (len(dates) // 3, 2 * len(dates) // 3):
        yield Case(group, tuple(dates), dates[number].day, grounds[number], grounds)


def of_few(dates: list[Date], grounds: Cube, group: str) -> Case:
    """Return three dates in a row, the middle one of which is looked for."""
    middle = len(dates) // 2
    few = slice(middle - 1, middle + 2)
    return Case(group, tuple(dates[few]), dates[middle].day, grounds[middle], grounds[few])


def read_reflectance(path: Path) -> Cube:
    """Return what a file of this benchmark holds, NaN where it is empty."""
    with rasterio.open(path) as src:
        stored, nodata = src.read(), src.nodata
    values = stored.astype(np.float32) * np.float32(GAIN)
    if nodata is not None:
        values[:, (stored == nodata).all(axis=0)] = np.nan
    return values


def _of_days(dates: list[Date], days: tuple[str, ...]) -> list[Date]:
    return [one for one in dates if f"{one.day:%m-%d}" in days]


def _day_of(path: Path) -> date:
    return date.fromisoformat(path.stem.split("ImgNo_")[1].split("_")[1])


def _zenith(day: date, mean: float) -> float:
    """Return the sun's zenith angle in mid-northern latitudes, degrees."""
    return float(mean - 22 * np.cos(2 * np.pi * (day.timetuple().tm_yday - 172) / 365))


def _clouded(
    ground: Cube, day: date, zenith: float, resolution: float, rng: np.random.Generator, stem: Path
) -> Date:
    """Write a ground under broken clouds, with its mask; shares vary from day to day."""
    seen = lay_clouds(
        ground,
        rng=rng,
        resolution=resolution,
        sun_zenith=zenith,
        sun_azimuth=150.0,
        thick=float(np.clip(rng.normal(0.15, 0.1), 0.02, 0.8)),
        thin=float(np.clip(rng.normal(0.03, 0.03), 0, 0.3)),
        level="L1C",
    ).reflectance
    path = stem.with_name(f"{stem.name}_{day}.tif")
    stored = np.clip(np.rint(seen / GAIN), 1, 65535).astype(np.uint16)
    with rasterio.open(
        path,
        "w",
        driver="GTiff",
        count=len(ROLES),
        height=stored.shape[1],
        width=stored.shape[2],
        dtype="uint16",
        nodata=0,
        crs="EPSG:32633",
        transform=from_origin(300000, 4650000, resolution, resolution),
    ) as dst:
        dst.write(stored)
        for index, role in enumerate(ROLES, start=1):
            dst.set_band_description(index, role)
        dst.update_tags(
            ACQUISITION_DATE=str(day),
            REFLECTANCE_SCALE=repr(GAIN), REFLECTANCE_OFFSET="0",
        )  # fmt: skip
    return _masked(path, stem.parent, day)


def _masked(path: Path, folder: Path, day: date) -> Date:
    spec, mask = describe(str(path)), folder / f"mask_{path.stem}.tif"
    mask_scene(MaskRequest(spec, str(mask)), SilentReporter())
    with rasterio.open(mask) as src:
        clear = src.read(1) == CLEAR
    return Date(day, CompositeScene(spec, str(mask)), read_reflectance(path), clear)
