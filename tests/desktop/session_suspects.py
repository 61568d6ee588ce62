"""Plays in QGIS: masks of many dates stepped through by the temporal controller, suspects found
in them, and a mask written with these.

The masks lie in the folder that CLOUDMASK_DESKTOP_SCENES names.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, os.environ["CLOUDMASK_DESKTOP_TESTS"])

from osgeo import gdal
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QWidget
from qgis.utils import iface
from steps import Session, pause, run, until

from cloudmask_plugin import layers

FOLDER = Path(os.environ["CLOUDMASK_DESKTOP_SCENES"])


def scenario(session: Session):
    """Open the tab on the first of many masks, find suspects, and write the mask with them."""
    paths = sorted(FOLDER.glob("mask_??.tif"))
    listed = [QgsRasterLayer(str(path), path.stem) for path in paths]
    for layer in listed:  # as masking does it
        layers.date(layer, gdal.Open(layer.source()).GetMetadataItem("ACQUISITION_TIME"))
    QgsProject.instance().addMapLayers(listed)
    root = QgsProject.instance().layerTreeRoot()
    for layer in listed:
        root.findLayer(layer.id()).setExpanded(False)
    session.widen_layers()
    iface.mapCanvas().setExtent(listed[0].extent())
    session.plugin.open_dock()
    yield until(lambda: session.dock is not None and session.dock.isVisible(), what="the dock")
    yield pause(0.3)
    check = session.dock.check
    check.check_mask(listed[0].id())
    session.dock.tabs.setCurrentWidget(check.panel)
    yield until(lambda: check.viewer.look is not None, what="the first look")
    yield from stepping(session, check)
    check.check_mask(listed[0].id())
    yield until(lambda: check.viewer.look is not None, what="the first mask again")
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
    yield until(lambda: check.viewer.look.suspects == layer.source(), what="the preview")
    session.record("shown clear with them", int((check.viewer.overlay.codes == 0).sum()))
    session.record("cost", session.widget("consequences").text())
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


def stepping(session, check):
    """Step through the dates with the buttons of QGIS's temporal controller."""
    window = iface.mainWindow()
    window.findChild(QAction, "mActionTemporalController").trigger()
    found = window.findChildren
    yield until(
        lambda: any(one.isVisible() for one in found(QWidget, "mNavigationAnimated")),
        what="the temporal controller",
    )
    session.record("scene", check.panel.scene.currentText())

    def shown(name):
        return next(one for one in found(QWidget, name) if one.isVisible())

    def press(name):
        QTest.mouseClick(shown(name), Qt.MouseButton.LeftButton)

    press("mNavigationAnimated")
    yield pause(0.3)
    press("mSetRangeButton")
    steps = shown("mTimeStepsComboBox")
    steps.setCurrentIndex(steps.findText("days"))
    shown("mStepSpinBox").setValue(10)
    yield pause(0.3)
    press("mRewindButton")
    yield pause(0.3)
    seen = []
    for button in ("mNextButton", "mNextButton", "mNextButton", "mPreviousButton"):
        before = check.panel.mask.currentText()
        press(button)
        yield until(lambda before=before: check.panel.mask.currentText() != before, what=button)
        yield until(lambda: check.viewer.look is not None, what="its mask over the map")
        codes = check.viewer.overlay.codes
        seen.append([check.panel.mask.currentText(), float((codes[codes < 255] > 0).mean())])
    session.record("stepped", seen)
    yield pause(0.5)
    session.photograph("check_temporal", whole=True)
    press("mNavigationOff")
    window.findChild(QAction, "mActionTemporalController").trigger()


run(scenario)
