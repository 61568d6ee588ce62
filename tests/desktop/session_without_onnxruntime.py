"""Plays in QGIS: the dock where onnxruntime is missing, and getting it by its button."""

import os
import sys
from pathlib import Path

sys.path.insert(0, os.environ["CLOUDMASK_DESKTOP_TESTS"])

from qgis.utils import iface
from steps import Session, pause, run, until

SCENES = Path(os.environ["CLOUDMASK_DESKTOP_SCENES"])


def scenario(session: Session):
    """Read what is missing, look around, install, and be ready."""
    iface.addRasterLayer(str(SCENES / "scene.tif"), "scene")
    session.plugin.open_dock()
    yield until(lambda: session.dock is not None and session.dock.isVisible(), what="the dock")
    session.choose("scene", "scene")
    yield until(lambda: bool(session.dock.state.card), what="the card")
    yield pause(0.3)
    session.record("phase", session.phase())
    session.record("problem", session.dock.state.runtime.problem)
    session.record("command", session.widget("runtime_command").text())
    session.record("button", session.widget("run_button").toolTip())
    usable = ("scene", "model", "extent", "section_refine", "section_output", "section_advanced")
    session.record("usable", {name: session.widget(name).isEnabled() for name in usable})
    session.photograph("no_onnxruntime")
    session.click("runtime_install")
    yield pause(0.2)
    session.photograph("installing")
    yield until(
        lambda: not session.dock.state.runtime.installing, 60, "the end of the installation"
    )
    yield pause(0.3)
    session.record("after installing", [session.phase(), session.dock.state.runtime.output])
    session.photograph("after_installing")


run(scenario)
