"""A folder of scenes on a real Dask cluster of this machine: a scheduler and two workers."""

from __future__ import annotations

import functools
import json
import pickle
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from cloudmask_plugin.engine import cluster
from cloudmask_plugin.engine.__main__ import main
from cloudmask_plugin.engine.classes import CLASSES
from cloudmask_plugin.engine.composite import BAP, REFERENCE
from cloudmask_plugin.engine.composite_plan import CompositeRequest, CompositeScene
from cloudmask_plugin.engine.compositing import composite_scenes
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.errors import (
    Cancelled,
    ClusterError,
    ClusterLost,
    DependencyError,
    OptionError,
    SceneError,
)
from cloudmask_plugin.engine.mask_folder import FolderRequest, FolderResult, mask_folder
from cloudmask_plugin.engine.mask_table import find_table
from cloudmask_plugin.engine.pipeline import MaskRequest, mask_scene
from cloudmask_plugin.engine.refine import RefineOptions
from cloudmask_plugin.engine.reporter import Progress
from cloudmask_plugin.engine.scene import Grid, Overrides, Window
from cloudmask_plugin.engine.scene_task import FAILED, MASKED, SKIPPED, MaskSettings
from cloudmask_plugin.engine.shadow_check import ShadowOptions
from cloudmask_plugin.engine.tile_predictions import Prediction, TileJob
from cloudmask_plugin.engine.tiling import blend_tiles, plan_tiles
from tests import dask_cluster
from tests.dask_cluster import PATIENCE, Cluster, wait_for
from tests.unit.stored import FOUR_BANDS, RecordingReporter, digital_numbers, write_raster
from training.simulation import simulate_scene

SETTINGS = MaskSettings(
    overrides=Overrides(sun_zenith=50.0, sun_azimuth=150.0),
    probabilities=True,
    refine=RefineOptions(thin=0.4, min_area=0.2, buffer=20),
    shadows=ShadowOptions("remove"),
)


@pytest.fixture
def new_cluster(tmp_path: Path) -> Iterator[Callable[..., Cluster]]:
    with ExitStack() as stack:

        def make(**options: str) -> Cluster:
            folder = tmp_path / f"dask{len(list(tmp_path.iterdir()))}"
            folder.mkdir()
            made = Cluster(folder, **options)
            stack.callback(made.close)
            return made

        yield make


@pytest.fixture(scope="module")
def two_workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with dask_cluster.two_workers(tmp_path_factory.mktemp("dask")) as made:
        yield made


@pytest.fixture(scope="module")
def scenes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six scenes of 160 × 150 pixels."""
    folder = tmp_path_factory.mktemp("scenes")
    reflectance = simulate_scene(150, 240, seed=4, thick=0.2, thin=0.1).reflectance
    for number in range(6):
        part = np.roll(reflectance, 15 * number, axis=2)[:, :, :160]
        name = f"S2A_MSIL1C_202210{number + 10}T115411.tif"
        write_raster(folder / name, digital_numbers(part, FOUR_BANDS), FOUR_BANDS)
    return folder


def work(
    scenes: Path, output: Path, address: str = "", reporter: RecordingReporter | None = None
) -> FolderResult:
    request = FolderRequest((str(scenes),), str(output), SETTINGS, cluster=address)
    return mask_folder(request, reporter or RecordingReporter())


@pytest.fixture(scope="module")
def local(scenes: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files that a run without a cluster writes, by their names."""
    output = tmp_path_factory.mktemp("local")
    assert work(scenes, output).count(MASKED) == 6
    return results(output)


def results(folder: Path) -> dict[str, bytes]:
    """All files but the summary, which tells seconds."""
    names = sorted(path for path in folder.iterdir() if not path.name.startswith("summary"))
    return {path.name: path.read_bytes() for path in names}


# --- what is written ---------------------------------------------------------------------------


