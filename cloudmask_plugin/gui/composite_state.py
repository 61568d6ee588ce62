"""The state of the Composite tab as a pure function of what is known."""

from __future__ import annotations

import enum
import math
from dataclasses import dataclass

from qgis.PyQt.QtCore import QCoreApplication

from ..engine.composite import (
    AUTO,
    BAP,
    LEAST_CLOUDY,
    MEDIAN,
    MEDOID,
    P25,
    REFERENCE,
    default_method,
)
from ..engine.composite_plan import CompositeResult, bounds
from ..engine.scene import SourceSpec, Window
from ..engine_text import engine_text
from ..scene_text import acquired_text, area_text, metres_text
from .offer_combo import Offer
from .state import (
    SILENCE,
    ExtentMode,
    ExtentOffer,
    Job,
    Level,
    Notice,
    progress_text,
    sentences,
)

translate = QCoreApplication.translate

PREVIEW_SIDE = 384  # pixels a side at most, of the model's as well: seconds for a few scenes


class CompositePhase(enum.Enum):
    """What the tab is in the middle of."""

    NO_SCENES = "no scenes"
    LOOKING = "looking"
    ONE_SCENE = "one scene"
    READY = "ready"
    WARNING = "ready with warning"
    CANNOT_RUN = "cannot run"
    RUNNING = "running"
    CANCELLING = "cancelling"
    DONE = "done"
    DONE_WITH_WARNINGS = "done with warnings"
    FAILED = "failed"


BUSY = (CompositePhase.RUNNING, CompositePhase.CANCELLING)


@dataclass(frozen=True)
class MaskOffer:
    """A mask that a scene can have.

    :param path: of its file; "" has one made.
    :param belongs: it says that it was made of the scene, or lies in its group.
    :param partial: it does not reach over the whole extent.
    :param clear: share of the extent that it calls clear, 0..1; None where that is not known.
    """

    path: str
    title: str
    belongs: bool = False
    partial: bool = False
    clear: float | None = None


@dataclass(frozen=True)
class Candidate:
    """A scene that can be part of the composite.

    :param key: tells it from all others.
    :param layer_id: its layer; "" where it was added from a file.
    :param source: what is known of it, None where it could not be described.
    :param problem: why it cannot be used now.
    :param wanted: the user's tick; it is used where there is no problem either.
    :param masks: that are loaded and could be its own, those that belong to it first.
    :param chosen_mask: the path that the user chose, "" to have one made; None: as found.
    """

    key: str
    name: str
    layer_id: str = ""
    source: SourceSpec | None = None
    problem: str = ""
    wanted: bool = True
    masks: tuple[MaskOffer, ...] = ()
    chosen_mask: str | None = None

    @property
    def used(self) -> bool:
        """Whether it is part of the composite."""
        return self.wanted and not self.problem and self.source is not None

    @property
    def mask(self) -> MaskOffer:
        """The mask it has: chosen, or the one that belongs to it, or one that is made."""
        found = {offer.path: offer for offer in self.masks}
        if self.chosen_mask is not None and self.chosen_mask in found:
            return found[self.chosen_mask]
        if self.chosen_mask is None:
            for offer in self.masks:
                if offer.belongs and not offer.partial:
                    return offer
        return made()

    @property
    def day(self) -> str:
        """The day of acquisition, ISO 8601, "" where it is not known."""
        return (self.source.acquired.value or "")[:10] if self.source else ""


def made() -> MaskOffer:
    """Return the offer to have a mask made."""
    return MaskOffer("", translate("CompositePanel", "Make one on the way"))


@dataclass(frozen=True)
class Measured:
    """What a run found of a scene: shares of the area, 0..1, None where not known.

    :param preview: of a part of the area, with large pixels.
    """

    clear: float | None = None
    used: float | None = None
    preview: bool = False


@dataclass(frozen=True)
class CompositeOptions:
    """What is chosen beside scenes and extent.

    :param target: the day whose look is wanted, ISO 8601; "" none.
    :param mask_classes: key of a table; "" as the masks themselves tell.
    """

    method: str = AUTO
    target: str = ""
    fallback: str = "never"
    mask_classes: str = ""
    buffer: float = 0.0


