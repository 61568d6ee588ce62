"""The map tool of corrections: strokes, outlines and clicks on the map."""

from __future__ import annotations

from enum import Enum

from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapTool, QgsRubberBand, QgsVertexMarker
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor

from .check_keys import action_of


class Pencil(Enum):
    """What the mouse does."""

    BRUSH = "brush"
    LASSO = "lasso"
    POLYGON = "polygon"
    FLOOD = "flood"


class CorrectTool(QgsMapTool):
    """Tells places of the map, in its CRS, that were painted, enclosed or clicked.

    A brush and a lasso are dragged. A polygon's corners are clicked; a right click, a double
    click or Enter closes it, Backspace takes the last corner back, Esc all of them.

    :ivar drawn: emitted with a :class:`Pencil` and a list of places.
    """

    drawn = pyqtSignal(object, object)

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._pencil = Pencil.BRUSH
        self._places: list[QgsPointXY] = []
        self._band: QgsRubberBand | None = None
        self._marks: list[QgsVertexMarker] = []  # of the map's middle, while the keyboard draws
        self._colour = QColor(255, 255, 255)
        self._width = 1.0
        self.setCursor(Qt.CursorShape.CrossCursor)

    def set_pencil(self, pencil: Pencil) -> None:
        """Change what the mouse does; what was begun is given up."""
        self._clear()
        self._pencil = pencil

    def set_look(self, colour: QColor, width: float) -> None:
        """Set how a stroke looks while it is drawn: its colour, and pixels of the screen."""
        self._colour, self._width = colour, width

    def canvasPressEvent(self, event) -> None:
        """Begin a stroke."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._pencil in (Pencil.BRUSH, Pencil.LASSO):
            self._places = [event.mapPoint()]
            self._draw()

    def canvasMoveEvent(self, event) -> None:
        """Go on with a stroke, or show the next side of a polygon."""
        if self._pencil is Pencil.POLYGON and self._places:
            self._draw(event.mapPoint())
        elif self._places and event.buttons() & Qt.MouseButton.LeftButton:
            self._places.append(event.mapPoint())
            self._draw()

    def canvasReleaseEvent(self, event) -> None:
        """End a stroke, set a corner, or flood."""
        if self._pencil is Pencil.POLYGON:
            if event.button() == Qt.MouseButton.RightButton:
                self._finish()
            elif event.button() == Qt.MouseButton.LeftButton:
                self._places.append(event.mapPoint())
                self._draw()
        elif event.button() == Qt.MouseButton.LeftButton:
            if self._pencil is Pencil.FLOOD:
                self._places = [event.mapPoint()]
            if self._places:
                self._finish()

    def canvasDoubleClickEvent(self, event) -> None:
        """Close a polygon."""
        if self._pencil is Pencil.POLYGON:
            self._finish()

    def keyPressEvent(self, event) -> None:
        """Close a polygon, or take corners back."""
        if self._pencil is not Pencil.POLYGON or not self._places:
            return
        action = action_of(event.key(), event.modifiers())
        if action == "close_polygon":
            self._finish()
        elif action == "corner_back":
            self._places.pop()
            self._draw()
        elif action == "give_up":
            self._clear()
        else:
            return
        event.ignore()  # QGIS takes ignored events of tools as used

    def use_in_middle(self) -> None:
        """Do in the middle of the map what a click would do there, for the keyboard."""
        place = self._canvas.center()
        self._aim()
        if self._pencil is Pencil.POLYGON:
            self._places.append(place)
            self._draw()
        elif self._pencil is not Pencil.LASSO:
            self.drawn.emit(self._pencil, [place])

    def deactivate(self) -> None:
        """Give up what was begun."""
        self._clear()
        self._leave_middle()
        super().deactivate()

    def _aim(self) -> None:
        """Mark the middle of the map from now on, wherever it moves."""
        if self._marks:
            return
        for colour, width in ((QColor(20, 20, 20), 4), (QColor(255, 255, 255), 2)):
            mark = QgsVertexMarker(self._canvas)
            mark.setIconType(QgsVertexMarker.IconType.ICON_CROSS)
            mark.setColor(colour)
            mark.setPenWidth(width)
            mark.setIconSize(14)
            mark.setCenter(self._canvas.center())
            self._marks.append(mark)
        self._canvas.extentsChanged.connect(self._follow)

    def _follow(self) -> None:
        for mark in self._marks:
            mark.setCenter(self._canvas.center())

    def _leave_middle(self) -> None:
        if self._marks:
            self._canvas.extentsChanged.disconnect(self._follow)
        scene = self._canvas.scene()
        for mark in self._marks:
            if scene is not None:
                scene.removeItem(mark)
        self._marks = []

    def _finish(self) -> None:
        places, pencil = self._places, self._pencil
        self._clear()
        if places and (pencil in (Pencil.BRUSH, Pencil.FLOOD) or len(places) > 2):
            self.drawn.emit(pencil, places)

    def _clear(self) -> None:
        self._places = []
        if self._band is not None:
            scene = self._canvas.scene()
            if scene is not None:
                scene.removeItem(self._band)
            self._band = None

    def _draw(self, next_place: QgsPointXY | None = None) -> None:
        """Show what is being drawn."""
        closed = self._pencil in (Pencil.LASSO, Pencil.POLYGON)
        kind = QgsWkbTypes.GeometryType
        if self._band is None:
            geometry = kind.PolygonGeometry if closed else kind.LineGeometry
            self._band = QgsRubberBand(self._canvas, geometry)
        colour = QColor(self._colour)
        colour.setAlpha(110)
        self._band.setStrokeColor(colour if not closed else self._colour)
        self._band.setFillColor(colour)
        self._band.setWidth(2 if closed else max(2, round(self._width)))
        places = [*self._places, *([next_place] if next_place is not None else [])]
        if len(places) == 1:
            places = places * 2
        if closed:
            self._band.setToGeometry(QgsGeometry.fromPolygonXY([places]))
        else:
            self._band.setToGeometry(QgsGeometry.fromPolylineXY(places))
