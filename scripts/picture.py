"""Draw a scene beside its mask: true colour, mask over it, legend and shares of the classes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from cloudmask_plugin.engine.classes import CLASSES, CLEAR, NODATA, MaskClass

mpl.use("agg")

INK, FAINT = "#1b1f24", "#5b6570"
MARGIN, GAP, HEADER, FOOTER = 0.4, 0.25, 1.1, 1.3  # inches
WIDEST, TALLEST, NARROWEST = 6.4, 7.6, 9.6  # panel's width and height, figure's width, inches
DPI = 120
HATCH = 14  # pixels between the stripes of nodata
STRIPES = (0.93, 0.84)  # their two greys
OPACITY = 0.65  # of the mask over the scene
EXPOSURE, GAMMA = 1.1, 0.85  # of the scene: higher, lower are brighter


@dataclass(frozen=True, eq=False)
class SideBySide:
    """What the picture shows.

    :param reflectance: (3, rows, cols) float32 red, green, blue.
    :param mask: (rows, cols) uint8 class codes, 255 nodata.
    :param shares: of the valid area by class key, 0..1; ``nodata`` of the whole area.
    :param pixel_metres: metres that a pixel of these arrays is wide.
    :param bands: what red, green and blue are.
    """

    reflectance: NDArray[np.float32]
    mask: NDArray[np.uint8]
    shares: dict[str, float]
    nodata: float
    title: str
    subtitle: str
    pixel_metres: float
    bands: str


def draw(picture: SideBySide, path: Path) -> None:
    """Write the picture as PNG."""
    rows, cols = picture.mask.shape
    aspect = rows / cols
    width = min(WIDEST, TALLEST / aspect)
    height = width * aspect
    total_width = max(2 * width + GAP + 2 * MARGIN, NARROWEST)
    total_height = HEADER + height + FOOTER
    figure = Figure(figsize=(total_width, total_height), dpi=DPI, facecolor="white")

    def axes(x: float, y: float, w: float, h: float) -> Axes:
        """Add axes at inches from the lower left corner."""
        place = (x / total_width, y / total_height, w / total_width, h / total_height)
        return figure.add_axes(place)

    left = (total_width - 2 * width - GAP) / 2
    scene = true_colour(picture.reflectance, picture.mask)
    over = lay_over(scene, picture.mask)
    for x, image, caption in (
        (left, scene, f"Scene, {picture.bands}"),
        (left + width + GAP, over, "Mask over the scene"),
    ):
        panel = axes(x, FOOTER, width, height)
        # matplotlib's own choice leaves a lattice on pictures enlarged by less than three.
        enlarged = cols < width * DPI
        method = "bilinear" if enlarged else "antialiased"
        panel.imshow(image, interpolation=method, aspect="auto")
        panel.set_axis_off()
        panel.set_title(caption, loc="left", fontsize=11, color=FAINT, pad=5)
    _scale_bar(panel, cols, picture.pixel_metres)
    top = total_height - 0.2
    # A letter of DejaVu Sans Bold is about 0.66 of its size wide.
    fitting = 72 * (total_width - 2 * left) / (0.66 * len(picture.title))
    _text(figure, left, top, picture.title, size=min(16, fitting), weight="bold")
    _text(figure, left, top - 0.35, picture.subtitle, size=11, colour=FAINT)
    _shares(axes(left, 0.25, total_width - 2 * left, 0.9), picture)
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path)


def true_colour(reflectance: NDArray[np.float32], mask: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return (rows, cols, 3) colours 0..1, exposed for the clear ground.

    Most of each band's darkest value is taken away, and with it the haze. One curve for all
    bands keeps hues; it is steep on the ground and flat on clouds, so that both show their
    structure. Nodata is striped grey.
    """
    valid = mask != NODATA
    colours = np.empty((*mask.shape, 3), dtype=np.float32)
    ground = mask == CLEAR
    if ground.sum() < 0.02 * max(valid.sum(), 1):
        ground = valid
    if valid.any():
        black = 0.85 * np.percentile(reflectance[:, valid], 0.5, axis=1)
        values = np.maximum(reflectance - black[:, None, None], 0)
        # Well inside the distribution, where a cloud that the mask missed cannot reach.
        bright = float(np.clip(2 * np.percentile(values[:, ground], 75), 0.08, 0.6))
        brightest = max(float(np.percentile(values[:, valid], 99.7)), bright)
        curve = 1 - np.exp(-EXPOSURE * values / bright)
        curve /= 1 - math.exp(-EXPOSURE * brightest / bright)
        colours[:] = np.moveaxis(np.clip(curve, 0, 1) ** GAMMA, 0, -1)
    colours[~valid] = _stripes(mask.shape)[~valid][:, None]
    return colours


