"""What the checks of ``engine/plausibility.py`` see in real imagery, right and spoiled.

``python -m benchmarks.plausibility_statistics`` prints the figures that its thresholds rest
on: over the labelled patches with blue, green, red and near infrared (Sentinel-2 and Landsat),
and over every date of the series. The data are those of ``--data`` or ``CLOUDMASK_DATA``.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.errors import RadiometryError, SceneError
from cloudmask_plugin.engine.plausibility import (
    JUDGED,
    RED_OVER_BLUE,
    check_bands,
    check_values,
    darkest,
    infrared_shares,
    red_over_blue,
)
from cloudmask_plugin.engine.raster import choose_backend
from cloudmask_plugin.engine.reading import SceneReader
from cloudmask_plugin.engine.scene import Overrides
from training.datasets import data_folder, read_patches

LANDSAT = ("l8biome", "ukis_landsat5", "ukis_landsat7")
EXCHANGES = (("B02", "B04"), ("B02", "B08"), ("B03", "B08"), ("B04", "B08"))


@dataclass(frozen=True, eq=False)
class Sample:
    """One patch or date: ``places`` (4, n) float64 reflectance of JUDGED, NaN not measured.

    ``level`` is None for Landsat, whose red and blue the engine does not compare.
    """

    name: str
    group: str
    level: str | None
    places: NDArray[np.float64]


def patches(folder: Path) -> Iterator[Sample]:
    """Yield the patches that have the four bands."""
    rows = [ROLES.index(role) for role in JUDGED]
    for patch in chain(read_patches(folder), read_patches(folder, left_out=True)):
        if patch.presence[rows].all():
            landsat = patch.source in LANDSAT
            yield Sample(
                patch.name,
                "Landsat, Level-1" if landsat else f"Sentinel-2, {patch.level}",
                None if landsat else patch.level,
                patch.reflectance[rows].reshape(len(rows), -1).astype(np.float64),
            )


def dates(folder: Path) -> Iterator[Sample]:
    """Yield every date of the series, read as a user's file is."""
    backend = choose_backend()
    for path in sorted((folder / "scenes").rglob("S2_L2A_10m*.nc")):
        number = 0
        while True:
            number += 1
            try:
                spec = describe(str(path), Overrides(step=str(number)), backend)
            except SceneError:
                break  # no such date
            reader = SceneReader(spec, spec.grid, backend)
            seen = reader.read(spec.grid.window)
            reader.close()
            rows = [spec.roles.index(role) for role in JUDGED]
            values = np.where(seen.valid, seen.reflectance[rows], np.nan)
            name = f"series__{spec.acquired.value}"
            places = values.reshape(len(rows), -1).astype(np.float64)
            yield Sample(name, "Sentinel-2, L2A", "L2A", places)


def exchanged(places: NDArray[np.float64], pair: tuple[str, str]) -> NDArray[np.float64]:
    """Return the places with two bands in each other's place."""
    order = list(range(len(JUDGED)))
    i, j = JUDGED.index(pair[0]), JUDGED.index(pair[1])
    order[i], order[j] = order[j], order[i]
    return places[order]


def spread(values: Sequence[float]) -> str:
    """Return how many values there are and what they reach, NaN left out."""
    known = sorted(value for value in values if not math.isnan(value))
    if not known:
        return "none"
    low, middle, high = np.percentile(known, [5, 50, 95])
    return (
        f"{len(known)}: {known[0]:.3g} to {known[-1]:.3g}, "
        f"middle {middle:.3g}, nine in ten {low:.3g} to {high:.3g}"
    )


def doubts_offset(places: NDArray[np.float64]) -> bool:
    """Tell whether scale and offset of places would be warned of, or refused."""
    try:
        return bool(check_values(places, 1e-4, 0, False))
    except RadiometryError:
        return True


def report(samples: Sequence[Sample], say: Callable[[str], None] = print) -> None:
    """Print the figures of each group."""
    for group in dict.fromkeys(sample.group for sample in samples):
        chosen = [sample for sample in samples if sample.group == group]
        say(f"{group}: {len(chosen)}")
        shares = [max(infrared_shares(sample.places).values()) for sample in chosen]
        say(f"  share of pixels where a visible band shows near infrared: {spread(shares)}")
        for pair in EXCHANGES[1:]:
            mixed = [infrared_shares(exchanged(sample.places, pair))[pair[0]] for sample in chosen]
            say(f"    {pair[0]} and {pair[1]} exchanged: {spread(mixed)}")
        if chosen[0].level in RED_OVER_BLUE:
            level = chosen[0].level
            for name, places in (
                ("", [sample.places for sample in chosen]),
                (", exchanged", [exchanged(s.places, EXCHANGES[0]) for s in chosen]),
            ):
                ratios = [red_over_blue(seen, level) for seen in places]
                say(f"  red / blue over plants{name}: {spread(ratios)}")
        lows = [darkest(sample.places) for sample in chosen]
        say(f"  darkest reflectance (1 %): {spread(lows)}")
        for what, shift in (
            ("a right offset", 0.0), ("one not applied", 0.1), ("one applied twice", -0.1),
        ):  # fmt: skip
            say(f"  warnings about {what}: {sum(doubts_offset(s.places + shift) for s in chosen)}")
        warned = [s.name for s in chosen if check_bands(s.places, JUDGED, "", s.level)]
        say(f"  warnings about right bands: {len(warned)} {' '.join(warned)}".rstrip())
        for pair in EXCHANGES:
            found = sum(
                bool(check_bands(exchanged(sample.places, pair), JUDGED, "", sample.level))
                for sample in chosen
            )
            say(f"  warnings where {pair[0]} and {pair[1]} are exchanged: {found}")


def main() -> None:
    """Read the data and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", help="folder of the data (default: CLOUDMASK_DATA)")
    folder = data_folder(parser.parse_args().data)
    everything = [*patches(folder), *dates(folder)]
    series = sum(sample.name.startswith("series__") for sample in everything)
    print(f"{len(everything) - series} patches, {series} dates")
    report(everything)


if __name__ == "__main__":
    main()
