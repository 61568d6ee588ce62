"""The summary of many masks: a table, a layer of footprints, and a stack of masks for each grid."""

from __future__ import annotations

import contextlib
import csv
import io
import re
from collections.abc import Sequence
from html import escape
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .classes import CLASSES, NODATA
from .errors import SceneError
from .geometry import to_map
from .mask_style import PALETTE
from .scene import Grid
from .scene_task import SceneRow
from .text_file import part_of, put_in_place, write_text
from .vector import Field, NewLayer, choose_vector_backend
from .vector.protocol import Value

TABLE = "summary.csv"
LAYER = "summary"  # .gpkg, or .geojson where only rasterio is installed
SERIES = "series_"
SHARES = tuple(item.key for item in CLASSES)
EDGE_POINTS = 8  # of each side of a footprint, so that it stays true in degrees
DEGREES = "EPSG:4326"
COLUMNS = (
    Field("scene", "text"),
    Field("date", "time"),
    Field("level", "text"),
    *(Field(f"{key}_percent", "real") for key in SHARES),
    Field("nodata_percent", "real"),
    Field("seconds", "real"),
    Field("status", "text"),
    Field("message", "text"),
    Field("mask", "text"),
    Field("probabilities", "text"),
    Field("source", "text"),
)


def attributes(row: SceneRow) -> dict[str, Value]:
    """Return the values of :data:`COLUMNS`, None where there is none.

    Masks are named by their files alone, which lie beside the summary.
    """
    shares = dict(row.classes)
    percents = {
        f"{key}_percent": round(100 * shares[key], 3) if key in shares else None for key in SHARES
    }
    return {
        "scene": row.name,
        "date": row.acquired or None,
        "level": row.level or None,
        **percents,
        "nodata_percent": None if row.nodata is None else round(100 * row.nodata, 3),
        "seconds": None if row.seconds is None else round(row.seconds, 2),
        "status": row.status,
        "message": row.message or None,
        "mask": Path(row.output).name or None,
        "probabilities": Path(row.probabilities).name or None,
        "source": row.source,
    }


def write_table(path: str, rows: Sequence[SceneRow]) -> None:
    """Write the summary as CSV with the names of :data:`COLUMNS`, UTF-8.

    :raises OutputError: where it cannot be written; an earlier one then stays.
    """
    text = io.StringIO()
    writer = csv.DictWriter(text, [field.name for field in COLUMNS], lineterminator="\n")
    writer.writeheader()
    writer.writerows(attributes(row) for row in rows)
    write_text(path, text.getvalue())


def write_layers(folder: str, rows: Sequence[SceneRow]) -> tuple[str, tuple[str, ...]]:
    """Write the layer of footprints and the stacks; return their paths.

    :raises OutputError: where one cannot be written.
    """
    suffix = ".gpkg" if choose_vector_backend().name == "gdal" else ".geojson"
    layer = str(Path(folder) / f"{LAYER}{suffix}")
    _write_layer(layer, rows)
    by_grid: dict[Grid, list[SceneRow]] = {}
    for row in rows:
        if row.grid is not None:
            by_grid.setdefault(row.grid, []).append(row)
    stacks = []
    for grid, listed in by_grid.items():
        path = str(Path(folder) / f"{SERIES}{grid_name(grid)}.vrt")
        write_text(path, stack_xml(grid, listed))
        stacks.append(path)
    return layer, tuple(stacks)


def remove_leftovers(folder: str) -> None:
    """Remove what a run that was killed has left of table, layer and stacks."""
    for name in (LAYER, f"{SERIES}*"):
        for part in Path(folder).glob(f".{name}.????????.part.*"):
            with contextlib.suppress(OSError):
                part.unlink()


