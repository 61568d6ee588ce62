"""Suspects over time: found in the masks of a project, and chosen for a mask decided anew."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from qgis.core import QgsMapLayer, QgsProcessingUtils, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from .. import check_layers, layers
from ..check_text import percent
from ..engine.dated_masks import telling_masks
from ..engine.errors import CloudMaskError
from ..engine.mask_check import CheckFiles
from ..engine.raster import choose_backend
from ..engine.reporter import Progress, Reporter
from ..engine.suspects import SuspectsRequest, SuspectsResult, find_suspects
from ..engine.suspects_style import TITLE
from ..engine.versions import original_stem
from ..engine_text import engine_text
from ..tasks import EngineTask, Failed, Outcome, Succeeded, start
from .labels import QuietLabel
from .offer_combo import Offer, OfferCombo


class SuspectsPanel(QWidget):
    """Finds suspects in the project's masks, and lets the user choose those that count.

    :ivar believed: emitted with the path of the layer in which cloud is to be believed less, "" for
        none.
    :ivar applied: the user wants the mask written.
    """

    believed = pyqtSignal(str)
    applied = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._project = QgsProject.instance()
        self._layer: QgsMapLayer | None = None
        self._files: CheckFiles | None = None
        self._task: EngineTask | None = None
        self._unusable = self._unwritable = ""  # why the layer cannot count, or be written with
        self._text = QuietLabel()
        self._text.setObjectName("suspects_text")
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._in_view = QCheckBox(self.tr("Only what the map shows"))
        self._in_view.setObjectName("suspects_in_view")
        self._find = self._button("find_suspects", self.tr("Find suspects"), self.find)
        self._bar = QProgressBar()
        self._bar.setObjectName("suspects_progress")
        self._bar.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._cancel = self._button("cancel_suspects", self.tr("Cancel"), self.cancel)
        self.suspects = OfferCombo()
        self.suspects.setObjectName("suspects_layer")
        self.suspects.chosen.connect(self._choose)
        self._write = self._button(
            "write_with_suspects", self.tr("Write this mask with them"), self.applied
        )
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        label = QLabel(self.tr("Suspects"))
        label.setBuddy(self.suspects)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.suspects, 0, 1)
        running = QHBoxLayout()
        running.addWidget(self._bar, 1)
        running.addWidget(self._cancel)
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        layout.addWidget(self._in_view)
        layout.addWidget(self._find)
        layout.addLayout(running)
        layout.addWidget(self._text)
        layout.addLayout(grid)
        layout.addWidget(self._write)
        self._show()

    def show_mask(self, layer: QgsMapLayer | None, files: CheckFiles | None) -> None:
        """Work on another mask."""
        self._layer, self._files = layer, files
        self._show()

    def show_chosen(self, path: str) -> None:
        """Show which layer counts, without telling anybody."""
        self._show(path)

    def allow(self, problem: str, writing: str) -> None:
        """Say why no suspects can count, and why no mask can be written with them; "" if it can."""
        self._unusable, self._unwritable = problem, writing
        self._show()

    def path_of(self, name: str) -> str:
        """Return the path of the layer of suspects whose file has a name: of several that beside
        the mask, where they are written; "" for none, and where it cannot be told.
        """
        layers = suspect_layers(self._project)
        paths = {one.source() for one in layers if os.path.basename(one.source()) == name}
        folder = os.path.dirname(self._files.mask) if self._files is not None else ""
        beside = {path for path in paths if os.path.dirname(path) == folder}
        found = beside if len(paths) > 1 else paths
        return found.pop() if len(found) == 1 else ""

    def find(self, *_: object) -> None:
        """Find suspects in the masks of the project, in the background."""
        mask = self._layer
        if mask is None or self._files is None or self._task is not None:
            return
        # The mask that is checked gives the grid.
        found = [layer for layer in check_layers.mask_layers(self._project) if layer is not mask]
        paths, dates = [], []
        for layer in (mask, *found):
            paths.append(layers.SOURCE_OPTIONS.split(layer.source())[0])
            dates.append((layers.declared_overrides(layer).acquired or "")[:10])
        path = Path(paths[0])
        output = str(path.with_name(f"{original_stem(path.stem)}_suspects.tif"))
        extent = None
        try:
            if self._in_view.isChecked():
                crs = self._canvas.mapSettings().destinationCrs()
                extent = layers.extent_in(mask, self._canvas.extent(), crs, self._project)
        except CloudMaskError as error:
            self._text.setText(engine_text(str(error)))
            return
        output = _writable(output)

        def job(reporter: Reporter) -> SuspectsResult:
            told = telling_masks(paths, dates, choose_backend())
            request = SuspectsRequest(
                tuple(mask for mask, _ in told),
                output,
                tuple(day for _, day in told),
                extent=extent,
            )
            return find_suspects(request, reporter)

        self._begin(EngineTask(self.tr("Finding suspects"), job), self._found)

    def cancel(self, *_: object) -> None:
        """Give up what is under way."""
        if self._task is not None:
            self._text.setText(self.tr("Cancelling …"))
            self._task.cancel()  # which may end it at once

    def remove(self) -> None:
        """Give up what is under way, and tell nobody."""
        if self._task is not None:
            self._task.silence()
            self._task.cancel()
            self._task = None

    def _begin(self, task: EngineTask, ended: Callable[[Outcome], None]) -> None:
        task.progressed.connect(self._progressed)
        task.ended.connect(partial(self._ended, ended))
        self._bar.setValue(0)
        self._task = start(task)
        self._text.setText(self.tr("Looking at the masks …"))
        self._show()

    def _progressed(self, progress: Progress) -> None:
        self._bar.setValue(round(100 * progress.fraction))
        if progress.seconds_left is not None:
            left = self.tr("{stage}, {seconds:.0f} s left")
            text = left.format(stage=progress.stage, seconds=progress.seconds_left)
            self._text.setText(text)

    def _ended(self, ended: Callable[[Outcome], None], outcome: Outcome) -> None:
        self._task = None
        if isinstance(outcome, Succeeded):
            self._text.setText("")
            ended(outcome.result)
        elif isinstance(outcome, Failed):
            self._text.setText(outcome.sentence)
        else:
            self._text.setText(self.tr("Cancelled."))
        self._show()

    def _found(self, result: SuspectsResult) -> None:
        try:
            layer = layers.open_result(result.output, self.tr("Suspects"), self._project)
        except CloudMaskError as error:
            self._text.setText(engine_text(str(error)))
            return
        layer.loadDefaultStyle()
        layers.finish_mask(layer, None)
        layers.place_result(layer, self._project.layerTreeRoot(), self._project)
        if self._unusable:
            self._show()
        else:
            self._show(layer.source())
            self.believed.emit(layer.source())
        lines = [
            self.tr("{count} dates; suspect: {hectares:.1f} ha, {share} of the area.").format(
                count=len(result.dates), hectares=result.hectares, share=percent(result.share)
            ),
            *map(engine_text, result.warnings[:2]),
        ]
        self._text.setText("\n".join(lines))

    def _choose(self, path: str) -> None:
        self._show()
        self.believed.emit(path)

    def _show(self, chosen: str | None = None) -> None:
        """Bring buttons and list up to date; a disabled button says why."""
        offers = [Offer("", self.tr("none"))]
        offers += [Offer(layer.source(), layer.name()) for layer in suspect_layers(self._project)]
        before = self.suspects.value()
        wanted = before if chosen is None else chosen
        if wanted not in [offer.value for offer in offers]:
            wanted = ""
        self.suspects.show_offers(tuple(offers), wanted)
        self.suspects.setEnabled(not self._unusable)
        self.suspects.set_about(
            self._unusable
            or self.tr("Cloud is believed less there; the map and its costs follow at once")
        )
        runs = self._task is not None
        self._bar.setVisible(runs)
        self._cancel.setVisible(runs)
        busy = self.tr("Something is under way.") if runs else ""
        lacking = "" if self._files is not None else self.tr("Choose a mask first.")
        self._tell(
            self._find,
            busy or lacking,
            self.tr("Look in all masks of the project for what is called cloud again and again"),
        )
        if not (self._unusable or self.suspects.value()):
            lacking = self.tr("Find suspects first, or add a layer of them.")
        self._tell(
            self._write,
            busy or self._unusable or lacking or self._unwritable,
            self.tr("Write a new version in which calls of cloud count less at suspects"),
        )
        if chosen is None and before and not wanted:  # its layer is gone
            self.believed.emit("")

    @staticmethod
    def _tell(button: QPushButton, problem: str, about: str) -> None:
        button.setEnabled(not problem)
        button.setToolTip(problem or about)

    def _button(self, name: str, title: str, slot: Callable[..., None]) -> QPushButton:
        button = QPushButton(title)
        button.setObjectName(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(slot)
        return button


def suspect_layers(project: QgsProject) -> list[QgsRasterLayer]:
    """Return the layers of suspects in a project."""
    return [
        layer
        for layer in project.mapLayers().values()
        if isinstance(layer, QgsRasterLayer)
        and layer.isValid()
        and layer.bandCount() > 1
        and layer.bandName(1).endswith(TITLE)
    ]


def _writable(path: str) -> str:
    """Return a path, or one of the same name for temporary files where its folder is closed."""
    if os.access(os.path.dirname(os.path.abspath(path)), os.W_OK):
        return path
    return QgsProcessingUtils.generateTempFilename(os.path.basename(path))
