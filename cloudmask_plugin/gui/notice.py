"""A sentence for the user on a tinted ground, in a space that is always reserved for it."""

from __future__ import annotations

import re

from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPalette
from qgis.PyQt.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QWidget

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


class NoticeArea(QScrollArea):
    """Shows a :class:`Notice` in a fixed number of lines; longer text scrolls inside it.

    Nothing around it moves when a notice comes or goes.
    """

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice = SILENCE
        self._lines = lines
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._label.setObjectName("notice_text")
        self.setWidget(self._label)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for widget in (self, self.viewport(), self._label):
            widget.setAutoFillBackground(False)
        self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """Return the height of the reserved lines."""
        return QSize(200, self._lines * self.fontMetrics().lineSpacing() + 2 * MARGIN + 2)

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
        self._label.setContentsMargins(inset, MARGIN, MARGIN, MARGIN)
        self._label.setText(BREAKABLE.sub("\\1\u200b", notice.text))
        self._label.setToolTip(notice.text)
        self._label.setAccessibleName(notice.text)
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def paintEvent(self, event) -> None:
        """Draw the tinted ground behind the text."""
        hue = HUES.get(self._notice.level)
        if hue is None or not self._notice.text:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = mixed(hue, self.palette().color(QPalette.ColorRole.Window), TINT)
        area = QRectF(self.viewport().rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(area, ROUND, ROUND)
        painter.setBrush(hue)
        painter.drawRoundedRect(QRectF(0, 0, EDGE, area.height()), ROUND / 2, ROUND / 2)
