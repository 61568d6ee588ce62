"""The job that masks all scenes of folders, one after the other or on a cluster."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from . import folder_summary
from .cluster import Workers, check_address
from .errors import CloudMaskError, ClusterLost, OutputError
from .inference import Sessions, import_onnxruntime
from .raster import choose_backend
from .reporter import PartReporter, Progress, Reporter, check_cancelled
from .scene_search import find_scenes
from .scene_task import (
    FAILED,
    STATUSES,
    MaskSettings,
    SceneRow,
    SceneTask,
    failed,
    make_plan,
    make_task,
    row_if_done,
    run_task,
    waiting,
)
from .shared_files import SharedFiles, files_here, marked

STAGE = "Masking"
SECONDS_BETWEEN_TABLES = 30.0  # a run that is killed loses no more of its table


@dataclass(frozen=True)
class FolderRequest:
    """Which scenes to mask and how.

    :param inputs: folders, files, addresses and patterns; see :func:`.scene_search.find_scenes`.
    :param output: folder of the results, made where its parent is there.
    :param again: mask also what is there already.
    :param cluster: address of a Dask scheduler, "" to work here.
    """

    inputs: tuple[str, ...]
    output: str
    settings: MaskSettings = field(default_factory=MaskSettings)
    again: bool = False
    cluster: str = ""


@dataclass(frozen=True)
class FolderResult:
    """What was done.

    :param rows: a scene each, in the order of the queue.
    :param table, layer: paths of the summary as CSV and as footprints.
    :param stacks: paths of a VRT for each grid, a band a date.
    :param passed_over: images that are no scenes.
    """

    output: str
    rows: tuple[SceneRow, ...]
    table: str
    layer: str
    stacks: tuple[str, ...]
    passed_over: tuple[str, ...]
    seconds: float

    def count(self, status: str) -> int:
        """Return how many scenes have a status."""
        return sum(row.status == status for row in self.rows)


def mask_folder(request: FolderRequest, reporter: Reporter) -> FolderResult:
    """Mask all scenes that are found, but for those that are masked already.

    A scene that fails is told in its row and stops no other. An interrupted run leaves whole
    masks and a table; the next one goes on from there.

    :raises CloudMaskError: for bad inputs, with the remedy, before anything is masked.
    :raises Cancelled: where the reporter says so.
    """
    start = time.monotonic()
    check_cancelled(reporter)
    plan = make_plan(request.output, request.settings, request.again)
    if request.cluster:
        check_address(request.cluster)
    else:
        import_onnxruntime()
    _make_folder(request.output)
    folder_summary.remove_leftovers(request.output)
    reporter.progress(Progress(0.0, "Looking for scenes"))
    search = find_scenes(request.inputs, choose_backend(), reporter, request.output)
    rows, todo = [], []
    for number, scene in enumerate(search.scenes):
        check_cancelled(reporter)
        task = make_task(number, scene, plan)
        row = row_if_done(task)
        if row is None:
            todo.append(task)
        rows.append(row or waiting(task))
    _say_what_is_found(len(rows), len(todo), search.passed_over, reporter)
    table = _Table(str(Path(plan.folder) / folder_summary.TABLE), rows)
    with contextlib.closing(_run(request, todo, reporter)) as finished, table:
        for row in finished:
            rows[row.number] = row
            if row.status == FAILED:
                reporter.message(f"{row.name} failed: {row.message}")
            table.update()
    layer, stacks = folder_summary.write_layers(plan.folder, rows)
    reporter.progress(Progress(1.0, STAGE, 0.0))
    return FolderResult(
        plan.folder,
        tuple(rows),
        table.path,
        layer,
        stacks,
        search.passed_over,
        time.monotonic() - start,
    )


def _run(
    request: FolderRequest, tasks: Sequence[SceneTask], reporter: Reporter
) -> Generator[SceneRow, None, None]:
    """Yield the row of each task when it is finished."""
    if request.cluster and tasks:
        return _run_on_cluster(request.cluster, tasks, reporter)
    return _run_here(tasks, reporter)


def _run_on_cluster(
    address: str, tasks: Sequence[SceneTask], reporter: Reporter
) -> Generator[SceneRow, None, None]:
    """Have each scene masked by a worker, or all by all workers where scenes are few."""
    folder = str(Path(tasks[0].output).parent)
    with contextlib.ExitStack() as stack:
        mark = stack.enter_context(marked(folder))
        shared = SharedFiles(files_here(tasks[0].scene.files[:1]), folder, mark)
        workers = stack.enter_context(Workers(address, shared, reporter))
        if workers.in_pieces(len(tasks)):
            reporter.message("The scenes are fewer than the workers: each is masked by all.")
            yield from _run_here(tasks, reporter, workers)
            return
        names = [task.scene.name for task in tasks]
        for task, result in workers.each(run_task, tasks, names, reporter):
            try:
                yield result()
            except ClusterLost:
                raise
            except CloudMaskError as error:
                yield failed(task, str(error))


def _run_here(
    tasks: Sequence[SceneTask], reporter: Reporter, workers: Workers | None = None
) -> Generator[SceneRow, None, None]:
    """Mask one scene after the other.

    :param workers: of a cluster, to help with each.
    """
    sessions, began = Sessions(), time.monotonic()
    for done, task in enumerate(tasks):
        part = PartReporter(
            reporter,
            done / len(tasks),
            (done + 1) / len(tasks),
            began,
            name=f"{done + 1} of {len(tasks)}, {task.scene.name}",
        )
        yield run_task(task, part, sessions, workers)


def _say_what_is_found(
    found: int, todo: int, passed_over: tuple[str, ...], reporter: Reporter
) -> None:
    done = found - todo
    text = f"{found} scene{'s' if found != 1 else ''} found"
    reporter.message(f"{text}, {done} of them skipped: masked already." if done else f"{text}.")
    if passed_over:
        names = ", ".join(Path(path).name for path in passed_over[:5])
        more = f" and {len(passed_over) - 5} more" if len(passed_over) > 5 else ""
        reporter.message(f"Passed over, for they are no scenes: {names}{more}.")


def _make_folder(path: str) -> None:
    try:
        Path(path).mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"The folder {path} cannot be made ({error.strerror}): "
            "name a folder whose parent is there and can be written to."
        ) from error


class _Table:
    """The summary as a file, written now and then and, however the run ends, at its end."""

    def __init__(self, path: str, rows: list[SceneRow]) -> None:
        self.path = path
        self._rows = rows
        self._written = float("-inf")

    def __enter__(self) -> _Table:
        self.update()
        return self

    def update(self) -> None:
        """Write the table where the last time is long ago."""
        if time.monotonic() - self._written >= SECONDS_BETWEEN_TABLES:
            self._write()

    def __exit__(self, *of_no_concern: object) -> None:
        self._write()

    def _write(self) -> None:
        folder_summary.write_table(self.path, self._rows)
        self._written = time.monotonic()


def counts(result: FolderResult) -> dict[str, int]:
    """Return the number of scenes by status."""
    return {status: result.count(status) for status in STATUSES}
