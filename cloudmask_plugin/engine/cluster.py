"""Jobs on the workers of a Dask cluster, which see the same files.

Needs the package distributed, here and on the workers, and this package on the workers. A worker
does whole tasks, such as a scene of a queue, or pieces of one job, such as tiles of a large
scene. Dask itself starts again elsewhere what a lost worker had: a whole result appears under its
name only when it is whole, and pieces are put together here, so that nothing is there twice.
"""

from __future__ import annotations

import contextlib
import itertools
import queue
import re
import threading
import time
import uuid
import warnings
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, wait
from functools import partial
from typing import Any, TypeVar

from .errors import (
    Cancelled,
    CloudMaskError,
    ClusterError,
    ClusterLost,
    DependencyError,
    OptionError,
)
from .inference import Sessions
from .paths import version
from .pieces import Job, OpenJob
from .reporter import Pace, Progress, Reporter, check_cancelled
from .shared_files import SharedFiles, check_shared

STAGE = "Masking on the cluster"
CONNECT_SECONDS = 10
POLL_SECONDS = 0.1  # between looks at the cancel button, on the side that submits
COUNT_SECONDS = 5.0  # between looks how many workers there are
WORKER_POLL_SECONDS = 0.3  # between a worker's questions whether the run was cancelled
SECONDS_BETWEEN_WORDS = 1.0  # that a worker says of a scene's progress
TASKS_A_THREAD = 4  # into which pieces are bundled, so that no thread waits long for the last
LARGEST_BUNDLE = 6  # pieces; neighbours share what is read
BUNDLES_AHEAD = 2  # for each thread: what is done before it is needed waits in workers' memory
FAREWELL_SECONDS = 1.0
OPEN_JOBS = 8  # that a worker keeps, where nobody says that they are over
_ADDRESS = re.compile(r"(?:[a-z]+://)?[^\s/]+:\d+/?")

T = TypeVar("T")
P = TypeVar("P")  # a piece of a job
R = TypeVar("R")  # what comes of it, or of a task
Task = TypeVar("Task")


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


