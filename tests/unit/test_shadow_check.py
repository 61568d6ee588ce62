"""The check of shadow on files: what goes, what stays, and that nothing else changes."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.transform import from_origin
from rasterio.warp import transform
from scipy import ndimage

from cloudmask_plugin.engine import pipeline, shadow_check, tile_predictions
from cloudmask_plugin.engine.__main__ import main
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.errors import Cancelled, OptionError, OutputError, SceneError
from cloudmask_plugin.engine.pipeline import MaskRequest, MaskResult, mask_scene
from cloudmask_plugin.engine.raster import choose_backend
from cloudmask_plugin.engine.raster.row_store import RowStore
from cloudmask_plugin.engine.refine import RefineOptions, in_pixels, tidy
from cloudmask_plugin.engine.reporter import Progress, SilentReporter
from cloudmask_plugin.engine.scene import Grid, Overrides
from cloudmask_plugin.engine.shadow_check import (
    MAX_CELLS,
    ShadowCheck,
    ShadowOptions,
    ShadowVerdict,
)
from cloudmask_plugin.engine.sun import Sun
from tests.unit.stored import FOUR_BANDS, UTM, RecordingReporter, write_raster
from training.simulation import simulate_scene

ZENITH, AZIMUTH = 50.0, 150.0
SUN = Sun(ZENITH, AZIMUTH)
PIXEL = 120.0
ORIGIN = (399960.0, 5700000.0)
LAKE = (slice(350, 365), slice(330, 350))
REMOVE = ShadowOptions("remove")


class Oracle:
    """Stands for the network: reads the class of each pixel off its reflectance."""

    def __init__(self, *of_no_concern: object) -> None:
        pass

    def __call__(self, reflectance: np.ndarray) -> np.ndarray:
        codes = np.rint(reflectance[0] * 10) - 1
        return np.stack([codes == code for code in range(4)]).astype(np.float32)


@pytest.fixture(autouse=True)
def oracle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tile_predictions, "Network", Oracle)


def write_codes(path: Path, codes: np.ndarray, **options: Any) -> Path:
    """Write a scene in which the oracle sees ``codes``; 255 is nodata."""
    numbers = np.where(codes == 255, 0, 1000 * (codes.astype(int) + 1)).astype(np.uint16)
    return write_raster(
        path, np.stack([numbers] * 4), FOUR_BANDS, nodata=0, **{"pixel": PIXEL, **options}
    )


@pytest.fixture(scope="session")
def truth() -> np.ndarray:
    """Clouds and their shadows, in 60 × 54 km with a large clear part."""
    scene = simulate_scene(
        500,
        450,
        seed=47,
        resolution=PIXEL,
        thick=0.003,
        thin=0,
        sun_zenith=ZENITH,
        sun_azimuth=AZIMUTH,
    )
    return scene.labels


@pytest.fixture
def codes(truth: np.ndarray) -> np.ndarray:
    """The same with a dark lake that is called shadow, far from any cloud."""
    far = ndimage.distance_transform_edt(~np.isin(truth, (1, 2))) * PIXEL
    assert far[LAKE].min() > 17_000
    changed = truth.copy()
    changed[LAKE] = 3
    return changed


@pytest.fixture
def scene_path(codes: np.ndarray, tmp_path: Path) -> Path:
    folder = tmp_path / "input"
    folder.mkdir()
    return write_codes(folder / "scene.tif", codes)


def run(
    path: Path, output: Path, sun: Sun | None = SUN, **options: Any
) -> tuple[np.ndarray, MaskResult]:
    stated = {"sun_zenith": sun.zenith, "sun_azimuth": sun.azimuth} if sun else {}
    stated["pixel_size"] = options.pop("pixel_size", None)
    spec = describe(str(path), Overrides(scale=1e-4, offset=0.0, **stated))
    result = mask_scene(MaskRequest(spec, str(output), **options), RecordingReporter())
    with rasterio.open(output) as src:
        return src.read(1), result


def grid_of(path: Path) -> Grid:
    return describe(str(path), Overrides(scale=1e-4, offset=0.0)).grid


def judged(codes: np.ndarray, grid: Grid, heights: Iterator[int] | None = None) -> ShadowVerdict:
    check = ShadowCheck(grid, SUN)
    row = 0
    while row < len(codes):
        height = next(heights) if heights else len(codes)
        check.add(codes[row : row + height])
        row += height
    return check.verdict(REMOVE)


# --- what goes and what stays ----------------------------------------------------------------


def test_a_dark_lake_called_shadow_goes_and_the_shadows_of_clouds_stay(
    scene_path: Path, truth: np.ndarray, codes: np.ndarray, tmp_path: Path
) -> None:
    kept, reported = run(scene_path, tmp_path / "kept.tif")
    removed, result = run(scene_path, tmp_path / "removed.tif", shadows=REMOVE)
    assert np.array_equal(kept, codes)
    assert np.array_equal(removed, truth)
    lake = 15 * 20 / (codes == 3).sum()
    assert result.shadow is not None
    assert result.shadow == reported.shadow
    assert result.shadow.orphan == pytest.approx(lake)
    assert result.shadow.terrain is None


@pytest.mark.parametrize("azimuth", [60.0, 240.0, 330.0])
def test_with_the_sun_elsewhere_a_true_shadow_is_an_orphan(tmp_path: Path, azimuth: float) -> None:
    codes = np.zeros((400, 400), np.uint8)
    codes[200:220, 200:220] = 1
    north, west = (round(3000 * part / PIXEL) for part in (math.cos(0.52), math.sin(0.52)))
    codes[200 - north : 220 - north, 200 - west : 220 - west] = 3  # 3 km away from a sun at 150°
    path = write_codes(tmp_path / "s.tif", codes)
    _, right = run(path, tmp_path / "m.tif")
    _, wrong = run(path, tmp_path / "m.tif", Sun(ZENITH, azimuth))
    assert right.shadow is not None
    assert wrong.shadow is not None
    assert (right.shadow.orphan, wrong.shadow.orphan) == (0, 1)


def test_shadow_at_the_edge_to_the_sun_is_not_judged(tmp_path: Path) -> None:
    codes = np.zeros((300, 300), np.uint8)
    codes[285:295, 100:120] = 3  # 1 km from the southern edge
    codes[20:30, 100:120] = 3
    codes[:, 280:] = 255
    codes[150:160, 270:280] = 3  # its line runs into nodata
    codes[40:50, 250:260] = 3  # and this one's too
    path = write_codes(tmp_path / "s.tif", codes)
    removed, result = run(path, tmp_path / "m.tif", shadows=REMOVE)
    assert result.shadow is not None
    assert result.shadow.orphan == pytest.approx(200 / 600)
    assert result.shadow.unchecked == pytest.approx(400 / 600)
    expected = codes.copy()
    expected[20:30, 100:120] = 0
    assert np.array_equal(removed, expected)


def test_reporting_changes_no_byte(scene_path: Path, tmp_path: Path) -> None:
    _, with_sun = run(scene_path, tmp_path / "m.tif", refine=RefineOptions(min_area=5, buffer=200))
    told = (tmp_path / "m.tif").read_bytes()
    _, without = run(
        scene_path, tmp_path / "m.tif", None, refine=RefineOptions(min_area=5, buffer=200)
    )
    assert (tmp_path / "m.tif").read_bytes() == told
    assert with_sun.shadow is not None
    assert without.shadow is None


def test_what_is_worth_a_look_is_said_in_words(
    scene_path: Path, truth: np.ndarray, tmp_path: Path
) -> None:
    _, result = run(scene_path, tmp_path / "m.tif")
    share = 15 * 20 / truth.size  # 0.13 %
    assert result.warnings[-1].startswith(f"In {share:.1%} of the area is shadow that no cloud")
    _, removed = run(scene_path, tmp_path / "m.tif", shadows=REMOVE)
    _, plain = run(write_codes(tmp_path / "plain.tif", truth), tmp_path / "m.tif")
    assert removed.warnings == plain.warnings == result.warnings[:-1]


# --- two looks at the rows ---------------------------------------------------------------------


@pytest.mark.parametrize("tile", [128, 300, 512])
def test_the_second_look_is_the_pure_function_on_the_mask_of_the_first(
    scene_path: Path, codes: np.ndarray, tmp_path: Path, tile: int
) -> None:
    refine = RefineOptions(min_area=20, buffer=250)
    first, _ = run(scene_path, tmp_path / "first.tif")
    second, result = run(
        scene_path, tmp_path / "second.tif", refine=refine, shadows=REMOVE, tile=tile
    )
    grid = grid_of(scene_path)
    verdict = judged(first, grid)
    expected = tidy(verdict.correct(first, 0), in_pixels(refine, grid.pixel_metres))
    assert np.array_equal(second, expected)
    assert result.shadow == verdict.shares


@given(st.lists(st.integers(1, 90), min_size=1, max_size=9), st.integers(0, 2**32 - 1))
def test_strips_of_any_height_make_the_same_verdict(heights: list[int], seed: int) -> None:
    rng = np.random.default_rng(seed)
    codes = rng.choice(np.array([0, 0, 0, 1, 2, 3, 3, 255], np.uint8), (25, 37))
    codes = codes.repeat(7, axis=0).repeat(11, axis=1)[:171, :401]
    grid = Grid(UTM, (0.0, 20.0, 0.0, 0.0, 0.0, -20.0), *codes.shape[::-1])
    whole = judged(codes, grid)
    assert whole.factor == 1
    strips = judged(codes, grid, (heights[i % len(heights)] for i in range(999)))
    assert strips.shares == whole.shares
    assert np.array_equal(strips.cleared, whole.cleared)


@settings(max_examples=20)
@given(st.integers(0, 2**32 - 1), st.integers(1, 50), st.sampled_from([40, 70, 1500]))
def test_cells_hold_what_their_pixels_are(
    monkeypatch: pytest.MonkeyPatch, seed: int, height: int, most: int
) -> None:
    monkeypatch.setattr(shadow_check, "MAX_CELLS", most)
    rng = np.random.default_rng(seed)
    codes = rng.choice(np.array([0, 1, 2, 3, 255, 255], np.uint8), (103, 91))
    check = ShadowCheck(Grid(UTM, (0.0, 2.0, 0.0, 0.0, 0.0, -2.0), 91, 103), SUN)
    for row in range(0, 103, height):
        check.add(codes[row : row + height])
    factor = {40: 6, 70: 3, 1500: 2}[most]
    assert check.verdict(REMOVE).factor == factor
    assert check._shadow.shape == (-(-103 // factor), -(-91 // factor))
    for row, col in np.ndindex(*check._shadow.shape):
        cell = codes[row * factor : (row + 1) * factor, col * factor : (col + 1) * factor]
        assert check._cloud[row, col] == np.isin(cell, (1, 2)).any()
        assert check._data[row, col] == (cell != 255).any()
        assert check._shadow[row, col] == (cell == 3).sum()


@given(
    st.integers(1, 200_000),
    st.integers(1, 200_000),
    st.floats(-5, 3),
    st.floats(-5, 3),
    st.floats(0, 360),
)
def test_memory_is_bounded_whatever_the_size_of_scene_and_pixel(
    width: int, height: int, size_x: float, size_y: float, azimuth: float
) -> None:
    grid = Grid(UTM, (0.0, 10**size_x, 0.0, 0.0, 0.0, -(10**size_y)), width, height)
    check = ShadowCheck(grid, Sun(ZENITH, azimuth))
    elevations = check.elevation_grid
    assert max(check._shadow.shape) <= MAX_CELLS
    assert max(elevations.width, elevations.height) <= MAX_CELLS + 2
    assert check._factor <= max(width, height) / 750 + 2  # little is added to fill cells


def test_both_raster_libraries_and_the_command_line_give_the_same_bytes(
    scene_path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    expected, result = run(scene_path, tmp_path / "m.tif", shadows=REMOVE)
    told = (tmp_path / "m.tif").read_bytes()
    status = main(
        ["mask", str(scene_path), "--output", str(tmp_path / "m.tif"), "--scale", "1e-4",
         "--offset", "0", "--sun-zenith", str(ZENITH), "--sun-azimuth", str(AZIMUTH),
         "--orphan-shadows", "remove", "--json"]
    )  # fmt: skip
    assert status == 0
    assert result.shadow is not None
    assert json.loads(capsys.readouterr().out)["shadow"] == asdict(result.shadow)
    assert (tmp_path / "m.tif").read_bytes() == told
    monkeypatch.setattr(pipeline, "choose_backend", lambda: choose_backend("rasterio"))
    assert np.array_equal(run(scene_path, tmp_path / "m.tif", shadows=REMOVE)[0], expected)


@pytest.mark.parametrize("name", ["gdal", "rasterio"])
def test_the_mask_tells_what_was_done(
    scene_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(pipeline, "choose_backend", lambda: choose_backend(name))
    _, result = run(scene_path, tmp_path / "m.tif", shadows=REMOVE)
    with rasterio.open(tmp_path / "m.tif") as src:
        tags = src.tags()
    assert result.shadow is not None
    told = {**asdict(result.shadow), "zenith": ZENITH, "azimuth": AZIMUTH}
    assert json.loads(tags["CLOUDMASK_SHADOW"]) == told
    assert json.loads(tags["CLOUDMASK_PARAMETERS"])["orphan_shadows"] == "remove"
    assert tags["CLOUDMASK_MODEL"]


# --- cancel and progress -------------------------------------------------------------------------


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def test_progress_rises_through_both_looks(scene_path: Path, target: Path) -> None:
    reporter = RecordingReporter()
    spec = describe(str(scene_path), Overrides(None, 1e-4, 0.0, sun_zenith=50.0, sun_azimuth=150.0))
    request = MaskRequest(spec, str(target / "m.tif"), str(target / "p.tif"), shadows=REMOVE)
    mask_scene(request, reporter)
    fractions = [step.fraction for step in reporter.steps]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1
    stages = list(dict.fromkeys(step.stage for step in reporter.steps))
    assert stages[:2] == ["Masking", "Checking shadow"]


@pytest.mark.parametrize("stage", ["Masking", "Checking shadow"])
@pytest.mark.parametrize("name", ["gdal", "rasterio"])
def test_a_cancel_in_either_look_leaves_nothing_behind(
    scene_path: Path, target: Path, monkeypatch: pytest.MonkeyPatch, stage: str, name: str
) -> None:
    monkeypatch.setattr(pipeline, "choose_backend", lambda: choose_backend(name))
    seen: list[str] = []

    class Stopping(SilentReporter):
        def progress(self, progress: Progress) -> None:
            seen.append(progress.stage)

        def is_cancelled(self) -> bool:
            return stage in seen

    spec = describe(str(scene_path), Overrides(None, 1e-4, 0.0, sun_zenith=50.0, sun_azimuth=150.0))
    request = MaskRequest(spec, str(target / "m.tif"), str(target / "p.tif"), shadows=REMOVE)
    with pytest.raises(Cancelled):
        mask_scene(request, Stopping())
    assert seen[-1] == stage
    assert list(target.iterdir()) == []


def test_rows_wait_in_a_file_without_a_name(target: Path) -> None:
    rng = np.random.default_rng(0)
    rows = rng.integers(0, 256, (100, 30)).astype(np.uint8)
    with RowStore(str(target / "m.tif"), 30) as store:
        for start, stop in ((0, 1), (1, 60), (60, 100)):
            store.append(rows[start:stop])
        assert list(target.iterdir()) == []
        parts = list(store.rows(32))
    assert [row for row, _ in parts] == [0, 32, 64, 96]
    assert np.array_equal(np.concatenate([part for _, part in parts]), rows)
    with pytest.raises(OutputError, match="cannot be written"):
        RowStore(str(target / "nowhere" / "m.tif"), 30)


# --- what is missing -----------------------------------------------------------------------------


def test_without_the_sun_removing_is_refused_and_reporting_left_out(
    scene_path: Path, target: Path
) -> None:
    assert run(scene_path, target / "m.tif", None)[1].shadow is None
    (target / "m.tif").unlink()
    for options in (REMOVE, ShadowOptions(dem=str(scene_path))):
        with pytest.raises(OptionError, match="--sun-zenith and --sun-azimuth, or SUN_ZENITH and"):
            run(scene_path, target / "m.tif", None, shadows=options)


def test_without_a_position_the_top_is_north_and_a_pixel_as_large_as_is_stated(
    scene_path: Path, codes: np.ndarray, tmp_path: Path
) -> None:
    expected, placed = run(scene_path, tmp_path / "m.tif", shadows=REMOVE)
    path = tmp_path / "unplaced.tif"
    with rasterio.open(
        path, "w", driver="GTiff", count=4, height=500, width=450, dtype="uint16"
    ) as dst:
        dst.write(np.stack([1000 * (codes.astype(np.uint16) + 1)] * 4))
        for index, role in enumerate(FOUR_BANDS, start=1):
            dst.set_band_description(index, role)
    got, result = run(path, tmp_path / "m.tif", shadows=REMOVE, pixel_size=PIXEL)
    assert np.array_equal(got, expected)
    assert result.shadow == placed.shadow


def test_an_unknown_choice_is_refused() -> None:
    with pytest.raises(OptionError, match="give keep or remove"):
        ShadowOptions("delete")


# --- terrain ---------------------------------------------------------------------------------


def write_elevations(
    path: Path, height: Callable[[np.ndarray, np.ndarray], np.ndarray], crs: str = UTM
) -> Path:
    """Write elevations, a function of metres east and south of the scene's corner."""
    if crs == UTM:
        profile = {"transform": from_origin(ORIGIN[0] - 3000, ORIGIN[1] + 3000, 90, 90)}
        size, to_utm = (1000, 800), None
    else:
        profile = {"transform": from_origin(1.5, 51.5, 0.001, 0.001)}
        size, to_utm = (750, 1000), True
    rows, cols = np.mgrid[: size[0], : size[1]] + 0.5
    a, _, x0, _, e, y0 = profile["transform"][:6]
    x, y = x0 + a * cols, y0 + e * rows
    if to_utm:
        x, y = (np.reshape(part, size) for part in transform(crs, UTM, x.ravel(), y.ravel()))
    values = height(x - ORIGIN[0], ORIGIN[1] - y).astype(np.float32)
    with rasterio.open(
        path, "w", driver="GTiff", count=1, dtype="float32", nodata=-9999, crs=crs,
        height=size[0], width=size[1], **profile,
    ) as dst:  # fmt: skip
        dst.write(values, 1)
    return path


