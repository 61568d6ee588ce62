"""The card that says what was detected about the scene, each value a way to correct it."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication, QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFrame,
    QGridLayout,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QWidget,
)

from ..scene_text import SceneFact
from .labels import QuietLabel

translate = QCoreApplication.translate

ROWS = 7  # lines of scene_text.scene_facts, for which space is reserved


class ValueButton(QPushButton):
    """A value that looks like text, shortened at its end where space is short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._full = ""
        self.setFlat(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setStyleSheet(
            "QPushButton { border: none; background: transparent; text-align: left;"
            " padding: 0px 2px; margin: 0px; min-width: 0px; }"
            "QPushButton:hover:enabled { text-decoration: underline; }"
            "QPushButton:focus { text-decoration: underline; }"
        )

    @property
    def full_text(self) -> str:
        """The text before it was shortened."""
        return self._full

    def show_row(self, row: SceneFact) -> None:
        """Show a line's value."""
        font = self.font()
        if font.italic() != row.guessed:
            font.setItalic(row.guessed)
            self.setFont(font)
        self._full = row.marked_text
        self.setAccessibleName(f"{row.label}: {self._full}")
        lines = [self._full, row.details]
        if row.source:
            lines.append(translate("SceneCard", "Known from: {source}").format(source=row.source))
        if row.key:
            lines.append(translate("SceneCard", "Click to correct it."))
        self.setToolTip("\n".join(filter(None, lines)))
        self._shorten()

    def sizeHint(self) -> QSize:
        """Return one line's height."""
        return QSize(120, self.fontMetrics().height() + 3)

    def resizeEvent(self, event) -> None:
        """Shorten the text to the new width."""
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        room = max(0, self.width() - 6)
        text = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, room)
        if self.text() != text:
            self.setText(text)


class SceneCard(QFrame):
    """Shows card lines, or a message in their place, in the same space.

    :ivar correct: emitted with the key of the field that the user wants to correct.
    :ivar editor_toggled: emitted when the editor is opened or closed by its button.
    """

    correct = pyqtSignal(str)
    editor_toggled = pyqtSignal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setObjectName("scene_card")
        self._message = QuietLabel()
        self._message.setObjectName("card_message")
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setWordWrap(True)
        self._message.setMargin(16)
        self._keys = [""] * ROWS
        self._labels: list[QuietLabel] = []
        self._values: list[ValueButton] = []
        lines = QWidget()
        grid = QGridLayout(lines)
        grid.setContentsMargins(6, 4, 6, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for row in range(ROWS):
            label, value = QuietLabel(), ValueButton()
            value.clicked.connect(lambda _=False, row=row: self._clicked(row))
            grid.addWidget(label, row, 0)
            # The last value leaves room for the button.
            grid.addWidget(value, row, 1, 1, 2 if row < ROWS - 1 else 1)
            self._labels.append(label)
            self._values.append(value)
        self.edit_button = QToolButton(self)  # over both pages, at the lower right
        self.edit_button.setObjectName("correct_button")
        self.edit_button.setText(self.tr("Correct …"))
        self.edit_button.setCheckable(True)
        self.edit_button.setAutoRaise(True)
        self.edit_button.toggled.connect(self.editor_toggled)
        grid.setColumnMinimumWidth(2, self.edit_button.sizeHint().width())
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._message)
        self._stack.addWidget(lines)
        height = ROWS * self._values[0].sizeHint().height() + 14
        self.setFixedHeight(max(height, lines.sizeHint().height() + 2))
        self.edit_button.raise_()

    def resizeEvent(self, event) -> None:
        """Keep the button in its corner."""
        super().resizeEvent(event)
        size = self.edit_button.sizeHint()
        self.edit_button.setGeometry(
            self.width() - size.width() - 3,
            self.height() - size.height() - 6,
            size.width(),
            size.height(),
        )

    def show_rows(self, rows: tuple[SceneFact, ...], message: str) -> None:
        """Show the lines, or the message where there are none."""
        if not rows:
            self._message.setText(message)
            self._stack.setCurrentIndex(0)
            return
        for place, row in enumerate(rows[:ROWS]):
            self._keys[place] = row.key
            self._labels[place].setText(row.label)
            self._values[place].setObjectName(f"card_{row.key or 'grid'}")
            self._values[place].show_row(row)
            self._values[place].setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if row.key else Qt.FocusPolicy.NoFocus
            )
            self._values[place].setCursor(
                Qt.CursorShape.PointingHandCursor if row.key else Qt.CursorShape.ArrowCursor
            )
        self._stack.setCurrentIndex(1)

    def set_correctable(self, correctable: bool, reason: str) -> None:
        """Enable the way to corrections, or say why there is none."""
        self.edit_button.setEnabled(correctable)
        self.edit_button.setToolTip(
            self.tr("State what was not detected, or detected wrongly.") if correctable else reason
        )

    def _clicked(self, row: int) -> None:
        if self._keys[row]:
            self.correct.emit(self._keys[row])
