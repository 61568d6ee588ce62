"""The command ``suspects`` of the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from .mask_options import print_json
from .mask_table import TABLES, find_table
from .reporter import Reporter
from .suspects import SQUARE_KM, SuspectsRequest, SuspectsResult, find_suspects


def add_command(commands: Any, extent: Callable[[str], tuple[float, float, float, float]]) -> None:
    """Add the command to the parser's; ``commands`` is what ``add_subparsers`` returned.

    :param extent: reads "xmin,ymin,xmax,ymax".
    """
    parser = commands.add_parser(
        "suspects", help="find places that masks of several dates call cloud implausibly often"
    )
    parser.add_argument("masks", nargs="+", metavar="M", help="classified rasters, one a date")
    parser.add_argument("--output", required=True, metavar="S.tif", help="layer to write")
    parser.add_argument(
        "--dates", nargs="+", default=[], metavar="DATE", help="of the masks, in their order"
    )
    known = ", ".join(table.key for table in TABLES)
    parser.add_argument(
        "--mask-classes", default="", metavar="TABLE", help=f"{known}, or 1=thick,2=shadow,…"
    )
    parser.add_argument(
        "--extent", type=extent, metavar="XMIN,YMIN,XMAX,YMAX", help="first mask's CRS"
    )
    parser.add_argument(
        "--square",
        type=float,
        default=SQUARE_KM,
        metavar="KM",
        help=f"side of the squares that a place is compared with, {SQUARE_KM:g} by default",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object on stdout")
    parser.set_defaults(run=_run)


def facts(result: SuspectsResult) -> dict[str, Any]:
    """Return what was found, as JSON holds it."""
    told = asdict(result)
    told["dates"], told["warnings"] = list(result.dates), list(result.warnings)
    return told


def summary(result: SuspectsResult) -> list[str]:
    """Return what was found, in lines."""
    return [
        f"{len(result.dates)} dates from {result.dates[0]} to {result.dates[-1]}",
        f"Suspect: {result.hectares:.1f} ha, {result.share:.2%} of the area with dates enough "
        f"({result.judged:.1%} of the whole)",
    ]


def _run(arguments: argparse.Namespace, reporter: Reporter) -> None:
    result = find_suspects(
        SuspectsRequest(
            tuple(arguments.masks),
            arguments.output,
            tuple(arguments.dates),
            find_table(arguments.mask_classes) if arguments.mask_classes else None,
            arguments.extent,
            arguments.square,
        ),
        reporter,
    )
    if arguments.json:
        print_json(facts(result))
        return
    print(result.output)
    for line in summary(result):
        print(f"  {line}")
