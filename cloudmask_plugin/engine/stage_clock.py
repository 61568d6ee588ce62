"""How long the stages of a job take."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator


class StageClock:
    """Adds up the seconds spent in stages, each used by one thread at a time."""

    def __init__(self, *stages: str) -> None:
        self._start = time.monotonic()
        self._spent = dict.fromkeys(stages, 0.0)

    @contextlib.contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time until the context is left."""
        before = time.monotonic()
        try:
            yield
        finally:
            self._spent[name] += time.monotonic() - before

    def seconds(self) -> tuple[tuple[str, float], ...]:
        """Return (stage, seconds), ``total`` since the clock was made last; stages overlap."""
        return (*self._spent.items(), ("total", time.monotonic() - self._start))
