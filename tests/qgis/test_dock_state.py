"""Every state of the dock, computed from what is known, without a run and without a window."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cloudmask_plugin.engine.errors import OptionError
from cloudmask_plugin.engine.pipeline import MaskResult
from cloudmask_plugin.engine.reading import output_grid
from cloudmask_plugin.engine.reporter import Progress
from cloudmask_plugin.engine.scene import BandSource, Grid, Resolved, SourceSpec
from cloudmask_plugin.gui.state import (
    DockState,
    ExtentMode,
    ExtentOffer,
    Inputs,
    Job,
    LastResult,
    Level,
    ModelOffer,
    Outcome,
    Phase,
    Runtime,
    dock_state,
    extent_area,
    resolution_problem,
)

GRID = Grid("", (0.0, 10.0, 0.0, 0.0, 0.0, -10.0), 100, 50)


def source(**changes: object) -> SourceSpec:
    bands = tuple(
        BandSource(role, "scene.tif", index, role, GRID, 1e-4, 0.0)
        for index, role in enumerate(("B02", "B03", "B04"), start=1)
    )
    known = SourceSpec(
        name="scene",
        location="scene.tif",
        grid=GRID,
        resolution=10.0,
        bands=bands,
        unused=(),
        level=Resolved("L1C", "a tag"),
        baseline=Resolved("04.00", "a tag"),
        scale=Resolved(1e-4, "a tag"),
        offset=Resolved(-1000.0, "a tag"),
        nodata=Resolved(0.0, "the file"),
        acquired=Resolved("2022-10-05T11:54:11Z", "a tag"),
        sun_zenith=Resolved(58.0, "a tag"),
        sun_azimuth=Resolved(172.0, "a tag"),
        band_evidence=Resolved("band descriptions", "band descriptions"),
    )
    return replace(known, **changes)


RESULT = MaskResult(
    output="mask.tif",
    probabilities=None,
    classes=(("clear", 0.7), ("thick", 0.1), ("thin", 0.1), ("shadow", 0.1)),
    nodata=0.0,
    seconds=(("total", 3.0),),
    model="fast",
    warnings=(),
)
FAST = ModelOffer("fast", "Fast", "Any bands.", seconds=6.0)
WHOLE = ExtentOffer(ExtentMode.WHOLE, None, 500_000.0)
READY = Inputs(scene="scene", source=source(), models=(FAST,), model="fast", extents=(WHOLE,))
RUNNING = Job(Progress(0.25, "Masking"))
WARNED = source(warnings=("The offset is a guess: state it if it is wrong.",))

STATES: dict[Phase, Inputs] = {
    Phase.NO_LAYER: replace(READY, scene="", source=None),
    Phase.UNSUPPORTED: Inputs(scene="tiles", unsupported="Tiles are pictures: save as GeoTIFF."),
    Phase.NO_RUNTIME: replace(READY, runtime=Runtime("onnxruntime is missing: press Install.")),
    Phase.DETECTING: Inputs(scene="scene", detecting=True, models=(FAST,)),
    Phase.READY: READY,
    Phase.WARNING: replace(READY, source=WARNED),
    Phase.CANNOT_RUN: Inputs(scene="scene", detect_error="Two bands: state them.", models=(FAST,)),
    Phase.RUNNING: replace(READY, job=RUNNING),
    Phase.CANCELLING: replace(READY, job=replace(RUNNING, cancelling=True)),
    Phase.DONE: replace(READY, outcome=Outcome(RESULT)),
    Phase.DONE_WITH_WARNINGS: replace(
        READY, outcome=Outcome(replace(RESULT, warnings=("Trained on 10 m: check.",)))
    ),
    Phase.FAILED: replace(READY, outcome=Outcome(error="The disk is full: free some space.")),
}
RUNNABLE = {Phase.READY, Phase.WARNING, Phase.DONE, Phase.DONE_WITH_WARNINGS, Phase.FAILED}


def state(phase: Phase) -> DockState:
    return dock_state(STATES[phase])


def test_every_phase_has_inputs_that_lead_to_it() -> None:
    assert {phase: state(phase).phase for phase in Phase} == {phase: phase for phase in Phase}


@pytest.mark.parametrize("phase", list(Phase))
def test_the_button_can_be_pressed_or_says_why_not(phase: Phase) -> None:
    shown = state(phase)
    assert shown.run_enabled == (phase in RUNNABLE or phase is Phase.RUNNING)
    assert bool(shown.run_reason) != shown.run_enabled


@pytest.mark.parametrize("phase", list(Phase))
def test_the_card_shows_either_lines_or_a_message(phase: Phase) -> None:
    shown = state(phase)
    assert bool(shown.card) != bool(shown.card_message)


def test_the_button_cancels_only_while_a_run_can_be_cancelled() -> None:
    names = {phase: state(phase).run_text for phase in Phase}
    assert names[Phase.RUNNING] == "Cancel"
    assert names[Phase.CANCELLING] == "Cancelling …"
    assert {names[phase] for phase in set(Phase) - {Phase.RUNNING, Phase.CANCELLING}} == {
        "Mas&k clouds"
    }


def test_progress_shows_only_while_something_runs() -> None:
    running = {phase for phase in Phase if state(phase).progress is not None}
    assert running == {Phase.RUNNING, Phase.CANCELLING}


def test_time_left_appears_once_it_is_known() -> None:
    early = dock_state(replace(READY, job=Job(Progress(0.1, "Masking"))))
    late = dock_state(replace(READY, job=Job(Progress(0.5, "Masking", 130.0))))
    assert "left" not in early.status.text
    assert late.status.text.endswith("about 2 min left")


def test_warnings_stand_below_the_card_before_the_run() -> None:
    notice = state(Phase.WARNING).notice
    assert notice.level is Level.WARNING
    assert notice.text == WARNED.warnings[0]


def test_a_warning_known_before_the_run_is_not_said_twice_after_it() -> None:
    inputs = replace(
        READY, source=WARNED, outcome=Outcome(replace(RESULT, warnings=WARNED.warnings))
    )
    shown = dock_state(inputs)
    assert shown.phase is Phase.DONE_WITH_WARNINGS
    assert shown.notice.text == WARNED.warnings[0]
    assert WARNED.warnings[0] not in shown.status.text


def test_an_error_is_shown_where_its_cause_is() -> None:
    scene, run = state(Phase.CANNOT_RUN), state(Phase.FAILED)
    assert scene.notice.level is Level.ERROR
    assert scene.status.level is not Level.ERROR
    assert run.status.level is Level.ERROR
    assert run.notice.level is not Level.ERROR


def test_a_correction_that_does_not_fit_keeps_the_card_and_forbids_the_run() -> None:
    shown = dock_state(replace(READY, detect_error="B02 twice: state which is which."))
    assert shown.card
    assert shown.notice.level is Level.ERROR
    assert not shown.run_enabled


def test_nothing_moves_on_the_card_while_a_correction_is_looked_at() -> None:
    shown = dock_state(replace(READY, detecting=True))
    assert shown.phase is Phase.DETECTING
    assert shown.card == state(Phase.READY).card


def test_without_onnxruntime_all_but_the_run_goes_on() -> None:
    shown = state(Phase.NO_RUNTIME)
    assert shown.card
    assert shown.correctable
    assert shown.run_reason == shown.runtime.problem


def test_a_scene_can_be_chosen_while_another_is_masked() -> None:
    shown = dock_state(Inputs(scene="next", detecting=True, job=RUNNING))
    assert shown.phase is Phase.RUNNING
    assert shown.card_message


@pytest.mark.parametrize(
    "inputs",
    [
        replace(READY, models=()),
        replace(READY, models=(replace(FAST, problem="Fast needs B11: use another layer."),)),
        replace(READY, extents=(replace(WHOLE, problem="No polygon is selected."),)),
        replace(READY, output_problem="Name the file to write."),
        replace(READY, resolution=15.0),
        replace(READY, resolution=5.0),
    ],
)
def test_what_stands_in_the_way_is_said_below_the_button(inputs: Inputs) -> None:
    shown = dock_state(inputs)
    assert shown.phase is Phase.CANNOT_RUN
    assert shown.status.text == shown.run_reason != ""


def test_a_file_that_would_be_replaced_is_named_before_the_run_and_not_after_it() -> None:
    warned = replace(READY, output_warning="mask.tif exists and will be replaced.")
    assert dock_state(warned).phase is Phase.WARNING
    assert dock_state(warned).run_enabled
    assert dock_state(warned).status.text == warned.output_warning
    assert dock_state(replace(warned, outcome=Outcome(RESULT))).phase is Phase.DONE


def test_a_cancelled_run_says_that_nothing_was_written() -> None:
    shown = dock_state(replace(READY, outcome=Outcome()))
    assert shown.phase is Phase.READY
    assert "Nothing was written" in shown.status.text


def test_the_last_result_stays_while_other_scenes_are_looked_at() -> None:
    last = LastResult("scene", RESULT, "layer")
    assert dock_state(Inputs(scene="next", detecting=True, last=last)).last is last


def test_resolutions_that_the_scene_does_not_have_say_why() -> None:
    offers = {offer.metres: offer.problem for offer in state(Phase.READY).resolutions}
    assert offers == {None: "", 10.0: "", 20.0: "", 60.0: ""}
    coarse = source(grid=replace(GRID, transform=(0.0, 20.0, 0.0, 0.0, 0.0, -20.0)))
    assert "20 m" in resolution_problem(coarse, 10.0)
    assert resolution_problem(coarse, 60.0) == ""


def test_the_dock_offers_the_resolutions_that_the_engine_takes() -> None:
    for native in (8.9, 9.95, 10.0, 10.02, 15.0, 19.9, 30.0):
        scene = source(grid=replace(GRID, transform=(0.0, native, 0.0, 0.0, 0.0, -native)))
        for metres in (10.0, 20.0, 60.0):
            try:
                refused = not output_grid(scene, metres)
            except OptionError:
                refused = True
            assert bool(resolution_problem(scene, metres)) == refused, (native, metres)


def test_the_area_is_that_of_the_pixels_touched() -> None:
    assert extent_area(source(), None) == (1000.0 * 500.0, "")
    assert extent_area(source(), (5.0, -95.0, 15.0, -85.0)) == (20.0 * 20.0, "")
    assert extent_area(source(), (5000.0, 0.0, 6000.0, 10.0))[1]


def test_all_lines_are_stated_or_marked_as_guessed() -> None:
    guessed = source(
        scale=Resolved(1e-4, "the values", 0.6),
        band_evidence=Resolved("guessed", "the usual order", 0.5),
    )
    marked = {row.key for row in dock_state(replace(READY, source=guessed)).card if row.guessed}
    assert marked == {"scale", "bands"}


def test_shadow_cannot_be_checked_where_the_sun_is_unknown() -> None:
    assert dock_state(READY).shadow_problem == ""
    for unknown in ("sun_zenith", "sun_azimuth"):
        without = replace(READY, source=source(**{unknown: Resolved(None, "not found")}))
        assert "sun" in dock_state(without).shadow_problem
