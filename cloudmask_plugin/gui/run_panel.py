"""What panels that start runs have in common: frame, rows of choices, run button, keys."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from .labels import QuietLabel
from .section import Section

PROGRESS_STEPS = 1000
RUN_KEY = "Alt+K"
NARROWEST, COMFORTABLE = 320, 372  # pixels


class RunPanel(QScrollArea):
    """A panel from what goes into a run to what has come of it, top to bottom.

    Panels say what they are in the middle of by the properties that begin with "is".
    """

    run_requested = pyqtSignal()
    cancel_requested = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setMinimumWidth(NARROWEST)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.run_button = QPushButton()
        self.run_button.clicked.connect(lambda _: self._run_clicked())
        self._progress = QProgressBar()

    @property
    def is_running(self) -> bool:
        """True while a run can be stopped."""
        raise NotImplementedError

    @property
    def is_cancelling(self) -> bool:
        """True while a run stops."""
        raise NotImplementedError

    @property
    def is_stoppable(self) -> bool:
        """True while there is anything that Esc stops."""
        return self.is_running

    def sizeHint(self) -> QSize:
        """Return a width at which nothing usual is shortened."""
        return QSize(COMFORTABLE, super().sizeHint().height())

    def keyPressEvent(self, event) -> None:
        """Enter runs, or presses the button that has the focus; Esc cancels what is under way."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QAbstractButton) and focused is not self.run_button:
                focused.click()
            elif not self.is_running and not self.is_cancelling:
                self.run_button.click()
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and self.is_stoppable:
            self.cancel_requested.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    # What panels are built of

    def _lay_out(self) -> QVBoxLayout:
        """Return the layout of all that the panel shows."""
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(9, 6, 9, 6)
        layout.setSpacing(5)
        self.setWidget(content)
        return layout

    def _rows(
        self, rows: Sequence[tuple[str, QWidget]], beside: tuple[QWidget, QWidget]
    ) -> QGridLayout:
        """Return choices below each other, each behind its title, "" for none.

        :param beside: one of them, and what stands at its right.
        """
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        for line, (title, widget) in enumerate(rows):
            if title:
                label = QLabel(title)
                label.setBuddy(widget)
                grid.addWidget(label, line, 0)
            if widget is beside[0]:
                grid.addWidget(widget, line, 1)
                grid.addWidget(beside[1], line, 2)
            else:
                grid.addWidget(widget, line, 1, 1, 2)
        return grid

    def _about(self, name: str, lines: int) -> QuietLabel:
        """Return a quiet text of up to ``lines`` lines that says what a choice means."""
        label = QuietLabel()
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        label.setMinimumHeight(lines * self.fontMetrics().lineSpacing() + 2)
        return label

    def _area_label(self, name: str, about: str) -> QLabel:
        """Return the place of an area in square kilometres, wide enough for any."""
        label = QLabel()
        label.setObjectName(name)
        label.setToolTip(about)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        label.setMinimumWidth(self.fontMetrics().horizontalAdvance("00\u202f000 km²"))
        return label

    def _make_primary(self, name: str) -> None:
        """Let the run button look like what the panel is for."""
        self.run_button.setObjectName(name)
        self.run_button.setMinimumHeight(2 * self.fontMetrics().height())
        font = self.run_button.font()
        font.setBold(True)
        self.run_button.setFont(font)

    def _progress_bar(self, name: str) -> QProgressBar:
        """Return the bar of a run, whose place stays empty between runs."""
        self._progress.setObjectName(name)
        self._progress.setRange(0, PROGRESS_STEPS)
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(8)
        policy = self._progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(policy)
        self._progress.hide()
        return self._progress

    # What panels show

    def _show_button(self, text: str, enabled: bool, about: str, progress: float | None) -> None:
        """Show what the run button does now, and how far a run is, None where there is none."""
        self.run_button.setText(text)
        self.run_button.setShortcut(QKeySequence(RUN_KEY))
        self.run_button.setEnabled(enabled)
        self.run_button.setToolTip(about)
        self._progress.setVisible(progress is not None)
        self._progress.setValue(round((progress or 0) * PROGRESS_STEPS))

    def _run_clicked(self) -> None:
        if self.is_running:
            self.cancel_requested.emit()
        elif not self.is_cancelling:
            self.run_requested.emit()


def add_sections(layout: QVBoxLayout, *sections: tuple[Section, str]) -> None:
    """Add parts that are folded away, with the names of their buttons."""
    for section, name in sections:
        section.button.setObjectName(name)
        layout.addWidget(section)
