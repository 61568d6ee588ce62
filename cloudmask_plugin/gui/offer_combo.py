"""A drop-down list whose entries may be unavailable, each with the reason as its tooltip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QSizePolicy, QWidget


@dataclass(frozen=True)
class Offer:
    """An entry: the value it stands for, its text, and why it cannot be chosen."""

    value: Any
    text: str
    problem: str = ""
    tooltip: str = ""


class OfferCombo(QComboBox):
    """Shows offers and tells which one the user chose; never changes under a passing wheel."""

    chosen = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: tuple[Offer, ...] = ()
        self._about = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(6)
        self.activated.connect(lambda index: self.chosen.emit(self._offers[index].value))

    def set_about(self, about: str) -> None:
        """Set the tooltip of the list as a whole."""
        self._about = about
        self.setToolTip(about)

    def value(self) -> Any:
        """Return the value of the entry shown, None where the list is empty."""
        index = self.currentIndex()
        return self._offers[index].value if 0 <= index < len(self._offers) else None

    def show_offers(self, offers: tuple[Offer, ...], value: Any) -> None:
        """Show the entries with the one of ``value`` as current, without telling anybody."""
        if offers != self._offers:
            self._offers = offers
            self.clear()
            for row, offer in enumerate(offers):
                self.addItem(offer.text)
                item = self.model().item(row)
                item.setEnabled(not offer.problem)
                item.setToolTip(offer.problem or offer.tooltip)
        index = next((row for row, offer in enumerate(offers) if offer.value == value), -1)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        problem = offers[index].problem if index >= 0 else ""
        self.setToolTip(problem or self._about)

    def wheelEvent(self, event) -> None:
        """Leave the wheel to the scroll area unless the list has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
