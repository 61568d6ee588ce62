"""A small plot of a pixel's spectrum beside what the scene's clear ground and clouds are like."""

from __future__ import annotations

import math

from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPalette, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ..engine.pixel_answer import Spectrum
from .labels import mixed

HEIGHT = 150
LEFT, RIGHT, TOP, BOTTOM = 34, 8, 18, 18  # pixels around the curves
CLEAR, CLOUD = QColor(70, 160, 90), QColor(150, 150, 160)
DOT = 3.0
STEPS = (0.05, 0.1, 0.2, 0.25, 0.5)  # of reflectance between lines of the grid


class SpectrumPlot(QWidget):
    """Draws reflectance by wavelength: the pixel, the clear median and the cloud median."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spectrum: Spectrum | None = None
        self.setMinimumHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the plot's height; the width is what there is."""
        return QSize(200, HEIGHT)

    def show_spectrum(self, spectrum: Spectrum | None) -> None:
        """Show a spectrum, None for none."""
        self._spectrum = spectrum
        self.setVisible(spectrum is not None)
        if spectrum is not None:
            pairs = zip(spectrum.roles, spectrum.pixel)
            self.setAccessibleName(
                ", ".join(f"{role} {value:.3f}" for role, value in pairs if not math.isnan(value))
            )
            self.setToolTip(self.accessibleName())
        self.update()

    def paintEvent(self, event) -> None:
        """Draw axes, curves and what they are."""
        spectrum = self._spectrum
        if spectrum is None or not spectrum.roles:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = painter.font()
        font.setPointSizeF(max(font.pointSizeF() * 0.85, 6))
        painter.setFont(font)
        area = QRectF(self.rect()).adjusted(LEFT, TOP, -RIGHT, -BOTTOM)
        known = [
            value
            for curve in (spectrum.pixel, spectrum.clear, spectrum.cloud)
            for value in curve
            if not math.isnan(value)
        ]
        top = max([0.1, *known]) * 1.05
        text = self.palette().color(QPalette.ColorRole.WindowText)
        self._draw_grid(painter, area, top, text)
        first, last = spectrum.wavelengths[0], spectrum.wavelengths[-1]

        def place(number: int, value: float) -> QPointF:
            # By the root of the wavelength: the visible bands stand close together.
            start, stop = math.sqrt(first), math.sqrt(max(last, first + 1))
            x = (math.sqrt(spectrum.wavelengths[number]) - start) / (stop - start)
            share = min(max(value / top, 0.0), 1.0)
            return QPointF(area.left() + x * area.width(), area.bottom() - share * area.height())

        curves = (
            (spectrum.cloud, CLOUD, Qt.PenStyle.DashLine, 1.5, self.tr("cloud")),
            (spectrum.clear, CLEAR, Qt.PenStyle.DashDotLine, 1.5, self.tr("clear")),
            (spectrum.pixel, text, Qt.PenStyle.SolidLine, 2.0, self.tr("this pixel")),
        )
        x = area.left()
        for values, colour, style, width, name in curves:
            points = [place(n, v) for n, v in enumerate(values) if not math.isnan(v)]
            if not points:
                continue
            painter.setPen(QPen(colour, width, style))
            painter.drawPolyline(QPolygonF(points))
            painter.drawLine(QPointF(x, TOP / 2), QPointF(x + 18, TOP / 2))
            painter.setPen(text)
            painter.drawText(QPointF(x + 22, TOP / 2 + 4), name)
            x += 30 + painter.fontMetrics().horizontalAdvance(name)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(text)
        for number, value in enumerate(spectrum.pixel):
            if not math.isnan(value):
                painter.drawEllipse(place(number, value), DOT, DOT)
        painter.setPen(text)
        free = 0.0
        for number, role in enumerate(spectrum.roles):
            wide = painter.fontMetrics().horizontalAdvance(role)
            left = place(number, 0).x() - wide / 2
            if left >= free and left + wide <= self.width():
                painter.drawText(QPointF(left, self.height() - 4), role)
                free = left + wide + 3
        painter.end()

    def _draw_grid(self, painter: QPainter, area: QRectF, top: float, text: QColor) -> None:
        quiet = mixed(text, self.palette().color(QPalette.ColorRole.Window), 0.25)
        step = next((step for step in STEPS if top / step <= 5), STEPS[-1])
        value = 0.0
        while value <= top:
            y = area.bottom() - value / top * area.height()
            painter.setPen(quiet)
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(text)
            box = QRectF(0, y - 8, LEFT - 4, 16)
            sides = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, sides, f"{value:.2f}")
            value += step