@dataclass(frozen=True)
class LastComposite:
    """The last composite of this session.

    :param names: of the scenes, in the order of the result's numbers.
    :param preview: metres of its pixel where it was a preview; 0 where it was not.
    :param rough: its masks were made of larger pixels than the model was trained on.
    """

    result: CompositeResult
    names: tuple[str, ...]
    layer_id: str = ""
    temporary: bool = False
    preview: float = 0.0
    rough: bool = False


@dataclass(frozen=True)
class CompositeOutcome:
    """How the last run ended: with a result, an error, or cancelled (neither)."""

    last: LastComposite | None = None
    error: str = ""
    warned: bool = False


@dataclass(frozen=True)
class CompositeInputs:
    """All that the tab's state depends on.

    :param others: raster layers that are no scenes, each with the reason.
    :param looking: how many scenes and masks are still to be looked at.
    :param measured: what the last run found, by a candidate's key.
    :param runtime_problem: why no mask can be made now.
    :param preview_running: the run under way is a preview.
    """

    scenes: tuple[Candidate, ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    looking: int = 0
    measured: tuple[tuple[str, Measured], ...] = ()
    selected: str = ""
    options: CompositeOptions = CompositeOptions()
    extents: tuple[ExtentOffer, ...] = ()
    extent: ExtentMode = ExtentMode.WHOLE
    runtime_problem: str = ""
    output_problem: str = ""
    output_warning: str = ""
    job: Job | None = None
    preview_running: bool = False
    outcome: CompositeOutcome | None = None
    last: LastComposite | None = None

    @property
    def used(self) -> tuple[Candidate, ...]:
        """The scenes that are part of the composite, in their order."""
        return tuple(scene for scene in self.scenes if scene.used)


@dataclass(frozen=True)
class SceneRow:
    """A line of the table.

    :param checkable: False where the scene cannot be used; ``about`` then says why.
    :param guessed: the day is a guess; ``approximate``: the clear share is read off a mask,
        not measured in a run.
    """

    key: str
    name: str
    checked: bool
    checkable: bool
    day: str
    guessed: bool
    level: str
    clear: str
    approximate: bool
    used: str
    about: str


@dataclass(frozen=True)
class CompositeState:
    """What the tab shows.

    :param left_out: raster layers that are no scenes, a line each with the reason.
    :param preview_reason, run_reason: why a button is disabled, "" where it is not.
    """

    phase: CompositePhase
    rows: tuple[SceneRow, ...] = ()
    count: str = ""
    selected: str = ""
    mask_title: str = ""
    mask_offers: tuple[Offer, ...] = ()
    mask: str = ""
    notice: Notice = SILENCE
    left_out: str = ""
    methods: tuple[Offer, ...] = ()
    method_text: str = ""
    method_about: str = ""
    extents: tuple[ExtentOffer, ...] = ()
    extent: ExtentMode = ExtentMode.WHOLE
    area: str = ""
    run_text: str = ""
    run_enabled: bool = False
    run_reason: str = ""
    preview_enabled: bool = False
    preview_reason: str = ""
    progress: float | None = None
    status: Notice = SILENCE
    last: LastComposite | None = None


def composite_state(inputs: CompositeInputs) -> CompositeState:
    """Return what to show for what is known."""
    chosen = next((offer for offer in inputs.extents if offer.mode is inputs.extent), None)
    basic = _reason(inputs)
    reason = basic or (chosen.problem if chosen else "") or inputs.output_problem
    phase = _phase(inputs, reason)
    busy = phase in BUSY
    picked = next((scene for scene in inputs.scenes if scene.key == inputs.selected), None)
    if picked is None and inputs.scenes:
        picked = inputs.scenes[0]
    wait = translate("CompositePanel", "A composite is being made.")
    return CompositeState(
        phase=phase,
        rows=tuple(_row(scene, dict(inputs.measured)) for scene in inputs.scenes),
        count=_count_text(inputs),
        selected=picked.key if picked else "",
        mask_title=_mask_title(picked),
        mask_offers=_mask_offers(picked),
        mask=picked.mask.path if picked else "",
        notice=_notice(inputs),
        left_out="\n".join(f"{name}: {reason}" for name, reason in inputs.others),
        methods=_methods(),
        method_text=method_text(inputs.options.method, len(inputs.used)),
        method_about=method_about(inputs.options.method, len(inputs.used)),
        extents=inputs.extents,
        extent=inputs.extent,
        area=area_text(chosen.area) if chosen and chosen.area is not None else "",
        run_text=_run_text(phase),
        run_enabled=phase is CompositePhase.RUNNING or (not busy and not reason),
        run_reason=_stopping() if phase is CompositePhase.CANCELLING else reason,
        preview_enabled=not busy and not basic,
        preview_reason=wait if busy else basic,
        progress=inputs.job.progress.fraction if inputs.job else None,
        status=_status(inputs, phase, reason),
        last=inputs.last,
    )


def method_titles() -> dict[str, str]:
    """Return what the methods are called, by their keys in the engine."""
    return {
        AUTO: translate("CompositePanel", "Automatic"),
        REFERENCE: translate("CompositePanel", "Best scene, holes filled"),
        BAP: translate("CompositePanel", "Best available pixel"),
        MEDOID: translate("CompositePanel", "Medoid"),
        MEDIAN: translate("CompositePanel", "Median"),
        P25: translate("CompositePanel", "First quartile"),
        LEAST_CLOUDY: translate("CompositePanel", "Clearest scene first"),
    }


def method_text(method: str, scenes: int) -> str:
    """Return one line on a method; of the automatic one, what it does with so many scenes."""
    texts = {
        REFERENCE: translate(
            "CompositePanel",
            "The best scene stays as it is; its holes are filled from the others, matched to it.",
        ),
        BAP: translate(
            "CompositePanel",
            "Each pixel by its score: far from clouds, near the date, a clear scene, little haze.",
        ),
        MEDOID: translate(
            "CompositePanel",
            "Each pixel from the scene nearest to the median: drops what masks have missed.",
        ),
        MEDIAN: translate(
            "CompositePanel",
            "The median of each band: smooth, and good from about five clear dates on.",
        ),
        P25: translate(
            "CompositePanel",
            "The first quartile of each band: takes away haze that masks have missed.",
        ),
        LEAST_CLOUDY: translate(
            "CompositePanel",
            "Each pixel from the clearest scene that shows it; values stay as they are.",
        ),
    }
    if method != AUTO:
        return texts[method]
    if not scenes:
        return translate("CompositePanel", "Chosen by the number of scenes.")
    chosen, _ = default_method(scenes)
    if scenes == 1:
        return translate("CompositePanel", "One scene: it can only be taken as it is.")
    return translate("CompositePanel", "For {n} scenes: “{title}”.").format(
        n=scenes, title=method_titles()[chosen]
    )


def method_about(method: str, scenes: int) -> str:
    """Return what a method does; of the automatic one, what the method does that it chooses."""
    chosen = default_method(scenes)[0] if method == AUTO and scenes else method
    return method_text(chosen, scenes)


def share_words(share: float | None) -> str:
    """Return a share as whole per cents for the table, a dash where it is not known."""
    return "–" if share is None else f"{share:.0%}".replace("%", "\u00a0%")


def preview_view(
    source: SourceSpec, extent: tuple[float, float, float, float] | None
) -> tuple[float, tuple[float, float, float, float]]:
    """Return the metres of a preview's pixel, a multiple of the scene's, and its extent.

    The multiple is one of which a power of two is a large part, and the extent ends with whole
    pixels, so that overviews and levels of JPEG 2000 can be read instead of all there is.
    """
    grid = source.grid
    window = grid.window_of(*extent) if extent else grid.window
    wanted = max(max(window.width, window.height) / PREVIEW_SIDE, 1)
    part = 2 ** max(math.floor(math.log2(wanted / 3)), 0)
    factor = math.ceil(wanted / part) * part
    right = min(window.col_stop, max(grid.width // factor * factor, window.col + 1))
    below = min(window.row_stop, max(grid.height // factor * factor, window.row + 1))
    shown = Window(window.col, window.row, right - window.col, below - window.row)
    return grid.resolution * factor, bounds(grid.cropped(shown))


def _row(scene: Candidate, measured: dict[str, Measured]) -> SceneRow:
    found = measured.get(scene.key, Measured())
    clear = found.clear if found.clear is not None else scene.mask.clear
    source = scene.source
    lines = [scene.name]
    if source is not None:
        lines[0] += (
            f" · {acquired_text(source.acquired.value)} · {source.level.value or ''}".rstrip(" ·")
        )
        if source.acquired.guessed and source.acquired.value:
            lines.append(
                translate("CompositePanel", "The date is a guess ({source}).").format(
                    source=source.acquired.source
                )
            )
        lines.append(translate("CompositePanel", "Mask: {mask}").format(mask=scene.mask.title))
        lines += map(engine_text, source.warnings)
    if scene.problem:
        lines.append(scene.problem)
    return SceneRow(
        key=scene.key,
        name=scene.name,
        checked=scene.used,
        checkable=source is not None and not scene.problem,
        day=scene.day,
        guessed=bool(source and source.acquired.guessed and source.acquired.value),
        level=(source.level.value or "") if source else "",
        clear=share_words(clear),
        approximate=clear is not None and (found.clear is None or found.preview),
        used=share_words(found.used if scene.used else None),
        about="\n".join(lines),
    )


def _count_text(inputs: CompositeInputs) -> str:
    if not inputs.scenes:
        return ""
    masks = [scene.mask for scene in inputs.used]
    text = translate("CompositePanel", "{n} of {m}").format(
        n=len(inputs.used), m=len(inputs.scenes)
    )
    to_make = sum(not mask.path for mask in masks)
    if masks and to_make:
        text += translate("CompositePanel", " · masks to make: {n}").format(n=to_make)
    elif masks:
        text += translate("CompositePanel", " · all masks are there")
    return text


def _mask_title(scene: Candidate | None) -> str:
    return scene.name if scene else ""


def _mask_offers(scene: Candidate | None) -> tuple[Offer, ...]:
    if scene is None:
        return ()
    offers = [Offer("", made().title)]
    for offer in scene.masks:
        title, about = offer.title, offer.path
        if offer.belongs:
            title += translate("CompositePanel", " (of this scene)")
        if offer.partial:
            title += translate("CompositePanel", " (covers a part)")
            about += "\n" + translate(
                "CompositePanel", "Where it does not reach, the scene is not used."
            )
        offers.append(Offer(offer.path, title, "", about))
    return tuple(offers)


def _methods() -> tuple[Offer, ...]:
    return tuple(
        Offer(key, title, "", method_text(key, 0)) for key, title in method_titles().items()
    )


def _reason(inputs: CompositeInputs) -> str:
    """Return the first thing that stands in the way of any run, "" where nothing does."""
    if not inputs.scenes:
        if inputs.looking:
            return translate("CompositePanel", "The scenes are being looked at.")
        return translate("CompositePanel", "Load scenes of several dates, or add them with +.")
    if inputs.looking:
        return translate("CompositePanel", "The scenes are being looked at.")
    if not inputs.used:
        return translate("CompositePanel", "Tick the scenes to use.")
    to_make = sum(not scene.mask.path for scene in inputs.used)
    if to_make and inputs.runtime_problem:
        return translate(
            "CompositePanel", "Masks to make: {n}, which needs onnxruntime: {problem}"
        ).format(n=to_make, problem=inputs.runtime_problem)
    return ""


def _phase(inputs: CompositeInputs, reason: str) -> CompositePhase:
    if inputs.job:
        return CompositePhase.CANCELLING if inputs.job.cancelling else CompositePhase.RUNNING
    if not inputs.scenes and not inputs.looking:
        return CompositePhase.NO_SCENES
    if inputs.looking:
        return CompositePhase.LOOKING
    if inputs.outcome and inputs.outcome.error:
        return CompositePhase.FAILED
    if reason:
        return CompositePhase.CANNOT_RUN
    if inputs.outcome and inputs.outcome.last:
        warned = inputs.outcome.warned
        return CompositePhase.DONE_WITH_WARNINGS if warned else CompositePhase.DONE
    if len(inputs.used) == 1:
        return CompositePhase.ONE_SCENE
    warned = any(scene.source and scene.source.warnings for scene in inputs.used)
    return CompositePhase.WARNING if warned or inputs.output_warning else CompositePhase.READY


def _run_text(phase: CompositePhase) -> str:
    if phase is CompositePhase.RUNNING:
        return translate("CompositePanel", "Cancel")
    if phase is CompositePhase.CANCELLING:
        return translate("CompositePanel", "Cancelling …")
    return translate("CompositePanel", "Ma&ke composite")


def _stopping() -> str:
    return translate("CompositePanel", "The run is being stopped; this takes less than a second.")


def _notice(inputs: CompositeInputs) -> Notice:
    """Return what is to be said of the scenes."""
    if inputs.looking:
        return Notice(
            Level.QUIET,
            translate("CompositePanel", "Looking at scenes: {n} …").format(n=inputs.looking),
        )
    if not inputs.scenes:
        return Notice(
            Level.QUIET,
            translate(
                "CompositePanel",
                "Load scenes of several dates, add files or folders with +, or drop them here.",
            ),
        )
    wrong = [
        scene.problem
        for scene in inputs.scenes
        if scene.problem and scene.wanted and scene.source is None
    ]
    if wrong:
        return Notice(Level.ERROR, sentences(wrong))
    warned = [
        f"{scene.name}: {text}"
        for scene in inputs.used
        for text in (scene.source.warnings if scene.source else ())
    ]
    if warned:
        more = translate("CompositePanel", "{text} (and {n} more, see the scenes' tooltips)")
        text = warned[0]
        if len(warned) > 1:
            text = more.format(text=text, n=len(warned) - 1)
        return Notice(Level.WARNING, text)
    if len(inputs.used) == 1:
        return Notice(
            Level.WARNING,
            translate(
                "CompositePanel",
                "Only one scene: its clouds stay empty. Add other dates.",
            ),
        )
    undated = [scene.name for scene in inputs.used if not scene.day]
    if undated and inputs.options.target:
        return Notice(
            Level.WARNING,
            translate(
                "CompositePanel",
                "The date of {names} is not known, so that it counts as far from the target date: "
                "type it in the table.",
            ).format(names=", ".join(undated)),
        )
    if inputs.others:
        names = ", ".join(name for name, _ in inputs.others)
        return Notice(
            Level.QUIET,
            translate("CompositePanel", "Left out, not scenes: {names}").format(names=names),
        )
    return SILENCE


def _status(inputs: CompositeInputs, phase: CompositePhase, reason: str) -> Notice:
    """Return the line below the buttons."""
    if phase is CompositePhase.CANCELLING:
        return Notice(Level.QUIET, _stopping())
    if inputs.job:
        text = progress_text(inputs.job.progress)
        if inputs.preview_running:
            text = translate("CompositePanel", "Preview · {text}").format(text=text)
        return Notice(Level.QUIET, text)
    if phase is CompositePhase.FAILED and inputs.outcome:
        return Notice(Level.ERROR, inputs.outcome.error)
    if phase is CompositePhase.CANNOT_RUN:
        return Notice(Level.WARNING, reason)
    outcome = inputs.outcome
    if outcome and not outcome.last and not outcome.error:
        return Notice(Level.QUIET, translate("CompositePanel", "Cancelled. Nothing was written."))
    if outcome and outcome.last and outcome.last.preview:
        text = translate(
            "CompositePanel", "Preview: what the map shows, at {metres}. Not kept."
        ).format(metres=metres_text(outcome.last.preview))
        if outcome.last.rough:
            text += " " + translate(
                "CompositePanel", "Masks of such large pixels are rough: zoom in to see more."
            )
        return Notice(Level.GOOD, text)
    if phase in (CompositePhase.DONE, CompositePhase.DONE_WITH_WARNINGS):
        level = Level.GOOD if phase is CompositePhase.DONE else Level.WARNING
        text = translate("CompositePanel", "Done: the composite is on the map.")
        if phase is CompositePhase.DONE_WITH_WARNINGS:
            text += " " + translate("CompositePanel", "Check it: some scenes have warnings.")
        return Notice(level, text)
    if inputs.output_warning:
        return Notice(Level.WARNING, inputs.output_warning)
    return SILENCE
