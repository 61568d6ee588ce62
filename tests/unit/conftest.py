"""Scenes and models for the engine's tests, written as users have them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import rasterio
from hypothesis import HealthCheck, settings

from cloudmask_plugin.engine.pipeline import MaskRequest, MaskResult, mask_scene
from tests.unit.stored import FOUR_BANDS, RecordingReporter, digital_numbers, write_raster
from training.simulation import SimulatedScene, simulate_scene

settings.register_profile(
    "project", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.load_profile("project")

WriteScene = Callable[..., Path]


@pytest.fixture
def reporter() -> RecordingReporter:
    return RecordingReporter()


@pytest.fixture(scope="session")
def scene() -> SimulatedScene:
    """A scene of 700 × 600 pixels with all four classes."""
    return simulate_scene(700, 600, seed=2, thick=0.2, thin=0.1)


@pytest.fixture
def write_scene(tmp_path: Path, scene: SimulatedScene) -> WriteScene:
    """Return a function that writes the scene, or a part of it, as a stack of bands."""

    def write(
        name: str = "scene.tif",
        roles: tuple[str, ...] = FOUR_BANDS,
        offset: int = 0,
        rows: slice = slice(None),
        cols: slice = slice(None),
        **options: object,
    ) -> Path:
        numbers = digital_numbers(scene.reflectance[:, rows, cols], roles, offset)
        options.setdefault("descriptions", roles)
        return write_raster(tmp_path / name, numbers, **options)  # type: ignore[arg-type]

    return write


@pytest.fixture
def mask(tmp_path: Path) -> Callable[..., tuple[np.ndarray, MaskResult]]:
    """Return a function that masks a file and reads the result with rasterio."""
    from cloudmask_plugin.engine.describe import describe
    from cloudmask_plugin.engine.scene import Overrides

    def run(path: Path, **options: object) -> tuple[np.ndarray, MaskResult]:
        overrides = options.pop("overrides", Overrides())
        output = str(options.pop("output", tmp_path / f"mask_of_{Path(path).stem}.tif"))
        spec = describe(str(path), overrides)  # type: ignore[arg-type]
        request = MaskRequest(spec, output, **options)  # type: ignore[arg-type]
        result = mask_scene(request, RecordingReporter())
        with rasterio.open(output) as src:
            return src.read(1), result

    return run
