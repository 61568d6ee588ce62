"""The last result: a bar in the colours of the classes, and their shares in words."""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import QCoreApplication, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor, QPainter, QPalette
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ..engine.classes import CLASSES
from ..engine_text import engine_text
from ..scene_text import duration_text
from .labels import ShortenedLabel, mixed
from .state import LastResult

translate = QCoreApplication.translate

BAR_HEIGHT = 20
CLEAR_COLOUR = QColor(150, 190, 150)  # the mask leaves clear pixels transparent; a bar cannot
NODATA_COLOUR = QColor(128, 128, 128)


def share_text(share: float) -> str:
    """Return a share as whole per cents; what is there but rounds to none is "under 1 %"."""
    if 0 < share < 0.005:
        # Not "<1": message bars take that for a tag.
        return translate("ResultBar", "under\u00a01\u00a0%")
    return f"{share:.0%}".replace("%", "\u00a0%")


def shares_text(last: LastResult) -> str:
    """Return the shares as one sentence for message bars and screen readers."""
    shares = dict(last.result.classes)
    if not any(shares.values()):
        return translate("ResultBar", "No pixel of the scene has data.")
    shares["cloud"] = shares.get("thick", 0.0) + shares.get("thin", 0.0)
    return translate(
        "ResultBar", "Cloud {cloud} (thick {thick}, thin {thin}), shadow {shadow}, clear {clear}"
    ).format(
        **{
            key: share_text(shares.get(key, 0.0))
            for key in ("cloud", "thick", "thin", "shadow", "clear")
        }
    )


class ClassBar(QPushButton):
    """A bar whose parts are as long as the classes' shares."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[tuple[QColor, float], ...] = ()
        self._nodata = 0.0
        self.setFixedHeight(BAR_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the bar's height; the width is what there is."""
        return QSize(200, BAR_HEIGHT)

    def show_shares(self, shares: dict[str, float], nodata: float) -> None:
        """Show shares of the valid area by class key, and the share without data."""
        ground = self.palette().color(QPalette.ColorRole.Window)
        order = ("thick", "thin", "shadow", "clear")
        colours = {known.key: class_colour(known.key, ground) for known in CLASSES}
        valid = 1 - nodata
        parts = tuple((colours[key], shares.get(key, 0.0) * valid) for key in order)
        self.show_parts(parts, nodata)

    def show_parts(self, parts: tuple[tuple[QColor, float], ...], rest: float) -> None:
        """Show shares of the whole in their colours, and a hatched rest."""
        self._parts = parts
        self._nodata = rest
        self.update()

    def paintEvent(self, event) -> None:
        """Draw the parts from left to right, nodata hatched at the end."""
        painter = QPainter(self)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        left = area.left()
        for colour, share in self._parts:
            width = share * area.width()
            painter.fillRect(QRectF(left, area.top(), width, area.height()), colour)
            left += width
        if self._nodata > 0:
            rest = QRectF(left, area.top(), area.right() - left, area.height())
            painter.fillRect(rest, QBrush(NODATA_COLOUR, Qt.BrushStyle.BDiagPattern))
        focused = self.hasFocus() or (self.underMouse() and self.isEnabled())
        role = QPalette.ColorRole.Highlight if focused else QPalette.ColorRole.Mid
        painter.setPen(self.palette().color(role))
        painter.drawRect(area)


def class_colour(key: str, ground: QColor) -> QColor:
    """Return a class's colour as it looks on a ground."""
    for known in CLASSES:
        if known.key == key:
            red, green, blue, alpha = known.colour
            return mixed(QColor(red, green, blue), ground, alpha / 255) if alpha else CLEAR_COLOUR
    raise KeyError(key)


class ResultBar(QWidget):
    """Shows the last result; a click on the bar asks to see its layer.

    :ivar zoom_requested: the user wants to see the mask.
    """

    zoom_requested = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ShortenedLabel()
        self._title.setObjectName("result_title")
        self.bar = ClassBar()
        self.bar.setObjectName("result_bar")
        self.bar.clicked.connect(self.zoom_requested)
        self._legend = QLabel()
        self._legend.setObjectName("result_legend")
        self._legend.setTextFormat(Qt.TextFormat.RichText)
        self._legend.setWordWrap(True)
        self._legend.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._legend.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._legend.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self._title)
        layout.addWidget(self.bar)
        layout.addWidget(self._legend)

    def show_result(self, last: LastResult) -> None:
        """Show shares, scene and the time it took."""
        result = last.result
        shares = dict(result.classes)
        self.bar.show_shares(shares, result.nodata)
        title = last.scene
        if result.seconds:
            title += f" · {duration_text(result.seconds[-1][1])}"
        if last.temporary:
            title += self.tr(" · temporary")
        self._title.show_text(title)
        self._title.setToolTip(f"{title}\n{result.output}")
        ground = self.palette().color(QPalette.ColorRole.Window)
        parts = [
            f'<span style="color:{class_colour(known.key, ground).name()}">■</span>&nbsp;'
            f"{escape(engine_text(known.name)).replace(' ', '&nbsp;')}&nbsp;"
            f"{share_text(shares.get(known.key, 0.0))}"
            for known in (*CLASSES[1:], CLASSES[0])
        ]
        if result.nodata > 0:
            parts.append(
                f'<span style="color:{NODATA_COLOUR.name()}">▨</span>&nbsp;'
                f"{self.tr('No&nbsp;data')}&nbsp;{share_text(result.nodata)}"
            )
        self._legend.setText("&ensp; ".join(parts))
        self.bar.setAccessibleName(shares_text(last))
        self.bar.setEnabled(bool(last.layer_id))
        self.bar.setCursor(
            Qt.CursorShape.PointingHandCursor if last.layer_id else Qt.CursorShape.ArrowCursor
        )
        self.bar.setToolTip(
            self.tr("Zoom to this mask")
            if last.layer_id
            else self.tr("The layer of this mask is no longer in the project.")
        )