class Workers:
    """The workers of a cluster, for one run; a context manager.

    :param shared: what each of them must have before it works, also those that join later.
    :param reporter: told what workers say, and asked for a cancel, upon which they stop soon.
    :raises OptionError, DependencyError: see :func:`check_address`.
    :raises ClusterError: where the scheduler cannot be reached, or workers have another version
        of this program.
    :raises Cancelled: where the reporter says so; this and :class:`.errors.ClusterLost`, where
        the scheduler is lost or a worker lacks what is shared, also by its methods.
    """

    def __init__(self, address: str, shared: SharedFiles, reporter: Reporter) -> None:
        check_address(address)
        self._distributed = import_distributed()
        self._address = address
        self._shared = shared
        self._reporter = reporter
        self._run = f"cloudmask-{uuid.uuid4().hex}"
        self._names = itertools.count()
        self._shares: dict[str, float] = {}  # done of tasks, by key
        self._counted, self._threads = float("-inf"), 0
        self._client = _connect(self._distributed, address, reporter)
        try:
            _check_workers(self._client, address, shared, reporter)
            self._stop = self._distributed.Event(self._run, client=self._client)
            self._client.subscribe_topic(self._run, self._hear)
        except BaseException:
            self.__exit__()
            raise

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *of_no_concern: object) -> None:
        with contextlib.suppress(Exception):  # a lost scheduler cannot be taken leave of
            self._client.close(timeout=FAREWELL_SECONDS)

    @property
    def threads(self) -> int:
        """How many things the workers can do at a time, as of some seconds ago."""
        now = time.monotonic()
        if now - self._counted >= COUNT_SECONDS:
            with self._noticing_loss():
                counts = _attended(self._client.nthreads, self._reporter)
                self._counted, self._threads = now, sum(counts.values())
        return self._threads

    def in_pieces(self, tasks: int) -> bool:
        """Tell whether tasks are sooner done one after the other, each by all workers.

        Where workers are twice as many or more: half of them would have nothing to do. Else a
        whole task is better, for its pixels then go from a worker to the disk, and not through
        the one computer that puts pieces together.
        """
        return 2 * tasks <= self.threads

    def each(
        self,
        work: Callable[[Task, Reporter, Sessions], R],
        tasks: Sequence[Task],
        names: Sequence[str],
        reporter: Reporter,
    ) -> Generator[tuple[Task, Callable[[], R]], None, None]:
        """Yield each task when a worker has finished it, with what returns or raises its result.

        That raises what ``work`` does, and :class:`ClusterError` where workers could not do it.

        :param work: a function of a module.
        :param names: of the tasks, put before what workers say of them.
        :param reporter: told the progress.
        """
        keys = [self._key() for _ in tasks]
        pace, furthest = Pace(reporter, STAGE), 0.0

        def attend() -> None:
            nonlocal furthest
            done = sum(self._shares.get(key, 0.0) for key in keys)
            furthest = max(furthest, done / len(keys))
            pace.advance(furthest)

        def submit(number: int) -> Any:
            return self._client.submit(
                _do_task,
                work,
                tasks[number],
                names[number],
                keys[number],
                self._run,
                self._shared,
                key=keys[number],
                pure=False,
            )

        finished = self._finished(submit, len(tasks), lambda: len(tasks), False, attend)
        with contextlib.closing(finished):
            for number, future in finished:
                self._shares[keys[number]] = 1.0
                yield tasks[number], partial(self._result, future)
                future.release()

    def do(self, job: Job[P, R], pieces: Sequence[P]) -> Generator[R, None, None]:
        """Yield the result of each piece of a job, in their order.

        What is not yet asked for waits on the workers, some for each; here is one bundle.

        :raises CloudMaskError: what the job raises, or where workers could not do it.
        """
        size = len(pieces) // (TASKS_A_THREAD * max(self.threads, 1))
        size = max(1, min(size, LARGEST_BUNDLE))
        bundles = [pieces[start : start + size] for start in range(0, len(pieces), size)]
        key = self._key()
        with warnings.catch_warnings(), self._noticing_loss():
            # A job is sent once. As a task it is there again where a worker that had it is lost.
            warnings.filterwarnings("ignore", "Sending large graph")
            sent = self._client.submit(_hand_on, job, key=key, pure=False)
            # Tasks go where what they need lies: on one worker, it would have them all.
            _attended(lambda: self._client.replicate([sent]), self._reporter)

        def submit(number: int) -> Any:
            return self._client.submit(
                _do_pieces,
                sent,
                bundles[number],
                key,
                self._run,
                self._shared,
                key=f"{key}-{number}",
                pure=False,
            )

        finished = self._finished(
            submit,
            len(bundles),
            lambda: BUNDLES_AHEAD * self.threads + 1,
            True,
            lambda: check_cancelled(self._reporter),
        )
        try:
            with contextlib.closing(finished):
                for number, future in finished:
                    packed = self._result(future)
                    future.release()
                    for piece, part in zip(bundles[number], packed):
                        yield job.unpack(piece, part)
        finally:
            self._clear_up(key)

    def _clear_up(self, key: str) -> None:
        """Have workers close the files of a job; those that cannot be reached do later."""

        def ask() -> None:
            with contextlib.suppress(Exception):  # as above
                self._client.run(_forget, key, on_error="ignore")

        asking = threading.Thread(target=ask, name="clear up", daemon=True)
        asking.start()
        asking.join(FAREWELL_SECONDS)

    def _key(self) -> str:
        return f"{self._run}-{next(self._names)}"

    def _hear(self, event: tuple[float, dict[str, Any]]) -> None:
        said = event[1]
        self._shares[said["key"]] = said["share"]
        for text in said["messages"]:
            self._reporter.message(text)

    def _finished(
        self,
        submit: Callable[[int], Any],
        count: int,
        room: Callable[[], int],
        in_order: bool,
        attend: Callable[[], None],
    ) -> Generator[tuple[int, Any], None, None]:
        """Yield numbers from 0 with their futures when these are finished.

        :param room: how many may be submitted and not yet used.
        :param attend: called again and again; raises to give up, and all is called off.
        """
        told: queue.SimpleQueue[int] = queue.SimpleQueue()
        under_way: dict[int, Any] = {}
        ready: set[int] = set()
        begun = 0
        try:
            while begun < count or under_way:
                while begun < count and len(under_way) < room():
                    with self._noticing_loss():
                        under_way[begun] = submit(begun)
                    under_way[begun].add_done_callback(lambda _, number=begun: told.put(number))
                    begun += 1
                attend()
                number = next(iter(under_way if in_order else ready), None)
                if number is not None and number in ready:
                    ready.discard(number)
                    yield number, under_way.pop(number)
                    continue
                try:
                    ready.add(told.get(timeout=POLL_SECONDS))
                except queue.Empty:
                    if self._is_lost():
                        raise self._lost() from None
        finally:
            if under_way:  # workers ask whether to stop, and what has not begun never begins
                with contextlib.suppress(Exception):  # as above
                    self._stop.set()
                    self._client.cancel(list(under_way.values()))

    @contextlib.contextmanager
    def _noticing_loss(self) -> Iterator[None]:
        """Tell errors of whatever class for what they are, where the scheduler is gone."""
        try:
            yield
        except (CloudMaskError, Cancelled):
            raise
        except Exception as error:
            if self._is_lost() or _tells_loss(error):
                raise self._lost() from error
            raise

    def _is_lost(self) -> bool:
        return self._client.status not in ("running", "connecting")

    def _lost(self) -> ClusterLost:
        return ClusterLost(
            f"The Dask scheduler at {self._address} was lost: start it again and run this again; "
            "scenes that are finished are not masked again."
        )

    def _result(self, future: Any) -> Any:
        """Return what a worker sent.

        :raises CloudMaskError: what it raised, or what ails it.
        """
        try:
            return _attended(future.result, self._reporter)
        except (CloudMaskError, Cancelled):
            raise
        except CancelledError as error:  # by the scheduler
            raise self._lost() from error
        except ImportError as error:
            raise ClusterError(
                f"A worker lacks a package ({_first_line(error)}): install this program there."
            ) from error
        except Exception as error:
            if _tells_loss(error):
                raise self._lost() from error
            if type(error).__name__ == "KilledWorker":
                raise ClusterError(
                    "Each worker that worked on it was lost: look into their logs, and give them "
                    "more memory or a smaller tile."
                ) from error
            raise ClusterError(
                f"The worker stopped because of a mistake ({error!r}): please report it."
            ) from error


