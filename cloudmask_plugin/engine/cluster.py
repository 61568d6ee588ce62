"""Scenes of a queue as tasks of a Dask cluster, whose workers see the same files.

Needs the package distributed, here and on the workers, and this package on the workers. Dask
itself starts a scene again elsewhere when its worker is lost; since a result appears under its
name only when it is whole, a scene done twice is written twice alike.
"""

from __future__ import annotations

import contextlib
import queue
import re
import threading
import time
import uuid
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import replace
from typing import Any, TypeVar

from .errors import Cancelled, CloudMaskError, ClusterError, DependencyError, OptionError
from .inference import Sessions
from .paths import version
from .reporter import Pace, Progress, Reporter, check_cancelled
from .scene_task import SceneRow, SceneTask, failed, run_task

STAGE = "Masking on the cluster"
CONNECT_SECONDS = 10
POLL_SECONDS = 0.1  # between looks at the cancel button, on the side that submits
WORKER_POLL_SECONDS = 0.3  # between a worker's questions whether the run was cancelled
SECONDS_BETWEEN_WORDS = 1.0  # that a worker says of a scene's progress
_ADDRESS = re.compile(r"(?:[a-z]+://)?[^\s/]+:\d+/?")

T = TypeVar("T")
_sessions = Sessions()  # on a worker: models are loaded once, however many scenes it masks


def import_distributed() -> Any:
    """Return the module distributed.

    :raises DependencyError: where it is not installed or does not load.
    """
    try:
        import distributed
    except ImportError as error:
        raise DependencyError(
            f"The Python package distributed is missing or does not load ({error}): install it "
            'with pip install "dask[distributed]" into the Python that runs this.'
        ) from error
    return distributed


def check_address(address: str) -> None:
    """Refuse what is no address of a scheduler, before any work is done.

    :raises OptionError, DependencyError: with the remedy.
    """
    if not _ADDRESS.fullmatch(address):
        raise OptionError(
            f"{address!r} is no address of a Dask scheduler: give one such as tcp://host:8786."
        )
    import_distributed()


def run_on_cluster(
    address: str, tasks: Sequence[SceneTask], reporter: Reporter
) -> Generator[SceneRow, None, None]:
    """Yield the row of each task when a worker has finished it.

    :raises ClusterError: where the scheduler cannot be reached or is lost, or workers have
        another version of this program.
    :raises Cancelled: where the reporter says so; workers stop soon after.
    """
    distributed = import_distributed()
    client = _connect(distributed, address, reporter)
    run = f"cloudmask-{uuid.uuid4().hex}"
    finished: queue.SimpleQueue[Any] = queue.SimpleQueue()
    shares: dict[int, float] = {}

    def hear(event: tuple[float, dict[str, Any]]) -> None:
        said = event[1]
        shares[said["number"]] = said["share"]
        for text in said["messages"]:
            reporter.message(text)

    with contextlib.ExitStack() as stack:
        stack.callback(_leave, client)
        _check_versions(client, address, reporter)
        stop = distributed.Event(run, client=client)
        client.subscribe_topic(run, hear)
        waiting: dict[str, tuple[SceneTask, Any]] = {}
        stack.callback(_call_off, client, stop, waiting)
        for task in tasks:
            key = f"{run}-{task.number}"
            future = client.submit(_run_on_worker, task, run, key=key, pure=False)
            waiting[key] = (task, future)
            future.add_done_callback(finished.put)
        pace, furthest = Pace(reporter, STAGE), 0.0
        while waiting:
            done = len(tasks) - len(waiting)
            partly = sum(shares.get(task.number, 0.0) for task, _ in waiting.values())
            furthest = max(furthest, (done + partly) / len(tasks))
            pace.advance(furthest)
            try:
                future = finished.get(timeout=POLL_SECONDS)
            except queue.Empty:
                if client.status not in ("running", "connecting"):
                    raise ClusterError(
                        f"The Dask scheduler at {address} was lost: start it again and run this "
                        "again, which goes on where it stopped."
                    ) from None
                continue
            task, _ = waiting.pop(future.key)
            yield _row(task, future)
            future.release()


def _connect(distributed: Any, address: str, reporter: Reporter) -> Any:
    """Return a client of a scheduler."""

    def connect() -> Any:
        return distributed.Client(
            address, timeout=CONNECT_SECONDS, name="cloudmask", set_as_default=False
        )

    reporter.progress(Progress(0.0, "Connecting to the cluster"))
    try:
        return _attended(connect, reporter, _leave)
    except (OSError, ValueError, TimeoutError) as error:
        raise ClusterError(
            f"The Dask scheduler at {address} cannot be reached ({_first_line(error)}): "
            "check its address, and that it runs."
        ) from error


def _attended(
    work: Callable[[], T], reporter: Reporter, give_up: Callable[[T], None] = lambda _: None
) -> T:
    """Return what ``work`` does in a thread of its own, while cancels are heard.

    :param give_up: takes what comes of it after a cancel.
    """

    def drop(late: Future[T]) -> None:
        if late.exception() is None:
            give_up(late.result())

    pool = ThreadPoolExecutor(1, "ask the cluster")
    pending: Future[T] = pool.submit(work)
    pool.shutdown(wait=False)
    try:
        while not wait((pending,), POLL_SECONDS).done:
            check_cancelled(reporter)
    except Cancelled:
        pending.add_done_callback(drop)
        raise
    return pending.result()


