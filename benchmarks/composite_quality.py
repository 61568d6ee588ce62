"""How near composites come to the look without clouds, beside simple rules and S2Mosaic's.

``python -m benchmarks.composite_quality --write`` puts the table into docs/composites/quality.csv
and docs/composites.md, and draws the pictures there. The part on real dates is left out where the
data is not there; nothing is written then.

MAE, RMSE, PSNR, SSIM and SAM are those of SEN12MS-CR: reflectance clipped to 0..1, all bands. All
are of pixels clear in at least one date by the mask; "empty" tells how many of them a composite
leaves out, which do not count in it. Cloud or shadow is left where a composite is brighter in
blue, or darker in near infrared, by 0.03 than all looks of that pixel without clouds; looks through
thin cirrus alone count for the darkness, which cirrus does not add to. Joins: the
step between neighbours from different dates (from different sets of dates, where dates are
mixed), as a multiple of that between all other neighbours, divided by the same figure of the
truth, whose own outlines clouds and masks follow; 1 is invisible.

``--left`` prints instead, of the real dates held out, what "left" finds in a clear date itself and
in the default composite for it (15 seconds of one core).
"""

from __future__ import annotations

import argparse
import csv
import tempfile
import warnings
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray
from scipy import ndimage

from benchmarks.composite_baselines import BASELINES
from benchmarks.composite_series import (
    Case,
    Cube,
    Date,
    broken_year,
    held_out,
    of_few,
    of_year,
    read_reflectance,
    rome_dates,
    under_clouds,
)
from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.composite import AUTO, METHODS, QUANTILES
from cloudmask_plugin.engine.composite_plan import CompositeRequest
from cloudmask_plugin.engine.compositing import composite_scenes
from cloudmask_plugin.engine.reporter import SilentReporter
from training.datasets import data_folder

