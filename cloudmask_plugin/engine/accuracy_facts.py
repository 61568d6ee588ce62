"""A comparison of masks with a reference as JSON and as a table; what is undefined stays empty."""

from __future__ import annotations

import csv
import io
import math
from dataclasses import asdict
from typing import Any

from .accuracy_result import EvaluationResult
from .area_estimation import Estimate
from .classes import CLASSES
from .metrics import EXPERIMENTS, Counts, counts, counts_by_class, overall_accuracy

SCORES = (
    ("oa", "overall_accuracy"),
    ("pa", "producer_accuracy"),
    ("ua", "user_accuracy"),
    ("boa", "balanced_accuracy"),
    ("f1", "f1"),
    ("f2", "f2"),
    ("iou", "intersection_over_union"),
)


def facts(result: EvaluationResult) -> dict[str, Any]:
    """Return all figures as plain values for JSON: shares 0..1, None where undefined."""
    table = result.table
    told: dict[str, Any] = {
        "kind": result.kind,
        "compared": int(table.sum()),
        "unlabelled": sum(patch.unlabelled for patch in result.patches),
        "missing": sum(patch.missing for patch in result.patches),
        "overall_accuracy": overall_accuracy(table),
        "matrix": {"classes": [item.key for item in CLASSES], "counts": table.tolist()},
        "classes": {key: _scores(found) for key, found in counts_by_class(table).items()},
        "experiments": {
            name: _scores(counts(table, positive)) for name, positive in EXPERIMENTS.items()
        },
        "patches": [
            {
                "name": patch.name,
                "mask": patch.mask,
                "reference": patch.reference,
                "compared": int(patch.table.sum()),
                "overall_accuracy": overall_accuracy(patch.table),
                **{
                    name: {
                        "pa": one.producer_accuracy,
                        "ua": one.user_accuracy,
                        "boa": one.balanced_accuracy,
                    }
                    for name, one in patch.scores().items()
                },
            }
            for patch in result.patches
        ],
        "table": {
            name: {
                "median_boa": line.median_balanced_accuracy,
                "patches": line.defined,
                "pa": asdict(line.producer_accuracy),
                "ua": asdict(line.user_accuracy),
            }
            for name, line in result.experiments().items()
        },
        "area": _area(result),
        "report": result.report or None,
        "csv": result.table_file or None,
        "warnings": list(result.warnings),
    }
    plain: dict[str, Any] = _plain(told)
    return plain


def scores_csv(result: EvaluationResult) -> str:
    """Return a table with a line for each class and experiment of each mask, and of all.

    ``kind`` is "class", "experiment" or, for the estimates from points, "area". Those lines
    have their 95 % limits in ``low`` and ``high``, and hectares.
    """
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(
        ("mask", "kind", "name", "tp", "fp", "fn", "tn", *(key for key, _ in SCORES))
        + ("hectares", "low", "high")
    )
    for name, table in (
        ("all", result.table),
        *((patch.name, patch.table) for patch in result.patches),
    ):
        for key, found in counts_by_class(table).items():
            lines.writerow((name, "class", key, *_line(found), "", "", ""))
        for key, positive in EXPERIMENTS.items():
            lines.writerow((name, "experiment", key, *_line(counts(table, positive)), "", "", ""))
    if result.area is not None:
        for item, one, hectares in zip(CLASSES, result.area.classes, result.area.areas()):
            scores = ("", one.producer_accuracy.value, one.user_accuracy.value, "", "", "", "")
            limits = (hectares.value, hectares.low, hectares.high)
            lines.writerow(
                ("all", "area", item.key, "", "", "", "", *map(_cell, scores), *map(_cell, limits))
            )
    return text.getvalue()


def _scores(found: Counts) -> dict[str, Any]:
    return {**asdict(found), **{key: getattr(found, name) for key, name in SCORES}}


def _line(found: Counts) -> tuple[Any, ...]:
    cells = (
        found.true_positive,
        found.false_positive,
        found.false_negative,
        found.true_negative,
    )
    return (*cells, *(_cell(getattr(found, name)) for _, name in SCORES))


def _cell(value: Any) -> Any:
    if isinstance(value, float):
        return "" if math.isnan(value) else f"{value:.6g}"
    return value


def _area(result: EvaluationResult) -> dict[str, Any] | None:
    found = result.area
    if found is None:
        return None
    return {
        "hectares": found.area,
        "overall_accuracy": _estimate(found.overall_accuracy),
        "unsampled": [CLASSES[place].key for place in found.unsampled],
        "classes": {
            item.key: {
                "points": one.points,
                "mapped_hectares": one.mapped * found.area,
                "hectares": _estimate(hectares),
                "ua": _estimate(one.user_accuracy),
                "pa": _estimate(one.producer_accuracy),
            }
            for item, one, hectares in zip(CLASSES, found.classes, found.areas())
        },
    }


def _estimate(one: Estimate) -> dict[str, float]:
    return {"value": one.value, "error": one.error, "low": one.low, "high": one.high}


def _plain(value: Any) -> Any:
    """Return a value with None in place of NaN, at any depth."""
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return None if isinstance(value, float) and math.isnan(value) else value
