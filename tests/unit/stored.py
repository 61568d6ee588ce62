"""Simulated scenes as users have them stored, and a reporter that keeps what it is told."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import rasterio
from rasterio.transform import from_origin

from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.reporter import Progress

TEN_BANDS = ("B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B11", "B12")
FOUR_BANDS = ("B02", "B03", "B04", "B08")
UTM = "EPSG:32631"


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
    chosen = reflectance[[ROLES.index(role) for role in roles]]
    numbers = np.maximum(np.rint(chosen * 10000), 1) - offset
    return np.minimum(numbers, 65535).astype(np.uint16)
