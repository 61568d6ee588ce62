"""Where to look first: ranked tiles, gone through by keys, with a verdict and a note each."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsGeometry, QgsMapLayer, QgsProject, QgsRectangle, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from .. import review_record
from ..check_text import missing_text, reason_text
from ..engine.mask_check import CheckFiles
from ..engine.raster import choose_backend
from ..engine.scene import SourceSpec
from ..engine.tile_ranking import rank_places
from ..engine.worst_tiles import OK, SKIPPED, WRONG
from ..review_record import Review
from ..tasks import EngineTask, Failed, Outcome, Succeeded, start
from .check_keys import named
from .labels import QuietLabel

ROWS = 7  # of the list that are seen
FRAME = QColor(255, 255, 255)
RIM = QColor(20, 20, 20)
AROUND = 1.25  # of a tile's size, that is shown
SIGNS = {OK: "✓", WRONG: "✗", SKIPPED: "–", "": "·"}


class ReviewPanel(QWidget):
    """Ranks the tiles of a mask and goes through them."""

    def __init__(self, canvas: QgsMapCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._layer: QgsMapLayer | None = None
        self._files: CheckFiles | None = None
        self._spec: SourceSpec | None = None
        self._task: EngineTask | None = None
        self._review = Review()
        self._missing: tuple[str, ...] = ()
        self._frames: list[QgsRubberBand] = []
        self._rank = QPushButton(self.tr("Ran&k the tiles"))
        self._rank.setObjectName("rank_tiles")
        self._rank.clicked.connect(self.rank)
        self.list = QListWidget()
        self.list.setObjectName("tiles")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.list.setFixedHeight(ROWS * (self.fontMetrics().lineSpacing() + 4) + 4)
        self.list.currentRowChanged.connect(self._show_tile)
        self.list.setAccessibleName(self.tr("Tiles, the most suspicious first"))
        buttons = QHBoxLayout()
        for verdict, title, key in (
            (OK, named(self.tr("OK"), "tile_ok"), "review_ok"),
            (WRONG, named(self.tr("Wrong"), "tile_wrong"), "review_wrong"),
            (SKIPPED, named(self.tr("Skip"), "tile_skip"), "review_skip"),
        ):
            button = QPushButton(title)
            button.setToolTip(self.tr("Say it of this tile, and go to the next one"))
            button.setObjectName(key)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.clicked.connect(partial(self.judge, verdict))
            buttons.addWidget(button)
        self.note = QLineEdit()
        self.note.setObjectName("review_note")
        self.note.setPlaceholderText(named(self.tr("Note"), "tile_note"))
        self.note.setToolTip(named(self.tr("What is wrong with this tile"), "tile_note"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.editingFinished.connect(self._note_changed)
        self._progress = QuietLabel()
        self._progress.setObjectName("review_progress")
        self._about = QLabel()
        self._about.setObjectName("review_reasons")
        for label in (self._progress, self._about):
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        layout.addWidget(self._rank)
        layout.addWidget(self.list)
        layout.addWidget(self._about)
        layout.addLayout(buttons)
        layout.addWidget(self.note)
        layout.addWidget(self._progress)
        self._refresh()

    @property
    def review(self) -> Review:
        """The review as it stands."""
        return self._review

    def show_mask(
        self, layer: QgsMapLayer | None, files: CheckFiles | None, spec: SourceSpec | None
    ) -> None:
        """Show the review of a mask, as far as it has come."""
        if layer is not self._layer:
            self._stop()
            self._layer = layer
            self._review = review_record.load(layer) if layer is not None else Review()
            self._missing = ()
            self._refresh()
        self._files, self._spec = files, spec
        problem = "" if files is not None else self.tr("Choose a mask first.")
        self._rank.setEnabled(not problem)
        self._rank.setToolTip(
            problem or self.tr("Look for doubt, disagreement, odd shadow and bright ground")
        )

    def rank(self) -> None:
        """Rank the tiles of the mask in the background."""
        if self._files is None or self._task is not None:
            return
        files, spec = self._files, self._spec
        task = EngineTask(
            self.tr("Ranking tiles"),
            lambda reporter: rank_places(files, spec, choose_backend(), reporter),
        )
        task.ended.connect(partial(self._ranked, self._layer))
        self._task = start(task)
        self._rank.setEnabled(False)
        self._progress.setText(self.tr("Looking at the whole mask …"))

    def take_key(self, action: str) -> bool:
        """Do what a key of the review stands for; False where it is none."""
        verdicts = {"tile_ok": OK, "tile_wrong": WRONG, "tile_skip": SKIPPED}
        if self.list.currentRow() < 0:
            return False
        if action in verdicts:
            self.judge(verdicts[action])
        elif action == "tile_note":
            self.note.setFocus()
            self.note.selectAll()
        else:
            return False
        return True

    def judge(self, verdict: str, *_: object) -> None:
        """Give the current tile a verdict, and go to the next one without."""
        row = self.list.currentRow()
        if not 0 <= row < len(self._review.tiles):
            return
        self._change(row, verdict=verdict)
        following = self._review.next_open(row)
        if following is not None:
            self.list.setCurrentRow(following)

    def remove(self) -> None:
        """Take frames off the map."""
        self._stop()

    def hide_frame(self) -> None:
        """Take the frame of the current tile off the map."""
        for frame in self._frames:
            scene = self._canvas.scene()
            if scene is not None:
                scene.removeItem(frame)
        self._frames = []

    def _stop(self) -> None:
        if self._task is not None:
            self._task.silence()
            self._task.cancel()
            self._task = None
        self.hide_frame()

    def _ranked(self, layer: QgsMapLayer | None, outcome: Outcome) -> None:
        self._task = None
        self._rank.setEnabled(True)
        if layer is not self._layer or layer is None:
            return
        if isinstance(outcome, Failed):
            self._progress.setText(outcome.sentence)
            return
        if not isinstance(outcome, Succeeded):
            self._refresh()
            return
        ranking = outcome.result
        self._missing = ranking.missing
        self._review = review_record.ranked_anew(ranking.places, self._review)
        self._save()
        self._refresh()
        first = self._review.next_open(-1)
        if first is not None:
            self.list.setCurrentRow(first)
            self.list.setFocus()

    def _change(self, row: int, **changes: str) -> None:
        self._review = self._review.changed(row, **changes)
        self._save()
        self.list.item(row).setText(_line(self._review, row))
        self._show_progress()

    def _save(self) -> None:
        if self._layer is not None:
            review_record.save(self._layer, self._review)
            QgsProject.instance().setDirty(True)

    def _note_changed(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._review.tiles) and (
            self._review.tiles[row].note != self.note.text()
        ):
            self._change(row, note=self.note.text())
            self.list.setFocus()

    def _refresh(self) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for row in range(len(self._review.tiles)):
            self.list.addItem(QListWidgetItem(_line(self._review, row)))
        self.list.setCurrentRow(-1)
        self.list.blockSignals(False)
        self.hide_frame()
        self._show_progress()

    def _show_progress(self) -> None:
        review = self._review
        if not review.tiles:
            self._progress.setText("")
        else:
            self._progress.setText(
                self.tr("{done} of {all} looked at: {ok} ok, {wrong} wrong, {skipped} skipped.")
                .format(
                    done=review.done, all=len(review.tiles), ok=review.count(OK),
                    wrong=review.count(WRONG), skipped=review.count(SKIPPED),
                )
            )  # fmt: skip
        if self.list.currentRow() < 0:
            self._about.setText(missing_text(self._missing))

    def _show_tile(self, row: int) -> None:
        """Zoom to a tile, frame it, and say what is suspicious in it."""
        self.hide_frame()
        if self._layer is None or not 0 <= row < len(self._review.tiles):
            return
        tile = self._review.tiles[row]
        self.note.setText(tile.note)
        signs = sorted(tile.place.signs, key=lambda sign: -sign[1])
        told = [reason_text(reason, share) for reason, share in signs if share > 0.001][:3]
        self._about.setText("; ".join(told) or self.tr("Nothing is suspicious here."))
        rectangle = QgsRectangle(*tile.place.extent)
        settings = self._canvas.mapSettings()
        shown = settings.layerExtentToOutputExtent(self._layer, rectangle)
        for colour, width in ((RIM, 4), (FRAME, 2)):
            frame = QgsRubberBand(self._canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
            frame.setToGeometry(QgsGeometry.fromRect(shown))
            frame.setFillColor(QColor(0, 0, 0, 0))
            frame.setStrokeColor(colour)
            frame.setWidth(width)
            self._frames.append(frame)
        shown.scale(AROUND)
        self._canvas.setExtent(shown)
        self._canvas.refresh()


def _line(review: Review, row: int) -> str:
    tile = review.tiles[row]
    reason = reason_text(tile.place.reason, dict(tile.place.signs)[tile.place.reason])
    text = f"{SIGNS[tile.verdict]} {tile.place.number}  {reason}"
    return f"{text} · {tile.note}" if tile.note else text
