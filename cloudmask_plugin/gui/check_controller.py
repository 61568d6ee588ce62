"""What happens in the tab Check: layers chosen, masks shown, thresholds tried and applied."""

from __future__ import annotations

import os
import re

from qgis.core import (
    Qgis,
    QgsCoordinateTransform,
    QgsCsException,
    QgsMapLayer,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
)
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QEvent, QObject, Qt, QTimer

from .. import check_layers, layers
from ..check_text import agreement_text, percent
from ..engine.agreement import agreement, agreement_shares
from ..engine.calibration import Calibration
from ..engine.mask_check import CheckFiles, Known
from ..engine.mask_table import find_table
from ..engine.pipeline import MaskResult
from ..engine.pixel_answer import PixelQuestion
from ..engine.scene import SourceSpec
from ..engine_text import engine_text
from .check_keys import FOR_TAB, action_of
from .check_panel import CheckPanel
from .correct_panel import CorrectPanel
from .mask_overlay import Mode
from .mask_viewer import MaskViewer
from .measure_panel import MeasurePanel
from .messages import tell
from .offer_combo import Offer
from .pixel_panel import PixelPanel
from .review_panel import ReviewPanel
from .scene_bands import SceneBands
from .state import SILENCE, Level, Notice
from .suspects_panel import SuspectsPanel
from .threshold_trial import ThresholdTrial

FLICKER = 700  # ms between mask and scene
LAYERS_SETTLE = 100  # ms
STEP = 5  # per cent of opacity for a key
SWIPE_STEP = 0.02  # of the map's width for a key


