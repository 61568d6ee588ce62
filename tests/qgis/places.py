"""Where the parts of a panel are."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtWidgets import QApplication, QWidget


def settle() -> None:
    """Let what is shown find its size, and what contains it follow."""
    for _ in range(3):
        QApplication.processEvents()


def places(panel: QWidget, names: Sequence[str]) -> dict[str, tuple[int, int, int, int]]:
    """Return left, top, width and height of widgets, by their object names, once they rest."""
    settle()
    found = {}
    for name in names:
        widget = panel.findChild(QWidget, name)
        corner = widget.mapTo(panel, QPoint(0, 0))
        found[name] = (corner.x(), corner.y(), widget.width(), widget.height())
    return found
