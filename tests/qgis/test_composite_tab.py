"""The Composite tab: its states without a run, and the tab with layers and the engine."""

from __future__ import annotations

import re
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from cloudmask_plugin import layers, settings
from cloudmask_plugin.engine.classes import CLEAR
from cloudmask_plugin.engine.composite import ANY
from cloudmask_plugin.engine.composite_plan import CompositeResult
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.pipeline import MaskRequest, mask_scene
from cloudmask_plugin.engine.reporter import Progress, SilentReporter, check_cancelled
from cloudmask_plugin.engine.scene import Overrides, Resolved
from cloudmask_plugin.gui import composite_tab as tab_module
from cloudmask_plugin.gui.composite_panel import CompositePanel
from cloudmask_plugin.gui.composite_state import (
    BUSY,
    Candidate,
    CompositeInputs,
    CompositeOptions,
    CompositeOutcome,
    CompositePhase,
    LastComposite,
    MaskOffer,
    Measured,
    composite_state,
    method_text,
    preview_view,
)
from cloudmask_plugin.gui.dock import CloudMaskDock
from cloudmask_plugin.gui.run_panel import COMFORTABLE, NARROWEST
from cloudmask_plugin.gui.scene_table import DAY, NAME
from cloudmask_plugin.gui.state import ExtentMode, ExtentOffer, Job, Level
from tests.qgis.places import places, settle
from tests.qgis.test_dock import Desktop, unload, wait
from tests.qgis.test_dock_state import source
from tests.qgis.test_dock_widgets import HEIGHT, MENU_LETTERS
from tests.series import DAYS, Date, write_series
from tests.unit.stored import write_product, write_raster
from training.simulation import simulate_scene

# --- states -----------------------------------------------------------------------------------


def scene(letter: str, day: str = "2023-06-03", **changes: object) -> Candidate:
    described = source(name=letter, location=letter, acquired=Resolved(day, "a tag"))
    return replace(Candidate(f"layer:{letter}", letter, letter, described), **changes)


WHOLE = tuple(ExtentOffer(mode, None, 5e9) for mode in ExtentMode)
THREE = CompositeInputs(
    scenes=(scene("a"), scene("b", "2023-06-13"), scene("c", "2023-06-28")), extents=WHOLE
)
RESULT = CompositeResult(
    output="c.tif",
    count="n.tif",
    source_index="s.tif",
    score="",
    method="reference",
    reason="",
    shares=(("2023-06-03", 0.6), ("2023-06-13", 0.3), ("2023-06-28", 0.0)),
    clear=(0.6, 0.5, 0.1),
    empty=0.1,
    seconds=(("total", 3.0),),
    warnings=("The reference is 2023-06-03.",),
)
LAST = LastComposite(RESULT, ("a", "b", "c"), "layer")
RUNNING = replace(THREE, job=Job(Progress(0.4, "Compositing", 12)))
WARNED = scene("d", source=source(warnings=("The offset is a guess.",)))
STATES = {
    CompositePhase.NO_SCENES: CompositeInputs(),
    CompositePhase.LOOKING: replace(THREE, looking=2),
    CompositePhase.ONE_SCENE: replace(THREE, scenes=THREE.scenes[:1]),
    CompositePhase.READY: THREE,
    CompositePhase.WARNING: replace(THREE, scenes=(*THREE.scenes, WARNED)),
    CompositePhase.CANNOT_RUN: replace(THREE, output_problem="Name the file to write."),
    CompositePhase.RUNNING: RUNNING,
    CompositePhase.CANCELLING: replace(RUNNING, job=replace(RUNNING.job, cancelling=True)),
    CompositePhase.DONE: replace(THREE, last=LAST, outcome=CompositeOutcome(LAST)),
    CompositePhase.DONE_WITH_WARNINGS: replace(
        THREE, last=LAST, outcome=CompositeOutcome(LAST, warned=True)
    ),
    CompositePhase.FAILED: replace(THREE, outcome=CompositeOutcome(error="No room on the disk.")),
}


@pytest.mark.parametrize("phase", list(CompositePhase))
def test_every_phase_is_reached_and_says_what_hinders(phase: CompositePhase) -> None:
    state = composite_state(STATES[phase])
    assert state.phase is phase
    if phase is not CompositePhase.RUNNING:
        assert state.run_enabled is not bool(state.run_reason)
    if phase in BUSY:
        assert not state.preview_enabled
    assert state.preview_enabled is not bool(state.preview_reason)


