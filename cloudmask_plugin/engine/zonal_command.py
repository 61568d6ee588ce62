"""The command ``zonalclear`` of the command line."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import Any

from .classes import CLEAR
from .errors import OptionError
from .mask_table import TABLES, class_codes, find_table
from .reporter import Reporter
from .zonal_clear import ZonalRequest, zonal_clear
from .zonal_result import ZonalResult

SHOWN = 5  # dates on the terminal
CLEAR_ALONE: Mapping[int, float] = MappingProxyType({CLEAR: 1.0})


def add_command(commands: Any) -> None:
    """Add the command to the parser's; ``commands`` is what ``add_subparsers`` returned."""
    parser = commands.add_parser("zonalclear", help="tell which dates serve which polygons")
    parser.add_argument("polygons", metavar="POLYGONS", help="layer of polygons")
    parser.add_argument("--masks", required=True, nargs="+", metavar="M", help="classified rasters")
    parser.add_argument("--table", default="", metavar="T.csv", help="a line a polygon and date")
    parser.add_argument("--output", default="", metavar="L.gpkg", help="the polygons, styled")
    parser.add_argument("--summary", default="", metavar="S.csv", help="a line a date")
    parser.add_argument("--layer", default="", metavar="NAME", help="of POLYGONS, where several")
    parser.add_argument("--id", default="", metavar="FIELD", help="names the polygons in the table")
    parser.add_argument(
        "--dates", nargs="+", default=[], metavar="DATE", help="of the masks, in their order"
    )
    known = ", ".join(table.key for table in TABLES)
    parser.add_argument(
        "--mask-classes", default="", metavar="TABLE", help=f"{known}, or 1=thick,2=shadow,…"
    )
    parser.add_argument(
        "--threshold", type=float, default=80.0, metavar="P", help="percent from which usable"
    )
    parser.add_argument(
        "--weight",
        action="append",
        default=[],
        nargs="+",
        metavar="CLASS=W",
        help="how much of a class is usable, 0 to 1: clear=1 thin=0.5; clear=1 by default",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object on stdout")
    parser.set_defaults(run=_run)


def usable_weights(
    text: str, others: Mapping[int, float] = CLEAR_ALONE
) -> tuple[tuple[int, float], ...]:
    """Return the weights that a text such as "thin=0.5,shadow=0.2" states, and others.

    :param others: of classes that the text does not name.

    :raises OptionError: where it is not understood.
    """
    weights = dict(others)
    for part in filter(None, (part.strip() for part in text.split(","))):
        key, _, value = part.partition("=")
        (code,) = class_codes(key)
        try:
            weights[code] = float(value)
        except ValueError as error:
            raise OptionError(
                f"{part!r} is not understood: give a class and how much of it is usable, such as "
                "thin=0.5."
            ) from error
    return tuple(weights.items())


def facts(result: ZonalResult) -> dict[str, Any]:
    """Return what the dates do for the polygons as plain values for JSON; shares 0..1."""
    return {
        "table": result.table or None,
        "output": result.layer or None,
        "summary": result.summary or None,
        "polygons": result.polygons,
        "never": result.never,
        "threshold": result.threshold,
        "dates": [asdict(one) for one in result.dates],
        "warnings": list(result.warnings),
    }


def _run(arguments: argparse.Namespace, reporter: Reporter) -> None:
    result = zonal_clear(
        ZonalRequest(
            arguments.polygons,
            tuple(arguments.masks),
            arguments.table,
            arguments.output,
            arguments.summary,
            arguments.layer,
            arguments.id,
            tuple(arguments.dates),
            find_table(arguments.mask_classes) if arguments.mask_classes else None,
            usable_weights(",".join(part for group in arguments.weight for part in group)),
            arguments.threshold / 100,
        ),
        reporter,
    )
    if arguments.json:
        print(json.dumps(facts(result), ensure_ascii=False, indent=2, allow_nan=False))
        return
    for line in summary(result):
        print(line)


def summary(result: ZonalResult) -> list[str]:
    """Return the dates that serve most polygons, in lines."""
    lines = [
        f"{result.polygons} polygons on {len(result.dates)} dates; never usable: {result.never}"
    ]
    for one in result.best_dates[:SHOWN]:
        lines.append(
            f"  {one.when}  serves {one.serves} of {one.polygons}, "
            f"{one.usable_hectares:.1f} of {one.hectares:.1f} ha, {one.mean:.1%} clear"
        )
    return lines
