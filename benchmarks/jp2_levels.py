"""Masking at 20 m from JPEG 2000: by its resolution level beside decoding it in full.

``python -m benchmarks.jp2_levels`` writes a simulated Level-1C product, or takes ``--scene``, and
masks it in both ways in turn with the engine's own pipeline. The second way is the same but for
one thing: the files' resolution levels are hidden from it, so that all pixels of 10 m are decoded
and averaged. Times are medians; rounds alternate, so that a busy moment meets both.
"""

from __future__ import annotations

import argparse
import contextlib
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.transform import from_origin

from cloudmask_plugin.engine import pipeline
from cloudmask_plugin.engine.bands import BANDS, ROLES
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.pipeline import MaskRequest, MaskResult, mask_scene
from cloudmask_plugin.engine.raster import Backend, RasterReader, choose_backend
from cloudmask_plugin.engine.reading import SceneReader, output_grid
from cloudmask_plugin.engine.reporter import SilentReporter
from cloudmask_plugin.engine.scene import SourceSpec, Window
from training.simulation import simulate_scene

RESOLUTION = 20.0
SIMULATED = 1020  # pixels of 10 m a side, which are mirrored to fill the product
NAME = "S2A_MSIL1C_20221005T115411_N0400_R023_T29UNU_20221005T164454.SAFE"
OFFSETS = "".join(f'<RADIO_ADD_OFFSET band_id="{i}">-1000</RADIO_ADD_OFFSET>' for i in range(13))
PRODUCT_XML = f"""<?xml version="1.0"?><n1:Level-1C_User_Product xmlns:n1="x">
<PROCESSING_LEVEL>Level-1C</PROCESSING_LEVEL><PROCESSING_BASELINE>04.00</PROCESSING_BASELINE>
<QUANTIFICATION_VALUE unit="none">10000</QUANTIFICATION_VALUE>{OFFSETS}
</n1:Level-1C_User_Product>"""
LEVELS, FULL = "by resolution level", "decoded in full"


class _WithoutLevels:
    """A raster library whose files seem to have no overviews; all else is the library's own."""

    def __init__(self, inner: Backend) -> None:
        self._inner = inner

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    def open(self, path: str) -> RasterReader:
        return _FullReader(self._inner.open(path))  # type: ignore[return-value]


class _FullReader:
    def __init__(self, inner: RasterReader) -> None:
        self._inner = inner
        self.info = replace(inner.info, overviews=())

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)


@dataclass(frozen=True, eq=False)
class Round:
    """One masking: seconds of reading alone, of the whole, and the labels (rows, cols)."""

    read: float
    total: float
    labels: NDArray[np.uint8]


def write_product(folder: Path, side: int) -> Path:
    """Write a product of ``side`` × ``side`` pixels of 10 m with all bands, without loss."""
    scene = simulate_scene(SIMULATED, SIMULATED, seed=2, thick=0.2, thin=0.1)
    times = -(-side // SIMULATED)
    root = folder / NAME
    images = root / "GRANULE" / "L1C_T29UNU_A038058_20221005T115407" / "IMG_DATA"
    images.mkdir(parents=True)
    (root / "MTD_MSIL1C.xml").write_text(PRODUCT_XML)
    for band in BANDS:
        values = scene.reflectance[ROLES.index(band.role)]
        factor = band.resolution // 10
        cells = SIMULATED // factor
        values = values.reshape(cells, factor, cells, factor).mean(axis=(1, 3))
        numbers = (np.maximum(np.rint(values * 10000), 1) + 1000).astype(np.uint16)
        filled = np.pad(numbers, (0, (times - 1) * cells), mode="symmetric")
        filled = filled[: side // factor, : side // factor]
        with rasterio.open(
            images / f"T29UNU_20221005T115411_{band.role}.jp2",
            "w",
            driver="JP2OpenJPEG",
            count=1,
            height=filled.shape[0],
            width=filled.shape[1],
            dtype="uint16",
            crs="EPSG:32629",
            transform=from_origin(499980, 5700000, band.resolution, band.resolution),
            QUALITY="100",
            REVERSIBLE="YES",
        ) as dst:
            dst.write(filled, 1)
    return root


@contextlib.contextmanager
def _library(backend: Backend) -> Iterator[None]:
    before = pipeline.choose_backend
    pipeline.choose_backend = lambda: backend  # type: ignore[assignment]
    try:
        yield
    finally:
        pipeline.choose_backend = before


def run(spec: SourceSpec, backend: Backend, output: Path, tile: int) -> Round:
    """Read the scene strip by strip through the pipeline's reader, then mask it."""
    grid = output_grid(spec, RESOLUTION)
    reader = SceneReader(spec, grid, backend)
    start = time.perf_counter()
    with backend.limit_cache(reader.cache_bytes(tile)):
        for row in range(0, grid.height, tile):
            for col in range(0, grid.width, tile):
                reader.read(Window(col, row, tile, tile).intersect(grid.window))
    read = time.perf_counter() - start
    reader.close()
    with _library(backend):
        result: MaskResult = mask_scene(
            MaskRequest(spec, str(output), resolution=RESOLUTION, tile=tile), SilentReporter()
        )
    with rasterio.open(output) as src:
        return Round(read, dict(result.seconds)["total"], src.read(1))


def compare(spec: SourceSpec, repeat: int, folder: Path, tile: int) -> None:
    """Mask in both ways in turn and print what it took."""
    backend = choose_backend()
    ways: dict[str, Backend] = {LEVELS: backend, FULL: _WithoutLevels(backend)}  # type: ignore[dict-item]
    rounds: dict[str, list[Round]] = {way: [] for way in ways}
    for number in range(repeat):
        for way in list(ways) if number % 2 == 0 else list(ways)[::-1]:
            rounds[way].append(run(spec, ways[way], folder / "mask.tif", tile))
    grid = output_grid(spec, RESOLUTION)
    print(
        f"{spec.name}: {grid.width} x {grid.height} pixels of {grid.resolution:g} m, "
        f"{len(spec.roles)} bands; medians of {repeat} rounds in turn"
    )
    for what in ("read", "total"):
        times = {way: statistics.median(getattr(one, what) for one in rounds[way]) for way in ways}
        name = "reading alone" if what == "read" else "masking"
        print(
            f"{name}: {LEVELS} {times[LEVELS]:.2f} s, {FULL} {times[FULL]:.2f} s, "
            f"{times[FULL] / times[LEVELS]:.2f} times as long"
        )
    one, other = rounds[LEVELS][0].labels, rounds[FULL][0].labels
    share = float((one != other).mean())
    print("labels: the same" if not share else f"labels: {share:.2%} differ")


def main() -> None:
    """Take or write the product and compare."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--scene", help="a real product instead of the simulated one")
    parser.add_argument("--side", type=int, default=4080, help="simulated pixels of 10 m a side")
    parser.add_argument("--repeat", type=int, default=3, help="rounds of each way")
    parser.add_argument("--tile", type=int, default=512, help="pixels read at once")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scene = arguments.scene or str(write_product(Path(folder), arguments.side))
        compare(describe(scene), arguments.repeat, Path(folder), arguments.tile)


if __name__ == "__main__":
    main()
