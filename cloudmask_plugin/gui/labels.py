"""Labels that step back behind the values they name, or shorten what does not fit."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget

QUIET = 0.7  # share of the text colour in a quiet label; contrast stays above 4.5 to 1


def mixed(colour: QColor, ground: QColor, share: float) -> QColor:
    """Return ``share`` of a colour on a ground, opaque."""
    over, under = colour.getRgb()[:3], ground.getRgb()[:3]
    return QColor(*(round(share * a + (1 - share) * b) for a, b in zip(over, under)))


class QuietLabel(QLabel):
    """A label in a weaker text colour, in light and dark themes."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._tone()

    def changeEvent(self, event) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationPaletteChange, QEvent.Type.ParentChange):
            self._tone()

    def showEvent(self, event) -> None:
        """Take the colours of the window it has come to stand in."""
        super().showEvent(event)
        self._tone()

    def _tone(self) -> None:
        parent = self.parentWidget()
        palette = (parent or self).palette()
        text = palette.color(QPalette.ColorRole.WindowText)
        quiet = mixed(text, palette.color(QPalette.ColorRole.Window), QUIET)
        own = self.palette()
        if own.color(QPalette.ColorRole.WindowText) != quiet:
            own.setColor(QPalette.ColorRole.WindowText, quiet)
            self.setPalette(own)


class ShortenedLabel(QLabel):
    """A line of text, shortened in its middle where it does not fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._full = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show a text."""
        self._full = text
        self._shorten()

    def sizeHint(self) -> QSize:
        """Return the height of a line."""
        return QSize(100, self.fontMetrics().height() + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the height of a line; any width will do."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event) -> None:
        """Shorten the text to the new width."""
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        room = max(0, self.width() - 2)
        self.setText(self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideMiddle, room))
