"""Rasters in views of the map: the pixels are those that lie there, read cheaply."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from hypothesis import given
from hypothesis import strategies as st
from rasterio.crs import CRS
from rasterio.transform import Affine, from_origin
from rasterio.warp import Resampling, reproject

from cloudmask_plugin.engine.agreement import (
    BOTH_CLEAR,
    BOTH_MASKED,
    ONLY_FIRST,
    ONLY_SECOND,
    OTHER_KIND,
    agreement,
    agreement_shares,
)
from cloudmask_plugin.engine.classes import NODATA
from cloudmask_plugin.engine.errors import SceneError
from cloudmask_plugin.engine.map_view import (
    LIGHT,
    ViewedRaster,
    cased_outline,
    open_probabilities,
    outline,
    view_codes,
)
from cloudmask_plugin.engine.mask_table import OURS, find_table
from cloudmask_plugin.engine.raster import choose_backend
from cloudmask_plugin.engine.scene import Grid
from tests.unit.stored import UTM, write_raster

WEST, NORTH = 399960.0, 5700000.0
ROWS, COLS = 200, 260


@pytest.fixture(params=["gdal", "rasterio"], scope="module")
def backend(request: pytest.FixtureRequest):
    return choose_backend(request.param)


@pytest.fixture(scope="module")
def codes() -> np.ndarray:
    """Patches of classes, large enough to survive every overview."""
    rng = np.random.default_rng(4)
    return np.kron(rng.choice([0, 1, 2, 3], (25, 26)), np.ones((8, 10))).astype(np.uint8)


@pytest.fixture(scope="module")
def mask_path(tmp_path_factory: pytest.TempPathFactory, codes: np.ndarray) -> Path:
    path = tmp_path_factory.mktemp("view") / "mask.tif"
    write_raster(path, codes[np.newaxis], nodata=255)
    with rasterio.open(path, "r+") as dst:
        dst.build_overviews([2, 4], Resampling.nearest)
    return path


def view(col: float, row: float, width: int, height: int, zoom: float, crs: str = UTM) -> Grid:
    """Return a view whose first pixel's corner lies at a column and row; zoom in mask pixels."""
    transform = (WEST + 10 * col, 10 * zoom, 0.0, NORTH - 10 * row, 0.0, -10 * zoom)
    return Grid(CRS.from_string(crs).to_wkt(), transform, width, height)


@given(
    st.floats(-60, 250), st.floats(-60, 190), st.integers(1, 70), st.integers(1, 50),
    st.sampled_from([0.1, 0.37, 1.0]),
)  # fmt: skip
def test_a_view_no_coarser_than_the_mask_shows_the_pixel_under_each_centre(
    mask_path: Path, codes: np.ndarray, col: float, row: float, width: int, height: int, zoom: float
) -> None:
    raster = ViewedRaster(str(mask_path), choose_backend())
    seen = view_codes(raster, OURS, view(col, row, width, height, zoom))
    raster.close()
    expected = np.full((height, width), NODATA, np.uint8)
    for i in range(height):
        for j in range(width):
            r = int(np.floor(row + (i + 0.5) * zoom))
            c = int(np.floor(col + (j + 0.5) * zoom))
            if 0 <= r < ROWS and 0 <= c < COLS:
                expected[i, j] = codes[r, c]
    # A centre on an edge may fall to either side.
    assert (seen != expected).mean() < 0.02


def test_a_coarse_view_comes_from_the_overview_and_is_of_the_right_place(
    mask_path: Path, codes: np.ndarray, backend
) -> None:
    raster = ViewedRaster(str(mask_path), backend)
    seen = view_codes(raster, OURS, view(-24, -20, 78, 60, 4))
    assert (seen[:5] == NODATA).all()
    assert (seen[:, :6] == NODATA).all()
    inside = seen[5:55, 6:71]
    # The pixel shown is one of those below the view's pixel, or at most one beside it.
    wide = np.pad(codes, 1, mode="edge")
    near = [wide[row::4, col::4][:50, :65] for row in range(6) for col in range(6)]
    assert np.any([inside == other for other in near], axis=0).all()
    assert np.mean([(inside == other).mean() for other in near]) > 0.5
    raster.close()


