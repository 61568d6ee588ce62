"""Masks made anew from stored probabilities: the same bytes as masks made at once."""

from __future__ import annotations

import json
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import rasterio

from cloudmask_plugin.engine import mask_refining, pipeline
from cloudmask_plugin.engine.__main__ import main
from cloudmask_plugin.engine.classes import CLASSES, NODATA
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.errors import Cancelled, CloudMaskError, OptionError, SceneError
from cloudmask_plugin.engine.mask_refining import RefineRequest, refine_mask
from cloudmask_plugin.engine.mask_writing import PARAMETERS_TAG
from cloudmask_plugin.engine.pipeline import MaskRequest, mask_scene
from cloudmask_plugin.engine.purposes import GENERAL, PURPOSES, purpose_options
from cloudmask_plugin.engine.raster import choose_backend
from cloudmask_plugin.engine.refine import RefineOptions
from cloudmask_plugin.engine.scene import Overrides
from cloudmask_plugin.engine.shadow_check import ShadowOptions
from tests.unit.stored import RecordingReporter, write_raster

Write = Callable[..., Path]
SUN = Overrides(sun_zenith=57.3, sun_azimuth=151.25)
STRICT = RefineOptions(thick=0.3, thin=0.4, shadow=0.45, min_area=0.3, buffer=35)


def mask(
    path: Path,
    output: Path,
    stored: Path | None = None,
    overrides: Overrides = SUN,
    **options: object,
) -> None:
    request = MaskRequest(
        describe(str(path), overrides),
        str(output),
        str(stored) if stored else None,
        **options,  # type: ignore[arg-type]
    )
    mask_scene(request, RecordingReporter())


def flat_elevations(path: Path) -> Path:
    """Elevations of 700 × 600 pixels at 10 m with a wall 1.2 km high across them."""
    heights = np.full((1, 90, 90), 100, np.float32)
    heights[0, 60:62] = 1300
    return write_raster(path, heights, pixel=100.0, tiled=False)


CASES = {
    "as it is": {},
    "thresholds, area and buffer": {"refine": STRICT},
    "orphans removed": {"shadows": ShadowOptions("remove"), "refine": RefineOptions(buffer=20)},
    "terrain": {"shadows": ShadowOptions("remove", "DEM")},
    "part of the scene, coarser": {
        "refine": STRICT,
        "extent": (401000.0, 5695000.0, 404000.0, 5698500.0),
        "resolution": 20.0,
    },
}


