"""The way to a scene: the project's layers, and what is opened from a file, folder or address."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Union
from urllib.parse import unquote, urlsplit

from qgis.core import Qgis, QgsMapLayer, QgsMimeDataUtils, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import QMimeData, Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from .. import layers, settings
from ..engine.errors import CloudMaskError
from ..engine_text import engine_text
from .tool_button import ToolButton

Location = Union[str, tuple[str, ...]]  # a file, product or address, or the files of one scene

NO_LAYERS = (".xml", ".txt", ".zip", ".json", ".geojson", ".nc")  # scenes of several rasters
RECENT = 5
OPEN_KEY = "Alt+B"
MARGIN = 4  # pixels between parts of a list's entry


@dataclass(frozen=True)
class ChosenScene:
    """What the list of scenes shows; all is empty where none is chosen.

    :param location: as ``engine.describe.describe`` takes it.
    :param layer_id: its layer, "" where it is none.
    :param problem: why it cannot be a scene at all.
    :param bands: file and name of each band, where several layers make the scene.
    """

    name: str = ""
    location: Location = ""
    layer_id: str = ""
    problem: str = ""
    bands: tuple[tuple[str, str], ...] = ()


NO_SCENE = ChosenScene()


class SceneChooser(QWidget):
    """A list of the project's raster layers and of what was opened beside them.

    :ivar changed: emitted when another scene may be shown; its entries move with the project's.
    :ivar menu_shown: the user wants to open something; see :meth:`offer_selected`.
    """

    changed = pyqtSignal()
    menu_shown = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = QgsProject.instance()
        self._listed: dict[str, ChosenScene] = {}  # scenes that are not one layer, by name listed
        self._layer_id = ""
        self._none_wanted = False
        self._selected: list[QgsRasterLayer] = []
        self._no_scene = self.tr("Choose a raster layer …")
        self.combo = SceneCombo()
        self.combo.setObjectName("scene")
        self.combo.setFilters(Qgis.LayerFilter.RasterLayer)
        self.combo.setAllowEmptyLayer(True, self._no_scene)
        self.combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.combo.setAccessibleName(self.tr("Scene"))
        self.combo.currentIndexChanged.connect(self._index_changed)
        self.combo.activated.connect(self._chosen_by_user)
        self.address = AddressField()
        self.address.entered.connect(self._open_address)
        self.address.left.connect(self._show_list)
        label = QLabel(self.tr("Sce&ne"))
        label.setBuddy(self.combo)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3)
        row.addWidget(label)
        row.addWidget(self.combo, 1)
        row.addWidget(self.address, 1)
        row.addWidget(self._open_button())
        self._show_list()
        self.setFocusProxy(self.combo)
        self.setMinimumHeight(max(self.combo.sizeHint().height(), self.address.sizeHint().height()))

    def scene(self) -> ChosenScene:
        """Return the scene that the list shows."""
        layer = self.combo.currentLayer()
        if layer is None:
            return self._listed.get(self.combo.currentText(), NO_SCENE)
        try:
            return ChosenScene(layer.name(), layers.location_of(layer), layer.id())
        except CloudMaskError as error:
            return ChosenScene(layer.name(), "", layer.id(), engine_text(str(error)))

    def choose_layer(self, layer: QgsMapLayer) -> None:
        """Make a layer the scene, as if the user had chosen it in the list."""
        self.combo.setLayer(layer)

    def take_layer(self, active: QgsMapLayer | None) -> None:
        """Choose the active layer, else the only one, unless the user has chosen already."""
        if self._none_wanted or self.scene() != NO_SCENE or not self.address.isHidden():
            return
        offered = [layer for layer in self._layers() if layer.providerType() == "gdal"]
        if active is not None and active.id() in [layer.id() for layer in offered]:
            self.choose_layer(active)
        elif len(offered) == 1:
            self.choose_layer(offered[0])

    def open(self, *locations: str) -> None:
        """Make a file, folder or address the scene, or several files one scene.

        What QGIS can show at once is added to the map.
        """
        self._show_list()
        if len(locations) > 1:
            paths = tuple(sorted(locations))  # the order in which the engine takes a folder's
            self._list(ChosenScene(self._and_more(title_of(paths[0]), len(paths) - 1), paths))
            return
        location = locations[0]
        self._remember(location)
        layer = next((one for one in self._layers() if self._source_of(one) == location), None)
        if layer is None and os.path.isfile(location) and not is_container(location):
            layer = QgsRasterLayer(location, Path(location).stem)
            if layer.isValid():
                self._project.addMapLayer(layer)
        if layer is not None and layer.isValid():
            self.choose_layer(layer)
        else:
            self._list(ChosenScene(title_of(location), location))

    def open_layers(self, chosen: list[QgsRasterLayer]) -> None:
        """Make several layers one scene, each with some of its bands."""
        name = self._and_more(chosen[0].name(), len(chosen) - 1)
        try:
            paths = tuple(layers.location_of(layer) for layer in chosen)
        except CloudMaskError as error:
            self._list(ChosenScene(name, problem=engine_text(str(error))))
            return
        bands = tuple(
            (path, layer.bandName(band))
            for path, layer in zip(paths, chosen)
            for band in range(1, layer.bandCount() + 1)
        )
        self._list(ChosenScene(name, paths, bands=bands))

    def offer_selected(self, selected: list[QgsRasterLayer]) -> None:
        """Offer the raster layers that are selected in QGIS as one scene, if they are several."""
        self._selected = selected
        text, reason = self.tr("Take the &selected layers as one scene"), ""
        if len(selected) > 1:
            text += f" ({len(selected)})"
        else:
            reason = self.tr("Select the raster layers of one scene in the layer panel first.")
        self._take_selected.setText(text)
        self._take_selected.setToolTip(reason)
        self._take_selected.setEnabled(not reason)

    def leave_out_results(self) -> None:
        """Offer no result of this plugin as a scene.

        The list of the combo box is never read back: it may hold layers that are gone.
        """
        self.combo.setExceptedLayerList(
            [
                layer
                for layer in self._project.mapLayers().values()
                if layer.customProperty(layers.RESULT)
            ]
        )

    def start_anew(self) -> None:
        """Take it that nobody has chosen anything yet, as in a new project."""
        self._none_wanted = False
        self._index_changed()

    def _open_button(self) -> ToolButton:
        tooltip = self.tr("Open a scene that is not loaded ({key})").format(key=OPEN_KEY)
        button = ToolButton("open_scene", tooltip, text="…")
        button.setShortcut(QKeySequence(OPEN_KEY))
        button.setPopupMode(ToolButton.ToolButtonPopupMode.InstantPopup)
        button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        menu = QMenu(button)
        menu.setToolTipsVisible(True)
        menu.addAction(self.tr("Open a &file, or the files of one scene …"), self._ask_for_files)
        menu.addAction(self.tr("Open a f&older of a product or of bands …"), self._ask_for_folder)
        action = menu.addAction(self.tr("Open an &address …"), self.ask_for_address)
        action.setObjectName("open_address")
        action.setToolTip(self.tr("Of a GeoTIFF, a STAC item, or what GDAL opens on a network."))
        self._take_selected = menu.addAction("", lambda: self.open_layers(self._selected))
        self._take_selected.setObjectName("open_selected")
        self._recent = menu.addMenu(self.tr("Opened &before"))
        self._recent.setToolTipsVisible(True)
        menu.aboutToShow.connect(self.menu_shown)
        menu.aboutToShow.connect(self._show_recent)
        button.setMenu(menu)
        return button

    def ask_for_address(self) -> None:
        """Let the user type an address in the place of the list."""
        location = self.scene().location
        self.combo.hide()
        self.address.show()
        self.address.ask(location if is_address(location) else "")

    def _show_list(self) -> None:
        self.combo.show()
        if self.address.hasFocus():  # on hiding it, Qt would go on to the next field as by Tab
            self.combo.setFocus()
        self.address.hide()

    def _open_address(self, text: str) -> None:
        self.open(text)

    def _ask_for_files(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Open a scene"),
            settings.load().last_folder,
            self.tr(
                "Scenes (*.tif *.tiff *.vrt *.jp2 *.img *.nc *.xml *.txt *.json *.zip)"
                ";;All files (*)"
            ),
        )
        if paths:
            self.open(*paths)

    def _ask_for_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(
            self, self.tr("Open a folder of a product or of bands"), settings.load().last_folder
        )
        if path:
            self.open(path)

    def _remember(self, location: str) -> None:
        """Keep a location for the next time, unless it may hold a key to what is private."""
        if os.path.exists(location):
            settings.update(last_folder=str(Path(location).parent))
        if is_address(location) and ("?" in location or "@" in location):
            return
        others = [known for known in settings.load().recent if known != location]
        settings.update(recent=(location, *others)[:RECENT])

    def _show_recent(self) -> None:
        self._recent.clear()
        for number, location in enumerate(settings.load().recent, start=1):
            title = title_of(location).replace("&", "&&")
            action = self._recent.addAction(f"&{number} {title}")
            action.triggered.connect(lambda _=False, location=location: self.open(location))
            action.setToolTip(location)
        self._recent.setEnabled(not self._recent.isEmpty())
        self._recent.menuAction().setToolTip(
            "" if self._recent.isEnabled() else self.tr("Nothing has been opened yet.")
        )

    def _layers(self) -> list[QgsMapLayer]:
        """Return the layers that the list offers."""
        rows = range(self.combo.count())
        return [layer for row in rows if (layer := self.combo.layer(row)) is not None]

    @staticmethod
    def _source_of(layer: QgsMapLayer) -> str:
        try:
            return layers.location_of(layer)
        except CloudMaskError:
            return ""

    def _list(self, scene: ChosenScene) -> None:
        """Choose a scene that is not one layer, listed by its name."""
        known = next((name for name, other in self._listed.items() if other == scene), "")
        if not known:
            known, count = scene.name, 1
            while known in self._listed:
                count += 1
                known = f"{scene.name} ({count})"
            self._listed[known] = scene
            self.combo.setAdditionalItems(list(self._listed))
        # Layers of the same name stand before scenes that are no layers.
        rows = [row for row in range(self.combo.count()) if self.combo.itemText(row) == known]
        self.combo.setCurrentIndex(rows[-1])

    def _and_more(self, first: str, count: int) -> str:
        return self.tr("{first} and {n} more").format(first=first, n=count)

    def _chosen_by_user(self) -> None:
        self._none_wanted = self.scene() == NO_SCENE

    def _index_changed(self) -> None:
        """Tell what the list shows; its entries move whenever layers come or go."""
        if self._layer_id and self._layer_id not in [layer.id() for layer in self._layers()]:
            # The list takes the neighbour of a layer that goes, which nobody has chosen.
            self._layer_id = ""
            self.combo.setCurrentIndex(self.combo.findText(self._no_scene))
        scene = self.scene()
        self._layer_id = scene.layer_id
        where = scene.location if isinstance(scene.location, str) else "\n".join(scene.location)
        self.combo.setToolTip(where or self.tr("A raster layer with the bands of Sentinel-2"))
        self.changed.emit()


class SceneCombo(QgsMapLayerComboBox):
    """A list of layers that shortens a name where it does not fit: products' names are long."""

    def shown(self) -> QStyleOptionComboBox:
        """Return what is drawn."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        control = QStyle.ComplexControl.CC_ComboBox
        room = self.style().subControlRect(control, option, field, self).width() - MARGIN
        if not option.currentIcon.isNull():
            room -= option.iconSize.width() + MARGIN
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room
        )
        return option

    def paintEvent(self, _event) -> None:
        """Draw as any list, with the name shortened."""
        painter, option = QStylePainter(self), self.shown()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class AddressField(QLineEdit):
    """Takes the address of a scene: Enter, or going on to another field, opens it.

    :ivar entered: emitted with the location that was typed.
    :ivar left: the user wants no address after all.
    """

    # Going to another window, to copy an address there, is not leaving the field.
    LEAVING = (
        Qt.FocusReason.MouseFocusReason,
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    )

    entered = pyqtSignal(str)
    left = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scene_address")
        self.setPlaceholderText(self.tr("Address, then Enter"))
        self.setAccessibleName(self.tr("Address of the scene"))
        self.setToolTip(
            self.tr(
                "Address of a GeoTIFF or STAC item (https://…), a path of GDAL (/vsis3/…), "
                "or a file or folder. Enter opens it, Esc goes back to the layers."
            )
        )
        self.setClearButtonEnabled(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def ask(self, text: str) -> None:
        """Start anew from a text."""
        self.setText(text)
        self.selectAll()
        self.setFocus()

    def keyPressEvent(self, event) -> None:
        """Take Enter and Esc, which would mask or cancel elsewhere in the panel."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event) -> None:
        """Open what was typed: the scene before it must not be masked by mistake."""
        super().focusOutEvent(event)
        if event.reason() in self.LEAVING and not self._enter():
            self.left.emit()

    def _enter(self) -> bool:
        """Tell the location that was typed; return whether there is one."""
        location = location_from(self.text())
        if location:
            self.entered.emit(location)
        return bool(location)


def location_from(text: str) -> str:
    """Return a location as it may have been copied: quoted, or as the address of a file."""
    text = text.strip().strip("\"'")
    return QUrl(text).toLocalFile() if text.startswith("file:") else text


def locations_in(data: QMimeData) -> list[str]:
    """Return the rasters, files and folders that are dragged, from QGIS or elsewhere."""
    if QgsMimeDataUtils.isUriList(data):
        return [uri.uri for uri in QgsMimeDataUtils.decodeUriList(data) if uri.uri]
    return [url.toLocalFile() or url.toString() for url in data.urls()]


def is_address(location: Location) -> bool:
    """True for what lies on no disk of this computer."""
    return isinstance(location, str) and bool(re.match(r"[a-z0-9]{2,}://|/vsi", location))


def is_container(path: str) -> bool:
    """True for files that hold a scene as several rasters, of which QGIS would show one."""
    return Path(path).suffix.lower() in NO_LAYERS


def title_of(location: str) -> str:
    """Return the name by which a location is listed."""
    if is_address(location):
        location = unquote(urlsplit(location).path.rstrip("/")) or location
    path = Path(location)
    # Metadata files are called alike in all products.
    return (path.parent.name if path.suffix.lower() == ".xml" else path.name) or location
