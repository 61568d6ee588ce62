"""How long the tab Check takes on a whole Sentinel-2 tile: ``python -m benchmarks.check_latency``.

Writes a mask and probabilities of 10980 × 10980 pixels, shows them in the tab over a map of
1200 × 900 pixels without a window, and measures in one run: opening them until the first picture
is drawn, a step of a slider until it is drawn, moving the map, and a stroke of the brush. Each
line tells the median and the worst by the clock, and the median of the program's own processor
time, which says what an idle machine would take where others work on this one. Of what takes long
and is done in the background, it tells how long the main thread, which draws the map, was busy at a
time at most.

Needs QGIS's Python.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402
from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
)
from qgis.gui import QgsMapCanvas  # noqa: E402
from qgis.PyQt.QtCore import QEventLoop, QTimer  # noqa: E402
from qgis.PyQt.QtGui import QImage, QPainter  # noqa: E402
from qgis.PyQt.QtWidgets import QMainWindow, QPushButton  # noqa: E402

from cloudmask_plugin.engine.classes import CLASSES, NODATA  # noqa: E402
from cloudmask_plugin.engine.mask_editing import MaskEditor  # noqa: E402
from cloudmask_plugin.engine.mask_style import PALETTE  # noqa: E402
from cloudmask_plugin.engine.raster import NewRaster, choose_backend  # noqa: E402
from cloudmask_plugin.engine.raster.sink import RasterSink  # noqa: E402
from cloudmask_plugin.engine.refine import (  # noqa: E402
    PROBABILITY_STEPS,
    RefineOptions,
    decide,
    quantise,
)
from cloudmask_plugin.engine.reporter import SilentReporter  # noqa: E402
from cloudmask_plugin.engine.scene import Grid  # noqa: E402
from cloudmask_plugin.gui.check_controller import CheckController  # noqa: E402
from cloudmask_plugin.gui.correct_tool import Pencil  # noqa: E402

SIDE, MAP = 10_980, (1200, 900)
PART = 1098  # pixels a side of what is repeated, mirrored
EPSG, WEST, NORTH = 32632, 600_000, 5_500_020
PATIENCE = 180_000  # ms


class Interface:
    """QGIS's interface as far as the tab uses it."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas

    def mapCanvas(self) -> QgsMapCanvas:
        return self._canvas

    def activeLayer(self) -> None:
        return None


