"""Plays in QGIS: the tab Check with real mouse and keys, each tool in turn.

Scene, mask, probabilities and another mask lie in the folder that CLOUDMASK_DESKTOP_SCENES names.
"""

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, os.environ["CLOUDMASK_DESKTOP_TESTS"])

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsProject
from qgis.gui import QgsRubberBand, QgsVertexMarker
from qgis.PyQt.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer, pyqtSlot
from qgis.PyQt.QtGui import QDesktopServices, QImage, QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QLineEdit
from qgis.utils import iface
from steps import Session, pause, run, until

SCENES = Path(os.environ["CLOUDMASK_DESKTOP_SCENES"])
LEFT = Qt.MouseButton.LeftButton


def check(session):
    return session.dock.check


def canvas():
    return iface.mapCanvas()


def view():
    return canvas().viewport()


def click_map(x, y):
    """Click a pixel of the map with the mouse."""
    QTest.mouseClick(view(), LEFT, pos=QPoint(x, y))


def drag_map(places, button=LEFT):
    """Drag over the map from place to place, as the window system tells of it."""
    none = Qt.MouseButton.NoButton
    kinds = [QEvent.Type.MouseButtonPress, *[QEvent.Type.MouseMove] * len(places[1:])]
    for kind, place in zip([*kinds, QEvent.Type.MouseButtonRelease], [*places, places[-1]]):
        changed = none if kind == QEvent.Type.MouseMove else button
        held = none if kind == QEvent.Type.MouseButtonRelease else button
        point, keys = QPoint(*place), Qt.KeyboardModifier.NoModifier
        there = QPointF(view().mapToGlobal(point))
        event = QMouseEvent(kind, QPointF(point), there, changed, held, keys)
        QApplication.sendEvent(view(), event)


def map_key(key):
    """Press a key with the focus on the map."""
    canvas().setFocus()
    QTest.keyClick(canvas(), key)


def map_picture():
    """Return what the map shows on the screen, (rows, cols, 3) uint8."""
    image = canvas().grab().toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    rows = np.frombuffer(bytes(bits), np.uint8).reshape(image.height(), image.width(), 4)
    return rows[..., :3].astype(int)


def difference(one, other, part=np.s_[:, :]):
    """Return the share of pixels that changed visibly in a part of the map."""
    return float((np.abs(one - other).max(axis=2) > 12)[part].mean())


def settled(session):
    """Wait until the map is drawn and the masks lie over it."""
    viewer = check(session).viewer
    return until(
        lambda: (
            viewer.look is not None
            and viewer._task is None
            and not viewer._timer.isActive()
            and not canvas().isDrawing()
        ),
        what="a map with masks",
    )


def at_class(session, code, margin=4):
    """Return a pixel of the map whose surroundings have a class."""
    codes = check(session).viewer.overlay.codes
    same = codes == code
    for _ in range(margin):
        same[1:] &= same[:-1].copy()
        same[:, 1:] &= same[:, :-1].copy()
        same[:-1] &= same[1:].copy()
        same[:, :-1] &= same[:, 1:].copy()
    inside = np.zeros_like(same)
    inside[60:-60, 60:-60] = True
    rows, cols = np.nonzero(same & inside)
    middle = len(rows) // 2
    return int(cols[middle]), int(rows[middle])


def scenario(session: Session):
    """Play every step."""
    yield from opening(session)
    yield from looking(session)
    yield from thresholds(session)
    yield from asking(session)
    yield from reviewing(session)
    yield from correcting(session)
    yield from measuring(session)


def opening(session):
    """Open the dock on a project with a scene and two masks, and go to the tab by its key."""
    for name in ("scene", "SCL_of_scene", "mask"):
        layer = iface.addRasterLayer(str(SCENES / f"{name}.tif"), name)
        if name.startswith("SCL"):  # else it would cover the scene
            QgsProject.instance().layerTreeRoot().findLayer(layer.id()).setItemVisibilityChecked(
                False
            )
    session.widen_layers()
    canvas().setExtent(layer.extent())
    session.plugin.open_dock()
    yield until(lambda: session.dock is not None and session.dock.isVisible(), what="the dock")
    yield pause(0.3)
    session.dock.check.check_mask(layer.id())
    number = session.dock.tabs.indexOf(check(session).panel) + 1
    start = time.monotonic()
    QTest.keyClick(session.dock, Qt.Key.Key_0 + number, Qt.KeyboardModifier.AltModifier)
    if session.dock.tabs.currentWidget() is not check(session).panel:
        session.dock.tabs.setCurrentIndex(number - 1)  # the window manager kept the key
    yield until(lambda: check(session).viewer.look is not None, what="the first look")
    session.record("seconds to open", time.monotonic() - start)
    yield settled(session)
    yield until(lambda: check(session).spec is not None, what="the scene's bands")
    panel = check(session).panel
    session.record(
        "opened",
        {
            "mask": panel.mask.currentText(),
            "scene": panel.scene.currentText(),
            "probabilities": panel.probabilities.currentText(),
            "cost": session.widget("consequences").text(),
            "width": panel.widget().minimumSizeHint().width(),
        },
    )
    node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    session.record("own layer hidden", not node.itemVisibilityChecked())
    session.photograph("check")
    session.photograph("check_desktop", whole=True)
    for opened in (True, False):
        map_key(Qt.Key.Key_Question)
        yield pause(0.3)
        if opened:
            session.photograph("check_keys")
            session.record("keys are listed", check(session).panel._keys.is_open)


