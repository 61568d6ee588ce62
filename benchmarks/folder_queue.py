"""What the queue of ``maskfolder`` costs beside a plain loop over the same scenes.

``python -m benchmarks.folder_queue`` writes simulated scenes and masks them by turns in a loop of
``describe`` and ``mask_scene`` and by the queue, which also looks for scenes, takes fingerprints,
reads what masks tell of themselves, and writes table, layer and stacks. Both keep the model in
memory. Rounds alternate, so that a busy moment meets both; the fastest round of each counts, by
the clock and by processor time, which other programs disturb less.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import rasterio
from rasterio.transform import from_origin

from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.inference import Sessions
from cloudmask_plugin.engine.mask_folder import FolderRequest, mask_folder
from cloudmask_plugin.engine.pipeline import MaskRequest, mask_scene
from cloudmask_plugin.engine.reporter import SilentReporter
from cloudmask_plugin.engine.scene_task import MaskSettings
from training.simulation import simulate_scene

SIMULATED = 1024  # pixels a side, which are mirrored to fill larger scenes
BANDS = ("B02", "B03", "B04", "B08")


def write_scenes(folder: Path, count: int, side: int) -> list[Path]:
    """Write stacks of four bands of ``side`` × ``side`` pixels, a day each, no two alike."""
    reflectance = simulate_scene(SIMULATED, SIMULATED, seed=2, thick=0.2, thin=0.1).reflectance
    chosen = reflectance[[ROLES.index(role) for role in BANDS]]
    over = max(0, side - SIMULATED)
    tiled = np.pad(chosen, ((0, 0), (0, over), (0, over)), mode="symmetric")[:, :side, :side]
    numbers = np.maximum(np.rint(tiled * 10_000), 1).astype(np.uint16)
    paths = []
    for number in range(count):
        path = folder / f"S2A_MSIL1C_202206{number + 1:02}T105621.tif"
        with rasterio.open(
            path, "w", driver="GTiff", width=side, height=side, count=len(BANDS), dtype="uint16",
            crs="EPSG:32631", transform=from_origin(399960, 5700000, 10, 10), tiled=True,
        ) as dst:  # fmt: skip
            dst.write(np.roll(numbers, 37 * number, axis=2))
            for index, role in enumerate(BANDS, start=1):
                dst.set_band_description(index, role)
        paths.append(path)
    return paths


def loop(paths: list[Path], output: Path, threads: int) -> None:
    sessions = Sessions()
    for path in paths:
        target = str(output / f"{path.stem}_mask.tif")
        request = MaskRequest(describe(str(path)), target, threads=threads)
        mask_scene(request, SilentReporter(), sessions)


def queue(paths: list[Path], output: Path, threads: int) -> None:
    settings = MaskSettings(threads=threads)
    mask_folder(FolderRequest((str(paths[0].parent),), str(output), settings), SilentReporter())


def timed(
    work: Callable[[list[Path], Path, int], None], paths: list[Path], output: Path, threads: int
) -> tuple[float, float]:
    """Return seconds by the clock and of processor time."""
    output.mkdir()
    clock, processor = time.monotonic(), time.process_time()
    work(paths, output, threads)
    spent = time.monotonic() - clock, time.process_time() - processor
    shutil.rmtree(output)
    return spent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--scenes", type=int, default=8)
    parser.add_argument("--side", type=int, default=1024, help="pixels")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "in").mkdir()
        paths = write_scenes(Path(name) / "in", arguments.scenes, arguments.side)
        rounds: dict[str, list[tuple[float, float]]] = {"loop": [], "queue": []}
        timed(loop, paths[:1], Path(name) / "out", arguments.threads)  # imports and disk cache
        for _ in range(arguments.rounds):
            for way, work in (("loop", loop), ("queue", queue)):
                rounds[way].append(timed(work, paths, Path(name) / "out", arguments.threads))
    for kind, title in ((0, "by the clock"), (1, "of processor time")):
        best = {way: min(spent[kind] for spent in listed) for way, listed in rounds.items()}
        over = best["queue"] / best["loop"] - 1
        print(
            f"{arguments.scenes} scenes of {arguments.side}²: loop {best['loop']:.2f} s, "
            f"queue {best['queue']:.2f} s {title}: {over:+.1%}"
        )


if __name__ == "__main__":
    main()
