"""Bodies of the folded sections: how to refine the mask, where to write it, how to run."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.gui import QgsDoubleSpinBox, QgsSpinBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ..engine.refine import RefineOptions
from .destination import Destination, DestinationGroup
from .offer_combo import Offer, OfferCombo
from .shadow_group import ShadowGroup
from .state import ResolutionOffer

MAX_TTA = 7
MAX_THREADS = 256


class StillSpin(QgsSpinBox):
    """A spin box that a passing wheel does not change."""

    def wheelEvent(self, event) -> None:
        """Take the wheel only with the focus."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()


class StillDoubleSpin(QgsDoubleSpinBox):
    """A spin box for fractions that a passing wheel does not change."""

    def wheelEvent(self, event) -> None:
        """Take the wheel only with the focus."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()


class RefineGroup(QWidget):
    """Thresholds, buffer, minimum area, and what becomes of shadow without a cloud.

    :ivar changed: emitted when the user changes any of them.
    """

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        defaults = RefineOptions()
        self._thick = self._threshold("thick", defaults.thick)
        self._thin = self._threshold("thin", defaults.thin)
        self._shadow = self._threshold("shadow", defaults.shadow)
        self._buffer = self._number("buffer", " m", 0, 5000, 10, 0, defaults.buffer)
        self._buffer.setToolTip(self.tr("Cloud and shadow grow by this much over clear pixels."))
        self._min_area = self._number("min_area", " ha", 0, 10_000, 0.5, 2, defaults.min_area)
        self._min_area.setToolTip(self.tr("Smaller areas of cloud or of shadow become clear."))
        self.shadows = ShadowGroup()
        self.shadows.changed.connect(self.changed)
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Thick cloud from"), self._thick)
        form.addRow(self.tr("Thin cloud from"), self._thin)
        form.addRow(self.tr("Cloud shadow from"), self._shadow)
        form.addRow(self.tr("Buffer"), self._buffer)
        form.addRow(self.tr("Minimum area"), self._min_area)
        form.addRow(self.shadows)

    def value(self) -> RefineOptions:
        """Return what is set."""
        return RefineOptions(
            thick=round(self._thick.value() / 100, 4),
            thin=round(self._thin.value() / 100, 4),
            shadow=round(self._shadow.value() / 100, 4),
            min_area=round(self._min_area.value(), 4),
            buffer=self._buffer.value(),
        )

    def set_value(self, options: RefineOptions) -> None:
        """Show options without telling anybody."""
        for spin, value in (
            (self._thick, options.thick * 100),
            (self._thin, options.thin * 100),
            (self._shadow, options.shadow * 100),
            (self._min_area, options.min_area),
            (self._buffer, options.buffer),
        ):
            spin.blockSignals(True)
            spin.setValue(value)
            spin.blockSignals(False)

    def summary(self) -> str:
        """Return what differs from the defaults, "" where nothing does."""
        spins = (
            (self.tr("thick"), self._thick),
            (self.tr("thin"), self._thin),
            (self.tr("shadow"), self._shadow),
            (self.tr("buffer"), self._buffer),
            (self.tr("minimum"), self._min_area),
        )
        parts = [
            f"{name} {spin.text()}" for name, spin in spins if spin.value() != spin.clearValue()
        ]
        return ", ".join(filter(None, [*parts, self.shadows.summary()]))

    def _threshold(self, key: str, default: float) -> StillDoubleSpin:
        spin = self._number(f"threshold_{key}", " %", 1, 99, 5, 0, default * 100)
        spin.setToolTip(
            self.tr(
                "Probability from which this class is preferred to clear: "
                "lower finds more of it, higher makes fewer mistakes."
            )
        )
        return spin

    def _number(
        self,
        name: str,
        unit: str,
        low: float,
        high: float,
        step: float,
        decimals: int,
        value: float,
    ) -> StillDoubleSpin:
        spin = StillDoubleSpin()
        spin.setObjectName(name)
        spin.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        spin.setDecimals(decimals)
        spin.setRange(low, high)
        spin.setSingleStep(step)
        spin.setSuffix(unit)
        spin.setClearValue(value)
        spin.setValue(value)
        spin.valueChanged.connect(lambda _: self.changed.emit())
        return spin


@dataclass(frozen=True)
class OutputChoice:
    """Where the mask goes.

    :param to_file: write to ``path``; else to a temporary file.
    """

    to_file: bool = False
    path: str = ""
    probabilities: bool = False


class OutputGroup(QWidget):
    """A temporary file or one that is kept, and whether probabilities are written too.

    :ivar changed: emitted when the user changes any of them.
    """

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._destination = DestinationGroup(
            "output",
            self.tr("Write the mask to"),
            self.tr("The mask is written here; an existing file is replaced once it is whole."),
        )
        self._probabilities = QCheckBox(self.tr("Also write the probabilities"))
        self._probabilities.setObjectName("output_probabilities")
        self._probabilities.setToolTip(
            self.tr("One band a class beside the mask, named like it with _probabilities.")
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(3)
        layout.addWidget(self._destination)
        layout.addWidget(self._probabilities)
        self._destination.changed.connect(self.changed)
        self._probabilities.clicked.connect(lambda _: self.changed.emit())

    def value(self) -> OutputChoice:
        """Return what is set; a path without an ending gets that of GeoTIFF."""
        where = self._destination.value()
        return OutputChoice(where.to_file, where.path, self._probabilities.isChecked())

    def summary(self) -> str:
        """Return the file's name and whether probabilities are written, "" for the defaults."""
        parts = [self._destination.summary()]
        if self._probabilities.isChecked():
            parts.append(self.tr("probabilities"))
        return ", ".join(filter(None, parts))

    def set_value(self, choice: OutputChoice) -> None:
        """Show a choice without telling anybody."""
        self._destination.set_value(Destination(choice.to_file, choice.path))
        self._probabilities.setChecked(choice.probabilities)


