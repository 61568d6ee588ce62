"""One scene of a queue: what is to be done to it, whether it is done, and what came of it.

Tasks and rows are plain values, so that another computer can do the one and send the other.
"""

from __future__ import annotations

import json
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from .classes import CLASSES
from .cluster import Workers
from .describe import describe
from .errors import Cancelled, CloudMaskError, ClusterLost, OutputError
from .inference import Sessions
from .mask_refining import JOB_TAG, RefineRequest, refine_mask
from .mask_writing import SHARES_TAG, read_tags
from .models import find, find_same
from .pipeline import DEFAULT_TILE, MaskRequest, check_settings, mask_scene
from .raster.sink import remove_leftovers
from .refine import RefineOptions
from .reporter import Reporter, check_cancelled
from .scene import NO_OVERRIDES, Grid, Overrides
from .scene_search import FoundScene, fingerprint
from .shadow_check import ShadowOptions

MASKED, REFINED, SKIPPED, FAILED, WAITING = STATUSES = (
    "masked",  # by the model
    "refined",  # from probabilities that were there
    "skipped",  # masked before, by the same model with the same options
    "failed",
    "waiting",  # when the run was interrupted
)


@dataclass(frozen=True)
class MaskSettings:
    """How all scenes of a queue are masked; each as of :class:`.pipeline.MaskRequest`.

    :param overrides: what is stated of every scene.
    :param probabilities: whether these are kept too; other options then need no model again.
    """

    overrides: Overrides = NO_OVERRIDES
    probabilities: bool = False
    model: str = ""
    resolution: float | None = None
    refine: RefineOptions = field(default_factory=RefineOptions)
    shadows: ShadowOptions = field(default_factory=ShadowOptions)
    tta: int = 0
    threads: int = 0
    tile: int = DEFAULT_TILE

    def __post_init__(self) -> None:
        check_settings(self.tta, self.threads, self.tile)


@dataclass(frozen=True)
class SceneTask:
    """A scene to mask.

    :param number: place in the queue, from 0.
    :param sha256: of the model that is to be used, whichever computer does it.
    :param job: what the mask depends on, as its tag :data:`.mask_refining.JOB_TAG` holds it.
    :param again: run the model whatever is there.
    """

    number: int
    scene: FoundScene
    output: str
    probabilities: str | None
    settings: MaskSettings
    sha256: str
    job: str
    again: bool = False


@dataclass(frozen=True)
class SceneRow:
    """What came of a scene.

    :param status: one of :data:`STATUSES`.
    :param message: why it failed, or what to look at; "" for nothing.
    :param acquired: ISO 8601, UTC; "" where unknown, as ``level``.
    :param classes: share of the valid area by class key, 0..1; empty where there is no mask.
    :param nodata: share of the whole area; None where there is no mask.
    :param seconds: that it took; None where nothing was done.
    :param grid: of the mask; None where there is none.
    """

    number: int
    name: str
    source: str
    status: str
    message: str = ""
    output: str = ""
    probabilities: str = ""
    acquired: str = ""
    level: str = ""
    classes: tuple[tuple[str, float], ...] = ()
    nodata: float | None = None
    seconds: float | None = None
    model: str = ""
    grid: Grid | None = None


@dataclass(frozen=True)
class Plan:
    """What all scenes of a queue have in common.

    :param folder: absolute path of the results' folder.
    :param sha256: of the model.
    :param job: what masks depend on beside their scenes.
    :param again: run the model whatever is there.
    """

    folder: str
    settings: MaskSettings
    sha256: str
    job: dict[str, object]
    again: bool


def make_plan(folder: str, settings: MaskSettings, again: bool = False) -> Plan:
    """Return what is the same for all scenes, with paths that hold on other computers too.

    :raises ModelError: where there is no such model.
    """
    card = find(settings.model)
    if settings.model and Path(settings.model).is_dir():
        settings = replace(settings, model=str(Path(settings.model).absolute()))
    dem = settings.shadows.dem
    if dem and Path(dem).exists():
        dem = str(Path(dem).absolute())
        settings = replace(settings, shadows=replace(settings.shadows, dem=dem))
    stated = {key: value for key, value in asdict(settings.overrides).items() if value is not None}
    job: dict[str, object] = {
        "model": card.sha256,
        "stated": {key: repr(value) for key, value in stated.items()},
        "inference": [settings.resolution, settings.tta, settings.tile],
        "refine": {
            **asdict(settings.refine),
            "orphans": settings.shadows.orphans,
            "dem": fingerprint(FoundScene(dem, dem, (dem,))) if dem else "",
        },
    }
    return Plan(str(Path(folder).absolute()), settings, card.sha256, job, again)


def make_task(number: int, scene: FoundScene, plan: Plan) -> SceneTask:
    """Return the task of a scene."""
    stem = Path(plan.folder) / scene.name
    return SceneTask(
        number,
        scene,
        f"{stem}_mask.tif",
        f"{stem}_probabilities.tif" if plan.settings.probabilities else None,
        plan.settings,
        plan.sha256,
        json.dumps({**plan.job, "source": fingerprint(scene)}, sort_keys=True),
        plan.again,
    )


