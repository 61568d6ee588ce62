"""Thresholds tried on a mask that is shown: redrawn at once, with what they cost, and written."""

from __future__ import annotations

import os
from functools import partial

from qgis.core import QgsProcessingUtils
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..check_text import before_text, consequences_text, percent, step_text
from ..engine.calibration import AS_STORED, FEWEST_LABELS, Calibration
from ..engine.consequences import Beliefs, Consequences, believe, expect, expect_decided
from ..engine.mask_check import CheckFiles, Known
from ..engine.mask_refining import RefineRequest, refine_mask
from ..engine.versions import next_version
from ..tasks import EngineTask, Failed, Outcome, Succeeded, start
from .mask_viewer import MaskViewer
from .threshold_group import ThresholdGroup

RESTS = 150  # ms after which thresholds that rest are told more of


class ThresholdTrial(QObject):
    """Connects the sliders, the mask over the map and the job that writes it.

    :ivar tried: emitted when another mask is shown than before.
    :ivar allowed: emitted with why nothing can be tried and why nothing can be written, "" where
        it can.
    :ivar believed: emitted with the layer of suspects that counts, where that is not the one that
        the user has just chosen.
    :ivar written: emitted with a :class:`~.engine.pipeline.MaskResult`.
    :ivar failed: emitted with a sentence where the mask could not be written.
    """

    tried = pyqtSignal()
    allowed = pyqtSignal(str, str)
    believed = pyqtSignal(str)
    written = pyqtSignal(object)
    failed = pyqtSignal(str)

    def __init__(
        self, group: ThresholdGroup, viewer: MaskViewer, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._group = group
        self._viewer = viewer
        self._files: CheckFiles | None = None
        self._suspects = self._written_suspects = ""  # paths of layers
        self._lacking = ""  # name of the layer that the mask was made with, and nobody has
        self._beliefs: Beliefs | None = None  # of the probabilities that are open
        self._cost: Consequences | None = None
        self._run: EngineTask | None = None
        self._held = False  # by corrections that are not saved
        self._labelled: Calibration | None = None  # what labels tell of the probabilities
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(RESTS)
        self._rest.timeout.connect(self._show_step)
        group.changed.connect(self._changed)
        group.applied.connect(self.apply)
        group.reverted.connect(self._go_back)
        viewer.tidied.connect(self._tidied)
        viewer.looked.connect(self._looked)

    def show_files(self, files: CheckFiles | None) -> None:
        """Try thresholds on other files, which the viewer is about to open."""
        self._files = files
        self._show_problem()

    def hold(self, unsaved: bool) -> None:
        """Wait while corrections are not saved, which other thresholds would undo."""
        if unsaved != self._held:
            self._held = unsaved
            self._show_problem()
            self.show_cost()

    @property
    def is_changed(self) -> bool:
        """True where what is shown differs from how the mask was written."""
        return self._group.is_changed or self._suspects != self._written_suspects

    @property
    def suspects(self) -> str:
        """Path of the layer of suspects that counts, "" for none."""
        return self._suspects

    def show_written(self, known: Known, suspects: str) -> None:
        """Show how a mask that was opened had been made.

        :param suspects: path of the layer of suspects of :attr:`Known.suspects`, "" where the
            project has none.
        """
        self._group.show_written(known.options)
        self._suspects = self._written_suspects = suspects
        self._lacking = "" if suspects else known.suspects
        self.believed.emit(suspects)
        if suspects:
            self._viewer.preview(None, suspects)
        self.show_cost()

    def believe_less(self, suspects: str) -> None:
        """Let a layer of suspects count, "" for none."""
        self._suspects = suspects
        self._changed()

    def _go_back(self) -> None:
        self._group.go_back()
        self._suspects = self._written_suspects
        self.believed.emit(self._suspects)
        self._changed()

    def _show_problem(self) -> None:
        problem = self._problem()
        self._group.show_problem(problem)
        self.allowed.emit(problem, problem)

    def _problem(self) -> str:
        """Return why no thresholds can be tried, "" where they can."""
        if self._files is None:
            return self.tr("There is no mask yet.")
        if not self._files.probabilities:
            return self.tr(
                "Choose the mask's probabilities to try thresholds; a mask that is made anew "
                "writes them where Output asks for it."
            )
        if self._held:
            return self.tr(
                "Thresholds decide the whole mask anew: save your corrections first (Correct by "
                "hand, Save as a new version), or undo them."
            )
        return ""

    @property
    def calibration(self) -> Calibration:
        """By which probabilities are believed: what labels tell, else the model's own."""
        known = self._viewer.known
        return self._labelled or (AS_STORED if known is None else known.own)

    def calibrate(self, labelled: Calibration | None) -> None:
        """Believe probabilities by labelled points from now on; None: by the model's own."""
        self._labelled, self._beliefs = labelled, None
        self.show_cost()

    def show_cost(self) -> None:
        """Say what the thresholds cost, and once they rest, what a step more would."""
        known, group = self._viewer.known, self._group
        if known is None or known.odds is None or self._held:
            return
        look = self._viewer.look
        odds = known.odds if look is None or look.odds is None else look.odds
        if self._beliefs is None or self._beliefs.table is not odds:
            self._beliefs = believe(odds, known.hectares, self.calibration)
        options = group.value()
        self._cost = expect(self._beliefs, options)
        lines = [consequences_text(self._cost)]
        if self.calibration.labels:
            text = self.tr("Calibrated by {count} labelled points.")
            lines.append(text.format(count=self.calibration.labels))
        else:
            text = self.tr(
                "A guess for this scene, right on the average of many: {count} points labelled "
                "under Measure make it this scene's own."
            )
            lines.append(text.format(count=FEWEST_LABELS))
        if self._suspects:
            lines.append(self.tr("Cloud is believed less at suspects."))
        if self._lacking and self.is_changed:
            text = self.tr("Decided anew, without {layer}, which is not in the project.")
            lines.append(text.format(layer=self._lacking))
        if known.edited and self.is_changed:
            lines.append(self.tr("Decided anew, without this mask's corrections by hand."))
        group.cost.setText("\n".join(lines))
        group.view_cost.setText(before_text(options))
        problem = ""
        if self._run is not None:
            problem = self.tr("A mask is being written.")
        elif not self.is_changed:
            problem = self.tr(
                "Move a slider first: the mask is written with these options already."
            )
        group.show_apply(problem)
        self.allowed.emit("", problem)
        self._rest.start()

    def apply(self) -> None:
        """Write the mask with the options that are set, as a new version beside the old one."""
        files, known = self._files, self._viewer.known
        if files is None or known is None or not files.probabilities or self._run is not None:
            return
        output = next_version(files.mask)
        if not os.access(os.path.dirname(os.path.abspath(output)), os.W_OK):
            output = QgsProcessingUtils.generateTempFilename(os.path.basename(output))
        request = RefineRequest(
            files.probabilities,
            output,
            self._group.value(),
            known.shadows,
            suspects=self._suspects,
        )
        task = EngineTask(
            self.tr("Writing {name}").format(name=os.path.basename(output)),
            lambda reporter: refine_mask(request, reporter),
        )
        task.ended.connect(partial(self._applied, files))
        self._run = start(task)
        self.show_cost()

    def stop(self) -> None:
        """Give up what is being written."""
        if self._run is not None:
            self._run.silence()
            self._run.cancel()
            self._run = None

    def _changed(self) -> None:
        self._viewer.preview(self._group.value() if self.is_changed else None, self._suspects)
        self.show_cost()
        self.tried.emit()

    def _looked(self) -> None:
        """Tell what suspects change once they are read."""
        look = self._viewer.look
        if look is not None and self._beliefs is not None and look.odds is not self._beliefs.table:
            self.show_cost()

    def _show_step(self) -> None:
        stricter = self._group.step_stricter()
        if self._held or self._beliefs is None or self._cost is None or self._viewer.known is None:
            return
        then = None if stricter is None else expect(self._beliefs, stricter)
        self._group.step_cost.setText("" if then is None else step_text(self._cost, then))

    def _tidied(self) -> None:
        """Say what the mask costs in view once buffer and minimum area are shown."""
        look, codes = self._viewer.look, self._viewer.overlay.codes
        if look is None or look.probabilities is None or codes is None:
            return
        found = expect_decided(
            look.probabilities, codes, calibration=self.calibration, cloud_weight=look.weight
        )
        text = self.tr("In view, buffer and minimum area included: loses {lost}, leaks {leaked}.")
        self._group.view_cost.setText(
            text.format(
                lost=percent(found.clear_lost_share), leaked=percent(found.cloud_leaked_share)
            )
        )

    def _applied(self, files: CheckFiles, outcome: Outcome) -> None:
        self._run = None
        self.show_cost()
        if isinstance(outcome, Succeeded) and files == self._files:
            self.written.emit(outcome.result)
        elif isinstance(outcome, Failed):
            self.failed.emit(outcome.sentence)
