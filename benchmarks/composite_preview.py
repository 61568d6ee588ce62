"""How long the preview of a composite takes, by what the scenes' files hold and how much it shows.

``python -m benchmarks.composite_preview`` prints a table of seconds by the clock and of the
processor for three scenes of 10980 × 10980 pixels and four bands, with and without overviews, with
and without masks, which are then made on the way. It shows the whole scenes, or 15 km in their
middle (3 minutes, 2 GB of disk). Files are compressed; masks are of this program
and have overviews. One simulated scene stands for all dates; masks differ.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import rasterio
from rasterio.enums import Resampling
from rasterio.shutil import copy

from benchmarks.composite_memory import dates_of, write_series
from cloudmask_plugin.engine.composite_plan import CompositeRequest, CompositeScene
from cloudmask_plugin.engine.compositing import composite_scenes
from cloudmask_plugin.engine.reporter import SilentReporter
from cloudmask_plugin.gui.composite_state import preview_view

SCENES = 3
OVERVIEWS = (2, 4, 8, 16)
COLUMNS = ("overviews", "masks", "shown", "preview", "time", "processor time")
PART = 15000.0  # metres of the middle that are shown


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--side", type=int, default=10980, help="pixels of a scene")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_series(folder, options.side, SCENES)
        for path in folder.glob("*.tif"):
            compress(path)
        for path in folder.glob("mask*.tif"):
            add_overviews(path)
        print(f"| {' | '.join(COLUMNS)} |\n{'|---' * len(COLUMNS)}|")
        show("no", folder)
        add_overviews(folder / "scene.tif")
        show("yes", folder)


def show(overviews: str, folder: Path) -> None:
    """Print lines for previews of the whole and of a part, with masks and without."""
    scenes = dates_of(folder, SCENES)
    bare = [replace(scene, mask="", classes=None) for scene in scenes]
    (x, _, _, y, _, _), width = scenes[0].source.grid.transform, scenes[0].source.grid.width
    middle = scenes[0].source.grid.resolution * width / 2
    near, far = middle - PART / 2, middle + PART / 2
    part = (x + near, y - far, x + far, y - near)
    for shown, extent in (("all", None), ("15 km", part)):
        for masks, chosen in (("yes", scenes), ("made", bare)):
            size, wall, processor = preview(chosen, folder, extent)
            print(
                f"| {overviews} | {masks} | {shown} | {size} | {wall:.1f} s | {processor:.1f} s |",
                flush=True,
            )


def preview(
    scenes: Sequence[CompositeScene],
    folder: Path,
    wanted: tuple[float, float, float, float] | None,
) -> tuple[str, float, float]:
    """Make a preview; return its size, and seconds by the clock and of the processor."""
    metres, extent = preview_view(scenes[0].source, wanted)
    request = CompositeRequest(
        tuple(scenes), str(folder / "preview.tif"), resolution=metres, extent=extent
    )
    wall, processor = time.monotonic(), time.process_time()
    composite_scenes(request, SilentReporter())
    wall, processor = time.monotonic() - wall, time.process_time() - processor
    with rasterio.open(request.output) as src:
        return f"{src.width} × {src.height} of {metres:g} m", wall, processor


def compress(path: Path) -> None:
    """Rewrite a file as users have it, with DEFLATE."""
    plain = path.with_suffix(".plain")
    path.rename(plain)
    copy(plain, path, driver="GTiff", tiled=True, compress="deflate")
    plain.unlink()


def add_overviews(path: Path) -> None:
    """Build a file's overviews."""
    with rasterio.open(path, "r+") as dst:
        dst.build_overviews(OVERVIEWS, Resampling.nearest)


if __name__ == "__main__":
    main()
