"""The dock's panel without a dock: what it shows for a state, and what it tells of the user."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from qgis.core import QgsRasterLayer
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QFocusEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QAction, QApplication, QLabel, QLineEdit, QWidget

from cloudmask_plugin.corrections import FileBand
from cloudmask_plugin.engine.refine import RefineOptions
from cloudmask_plugin.engine.scene import NO_OVERRIDES, Overrides, Resolved
from cloudmask_plugin.gui.mask_panel import MaskPanel
from cloudmask_plugin.gui.offer_combo import Offer, OfferCombo
from cloudmask_plugin.gui.option_groups import OutputChoice, RunChoice
from cloudmask_plugin.gui.result_bar import share_text
from cloudmask_plugin.gui.run_panel import COMFORTABLE, NARROWEST
from cloudmask_plugin.gui.scene_chooser import title_of
from cloudmask_plugin.gui.scene_editor import SceneEditor
from cloudmask_plugin.gui.state import ExtentMode, ExtentOffer, LastResult, Phase, dock_state
from tests.qgis.places import places, settle
from tests.qgis.test_dock_state import FAST, READY, RESULT, STATES, WHOLE, source

HEIGHT = 900  # pixels that QGIS leaves for a dock on a screen of 1080 lines
PLACES = ("scene", "scene_card", "scene_notice", "model", "extent", "run_button", "run_status")
# Letters of QGIS's own menus in English; pressing one of them with Alt would ask which is meant.
MENU_LETTERS = set("jevlspordwmch")


@pytest.fixture
def panel(qgis_app) -> MaskPanel:
    panel = MaskPanel()
    panel.resize(COMFORTABLE, HEIGHT)
    panel.show()
    panel.show_state(dock_state(READY))
    yield panel
    panel.close()
    panel.deleteLater()


@pytest.mark.parametrize("phase", list(Phase))
def test_nothing_moves_when_the_state_changes(panel: MaskPanel, phase: Phase) -> None:
    before = places(panel, PLACES)
    panel.show_state(dock_state(STATES[phase]))
    assert places(panel, PLACES) == before


def test_a_first_run_fits_without_scrolling_at_the_narrowest(panel: MaskPanel) -> None:
    panel.resize(NARROWEST, HEIGHT)
    settle()
    assert panel.verticalScrollBar().maximum() == 0
    assert panel.widget().width() <= NARROWEST


def test_values_that_do_not_fit_are_shortened_and_whole_in_the_tooltip(panel: MaskPanel) -> None:
    panel.resize(NARROWEST, HEIGHT)
    long = replace(source().level, value="L2A after a very long way through many processors")
    panel.show_state(dock_state(replace(READY, source=source(level=long))))
    settle()
    value = panel.findChild(QWidget, "card_level")
    assert value.text().endswith("…")
    assert "many processors" in value.toolTip()


@pytest.mark.parametrize("phase", list(Phase))
def test_every_disabled_control_says_why(panel: MaskPanel, phase: Phase) -> None:
    panel.show_state(dock_state(STATES[phase]))
    silent = [
        widget.objectName() or type(widget).__name__
        for widget in panel.findChildren(QAbstractButton)
        if not widget.isEnabled() and widget.isVisible() and not widget.toolTip()
    ]
    assert silent == []


def test_letters_are_unique_and_leave_the_menus_alone(panel: MaskPanel) -> None:
    texts = [widget.text() for widget in panel.findChildren(QLabel) if widget.buddy()]
    texts += [widget.text() for widget in panel.findChildren(QAbstractButton)]
    letters = [found.group(1).lower() for text in texts if (found := re.search(r"&(\w)", text))]
    assert sorted(letters) == sorted(set(letters))
    assert len(letters) >= 7
    assert MENU_LETTERS.isdisjoint(letters)


def test_tab_goes_from_top_to_bottom(panel: MaskPanel) -> None:
    order = []
    widget = panel.chooser.combo
    for _ in range(200):
        widget = widget.nextInFocusChain()
        if widget.objectName() in PLACES or widget.objectName().startswith("section_"):
            order.append(widget.objectName())
        if widget is panel.chooser.combo:
            break
    wanted = ["model", "extent", "section_refine", "section_output", "section_advanced"]
    assert [name for name in order if name in (*wanted, "run_button")] == [*wanted, "run_button"]


def test_enter_runs_where_a_run_is_possible(panel: MaskPanel) -> None:
    runs: list[bool] = []
    panel.run_requested.connect(lambda: runs.append(True))
    QTest.keyClick(panel.model_combo, Qt.Key.Key_Return)
    panel.show_state(dock_state(STATES[Phase.NO_LAYER]))
    QTest.keyClick(panel.model_combo, Qt.Key.Key_Return)
    assert runs == [True]


def test_escape_cancels_a_run_or_a_look_at_the_scene_and_nothing_else(panel: MaskPanel) -> None:
    cancels: list[bool] = []
    panel.cancel_requested.connect(lambda: cancels.append(True))
    QTest.keyClick(panel.model_combo, Qt.Key.Key_Escape)
    panel.show_state(dock_state(STATES[Phase.RUNNING]))
    QTest.keyClick(panel.model_combo, Qt.Key.Key_Escape)
    panel.show_state(dock_state(STATES[Phase.DETECTING]))
    QTest.keyClick(panel.model_combo, Qt.Key.Key_Escape)
    assert cancels == [True, True]


def test_enter_never_cancels_a_run(panel: MaskPanel) -> None:
    cancels: list[bool] = []
    panel.cancel_requested.connect(lambda: cancels.append(True))
    panel.show_state(dock_state(STATES[Phase.RUNNING]))
    QTest.keyClick(panel.model_combo, Qt.Key.Key_Return)
    assert cancels == []


def test_an_unavailable_entry_cannot_be_chosen_and_says_why(panel: MaskPanel) -> None:
    reason = "No polygon is selected."
    offers = (WHOLE, ExtentOffer(ExtentMode.POLYGONS, problem=reason))
    panel.show_state(dock_state(replace(READY, extents=offers)))
    item = panel.extent_combo.model().item(1)
    assert not item.isEnabled()
    assert item.toolTip() == reason


def test_a_model_shows_its_time_and_its_line(panel: MaskPanel) -> None:
    assert panel.model_combo.currentText() == "Fast · about 6 s"
    assert panel.findChild(QLabel, "model_description").text() == FAST.description


def test_selected_layers_are_offered_as_a_scene_where_they_are_several(panel: MaskPanel) -> None:
    entry = panel.findChild(QAction, "open_selected")
    panel.chooser.offer_selected([QgsRasterLayer()])
    assert not entry.isEnabled()
    assert "Select the raster layers" in entry.toolTip()
    panel.chooser.offer_selected([QgsRasterLayer()] * 4)
    assert entry.isEnabled()
    assert "(4)" in entry.text()


def test_warnings_are_as_high_as_their_text_and_the_panel_scrolls(panel: MaskPanel) -> None:
    panel.resize(COMFORTABLE, 400)
    panel.show_state(dock_state(READY))
    usual = places(panel, PLACES)["scene_notice"][3]
    many = tuple(f"Warning {number} is a sentence of some length." * 3 for number in range(4))
    panel.show_state(dock_state(replace(READY, source=source(warnings=many))))
    _, top, width, height = places(panel, PLACES)["scene_notice"]
    text = panel.notice.contentsRect()
    needed = panel.notice.fontMetrics().boundingRect(
        text, Qt.TextFlag.TextWordWrap, panel.notice.text()
    )
    assert height > usual
    assert text.height() >= needed.height()
    assert all(f"Warning {number}" in panel.notice.text() for number in range(4))
    assert places(panel, PLACES)["model"][1] >= top + height
    assert panel.verticalScrollBar().maximum() > 0


def test_all_bands_show_at_once_below_the_warnings(panel: MaskPanel) -> None:
    bands = tuple(FileBand(f"Band {number}") for number in range(1, 14))
    panel.show_scene(source(), bands, NO_OVERRIDES, False)
    panel.card.edit_button.click()
    settle()
    last = panel.findChild(QWidget, "edit_role_13")
    table = panel.findChild(QWidget, "edit_bands")
    assert last.mapTo(table, last.rect().bottomLeft()).y() <= table.height()
    assert places(panel, PLACES)["scene_notice"][1] < panel.editor.mapTo(panel, QPoint(0, 0)).y()


def test_a_value_to_correct_comes_into_view_in_a_low_window(panel: MaskPanel) -> None:
    panel.resize(NARROWEST, 300)
    bands = tuple(FileBand(f"Band {number}") for number in range(1, 14))
    panel.show_scene(source(), bands, NO_OVERRIDES, False)
    panel.card.correct.emit("bands")
    settle()
    chosen = panel.findChild(QWidget, "edit_role_1")
    assert panel.viewport().rect().contains(chosen.mapTo(panel.viewport(), chosen.rect().center()))


def test_a_long_name_of_a_scene_is_shortened_and_not_cut(panel: MaskPanel) -> None:
    combo = panel.chooser.combo
    panel.chooser.open("https://example.org/scene.tif")
    assert combo.shown().currentText == "scene.tif"
    panel.chooser.open("https://example.org/" + "a" * 200)
    text = combo.shown().currentText
    assert text.endswith("a…")
    assert combo.fontMetrics().horizontalAdvance(text) < combo.width()


class TestAddress:
    @pytest.fixture
    def field(self, panel: MaskPanel) -> QLineEdit:
        self.opened: list[str] = []
        panel.chooser.open = lambda *locations: self.opened.extend(locations)
        panel.activateWindow()
        assert QTest.qWaitForWindowActive(panel)
        panel.chooser.ask_for_address()
        assert panel.chooser.address.hasFocus()
        return panel.chooser.address

    def test_it_takes_the_place_of_the_list_and_moves_nothing(self, panel: MaskPanel) -> None:
        before = places(panel, PLACES)
        panel.chooser.ask_for_address()
        after = places(panel, PLACES)
        assert panel.chooser.address.isVisible()
        assert not panel.chooser.combo.isVisible()
        assert {**after, "scene": ()} == {**before, "scene": ()}

    @pytest.mark.parametrize(
        ("typed", "location"),
        [
            (" https://example.org/item.json ", "https://example.org/item.json"),
            ('"/data/with blank/B02.tif"', "/data/with blank/B02.tif"),
            ("file:///data/with%20blank/B02.tif", "/data/with blank/B02.tif"),
            ("/vsis3/bucket/B02.tif", "/vsis3/bucket/B02.tif"),
        ],
    )
    def test_enter_opens_it_and_does_not_run(
        self, panel: MaskPanel, field: QLineEdit, typed: str, location: str
    ) -> None:
        runs: list[bool] = []
        panel.run_requested.connect(lambda: runs.append(True))
        field.setText(typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert self.opened == [location]
        assert runs == []

    @pytest.mark.parametrize(
        ("reason", "opens"),
        [
            (Qt.FocusReason.MouseFocusReason, True),
            (Qt.FocusReason.TabFocusReason, True),
            (Qt.FocusReason.ActiveWindowFocusReason, False),
            (Qt.FocusReason.PopupFocusReason, False),
        ],
    )
    def test_going_on_opens_it_and_looking_for_it_elsewhere_does_not(
        self, field: QLineEdit, reason: Qt.FocusReason, opens: bool
    ) -> None:
        field.setText("https://example.org/item.json")
        QApplication.sendEvent(field, QFocusEvent(QFocusEvent.Type.FocusOut, reason))
        assert self.opened == (["https://example.org/item.json"] if opens else [])

    def test_enter_without_an_address_does_nothing(
        self, panel: MaskPanel, field: QLineEdit
    ) -> None:
        runs: list[bool] = []
        panel.run_requested.connect(lambda: runs.append(True))
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert (self.opened, runs) == ([], [])
        assert field.isVisible()

    def test_escape_brings_the_list_back_and_cancels_nothing(
        self, panel: MaskPanel, field: QLineEdit
    ) -> None:
        cancels: list[bool] = []
        panel.cancel_requested.connect(lambda: cancels.append(True))
        panel.show_state(dock_state(STATES[Phase.RUNNING]))
        QTest.keyClicks(field, "https://")
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert panel.chooser.combo.isVisible()
        assert (self.opened, cancels) == ([], [])


@pytest.mark.parametrize(
    ("location", "title"),
    [
        ("/data/S2A_MSIL2A.SAFE", "S2A_MSIL2A.SAFE"),
        ("/data/S2A_MSIL2A.SAFE/MTD_MSIL2A.xml", "S2A_MSIL2A.SAFE"),
        ("https://example.org/a%20b/B02.tif?sign=x/y", "B02.tif"),
        ("https://example.org/collections/c/items/S2A_29UNU/", "S2A_29UNU"),
        ("/vsizip//data/product.zip/B02.tif", "B02.tif"),
        ("https://example.org", "example.org"),
    ],
)
def test_a_location_is_listed_by_its_last_name(location: str, title: str) -> None:
    assert title_of(location) == title


def test_the_result_stays_readable_when_its_layer_is_gone(panel: MaskPanel) -> None:
    clicks: list[bool] = []
    panel.zoom_requested.connect(lambda: clicks.append(True))
    for layer_id in ("layer", ""):
        panel.show_state(dock_state(replace(READY, last=LastResult("scene", RESULT, layer_id))))
        QTest.mouseClick(panel.result.bar, Qt.MouseButton.LeftButton)
    assert clicks == [True]
    assert "no longer" in panel.result.bar.toolTip()
    assert "70\u00a0%" in panel.findChild(QLabel, "result_legend").text()


def test_options_read_back_as_they_were_set(panel: MaskPanel) -> None:
    options = RefineOptions(thick=0.35, thin=0.6, shadow=0.45, min_area=1.25, buffer=60.0)
    panel.refine.set_value(options)
    assert panel.refine.value() == options
    choice = OutputChoice(True, "masks/one.tif", True)
    panel.output.set_value(choice)
    assert panel.output.value() == choice


def test_shadow_that_cannot_be_checked_is_not_removed_and_the_box_says_why(
    panel: MaskPanel,
) -> None:
    box, dem = (panel.findChild(QWidget, name) for name in ("remove_orphans", "dem"))
    panel.refine.shadows.set_wanted(True)
    unknown = Resolved(None, "not found")
    panel.show_state(dock_state(replace(READY, source=source(sun_zenith=unknown))))
    assert not box.isEnabled() and not dem.isEnabled()
    assert "sun" in box.toolTip() and "sun" in dem.toolTip()
    assert not panel.refine.shadows.removes
    assert panel.refine.shadows.is_wanted  # by the next scene
    panel.show_state(dock_state(READY))
    assert box.isEnabled() and panel.refine.shadows.removes
    title = panel.findChild(QAbstractButton, "section_refine")
    assert title.text() == "Ref&ine: orphan shadow removed"


def test_a_folded_section_says_what_is_set_inside(panel: MaskPanel) -> None:
    titles = {
        name: panel.findChild(QAbstractButton, f"section_{name}")
        for name in ("refine", "output", "advanced")
    }
    panel.show_state(dock_state(READY))
    assert [title.text() for title in titles.values()] == ["Ref&ine", "O&utput", "&Advanced"]
    panel.refine.set_value(RefineOptions(thin=0.4, buffer=60.0))
    panel.output.set_value(OutputChoice(True, "masks/one.tif", True))
    panel.advanced.set_value(RunChoice(20.0, 3))
    panel.show_state(dock_state(READY))
    assert titles["refine"].text() == "Ref&ine: thin 40 %, buffer 60 m"
    assert titles["output"].text() == "O&utput: one.tif, probabilities"
    assert titles["advanced"].text() == "&Advanced: 20 m, 3 further looks"


def test_a_file_without_an_ending_becomes_a_geotiff(panel: MaskPanel) -> None:
    panel.output.set_value(OutputChoice(True, "masks/one"))
    assert panel.output.value().path == "masks/one.tif"


def test_a_wheel_that_passes_changes_no_choice(qgis_app) -> None:
    combo = OfferCombo()
    combo.show_offers((Offer(1, "one"), Offer(2, "two")), 1)
    told: list[object] = []
    combo.chosen.connect(told.append)
    assert not combo.hasFocus()
    combo.show_offers((Offer(1, "one"), Offer(2, "two")), 2)
    assert told == []
    assert combo.value() == 2


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.0, "0\u00a0%"), (0.001, "under\u00a01\u00a0%"), (0.149, "15\u00a0%"), (1.0, "100\u00a0%")],
)
def test_shares_are_whole_per_cents(share: float, text: str) -> None:
    assert share_text(share) == text


class TestEditor:
    BANDS = (FileBand("one", "B02"), FileBand("two", "B03"), FileBand("three", "B04"))

    @pytest.fixture
    def editor(self, qgis_app) -> SceneEditor:
        editor = SceneEditor()
        editor.show()
        editor.show_scene(source(), self.BANDS, NO_OVERRIDES)
        self.told: list[Overrides] = []
        editor.corrected.connect(self.told.append)
        yield editor
        editor.close()
        editor.deleteLater()

    def test_detected_values_are_placeholders_and_state_nothing(self, editor: SceneEditor) -> None:
        field = editor.findChild(QLineEdit, "edit_offset")
        assert (field.text(), field.placeholderText()) == ("", "-1000")
        field.editingFinished.emit()
        assert self.told == []

    def test_a_typed_value_is_stated_once(self, editor: SceneEditor) -> None:
        field = editor.findChild(QLineEdit, "edit_nodata")
        QTest.keyClicks(field, "-9999")
        QTest.keyClick(field, Qt.Key.Key_Return)
        field.editingFinished.emit()
        assert self.told == [Overrides(nodata=-9999.0)]

    def test_a_mistake_is_marked_and_not_stated(self, editor: SceneEditor) -> None:
        field = editor.findChild(QLineEdit, "edit_scale")
        QTest.keyClicks(field, "ten")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert self.told == []
        assert "number" in field.toolTip()
        assert field.styleSheet()

    def test_choosing_one_role_states_all(self, editor: SceneEditor) -> None:
        combo = editor.findChild(OfferCombo, "edit_role_3")
        QTest.keyClick(combo, Qt.Key.Key_Home)
        assert self.told == [Overrides(bands=("B02", "B03", ""))]

    def test_a_sensor_is_stated_by_choosing_it(self, editor: SceneEditor) -> None:
        combo = editor.findChild(OfferCombo, "edit_sensor")
        assert combo.currentText() == "as detected (Sentinel-2)"
        QTest.keyClick(combo, Qt.Key.Key_End)
        assert self.told == [Overrides(sensor="gaofen-1-wfv")]

    def test_a_date_is_asked_for_only_where_there_can_be_several(self, editor: SceneEditor) -> None:
        field = editor.findChild(QLineEdit, "edit_step")
        assert not field.isEnabled()
        assert "netCDF" in field.toolTip()
        editor.show_scene(None, (), NO_OVERRIDES, series=True)
        assert field.isEnabled()
        QTest.keyClicks(field, "2018-05-03")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert self.told == [Overrides(step="2018-05-03")]

    def test_sun_angles_are_stated_in_degrees(self, editor: SceneEditor) -> None:
        for name, text in (("edit_sun_zenith", "40.5"), ("edit_sun_azimuth", "200")):
            field = editor.findChild(QLineEdit, name)
            QTest.keyClicks(field, text)
            QTest.keyClick(field, Qt.Key.Key_Return)
        assert self.told[-1] == Overrides(sun_zenith=40.5, sun_azimuth=200.0)

    def test_going_back_states_nothing(self, editor: SceneEditor) -> None:
        editor.show_scene(source(), self.BANDS, Overrides(scale=0.5))
        editor.findChild(QAbstractButton, "edit_reset").click()
        assert self.told == [NO_OVERRIDES]
