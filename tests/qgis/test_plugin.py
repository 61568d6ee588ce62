import sys

import pytest
from qgis.core import QgsApplication
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QAction, QMainWindow, QToolBar

import cloudmask_plugin
from cloudmask_plugin import settings, tasks
from cloudmask_plugin.engine.errors import Cancelled
from cloudmask_plugin.tasks import EngineTask, Stopped, start


class Desktop:
    """QGIS's main window as far as the plugin adds to it; the rest is pytest-qgis's stub."""

    def __init__(self, stub) -> None:
        self._stub = stub
        self.window = QMainWindow()
        self.toolbar = QToolBar()
        self.menu: list[tuple[str, QAction]] = []
        self.docks: list[QgsDockWidget] = []
        self.pages: list[object] = []

    def __getattr__(self, name):
        return getattr(self._stub, name)

    def mainWindow(self):
        return self.window

    def addPluginToRasterMenu(self, menu, action):
        self.menu.append((menu, action))

    def removePluginRasterMenu(self, menu, action):
        self.menu.remove((menu, action))

    def addToolBarIcon(self, action):
        self.toolbar.addAction(action)

    def removeToolBarIcon(self, action):
        self.toolbar.removeAction(action)

    def addTabifiedDockWidget(self, area, dock, tabify_with, raise_tab):
        self.window.addDockWidget(area, dock)
        self.docks.append(dock)

    def removeDockWidget(self, dock):
        self.window.removeDockWidget(dock)
        self.docks.remove(dock)

    def registerOptionsWidgetFactory(self, factory):
        self.pages.append(factory)

    def unregisterOptionsWidgetFactory(self, factory):
        self.pages.remove(factory)

    @property
    def action(self) -> QAction:
        return self.toolbar.actions()[0]


@pytest.fixture
def desktop(qgis_iface, qgis_processing, project):
    stored = settings.load()
    settings.update(dock_open=False)
    desktop = Desktop(qgis_iface)
    desktop.window.show()
    yield desktop
    desktop.window.close()
    settings.save(stored)


@pytest.fixture
def plugin(desktop):
    plugin = cloudmask_plugin.classFactory(desktop)
    plugin.initGui()
    yield plugin
    plugin.unload()


def provider():
    return QgsApplication.processingRegistry().providerById("cloudmask")


def delete_what_is_to_be_deleted():
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def test_loading_adds_provider_actions_and_options_page_but_makes_no_dock_yet(plugin, desktop):
    assert provider().algorithm("mask") is not None
    assert [menu for menu, _ in desktop.menu] == ["Cloud Mask"] * 3
    assert all(action.text() for _, action in desktop.menu)
    assert len(desktop.toolbar.actions()) == 1
    assert not desktop.action.icon().isNull()
    assert len(desktop.pages) == 1
    assert desktop.docks == []


def test_the_button_opens_the_dock_and_closes_it_again(plugin, desktop):
    desktop.action.trigger()
    QCoreApplication.processEvents()
    assert len(desktop.docks) == 1
    assert not desktop.docks[0].isHidden()
    assert desktop.action.isChecked()

    desktop.action.trigger()
    QCoreApplication.processEvents()
    assert desktop.docks[0].isHidden()
    assert not desktop.action.isChecked()

    desktop.action.trigger()
    QCoreApplication.processEvents()
    assert len(desktop.docks) == 1
    assert not desktop.docks[0].isHidden()


def test_closing_the_dock_by_its_cross_releases_the_button(plugin, desktop):
    desktop.action.trigger()
    QCoreApplication.processEvents()
    desktop.docks[0].close()
    QCoreApplication.processEvents()
    assert not desktop.action.isChecked()


def test_a_dock_that_was_open_is_there_again_in_the_next_session(desktop):
    for was_open in (True, False):
        settings.update(dock_open=was_open)
        plugin = cloudmask_plugin.classFactory(desktop)
        plugin.initGui()
        try:
            assert len(desktop.docks) == was_open
        finally:
            plugin.unload()
        assert settings.load().dock_open is was_open


def test_loading_and_unloading_twice_leaves_nothing_behind(desktop):
    before = set(desktop.window.children())
    paths = list(sys.path)
    for _ in range(2):
        plugin = cloudmask_plugin.classFactory(desktop)
        plugin.initGui()
        desktop.action.trigger()
        QCoreApplication.processEvents()
        plugin.unload()
        delete_what_is_to_be_deleted()

        assert provider() is None
        assert desktop.menu == []
        assert desktop.toolbar.actions() == []
        assert desktop.docks == []
        assert desktop.pages == []
        left = set(desktop.window.children()) - before
        assert not [child for child in left if isinstance(child, (QAction, QgsDockWidget))]
        assert sys.path == paths


def test_unloading_during_a_run_stops_it(desktop):
    def wait(reporter):
        while not reporter.is_cancelled():
            pass
        raise Cancelled

    plugin = cloudmask_plugin.classFactory(desktop)
    plugin.initGui()
    task = start(EngineTask("run", wait))
    while task.status() != EngineTask.TaskStatus.Running:
        QCoreApplication.processEvents()
    plugin.unload()

    assert task.outcome == Stopped()
    assert not tasks._running


def test_without_onnxruntime_everything_is_there_all_the_same(desktop, monkeypatch):
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    plugin = cloudmask_plugin.classFactory(desktop)
    plugin.initGui()
    try:
        desktop.action.trigger()
        assert provider().algorithm("mask") is not None
        assert len(desktop.docks) == 1
    finally:
        plugin.unload()


def test_qgis_process_gets_the_provider_without_any_window(qgis_processing):
    plugin = cloudmask_plugin.classFactory(None)
    plugin.initProcessing()
    assert provider().algorithm("mask") is not None
    plugin.unload()
    assert provider() is None