@pytest.mark.parametrize("backend", ["gdal", "rasterio"])
@pytest.mark.parametrize("case", CASES)
def test_refined_probabilities_have_the_bytes_of_a_mask_with_these_options(
    case: str, backend: str, write_scene: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (pipeline, mask_refining):
        monkeypatch.setattr(module, "choose_backend", lambda: choose_backend(backend))
    scene = write_scene(
        rows=slice(0, 500), cols=slice(0, 500), tags={"ACQUISITION_DATE": "2023-07-04T10:56:21"}
    )
    options = dict(CASES[case])
    shadows = options.get("shadows", ShadowOptions())
    if shadows.dem:  # type: ignore[attr-defined]
        options["shadows"] = ShadowOptions("remove", str(flat_elevations(tmp_path / "dem.tif")))
    where = {key: options[key] for key in ("extent", "resolution") if key in options}
    mask(scene, tmp_path / "first.tif", tmp_path / "p.tif", **where)
    mask(scene, tmp_path / "anew.tif", **options)
    request = RefineRequest(
        str(tmp_path / "p.tif"),
        str(tmp_path / "refined.tif"),
        options.get("refine", RefineOptions()),  # type: ignore[arg-type]
        options.get("shadows", ShadowOptions()),  # type: ignore[arg-type]
    )
    result = refine_mask(request, RecordingReporter())

    assert (tmp_path / "refined.tif").read_bytes() == (tmp_path / "anew.tif").read_bytes()
    for name in ("qml", "tif.aux.xml"):
        told, expected = tmp_path / f"refined.{name}", tmp_path / f"anew.{name}"
        assert told.read_bytes() == expected.read_bytes()
    if case != "as it is":
        assert (tmp_path / "first.tif").read_bytes() != (tmp_path / "anew.tif").read_bytes()
    with rasterio.open(tmp_path / "refined.tif") as src:
        codes = src.read(1)
    valid = codes[codes != NODATA]
    for item in CLASSES:
        assert dict(result.classes)[item.key] == pytest.approx((valid == item.code).mean())


def test_metres_of_a_pixel_that_no_file_tells_are_kept(write_scene: Write, tmp_path: Path) -> None:
    scene = write_scene(rows=slice(0, 300), cols=slice(0, 300), crs=None, pixel=1.0)
    stated = Overrides(sun_zenith=50.0, sun_azimuth=150.0, pixel_size=15.0)
    mask(scene, tmp_path / "first.tif", tmp_path / "p.tif", stated)
    shadows = ShadowOptions("remove")
    mask(scene, tmp_path / "anew.tif", None, stated, refine=STRICT, shadows=shadows)
    request = RefineRequest(str(tmp_path / "p.tif"), str(tmp_path / "r.tif"), STRICT, shadows)
    refine_mask(request, RecordingReporter())
    assert (tmp_path / "r.tif").read_bytes() == (tmp_path / "anew.tif").read_bytes()


@pytest.fixture
def stored(write_scene: Write, tmp_path: Path) -> Path:
    scene = write_scene(rows=slice(0, 300), cols=slice(0, 300))
    mask(scene, tmp_path / "m.tif", tmp_path / "p.tif", Overrides())
    return tmp_path / "p.tif"


def test_the_mask_tells_model_and_options(stored: Path, tmp_path: Path) -> None:
    refine_mask(RefineRequest(str(stored), str(tmp_path / "r.tif"), STRICT), RecordingReporter())
    with rasterio.open(tmp_path / "r.tif") as src, rasterio.open(stored) as before:
        tags, told = src.tags(), before.tags()
    assert tags["CLOUDMASK_MODEL_SHA256"] == told["CLOUDMASK_MODEL_SHA256"]
    assert tags["CLOUDMASK_SOURCE"] == told["CLOUDMASK_SOURCE"]
    parameters = json.loads(tags[PARAMETERS_TAG])
    assert (parameters["thick"], parameters["buffer"], parameters["tta"]) == (0.3, 35, 0)


def test_the_sun_can_be_stated_where_the_file_tells_none(stored: Path, tmp_path: Path) -> None:
    remove = ShadowOptions("remove")
    request = RefineRequest(str(stored), str(tmp_path / "r.tif"), shadows=remove)
    with pytest.raises(OptionError, match="direction of the sun over .*p.tif is not known"):
        refine_mask(request, RecordingReporter())
    assert not (tmp_path / "r.tif").exists()
    stated = RefineRequest(
        str(stored), str(tmp_path / "r.tif"), shadows=remove, sun_zenith=50.0, sun_azimuth=150.0
    )
    assert refine_mask(stated, RecordingReporter()).shadow is not None


def test_what_holds_no_probabilities_is_refused(
    stored: Path, write_scene: Write, tmp_path: Path
) -> None:
    output = str(tmp_path / "r.tif")
    for path in (tmp_path / "m.tif", write_scene("other.tif"), tmp_path / "absent.tif"):
        with pytest.raises(SceneError, match=path.name):
            refine_mask(RefineRequest(str(path), output), RecordingReporter())
    with pytest.raises(OptionError, match="choose another name"):
        refine_mask(RefineRequest(str(stored), str(stored)), RecordingReporter())
    with pytest.raises(CloudMaskError, match="ends in .tif"):
        refine_mask(RefineRequest(str(stored), str(tmp_path / "r.png")), RecordingReporter())


def test_a_cancel_leaves_the_earlier_mask_and_nothing_half_written(
    stored: Path, tmp_path: Path
) -> None:
    output = tmp_path / "m.tif"
    before = output.read_bytes(), sorted(tmp_path.iterdir())
    for share in (0.0, 0.3, 0.98):
        with pytest.raises(Cancelled):
            refine_mask(
                RefineRequest(str(stored), str(output), STRICT), RecordingReporter(cancel_at=share)
            )
        assert (output.read_bytes(), sorted(tmp_path.iterdir())) == before


def test_progress_grows_to_the_end(stored: Path, tmp_path: Path) -> None:
    reporter = RecordingReporter()
    refine_mask(RefineRequest(str(stored), str(tmp_path / "r.tif"), STRICT), reporter)
    shares = [step.fraction for step in reporter.steps]
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_memory_does_not_grow_with_the_height(tmp_path: Path) -> None:
    def peak(height: int) -> int:
        path = tmp_path / f"{height}.tif"
        rng = np.random.default_rng(1)
        values = rng.integers(0, 60, (4, height, 256), dtype=np.uint8)
        names = tuple(item.name for item in CLASSES)
        write_raster(path, values, names, nodata=255, blockxsize=128, blockysize=128)
        with rasterio.open(path, "r+") as dst:
            dst.scales = (1 / 250,) * 4
        request = RefineRequest(str(path), str(tmp_path / "m.tif"), STRICT, ShadowOptions())
        refine_mask(request, RecordingReporter())  # what is imported only once
        tracemalloc.start()
        refine_mask(request, RecordingReporter())
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    assert peak(8192) < 1.2 * peak(2048)


# --- purposes ----------------------------------------------------------------------------------


def test_purposes_have_keys_of_their_own_and_one_line_each() -> None:
    assert len({purpose.key for purpose in PURPOSES}) == len(PURPOSES)
    for purpose in PURPOSES:
        assert purpose.reason.endswith(".")
        assert "\n" not in purpose.reason
        assert purpose_options(purpose.key) == purpose.refine
    assert purpose_options(GENERAL) == RefineOptions()
    with pytest.raises(OptionError, match="no purpose 'fog'.*general, vegetation"):
        purpose_options("fog")


def test_change_detection_masks_whatever_another_purpose_does(stored: Path, tmp_path: Path) -> None:
    masked = {}
    for purpose in PURPOSES:
        path = tmp_path / f"{purpose.key}.tif"
        refine_mask(RefineRequest(str(stored), str(path), purpose.refine), RecordingReporter())
        with rasterio.open(path) as src:
            masked[purpose.key] = src.read(1) != 0
    for key, other in masked.items():
        assert masked["change"][other].all(), key
    assert masked["visual"].sum() < masked["general"].sum() < masked["change"].sum()


# --- the command -------------------------------------------------------------------------------


def test_the_command_takes_a_purpose_and_lets_options_go_before(
    stored: Path, write_scene: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = RefineOptions(**{**vars(purpose_options("mosaic")), "thin": 0.2, "buffer": 0.0})
    refine_mask(RefineRequest(str(stored), str(tmp_path / "r.tif"), expected), RecordingReporter())
    arguments = ["--purpose", "mosaic", "--threshold", "thin=0.2", "--buffer", "0"]
    output = tmp_path / "cli.tif"
    assert main(["refine", str(stored), "--output", str(output), *arguments, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert output.read_bytes() == (tmp_path / "r.tif").read_bytes()
    assert told["output"] == str(output)
    assert told["model"] == "cloudmask-fast"
    assert "scene" not in told
    assert sum(told["classes"].values()) == pytest.approx(1)
    scene = tmp_path / "scene.tif"
    assert main(["mask", str(scene), "--output", str(tmp_path / "anew.tif"), *arguments]) == 0
    assert (tmp_path / "anew.tif").read_bytes() == output.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["absent.tif", "--output", "m.tif"], "absent.tif"),
        (["P", "--output", "m.tif", "--purpose", "fog"], "--purpose"),
        (["P", "--output", "m.tif", "--threshold", "thin=7"], "threshold of thin"),
        (["P", "--output", "m.tif", "--buffer", "-1"], "Buffer"),
        (["P", "--output", "m.tif", "--orphan-shadows", "remove"], "--sun-zenith"),
        (["P"], "--output"),
    ],
)
def test_bad_input_is_one_line_and_status_2(
    arguments: list[str], said: str, stored: Path, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cloudmask_plugin.engine", "refine"]
        + [str(stored) if part == "P" else part for part in arguments],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 2
    (line,) = done.stderr.strip().splitlines()
    assert said in line
