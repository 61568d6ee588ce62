"""The command ``refine`` of the command line."""

from __future__ import annotations

import argparse
from typing import Any

from .mask_options import add_refine_options, print_mask, refine_options, shadow_options
from .mask_refining import RefineRequest, refine_mask
from .reporter import Reporter


def add_command(commands: Any) -> None:
    """Add the command to the parser's; ``commands`` is what ``add_subparsers`` returned."""
    parser = commands.add_parser("refine", help="make a mask anew from stored probabilities")
    parser.add_argument("probabilities", metavar="P.tif", help="probabilities as mask writes them")
    parser.add_argument("--output", required=True, metavar="M.tif", help="mask to write")
    add_refine_options(parser)
    parser.add_argument(
        "--suspects", default="", metavar="FILE", help="places where calls of cloud count less"
    )
    parser.add_argument(
        "--suspects-strength", type=float, default=1.0, metavar="S", help="0 not at all, 1 in full"
    )
    parser.add_argument("--sun-zenith", type=float, metavar="DEG", help="where the file tells none")
    parser.add_argument(
        "--sun-azimuth", type=float, metavar="DEG", help="where the file tells none"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object on stdout")
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace, reporter: Reporter) -> None:
    request = RefineRequest(
        arguments.probabilities,
        arguments.output,
        refine_options(arguments),
        shadow_options(arguments),
        arguments.sun_zenith,
        arguments.sun_azimuth,
        suspects=arguments.suspects,
        strength=arguments.suspects_strength,
    )
    print_mask(refine_mask(request, reporter), arguments.json)
