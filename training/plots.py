"""Pictures: the curves of a training run, and a sheet of simulated scenes."""

from __future__ import annotations

import argparse
import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

import matplotlib
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.classes import CLASSES

from .air import Cube
from .datasets import Patch, data_folder
from .simulation import THICK_FROM, lay_clouds, simulate_scene
from .transplants import RealLayer, real_clouds

matplotlib.use("Agg")
from matplotlib import pyplot

# A cloudy patch, and clear ground of another place.
BESIDE_REAL = (
    ("sen12mscr_pair__4287_cloudy", "sen12mscr_pair__5254_clear"),
    ("sen12mscr_pair__5254_cloudy", "sen12mscr_pair__4287_clear"),
    ("sen12mscr__ROIs1158_spring_s2_cloudy_39_p500", "sen12mscr_pair__3968_clear"),
    ("sen12mscr_pair__6317_cloudy", "sen12mscr_pair__1302_clear"),
    ("sen12mscr_pair__746_cloudy", "sen12mscr_pair__5349_clear"),
)


def draw_curves(log: Path, picture: Path) -> None:
    """Losses and validation scores by step, from the log of ``training.train``."""
    with log.open() as file:
        rows = list(csv.DictReader(file))
    steps = [int(row["step"]) for row in rows]
    figure, (left, right) = pyplot.subplots(1, 2, figsize=(9, 3.2), constrained_layout=True)
    for column, label in (("loss_labels", "labels"), ("loss_teachers", "teachers")):
        left.plot(steps, [float(row[column]) for row in rows], label=label)
    left.set(xlabel="step", ylabel="loss (training)")
    for column in ("cloud_iou_rgb", "cloud_iou_all", "shadow_iou_rgb", "shadow_iou_all"):
        right.plot(steps, [float(row[column]) for row in rows], label=column.replace("_", " "))
    right.set(xlabel="step", ylabel="IoU (held-out places)", ylim=(0, 1))
    for axes in (left, right):
        axes.grid(alpha=0.3)
        axes.legend(fontsize=8)
    figure.savefig(picture, dpi=80)
    pyplot.close(figure)


def draw_confusions(tables: Mapping[str, NDArray[np.int64]], picture: Path) -> None:
    """Confusion tables (4, 4) by title: the share of each class of the reference, in a row,
    that was called each class, in a column.
    """
    figure, panels = pyplot.subplots(
        1, len(tables), figsize=(2.6 * len(tables), 2.9), constrained_layout=True, squeeze=False
    )
    names = [c.name.replace("loud shadow", "loud\nshadow") for c in CLASSES]
    for axes, (title, table) in zip(panels[0], tables.items()):
        share = table / np.maximum(table.sum(axis=1, keepdims=True), 1)
        axes.imshow(share, cmap="Blues", vmin=0, vmax=1)
        for (row, col), value in np.ndenumerate(share):
            if table[row].any():
                colour = "white" if value > 0.5 else "black"
                axes.text(col, row, f"{100 * value:.0f}", ha="center", va="center", color=colour)
        axes.set_title(title, fontsize=9)
        axes.set_xticks(range(len(names)), names, fontsize=6)
        axes.set_yticks(range(len(names)), names, fontsize=6)
        axes.set_xlabel("called (% of the reference's class)", fontsize=7)
    panels[0][0].set_ylabel("reference", fontsize=7)
    figure.savefig(picture, dpi=100)
    pyplot.close(figure)


def true_colour(reflectance: Cube) -> NDArray[np.uint8]:
    """Picture (rows, cols, 3) of red, green and blue up to reflectance 0.9."""
    image = reflectance[[ROLES.index(role) for role in ("B04", "B03", "B02")]]
    stretched = np.clip(image / 0.9, 0, 1) ** 0.5
    picture: NDArray[np.uint8] = np.round(255 * stretched.transpose(1, 2, 0)).astype(np.uint8)
    return picture


def class_colours(labels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Picture (rows, cols, 3) of class codes; clear is dark grey."""
    palette = np.array([c.colour[:3] if c.code else (60, 60, 60) for c in CLASSES], np.uint8)
    return palette[labels]


def simulated_sheet(size: int = 224) -> NDArray[np.uint8]:
    """Five simulated scenes with their labels below."""
    scenes = [
        simulate_scene(size, size, seed=61, thick=0.15, thin=0.0, sun_zenith=35),
        simulate_scene(size, size, seed=25, resolution=20, thick=0.0, thin=0.35),
        simulate_scene(size, size, seed=23, resolution=20, thick=0.2, thin=0.1, snow=0.4),
        simulate_scene(size, size, seed=62, resolution=30, thick=0.25, thin=0.1, level="L2A"),
        simulate_scene(size, size, seed=24, resolution=60, thick=0.2, thin=0.1),
    ]
    columns = [
        np.concatenate([true_colour(s.reflectance), class_colours(s.labels)]) for s in scenes
    ]
    return np.concatenate(columns, axis=1)


def sheet_beside_real(
    patches: Sequence[Patch], soft: Mapping[str, NDArray[np.uint8]], size: int = 224
) -> NDArray[np.uint8]:
    """Five columns of five pictures: real; real clouds over other ground; simulated clouds over
    that ground; the same over that ground repainted; all simulated.
    """
    from .augmentation import Sample, repaint  # needs PyTorch, which the rest does not

    training = [patch for patch in patches if not patch.validation]
    clouds = {cloud.name: cloud for cloud in real_clouds(training, soft)}
    by_name = {patch.name: patch for patch in training}
    columns = []
    for number, (cloudy, ground) in enumerate(BESIDE_REAL):
        real, below = by_name[cloudy], by_name[ground]
        rng = np.random.default_rng(number)
        layer = RealLayer(clouds[cloudy], height=1500.0, turn=1, start=(0, 0), gain=1.0)
        cover = float((layer.cloud.opacity >= THICK_FROM).mean())
        column = [true_colour(real.reflectance.astype(np.float32)[:, :size, :size])]
        window = np.s_[..., :size, :size]
        image = below.reflectance[window].astype(np.float32)
        natural = Sample(
            image, below.presence, below.allowed[window], np.zeros((4, 0, 0), np.uint8)
        )
        painted = repaint(np.random.default_rng(number), natural)
        for surface, layers in ((natural, [layer]), (natural, None), (painted, None)):
            laid = lay_clouds(
                surface.reflectance,
                rng=rng,
                resolution=10.0,
                sun_zenith=45.0,
                sun_azimuth=150.0,
                thick=cover,
                thin=0.1,
                level=below.level,
                layers=layers,
            )
            column.append(true_colour(laid.reflectance))
        whole = simulate_scene(size, size, seed=60 + number, thick=cover, thin=0.1)
        columns.append(np.concatenate([*column, true_colour(whole.reflectance)]))
    return np.concatenate(columns, axis=1)


def main() -> None:
    """Write the sheet of simulated scenes, and that beside real ones where asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("picture", type=Path)
    parser.add_argument("--beside-real", type=Path, help="a second sheet, which needs the data")
    parser.add_argument("--data", help="folder of the shared data, or a file of training.packing")
    options = parser.parse_args()
    sheets = {options.picture: simulated_sheet()}
    if options.beside_real:
        from .packing import load  # needs PyTorch and the teachers, which the rest does not
        from .train import BUILD

        sheets[options.beside_real] = sheet_beside_real(
            *load(data_folder(options.data), BUILD / "teachers")
        )
    for picture, sheet in sheets.items():
        Image.fromarray(sheet).quantize(192).save(picture, optimize=True)


if __name__ == "__main__":
    main()
