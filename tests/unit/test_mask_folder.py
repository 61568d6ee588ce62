"""Many scenes in one run: what is done, what is skipped, what fails, and what is left behind."""

from __future__ import annotations

import csv
import functools
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
from osgeo import ogr

from cloudmask_plugin.engine import (
    folder_summary,
    inference,
    mask_folder,
    scene_task,
    tile_predictions,
)
from cloudmask_plugin.engine.__main__ import main
from cloudmask_plugin.engine.classes import NODATA
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.errors import Cancelled, ModelError, OptionError, OutputError
from cloudmask_plugin.engine.inference import open_session
from cloudmask_plugin.engine.mask_folder import FolderRequest, FolderResult
from cloudmask_plugin.engine.mask_refining import JOB_TAG
from cloudmask_plugin.engine.pipeline import MaskRequest, mask_scene
from cloudmask_plugin.engine.refine import RefineOptions
from cloudmask_plugin.engine.scene import Grid, Overrides
from cloudmask_plugin.engine.scene_task import FAILED, MASKED, REFINED, SKIPPED, MaskSettings
from cloudmask_plugin.engine.vector import choose_vector_backend
from tests.unit.stored import FOUR_BANDS, RecordingReporter, digital_numbers, write_raster
from training.simulation import simulate_scene

ROOT = Path(__file__).parents[2]
DAYS = ("20221005", "20221010", "20221015")
Run = Callable[..., FolderResult]


class Oracle:
    """Stands for the network, at once: bright is thick cloud, dark is shadow."""

    def __init__(self, *of_no_concern: object) -> None:
        pass

    def __call__(self, reflectance: np.ndarray) -> np.ndarray:
        blue = np.clip(reflectance[0], 0, 1)
        scores = np.stack([0.3 + 0 * blue, blue, 0.5 * blue, np.maximum(0.2 - blue, 0)])
        return (scores / scores.sum(axis=0)).astype(np.float32)


@pytest.fixture(autouse=True)
def oracle(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Most tests are about the queue; those that name ``network`` use the real one."""
    if "network" not in request.fixturenames:
        monkeypatch.setattr(tile_predictions, "Network", Oracle)
        monkeypatch.setattr(inference, "open_session", lambda *_: object())


@pytest.fixture
def network() -> None:
    """The real network."""


@functools.cache
def simulated() -> np.ndarray:
    return simulate_scene(150, 240, seed=4, thick=0.2, thin=0.1).reflectance


def write_scene(path: Path, shift: int = 0, **options: object) -> Path:
    """A scene of 180 × 150 pixels, another one for each shift."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = np.roll(simulated(), shift, axis=2)[:, :, :180]
    return write_raster(path, digital_numbers(part, FOUR_BANDS), FOUR_BANDS, **options)  # type: ignore[arg-type]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with scenes of three days."""
    for number, day in enumerate(DAYS):
        write_scene(tmp_path / "in" / f"S2A_MSIL1C_{day}T115411.tif", 40 * number)
    return tmp_path / "in"


@pytest.fixture
def run(folder: Path, tmp_path: Path) -> Run:
    def work(
        reporter: RecordingReporter | None = None, again: bool = False, **settings: object
    ) -> FolderResult:
        request = FolderRequest(
            (str(folder),),
            str(tmp_path / "out"),
            MaskSettings(**settings),  # type: ignore[arg-type]
            again,
        )
        return mask_folder.mask_folder(request, reporter or RecordingReporter())

    return work


def statuses(result: FolderResult) -> list[str]:
    return [row.status for row in result.rows]


def table(result: FolderResult) -> list[dict[str, str]]:
    with open(result.table, encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def times(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in folder.glob("*_mask.tif")}


# --- what is written ---------------------------------------------------------------------------


def test_each_mask_has_the_pixels_of_one_made_alone(
    run: Run, network: None, tmp_path: Path
) -> None:
    options = {"refine": RefineOptions(thin=0.3, buffer=30), "tta": 1, "resolution": 20.0}
    result = run(probabilities=True, **options)
    assert statuses(result) == [MASKED] * 3
    for row in result.rows:
        request = MaskRequest(
            describe(row.source),
            str(tmp_path / "m.tif"),
            str(tmp_path / "p.tif"),
            **options,  # type: ignore[arg-type]
        )
        alone = mask_scene(request, RecordingReporter())
        for mine, theirs in ((row.output, "m.tif"), (row.probabilities, "p.tif")):
            with rasterio.open(mine) as src, rasterio.open(tmp_path / theirs) as other:
                np.testing.assert_array_equal(src.read(), other.read())
                kept = {k: v for k, v in src.tags().items() if k != JOB_TAG}
                assert kept == other.tags()
        assert dict(row.classes) == pytest.approx(dict(alone.classes))
    assert len({Path(row.output).read_bytes() for row in result.rows}) == 3


def test_the_table_tells_what_is_in_the_masks(run: Run) -> None:
    result = run()
    lines = table(result)
    assert [line["date"][:10] for line in lines] == ["2022-10-05", "2022-10-10", "2022-10-15"]
    for line, row in zip(lines, result.rows):
        with rasterio.open(Path(result.table).parent / line["mask"]) as src:
            codes = src.read(1)
        for code, key in enumerate(("clear", "thick", "thin", "shadow")):
            share = 100 * (codes[codes != NODATA] == code).mean()
            assert float(line[f"{key}_percent"]) == pytest.approx(share, abs=1e-3)
        assert (line["level"], line["status"], line["source"]) == ("L1C", MASKED, row.source)
        assert float(line["seconds"]) > 0


def test_the_layer_has_a_footprint_with_the_tables_values(run: Run, folder: Path) -> None:
    (folder / "torn.tif").write_bytes(b"II*\0")
    result = run()
    data = ogr.Open(result.layer)
    layer = data.GetLayer(0)
    features = list(layer)
    for feature, line in zip(features, table(result)):
        told = {key: feature.GetField(key) for key in line}
        for key in ("scene", "status", "mask", "source"):
            assert (told[key] or "") == line[key]
        if told["status"] == FAILED:
            assert feature.GetGeometryRef().IsEmpty()
            assert "torn.tif" in told["message"]
            continue
        assert feature.GetFieldAsString("date").startswith(line["date"][:10].replace("-", "/"))
        assert told["clear_percent"] == pytest.approx(float(line["clear_percent"]))
        # 180 × 150 pixels of 10 m, by the lengths of a degree at 51.4° N on the ellipsoid
        points = np.array(feature.GetGeometryRef().GetGeometryRef(0).GetGeometryRef(0).GetPoints())
        x, y = points[:, 0] * 69_600, points[:, 1] * 111_265
        area = abs(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1])) / 2
        assert area == pytest.approx(1800 * 1500, rel=0.01)
    assert len(features) == 4