def lay_over(colours: NDArray[np.float32], mask: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return the colours under the mask's, thin enough to see the scene, with outlines."""
    result = colours.copy()
    edge = _outlines(mask)
    for one in CLASSES:
        if one.code == CLEAR:
            continue
        where = mask == one.code
        tint = np.array(one.colour[:3], dtype=np.float32) / 255
        result[where] = (1 - OPACITY) * colours[where] + OPACITY * tint
        result[where & edge] = tint
    return result


def _outlines(mask: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Return True for pixels that have one of another class beside, above or below them."""
    edge = np.zeros(mask.shape, dtype=bool)
    edge[:, :-1] |= mask[:, :-1] != mask[:, 1:]
    edge[:, 1:] |= mask[:, :-1] != mask[:, 1:]
    edge[:-1] |= mask[:-1] != mask[1:]
    edge[1:] |= mask[:-1] != mask[1:]
    return edge


def _stripes(shape: tuple[int, ...]) -> NDArray[np.float32]:
    """Return diagonal stripes, (rows, cols)."""
    row, col = np.indices(shape, sparse=True)
    return np.where((row + col) % HATCH < HATCH / 2, *STRIPES).astype(np.float32)


def _scale_bar(panel: Axes, cols: int, pixel_metres: float) -> None:
    """Draw a bar of a round length, about a fifth of the panel, at its lower right."""
    aim = 0.22 * cols * pixel_metres
    power = 10 ** math.floor(math.log10(aim))
    metres = max(step * power for step in (1, 2, 5) if step * power <= aim)
    share = metres / (cols * pixel_metres)
    panel.add_patch(
        Rectangle(
            (0.97 - share, 0.03),
            share,
            0.012,
            transform=panel.transAxes,
            facecolor="white",
            edgecolor=INK,
            linewidth=0.8,
        )
    )
    label = f"{metres / 1000:g} km" if metres >= 1000 else f"{metres:g} m"
    panel.text(
        0.97 - share / 2,
        0.058,
        label,
        transform=panel.transAxes,
        ha="center",
        va="bottom",
        fontsize=10,
        color="white",
        bbox={"facecolor": INK, "alpha": 0.55, "edgecolor": "none", "pad": 2},
    )


def _shares(axes: Axes, picture: SideBySide) -> None:
    """Draw the legend: a bar of the classes' shares with their names and numbers under it."""
    axes.set_axis_off()
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    start = 0.0
    for one in CLASSES:
        share = picture.shares[one.key]
        axes.add_patch(Rectangle((start, 0.62), share, 0.3, facecolor=_on_white(one), linewidth=0))
        start += share
    axes.add_patch(Rectangle((0, 0.62), 1, 0.3, fill=False, edgecolor=FAINT, linewidth=0.8))
    entries = [(one.name, _on_white(one), picture.shares[one.key]) for one in CLASSES]
    for position, (name, colour, share) in enumerate(entries):
        x = position / 5
        axes.add_patch(
            Rectangle((x, 0.2), 0.018, 0.2, facecolor=colour, edgecolor=FAINT, linewidth=0.8)
        )
        axes.text(x + 0.026, 0.3, f"{name}  ", va="center", fontsize=11, color=INK)
        axes.text(x + 0.026, 0.02, percent(share), va="center", fontsize=11, color=FAINT)
    grey = str(sum(STRIPES) / 2)
    axes.add_patch(
        Rectangle(
            (0.8, 0.2), 0.018, 0.2, facecolor=grey, edgecolor=FAINT, linewidth=0.8, hatch="//"
        )
    )
    axes.text(0.826, 0.3, "No data", va="center", fontsize=11, color=INK)
    text = f"{percent(picture.nodata)} of the scene"
    axes.text(0.826, 0.02, text, va="center", fontsize=11, color=FAINT)


def percent(share: float) -> str:
    """Return a share as text, with one decimal."""
    return f"{100 * share:.1f} %"


def _on_white(one: MaskClass) -> tuple[float, ...]:
    """Return the colour of a class as it looks over white."""
    opacity = 0 if one.code == CLEAR else OPACITY
    return tuple(1 - opacity * (1 - part / 255) for part in one.colour[:3])


def _text(
    figure: Figure,
    x: float,
    y: float,
    text: str,
    *,
    size: float,
    weight: str = "normal",
    colour: str = INK,
) -> None:
    """Write text, its upper left corner at inches from the figure's lower left."""
    width, height = figure.get_size_inches()
    figure.text(
        x / width, y / height, text, fontsize=size, fontweight=weight, color=colour, va="top"
    )
