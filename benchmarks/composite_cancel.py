"""How long a composite runs on after it was cancelled, by the stage in which it is.

``python -m benchmarks.composite_cancel`` prints a table: the longest and the mean of the seconds by
the clock from the cancel to the end of the run, and what the run left on the disk, for 12 scenes
of 2048 × 2048 pixels and four bands with masks, then for three of them whose masks are made on the
way, and for three whose files are JPEG 2000. Each run is cancelled at another moment, before or
after it first tells a share of its progress.
"""

from __future__ import annotations

import argparse
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import numpy as np
from rasterio.shutil import copy

from benchmarks.composite_memory import SCENES, dates_of, write_series
from cloudmask_plugin.engine.composite import AUTO, BAP, MEDIAN
from cloudmask_plugin.engine.composite_plan import CompositeRequest, CompositeScene
from cloudmask_plugin.engine.compositing import composite_scenes
from cloudmask_plugin.engine.errors import Cancelled
from cloudmask_plugin.engine.reporter import Progress

FEW = 3
# Of the progress, at which runs are cancelled: twice in opening, then while masks are surveyed,
# pixels are sampled, tiles are made, and files are finished.
SHARES = (0, 0, 0.02, 0.06, 0.09, 0.11, 0.2, 0.4, 0.6, 0.8, 0.91, 0.93, 0.95, 0.97, 0.985, 0.995)
LATEST = 0.2  # seconds after a share was first told, at which the cancel comes at the latest
COLUMNS = ("series", "cancelled while", "runs", "longest", "mean", "files left")
OPENING = "opening"  # before a run tells its progress


@dataclass(frozen=True)
class Ended:
    """How a cancelled run ended.

    :param stage: in which the cancel came.
    :param seconds: from the cancel to the end.
    :param left: files that are there and were not before.
    """

    stage: str
    seconds: float
    left: int


class Cancelling:
    """Cancels some time after a share of the progress was first told."""

    def __init__(self, share: float, delay: float) -> None:
        self._share, self._delay = share, delay
        self._stage = OPENING
        self._cancelled = threading.Event()
        self._waiting = False
        self.stage, self.moment = OPENING, 0.0
        if share == 0:
            self._wait()

    def _wait(self) -> None:
        self._waiting = True
        threading.Timer(self._delay, self._cancel).start()

    def _cancel(self) -> None:
        self.stage, self.moment = self._stage, time.monotonic()
        self._cancelled.set()

    def progress(self, progress: Progress) -> None:
        """Take the state of the work."""
        self._stage = progress.stage
        if progress.fraction >= self._share and not self._waiting:
            self._wait()

    def message(self, text: str) -> None:
        """Ignore a message."""

    def is_cancelled(self) -> bool:
        """Return True once the time has come."""
        return self._cancelled.is_set()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--side", type=int, default=2048, help="pixels of a scene")
    parser.add_argument("--first", type=int, default=1, help="number of the series to begin with")
    options = parser.parse_args()
    print(f"| {' | '.join(COLUMNS)} |\n{'|---' * len(COLUMNS)}|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        chosen = islice(series(folder, options.side), options.first - 1, None)
        for title, scenes, method in chosen:
            show(title, list(cancel(scenes, method, folder)))


def series(folder: Path, side: int) -> Iterator[tuple[str, list[CompositeScene], str]]:
    """Yield series to cancel: what they are, scenes and method."""
    write_series(folder, side)
    scenes = dates_of(folder)
    for method in (AUTO, BAP, MEDIAN):
        yield f"{SCENES} scenes, {method}", scenes, method
    bare = [replace(scene, mask="", classes=None) for scene in scenes[:FEW]]
    yield f"{FEW} scenes without masks", bare, AUTO
    stored = folder / "scene.jp2"
    copy(folder / "scene.tif", stored, driver="JP2OpenJPEG", QUALITY="100", REVERSIBLE="YES")
    yield f"{FEW} scenes of JPEG 2000", [_of_file(scene, stored) for scene in scenes[:FEW]], AUTO


def _of_file(scene: CompositeScene, path: Path) -> CompositeScene:
    """Return a scene as it is, read from another file of the same pixels."""
    bands = tuple(replace(band, path=str(path)) for band in scene.source.bands)
    return replace(scene, source=replace(scene.source, location=str(path), bands=bands))


def cancel(scenes: Sequence[CompositeScene], method: str, folder: Path) -> Iterator[Ended]:
    """Yield how runs end that are cancelled at moments all over their progress."""
    before = set(folder.iterdir())
    files = {"output": "out.tif", "count": "count.tif"}
    if method != MEDIAN:
        files["source_index"] = "source.tif"
    request = CompositeRequest(
        tuple(scenes), method=method, **{key: str(folder / name) for key, name in files.items()}
    )
    rng = np.random.default_rng(0)
    for share in SHARES:
        reporter = Cancelling(share, rng.uniform(0, LATEST))
        try:
            composite_scenes(request, reporter)
        except Cancelled:
            seconds = time.monotonic() - reporter.moment
            left = set(folder.iterdir()) - before
            yield Ended(reporter.stage, seconds, len(left))
        for path in set(folder.iterdir()) - before:
            path.unlink()


def show(title: str, runs: Sequence[Ended]) -> None:
    """Print a line for each stage."""
    for stage in dict.fromkeys(run.stage for run in runs):
        some = [run.seconds for run in runs if run.stage == stage]
        left = sum(run.left for run in runs if run.stage == stage)
        print(
            f"| {title} | {stage} | {len(some)} | {max(some):.2f} s "
            f"| {sum(some) / len(some):.2f} s | {left} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
