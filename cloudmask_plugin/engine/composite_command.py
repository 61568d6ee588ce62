"""The commands ``composite`` and ``applymask`` of the command line."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from .composite import ANY, AUTO, DEFAULT_SIGMA, METHODS, NEVER, THIN, BapWeights
from .composite_plan import CompositeRequest, CompositeScene
from .compositing import composite_scenes
from .describe import describe
from .errors import OptionError
from .mask_application import ApplyMaskRequest, apply_mask
from .mask_options import add_cluster_option
from .mask_table import TABLES, class_codes, find_table
from .reporter import Reporter
from .scene import Overrides

MADE = "-"  # in place of a mask: one is made
_TABLES = ", ".join(table.key for table in TABLES)
AddScene = Callable[[argparse.ArgumentParser], None]
ReadOverrides = Callable[[argparse.Namespace], Overrides]


def add_commands(
    commands: Any,
    add_scene: AddScene,
    read_overrides: ReadOverrides,
    extent: Callable[[str], tuple[float, float, float, float]],
) -> None:
    """Add both commands to the parser's.

    :param commands: what ``add_subparsers`` returned.
    :param add_scene: adds the argument ``scene`` and what can be stated of it.
    :param read_overrides: reads the latter.
    :param extent: reads "xmin,ymin,xmax,ymax".
    """
    parser = commands.add_parser("composite", help="make one scene without clouds of several")
    add_scene(parser)
    parser.add_argument("--output", required=True, metavar="C.tif", help="composite to write")
    parser.add_argument(
        "--masks", nargs="+", default=[], metavar="M", help="one for each scene, - has one made"
    )
    _add_mask_classes(parser)
    parser.add_argument("--method", choices=(AUTO, *METHODS), default=AUTO)
    parser.add_argument("--target-date", default="", metavar="DATE", help="day that is wanted")
    parser.add_argument(
        "--date-sigma", type=float, default=DEFAULT_SIGMA, metavar="DAYS", help="from the target"
    )
    parser.add_argument(
        "--weight",
        action="append",
        default=[],
        nargs="+",
        type=_weight,
        metavar="TERM=W",
        help="of bap: distance=, date=, clearness=, haze=",
    )
    second = parser.add_mutually_exclusive_group()
    second.add_argument(
        "--thin", action="store_true", help="where nothing is clear, take thin cloud"
    )
    second.add_argument(
        "--least-bad", action="store_true", help="where nothing is clear, take the least bad"
    )
    parser.add_argument(
        "--no-screen", action="store_true", help="trust masks where other scenes contradict them"
    )
    parser.add_argument("--resolution", type=float, metavar="M", help="output pixel in metres")
    parser.add_argument("--extent", type=extent, metavar="XMIN,YMIN,XMAX,YMAX", help="first's CRS")
    parser.add_argument("--count", default="", metavar="F.tif", help="clear observations")
    parser.add_argument("--source-index", default="", metavar="F.tif", help="source of each pixel")
    parser.add_argument(
        "--score", default="", metavar="F.tif", help="score of each pixel, bap only"
    )
    parser.add_argument("--model", default="", metavar="ID", help="of masks that are made")
    parser.add_argument("--threads", type=int, default=0, metavar="N", help="0: all cores")
    parser.add_argument("--tile", type=int, default=0, metavar="PX", help="0: by memory")
    add_cluster_option(parser)
    parser.set_defaults(
        run=lambda arguments, reporter: _composite(arguments, reporter, read_overrides)
    )

    parser = commands.add_parser("applymask", help="write a copy of a scene without its clouds")
    add_scene(parser)
    parser.add_argument("--output", required=True, metavar="O.tif", help="copy to write")
    parser.add_argument("--mask", required=True, metavar="M", help="classified raster")
    _add_mask_classes(parser)
    parser.add_argument(
        "--classes",
        default="thick,thin,shadow",
        metavar="CLASS,…",
        help="to remove: thick, thin, shadow, clear",
    )
    parser.set_defaults(run=lambda arguments, reporter: _apply(arguments, reporter, read_overrides))


def _add_mask_classes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--mask-classes", default="", metavar="TABLE", help=f"{_TABLES}, or 1=thick,2=shadow,…"
    )
    parser.add_argument("--mask-buffer", type=float, default=0.0, metavar="M", help="metres")


def _weight(text: str) -> tuple[str, float]:
    key, _, value = text.partition("=")
    try:
        return key, float(value)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not of the form haze=1") from error


def _composite(
    arguments: argparse.Namespace, reporter: Reporter, read_overrides: ReadOverrides
) -> None:
    overrides = read_overrides(arguments)
    steps = arguments.step.split(",") if arguments.step else [None]
    sources = [
        describe(scene, replace(overrides, step=step), reporter=reporter)
        for scene in arguments.scene
        for step in steps
    ]
    masks = arguments.masks or [MADE] * len(sources)
    if len(masks) != len(sources):
        raise OptionError(
            f"Name as many masks as scenes, {len(sources)} and not {len(masks)}: {MADE} for one "
            "to be made."
        )
    table = find_table(arguments.mask_classes) if arguments.mask_classes else None
    request = CompositeRequest(
        scenes=tuple(
            CompositeScene(source, "" if mask == MADE else mask, table)
            for source, mask in zip(sources, masks)
        ),
        output=arguments.output,
        count=arguments.count,
        source_index=arguments.source_index,
        score=arguments.score,
        method=arguments.method,
        target_date=arguments.target_date,
        sigma=arguments.date_sigma,
        weights=BapWeights.named({key: w for group in arguments.weight for key, w in group}),
        fallback=THIN if arguments.thin else ANY if arguments.least_bad else NEVER,
        screen=not arguments.no_screen,
        buffer=arguments.mask_buffer,
        resolution=arguments.resolution,
        extent=arguments.extent,
        model=arguments.model,
        threads=arguments.threads,
        tile=arguments.tile,
        cluster=arguments.cluster,
    )
    result = composite_scenes(request, reporter)
    if arguments.json:
        told = asdict(result)
        told["shares"] = dict(result.shares)
        told["seconds"] = dict(result.seconds)
        told["scenes"] = [source.name for source in sources]
        _print_json(told)
        return
    print(result.output)
    for label, share in result.shares:
        print(f"  {label:<13} {share:6.1%} of the whole")
    print(f"  {'Empty':<13} {result.empty:6.1%} of the whole")


def _apply(
    arguments: argparse.Namespace, reporter: Reporter, read_overrides: ReadOverrides
) -> None:
    overrides = read_overrides(arguments)
    # --nodata is the value that masked pixels get, and none that the scene has already.
    source = describe(arguments.scene, replace(overrides, nodata=None), reporter=reporter)
    result = apply_mask(
        ApplyMaskRequest(
            source,
            arguments.mask,
            arguments.output,
            find_table(arguments.mask_classes) if arguments.mask_classes else None,
            class_codes(arguments.classes),
            overrides.nodata,
            arguments.mask_buffer,
        ),
        reporter,
    )
    if arguments.json:
        told = asdict(result)
        told["nodata"] = "nan" if result.nodata != result.nodata else result.nodata
        _print_json(told)
        return
    print(result.output)
    print(f"  {'Masked out':<13} {result.removed:6.1%} of the whole")


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False))
