"""How a long action tells its progress and learns that it was cancelled."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from .errors import Cancelled

QUIET_SECONDS = 2.0  # before this, a time left would be noise


@dataclass(frozen=True)
class Progress:
    """Share of the work done (0..1), the stage's name, and seconds left (None: unknown)."""

    fraction: float
    stage: str
    seconds_left: float | None = None


class Reporter(Protocol):
    """What a door gives the engine. Called from the thread that runs the job."""

    def progress(self, progress: Progress) -> None:
        """Take the state of the work."""

    def message(self, text: str) -> None:
        """Take a line for the log: what was detected, guessed or is worth a warning."""

    def is_cancelled(self) -> bool:
        """Return True once the user has cancelled; called often, from any thread."""


class SilentReporter:
    """Reports to nobody and is never cancelled."""

    def progress(self, progress: Progress) -> None:
        """Ignore the state of the work."""

    def message(self, text: str) -> None:
        """Ignore a message."""

    def is_cancelled(self) -> bool:
        """Return False."""
        return False


class Pace:
    """Turns shares of work done into :class:`Progress` with the time left.

    :param clock: returns seconds; replaced in tests.
    """

    def __init__(
        self, reporter: Reporter, stage: str, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._reporter = reporter
        self._stage = stage
        self._clock = clock
        self._start = clock()

    def advance(self, fraction: float) -> None:
        """Report ``fraction`` (0..1); raise :class:`Cancelled` if the user has cancelled."""
        self.check()
        elapsed = self._clock() - self._start
        left = None
        if elapsed >= QUIET_SECONDS and fraction > 0:
            left = elapsed * (1 - fraction) / fraction
        self._reporter.progress(Progress(fraction, self._stage, left))

    def check(self) -> None:
        """Raise :class:`Cancelled` if the user has cancelled."""
        check_cancelled(self._reporter)


def check_cancelled(reporter: Reporter) -> None:
    """Raise :class:`Cancelled` if the user has cancelled."""
    if reporter.is_cancelled():
        raise Cancelled


class PartReporter:
    """Hands on what a part of a job reports, as a share of the whole.

    :param start, stop: the part's share of the whole, 0..1.
    :param began: when the whole job began, as ``clock`` tells; the time left is that of all.
    :param name: of the part, put before the stages that it reports and the lines it writes.
    """

    def __init__(
        self,
        reporter: Reporter,
        start: float,
        stop: float,
        began: float,
        clock: Callable[[], float] = time.monotonic,
        name: str = "",
    ) -> None:
        self._reporter = reporter
        self._start, self._stop = start, stop
        self._began = began
        self._clock = clock
        self._name = f"{name}: " if name else ""

    def progress(self, progress: Progress) -> None:
        """Hand on the state of the work."""
        done = self._start + (self._stop - self._start) * progress.fraction
        elapsed = self._clock() - self._began
        left = elapsed * (1 - done) / done if elapsed >= QUIET_SECONDS and done > 0 else None
        self._reporter.progress(Progress(done, self._name + progress.stage, left))

    def message(self, text: str) -> None:
        """Hand on a line for the log."""
        self._reporter.message(self._name + text)

    def is_cancelled(self) -> bool:
        """Tell whether the user has cancelled."""
        return self._reporter.is_cancelled()
