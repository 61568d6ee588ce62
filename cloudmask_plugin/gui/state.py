"""The dock's state as a pure function of what is known: every state testable without a run."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass, field

from qgis.PyQt.QtCore import QCoreApplication

from ..engine.errors import OptionError
from ..engine.pipeline import MaskResult
from ..engine.reading import shrink_factor
from ..engine.reporter import Progress
from ..engine.scene import SourceSpec
from ..engine_text import engine_text
from ..scene_text import SceneFact, area_text, duration_text, metres_text, scene_facts

translate = QCoreApplication.translate

RESOLUTIONS = (10.0, 20.0, 60.0)  # metres, those of Sentinel-2's own bands


class Phase(enum.Enum):
    """What the dock is in the middle of; each has its picture in docs/screenshots."""

    NO_LAYER = "no layer"
    UNSUPPORTED = "not a raster"
    NO_RUNTIME = "no onnxruntime"
    DETECTING = "detecting"
    READY = "ready"
    WARNING = "ready with warning"
    CANNOT_RUN = "cannot run"
    RUNNING = "running"
    CANCELLING = "cancelling"
    DONE = "done"
    DONE_WITH_WARNINGS = "done with warnings"
    FAILED = "failed"


class Level(enum.Enum):
    """How loud a notice is."""

    QUIET = "quiet"
    GOOD = "good"
    WARNING = "warning"
    ERROR = "error"


class ExtentMode(enum.Enum):
    """What part of the scene is masked; the value is the one kept in the settings."""

    WHOLE = "whole"
    CANVAS = "canvas"
    POLYGONS = "polygons"


@dataclass(frozen=True)
class Notice:
    """A sentence for the user."""

    level: Level
    text: str


SILENCE = Notice(Level.QUIET, "")


@dataclass(frozen=True)
class ModelOffer:
    """A model in the list.

    :param seconds: expected for this scene and extent, None unknown.
    :param problem: why it cannot be used; ``warning``: why its mask needs a second look.
    """

    id: str
    title: str
    description: str = ""
    seconds: float | None = None
    problem: str = ""
    warning: str = ""


@dataclass(frozen=True)
class ExtentOffer:
    """An extent in the list: its rectangle in the scene's CRS, or why there is none.

    :param area: square metres of the pixels that are masked.
    """

    mode: ExtentMode
    extent: tuple[float, float, float, float] | None = None
    area: float | None = None
    problem: str = ""


@dataclass(frozen=True)
class ResolutionOffer:
    """An output resolution in metres (None: the scene's), and why it cannot be used."""

    metres: float | None
    title: str
    problem: str = ""


@dataclass(frozen=True)
class Runtime:
    """Whether onnxruntime is there.

    :param problem: the sentence that says what is missing; "" where nothing is.
    :param command: the exact command that the Install button runs.
    :param hindrance: why it cannot be run from here.
    :param installing: the command runs now; ``output`` is its latest line.
    :param failure: why the last installation failed.
    """

    problem: str = ""
    command: str = ""
    hindrance: str = ""
    installing: bool = False
    output: str = ""
    failure: str = ""


@dataclass(frozen=True)
class Job:
    """A run under way."""

    progress: Progress
    cancelling: bool = False


@dataclass(frozen=True)
class Outcome:
    """How the last run of this scene ended: with a result, an error, or cancelled (neither)."""

    result: MaskResult | None = None
    error: str = ""


@dataclass(frozen=True)
class LastResult:
    """The last mask made in this session.

    :param layer_id: its layer, "" where it was not added or has been removed.
    """

    scene: str
    result: MaskResult
    layer_id: str = ""
    temporary: bool = False


@dataclass(frozen=True)
class Inputs:
    """All that the dock's state depends on.

    :param scene: name of the chosen layer or file, "" where none is chosen.
    :param unsupported: why the chosen layer cannot be a scene at all.
    :param detect_error: why the scene could not be described, with the remedy.
    :param other_dates: scenes that a composite could be made with; ``masks_to_make`` of them
        have no mask yet. ``also_composite``: the user wants one.
    :param output_problem: why the output field cannot be used.
    :param output_warning: what a run would do that cannot be undone.
    """

    scene: str = ""
    unsupported: str = ""
    detecting: bool = False
    source: SourceSpec | None = None
    detect_error: str = ""
    corrected: bool = False
    runtime: Runtime = Runtime()
    models: tuple[ModelOffer, ...] = ()
    model: str = ""
    extents: tuple[ExtentOffer, ...] = ()
    extent: ExtentMode = ExtentMode.WHOLE
    resolution: float | None = None
    other_dates: int = 0
    masks_to_make: int = 0
    also_composite: bool = False
    output_problem: str = ""
    output_warning: str = ""
    job: Job | None = None
    outcome: Outcome | None = None
    last: LastResult | None = None


@dataclass(frozen=True)
class DockState:
    """What the dock shows.

    :param card: lines of the card; () where ``card_message`` stands in their place.
    :param notice: below the card: warnings about the scene, or why it cannot be used.
    :param also_text: offers a composite as well; ``also_problem`` says why it cannot be made now,
        and ``also_composite`` whether one is made.
    :param shadow_problem: why shadow cannot be checked by the sun, "" where it can.
    :param run_reason: why the button is disabled, "" where it is not.
    :param progress: 0..1, None where nothing runs.
    :param status: below the button: stage and time left, or how the run ended.
    """

    phase: Phase
    card: tuple[SceneFact, ...] = ()
    card_message: str = ""
    notice: Notice = SILENCE
    correctable: bool = False
    models: tuple[ModelOffer, ...] = ()
    model: ModelOffer | None = None
    extents: tuple[ExtentOffer, ...] = ()
    extent: ExtentMode = ExtentMode.WHOLE
    area: str = ""
    resolutions: tuple[ResolutionOffer, ...] = ()
    also_text: str = ""
    also_problem: str = ""
    also_composite: bool = False
    shadow_problem: str = ""
    run_text: str = ""
    run_enabled: bool = False
    run_reason: str = ""
    progress: float | None = None
    status: Notice = SILENCE
    runtime: Runtime = field(default_factory=Runtime)
    last: LastResult | None = None


def dock_state(inputs: Inputs) -> DockState:
    """Return what to show for what is known."""
    message, notice = _card_part(inputs)
    model = _chosen_model(inputs)
    extent = _chosen_extent(inputs)
    reason = _reason_not_to_run(inputs, model, extent)
    phase = _phase(inputs, reason)
    running = phase in (Phase.RUNNING, Phase.CANCELLING)
    also_problem = _also_problem(inputs, running)
    also = inputs.also_composite and inputs.other_dates > 0
    return DockState(
        phase=phase,
        card=scene_facts(inputs.source) if inputs.source and not message else (),
        card_message=message,
        notice=notice,
        correctable=bool(inputs.scene) and not inputs.unsupported,
        models=inputs.models,
        model=model,
        extents=inputs.extents,
        extent=inputs.extent,
        area=area_text(extent.area) if extent and extent.area is not None else "",
        resolutions=_resolution_offers(inputs.source),
        also_text=_also_text(inputs),
        also_problem=also_problem,
        also_composite=also,
        shadow_problem=_shadow_problem(inputs.source),
        run_text=_run_text(phase, also),
        run_enabled=phase is Phase.RUNNING or (not running and not reason),
        run_reason=_cancelling_reason() if phase is Phase.CANCELLING else reason,
        progress=inputs.job.progress.fraction if inputs.job else None,
        status=_status(inputs, phase, reason, model),
        runtime=inputs.runtime,
        last=inputs.last,
    )


def _card_part(inputs: Inputs) -> tuple[str, Notice]:
    """Return the message in place of the card's lines, "" for lines, and the notice."""
    if not inputs.scene:
        return translate(
            "CloudMaskDock",
            "Choose a Sentinel-2 raster layer above, "
            "open a file, folder or address with …, or drop one here.",
        ), SILENCE
    if inputs.unsupported:
        return translate("CloudMaskDock", "This layer cannot be masked."), Notice(
            Level.ERROR, inputs.unsupported
        )
    if inputs.source is not None:
        if inputs.detect_error:  # a correction that does not fit; the lines show what did
            return "", Notice(Level.ERROR, inputs.detect_error)
        if inputs.source.warnings and not inputs.detecting:
            return "", Notice(Level.WARNING, sentences(inputs.source.warnings))
        return "", _origin(inputs)
    if inputs.detecting:
        return translate("CloudMaskDock", "Looking at the scene …"), SILENCE
    if inputs.detect_error:
        return translate("CloudMaskDock", "This scene was not understood."), Notice(
            Level.ERROR, inputs.detect_error
        )
    return translate("CloudMaskDock", "Looking at the scene …"), SILENCE


def _origin(inputs: Inputs) -> Notice:
    """Return where the values of a card without warnings come from."""
    if inputs.corrected:
        return Notice(Level.QUIET, translate("CloudMaskDock", "With your corrections."))
    if inputs.detecting or any(row.guessed for row in scene_facts(inputs.source)):
        return SILENCE
    if inputs.source.kind == "product":
        text = translate(
            "CloudMaskDock", "Read from the product {name}; nothing had to be guessed."
        )
    elif inputs.source.kind == "item":
        text = translate("CloudMaskDock", "Read from the item {name}; nothing had to be guessed.")
    else:
        text = translate("CloudMaskDock", "Read from the scene; nothing had to be guessed.")
    return Notice(Level.QUIET, text.format(name=inputs.source.name))


def _chosen_model(inputs: Inputs) -> ModelOffer | None:
    for offer in inputs.models:
        if offer.id == inputs.model:
            return offer
    return inputs.models[0] if inputs.models else None


def _chosen_extent(inputs: Inputs) -> ExtentOffer | None:
    for offer in inputs.extents:
        if offer.mode is inputs.extent:
            return offer
    return None


def _reason_not_to_run(inputs: Inputs, model: ModelOffer | None, extent: ExtentOffer | None) -> str:
    """Return the first thing that stands in the way, "" where nothing does."""
    if inputs.runtime.problem:
        return inputs.runtime.problem
    if not inputs.scene:
        return translate("CloudMaskDock", "Choose a Sentinel-2 raster layer first.")
    if inputs.unsupported:
        return inputs.unsupported
    if inputs.detecting:
        return translate("CloudMaskDock", "The scene is being looked at; this takes a moment.")
    if inputs.detect_error:
        return inputs.detect_error
    if inputs.source is None:
        return translate("CloudMaskDock", "The scene has not been looked at yet.")
    if model is None:
        return translate(
            "CloudMaskDock",
            "No model is installed: reinstall the plugin, or name a model folder in its options.",
        )
    if model.problem:
        return model.problem
    if extent is not None and extent.problem:
        return extent.problem
    return inputs.output_problem or resolution_problem(inputs.source, inputs.resolution)


def _resolution_offers(source: SourceSpec | None) -> tuple[ResolutionOffer, ...]:
    usual = translate("CloudMaskDock", "As the scene")
    if source is not None:
        usual += f" · {metres_text(source.resolution)}"
    return (
        ResolutionOffer(None, usual),
        *(
            ResolutionOffer(metres, metres_text(metres), resolution_problem(source, metres))
            for metres in RESOLUTIONS
        ),
    )


def _shadow_problem(source: SourceSpec | None) -> str:
    """Return why the shadow of a scene cannot be checked; "" before a scene is known."""
    if source is None or None not in (source.sun_zenith.value, source.sun_azimuth.value):
        return ""
    return translate(
        "CloudMaskDock",
        "The scene does not tell the sun's angles: state them under “Correct …” above.",
    )


def _phase(inputs: Inputs, reason: str) -> Phase:
    if inputs.job:
        return Phase.CANCELLING if inputs.job.cancelling else Phase.RUNNING
    if inputs.runtime.problem:
        return Phase.NO_RUNTIME
    if not inputs.scene:
        return Phase.NO_LAYER
    if inputs.unsupported:
        return Phase.UNSUPPORTED
    if inputs.detecting or (inputs.source is None and not inputs.detect_error):
        return Phase.DETECTING
    if inputs.outcome and inputs.outcome.error:
        return Phase.FAILED
    if reason:
        return Phase.CANNOT_RUN
    if inputs.outcome and inputs.outcome.result:
        return Phase.DONE_WITH_WARNINGS if inputs.outcome.result.warnings else Phase.DONE
    warned = bool(inputs.source and inputs.source.warnings)
    model = _chosen_model(inputs)
    if warned or inputs.output_warning or (model and model.warning):
        return Phase.WARNING
    return Phase.READY


def _also_text(inputs: Inputs) -> str:
    text = translate("CloudMaskDock", "Also make a cloud-free composite")
    if inputs.other_dates == 1:
        text += translate("CloudMaskDock", " (+ 1 date)")
    elif inputs.other_dates:
        text += translate("CloudMaskDock", " (+ {n} more)").format(n=inputs.other_dates)
    return text


def _also_problem(inputs: Inputs, running: bool) -> str:
    if running:
        return translate("CloudMaskDock", "A run is under way.")
    if not inputs.other_dates:
        return translate(
            "CloudMaskDock",
            "No other date of this place is loaded: load one, or add it in the tab Composite.",
        )
    return ""


def _run_text(phase: Phase, also: bool) -> str:
    if phase is Phase.RUNNING:
        return translate("CloudMaskDock", "Cancel")
    if phase is Phase.CANCELLING:
        return translate("CloudMaskDock", "Cancelling …")
    if also:
        return translate("CloudMaskDock", "Mas&k and composite")
    return translate("CloudMaskDock", "Mas&k clouds")


def _cancelling_reason() -> str:
    return translate("CloudMaskDock", "The run is being stopped; this takes less than a second.")


def _status(
    inputs: Inputs,
    phase: Phase,
    reason: str,
    model: ModelOffer | None,
) -> Notice:
    """Return the line below the button."""
    if phase is Phase.CANCELLING:
        return Notice(Level.QUIET, _cancelling_reason())
    if inputs.job:
        return Notice(Level.QUIET, progress_text(inputs.job.progress))
    if phase is Phase.NO_RUNTIME:
        return Notice(Level.QUIET, translate("CloudMaskDock", "See below what is missing."))
    if phase is Phase.FAILED and inputs.outcome:
        return Notice(Level.ERROR, inputs.outcome.error)
    if phase is Phase.CANNOT_RUN:
        if inputs.detect_error:  # already said below the card, where its cause is
            return Notice(Level.QUIET, translate("CloudMaskDock", "See the scene's card above."))
        return Notice(Level.WARNING, reason)
    if phase is Phase.DONE_WITH_WARNINGS and inputs.outcome and inputs.outcome.result:
        said = inputs.source.warnings if inputs.source else ()  # below the card
        new = [text for text in inputs.outcome.result.warnings if text not in said]
        usual = translate("CloudMaskDock", "Check the mask: what was guessed may be wrong.")
        return Notice(Level.WARNING, sentences(new) or usual)
    if inputs.outcome and not inputs.outcome.result and not inputs.outcome.error:
        return Notice(Level.QUIET, translate("CloudMaskDock", "Cancelled. Nothing was written."))
    if phase is Phase.DONE:
        return Notice(Level.GOOD, translate("CloudMaskDock", "Done: the mask is on the map."))
    if phase is Phase.WARNING and inputs.output_warning:
        return Notice(Level.WARNING, inputs.output_warning)
    if phase in (Phase.READY, Phase.WARNING) and model and model.warning:
        return Notice(Level.WARNING, model.warning)
    if phase in (Phase.READY, Phase.WARNING) and model and model.seconds is not None:
        extra = inputs.masks_to_make if inputs.also_composite else 0
        return Notice(
            Level.QUIET,
            translate("CloudMaskDock", "Takes about {time}.").format(
                time=duration_text(model.seconds * (1 + extra))
            ),
        )
    return SILENCE


def sentences(texts: Sequence[str]) -> str:
    """Return sentences of the engine below each other, marked where they are several."""
    texts = [engine_text(text) for text in texts]
    return "\n".join(texts if len(texts) < 2 else [f"• {text}" for text in texts])


def progress_text(progress: Progress) -> str:
    """Return stage, share and, once it is known, the time left."""
    text = f"{progress.stage or translate('CloudMaskDock', 'Starting')} · {progress.fraction:.0%}"
    text = text.replace("%", "\u00a0%")
    if progress.seconds_left is not None:
        text += translate("CloudMaskDock", " · about {time} left").format(
            time=duration_text(progress.seconds_left)
        )
    return text


def resolution_problem(source: SourceSpec | None, metres: float | None) -> str:
    """Return why a scene cannot be masked at a resolution, "" where it can."""
    if source is None or metres is None:
        return ""
    native = source.grid.resolution
    if shrink_factor(native, metres) is not None:
        return ""
    if metres < native:
        return translate("CloudMaskDock", "Finer than the scene's own {native}.").format(
            native=metres_text(native)
        )
    return translate("CloudMaskDock", "Not a multiple of the scene's own {native}.").format(
        native=metres_text(native)
    )


def extent_area(
    source: SourceSpec, extent: tuple[float, float, float, float] | None
) -> tuple[float | None, str]:
    """Return the square metres that an extent covers in the scene, or why it covers none."""
    grid = source.grid
    try:
        window = grid.window_of(*extent) if extent else grid.window
    except OptionError:
        return None, translate("CloudMaskDock", "It does not overlap the scene.")
    width, height = grid.pixel_metres
    return window.width * width * window.height * height, ""