def test_without_osgeo_the_layer_is_geojson(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        folder_summary, "choose_vector_backend", lambda: choose_vector_backend("rasterio")
    )
    result = run()
    told = json.loads(Path(result.layer).read_text(encoding="utf-8"))
    assert result.layer.endswith(".geojson")
    for feature, line in zip(told["features"], table(result)):
        assert feature["properties"]["scene"] == line["scene"]
        ring = np.array(feature["geometry"]["coordinates"][0][0])
        assert ring[:, 0].min() == pytest.approx(1.56, abs=0.01)


def test_masks_of_one_grid_are_stacked_by_time(run: Run, folder: Path) -> None:
    write_scene(folder / "elsewhere_20220101.tif", origin=(500000.0, 5600000.0))
    result = run()
    assert [Path(path).suffix for path in result.stacks] == [".vrt"] * 2
    with rasterio.open(next(p for p in result.stacks if "399960" in p)) as src:
        assert [text[:10] for text in src.descriptions] == [
            "2022-10-05", "2022-10-10", "2022-10-15"
        ]  # fmt: skip
        for band, row in enumerate(result.rows[:3], start=1):
            with rasterio.open(row.output) as mask:
                np.testing.assert_array_equal(src.read(band), mask.read(1))
        assert src.nodata == NODATA
        assert src.crs == mask.crs
        assert src.transform == mask.transform


def test_a_footprint_follows_a_turned_grid() -> None:
    grid = Grid("", (100.0, 3.0, 4.0, 200.0, 4.0, -3.0), 10, 20)
    ring = folder_summary.outline(grid)
    assert tuple(ring[0]) == tuple(ring[-1]) == (100, 200)
    corners = [(130, 240), (210, 180), (180, 140)]
    assert {tuple(point) for point in ring} >= {tuple(map(float, point)) for point in corners}


# --- what is skipped ---------------------------------------------------------------------------