def row_if_done(task: SceneTask) -> SceneRow | None:
    """Return what is known of a scene that need not be masked, None where it must be."""
    if task.again or (task.probabilities and not _has_probabilities(task)):
        return None
    return _read_row(task, SKIPPED)


def run_task(
    task: SceneTask,
    reporter: Reporter,
    sessions: Sessions,
    workers: Workers | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> SceneRow:
    """Mask a scene; what goes wrong is in the row, so that it stops no other scene.

    :param workers: of a cluster, to predict its tiles; None: all is done here.
    :raises Cancelled: where the reporter says so; nothing is written then.
    :raises ClusterLost: where there are no such workers any more.
    """
    start = clock()
    try:
        status, message = _mask(task, reporter, sessions, workers)
        row = _read_row(task, status)
        if row is None:
            raise OutputError(f"{task.output} was changed while it was written: run again.")
        return replace(row, message=message, seconds=clock() - start)
    except (Cancelled, ClusterLost):
        raise
    except CloudMaskError as error:
        return failed(task, str(error), clock() - start)
    except MemoryError:
        text = "The memory was not enough: give a smaller tile, or run on a larger computer."
        return failed(task, text, clock() - start)
    except Exception as error:  # a mistake of the program: it must not stop a night's work
        reporter.message(traceback.format_exc())
        text = f"The program stopped because of a mistake in it ({error!r}): please report it."
        return failed(task, text, clock() - start)


def failed(task: SceneTask, message: str, seconds: float | None = None) -> SceneRow:
    """Return the row of a scene that could not be masked."""
    return replace(waiting(task), status=FAILED, message=message, seconds=seconds)


def waiting(task: SceneTask) -> SceneRow:
    """Return the row of a scene that was not looked at."""
    return SceneRow(task.number, task.scene.name, task.scene.location, WAITING)


def _mask(
    task: SceneTask, reporter: Reporter, sessions: Sessions, workers: Workers | None
) -> tuple[str, str]:
    """Write the results; return how, and what to look at."""
    check_cancelled(reporter)
    if row_if_done(task) is not None:  # since the run began: a worker was lost that had done it
        return MASKED, ""
    settings = task.settings
    tags = ((JOB_TAG, task.job),)
    for path in filter(None, (task.output, task.probabilities)):
        _refuse_foreign(path)
        remove_leftovers(path)
    if task.probabilities and not task.again and _has_probabilities(task):
        request = RefineRequest(
            task.probabilities,
            task.output,
            settings.refine,
            settings.shadows,
            settings.overrides.sun_zenith,
            settings.overrides.sun_azimuth,
            tags,
        )
        return REFINED, " ".join(refine_mask(request, reporter).warnings)
    find_same(settings.model, task.sha256)
    spec = describe(task.scene.location, settings.overrides, reporter=reporter)
    result = mask_scene(
        MaskRequest(
            spec,
            task.output,
            task.probabilities,
            settings.model,
            settings.resolution,
            None,
            settings.refine,
            settings.shadows,
            settings.tta,
            settings.threads,
            settings.tile,
            tags,
        ),
        reporter,
        sessions,
        workers,
    )
    return MASKED, " ".join(result.warnings)


def _has_probabilities(task: SceneTask) -> bool:
    """Tell whether probabilities are there that need no model to be run."""
    told, _ = read_tags(task.probabilities or "")
    return bool(told) and _inferred(told.get(JOB_TAG, "{}")) == _inferred(task.job)


def _inferred(job: str) -> dict[str, object]:
    """Return what probabilities depend on: all but how they are refined."""
    return {key: value for key, value in json.loads(job).items() if key != "refine"}


def _read_row(task: SceneTask, status: str) -> SceneRow | None:
    """Return what a mask tells of itself, None where none of this job is there."""
    told, grid = read_tags(task.output)
    if told.get(JOB_TAG) != task.job:
        return None
    shares = json.loads(told.get(SHARES_TAG, "{}"))
    return SceneRow(
        task.number,
        task.scene.name,
        task.scene.location,
        status,
        output=task.output,
        probabilities=task.probabilities or "",
        acquired=told.get("ACQUISITION_TIME", ""),
        level=told.get("CLOUDMASK_LEVEL", ""),
        classes=tuple((item.key, shares[item.key]) for item in CLASSES if item.key in shares),
        nodata=shares.get("nodata"),
        model=told.get("CLOUDMASK_MODEL", ""),
        grid=grid,
    )


def _refuse_foreign(path: str) -> None:
    """Keep from being overwritten what this program did not write.

    :raises OutputError: where such a file has the name of a result.
    """
    if Path(path).exists() and "CLOUDMASK_VERSION" not in read_tags(path)[0]:
        raise OutputError(
            f"{path} is there already and was not written by this program: "
            "move it away, or choose another folder."
        )
