"""What the constants rest on that choose the reference of a composite.

``python -m benchmarks.composite_reference`` prints a table: the mean absolute error of composites
by kind of series, with the constants of ``matching.py`` and ``composite.py`` as they are and with
each of them changed (5 minutes of one core). No series is among those that
``benchmarks.composite_quality`` reports:

* farm: 16, 8 or 4 real dates of fields, drawn from the Level-2A series of WorldCereal (118 dates
  from August 2017 to November 2018, four bands), masked by Sen2Cor's SCL. Every second clear date
  is held out, and with it all dates less than four days away; the others are of four months to
  either side.
* other season: the same, 16 dates that are all more than two months away, of any month and year.
* simulated year, three dates: those of ``composite_quality`` with other seeds.

``--days`` prints instead how much the clear dates of the fields differ, by the days between them.
"""

from __future__ import annotations

import argparse
import itertools
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray

from benchmarks.composite_quality import FEW, YEAR
from benchmarks.composite_series import GAIN, Case, broken_year, of_few, of_year
from cloudmask_plugin.engine import composite, matching
from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.classes import CLEAR, NODATA
from cloudmask_plugin.engine.composer import Recipe, learn
from cloudmask_plugin.engine.composite import DEFAULT_SIGMA, date_closeness
from cloudmask_plugin.engine.consensus import Spectrum
from cloudmask_plugin.engine.feathering import MARGIN
from cloudmask_plugin.engine.mask_table import find_table
from training.datasets import data_folder

FARM = "scenes/worldcereal_L2A/*/S2_L2A_{metres}m_*.nc"
FARM_BANDS = ("B02", "B03", "B04", "B08")
START = date(2017, 8, 4)  # from which the files count seconds
SIZES = (16, 8, 4)
NEAREST, FARTHEST = 4, 120  # days of a series' dates from the one held out
OTHER_SEASON = 60  # days from it, at least, of a series of other seasons
CLEAR_SHARE, BRIGHTEST = (
    0.98,
    1.5,
)  # of a date held out; of the middle one's blue, as SCL misses haze
SEEDS = range(100, 106)
DAYS = 30  # of a line of ``--days``
CHANGES = (
    (matching, "HAZE_SCALE", (0.002, 0.003, 0.006, 0.01)),
    (matching, "SMALLEST_HAZE", (0.0, 0.003, 0.009)),
    (matching, "LEAST_HAZY", (0.0, 0.25, 0.5)),
    (matching, "SHADE_SCALE", (0.05, 0.1, 0.2, 0.3)),
    (matching, "FAR_CLOSENESS", (1e-300, 0.01, 0.03, 0.07, 0.1)),
    (composite, "OTHER_YEAR", (0.0, 0.02, 0.1, 0.2, 0.4)),
    (matching, "LEAST_SHARE", (0.05, 0.2, 0.3, 0.5)),
)


class Held:
    """A series of dates, and one that it is to show.

    :param stack: (dates, bands, rows, cols) stored values; ``truth`` (bands, rows, cols) alike.
    :param codes: (dates, rows, cols) uint8 class codes.
    :param apart: days of each date from the one held out.
    """

    def __init__(
        self,
        group: str,
        roles: tuple[str, ...],
        stack: NDArray[np.float32],
        codes: NDArray[np.uint8],
        apart: list[float],
        truth: NDArray[np.float32],
    ) -> None:
        self.group = group
        self._stack, self._codes, self._truth = stack, codes, truth
        self._apart = apart
        self._spectrum = Spectrum(roles, (GAIN,) * len(roles), (0.0,) * len(roles))
        self._errors: dict[tuple[int, ...], float] = {}  # by the order of dates

    def error(self) -> float:
        """Return the mean absolute error of the default composite, as reflectance."""
        dates, bands = self._stack.shape[:2]
        composer = learn(
            self._stack.reshape(dates, bands, -1),
            self._codes.reshape(dates, -1),
            Recipe(),
            self._spectrum,
            (self._codes == CLEAR).mean(axis=(1, 2)).tolist(),
            date_closeness(self._apart, 0.0, DEFAULT_SIGMA),
        )
        if composer.order not in self._errors:
            rim = ((0, 0), (MARGIN, MARGIN), (MARGIN, MARGIN))
            codes = np.pad(self._codes, rim, constant_values=NODATA)
            piece = composer.compose(np.pad(self._stack, ((0, 0), *rim)), codes)
            left = np.abs(piece.values - self._truth)[:, piece.found]
            self._errors[composer.order] = float(left.mean()) * GAIN
        return self._errors[composer.order]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", help="folder of the data; default: CLOUDMASK_DATA")
    parser.add_argument("--days", action="store_true", help="print how dates differ by days apart")
    options = parser.parse_args()
    if options.days:
        show_days(data_folder(options.data))
        return
    series = [*farm(data_folder(options.data)), *simulated()]
    groups = list(dict.fromkeys(held.group for held in series))
    print(f"| constants | {' | '.join(groups)} |\n{'|---' * (len(groups) + 1)}|")
    show("as they are", series, groups)
    for module, name, values in CHANGES:
        usual = getattr(module, name)
        for value in values:
            setattr(module, name, value)
            show(f"{name} {value:g}", series, groups)
        setattr(module, name, usual)


