"""The plugin's page in QGIS's options: what is set once, not for each scene."""

from __future__ import annotations

from qgis.gui import (
    QgsFileWidget,
    QgsOptionsPageWidget,
    QgsOptionsWidgetFactory,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QFormLayout, QGroupBox, QLabel, QVBoxLayout, QWidget

from .. import settings
from ..engine import models
from ..engine_text import engine_text
from ..icons import icon
from .installer import Installer
from .offer_combo import Offer, OfferCombo
from .option_groups import MAX_THREADS, StillSpin
from .runtime_help import RuntimeHelp
from .state import Runtime

translate = QCoreApplication.translate

PAGE_NAME = "CloudMaskOptions"


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page whenever QGIS's options are opened."""

    def __init__(self) -> None:
        super().__init__(translate("CloudMask", "Cloud Mask"), icon("icon"))

    def createWidget(self, parent: QWidget | None = None) -> OptionsPage:
        """Return a new page."""
        return OptionsPage(parent)


class OptionsPage(QgsOptionsPageWidget):
    """Default model, folder of own models, threads, and whether onnxruntime is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(PAGE_NAME)
        stored = settings.load()
        self._model = OfferCombo()
        self._model.setObjectName("options_model")
        self._folder = QgsFileWidget()
        self._folder.setObjectName("options_model_folder")
        self._folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self._folder.setFilePath(stored.model_folder)
        self._folder.setToolTip(
            self.tr("Each folder in it that holds a card.json and a model.onnx is a model.")
        )
        self._folder.fileChanged.connect(lambda _: self._show_models(self._model.value() or ""))
        self._threads = StillSpin()
        self._threads.setObjectName("options_threads")
        self._threads.setRange(0, MAX_THREADS)
        self._threads.setClearValue(0, self.tr("all cores"))
        self._threads.setValue(stored.threads)
        self._show_models(stored.model)
        masking = QGroupBox(self.tr("Masking"))
        form = QFormLayout(masking)
        form.addRow(self.tr("Default &model"), self._model)
        form.addRow(self.tr("&Folder of own models"), self._folder)
        form.addRow(self.tr("&Threads"), self._threads)
        layout = QVBoxLayout(self)
        layout.addWidget(masking)
        layout.addWidget(self._runtime_group(stored))
        layout.addStretch(1)

    def apply(self) -> None:
        """Store what is set; called when the options are confirmed."""
        settings.update(
            model=self._model.value() or "",
            model_folder=self._folder.filePath().strip(),
            threads=self._threads.value(),
            wheel=self._wheel.filePath().strip(),
        )

    def _runtime_group(self, stored: settings.Settings) -> QGroupBox:
        self._there = QLabel()
        self._there.setObjectName("options_runtime")
        self._there.setWordWrap(True)
        self._wheel = QgsFileWidget()
        self._wheel.setObjectName("options_wheel")
        self._wheel.setStorageMode(QgsFileWidget.StorageMode.GetFile)
        self._wheel.setFilter(self.tr("Wheels (*.whl)"))
        self._wheel.setFilePath(stored.wheel)
        self._wheel.setToolTip(
            self.tr("For computers without a network: the downloaded wheel of onnxruntime.")
        )
        self._wheel.fileChanged.connect(self._wheel_chosen)
        self._help = RuntimeHelp()
        self._installer = Installer(self)
        self._installer.changed.connect(self._show_runtime)
        self._help.install_requested.connect(self._installer.install)
        group = QGroupBox("onnxruntime")
        layout = QVBoxLayout(group)
        layout.addWidget(self._there)
        self._missing = QWidget()
        form = QFormLayout(self._missing)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self._help)
        form.addRow(self.tr("Install from &wheel"), self._wheel)
        layout.addWidget(self._missing)
        self._show_runtime(self._installer.look())
        return group

    def _show_runtime(self, runtime: Runtime) -> None:
        self._help.show_runtime(runtime)
        self._missing.setVisible(bool(runtime.problem))
        self._there.setVisible(not runtime.problem)
        self._there.setText(self.tr("onnxruntime is installed: the models can run."))

    def _wheel_chosen(self, path: str) -> None:
        settings.update(wheel=path.strip())
        self._installer.look()

    def _show_models(self, chosen: str) -> None:
        """List the models of the folder shown; an unknown choice falls back to the default."""
        folder = self._folder.filePath().strip()
        cards = models.installed((folder,) if folder else ())
        offers = tuple(
            Offer(card.id, engine_text(card.title), tooltip=engine_text(card.description))
            for card in cards
        )
        known = [card.id for card in cards]
        if chosen not in known:
            chosen = known[0] if known else ""
        self._model.show_offers(offers, chosen)