def _tells_loss(error: Exception) -> bool:
    """Whether the client could not speak to the scheduler; its status says so only later."""
    return type(error).__name__ == "CommClosedError"


def _connect(distributed: Any, address: str, reporter: Reporter) -> Any:
    """Return a client of a scheduler."""

    def connect() -> Any:
        return distributed.Client(
            address, timeout=CONNECT_SECONDS, name="cloudmask", set_as_default=False
        )

    reporter.progress(Progress(0.0, "Connecting to the cluster"))
    try:
        return _attended(connect, reporter, lambda client: client.close(timeout=1))
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
        with contextlib.suppress(Exception):
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


def _check_workers(client: Any, address: str, shared: SharedFiles, reporter: Reporter) -> None:
    """Look whether scheduler and workers have this program, and workers the files.

    Other workers may join later; they look before they work.

    :raises ClusterError: where one has not, or another version.
    """

    def ask_scheduler() -> Any:
        try:
            return client.run_on_scheduler(version)
        except Exception as error:  # of whatever class it says that it cannot
            return error

    # A scheduler reads the tasks that it hands on.
    _check_version(f"scheduler {address}", _attended(ask_scheduler, reporter))
    facts = _attended(lambda: client.run(_worker_version, shared, on_error="return"), reporter)
    for worker, told in facts.items():
        _check_version(f"worker {worker}", told)
    if facts:
        reporter.message(f"{len(facts)} worker{'s' if len(facts) != 1 else ''} at {address}.")
    else:
        reporter.message(f"No worker has joined {address} yet: the work waits for one.")


def _check_version(who: str, told: Any) -> None:
    if isinstance(told, BaseException) and "ModuleNotFoundError" in repr(told):
        raise ClusterError(
            f"The Dask {who} lacks a package ({_first_line(told)}): install this program there "
            "with pip, as docs/cluster.md describes."
        )
    if isinstance(told, ClusterLost):
        raise told
    if isinstance(told, CloudMaskError):
        raise ClusterError(f"The Dask {who} cannot mask: {told}")
    if isinstance(told, BaseException):
        raise ClusterError(f"The Dask {who} does not answer ({_first_line(told)}): restart it.")
    if told != version():
        raise ClusterError(
            f"The Dask {who} has version {told} of this program and not {version()}: install the "
            "same version everywhere."
        )


