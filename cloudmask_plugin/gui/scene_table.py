"""The table of scenes of the Composite tab."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ..corrections import problem_with
from .composite_state import SceneRow

translate = QCoreApplication.translate

NAME, DAY, LEVEL, CLEAR, USED = range(5)
ROWS_SEEN = 6  # without scrolling
SMALLER = 0.92  # of the dock's font
NARROW_NAME = "scene_a"  # what of a name is seen at least
PADDING = 10  # pixels beside a column's text


class SceneModel(QAbstractTableModel):
    """Shows rows and tells what the user ticks and types.

    :ivar ticked: key and whether the scene is wanted; ``dated``: key and the day, "" for none.
    """

    ticked = pyqtSignal(str, bool)
    dated = pyqtSignal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[SceneRow, ...] = ()

    def show_rows(self, rows: tuple[SceneRow, ...]) -> None:
        """Show rows; the selection stays where they are still the same scenes."""
        if rows == self.rows:
            return
        same = [row.key for row in rows] == [row.key for row in self.rows]
        if not same:
            self.beginResetModel()
        self.rows = rows
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, NAME), self.index(len(rows) - 1, USED))

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """Return the number of scenes."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else USED + 1

    def headerData(self, section: int, orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's title and what it means."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                translate("CompositePanel", "Scene"),
                translate("CompositePanel", "Date"),
                translate("CompositePanel", "Level"),
                translate("CompositePanel", "Clear"),
                translate("CompositePanel", "Used"),
            )[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return (
                translate(
                    "CompositePanel",
                    "Tick the scenes to use. The first gives grid, bands and scaling.",
                ),
                translate(
                    "CompositePanel",
                    "Day of acquisition; double-click to state it. A guess is in italics.",
                ),
                translate("CompositePanel", "Processing level"),
                translate(
                    "CompositePanel",
                    "Share of the extent that is clear: measured in a run or, in italics, read off "
                    "a loaded mask.",
                ),
                translate("CompositePanel", "Share of the last composite that is from the scene"),
            )[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignRight
                if section in (CLEAR, USED)
                else Qt.AlignmentFlag.AlignLeft
            )
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        row, column = self.rows[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            if column == DAY and role == Qt.ItemDataRole.DisplayRole:
                return row.day or translate("CompositePanel", "unknown")
            return (row.name, row.day, row.level, row.clear, row.used)[column]
        if role == Qt.ItemDataRole.CheckStateRole and column == NAME:
            return Qt.CheckState.Checked if row.checked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.about
        if role == Qt.ItemDataRole.FontRole and (
            (column == DAY and (row.guessed or not row.day))
            or (column == CLEAR and row.approximate)
        ):
            font = self.parent().font()
            font.setItalic(True)
            return font
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (CLEAR, USED):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        row = self.rows[index.row()]
        flags = Qt.ItemFlag.ItemIsSelectable
        if row.checkable or row.level or row.day:
            flags |= Qt.ItemFlag.ItemIsEnabled
        if index.column() == NAME and row.checkable:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if index.column() == DAY and row.checkable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a tick or a date; a text that is no date is not taken."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == NAME:
            self.ticked.emit(row.key, Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        if role == Qt.ItemDataRole.EditRole and index.column() == DAY:
            text = str(value).strip()
            if problem_with("acquired", text) or text == row.day:
                return False
            self.dated.emit(row.key, text)
            return True
        return False


class SceneTable(QTableView):
    """The scenes with ticks; keys move through them, space ticks, F2 states a date.

    :ivar picked: emitted with the key of the scene that the user selects.
    """

    picked = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composite_scenes")
        self.setAccessibleName(translate("CompositePanel", "Scenes"))
        self._showing = False
        self.scenes = SceneModel(self)
        self.setModel(self.scenes)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setShowGrid(False)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * SMALLER)  # five columns fit a narrow dock
        for part in (self, self.horizontalHeader()):
            part.setFont(font)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        line = self.fontMetrics().height() + 6
        self.verticalHeader().setDefaultSectionSize(line)
        self.verticalHeader().setMinimumSectionSize(line)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self._widths: dict[int, int] = {}
        for column, text in (
            (NAME, f"00{NARROW_NAME}"),
            (DAY, "0000-00-00"),
            (LEVEL, "Level"),
            (CLEAR, "100\u00a0%"),
            (USED, "100\u00a0%"),
        ):
            self._widths[column] = self.fontMetrics().horizontalAdvance(text) + PADDING
            self.setColumnWidth(column, self._widths[column])
        height = header.sizeHint().height() + ROWS_SEEN * line + 2 * self.frameWidth()
        self.setFixedHeight(height)
        self.selectionModel().currentRowChanged.connect(self._picked)

    def show_rows(self, rows: tuple[SceneRow, ...], selected: str) -> None:
        """Show the scenes with one of them selected, without telling anybody."""
        self.scenes.show_rows(rows)
        keys = [row.key for row in rows]
        if selected in keys and self.currentIndex().row() != keys.index(selected):
            self._showing = True
            self.selectRow(keys.index(selected))
            self._showing = False

    def resizeEvent(self, event) -> None:
        """Leave the level, which the tooltips tell as well, out of a narrow table."""
        shown = (DAY, LEVEL, CLEAR, USED)
        room = self.viewport().width() - sum(self._widths[column] for column in shown)
        self.setColumnHidden(LEVEL, room < self._widths[NAME])
        super().resizeEvent(event)

    def keyPressEvent(self, event) -> None:
        """Tick by space in any column; leave Enter and Esc to the panel."""
        index = self.currentIndex()
        if self.state() == QAbstractItemView.State.EditingState:
            event.accept()  # Enter and Esc end the typing of a date, and nothing else
        elif event.key() == Qt.Key.Key_Space and index.isValid():
            row = self.scenes.rows[index.row()]
            if row.checkable:
                self.scenes.ticked.emit(row.key, not row.checked)
            event.accept()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _picked(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and not self._showing:
            self.picked.emit(self.scenes.rows[current.row()].key)
