"""What tests of all kinds share; imports nothing of QGIS, which unit tests run without."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
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


@pytest.fixture(scope="session")
def web_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A folder and the address at which a web server offers it."""
    folder = tmp_path_factory.mktemp("web")
    program = ROOT / "tests" / "unit" / "range_server.py"
    process = subprocess.Popen(
        [sys.executable, str(program), str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    port = process.stdout.readline().strip()
    yield folder, f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait()


@pytest.fixture
def server(web_server: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> tuple[Path, str]:
    """The web server, reached without a proxy."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    return web_server


@pytest.fixture
def real_scenes() -> Path:
    """The folder of real scenes; skips where it is absent, as it is for users."""
    folder = Path(os.environ.get("CLOUDMASK_DATA") or ROOT.parent / "shared" / "data") / "scenes"
    if not folder.is_dir():
        pytest.skip("no real scenes: set CLOUDMASK_DATA to the folder that holds them")
    return folder
