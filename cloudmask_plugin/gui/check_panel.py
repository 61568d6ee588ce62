"""The tab in which a mask is looked at, judged and mended: widgets only.

What its signals do is the matter of :mod:`.check_controller` and of the tools it holds.
"""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ..engine.mask_table import TABLES
from ..engine_text import engine_text
from .check_keys import key_lines
from .labels import QuietLabel
from .look_group import LookGroup
from .notice import NoticeArea
from .offer_combo import Offer, OfferCombo
from .run_panel import COMFORTABLE, NARROWEST
from .section import Section
from .threshold_group import ThresholdGroup


class CheckPanel(QScrollArea):
    """Mask, scene and what they are compared to; views; and a section for each tool.

    :ivar chosen: emitted with "mask", "scene", "other", "table" or "probabilities" when the user
        chooses another one.
    :ivar shown: emitted with True when the tab comes to the front, with False when it leaves.
    :ivar key_pressed: emitted with a key event that no widget of the tab has taken.
    """

    chosen = pyqtSignal(str)
    shown = pyqtSignal(bool)
    key_pressed = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("check_panel")
        self.setWidgetResizable(True)
        self.setMinimumWidth(NARROWEST)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.mask = OfferCombo()
        self.scene = OfferCombo()
        self.other = OfferCombo()
        self.table = OfferCombo()
        self.probabilities = OfferCombo()
        self.notice = NoticeArea(2)
        self.notice.setObjectName("check_notice")
        self.look = LookGroup()
        self.agreement = QuietLabel()
        self.agreement.setObjectName("agreement")
        self.agreement.setWordWrap(True)
        self.agreement.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.agreement.hide()
        self.thresholds = ThresholdGroup()
        self._sections = QVBoxLayout()
        self._below = QVBoxLayout()
        self._build()
        self._keys = self._key_section()
        self.add_section("section_thresholds", self.tr("Strict or &generous"), self.thresholds)

    def sizeHint(self) -> QSize:
        """Return the width of the other tabs."""
        return QSize(COMFORTABLE, super().sizeHint().height())

    def add_section(self, name: str, title: str, body: QWidget) -> Section:
        """Add a tool below the others, folded away but for the first."""
        section = Section(title, body)
        section.button.setObjectName(name)
        section.set_open(self._sections.count() == 0)
        self._sections.addWidget(section)
        return section

    def show_keys(self) -> None:
        """Open the list of the keys, or close it."""
        self._keys.set_open(not self._keys.is_open)
        if self._keys.is_open:
            QTimer.singleShot(0, lambda: self.ensureWidgetVisible(self._keys))

    def show_table(self, detected: str, value: str | None) -> None:
        """Show what a mask's values mean.

        :param detected: title of the table that something tells, "" where nothing does.
        :param value: key of the table that the user has stated, None for none.
        """
        known = self.tr("As detected: {title}").format(title=detected) if detected else ""
        offers = [Offer(None, known or self.tr("As detected"))]
        offers += [Offer(table.key, engine_text(table.title)) for table in TABLES]
        self.table.show_offers(tuple(offers), value)

    def keyPressEvent(self, event) -> None:
        """Hand on what no widget has taken."""
        event.ignore()
        self.key_pressed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def showEvent(self, event) -> None:
        """Tell that the tab is in front."""
        super().showEvent(event)
        if not event.spontaneous():
            self.shown.emit(True)

    def hideEvent(self, event) -> None:
        """Tell that the tab has left."""
        super().hideEvent(event)
        if not event.spontaneous():  # else the window is minimised
            self.shown.emit(False)

    def _key_section(self) -> Section:
        """Return a section that lists the keys of the tab; it stays below all others."""
        body = QWidget()
        grid = QGridLayout(body)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for row, (sign, about) in enumerate(key_lines()):
            told = QuietLabel(about)
            told.setWordWrap(True)
            told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            grid.addWidget(QLabel(f"<b>{escape(sign)}</b>"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(told, row, 1)
        section = Section(self.tr("Keys (?)"), body)
        section.button.setObjectName("section_keys")
        self._below.addWidget(section)
        return section

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        rows = (
            ("mask", self.tr("M&ask"), self.mask, self.tr("The mask that is checked")),
            ("table", self.tr("Values"), self.table, self.tr("What the mask's values mean")),
            ("scene", self.tr("Sce&ne"), self.scene, self.tr("The image that was masked")),
            (
                "other",
                self.tr("Compare"),
                self.other,
                self.tr("A second mask: right of a swipe, between flickers, in the agreement"),
            ),
            (
                "probabilities",
                self.tr("Probabilities"),
                self.probabilities,
                self.tr("The probabilities that were written with the mask"),
            ),
        )
        for row, (name, title, combo, about) in enumerate(rows):
            label = QLabel(title)
            label.setBuddy(combo)
            combo.setObjectName(f"check_{name}")
            combo.set_about(about)
            combo.chosen.connect(lambda _, name=name: self.chosen.emit(name))
            grid.addWidget(label, row, 0)
            grid.addWidget(combo, row, 1)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(9, 6, 9, 6)
        layout.setSpacing(5)
        layout.addLayout(grid)
        layout.addWidget(self.notice)
        layout.addWidget(self.look)
        layout.addWidget(self.agreement)
        layout.addLayout(self._sections)
        layout.addLayout(self._below)
        layout.addStretch(1)
        self.setWidget(content)
