"""The keys of the tab Check: each stands for one thing, wherever the tab's sections are open.

They work with the focus on the map or in the tab. Buttons name them in tooltips, and the section
Keys lists them all; docs/checking.md has the same list.
"""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtGui import QKeySequence

translate = QCoreApplication.translate

_NONE, _CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True)
class CheckKey:
    """A key, or several that do the same.

    :param action: what it stands for; never shown.
    """

    action: str
    keys: tuple[Qt.Key, ...]
    modifier: Qt.KeyboardModifier = _NONE

    @property
    def sign(self) -> str:
        """How keyboards name it, in the system's words; the first where there are several."""
        code = self.keys[0].value if hasattr(self.keys[0], "value") else int(self.keys[0])
        if self.modifier == _CONTROL:
            code |= 0x04000000  # Qt::CTRL as QKeySequence has it
        arrows = {Qt.Key.Key_Left: "←", Qt.Key.Key_Right: "→", Qt.Key.Key_Minus: "−"}
        plain = arrows.get(self.keys[0], "") if self.modifier == _NONE else ""
        return plain or QKeySequence(code).toString(QKeySequence.SequenceFormat.NativeText)


KEYS: tuple[CheckKey, ...] = (
    CheckKey("view_overlay", (Qt.Key.Key_1,)),
    CheckKey("view_swipe", (Qt.Key.Key_2,)),
    CheckKey("view_flicker", (Qt.Key.Key_3,)),
    CheckKey("view_outline", (Qt.Key.Key_4,)),
    CheckKey("view_agreement", (Qt.Key.Key_5,)),
    CheckKey("line_left", (Qt.Key.Key_Left,)),
    CheckKey("line_right", (Qt.Key.Key_Right,)),
    CheckKey("more_opaque", (Qt.Key.Key_Plus, Qt.Key.Key_Equal)),
    CheckKey("less_opaque", (Qt.Key.Key_Minus,)),
    CheckKey("hide", (Qt.Key.Key_H,)),
    CheckKey("bands", (Qt.Key.Key_B,)),
    CheckKey("ask", (Qt.Key.Key_A,)),
    CheckKey("tile_ok", (Qt.Key.Key_O,)),
    CheckKey("tile_wrong", (Qt.Key.Key_W,)),
    CheckKey("tile_skip", (Qt.Key.Key_S,)),
    CheckKey("tile_note", (Qt.Key.Key_N,)),
    CheckKey("paint", (Qt.Key.Key_P,)),
    CheckKey("undo", (Qt.Key.Key_Z,), _CONTROL),
    CheckKey("redo", (Qt.Key.Key_Y,), _CONTROL),
    CheckKey("close_polygon", (Qt.Key.Key_Return, Qt.Key.Key_Enter)),
    CheckKey("corner_back", (Qt.Key.Key_Backspace,)),
    CheckKey("give_up", (Qt.Key.Key_Escape,)),
    CheckKey("label_clear", (Qt.Key.Key_C,)),
    CheckKey("label_thick", (Qt.Key.Key_T,)),
    CheckKey("label_thin", (Qt.Key.Key_I,)),
    CheckKey("label_shadow", (Qt.Key.Key_D,)),
    CheckKey("label_unclear", (Qt.Key.Key_X,)),
    CheckKey("label_back", (Qt.Key.Key_U,)),
    CheckKey("keys", (Qt.Key.Key_Question,)),
)
# Keys of letters, digits and signs, which QGIS may have given to something else.
FOR_TAB = frozenset(item.action for item in KEYS if item.keys[0] < 0x80 and item.modifier == _NONE)
_BY_ACTION = {item.action: item for item in KEYS}
_BY_KEY = {(key, item.modifier): item.action for item in KEYS for key in item.keys}


def action_of(key: int, modifiers: Qt.KeyboardModifier) -> str:
    """Return what a key of the tab stands for, "" for all others.

    Shift changes nothing, for on some keyboards + and ? need it.
    """
    control = bool(modifiers & _CONTROL)
    if modifiers & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
        return ""
    return _BY_KEY.get((key, _CONTROL if control else _NONE), "")


def named(text: str, action: str) -> str:
    """Return a text with the key of what it tells, as tooltips and buttons have it."""
    return f"{text} ({_BY_ACTION[action].sign})"


def key_lines() -> tuple[tuple[str, str], ...]:
    """Return each key with what it does, in the order of the tab."""

    def sign(*actions: str) -> str:
        return " ".join(_BY_ACTION[action].sign for action in actions)

    return (
        (sign("view_overlay"), translate("CheckKeys", "overlay")),
        (sign("view_swipe"), translate("CheckKeys", "swipe")),
        (sign("line_left", "line_right"), translate("CheckKeys", "move the line of the swipe")),
        (sign("view_flicker"), translate("CheckKeys", "flicker")),
        (sign("view_outline"), translate("CheckKeys", "outline")),
        (sign("view_agreement"), translate("CheckKeys", "agreement of two masks")),
        (sign("more_opaque", "less_opaque"), translate("CheckKeys", "opacity")),
        (sign("hide"), translate("CheckKeys", "hide or show the mask")),
        (sign("bands"), translate("CheckKeys", "next band combination")),
        (sign("ask"), translate("CheckKeys", "ask the pixel in the middle of the map")),
        (sign("tile_ok"), translate("CheckKeys", "tile is ok")),
        (sign("tile_wrong"), translate("CheckKeys", "tile is wrong")),
        (sign("tile_skip"), translate("CheckKeys", "skip the tile")),
        (sign("tile_note"), translate("CheckKeys", "note on the tile")),
        (sign("paint"), translate("CheckKeys", "use the pencil in the middle of the map")),
        (sign("undo", "redo"), translate("CheckKeys", "undo and redo corrections")),
        (sign("close_polygon"), translate("CheckKeys", "close the polygon")),
        (sign("corner_back"), translate("CheckKeys", "take its last corner back")),
        (sign("give_up"), translate("CheckKeys", "give the polygon up")),
        (sign("label_clear"), translate("CheckKeys", "point is clear")),
        (sign("label_thick"), translate("CheckKeys", "point is thick cloud")),
        (sign("label_thin"), translate("CheckKeys", "point is thin cloud")),
        (sign("label_shadow"), translate("CheckKeys", "point is cloud shadow")),
        (sign("label_unclear"), translate("CheckKeys", "nobody can tell")),
        (sign("label_back"), translate("CheckKeys", "take the last label back")),
        (sign("keys"), translate("CheckKeys", "show this list")),
    )
