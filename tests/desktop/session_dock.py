"""Plays in QGIS: the dock from its action to its mask, and everything that may come between.

The scenes are made by the test, in the folder that CLOUDMASK_DESKTOP_SCENES names.
"""

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, os.environ["CLOUDMASK_DESKTOP_TESTS"])

from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QPushButton, QToolButton
from qgis.utils import iface, reloadPlugin
from steps import PLUGIN, Session, pause, run, until

SCENES = Path(os.environ["CLOUDMASK_DESKTOP_SCENES"])
WORK = Path(os.environ["CLOUDMASK_DESKTOP_WORK"])
SETTLED = ("ready", "ready with warning", "cannot run", "done", "done with warnings", "failed")


def add_layer(name):
    """Add a scene to the project under its own name."""
    layer = iface.addRasterLayer(str(SCENES / f"{name}.tif"), name)
    iface.mapCanvas().setExtent(layer.extent())
    return layer


def choose_scene(session, name):
    """Choose a scene in the list and wait for what is detected."""
    session.choose("scene", name)
    return until(lambda: session.phase() in SETTLED, what=f"the card of {name}")


def card(session):
    """Return the card's lines by key, as read on the screen."""
    return {row.key or "grid": [row.marked_text, row.guessed] for row in session.dock.state.card}


def masks():
    """Return the mask layers of the project."""
    return [
        layer
        for layer in QgsProject.instance().mapLayers().values()
        if isinstance(layer, QgsRasterLayer) and layer.renderer().type() == "paletted"
    ]


def describe_mask(layer):
    """Return what a user sees of a mask layer: legend, group, time, file."""
    node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    span = layer.temporalProperties().fixedTemporalRange()
    return {
        "name": layer.name(),
        "source": layer.source(),
        "group": node.parent().name(),
        "visible": node.isVisible(),
        "classes": [[c.value, c.label, c.color.alpha()] for c in layer.renderer().classes()],
        "temporal": layer.temporalProperties().isActive(),
        "begin": span.begin().toUTC().toString(Qt.DateFormat.ISODate),
    }


def own_message():
    """Return the newest message of the plugin above the map; QGIS has messages of its own."""
    for item in iface.messageBar().items():
        if item.title().startswith("Cloud mask"):
            return item
    return None


def message_bar():
    """Return the texts of the plugin's message, and its buttons."""
    item = own_message()
    if item is None:
        return {"text": "", "title": "", "buttons": []}
    buttons = [button.text() for button in item.findChildren(QPushButton)]
    return {"text": item.text(), "title": item.title(), "buttons": buttons}


def write_to(session, path):
    """Type the path of the output file."""
    if not session.dock.panel.output_section.is_open:
        session.click("section_output")
    session.click("output_to_file")
    session.type("output_file", str(path))
    session.click("section_output")


def finished(session, seconds=300):
    """Wait for the end of a run."""
    return until(
        lambda: session.phase() not in ("running", "cancelling"), seconds, "the end of a run"
    )


def further_looks(session, count):
    """Make a run longer, so that there is time to disturb it."""
    session.type("tta", str(count))


def scenario(session: Session):
    """Play every step."""
    yield from opening(session)
    yield from scenes(session)
    yield from first_mask(session)
    yield from corrections(session)
    yield from extents(session)
    yield from failures(session)
    yield from disturbances(session)
    yield from reload(session)


def opening(session):
    """Open the dock by its button, and look at scenes that cannot be masked."""
    action = iface.mainWindow().findChild(QAction, "cloudmask_panel")
    button = next(
        widget
        for widget in action.associatedWidgets()
        if isinstance(widget, QToolButton) or hasattr(widget, "widgetForAction")
    )
    button = button if isinstance(button, QToolButton) else button.widgetForAction(action)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    yield until(lambda: session.dock is not None and session.dock.isVisible(), what="the dock")
    yield pause(0.3)
    session.record("opened", {"phase": session.phase(), "width": session.dock.width()})
    session.record("run without a scene", session.widget("run_button").toolTip())
    session.photograph("no_layer")
    session.record("first run fits", session.dock.panel.verticalScrollBar().maximum() == 0)
    service = QgsRasterLayer("type=xyz&url=http://127.0.0.1:9/{z}/{x}/{y}.png", "Tiles", "wms")
    QgsProject.instance().addMapLayer(service)
    session.choose("scene", "Tiles")
    yield pause(0.1)
    session.record("service", [session.phase(), session.dock.state.notice.text])
    session.photograph("not_a_raster")
    QgsProject.instance().removeMapLayer(service)
    yield pause(0.1)
    session.record("service removed", session.phase())


