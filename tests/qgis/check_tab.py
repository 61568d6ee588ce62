"""The tab Check in a window beside a map, as tests drive it."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QEventLoop, QPoint, QPointF, Qt, QTimer
from qgis.PyQt.QtGui import QColor, QImage, QMouseEvent, QPainter
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMainWindow, QWidget

from cloudmask_plugin.engine.classes import NODATA
from cloudmask_plugin.gui.check_controller import CheckController
from tests.qgis.conftest import PATIENCE, pixels

SIDE = 300  # pixels of the map


class Stub:
    """QGIS's interface as far as the tab uses it."""

    def __init__(self, stub, canvas: QgsMapCanvas) -> None:
        self._stub = stub
        self._canvas = canvas

    def __getattr__(self, name):
        return getattr(self._stub, name)

    def mapCanvas(self):
        return self._canvas

    def activeLayer(self):
        return None


def wait(until, what: str) -> None:
    """Run the event loop until something is true."""
    loop = QEventLoop()
    timer = QTimer()
    timer.timeout.connect(lambda: until() and loop.quit())
    timer.start(10)
    QTimer.singleShot(PATIENCE // 3, loop.quit)
    loop.exec()
    timer.stop()
    assert until(), what


class Tab:
    """The tab in a window beside a map, and what a test asks of it."""

    def __init__(self, stub, project: QgsProject) -> None:
        self.project = project
        self.window = QMainWindow()
        self.canvas = QgsMapCanvas(self.window)
        self.window.setCentralWidget(self.canvas)
        self.canvas.setFrameStyle(0)
        self.canvas.setFixedSize(SIDE, SIDE)
        self.canvas.setCanvasColor(QColor("white"))
        self.check = CheckController(Stub(stub, self.canvas))
        self.panel = self.check.panel
        self.panel.resize(360, 900)
        self.looks = 0
        self.check.viewer.looked.connect(self._count)

    def _count(self) -> None:
        self.looks += 1

    def show(self) -> None:
        self.window.show()
        self.panel.show()

    def look_at(self, layer: QgsRasterLayer) -> None:
        """Let the map show a layer, and wait for what is drawn over it."""
        before = self.looks
        self.canvas.setDestinationCrs(layer.crs())
        self.canvas.setExtent(layer.extent())
        self.check.viewer.refresh()
        wait(lambda: self.looks > before, "a look")

    def settle(self) -> None:
        """Wait until files are open, and show all of the mask."""
        wait(lambda: self.check.viewer.known is not None, "open files")
        self.look_at(self.check.mask_layer)

    def widget(self, name: str) -> QWidget:
        found = self.panel.findChild(QWidget, name)
        assert found is not None, name
        return found

    def click(self, name: str) -> None:
        QTest.mouseClick(self.widget(name), Qt.MouseButton.LeftButton)

    def drag(self, places: list[tuple[int, int]]) -> None:
        """Press the left button at the first place of the map, move, and let go at the last."""
        view, left = self.canvas.viewport(), Qt.MouseButton.LeftButton
        kinds = [QEvent.Type.MouseButtonPress, *[QEvent.Type.MouseMove] * len(places[1:])]
        for kind, (x, y) in zip([*kinds, QEvent.Type.MouseButtonRelease], [*places, places[-1]]):
            button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else left
            held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else left
            place, keys = QPointF(x, y), Qt.KeyboardModifier.NoModifier
            event = QMouseEvent(
                kind, place, QPointF(view.mapToGlobal(QPoint(x, y))), button, held, keys
            )
            QApplication.sendEvent(view, event)

    def drawn(self) -> np.ndarray:
        """Return what the overlay draws, (rows, cols, 4) red, green, blue, alpha."""
        image = QImage(SIDE, SIDE, QImage.Format.Format_RGBA8888)
        image.fill(0)
        painter = QPainter(image)
        self.check.viewer.overlay.paint(painter, None, None)
        painter.end()
        bits = image.constBits()
        bits.setsize(image.sizeInBytes())
        return np.frombuffer(bytes(bits), np.uint8).reshape(SIDE, SIDE, 4)

    def remove(self) -> None:
        self.check.remove()
        self.panel.close()
        self.panel.deleteLater()
        self.window.close()
        self.window.deleteLater()


def codes_on_map(path: str) -> np.ndarray:
    """Return the mask's class under the centre of each pixel of the map that shows all of it."""
    codes = pixels(path)
    rows, cols = codes.shape
    step = max(rows, cols) / SIDE
    place = (np.arange(SIDE) + 0.5) * step
    top, left = (max(rows, cols) - rows) / 2, (max(rows, cols) - cols) / 2
    row, col = np.floor(place - top).astype(int), np.floor(place - left).astype(int)
    shown = np.full((SIDE, SIDE), NODATA, np.uint8)
    inside = np.ix_((row >= 0) & (row < rows), (col >= 0) & (col < cols))
    shown[inside] = codes[np.ix_(row[(row >= 0) & (row < rows)], col[(col >= 0) & (col < cols)])]
    return shown
