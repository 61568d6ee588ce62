"""Each key of the tab Check stands for one thing, and is told where it is needed."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QLabel

from cloudmask_plugin.gui.check_keys import KEYS, action_of, key_lines
from tests.qgis.check_tab import Tab, wait
from tests.qgis.test_check_correct import begin

ROOT = Path(__file__).resolve().parents[2]
QGIS_MENUS = set("JEVLSPORDWMCH")  # Pro&ject, &Edit … of QGIS's own menu bar in English
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def test_no_key_is_bound_twice() -> None:
    bound = [(key, item.modifier) for item in KEYS for key in item.keys]
    assert len(set(bound)) == len(bound)
    assert len({item.action for item in KEYS}) == len(KEYS)
    for item in KEYS:
        for key in item.keys:
            assert action_of(key, item.modifier) == item.action
    assert action_of(Qt.Key.Key_Plus, SHIFT) == "more_opaque"
    assert action_of(Qt.Key.Key_S, ALT) == ""
    assert action_of(Qt.Key.Key_Z, NONE) == ""
    assert action_of(Qt.Key.Key_S, CONTROL) == ""


def test_no_letter_with_alt_is_bound_twice_nor_to_a_menu_of_qgis(tab: Tab, mask_layer) -> None:
    tab.show()
    tab.settle()
    letters = []
    for widget in tab.panel.findChildren((QAbstractButton, QLabel)):
        if isinstance(widget, QLabel) and widget.buddy() is None:
            continue
        letters += re.findall(r"&([A-Za-z])", widget.text().replace("&&", ""))
    letters = [letter.upper() for letter in letters]
    assert len(letters) > 8
    assert sorted(set(letters)) == sorted(letters)
    assert not QGIS_MENUS & set(letters)


def test_every_key_is_in_the_list_of_the_tab_and_in_the_docs(tab: Tab, mask_layer) -> None:
    tab.show()
    tab.settle()
    listed = " ".join(sign for sign, _ in key_lines()).split()
    assert sorted(listed) == sorted(item.sign for item in KEYS)
    page = (ROOT / "docs/checking.md").read_text(encoding="utf-8")
    table = page.partition("## Keys")[2].partition("##")[0]
    rows = re.findall(r"^\| (.+?) \| (.+?) \|$", table, re.MULTILINE)[1:]
    assert [(sign, about) for sign, about in key_lines()] == rows
    texts = [label.text() for label in tab.panel.findChildren(QLabel)]
    for sign, about in key_lines():
        assert about in texts
        assert f"<b>{sign}</b>" in texts
    assert not tab.panel._keys.is_open
    QTest.keyClick(tab.canvas, Qt.Key.Key_Question)
    assert tab.panel._keys.is_open
    QTest.keyClick(tab.canvas, Qt.Key.Key_Question)
    assert not tab.panel._keys.is_open


def test_buttons_tell_their_keys(tab: Tab, mask_layer) -> None:
    signs = {item.action: item.sign for item in KEYS}
    for name in ("overlay", "swipe", "flicker", "outline", "agreement"):
        sign = f"({signs[f'view_{name}']})"
        assert sign in tab.check.panel.look._about[f"view_{name}"]
    for widget, action in (
        ("undo_edit", "undo"),
        ("redo_edit", "redo"),
        ("ask_pixel", "ask"),
        ("review_note", "tile_note"),
    ):
        assert f"({signs[action]})" in tab.widget(widget).toolTip()
    for widget, action in (
        ("review_ok", "tile_ok"),
        ("review_wrong", "tile_wrong"),
        ("review_skip", "tile_skip"),
        *((name, name) for name in signs if name.startswith("label_")),
    ):
        assert tab.widget(widget).text().endswith(f"({signs[action]})")


def test_backspace_takes_a_corner_back_while_points_are_labelled(tab: Tab, mask_layer) -> None:
    begin(tab, "polygon", "thick")
    tab.click("section_measure")
    tab.widget("points_per_class").setValue(5)
    tab.click("draw_points")
    measure = tab.check.measure
    wait(lambda: measure.sample is not None and measure._task is None, "the points")
    QTest.keyClick(tab.canvas, Qt.Key.Key_T)
    tab.drag([(100, 100)])
    tab.drag([(150, 100)])
    assert len(tab.check.correct.tool._places) == 2
    QTest.keyClick(tab.canvas, Qt.Key.Key_Backspace)
    assert len(tab.check.correct.tool._places) == 1
    assert measure.sample.labelled == 1
    QTest.keyClick(tab.canvas, Qt.Key.Key_U)
    assert measure.sample.labelled == 0
    assert len(tab.check.correct.tool._places) == 1


def test_keys_of_the_tab_come_before_shortcuts_of_qgis_on_the_map_alone(
    tab: Tab, mask_layer
) -> None:
    tab.show()
    tab.settle()

    def takes(key: Qt.Key, modifier=NONE) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier)
        event.ignore()
        QApplication.sendEvent(tab.canvas, event)
        return event.isAccepted()

    assert takes(Qt.Key.Key_S)
    assert not takes(Qt.Key.Key_S, CONTROL)
    assert not takes(Qt.Key.Key_Z, CONTROL), "nothing is being corrected"
    assert not takes(Qt.Key.Key_F)
    tab.panel.hide()
    assert not takes(Qt.Key.Key_S)
