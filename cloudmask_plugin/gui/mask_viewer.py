"""Keeps masks over the map: read in the background whenever the map moves, decided at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..engine.errors import CloudMaskError
from ..engine.mask_check import CheckFiles, Known, Look, MaskCheck
from ..engine.mask_editing import MaskEditor
from ..engine.raster import choose_backend
from ..engine.refine import RefineOptions, decide, in_pixels, tidy
from ..engine.reporter import Reporter
from ..engine.scene import Grid
from ..engine_text import engine_text
from ..tasks import EngineTask, Failed, Outcome, Succeeded, start
from .mask_overlay import MaskOverlay

SETTLES = 40  # ms after which a moving map is read anew
RESTS = 150  # ms after which resting thresholds get their buffer and minimum area


class MaskViewer(QObject):
    """Shows a mask and what it is compared to over a map canvas.

    Files are read by one task at a time; while a read is under way, only the last view waits.

    :ivar opened: emitted with :class:`~.engine.mask_check.Known` once the files are open.
    :ivar failed: emitted with a sentence where they cannot be.
    :ivar looked: emitted when the map's present view is shown.
    :ivar tidied: emitted when buffer and minimum area of a preview are shown as well.
    """

    opened = pyqtSignal(object)
    failed = pyqtSignal(str)
    looked = pyqtSignal()
    tidied = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.overlay = MaskOverlay(canvas)
        self.overlay.hide()
        self._check: MaskCheck | None = None
        self._task: EngineTask | None = None
        self._wanted: CheckFiles | None = None  # to be opened next
        self._again = False
        self._look: Look | None = None
        self._preview: RefineOptions | None = None
        self._suspects = ""  # with which the preview is decided
        self._editor: MaskEditor | None = None
        self._crs: tuple[QgsCoordinateReferenceSystem, str] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLES)
        self._timer.timeout.connect(self._read)
        self._rest_timer = QTimer(self)
        self._rest_timer.setSingleShot(True)
        self._rest_timer.setInterval(RESTS)
        self._rest_timer.timeout.connect(self._tidy)
        canvas.extentsChanged.connect(self._moved)
        canvas.destinationCrsChanged.connect(self._moved)

    @property
    def known(self) -> Known | None:
        """What is known of the files, None while none are open."""
        return self._check.known if self._check is not None else None

    @property
    def look(self) -> Look | None:
        """What the last view showed, None where nothing is shown."""
        return self._look

    def open(self, files: CheckFiles) -> None:
        """Show other files; those shown before are closed."""
        self.close()
        self._wanted = files
        self._next()

    def refresh(self) -> None:
        """Read the present view anew, as after files have changed."""
        self._moved()

    def close(self) -> None:
        """Show nothing."""
        self._wanted = None
        self._preview = self._editor = None
        self._look, self._suspects = None, ""
        self._again = False
        self._timer.stop()
        self._rest_timer.stop()
        self.overlay.clear()
        self.overlay.hide()
        check, self._check = self._check, None
        if check is not None and self._task is None:
            check.close()  # else the task does, whose thread is reading

    def preview(self, options: RefineOptions | None, suspects: str = "") -> None:
        """Show the mask as options would make it, None: as it is written.

        :param suspects: path of the layer of suspects that counts then, "" for none.
        """
        self._preview = options
        if suspects != self._suspects:
            self._suspects = suspects
            self._moved()
        self._show()

    def show_edited(self, editor: MaskEditor | None) -> None:
        """Show a corrected copy of the mask in its place, None: the mask itself."""
        self._editor = editor
        self._show()

    def remove(self) -> None:
        """Take the overlay off the canvas; the viewer is of no use then."""
        self.close()
        if self._task is not None:
            self._task.silence()
            self._task = None
        self._canvas.extentsChanged.disconnect(self._moved)
        self._canvas.destinationCrsChanged.disconnect(self._moved)
        scene = self._canvas.scene()
        if scene is not None:
            scene.removeItem(self.overlay)

    # Reading

    def _moved(self) -> None:
        if self._check is not None:
            self._timer.start()

    def _next(self) -> None:
        """Open what is wanted, unless a task is under way whose end comes here again."""
        if self._task is not None or self._wanted is None:
            return
        files, self._wanted = self._wanted, None

        def job(_: Reporter) -> MaskCheck:
            return MaskCheck(files, choose_backend())

        self._start(EngineTask(self.tr("Opening masks"), job, hidden=True), self._opened)

    def _read(self) -> None:
        if self._check is None:
            return
        if self._task is not None:
            self._again = True
            return
        view = self._view()
        if view is None:
            return
        check, suspects = self._check, self._suspects

        def job(_: Reporter) -> tuple[MaskCheck, Look]:
            return check, check.look(view, suspects)

        task = EngineTask(self.tr("Reading masks"), job, hidden=True)
        self._start(task, partial(self._read_ended, check))

    def _start(self, task: EngineTask, ended: Callable[[Outcome], None]) -> None:
        # Methods of a QObject only: Qt takes such connections back when it is deleted.
        task.ended.connect(partial(self._settled, ended))
        self._task = start(task)

    def _settled(self, ended: Callable[[Outcome], None], outcome: Outcome) -> None:
        self._task = None
        ended(outcome)
        self._next()
        if self._again:
            self._again = False
            self._read()

    def _opened(self, outcome) -> None:
        if not isinstance(outcome, Succeeded):
            if isinstance(outcome, Failed) and self._wanted is None:
                self.failed.emit(outcome.sentence)
            return
        if self._wanted is not None:  # something else is wanted by now
            outcome.result.close()
            return
        self._check = outcome.result
        self.overlay.show()
        self.opened.emit(self._check.known)
        self._read()

    def _read_ended(self, check: MaskCheck, outcome) -> None:
        if check is not self._check:
            check.close()
            return
        if isinstance(outcome, Succeeded):
            self._look = outcome.result[1]
            self._show()
            self.looked.emit()
        elif isinstance(outcome, Failed):
            self.failed.emit(outcome.sentence)

    def _show(self) -> None:
        look = self._look
        if look is None:
            return
        codes, options = look.codes, self._preview
        if self._editor is not None and self._editor.edits:
            try:
                codes = self._editor.view(look.view)
            except CloudMaskError as error:
                self.failed.emit(engine_text(str(error)))
        elif options is not None and look.probabilities is not None:
            codes = decide(look.probabilities, options, look.weight)
            if options.buffer > 0 or options.min_area > 0:
                self._rest_timer.start()
        self.overlay.show_codes(look.view, codes, look.other)

    def _tidy(self) -> None:
        """Show buffer and minimum area too, which take too long while a slider moves."""
        look, options, codes = self._look, self._preview, self.overlay.codes
        if look is None or options is None or codes is None:
            return
        refine = in_pixels(options, look.view.pixel_metres)
        if refine.min_pixels <= 1 and max(refine.radius_x, refine.radius_y) < 1:
            self.tidied.emit()
            return

        def job(_: Reporter) -> np.ndarray:
            return tidy(codes, refine)

        task = EngineTask(self.tr("Growing the mask"), job, hidden=True)
        task.ended.connect(partial(self._grown, look, options))
        start(task)

    def _grown(self, look: Look, options: RefineOptions, outcome: Outcome) -> None:
        current = look is self._look and options == self._preview
        if current and isinstance(outcome, Succeeded):
            self.overlay.show_codes(look.view, outcome.result, look.other)
            self.tidied.emit()

    def _view(self) -> Grid | None:
        """Return the pixels of the canvas as a grid, None while it has none."""
        settings = self._canvas.mapSettings()
        extent, pixel = settings.visibleExtent(), settings.mapUnitsPerPixel()
        if extent.isEmpty() or not pixel > 0:
            return None
        crs = settings.destinationCrs()
        if self._crs is None or self._crs[0] != crs:
            self._crs = crs, crs.toWkt() if crs.isValid() else ""
        return Grid(
            self._crs[1],
            (extent.xMinimum(), pixel, 0.0, extent.yMaximum(), 0.0, -pixel),
            max(1, round(extent.width() / pixel)),
            max(1, round(extent.height() / pixel)),
        )
