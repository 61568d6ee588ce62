"""Plays in QGIS: a mask over its scene, photographed in the theme of the profile."""

import os
import sys
from pathlib import Path

sys.path.insert(0, os.environ["CLOUDMASK_DESKTOP_TESTS"])

from qgis.utils import iface
from steps import Session, pause, run, until

SCENES = Path(os.environ["CLOUDMASK_DESKTOP_SCENES"])
THEME = os.environ["CLOUDMASK_DESKTOP_THEME"]


def scenario(session: Session):
    """Make a mask, open all sections, and look at a scene with a warning."""
    layer = iface.addRasterLayer(str(SCENES / "scene.tif"), "S2A 2024-06-15 stack")
    iface.mapCanvas().setExtent(layer.extent())
    session.plugin.open_dock()
    yield until(lambda: session.dock is not None and session.dock.isVisible(), what="the dock")
    session.choose("scene", "S2A")
    yield until(lambda: session.phase() == "ready", what="the card")
    session.click("run_button")
    yield until(lambda: session.phase() == "done", 300, "the mask")
    yield pause(1.5)
    session.photograph(f"desktop_{THEME}", whole=True)
    for name in ("refine", "output", "advanced"):
        session.click(f"section_{name}")
    yield pause(0.3)
    session.dock.panel.ensureWidgetVisible(session.dock.panel.run_button)
    yield pause(0.2)
    session.photograph(f"options_of_a_run_{THEME}")
    for name in ("refine", "output", "advanced"):
        session.click(f"section_{name}")
    iface.addRasterLayer(str(SCENES / "nameless.tif"), "nameless")
    session.choose("scene", "nameless")
    yield until(lambda: session.phase() == "ready with warning", what="the card")
    session.click("card_bands")
    yield pause(0.3)
    session.photograph(f"corrections_{THEME}")


run(scenario)