def test_a_view_in_another_crs_shows_what_gdal_warps_there(
    mask_path: Path, codes: np.ndarray, backend
) -> None:
    with rasterio.open(mask_path) as src:
        bounds = rasterio.warp.transform_bounds(src.crs, "EPSG:3857", *src.bounds)
    transform = (bounds[0], 20.0, 0.0, bounds[3], 0.0, -20.0)
    target = Grid(CRS.from_epsg(3857).to_wkt(), transform, 180, 150)
    expected = np.full((150, 180), NODATA, np.uint8)
    reproject(
        codes, expected, src_transform=from_origin(WEST, NORTH, 10, 10), src_crs=UTM,
        dst_transform=Affine.from_gdal(*transform), dst_crs="EPSG:3857",
        init_dest_nodata=False, src_nodata=255, dst_nodata=255,
    )  # fmt: skip
    raster = ViewedRaster(str(mask_path), backend)
    for _ in range(2):  # the second time from what is open
        assert (view_codes(raster, OURS, target) == expected).mean() > 0.97
    raster.close()


def test_other_masks_are_translated_and_outside_is_nodata(tmp_path: Path, backend) -> None:
    scl = np.kron(np.array([[4, 9], [3, 0]]), np.ones((10, 10))).astype(np.uint8)
    path = write_raster(tmp_path / "SCL.tif", scl[np.newaxis])
    raster = ViewedRaster(str(path), backend)
    seen = view_codes(raster, find_table("scl"), view(0, 0, 30, 20, 1))
    assert [seen[5, 5], seen[5, 15], seen[15, 5], seen[15, 15], seen[5, 25]] == [0, 1, 3, 255, 255]
    raster.close()


def test_a_sample_is_spread_over_the_whole_raster(mask_path: Path, codes: np.ndarray) -> None:
    raster = ViewedRaster(str(mask_path), choose_backend())
    sample = raster.sample((1,), most=65)
    assert sample.values.shape == (1, 50, 65)
    assert sample.every == 16
    assert sample.grid.pixel_size == (40, 40)
    for code in range(4):
        assert (sample.values == code).mean() == pytest.approx((codes == code).mean(), abs=0.03)
    assert raster.sample((1,)).values.shape == (1, ROWS, COLS)
    raster.close()


def test_a_file_without_probabilities_is_refused_with_the_remedy(mask_path: Path) -> None:
    with pytest.raises(SceneError, match="holds no class probabilities.*mask the scene with"):
        open_probabilities(str(mask_path), choose_backend())


def test_an_outline_keeps_the_rim_of_patches_and_nothing_else() -> None:
    patch = np.zeros((9, 9), np.uint8)
    patch[2:7, 2:7] = 2
    rim = outline(patch)
    assert (rim[2:7, 2] == 2).all()
    assert (rim[3:6, 3:6] == 0).all()
    assert (rim > 0).sum() == 16
    assert not outline(np.full((5, 5), 3, np.uint8)).any()


def test_a_light_line_runs_inside_each_outline() -> None:
    patch = np.zeros((9, 9), np.uint8)
    patch[1:8, 1:8] = 1
    rims = cased_outline(patch)
    assert (rims[1:8, 1] == 1).all()
    assert (rims[2:7, 2] == LIGHT).all()
    assert not rims[3:6, 3:6].any()
    assert not rims[patch == 0].any()
    wide = cased_outline(patch, 2)
    assert (wide[1:8, 1:3] == 1).all()
    assert (wide[3:6, 3] == LIGHT).all()


def test_agreement_tells_who_masks_what() -> None:
    first = np.array([[0, 1, 2, 3, 0, 1, 3, 255, 0]], np.uint8)
    second = np.array([[0, 2, 2, 3, 2, 0, 1, 1, 255]], np.uint8)
    found = agreement(first, second)
    assert found.tolist() == [
        [BOTH_CLEAR, BOTH_MASKED, BOTH_MASKED, BOTH_MASKED, ONLY_SECOND, ONLY_FIRST, OTHER_KIND,
         NODATA, NODATA]
    ]  # fmt: skip
    shares = agreement_shares(found)
    assert shares.pixels == 7
    assert shares.agreed == pytest.approx(4 / 7)
    assert sum(shares.shares) == pytest.approx(1)
    assert agreement_shares(np.full((2, 2), NODATA, np.uint8)).agreed == 0
