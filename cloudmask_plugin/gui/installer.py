"""Installs onnxruntime in the background and tells how that goes."""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtCore import QObject, pyqtSignal

from .. import dependencies, settings
from ..engine.errors import CloudMaskError
from ..engine.reporter import Progress
from ..tasks import EngineTask, Failed, Succeeded, start
from .state import Runtime


class Installer(QObject):
    """Knows whether onnxruntime is there and can get it.

    :ivar changed: emitted with the new :class:`Runtime`.
    :ivar failed: emitted with the sentence that says why the installation failed.
    """

    changed = pyqtSignal(object)
    failed = pyqtSignal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runtime = Runtime()
        self._task: EngineTask | None = None

    @property
    def runtime(self) -> Runtime:
        """What was known at the last look."""
        return self._runtime

    def look(self) -> Runtime:
        """Find out whether onnxruntime is there, and what would be run to get it."""
        if self._task is not None:
            return self._runtime
        problem, command, hindrance = dependencies.problem(), "", ""
        if problem:
            try:
                command = dependencies.plan(settings.load().wheel).text
            except CloudMaskError as error:
                hindrance = str(error)
        self._set(Runtime(problem, command, hindrance))
        return self._runtime

    def install(self) -> None:
        """Run the command shown, as a task that can be cancelled in QGIS's task manager."""
        if self._task is not None or not self._runtime.problem:
            return
        try:
            installation = dependencies.plan(settings.load().wheel)
        except CloudMaskError as error:
            self.failed.emit(str(error))
            return
        task = EngineTask(
            self.tr("Installing onnxruntime"),
            lambda reporter: dependencies.install(installation, reporter),
        )
        task.progressed.connect(self._progressed)
        task.ended.connect(self._ended)
        self._set(
            Runtime(
                self._runtime.problem,
                installation.text,
                installing=True,
                output=self.tr("Starting …"),
            )
        )
        self._task = start(task)

    def _progressed(self, progress: Progress) -> None:
        runtime = self._runtime
        self._set(Runtime(runtime.problem, runtime.command, installing=True, output=progress.stage))

    def _ended(self, outcome) -> None:
        self._task = None
        runtime = self.look()
        if isinstance(outcome, Succeeded) or not runtime.problem:
            return
        if isinstance(outcome, Failed):
            failure = outcome.sentence
            self.failed.emit(failure)
        else:
            failure = self.tr("The installation was cancelled.")
        self._set(replace(runtime, failure=failure))

    def _set(self, runtime: Runtime) -> None:
        if runtime != self._runtime:
            self._runtime = runtime
            self.changed.emit(runtime)
