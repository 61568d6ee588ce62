"""The command line: ``python -m cloudmask_plugin.engine``."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from collections.abc import Sequence
from types import FrameType
from typing import Any

from . import (
    composite_command,
    evaluate_command,
    folder_command,
    polygonise_command,
    refine_command,
    suspects_command,
    zonal_command,
)
from .describe import describe, info
from .errors import Cancelled, CloudMaskError, OptionError
from .mask_options import (
    add_cluster_option,
    add_model_options,
    add_refine_options,
    print_json,
    print_mask,
    refine_options,
    shadow_options,
)
from .models import installed
from .paths import version
from .pipeline import MaskRequest, mask_scene
from .reporter import Progress
from .scene import Overrides
from .sensors import SENSORS

DONE, BAD_INPUT, CANCELLED = 0, 2, 130


class _ConsoleReporter:
    """Progress and messages on stderr; cancelled by Ctrl-C."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()
        self._percent = -1

    def cancel(self, number: int, frame: FrameType | None) -> None:
        """Handle the interrupt signal."""
        self._cancelled.set()

    def progress(self, progress: Progress) -> None:
        """Print whole percents."""
        percent = int(progress.fraction * 100)
        if percent != self._percent:
            self._percent = percent
            left = progress.seconds_left
            text = f", {left:.0f} s left" if left is not None else ""
            end = "\n" if percent == 100 else "\r" if sys.stderr.isatty() else "\n"
            if sys.stderr.isatty() or percent % 10 == 0:
                print(f"{progress.stage}: {percent} %{text}   ", end=end, file=sys.stderr)

    def message(self, text: str) -> None:
        """Print a line."""
        print(text, file=sys.stderr)

    def is_cancelled(self) -> bool:
        """Tell whether Ctrl-C was pressed."""
        return self._cancelled.is_set()


class _Parser(argparse.ArgumentParser):
    """Reports a wrong option as one line, like any other bad input."""

    def error(self, message: str) -> Any:
        raise OptionError(f"{message}; {self.prog} --help lists the options.")


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = _Parser(
        prog="python -m cloudmask_plugin.engine",
        description="Cloud and cloud-shadow masks of Sentinel-2 scenes.",
    )
    parser.add_argument("--version", action="version", version=version())
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser)

    mask = commands.add_parser("mask", help="mask one scene")
    _add_scene(mask)
    mask.add_argument("--output", required=True, metavar="M.tif", help="mask to write")
    mask.add_argument("--probabilities", metavar="P.tif", help="also write class probabilities")
    mask.add_argument("--extent", type=_extent, metavar="XMIN,YMIN,XMAX,YMAX", help="scene's CRS")
    add_cluster_option(mask)
    add_model_options(mask)
    add_refine_options(mask)
    mask.set_defaults(run=_run_mask)

    info_command = commands.add_parser("info", help="say what is known of a scene")
    _add_scene(info_command)
    info_command.set_defaults(run=_run_info)

    refine_command.add_command(commands)
    folder_command.add_command(commands, _add_overrides, _overrides)
    composite_command.add_commands(commands, _add_scene, _overrides, _extent)
    evaluate_command.add_command(commands)
    polygonise_command.add_command(commands)
    zonal_command.add_command(commands)
    suspects_command.add_command(commands, _extent)

    models = commands.add_parser("models", help="list the installed models")
    models.add_argument("--json", action="store_true", help="print JSON")
    models.set_defaults(run=_run_models)
    return parser


def _add_scene(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "scene",
        metavar="SCENE",
        nargs="+",
        help="raster, .SAFE, its zip, STAC item, folder of bands, or several files of one scene",
    )
    _add_overrides(parser)


