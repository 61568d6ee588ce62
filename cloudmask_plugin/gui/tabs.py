"""The dock's tabs: one for each thing that is done with scenes, Alt with its number goes there."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon, QKeySequence
from qgis.PyQt.QtWidgets import QShortcut, QTabWidget, QWidget

TAB_KEY = "Alt+{number}"


class DockTabs(QTabWidget):
    """Pages beside each other; a single one shows no tab.

    What a page shows stays as it is while another one is in front, a run included.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tabs")
        self.setDocumentMode(True)  # no frame, so that a page is as wide as the dock
        self.setTabBarAutoHide(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setUsesScrollButtons(False)
        self.tabBar().setExpanding(True)
        self.tabBar().setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def add_page(self, page: QWidget, picture: QIcon, title: str, about: str) -> None:
        """Add a page behind the others.

        :param about: what is done there, for the tab's tooltip.
        """
        number = self.addTab(page, picture, title)
        key = QKeySequence(TAB_KEY.format(number=number + 1))
        named = key.toString(QKeySequence.SequenceFormat.NativeText)
        self.setTabToolTip(number, f"{about} ({named})")
        shortcut = QShortcut(key, self)
        shortcut.activated.connect(lambda: self.show_page(page))

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front, with the focus in it."""
        self.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.ShortcutFocusReason)
