"""The dock's tabs by themselves: pages of other kinds, reached by keys, nothing of them lost."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLineEdit

from cloudmask_plugin.gui.tabs import DockTabs
from cloudmask_plugin.icons import icon


@pytest.fixture
def tabs(qgis_app) -> DockTabs:
    tabs = DockTabs()
    tabs.resize(360, 300)
    yield tabs
    tabs.close()
    tabs.deleteLater()


def page(minimum: int = 0) -> QLineEdit:
    field = QLineEdit()
    field.setMinimumWidth(minimum)
    return field


def test_a_single_page_shows_no_tab_and_a_second_one_brings_them(tabs: DockTabs) -> None:
    tabs.add_page(page(), icon("mask"), "Mask", "Find clouds")
    tabs.show()
    assert not tabs.tabBar().isVisible()
    tabs.add_page(page(), icon("mask"), "Composite", "Make one image")
    assert tabs.tabBar().isVisible()
    assert [tabs.tabText(number) for number in range(2)] == ["Mask", "Composite"]
    assert not tabs.tabIcon(1).isNull()


def test_alt_and_a_number_go_to_a_page_and_what_was_typed_in_another_stays(tabs: DockTabs) -> None:
    first, second = page(), page()
    tabs.add_page(first, icon("mask"), "Mask", "Find clouds")
    tabs.add_page(second, icon("mask"), "Composite", "Make one image")
    tabs.show()
    QApplication.setActiveWindow(tabs)
    first.setText("typed")
    QTest.keyClick(tabs, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert tabs.currentWidget() is second
    assert "Alt+2" in tabs.tabToolTip(1)
    QTest.keyClick(tabs, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert tabs.currentWidget() is first
    assert first.text() == "typed"


def test_no_page_can_be_squeezed_below_its_narrowest(tabs: DockTabs) -> None:
    tabs.add_page(page(320), icon("mask"), "Mask", "Find clouds")
    tabs.add_page(page(300), icon("mask"), "Composite", "Make one image")
    assert tabs.minimumSizeHint().width() >= 320
