"""Scenes masked in a given time by one and by two single-thread workers of a Dask cluster.

``python -m benchmarks.cluster_throughput`` starts a scheduler and workers on this machine, writes
simulated scenes, and has them masked by ``maskfolder --cluster``. Each round runs with one worker
and with two; the fastest round of each counts. Each worker is held to a core of its own, as a queue
or a pod gives it: with ``--free`` one that reads the next tile while it predicts takes an eighth of
a second core, which two workers on two cores do not have. Needs two cores that are idle: the load
before each run is printed, and what the workers got of a core. Where that is less than all of it,
the ratio tells of the other programs; what two workers together need of processor time, beside one
alone, then tells what the cluster itself costs.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import distributed
import psutil

from benchmarks.folder_queue import write_scenes
from cloudmask_plugin.engine.mask_folder import FolderRequest, mask_folder
from cloudmask_plugin.engine.reporter import SilentReporter

# A worker whose scheduler is gone ends, however this program was ended.
WORKER = ("--nthreads", "1", "--no-nanny", "--death-timeout", "20")
ROOT = Path(__file__).resolve().parent.parent


@contextlib.contextmanager
def cluster(
    folder: Path, workers: int, free: bool = False
) -> Iterator[tuple[str, list[psutil.Process]]]:
    """Yield address and worker processes of a cluster on the loopback interface.

    :param free: workers may use all cores, and not one each.
    """
    told = folder / f"scheduler{workers}.json"
    with contextlib.ExitStack() as stack:

        def start(program: str, *options: str) -> subprocess.Popen[bytes]:
            process = subprocess.Popen(
                [sys.executable, "-m", f"distributed.cli.{program}", *options]
                + ["--host", "127.0.0.1", "--no-dashboard"],
                env={**os.environ, "PYTHONPATH": str(ROOT)},
                cwd=folder,
                stderr=subprocess.DEVNULL,
            )
            stack.callback(process.wait)
            stack.callback(process.terminate)
            return process

        start("dask_scheduler", "--port", "0", "--scheduler-file", str(told))
        while not (told.exists() and told.read_text().endswith("}")):
            time.sleep(0.05)
        address = json.loads(told.read_text())["address"]
        started = [
            psutil.Process(start("dask_worker", address, *WORKER).pid) for _ in range(workers)
        ]
        for core, process in enumerate(() if free else started):
            process.cpu_affinity([core])  # before it has other threads
        with distributed.Client(address) as client:
            client.wait_for_workers(workers)
            yield address, started


def timed(folder: Path, address: str, processes: list[psutil.Process]) -> tuple[float, float]:
    """Return seconds by the clock, and the share of a core that each worker got."""
    output = folder / "out"
    before = [sum(process.cpu_times()[:2]) for process in processes]
    begun = time.monotonic()
    request = FolderRequest((str(folder / "in"),), str(output), cluster=address)
    result = mask_folder(request, SilentReporter())
    seconds = time.monotonic() - begun
    assert result.count("masked") == len(result.rows)
    spent = sum(sum(process.cpu_times()[:2]) for process in processes) - sum(before)
    shutil.rmtree(output)
    return seconds, spent / seconds / len(processes)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--scenes", type=int, default=8)
    parser.add_argument("--side", type=int, default=2048, help="pixels")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--free", action="store_true", help="do not hold workers to one core each")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        write_scenes(folder / "in", arguments.scenes, arguments.side)
        best: dict[int, float] = {}
        for _ in range(arguments.rounds):
            for workers in (1, 2):
                load = os.getloadavg()[0]
                with cluster(folder, workers, arguments.free) as (address, processes):
                    timed(folder, address, processes)  # imports, model, disk cache
                    seconds, share = timed(folder, address, processes)
                (folder / f"scheduler{workers}.json").unlink(missing_ok=True)
                best[workers] = min(best.get(workers, seconds), seconds)
                print(
                    f"{workers} worker{'s' if workers > 1 else ' '}: {seconds:.1f} s for "
                    f"{arguments.scenes} scenes of {arguments.side}², {share:.0%} of a core each, "
                    f"{share * workers * seconds:.1f} s of processor time in all; "
                    f"load before {load:.1f} on {os.cpu_count()} cores",
                    flush=True,
                )
    print(f"two workers mask {best[1] / best[2]:.2f} times as many scenes in a time as one")


if __name__ == "__main__":
    main()
