"""Plays in QGIS, started with a layer and an open dock: scenes of all kinds in a small window.

A web server offers the scenes at what CLOUDMASK_DESKTOP_ADDRESS says.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, os.environ["CLOUDMASK_DESKTOP_TESTS"])

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction
from qgis.utils import iface
from steps import Session, pause, run, until

SCENES = Path(os.environ["CLOUDMASK_DESKTOP_SCENES"])
ADDRESS = os.environ["CLOUDMASK_DESKTOP_ADDRESS"]
SETTLED = ("ready", "ready with warning", "cannot run", "done", "done with warnings", "failed")
DOCK = 360  # pixels


def seen(session, name):
    """Wait for the card, record what the dock says, and keep its picture."""
    yield until(lambda: session.phase() in SETTLED, what=f"the card of {name}")
    yield pause(0.3)
    source = session.dock.source
    session.record(
        name,
        {
            "phase": session.phase(),
            "listed": session.widget("scene").currentText(),
            "kind": source.kind if source else "",
            "roles": list(source.roles) if source else [],
            "notice": session.dock.state.notice.text,
            "group": source.name if source else "",
            "moves sideways": session.dock.panel.widget().width()
            > session.dock.panel.viewport().width(),
        },
    )
    session.photograph(name)


def add(path):
    """Add a file to the map and choose its layer."""
    layer = iface.addRasterLayer(str(path), path.stem)
    iface.mapCanvas().setExtent(layer.extent())
    return layer


def scenario(session: Session):
    """Play every step."""
    yield until(lambda: session.phase() in SETTLED, what="the scene taken by itself")
    iface.mainWindow().resizeDocks([session.dock], [DOCK], Qt.Orientation.Horizontal)
    yield pause(0.3)
    yield from seen(session, "taken")
    yield from layers_of_products(session)
    yield from warnings(session)
    yield from addresses(session)


def layers_of_products(session):
    """Choose one band of a product, and a picture in it."""
    product = next(SCENES.glob("*.SAFE"))
    for name, part in (("product_layer", "*_B04_10m.jp2"), ("picture", "*_TCI_10m.jp2")):
        layer = add(next(product.rglob(part)))
        session.choose("scene", layer.name())
        yield from seen(session, name)


def warnings(session):
    """Read all of a warning above the table of bands, and mend by the table what it tells."""
    add(SCENES / "swapped.tif")
    session.choose("scene", "swapped")
    yield from seen(session, "contradiction")
    session.click("card_bands")
    yield pause(0.3)
    notice = session.widget("scene_notice")
    role = session.widget("edit_role_1")
    session.record(
        "room",
        {
            "notice": [notice.height(), notice.heightForWidth(notice.width())],
            "panel scrolls": session.dock.panel.verticalScrollBar().maximum() > 0,
            "role in view": session.dock.panel.viewport()
            .rect()
            .contains(role.mapTo(session.dock.panel.viewport(), QPoint(5, role.height() // 2))),
        },
    )
    session.photograph("small_window", whole=True)
    for number, role in ((4, "B04"), (8, "B08")):
        session.choose(f"edit_role_{number}", role)
    yield until(lambda: session.phase() == "ready", what="the scene with its bands mended")
    session.record("mended", session.dock.state.notice.text)
    session.click("correct_button")


def addresses(session):
    """Type an address where nothing is, mend it, and mask what lies there."""
    ask = session.dock.findChild(QAction, "open_address")
    ask.trigger()
    QTest.keyClicks(session.widget("scene_address"), "https://example.org/scene.tif")
    yield pause(0.2)
    session.photograph("address")
    session.key(Qt.Key.Key_Escape, "scene_address")
    session.record("after Esc", session.widget("scene").isVisible())
    ask.trigger()
    QTest.keyClicks(session.widget("scene_address"), f"{ADDRESS}/scena.tif")
    session.key(Qt.Key.Key_Return, "scene_address")
    yield from seen(session, "address_of_nothing")
    ask.trigger()
    session.record("address to mend", session.widget("scene_address").text())
    QTest.keyClicks(session.widget("scene_address"), f"{ADDRESS}/scene.tif")
    session.key(Qt.Key.Key_Return, "scene_address")
    yield from seen(session, "address_read")
    session.click("run_button")
    yield until(lambda: session.phase().startswith("done"), 300, "the mask")
    groups = QgsProject.instance().layerTreeRoot().findGroups()
    session.record("groups", [[g.name(), [n.name() for n in g.findLayers()]] for g in groups])
    menu = session.widget("open_scene").menu()
    menu.aboutToShow.emit()
    before = menu.actions()[-1].menu()
    session.record("opened before", [action.toolTip() for action in before.actions()])


run(scenario)