def test_what_is_masked_already_is_skipped_and_told_alike(run: Run, tmp_path: Path) -> None:
    first = run()
    before = times(tmp_path / "out")
    reporter = RecordingReporter()
    second = run(reporter)
    assert statuses(second) == [SKIPPED] * 3
    assert times(tmp_path / "out") == before
    assert "3 scenes found, 3 of them skipped" in reporter.messages[0]
    for one, other in zip(first.rows, second.rows):
        assert replace(one, status="", seconds=None) == replace(other, status="")
    third = run(again=True)
    assert statuses(third) == [MASKED] * 3, [row.message for row in third.rows]
    assert times(tmp_path / "out") != before


CHANGES = {
    "threshold": {"refine": RefineOptions(thin=0.4)},
    "buffer": {"refine": RefineOptions(buffer=10)},
    "resolution": {"resolution": 20.0},
    "further looks": {"tta": 1},
    "tile": {"tile": 256},
    "what is stated": {"overrides": Overrides(acquired="2020-01-01")},
    "a zero that is stated": {"overrides": Overrides(nodata=0.0)},
    "sun": {"overrides": Overrides(sun_zenith=30.0, sun_azimuth=120.0)},
    "probabilities": {"probabilities": True},
    "model": {"model": "cloudmask-accurate"},
}


@pytest.mark.parametrize("change", CHANGES)
def test_other_options_are_not_skipped(change: str, run: Run, folder: Path) -> None:
    for path in sorted(folder.iterdir())[1:]:
        path.unlink()
    run()
    assert statuses(run(**CHANGES[change])) == [MASKED]
    assert statuses(run(**CHANGES[change])) == [SKIPPED]


def test_threads_change_no_mask_and_are_skipped(run: Run) -> None:
    run(threads=1)
    assert statuses(run(threads=2)) == [SKIPPED] * 3


def test_a_changed_source_a_missing_or_a_torn_mask_are_masked_again(run: Run, folder: Path) -> None:
    first = run()
    os.utime(folder / f"S2A_MSIL1C_{DAYS[0]}T115411.tif", (1, 1))
    Path(first.rows[1].output).unlink()
    whole = Path(first.rows[2].output).read_bytes()
    Path(first.rows[2].output).write_bytes(b"")
    with pytest.raises(AssertionError):
        assert statuses(run()) == [MASKED] * 3, "what is no mask of ours is not overwritten"
    Path(first.rows[2].output).unlink()
    assert statuses(run()) == [SKIPPED, SKIPPED, MASKED]
    assert Path(first.rows[2].output).read_bytes() == whole


