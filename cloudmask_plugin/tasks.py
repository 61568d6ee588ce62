"""Runs a job of the engine in the background, and tells the main thread how it goes.

::

    task = EngineTask("Masking …", lambda reporter: mask_scene(request, reporter))
    task.progressed.connect(...)  # engine Progress
    task.messaged.connect(...)    # str
    task.ended.connect(...)       # Succeeded, Failed or Stopped
    start(task)
"""

from __future__ import annotations

import contextlib
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Union

from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsTask
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QTimer, pyqtSignal

from .engine.errors import Cancelled, CloudMaskError
from .engine.reporter import Progress, Reporter
from .engine_text import engine_text

LOG_TAG = "Cloud Mask"
SECONDS_BETWEEN_SIGNALS = 0.1  # more often nobody can read, and the main thread has other work
UNLOAD_SECONDS = 5.0
ENDED = (QgsTask.TaskStatus.Complete, QgsTask.TaskStatus.Terminated)
TURN = 5  # ms between looks whether QGIS has let go of tasks that have ended
TURNS = 200  # after which a task is queued all the same

Job = Callable[[Reporter], Any]


@dataclass(frozen=True)
class Succeeded:
    """The job ran to its end and returned ``result``."""

    result: Any


@dataclass(frozen=True)
class Failed:
    """The job failed.

    :param sentence: what is wrong and what to do, for the user.
    :param traceback: of an error in the program, "" where the input or machine is at fault.
    """

    sentence: str
    traceback: str = ""


@dataclass(frozen=True)
class Stopped:
    """The user cancelled the job."""


Outcome = Union[Succeeded, Failed, Stopped]


def log(text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Info) -> None:
    """Write a line into the log panel, without raising it to the message bar."""
    QgsMessageLog.logMessage(text, LOG_TAG, level, False)


def failure(error: BaseException) -> Failed:
    """Return how an exception is told to the user; a bug comes with its traceback."""
    if isinstance(error, CloudMaskError):
        return Failed(engine_text(str(error)))
    if isinstance(error, MemoryError):
        return Failed(
            QCoreApplication.translate(
                "CloudMask",
                "The computer ran out of memory: close other programs or choose a smaller extent.",
            )
        )
    details = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    return Failed(
        QCoreApplication.translate(
            "CloudMask",
            "The plugin stopped because of a mistake in it ({error}): "
            "please report it with the details from the log panel, tab “{tag}”.",
        ).format(error=type(error).__name__, tag=LOG_TAG),
        details,
    )


class EngineTask(QgsTask):
    """A job of the engine as a task of QGIS.

    ``job(reporter)`` runs in a background thread and must touch no QObject. The C++ side of
    a task is gone soon after it ended; ``outcome`` stays readable.
    """

    progressed = pyqtSignal(object)
    messaged = pyqtSignal(str)
    ended = pyqtSignal(object)

    def __init__(self, description: str, job: Job, hidden: bool = False) -> None:
        """Prepare a task; a hidden one is short and shown in no list of QGIS's."""
        flags = QgsTask.Flag.CanCancel | QgsTask.Flag.Silent  # the doors tell the end themselves
        if hidden:
            flags |= QgsTask.Flag.Hidden
        super().__init__(description, flags)
        self.outcome: Outcome | None = None
        self._job = job
        self._cancelled = threading.Event()
        self._silent = False

    def run(self) -> bool:
        """Run the job; called by QGIS in a background thread."""
        try:
            self.outcome = Succeeded(self._job(_TaskReporter(self, self._cancelled)))
        except Cancelled:
            self.outcome = Stopped()
        except BaseException as error:  # an exception must not reach the C++ caller
            self.outcome = failure(error)
        return isinstance(self.outcome, Succeeded)

    def cancel(self) -> None:
        """Ask the job to stop; called by the user's Cancel button or by QGIS."""
        self._cancelled.set()
        super().cancel()

    def finished(self, ok: bool) -> None:
        """Tell the outcome; called by QGIS in the main thread."""
        _running.discard(self)
        if self.outcome is None:  # cancelled before it began
            self.outcome = Stopped()
        if isinstance(self.outcome, Failed):
            log(
                "\n".join(filter(None, (self.outcome.sentence, self.outcome.traceback))),
                Qgis.MessageLevel.Critical,
            )
        if not self._silent:
            self.ended.emit(self.outcome)

    @property
    def is_cancelled(self) -> bool:
        """True once somebody has asked the job to stop."""
        return self._cancelled.is_set()

    def silence(self) -> None:
        """Tell nobody anything from now on."""
        self._silent = True
        for signal in (self.progressed, self.messaged, self.ended):
            with contextlib.suppress(TypeError):  # nothing was connected
                signal.disconnect()


