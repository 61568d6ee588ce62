"""The main job on files: each test is a promise that some other program breaks."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from rasterio.enums import ColorInterp

from cloudmask_plugin.engine import pipeline
from cloudmask_plugin.engine.bands import VISIBLE
from cloudmask_plugin.engine.calibration import models_own
from cloudmask_plugin.engine.classes import NODATA
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.errors import (
    Cancelled,
    CloudMaskError,
    DependencyError,
    ModelError,
    OptionError,
    OutputError,
    RadiometryError,
)
from cloudmask_plugin.engine.models import find
from cloudmask_plugin.engine.pipeline import MaskRequest, estimate_seconds, mask_scene
from cloudmask_plugin.engine.raster import RasterReader, choose_backend
from cloudmask_plugin.engine.raster.sink import OVERVIEWS, READING_BACK
from cloudmask_plugin.engine.reading import SceneReader
from cloudmask_plugin.engine.refine import RefineOptions, decide
from cloudmask_plugin.engine.reporter import Progress, SilentReporter
from cloudmask_plugin.engine.scene import BandSource, Overrides
from tests.unit.stored import (
    FOUR_BANDS,
    TEN_BANDS,
    RecordingReporter,
    digital_numbers,
    write_raster,
)
from training.simulation import SimulatedScene

Mask = Callable[..., "tuple[np.ndarray, object]"]
Write = Callable[..., Path]
CONTEXT = 64  # pixels from a border beyond which it must not matter
TOLERATED = 1e-3  # share of labels


def share_differing(one: np.ndarray, other: np.ndarray) -> float:
    return float((one != other).mean())


# --- nodata ------------------------------------------------------------------------------


@pytest.fixture
def hole() -> np.ndarray:
    """Where the scene of 700 × 600 pixels has no data: an edge, a blob and single pixels."""
    hole = np.zeros((700, 600), bool)
    rows, cols = np.mgrid[:700, :600]
    hole |= rows + cols < 250
    hole |= (rows - 400) ** 2 + (cols - 300) ** 2 < 60**2
    hole[500::37, 100::41] = True
    return hole


def with_nodata(
    scene: SimulatedScene, hole: np.ndarray, nodata: float, path: Path, declare: bool = True
) -> Path:
    numbers = digital_numbers(scene.reflectance, FOUR_BANDS)
    dtype = {True: "uint16", False: "int32"}[nodata >= 0] if nodata == nodata else "float32"
    values = numbers.astype(dtype)
    values[:, ~hole & (values == nodata).any(axis=0)] += 1
    values[:, hole] = nodata
    return write_raster(path, values, FOUR_BANDS, **({"nodata": nodata} if declare else {}))


@pytest.mark.parametrize("nodata", [0, 1, 255, -9999, float("nan")])
def test_nodata_comes_out_as_255_and_only_there_whatever_its_value(
    scene: SimulatedScene, hole: np.ndarray, tmp_path: Path, mask: Mask, nodata: float
) -> None:
    path = with_nodata(scene, hole, nodata, tmp_path / "declared.tif")
    got, result = mask(path)
    assert np.array_equal(got == NODATA, hole)
    assert result.nodata == pytest.approx(hole.mean())
    stated = with_nodata(scene, hole, nodata, tmp_path / "stated.tif", declare=False)
    again, _ = mask(stated, overrides=Overrides(nodata=nodata))
    assert np.array_equal(again, got)


def test_the_nodata_value_never_changes_the_class_of_a_valid_pixel(
    scene: SimulatedScene, hole: np.ndarray, tmp_path: Path, mask: Mask
) -> None:
    masks = []
    for nodata in (0, 1, 255, -9999, float("nan")):
        # Stated scale and offset: what is compared here is not their detection.
        path = with_nodata(scene, hole, nodata, tmp_path / "n.tif")
        masks.append(mask(path, overrides=Overrides(scale=1e-4, offset=0))[0])
    for other in masks[1:]:
        assert share_differing(masks[0], other) == 0


@pytest.mark.parametrize("kind", ["mask band", "alpha band"])
def test_a_mask_or_alpha_band_tells_nodata(
    scene: SimulatedScene, hole: np.ndarray, tmp_path: Path, mask: Mask, kind: str
) -> None:
    numbers = digital_numbers(scene.reflectance, FOUR_BANDS)
    plain = write_raster(tmp_path / "plain.tif", numbers.copy(), FOUR_BANDS)
    numbers[:, hole] = 7777
    shown = np.where(hole, 0, 65535).astype(np.uint16)
    path = tmp_path / "masked.tif"
    if kind == "alpha band":
        stack = np.concatenate([numbers, shown[None]])
        write_raster(path, stack, (*FOUR_BANDS, "alpha"), photometric="MINISBLACK")
        with rasterio.open(path, "r+") as dst:
            dst.colorinterp = (ColorInterp.gray, *(ColorInterp.undefined,) * 3, ColorInterp.alpha)
    else:
        with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True):
            write_raster(path, numbers, FOUR_BANDS)
            with rasterio.open(path, "r+") as dst:
                dst.write_mask(~hole)
    got, _ = mask(path)
    assert np.array_equal(got == NODATA, hole)
    whole, _ = mask(plain)
    far = np.ones_like(hole)
    near = np.argwhere(hole)
    for row, col in near[:: max(1, len(near) // 4000)]:
        far[max(row - CONTEXT, 0) : row + CONTEXT, max(col - CONTEXT, 0) : col + CONTEXT] = False
    assert share_differing(got[far], whole[far]) <= TOLERATED


def test_one_nan_pixel_changes_at_most_50_labels(
    scene: SimulatedScene, tmp_path: Path, mask: Mask
) -> None:
    values = digital_numbers(scene.reflectance, TEN_BANDS).astype(np.float32) / 10000
    clean, _ = mask(write_raster(tmp_path / "clean.tif", values, TEN_BANDS))
    for row, col in ((350, 300), (128, 77), (0, 0), (511, 512)):
        broken = values.copy()
        broken[3, row, col] = np.nan
        got, _ = mask(write_raster(tmp_path / "broken.tif", broken, TEN_BANDS))
        assert got[row, col] == NODATA
        assert (got != clean).sum() <= 50


def test_a_scene_without_any_data_is_all_nodata(tmp_path: Path, mask: Mask) -> None:
    path = write_raster(tmp_path / "empty.tif", np.zeros((4, 90, 80), np.uint16), FOUR_BANDS)
    got, result = mask(path)
    assert (got == NODATA).all()
    assert result.nodata == 1
    assert dict(result.classes) == {"clear": 0, "thick": 0, "thin": 0, "shadow": 0}


# --- radiometry ----------------------------------------------------------------------------


def test_all_forms_of_one_scene_give_one_mask(
    scene: SimulatedScene, write_scene: Write, mask: Mask, tmp_path: Path
) -> None:
    expected, _ = mask(write_scene("plain.tif"))
    assert set(np.unique(expected)) >= {0, 1, 2}
    offset, _ = mask(write_scene("offset.tif", offset=-1000, tags={"BOA_ADD_OFFSET": "-1000"}))
    assert share_differing(offset, expected) == 0
    shuffled, _ = mask(write_scene("shuffled.tif", roles=("B08", "B03", "B04", "B02")))
    assert share_differing(shuffled, expected) == 0
    decimals = digital_numbers(scene.reflectance, FOUR_BANDS).astype(np.float32) / 10000
    path = write_raster(tmp_path / "decimals.tif", decimals, FOUR_BANDS)
    assert share_differing(mask(path)[0], expected) <= TOLERATED
    numbers = (decimals * 10000).astype(np.float32)
    path = write_raster(tmp_path / "numbers.tif", numbers, FOUR_BANDS)
    assert share_differing(mask(path)[0], expected) <= TOLERATED


def test_digital_numbers_given_as_reflectance_are_refused(write_scene: Write, mask: Mask) -> None:
    with pytest.raises(RadiometryError, match=r"state scale 0\.0001"):
        mask(write_scene(), overrides=Overrides(scale=1, offset=0))


# --- sizes, windows, tiles --------------------------------------------------------------


@pytest.mark.parametrize("shape", [(1, 1), (5, 7), (33, 512), (257, 511), (100, 100)])
def test_rasters_of_any_size_are_masked(
    write_scene: Write, mask: Mask, shape: tuple[int, int]
) -> None:
    path = write_scene(rows=slice(0, shape[0]), cols=slice(0, shape[1]))
    got, result = mask(path)
    assert got.shape == shape
    assert (got != NODATA).all()
    assert sum(dict(result.classes).values()) == pytest.approx(1)


@pytest.mark.parametrize(
    "box", [(0, 0, 300, 300), (101, 57, 391, 402), (203, 11, 600, 590), (350, 250, 700, 600)]
)
def test_a_window_of_a_scene_gets_the_labels_of_the_whole(
    write_scene: Write, mask: Mask, box: tuple[int, int, int, int]
) -> None:
    top, left, bottom, right = box
    whole, _ = mask(write_scene("whole.tif"))
    expected = whole[top:bottom, left:right]
    x0, y0 = 399960.0, 5700000.0
    extent = (x0 + 10 * left, y0 - 10 * bottom, x0 + 10 * right, y0 - 10 * top)
    by_extent, _ = mask(write_scene("whole.tif"), extent=extent)
    assert share_differing(by_extent, expected) <= TOLERATED
    cut = write_scene(
        "cut.tif", rows=slice(top, bottom), cols=slice(left, right), origin=(extent[0], extent[3])
    )
    inner = slice(CONTEXT, -CONTEXT), slice(CONTEXT, -CONTEXT)
    assert share_differing(mask(cut)[0][inner], expected[inner]) <= TOLERATED


@pytest.mark.parametrize("tile", [192, 256, 384, 1024])
def test_the_size_of_tiles_does_not_matter(write_scene: Write, mask: Mask, tile: int) -> None:
    expected, _ = mask(write_scene(roles=TEN_BANDS))
    got, _ = mask(write_scene(roles=TEN_BANDS), tile=tile)
    assert share_differing(got, expected) <= TOLERATED


@pytest.mark.parametrize("resolution", [None, 10, 20, 60])
def test_the_result_lies_on_the_grid_of_the_source_or_its_multiple(
    write_scene: Write, mask: Mask, tmp_path: Path, resolution: float | None
) -> None:
    path = write_scene()
    output = tmp_path / "m.tif"
    mask(path, output=output, resolution=resolution)
    factor = (resolution or 10) / 10
    with rasterio.open(path) as source, rasterio.open(output) as got:
        assert got.crs == source.crs
        assert got.transform == source.transform * source.transform.scale(factor, factor)
        assert got.shape == (-(-700 // factor), -(-600 // factor))


def test_a_coarser_mask_equals_the_mask_of_the_averaged_scene(
    scene: SimulatedScene, write_scene: Write, mask: Mask, tmp_path: Path
) -> None:
    numbers = digital_numbers(scene.reflectance, FOUR_BANDS)
    means = numbers.reshape(4, 350, 2, 300, 2).mean(axis=(2, 4)).astype(np.float32)
    coarse = write_raster(tmp_path / "coarse.tif", means, FOUR_BANDS, pixel=20)
    expected, _ = mask(coarse, overrides=Overrides(scale=1e-4, offset=0))
    got, _ = mask(write_scene(), resolution=20)
    assert share_differing(got, expected) <= TOLERATED


@pytest.mark.parametrize("resolution", [5, 15, 0.1])
def test_a_resolution_that_is_no_multiple_is_refused(
    write_scene: Write, mask: Mask, resolution: float
) -> None:
    with pytest.raises(OptionError, match="multiple"):
        mask(write_scene(), resolution=resolution)


def test_bands_of_several_resolutions_lie_exactly_over_each_other(
    scene: SimulatedScene, mask: Mask, tmp_path: Path
) -> None:
    roles = ("B02", "B03", "B04", "B08", "B11")
    numbers = digital_numbers(scene.reflectance, roles)
    folder = tmp_path / "bands"
    folder.mkdir()
    swir = numbers[4, ::2, ::2]
    for index, role in enumerate(roles[:4]):
        write_raster(folder / f"{role}.tif", numbers[index : index + 1])
    write_raster(folder / "B11.tif", swir[None], pixel=20)
    numbers[4] = swir.repeat(2, axis=0).repeat(2, axis=1)
    stack = write_raster(tmp_path / "stack.tif", numbers, roles)
    assert np.array_equal(
        mask(folder, output=tmp_path / "a.tif")[0], mask(stack, output=tmp_path / "b.tif")[0]
    )


def test_what_a_band_does_not_cover_is_nodata(
    scene: SimulatedScene, mask: Mask, tmp_path: Path
) -> None:
    folder = tmp_path / "bands"
    folder.mkdir()
    numbers = digital_numbers(scene.reflectance, FOUR_BANDS)
    for index, role in enumerate(FOUR_BANDS[:3]):
        write_raster(folder / f"{role}.tif", numbers[index : index + 1])
    write_raster(folder / "B08.tif", numbers[3:, 100:, :500], origin=(399960.0, 5699000.0))
    got, _ = mask(folder, output=tmp_path / "m.tif")
    covered = np.zeros((700, 600), bool)
    covered[99:, :501] = True  # one pixel of tolerance for odd sizes
    assert np.array_equal(got != NODATA, covered)


def test_scenes_without_crs_and_with_turned_grids_are_masked(
    scene: SimulatedScene, write_scene: Write, mask: Mask, tmp_path: Path
) -> None:
    # Without a position tiles are anchored to the first pixel, as they are for this origin.
    expected, _ = mask(write_scene("north_up.tif", origin=(0.0, 0.0)))
    numbers = digital_numbers(scene.reflectance, FOUR_BANDS)
    with rasterio.open(
        tmp_path / "no_crs.tif", "w", driver="GTiff", count=4, height=700, width=600, dtype="uint16"
    ) as dst:
        dst.write(numbers)
        for index, role in enumerate(FOUR_BANDS, start=1):
            dst.set_band_description(index, role)
    got, _ = mask(tmp_path / "no_crs.tif")
    assert got.shape == expected.shape
    assert share_differing(got, expected) == 0
    turned = write_scene("turned.tif")
    with rasterio.open(turned, "r+") as dst:
        dst.transform = dst.transform * dst.transform.rotation(30)
    output = tmp_path / "turned_mask.tif"
    mask(turned, output=output)
    with rasterio.open(turned) as source, rasterio.open(output) as result:
        assert result.transform.almost_equals(source.transform)


# --- refine, files, doors ------------------------------------------------------------------


def test_the_mask_follows_from_the_stored_probabilities(
    write_scene: Write, mask: Mask, tmp_path: Path
) -> None:
    stored = tmp_path / "p.tif"
    got, _ = mask(write_scene(), probabilities=str(stored))
    with rasterio.open(stored) as src:
        probabilities = src.read()
        assert src.dtypes == ("uint8",) * 4
        assert src.nodata == 255
        assert src.scales == pytest.approx((0.004,) * 4)
        own = models_own(src.tags().items())
    assert own == find().calibration_with(FOUR_BANDS) != find().calibration_with(VISIBLE)
    assert np.array_equal(decide(probabilities, RefineOptions()), got)
    valid = got != NODATA
    assert abs(probabilities[:, valid].sum(axis=0).astype(int) - 250).max() <= 2


def test_thresholds_areas_and_buffers_act_as_on_the_whole_mask(
    write_scene: Write, mask: Mask, tmp_path: Path
) -> None:
    from scipy import ndimage

    path = write_scene()
    plain, _ = mask(path)
    strict, _ = mask(path, refine=RefineOptions(thick=0.9, thin=0.9))
    assert np.isin(strict, (1, 2)).sum() < np.isin(plain, (1, 2)).sum()
    tidied, _ = mask(path, refine=RefineOptions(min_area=2))
    labelled, count = ndimage.label(np.isin(tidied, (1, 2)), np.ones((3, 3)))
    areas = np.bincount(labelled.ravel())[1:]
    assert count == 0 or areas.min() * 0.01 >= 2
    grown, _ = mask(path, refine=RefineOptions(buffer=50))
    distance = ndimage.distance_transform_edt(plain == 0) * 10
    assert np.array_equal(grown != 0, distance <= 50)


def test_the_mask_file_is_what_the_contract_says(
    write_scene: Write, mask: Mask, tmp_path: Path
) -> None:
    output = tmp_path / "m.tif"
    source = write_scene(tags={"ACQUISITION_DATE": "2023-07-04T10:56:21"})
    mask(source, output=output)
    info = subprocess.run(
        ["gdalinfo", "-json", str(output)], capture_output=True, text=True, check=True
    )
    told = json.loads(info.stdout)
    (band,) = told["bands"]
    assert band["type"] == "Byte"
    assert band["noDataValue"] == 255
    assert band["block"] == [256, 256]
    assert [o["size"] for o in band["overviews"]] == [[300, 350]]
    assert told["metadata"]["IMAGE_STRUCTURE"]["COMPRESSION"] == "DEFLATE"
    assert band["colorTable"]["entries"][0][3] == 0
    tags = told["metadata"][""]
    assert tags["ACQUISITION_TIME"] == "2023-07-04T10:56:21Z"
    assert len(tags["CLOUDMASK_MODEL_SHA256"]) == 64
    assert json.loads(tags["CLOUDMASK_PARAMETERS"])["thick"] == 0.5
    names = (tmp_path / "m.tif.aux.xml").read_text()
    for name in ("Clear", "Thick cloud", "Thin cloud", "Cloud shadow"):
        assert name in names
        assert name in (tmp_path / "m.qml").read_text()


def test_the_command_line_gives_the_bytes_of_the_function(
    write_scene: Write, mask: Mask, tmp_path: Path
) -> None:
    path = write_scene(roles=TEN_BANDS)
    expected, _ = mask(path)
    output = tmp_path / "cli.tif"
    subprocess.run(
        [sys.executable, "-m", "cloudmask_plugin.engine", "mask", path, "--output", output],
        check=True,
        capture_output=True,
        cwd=Path(pipeline.__file__).parents[2],
    )
    with rasterio.open(output) as src:
        assert np.array_equal(src.read(1), expected)


def test_both_raster_libraries_give_the_same_pixels(
    write_scene: Write, mask: Mask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_scene(roles=TEN_BANDS, nodata=0)
    masks = []
    for name in ("rasterio", "gdal"):
        backend = choose_backend(name)
        monkeypatch.setattr(pipeline, "choose_backend", lambda backend=backend: backend)
        masks.append(mask(path, output=tmp_path / f"{name}.tif", resolution=20)[0])
    assert np.array_equal(*masks)


def test_the_number_of_threads_does_not_matter(
    write_scene: Write, mask: Mask, tmp_path: Path
) -> None:
    path = write_scene()
    one, _ = mask(path, threads=1)
    two, _ = mask(path, threads=2, output=tmp_path / "two.tif")
    assert np.array_equal(one, two)


# --- cancel, replace, refuse ----------------------------------------------------------------


@pytest.fixture
def large(scene: SimulatedScene, tmp_path: Path) -> Path:
    """A scene of 2100 × 2048 pixels."""
    folder = tmp_path / "input"
    folder.mkdir()
    numbers = np.tile(digital_numbers(scene.reflectance, FOUR_BANDS), (1, 3, 4))[:, :, :2048]
    return write_raster(folder / "large.tif", np.ascontiguousarray(numbers), FOUR_BANDS)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.95])
def test_cancelling_leaves_nothing_behind(large: Path, tmp_path: Path, share: float) -> None:
    target = tmp_path / "out"
    target.mkdir()
    request = MaskRequest(describe(str(large)), str(target / "m.tif"), str(target / "p.tif"))
    with pytest.raises(Cancelled):
        mask_scene(request, RecordingReporter(cancel_at=share))
    assert list(target.iterdir()) == []


def test_a_cancel_while_a_tile_is_read_stops_at_the_next_band(
    write_scene: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[str] = []
    read_band = SceneReader._read_band

    def slow(self: SceneReader, reader: RasterReader, band: BandSource, *rest: Any) -> Any:
        reads.append(band.role)
        return read_band(self, reader, band, *rest)

    class Impatient(SilentReporter):
        def is_cancelled(self) -> bool:
            return len(reads) >= 2

    monkeypatch.setattr(SceneReader, "_read_band", slow)
    with pytest.raises(Cancelled):
        mask_scene(MaskRequest(describe(str(write_scene())), str(tmp_path / "m.tif")), Impatient())
    assert len(reads) == 2


@pytest.mark.parametrize("name", ["rasterio", "gdal"])
@pytest.mark.parametrize("stage", [OVERVIEWS, READING_BACK])
@pytest.mark.parametrize("file", ["mask", "probabilities"])
def test_cancelling_while_the_files_are_finished_leaves_nothing_behind(
    write_scene: Write,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    stage: str,
    file: str,
) -> None:
    monkeypatch.setattr(pipeline, "choose_backend", lambda: choose_backend(name))
    target = tmp_path / "out"
    target.mkdir()
    stages: list[str] = []  # without repetitions; the mask's come before the probabilities'

    class Stopping(SilentReporter):
        def progress(self, progress: Progress) -> None:
            if progress.stage not in stages[-1:]:
                stages.append(progress.stage)

        def is_cancelled(self) -> bool:
            return stages.count(stage) == (1 if file == "mask" else 2)

    request = MaskRequest(
        describe(str(write_scene())), str(target / "m.tif"), str(target / "p.tif")
    )
    with pytest.raises(Cancelled):
        mask_scene(request, Stopping())
    assert stages[-1] == stage
    assert list(target.iterdir()) == []


def test_a_cancel_that_comes_after_the_last_file_is_too_late_and_not_told_as_one(
    write_scene: Write, tmp_path: Path
) -> None:
    output = tmp_path / "m.tif"

    class Late(RecordingReporter):
        def is_cancelled(self) -> bool:
            return output.exists()

    mask_scene(MaskRequest(describe(str(write_scene())), str(output)), Late())
    assert output.exists()


def test_a_second_run_replaces_the_first_wholly_or_not_at_all(large: Path, tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.mkdir()
    spec, output = describe(str(large)), target / "m.tif"
    mask_scene(MaskRequest(spec, str(output)), SilentReporter())
    before = {path.name: path.read_bytes() for path in target.iterdir()}
    changed = MaskRequest(spec, str(output), refine=RefineOptions(thick=0.8, thin=0.8))
    with pytest.raises(Cancelled):
        mask_scene(changed, RecordingReporter(cancel_at=0.9))
    assert {path.name: path.read_bytes() for path in target.iterdir()} == before
    mask_scene(changed, SilentReporter())
    assert {path.name for path in target.iterdir()} == set(before)
    assert output.read_bytes() != before["m.tif"]


def test_progress_rises_to_the_end_and_tells_the_stage(
    write_scene: Write, reporter: RecordingReporter, tmp_path: Path
) -> None:
    mask_scene(MaskRequest(describe(str(write_scene())), str(tmp_path / "m.tif")), reporter)
    fractions = [step.fraction for step in reporter.steps]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1
    assert all(step.stage for step in reporter.steps)


@pytest.mark.parametrize(
    ("options", "error", "sentence"),
    [
        ({"output": "m.png"}, OutputError, r"ends in \.tif"),
        ({"output": "nowhere/m.tif"}, OutputError, "does not exist"),
        ({"model": "no-such"}, ModelError, "installed are"),
        ({"extent": (0, 0, 1, 1)}, OptionError, "does not overlap"),
        ({"tta": 9}, OptionError, "0 to 7"),
        ({"tile": 3}, OptionError, "64"),
    ],
)
def test_bad_requests_are_refused_in_one_sentence_before_any_work(
    write_scene: Write,
    tmp_path: Path,
    options: dict[str, object],
    error: type[CloudMaskError],
    sentence: str,
) -> None:
    options = dict(options)
    output = tmp_path / str(options.pop("output", "m.tif"))
    spec = describe(str(write_scene()))
    before = sorted(tmp_path.iterdir())
    with pytest.raises(error, match=sentence) as told:
        mask_scene(MaskRequest(spec, str(output), **options), SilentReporter())  # type: ignore[arg-type]
    assert "\n" not in str(told.value)
    assert sorted(tmp_path.iterdir()) == before


def test_the_scene_itself_is_never_overwritten(write_scene: Write) -> None:
    path = write_scene()
    before = path.read_bytes()
    with pytest.raises(OptionError, match="the scene itself"):
        mask_scene(MaskRequest(describe(str(path)), str(path)), SilentReporter())
    assert path.read_bytes() == before


def test_a_scene_without_a_required_band_is_told_which(write_scene: Write, mask: Mask) -> None:
    with pytest.raises(ModelError, match="needs B02"):
        mask(write_scene(roles=("B03", "B04", "B08")))


def test_without_onnxruntime_the_remedy_is_told(
    write_scene: Write, mask: Mask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(DependencyError, match="onnxruntime is missing"):
        mask(write_scene())


def test_a_truncated_scene_is_told_with_file_band_and_window(
    write_scene: Write, mask: Mask, tmp_path: Path
) -> None:
    path = write_scene(compress="deflate")
    spec = describe(str(path))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(CloudMaskError, match=r"scene\.tif"):
        mask_scene(MaskRequest(spec, str(tmp_path / "m.tif")), SilentReporter())
    assert not (tmp_path / "m.tif").exists()


def test_the_expected_time_grows_with_the_work(write_scene: Write) -> None:
    from cloudmask_plugin.engine.models import find

    spec, card = describe(str(write_scene())), find()
    whole = estimate_seconds(spec, card)
    assert whole > estimate_seconds(spec, card, resolution=20) > 0
    assert estimate_seconds(spec, card, tta=3) == pytest.approx(4 * whole)


# --- memory -------------------------------------------------------------------------------

PEAK = """
import sys
import numpy as np
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.pipeline import MaskRequest, mask_scene
from cloudmask_plugin.engine.reporter import SilentReporter
request = MaskRequest(describe(sys.argv[1]), sys.argv[2], sys.argv[3])
mask_scene(request, SilentReporter())
with open("/proc/self/status") as status:
    print(next(line.split()[1] for line in status if line.startswith("VmHWM")))
