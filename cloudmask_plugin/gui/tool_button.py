"""A flat button of a picture or a sign, named by its tooltip."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QToolButton


class ToolButton(QToolButton):
    """Shows an icon of QGIS's theme, or a text where there is none."""

    def __init__(self, name: str, tooltip: str, icon: str = "", text: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setText(text)
        if icon:
            self.setIcon(QgsApplication.getThemeIcon(icon))
        self.setToolTip(tooltip)
        self.setAccessibleName(tooltip)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