def ridge(east: np.ndarray, south: np.ndarray) -> np.ndarray:
    """A wall of 1 km, 30 km south of the scene's corner, with ground at 200 m around it."""
    return np.where(np.abs(south - 30_000) < 200, 1200.0, 200.0)


@pytest.fixture
def all_shadow(tmp_path: Path) -> Path:
    folder = tmp_path / "dark"
    folder.mkdir()
    codes = np.full((500, 450), 3, np.uint8)
    codes[:, 400:] = 1
    return write_codes(folder / "dark.tif", codes)


@pytest.mark.parametrize("name", ["gdal", "rasterio"])
@pytest.mark.parametrize("crs", [UTM, "EPSG:4326"])
def test_the_shadow_of_terrain_is_split_off_as_long_as_it_must_be(
    all_shadow: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, crs: str
) -> None:
    monkeypatch.setattr(pipeline, "choose_backend", lambda: choose_backend(name))
    dem = write_elevations(tmp_path / "dem.tif", ridge, crs)
    got, result = run(
        all_shadow, tmp_path / "m.tif", Sun(70, 180), shadows=ShadowOptions(dem=str(dem))
    )
    assert set(np.unique(got)) == {0, 1, 3}
    assert (got[:, 400:] == 1).all()
    clear = (got[:, :400] == 0).any(axis=1)
    rows = np.flatnonzero(clear)
    length = 1000 * math.tan(math.radians(70))
    assert rows.min() * PIXEL == pytest.approx(30_000 - 200 - length, abs=2.5 * PIXEL)
    assert rows.max() * PIXEL == pytest.approx(30_000, abs=3.5 * PIXEL)
    assert (got[rows.min() + 3 : rows.max() - 3, :400] == 0).all()
    assert result.shadow is not None
    assert result.shadow.terrain == pytest.approx((got == 0).sum() / (500 * 400))
    with rasterio.open(tmp_path / "m.tif") as src:
        tags = src.tags()
    assert json.loads(tags["CLOUDMASK_SHADOW"])["terrain"] == result.shadow.terrain
    assert json.loads(tags["CLOUDMASK_PARAMETERS"])["dem"] == "dem.tif"


