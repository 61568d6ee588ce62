"""The plugin's pictures, loaded by path so that no resource has to be compiled."""

from __future__ import annotations

from qgis.PyQt.QtGui import QIcon

from .engine.paths import bundled


def icon(name: str = "icon") -> QIcon:
    """Return the picture ``resources/<name>.svg``."""
    return QIcon(icon_path(name))


def icon_path(name: str = "icon") -> str:
    """Return the path of the picture ``resources/<name>.svg``."""
    return str(bundled("resources") / f"{name}.svg")
