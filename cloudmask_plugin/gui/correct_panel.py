"""Correct a mask by hand: brush, lasso, polygon and flood on a copy, with undo."""

from __future__ import annotations

import os
from functools import partial

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsPointXY,
    QgsProcessingUtils,
    QgsProject,
)
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..engine.classes import CLASSES, NODATA
from ..engine.errors import CloudMaskError
from ..engine.map_view import PROBABILITY_BANDS, open_probabilities
from ..engine.mask_check import CheckFiles
from ..engine.mask_editing import MaskEditor
from ..engine.patch_export import PatchExport, export_patches
from ..engine.raster import choose_backend
from ..engine.refine import PROBABILITY_STEPS
from ..engine.scene import SourceSpec, Window
from ..engine.selections import Selection, brushed, enclosed, flooded
from ..engine.versions import next_version
from ..engine_text import engine_text
from ..tasks import EngineTask, Failed, Outcome, Succeeded, start
from .check_keys import named
from .correct_tool import CorrectTool, Pencil
from .labels import QuietLabel
from .messages import tell
from .option_groups import StillSpin
from .tool_turn import ToolTurn

FLOOD_SIDE = 2000  # pixels around a click that a flood can reach
CLEAR_COLOUR = QColor(235, 245, 235)  # the mask's own is transparent


