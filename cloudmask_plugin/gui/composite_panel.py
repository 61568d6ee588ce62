"""The Composite tab: shows a CompositeState and tells what the user wants.

Holds no knowledge of runs, files or layers: see :mod:`.composite_tab` for what the signals do.
"""

from __future__ import annotations

from dataclasses import replace
from html import escape

from qgis.gui import QgsDateEdit
from qgis.PyQt.QtCore import QDate, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeySequence
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ..candidates import LAYER_KEY
from ..engine.composite import ANY, NEVER, THIN
from ..engine.mask_table import TABLES
from ..engine.palette_style import distinct_colours
from ..engine_text import engine_text
from ..scene_text import duration_text
from .composite_state import (
    CompositeOptions,
    CompositePhase,
    CompositeState,
    LastComposite,
    method_titles,
)
from .destination import DestinationGroup
from .labels import QuietLabel, ShortenedLabel
from .notice import NoticeArea
from .offer_combo import Offer, OfferCombo
from .option_groups import StillDoubleSpin
from .result_bar import NODATA_COLOUR, ClassBar, share_text
from .run_panel import RunPanel, add_sections
from .scene_chooser import OPEN_KEY
from .scene_table import SceneTable
from .section import Section
from .state import ExtentMode
from .tool_button import ToolButton

PREVIEW_KEY = "Alt+I"
LONG_ENOUGH = 20  # letters of an entry that are seen; a narrow panel puts it below its title
LEGEND_NAMES = 8  # scenes named below the bar; the source layer's legend names all


