"""What masking a Sentinel-2 product costs: core hours, bytes read, and money for many of them.

``python -m benchmarks.scene_cost`` writes a simulated Level-1C product as JPEG 2000, or takes
``--scene``, masks it with one thread in a process of its own, and takes that process's processor
time and the bytes that it has read. Both are scaled by area to a whole tile of 10 980 × 10 980
pixels of 10 m; starting Python is not scaled. Processor time hardly depends on what else the
computer does. The price of a core hour is yours to state.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.jp2_levels import write_product

ROOT = Path(__file__).resolve().parent.parent
TILE = 10_980  # pixels of 10 m a side
PROGRAM = """
import json, resource, sys
def spent():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    facts = dict(line.split(": ") for line in open("/proc/self/io").read().splitlines())
    return usage.ru_utime + usage.ru_stime, int(facts["rchar"]), usage.ru_maxrss / 1024
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.pipeline import MaskRequest, mask_scene
from cloudmask_plugin.engine.inference import Sessions
from cloudmask_plugin.engine.models import find
from cloudmask_plugin.engine.reporter import SilentReporter
sessions = Sessions()
sessions.session(find(sys.argv[3]), 1)
before = spent()
spec = describe(sys.argv[1])
request = MaskRequest(spec, sys.argv[2], model=sys.argv[3], threads=1)
mask_scene(request, SilentReporter(), sessions)
after = spent()
print(json.dumps({
    "start": before[0], "seconds": after[0] - before[0], "read": after[1] - before[1],
    "memory": after[2], "side": spec.grid.width * spec.grid.resolution / 10,
    "rows": spec.grid.height * spec.grid.resolution / 10,
}))
"""


def measure(scene: str, model: str) -> dict[str, float]:
    """Return seconds of processor time, bytes read, MiB of memory and the size masked."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", PROGRAM, scene, str(Path(folder) / "m.tif"), model]
        done = subprocess.run(
            command,
            env={**os.environ, "PYTHONPATH": str(ROOT), "GDAL_NUM_THREADS": "1"},
            check=True,
            capture_output=True,
            text=True,
        )
    told: dict[str, float] = json.loads(done.stdout)
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--scene", default="", help="a product, instead of a simulated one")
    parser.add_argument("--side", type=int, default=2040, help="of the simulated one, 10 m pixels")
    parser.add_argument("--models", nargs="+", default=["cloudmask-fast", "cloudmask-accurate"])
    parser.add_argument("--scenes", type=int, default=20_000, help="that are to be masked")
    parser.add_argument("--price", type=float, default=0.04, help="of a core hour")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scene = arguments.scene or str(write_product(Path(folder), arguments.side))
        for model in arguments.models:
            told = measure(scene, model)
            times = TILE**2 / (told["side"] * told["rows"])
            seconds, read = told["seconds"] * times, told["read"] * times
            hours = arguments.scenes * seconds / 3600
            print(
                f"{model}: {told['seconds']:.1f} s of one core and {told['read'] / 1e6:.0f} MB "
                f"read for {told['side']:.0f} × {told['rows']:.0f} pixels of 10 m at "
                f"{told['memory']:.0f} MiB; a whole tile {seconds:.0f} s and "
                f"{read / 1e9:.2f} GB; {arguments.scenes} tiles {hours:.0f} core hours, "
                f"{arguments.scenes * read / 1e12:.1f} TB, {hours * arguments.price:.0f} at "
                f"{arguments.price:g} a core hour",
                flush=True,
            )


if __name__ == "__main__":
    main()