def test_a_hill_outside_the_part_that_is_masked_throws_its_shadow_into_it(
    all_shadow: Path, tmp_path: Path
) -> None:
    dem = write_elevations(tmp_path / "dem.tif", ridge)
    options = {"shadows": ShadowOptions(dem=str(dem))}
    whole, _ = run(all_shadow, tmp_path / "w.tif", Sun(70, 180), **options)
    x0, y0 = ORIGIN
    part = (x0, y0 - 29_400, x0 + 9600, y0 - 24_000)  # ends 400 m before the ridge
    got, _ = run(all_shadow, tmp_path / "m.tif", Sun(70, 180), extent=part, **options)
    assert (got == 0).any()
    assert np.array_equal(got, whole[200:245, :80])


def test_where_elevations_end_nothing_is_split_off(all_shadow: Path, tmp_path: Path) -> None:
    def half(east: np.ndarray, south: np.ndarray) -> np.ndarray:
        return np.where(east < 20_000, ridge(east, south), -9999)

    dem = write_elevations(tmp_path / "dem.tif", half)
    got, _ = run(all_shadow, tmp_path / "m.tif", Sun(70, 180), shadows=ShadowOptions(dem=str(dem)))
    assert (got[240, :160] == 0).all()
    assert (got[:, 170:400] == 3).all()


