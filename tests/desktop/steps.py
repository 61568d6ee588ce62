"""Runs inside QGIS: a scenario as a generator whose waits leave the event loop running.

::

    def scenario(session):
        session.click("run_button")
        yield until(lambda: session.phase() == "done", 30)
        session.record("phase", session.phase())

    run(scenario)
"""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QWidget
from qgis.utils import iface, plugins

LAYERS_WIDE = 190  # pixels
TICK = 25  # ms between looks at a wait's condition
# A timer that only its own slot refers to is a cycle that Python collects while Qt still uses it.
KEPT: list[QTimer] = []
PLUGIN = "cloudmask_plugin"


@dataclass(frozen=True)
class Wait:
    """Goes on when ``condition`` holds; a scenario fails after ``seconds`` without it."""

    condition: Callable[[], bool]
    seconds: float
    what: str


def until(condition: Callable[[], bool], seconds: float = 60.0, what: str = "") -> Wait:
    """Wait for a condition."""
    return Wait(condition, seconds, what or "a condition")


def pause(seconds: float) -> Wait:
    """Wait for a time, in which QGIS goes on."""
    end = time.monotonic() + seconds
    return Wait(lambda: time.monotonic() >= end, seconds + 60, "a pause")


class Session:
    """What a scenario does and records."""

    def __init__(self) -> None:
        self.output = Path(os.environ["CLOUDMASK_DESKTOP_OUTPUT"])
        self._path = Path(os.environ["CLOUDMASK_DESKTOP_RESULTS"])
        self.results: dict[str, Any] = {}

    def record(self, name: str, value: Any) -> None:
        """Keep a value for the assertions outside; written at once, in case QGIS dies."""
        self.results[name] = value
        self._path.write_text(json.dumps(self.results, indent=1, default=str), encoding="utf-8")

    @property
    def plugin(self) -> Any:
        """The loaded plugin."""
        return plugins[PLUGIN]

    @property
    def dock(self) -> Any:
        """The dock, None before it was opened."""
        return self.plugin.dock

    def phase(self) -> str:
        """Return the dock's phase in words."""
        return self.dock.state.phase.value

    def told(self) -> str:
        """Return what the dock says and what runs at the moment, for the message of a failure."""
        tasks = QgsApplication.taskManager().activeTasks()
        running = ", ".join(f"{task.description()} (status {task.status()})" for task in tasks)
        if self.dock is None:
            return f"there is no dock; {running or 'no task'}"
        state = self.dock.state
        return (
            f"{state.phase.value}; {state.notice.text!r}; {state.status.text!r}; "
            f"{running or 'no task'}"
        )

    def widget(self, name: str) -> QWidget:
        """Return a widget of the dock by its object name."""
        found = self.dock.findChild(QWidget, name)
        if found is None:
            raise LookupError(f"the dock has no widget {name!r}")
        return found

    def click(self, name: str) -> None:
        """Click a widget of the dock with the mouse."""
        widget = self.widget(name)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(12, widget.height() // 2))

    def key(self, key: Qt.Key, name: str = "", modifier=Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in a widget of the dock, or where the focus is."""
        target = self.widget(name) if name else QApplication.focusWidget() or self.dock
        if name:
            target.setFocus()
        QTest.keyClick(target, key, modifier)

    def widen_layers(self) -> None:
        """Make room for the names in the panel of layers."""
        window = iface.mainWindow()
        panel = window.findChild(QDockWidget, "Layers")
        window.resizeDocks([panel], [LAYERS_WIDE], Qt.Orientation.Horizontal)

    def type(self, name: str, text: str) -> None:
        """Replace the text of a field of the dock, and leave the field."""
        widget = self.widget(name)
        edit = widget.lineEdit() if hasattr(widget, "lineEdit") else widget
        edit.selectAll()
        QTest.keyClicks(edit, text)
        QTest.keyClick(edit, Qt.Key.Key_Tab)

    def choose(self, name: str, text: str) -> None:
        """Choose the entry of a list of the dock that begins with a text, by keyboard."""
        combo = self.widget(name)
        for row in range(combo.count()):
            if combo.itemText(row).startswith(text):
                combo.setFocus()
                while combo.currentIndex() != row:
                    before = combo.currentIndex()
                    QTest.keyClick(combo, Qt.Key.Key_Down if row > before else Qt.Key.Key_Up)
                    if combo.currentIndex() == before:
                        raise LookupError(f"{text!r} of {name!r} cannot be chosen")
                return
        raise LookupError(f"{name!r} has no entry {text!r}")

    def photograph(self, name: str, whole: bool = False) -> None:
        """Save a picture of the dock, or of all of QGIS."""
        widget = iface.mainWindow() if whole else self.dock
        widget.grab().save(str(self.output / f"{name}.png"))


def run(scenario: Callable[[Session], Iterator[Wait]]) -> None:
    """Play a scenario, record how it ended, and leave QGIS."""
    session = Session()
    session.record("ended", "not at all")
    session.record("exceptions", [])

    def keep(kind, error, trace) -> None:
        text = "".join(traceback.format_exception(kind, error, trace))
        session.record("exceptions", [*session.results["exceptions"], text])

    sys.excepthook = keep  # QGIS would show a slot's exception and go on as if nothing were
    steps = scenario(session)
    waiting: list[tuple[Wait, float]] = []
    busy: list[bool] = []
    timer = QTimer()
    KEPT.append(timer)

    def finish(how: str) -> None:
        timer.stop()
        session.record("ended", how)
        QgsProject.instance().clear()  # layers in the temporary folder would raise a question
        QTimer.singleShot(0, leave)

    def tick() -> None:
        if busy or session.results["ended"] != "not at all":
            return  # a step, or the clean-up at the end, let waiting events through
        busy.append(True)
        try:
            if waiting:
                wait, since = waiting[0]
                if not wait.condition():
                    if time.monotonic() - since > wait.seconds:
                        raise TimeoutError(
                            f"{wait.what} did not come in {wait.seconds:g} s: {session.told()}"
                        )
                    return
                waiting.clear()
            waiting.append((next(steps), time.monotonic()))
        except StopIteration:
            finish("well")
        except Exception:
            how = traceback.format_exc()
            session.photograph("unexpected", whole=True)
            finish(how)
        finally:
            busy.clear()

    window = iface.mainWindow()
    for dock in window.findChildren(QDockWidget):
        if dock.objectName() not in ("Layers", "CloudMaskDock"):
            dock.hide()
    window.showMaximized()
    timer.timeout.connect(tick)
    timer.start(TICK)


def leave() -> None:
    """Leave QGIS as a user does, once no task is left about which QGIS would ask."""
    if QgsApplication.taskManager().countActiveTasks():
        QgsApplication.taskManager().cancelAll()
        QTimer.singleShot(TICK, leave)
    else:
        iface.actionExit().trigger()
