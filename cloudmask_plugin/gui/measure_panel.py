"""Measure a mask: points shown one at a time, labelled by keys, with accuracy that grows."""

from __future__ import annotations

import os
from functools import partial

import numpy as np
from qgis.core import (
    Qgis,
    QgsMapLayer,
    QgsPointXY,
    QgsProcessingUtils,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgisInterface, QgsVertexMarker
from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QColor, QDesktopServices
from qgis.PyQt.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from .. import point_record, review_record
from ..check_text import accuracy_text, class_name
from ..engine.calibration import FEWEST_LABELS, Calibration, calibrate, models_own
from ..engine.check_report import CheckReportRequest, write_check_report
from ..engine.classes import CLEAR, CLOUD_SHADOW, CODES, NODATA, THICK_CLOUD, THIN_CLOUD
from ..engine.errors import CloudMaskError, OptionError
from ..engine.map_view import PROBABILITY_BANDS, open_probabilities
from ..engine.mask_check import CheckFiles
from ..engine.point_sampling import UNCLEAR, PointSample, draw_points
from ..engine.raster import choose_backend
from ..engine.scene import Grid, SourceSpec
from ..engine_text import engine_text
from ..report_pdf import write_pdf
from ..tasks import EngineTask, Failed, Outcome, Succeeded, start
from .check_keys import named
from .messages import tell
from .option_groups import StillSpin

AROUND = 60  # pixels of the mask beside a point that the map shows
HALF_WIDTH = 5  # per cents: half of the 95 % interval that is aimed for, at first
LABELS = {
    "label_clear": CLEAR,
    "label_thick": THICK_CLOUD,
    "label_thin": THIN_CLOUD,
    "label_shadow": CLOUD_SHADOW,
    "label_unclear": UNCLEAR,
}
RIM, MARK = QColor(20, 20, 20), QColor(255, 255, 255)


class MeasurePanel(QWidget):
    """Draws points, shows them one by one, and says what their labels tell.

    :ivar calibrated: emitted with the calibration that labels tell, None while they are too few.
    """

    calibrated = pyqtSignal(object)

    def __init__(self, iface: QgisInterface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self._canvas = iface.mapCanvas()
        self._layer: QgsMapLayer | None = None
        self._files: CheckFiles | None = None
        self._spec: SourceSpec | None = None
        self._sample: PointSample | None = None
        self._vectors: tuple[np.ndarray, Calibration] | None = None  # probabilities at the points
        self._position: int | None = None
        self._order: list[int] = []  # positions labelled, the last one last
        self._task: EngineTask | None = None
        self._marks: list[QgsVertexMarker] = []
        self._per_class = StillSpin()
        self._per_class.setObjectName("points_per_class")
        self._per_class.setRange(5, 1000)
        self._per_class.setValue(30)
        self._per_class.setSuffix(self.tr(" each"))
        self._per_class.setToolTip(self.tr("Points of each class"))
        self._seed = StillSpin()
        self._seed.setObjectName("points_seed")
        self._seed.setRange(0, 999_999)
        self._seed.setValue(1)
        self._seed.setPrefix(self.tr("seed "))
        self._seed.setToolTip(self.tr("The same mask and seed draw the same points."))
        self._draw = QPushButton(self.tr("Draw poin&ts"))
        self._draw.setObjectName("draw_points")
        self._draw.clicked.connect(self.draw)
        top = QHBoxLayout()
        for spin in (self._per_class, self._seed):
            spin.setShowClearButton(False)
            spin.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            top.addWidget(spin, 1)
        top.addWidget(self._draw)
        self._question = QLabel()
        self._question.setObjectName("point_question")
        self._buttons: list[QPushButton] = []
        grid = QGridLayout()
        grid.setSpacing(3)
        for number, (name, title) in enumerate(
            (
                ("label_clear", self.tr("Clear")),
                ("label_thick", self.tr("Thick")),
                ("label_thin", self.tr("Thin")),
                ("label_shadow", self.tr("Shadow")),
                ("label_unclear", self.tr("Can’t tell")),
                ("label_back", self.tr("Back")),
            )
        ):
            button = QPushButton(named(title, name))
            button.setObjectName(name)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setToolTip(
                self.tr("Say what is in the ring, and go to the next point")
                if name in LABELS
                else self.tr("Take the last label back")
            )
            action = partial(self.label, LABELS[name]) if name in LABELS else self.step_back
            button.clicked.connect(action)
            grid.addWidget(button, number // 3, number % 3)
            self._buttons.append(button)
        self._precision = StillSpin()
        self._precision.setObjectName("points_precision")
        self._precision.setRange(1, 25)
        self._precision.setValue(HALF_WIDTH)
        self._precision.setPrefix("± ")
        self._precision.setSuffix(self.tr(" %"))
        self._precision.setShowClearButton(False)
        self._precision.setToolTip(
            self.tr("How well overall accuracy is to be known; below stands what that takes")
        )
        self._precision.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._precision.valueChanged.connect(lambda _: self._show())
        aim = QHBoxLayout()
        aim.addWidget(QLabel(self.tr("Overall accuracy to")))
        aim.addWidget(self._precision, 1)
        self._result = QLabel()
        self._result.setObjectName("accuracy")
        self._report = QPushButton(self.tr("Report"))
        self._report.setObjectName("accuracy_report")
        self._report.setToolTip(
            self.tr("Write figures, map, worst tiles and provenance as HTML and PDF, and open it")
        )
        self._report.clicked.connect(self.write_report)
        for label_widget in (self._question, self._result):
            label_widget.setWordWrap(True)
            label_widget.setTextFormat(Qt.TextFormat.PlainText)
            label_widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self._question)
        layout.addLayout(grid)
        layout.addLayout(aim)
        layout.addWidget(self._result)
        layout.addWidget(self._report)
        self._show()

    @property
    def sample(self) -> PointSample | None:
        """The points as they stand, None before any were drawn."""
        return self._sample

    @property
    def position(self) -> int | None:
        """Number of the point that is asked, None where none is."""
        return self._position

    def show_mask(
        self, layer: QgsMapLayer | None, files: CheckFiles | None, spec: SourceSpec | None
    ) -> None:
        """Show the points of a mask, as far as they are labelled."""
        other = layer is not self._layer
        if other:
            self._stop()
            self._layer, self._order = layer, []
            self._sample = point_record.load(layer) if layer is not None else None
            self._position = None
            self._show()
        before, self._files, self._spec = self._files, files, spec
        if other or files != before:
            self._vectors = None
            self.calibrated.emit(self._calibration())

    def draw(self) -> None:
        """Draw points anew in the background; labels given so far are gone then."""
        if self._files is None or self._task is not None:
            return
        files, wanted, seed = self._files, (self._per_class.value(),) * 4, self._seed.value()

        def job(reporter):
            backend = choose_backend()
            return draw_points(files.mask, files.table, wanted, seed, backend, reporter)

        task = EngineTask(self.tr("Drawing points"), job)
        task.ended.connect(partial(self._drawn, self._layer))
        self._task = start(task)
        self._show()

    def take_key(self, action: str) -> bool:
        """Do what a key of the labelling stands for; False where it is none."""
        if self._sample is None:
            return False
        if action == "label_back" and self._order:
            self.step_back()
            return True
        if action in LABELS and self._position is not None:
            self.label(LABELS[action])
            return True
        return False

    def label(self, label: int, *_: object) -> None:
        """Label the point that is asked, and ask the next one."""
        if self._sample is None or self._position is None:
            return
        self._order.append(self._position)
        self._sample = self._sample.with_label(self._position, label)
        self._keep()
        self.ask_next()

    def step_back(self, *_: object) -> None:
        """Take the last label back, and ask its point again."""
        if self._sample is None or not self._order:
            return
        self._position = self._order.pop()
        self._sample = self._sample.with_label(self._position, None)
        self._keep()
        self._show()
        self._show_point()

    def ask_next(self) -> None:
        """Ask the first point without a label."""
        points = self._sample.points if self._sample is not None else ()
        self._position = next((n for n, p in enumerate(points) if p.label is None), None)
        self._show()
        self._show_point()

    def write_report(self) -> None:
        """Write labelled points and a report of them beside the mask, and open it."""
        layer, files, sample = self._layer, self._files, self._sample
        if layer is None or files is None or sample is None or self._task is not None:
            return
        stem = os.path.splitext(files.mask)[0]
        if not os.access(os.path.dirname(os.path.abspath(stem)), os.W_OK):
            stem = QgsProcessingUtils.generateTempFilename(os.path.basename(stem))
        request = CheckReportRequest(
            files,
            sample,
            point_record.geojson(sample, layer.crs().authid()),
            f"{stem}_points.geojson",
            f"{stem}_accuracy.html",
            review_record.load(layer).tiles,
            self._spec,
        )
        task = EngineTask(
            self.tr("Writing the report"), lambda reporter: write_check_report(request, reporter)
        )
        task.ended.connect(self._reported)
        self._task = start(task)
        self._show()

    def remove(self) -> None:
        """Take marks off the map."""
        self._stop()

    def hide_mark(self) -> None:
        """Take the mark of the point off the map."""
        for mark in self._marks:
            scene = self._canvas.scene()
            if scene is not None:
                scene.removeItem(mark)
        self._marks = []

    def _stop(self) -> None:
        if self._task is not None:
            self._task.silence()
            self._task.cancel()
            self._task = None
        self.hide_mark()

    def _drawn(self, layer: QgsMapLayer | None, outcome: Outcome) -> None:
        self._task = None
        if layer is not self._layer or layer is None:
            return
        if isinstance(outcome, Succeeded):
            self._sample, self._vectors, self._order = outcome.result, None, []
            self._keep()
            self.ask_next()
        elif isinstance(outcome, Failed):
            self._show()
            self._question.setText(outcome.sentence)
        else:
            self._show()

    def _reported(self, outcome: Outcome) -> None:
        self._task = None
        self._show()
        if isinstance(outcome, Succeeded):
            page = outcome.result.path
            printed = f"{os.path.splitext(page)[0]}.pdf"
            try:
                write_pdf(outcome.result.html, printed)
            except CloudMaskError as error:
                text = engine_text(str(error))
                tell(self._iface, self.tr("Check"), text, Qgis.MessageLevel.Critical)
                return
            text = self.tr("{page} and {pdf} written in {folder}.").format(
                page=os.path.basename(page),
                pdf=os.path.basename(printed),
                folder=os.path.dirname(page),
            )
            tell(self._iface, self.tr("Check"), text, Qgis.MessageLevel.Success)
            QDesktopServices.openUrl(QUrl.fromLocalFile(page))
        elif isinstance(outcome, Failed):
            tell(self._iface, self.tr("Check"), outcome.sentence, Qgis.MessageLevel.Critical)

    def _keep(self) -> None:
        if self._layer is None or self._sample is None:
            return
        point_record.save(self._layer, self._sample)
        QgsProject.instance().setDirty(True)
        self.calibrated.emit(self._calibration())

    def _calibration(self) -> Calibration | None:
        """Return what the labels tell of the probabilities at their points."""
        files, sample = self._files, self._sample
        if files is None or not files.probabilities or sample is None:
            return None
        told = [n for n, p in enumerate(sample.points) if p.label in CODES]
        if len(told) < FEWEST_LABELS:
            return None
        if self._vectors is None:
            try:
                self._vectors = _vectors_at(files.probabilities, sample)
            except CloudMaskError:  # the tab tells what ails the file
                return None
        labels = np.array([sample.points[n].label for n in told], dtype=np.uint8)
        vectors, own = self._vectors
        vectors, weights = vectors[:, told], sample.weights()
        known = vectors[0] != NODATA
        return calibrate(vectors[:, known], labels[known], weights[known], own)

    def _show(self) -> None:
        sample, busy = self._sample, self._task is not None
        self._draw.setEnabled(self._layer is not None and not busy)
        self._report.setEnabled(sample is not None and sample.labelled > 0 and not busy)
        asked = sample is not None and self._position is not None
        for button in self._buttons[:-1]:
            button.setEnabled(asked)
        self._buttons[-1].setEnabled(bool(self._order))
        if sample is None:
            self._question.setText(
                self.tr("Points are drawn at random in each class; you say what they really are.")
            )
            self._result.setText("")
            return
        if self._position is None:
            done = sample.labelled == len(sample.points)
            self._question.setText(
                self.tr("All points are labelled.") if done else self.tr("C, T, I, D or X goes on.")
            )
            if not done:
                self._position = next(n for n, p in enumerate(sample.points) if p.label is None)
                for button in self._buttons[:-1]:
                    button.setEnabled(True)
        if self._position is not None:
            self._question.setText(
                self.tr("Point {number} of {all}: what is in the ring?").format(
                    number=sample.labelled + 1, all=len(sample.points)
                )
            )
        found, aimed = sample.estimates(), self._precision.value() / 100
        try:
            more: int | None = sum(sample.further(aimed)) if found is not None else None
        except OptionError:
            more = None
        self._result.setText(
            accuracy_text(found, sample.labelled, more, aimed) if found is not None else ""
        )

    def _show_point(self) -> None:
        """Zoom to the point that is asked, and ring it."""
        self.hide_mark()
        if self._layer is None or self._sample is None or self._position is None:
            return
        point = self._sample.points[self._position]
        settings = self._canvas.mapSettings()
        place = settings.layerToMapCoordinates(self._layer, QgsPointXY(point.x, point.y))
        for colour, width in ((RIM, 5), (MARK, 2)):
            mark = QgsVertexMarker(self._canvas)
            mark.setCenter(place)
            mark.setIconType(QgsVertexMarker.IconType.ICON_CIRCLE)
            mark.setColor(colour)
            mark.setFillColor(QColor(0, 0, 0, 0))
            mark.setPenWidth(width)
            mark.setIconSize(26)
            mark.setToolTip(class_name(point.mapped))
            self._marks.append(mark)
        half = AROUND * self._layer.rasterUnitsPerPixelX()
        around = QgsRectangle(point.x - half, point.y - half, point.x + half, point.y + half)
        self._canvas.setExtent(settings.layerExtentToOutputExtent(self._layer, around))
        self._canvas.refresh()


def _vectors_at(path: str, sample: PointSample) -> tuple[np.ndarray, Calibration]:
    """Return (4, points) uint8 probabilities as stored at the points, and the model's own."""
    raster = open_probabilities(path, choose_backend())
    try:
        grid = raster.info.grid
        width, height = grid.pixel_size
        found = np.empty((4, len(sample.points)), np.uint8)
        for number, point in enumerate(sample.points):
            west, north = point.x - width / 2, point.y + height / 2
            here = Grid(grid.crs, (west, width, 0.0, north, 0.0, -height), 1, 1)
            found[:, number] = raster.read(PROBABILITY_BANDS, here)[:, 0, 0]
        return found, models_own(raster.info.tags)
    finally:
        raster.close()
