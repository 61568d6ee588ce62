"""A map tool that takes its turn, and gives the map back to the tool before it."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas, QgsMapTool
from qgis.PyQt import sip


class ToolTurn:
    """Puts a tool on a map canvas for a while."""

    def __init__(self, canvas: QgsMapCanvas, tool: QgsMapTool) -> None:
        self._canvas = canvas
        self._tool = tool
        self._before: QgsMapTool | None = None

    def take(self) -> None:
        """Put the tool on the map."""
        before = self._canvas.mapTool()
        if before is not self._tool:
            self._before = before
        self._canvas.setMapTool(self._tool)

    def give_back(self) -> None:
        """Put the tool that was there before on the map, where this one still is."""
        if sip.isdeleted(self._tool) or self._canvas.mapTool() is not self._tool:
            return
        if self._before is not None and not sip.isdeleted(self._before):
            self._canvas.setMapTool(self._before)
        else:
            self._canvas.unsetMapTool(self._tool)

    def end(self) -> None:
        """Give the map back and delete the tool, which else would outlive Python."""
        self.give_back()
        if not sip.isdeleted(self._tool):
            sip.delete(self._tool)