def looking(session):
    """Look at the mask in every view, by mouse and by key."""
    bare, overlay = None, map_picture()
    map_key(Qt.Key.Key_H)
    yield pause(0.2)
    bare = map_picture()
    session.record("overlay changes the map by", difference(bare, overlay))
    map_key(Qt.Key.Key_H)
    session.click("view_swipe")
    yield pause(0.2)
    swiped = map_picture()
    half = round(view().width() / 2)
    west, east = np.s_[:, : half - 20], np.s_[:, half + 20 :]
    session.record(
        "swipe shows the mask on the left alone",
        [difference(bare, swiped, west), difference(bare, swiped, east)],
    )
    extent = canvas().extent()
    drag_map([(half, 300), (half - 60, 300), (half - 150, 300)])
    yield pause(0.2)
    session.record(
        "swipe dragged",
        [
            check(session).viewer.overlay.options.swipe * canvas().viewport().width(),
            half - 150,
            canvas().extent() == extent,
        ],
    )
    session.photograph("check_swipe", whole=True)
    line = check(session).viewer.overlay.options.swipe
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        map_key(key)
    session.record("swipe by keys", check(session).viewer.overlay.options.swipe - line)
    session.click("view_outline")
    yield pause(0.2)
    by_mouse = map_picture()
    session.record("outline changes the map by", difference(bare, by_mouse))
    map_key(Qt.Key.Key_1)
    map_key(Qt.Key.Key_4)
    yield pause(0.2)
    session.record("keys and mouse differ by", difference(by_mouse, map_picture()))
    yield from fading(session, bare, overlay)
    session.choose("check_other", "SCL")
    yield until(lambda: check(session).viewer.known is not None, what="the other mask")
    yield settled(session)
    session.click("view_agreement")
    yield pause(0.2)
    by_mouse = map_picture()
    map_key(Qt.Key.Key_1)
    map_key(Qt.Key.Key_5)
    yield pause(0.2)
    session.record("agreement by keys differs by", difference(by_mouse, map_picture()))
    session.record("agreement", session.widget("agreement").text())
    session.photograph("check_agreement", whole=True)
    session.choose("check_other", "nothing")
    yield settled(session)
    for how in ("mouse", "key"):
        if how == "mouse":
            session.click("view_flicker")
        else:
            map_key(Qt.Key.Key_3)
        seen = set()
        end = time.monotonic() + 20
        yield until(
            lambda seen=seen, end=end: (
                seen.add(difference(bare, map_picture()) > 0.02)
                or len(seen) == 2
                or time.monotonic() > end
            ),
            30,
            "a flicker",
        )
        session.record(f"flicker by {how} shows both", len(seen) == 2)
        session.click("view_overlay")
    map_key(Qt.Key.Key_H)
    scene = check(session).scene_layer
    session.click("bands_swir")
    yield until(lambda: difference(bare, map_picture()) > 0.1, what="SWIR on the map")
    session.record("SWIR bands", scene.renderer().usesBands())
    session.record("SWIR changes the map by", difference(bare, map_picture()))
    yield settled(session)
    session.click("bands_styled")
    yield until(lambda: difference(bare, map_picture()) < 0.01, what="the style on the map")
    session.record("style is back", difference(bare, map_picture()))
    map_key(Qt.Key.Key_H)


