"""Where a result goes: a temporary layer, or a file that is kept."""

from __future__ import annotations

import os
from dataclasses import dataclass

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Destination:
    """Where a result goes.

    :param to_file: write to ``path``; else to a temporary file.
    """

    to_file: bool = False
    path: str = ""

    @property
    def problem(self) -> str:
        """Why nothing can be written there, "" where nothing stands in the way."""
        if not self.to_file:
            return ""
        if not self.path:
            return translate(
                "CloudMaskDock",
                "Name the file to write under Output, or choose a temporary layer.",
            )
        folder = os.path.dirname(os.path.abspath(self.path))
        if not os.path.isdir(folder):
            return translate(
                "CloudMaskDock", "The folder {folder} does not exist: choose another file."
            ).format(folder=folder)
        return ""

    @property
    def replaced(self) -> str:
        """The name of the file that would be replaced, "" where none would."""
        exists = self.to_file and os.path.isfile(self.path)
        return os.path.basename(self.path) if exists else ""


class DestinationGroup(QWidget):
    """Two choices, and the file.

    :param name: begins the names of the widgets.
    :param title: of the dialog that asks for the file.
    :param about: what is said of the file.
    :ivar changed: emitted when the user changes any of them.
    """

    changed = pyqtSignal()

    def __init__(self, name: str, title: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about = about
        self._temporary = QRadioButton(translate("OutputGroup", "Temporary layer"))
        self._temporary.setObjectName(f"{name}_temporary")
        self._to_file = QRadioButton(translate("OutputGroup", "File"))
        self._to_file.setObjectName(f"{name}_to_file")
        self._file = QgsFileWidget()
        self._file.setObjectName(f"{name}_file")
        self._file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self._file.setFilter("GeoTIFF (*.tif *.tiff)")
        self._file.setDialogTitle(title)
        self._file.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        where = QHBoxLayout()
        where.setContentsMargins(0, 0, 0, 0)
        where.addWidget(self._to_file)
        where.addWidget(self._file, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self._temporary)
        layout.addLayout(where)
        self.set_value(Destination())
        self._temporary.toggled.connect(lambda _: self._show_file())
        self._temporary.clicked.connect(lambda _: self.changed.emit())
        self._to_file.clicked.connect(lambda _: self.changed.emit())
        self._file.fileChanged.connect(lambda _: self.changed.emit())

    def value(self) -> Destination:
        """Return what is set; a path without an ending gets that of GeoTIFF."""
        path = self._file.filePath().strip()
        if path and not path.lower().endswith((".tif", ".tiff")):
            path += ".tif"
        return Destination(self._to_file.isChecked(), path)

    def summary(self) -> str:
        """Return the file's name, "" for a temporary layer."""
        choice = self.value()
        return os.path.basename(choice.path) if choice.to_file else ""

    def set_value(self, choice: Destination) -> None:
        """Show a choice without telling anybody."""
        self._temporary.setChecked(not choice.to_file)
        self._to_file.setChecked(choice.to_file)
        self._file.blockSignals(True)
        self._file.setFilePath(choice.path)
        self._file.blockSignals(False)
        self._show_file()

    def _show_file(self) -> None:
        to_file = self._to_file.isChecked()
        self._file.setEnabled(to_file)
        self._file.setToolTip(
            self._about if to_file else translate("OutputGroup", "Choose “File” to name one.")
        )
