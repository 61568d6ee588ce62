"""The command ``maskfolder`` of the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from .errors import Cancelled
from .folder_summary import attributes
from .mask_folder import FolderRequest, FolderResult, mask_folder
from .mask_options import (
    add_cluster_option,
    add_model_options,
    add_refine_options,
    print_json,
    refine_options,
    shadow_options,
)
from .reporter import Reporter
from .scene import Overrides
from .scene_task import FAILED, STATUSES, MaskSettings

SOME_FAILED = 3  # exit status: the run came to its end, and some scenes are without a mask


def add_command(
    commands: Any,
    add_overrides: Callable[[argparse.ArgumentParser], None],
    read_overrides: Callable[[argparse.Namespace], Overrides],
) -> None:
    """Add the command to the parser's.

    :param commands: what ``add_subparsers`` returned.
    :param add_overrides: adds what can be stated of a scene; ``read_overrides`` reads it.
    """
    parser = commands.add_parser("maskfolder", help="mask all scenes of folders")
    parser.add_argument(
        "inputs",
        metavar="FOLDER",
        nargs="+",
        help="folder to look through, scene, or pattern such as 'data/**/*.SAFE'",
    )
    parser.add_argument("--output", required=True, metavar="DIR", help="folder of the masks")
    parser.add_argument(
        "--probabilities", action="store_true", help="also write class probabilities"
    )
    parser.add_argument("--again", action="store_true", help="mask also what is there already")
    add_cluster_option(parser)
    add_model_options(parser)
    add_refine_options(parser)
    add_overrides(parser)
    parser.set_defaults(run=lambda arguments, reporter: _run(arguments, reporter, read_overrides))


def _run(
    arguments: argparse.Namespace,
    reporter: Reporter,
    read_overrides: Callable[[argparse.Namespace], Overrides],
) -> int:
    request = FolderRequest(
        inputs=tuple(arguments.inputs),
        output=arguments.output,
        settings=MaskSettings(
            overrides=read_overrides(arguments),
            probabilities=arguments.probabilities,
            model=arguments.model,
            resolution=arguments.resolution,
            refine=refine_options(arguments),
            shadows=shadow_options(arguments),
            tta=arguments.tta,
            threads=arguments.threads,
            tile=arguments.tile,
        ),
        again=arguments.again,
        cluster=arguments.cluster,
    )
    try:
        result = mask_folder(request, reporter)
    except Cancelled as error:
        raise Cancelled("Cancelled; what is finished stays, and the next run goes on.") from error
    if arguments.json:
        print_json(_told(result))
    else:
        print(result.table)
        for status in STATUSES:
            if result.count(status):
                print(f"  {status.capitalize():<13} {result.count(status)}")
    return SOME_FAILED if result.count(FAILED) else 0


def _told(result: FolderResult) -> dict[str, Any]:
    return {
        "output": result.output,
        "table": result.table,
        "layer": result.layer,
        "stacks": list(result.stacks),
        "passed_over": list(result.passed_over),
        "seconds": result.seconds,
        **{status: result.count(status) for status in STATUSES},
        "scenes": [attributes(row) for row in result.rows],
    }
