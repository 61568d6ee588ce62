"""Pictures of a series for docs/composites.md: its dates, the composite, the source map."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import matplotlib
import numpy as np
from numpy.typing import NDArray

from benchmarks.composite_series import Date, read_reflectance
from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.composite_files import source_entries
from cloudmask_plugin.engine.composite_plan import CompositeRequest
from cloudmask_plugin.engine.compositing import composite_scenes
from cloudmask_plugin.engine.reporter import SilentReporter

matplotlib.use("Agg")
import rasterio
from matplotlib import pyplot
from matplotlib.patches import Patch
from PIL import Image

RED, GREEN, BLUE = (ROLES.index(role) for role in ("B04", "B03", "B02"))
ACROSS = 5


def draw(dates: list[Date], target: date, folder: Path, picture: Path) -> None:
    """Draw all dates, their default composite for a day, and where it is from."""
    output, source = folder / "composite.tif", folder / "source.tif"
    request = CompositeRequest(
        tuple(one.scene for one in dates),
        str(output),
        source_index=str(source),
        target_date=str(target),
    )
    result = composite_scenes(request, SilentReporter())
    with rasterio.open(source) as src:
        index = src.read(1)
    lines = -(-len(dates) // ACROSS)
    figure = pyplot.figure(figsize=(10, 1.9 * lines + 4.9), constrained_layout=True)
    above, below = figure.subfigures(2, 1, height_ratios=(1.9 * lines, 4.9))
    for axes, one in zip(above.subplots(lines, ACROSS, squeeze=False).flat, dates):
        axes.imshow(_shown(one.reflectance))
        axes.set_title(f"{one.day}, {one.clear.mean():.0%} clear", fontsize=8)
    left, right = below.subplots(1, 2)
    left.imshow(_shown(read_reflectance(output)))
    left.set_title(
        f"composite for {target} ({result.method}), {result.empty:.1%} empty", fontsize=9
    )
    entries = source_entries(tuple(str(one.day) for one in dates))
    palette = np.array([entry.colour for entry in entries], np.uint8)
    right.imshow(palette[index])
    right.set_title("source scenes", fontsize=9)
    present = [entry for entry in entries if entry.value in np.unique(index)]
    labels = [
        Patch(color=np.array(e.colour) / 255, label=f"{e.name}  {(index == e.value).mean():.1%}")
        for e in present
    ]
    right.legend(handles=labels, fontsize=7, loc="upper left", bbox_to_anchor=(1, 1))
    for axes in figure.axes:
        axes.set(xticks=[], yticks=[])
        axes.set_visible(bool(axes.images))
    figure.savefig(picture, dpi=100)
    pyplot.close(figure)
    with Image.open(picture) as drawn:
        drawn.convert("RGB").save(picture, optimize=True)


def _shown(reflectance: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return natural colours, white where nothing is."""
    colours = reflectance[[RED, GREEN, BLUE]].transpose(1, 2, 0)
    bright = np.clip((colours - 0.03) / 0.25, 0, 1) ** 0.8
    return np.nan_to_num(bright, nan=1.0)