class _TaskReporter:
    """Hands the engine's reports to the signals of a task, which Qt queues to their threads."""

    def __init__(self, task: EngineTask, cancelled: threading.Event) -> None:
        self._task = task
        self._cancelled = cancelled
        self._stage = ""
        self._told = 0.0

    def progress(self, progress: Progress) -> None:
        """Pass the state on, at most ten times a second but for a new stage and the end."""
        now = time.monotonic()
        pressing = progress.stage != self._stage or progress.fraction >= 1
        if pressing or now - self._told >= SECONDS_BETWEEN_SIGNALS:
            self._stage, self._told = progress.stage, now
            self._task.setProgress(100 * progress.fraction)
            told = replace(progress, stage=engine_text(progress.stage))
            self._task.progressed.emit(told)

    def message(self, text: str) -> None:
        """Pass a message on and write it into the log."""
        text = engine_text(text)
        log(text)
        self._task.messaged.emit(text)

    def is_cancelled(self) -> bool:
        """Return True once the task is cancelled; touches no QObject."""
        return self._cancelled.is_set()


# Python's only references to tasks under way: without them a task's Python side is lost.
_running: set[EngineTask] = set()


def start(task: EngineTask) -> EngineTask:
    """Queue a task in QGIS's task manager and keep it alive until it has ended.

    Where the manager still holds tasks that have ended, that is put off until it does not.
    """
    _running.add(task)
    _queue(task, TURNS)
    return task


def _queue(task: EngineTask, turns: int) -> None:
    """Hand a task to QGIS's task manager once no ended task can make it lose this one.

    The manager keeps the address of what ran a task after the thread pool has freed that, and
    on letting go of the task takes whatever is queued at this address out of the pool: a new
    task, where it was given the same memory, which then waits for ever
    (https://github.com/qgis/QGIS/issues/53806).
    """
    if task not in _running:  # the plugin was unloaded meanwhile
        return
    manager = QgsApplication.taskManager()
    if task.is_cancelled:
        task.finished(False)
    elif turns and any(map(_has_ended, manager.tasks())):
        QTimer.singleShot(TURN, partial(_queue, task, turns - 1))
    else:
        manager.addTask(task)


def _has_ended(task: QgsTask) -> bool:
    # The status tells it only once the main thread has been told; the outcome tells it before.
    return task.status() in ENDED or (isinstance(task, EngineTask) and task.outcome is not None)


def stop_all(seconds: float = UNLOAD_SECONDS) -> None:
    """Cancel every task under way and wait for it; none of them calls back any more.

    Where no task of anybody is left, the threads that ran them end as well.
    """
    tasks = [task for task in _running if not sip.isdeleted(task)]
    for task in tasks:
        task.silence()
        task.cancel()
    for task in tasks:
        if not sip.isdeleted(task) and task.isActive():
            task.waitForFinished(int(1000 * seconds))
    _running.clear()
    # A thread that has used QGIS's passwords, as one that was on the network has, tells their
    # database when it ends. QGIS 3.40 closes that before it ends its threads, and dies of it
    # where one of them was at work within its last 30 seconds.
    manager = QgsApplication.taskManager()
    others = [task for task in manager.activeTasks() if not isinstance(task, EngineTask)]
    if not others and hasattr(manager, "threadPool"):
        manager.threadPool().waitForDone(int(1000 * seconds))