class CheckController(QObject):
    """Brings together the tab's widgets, the project's layers and the engine.

    :ivar viewer: draws the masks over the map.
    """

    def __init__(self, iface: QgisInterface, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._iface = iface
        self._canvas = iface.mapCanvas()
        self._project = QgsProject.instance()
        self.panel = CheckPanel()
        self.viewer = MaskViewer(self._canvas, self)
        self.bands = SceneBands(self.panel.look, self)
        self.trial = ThresholdTrial(self.panel.thresholds, self.viewer, self)
        self.pixel = PixelPanel(self._canvas)
        self.panel.add_section("section_pixel", self.tr("Ask a pi&xel"), self.pixel)
        self.review = ReviewPanel(self._canvas)
        self.review_section = self.panel.add_section(
            "section_review", self.tr("Where to look &first"), self.review
        )
        self.suspects = SuspectsPanel(self._canvas)
        self.panel.add_section("section_suspects", self.tr("Suspects over time"), self.suspects)
        self.correct = CorrectPanel(iface)
        self.correct_section = self.panel.add_section(
            "section_correct", self.tr("Correct &by hand"), self.correct
        )
        self.measure = MeasurePanel(iface)
        self.measure_section = self.panel.add_section(
            "section_measure", self.tr("Meas&ure"), self.measure
        )
        self._active = self._removed = False
        self._mask_id = self._scene_id = self._other_id = ""
        self._table: str | None = None
        self._probabilities = ""
        self._files: CheckFiles | None = None  # those shown
        self._is_shown = False  # the tab tells of them
        self._hidden: set[str] = set()  # layers that the overlay stands for
        self._dragging = False
        self._flicker = QTimer(self)
        self._flicker.setInterval(FLICKER)
        self._flicker.timeout.connect(self._blink)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(LAYERS_SETTLE)
        self._settle.timeout.connect(self.reload)
        self._connect()

    def _connect(self) -> None:
        panel, viewer = self.panel, self.viewer
        panel.shown.connect(self._set_active)
        panel.chosen.connect(self._choose)
        panel.key_pressed.connect(self._key)
        panel.look.mode_chosen.connect(self._choose_mode)
        panel.look.opacity_chosen.connect(self._choose_opacity)
        self.trial.tried.connect(self._mask_tried)
        self.trial.allowed.connect(self.suspects.allow)
        self.trial.believed.connect(self.suspects.show_chosen)
        self.suspects.believed.connect(self.trial.believe_less)
        self.suspects.applied.connect(self.trial.apply)
        self.bands.described.connect(self._show_tools)
        self.trial.written.connect(self._written)
        self.trial.failed.connect(self._not_written)
        self.pixel.asked.connect(self.ask)
        self.measure.calibrated.connect(self.trial.calibrate)
        self.correct.edited.connect(self._show_edited)
        self.correct.saved.connect(self._saved)
        viewer.opened.connect(self._opened)
        viewer.failed.connect(self._failed)
        viewer.looked.connect(self._looked)
        self._project.layersAdded.connect(self._layers_changed)
        self._project.layersRemoved.connect(self._layers_removed)
        self._project.cleared.connect(self._project_cleared)
        self._canvas.temporalRangeChanged.connect(self._time_changed)

    # What others call

    @property
    def mask_layer(self) -> QgsRasterLayer | None:
        """The layer of the mask that is checked."""
        return self._project.mapLayer(self._mask_id) if self._mask_id else None

    @property
    def scene_layer(self) -> QgsRasterLayer | None:
        """The layer of the scene."""
        return self.bands.layer

    @property
    def spec(self) -> SourceSpec | None:
        """The scene as it is known, None while it is not."""
        return self.bands.spec

    @property
    def calibration(self) -> Calibration:
        """By which probabilities are believed."""
        return self.trial.calibration

    @property
    def files(self) -> CheckFiles | None:
        """What is shown, None where nothing is."""
        return self._files

    @property
    def is_active(self) -> bool:
        """True while the tab is in front."""
        return self._active

    def check_mask(self, layer_id: str) -> None:
        """Check a mask, with the scene and the probabilities that belong to it."""
        self._mask_id, self._table = layer_id, None
        self._match()
        self.reload()

    def reload(self) -> None:
        """Bring the lists up to date, and open what they show where that has changed."""
        masks = check_layers.mask_layers(self._project)
        scenes = check_layers.scene_layers(self._project)
        ids = {layer.id() for layer in masks}
        if self._mask_id not in ids:
            active = self._iface.activeLayer()
            first = active if active is not None and active.id() in ids else None
            first = first or (masks[0] if masks else None)
            self._mask_id, self._table = (first.id() if first is not None else ""), None
            self._match()
        if self._other_id not in ids or self._other_id == self._mask_id:
            self._other_id = ""
        panel = self.panel
        offers = tuple(Offer(layer.id(), _name(layer)) for layer in masks)
        panel.mask.show_offers(offers or (Offer("", self.tr("No mask in the project")),),
                               self._mask_id)  # fmt: skip
        none = Offer("", self.tr("nothing"))
        others = tuple(offer for offer in offers if offer.value != self._mask_id)
        panel.other.show_offers((none, *others), self._other_id)
        listed = tuple(Offer(layer.id(), layer.name()) for layer in scenes)
        no_scene = self.tr("none") if listed else self.tr("No scene in the project")
        panel.scene.show_offers((Offer("", no_scene), *listed), self._scene_id)
        self._show_probabilities()
        self.bands.show_scene(self._scene_id)
        if self._active:
            self._open()
            self.bands.look_at()
        self._show_tools()

    def remove(self) -> None:
        """Take everything back from the canvas and the project's layers; called at unload."""
        if self._removed:
            return
        self._removed = True
        self._set_active(False)
        self.bands.restore_all()
        self.bands.stop()
        self.trial.stop()
        self.viewer.remove()
        self.pixel.remove()
        self.review.remove()
        self.suspects.remove()
        self.measure.remove()
        self.correct.remove()
        for signal, slot in (
            (self._project.layersAdded, self._layers_changed),
            (self._project.layersRemoved, self._layers_removed),
            (self._project.cleared, self._project_cleared),
            (self._canvas.temporalRangeChanged, self._time_changed),
        ):
            signal.disconnect(slot)

    def _show_tools(self) -> None:
        """Tell the tools which mask they work on."""
        self.review.show_mask(self.mask_layer, self._files, self.spec)
        self.measure.show_mask(self.mask_layer, self._files, self.spec)
        self.suspects.show_mask(self.mask_layer, self._files)
        self.correct.show_mask(self.mask_layer, self._files, self.spec)

    # Layers

    def _match(self) -> None:
        """Take the scene and the probabilities that belong to the mask."""
        mask = self.mask_layer
        if mask is None:
            self._scene_id = self._probabilities = ""
            return
        scene = check_layers.scene_of(mask, self._project)
        self._scene_id = scene.id() if scene is not None else ""
        self._probabilities = check_layers.probabilities_of(mask, self._project)

    def _show_probabilities(self) -> None:
        paths = {
            layer.source(): layer.name() for layer in check_layers.probability_layers(self._project)
        }
        mask = self.mask_layer
        beside = check_layers.probabilities_of(mask, self._project) if mask is not None else ""
        if beside:
            paths[beside] = os.path.basename(beside)
        if self._probabilities and self._probabilities not in paths:
            if os.path.isfile(self._probabilities):
                paths[self._probabilities] = os.path.basename(self._probabilities)
            else:
                self._probabilities = ""
        offers = [Offer("", self.tr("none"))]
        offers += [Offer(path, name) for path, name in paths.items()]
        self.panel.probabilities.show_offers(tuple(offers), self._probabilities)

    def _choose(self, what: str) -> None:
        panel = self.panel
        if what == "mask":
            self.check_mask(panel.mask.value())
            return
        if what == "scene":
            self._scene_id = panel.scene.value()
        elif what == "other":
            self._other_id = panel.other.value()
        elif what == "table":
            self._table = panel.table.value()
        else:
            self._probabilities = panel.probabilities.value()
        self.reload()

    def _layers_changed(self, *_: object) -> None:
        self._settle.start()

    def _layers_removed(self, ids: list[str]) -> None:
        self._hidden -= set(ids)
        self.bands.forget(ids)
        if {self._mask_id, self._other_id} & set(ids):
            self._close()
            self._show_tools()  # at once: what they have begun would end on a layer that is gone
        self._settle.start()

    def _project_cleared(self) -> None:
        self._close()
        self._hidden.clear()
        self._mask_id = self._scene_id = self._other_id = self._probabilities = ""
        self._show_tools()
        self._settle.start()

    def _time_changed(self) -> None:
        """Follow the temporal controller: the mask and scene of the time that the map shows."""
        if not self._active or not self._canvas.mapSettings().isTemporal():
            return
        span = self._canvas.temporalRange()
        shown = [
            layer
            for layer in check_layers.mask_layers(self._project)
            if layer.temporalProperties().isActive()
            and layer.temporalProperties().isVisibleInTemporalRange(span)
        ]
        if shown and self._mask_id not in {layer.id() for layer in shown}:
            self.check_mask(shown[0].id())

    # Files

    def _open(self) -> None:
        files = self._wanted_files()
        if files == self._files and self._is_shown:
            return
        self._files, self._is_shown = files, True
        self._show_layers()
        panel = self.panel
        panel.look.allow_second(
            "" if files and files.other else self.tr("Choose a second mask to compare with first.")
        )
        panel.agreement.setVisible(False)
        self.trial.show_files(files)
        if files is None:
            self.viewer.close()
            panel.notice.show_notice(
                Notice(Level.QUIET, self.tr("Make a mask, or add one to the project."))
            )
            return
        panel.notice.show_notice(SILENCE)
        self.viewer.open(files)

    def _close(self) -> None:
        self.viewer.close()
        self._files, self._is_shown = None, False

    def _wanted_files(self) -> CheckFiles | None:
        mask = self.mask_layer
        if mask is None:
            return None
        other = self._project.mapLayer(self._other_id) if self._other_id else None
        return CheckFiles(
            layers.SOURCE_OPTIONS.split(mask.source())[0],
            find_table(self._table) if self._table else None,
            layers.SOURCE_OPTIONS.split(other.source())[0] if other is not None else "",
            None,
            self._probabilities,
        )

    def _opened(self, known: Known) -> None:
        panel = self.panel
        detected = engine_text(known.table.title) if self._table is None else ""
        panel.show_table(detected, self._table)
        text = " ".join(map(engine_text, known.remarks))
        panel.notice.show_notice(Notice(Level.QUIET, text) if text else SILENCE)
        self.trial.show_written(known, self.suspects.path_of(known.suspects))
        self.correct.hold(False)

    def _failed(self, sentence: str) -> None:
        self.panel.show_table("", self._table)
        self.panel.notice.show_notice(Notice(Level.ERROR, sentence))

    # Look

    def _set_active(self, active: bool) -> None:
        if active == self._active:
            return
        self._active = active
        if active:
            self._canvas.installEventFilter(self)
            self._canvas.viewport().installEventFilter(self)
            self.reload()
            self._show_layers()
            if self._files is not None:
                self.viewer.overlay.show()
                self.viewer.refresh()
        else:
            self._canvas.removeEventFilter(self)
            self._canvas.viewport().removeEventFilter(self)
            self.viewer.overlay.hide()
            self.review.hide_frame()
            self.measure.hide_mark()
            self.correct.leave()
            self._show_layers()
        self._choose_mode(self.panel.look.mode)

    def _show_layers(self) -> None:
        """Hide the layers that the overlay stands for, and show those that it stood for."""
        wanted = {self._mask_id, self._other_id} - {""} if self._active and self._files else set()
        root = self._project.layerTreeRoot()
        for layer_id in self._hidden - wanted:
            node = root.findLayer(layer_id)
            if node is not None:
                node.setItemVisibilityChecked(True)
        hidden = self._hidden & wanted
        for layer_id in wanted - hidden:
            node = root.findLayer(layer_id)
            if node is not None and node.itemVisibilityChecked():
                node.setItemVisibilityChecked(False)
                hidden.add(layer_id)
        self._hidden = hidden

    def _choose_mode(self, mode: Mode) -> None:
        self.viewer.overlay.set_options(mode=mode, shown=True)
        if mode is Mode.FLICKER and self._active:
            self._flicker.start()
        else:
            self._flicker.stop()
        self._show_agreement()

    def _choose_opacity(self, share: float) -> None:
        self.viewer.overlay.set_options(opacity=share)

    def _blink(self) -> None:
        overlay = self.viewer.overlay
        overlay.set_options(shown=not overlay.options.shown)

    def _looked(self) -> None:
        self._show_agreement()

    def _show_agreement(self) -> None:
        look, codes = self.viewer.look, self.viewer.overlay.codes
        wanted = self.panel.look.mode is Mode.AGREEMENT and look is not None
        wanted = wanted and look.other is not None and codes is not None
        self.panel.agreement.setVisible(wanted)
        if wanted:
            shares = agreement_shares(agreement(codes, look.other))
            self.panel.agreement.setText(agreement_text(shares))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the views from the map, and drag the line of a swipe."""
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and watched is self._canvas:
            action = action_of(event.key(), event.modifiers())
            corrects = self.correct_section.is_open and self.correct.editor is not None
            if action in FOR_TAB or (action in ("undo", "redo") and corrects):
                event.accept()  # else QGIS's own shortcuts, such as S for snapping, come first
            return False
        if kind == QEvent.Type.KeyPress and watched is self._canvas:
            event.ignore()
            self._key(event)
            return event.isAccepted()
        if watched is not self._canvas.viewport():
            return False
        overlay = self.viewer.overlay
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._dragging = overlay.isVisible() and overlay.near_line(event.pos().x())
            return self._dragging
        if kind == QEvent.Type.MouseMove and self._dragging:
            self._swipe_to(event.pos().x() / max(self._canvas.viewport().width(), 1))
            return True
        if kind == QEvent.Type.MouseButtonRelease and self._dragging:
            self._dragging = False
            return True
        return False

    def _swipe_to(self, share: float) -> None:
        self.viewer.overlay.set_options(swipe=min(max(share, 0.0), 1.0))

    def _key(self, event) -> None:
        """Do what a key stands for, and accept its event then."""
        if self._do(action_of(event.key(), event.modifiers())):
            event.accept()

    def _do(self, action: str) -> bool:
        """Do what a key stands for; False where that means nothing now."""
        look, overlay = self.panel.look, self.viewer.overlay
        modes = {f"view_{mode.value}": mode for mode in Mode}
        if action in modes:
            look.choose_mode(modes[action])
        elif action in ("more_opaque", "less_opaque"):
            look.step_opacity(STEP if action == "more_opaque" else -STEP)
        elif action == "bands":
            look.choose_next_bands()
        elif action == "hide":
            overlay.set_options(shown=not overlay.options.shown)
        elif action == "ask":
            self.pixel.ask_middle()
        elif action in ("line_left", "line_right"):
            if look.mode is not Mode.SWIPE:
                return False
            step = SWIPE_STEP if action == "line_right" else -SWIPE_STEP
            self._swipe_to(overlay.options.swipe + step)
        elif action == "keys":
            self.panel.show_keys()
        else:
            return self._tool_takes(action)
        return True

    def _tool_takes(self, action: str) -> bool:
        """Hand a key to the tools whose sections are open; True where one of them took it."""
        tools = (
            (self.correct_section, self.correct),
            (self.measure_section, self.measure),
            (self.review_section, self.review),
        )
        return any(section.is_open and tool.take_key(action) for section, tool in tools)

    def _show_edited(self) -> None:
        editor = self.correct.editor
        self.viewer.show_edited(editor)
        self.trial.hold(editor is not None and bool(editor.edits))
        self._show_agreement()

    def _mask_tried(self) -> None:
        """Keep the pencils from a mask that is only tried."""
        self.correct.hold(self.trial.is_changed)
        self._show_agreement()

    # Pixels

    def ask(self, place: QgsPointXY) -> None:
        """Ask all about the pixel at a place of the map."""
        mask, files = self.mask_layer, self._files
        if mask is None or files is None:
            return
        transform = QgsCoordinateTransform(
            self._canvas.mapSettings().destinationCrs(), mask.crs(), self._project
        )
        try:
            there = transform.transform(place)
        except QgsCsException:
            return
        others = tuple(
            (_name(layer), layers.SOURCE_OPTIONS.split(layer.source())[0])
            for layer in check_layers.mask_layers(self._project)
            if layer.id() != self._mask_id
        )
        question = PixelQuestion(
            there.x(),
            there.y(),
            files,
            self.panel.thresholds.value(),
            self.spec,
            others,
            self.trial.suspects,
        )
        self.pixel.ask(question, place, mask.crs())

    # Versions

    def _written(self, result: MaskResult) -> None:
        """Check the mask that was written with other thresholds."""
        name = os.path.basename(result.output)
        text = self.tr("{file} written: clear {clear}.").format(
            file=name, clear=percent(dict(result.classes)["clear"])
        )
        tell(self._iface, self.tr("Check"), text, Qgis.MessageLevel.Success)
        self._saved(result.output)

    def _not_written(self, sentence: str) -> None:
        tell(self._iface, self.tr("Check"), sentence, Qgis.MessageLevel.Critical)

    def _saved(self, path: str) -> None:
        """Check a version of the mask from now on."""
        if self.mask_layer is None:
            return
        layer = self.add_version(path)
        self._hidden.discard(self._mask_id)  # the version before stays hidden below the new one
        self._mask_id, self._table = layer.id(), None
        self.reload()

    def add_version(self, path: str) -> QgsRasterLayer:
        """Add a mask that was made from the one checked, directly above it."""
        mask, spec = self.mask_layer, self.spec
        name = re.sub(r" · v\d+$", "", mask.name())
        layer = QgsRasterLayer(path, f"{name} · {_version_of(path)}", "gdal")
        layers.finish_mask(layer, spec.acquired.value if spec is not None else None)
        self._project.addMapLayer(layer, False)
        node = self._project.layerTreeRoot().findLayer(self._mask_id)
        parent = node.parent() if node is not None else self._project.layerTreeRoot()
        row = parent.children().index(node) if node is not None else 0
        parent.insertLayer(row, layer)
        return layer


def _version_of(path: str) -> str:
    stem = os.path.splitext(os.path.basename(path))[0]
    return stem[stem.rfind("_v") + 1 :] if "_v" in stem else stem


def _name(layer: QgsMapLayer) -> str:
    """Return a layer's name with that of its group, for many masks have one name."""
    node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    group = node.parent().name() if node is not None and node.parent() is not None else ""
    return f"{group} › {layer.name()}" if group else layer.name()
