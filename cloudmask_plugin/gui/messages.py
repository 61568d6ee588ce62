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
    check: Callable[[], None] | None = None,
) -> None:
    """Show a message; one that warns or asks stays until it is closed.

    :param add: adds a result to the map, behind a button of the message.
    :param check: goes to the tab Check with a mask, likewise.
    """
    bar = iface.messageBar()
    message = bar.createMessage(title, text)
    for name, caption, action in (
        ("cloudmask_add", translate("CloudMaskDock", "Add to map"), add),
        ("cloudmask_check", translate("CloudMaskDock", "Check it"), check),
    ):
        if action is not None:
            button = QPushButton(caption)
            button.setObjectName(name)
            button.clicked.connect(lambda _, action=action: action())
            button.clicked.connect(lambda _: bar.popWidget(message))
            message.layout().addWidget(button)
    button = QPushButton(translate("CloudMaskDock", "Log"))
    button.setObjectName("cloudmask_log")
    button.clicked.connect(iface.openMessageLog)
    message.layout().addWidget(button)
    lasting = level in LASTING or add is not None
    bar.pushWidget(message, level, 0 if lasting else iface.messageTimeout())