def scenes(session):
    """Choose scenes of all kinds and read the card."""
    add_layer("scene")
    session.choose("scene", "scene")
    session.record("right after choosing", session.phase())
    session.photograph("detecting")
    yield until(lambda: session.phase() in SETTLED, what="the card")
    yield pause(0.3)
    session.record("card", card(session))
    session.record("ready", session.phase())
    session.photograph("ready")
    add_layer("nameless")
    yield choose_scene(session, "nameless")
    yield pause(0.3)
    session.record("nameless", [session.phase(), card(session), session.dock.state.notice.text])
    session.photograph("ready_with_warning")
    add_layer("seven_bands")
    yield choose_scene(session, "seven_bands")
    session.record("seven bands", [session.phase(), session.dock.state.notice.text])
    session.photograph("cannot_run")
    for name in ("winter", "autumn"):
        session.dock.chooser.open(str(SCENES / name))
        yield until(lambda: session.phase() in SETTLED, what=f"the card of {name}")
        listed = session.widget("scene").currentText()
        bands = {band.path for band in session.dock.source.bands}
        session.record(name, [listed, card(session)["bands"][0], sorted(bands)])


def first_mask(session):
    """Mask to a temporary layer with one click, then to a file with the Enter key."""
    for name in ("nameless", "seven_bands"):
        QgsProject.instance().removeMapLayer(QgsProject.instance().mapLayersByName(name)[0])
    yield choose_scene(session, "scene")
    session.click("run_button")
    yield until(lambda: session.phase() == "running", 5, "the run")
    session.record("button while running", session.widget("run_button").text())
    yield finished(session)
    yield pause(0.5)
    session.record("first run", [session.phase(), session.dock.state.status.text])
    session.record("message", message_bar())
    session.record("mask", describe_mask(masks()[0]))
    session.record("legend", session.widget("result_legend").text())
    session.record("bar", session.widget("result_bar").accessibleName())
    session.photograph("done")
    session.photograph("desktop", whole=True)
    canvas = iface.mapCanvas()
    canvas.setExtent(QgsRectangle(0, 0, 1000, 1000))
    session.click("result_bar")
    yield pause(0.3)
    session.record("zoomed", canvas.extent().contains(masks()[0].extent().center()))
    write_to(session, WORK / "by_enter.tif")
    session.click("output_probabilities")
    session.key(Qt.Key.Key_Return, "scene")
    yield until(lambda: session.phase() == "running", 5, "the run by the Enter key")
    yield finished(session)
    yield pause(0.2)
    session.record("by enter", [session.phase(), len(masks())])
    session.click("output_probabilities")


def corrections(session):
    """Correct the scale by its line on the card, swap bands, go back."""
    before = session.dock.state.card
    session.click("card_scale")
    yield pause(0.1)
    session.record("field that has the focus", QApplication.focusWidget().objectName())
    QTest.keyClicks(QApplication.focusWidget(), "1/5000")
    session.key(Qt.Key.Key_Return)
    yield until(lambda: session.dock.state.card != before and session.phase() in SETTLED)
    session.record("corrected scale", card(session)["scale"])
    session.photograph("corrections")
    session.choose("edit_role_1", "B02")
    yield until(lambda: session.phase() == "cannot run", what="the error of a band twice")
    session.record("band twice", [session.phase(), session.dock.state.notice.text])
    session.click("edit_reset")
    yield until(lambda: session.phase() in SETTLED and session.phase() != "cannot run")
    session.record("back", session.dock.state.card == before)
    session.click("correct_button")


def extents(session):
    """Mask the rectangle around selected polygons."""
    combo = session.widget("extent")
    polygons_item = combo.model().item(2)
    session.record("without polygons", [polygons_item.isEnabled(), polygons_item.toolTip()])
    scene = QgsProject.instance().mapLayersByName("scene")[0]
    centre = scene.extent().center()
    fields = QgsVectorLayer("Polygon?crs=EPSG:32632", "fields", "memory")
    feature = QgsFeature()
    box = QgsRectangle(centre.x() - 1000, centre.y() - 500, centre.x() + 1000, centre.y() + 500)
    feature.setGeometry(QgsGeometry.fromRect(box))
    fields.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(fields)
    fields.selectAll()
    yield until(lambda: combo.model().item(2).isEnabled(), 5, "the offer of polygons")
    session.choose("extent", "Selected polygons")
    yield pause(0.1)
    session.record("area of polygons", session.dock.state.area)
    write_to(session, WORK / "polygons.tif")
    session.click("run_button")
    yield finished(session)
    session.record("polygons", session.phase())
    session.choose("extent", "Whole scene")
    QgsProject.instance().removeMapLayer(fields)