def test_a_run_of_which_a_worker_is_killed_writes_the_bytes_of_a_local_one(
    new_cluster: Callable[..., Cluster], scenes: Path, local: dict[str, bytes], tmp_path: Path
) -> None:
    made = new_cluster()
    victim = made.add_worker()
    made.add_worker()
    output = tmp_path / "out"
    outcome: list[FolderResult] = []
    run = threading.Thread(target=lambda: outcome.append(work(scenes, output, made.address)))
    run.start()
    # The one that is killed holds a scene: both do, as long as four are not begun.
    wait_for(lambda: list(output.glob("*_mask.tif")) or outcome)
    assert len(list(output.glob("*_mask.tif"))) < 5
    victim.kill()
    run.join(PATIENCE)

    wait_for(lambda: len(made.workers()) == 1)
    assert [row.status for row in outcome[0].rows] == [MASKED] * 6
    assert results(output) == local


def test_a_scene_of_a_lost_worker_is_masked_by_another_from_the_start(
    new_cluster: Callable[..., Cluster], scenes: Path, local: dict[str, bytes], tmp_path: Path
) -> None:
    made = new_cluster()
    victim = made.add_worker()
    output = tmp_path / "out"
    outcome: list[FolderResult] = []
    run = threading.Thread(target=lambda: outcome.append(work(scenes, output, made.address)))
    run.start()
    wait_for(lambda: list(output.glob(".*_mask.*.part.tif")) or outcome)
    victim.kill()
    victim.wait()
    left = list(output.glob(".*.part.tif"))
    assert left, "it was killed in the middle of a scene"
    made.add_worker()
    run.join(PATIENCE)

    assert [row.status for row in outcome[0].rows] == [MASKED] * 6
    assert results(output) == local, "and what was left is gone"


def test_all_workers_mask_and_each_loads_the_model_once(
    two_workers: Cluster, scenes: Path, local: dict[str, bytes], tmp_path: Path
) -> None:
    reporter = RecordingReporter()
    result = work(scenes, tmp_path / "out", two_workers.address, reporter)
    assert result.count(MASKED) == 6
    assert results(tmp_path / "out") == local
    loaded = two_workers.client.run(lambda: len(cluster._sessions._open))
    assert list(loaded.values()) == [1, 1]
    shares = [step.fraction for step in reporter.steps]
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert len({share for share in shares if 0 < share < 1}) >= 4
    assert any("2 workers at tcp://" in text for text in reporter.messages)
    again = work(scenes, tmp_path / "out", two_workers.address)
    assert again.count(SKIPPED) == 6


def test_a_scene_that_fails_on_a_worker_is_told_as_here(
    two_workers: Cluster, scenes: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "torn.tif").write_bytes(b"II*\0")
    for path in list(scenes.iterdir())[:1]:
        (folder / path.name).write_bytes(path.read_bytes())
    there = work(folder, tmp_path / "there", two_workers.address)
    here = work(folder, tmp_path / "here")
    assert [row.status for row in there.rows] == [MASKED, FAILED]
    assert [row.message for row in there.rows] == [row.message for row in here.rows]


