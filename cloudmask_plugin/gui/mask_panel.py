"""The panel from a scene to its mask: shows a DockState and tells what the user wants.

Holds no knowledge of runs, files or models: see :mod:`.dock` for what the signals do.
"""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from ..corrections import FileBand
from ..engine.scene import Overrides, SourceSpec
from ..scene_text import duration_text
from .labels import QuietLabel
from .notice import NoticeArea
from .offer_combo import Offer, OfferCombo
from .option_groups import AdvancedGroup, OutputGroup, RefineGroup
from .result_bar import ResultBar
from .run_panel import RunPanel, add_sections
from .runtime_help import RuntimeHelp
from .scene_card import SceneCard
from .scene_chooser import SceneChooser
from .scene_editor import SceneEditor
from .section import Section
from .state import DockState, ExtentMode, Phase
from .tool_button import ToolButton


class MaskPanel(RunPanel):
    """Everything between choosing a scene and looking at its mask, top to bottom."""

    detect_requested = pyqtSignal()
    corrected = pyqtSignal(object)
    model_chosen = pyqtSignal(object)
    extent_chosen = pyqtSignal(object)
    options_changed = pyqtSignal()
    settings_requested = pyqtSignal()
    install_requested = pyqtSignal()
    zoom_requested = pyqtSignal()
    also_chosen = pyqtSignal(bool)
    check_requested = pyqtSignal()
    composite_requested = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phase = Phase.NO_LAYER
        self.chooser = SceneChooser()
        self.card = SceneCard()
        self.editor = SceneEditor()
        self.notice = NoticeArea(3)
        self.model_combo = OfferCombo()
        self.extent_combo = OfferCombo()
        self.also_composite = QCheckBox()
        self.refine = RefineGroup()
        self.output = OutputGroup()
        self.advanced = AdvancedGroup()
        self.refine_section = Section(self.tr("Ref&ine"), self.refine)
        self.output_section = Section(self.tr("O&utput"), self.output)
        self.advanced_section = Section(self.tr("&Advanced"), self.advanced)
        self.status = NoticeArea(2)
        self.result = ResultBar()
        self.runtime = RuntimeHelp()
        self._build()
        self._connect()

    @property
    def is_running(self) -> bool:
        """True while a run can be stopped."""
        return self._phase is Phase.RUNNING

    @property
    def is_cancelling(self) -> bool:
        """True while a run stops."""
        return self._phase is Phase.CANCELLING

    @property
    def is_stoppable(self) -> bool:
        """True while there is anything that Esc stops."""
        return self._phase in (Phase.RUNNING, Phase.DETECTING)

    def show_state(self, state: DockState) -> None:
        """Show a state; the only way in which what is seen changes."""
        self._phase = state.phase
        self.card.show_rows(state.card, state.card_message)
        self.card.set_correctable(state.correctable, state.run_reason)
        if not state.correctable:
            self.card.edit_button.setChecked(False)
        self.notice.show_notice(state.notice)
        self._show_models(state)
        self._show_extents(state)
        self._show_also(state)
        self.advanced.show_resolutions(state.resolutions)
        self.refine.shadows.show_problem(state.shadow_problem)
        self._show_run(state)
        # What is set in a folded section must not be forgotten there.
        self.refine_section.set_summary(self.refine.summary())
        self.output_section.set_summary(self.output.summary())
        self.advanced_section.set_summary(self.advanced.summary())
        self.status.show_notice(state.status)
        self.runtime.show_runtime(state.runtime)
        if state.last:
            self.result.show_result(state.last)
        missing = bool(state.runtime.problem)
        self.runtime.setVisible(missing)
        self.result.setVisible(not missing and state.last is not None)
        for link in (self.check_link, self.composite_link):
            link.setVisible(not missing and state.last is not None)
        self.check_link.setEnabled(state.last is not None and bool(state.last.layer_id))
        self._no_result.setVisible(not missing and state.last is None)
        self._bottom_title.setText(
            self.tr("What is missing") if missing else self.tr("Last result")
        )

    def show_scene(
        self,
        source: SourceSpec | None,
        bands: tuple[FileBand, ...],
        overrides: Overrides,
        series: bool,
    ) -> None:
        """Show in the editor what is known of the scene and what the user has stated."""
        self.editor.show_scene(source, bands, overrides, series)

    def _build(self) -> None:
        layout = self._lay_out()
        layout.addLayout(self._scene_row())
        layout.addWidget(self.card)
        self.notice.setObjectName("scene_notice")
        layout.addWidget(self.notice)
        self.editor.setVisible(False)
        layout.addWidget(self.editor)
        layout.addLayout(self._choices())
        self.also_composite.setObjectName("also_composite")
        self.also_composite.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        layout.addWidget(self.also_composite)
        add_sections(
            layout,
            (self.refine_section, "section_refine"),
            (self.output_section, "section_output"),
            (self.advanced_section, "section_advanced"),
        )
        self._make_primary("run_button")
        layout.addSpacing(4)
        layout.addWidget(self.run_button)
        layout.addWidget(self._progress_bar("progress"))
        self.status.setObjectName("run_status")
        layout.addWidget(self.status)
        self._bottom_title = QuietLabel()
        layout.addWidget(self._bottom_title)
        self._no_result = QuietLabel(self.tr("Shares of cloud and shadow will stand here."))
        self._no_result.setObjectName("no_result")
        for part in (self._no_result, self.result, self.runtime):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            layout.addWidget(part)
        layout.addLayout(self._links())
        layout.addStretch(1)

    def _links(self) -> QHBoxLayout:
        """Return what leads on from a result."""
        self.check_link = self._link(
            "to_check",
            self.tr("Check it →"),
            self.tr("Look at this mask over its scene, in the tab Check"),
        )
        self.composite_link = self._link(
            "to_composite",
            self.tr("Make composite →"),
            self.tr("Fill the clouds of this scene from other dates, in the tab Composite"),
        )
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.check_link)
        row.addWidget(self.composite_link)
        row.addStretch(1)
        return row

    def _link(self, name: str, title: str, about: str) -> QPushButton:
        link = QPushButton(title)
        link.setObjectName(name)
        link.setFlat(True)
        link.setStyleSheet(
            "QPushButton { border: none; color: palette(link); padding: 3px 0px; }"
            "QPushButton:hover, QPushButton:focus { text-decoration: underline; }"
            "QPushButton:disabled { color: palette(mid); }"
        )
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        link.setToolTip(about)
        link.hide()
        return link

    def _scene_row(self) -> QHBoxLayout:
        again = ToolButton(
            "detect_again", self.tr("Look at the scene again"), "/mActionRefresh.svg"
        )
        again.clicked.connect(self.detect_requested)
        settings = ToolButton(
            "open_settings", self.tr("Options of the cloud mask"), "/mActionOptions.svg"
        )
        settings.clicked.connect(self.settings_requested)
        row = QHBoxLayout()
        row.setSpacing(3)
        for widget in (self.chooser, again, settings):
            row.addWidget(widget)
        return row

    def _choices(self) -> QGridLayout:
        self.model_combo.setObjectName("model")
        self.extent_combo.setObjectName("extent")
        self._model_text = self._about("model_description", 2)
        self._area = self._area_label("extent_area", self.tr("Area that is masked"))
        return self._rows(
            (
                (self.tr("&Quality"), self.model_combo),
                ("", self._model_text),
                (self.tr("E&xtent"), self.extent_combo),
            ),
            (self.extent_combo, self._area),
        )

    def _connect(self) -> None:
        self.card.editor_toggled.connect(self.editor.setVisible)
        self.card.correct.connect(self._correct)
        self.editor.corrected.connect(self.corrected)
        self.model_combo.chosen.connect(self.model_chosen)
        self.extent_combo.chosen.connect(self.extent_chosen)
        for group in (self.refine, self.output, self.advanced):
            group.changed.connect(self.options_changed)
        self.runtime.install_requested.connect(self.install_requested)
        self.result.zoom_requested.connect(self.zoom_requested)
        self.also_composite.clicked.connect(self.also_chosen)
        self.check_link.clicked.connect(lambda _: self.check_requested.emit())
        self.composite_link.clicked.connect(lambda _: self.composite_requested.emit())

    def _correct(self, key: str) -> None:
        self.card.edit_button.setChecked(True)
        self.editor.focus_field(key)
        QTimer.singleShot(0, self._scroll_to_focus)  # once the editor has its place

    def _scroll_to_focus(self) -> None:
        self.ensureWidgetVisible(self.focusWidget() or self.editor)

    def _show_models(self, state: DockState) -> None:
        offers = tuple(
            Offer(
                offer.id,
                offer.title
                if offer.seconds is None
                else self.tr("{title} · about {time}").format(
                    title=offer.title, time=duration_text(offer.seconds)
                ),
                offer.problem,
                offer.description,
            )
            for offer in state.models
        )
        self.model_combo.show_offers(offers, state.model.id if state.model else None)
        text = state.model.description if state.model else self.tr("No model is installed.")
        self._model_text.setText(text)

    def _show_extents(self, state: DockState) -> None:
        titles = {
            ExtentMode.WHOLE: self.tr("Whole scene"),
            ExtentMode.CANVAS: self.tr("Map canvas"),
            ExtentMode.POLYGONS: self.tr("Selected polygons"),
        }
        offers = tuple(
            Offer(offer.mode, titles[offer.mode], offer.problem) for offer in state.extents
        )
        self.extent_combo.show_offers(offers, state.extent)
        self._area.setText(state.area)

    def _show_also(self, state: DockState) -> None:
        self.also_composite.setText(state.also_text)
        self.also_composite.setChecked(state.also_composite)
        self.also_composite.setEnabled(not state.also_problem)
        self.also_composite.setToolTip(
            state.also_problem
            or self.tr("With the method and date of the tab Composite, in the same run")
        )

    def _show_run(self, state: DockState) -> None:
        ready = (
            self.tr("Stop the run (Esc)") if self.is_running else self.tr("Make the mask (Enter)")
        )
        self._show_button(
            state.run_text, state.run_enabled, state.run_reason or ready, state.progress
        )