def failures(session):
    """Let a run fail, and one end with warnings."""
    write_to(session, SCENES / "scene.tif")
    yield pause(0.1)
    session.click("run_button")
    yield finished(session)
    session.record("scene as target", [session.phase(), session.dock.state.status.text])
    session.record("message of the failure", message_bar())
    session.photograph("failed")
    iface.messageBar().clearWidgets()
    write_to(session, WORK / "absent" / "mask.tif")
    yield pause(0.1)
    session.record("absent folder", [session.phase(), session.widget("run_button").toolTip()])
    add_layer("nameless")
    yield choose_scene(session, "nameless")
    write_to(session, WORK / "nameless.tif")
    session.click("run_button")
    yield finished(session)
    yield pause(0.2)
    session.record("nameless run", session.phase())
    session.photograph("done_with_warnings")


def disturbances(session):
    """Cancel, remove the layer, close the project, each in the middle of a run."""
    add_layer("large")
    yield choose_scene(session, "large")
    write_to(session, WORK / "cancelled.tif")
    further_looks(session, 7)
    session.click("run_button")
    yield until(lambda: (session.dock.state.progress or 0) > 0.05, 60, "the first tiles")
    session.photograph("running")
    start = time.monotonic()
    session.key(Qt.Key.Key_Escape, "run_button")
    session.record("after Esc", session.phase())
    session.photograph("cancelling")
    yield finished(session)
    session.record("seconds to cancel", time.monotonic() - start)
    session.record("cancelled", [session.phase(), session.dock.state.status.text])
    yield from removed_layer(session)
    yield from closed_project(session)


def removed_layer(session):
    """Remove the scene's layer while it is masked."""
    further_looks(session, 1)
    write_to(session, WORK / "layer_removed.tif")
    session.click("run_button")
    yield until(lambda: (session.dock.state.progress or 0) > 0.05, 60, "the first tiles")
    layer = QgsProject.instance().mapLayersByName("large")[0]
    QgsProject.instance().removeMapLayer(layer)
    session.record("run outlives its layer", session.phase())
    yield finished(session)
    yield pause(0.3)
    added = [mask for mask in masks() if mask.source().endswith("layer_removed.tif")]
    session.record("mask of the removed layer", [describe_mask(mask) for mask in added])


def closed_project(session):
    """Close the project while its scene is masked; add the mask afterwards."""
    add_layer("large")
    yield choose_scene(session, "large")
    write_to(session, WORK / "project_closed.tif")
    session.click("run_button")
    yield until(lambda: (session.dock.state.progress or 0) > 0.05, 60, "the first tiles")
    iface.messageBar().clearWidgets()
    QgsProject.instance().clear()
    yield finished(session)
    yield pause(0.3)
    session.record("after closing", [session.phase(), len(masks()), message_bar()])
    add = next(b for b in own_message().findChildren(QPushButton) if b.text() == "Add to map")
    QTest.mouseClick(add, Qt.MouseButton.LeftButton)
    yield pause(0.3)
    session.record("added after closing", len(masks()))


def reload(session):
    """Reload the plugin in the middle of a run; settings are remembered."""
    further_looks(session, 0)
    add_layer("scene")
    yield choose_scene(session, "scene")
    session.choose("extent", "Map canvas")
    session.choose("extent", "Whole scene")
    session.type("buffer", "120")
    session.record("stored", QgsSettings().value("plugins/cloudmask/buffer"))
    further_looks(session, 7)
    write_to(session, WORK / "reloaded.tif")
    session.click("run_button")
    yield until(lambda: session.phase() == "running", 10, "the run")
    yield pause(0.3)
    reloadPlugin(PLUGIN)
    yield pause(1.0)
    session.plugin.open_dock()
    yield until(lambda: session.dock is not None and session.dock.isVisible(), what="the dock")
    yield pause(0.3)
    session.record("remembered", session.dock.panel.refine.value().buffer)
    session.record("after reload", session.phase())
    yield choose_scene(session, "scene")
    session.record("works after reload", session.phase())
    page = session.plugin.options.createWidget(None)
    page.resize(720, 420)
    page.grab().save(str(session.output / "options.png"))
    page.deleteLater()
    yield pause(0.1)


run(scenario)
