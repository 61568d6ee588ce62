"""Reading ahead and writing behind, so that disk, processor and network overlap."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Generic, TypeVar

T = TypeVar("T")
POLL_SECONDS = 0.05


class _End:
    """Marks the end of a queue; carries the error that ended it, if any."""

    def __init__(self, error: BaseException | None = None) -> None:
        self.error = error


def ahead(items: Iterable[T], depth: int, check: Callable[[], None]) -> Generator[T, None, None]:
    """Yield ``items``, produced by a thread up to ``depth`` items ahead.

    :param check: called while waiting; raises to give up, as at a cancel.
    """
    slots: queue.Queue[T | _End] = queue.Queue(maxsize=depth)
    stopped = threading.Event()

    def put(item: T | _End) -> bool:
        while not stopped.is_set():
            try:
                slots.put(item, timeout=POLL_SECONDS)
                return True
            except queue.Full:
                continue
        return False

    def produce() -> None:
        end = _End()
        try:
            for item in items:
                if not put(item):
                    return
        except BaseException as error:
            end = _End(error)
        put(end)

    thread = threading.Thread(target=produce, name="read ahead", daemon=True)
    thread.start()
    try:
        while True:
            try:
                item = slots.get(timeout=POLL_SECONDS)
            except queue.Empty:
                check()
                continue
            if isinstance(item, _End):
                if item.error is not None:
                    raise item.error
                return
            yield item
    finally:
        stopped.set()
        thread.join()


class Behind(Generic[T]):
    """Calls ``consume`` on items in a thread of its own, in order, one at a time.

    A context manager: leaving it waits for what was put. An error of ``consume`` is
    raised at the next put or at the end. An item is taken only when the one before it is
    done, so that no more than two are in memory.
    """

    def __init__(self, consume: Callable[[T], None]) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="write behind")
        self._consume = consume
        self._running: Future[None] | None = None

    def __enter__(self) -> Behind[T]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pool.shutdown(wait=True)
        if kind is None:
            self.wait()

    def put(self, item: T) -> None:
        """Hand over an item, once the one before is done."""
        self.wait()
        self._running = self._pool.submit(self._consume, item)

    def wait(self) -> None:
        """Return once what was put is done; raise what it raised."""
        if self._running is not None:
            self._running.result()