def show(title: str, series: list[Held], groups: list[str]) -> None:
    errors = [(held.group, held.error()) for held in series]
    means = [np.mean([error for group, error in errors if group == one]) for one in groups]
    print(f"| {title} | {' | '.join(f'{mean:.4f}' for mean in means)} |", flush=True)


def show_days(data: Path) -> None:
    """Print a table: mean absolute difference between clear dates by the days between them."""
    fields = Fields.read(data)
    if fields is None:
        return
    pairs = np.array(list(itertools.combinations(fields.clear.tolist(), 2)))
    apart = np.abs(np.diff(fields.days[pairs], axis=1)[:, 0]) // DAYS
    unlike = np.array([np.abs(np.diff(fields.stack[pair], axis=0)).mean() for pair in pairs]) * GAIN
    print("| days apart | pairs | mean absolute difference |\n|---|---|---|")
    for step in np.unique(apart).tolist():
        some = unlike[apart == step]
        print(f"| {step * DAYS} to {(step + 1) * DAYS} | {len(some)} | {some.mean():.4f} |")


@dataclass(frozen=True, eq=False)
class Fields:
    """The series of WorldCereal.

    :param stack: (dates, bands, rows, cols) stored values; ``codes`` (dates, rows, cols) classes.
    :param share: of each date that is clear; ``days`` its day, and ``clear`` the numbers of dates
        that are clear as a whole.
    """

    stack: NDArray[np.float32]
    codes: NDArray[np.uint8]
    share: NDArray[np.float64]
    days: NDArray[np.int64]
    clear: NDArray[np.intp]

    @classmethod
    def read(cls, data: Path) -> Fields | None:
        """Return the series, None where it is not there."""
        fine, coarse = (next(data.glob(FARM.format(metres=metres)), None) for metres in (10, 20))
        if fine is None or coarse is None:
            print("No real dates: that part is left out.")
            return None
        stack = np.stack([_read(fine, band) for band in FARM_BANDS], axis=1).astype(np.float32)
        labels = _read(coarse, "SCL").repeat(2, axis=1).repeat(2, axis=2)
        codes = find_table("scl").codes(labels, None)
        codes[(stack == 0).all(axis=1)] = NODATA
        share = (codes == CLEAR).mean(axis=(1, 2))
        blue = np.median(stack[:, 0], axis=(1, 2))
        clear = np.flatnonzero(share >= CLEAR_SHARE)
        clear = clear[blue[clear] < BRIGHTEST * np.median(blue[clear])]
        days = np.array([day.toordinal() for day in _days(fine)])
        return cls(stack, codes, share, days, clear)


def farm(data: Path) -> Iterator[Held]:
    """Yield real series of fields, none where the data is not there."""
    fields = Fields.read(data)
    if fields is None:
        return
    rng = np.random.default_rng(1)
    kinds = [(f"farm, {size} dates", size, NEAREST, FARTHEST) for size in SIZES]
    for group, size, least, most in (*kinds, ("other season", SIZES[0], OTHER_SEASON, np.inf)):
        for target in fields.clear[::2].tolist():
            apart = np.abs(fields.days - fields.days[target])
            usable = (apart >= least) & (apart < most) & (fields.share > 0.05)
            numbers = np.flatnonzero(usable)
            kept = np.sort(rng.choice(numbers, min(size, len(numbers)), replace=False))
            yield Held(
                group,
                FARM_BANDS,
                fields.stack[kept],
                fields.codes[kept],
                apart[kept].tolist(),
                fields.stack[target],
            )


def simulated() -> Iterator[Held]:
    """Yield simulated years of broken clouds, and three dates of each."""
    with tempfile.TemporaryDirectory() as name:
        for seed in SEEDS:
            dates, grounds = broken_year(seed, Path(name))
            for case in (*of_year(dates, grounds, YEAR), of_few(dates, grounds, FEW)):
                yield _held(case)


def _held(case: Case) -> Held:
    codes = []
    for one in case.dates:
        with rasterio.open(one.scene.mask) as src:
            codes.append(src.read(1))
    apart = [float((one.day - case.target).days) for one in case.dates]
    stack = np.stack([one.reflectance for one in case.dates]) / np.float32(GAIN)
    return Held(case.group, ROLES, stack, np.stack(codes), apart, case.truth / np.float32(GAIN))


def _read(path: Path, band: str) -> NDArray[np.uint16]:
    with rasterio.open(f'NETCDF:"{path}":{band}') as src:
        return np.asarray(src.read())


def _days(path: Path) -> list[date]:
    with rasterio.open(f'NETCDF:"{path}":{FARM_BANDS[0]}') as src:
        told = src.tags()["NETCDF_DIM_timestamp_VALUES"]
    return [START + timedelta(seconds=int(value)) for value in told.strip("{}").split(",")]


if __name__ == "__main__":
    main()
