"""How a mask is looked at: view modes, opacity and band combinations, by mouse and by key."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..check_layers import COMBINATIONS
from .check_keys import named
from .mask_overlay import Mode

AS_STYLED = ""  # stands for the layer's own style among the combinations


class StillSlider(QSlider):
    """A horizontal slider that a passing wheel does not change."""

    def __init__(self, name: str, low: int, high: int, value: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName(name)
        self.setRange(low, high)
        self.setValue(value)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event) -> None:
        """Take the wheel only with the focus."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()


class LookGroup(QWidget):
    """Buttons for the views of a mask and for the bands below it.

    :ivar mode_chosen: emitted with a :class:`~.mask_overlay.Mode`.
    :ivar opacity_chosen: emitted with 0..1.
    :ivar bands_chosen: emitted with the key of a combination, "" for the layer's own style.
    """

    mode_chosen = pyqtSignal(object)
    opacity_chosen = pyqtSignal(float)
    bands_chosen = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._modes = QButtonGroup(self)
        self._bands = QButtonGroup(self)
        self._about: dict[str, str] = {}
        modes = QGridLayout()
        modes.setSpacing(2)
        for number, (mode, title, about) in enumerate(self._mode_texts(), start=1):
            button = self._button(f"view_{mode.value}", title, named(about, f"view_{mode.value}"))
            self._modes.addButton(button, number)
            modes.addWidget(button, 0, number - 1)
        self._modes.button(1).setChecked(True)
        self._modes.idClicked.connect(lambda number: self.mode_chosen.emit(tuple(Mode)[number - 1]))
        bands = QGridLayout()
        bands.setSpacing(2)
        for number, (key, title, about) in enumerate(self._band_texts()):
            button = self._button(f"bands_{key or 'styled'}", title, named(about, "bands"))
            self._bands.addButton(button, number)
            bands.addWidget(button, 0, number)
        self._bands.button(len(COMBINATIONS)).setChecked(True)
        self._bands.idClicked.connect(
            lambda number: self.bands_chosen.emit(self._band_texts()[number][0])
        )
        self._opacity = StillSlider("opacity", 0, 100, 100)
        self._opacity.setToolTip(
            named(named(self.tr("Opacity of the mask"), "more_opaque"), "less_opaque")
        )
        self._opacity.setAccessibleName(self.tr("Opacity"))
        self._opacity.valueChanged.connect(lambda value: self.opacity_chosen.emit(value / 100))
        opacity = QHBoxLayout()
        opacity.addWidget(QLabel(self.tr("Opacity")))
        opacity.addWidget(self._opacity)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(modes)
        layout.addLayout(opacity)
        layout.addLayout(bands)

    @property
    def mode(self) -> Mode:
        """The view mode that is chosen."""
        return tuple(Mode)[self._modes.checkedId() - 1]

    def choose_mode(self, mode: Mode) -> None:
        """Choose a view mode, as its button does."""
        button = self._modes.button(tuple(Mode).index(mode) + 1)
        if button.isEnabled():
            button.click()

    def step_opacity(self, step: int) -> None:
        """Make the mask less or more opaque, by per cents."""
        self._opacity.setValue(self._opacity.value() + step)

    def choose_next_bands(self) -> None:
        """Choose the next combination that the scene has."""
        buttons = self._bands.buttons()
        current = self._bands.checkedId()
        for step in range(1, len(buttons) + 1):
            button = self._bands.button((current + step) % len(buttons))
            if button.isEnabled():
                button.click()
                return

    def allow_second(self, problem: str) -> None:
        """Say why there is no second mask to agree with, "" where there is one."""
        button = self._modes.button(tuple(Mode).index(Mode.AGREEMENT) + 1)
        button.setEnabled(not problem)
        button.setToolTip(problem or self._about[button.objectName()])
        if problem and button.isChecked():
            self.choose_mode(Mode.OVERLAY)

    def allow_bands(self, problems: dict[str, str]) -> None:
        """Say which combinations the scene lacks, and why, by their keys."""
        for number, (key, _, _) in enumerate(self._band_texts()):
            button = self._bands.button(number)
            problem = problems.get(key, "")
            button.setEnabled(not problem)
            button.setToolTip(problem or self._about[button.objectName()])

    def show_bands(self, key: str) -> None:
        """Show which combination is on the map, without telling anybody."""
        for number, (known, _, _) in enumerate(self._band_texts()):
            if known == key:
                self._bands.button(number).setChecked(True)

    def _button(self, name: str, title: str, about: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(title)
        button.setCheckable(True)
        button.setToolTip(about)
        button.setAccessibleName(about)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._about[name] = about
        return button

    def _mode_texts(self) -> tuple[tuple[Mode, str, str], ...]:
        return (
            (Mode.OVERLAY, self.tr("Overlay"), self.tr("The mask over the scene")),
            (Mode.SWIPE, self.tr("Swipe"), self.tr("The mask left of a line that you drag")),
            (Mode.FLICKER, self.tr("Flicker"), self.tr("The mask comes and goes")),
            (Mode.OUTLINE, self.tr("Outline"), self.tr("Only the rims of cloud and shadow")),
            (Mode.AGREEMENT, self.tr("Agree"), self.tr("Where two masks agree and differ")),
        )

    def _band_texts(self) -> tuple[tuple[str, str, str], ...]:
        about = {
            "true": (self.tr("True colour"), self.tr("Red, green and blue")),
            "swir": (
                self.tr("SWIR"),
                self.tr("SWIR–NIR–red: snow turns dark or blue, cloud stays white"),
            ),
            "cirrus": (self.tr("Cirrus"), self.tr("The cirrus band: thin high cloud is bright")),
        }
        listed = tuple((item.key, *about[item.key]) for item in COMBINATIONS)
        return (*listed, (AS_STYLED, self.tr("As styled"), self.tr("The layer's own style")))
