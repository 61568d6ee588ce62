"""Plays in QGIS: the tab Composite, from scenes of several dates to their composite.

The scenes are made by the test, in the folder that CLOUDMASK_DESKTOP_SCENES names.
"""

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, os.environ["CLOUDMASK_DESKTOP_TESTS"])

from qgis.core import QgsProject, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import QRect, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QStyle, QStyleOptionViewItem
from qgis.utils import iface
from steps import Session, pause, run, until

SCENES = Path(os.environ["CLOUDMASK_DESKTOP_SCENES"])
WORK = Path(os.environ["CLOUDMASK_DESKTOP_WORK"])
BUSY = ("running", "cancelling")


def tab(session):
    """Return the tab's controller."""
    return session.dock.composite


def phase(session):
    """Return the tab's phase in words."""
    return tab(session).state.phase.value


def rows(session):
    """Return the table as read on the screen."""
    return [
        [row.name, row.day, row.level, row.checked, row.clear, row.used]
        for row in tab(session).state.rows
    ]


def looked(session, count):
    """Wait until so many scenes are in the table."""
    return until(
        lambda: len(tab(session).state.rows) == count and not tab(session).inputs.looking,
        what=f"{count} scenes in the table",
    )


def finished(session, seconds=300):
    """Wait for the end of a run."""
    return until(lambda: phase(session) not in BUSY, seconds, "the end of a run")


def cell(session, row, column):
    """Return where a cell of the table is."""
    table = session.widget("composite_scenes")
    return table.visualRect(table.model().index(row, column))


def tick(session, row):
    """Click the tick of a scene."""
    table = session.widget("composite_scenes")
    option = QStyleOptionViewItem()
    option.initFrom(table)
    option.rect = cell(session, row, 0)
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    box: QRect = table.style().subElementRect(
        QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, table
    )
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())


def to_tab(session, number):
    """Click a tab of the dock."""
    bar = session.dock.tabs.tabBar()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(number).center())


def show_scenes(shown):
    """Tick or untick the scenes in the layer panel."""
    for node in QgsProject.instance().layerTreeRoot().findLayers():
        if node.name().startswith("T32UMC"):
            node.setItemVisibilityChecked(shown)


def groups():
    """Return the groups of the project with their layers, and which of these are visible."""
    return {
        group.name(): [[node.name(), node.isVisible()] for node in group.findLayers()]
        for group in QgsProject.instance().layerTreeRoot().findGroups()
    }


def scenario(session: Session):
    """Play every step."""
    yield from opening(session)
    yield from scenes(session)
    yield from preview(session)
    yield from composite(session)
    yield from choices(session)
    yield from from_mask(session)
    yield from disturbances(session)


def opening(session):
    """Go to the tab without a scene."""
    session.plugin.open_dock()
    yield until(lambda: session.dock is not None and session.dock.isVisible(), what="the dock")
    yield pause(0.3)
    to_tab(session, 1)
    yield pause(0.5)
    session.record("opened", [phase(session), session.widget("composite_run").toolTip()])
    session.photograph("composite_no_scenes")


def scenes(session):
    """Load three dates, add a fourth from its file, and state its date in the table."""
    for letter in "abc":
        iface.addRasterLayer(str(SCENES / f"scene_{letter}.tif"), f"T32UMC {letter.upper()}")
    layer = QgsProject.instance().mapLayersByName("T32UMC A")[0]
    iface.mapCanvas().setExtent(layer.extent())
    yield looked(session, 3)
    session.record("rows", rows(session))
    session.record("method", session.widget("composite_method_text").text())
    tab(session).add(str(SCENES / "undated.tif"))
    yield looked(session, 4)
    session.record("undated", rows(session)[-1])
    table = session.widget("composite_scenes")
    place = cell(session, 3, 1).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    yield pause(0.2)
    editor = QApplication.focusWidget()
    editor.selectAll()
    QTest.keyClicks(editor, "2023-05-20")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    yield until(lambda: rows(session)[0][1] == "2023-05-20", what="the date that was typed")
    yield looked(session, 4)
    session.record("dated", rows(session)[0])
    tick(session, 0)
    yield pause(0.3)
    session.record("unticked", [row[3] for row in rows(session)])
    session.record("area", session.widget("composite_area").text())
    yield pause(0.3)
    session.photograph("composite_ready")
    session.record("fits", session.dock.composite.panel.verticalScrollBar().maximum() == 0)


def preview(session):
    """See the middle of the place within seconds."""
    canvas = iface.mapCanvas()
    whole = canvas.extent()
    centre = whole.center()
    canvas.setExtent(
        QgsRectangle(centre.x() - 1500, centre.y() - 1500, centre.x() + 1500, centre.y() + 1500)
    )
    canvas.refresh()
    yield pause(0.8)
    start = time.monotonic()
    session.click("composite_preview")
    session.record("preview runs", phase(session))
    yield finished(session)
    session.record("seconds of a preview", time.monotonic() - start)
    session.record("preview", [tab(session).state.status.text, groups()])
    session.record("preview pixel", tab(session).inputs.last.preview)
    yield pause(0.5)
    canvas.setExtent(whole)
    yield pause(0.8)


