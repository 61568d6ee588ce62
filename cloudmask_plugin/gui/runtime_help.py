"""What to do where onnxruntime is missing: the sentence, the command, and an Install button."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from .labels import ShortenedLabel
from .notice import NoticeArea
from .state import Level, Notice, Runtime
from .tool_button import ToolButton


class RuntimeHelp(QWidget):
    """Says what is missing and how to get it.

    :ivar install_requested: the user wants the command to be run.
    """

    install_requested = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice = NoticeArea(3)
        self._notice.setObjectName("runtime_notice")
        self._command = QLineEdit()
        self._command.setObjectName("runtime_command")
        self._command.setReadOnly(True)
        self._command.setAccessibleName(self.tr("Command that installs onnxruntime"))
        copy = ToolButton("runtime_copy", self.tr("Copy the command"), "/mActionEditCopy.svg")
        copy.clicked.connect(lambda: QApplication.clipboard().setText(self._command.text()))
        self.button = QPushButton()
        self.button.setObjectName("runtime_install")
        self.button.setText(self.tr("Install onnxrun&time"))
        self.button.clicked.connect(self.install_requested)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedHeight(6)
        policy = self._busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._busy.setSizePolicy(policy)
        self._output = ShortenedLabel()
        self._output.setObjectName("runtime_output")
        row = QHBoxLayout()
        row.addWidget(self._command, 1)
        row.addWidget(copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._notice)
        layout.addLayout(row)
        layout.addWidget(self.button)
        layout.addWidget(self._busy)
        layout.addWidget(self._output)

    def show_runtime(self, runtime: Runtime) -> None:
        """Show what is missing, or how the installation goes."""
        if runtime.failure:
            self._notice.show_notice(Notice(Level.ERROR, runtime.failure))
        else:
            missing = self.tr(
                "The Python package onnxruntime, which runs the models, is missing. Press "
                "Install to get it for this profile, or run this command yourself:"
            )
            self._notice.show_notice(Notice(Level.WARNING, missing))
        if self._command.text() != runtime.command:
            self._command.setText(runtime.command)
            self._command.setCursorPosition(0)
            self._command.setToolTip(runtime.command)
        self.button.setEnabled(not runtime.installing and not runtime.hindrance)
        if runtime.installing:
            self.button.setToolTip(self.tr("The installation is under way."))
        else:
            run = self.tr("Run the command above in the background.")
            self.button.setToolTip(runtime.hindrance or run)
        self._busy.setVisible(runtime.installing)
        said = runtime.output or runtime.hindrance
        self._output.show_text(said)
        self._output.setToolTip(said)
