"""The command ``evaluate`` of the command line."""

from __future__ import annotations

import argparse
import json
import math
import os
from typing import Any

from .accuracy import EvaluationRequest, evaluate
from .accuracy_facts import facts
from .accuracy_result import EvaluationResult
from .classes import CLASSES
from .errors import CloudMaskError, OptionError, SceneError
from .mask_table import TABLES, find_table
from .metrics import counts_by_class, overall_accuracy
from .raster import choose_backend
from .reference_labels import LabelSource
from .reporter import Reporter

_TABLES = ", ".join(table.key for table in TABLES)


def add_command(commands: Any) -> None:
    """Add the command to the parser's; ``commands`` is what ``add_subparsers`` returned."""
    parser = commands.add_parser("evaluate", help="compare masks with a reference")
    parser.add_argument("masks", metavar="MASK", nargs="+", help="classified raster")
    parser.add_argument(
        "--reference",
        required=True,
        nargs="+",
        metavar="R",
        help="a raster for each mask, or one for all; or labelled points or polygons",
    )
    parser.add_argument(
        "--mask-classes", default="", metavar="TABLE", help=f"{_TABLES}, or 1=thick,2=shadow,…"
    )
    parser.add_argument(
        "--reference-classes",
        default="",
        metavar="TABLE",
        help="the same of the reference; labels may be words: forest=clear,cirrus=thin",
    )
    parser.add_argument("--field", default="", metavar="NAME", help="holds the class of labels")
    parser.add_argument("--layer", default="", metavar="NAME", help="of labels, where several")
    parser.add_argument("--report", default="", metavar="R.html", help="page to write")
    parser.add_argument("--csv", default="", metavar="T.csv", help="table of all scores to write")
    parser.add_argument("--json", action="store_true", help="print one JSON object on stdout")
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace, reporter: Reporter) -> None:
    is_labels = bool(arguments.field or arguments.layer) or not _is_raster(arguments.reference[0])
    if is_labels and len(arguments.reference) > 1:
        raise OptionError(
            f"{len(arguments.reference)} references are named: labelled points or polygons come "
            "from one file, which holds those of all masks."
        )
    result = evaluate(
        EvaluationRequest(
            masks=tuple(arguments.masks),
            references=() if is_labels else tuple(arguments.reference),
            labels=(
                LabelSource(
                    arguments.reference[0],
                    arguments.field,
                    arguments.layer,
                    arguments.reference_classes,
                )
                if is_labels
                else None
            ),
            mask_classes=find_table(arguments.mask_classes) if arguments.mask_classes else None,
            reference_classes="" if is_labels else arguments.reference_classes,
            report=arguments.report,
            table=arguments.csv,
        ),
        reporter,
    )
    if arguments.json:
        print(json.dumps(facts(result), ensure_ascii=False, indent=2, allow_nan=False))
        return
    for line in summary(result):
        print(line)


def summary(result: EvaluationResult) -> list[str]:
    """Return the figures that matter most, in lines."""
    table = result.table
    lines = [
        f"{int(table.sum())} {result.unit} compared, overall accuracy "
        f"{_share(overall_accuracy(table))}"
    ]
    for item in CLASSES:
        found = counts_by_class(table)[item.key]
        lines.append(
            f"  {item.name:<13} PA {_share(found.producer_accuracy)}  "
            f"UA {_share(found.user_accuracy)}  IoU {_share(found.intersection_over_union)}"
        )
    for key, line in result.experiments().items():
        what = "BOA" if len(result.patches) == 1 else f"median BOA of {line.defined}"
        lines.append(f"  {key.capitalize():<13} {what} {_share(line.median_balanced_accuracy)}")
    if result.area is not None:
        for item, hectares in zip(CLASSES, result.area.areas()):
            limits = f"{hectares.low:.1f} – {hectares.high:.1f}"
            told = f" (95 %: {limits})" if hectares.is_bounded else ""
            lines.append(f"  {item.name:<13} {_number(hectares.value)} ha{told}")
    return lines


def _share(value: float) -> str:
    return "—" if math.isnan(value) else f"{value:.3f}"


def _number(value: float) -> str:
    return "—" if math.isnan(value) else f"{value:.1f}"


def _is_raster(path: str) -> bool:
    if not path.startswith("/vsi") and ":" not in path and not os.path.exists(path):
        raise SceneError(f"{path} does not exist: name a raster, or labelled points or polygons.")
    try:
        choose_backend().open(path).close()
    except CloudMaskError:
        return False
    return True
