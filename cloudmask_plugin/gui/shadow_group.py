"""What becomes of shadow that no cloud of the scene has thrown."""

from __future__ import annotations

from qgis.core import Qgis, QgsMapLayer
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QSizePolicy, QWidget

from .scene_chooser import SceneCombo


class ElevationCombo(SceneCombo):
    """The project's raster layers, none by default; a passing wheel changes nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFilters(Qgis.LayerFilter.RasterLayer)
        self.setAllowEmptyLayer(True)
        self.setLayer(None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event) -> None:
        """Take the wheel only with the focus."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()


class ShadowGroup(QWidget):
    """Whether shadow without a cloud is removed, and the elevations that tell terrain's own.

    :ivar changed: emitted when the user changes any of them.
    """

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem: str | None = None
        self._remove = QCheckBox(self.tr("Remove shadow without a cloud"))
        self._remove.setObjectName("remove_orphans")
        self._dem = ElevationCombo()
        self._dem.setObjectName("dem")
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self._remove)
        form.addRow(self.tr("Elevations (DEM)"), self._dem)
        self._remove.toggled.connect(lambda _: self.changed.emit())
        self._dem.layerChanged.connect(lambda _: self.changed.emit())
        self.show_problem("")

    def show_problem(self, problem: str) -> None:
        """Say why shadow cannot be checked, "" where it can."""
        if problem == self._problem:
            return
        self._problem = problem
        self._remove.setEnabled(not problem)
        self._dem.setEnabled(not problem)
        self._remove.setToolTip(
            problem
            or self.tr(
                "Shadow becomes clear where no cloud lies towards the sun at a height of "
                "0.2 to 12 km. Without this its share is told after the run."
            )
        )
        self._dem.setToolTip(
            problem
            or self.tr(
                "Raster of the ground's elevation in metres: cloud shadow becomes clear where the "
                "terrain throws a shadow itself."
            )
        )

    @property
    def removes(self) -> bool:
        """Whether shadow without a cloud is removed, where that can be told."""
        return self._remove.isChecked() and not self._problem

    @property
    def dem(self) -> QgsMapLayer | None:
        """The layer of elevations, None where none is chosen or it cannot be used."""
        return None if self._problem else self._dem.currentLayer()

    @property
    def is_wanted(self) -> bool:
        """Whether the user wants shadow removed, also where that cannot be told."""
        return self._remove.isChecked()

    def set_wanted(self, wanted: bool) -> None:
        """Tick or clear the box without telling anybody."""
        self._remove.blockSignals(True)
        self._remove.setChecked(wanted)
        self._remove.blockSignals(False)

    def summary(self) -> str:
        """Return what differs from the defaults, "" where nothing does."""
        parts = [
            self.tr("orphan shadow removed") if self.removes else "",
            self.tr("terrain") if self.dem is not None else "",
        ]
        return ", ".join(filter(None, parts))
