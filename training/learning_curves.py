"""What more data would bring: ``python -m training.learning_curves docs/learning-curves``.

Trains from scratch on a quarter, a half and all of the places, each with the same steps,
and compares them on the held-out places. Writes a table (.csv) and a picture (.png), beside
the curves by steps of the bundled models' own runs.
"""

from __future__ import annotations

import argparse
import csv
from dataclasses import replace
from pathlib import Path

import matplotlib

from .bundled import FOLDER
from .datasets import data_folder
from .recipes import RECIPES
from .train import BUILD, Machine, train

matplotlib.use("Agg")
from matplotlib import pyplot

SHARES = (0.25, 0.5, 1.0)
STEPS = 600  # enough to tell shares apart, in about ten minutes for all on two cores
SCORES = ("cloud_iou_rgb", "cloud_iou_all", "shadow_iou_rgb", "shadow_iou_all")


def scores_by_share(source: Path, output: Path) -> list[dict[str, float]]:
    """Train by shares of the places; the last row of each run's log, with the share."""
    rows = []
    for share in SHARES:
        recipe = replace(RECIPES["quick"], places=share, steps=STEPS)
        folder = output / f"{share:g}"
        train(recipe, source, folder, Machine.here(), save_every=recipe.steps)
        last = _log(folder / "log.csv")[-1]
        rows.append({"places": share, **{name: float(last[name]) for name in SCORES}})
    return rows


def _log(path: Path) -> list[dict[str, str]]:
    with path.open() as file:
        return list(csv.DictReader(file))


def draw(rows: list[dict[str, float]], models: Path, picture: Path) -> None:
    """Scores by share of places, and by steps of every bundled model's run."""
    logs = {path.parent.name: _log(path) for path in sorted(models.glob("*/training.csv"))}
    figure, panels = pyplot.subplots(
        1, 1 + len(logs), figsize=(4.2 * (1 + len(logs)), 3.2), constrained_layout=True, sharey=True
    )
    for name in SCORES:
        label = name.replace("_", " ")
        shares = [100 * row["places"] for row in rows]
        panels[0].plot(shares, [row[name] for row in rows], marker="o", label=label)
        for axes, log in zip(panels[1:], logs.values()):
            axes.plot([int(row["step"]) for row in log], [float(row[name]) for row in log])
    panels[0].set(xlabel="share of the training places (%)", ylabel="IoU (held-out places)")
    panels[0].set_title(f"{STEPS} steps", fontsize=9)
    panels[0].legend(fontsize=7)
    for axes, model in zip(panels[1:], logs):
        axes.set(xlabel="step")
        axes.set_title(model, fontsize=9)
    for axes in panels:
        axes.grid(alpha=0.3)
    figure.savefig(picture, dpi=80)
    pyplot.close(figure)


def main() -> None:
    """Read the options, train where there is no table yet, and write table and picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("result", type=Path, help="table and picture, without their suffixes")
    parser.add_argument("--data", help="folder of the shared data, or a file of training.packing")
    parser.add_argument("--again", action="store_true", help="train, though the table is there")
    options = parser.parse_args()
    table = options.result.with_suffix(".csv")
    if options.again or not table.exists():
        rows = scores_by_share(data_folder(options.data), BUILD / "curves")
        with table.open("w", newline="") as file:
            writer = csv.DictWriter(file, ("places", *SCORES))
            writer.writeheader()
            writer.writerows(rows)
    known = [{name: float(value) for name, value in row.items()} for row in _log(table)]
    draw(known, FOLDER, options.result.with_suffix(".png"))


if __name__ == "__main__":
    main()
