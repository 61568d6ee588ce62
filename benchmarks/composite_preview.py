"""How long the preview of a composite takes that shows whole scenes, masks being there.

``python -m benchmarks.composite_preview`` prints seconds by the clock and of the processor, and the
size of the preview, for three scenes of 5490 × 5490 pixels and four bands (1 minute of one core,
0.5 GB of disk; ``--side 10980`` four times as much). Files are compressed and have overviews. One
simulated scene stands for all dates; masks differ.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import rasterio
from rasterio.enums import Resampling
from rasterio.shutil import copy

from benchmarks.composite_memory import dates_of, write_series
from cloudmask_plugin.engine.composite_plan import CompositeRequest
from cloudmask_plugin.engine.compositing import composite_scenes
from cloudmask_plugin.engine.reporter import SilentReporter
from cloudmask_plugin.gui.composite_state import preview_view

SCENES = 3
OVERVIEWS = (2, 4, 8, 16)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--side", type=int, default=5490, help="pixels of a scene")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_series(folder, options.side, SCENES)
        for path in folder.glob("*.tif"):
            compress(path)
        scenes = dates_of(folder, SCENES)
        metres, extent = preview_view(scenes[0].source, None)
        request = CompositeRequest(
            tuple(scenes), str(folder / "preview.tif"), resolution=metres, extent=extent
        )
        wall, processor = time.monotonic(), time.process_time()
        composite_scenes(request, SilentReporter())
        wall, processor = time.monotonic() - wall, time.process_time() - processor
        with rasterio.open(request.output) as src:
            size = f"{src.width} × {src.height} pixels of {metres:g} m"
    print(f"{options.side}² × {SCENES}: {size}, {wall:.1f} s, {processor:.1f} s of the processor")


def compress(path: Path) -> None:
    """Rewrite a file as users have it: DEFLATE, with overviews."""
    plain = path.with_suffix(".plain")
    path.rename(plain)
    copy(plain, path, driver="GTiff", tiled=True, compress="deflate")
    plain.unlink()
    with rasterio.open(path, "r+") as dst:
        dst.build_overviews(OVERVIEWS, Resampling.nearest)


if __name__ == "__main__":
    main()
