"""Messages of the dock in the bar above the map, each with the way to the log."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import Qgis
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QPushButton

translate = QCoreApplication.translate
LASTING = (Qgis.MessageLevel.Critical, Qgis.MessageLevel.Warning)


def tell(
    iface: QgisInterface,
    title: str,
    text: str,
    level: Qgis.MessageLevel,
    add: Callable[[], None] | None = None,
) -> None:
    """Show a message; one that warns or asks stays until it is closed.

    :param add: adds a result to the map, behind a button of the message.
    """
    bar = iface.messageBar()
    message = bar.createMessage(title, text)
    if add is not None:
        button = QPushButton(translate("CloudMaskDock", "Add to map"))
        button.clicked.connect(lambda _: add())
        button.clicked.connect(lambda _: bar.popWidget(message))
        message.layout().addWidget(button)
    button = QPushButton(translate("CloudMaskDock", "Log"))
    button.setObjectName("cloudmask_log")
    button.clicked.connect(iface.openMessageLog)
    message.layout().addWidget(button)
    lasting = level in LASTING or add is not None
    bar.pushWidget(message, level, 0 if lasting else iface.messageTimeout())