def _add_overrides(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--bands", metavar="B02,B03,…", help="role of each band, - leaves one out")
    parser.add_argument("--scale", type=float, metavar="S", help="reflectance = (value + O) * S")
    parser.add_argument("--offset", type=float, metavar="O", help="in stored values, e.g. -1000")
    parser.add_argument("--nodata", type=float, metavar="V", help="value without data, or nan")
    parser.add_argument("--level", choices=("L1C", "L2A"), help="processing level")
    parser.add_argument("--acquired", metavar="TIME", help="ISO 8601, UTC")
    parser.add_argument("--sun-zenith", type=float, metavar="DEG", help="of the sun, degrees")
    parser.add_argument("--sun-azimuth", type=float, metavar="DEG", help="of the sun, degrees")
    parser.add_argument(
        "--sensor", metavar="NAME", help=", ".join(sensor.key for sensor in SENSORS)
    )
    parser.add_argument("--step", metavar="DATE", help="date of a series, or its number from 1")
    parser.add_argument("--pixel-size", type=float, metavar="M", help="metres of the finest pixel")
    parser.add_argument("--json", action="store_true", help="print one JSON object on stdout")


def _extent(text: str) -> tuple[float, float, float, float]:
    try:
        xmin, ymin, xmax, ymax = (float(part) for part in text.split(","))
    except ValueError as error:
        raise argparse.ArgumentTypeError("give four numbers: xmin,ymin,xmax,ymax") from error
    return xmin, ymin, xmax, ymax


def _overrides(arguments: argparse.Namespace) -> Overrides:
    return Overrides(
        bands=tuple(arguments.bands.split(",")) if arguments.bands else None,
        scale=arguments.scale,
        offset=arguments.offset,
        nodata=arguments.nodata,
        level=arguments.level,
        acquired=arguments.acquired,
        sun_zenith=arguments.sun_zenith,
        sun_azimuth=arguments.sun_azimuth,
        sensor=arguments.sensor,
        step=arguments.step,
        pixel_size=arguments.pixel_size,
    )


def _run_mask(arguments: argparse.Namespace, reporter: _ConsoleReporter) -> None:
    spec = describe(arguments.scene, _overrides(arguments), reporter=reporter)
    result = mask_scene(
        MaskRequest(
            source=spec,
            output=arguments.output,
            probabilities=arguments.probabilities,
            model=arguments.model,
            resolution=arguments.resolution,
            extent=arguments.extent,
            refine=refine_options(arguments),
            shadows=shadow_options(arguments),
            tta=arguments.tta,
            threads=arguments.threads,
            tile=arguments.tile,
            cluster=arguments.cluster,
        ),
        reporter,
    )
    print_mask(result, arguments.json, info(spec))


def _run_info(arguments: argparse.Namespace, reporter: _ConsoleReporter) -> None:
    known = info(describe(arguments.scene, _overrides(arguments), reporter=reporter))
    if arguments.json:
        print_json(known)
        return
    evidence = known.pop("evidence")
    known["crs"] = (known["crs"] or "none").split('"')[1:2] or ["none"]
    for key, value in known.items():
        item = evidence.get(key)
        if isinstance(value, dict):
            value = ", ".join(f"{role} {where}" for role, where in value.items())
        elif isinstance(value, list):
            value = ", ".join(str(part) for part in value) or "none"
        why = ""
        if item:
            guessed = "guessed: " if item["guessed"] and value is not None else ""
            why = f"   ({guessed}{item['source']})"
        print(f"{key:<12} {'unknown' if value is None else value}{why}")


def _run_models(arguments: argparse.Namespace, reporter: _ConsoleReporter) -> None:
    cards = installed()
    if arguments.json:
        print_json(
            [
                {
                    "id": card.id,
                    "title": card.title,
                    "description": card.description,
                    "version": card.version,
                    "licence": card.licence,
                    "required": list(card.required),
                    "bands": list(card.bands),
                    "levels": list(card.levels),
                    "resolutions": list(card.resolutions),
                    "folder": card.folder,
                }
                for card in cards
            ]
        )
        return
    for card in cards:
        print(f"{card.id}  {card.version}  {card.title}: {card.description}")


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; return 0 done, 2 bad input, 3 some scenes failed, 130 cancelled."""
    reporter = _ConsoleReporter()
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, reporter.cancel)
        signal.signal(signal.SIGTERM, reporter.cancel)
    try:
        arguments = build_parser().parse_args(argv)
        status: int | None = arguments.run(arguments, reporter)
    except CloudMaskError as error:
        print(error, file=sys.stderr)
        return BAD_INPUT
    except Cancelled as error:
        print(str(error) or "Cancelled; nothing was written.", file=sys.stderr)
        return CANCELLED
    return status or DONE


if __name__ == "__main__":
    sys.exit(main())
