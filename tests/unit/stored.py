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
PRODUCT = "S2A_MSIL2A_20221005T115411_N0400_R023_T29UNU_20221005T164454.SAFE"
OFFSETS = "".join(f'<BOA_ADD_OFFSET band_id="{i}">-1000</BOA_ADD_OFFSET>' for i in range(13))
PRODUCT_XML = f"""<?xml version="1.0"?><n1:Level-2A_User_Product xmlns:n1="x">
<PRODUCT_START_TIME>2022-10-05T11:54:11.024Z</PRODUCT_START_TIME>
<PRODUCT_URI>{PRODUCT}</PRODUCT_URI><PROCESSING_LEVEL>Level-2A</PROCESSING_LEVEL>
<PROCESSING_BASELINE>04.00</PROCESSING_BASELINE>
<BOA_QUANTIFICATION_VALUE unit="none">10000</BOA_QUANTIFICATION_VALUE>{OFFSETS}
</n1:Level-2A_User_Product>"""
GRANULE_XML = """<n1:Level-2A_Tile_ID xmlns:n1="x">
<TILE_ID>S2A_OPER_MSI_L2A_TL_2APS_20221005T164454_A038058_T29UNU_N04.00</TILE_ID>
<SENSING_TIME>2022-10-05T11:54:07.11Z</SENSING_TIME>
<Mean_Sun_Angle><ZENITH_ANGLE unit="deg">57.8</ZENITH_ANGLE>
<AZIMUTH_ANGLE unit="deg">172.8</AZIMUTH_ANGLE></Mean_Sun_Angle></n1:Level-2A_Tile_ID>"""


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
    tiling = {"tiled": True, "blockxsize": 256, "blockysize": 256}
    options = {"driver": "GTiff", **({} if "driver" in profile else tiling), **profile}
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


def write_product(
    folder: Path, reflectance: np.ndarray, resolutions: tuple[int, ...] = (10, 20, 60)
) -> Path:
    """Write a Level-2A product of 240 × 240 pixels at 10 m in the real layout, as JP2.

    :param reflectance: (13, rows, cols), at least 240 pixels a side, of 10 m.
    """
    root = folder / PRODUCT
    granule = root / "GRANULE" / "L2A_T29UNU_A038058_20221005T115407"
    for resolution in resolutions:
        images = granule / "IMG_DATA" / f"R{resolution}m"
        images.mkdir(parents=True)
        for role in ROLES:
            if role != "B10" and (resolution > 10 or role in FOUR_BANDS):
                name = f"T29UNU_20221005T115411_{role}_{resolution}m.jp2"
                write_jp2(images / name, coarse_numbers(reflectance, role, resolution), resolution)
    (root / "MTD_MSIL2A.xml").write_text(PRODUCT_XML)
    (granule / "MTD_TL.xml").write_text(GRANULE_XML)
    return root


def coarse_numbers(reflectance: np.ndarray, role: str, resolution: int) -> np.ndarray:
    """Return one band's digital numbers (offset −1000) of 240 pixels of 10 m, averaged."""
    step = resolution // 10
    numbers = digital_numbers(reflectance[:, :240, :240], (role,), -1000)[0]
    blocks = numbers.reshape(240 // step, step, 240 // step, step)
    return blocks.mean(axis=(1, 3)).astype(np.uint16)[None]


def write_jp2(path: Path, numbers: np.ndarray, resolution: float = 10) -> Path:
    """Write digital numbers without loss as JPEG 2000, as products have them."""
    return write_raster(
        path, numbers, pixel=resolution, driver="JP2OpenJPEG", QUALITY="100", REVERSIBLE="YES"
    )
