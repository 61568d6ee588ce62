"""A feedback of Processing that keeps what it is told."""

from __future__ import annotations

from qgis.core import QgsProcessingFeedback


class Listener(QgsProcessingFeedback):
    """Keeps lines of the log, texts of the progress and its shares in per cent.

    :param cancel_at: start of a text at which it cancels, "" for the first; None: at none.
    """

    def __init__(self, cancel_at: str | None = None) -> None:
        super().__init__(False)
        self.lines: list[str] = []
        self.texts: list[str] = []
        self.shares: list[float] = []
        self._cancel_at = cancel_at
        self.progressChanged.connect(self.shares.append)

    def pushInfo(self, text: str) -> None:
        self.lines.append(text)

    def setProgressText(self, text: str) -> None:
        self.texts.append(text)
        if self._cancel_at is not None and text.startswith(self._cancel_at):
            self.cancel()