def test_the_command_line_takes_a_cluster(
    two_workers: Cluster, scenes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pattern = str(scenes / "*10T*.tif")
    arguments = ["maskfolder", pattern, "--output", str(tmp_path / "out"), "--json"]
    assert main([*arguments, "--cluster", two_workers.address]) == 0
    assert json.loads(capsys.readouterr().out)["masked"] == 1


def test_a_worker_says_how_far_it_is_now_and_then_and_messages_at_once() -> None:
    said: list[tuple[float, tuple[str, ...]]] = []
    cancelled = threading.Event()
    reporter = cluster._WorkerReporter(
        "scene", lambda share, messages: said.append((share, tuple(messages))), cancelled
    )
    for percent in range(50):
        reporter.progress(Progress(percent / 100, "Masking"))
    assert said == [(0.0, ())]
    reporter.message("haze")
    assert said[1:] == [(0.49, ("scene: haze",))]
    assert not reporter.is_cancelled()
    cancelled.set()
    assert reporter.is_cancelled()


# --- one scene by several workers -------------------------------------------------------------


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A scene of 700 × 500 pixels with a hole, many tiles of the smallest side."""
    path = tmp_path_factory.mktemp("large") / "S2A_MSIL1C_20221005T115411.tif"
    simulated = simulate_scene(500, 700, seed=5, thick=0.2, thin=0.1).reflectance
    numbers = digital_numbers(simulated, FOUR_BANDS)
    numbers[:, 100:180, 300:420] = 0
    return write_raster(path, numbers, FOUR_BANDS, nodata=0)


def mask_large(
    large: Path, output: Path, address: str = "", reporter: RecordingReporter | None = None
) -> dict[str, bytes]:
    """Mask it in 48 tiles, probabilities and all; return the files."""
    output.mkdir()
    request = MaskRequest(
        describe(str(large), Overrides(sun_zenith=50.0, sun_azimuth=150.0)),
        str(output / "m.tif"),
        str(output / "p.tif"),
        refine=RefineOptions(thin=0.4, min_area=0.2, buffer=20),
        shadows=ShadowOptions("remove"),
        tile=192,
        cluster=address,
    )
    mask_scene(request, reporter or RecordingReporter())
    return results(output)


@pytest.fixture(scope="module")
def large_local(large: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files that masking it here writes."""
    return mask_large(large, tmp_path_factory.mktemp("large-local") / "out")


def test_tiles_of_one_scene_are_predicted_by_all_workers_and_put_together_alike(
    two_workers: Cluster, large: Path, large_local: dict[str, bytes], tmp_path: Path
) -> None:
    before = pieces_done(two_workers)
    reporter = RecordingReporter()
    got = mask_large(large, tmp_path / "out", two_workers.address, reporter)
    assert got == large_local
    done = [now - was for now, was in zip(pieces_done(two_workers), before)]
    assert min(done) >= 1, "bundles of tiles, by each of both"
    shares = [step.fraction for step in reporter.steps]
    assert shares == sorted(shares)
    assert len({share for share in shares if 0 < share < 0.97}) >= 20
    wait_for(lambda: not any(two_workers.client.run(open_jobs).values()))


def pieces_done(made: Cluster) -> list[int]:
    """Return how many bundles of pieces each worker has in its story."""

    def count(dask_worker: object) -> int:
        story = dask_worker.state.stimulus_log  # type: ignore[attr-defined]
        return sum(
            type(event).__name__ == "ExecuteSuccessEvent" and event.key.count("-") == 3
            for event in story
        )

    return [value for _, value in sorted(made.client.run(count).items())]


def open_jobs() -> int:
    return sum(len(idle) for idle in cluster._open_jobs._idle.values())


def with_one_killed(
    made: Cluster, job: Callable[[str, RecordingReporter], dict[str, bytes]], at: float
) -> dict[str, bytes]:
    """Return what a job gives on two workers, one of which is killed at a share of the job."""
    victim = made.add_worker()
    made.add_worker()
    reporter = RecordingReporter()
    with ThreadPoolExecutor(1) as pool:
        run = pool.submit(job, made.address, reporter)
        wait_for(lambda: run.done() or (reporter.steps and reporter.steps[-1].fraction > at))
        victim.kill()
        assert reporter.steps[-1].fraction < 0.9, "it was killed in the middle"
        got = run.result(PATIENCE)
    assert len(made.workers()) == 1
    return got


def test_a_worker_that_is_killed_while_it_predicts_tiles_changes_no_byte(
    new_cluster: Callable[..., Cluster],
    large: Path,
    large_local: dict[str, bytes],
    tmp_path: Path,
) -> None:
    job = functools.partial(mask_large, large, tmp_path / "out")
    assert with_one_killed(new_cluster(), job, 0.1) == large_local


def test_scenes_of_a_folder_that_are_fewer_than_the_workers_are_masked_by_all_of_them(
    two_workers: Cluster, scenes: Path, local: dict[str, bytes], tmp_path: Path
) -> None:
    reporter = RecordingReporter()
    one = sorted(scenes.iterdir())[0]
    result = work(one, tmp_path / "out", two_workers.address, reporter)
    assert result.count(MASKED) == 1
    got = results(tmp_path / "out")
    masks = {name: content for name, content in got.items() if name.endswith(".tif")}
    assert masks
    assert masks.items() <= local.items()
    assert "The scenes are fewer than the workers: each is masked by all." in reporter.messages


def test_what_is_wrong_with_a_scene_is_told_as_here_when_a_worker_finds_it(
    two_workers: Cluster, large: Path, tmp_path: Path
) -> None:
    spec = describe(str(large))
    torn = tmp_path / "torn.tif"
    torn.write_bytes(large.read_bytes())
    bands = tuple(replace(band, path=str(torn)) for band in spec.bands)
    request = MaskRequest(replace(spec, bands=bands), str(tmp_path / "m.tif"), tile=192)
    torn.write_bytes(large.read_bytes()[:100_000])
    told = []
    for address in ("", two_workers.address):
        with pytest.raises(SceneError) as error:
            mask_scene(replace(request, cluster=address), RecordingReporter())
        told.append(str(error.value))
    assert told[0] == told[1]
    assert [path.name for path in tmp_path.iterdir()] == ["torn.tif"]


@pytest.mark.parametrize("seed", range(3))
def test_predictions_are_packed_without_a_change_to_what_is_written(seed: int) -> None:
    rng = np.random.default_rng(seed)
    extent = Window(0, 0, *(int(side) for side in rng.integers(70, 260, 2)))
    plan = plan_tiles(extent, extent, (int(rng.integers(0, 40)), 7), 96, 16, 16)
    predictions: list[Prediction] = []
    for tile in plan.tiles:
        shape = (tile.reach.height, tile.reach.width)
        probabilities = rng.dirichlet(np.ones(len(CLASSES)), shape).astype(np.float32)
        predictions.append(
            (tile, np.moveaxis(probabilities, -1, 0).copy(), rng.random(shape) > 0.1)
        )
    job = TileJob(None, Grid("", (0, 1, 0, 0, 0, -1), 1, 1), "", "", 0, 0, 96)  # type: ignore[arg-type]
    packed = [(tile, job.pack(tile, (tile, p.copy(), v))) for tile, p, v in predictions]
    sent = [job.unpack(tile, pickle.loads(pickle.dumps(part))) for tile, part in packed]

    def rows(results: list[Prediction]) -> np.ndarray:
        strips = blend_tiles(plan, results, len(CLASSES), lambda stored: stored, len(CLASSES))
        return np.concatenate([strip.values for strip in strips], axis=1)

    assert np.array_equal(rows(sent), rows(predictions))


def test_a_packed_prediction_of_a_usual_tile_has_a_third_of_its_size() -> None:
    whole = Window(0, 0, 2000, 2000)
    tile = plan_tiles(whole, whole, (0, 0), 512, 64, 32).rows[1][1]
    shape = (tile.reach.height, tile.reach.width)
    probabilities = np.full((len(CLASSES), *shape), 0.25, np.float32)
    job = TileJob(None, Grid("", (0, 1, 0, 0, 0, -1), 1, 1), "", "", 0, 0, 512)  # type: ignore[arg-type]
    packed = pickle.dumps(job.pack(tile, (tile, probabilities, np.ones(shape, bool))))
    assert len(packed) < 0.36 * probabilities.nbytes


# --- a composite -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def dates(tmp_path_factory: pytest.TempPathFactory) -> tuple[CompositeScene, ...]:
    """Four dates of 900 × 700 pixels; the first two come with masks."""
    folder = tmp_path_factory.mktemp("dates")
    ground = simulate_scene(700, 900, seed=6, thick=0.2, thin=0.1)
    made = []
    for number in range(4):
        values = np.roll(ground.reflectance, 60 * number, axis=2) * (1 + 0.03 * number)
        path = folder / f"S2A_MSIL1C_202210{number + 10}T115411.tif"
        write_raster(path, digital_numbers(values, FOUR_BANDS), FOUR_BANDS, nodata=0)
        codes = np.roll(ground.labels, 60 * number, axis=1)[np.newaxis].astype(np.uint8)
        mask = write_raster(folder / f"m{number}.tif", codes, nodata=255) if number < 2 else ""
        made.append(CompositeScene(describe(str(path)), str(mask), find_table("ours")))
    return tuple(made)


def compose(
    dates: tuple[CompositeScene, ...],
    output: Path,
    address: str = "",
    reporter: RecordingReporter | None = None,
    method: str = BAP,
) -> dict[str, bytes]:
    """Make a composite with all its files; return these."""
    output.mkdir()
    request = CompositeRequest(
        dates,
        str(output / "c.tif"),
        str(output / "n.tif"),
        str(output / "i.tif"),
        str(output / "s.tif") if method == BAP else "",
        method=method,
        cluster=address,
    )
    composite_scenes(request, reporter or RecordingReporter())
    return results(output)


@pytest.mark.parametrize("method", [BAP, REFERENCE])
def test_a_composite_of_a_cluster_is_that_of_this_computer(
    two_workers: Cluster, dates: tuple[CompositeScene, ...], tmp_path: Path, method: str
) -> None:
    before = pieces_done(two_workers)
    reporter = RecordingReporter()
    here = compose(dates, tmp_path / "here", method=method)
    there = compose(dates, tmp_path / "there", two_workers.address, reporter, method)
    assert there == here
    assert min(now - was for now, was in zip(pieces_done(two_workers), before)) >= 1
    shares = [step.fraction for step in reporter.steps]
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_a_worker_that_is_killed_while_it_composes_changes_no_byte(
    new_cluster: Callable[..., Cluster], dates: tuple[CompositeScene, ...], tmp_path: Path
) -> None:
    masked = tuple(replace(scene, mask=scene.mask or dates[0].mask) for scene in dates)
    here = compose(masked, tmp_path / "here")
    job = functools.partial(compose, masked, tmp_path / "there")
    assert with_one_killed(new_cluster(), job, 0.2) == here


@pytest.mark.parametrize("at", [0.05, 0.5])
def test_a_cancelled_composite_leaves_nothing_and_no_work(
    two_workers: Cluster, dates: tuple[CompositeScene, ...], tmp_path: Path, at: float
) -> None:
    with pytest.raises(Cancelled):
        compose(dates, tmp_path / "out", two_workers.address, RecordingReporter(cancel_at=at))
    assert not list((tmp_path / "out").iterdir())
    wait_for(two_workers.is_idle)


def test_the_command_line_makes_masks_and_composites_on_a_cluster_from_any_folder(
    two_workers: Cluster,
    dates: tuple[CompositeScene, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = Path(dates[0].source.location).parent
    monkeypatch.chdir(folder)
    names = [Path(scene.source.location).name for scene in dates[:2]]
    for where, extra in (("here", []), ("there", ["--cluster", two_workers.address])):
        (tmp_path / where).mkdir()
        composite = ["composite", *names, "--masks", "m0.tif", "m1.tif"]
        assert main([*composite, "--output", str(tmp_path / where / "c.tif"), *extra]) == 0
        mask = ["mask", names[0], "--output", str(tmp_path / where / "m.tif"), *extra]
        assert main(mask) == 0
    assert results(tmp_path / "there") == results(tmp_path / "here")


# --- cancel ------------------------------------------------------------------------------------


def test_a_cancel_is_heard_here_at_once_and_by_the_workers_in_the_middle_of_a_scene(
    two_workers: Cluster, scenes: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out"
    reporter = RecordingReporter()
    pressed: list[float] = []
    done: list[int] = []  # scenes, when the button was pressed

    def is_cancelled() -> bool:
        if not pressed and list(output.glob(".*.part.tif")):
            done.append(len(list(output.glob("*_mask.tif"))))
            pressed.append(time.monotonic())
        return bool(pressed)

    reporter.is_cancelled = is_cancelled  # type: ignore[method-assign]
    with pytest.raises(Cancelled):
        work(scenes, output, two_workers.address, reporter)
    heard = time.monotonic() - pressed[0]
    wait_for(two_workers.is_idle)
    whole = list(output.glob("*_mask.tif"))

    assert heard < 2, "half a second, and more where the machine is busy"
    begun = len(whole) - done[0]
    assert begun <= 2, "those that were under way at most; nothing else was begun"
    assert not list(output.glob(".*"))
    time.sleep(1)
    assert list(output.glob("*_mask.tif")) == whole, "none goes on"
    assert work(scenes, output, two_workers.address).count(MASKED) == 6 - len(whole)


# --- what is wrong with a cluster --------------------------------------------------------------


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_a_scheduler_that_is_not_there_is_told(
    scenes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "CONNECT_SECONDS", 1)
    address = f"tcp://127.0.0.1:{free_port()}"
    with pytest.raises(ClusterError, match=f"scheduler at {address} cannot be reached"):
        work(scenes, tmp_path / "out", address)
    with pytest.raises(OptionError, match="'nonsense' is no address of a Dask scheduler"):
        work(scenes, tmp_path / "out", "nonsense")


def test_a_scheduler_that_is_lost_in_the_middle_is_told_and_nothing_is_written(
    new_cluster: Callable[..., Cluster],
    large: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cluster, "CONNECT_SECONDS", 2)  # for it, and for finding it again
    made = new_cluster()
    made.add_worker()
    reporter = RecordingReporter()
    raised: list[BaseException] = []

    def run() -> None:
        try:
            mask_large(large, tmp_path / "out", made.address, reporter)
        except ClusterLost as error:
            raised.append(error)

    masking = threading.Thread(target=run)
    masking.start()
    wait_for(lambda: reporter.steps and reporter.steps[-1].fraction > 0.1)
    made.scheduler.kill()
    masking.join(PATIENCE)
    assert "was lost: start it again" in str(raised[0])
    assert not list((tmp_path / "out").iterdir())


def test_waiting_for_a_scheduler_can_be_cancelled(scenes: Path, tmp_path: Path) -> None:
    reporter = RecordingReporter()
    reporter.is_cancelled = lambda: any(  # type: ignore[method-assign]
        step.stage == "Connecting to the cluster" for step in reporter.steps
    )
    begun = time.monotonic()
    with pytest.raises(Cancelled):
        work(scenes, tmp_path / "out", f"tcp://127.0.0.1:{free_port()}", reporter)
    assert time.monotonic() - begun < cluster.CONNECT_SECONDS


def test_a_worker_or_scheduler_without_this_program_is_told(
    new_cluster: Callable[..., Cluster], scenes: Path, tmp_path: Path
) -> None:
    made = new_cluster()
    made.add_worker(path="")
    with pytest.raises(ClusterError, match="worker tcp://.* lacks a package .*cloudmask_plugin"):
        work(scenes, tmp_path / "out", made.address)
    with pytest.raises(ClusterError, match="scheduler tcp://.* lacks a package .*cloudmask_plug"):
        work(scenes, tmp_path / "out", new_cluster(path="").address)


def test_a_worker_with_another_version_is_told(
    two_workers: Cluster, scenes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "version", lambda: "0.0.1")
    with pytest.raises(ClusterError, match=r"has version .* and not 0\.0\.1: install the same"):
        work(scenes, tmp_path / "out", two_workers.address)


# --- what workers must see ---------------------------------------------------------------------


Job = Callable[[Path, Path, tuple[CompositeScene, ...], str], object]  # output, scenes, dates, addr
FOLDER_JOBS: dict[str, Job] = {
    "maskfolder": lambda output, scenes, dates, address: work(scenes, output, address),
    "composite": lambda output, scenes, dates, address: compose(dates, output, address),
}


@pytest.fixture
def blind(new_cluster: Callable[..., Cluster]) -> Callable[[Path], str]:
    """Return a function that starts two workers, of which one does not see a folder."""

    def start(folder: Path) -> str:
        made = new_cluster()
        made.add_worker()
        made.add_worker(blind_to=str(folder))
        return made.address

    return start


@pytest.mark.parametrize("job", FOLDER_JOBS)
def test_a_worker_that_does_not_see_the_results_folder_is_told_before_any_work(
    job: str,
    blind: Callable[[Path], str],
    scenes: Path,
    dates: tuple[CompositeScene, ...],
    tmp_path: Path,
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    said = rf"^The Dask worker tcp://\S+ does not see the folder {here}/out: .*temporary one\.$"
    with pytest.raises(ClusterLost, match=said):
        FOLDER_JOBS[job](here / "out", scenes, dates, blind(here))
    assert not list(here.rglob("*.tif"))
    assert not list(here.rglob(".*"))


def test_a_worker_that_does_not_see_the_scenes_is_told_by_every_job(
    blind: Callable[[Path], str],
    scenes: Path,
    large: Path,
    dates: tuple[CompositeScene, ...],
    tmp_path: Path,
) -> None:
    hidden = {"scenes": scenes, "large": large.parent, "dates": Path(dates[1].mask).parent}
    masked = tuple(scene for scene in dates if scene.mask)
    jobs: dict[str, Callable[[str], object]] = {
        "scenes": lambda address: work(scenes, tmp_path / "folder", address),
        "large": lambda address: mask_large(large, tmp_path / "mask", address),
        "dates": lambda address: compose(masked, tmp_path / "composite", address),
    }
    for name, job in jobs.items():
        said = rf"does not see {hidden[name]}/\S+\.tif: scenes and their masks must lie under the"
        with pytest.raises(ClusterLost, match=said):
            job(blind(hidden[name]))
    assert not list(tmp_path.rglob("[!.]*.tif"))


def test_a_mask_needs_no_folder_that_workers_see(
    blind: Callable[[Path], str], large: Path, large_local: dict[str, bytes], tmp_path: Path
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    assert mask_large(large, here / "out", blind(here)) == large_local


def test_a_blind_worker_that_joins_late_ends_the_run_and_fails_no_scene(
    new_cluster: Callable[..., Cluster], scenes: Path, local: dict[str, bytes], tmp_path: Path
) -> None:
    made = new_cluster()
    output = tmp_path / "here" / "out"
    output.parent.mkdir()
    reporter = RecordingReporter()
    raised: list[BaseException] = []

    def run() -> None:
        try:
            work(scenes, output, made.address, reporter)
        except ClusterLost as error:
            raised.append(error)

    masking = threading.Thread(target=run)
    masking.start()
    wait_for(lambda: any("No worker has joined" in text for text in reporter.messages))
    late = made.add_worker(blind_to=str(output.parent))
    masking.join(PATIENCE)
    assert "does not see the folder" in str(raised[0])
    summary = (output / "summary.csv").read_text(encoding="utf-8")
    assert summary.count("waiting") == 6
    late.kill()
    wait_for(lambda: not made.workers())
    made.add_worker()
    assert work(scenes, output, made.address).count(MASKED) == 6
    assert results(output) == local


def test_without_the_package_one_sentence_says_what_to_install(
    scenes: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(DependencyError, match=r'pip install "dask\[distributed\]"'):
        work(scenes, tmp_path / "out", "tcp://127.0.0.1:8786")
    arguments = ["maskfolder", str(scenes), "--output", str(tmp_path / "out")]
    assert main([*arguments, "--cluster", "tcp://127.0.0.1:8786"]) == 2
    assert "package distributed is missing" in capsys.readouterr().err