def _first_line(error: BaseException) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]


# --- what runs on a worker ---------------------------------------------------------------------


class _OpenJobs:
    """Jobs that a worker has open, so that it opens them once for all of their pieces."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: dict[str, list[tuple[OpenJob[Any, Any], _WorkerReporter]]] = {}

    @contextlib.contextmanager
    def one(
        self, key: str, job: Job[Any, Any]
    ) -> Iterator[tuple[OpenJob[Any, Any], _WorkerReporter]]:
        """Open a job, or take it where it is open and no other thread works with it.

        It is kept where the context is left without an error.
        """
        over: list[OpenJob[Any, Any]] = []
        with self._lock:
            idle = self._idle.setdefault(key, [])
            item = idle.pop() if idle else None
            while len(self._idle) > OPEN_JOBS:
                over += [opened for opened, _ in self._idle.pop(next(iter(self._idle)))]
        for opened in over:
            opened.close()
        if item is None:
            reporter = _WorkerReporter("", lambda share, messages: None, threading.Event())
            item = job.open(reporter, _sessions), reporter
        keep = False
        try:
            yield item
            keep = True
        finally:
            with self._lock:
                keep = keep and key in self._idle
                if keep:
                    self._idle[key].append(item)
            if not keep:
                item[0].close()

    def forget(self, key: str) -> None:
        """Close a job that is over."""
        with self._lock:
            idle = self._idle.pop(key, [])
        for opened, _ in idle:
            opened.close()


_sessions = Sessions(threads=1)  # models are loaded once, and run by one thread, as Dask has it
_open_jobs = _OpenJobs()


def _worker_version(shared: SharedFiles, dask_worker: Any = None) -> str:
    """Return the version of this program, once all that it needs there has been found.

    :param dask_worker: filled in by Dask.
    """
    from .inference import import_onnxruntime
    from .raster import choose_backend

    import_onnxruntime()
    choose_backend()
    check_shared(shared, dask_worker.address)
    return version()


def _do_task(
    work: Callable[[Task, Reporter, Sessions], R],
    task: Task,
    name: str,
    key: str,
    run: str,
    shared: SharedFiles,
) -> R:
    """Do a task on a worker, and say how it goes."""
    worker = import_distributed().get_worker()
    check_shared(shared, worker.address)

    def say(share: float, messages: Sequence[str]) -> None:
        worker.log_event(run, {"key": key, "share": share, "messages": list(messages)})

    cancelled = threading.Event()
    with _asking(run, cancelled):
        return work(task, _WorkerReporter(name, say, cancelled), _sessions)


def _hand_on(job: T) -> T:
    """Return a job: so it is a result, which workers have from each other."""
    return job


def _do_pieces(
    job: Job[P, R], pieces: Sequence[P], key: str, run: str, shared: SharedFiles
) -> list[Any]:
    """Do some pieces of a job on a worker."""
    check_shared(shared, import_distributed().get_worker().address)
    with _open_jobs.one(key, job) as (opened, reporter), _asking(run, reporter.cancelled):
        return [job.pack(piece, result) for piece, result in zip(pieces, opened.do(pieces))]


def _forget(key: str) -> None:
    _open_jobs.forget(key)


@contextlib.contextmanager
def _asking(run: str, cancelled: threading.Event) -> Iterator[None]:
    """Ask the scheduler now and then, from a thread of its own, whether the run is called off.

    :param cancelled: is set when it is.
    :raises Cancelled: where it is before anything has begun.
    """
    stop = import_distributed().Event(run)
    if stop.is_set():
        raise Cancelled
    finished = threading.Event()

    def ask() -> None:
        while not finished.wait(WORKER_POLL_SECONDS):
            try:
                if stop.is_set():
                    cancelled.set()
                    return
            except Exception:  # no answer: the worker's own connection decides
                return

    threading.Thread(target=ask, name="ask for cancel", daemon=True).start()
    try:
        yield
    finally:
        finished.set()


class _WorkerReporter:
    """Sends the progress of a task to whoever submitted it."""

    def __init__(
        self,
        name: str,
        say: Callable[[float, Sequence[str]], None],
        cancelled: threading.Event,
    ) -> None:
        self._name = name
        self._say = say
        self.cancelled = cancelled
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
        return self.cancelled.is_set()