def test_the_automatic_method_says_what_it_does_with_so_many_scenes() -> None:
    assert "number of scenes" in method_text("auto", 0)
    assert method_text("auto", 1).startswith("One scene")
    state = composite_state(THREE)
    assert state.method_text == "For 3 scenes: “Best scene, holes filled”."
    assert "holes are filled from the others" in state.method_about


def test_a_scene_takes_the_mask_that_belongs_to_it_unless_another_is_chosen() -> None:
    own = MaskOffer("own.tif", "Cloud mask", belongs=True, clear=0.5)
    part = MaskOffer("part.tif", "Part", belongs=True, partial=True)
    other = MaskOffer("scl.tif", "SCL", clear=0.4)
    assert scene("a").mask.path == ""
    assert scene("a", masks=(other,)).mask.path == ""
    assert scene("a", masks=(part, other)).mask.path == ""
    assert scene("a", masks=(part, own, other)).mask == own
    assert scene("a", masks=(own, other), chosen_mask="scl.tif").mask == other
    assert scene("a", masks=(own, other), chosen_mask="").mask.path == ""
    rows = composite_state(replace(THREE, scenes=(scene("a", masks=(own,)), scene("b")))).rows
    assert [row.clear for row in rows] == ["50\u00a0%", "–"]
    assert rows[0].approximate
    assert "Mask: Cloud mask" in rows[0].about


def test_what_a_run_measured_takes_the_place_of_what_was_read_off() -> None:
    own = MaskOffer("own.tif", "Cloud mask", belongs=True, clear=0.5)
    inputs = replace(
        THREE,
        scenes=(scene("a", masks=(own,)), scene("b")),
        measured=(("layer:a", Measured(0.46, 0.4)), ("layer:b", Measured(0.7, None))),
    )
    rows = composite_state(inputs).rows
    assert [(row.clear, row.used, row.approximate) for row in rows] == [
        ("46\u00a0%", "40\u00a0%", False),
        ("70\u00a0%", "–", False),
    ]
    seen = (("layer:a", Measured(0.46, 0.4, preview=True)),)
    assert composite_state(replace(inputs, measured=seen)).rows[0].approximate


def test_a_guessed_date_is_called_a_guess() -> None:
    guess = source(acquired=Resolved("2023-06-03", "file name", confidence=0.5))
    row = composite_state(replace(THREE, scenes=(scene("a", source=guess),))).rows[0]
    assert row.guessed
    assert "guess (file name)" in row.about


def test_masks_to_make_need_onnxruntime_and_given_ones_do_not() -> None:
    own = MaskOffer("own.tif", "Cloud mask", belongs=True)
    missing = replace(THREE, runtime_problem="onnxruntime is missing.")
    assert "Masks to make: 3" in composite_state(missing).run_reason
    masked = tuple(replace(one, masks=(own,)) for one in THREE.scenes)
    assert composite_state(replace(missing, scenes=masked)).run_enabled


def test_an_undated_scene_is_told_where_a_target_date_is_set() -> None:
    undated = scene("x", source=source(acquired=Resolved(None, "")))
    inputs = replace(THREE, scenes=(*THREE.scenes, undated))
    assert composite_state(inputs).notice.text == ""
    dated = replace(inputs, options=CompositeOptions(target="2023-06-20"))
    assert "date of x is not known" in composite_state(dated).notice.text