@dataclass(frozen=True)
class RunChoice:
    """How the model is run. ``resolution`` in metres, None the scene's own."""

    resolution: float | None = None
    tta: int = 0
    threads: int = 0


class AdvancedGroup(QWidget):
    """Resolution, test-time augmentation, threads.

    :ivar changed: emitted when the user changes any of them.
    """

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: float | None = None
        self._resolution = OfferCombo()
        self._resolution.setObjectName("resolution")
        self._resolution.set_about(self.tr("Pixel size of the mask; coarser is faster."))
        self._resolution.chosen.connect(self._choose_resolution)
        self._tta = StillSpin()
        self._tta.setObjectName("tta")
        self._tta.setRange(0, MAX_TTA)
        self._tta.setClearValue(0, self.tr("none"))
        self._tta.setToolTip(
            self.tr(
                "Further looks at each tile, turned and mirrored, whose mean counts: "
                "each adds once the time, and a little accuracy."
            )
        )
        self._threads = StillSpin()
        self._threads.setObjectName("threads")
        self._threads.setRange(0, MAX_THREADS)
        self._threads.setClearValue(0, self.tr("all cores"))
        self._threads.setToolTip(self.tr("Processor threads that the model may use."))
        for spin in (self._tta, self._threads):
            spin.valueChanged.connect(lambda _: self.changed.emit())
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Resolution"), self._resolution)
        form.addRow(self.tr("Further looks"), self._tta)
        form.addRow(self.tr("Threads"), self._threads)

    def value(self) -> RunChoice:
        """Return what is set."""
        return RunChoice(self._wanted, self._tta.value(), self._threads.value())

    def set_value(self, choice: RunChoice) -> None:
        """Show a choice without telling anybody."""
        self._wanted = choice.resolution
        for spin, value in ((self._tta, choice.tta), (self._threads, choice.threads)):
            spin.blockSignals(True)
            spin.setValue(value)
            spin.blockSignals(False)

    def summary(self) -> str:
        """Return what differs from the defaults, "" where nothing does."""
        choice = self.value()
        parts = [] if choice.resolution is None else [f"{choice.resolution:g} m"]
        if choice.tta:
            parts.append(self.tr("{count} further looks").format(count=choice.tta))
        if choice.threads:
            parts.append(self.tr("{count} threads").format(count=choice.threads))
        return ", ".join(parts)

    def show_resolutions(self, offers: tuple[ResolutionOffer, ...]) -> None:
        """Show which resolutions the scene can be masked at."""
        self._resolution.show_offers(
            tuple(Offer(offer.metres, offer.title, offer.problem) for offer in offers),
            self._wanted,
        )

    def _choose_resolution(self, metres: float | None) -> None:
        self._wanted = metres
        self.changed.emit()