@pytest.mark.parametrize("zenith", [55, 70])  # the ridge's shadow can be checked, and cannot
def test_without_any_cloud_all_shadow_is_terrains_an_orphan_or_unchecked(
    tmp_path: Path, zenith: float
) -> None:
    codes = np.zeros((500, 450), np.uint8)
    codes[225:245, 100:200] = 3  # behind the ridge, and a part before its shadow
    codes[50:60, 100:200] = 3  # far from it
    codes[495:, 100:300] = 3  # at the edge to the sun
    path = write_codes(tmp_path / "s.tif", codes)
    options = ShadowOptions("remove", str(write_elevations(tmp_path / "dem.tif", ridge)))
    got, result = run(path, tmp_path / "m.tif", Sun(zenith, 180), shadows=options)
    assert result.shadow is not None
    assert result.shadow.terrain is not None
    assert result.shadow.terrain > 0.1
    assert result.shadow.unchecked >= 0.25
    assert result.shadow.orphan >= 0.25
    assert sum(filter(None, asdict(result.shadow).values())) == pytest.approx(1)
    assert (got == 3).sum() == result.shadow.unchecked * (codes == 3).sum()


def test_elevations_that_cannot_serve_are_refused_with_their_name(
    scene_path: Path, tmp_path: Path, target: Path
) -> None:
    unplaced, away = tmp_path / "unplaced.tif", tmp_path / "away.tif"
    flat = np.zeros((1, 50, 50), np.float32)
    write_raster(unplaced, flat, crs=None, tiled=False)
    write_raster(away, flat, origin=(0.0, 0.0), tiled=False)
    for dem, error, sentence in (
        (unplaced, OptionError, "unplaced.tif has no coordinate system"),
        (away, OptionError, "away.tif does not overlap the scene"),
        (tmp_path / "none.tif", SceneError, "none.tif cannot be opened"),
    ):
        with pytest.raises(error, match=sentence):
            run(scene_path, target / "m.tif", shadows=ShadowOptions(dem=str(dem)))
    assert list(target.iterdir()) == []
