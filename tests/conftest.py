"""What tests of all kinds share; imports nothing of QGIS, which unit tests run without."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def scene_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A simulated scene of 400 × 300 pixels at 10 m with bands, time and place, as a GeoTIFF.

    Shared by all tests: none may write beside it.
    """
    from tests.unit.stored import FOUR_BANDS, digital_numbers, write_raster
    from training.simulation import simulate_scene

    scene = simulate_scene(400, 300, seed=2, thick=0.2, thin=0.1)
    path = tmp_path_factory.mktemp("scenes") / "S2A_MSIL1C_20221005T115411_simulated.tif"
    return write_raster(path, digital_numbers(scene.reflectance, FOUR_BANDS), FOUR_BANDS)


@pytest.fixture
def real_scenes() -> Path:
    """The folder of real scenes; skips where it is absent, as it is for users."""
    folder = Path(os.environ.get("CLOUDMASK_DATA") or ROOT.parent / "shared" / "data") / "scenes"
    if not folder.is_dir():
        pytest.skip("no real scenes: set CLOUDMASK_DATA to the folder that holds them")
    return folder
