"""How many places that are no cloud are found by how many dates, and what refining gains.

``python -m benchmarks.suspects_quality`` simulates series of masks with places that are taken for
cloud (``tests/suspect_series.py``), finds suspects and prints for several numbers of dates which
share of those places is found, and which share of all other ground, of the mountain under its cap
cloud and of the sea under its stratus passes for suspect. ``--picture FILE`` draws one of the
series instead. ``--real`` makes masks of the real dates of Rome with a bundled model, calls a
square in them cloud on every date, and prints the same for it.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray

from cloudmask_plugin.engine.classes import CLOUD_CODES, NODATA
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.pipeline import MaskRequest, mask_scene
from cloudmask_plugin.engine.reporter import SilentReporter
from cloudmask_plugin.engine.suspects import SuspectsRequest, find_suspects
from cloudmask_plugin.engine.suspects_style import ENTRIES
from tests.suspect_series import simulate, write_masks
from training.datasets import data_folder

DATES = (8, 12, 16, 24, 32, 48)
SEEDS = range(100, 106)  # none of the tests'
ROME = "scenes/sen12mscrts_rome_L1C/*.tif"
PLANTED = np.s_[100:125, 60:95]  # rows and columns that are called cloud on every date
REAL_SQUARE = 0.7  # km; the scenes are 2.5 km wide
OFTEN = 0.9  # of clear days on which simulated suspects are called cloud


def suspects_of(masks: list[str], folder: Path, **options: float) -> NDArray[np.uint8]:
    """Return the bands of the layer of suspects."""
    output = str(folder / "suspects.tif")
    find_suspects(SuspectsRequest(tuple(masks), output, **options), SilentReporter())  # type: ignore[arg-type]
    with rasterio.open(output) as source:
        return np.asarray(source.read())


def found_in(bands: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Return where there is a score."""
    return np.asarray((bands[0] > 0) & (bands[0] != NODATA))


def table(dates: tuple[int, ...]) -> None:
    """Print the shares found by the number of dates."""
    print("dates  quiet  found  other ground  mountain   sea")
    for number in dates:
        shares = []
        for seed in SEEDS:
            series = simulate(seed, number, often=OFTEN)
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name)
                bands = suspects_of(write_masks(folder, series.called), folder)
            found, ground = found_in(bands), ~series.suspect
            shares.append(
                [
                    bands[4][bands[4] != NODATA].mean(),
                    found[series.suspect].mean(),
                    found[ground].mean(),
                    found[series.cap & ground].mean(),
                    found[series.sea & ground].mean(),
                ]
            )
        quiet, recall, other, cap, sea = np.mean(shares, axis=0)
        print(
            f"{number:5}  {quiet:5.1f}  {recall:5.1%}  {other:12.2%}  {cap:8.1%}  {sea:5.2%}",
            flush=True,
        )


def real() -> None:
    """Print what is found in masks of real dates with a planted false alarm."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        masks = []
        for path in sorted(data_folder().glob(ROME)):
            masks.append(str(folder / f"{path.stem}.tif"))
            mask_scene(
                MaskRequest(describe(str(path)), masks[-1], model="cloudmask-fast"),
                SilentReporter(),
            )
        plain = found_in(suspects_of(masks, folder, square=REAL_SQUARE))
        cloud = []
        for path_of_mask in masks:
            with rasterio.open(path_of_mask, "r+") as target:
                codes = target.read(1)
                cloud.append(np.isin(codes, CLOUD_CODES).mean())
                codes[PLANTED] = 1
                target.write(codes, 1)
        bands = suspects_of(masks, folder, square=REAL_SQUARE)
    found = found_in(bands)
    planted = np.zeros(found.shape, bool)
    planted[PLANTED] = True
    print(f"{len(masks)} dates, cloud on {np.mean(cloud):.0%} of them on average")
    print(f"as they are: {plain.mean():.2%} suspect")
    print(f"planted: {found[planted].mean():.1%} found, elsewhere {found[~planted].mean():.2%}")


def draw(picture: Path) -> None:
    """Draw a series: truth, how often masks call cloud, suspects."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot
    from matplotlib.colors import BoundaryNorm, ListedColormap
    from matplotlib.patches import Patch

    series = simulate(SEEDS[0], 32, often=OFTEN)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bands = suspects_of(write_masks(folder, series.called), folder)
    figure, axes = pyplot.subplots(1, 4, figsize=(12, 3.6), constrained_layout=True)
    axes[0].imshow(series.suspect, cmap="Greys", interpolation="nearest")
    axes[0].contour(series.cap, [0.5], colors="#4477aa", linewidths=1)
    axes[0].contour(series.sea, [0.5], colors="#4477aa", linewidths=1)
    axes[0].set_title("taken for cloud; mountain and coast in blue", fontsize=9)
    axes[1].imshow(series.called[3], cmap="Greys", interpolation="nearest")
    axes[1].set_title("mask of one of 32 dates", fontsize=9)
    share = axes[2].imshow((bands[2] + bands[3]) / bands[1], cmap="Greys", vmin=0, vmax=1)
    axes[2].set_title("share of dates called cloud", fontsize=9)
    figure.colorbar(share, ax=axes[2], shrink=0.7)
    entries = ENTRIES[1:]
    colours = ListedColormap([np.array(entry.colour[:3]) / 255 for entry in entries])
    edges = BoundaryNorm([0, *(entry.value for entry in entries)], len(entries))
    shown = np.ma.masked_where(~found_in(bands), bands[0])
    axes[3].imshow(shown, cmap=colours, norm=edges, interpolation="nearest")
    axes[3].set_title("suspects", fontsize=9)
    labels = [Patch(color=np.array(entry.colour[:3]) / 255, label=entry.name) for entry in entries]
    axes[3].legend(handles=labels, fontsize=7, loc="lower right")
    for one in axes:
        one.set_xticks([])
        one.set_yticks([])
    figure.savefig(picture, dpi=100)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--dates", type=int, nargs="+", default=DATES)
    parser.add_argument("--picture", type=Path, help="draw a series instead")
    parser.add_argument("--real", action="store_true", help="dates of Rome instead")
    arguments = parser.parse_args()
    if arguments.picture:
        draw(arguments.picture)
    elif arguments.real:
        real()
    else:
        table(tuple(arguments.dates))


if __name__ == "__main__":
    main()
