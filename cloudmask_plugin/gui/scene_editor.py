"""Fields by which the user corrects what was detected, folded away below the card."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..corrections import (
    LEVELS,
    NUMBERS,
    SENSOR_KEYS,
    TEXTS,
    FileBand,
    is_product,
    number_text,
    parse,
    problem_with,
)
from ..engine.bands import BANDS
from ..engine.scene import NO_OVERRIDES, Overrides, SourceSpec
from ..engine_text import engine_text
from ..scene_text import sensor_title
from .labels import mixed
from .offer_combo import Offer, OfferCombo

DETECTED = 0.55  # share of the text colour in what was not typed; contrast stays above 4.5 to 1
ROLE_WIDTH = 164  # pixels, in which the longest title of a band fits
WRONG = "QLineEdit { border: 1px solid rgb(213, 62, 79); border-radius: 2px; }"


class SceneEditor(QFrame):
    """Shows the detected values as placeholders, and tells the user's statements.

    :ivar corrected: emitted with the new :class:`Overrides` whenever they change.
    """

    corrected = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._overrides = NO_OVERRIDES
        self._bands: tuple[FileBand, ...] = ()
        self._product = False
        self._bands_stated = False
        self._fields: dict[str, QLineEdit] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        self._level = OfferCombo()
        self._level.setObjectName("edit_level")
        self._level.chosen.connect(lambda _: self._tell())
        self._row(grid, 0, self.tr("Product"), self._level)
        self._sensor = OfferCombo()
        self._sensor.setObjectName("edit_sensor")
        self._sensor.chosen.connect(lambda _: self._tell())
        self._row(grid, 1, self.tr("Sensor"), self._sensor)
        self._row(grid, 2, self.tr("Date of a series"), self._field("step"))
        self._row(grid, 3, self.tr("Acquired"), self._field("acquired"))
        reflectance = QHBoxLayout()
        reflectance.setSpacing(3)
        reflectance.addWidget(QLabel("(DN +"))
        reflectance.addWidget(self._field("offset"), 1)
        reflectance.addWidget(QLabel(") ×"))
        reflectance.addWidget(self._field("scale"), 1)
        self._row(grid, 4, self.tr("Reflectance"), reflectance)
        self._row(grid, 5, self.tr("Nodata value"), self._field("nodata"))
        sun = ((self.tr("Sun zenith"), "sun_zenith"), (self.tr("Sun azimuth"), "sun_azimuth"))
        for row, (title, name) in enumerate(sun, start=6):
            angle = QHBoxLayout()
            angle.setSpacing(3)
            angle.addWidget(self._field(name), 1)
            angle.addWidget(QLabel("°"))
            self._row(grid, row, title, angle)
        self._table = QTableWidget(0, 2)
        self._table.setObjectName("edit_bands")
        self._table.setHorizontalHeaderLabels([self.tr("Band in the file"), self.tr("Role")])
        self._table.verticalHeader().hide()
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._table.setTabKeyNavigation(False)
        self._table.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(1, ROLE_WIDTH)
        self._table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 9)
        self._table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._reset = QPushButton(self.tr("Back to what was detected"))
        self._reset.setObjectName("edit_reset")
        self._reset.clicked.connect(self._forget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addLayout(grid)
        layout.addWidget(self._table)
        layout.addWidget(self._reset)
        self.show_scene(None, (), NO_OVERRIDES)

    def show_scene(
        self,
        source: SourceSpec | None,
        bands: tuple[FileBand, ...],
        overrides: Overrides,
        series: bool = False,
    ) -> None:
        """Show what is known and what the user has stated so far.

        :param series: the scene's file can hold several dates.
        """
        self._overrides = overrides
        self._product = source is not None and is_product(source)
        self._bands_stated = overrides.bands is not None
        detected = self._detected(source)
        unstated = self.tr("as detected ({value})").format(
            value=source.level.value if source and source.level.value else self.tr("unknown")
        )
        self._level.show_offers(
            (Offer(None, unstated), *(Offer(level, level) for level in LEVELS)), overrides.level
        )
        unstated = self.tr("as detected ({value})").format(
            value=sensor_title(source.sensor.value) if source else self.tr("unknown")
        )
        sensors = (Offer(key, sensor_title(key)) for key in SENSOR_KEYS)
        self._sensor.show_offers((Offer(None, unstated), *sensors), overrides.sensor)
        stated = {field: number_text(getattr(overrides, field)) for field in NUMBERS}
        stated.update({field: getattr(overrides, field) or "" for field in TEXTS})
        self._fields["step"].setEnabled(series or overrides.step is not None)
        for field, edit in self._fields.items():
            edit.setPlaceholderText(detected.get(field, ""))
            if not edit.hasFocus() or not edit.isModified():
                edit.setText(stated[field])
                self._check(field)
        if bands != self._bands:
            self._bands = bands
            self._fill_table()
        self._reset.setEnabled(overrides != NO_OVERRIDES)
        self._reset.setToolTip(
            "" if overrides != NO_OVERRIDES else self.tr("Nothing has been corrected.")
        )

    def focus_field(self, key: str) -> None:
        """Put the cursor where the value named by a card line is corrected."""
        if key == "level":
            self._level.setFocus()
        elif key == "bands":
            combo = self._table.cellWidget(0, 1)
            (combo or self._table).setFocus()
        else:
            field = self._fields[{"sun": "sun_zenith"}.get(key, key)]
            field.setFocus()
            field.selectAll()

    def _row(self, grid: QGridLayout, row: int, text: str, content) -> None:
        grid.addWidget(QLabel(text), row, 0)
        if isinstance(content, QWidget):
            grid.addWidget(content, row, 1)
        else:
            grid.addLayout(content, row, 1)

    def _field(self, name: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setObjectName(f"edit_{name}")
        edit.setClearButtonEnabled(name in TEXTS)
        edit.setMinimumWidth(40)
        # What was detected must be legible in dark themes as well.
        palette = edit.palette()
        quiet = mixed(
            palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base), DETECTED
        )
        palette.setColor(QPalette.ColorRole.PlaceholderText, quiet)
        edit.setPalette(palette)
        edit.editingFinished.connect(self._tell)
        edit.textChanged.connect(lambda _: self._check(name))
        self._fields[name] = edit
        return edit

    @staticmethod
    def _detected(source: SourceSpec | None) -> dict[str, str]:
        if source is None:
            return {}
        texts = {
            field: number_text(getattr(source, field).value)
            for field in ("scale", "offset", "nodata")
        }
        for field in ("sun_zenith", "sun_azimuth"):
            angle = getattr(source, field).value
            texts[field] = "" if angle is None else f"{angle:.1f}"
        texts["acquired"] = source.acquired.value or ""
        return texts

    def _check(self, field: str) -> None:
        edit = self._fields[field]
        problem = problem_with(field, edit.text())
        edit.setStyleSheet(WRONG if problem else "")
        usual = self.tr("Empty: as detected.")
        if field == "step":
            usual = self.tr("The date to mask, such as 2018-05-03, or its number from 1.")
            if not edit.isEnabled():
                usual = self.tr("Only netCDF files can hold several dates, and this is none.")
        edit.setToolTip(problem or usual)

    def _fill_table(self) -> None:
        self._table.setRowCount(len(self._bands))
        for row, band in enumerate(self._bands):
            item = QTableWidgetItem(band.name)
            item.setToolTip(band.name)
            self._table.setItem(row, 0, item)
            combo = OfferCombo()
            combo.setObjectName(f"edit_role_{row + 1}")
            combo.setAccessibleName(self.tr("Role of {band}").format(band=band.name))
            titles = {known.role: engine_text(known.title) for known in BANDS}
            roles = [band.role or band.name] if self._product else list(titles)
            offers = [Offer(role, f"{role} {titles.get(role, '')}".strip()) for role in roles]
            combo.show_offers((Offer("", self.tr("not used")), *offers), band.role)
            combo.chosen.connect(self._role_chosen)
            self._table.setCellWidget(row, 1, combo)
        # All rows show: the panel scrolls as one.
        rows = self._table.rowCount() * self._table.verticalHeader().defaultSectionSize()
        self._table.setFixedHeight(rows + self._table.horizontalHeader().sizeHint().height() + 4)

    def _role_chosen(self, _role: object) -> None:
        self._bands_stated = True
        self._tell()

    def _stated_bands(self) -> tuple[str, ...] | None:
        if not self._bands_stated:
            return None
        roles = tuple(
            self._table.cellWidget(row, 1).value() or "" for row in range(self._table.rowCount())
        )
        return tuple(role for role in roles if role) if self._product else roles

    def _tell(self) -> None:
        texts = {field: edit.text() for field, edit in self._fields.items()}
        for edit in self._fields.values():
            edit.setModified(False)
        overrides = parse(texts, self._level.value(), self._stated_bands(), self._sensor.value())
        if overrides != self._overrides:
            self._overrides = overrides
            self.corrected.emit(overrides)

    def _forget(self) -> None:
        self._bands_stated = False
        if self._overrides != NO_OVERRIDES:
            self._overrides = NO_OVERRIDES
            self._bands = ()
            self.corrected.emit(NO_OVERRIDES)
