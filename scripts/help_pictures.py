"""Draw the pictures in the algorithms' help, resources/help/NAME.png, from simulated scenes.

``python scripts/help_pictures.py`` has each algorithm's own job make what its picture shows. No
words are in them, so that they need no translation; ImageMagick, where it is there, makes the files
small.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Polygon
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from picture import lay_over, true_colour  # noqa: E402

from cloudmask_plugin.engine.accuracy import EvaluationRequest, evaluate  # noqa: E402
from cloudmask_plugin.engine.classes import CLASSES, CLOUD_SHADOW, THICK_CLOUD  # noqa: E402
from cloudmask_plugin.engine.composite_plan import CompositeRequest, CompositeScene  # noqa: E402
from cloudmask_plugin.engine.compositing import composite_scenes  # noqa: E402
from cloudmask_plugin.engine.describe import describe  # noqa: E402
from cloudmask_plugin.engine.mask_application import ApplyMaskRequest, apply_mask  # noqa: E402
from cloudmask_plugin.engine.mask_refining import RefineRequest, refine_mask  # noqa: E402
from cloudmask_plugin.engine.mask_table import OURS  # noqa: E402
from cloudmask_plugin.engine.pipeline import MaskRequest, mask_scene  # noqa: E402
from cloudmask_plugin.engine.polygonising import PolygoniseRequest, polygonise  # noqa: E402
from cloudmask_plugin.engine.purposes import purpose_options  # noqa: E402
from cloudmask_plugin.engine.reporter import SilentReporter  # noqa: E402
from cloudmask_plugin.engine.suspects import SuspectsRequest, find_suspects  # noqa: E402
from cloudmask_plugin.engine.zonal_clear import ZonalRequest, zonal_clear  # noqa: E402
from tests.series import Date, write_series  # noqa: E402
from tests.unit.stored import write_raster  # noqa: E402
from training.simulation import lay_clouds  # noqa: E402

OUTPUT = ROOT / "resources" / "help"
WIDTH, DPI = 320, 100  # pixels of a picture; dots an inch
GAP, ARROW = 10, 26  # pixels between panels; room of an arrow
INK = "#6b7680"
COLOURS = 96
SILENT = SilentReporter()
SIDE = 300  # pixels of the scenes
# Usable shares of parcels, as the layer of zonalclear shows them: few, some, enough.
SHARES = ((0.5, "#d7191c"), (0.8, "#fdae61"), (1.01, "#1a9641"))

Image = NDArray[Any]


def picture(name: str, rows: Sequence[Sequence[Image | None | Callable[[Axes], None]]]) -> None:
    """Write rows of panels; None is an arrow to the right."""
    arrows = max(sum(panel is None for panel in row) for row in rows)
    columns = max(sum(panel is not None for panel in row) for row in rows)
    gaps = GAP * (columns + arrows - 1)
    side = (WIDTH - arrows * ARROW - gaps) / columns
    height = round(len(rows) * side + GAP * (len(rows) - 1))
    figure = Figure(figsize=(WIDTH / DPI, height / DPI), dpi=DPI, facecolor="white")
    for number, row in enumerate(rows):
        x, y = 0.0, height - (number + 1) * side - number * GAP
        for panel in row:
            wide = ARROW if panel is None else side
            place = (x / WIDTH, y / height, wide / WIDTH, side / height)
            axes = figure.add_axes(place)
            axes.set_axis_off()
            if panel is None:
                axes.annotate(
                    "", (1, 0.5), (0, 0.5), xycoords="axes fraction",
                    arrowprops={"arrowstyle": "-|>", "color": INK, "lw": 2.5},
                )  # fmt: skip
            elif callable(panel):
                panel(axes)
            else:
                axes.imshow(panel, interpolation="antialiased", aspect="auto")
            x += wide + GAP
    path = OUTPUT / f"{name}.png"
    figure.savefig(path)
    if program := shutil.which("convert"):
        options = ["-strip", "-colors", str(COLOURS), "-define", "png:compression-level=9"]
        subprocess.run([program, path, *options, path], check=True)


def read(path: Path | str) -> Image:
    """Return (bands, rows, cols) of a raster."""
    with rasterio.open(path) as src:
        return np.asarray(src.read())


def coloured(numbers: Image, codes: Image) -> NDArray[np.float32]:
    """Return a scene of B02, B03, B04, B08 in true colour."""
    return true_colour(numbers[[2, 1, 0]].astype(np.float32) / 10_000, codes)


def empty(colours: Image, gone: Image) -> Image:
    """Return colours, transparent where nothing is."""
    alpha = np.where(gone, 0, 1).astype(np.float32)
    return np.dstack((colours, alpha))


def main() -> int:
    """Draw all pictures."""
    OUTPUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        draw_all(Path(name))
    sizes = [path.stat().st_size for path in OUTPUT.glob("*.png")]
    print(f"{len(sizes)} pictures of {sum(sizes) / 1000:.0f} kB in {OUTPUT}")
    return 0


def draw_all(folder: Path) -> None:
    """Draw all pictures, with files in a folder."""
    days = ("2023-06-03", "2023-06-13", "2023-06-28")
    dates = write_series(folder, SIDE, SIDE, days, thick=0.15, ground=3)
    scenes = [coloured(date.numbers, date.codes) for date in dates]
    masks, probabilities = [], folder / "p.tif"
    for number, date in enumerate(dates):
        path = folder / f"mask{number}.tif"
        kept = str(probabilities) if number == 0 else None
        mask_scene(MaskRequest(describe(str(date.path)), str(path), kept), SILENT)
        masks.append(path)
    codes = [read(path)[0] for path in masks]
    over = [lay_over(scene, code) for scene, code in zip(scenes, codes)]

    picture("mask", [[scenes[0], None, over[0]]])
    picture("maskfolder", [scenes, over])
    draw_refine(folder, probabilities, scenes[0])
    draw_composite(folder, dates, scenes, masks)
    draw_applymask(folder, dates[0], masks[0], scenes[0], codes[0])
    draw_polygons(folder, masks[0], scenes[0], over[0])
    draw_parcels(folder, masks, scenes[0], over)
    draw_evaluation(folder, masks[0], dates[0], scenes[0], over[0])
    draw_info(dates[1], scenes[1])
    draw_suspects(folder)


def draw_refine(folder: Path, probabilities: Path, scene: Image) -> None:
    """Probabilities of cloud, and the masks of two purposes."""
    made = []
    for purpose in ("visual", "vegetation"):
        path = folder / f"{purpose}.tif"
        refine_mask(RefineRequest(str(probabilities), str(path), purpose_options(purpose)), SILENT)
        made.append(lay_over(scene, read(path)[0]))
    cloud = read(probabilities)[1:].astype(np.float32).sum(axis=0) / 250
    grey = np.repeat(np.clip(cloud, 0, 1)[:, :, None], 3, axis=2)
    picture("refine", [[grey, None, *made]])


def draw_composite(folder: Path, dates: list[Date], scenes: list[Image], masks: list[Path]) -> None:
    """Three dates and their composite."""
    request = CompositeRequest(
        tuple(
            CompositeScene(describe(str(date.path)), str(mask), OURS)
            for date, mask in zip(dates, masks)
        ),
        str(folder / "composite.tif"),
    )
    composite_scenes(request, SILENT)
    numbers = read(request.output)
    gone = (numbers == 0).all(axis=0)
    made = empty(coloured(numbers, np.where(gone, 255, 0).astype(np.uint8)), gone)
    picture("composite", [[*scenes, None, made]])


def draw_applymask(folder: Path, date: Date, mask: Path, scene: Image, codes: Image) -> None:
    """A scene, its mask, and the copy without what is masked."""
    path = folder / "applied.tif"
    apply_mask(ApplyMaskRequest(describe(str(date.path)), str(mask), str(path), OURS), SILENT)
    gone = (read(path) == 0).all(axis=0)
    picture("applymask", [[scene, lay_over(scene, codes), None, empty(scene, gone)]])


def draw_polygons(folder: Path, mask: Path, scene: Image, over: Image) -> None:
    """A mask and its polygons."""
    path = folder / "polygons.geojson"
    polygonise(PolygoniseRequest(str(mask), str(path), tolerance=15.0, min_area=0.3), SILENT)
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    with rasterio.open(mask) as src:
        to_pixel = ~src.transform
    colours = {item.code: [part / 255 for part in item.colour[:3]] for item in CLASSES}

    def outlines(axes: Axes) -> None:
        axes.imshow(0.5 + 0.5 * scene, interpolation="nearest", aspect="auto")
        for feature in features:
            geometry = feature["geometry"]
            several = geometry["type"] == "MultiPolygon"
            colour = colours[feature["properties"]["class"]]
            for rings in geometry["coordinates"] if several else [geometry["coordinates"]]:
                for ring in rings:
                    points = [tuple(np.array(to_pixel * tuple(point[:2])) - 0.5) for point in ring]
                    axes.add_patch(
                        Polygon(points, facecolor=(*colour, 0.25), edgecolor=colour, lw=1.3)
                    )

    picture("polygonise", [[over, None, outlines]])


def draw_parcels(folder: Path, masks: list[Path], scene: Image, over: list[Image]) -> None:
    """Parcels on a date, and how much of each is usable."""
    with rasterio.open(masks[0]) as src:
        to_map, epsg = src.transform, src.crs.to_epsg()
    edges = np.linspace(4, SIDE - 4, 5)
    boxes = [
        [(x, y), (x_stop, y), (x_stop, y_stop), (x, y_stop)]
        for y, y_stop in zip(edges, edges[1:] - 5)
        for x, x_stop in zip(edges, edges[1:] - 5)
    ]
    features = [
        {
            "type": "Feature",
            "properties": {"name": str(number)},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[list(to_map * corner) for corner in (*box, box[0])]],
            },
        }
        for number, box in enumerate(boxes)
    ]
    crs = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{epsg}"}}
    path = folder / "parcels.geojson"
    collection = {"type": "FeatureCollection", "crs": crs, "features": features}
    path.write_text(json.dumps(collection), encoding="utf-8")
    result = zonal_clear(
        ZonalRequest(str(path), (str(masks[0]),), str(folder / "dates.csv")), SILENT
    )
    usable = {row.position: row.usable for row in result.rows}

    def parcels(of_share: bool) -> Callable[[Axes], None]:
        def draw(axes: Axes) -> None:
            axes.imshow(over[0] if not of_share else scene, interpolation="nearest", aspect="auto")
            for number, box in enumerate(boxes):
                share = usable[number]
                colour = next(colour for limit, colour in SHARES if share < limit)
                axes.add_patch(
                    Polygon(
                        box, edgecolor="white", lw=1.2, alpha=0.85 if of_share else 1.0,
                        facecolor=colour if of_share else "none",
                    )
                )  # fmt: skip

        return draw

    picture("zonalclear", [[parcels(False), None, parcels(True)]])


def draw_evaluation(folder: Path, mask: Path, date: Date, scene: Image, over: Image) -> None:
    """A mask, its reference and the confusion matrix."""
    result = evaluate(EvaluationRequest((str(mask),), (str(date.mask),)), SILENT)
    matrix = sum(patch.table for patch in result.patches).astype(float)
    shares = matrix / np.maximum(matrix.sum(axis=1, keepdims=True), 1)

    def table(axes: Axes) -> None:
        axes.imshow(shares, cmap="Greens", vmin=0, vmax=1, aspect="auto")
        for (row, col), share in np.ndenumerate(shares):
            ink = "white" if share > 0.6 else "#333333"
            text = f"{100 * share:.0f} %"
            axes.text(col, row, text, ha="center", va="center", fontsize=6.5, color=ink)

    picture("evaluate", [[over, lay_over(scene, date.codes), None, table]])


def draw_info(date: Date, scene: Image) -> None:
    """A scene and what is known of it."""
    spec = describe(str(date.path))
    facts = (
        f"{(spec.acquired.value or '')[:10]}",
        f"{spec.level.value}",
        ", ".join(spec.roles),
        f"· {spec.scale.value:g}  + {spec.offset.value:g}",
        f"{spec.grid.resolution:g} m",
        f"{spec.sun_zenith.value:g}°, {spec.sun_azimuth.value:g}°",
    )

    def lines(axes: Axes) -> None:
        axes.add_patch(Polygon([(0, 0), (1, 0), (1, 1), (0, 1)], facecolor="#f4f6f8"))
        for number, fact in enumerate(facts):
            y = 1 - (number + 0.75) / (len(facts) + 0.5)
            axes.text(0.06, y, fact, fontsize=8, color="#20262c", va="center")
        axes.set(xlim=(0, 1), ylim=(0, 1))

    picture("info", [[scene, None, lines]])


def draw_suspects(folder: Path) -> None:
    """Twelve dates, on most of which a roof and a lagoon are called cloud."""
    paths, codes = [], []
    for number in range(12):
        rng = np.random.default_rng(40 + number)
        sky = lay_clouds(
            np.full((13, SIDE, SIDE), 0.1, np.float32), rng=rng, resolution=20.0,
            sun_zenith=40.0, sun_azimuth=155.0, thick=0.1, thin=0.02, level="L2A",
        )  # fmt: skip
        code = sky.labels.astype(np.uint8)
        code[110:135, 70:110] = THICK_CLOUD
        if number % 4:
            code[190:215, 190:230] = THICK_CLOUD
            code[215:222, 196:230] = CLOUD_SHADOW
        codes.append(code)
        paths.append(str(folder / f"sky{number}.tif"))
        write_raster(Path(paths[-1]), code[None], pixel=20.0, nodata=255)
    layer = folder / "suspects.tif"
    days = tuple(f"2023-06-{number + 1:02}" for number in range(12))
    find_suspects(SuspectsRequest(tuple(paths), str(layer), days, OURS), SILENT)
    often = np.clip(read(layer)[0].astype(np.float32), 0, 100) / 100
    ground = np.full((SIDE, SIDE, 3), 0.82, np.float32)
    found = ground.copy()
    found[often > 0] = np.array((0.55, 0.1, 0.6), np.float32)
    picture("suspects", [[*(lay_over(ground, code) for code in codes[1:4]), None, found]])


if __name__ == "__main__":
    sys.exit(main())
