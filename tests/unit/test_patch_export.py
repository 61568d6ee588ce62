"""Corrected patches in CloudSEN12's folders hold the scene's bands and the mask's classes."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
import rasterio
from hypothesis import given
from hypothesis import strategies as st

from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.errors import OptionError
from cloudmask_plugin.engine.patch_export import SIDE, PatchExport, export_patches, patch_windows
from cloudmask_plugin.engine.raster import choose_backend
from cloudmask_plugin.engine.reporter import SilentReporter
from cloudmask_plugin.engine.scene import SourceSpec, Window
from tests.unit.stored import TEN_BANDS, digital_numbers, write_raster
from training.simulation import simulate_scene

ROWS, COLS = 700, 600


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> tuple[SourceSpec, str, np.ndarray]:
    folder = tmp_path_factory.mktemp("export")
    simulated = simulate_scene(ROWS, COLS, seed=2, thick=0.2, thin=0.1)
    numbers = digital_numbers(simulated.reflectance, TEN_BANDS)
    path = write_raster(folder / "S2A_MSIL1C_20221005T115411_x.tif", numbers, TEN_BANDS)
    labels = simulated.labels.copy()
    labels[:7] = 255
    mask = write_raster(folder / "mask_v2.tif", labels[np.newaxis], nodata=255)
    return describe(str(path)), str(mask), labels


def export(scene: tuple[SourceSpec, str, np.ndarray], folder: Path, *windows: Window):
    request = PatchExport(scene[0], scene[1], windows, str(folder))
    return export_patches(request, choose_backend(), SilentReporter())


def test_a_patch_holds_bands_and_labels_of_its_place(scene, tmp_path: Path) -> None:
    written = export(scene, tmp_path / "out", Window(10, 3, 20, 20))
    assert [Path(path).relative_to(tmp_path / "out").parts[0] for path in written] == ["ROI_0001"]
    folder = Path(written[0])
    with rasterio.open(folder / "S2L1C.tif") as src:
        assert (src.count, src.height, src.width) == (13, SIDE, SIDE)
        assert src.descriptions == ROLES
        bands, transform = src.read(), src.transform
    with rasterio.open(scene[0].location) as src:
        assert transform == src.transform
        for index, role in enumerate(TEN_BANDS, start=1):
            stored = src.read(index)[:SIDE, :SIDE]
            np.testing.assert_array_equal(bands[ROLES.index(role)], stored)
    assert not bands[ROLES.index("B10")].any()
    with rasterio.open(folder / "manual_hq.tif") as src:
        labels = src.read(1)
        assert src.transform == transform
    expected = scene[2][:SIDE, :SIDE]
    np.testing.assert_array_equal(labels, np.where(expected == 255, 99, expected))
    with (tmp_path / "out" / "metadata.csv").open(encoding="utf-8") as file:
        (line,) = csv.DictReader(file)
    assert line["roi_id"] == "ROI_0001"
    assert line["crs"] == "EPSG:32631"
    assert line["bands"].split() == list(TEN_BANDS)
    assert line["acquired"].startswith("2022-10-05")
    assert line["mask"] == "mask_v2.tif"


def test_further_patches_are_numbered_behind_those_that_are_there(scene, tmp_path: Path) -> None:
    export(scene, tmp_path, Window(0, 0, 5, 5))
    written = export(scene, tmp_path, Window(550, 650, 5, 5), Window(0, 650, 5, 5))
    assert [Path(path).parent.name for path in written] == ["ROI_0002", "ROI_0003"]
    lines = (tmp_path / "metadata.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 4


def test_nothing_corrected_is_told(scene, tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="Nothing was corrected"):
        export(scene, tmp_path)


@given(st.integers(1, 1600), st.integers(1, 1600), st.integers(0, 1599), st.integers(0, 1599))
def test_patches_cover_every_corrected_pixel_and_stay_inside(
    rows: int, cols: int, row: int, col: int
) -> None:
    raster = Window(0, 0, cols, rows)
    pixel = Window(col % cols, row % rows, 1, 1)
    patches = patch_windows([pixel], raster)
    assert patches
    for patch in patches:
        assert patch.intersect(pixel).width
        assert patch.col_stop <= max(cols, SIDE)
        assert patch.row_stop <= max(rows, SIDE)
    everything = patch_windows([raster], raster)
    assert len(everything) == -(-rows // SIDE) * -(-cols // SIDE)