def grid_name(grid: Grid) -> str:
    """Return a name for a grid: code of its CRS, corner and pixel size."""
    codes = re.findall(r'(?:AUTHORITY|ID)\["EPSG",\s*"?(\d+)"?\]', grid.crs)
    x0, a, _, y0, _, _ = grid.transform
    size = f"{grid.width}x{grid.height}"
    return f"{codes[-1] if codes else 'local'}_{x0:.10g}_{y0:.10g}_{abs(a):.6g}_{size}"


def stack_xml(grid: Grid, rows: Sequence[SceneRow]) -> str:
    """Return a GDAL VRT with a band for each mask on a grid, by time, named by date and scene."""
    bands = []
    size = f'xSize="{grid.width}" ySize="{grid.height}"'
    colours = "".join(f'<Entry c1="{r}" c2="{g}" c3="{b}" c4="{a}"/>' for r, g, b, a in _palette())
    for number, row in enumerate(sorted(rows, key=lambda row: (row.acquired, row.name)), start=1):
        title = escape(" ".join(filter(None, (row.acquired, row.name))), quote=False)
        bands.append(
            f'  <VRTRasterBand dataType="Byte" band="{number}">\n'
            f"    <Description>{title}</Description>\n"
            f"    <NoDataValue>{NODATA}</NoDataValue>\n"
            f"    <ColorInterp>Palette</ColorInterp>\n"
            f"    <ColorTable>{colours}</ColorTable>\n"
            f"    <SimpleSource>\n"
            f'      <SourceFilename relativeToVRT="1">{escape(Path(row.output).name, quote=False)}'
            "</SourceFilename>\n"
            f"      <SourceBand>1</SourceBand>\n"
            f'      <SrcRect xOff="0" yOff="0" {size}/>\n'
            f'      <DstRect xOff="0" yOff="0" {size}/>\n'
            f"    </SimpleSource>\n"
            f"  </VRTRasterBand>\n"
        )
    transform = ", ".join(repr(float(value)) for value in grid.transform)
    srs = f"  <SRS>{escape(grid.crs, quote=False)}</SRS>\n" if grid.crs else ""
    return (
        f'<VRTDataset rasterXSize="{grid.width}" rasterYSize="{grid.height}">\n{srs}'
        f"  <GeoTransform>{transform}</GeoTransform>\n"
        f'  <Metadata><MDI key="CLOUDMASK_SERIES">{len(rows)}</MDI></Metadata>\n'
        f"{''.join(bands)}</VRTDataset>\n"
    )


def _palette() -> list[tuple[int, int, int, int]]:
    colours = dict(PALETTE)
    return [colours[item.code] for item in CLASSES]  # codes are 0, 1, 2, 3


def outline(grid: Grid) -> NDArray[np.float64]:
    """Return a closed ring around a grid in its CRS, (points, 2), from its first corner."""
    along = np.arange(EDGE_POINTS) / EDGE_POINTS
    nought, one = np.zeros(EDGE_POINTS), np.ones(EDGE_POINTS)
    cols = np.concatenate((along, one, 1 - along, nought, [0])) * grid.width
    rows = np.concatenate((nought, along, one, 1 - along, [0])) * grid.height
    return to_map(grid.transform, np.stack((cols, rows), axis=1))


def _write_layer(path: str, rows: Sequence[SceneRow]) -> None:
    """Write footprints in degrees; scenes without a mask, or without a place, have none."""
    backend = choose_vector_backend()
    part = part_of(path)
    try:
        writer = backend.create(str(part), NewLayer(LAYER, DEGREES, COLUMNS))
        for row in rows:
            polygons = []
            if row.grid is not None and row.grid.crs:
                with contextlib.suppress(SceneError):  # not on the earth: a wrong CRS
                    ring = backend.transform(outline(row.grid), row.grid.crs, DEGREES)
                    polygons.append((ring,))
            writer.add(tuple(attributes(row).values()), polygons)
        writer.close()
        put_in_place(part, path)
    finally:
        for left in part.parent.glob(f"{part.name}*"):
            with contextlib.suppress(OSError):
                left.unlink()
