"""Peak memory and processor time of composites of 12 scenes of 4 bands, by the scenes' size.

``python -m benchmarks.composite_memory`` prints the table of docs/composites.md (5 minutes of one
core, 0.6 GB of disk). One simulated scene stands for all dates; masks differ.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import rasterio
from rasterio.transform import from_origin
from rasterio.windows import Window

from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.composite import METHODS
from cloudmask_plugin.engine.composite_plan import CompositeRequest, CompositeScene
from cloudmask_plugin.engine.compositing import composite_scenes
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.mask_table import OURS
from cloudmask_plugin.engine.reporter import SilentReporter
from cloudmask_plugin.engine.scene import Resolved
from training.simulation import simulate_scene

SCENES = 12
BANDS = ("B02", "B03", "B04", "B08")
BLOCK = 512
ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sides", type=int, nargs="+", default=(1024, 4096), help="pixels")
    parser.add_argument("--methods", nargs="+", default=METHODS)
    parser.add_argument("--run", nargs=2, metavar=("FOLDER", "METHOD"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        run(Path(options.run[0]), options.run[1])
        return
    print("| method | scenes | peak memory | processor time |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        for side in options.sides:
            (Path(name) / str(side)).mkdir()
            write_series(Path(name) / str(side), side)
        for method in options.methods:
            for side in options.sides:
                peak, seconds = measure(Path(name) / str(side), method)
                print(
                    f"| {method} | {side}² | {peak / 1024:.0f} MB | {seconds:.1f} s |", flush=True
                )


def write_series(folder: Path, side: int, scenes: int = SCENES) -> None:
    """Write one scene of ``side`` pixels and a mask for each date, a block repeated."""
    seen = simulate_scene(BLOCK, BLOCK, seed=2, thick=0.2, thin=0.1)
    bands = seen.reflectance[[ROLES.index(role) for role in BANDS]]
    values = np.clip(np.rint(bands * 10000), 1, 65535).astype(np.uint16)
    _write(folder / "scene.tif", values, side, 0)
    with rasterio.open(folder / "scene.tif", "r+") as dst:
        for index, role in enumerate(BANDS, start=1):
            dst.set_band_description(index, role)
        dst.update_tags(REFLECTANCE_SCALE="0.0001", REFLECTANCE_OFFSET="0")
    for number in range(scenes):
        moved = np.roll(seen.labels, (43 * number, 71 * number), (0, 1))
        _write(folder / f"mask{number}.tif", moved[np.newaxis], side, 255)


def _write(path: Path, block: np.ndarray, side: int, nodata: int) -> None:
    with rasterio.open(
        path,
        "w",
        driver="GTiff",
        count=len(block),
        height=side,
        width=side,
        dtype=block.dtype.name,
        nodata=nodata,
        tiled=True,
        blockxsize=BLOCK,
        blockysize=BLOCK,
        crs="EPSG:32631",
        transform=from_origin(400000, 5700000, 10, 10),
    ) as dst:
        for row in range(0, side, BLOCK):
            for col in range(0, side, BLOCK):
                height, width = min(BLOCK, side - row), min(BLOCK, side - col)
                dst.write(block[:, :height, :width], window=Window(col, row, width, height))


def measure(folder: Path, method: str) -> tuple[int, float]:
    """Return peak memory in kB and processor seconds of a process that makes the composite."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.composite_memory", "--run", folder, method],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    peak, seconds = done.stdout.split()
    return int(peak), float(seconds)


def dates_of(folder: Path, scenes: int = SCENES) -> list[CompositeScene]:
    """Return the dates of :func:`write_series`."""
    made = []
    for number in range(scenes):
        day = Resolved(f"2023-05-{number + 1:02}", "")
        spec = replace(describe(str(folder / "scene.tif")), acquired=day)
        made.append(CompositeScene(spec, str(folder / f"mask{number}.tif"), OURS))
    return made


def run(folder: Path, method: str) -> None:
    """Make the composite; print peak memory and processor time of this process."""
    scenes = dates_of(folder)
    files = {key: str(folder / f"{key}.tif") for key in ("output", "count")}
    began = time.process_time()
    composite_scenes(CompositeRequest(tuple(scenes), method=method, **files), SilentReporter())
    seconds = time.process_time() - began
    with open("/proc/self/status") as status:
        print(next(line.split()[1] for line in status if line.startswith("VmHWM")), seconds)


if __name__ == "__main__":
    main()
