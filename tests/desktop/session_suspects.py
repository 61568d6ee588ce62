"""Plays in QGIS: suspects found in the masks of a project, and the mask written with them.

The masks lie in the folder that CLOUDMASK_DESKTOP_SCENES names.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, os.environ["CLOUDMASK_DESKTOP_TESTS"])

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.utils import iface
from steps import Session, pause, run, until

FOLDER = Path(os.environ["CLOUDMASK_DESKTOP_SCENES"])


def scenario(session: Session):
    """Open the tab on the first of many masks, find suspects, and write the mask with them."""
    paths = sorted(FOLDER.glob("mask_??.tif"))
    listed = [QgsRasterLayer(str(path), path.stem) for path in paths]
    QgsProject.instance().addMapLayers(listed)
    iface.mapCanvas().setExtent(listed[0].extent())
    session.plugin.open_dock()
    yield until(lambda: session.dock is not None and session.dock.isVisible(), what="the dock")
    yield pause(0.3)
    check = session.dock.check
    check.check_mask(listed[0].id())
    session.dock.tabs.setCurrentWidget(check.panel)
    yield until(lambda: check.viewer.look is not None, what="the first look")
    session.click("section_thresholds")
    session.click("section_suspects")
    yield pause(0.3)
    panel = check.suspects
    session.record("before", session.widget("write_with_suspects").toolTip())
    session.click("find_suspects")
    session.record("cancel is offered", session.widget("cancel_suspects").isVisible())
    yield until(lambda: panel._task is None, 120, what="the suspects")
    session.record("found", session.widget("suspects_text").text())
    (layer,) = QgsProject.instance().mapLayersByName("Suspects")
    session.record("layer", layer.source())
    root = QgsProject.instance().layerTreeRoot()
    for other in listed:
        root.findLayer(other.id()).setItemVisibilityChecked(False)
    root.findLayer(layer.id()).setExpanded(True)
    iface.mapCanvas().refresh()
    QTest.keyClick(iface.mapCanvas(), Qt.Key.Key_H)
    yield until(lambda: not iface.mapCanvas().isDrawing(), what="a drawn map")
    yield pause(0.5)
    session.photograph("check_suspects", whole=True)
    before = check.panel.mask.value()
    session.click("write_with_suspects")
    yield until(lambda: check.panel.mask.value() != before, 120, what="the new version")
    session.record("written", check.mask_layer.source())


run(scenario)
