"""Sliders that decide a mask anew from its probabilities, and what each position costs."""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ..engine.consequences import STRICTEST, stricter
from ..engine.purposes import PURPOSES
from ..engine.refine import RefineOptions
from ..engine_text import engine_text
from .labels import QuietLabel
from .look_group import StillSlider
from .offer_combo import Offer, OfferCombo

STEPS = 2  # positions of the slider for each doubling of the odds
AS_WRITTEN = "as written"


class ThresholdGroup(QWidget):
    """Purpose, strict ↔ generous, and a threshold a class.

    :ivar changed: emitted when another mask is wanted; see :meth:`value`.
    :ivar applied: the user wants the mask written.
    :ivar reverted: the user wants the mask as it is written.
    """

    changed = pyqtSignal()
    applied = pyqtSignal()
    reverted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._written = self._base = RefineOptions()
        self._quiet = False
        self.purpose = OfferCombo()
        self.purpose.setObjectName("check_purpose")
        self.purpose.chosen.connect(self._choose_purpose)
        self.strictness = StillSlider(
            "strictness", -round(STRICTEST * STEPS), round(STRICTEST * STEPS), 0
        )
        self.strictness.setAccessibleName(self.tr("Generous to strict"))
        self.strictness.setToolTip(
            self.tr("To the right more is masked; each step counts cloud and shadow 1.4 times.")
        )
        self.strictness.setTickPosition(StillSlider.TickPosition.TicksBelow)
        self.strictness.setTickInterval(STEPS)
        self.strictness.valueChanged.connect(self._step)
        self._sliders: dict[str, StillSlider] = {}
        self._values: dict[str, QLabel] = {}
        self.cost = QLabel()
        self.cost.setObjectName("consequences")
        self.step_cost = QuietLabel()
        self.step_cost.setObjectName("step_cost")
        self.view_cost = QuietLabel()
        self.view_cost.setObjectName("view_cost")
        for label, lines in ((self.cost, 4), (self.step_cost, 2), (self.view_cost, 2)):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            label.setMinimumHeight(lines * self.fontMetrics().lineSpacing() + 2)
        self.apply_button = QPushButton(self.tr("Appl&y: write this mask"))
        self.apply_button.setObjectName("apply_thresholds")
        self.apply_button.clicked.connect(self.applied)
        self.back_button = QPushButton(self.tr("Back"))
        self.back_button.setObjectName("back_to_written")
        self.back_button.setToolTip(self.tr("Show the mask as it is written"))
        self.back_button.clicked.connect(self.reverted)
        self._build()
        held = (self.strictness, *self._sliders.values(), self.back_button)
        self._about: dict[QWidget, str] = {widget: widget.toolTip() for widget in held}
        self._about[self.purpose] = self.tr("Thresholds that suit what the mask is for")
        self.purpose.set_about(self._about[self.purpose])
        self.show_written(RefineOptions())

    def value(self) -> RefineOptions:
        """Return what is set."""
        return stricter(self._base, self.strictness.value() / STEPS)

    @property
    def is_changed(self) -> bool:
        """True where what is set differs from how the mask was written."""
        return self.value() != self._written

    def step_stricter(self) -> RefineOptions | None:
        """Return the options one step stricter, None at the end."""
        position = self.strictness.value() + 1
        if position > self.strictness.maximum():
            return None
        return stricter(self._base, position / STEPS)

    def show_written(self, options: RefineOptions) -> None:
        """Show by which options the mask was written."""
        self._written = options
        self.go_back()

    def go_back(self) -> None:
        """Show the options by which the mask was written again, without telling anybody."""
        self._base = self._written
        self._show(0, AS_WRITTEN)

    def show_problem(self, problem: str) -> None:
        """Say why nothing can be decided anew, "" where it can."""
        self.purpose.set_about(problem or self._about[self.purpose])
        for widget in (self.purpose, self.strictness, *self._sliders.values(), self.back_button):
            widget.setEnabled(not problem)
            if widget is not self.purpose:
                widget.setToolTip(problem or self._about[widget])
        if problem:
            self.cost.setText(problem)
            self.step_cost.setText("")
            self.view_cost.setText("")
        self.show_apply(problem)

    def show_apply(self, problem: str) -> None:
        """Say why the mask cannot be written, "" where it can."""
        self.apply_button.setEnabled(not problem)
        self.apply_button.setToolTip(
            problem or self.tr("Write a new mask with these options beside the old one")
        )

    def _build(self) -> None:
        ends = QHBoxLayout()
        ends.addWidget(QuietLabel(self.tr("generous")))
        ends.addWidget(self.strictness, 1)
        ends.addWidget(QuietLabel(self.tr("strict")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        label = QLabel(self.tr("Purpose"))
        label.setBuddy(self.purpose)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.purpose, 0, 1, 1, 2)
        grid.addLayout(ends, 1, 0, 1, 3)
        for row, (key, title) in enumerate(
            (
                ("thick", self.tr("Thick from")),
                ("thin", self.tr("Thin from")),
                ("shadow", self.tr("Shadow from")),
            ),
            start=2,
        ):
            slider = StillSlider(f"check_{key}", 1, 99, 50)
            slider.setAccessibleName(title)
            slider.setToolTip(self.tr("Probability from which this class is preferred to clear"))
            slider.valueChanged.connect(lambda percent, key=key: self._move(key, percent))
            value = QLabel()
            value.setMinimumWidth(self.fontMetrics().horizontalAdvance("100 %"))
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._sliders[key], self._values[key] = slider, value
            grid.addWidget(QLabel(title), row, 0)
            grid.addWidget(slider, row, 1)
            grid.addWidget(value, row, 2)
        buttons = QHBoxLayout()
        buttons.addWidget(self.apply_button, 1)
        buttons.addWidget(self.back_button)
        layout = QVBoxLayout(self)
        layout.setSpacing(3)
        layout.addLayout(grid)
        for widget in (self.cost, self.step_cost, self.view_cost):
            layout.addWidget(widget)
        layout.addLayout(buttons)

    def _choose_purpose(self, key: str) -> None:
        if key == AS_WRITTEN:
            self._base = self._written
        else:
            self._base = next(item.refine for item in PURPOSES if item.key == key)
        self._show(0, key)
        self.changed.emit()

    def _step(self, _: int) -> None:
        if not self._quiet:
            self._show(self.strictness.value(), self.purpose.value())
            self.changed.emit()

    def _move(self, key: str, percent: int) -> None:
        if not self._quiet:
            self._base = replace(self.value(), **{key: percent / 100})
            self._show(0, None)
            self.changed.emit()

    def _show(self, strictness: int, purpose: str | None) -> None:
        self._quiet = True
        offers = [Offer(AS_WRITTEN, self.tr("As written"))]
        offers += [
            Offer(p.key, engine_text(p.title), tooltip=engine_text(p.reason)) for p in PURPOSES
        ]
        if purpose is None:
            purpose = next(
                (item.key for item in PURPOSES if item.refine == self._base),
                AS_WRITTEN if self._base == self._written else None,
            )
        self.purpose.show_offers(tuple(offers), purpose)
        self.strictness.setValue(strictness)
        options = self.value()
        for key, slider in self._sliders.items():
            share = getattr(options, key)
            slider.setValue(min(max(round(100 * share), 1), 99))
            self._values[key].setText(f"{100 * share:.0f}\u00a0%")
        self._quiet = False
