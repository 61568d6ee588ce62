"""A real Dask cluster on this machine: a scheduler and workers in processes of their own."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import distributed
import pytest

ROOT = Path(__file__).parents[1]
PATIENCE = 120  # s, far more than any of this takes


class Cluster:
    """Processes of a scheduler and its workers."""

    def __init__(self, folder: Path, path: str = str(ROOT)) -> None:
        self._folder = folder
        self._stack = contextlib.ExitStack()
        told = folder / "scheduler.json"
        self.scheduler = self._start(
            "dask_scheduler", "--port", "0", "--scheduler-file", str(told), path=path
        )
        wait_for(lambda: told.exists() and told.read_text().endswith("}"))
        self.address: str = json.loads(told.read_text())["address"]
        self.client = distributed.Client(self.address, set_as_default=False)
        self._stack.callback(self.client.close, timeout=2)

    def add_worker(self, path: str = str(ROOT), blind_to: str = "") -> subprocess.Popen[bytes]:
        """Start a worker; one that is blind to a folder sees another there, which is empty."""
        before = len(self.workers())
        worker = self._start(
            "dask_worker", self.address, "--nthreads", "1", "--no-nanny",
            "--death-timeout", "30", path=path, blind_to=blind_to,
        )  # fmt: skip
        wait_for(lambda: len(self.workers()) > before)
        return worker

    def workers(self) -> dict[str, object]:
        return dict(self.client.scheduler_info(n_workers=-1).get("workers", {}))

    def is_idle(self) -> bool:
        """Tell whether no worker has a task under way."""
        return not any(self.client.run(tasks_running).values())

    def close(self) -> None:
        self._stack.close()

    def _start(
        self, program: str, *options: str, path: str, blind_to: str = ""
    ) -> subprocess.Popen[bytes]:
        hidden = hiding(blind_to) if blind_to else []
        process = subprocess.Popen(
            [*hidden, sys.executable, "-m", f"distributed.cli.{program}", *options]
            + ["--host", "127.0.0.1", "--no-dashboard"],
            env={**os.environ, "PYTHONPATH": path, "DASK_DISTRIBUTED__LOGGING__DISTRIBUTED": "50"},
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._stack.callback(process.wait)
        self._stack.callback(process.kill)
        return process


@contextlib.contextmanager
def two_workers(folder: Path) -> Iterator[Cluster]:
    """Give a cluster of two workers, which ends with the block."""
    with contextlib.closing(Cluster(folder)) as made:
        made.add_worker()
        made.add_worker()
        yield made


def tasks_running(dask_worker: object) -> int:
    """Return how many tasks a worker has under way; it runs there."""
    return dask_worker.state.executing_count  # type: ignore[attr-defined, no-any-return]


def hiding(folder: str) -> list[str]:
    """Return a command that runs what follows with an empty folder in place of one.

    Skips the test where this is not allowed.
    """
    if subprocess.run(["unshare", "-rm", "true"], check=False, capture_output=True).returncode:
        pytest.skip("no folder can be hidden here: unshare -rm is not allowed")
    return ["unshare", "-rm", "sh", "-c", 'mount -t tmpfs none "$0" && exec "$@"', folder]


def wait_for(come_true: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not come_true():
        assert time.monotonic() < deadline, "it never came true"
        time.sleep(0.02)