def test_the_options_of_refining_need_no_model_where_probabilities_are_kept(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sun = Overrides(sun_zenith=50.0, sun_azimuth=150.0)
    run(probabilities=True, overrides=sun)
    refine = RefineOptions(thick=0.3, min_area=0.2, buffer=20)
    with monkeypatch.context() as patch:
        patch.setattr(scene_task, "mask_scene", lambda *_: pytest.fail("the model was run"))
        refined = run(probabilities=True, overrides=sun, refine=refine)
    assert statuses(refined) == [REFINED] * 3
    masks = [Path(row.output).read_bytes() for row in refined.rows]
    shutil.rmtree(tmp_path / "out")
    anew = run(probabilities=True, overrides=sun, refine=refine)
    assert [Path(row.output).read_bytes() for row in anew.rows] == masks
    assert statuses(run(probabilities=True, overrides=sun, refine=refine)) == [SKIPPED] * 3


def test_again_runs_the_model_whatever_is_there(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run(probabilities=True)
    monkeypatch.setattr(scene_task, "refine_mask", lambda *_: pytest.fail("it was only refined"))
    before = times(Path(first.output))
    assert statuses(run(probabilities=True, again=True)) == [MASKED] * 3
    assert all(time > before[name] for name, time in times(Path(first.output)).items())


def test_a_scene_that_was_done_since_the_run_began_is_not_done_twice(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(probabilities=True)
    monkeypatch.setattr(mask_folder, "row_if_done", lambda task: None)  # when it began
    for job in ("mask_scene", "refine_mask"):
        monkeypatch.setattr(scene_task, job, lambda *_: pytest.fail("it was done twice"))
    assert statuses(run(probabilities=True)) == [MASKED] * 3


def test_the_model_is_loaded_once(run: Run, network: None, monkeypatch: pytest.MonkeyPatch) -> None:
    loads: list[str] = []

    def counting(card, threads):  # type: ignore[no-untyped-def]
        loads.append(card.id)
        return open_session(card, threads)

    monkeypatch.setattr(inference, "open_session", counting)
    run()
    assert loads == ["cloudmask-fast"]


# --- what fails --------------------------------------------------------------------------------


def test_a_scene_that_fails_is_told_and_stops_no_other(run: Run, folder: Path) -> None:
    whole = (folder / f"S2A_MSIL1C_{DAYS[1]}T115411.tif").read_bytes()
    (folder / f"S2A_MSIL1C_{DAYS[1]}T115411.tif").write_bytes(whole[: len(whole) // 2])
    reporter = RecordingReporter()
    result = run(reporter)
    assert statuses(result) == [MASKED, FAILED, MASKED]
    message = result.rows[1].message
    assert f"{DAYS[1]}T115411.tif" in message
    assert any(message in text for text in reporter.messages)
    assert table(result)[1]["message"] == message
    (folder / f"S2A_MSIL1C_{DAYS[1]}T115411.tif").write_bytes(whole)
    assert statuses(run()) == [SKIPPED, MASKED, SKIPPED]


def test_a_mistake_of_the_program_in_one_scene_stops_no_other(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mask(request, *rest):  # type: ignore[no-untyped-def]
        if DAYS[0] in request.source.location:
            raise ZeroDivisionError("by nought")
        return mask_scene(request, *rest)

    monkeypatch.setattr(scene_task, "mask_scene", mask)
    reporter = RecordingReporter()
    result = run(reporter)
    assert statuses(result) == [FAILED, MASKED, MASKED]
    assert "ZeroDivisionError" in result.rows[0].message
    assert any("Traceback" in text for text in reporter.messages), "for whoever mends it"


def test_a_file_of_somebody_else_is_not_overwritten(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    mine = tmp_path / "out" / f"S2A_MSIL1C_{DAYS[0]}T115411_mask.tif"
    write_raster(mine, np.ones((1, 5, 5), np.uint8), tiled=False)
    before = mine.read_bytes()
    result = run()
    assert statuses(result) == [FAILED, MASKED, MASKED]
    assert "not written by this program" in result.rows[0].message
    assert mine.read_bytes() == before


def test_masks_beside_the_scenes_are_not_taken_for_scenes(folder: Path) -> None:
    request = FolderRequest((str(folder),), str(folder), MaskSettings(probabilities=True))
    assert statuses(mask_folder.mask_folder(request, RecordingReporter())) == [MASKED] * 3
    assert statuses(mask_folder.mask_folder(request, RecordingReporter())) == [SKIPPED] * 3


def test_bad_options_are_told_before_anything_is_masked(folder: Path, tmp_path: Path) -> None:
    output = str(tmp_path / "out")

    def work(inputs: str = str(folder), output: str = output, **settings: object) -> None:
        request = FolderRequest((inputs,), output, MaskSettings(**settings))  # type: ignore[arg-type]
        mask_folder.mask_folder(request, RecordingReporter())

    with pytest.raises(ModelError, match="no model 'none'"):
        work(model="none")
    with pytest.raises(OptionError, match="tta is 9"):
        work(tta=9)
    with pytest.raises(OptionError, match="does not exist"):
        work(str(tmp_path / "nowhere"))
    with pytest.raises(OutputError, match="cannot be made"):
        work(output=str(tmp_path / "a" / "b"))
    assert not any(tmp_path.glob("out/*_mask.tif"))


# --- progress, cancel, and runs that are interrupted -------------------------------------------


def test_progress_is_that_of_all_scenes_and_names_each(run: Run) -> None:
    reporter = RecordingReporter()
    run(reporter)
    shares = [step.fraction for step in reporter.steps]
    assert shares == sorted(shares)
    assert shares[-1] == 1
    for number, day in enumerate(DAYS, start=1):
        stage = f"{number} of 3, S2A_MSIL1C_{day}T115411: "
        seen = [step.fraction for step in reporter.steps if step.stage.startswith(stage)]
        assert min(seen) == pytest.approx((number - 1) / 3)
        assert max(seen) == pytest.approx(number / 3)


def test_a_cancelled_run_leaves_whole_masks_and_a_table_and_the_next_goes_on(
    run: Run, tmp_path: Path
) -> None:
    with pytest.raises(Cancelled):
        run(RecordingReporter(cancel_at=0.5))
    masks = list(times(tmp_path / "out"))
    assert masks == [f"S2A_MSIL1C_{DAYS[0]}T115411_mask.tif"]
    with open(tmp_path / "out" / "summary.csv", encoding="utf-8") as source:
        assert [line["status"] for line in csv.DictReader(source)] == [MASKED, "waiting", "waiting"]
    assert not list((tmp_path / "out").glob(".*"))
    assert statuses(run()) == [SKIPPED, MASKED, MASKED]


def test_a_run_that_was_killed_goes_on_and_clears_up(
    folder: Path, network: None, tmp_path: Path
) -> None:
    for number in range(4):
        write_scene(folder / f"more_{number:02}_20230101.tif", number)
    output = tmp_path / "out"
    command = [sys.executable, "-m", "cloudmask_plugin.engine", "maskfolder", str(folder)]
    process = subprocess.Popen(
        [*command, "--output", str(output)], cwd=ROOT, stderr=subprocess.DEVNULL
    )
    deadline = time.monotonic() + 60
    while len(times(output)) < 2:
        assert process.poll() is None and time.monotonic() < deadline
        time.sleep(0.02)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    whole = times(output)
    assert 2 <= len(whole) < 7
    left = output / ".more_03_20230101_mask.0123abcd.part.tif"
    left.write_bytes(b"half")
    (output / ".summary.0123abcd.part.csv").write_bytes(b"half")
    request = FolderRequest((str(folder),), str(output))
    result = mask_folder.mask_folder(request, RecordingReporter())
    assert result.count(SKIPPED) == len(whole)
    assert result.count(MASKED) == 7 - len(whole)
    assert {name: time for name, time in times(output).items() if name in whole} == whole
    assert not list(output.glob(".*"))


# --- the command -------------------------------------------------------------------------------


def test_the_command_prints_one_json_object_and_tells_failures_by_its_status(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["maskfolder", str(folder), "--output", str(tmp_path / "out"), "--json"]
    assert main([*arguments, "--purpose", "change"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["masked"], told["skipped"], told["failed"]) == (3, 0, 0)
    assert set(told) == {
        "output", "table", "layer", "stacks", "passed_over", "seconds", "masked", "refined",
        "skipped", "failed", "waiting", "scenes",
    }  # fmt: skip
    assert [scene["date"][:10] for scene in told["scenes"]] == [
        "2022-10-05", "2022-10-10", "2022-10-15"
    ]  # fmt: skip
    with rasterio.open(tmp_path / "out" / told["scenes"][0]["mask"]) as src:
        assert json.loads(src.tags()["CLOUDMASK_PARAMETERS"])["thin"] == 0.25
    (folder / "torn.tif").write_bytes(b"II*\0")
    assert main([*arguments, "--purpose", "change"]) == 3
    told = json.loads(capsys.readouterr().out)
    assert (told["masked"], told["skipped"], told["failed"]) == (0, 3, 1)


def test_the_command_in_words(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pattern = str(folder / f"*{DAYS[0]}*.tif")
    assert main(["maskfolder", pattern, "--output", str(tmp_path / "out")]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == [str(tmp_path / "out" / "summary.csv"), "  Masked        1"]
    assert "1 scene found." in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere", "--output", "OUT"], "nowhere does not exist"),
        (["*.nothing", "--output", "OUT"], "Nothing matches"),
        (["IN"], "--output"),
        (["IN", "--output", "OUT/a/b"], "cannot be made"),
        (["IN", "--output", "OUT", "--tta", "8"], "tta is 8"),
        (["IN", "--output", "OUT", "--model", "none"], "no model"),
        (["IN", "--output", "OUT", "--purpose", "fog"], "--purpose"),
        (["IN", "--output", "OUT", "--buffer", "-1"], "Buffer"),
    ],
)
def test_bad_input_is_one_line_and_status_2(
    arguments: list[str],
    said: str,
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    places = {"IN": str(folder), "OUT": str(tmp_path / "out"), "OUT/a/b": str(tmp_path / "a/b")}
    assert main(["maskfolder", *(places.get(part, part) for part in arguments)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err.strip().splitlines()[-1]


def test_a_cancel_says_that_what_is_finished_stays(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def cancelled_at_the_second(task, *rest):  # type: ignore[no-untyped-def]
        if task.number == 1:
            raise Cancelled
        return scene_task.run_task(task, *rest)

    monkeypatch.setattr(mask_folder, "run_task", cancelled_at_the_second)
    assert main(["maskfolder", str(folder), "--output", str(tmp_path / "out")]) == 130
    assert "what is finished stays" in capsys.readouterr().err
    assert len(times(tmp_path / "out")) == 1