def fading(session, bare, overlay):
    """Make the mask less opaque by key and by mouse, and opaque again."""
    map_key(Qt.Key.Key_1)
    full = difference(bare, overlay)
    for _ in range(16):  # 5 per cent each
        map_key(Qt.Key.Key_Minus)
    yield pause(0.2)
    session.record("opacity by keys", check(session).viewer.overlay.options.opacity)
    changes = np.abs(bare - map_picture()).mean() / np.abs(bare - overlay).mean()
    session.record("faded to", [float(changes), full])
    slider = session.widget("opacity")
    QTest.mouseClick(slider, LEFT, pos=QPoint(slider.width() - 12, slider.height() // 2))
    session.record("opacity by mouse", check(session).viewer.overlay.options.opacity)
    for _ in range(20):
        map_key(Qt.Key.Key_Plus)
    yield pause(0.2)
    session.record("opaque again", difference(overlay, map_picture()))


def thresholds(session):
    """Try thresholds, see what they cost, and write the mask."""
    before, cost = map_picture(), session.widget("consequences").text()
    slider = session.widget("strictness")
    slider.setFocus()
    times = []
    for _ in range(6):
        start = time.thread_time()  # of this thread: other programs may be at work
        QTest.keyClick(slider, Qt.Key.Key_Right)
        view().repaint()
        times.append(1000 * (time.thread_time() - start))
    yield pause(0.5)
    session.record("slider ms", times)
    session.record("strict masks more", difference(before, map_picture()))
    texts = [session.widget(name).text() for name in ("consequences", "step_cost")]
    session.record("costs", [cost, *texts])
    session.photograph("check_thresholds")
    options = check(session).panel.thresholds.value()
    session.record("options", [options.thick, options.thin, options.shadow])
    before_id = check(session).panel.mask.value()
    session.click("apply_thresholds")
    yield until(lambda: check(session).panel.mask.value() != before_id, what="the new version")
    yield settled(session)
    session.record("written", check(session).mask_layer.source())


def asking(session):
    """Ask pixels by clicks on the map."""
    session.click("section_thresholds")
    session.click("section_pixel")
    session.click("ask_pixel")
    pixel = check(session).pixel
    for name, code in (("thick", 1), ("shadow", 3)):
        x, y = at_class(session, code)
        old = pixel.text.text()
        click_map(x, y)
        yield until(lambda old=old: pixel.text.text() != old and pixel._task is None, what=name)
        session.record(f"asked {name}", pixel.text.text())
    marks = [i for i in canvas().scene().items() if isinstance(i, (QgsVertexMarker, QgsRubberBand))]
    session.record("marks", len([mark for mark in marks if mark.isVisible()]))
    yield pause(0.3)
    session.photograph("check_pixel", whole=True)
    session.click("ask_pixel")
    session.click("section_pixel")


def reviewing(session):
    """Rank tiles and judge some of them by keys."""
    session.click("section_review")
    session.click("rank_tiles")
    review = check(session).review
    yield until(lambda: review.list.count() > 0, what="the ranking")
    yield settled(session)
    session.record("first tiles", [review.list.item(row).text() for row in range(3)])
    shown = canvas().extent()
    map_key(Qt.Key.Key_W)
    map_key(Qt.Key.Key_O)
    yield settled(session)
    session.record("map moved on", canvas().extent() != shown)
    map_key(Qt.Key.Key_N)
    QTest.keyClicks(session.widget("review_note"), "lake")
    QTest.keyClick(session.widget("review_note"), Qt.Key.Key_Return)
    yield pause(0.3)
    session.record("review", session.widget("review_progress").text())
    session.record("kept", check(session).mask_layer.customProperty("cloudmask/review")[:40])
    session.photograph("check_review", whole=True)
    session.click("section_review")


def correcting(session):
    """Paint, enclose and flood with the mouse, undo by key, and save."""
    layer = check(session).mask_layer
    canvas().setExtent(layer.extent())
    canvas().refresh()
    yield settled(session)
    session.click("section_correct")
    session.click("become_thick")
    session.click("pencil_brush")
    yield until(lambda: check(session).correct.editor is not None, what="the copy")
    editor = check(session).correct.editor

    def codes():
        return editor.codes(editor.grid.window)

    x, y = at_class(session, 0)
    start, before = codes(), map_picture()
    begun = time.thread_time()
    drag_map([(x - 20, y), (x, y), (x + 20, y)])
    view().repaint()
    session.record("stroke ms", 1000 * (time.thread_time() - begun))
    yield pause(0.3)
    session.record("brushed", int((codes() != start).sum()))
    session.record("brush changes the map by", difference(before, map_picture()))
    session.photograph("check_correct", whole=True)
    session.click("become_shadow")
    session.click("pencil_polygon")
    for corner in ((x - 60, y - 60), (x + 60, y - 60), (x + 60, y + 60)):
        click_map(*corner)
    QTest.mouseClick(view(), Qt.MouseButton.RightButton, pos=QPoint(x, y))
    session.record("enclosed", int((codes() == 3).sum() - (start == 3).sum()))
    session.click("become_clear")
    session.click("pencil_lasso")
    drag_map([(x - 30, y - 30), (x + 30, y - 30), (x + 30, y + 30), (x - 30, y + 30)])
    session.click("pencil_flood")
    thick = at_class(session, 1)
    click_map(*thick)
    session.record("flooded", int((codes() == 0).sum() - (start == 0).sum()))
    session.record("edits", [edit.tool for edit in editor.edits])
    for _ in editor.edits:
        canvas().setFocus()
        QTest.keyClick(canvas(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    session.record("undone exactly", bool((codes() == start).all()))
    for _ in range(2):
        QTest.keyClick(canvas(), Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    yield from correcting_on_another_map(session, editor)
    session.record("sliders wait", session.widget("strictness").toolTip())
    before_id = check(session).panel.mask.value()
    session.click("save_edits")
    yield until(lambda: check(session).panel.mask.value() != before_id, what="the new version")
    yield settled(session)
    session.record("saved", check(session).mask_layer.source())
    yield until(lambda: session.widget("export_patches").isEnabled(), what="the export")
    correct = check(session).correct
    QTimer.singleShot(0, choose_folder)
    session.click("export_patches")
    yield until(lambda: correct._task is None and (SCENES / "patches").exists(), what="patches")
    yield pause(0.3)
    session.record("patches", sorted(str(p) for p in (SCENES / "patches").rglob("*.*")))
    session.click("section_correct")


def choose_folder():
    """Type a folder into the dialog that asks for one."""
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, QFileDialog):
        QTimer.singleShot(50, choose_folder)
        return
    (SCENES / "patches").mkdir(exist_ok=True)
    edit = dialog.findChild(QLineEdit)
    edit.setText(str(SCENES / "patches"))
    QTest.keyClick(edit, Qt.Key.Key_Return)


def correcting_on_another_map(session, editor):
    """Enclose a part of the mask on a map in Web Mercator, and take it back."""
    project, own = QgsProject.instance(), QgsProject.instance().crs()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    yield settled(session)
    yield pause(0.3)
    window = editor.grid.window
    x, y = at_class(session, 0)
    before = editor.codes(window)
    session.click("become_thick")
    session.click("pencil_lasso")
    drag_map([(x - 30, y - 30), (x + 30, y - 30), (x + 30, y + 30), (x - 30, y + 30)])
    changed = editor.codes(window) != before
    rows, cols = np.nonzero(changed)
    session.record("enclosed on another map", int(changed.sum()))
    session.record("shown on another map", int(check(session).viewer.overlay.codes[y, x]))
    session.record("their share of a box", float(len(rows) / (np.ptp(rows) * np.ptp(cols))))
    session.photograph("check_other_crs", whole=True)
    canvas().setFocus()
    QTest.keyClick(canvas(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    session.record("undone on another map", bool((editor.codes(window) == before).all()))
    project.setCrs(own)
    yield settled(session)


def measuring(session):
    """Draw points, label them by keys, and write the report."""
    opened = []
    handler = Opened(opened)
    QDesktopServices.setUrlHandler("file", handler.take)
    session.click("section_measure")
    session.type("points_per_class", "8")
    session.click("draw_points")
    measure = check(session).measure
    yield until(lambda: measure.sample is not None and measure._task is None, what="the points")
    yield settled(session)
    keys = (Qt.Key.Key_C, Qt.Key.Key_T, Qt.Key.Key_I, Qt.Key.Key_D)
    for number in range(31):
        map_key(keys[measure.sample.points[measure.position].mapped if number % 5 else 0])
        if number == 12:
            yield settled(session)
            session.photograph("check_measure", whole=True)
    session.record("accuracy", session.widget("accuracy").text())
    session.record("calibrated", session.widget("consequences").text())
    session.click("accuracy_report")
    yield until(lambda: bool(opened), what="the report")
    QDesktopServices.unsetUrlHandler("file")
    session.record("report", opened)


class Opened(QObject):
    """Takes addresses that would open a browser."""

    def __init__(self, found):
        super().__init__()
        self._found = found

    @pyqtSlot("QUrl")
    def take(self, url):
        """Keep an address."""
        self._found.append(url.toLocalFile())


run(scenario)
