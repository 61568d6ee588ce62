"""What more data would bring: ``python -m training.learning_curves docs/learning-curves``.

Trains from scratch on a quarter and on all of the places, each with the same steps, and
compares what comes out on the held-out places, on the way and at the end. Writes tables (.csv by
steps, -boa.csv at the end) and a picture (.png), beside the curves of the bundled models' own runs.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import matplotlib

from .bundled import FOLDER
from .candidates import accuracies
from .cases import CATALOGUE, LANDSAT_7, LANDSAT_8, TEN_METRES, Case, real_cases
from .datasets import data_folder
from .packing import load
from .recipes import RECIPES
from .train import BUILD, Machine, train, trained_network

matplotlib.use("Agg")
from matplotlib import pyplot

SHARES = (0.25, 1.0)
STEPS = 3000  # some twenty minutes for each share on two cores
SCORES = ("cloud_iou_rgb", "cloud_iou_all", "shadow_iou_rgb", "shadow_iou_all")
# What bars are about, by question, group and bands.
ENDS = {
    "cloud, catalogue, RGB": ("cloud", CATALOGUE, "RGB"),
    "cloud, 10 m, RGB": ("cloud", TEN_METRES, "RGB"),
    "cloud, Landsat 8, all bands": ("cloud", LANDSAT_8, "all"),
    "shadow, Landsat 8, RGB": ("shadow", LANDSAT_8, "RGB"),
    "shadow, Landsat 8, all bands": ("shadow", LANDSAT_8, "all"),
    "shadow, Landsat 7, all bands": ("shadow", LANDSAT_7, "all"),
}

Row = Mapping[str, float]


def by_steps(
    share: float, source: Path, cases: Sequence[Case], output: Path
) -> tuple[list[Row], Row]:
    """Train by a share of the places, or take what was trained: the log, and BOA at its end."""
    recipe = replace(RECIPES["quick"], places=share, steps=STEPS)
    train(recipe, source, output, Machine.here(), save_every=STEPS // 3)
    log: list[Row] = [
        {"places": share, **{key: row[key] for key in ("step", *SCORES)}}
        for row in _table(output / "log.csv")
    ]
    found = accuracies(trained_network(recipe, output), cases)
    return log, {"places": share, **{name: round(found[key], 4) for name, key in ENDS.items()}}


def _table(path: Path) -> list[dict[str, float]]:
    with path.open() as file:
        return [{name: float(value) for name, value in row.items()} for row in csv.DictReader(file)]


def _write(path: Path, rows: Sequence[Row]) -> None:
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def draw(steps: Sequence[Row], ends: Sequence[Row], models: Path, picture: Path) -> None:
    """BOA by share of places; IoU by steps of every share, and of every bundled model's run."""
    logs: dict[str, Sequence[Row]] = {
        f"{100 * share:g} % of the places": [row for row in steps if row["places"] == share]
        for share in dict.fromkeys(row["places"] for row in steps)
    }
    logs |= {p.parent.name: _table(p) for p in sorted(models.glob("*/training.csv"))}
    figure, panels = pyplot.subplots(
        1, 1 + len(logs), figsize=(3.4 * (1 + len(logs)), 3.4), constrained_layout=True
    )
    shares = [100 * row["places"] for row in ends]
    for name in ENDS:
        panels[0].plot(shares, [row[name] for row in ends], marker="o", label=name)
    panels[0].set(xlabel="share of the training places (%)", ylabel="BOA (held-out places)")
    panels[0].set_ylim(0.45, 1)
    panels[0].set_title(f"after {STEPS} steps", fontsize=9)
    panels[0].set_xscale("log", base=2)
    panels[0].set_xticks(shares, [f"{share:g}" for share in shares])
    for axes, (title, log) in zip(panels[1:], logs.items()):
        for name in SCORES:
            label = name.replace("_", " ")
            axes.plot([row["step"] for row in log], [row[name] for row in log], label=label)
        axes.set(xlabel="step", ylim=(0.25, 0.8))
        axes.set_title(title, fontsize=9)
    panels[1].set_ylabel("IoU (held-out places)")
    for axes in panels[:2]:
        axes.legend(fontsize=6, loc="lower right")
    for axes in panels:
        axes.grid(alpha=0.3)
    figure.savefig(picture, dpi=80)
    pyplot.close(figure)


def main() -> None:
    """Read the options, train where there is no table yet, and write tables and picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("result", type=Path, help="tables and picture, without their suffixes")
    parser.add_argument("--data", help="folder of the shared data, or a file of training.packing")
    parser.add_argument("--again", action="store_true", help="measure, though the tables are there")
    options = parser.parse_args()
    steps, ends = options.result.with_suffix(".csv"), Path(f"{options.result}-boa.csv")
    if options.again or not (steps.exists() and ends.exists()):
        source = data_folder(options.data)
        cases = real_cases(load(source, BUILD / "teachers")[0])
        logs: list[Row] = []
        last: list[Row] = []
        for share in SHARES:
            log, end = by_steps(share, source, cases, BUILD / "curves" / f"{share:g}")
            logs += log
            last.append(end)
        _write(steps, logs)
        _write(ends, last)
    draw(_table(steps), _table(ends), FOLDER, options.result.with_suffix(".png"))


if __name__ == "__main__":
    main()
