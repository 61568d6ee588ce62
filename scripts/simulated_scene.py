"""Write a simulated Sentinel-2 scene as the GeoTIFF that a user might have.

Level-2A as delivered since January 2022: digital numbers with an offset of -1000, twelve
bands (cirrus is not part of Level-2A), described by name, with date and sun in the tags.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.transform import from_origin

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from cloudmask_plugin.engine.bands import ROLES  # noqa: E402
from training.simulation import simulate_scene  # noqa: E402

SCALE, OFFSET = 10_000, 1000  # baseline 04.00: reflectance = (DN - 1000) / 10000
NODATA = 0
BRIGHT = 5500  # digital number that QGIS shows as white
RESOLUTION = 10.0
# A place in the middle of Europe, UTM zone 32N.
EPSG, WEST, NORTH = 32632, 600_000, 5_500_020


def write(path: Path, rows: int = 1200, cols: int = 1200, seed: int = 24) -> NDArray[np.uint8]:
    """Simulate a scene and write it to ``path``, its style beside it; a seed gives one scene.

    :return: the truth, (rows, cols) uint8 class codes.
    """
    scene = simulate_scene(
        rows,
        cols,
        seed=seed,
        resolution=RESOLUTION,
        level="L2A",
        sun_zenith=40,
        sun_azimuth=155,
        thick=0.12,
        thin=0.05,
    )
    roles = [role for role in ROLES if role != "B10"]
    numbers = np.rint(scene.reflectance * SCALE + OFFSET).clip(1, 65_535).astype(np.uint16)
    path.parent.mkdir(parents=True, exist_ok=True)
    with rasterio.open(
        path,
        "w",
        driver="GTiff",
        width=cols,
        height=rows,
        count=len(roles),
        dtype="uint16",
        crs=f"EPSG:{EPSG}",
        transform=from_origin(WEST, NORTH, RESOLUTION, RESOLUTION),
        nodata=NODATA,
        tiled=True,
        compress="deflate",
        predictor=2,
    ) as target:
        target.update_tags(
            ACQUISITION_TIME="2024-06-15T10:30:31Z",
            TIFFTAG_IMAGEDESCRIPTION="Simulated Sentinel-2 scene, no measurement",
            PROCESSING_LEVEL="L2A",
            PROCESSING_BASELINE="05.10",
            QUANTIFICATION_VALUE=str(SCALE),
            BOA_ADD_OFFSET=str(-OFFSET),
            MEAN_SUN_ZENITH=f"{scene.sun_zenith:g}",
            MEAN_SUN_AZIMUTH=f"{scene.sun_azimuth:g}",
        )
        for index, role in enumerate(roles, start=1):
            target.write(numbers[ROLES.index(role)], index)
            target.set_band_description(index, role)
    path.with_suffix(".qml").write_text(true_colour_style(roles), encoding="utf-8")
    return scene.labels


def true_colour_style(roles: list[str], offset: int = OFFSET) -> str:
    """Return the style with which QGIS shows a scene in true colour, the ground well lit.

    :param offset: digital number of no reflectance.
    """
    low, high = offset, BRIGHT - OFFSET + offset
    shown = [("red", "B04"), ("green", "B03"), ("blue", "B02")]
    bands = " ".join(f'{colour}Band="{roles.index(role) + 1}"' for colour, role in shown)
    stretch = "".join(
        f"<{colour}ContrastEnhancement><minValue>{low}</minValue><maxValue>{high}</maxValue>"
        f"<algorithm>StretchToMinimumMaximum</algorithm></{colour}ContrastEnhancement>"
        for colour, _ in shown
    )
    return (
        '<qgis version="3.34" styleCategories="Symbology"><pipe>'
        f'<rasterrenderer type="multibandcolor" opacity="1" alphaBand="-1" {bands}>{stretch}'
        "</rasterrenderer></pipe></qgis>\n"
    )


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("output", type=Path, help="GeoTIFF to write")
    parser.add_argument("--rows", type=int, default=1200)
    parser.add_argument("--cols", type=int, default=1200)
    parser.add_argument("--seed", type=int, default=24)
    options = parser.parse_args()
    write(options.output, options.rows, options.cols, options.seed)
    print(options.output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