"""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")
def test_memory_does_not_grow_with_the_scene(scene: SimulatedScene, tmp_path: Path) -> None:
    numbers = digital_numbers(scene.reflectance, FOUR_BANDS)[:, :512, :512]
    peaks = {}
    for side in (2048, 8192):
        path = tmp_path / f"{side}.tif"
        with rasterio.open(
            path,
            "w",
            driver="GTiff",
            count=4,
            height=side,
            width=side,
            dtype="uint16",
            tiled=True,
            blockxsize=512,
            blockysize=512,
            crs="EPSG:32631",
            transform=rasterio.transform.from_origin(0, 0, 10, 10),
        ) as dst:
            for row in range(0, side, 512):
                for col in range(0, side, 512):
                    dst.write(numbers, window=rasterio.windows.Window(col, row, 512, 512))
            for index, role in enumerate(FOUR_BANDS, start=1):
                dst.set_band_description(index, role)
        peaks[side] = peak_of(path)
    # On a busy machine threads wait for each other with their arrays in hand: the smaller of
    # two runs is what the job needs.
    if peaks[8192] > 1.15 * peaks[2048]:
        peaks = {side: min(peak, peak_of(tmp_path / f"{side}.tif")) for side, peak in peaks.items()}
    assert peaks[8192] <= 1.15 * peaks[2048], peaks


def peak_of(path: Path) -> int:
    """Largest memory, in kB, of a process that masks a scene and writes its probabilities."""
    done = subprocess.run(
        [sys.executable, "-c", PEAK, path, path.with_name("m.tif"), path.with_name("p.tif")],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(pipeline.__file__).parents[2],
    )
    return int(done.stdout)