def _leave(client: Any) -> None:
    with contextlib.suppress(Exception):  # a lost scheduler cannot be taken leave of
        client.close(timeout=1)


def _call_off(client: Any, stop: Any, waiting: dict[str, tuple[SceneTask, Any]]) -> None:
    """Stop what is not finished: workers ask, and what has not begun never begins."""
    if waiting:
        with contextlib.suppress(Exception):  # as above
            stop.set()
            client.cancel([future for _, future in waiting.values()])


def _check_versions(client: Any, address: str, reporter: Reporter) -> None:
    """Look whether scheduler and workers have this program; other workers may join later.

    :raises ClusterError: where one has not, or another version.
    """

    def ask_scheduler() -> Any:
        try:
            return client.run_on_scheduler(version)
        except Exception as error:  # of whatever class it says that it cannot
            return error

    # A scheduler reads the tasks that it hands on.
    _check_version(f"scheduler {address}", _attended(ask_scheduler, reporter))
    facts = _attended(lambda: client.run(_worker_version, on_error="return"), reporter)
    for worker, told in facts.items():
        _check_version(f"worker {worker}", told)
    if facts:
        reporter.message(f"{len(facts)} worker{'s' if len(facts) != 1 else ''} at {address}.")
    else:
        reporter.message(f"No worker has joined {address} yet: the scenes wait for one.")


def _check_version(who: str, told: Any) -> None:
    if isinstance(told, BaseException) and "ModuleNotFoundError" in repr(told):
        raise ClusterError(
            f"The Dask {who} lacks a package ({_first_line(told)}): install this program there "
            "with pip, as docs/cluster.md describes."
        )
    if isinstance(told, CloudMaskError):
        raise ClusterError(f"The Dask {who} cannot mask: {told}")
    if isinstance(told, BaseException):
        raise ClusterError(f"The Dask {who} does not answer ({_first_line(told)}): restart it.")
    if told != version():
        raise ClusterError(
            f"The Dask {who} has version {told} of this program and not {version()}: install the "
            "same version everywhere."
        )


def _row(task: SceneTask, future: Any) -> SceneRow:
    if future.status == "finished":
        row: SceneRow = future.result()
        return row
    error = future.exception() if future.status == "error" else None
    if type(error).__name__ == "KilledWorker":
        text = (
            "Each worker that masked it was lost: look into their logs, and give them more memory "
            "or a smaller tile."
        )
    elif isinstance(error, ImportError):
        text = f"A worker lacks a package ({_first_line(error)}): install this program there."
    else:
        text = f"The worker stopped because of a mistake ({error!r}): please report it."
    return failed(task, text)


def _first_line(error: BaseException) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]


# --- what runs on a worker ---------------------------------------------------------------------


def _worker_version() -> str:
    """Return the version of this program, once all that it needs there has been imported."""
    from .inference import import_onnxruntime
    from .raster import choose_backend

    import_onnxruntime()
    choose_backend()
    return version()


def _run_on_worker(task: SceneTask, run: str) -> SceneRow:
    """Mask a scene on a worker: by one thread, if not told otherwise, as Dask has it."""
    distributed = import_distributed()
    settings = replace(task.settings, threads=task.settings.threads or 1)
    stop = distributed.Event(run)
    if stop.is_set():
        raise Cancelled
    worker = distributed.get_worker()

    def say(share: float, messages: Sequence[str]) -> None:
        worker.log_event(run, {"number": task.number, "share": share, "messages": list(messages)})

    with _asking(stop.is_set) as cancelled:
        reporter = _WorkerReporter(task.scene.name, say, cancelled)
        return run_task(replace(task, settings=settings), reporter, _sessions)


@contextlib.contextmanager
def _asking(is_set: Callable[[], bool]) -> Iterator[threading.Event]:
    """Ask the scheduler now and then, from a thread of its own, whether the run is called off."""
    cancelled, finished = threading.Event(), threading.Event()

    def ask() -> None:
        while not finished.wait(WORKER_POLL_SECONDS):
            try:
                if is_set():
                    cancelled.set()
                    return
            except Exception:  # no answer: the worker's own connection decides
                return

    threading.Thread(target=ask, name="ask for cancel", daemon=True).start()
    try:
        yield cancelled
    finally:
        finished.set()


class _WorkerReporter:
    """Sends the progress of a scene to whoever submitted it."""

    def __init__(
        self,
        name: str,
        say: Callable[[float, Sequence[str]], None],
        cancelled: threading.Event,
    ) -> None:
        self._name = name
        self._say = say
        self._cancelled = cancelled
        self._told = float("-inf")
        self._share = 0.0

    def progress(self, progress: Progress) -> None:
        """Send the share, at most once a second."""
        self._share = progress.fraction
        now = time.monotonic()
        if now - self._told >= SECONDS_BETWEEN_WORDS:
            self._told = now
            self._say(self._share, ())

    def message(self, text: str) -> None:
        """Send a line."""
        self._say(self._share, (f"{self._name}: {text}",))

    def is_cancelled(self) -> bool:
        """Tell whether the run was called off."""
        return self._cancelled.is_set()
