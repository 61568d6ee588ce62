"""What the plugin adds to QGIS; :meth:`CloudMaskPlugin.unload` undoes every one."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, Qt, QTranslator, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QAction

from . import dependencies, settings, tasks
from .engine.paths import bundled
from .engine_text import forget_language
from .icons import icon
from .processing.provider import CloudMaskProvider

translate = QCoreApplication.translate

HOMEPAGE = "https://github.com/cloudmask-qgis/cloudmask"
MENU = "Cloud Mask"


class CloudMaskPlugin:
    """Actions, dock, Processing provider and options page.

    :param iface: QGIS's interface; None in ``qgis_process``, which has no windows.
    """

    def __init__(self, iface) -> None:
        self.iface = iface
        self.provider = None
        self.dock = None
        self.options = None
        self.translator = None
        self.actions: list[QAction] = []

    def initProcessing(self) -> None:
        """Add the Processing provider; all that ``qgis_process`` calls."""
        dependencies.activate()
        self._install_translator()
        if self.provider is None:
            self.provider = CloudMaskProvider()
            QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:
        """Add everything; called by QGIS's desktop."""
        self.initProcessing()
        # Not imported above: qgis_process has no need of windows.
        from .gui.options import OptionsFactory

        self.options = OptionsFactory()
        self.iface.registerOptionsWidgetFactory(self.options)
        panel = self._add_action("icon", translate("CloudMask", "Cloud Mask panel"))
        panel.setObjectName("cloudmask_panel")
        panel.setCheckable(True)
        panel.setStatusTip(translate("CloudMask", "Find clouds in a Sentinel-2 layer"))
        panel.triggered.connect(self.open_dock)
        self.iface.addToolBarIcon(panel)
        toolbox = self._add_action("mask", translate("CloudMask", "Mask one scene…"))
        toolbox.triggered.connect(self.open_algorithm)
        self._add_action("", translate("CloudMask", "Help")).triggered.connect(self.open_help)
        if settings.load().dock_open:
            self.open_dock()

    def unload(self) -> None:
        """Take everything back that was added; called by QGIS at exit and before a reload."""
        tasks.stop_all()
        if self.dock is not None:
            settings.update(dock_open=not self.dock.isHidden())
            self.dock.check.remove()
            self.iface.removeDockWidget(self.dock)
            self.dock.deleteLater()
            self.dock = None
        if self.options is not None:
            self.iface.unregisterOptionsWidgetFactory(self.options)
            self.options = None
        for action in self.actions:
            self.iface.removePluginRasterMenu(MENU, action)
            self.iface.removeToolBarIcon(action)
            action.deleteLater()
        self.actions = []
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        if self.translator is not None:
            QCoreApplication.removeTranslator(self.translator)
            self.translator = None
            forget_language()
        dependencies.deactivate()

    def open_dock(self) -> None:
        """Show the dock; made when it is first wanted, so that QGIS starts as fast as before."""
        if self.dock is not None:
            return  # from now on dock and action keep in step by themselves
        from .gui.dock import CloudMaskDock

        self.dock = CloudMaskDock(self.iface, self.iface.mainWindow())
        area = Qt.DockWidgetArea.RightDockWidgetArea
        self.iface.addTabifiedDockWidget(area, self.dock, [], True)
        self.dock.setUserVisible(True)
        self.dock.setToggleVisibilityAction(self.actions[0])

    def open_algorithm(self) -> None:
        """Open the dialog of the Processing algorithm."""
        import processing

        processing.execAlgorithmDialog(f"{self.provider.id()}:mask", {})

    def open_help(self) -> None:
        """Open the plugin's page in the browser."""
        QDesktopServices.openUrl(QUrl(HOMEPAGE))

    def _add_action(self, picture: str, text: str) -> QAction:
        """Return a new action in the menu Raster › Cloud Mask."""
        action = QAction(text, self.iface.mainWindow())
        if picture:
            action.setIcon(icon(picture))
        self.iface.addPluginToRasterMenu(MENU, action)
        self.actions.append(action)
        return action

    def _install_translator(self) -> None:
        """Use the texts of ``i18n/cloudmask_<locale>.qm``, where there are any."""
        translator = QTranslator()
        locale = QLocale(QgsApplication.locale())
        if translator.load(locale, "cloudmask", "_", str(bundled("i18n"))):
            QCoreApplication.installTranslator(translator)
            self.translator = translator
            forget_language()
