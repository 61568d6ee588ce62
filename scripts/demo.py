"""Mask a scene by qgis_process and draw the result, as a first look at what the plugin does.

Without a scene one is simulated. Written are the mask, the probabilities and a picture.
"""

from __future__ import annotations

import argparse
import os
import shlex
import sys
import time
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import numpy as np
import rasterio
from rasterio.enums import Resampling

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from picture import SideBySide, draw, percent  # noqa: E402
from simulated_scene import write as write_simulated_scene  # noqa: E402
from stage_plugin import StageError  # noqa: E402
from throwaway_qgis import QgisError, prepare, run_algorithm  # noqa: E402

from cloudmask_plugin.engine.classes import CLASSES  # noqa: E402
from cloudmask_plugin.engine.describe import describe  # noqa: E402
from cloudmask_plugin.engine.errors import CloudMaskError  # noqa: E402
from cloudmask_plugin.engine.raster import choose_backend  # noqa: E402
from cloudmask_plugin.engine.reading import SceneReader, output_grid  # noqa: E402
from cloudmask_plugin.engine.scene import SourceSpec  # noqa: E402

ALGORITHM = "cloudmask:mask"
PICTURE_SIDE = 1000  # pixels of the scene shown in a panel, at most
# What is shown as red, green and blue: the first of these that the scene has.
COLOURS = (("B04", "B03", "B02"), ("B12", "B8A", "B04"), ("B11", "B08", "B04"))


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--scene", help="anything that the engine opens; default: simulate one")
    parser.add_argument("--output", type=Path, required=True, help="folder to write to")
    options = parser.parse_args()
    try:
        run(options.scene, options.output)
    except (CloudMaskError, QgisError, StageError) as error:
        print(f"The demo failed: {error}", file=sys.stderr)
        return 2
    return 0


def run(scene: str | None, output: Path) -> None:
    """Mask ``scene`` and write mask, probabilities and picture into ``output``."""
    output.mkdir(parents=True, exist_ok=True)
    truth = None
    if scene is None:
        scene = str(output / "simulated_scene.tif")
        truth = write_simulated_scene(Path(scene))
        print(f"Scene          {scene}  (simulated)")
    else:
        print(f"Scene          {scene}")
    spec = describe(scene)
    mask, probabilities = output / "mask.tif", output / "probabilities.tif"
    inputs = {
        # QGIS may look from another folder; a GDAL URI is no path.
        "INPUT": os.path.abspath(scene) if os.path.exists(scene) else scene,
        "OUTPUT": str(mask.resolve()),
        "PROBABILITIES": str(probabilities.resolve()),
    }
    qgis = prepare(output / "qgis")
    print(f"Running        qgis_process run {ALGORITHM} -- INPUT={shlex.quote(scene)} …")
    start = time.monotonic()
    results = run_algorithm(qgis, ALGORITHM, inputs)
    seconds = time.monotonic() - start
    shares = {one.key: results[one.key.upper()] / 100 for one in CLASSES}
    nodata = results["NODATA"] / 100
    drawn = output / "demo.png"
    draw(_side_by_side(spec, mask, shares, nodata), drawn)
    print(f"Mask           {mask}")
    print(f"Probabilities  {probabilities}")
    print(f"Picture        {drawn}")
    for one in CLASSES:
        print(f"{one.name:<14} {percent(shares[one.key]):>7} of the area with data")
    print(f"{'No data':<14} {percent(nodata):>7} of the whole area")
    if truth is not None:
        with rasterio.open(mask) as source:
            agreement = float((source.read(1) == truth).mean())
        print(
            f"{'Agreement':<14} {percent(agreement):>7} of the pixels with the simulation's truth"
        )
    print(f"{'Time':<14} {seconds:>5.1f} s with the start of QGIS")


def _side_by_side(
    spec: SourceSpec, mask: Path, shares: dict[str, float], nodata: float
) -> SideBySide:
    """Read scene and mask at the size of the picture."""
    grid = output_grid(spec, None)
    grid = grid.coarsened(-(-max(grid.width, grid.height) // PICTURE_SIDE))
    with rasterio.open(mask) as source:
        codes = source.read(1, out_shape=(grid.height, grid.width), resampling=Resampling.nearest)
        model = source.tags().get("CLOUDMASK_MODEL", "")
    roles = next((three for three in COLOURS if set(three) <= set(spec.roles)), spec.roles[:1] * 3)
    shown = tuple(next(band for band in spec.bands if band.role == role) for role in roles)
    reader = SceneReader(replace(spec, bands=shown, coarser=()), grid, choose_backend())
    try:
        reflectance = reader.read(grid.window).reflectance
    finally:
        reader.close()
    return SideBySide(
        reflectance=reflectance,
        mask=np.asarray(codes),
        shares=shares,
        nodata=nodata,
        title=f"Cloud mask of {spec.name}",
        subtitle=_subtitle(spec, model),
        pixel_metres=grid.pixel_metres[0],
        bands=("true colour " if roles == COLOURS[0] else "") + "(" + ", ".join(roles) + ")",
    )


def _subtitle(spec: SourceSpec, model: str) -> str:
    """Return what is known of the scene in one line; what is not known is left out."""
    metres = spec.grid.pixel_metres
    width, height = spec.grid.width * metres[0] / 1000, spec.grid.height * metres[1] / 1000
    parts = [
        f"Sentinel-2 {spec.level.value}" if spec.level.value else "",
        _date(spec.acquired.value),
        f"{width:.3g} × {height:.3g} km at {spec.resolution:.3g} m",
        f"{len(spec.roles)} bands",
        f"sun {90 - spec.sun_zenith.value:.0f}° high" if spec.sun_zenith.value is not None else "",
        f"model {model}" if model else "",
    ]
    return "  ·  ".join(part for part in parts if part)


def _date(acquired: str | None) -> str:
    """Return a date such as 5 Oct 2022 11:54 UTC, or what is known of it."""
    if acquired is None:
        return ""
    try:
        moment = datetime.fromisoformat(acquired.replace("Z", "+00:00"))
    except ValueError:
        return acquired
    clock = f" {moment:%H:%M} UTC" if "T" in acquired else ""
    return f"{moment.day} {moment:%b %Y}{clock}"


if __name__ == "__main__":
    sys.exit(main())