def smooth(rng: np.random.Generator, side: int, cell: int) -> np.ndarray:
    """Return a (side, side) picture of blobs of about ``cell`` pixels, 0..1."""
    coarse = rng.random((side // cell + 2, side // cell + 2))
    place = np.arange(side) / cell
    low, share = np.floor(place).astype(int), place % 1
    rows = coarse[low] * (1 - share)[:, None] + coarse[low + 1] * share[:, None]
    return rows[:, low] * (1 - share) + rows[:, low + 1] * share


def probabilities(side: int) -> np.ndarray:
    """Return (4, side, side) uint8 with clouds, shadow and noise as a network leaves it."""
    rng = np.random.default_rng(1)
    scores = np.stack([smooth(rng, side, 90) + 0.25 * smooth(rng, side, 9) for _ in range(4)])
    scores += 0.05 * rng.random(scores.shape)
    odds = np.exp(12 * scores.astype(np.float32))
    return quantise((odds / odds.sum(axis=0)).astype(np.float32))


def write(folder: Path, side: int) -> tuple[Path, Path]:
    """Write mask and probabilities of a whole tile."""
    from osgeo import osr

    crs = osr.SpatialReference()
    crs.ImportFromEPSG(EPSG)
    grid = Grid(crs.ExportToWkt(), (WEST, 10.0, 0.0, NORTH, 0.0, -10.0), side, side)
    part = probabilities(min(PART, side))
    part = np.concatenate([part, part[:, :, ::-1]], axis=2)
    wide = np.tile(part, (1, 1, -(-side // part.shape[2])))[:, :, :side]
    mask, odds = folder / "mask.tif", folder / "mask_probabilities.tif"
    names = tuple(item.name for item in CLASSES)
    tags = (("CLOUDMASK_MODEL", "benchmark"),)
    backend = choose_backend()
    step = 1 / PROBABILITY_STEPS
    with (
        RasterSink(
            str(odds), NewRaster(grid, "uint8", names, NODATA, tags, scale=step), backend
        ) as odds_sink,
        RasterSink(
            str(mask), NewRaster(grid, "uint8", ("Cloud mask",), NODATA, tags, PALETTE), backend
        ) as mask_sink,
    ):
        done = 0
        while done < side:
            rows = wide[:, : side - done]
            odds_sink.write(rows)
            mask_sink.write(decide(rows, RefineOptions())[np.newaxis])
            done += rows.shape[1]
        odds_sink.finish(lambda share, stage: None)
        mask_sink.finish(lambda share, stage: None)
    return mask, odds


def wait(condition: Callable[[], bool]) -> float:
    """Run the event loop until something is true; return how long it was busy at a time, s.

    That is processor time of the main thread between two looks at the condition.
    """
    loop, timer = QEventLoop(), QTimer()
    last, longest = time.thread_time(), 0.0

    def look() -> None:
        nonlocal last, longest
        now = time.thread_time()
        last, longest = now, max(longest, now - last)
        if condition():
            loop.quit()

    timer.timeout.connect(look)
    timer.start(1)
    QTimer.singleShot(PATIENCE, loop.quit)
    loop.exec()
    timer.stop()
    if not condition():
        raise TimeoutError("the tab did not answer")
    return longest


def draw(check: CheckController) -> None:
    """Draw the overlay as the map does."""
    image = QImage(*MAP, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    check.viewer.overlay.paint(painter, None, None)
    painter.end()


Times = tuple[float, float]  # ms by the clock, and of processor time


def timed(action: Callable[[], None]) -> Times:
    """Return how long an action takes."""
    begun, used = time.perf_counter(), time.process_time()
    action()
    return 1000 * (time.perf_counter() - begun), 1000 * (time.process_time() - used)


def told(name: str, times: list[Times], bound: float) -> None:
    clock, used = zip(*times)
    print(
        f"{name:<34} median {statistics.median(clock):6.0f} ms, worst {max(clock):6.0f} ms, "
        f"processor {statistics.median(used):6.0f} ms, of {len(times)} (bound {bound:.0f} ms)"
    )


def measure(mask_path: Path) -> None:
    """Measure everything in one tab."""
    window = QMainWindow()
    canvas = QgsMapCanvas(window)
    canvas.setFrameStyle(0)
    canvas.setFixedSize(*MAP)
    check = CheckController(Interface(canvas))
    layer = QgsRasterLayer(str(mask_path), "Cloud mask", "gdal")
    QgsProject.instance().addMapLayer(layer)
    canvas.setDestinationCrs(layer.crs())
    canvas.setExtent(layer.extent())
    window.show()
    looks: list[int] = []
    check.viewer.looked.connect(lambda: looks.append(1))

    def open_tab() -> None:
        check.panel.show()
        wait(lambda: bool(looks))
        draw(check)

    told("open the tab on it", [timed(open_tab)], 2000)
    known = check.viewer.known
    assert known is not None
    assert known.odds is not None
    print(f"  {len(known.odds.pixels)} different probabilities in a sample of {known.odds.total}")

    slider = check.panel.thresholds.strictness

    def move(value: int) -> None:
        slider.setValue(value)
        draw(check)

    values = [number for _ in range(4) for number in (*range(-10, 11), *range(9, -10, -1))]
    told("a step of the slider", [timed(lambda v=v: move(v)) for v in values], 200)
    slider.setValue(0)

    def pan(number: int) -> None:
        before = len(looks)
        extent = layer.extent()
        extent.scale(0.9 ** (number % 20 + 1))
        canvas.setExtent(extent)
        wait(lambda: len(looks) > before)
        draw(check)

    told("another view of the map", [timed(lambda n=n: pan(n)) for n in range(20)], 500)
    move(3)
    told("a step of the slider, zoomed in", [timed(lambda v=v: move(v)) for v in values], 200)
    slider.setValue(0)
    measure_background(check)
    measure_brush(check, layer, canvas)
    check.remove()
    QgsProject.instance().clear()


def measure_background(check: CheckController) -> None:
    """Measure how long the map is held up by what goes through the whole mask."""
    for name, ready in (
        ("rank_tiles", lambda: check.review.list.count() > 0),
        ("draw_points", lambda: check.measure.sample is not None),
    ):
        button = check.panel.findChild(QPushButton, name)
        begun, used = time.perf_counter(), time.thread_time()
        button.click()
        longest = max(time.thread_time() - used, wait(ready))
        print(
            f"{name.replace('_', ' '):<34} {time.perf_counter() - begun:.1f} s in the background; "
            f"main thread busy at a time {1000 * longest:.0f} ms at most"
        )


def measure_brush(check: CheckController, layer: QgsRasterLayer, canvas: QgsMapCanvas) -> None:
    """Measure strokes of the brush over the whole map, and taking them back."""
    panel = check.correct
    begun = timed(lambda: panel._choose_pencil(Pencil.BRUSH, True) or wait(lambda: panel.editor))
    told("take a pencil for the first time", [begun], 5000)
    rng = np.random.default_rng(4)
    for title, share, crs in (
        ("zoomed in", 0.1, layer.crs()),
        ("whole mask", 1.0, layer.crs()),
        ("map in EPSG:3857", 0.1, QgsCoordinateReferenceSystem("EPSG:3857")),
    ):
        canvas.setDestinationCrs(crs)
        extent = canvas.mapSettings().layerExtentToOutputExtent(layer, layer.extent())
        extent.scale(share)
        canvas.setExtent(extent)
        wait(lambda: not check.viewer._timer.isActive() and check.viewer._task is None)

        def stroke(extent=extent) -> None:
            width, height = extent.width() / 4, extent.height() / 4
            start = rng.uniform(-1, 1, 2) * (width, height)
            ways = rng.uniform(-0.02, 0.02, (30, 2)) * (width, height)
            places = extent.center().x() + start[0], extent.center().y() + start[1]
            line = np.cumsum(ways, axis=0) + places
            panel._drawn(Pencil.BRUSH, [QgsPointXY(x, y) for x, y in line])
            draw(check)

        told(f"a stroke of the brush, {title}", [timed(stroke) for _ in range(50)], 100)
    whole = panel.editor.grid.window
    changed = panel.editor.codes(whole)
    strokes = len(panel.editor.edits)
    told("undo", [timed(lambda: panel.undo() or draw(check)) for _ in range(strokes)], 100)
    written = MaskEditor(panel.editor.path, None, choose_backend(), SilentReporter())
    exact = np.array_equal(panel.editor.codes(whole), written.codes(whole))
    for _ in range(strokes):
        panel.redo()
    redone = np.array_equal(panel.editor.codes(whole), changed)
    print(f"  {strokes} strokes undone exactly: {exact}; done again exactly: {redone}")


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--side", type=int, default=SIDE, help="pixels of the mask")
    options = parser.parse_args()
    application = QgsApplication([], True)
    application.initQgis()
    with tempfile.TemporaryDirectory() as name:
        mask, _ = write(Path(name), options.side)
        print(f"mask of {options.side} × {options.side} pixels, map of {MAP[0]} × {MAP[1]}")
        measure(mask)
    sys.stdout.flush()
    os._exit(0)  # without QGIS's tear-down, which takes long and says nothing here


if __name__ == "__main__":
    sys.exit(main())