def composite(session):
    """Make the composite into a file."""
    session.click("section_composite_output")
    session.click("composite_output_to_file")
    session.type("composite_output_file", str(WORK / "composite.tif"))
    session.click("section_composite_output")
    yield pause(0.2)
    session.click("composite_run")
    yield until(lambda: phase(session) == "running", 5, "the run")
    session.record("button while running", session.widget("composite_run").text())
    yield until(lambda: (tab(session).state.progress or 0) > 0.1, 120, "progress")
    session.photograph("composite_running")
    yield finished(session)
    yield pause(1.0)
    session.record("done", [phase(session), tab(session).state.status.text])
    session.record("rows after", rows(session))
    session.record("groups", groups())
    session.record("bar", session.widget("composite_result_bar").accessibleName())
    session.record("remarks", session.widget("composite_remarks").text())
    source = QgsProject.instance().mapLayersByName("Source scene")[0]
    session.record("legend", [item.label for item in source.renderer().classes()])
    image = QgsProject.instance().mapLayersByName("Composite")[0]
    scene = QgsProject.instance().mapLayersByName("T32UMC A")[0]
    session.record(
        "look",
        [
            [layer.renderer().redBand(), layer.renderer().redContrastEnhancement().maximumValue()]
            for layer in (image, scene)
        ],
    )
    session.photograph("composite_done")
    show_scenes(False)  # which would be seen through what is still empty
    yield pause(0.5)
    yield until(lambda: not iface.mapCanvas().isDrawing(), what="the map")
    yield pause(0.5)
    session.photograph("composite_desktop", whole=True)
    canvas = iface.mapCanvas()
    canvas.setExtent(QgsRectangle(0, 0, 1000, 1000))
    session.click("composite_result_bar")
    yield pause(0.3)
    session.record("zoomed", canvas.extent().contains(image.extent().center()))
    root = QgsProject.instance().layerTreeRoot()
    root.findLayer(source.id()).setItemVisibilityChecked(True)
    root.findLayer(image.id()).setItemVisibilityChecked(False)
    yield pause(0.5)
    yield until(lambda: not iface.mapCanvas().isDrawing(), what="the map")
    yield pause(0.5)
    session.photograph("composite_source", whole=True)
    root.findLayer(source.id()).setItemVisibilityChecked(False)
    root.findLayer(image.id()).setItemVisibilityChecked(True)
    show_scenes(True)


def choices(session):
    """Choose another method, a target date, and the least bad, by keyboard."""
    session.choose("composite_method", "Best available pixel")
    session.click("section_composite_further")
    session.choose("composite_fallback", "Take the least bad")
    session.click("section_composite_further")
    session.type("composite_output_file", str(WORK / "least_bad.tif"))
    yield pause(0.2)
    session.record("method chosen", session.widget("composite_method_text").text())
    session.key(Qt.Key.Key_Return, "composite_scenes")
    yield until(lambda: phase(session) == "running", 5, "the run by the Enter key")
    yield finished(session)
    session.record("least bad", [phase(session), tab(session).inputs.last.result.empty])
    session.choose("composite_method", "Automatic")
    session.choose("composite_fallback", "Leave it empty")


def from_mask(session):
    """Mask a scene and composite it in one run; then follow the link."""
    to_tab(session, 0)
    session.choose("scene", "T32UMC B")
    box = session.widget("also_composite")
    yield until(lambda: session.dock.state.run_enabled and box.isEnabled(), what="the offer")
    session.record("offer", box.text())
    session.click("also_composite")
    session.record("run text", session.widget("run_button").text())
    session.photograph("mask_and_composite")
    session.click("run_button")
    yield until(lambda: session.phase() == "running", 5, "the run")
    yield until(lambda: session.phase() not in BUSY, 300, "the end of the run")
    yield pause(0.5)
    session.record("mask and composite", [session.phase(), groups()])
    session.click("also_composite")
    session.click("to_composite")
    yield pause(0.5)
    session.record("front", session.dock.tabs.currentIndex())
    yield looked(session, 4)
    yield until(
        lambda: any(one.mask.path for one in tab(session).inputs.scenes), 20, "the mask found"
    )
    session.record("masks", [[one.name, one.mask.title] for one in tab(session).inputs.scenes])


def disturbances(session):
    """Cancel a run; let one fail; close the project during another."""
    session.click("section_composite_output")
    session.type("composite_output_file", str(WORK / "cancelled.tif"))
    yield pause(0.2)
    session.click("composite_run")
    yield until(lambda: (tab(session).state.progress or 0) > 0.05, 60, "progress")
    start = time.monotonic()
    session.key(Qt.Key.Key_Escape, "composite_scenes")
    session.record("after Esc", phase(session))
    yield finished(session)
    session.record("seconds to cancel", time.monotonic() - start)
    session.record("cancelled", [phase(session), tab(session).state.status.text])
    session.type("composite_output_file", str(SCENES / "scene_a.tif"))
    yield pause(0.2)
    session.click("composite_run")
    yield finished(session)
    session.record("failed", [phase(session), tab(session).state.status.text])
    yield pause(0.3)
    session.photograph("composite_failed")
    session.type("composite_output_file", str(WORK / "closed.tif"))
    yield pause(0.2)
    session.click("composite_run")
    yield until(lambda: phase(session) == "running", 5, "the run")
    iface.messageBar().clearWidgets()
    QgsProject.instance().clear()
    yield finished(session)
    yield pause(0.5)
    texts = [item.text() for item in iface.messageBar().items()]
    session.record("after closing", [phase(session), texts, len(QgsProject.instance().mapLayers())])
    layer = QgsRasterLayer(str(WORK / "closed.tif"), "whole")
    session.record("written all the same", layer.isValid())
    yield pause(0.2)
    del layer


run(scenario)
