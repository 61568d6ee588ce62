"""Ask a pixel: a tool for the map, and all that is known of the pixel clicked."""

from __future__ import annotations

from functools import partial
from html import escape

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsMapToolEmitPoint, QgsRubberBand, QgsVertexMarker
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ..check_text import class_name, decision_text, match_text, percent
from ..engine.classes import CLASSES
from ..engine.pixel_answer import PixelAnswer, PixelQuestion, ask_pixel
from ..engine.raster import choose_backend
from ..tasks import EngineTask, Failed, Outcome, Succeeded, start
from .check_keys import named
from .result_bar import ClassBar
from .spectrum_plot import SpectrumPlot
from .tool_turn import ToolTurn

MARK = QColor(255, 255, 255)
RIM = QColor(20, 20, 20)


class PixelPanel(QWidget):
    """A button for the tool, and the answer below it.

    :ivar asked: emitted with a place of the map, in its CRS; see :meth:`ask`.
    """

    asked = pyqtSignal(object)

    def __init__(self, canvas: QgsMapCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._task: EngineTask | None = None
        self._place: QgsPointXY | None = None
        self._crs = QgsCoordinateReferenceSystem()
        self._marks: list = []
        self.tool = QgsMapToolEmitPoint(canvas)
        self._turn = ToolTurn(canvas, self.tool)
        self.tool.canvasClicked.connect(lambda point, _: self.asked.emit(point))
        self.button = QPushButton(self.tr("Ask a pixel"))
        self.button.setObjectName("ask_pixel")
        self.button.setCheckable(True)
        self.button.setToolTip(
            named(self.tr("Click a pixel on the map, or ask the one in its middle"), "ask")
        )
        self.tool.setButton(self.button)
        self.button.clicked.connect(self._toggle)
        self.tool.deactivated.connect(self._clear_marks)
        self.text = QLabel(self.tr("Click a place on the map."))
        self.text.setObjectName("pixel_answer")
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bar = ClassBar()
        self.bar.setObjectName("pixel_probabilities")
        self.bar.setEnabled(False)
        self.bar.hide()
        self.plot = SpectrumPlot()
        self.plot.setObjectName("spectrum")
        self.plot.hide()
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        for widget in (self.button, self.bar, self.text, self.plot):
            layout.addWidget(widget)

    def ask_middle(self) -> None:
        """Ask the pixel in the middle of the map."""
        self.asked.emit(self._canvas.center())

    def ask(self, question: PixelQuestion, place: QgsPointXY, mask_crs) -> None:
        """Find out all about a pixel in the background, and show it.

        :param place: in the CRS of the map, where it is marked.
        """
        if self._task is not None:
            self._task.silence()
        self._place, self._crs = place, mask_crs
        task = EngineTask(
            self.tr("Asking a pixel"), lambda _: ask_pixel(question, choose_backend()), hidden=True
        )
        task.ended.connect(partial(self._answered, question))
        self._task = start(task)
        self._clear_marks()
        self._mark(place, QgsVertexMarker.IconType.ICON_CROSS)

    def remove(self) -> None:
        """Take tool and marks off the map."""
        if self._task is not None:
            self._task.silence()
            self._task = None
        self._clear_marks()
        self._turn.end()

    def show_answer(self, answer: PixelAnswer, question: PixelQuestion) -> None:
        """Show what is known of a pixel."""
        lines = [self.tr("<b>{name}</b> in the mask").format(name=escape(class_name(answer.code)))]
        decision = answer.decision
        if decision is not None:
            shares = {c.key: share for c, share in zip(CLASSES, decision.probabilities)}
            self.bar.show_shares(shares, 0.0)
            lines.append(
                " · ".join(
                    f"{escape(c.name)} {percent(share)}"
                    for c, share in zip(CLASSES, decision.probabilities)
                )
            )
            lines += [escape(text) for text in decision_text(decision, answer.code)]
        self.bar.setVisible(decision is not None)
        if question.spec is None:
            lines.append(self.tr("Choose the scene to see the spectrum."))
        if answer.match_known:
            lines.append(escape(match_text(answer)))
        elif question.spec is not None and answer.code in (1, 2, 3):
            lines.append(self.tr("The sun's direction is not known, so no cloud is matched."))
        lines += [f"{escape(name)}: {escape(class_name(code))}" for name, code in answer.others]
        self.text.setText("<br>".join(lines))
        self.plot.show_spectrum(answer.spectrum)
        self._show_match(answer)

    def _toggle(self, wanted: bool) -> None:
        if wanted:
            self._turn.take()
        else:
            self._turn.give_back()

    def _answered(self, question: PixelQuestion, outcome: Outcome) -> None:
        self._task = None
        if isinstance(outcome, Succeeded):
            self.show_answer(outcome.result, question)
        elif isinstance(outcome, Failed):
            self.text.setText(escape(outcome.sentence))
            self.bar.hide()
            self.plot.show_spectrum(None)

    def _mark(self, place: QgsPointXY, icon) -> None:
        for colour, width, size in ((RIM, 5, 16), (MARK, 2, 15)):
            mark = QgsVertexMarker(self._canvas)
            mark.setCenter(place)
            mark.setIconType(icon)
            mark.setColor(colour)
            mark.setFillColor(QColor(0, 0, 0, 0))
            mark.setPenWidth(width)
            mark.setIconSize(size)
            self._marks.append(mark)

    def _show_match(self, answer: PixelAnswer) -> None:
        """Draw the way from a shadow to its cloud, or back."""
        if answer.match_place is None or self._place is None:
            return
        transform = QgsCoordinateTransform(
            self._crs, self._canvas.mapSettings().destinationCrs(), QgsProject.instance()
        )
        try:
            there = transform.transform(QgsPointXY(*answer.match_place))
        except QgsCsException:
            return
        for colour, width in ((RIM, 5), (MARK, 3)):
            line = QgsRubberBand(self._canvas, QgsWkbTypes.GeometryType.LineGeometry)
            line.setToGeometry(QgsGeometry.fromPolylineXY([self._place, there]))
            line.setStrokeColor(colour)
            line.setWidth(width)
            self._marks.append(line)
        self._mark(there, QgsVertexMarker.IconType.ICON_CIRCLE)

    def _clear_marks(self) -> None:
        for mark in self._marks:
            scene = self._canvas.scene()
            if scene is not None:
                scene.removeItem(mark)
        self._marks = []
