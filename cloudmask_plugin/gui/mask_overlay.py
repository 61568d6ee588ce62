"""Draws masks over the map: laid over, swiped, flickering, as outlines, or where two agree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

import numpy as np
from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPen, QPolygonF, QTransform, qRgba

from ..engine import agreement
from ..engine.classes import CLASSES
from ..engine.map_view import RIMS, cased_outline
from ..engine.palette_style import Entry
from ..engine.scene import Grid

HANDLE = 18  # pixels of the grip on the line of a swipe
REACH = 8  # pixels beside that line at which the mouse takes it
ABOVE_MAP = -1.0  # and below marks and rubber bands, which lie at 0; the map lies at -10


class Mode(Enum):
    """How the mask is shown."""

    OVERLAY = "overlay"
    SWIPE = "swipe"
    FLICKER = "flicker"
    OUTLINE = "outline"
    AGREEMENT = "agreement"


@dataclass(frozen=True)
class ViewOptions:
    """How masks are drawn.

    :param opacity: 0..1, of the colours' own.
    :param swipe: place of the line, share of the map's width.
    :param shown: False while the mask is hidden for a moment, as every other flicker does.
    """

    mode: Mode = Mode.OVERLAY
    opacity: float = 1.0
    swipe: float = 0.5
    shown: bool = True


def colour_table(entries: tuple[Entry, ...]) -> list[int]:
    """Return the colours of the values 0..255 for Qt; values without an entry are transparent."""
    table = [0] * 256
    for entry in entries:
        table[entry.value] = qRgba(*entry.colour)
    return table


CLASS_ENTRIES = tuple(Entry(item.code, item.name, item.colour) for item in CLASSES)
CLASS_COLOURS = colour_table(CLASS_ENTRIES)
LINE_COLOURS = colour_table(RIMS)
AGREEMENT_COLOURS = colour_table(agreement.ENTRIES)


def picture(codes: np.ndarray, colours: list[int]) -> QImage:
    """Return (rows, cols) uint8 values as a picture; a value takes its colour."""
    codes = np.ascontiguousarray(codes)
    rows, cols = codes.shape
    image = QImage(codes.data, cols, rows, cols, QImage.Format.Format_Indexed8)
    image.setColorTable(colours)
    # What the screen takes is drawn ten times as fast; the copy also outlives the array.
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


class MaskOverlay(QgsMapCanvasItem):
    """Masks over a map canvas, where the map is; never in the way of the mouse."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._options = ViewOptions()
        self._view: Grid | None = None
        self._codes: np.ndarray | None = None
        self._other: np.ndarray | None = None
        self._pictures: dict[str, QImage] = {}
        self.setZValue(ABOVE_MAP)

    @property
    def options(self) -> ViewOptions:
        """How masks are drawn."""
        return self._options

    def set_options(self, **changes) -> None:
        """Change how masks are drawn."""
        self._options = replace(self._options, **changes)
        self.update()

    def show_codes(self, view: Grid, codes: np.ndarray, other: np.ndarray | None) -> None:
        """Show class codes (rows, cols) of the mask, and of the one it is compared to."""
        self._view, self._codes, self._other = view, codes, other
        self._pictures.clear()
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._view = self._codes = self._other = None
        self._pictures.clear()
        self.update()

    @property
    def codes(self) -> np.ndarray | None:
        """The class codes that are shown, None where nothing is."""
        return self._codes

    def near_line(self, x: float) -> bool:
        """Tell whether a column of the canvas is near the line of a swipe."""
        line = self._options.swipe * self._canvas.viewport().width()
        return self._options.mode is Mode.SWIPE and abs(x - line) <= REACH

    def boundingRect(self) -> QRectF:
        """Return the whole canvas."""
        return QRectF(self._canvas.viewport().rect())

    def updatePosition(self) -> None:
        """Follow the map."""
        self.setPos(0, 0)
        self.update()

    def paint(self, painter: QPainter, *_: object) -> None:
        """Draw what is to be seen."""
        if self._view is None or self._codes is None or not self._options.shown:
            if self._view is not None and self._options.mode is Mode.FLICKER:
                self._draw(painter, "other")
            return
        mode = self._options.mode
        if mode is Mode.SWIPE:
            size = self._canvas.viewport().size()
            width, height = size.width(), size.height()
            line = self._options.swipe * width
            painter.save()
            painter.setClipRect(QRectF(0, 0, line, height))
            self._draw(painter, "first")
            painter.setClipRect(QRectF(line, 0, width - line, height))
            self._draw(painter, "other")
            painter.restore()
            self._draw_line(painter, line, height)
        elif mode is Mode.OUTLINE:
            self._draw(painter, "outline")
        elif mode is Mode.AGREEMENT:
            self._draw(painter, "agreement")
        else:
            self._draw(painter, "first")

    def _draw(self, painter: QPainter, name: str) -> None:
        image = self._picture(name)
        if image is None:
            return
        painter.save()
        painter.setTransform(self._placing(image), True)
        painter.setOpacity(self._options.opacity)
        painter.drawImage(0, 0, image)
        painter.restore()

    def _picture(self, name: str) -> QImage | None:
        """Return a picture, made when it is first wanted."""
        if name not in self._pictures:
            codes, colours = self._codes, CLASS_COLOURS
            if name == "other":
                codes = self._other
            elif name == "outline":
                codes, colours = cased_outline(self._codes), LINE_COLOURS
            elif name == "agreement" and self._other is not None:
                codes, colours = agreement.agreement(self._codes, self._other), AGREEMENT_COLOURS
            if codes is None:
                return None
            self._pictures[name] = picture(codes, colours)
        return self._pictures[name]

    def _placing(self, image: QImage) -> QTransform:
        """Return how pixels of a picture lie on the canvas, turned maps included."""
        x0, a, _, y0, _, e = self._view.transform
        right, bottom = x0 + a * image.width(), y0 + e * image.height()
        corners = [(x0, y0), (right, y0), (right, bottom), (x0, bottom)]
        seen = [self.toCanvasCoordinates(QgsPointXY(x, y)) for x, y in corners]
        target = QPolygonF([QPointF(point.x(), point.y()) for point in seen])
        source = QPolygonF(QRectF(0, 0, image.width(), image.height()))
        source.remove(4)  # Qt closes the polygon of a rectangle
        placing = QTransform()
        QTransform.quadToQuad(source, target, placing)
        return placing

    def _draw_line(self, painter: QPainter, line: float, height: int) -> None:
        painter.save()
        for colour, width in ((QColor(0, 0, 0, 160), 4), (QColor(255, 255, 255), 2)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(QPointF(line, 0), QPointF(line, height))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(0, 0, 0, 160), 1))
        painter.setBrush(QColor(255, 255, 255))
        painter.drawEllipse(QPointF(line, height / 2), HANDLE / 2, HANDLE / 2)
        painter.setPen(QColor(60, 60, 60))
        grip = QRectF(line - HANDLE / 2, height / 2 - HANDLE / 2, HANDLE, HANDLE)
        painter.drawText(grip, Qt.AlignmentFlag.AlignCenter, "↔")
        painter.restore()
