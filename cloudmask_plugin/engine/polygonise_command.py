"""The command ``polygonise`` of the command line."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from typing import Any

from .classes import CLASSES
from .mask_table import TABLES, class_codes, find_table
from .polygonising import PolygoniseRequest, polygonise
from .reporter import Reporter


def add_command(commands: Any) -> None:
    """Add the command to the parser's; ``commands`` is what ``add_subparsers`` returned."""
    parser = commands.add_parser("polygonise", help="turn a mask into polygons")
    parser.add_argument("mask", metavar="MASK", help="classified raster")
    parser.add_argument(
        "--output",
        required=True,
        metavar="P.gpkg",
        help="layer to write, also .geojson, .shp, .fgb",
    )
    parser.add_argument(
        "--classes",
        default="thick,thin,shadow",
        metavar="CLASS,…",
        help=f"that become polygons: {', '.join(item.key for item in CLASSES)}",
    )
    known = ", ".join(table.key for table in TABLES)
    parser.add_argument(
        "--mask-classes", default="", metavar="TABLE", help=f"{known}, or 1=thick,2=shadow,…"
    )
    parser.add_argument("--dissolve", action="store_true", help="one feature a class")
    parser.add_argument(
        "--tolerance", type=float, default=0.0, metavar="M", help="metres an outline may move"
    )
    parser.add_argument(
        "--min-area", type=float, default=0.0, metavar="HA", help="smaller polygons are left out"
    )
    parser.add_argument(
        "--fill-holes", type=float, default=0.0, metavar="HA", help="smaller holes are filled"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object on stdout")
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace, reporter: Reporter) -> None:
    result = polygonise(
        PolygoniseRequest(
            arguments.mask,
            arguments.output,
            class_codes(arguments.classes),
            find_table(arguments.mask_classes) if arguments.mask_classes else None,
            arguments.dissolve,
            arguments.tolerance,
            arguments.min_area,
            arguments.fill_holes,
        ),
        reporter,
    )
    if arguments.json:
        told = {**asdict(result), "hectares": dict(result.hectares)}
        print(json.dumps(told, ensure_ascii=False, indent=2, allow_nan=False))
        return
    print(result.output)
    names = {item.key: item.name for item in CLASSES}
    print(f"  {result.features} features, {result.polygons} polygons")
    for key, hectares in result.hectares:
        print(f"  {names[key]:<13} {hectares:10.1f} ha")
