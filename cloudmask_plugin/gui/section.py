"""A part of the dock that is folded away behind its title until it is wanted."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

ARROW = 24  # pixels around the arrow


class Section(QWidget):
    """A title with an arrow, and a body below it. Alt-letter and space open and close it."""

    toggled = pyqtSignal(bool)

    def __init__(self, title: str, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body = body
        self._title = title
        self.button = QToolButton()
        self.button.setCheckable(True)
        self.button.setAutoRaise(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.setStyleSheet(
            "QToolButton { border: none; background: transparent; padding: 3px 0px; }"
            "QToolButton:hover, QToolButton:focus { text-decoration: underline; }"
        )
        self.button.toggled.connect(self._toggle)
        self.button.setText(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.button)
        layout.addWidget(body)
        body.layout().setContentsMargins(18, 0, 0, 6)
        self._toggle(False)

    @property
    def is_open(self) -> bool:
        """True while the body shows."""
        return self.button.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Open or close the section."""
        self.button.setChecked(is_open)

    def set_summary(self, summary: str) -> None:
        """Show beside the title what is set inside and differs from the defaults."""
        text = f"{self._title}: {summary.replace('&', '&&')}" if summary else self._title
        room = self.width() - self.button.iconSize().width() - ARROW
        if self.width() > ARROW:
            text = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        if self.button.text() != text:
            self.button.setText(text)

    def _toggle(self, is_open: bool) -> None:
        arrow = Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow
        self.button.setArrowType(arrow)
        self._body.setVisible(is_open)
        self.toggled.emit(is_open)
