"""Scenes and models for the engine's tests, written as users have them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import rasterio
from hypothesis import HealthCheck, settings
from rasterio.transform import from_origin

from cloudmask_plugin.engine.pipeline import MaskRequest, MaskResult, mask_scene
from cloudmask_plugin.engine.reporter import Progress
from training.simulation import SimulatedScene, simulate_scene

settings.register_profile(
    "project", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.load_profile("project")

TEN_BANDS = ("B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B11", "B12")
FOUR_BANDS = ("B02", "B03", "B04", "B08")
UTM = "EPSG:32631"
WriteScene = Callable[..., Path]


class RecordingReporter:
    """Keeps what it is told; cancels at a given share of the work."""

    def __init__(self, cancel_at: float = 2.0) -> None:
        self.steps: list[Progress] = []
        self.messages: list[str] = []
        self._cancel_at = cancel_at

    def progress(self, progress: Progress) -> None:
        self.steps.append(progress)

    def message(self, text: str) -> None:
        self.messages.append(text)

    def is_cancelled(self) -> bool:
        return bool(self.steps) and self.steps[-1].fraction >= self._cancel_at


@pytest.fixture
def reporter() -> RecordingReporter:
    return RecordingReporter()


@pytest.fixture(scope="session")
def scene() -> SimulatedScene:
    """A scene of 700 × 600 pixels with all four classes."""
    return simulate_scene(700, 600, seed=2, thick=0.2, thin=0.1)


def write_raster(
    path: Path,
    values: np.ndarray,
    descriptions: tuple[str, ...] = (),
    tags: dict[str, str] | None = None,
    origin: tuple[float, float] = (399960.0, 5700000.0),
    pixel: float = 10.0,
    crs: str | None = UTM,
    **profile: object,
) -> Path:
    """Write (bands, rows, cols) as a GeoTIFF with rasterio."""
    options = {"driver": "GTiff", "tiled": True, "blockxsize": 256, "blockysize": 256, **profile}
    with rasterio.open(
        path,
        "w",
        count=values.shape[0],
        height=values.shape[1],
        width=values.shape[2],
        dtype=values.dtype.name,
        crs=crs,
        transform=from_origin(*origin, pixel, pixel),
        **options,
    ) as dst:
        dst.write(values)
        for index, description in enumerate(descriptions, start=1):
            dst.set_band_description(index, description)
        dst.update_tags(**(tags or {}))
    return path


def digital_numbers(reflectance: np.ndarray, roles: tuple[str, ...], offset: int = 0) -> np.ndarray:
    """Return uint16 digital numbers of some of the 13 bands; at least 1, as products have."""
    from cloudmask_plugin.engine.bands import ROLES

    chosen = reflectance[[ROLES.index(role) for role in roles]]
    return np.clip(np.rint(chosen * 10000 - offset), 1, 65535).astype(np.uint16)


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
