"""Reading ahead and writing behind, so that disk, processor and network overlap."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Generator, Iterable
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
    """Calls ``consume`` on items in a thread of its own, in order.

    A context manager: leaving it waits for what was put; leaving it by an error drops
    what is waiting. An error of ``consume`` is raised at the next put or at the end.
    """

    def __init__(self, consume: Callable[[T], None], depth: int) -> None:
        self._consume = consume
        self._slots: queue.Queue[T | _End] = queue.Queue(maxsize=depth)
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="write behind", daemon=True)

    def __enter__(self) -> Behind[T]:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is not None and self._error is None:
            self._error = error
        self._slots.put(_End())
        self._thread.join()
        if kind is None and self._error is not None:
            raise self._error

    def put(self, item: T) -> None:
        """Hand over an item; waits while the queue is full."""
        if self._error is not None:
            raise self._error
        self._slots.put(item)

    def _run(self) -> None:
        while True:
            item = self._slots.get()
            if isinstance(item, _End):
                return
            if self._error is None:
                try:
                    self._consume(item)
                except BaseException as error:
                    self._error = error
