"""The engine's reports as QGIS's Processing shows them."""

from __future__ import annotations

import time

from qgis.core import QgsProcessingFeedback
from qgis.PyQt.QtCore import QCoreApplication

from ..engine.reporter import Progress
from ..engine_text import engine_text

SECONDS_BETWEEN_TEXTS = 5.0  # each text is a line in the log and in qgis_process

translate = QCoreApplication.translate


class FeedbackReporter:
    """A Reporter of the engine over a QgsProcessingFeedback, which takes calls of any thread."""

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        self._feedback = feedback
        self._stage = ""
        self._told = 0.0

    def progress(self, progress: Progress) -> None:
        """Show the share, and now and then stage and time left."""
        self._feedback.setProgress(100 * progress.fraction)
        now = time.monotonic()
        if progress.stage != self._stage or now - self._told >= SECONDS_BETWEEN_TEXTS:
            self._stage, self._told = progress.stage, now
            self._feedback.setProgressText(progress_text(progress))

    def message(self, text: str) -> None:
        """Write a line into the log."""
        self._feedback.pushInfo(engine_text(text))

    def is_cancelled(self) -> bool:
        """Return True once the user has cancelled."""
        return self._feedback.isCanceled()


def progress_text(progress: Progress) -> str:
    """Return the stage and, where known, the time left."""
    stage = engine_text(progress.stage)
    if progress.seconds_left is None or progress.fraction >= 1:
        return stage
    seconds = round(progress.seconds_left)
    if seconds < 90:
        left = translate("CloudMask", "about {n} s left").format(n=seconds)
    else:
        left = translate("CloudMask", "about {n} min left").format(n=round(seconds / 60))
    return f"{stage}: {left}"