def test_a_preview_has_some_hundred_pixels_of_a_multiple_of_the_scenes() -> None:
    spec = describe_size(10980)
    assert preview_view(spec, (0.0, -1000.0, 2000.0, 0.0)) == (10, (0.0, -1000.0, 2000.0, 0.0))
    for side in (385, 800, 1500, 2745, 5490, 10980):
        metres, extent = preview_view(spec, (0.0, -10.0 * side, 10.0 * side, 0.0))
        assert metres % 10 == 0
        assert 384 / 2 < (extent[2] - extent[0]) / metres <= 384
        # Overviews hold it, so that a few million pixels are read and not a hundred.
        step = (int(metres) // 10) & -(int(metres) // 10)
        assert side / step < 2400
    metres, extent = preview_view(spec, None)
    assert metres == 320
    assert extent == (0.0, -109760.0, 109760.0, 0.0)  # 343 whole pixels of 320 m


def describe_size(side: int):
    known = source()
    return replace(known, grid=replace(known.grid, width=side, height=side))


# --- the panel --------------------------------------------------------------------------------

PLACES = (
    *("composite_scenes", "composite_notice", "composite_mask", "composite_method"),
    *("composite_target", "composite_extent", "composite_preview", "composite_run"),
    "composite_status",
)


@pytest.fixture
def panel(qgis_app) -> CompositePanel:
    panel = CompositePanel()
    panel.set_options(CompositeOptions())
    panel.resize(COMFORTABLE, HEIGHT)
    panel.show()
    panel.show_state(composite_state(THREE))
    yield panel
    panel.close()
    panel.deleteLater()


@pytest.mark.parametrize("phase", list(CompositePhase))
def test_nothing_moves_when_the_state_changes(panel: CompositePanel, phase: CompositePhase) -> None:
    before = places(panel, PLACES)
    panel.show_state(composite_state(STATES[phase]))
    assert places(panel, PLACES) == before


def test_what_is_chosen_where_nothing_is_clear_is_seen_whole_at_the_narrowest(
    panel: CompositePanel,
) -> None:
    panel.resize(NARROWEST, HEIGHT)
    panel.set_options(CompositeOptions(fallback=ANY))
    panel.further_section.set_open(True)
    settle()
    assert panel.widget().width() <= NARROWEST
    combo = panel.findChild(QWidget, "composite_fallback")
    assert combo.currentText() == "Take the least bad"
    assert combo.fontMetrics().horizontalAdvance(combo.currentText()) < combo.width() - 20


def test_all_fits_without_scrolling_at_the_narrowest(panel: CompositePanel) -> None:
    panel.resize(NARROWEST, HEIGHT)
    panel.show_state(composite_state(STATES[CompositePhase.DONE]))
    settle()
    assert panel.verticalScrollBar().maximum() == 0
    assert panel.widget().width() <= NARROWEST
    header = panel.table.horizontalHeader()
    assert header.length() <= panel.table.viewport().width()
    assert header.sectionSize(NAME) > 70
    assert "L1C" in panel.table.scenes.rows[0].about


def test_a_long_failure_is_read_whole_at_the_narrowest(panel: CompositePanel) -> None:
    panel.resize(NARROWEST, HEIGHT)
    told = CompositeOutcome(
        error="The folder of /home/somebody/maps/2023 cannot be written to. " * 3
    )
    panel.show_state(composite_state(replace(THREE, outcome=told)))
    settle()
    assert panel.status.height() >= panel.status.heightForWidth(panel.status.width())


def test_a_preview_whose_masks_are_rough_says_so() -> None:
    for rough in (False, True):
        last = replace(LAST, preview=320.0, rough=rough)
        state = composite_state(replace(THREE, last=last, outcome=CompositeOutcome(last)))
        assert state.status.text.startswith("Preview: what the map shows, at 320 m.")
        assert ("rough" in state.status.text) == rough


@pytest.mark.parametrize("phase", list(CompositePhase))
def test_every_disabled_control_says_why(panel: CompositePanel, phase: CompositePhase) -> None:
    panel.show_state(composite_state(STATES[phase]))
    silent = [
        widget.objectName() or type(widget).__name__
        for widget in panel.findChildren(QWidget)
        if isinstance(widget, (QAbstractButton, type(panel.mask_combo)))
        and not widget.isEnabled()
        and widget.isVisible()
        and widget.parentWidget() is not panel.target
        and not widget.toolTip()
    ]
    assert silent == []


def test_letters_are_unique_and_leave_the_menus_alone(panel: CompositePanel) -> None:
    texts = [widget.text() for widget in panel.findChildren(QLabel) if widget.buddy()]
    texts += [widget.text() for widget in panel.findChildren(QAbstractButton)]
    letters = [found.group(1).lower() for text in texts if (found := re.search(r"&(\w)", text))]
    assert sorted(letters) == sorted(set(letters))
    assert len(letters) >= 8
    assert MENU_LETTERS.isdisjoint(letters)


def test_enter_runs_esc_cancels_and_space_ticks(panel: CompositePanel) -> None:
    told: list[object] = []
    panel.run_requested.connect(lambda: told.append("run"))
    panel.cancel_requested.connect(lambda: told.append("cancel"))
    panel.ticked.connect(lambda key, wanted: told.append((key, wanted)))
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    QTest.keyClick(panel.table, Qt.Key.Key_Escape)
    panel.table.selectRow(1)
    QTest.keyClick(panel.table, Qt.Key.Key_Space)
    panel.show_state(composite_state(RUNNING))
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    QTest.keyClick(panel.table, Qt.Key.Key_Escape)
    assert told == ["run", ("layer:b", False), "cancel"]


def test_a_date_is_typed_in_the_table_and_nonsense_is_not_taken(panel: CompositePanel) -> None:
    told: list[tuple[str, str]] = []
    panel.dated.connect(lambda key, day: told.append((key, day)))
    model = panel.table.scenes
    assert not model.setData(model.index(0, DAY), "summer")
    assert model.setData(model.index(0, DAY), "2023-07-01")
    assert told == [("layer:a", "2023-07-01")]


def test_enter_behind_a_date_ends_the_typing_and_starts_no_run(panel: CompositePanel) -> None:
    told: list[object] = []
    panel.run_requested.connect(lambda: told.append("run"))
    panel.dated.connect(lambda key, day: told.append(day))
    QApplication.setActiveWindow(panel)
    panel.table.edit(panel.table.scenes.index(1, DAY))
    editor = panel.table.viewport().findChild(QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "2023-07-01")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle()
    assert told == ["2023-07-01"]


def test_the_target_date_is_told_and_can_be_taken_back(panel: CompositePanel) -> None:
    told: list[str] = []
    panel.options_changed.connect(lambda options: told.append(options.target))
    panel.target.setDate(QDate(2023, 6, 20))
    panel.target.clear()
    assert told == ["2023-06-20", ""]


def test_the_bar_and_its_words_show_every_share(panel: CompositePanel) -> None:
    panel.show_state(composite_state(STATES[CompositePhase.DONE]))
    bar = panel.findChild(QWidget, "composite_result_bar")
    assert "2023-06-03 60\u00a0%" in bar.accessibleName()
    assert "empty 10\u00a0%" in bar.accessibleName()
    assert panel.findChild(QLabel, "composite_remarks").text() == "The reference is 2023-06-03."
    gone = replace(LAST, layer_id="")
    panel.show_state(composite_state(replace(STATES[CompositePhase.DONE], last=gone)))
    assert "no longer in the project" in bar.toolTip()


# --- with layers and the engine ---------------------------------------------------------------


@pytest.fixture(scope="module")
def series(tmp_path_factory: pytest.TempPathFactory) -> list[Date]:
    return write_series(tmp_path_factory.mktemp("series"))


@pytest.fixture
def desktop(qgis_iface, project) -> Desktop:
    stored = settings.load()
    yield Desktop(qgis_iface, project)
    settings.save(stored)


@pytest.fixture
def dock(desktop: Desktop) -> CloudMaskDock:
    dock = CloudMaskDock(desktop)
    desktop.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    desktop.window.show()
    dock.show()
    dock.tabs.show_page(dock.composite.panel)
    yield dock
    unload(dock)


@pytest.fixture
def loaded(series: list[Date], project: QgsProject) -> list[QgsRasterLayer]:
    made = [QgsRasterLayer(str(date.path), f"Scene {date.path.stem[-1]}") for date in series]
    project.addMapLayers(made)
    return made


def looked(dock: CloudMaskDock, count: int) -> None:
    """Wait until so many scenes are listed and nothing is being looked at."""
    wait(lambda: len(dock.composite.state.rows) == count and not dock.composite.inputs.looking)


def finished(dock: CloudMaskDock) -> None:
    wait(lambda: dock.composite.state.phase not in BUSY)


def read(path: str) -> np.ndarray:
    with rasterio.open(path) as src:
        return src.read()


def give_masks(dock: CloudMaskDock, series: list[Date], project: QgsProject) -> None:
    """Load the true masks and choose each for its scene."""
    made = [QgsRasterLayer(str(date.mask), f"Mask {date.mask.stem[-1]}") for date in series]
    project.addMapLayers(made)
    wait(lambda: all(len(one.masks) == len(series) for one in dock.composite.inputs.scenes))
    for candidate, date in zip(dock.composite.inputs.scenes, series):
        dock.composite.panel.mask_chosen.emit(candidate.key, str(date.mask))


def test_loaded_scenes_are_listed_by_date_and_other_rasters_are_not(
    dock, loaded, project, tmp_path
) -> None:
    heights = write_raster(tmp_path / "heights.tif", np.ones((1, 20, 20), np.float32))
    project.addMapLayer(QgsRasterLayer(str(heights), "Heights"))
    looked(dock, 3)
    rows = dock.composite.state.rows
    assert [(row.name, row.day, row.level) for row in rows] == [
        ("Scene a", DAYS[0], "L2A"),
        ("Scene b", DAYS[1], "L2A"),
        ("Scene c", DAYS[2], "L2A"),
    ]
    assert all(row.checked for row in rows)
    wait(lambda: dock.composite.inputs.others)
    assert dock.composite.state.notice.text == "Left out, not scenes: Heights"
    assert dock.composite.panel.notice.toolTip().startswith("Heights: ")
    assert "3 of 3 · masks to make: 3" in dock.composite.state.count


def test_a_scene_elsewhere_is_not_used_and_says_why(dock, loaded, project, series, tmp_path):
    far = write_raster(
        tmp_path / "far.tif",
        series[0].numbers,
        ("B02", "B03", "B04", "B08"),
        {"ACQUISITION_TIME": "2023-07-30T10:30:00Z", "PROCESSING_LEVEL": "L2A"},
        origin=(600000.0, 5700000.0),
        nodata=0,
    )
    dock.composite.add(str(far))
    looked(dock, 4)
    row = dock.composite.state.rows[-1]
    assert not row.checked
    assert "far.tif does not overlap the extent in Scene a" in row.about
    assert len(dock.composite.inputs.used) == 3


def test_a_run_writes_what_the_engine_writes_and_adds_styled_layers_in_a_group(
    dock, loaded, project, series
) -> None:
    loaded[0].renderer().setRedBand(4)
    looked(dock, 3)
    give_masks(dock, series, project)
    dock.composite.panel.method_combo.chosen.emit("least-cloudy")
    dock.composite.panel.run_button.click()
    finished(dock)
    state, result = dock.composite.state, dock.composite.inputs.last.result
    assert state.phase is CompositePhase.DONE
    codes = np.stack([date.codes for date in series])
    chosen = read(result.source_index)[0]
    np.testing.assert_array_equal(chosen == 0, ~(codes == CLEAR).any(axis=0))
    np.testing.assert_array_equal(read(result.count)[0], (codes == CLEAR).sum(axis=0))
    image = read(result.output)
    for number, date in enumerate(series, start=1):
        here = chosen == number
        np.testing.assert_array_equal(image[:, here], date.numbers[:, here])
    for row, date, number in zip(state.rows, series, (1, 2, 3)):
        assert row.clear == f"{np.mean(date.codes == CLEAR):.0%}".replace("%", "\u00a0%")
        assert row.used == f"{np.mean(chosen == number):.0%}".replace("%", "\u00a0%")
    group = project.layerTreeRoot().children()[0]
    assert group.name() == "Composite 3 Jun 2023 – 28 Jun 2023"
    assert [node.name() for node in group.children()] == [
        *("Composite", "Source scene", "Clear observations"),
    ]
    image_layer, source_layer, count_layer = (node.layer() for node in group.children())
    assert image_layer.renderer().redBand() == 4
    assert [item.label for item in source_layer.renderer().classes()] == ["No scene", *DAYS]
    assert count_layer.renderer().type() == "paletted"
    assert len(dock.composite.state.rows) == 3, "results are no scenes"


def test_a_preview_is_coarse_shows_the_canvas_and_gives_way_to_the_composite(
    dock, desktop, loaded, project, series, monkeypatch
) -> None:
    monkeypatch.setattr("cloudmask_plugin.gui.composite_state.PREVIEW_SIDE", 50)
    looked(dock, 3)
    give_masks(dock, series, project)
    canvas = desktop.mapCanvas()
    canvas.setDestinationCrs(loaded[0].crs())
    part = loaded[0].extent()
    part.setXMaximum(part.xMinimum() + 1000)
    canvas.setExtent(part)
    wait(lambda: not dock.composite.state.extents[1].problem)
    dock.composite.panel.preview_button.click()
    finished(dock)
    last = dock.composite.inputs.last
    with rasterio.open(last.result.output) as preview:
        assert preview.res == (last.preview, last.preview)
        assert preview.res[0] > 10
        assert max(preview.shape) <= 51
    assert "Not kept" in dock.composite.state.status.text
    group = project.layerTreeRoot().children()[0]
    assert group.name().startswith("Preview: Composite")
    dock.composite.run()
    finished(dock)
    title = "Composite 3 Jun 2023 – 28 Jun 2023"
    assert [node.name() for node in project.layerTreeRoot().findGroups()] == [title]
    dock.composite.run()
    finished(dock)
    names = [node.name() for node in project.layerTreeRoot().findGroups()]
    assert names == [f"{title} (2)", title]


def test_the_mask_that_says_whose_it_is_is_chosen_and_the_others_are_made(
    dock, loaded, project, series, tmp_path
) -> None:
    spec = describe(str(series[1].path))
    made = mask_scene(MaskRequest(spec, str(tmp_path / "m.tif")), SilentReporter())
    looked(dock, 3)
    layers.add_mask(made, spec, loaded[1].id())
    wait(lambda: any(one.mask.path for one in dock.composite.inputs.scenes))
    scenes = dock.composite.inputs.scenes
    assert [one.mask.path for one in scenes] == ["", made.output, ""]
    clear = read(made.output)[0] == CLEAR
    assert scenes[1].mask.clear == pytest.approx(clear.mean(), abs=0.02)
    assert dock.composite.state.rows[1].approximate
    assert "masks to make: 2" in dock.composite.state.count
    dock.composite.panel.picked.emit(scenes[1].key)
    assert dock.composite.panel.mask_combo.currentText() == "Cloud mask (of this scene)"


def test_a_date_that_is_typed_counts(dock, tmp_path) -> None:
    series = write_series(tmp_path, rows=64, cols=64, dated=False)
    dock.composite.add(*(str(date.path) for date in series))
    looked(dock, 3)
    assert [row.day for row in dock.composite.state.rows] == ["", "", ""]
    key = dock.composite.state.rows[2].key
    dock.composite.panel.dated.emit(key, "2023-05-01")
    wait(lambda: dock.composite.state.rows[0].day == "2023-05-01")
    assert dock.composite.state.rows[0].key == key


def test_a_scene_that_is_loaded_twice_counts_once(dock, loaded, project, series) -> None:
    project.addMapLayer(QgsRasterLayer(str(series[0].path), "Scene a again"))
    looked(dock, 3)
    QTest.qWait(2 * tab_module.SETTLES)
    looked(dock, 3)


def test_bands_of_one_product_are_one_scene_and_no_other_date_of_it(
    dock, project, tmp_path
) -> None:
    product = write_product(tmp_path, simulate_scene(240, 240, seed=1).reflectance)
    bands = [next(product.rglob(f"*_{role}_10m.jp2")) for role in ("B02", "B04")]
    made = [QgsRasterLayer(str(path), path.stem) for path in bands]
    project.addMapLayers(made)
    looked(dock, 1)
    dock.chooser.choose_layer(made[1])
    wait(lambda: dock.source is not None)
    QTest.qWait(2 * tab_module.SETTLES)
    assert not dock.panel.also_composite.isEnabled()


def test_what_was_corrected_in_the_mask_tab_counts_here_too(dock, loaded) -> None:
    looked(dock, 3)
    dock.chooser.choose_layer(loaded[0])
    wait(lambda: dock.source is not None)
    dock.panel.corrected.emit(Overrides(level="L1C", acquired="2023-06-04"))
    wait(lambda: dock.composite.state.rows[0].level == "L1C")
    assert dock.composite.state.rows[0].day == "2023-06-04"
    looked(dock, 3)


def test_an_unticked_scene_is_not_used(dock, loaded) -> None:
    looked(dock, 3)
    dock.composite.panel.ticked.emit(dock.composite.state.rows[0].key, False)
    assert [one.name for one in dock.composite.inputs.used] == ["Scene b", "Scene c"]
    for row in dock.composite.state.rows:
        dock.composite.panel.ticked.emit(row.key, False)
    assert dock.composite.state.phase is CompositePhase.CANNOT_RUN
    assert "Tick the scenes" in dock.composite.state.run_reason


def test_an_added_scene_can_be_taken_out_and_a_wrong_file_is_named(dock, tmp_path, series) -> None:
    wrong = tmp_path / "notes.tif"
    wrong.write_text("no raster")
    dock.composite.add(str(series[0].path), str(wrong))
    looked(dock, 2)
    assert dock.composite.state.notice.level is Level.ERROR
    assert "notes.tif" in dock.composite.state.notice.text
    dock.composite.panel.remove_requested.emit(str(wrong))
    looked(dock, 1)
    assert dock.composite.state.phase is CompositePhase.ONE_SCENE
    assert "Only one scene" in dock.composite.state.notice.text


def test_a_run_is_cancelled_within_half_a_second_and_leaves_nothing(
    dock, loaded, monkeypatch, tmp_path
) -> None:
    began = threading.Event()

    def endless(request, reporter):
        began.set()
        while True:
            check_cancelled(reporter)

    monkeypatch.setattr(tab_module, "composite_scenes", endless)
    looked(dock, 3)
    dock.composite.run()
    wait(began.is_set)
    assert dock.composite.state.phase is CompositePhase.RUNNING
    QTest.keyClick(dock.composite.panel.table, Qt.Key.Key_Escape)
    assert dock.composite.state.phase is CompositePhase.CANCELLING
    finished(dock)
    assert dock.composite.state.status.text == "Cancelled. Nothing was written."


def test_a_failure_is_told_in_the_tab(dock, loaded, tmp_path) -> None:
    looked(dock, 3)
    dock.composite.panel.ticked.emit(dock.composite.state.rows[0].key, True)
    source_path = Path(loaded[0].source())
    group = dock.composite.panel.destination
    group.set_value(type(group.value())(True, str(source_path)))
    dock.composite.run()
    finished(dock)
    assert dock.composite.state.phase is CompositePhase.FAILED
    assert "is one of the scenes or masks" in dock.composite.state.status.text


def test_a_hidden_dock_looks_at_nothing(desktop, loaded) -> None:
    dock = CloudMaskDock(desktop)
    QTest.qWait(2 * tab_module.SETTLES)
    assert dock.composite.state.rows == ()
    assert not dock.composite.inputs.looking
    unload(dock)


def test_choices_are_remembered(dock, desktop) -> None:
    dock.composite.panel.method_combo.chosen.emit("medoid")
    assert settings.load().composite_method == "medoid"
    again = CloudMaskDock(desktop)
    assert again.composite.inputs.options.method == "medoid"
    unload(again)


# --- from the Mask tab ------------------------------------------------------------------------


def test_the_mask_tab_offers_a_composite_once_other_dates_are_loaded(dock, loaded, project) -> None:
    box = dock.panel.also_composite
    dock.chooser.choose_layer(loaded[1])
    wait(lambda: dock.source is not None and box.isEnabled())
    assert box.text() == "Also make a cloud-free composite (+ 2 more)"
    project.removeMapLayers([loaded[0].id(), loaded[2].id()])
    wait(lambda: not box.isEnabled())
    assert "No other date of this place is loaded" in box.toolTip()


def test_mask_and_composite_are_one_run_and_the_mask_is_used(dock, loaded, project) -> None:
    dock.chooser.choose_layer(loaded[1])
    box = dock.panel.also_composite
    wait(lambda: dock.source is not None and box.isEnabled())
    box.click()
    assert dock.state.run_text == "Mas&k and composite"
    dock.run()
    assert dock.state.phase.value == "running"
    wait(lambda: dock.composite.inputs.last is not None and dock.state.progress is None)
    result = dock.composite.inputs.last.result
    mask = read(dock.state.last.result.output)[0]
    # Where it is the only clear scene, or not clear, the composite shows that it took this mask.
    chosen, count = read(result.source_index)[0], read(result.count)[0]
    assert not (chosen == 1)[mask != CLEAR].any()
    assert (count[mask == CLEAR] >= 1).all()
    assert result.clear[0] == pytest.approx((mask == CLEAR).mean())
    names = [group.name() for group in project.layerTreeRoot().findGroups(True)]
    assert names[0].startswith("Composite ")
    assert "Scene b" in names


def test_a_link_leads_from_a_mask_to_the_composite(dock, loaded) -> None:
    dock.tabs.show_page(dock.panel)
    dock.chooser.choose_layer(loaded[0])
    wait(lambda: dock.state.run_enabled)
    assert not dock.panel.composite_link.isVisible()
    dock.run()
    wait(lambda: dock.state.last is not None and dock.state.progress is None)
    assert dock.panel.composite_link.isVisible()
    dock.panel.composite_link.click()
    assert dock.tabs.currentWidget() is dock.composite.panel
    # The mask just made is found for its scene.
    wait(lambda: any(scene.mask.path for scene in dock.composite.inputs.scenes))
    assert dock.composite.inputs.scenes[0].mask.path == dock.state.last.result.output
