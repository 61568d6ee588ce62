"""A sentence for the user on a tinted ground, as high as the text needs."""

from __future__ import annotations

import re

from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPalette
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget

from .labels import mixed
from .state import SILENCE, Level, Notice

HUES = {
    Level.GOOD: QColor(46, 160, 90),
    Level.WARNING: QColor(230, 150, 20),
    Level.ERROR: QColor(213, 62, 79),
}
TINT = 0.22  # share of the hue in the ground; text keeps the theme's colour and contrast
EDGE = 3  # pixels of the full hue at the left
ROUND = 3.0
MARGIN = 4
BREAKABLE = re.compile(r"([/\\_])")  # names and paths may be broken behind these


class NoticeArea(QLabel):
    """Shows a :class:`Notice` as a whole, in no less than a number of lines.

    Nothing around it moves when a notice of usual length comes or goes.
    """

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice = SILENCE
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(lines * self.fontMetrics().lineSpacing() + 2 * MARGIN + 2)

    @property
    def notice(self) -> Notice:
        """What is shown now."""
        return self._notice

    def show_notice(self, notice: Notice) -> None:
        """Show a notice; one without text leaves the space empty."""
        if notice == self._notice:
            return
        self._notice = notice
        inset = EDGE + 2 * MARGIN if notice.level in HUES else 0
        self.setContentsMargins(inset, MARGIN, MARGIN, MARGIN)
        self.setText(BREAKABLE.sub("\\1\u200b", notice.text))
        self.setToolTip(notice.text)
        self.setAccessibleName(notice.text)

    def paintEvent(self, event) -> None:
        """Draw the tinted ground behind the text."""
        hue = HUES.get(self._notice.level)
        if hue is not None and self._notice.text:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mixed(hue, self.palette().color(QPalette.ColorRole.Window), TINT))
            painter.drawRoundedRect(QRectF(self.rect()), ROUND, ROUND)
            painter.setBrush(hue)
            painter.drawRoundedRect(QRectF(0, 0, EDGE, self.height()), ROUND / 2, ROUND / 2)
            painter.end()
        super().paintEvent(event)