class CorrectPanel(QWidget):
    """Pencils, the class they give, undo, and saving as a new version.

    :ivar edited: emitted when the corrected copy has changed, or is gone.
    :ivar saved: emitted with the path of a new version.
    """

    edited = pyqtSignal()
    saved = pyqtSignal(str)

    def __init__(self, iface: QgisInterface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self._canvas = iface.mapCanvas()
        self._layer: QgsMapLayer | None = None
        self._files: CheckFiles | None = None
        self._editor: MaskEditor | None = None
        self._task: EngineTask | None = None
        self._saved_edits = 0
        self._held = False  # by thresholds that are tried
        self._crs: tuple[QgsCoordinateReferenceSystem, str] | None = None  # of the map, with WKT
        self._spec: SourceSpec | None = None
        self._last: tuple[str, tuple[Window, ...]] | None = None  # version, what was corrected
        self.tool = CorrectTool(self._canvas)
        self._turn = ToolTurn(self._canvas, self.tool)
        self.tool.drawn.connect(self._drawn)
        self.tool.deactivated.connect(self._tool_left)
        self._pencils = QButtonGroup(self)
        self._pencils.setExclusive(False)
        self._classes = QButtonGroup(self)
        tools, classes = QGridLayout(), QGridLayout()
        for grid in (tools, classes):
            grid.setSpacing(2)
        for number, (pencil, title, about) in enumerate(self._pencil_texts()):
            button = self._button(f"pencil_{pencil.value}", title, about)
            self._pencils.addButton(button, number)
            button.clicked.connect(partial(self._choose_pencil, pencil))
            tools.addWidget(button, 0, number)
        for item in CLASSES:
            title = engine_text(item.name)
            name = title.lower() if title == item.name else title  # other languages keep capitals
            about = self.tr("Selected pixels become {name}").format(name=name)
            button = self._button(f"become_{item.key}", title, about)
            self._classes.addButton(button, item.code)
            button.clicked.connect(lambda _: self._show_look())
            classes.addWidget(button, item.code // 2, item.code % 2)
        self._classes.button(0).setChecked(True)
        self._radius = self._number("brush_radius", 1, 500, 8, self.tr(" px"))
        self._radius.setPrefix(self.tr("brush "))
        self._radius.setToolTip(self.tr("Radius of the brush in pixels of the mask"))
        self._radius.valueChanged.connect(lambda _: self._show_look())
        self._reach = self._number("flood_reach", 1, 99, 20, self.tr(" %"))
        self._reach.setPrefix(self.tr("flood ± "))
        self._reach.setToolTip(
            self.tr("How far the probability may be from that of the pixel clicked")
        )
        self.undo_button = self._push("undo_edit", self.tr("Undo"), self.undo)
        self.undo_button.setToolTip(named(self.tr("Take the last correction back"), "undo"))
        self.redo_button = self._push("redo_edit", self.tr("Redo"), self.redo)
        self.redo_button.setToolTip(named(self.tr("Do it again"), "redo"))
        self.save_button = self._push("save_edits", self.tr("Save as a new vers&ion"), self.save)
        self.export_button = self._push(
            "export_patches", self.tr("Export patches for training …"), self._choose_folder
        )
        self._state = QuietLabel()
        self._state.setObjectName("edit_state")
        self._state.setWordWrap(True)
        self._state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        sizes, steps = QHBoxLayout(), QHBoxLayout()
        sizes.addWidget(self._radius)
        sizes.addWidget(self._reach)
        for button in (self.undo_button, self.redo_button):
            steps.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        layout.addLayout(tools)
        layout.addWidget(QLabel(self.tr("Selected pixels become")))
        layout.addLayout(classes)
        layout.addLayout(sizes)
        layout.addLayout(steps)
        layout.addWidget(self._state)
        layout.addWidget(self.save_button)
        layout.addWidget(self.export_button)
        self._canvas.scaleChanged.connect(self._rescaled)
        self._show_look()
        self._show()

    @property
    def editor(self) -> MaskEditor | None:
        """The corrected copy, None while nothing is being corrected."""
        return self._editor

    def show_mask(
        self, layer: QgsMapLayer | None, files: CheckFiles | None, spec: SourceSpec | None
    ) -> None:
        """Work on another mask; corrections that were not saved are gone then."""
        self._spec = spec
        if layer is not self._layer:
            self.leave()
            self._layer = layer
            had = self._editor is not None
            self._editor, self._saved_edits = None, 0
            if had:
                self.edited.emit()
        self._files = files
        self._show()

    def hold(self, tried: bool) -> None:
        """Wait while thresholds are tried: what the map shows then is not the mask's file."""
        if tried != self._held:
            self._held = tried
            if tried:
                self.leave()
            self._show()

    def leave(self) -> None:
        """Put the pencil down."""
        self._turn.give_back()

    def remove(self) -> None:
        """Take everything off the map."""
        if self._task is not None:
            self._task.silence()
            self._task.cancel()
            self._task = None
        self._canvas.scaleChanged.disconnect(self._rescaled)
        self._turn.end()

    def take_key(self, action: str) -> bool:
        """Undo and redo, or use the pencil in the middle of the map; False for all others."""
        if action == "paint" and self._canvas.mapTool() is self.tool:
            self.tool.use_in_middle()
            return True
        if action not in ("undo", "redo") or self._editor is None:
            return False
        self.undo() if action == "undo" else self.redo()
        return True

    def undo(self, *_: object) -> None:
        """Take the last correction back."""
        if self._editor is not None and self._task is None and self._editor.undo() is not None:
            self._changed()

    def redo(self, *_: object) -> None:
        """Do again what was taken back."""
        if self._held:
            return
        if self._editor is not None and self._task is None and self._editor.redo() is not None:
            self._changed()

    def save(self, *_: object) -> None:
        """Write the corrected copy as a new version beside the mask."""
        editor = self._editor
        if editor is None or self._task is not None:
            return
        path = next_version(editor.path)
        if not os.access(os.path.dirname(os.path.abspath(path)), os.W_OK):
            path = QgsProcessingUtils.generateTempFilename(os.path.basename(path))
        task = EngineTask(
            self.tr("Saving {name}").format(name=os.path.basename(path)),
            lambda reporter: editor.save(path, choose_backend(), reporter),
        )
        windows = tuple(edit.window for edit in editor.edits)
        task.ended.connect(partial(self._written, path, windows))
        self._task = start(task)
        self._show()

    def export(self, folder: str) -> None:
        """Write the corrected parts of the version saved last as labelled patches."""
        if self._last is None or self._spec is None or self._task is not None:
            return
        request = PatchExport(self._spec, *self._last, folder)
        task = EngineTask(
            self.tr("Exporting patches"),
            lambda reporter: export_patches(request, choose_backend(), reporter),
        )
        task.ended.connect(self._exported)
        self._task = start(task)
        self._show()

    def _choose_folder(self, *_: object) -> None:
        title = self.tr("Folder of the patches")
        folder = QFileDialog.getExistingDirectory(self, title)
        if folder:
            self.export(folder)

    def _exported(self, outcome: Outcome) -> None:
        self._task = None
        if isinstance(outcome, Succeeded):
            text = self.tr("{count} patches written.").format(count=len(outcome.result))
            tell(self._iface, self.tr("Check"), text, Qgis.MessageLevel.Success)
        elif isinstance(outcome, Failed):
            tell(self._iface, self.tr("Check"), outcome.sentence, Qgis.MessageLevel.Critical)
        self._show()

    # Pencils

    def _choose_pencil(self, pencil: Pencil, wanted: bool) -> None:
        for button in self._pencils.buttons():
            button.setChecked(wanted and button.objectName() == f"pencil_{pencil.value}")
        if not wanted:
            self.leave()
            return
        self.tool.set_pencil(pencil)
        self._turn.take()
        if self._editor is None and self._task is None and self._files is not None:
            files = self._files

            def job(reporter):
                return MaskEditor(files.mask, files.table, choose_backend(), reporter)

            task = EngineTask(self.tr("Copying the mask"), job, hidden=True)
            task.ended.connect(partial(self._opened, self._layer))
            self._task = start(task)
        self._show()

    def _tool_left(self) -> None:
        for button in self._pencils.buttons():
            button.setChecked(False)

    def _opened(self, layer: QgsMapLayer | None, outcome: Outcome) -> None:
        self._task = None
        if layer is not self._layer:
            return
        if isinstance(outcome, Succeeded):
            self._editor = outcome.result
            self.edited.emit()
        elif isinstance(outcome, Failed):
            tell(self._iface, self.tr("Check"), outcome.sentence, Qgis.MessageLevel.Critical)
        self._show()

    def _drawn(self, pencil: Pencil, places: list[QgsPointXY]) -> None:
        """Give what was drawn the class that is chosen."""
        editor = self._editor
        if editor is None or self._layer is None or self._task is not None or self._held:
            return
        closed = pencil in (Pencil.LASSO, Pencil.POLYGON)
        try:
            pixels = self._pixels(places, editor, closed)
            selection = self._selection(pencil, pixels, editor)
        except CloudMaskError as error:
            tell(
                self._iface,
                self.tr("Check"),
                engine_text(str(error)),
                Qgis.MessageLevel.Critical,
            )
            return
        if selection is None:
            return
        if editor.apply(selection, self._classes.checkedId(), pencil.value) is not None:
            self._changed()

    def _pixels(
        self, places: list[QgsPointXY], editor: MaskEditor, closed: bool = False
    ) -> np.ndarray:
        """Return places of the map, (n, 2), as columns and rows of the mask."""
        crs = self._canvas.mapSettings().destinationCrs()
        if self._crs is None or self._crs[0] != crs:
            self._crs = crs, crs.toWkt() if crs.isValid() else ""
        found = np.array([(place.x(), place.y()) for place in places], dtype=np.float64)
        return editor.pixels(found, self._crs[1], closed)

    def _selection(
        self, pencil: Pencil, pixels: np.ndarray, editor: MaskEditor
    ) -> Selection | None:
        raster = editor.grid.window
        if pencil is Pencil.BRUSH:
            return brushed(pixels, float(self._radius.value()), raster)
        if pencil is not Pencil.FLOOD:
            return enclosed(pixels, raster)
        col, row = (int(number) for number in np.floor(pixels[0]))
        half = FLOOD_SIDE // 2
        window = Window(col - half, row - half, FLOOD_SIDE, FLOOD_SIDE).intersect(raster)
        inside = window.col <= col < window.col_stop and window.row <= row < window.row_stop
        if not inside:
            return None
        codes = editor.codes(window)
        place = row - window.row, col - window.col
        if codes[place] == NODATA:
            return None
        probabilities = self._files.probabilities if self._files is not None else ""
        if not probabilities:  # the patch of one class, then
            return Selection(window, flooded(codes, *place, 0))
        backend = choose_backend()
        raster_file = open_probabilities(probabilities, backend)
        try:
            view = editor.grid.cropped(window)
            odds = raster_file.read(PROBABILITY_BANDS, view)
        finally:
            raster_file.close()
        likeliest = int(np.argmax(odds[:, place[0], place[1]]))
        reach = self._reach.value() / 100 * PROBABILITY_STEPS
        return Selection(window, flooded(odds[likeliest], *place, reach))

    def _changed(self) -> None:
        QgsProject.instance().setDirty(True)
        self.edited.emit()
        self._show()

    def _written(self, path: str, windows: tuple[Window, ...], outcome: Outcome) -> None:
        self._task = None
        if isinstance(outcome, Succeeded):
            self._saved_edits = len(windows)
            self._last = path, windows
            text = self.tr("{name} written; the original stays.").format(
                name=os.path.basename(path)
            )
            tell(self._iface, self.tr("Check"), text, Qgis.MessageLevel.Success)
            self.saved.emit(path)
        elif isinstance(outcome, Failed):
            tell(self._iface, self.tr("Check"), outcome.sentence, Qgis.MessageLevel.Critical)
        self._show()

    def _rescaled(self, _: float) -> None:
        """Show strokes as wide as they paint at the map's new scale."""
        self._show_look()

    def _show_look(self) -> None:
        code = self._classes.checkedId()
        red, green, blue, alpha = CLASSES[code].colour
        colour = QColor(red, green, blue) if alpha else CLEAR_COLOUR
        width = 1.0
        if self._editor is not None:
            width = 2 * self._radius.value() * self._screen_pixels(self._editor)
        self.tool.set_look(colour, width)

    def _screen_pixels(self, editor: MaskEditor) -> float:
        """Return how many pixels of the screen a pixel of the mask is wide, in the map's middle."""
        centre, step = self._canvas.center(), self._canvas.mapUnitsPerPixel()
        beside = QgsPointXY(centre.x() + step, centre.y())
        try:
            here, there = self._pixels([centre, beside], editor)
        except CloudMaskError:  # the map shows no place of the mask's CRS
            return 1.0
        apart = float(np.hypot(*(there - here)))
        return 1 / apart if apart > 0 else 1.0

    def _show(self) -> None:
        editor, busy = self._editor, self._task is not None
        problem = ""
        if self._files is None:
            problem = self.tr("Choose a mask first.")
        elif self._held:
            problem = self.tr(
                "The map shows thresholds that are only tried: write that mask first (Strict or "
                "generous, Apply), or press Back there."
            )
        for pencil, _, about in self._pencil_texts():
            button = self._pencils.button(list(Pencil).index(pencil))
            button.setEnabled(not problem)
            button.setToolTip(problem or about)
        self.undo_button.setEnabled(editor is not None and editor.can_undo and not busy)
        self.redo_button.setEnabled(
            editor is not None and editor.can_redo and not busy and not self._held
        )
        missing = ""
        if self._last is None:
            missing = self.tr("Save corrections first.")
        elif self._spec is None:
            missing = self.tr("Choose the scene first: patches hold its bands.")
        self.export_button.setEnabled(not missing and not busy)
        self.export_button.setToolTip(
            missing or self.tr("Bands and labels of 509 × 509 pixels, in CloudSEN12’s folders")
        )
        count = len(editor.edits) if editor is not None else 0
        self.save_button.setEnabled(count > 0 and not busy)
        if editor is None or (problem and not count):
            text = problem or self.tr("Choose a pencil; a copy is corrected, never the file.")
            if busy:
                text = self.tr("Copying the mask …")
        else:
            changed = sum(edit.pixels for edit in editor.edits)
            text = self.tr("Corrections: {count} ({pixels} pixels).").format(
                count=count, pixels=changed
            )
            if count and count != self._saved_edits:
                text += " " + self.tr("Not saved yet.")
            if busy:
                text = self.tr("Saving …")
        self._state.setText(text)
        self._show_look()

    def _button(self, name: str, title: str, about: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(title)
        button.setCheckable(True)
        button.setToolTip(about)
        button.setAccessibleName(about)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _push(self, name: str, title: str, action) -> QPushButton:
        button = QPushButton(title)
        button.setObjectName(name)
        button.clicked.connect(action)
        return button

    def _number(self, name: str, low: int, high: int, value: int, unit: str) -> StillSpin:
        spin = StillSpin()
        spin.setObjectName(name)
        spin.setRange(low, high)
        spin.setValue(value)
        spin.setSuffix(unit)
        spin.setShowClearButton(False)
        spin.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return spin

    def _pencil_texts(self) -> tuple[tuple[Pencil, str, str], ...]:
        return (
            (Pencil.BRUSH, self.tr("Brush"), self.tr("Paint with the mouse")),
            (Pencil.LASSO, self.tr("Lasso"), self.tr("Draw around what is wrong")),
            (
                Pencil.POLYGON,
                self.tr("Polygon"),
                self.tr("Click corners; right click or Enter closes, Backspace takes one back"),
            ),
            (
                Pencil.FLOOD,
                self.tr("Flood"),
                self.tr("Click: all that is connected and of like probability"),
            ),
        )