class CompositePanel(RunPanel):
    """Everything between the scenes and their composite, top to bottom."""

    shown = pyqtSignal()
    preview_requested = pyqtSignal()
    look_requested = pyqtSignal()
    add_files_requested = pyqtSignal()
    add_folder_requested = pyqtSignal()
    remove_requested = pyqtSignal(str)
    ticked = pyqtSignal(str, bool)
    dated = pyqtSignal(str, str)
    picked = pyqtSignal(str)
    mask_chosen = pyqtSignal(str, str)
    extent_chosen = pyqtSignal(object)
    options_changed = pyqtSignal(object)
    output_changed = pyqtSignal()
    zoom_requested = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phase = CompositePhase.NO_SCENES
        self._options = CompositeOptions()
        self._picked = ""
        self.table = SceneTable()
        self.notice = NoticeArea(2)
        self.mask_combo = OfferCombo()
        self.method_combo = OfferCombo()
        self.target = QgsDateEdit()
        self.extent_combo = OfferCombo()
        self.destination = DestinationGroup(
            "composite_output",
            self.tr("Write the composite to"),
            self.tr(
                "The composite is written here, clear observations and source scenes beside it; "
                "existing files are replaced once they are whole."
            ),
        )
        self.further_section = Section(self.tr("&Further options"), self._further())
        self.output_section = Section(self.tr("O&utput"), self.destination)
        self.preview_button = QPushButton(self.tr("Prev&iew"))
        self.status = NoticeArea(2)
        self._build()
        self._connect()

    @property
    def is_running(self) -> bool:
        """True while a run can be stopped."""
        return self._phase is CompositePhase.RUNNING

    @property
    def is_cancelling(self) -> bool:
        """True while a run stops."""
        return self._phase is CompositePhase.CANCELLING

    def options(self) -> CompositeOptions:
        """Return what is chosen beside scenes and extent."""
        return self._options

    def set_options(self, options: CompositeOptions) -> None:
        """Show options without telling anybody."""
        self._options = options
        for widget in (self.target, self._buffer):
            widget.blockSignals(True)
        if options.target:
            self.target.setDate(QDate.fromString(options.target, Qt.DateFormat.ISODate))
        else:
            self.target.clear()
        self._buffer.setValue(options.buffer)
        for widget in (self.target, self._buffer):
            widget.blockSignals(False)
        self._fallback.show_offers(self._fallbacks(), options.fallback)
        self._tables.show_offers(self._table_offers(), options.mask_classes)
        self.further_section.set_summary(self._summary())

    def show_state(self, state: CompositeState) -> None:
        """Show a state; the only way in which what is seen changes."""
        self._phase = state.phase
        self._picked = state.selected
        self.table.show_rows(state.rows, state.selected)
        self._count.setText(state.count)
        self._count.setToolTip(state.count)
        removable = bool(state.selected) and not _is_layer(state)
        self._remove.setEnabled(removable)
        self._remove.setToolTip(
            self.tr("Take the selected scene out of the list")
            if removable
            else self.tr("Scenes that are layers are left out by their tick.")
            if state.selected
            else self.tr("There is no scene to take out.")
        )
        self.notice.show_notice(state.notice)
        self.notice.setToolTip(state.left_out or state.notice.text)
        self.mask_combo.show_offers(state.mask_offers, state.mask)
        self.mask_combo.setEnabled(bool(state.mask_offers))
        self.mask_combo.set_about(
            self.tr("Mask of {scene}").format(scene=state.mask_title)
            if state.mask_offers
            else self.tr("Select a scene in the table.")
        )
        self.method_combo.show_offers(state.methods, self._options.method)
        self._method_text.setText(state.method_text)
        self._method_text.setToolTip(state.method_about)
        self._show_extents(state)
        self._show_run(state)
        self.output_section.set_summary(self.destination.summary())
        self.further_section.set_summary(self._summary())
        self.status.show_notice(state.status)
        self._show_last(state.last)

    def showEvent(self, event) -> None:
        """Tell that somebody looks."""
        super().showEvent(event)
        self.shown.emit()

    def _build(self) -> None:
        layout = self._lay_out()
        layout.addLayout(self._head())
        layout.addWidget(self.table)
        self.notice.setObjectName("composite_notice")
        layout.addWidget(self.notice)
        layout.addLayout(self._choices())
        add_sections(
            layout,
            (self.further_section, "section_composite_further"),
            (self.output_section, "section_composite_output"),
        )
        layout.addSpacing(4)
        layout.addLayout(self._buttons())
        layout.addWidget(self._progress_bar("composite_progress"))
        self.status.setObjectName("composite_status")
        layout.addWidget(self.status)
        self._build_last(layout)
        layout.addStretch(1)

    def _head(self) -> QHBoxLayout:
        label = QLabel(self.tr("Sce&nes"))
        label.setBuddy(self.table)
        self._count = QuietLabel()
        self._count.setObjectName("composite_count")
        self._count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        again = ToolButton(
            "composite_again", self.tr("Look at the scenes again"), "/mActionRefresh.svg"
        )
        again.clicked.connect(self.look_requested)
        add = ToolButton(
            "composite_add",
            self.tr("Add scenes that are not loaded ({key})").format(key=OPEN_KEY),
            "/symbologyAdd.svg",
        )
        add.setShortcut(QKeySequence(OPEN_KEY))
        add.setPopupMode(ToolButton.ToolButtonPopupMode.InstantPopup)
        add.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        menu = QMenu(add)
        menu.addAction(self.tr("Add &files, one scene each …"), self.add_files_requested.emit)
        menu.addAction(
            self.tr("Add a f&older of a product or of bands …"), self.add_folder_requested.emit
        )
        add.setMenu(menu)
        self._remove = ToolButton("composite_remove", "", "/symbologyRemove.svg")
        self._remove.setAccessibleName(self.tr("Take the selected scene out of the list"))
        self._remove.clicked.connect(lambda _: self.remove_requested.emit(self._picked))
        row = QHBoxLayout()
        row.setSpacing(3)
        row.addWidget(label)
        row.addSpacing(6)
        row.addWidget(self._count, 1)
        for button in (add, self._remove, again):
            row.addWidget(button)
        return row

    def _choices(self) -> QGridLayout:
        self.mask_combo.setObjectName("composite_mask")
        self.method_combo.setObjectName("composite_method")
        self.target.setObjectName("composite_target")
        self.extent_combo.setObjectName("composite_extent")
        self.target.setAllowNull(True)
        self.target.setNullRepresentation(self.tr("none"))
        self.target.setDisplayFormat("yyyy-MM-dd")
        self.target.setCalendarPopup(True)
        self.target.clear()
        self.target.setToolTip(
            self.tr("Day whose look is wanted: scenes near it count more where there is a choice.")
        )
        self.target.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._method_text = self._about("composite_method_text", 3)
        self._area = self._area_label("composite_area", self.tr("Area of the composite"))
        return self._rows(
            (
                (self.tr("M&ask"), self.mask_combo),
                (self.tr("Me&thod"), self.method_combo),
                ("", self._method_text),
                (self.tr("Tar&get date"), self.target),
                (self.tr("E&xtent"), self.extent_combo),
            ),
            (self.extent_combo, self._area),
        )

    def _further(self) -> QWidget:
        body = QWidget()
        self._fallback = OfferCombo()
        self._fallback.setObjectName("composite_fallback")
        self._fallback.set_about(
            self.tr("Of the least bad, thin cloud comes before shadow and that before thick cloud.")
        )
        self._tables = OfferCombo()
        self._tables.setObjectName("composite_mask_classes")
        self._tables.set_about(self.tr("What the values of masks of other programs mean."))
        for combo in (self._fallback, self._tables):
            combo.setMinimumWidth(self.fontMetrics().averageCharWidth() * LONG_ENOUGH)
        self._buffer = StillDoubleSpin()
        self._buffer.setObjectName("composite_buffer")
        self._buffer.setRange(0, 5000)
        self._buffer.setSingleStep(10)
        self._buffer.setDecimals(0)
        self._buffer.setSuffix(" m")
        self._buffer.setClearValue(0)
        self._buffer.setToolTip(self.tr("Cloud and shadow of all masks grow by this much."))
        form = QFormLayout(body)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("Where nothing is clear"), self._fallback)
        form.addRow(self.tr("Mask values"), self._tables)
        form.addRow(self.tr("Buffer"), self._buffer)
        return body

    def _buttons(self) -> QHBoxLayout:
        self._make_primary("composite_run")
        self.preview_button.setObjectName("composite_preview")
        self.preview_button.setMinimumHeight(self.run_button.minimumHeight())
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.preview_button, 1)
        row.addWidget(self.run_button, 2)
        return row

    def _build_last(self, layout: QVBoxLayout) -> None:
        layout.addWidget(QuietLabel(self.tr("Last result")))
        self._no_result = QuietLabel(self.tr("How much comes from each scene will stand here."))
        self._no_result.setObjectName("composite_no_result")
        self._no_result.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._title = ShortenedLabel()
        self._title.setObjectName("composite_result_title")
        self._bar = ClassBar()
        self._bar.setObjectName("composite_result_bar")
        self._bar.clicked.connect(self.zoom_requested)
        self._legend, self._remarks = QLabel(), QuietLabel()
        self._legend.setObjectName("composite_result_legend")
        self._legend.setTextFormat(Qt.TextFormat.RichText)
        self._remarks.setObjectName("composite_remarks")
        self._remarks.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._legend, self._remarks):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for widget in (self._no_result, self._title, self._bar, self._legend, self._remarks):
            layout.addWidget(widget)

    def _connect(self) -> None:
        self.table.scenes.ticked.connect(self.ticked)
        self.table.scenes.dated.connect(self.dated)
        self.table.picked.connect(self.picked)
        self.mask_combo.chosen.connect(lambda path: self.mask_chosen.emit(self._picked, path))
        self.method_combo.chosen.connect(lambda key: self._change(method=key))
        self.target.dateValueChanged.connect(lambda _: self._change(target=self._target_text()))
        self._fallback.chosen.connect(lambda key: self._change(fallback=key))
        self._tables.chosen.connect(lambda key: self._change(mask_classes=key))
        self._buffer.valueChanged.connect(lambda value: self._change(buffer=value))
        self.extent_combo.chosen.connect(self.extent_chosen)
        self.destination.changed.connect(self.output_changed)
        self.preview_button.clicked.connect(lambda _: self.preview_requested.emit())

    def _change(self, **changes: object) -> None:
        options = replace(self._options, **changes)
        if options != self._options:
            self._options = options
            self.options_changed.emit(options)

    def _target_text(self) -> str:
        if self.target.isNull():
            return ""
        return self.target.date().toString(Qt.DateFormat.ISODate)

    def _fallbacks(self) -> tuple[Offer, ...]:
        return (
            Offer(NEVER, self.tr("Leave it empty")),
            Offer(THIN, self.tr("Take thin cloud")),
            Offer(ANY, self.tr("Take the least bad")),
        )

    def _table_offers(self) -> tuple[Offer, ...]:
        return (
            Offer("", self.tr("As the masks tell")),
            *(Offer(table.key, engine_text(table.title)) for table in TABLES),
        )

    def _summary(self) -> str:
        """Return what differs from the defaults, "" where nothing does."""
        options, usual = self._options, CompositeOptions()
        parts = []
        if options.fallback != usual.fallback:
            parts.append(
                next(offer.text for offer in self._fallbacks() if offer.value == options.fallback)
            )
        if options.mask_classes:
            parts.append(options.mask_classes)
        if options.buffer:
            parts.append(self.tr("buffer {metres:g} m").format(metres=options.buffer))
        return ", ".join(parts)

    def _show_extents(self, state: CompositeState) -> None:
        titles = {
            ExtentMode.WHOLE: self.tr("Whole scene"),
            ExtentMode.CANVAS: self.tr("Map canvas"),
            ExtentMode.POLYGONS: self.tr("Selected polygons"),
        }
        offers = tuple(
            Offer(
                offer.mode,
                titles[offer.mode],
                offer.problem,
                self.tr("Of the first scene that is ticked; it gives the grid.")
                if offer.mode is ExtentMode.WHOLE
                else "",
            )
            for offer in state.extents
        )
        self.extent_combo.show_offers(offers, state.extent)
        self._area.setText(state.area)

    def _show_run(self, state: CompositeState) -> None:
        ready = (
            self.tr("Stop the run (Esc)")
            if self.is_running
            else self.tr("Make the composite (Enter)")
        )
        self._show_button(
            state.run_text, state.run_enabled, state.run_reason or ready, state.progress
        )
        self.preview_button.setShortcut(QKeySequence(PREVIEW_KEY))
        self.preview_button.setEnabled(state.preview_enabled)
        self.preview_button.setToolTip(
            state.preview_reason
            or self.tr("Composite of what the map shows, with large pixels, within seconds")
        )

    def _show_last(self, last: LastComposite | None) -> None:
        self._no_result.setVisible(last is None)
        for widget in (self._title, self._bar, self._legend, self._remarks):
            widget.setVisible(last is not None)
        if last is None:
            return
        result = last.result
        # The legend below names the scenes.
        title = method_titles()[result.method]
        title += f" · {duration_text(result.seconds[-1][1])}"
        if last.preview:
            title += self.tr(" · preview")
        elif last.temporary:
            title += self.tr(" · temporary")
        self._title.show_text(title)
        self._title.setToolTip(f"{title}\n{result.output}")
        colours = [QColor(*colour) for colour in distinct_colours(len(last.names))]
        if result.shares:
            shares = [share for _, share in result.shares]
            parts = tuple(zip(colours, shares))
            listed = sorted(zip(shares, result.shares, colours), key=lambda item: -item[0])
            texts = [
                f'<span style="color:{colour.name()}">■</span>&nbsp;'
                f"{escape(label).replace(' ', '&nbsp;')}&nbsp;{share_text(share)}"
                for share, (label, _), colour in listed[:LEGEND_NAMES]
            ]
        else:  # a method that mixes scenes
            parts = ((QColor(120, 160, 200), 1 - result.empty),)
            texts = [
                f'<span style="color:#78a0c8">■</span>&nbsp;{self.tr("mixed of all scenes")}&nbsp;'
                f"{share_text(1 - result.empty)}"
            ]
        self._bar.show_parts(parts, result.empty)
        texts.append(
            f'<span style="color:{NODATA_COLOUR.name()}">▨</span>&nbsp;{self.tr("empty")}&nbsp;'
            f"{share_text(result.empty)}"
        )
        self._legend.setText("&ensp; ".join(texts))
        self._bar.setAccessibleName(
            ", ".join(
                [f"{label} {share_text(share)}" for label, share in result.shares]
                + [self.tr("empty {share}").format(share=share_text(result.empty))]
            )
        )
        self._bar.setEnabled(bool(last.layer_id))
        self._bar.setToolTip(
            self.tr("Zoom to this composite")
            if last.layer_id
            else self.tr("The layer of this composite is no longer in the project.")
        )
        self._remarks.setText("\n".join(map(engine_text, result.warnings)))


def _is_layer(state: CompositeState) -> bool:
    return state.selected.startswith(LAYER_KEY)
