"""Options that several commands have in common, and how masks are told on the command line."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict, replace
from typing import Any

from .classes import CLASSES
from .pipeline import DEFAULT_TILE, MaskResult
from .purposes import GENERAL, PURPOSES, purpose_options
from .refine import RefineOptions
from .shadow_check import KEEP, ORPHANS, ShadowOptions


def add_refine_options(parser: argparse.ArgumentParser) -> None:
    """Add how probabilities become classes."""
    parser.add_argument(
        "--purpose",
        choices=[purpose.key for purpose in PURPOSES],
        default=GENERAL,
        help="what the mask is for: thresholds, minimum area and buffer that serve it; options "
        "given beside it go before",
    )
    parser.add_argument(
        "--threshold",
        action="append",
        default=[],
        nargs="+",
        type=_threshold,
        metavar="CLASS=P",
        help="thick=, thin= or shadow= a probability, 0.5 each by default",
    )
    parser.add_argument("--min-area", type=float, metavar="HA", help="minimum area, 0 by default")
    parser.add_argument("--buffer", type=float, metavar="M", help="metres, 0 by default")
    parser.add_argument(
        "--orphan-shadows", choices=ORPHANS, default=KEEP, help="shadow that no cloud can throw"
    )
    parser.add_argument("--dem", default="", metavar="FILE", help="elevations, for terrain shadow")


def add_cluster_option(parser: argparse.ArgumentParser) -> None:
    """Add who does the work."""
    parser.add_argument(
        "--cluster", default="", metavar="ADDRESS", help="of a Dask scheduler, tcp://HOST:8786"
    )


def refine_options(arguments: argparse.Namespace) -> RefineOptions:
    """Read thresholds, minimum area and buffer: those of the purpose, and before them others."""
    options = purpose_options(arguments.purpose)
    if arguments.min_area is not None:
        options = replace(options, min_area=arguments.min_area)
    if arguments.buffer is not None:
        options = replace(options, buffer=arguments.buffer)
    return options.with_thresholds(
        {key: value for group in arguments.threshold for key, value in group}
    )


def shadow_options(arguments: argparse.Namespace) -> ShadowOptions:
    """Read what becomes of shadow without a cloud."""
    return ShadowOptions(arguments.orphan_shadows, arguments.dem)


def _threshold(text: str) -> tuple[str, float]:
    key, _, value = text.partition("=")
    try:
        return key, float(value)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not of the form thick=0.5") from error


def add_model_options(parser: argparse.ArgumentParser) -> None:
    """Add which model runs, and how."""
    parser.add_argument("--model", default="", metavar="ID", help="installed model or model folder")
    parser.add_argument("--resolution", type=float, metavar="M", help="output pixel: 10, 20 or 60")
    parser.add_argument("--tta", type=int, default=0, metavar="N", help="further looks, 0 to 7")
    parser.add_argument("--threads", type=int, default=0, metavar="N", help="0: all cores")
    parser.add_argument("--tile", type=int, default=DEFAULT_TILE, metavar="PX", help="tile side")


def print_mask(result: MaskResult, as_json: bool, scene: dict[str, Any] | None = None) -> None:
    """Print what was written, as shares of classes for people or as JSON for programs.

    :param scene: what is known of it, for JSON alone.
    """
    if as_json:
        print_json(
            {
                "output": result.output,
                "probabilities": result.probabilities,
                "classes": dict(result.classes),
                "nodata": result.nodata,
                "shadow": asdict(result.shadow) if result.shadow else None,
                "seconds": dict(result.seconds),
                **({} if scene is None else {"scene": scene}),
                "model": result.model,
                "warnings": list(result.warnings),
            }
        )
        return
    print(result.output)
    names = {item.key: item.name for item in CLASSES}
    for key, share in result.classes:
        print(f"  {names[key]:<13} {share:6.1%} of the valid area")
    print(f"  {'No data':<13} {result.nodata:6.1%} of the whole")
    for key, share in (asdict(result.shadow) if result.shadow else {}).items():
        if share is not None:
            print(f"  {key.capitalize():<13} {share:6.1%} of the shadow")


def print_json(value: Any) -> None:
    """Print one JSON value on stdout."""
    print(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False))