DOCS = Path(__file__).resolve().parents[1] / "docs"
TABLE, PAGE = DOCS / "composites" / "quality.csv", DOCS / "composites.md"
BEGIN, END = "<!-- written by benchmarks.composite_quality: begin -->", "<!-- end -->"
COLUMNS = ("MAE", "RMSE", "PSNR", "SSIM", "SAM", "left %", "joins", "empty %")
DIGITS = (4, 4, 1, 3, 2, 2, 2, 2)
BEYOND = 0.03  # reflectance outside all looks without clouds that is cloud or shadow
BLUE, INFRARED = ROLES.index("B02"), ROLES.index("B08")
REAL, LAID, YEAR, FEW = (
    "Rome, a clear date held out",
    "Rome, simulated clouds",
    "simulated year",
    "three dates",
)
Chosen = NDArray[np.int64]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", help="folder of the data; default: CLOUDMASK_DATA")
    parser.add_argument("--seeds", type=int, default=2, help="simulated series of each kind")
    parser.add_argument("--write", action="store_true", help="write the table and the pictures")
    parser.add_argument("--left", action="store_true", help="look closer at what is left")
    options = parser.parse_args()
    warnings.filterwarnings("ignore", "(All-NaN slice|Mean of empty slice)")
    with tempfile.TemporaryDirectory() as folder:
        rome = rome_dates(data_folder(options.data), Path(folder))
        if not rome:
            print("No real dates: that part is left out.")
        if options.left:
            print(what_is_left(rome, Path(folder)))
            return
        years = [broken_year(seed, Path(folder)) for seed in range(options.seeds)]
        rows = measure(_cases(rome, years, Path(folder)), Path(folder))
        print(markdown(rows))
        if options.write and rome:
            write(rows)
            from benchmarks.composite_pictures import draw

            draw(rome, date(2018, 3, 7), Path(folder), TABLE.with_name("rome.png"))
            middle = years[0][0][len(years[0][0]) // 2].day
            draw(years[0][0], middle, Path(folder), TABLE.with_name("broken-year.png"))


def _cases(rome: list[Date], years: list[tuple[list[Date], Cube]], folder: Path) -> Iterator[Case]:
    if rome:
        yield from held_out(rome, REAL)
        for seed in range(len(years)):
            yield from under_clouds(rome, folder, seed, LAID)
    for dates, grounds in years:
        yield from of_year(dates, grounds, YEAR)
        yield of_few(dates, grounds, FEW)


def measure(cases: Iterator[Case], folder: Path) -> list[dict[str, str | float]]:
    """Return a row by group of series and method: the means over its cases."""
    found: dict[tuple[str, str], list[tuple[float, ...]]] = {}
    for case in cases:
        stack = np.stack([one.reflectance for one in case.dates])
        clear = np.stack([one.clear for one in case.dates])
        apart = [abs((one.day - case.target).days) for one in case.dates]
        sets = np.unique(clear.reshape(len(clear), -1), axis=1, return_inverse=True)[1]
        sets = sets.reshape(clear.shape[1:])
        pictures = {name: rule(stack, clear, apart) for name, rule in BASELINES.items()}
        pictures |= {name: composite(case, name, folder) for name in METHODS}
        for name, (picture, chosen) in pictures.items():
            joins = sets if chosen is None else chosen
            scores = score(picture, joins, case, clear.any(axis=0))
            found.setdefault((case.group, name), []).append(scores)
        print(f"{case.group}, {case.target}: {len(case.dates)} dates", flush=True)
    return [
        {"series": group, "method": name, "cases": len(scores)}
        | dict(zip(COLUMNS, np.nanmean(np.array(scores), axis=0).tolist()))
        for (group, name), scores in found.items()
    ]


def composite(case: Case, method: str, folder: Path) -> tuple[Cube, Chosen | None]:
    """Make a composite as a user does; return its reflectance and the dates taken."""
    index = "" if method in QUANTILES else str(folder / "source.tif")
    request = CompositeRequest(
        tuple(one.scene for one in case.dates),
        str(folder / "composite.tif"),
        source_index=index,
        method=method,
        target_date=str(case.target),
    )
    composite_scenes(request, SilentReporter())
    values = read_reflectance(Path(request.output))
    if not index:
        return values, None
    with rasterio.open(index) as src:
        return values, src.read(1).astype(np.int64) - 1


def score(picture: Cube, joins: Chosen, case: Case, seen: NDArray[np.bool_]) -> tuple[float, ...]:
    """Return the figures of :data:`COLUMNS`."""
    there = seen & np.isfinite(picture).all(axis=0)
    truth = np.clip(case.truth, 0, 1)
    picture = np.where(there, np.clip(picture, 0, 1), truth)
    one, other = picture[:, there].astype(np.float64), truth[:, there].astype(np.float64)
    error = np.abs(one - other)
    rmse = float(np.sqrt(np.square(error).mean()))
    lengths = np.sqrt(np.square(one).sum(axis=0) * np.square(other).sum(axis=0))
    cosine = (one * other).sum(axis=0) / np.maximum(lengths, 1e-12)
    left = left_over(picture, case.grounds, case.veiled)
    return (
        float(error.mean()),
        rmse,
        float(20 * np.log10(1 / rmse)),
        similarity(picture, truth)[there].mean(),
        float(np.degrees(np.arccos(np.clip(cosine, -1, 1))).mean()),
        float(100 * left[there].mean()),
        step_ratio(picture, joins, there) / step_ratio(truth, joins, there),
        float(100 * (seen & ~there).sum() / max(seen.sum(), 1)),
    )


def left_over(picture: Cube, grounds: Cube, veiled: Cube | None) -> NDArray[np.bool_]:
    """Return where cloud or shadow is left in a picture, by looks without them."""
    unshaded = grounds if veiled is None else np.concatenate([grounds, veiled])
    bright = picture[BLUE] > grounds[:, BLUE].max(axis=0) + BEYOND
    dark = picture[INFRARED] < unshaded[:, INFRARED].min(axis=0) - BEYOND
    return np.asarray(bright | dark)


def what_is_left(dates: list[Date], folder: Path) -> str:
    """Return a table of what of cloud and shadow is found where there is none or little.

    "Itself": in the date held out, by the other clear ones.
    """
    columns = ("held out", "itself %", "composite %", "pixels", "patches", "largest")
    lines = [f"| {' | '.join(columns)} |", "|---" * len(columns) + "|"]
    for case in held_out(dates, REAL):
        others = case.grounds[(case.grounds != case.truth).any(axis=(1, 2, 3))]
        own = left_over(np.clip(case.truth, 0, 1), others, case.veiled)
        left = left_over(np.clip(composite(case, AUTO, folder)[0], 0, 1), case.grounds, case.veiled)
        patches, count = ndimage.label(left, np.ones((3, 3)))
        largest = np.bincount(patches.ravel())[1:].max(initial=0)
        lines.append(
            f"| {case.target} | {100 * own.mean():.2f} | {100 * left.mean():.2f} | {left.sum()} "
            f"| {count} | {largest} |"
        )
    return "\n".join(lines)


def similarity(one: Cube, other: Cube) -> NDArray[np.float64]:
    """Return SSIM of each pixel, the mean over bands (Wang et al. 2004: 11 × 11, sigma 1.5)."""
    total = np.zeros(one.shape[1:])
    for x, y in zip(one.astype(np.float64), other.astype(np.float64)):
        mx, my, xx, yy, xy = (
            ndimage.gaussian_filter(part, 1.5, truncate=5 / 1.5)
            for part in (x, y, x * x, y * y, x * y)
        )
        vx, vy, both = xx - mx * mx, yy - my * my, xy - mx * my
        total += ((2 * mx * my + 1e-4) * (2 * both + 9e-4)) / (
            (mx * mx + my * my + 1e-4) * (vx + vy + 9e-4)
        )
    return total / len(one)


def step_ratio(picture: Cube, joins: Chosen, there: NDArray[np.bool_]) -> float:
    """Return the step across joins as a multiple of that elsewhere, NaN without joins."""
    across, inside = [], []
    for axis in (0, 1):
        step = np.abs(np.diff(picture, axis=axis + 1)).mean(axis=0)
        change = np.diff(joins, axis=axis) != 0
        both = np.take(there, range(1, there.shape[axis]), axis) & np.take(
            there, range(there.shape[axis] - 1), axis
        )
        across.append(step[change & both])
        inside.append(step[~change & both])
    beyond, within = np.concatenate(across), np.concatenate(inside)
    if len(beyond) < 100 or not len(within):
        return float("nan")
    return float(beyond.mean() / within.mean())


def markdown(rows: list[dict[str, str | float]]) -> str:
    """Return a table for each group."""
    parts = []
    for group in dict.fromkeys(row["series"] for row in rows):
        chosen = [row for row in rows if row["series"] == group]
        parts += [
            f"**{group}** ({chosen[0]['cases']} cases)\n",
            f"| method | {' | '.join(COLUMNS)} |",
            "|---" * (len(COLUMNS) + 1) + "|",
        ]
        for row in chosen:
            name = row["method"]
            name = f"**{name}**" if name in METHODS else name
            parts.append(f"| {name} | {' | '.join(_figures(row))} |")
        parts.append("")
    return "\n".join(parts)


def _figures(row: dict[str, str | float]) -> list[str]:
    values = [float(row[column]) for column in COLUMNS]
    return ["–" if np.isnan(v) else f"{v:.{n}f}" for v, n in zip(values, DIGITS)]


def write(rows: list[dict[str, str | float]]) -> None:
    """Write the table as CSV and into the page."""
    with TABLE.open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("series", "method", "cases", *COLUMNS))
        writer.writerows(
            (row["series"], row["method"], row["cases"], *_figures(row)) for row in rows
        )
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    text = f"{before}{BEGIN}\n\n{markdown(rows)}\n{END}{rest.partition(END)[2]}"
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
