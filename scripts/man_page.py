"""Write the manual page of the command line from its parser: docs/man/cloudmask.1.

``python scripts/man_page.py`` writes it, ``--check`` tells by its exit status whether it is up to
date. Read it with ``man docs/man/cloudmask.1``.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from cloudmask_plugin.engine.__main__ import build_parser  # noqa: E402
from cloudmask_plugin.engine.paths import version  # noqa: E402

PAGE = ROOT / "docs" / "man" / "cloudmask.1"
STATUSES = (
    ("0", "Done."),
    ("2", "Bad input; one line on stderr says what is wrong and what to do. Nothing was written."),
    (
        "3",
        "maskfolder came to its end, and some scenes failed. The summary tells which and why; all "
        "others are masked.",
    ),
    ("130", "Cancelled by Ctrl-C or SIGTERM; no file is half written."),
)
VARIABLES = (
    ("CLOUDMASK_MODELS", "Folders of further models, separated as in PATH."),
    ("GDAL_CACHEMAX, GDAL_NUM_THREADS, …", "Settings of GDAL, which reads and writes the rasters."),
)
DESCRIPTION = (
    "Finds thick clouds, thin clouds and cloud shadows in Sentinel-2 scenes, makes composites "
    "without them, and says how good a mask is. Without the pip package the same is "
    "python -m cloudmask_plugin.engine, in the folder that holds the plugin.",
    "Progress and messages go to stderr, results to stdout. With --json a command prints one JSON "
    "object, whose keys docs/command-line.md lists.",
)


def page() -> str:
    """Return the page as troff with the man macros."""
    parser = build_parser()
    commands = _commands(parser)
    lines = [
        '.\\" Written by scripts/man_page.py from the parser: change that.',
        f'.TH CLOUDMASK 1 "" "cloudmask {version()}" "Cloud Mask"',
        ".SH NAME",
        "cloudmask \\- cloud and cloud\\-shadow masks of Sentinel\\-2 scenes",
        ".SH SYNOPSIS",
    ]
    for name, command, _ in commands:
        positionals = " ".join(_usage(action) for action in _positionals(command))
        needed = " ".join(_usage(a) for a in _options(command) if a.required)
        rest = "[\\fIoption\\fR]..." if _options(command) else ""
        parts = filter(None, (f"\\fBcloudmask {name}\\fR", positionals, needed, rest))
        lines += [" ".join(parts), ".br"]
    lines.append(".SH DESCRIPTION")
    lines += _paragraphs(DESCRIPTION)
    lines.append(".SH COMMANDS")
    for name, command, summary in commands:
        lines += [f".SS {name}", _plain(summary[:1].upper() + summary[1:]) + "."]
        for action in (*_positionals(command), *_options(command)):
            lines += [".TP", _head(action), _help(action)]
    lines.append(".SH EXIT STATUS")
    for status, meaning in STATUSES:
        lines += [".TP", f"\\fB{status}\\fR", _plain(meaning)]
    lines.append(".SH ENVIRONMENT")
    for name, meaning in VARIABLES:
        lines += [".TP", f"\\fB{_plain(name)}\\fR", _plain(meaning)]
    lines += [".SH SEE ALSO", _plain("docs/command-line.md, docs/cluster.md, models/README.md")]
    return "\n".join(lines) + "\n"


def _commands(
    parser: argparse.ArgumentParser,
) -> list[tuple[str, argparse.ArgumentParser, str]]:
    (group,) = (a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    summaries = {choice.dest: choice.help or "" for choice in group._choices_actions}
    return [(name, command, summaries.get(name, "")) for name, command in group.choices.items()]


def _positionals(command: argparse.ArgumentParser) -> list[argparse.Action]:
    return [action for action in command._actions if not action.option_strings]


def _options(command: argparse.ArgumentParser) -> list[argparse.Action]:
    return [a for a in command._actions if a.option_strings and a.dest != "help"]


def _value(action: argparse.Action) -> str:
    if action.nargs == 0:
        return ""
    if action.metavar is None and action.choices:
        return "{" + ",".join(map(str, action.choices)) + "}"
    name = action.metavar or action.dest.upper()
    return f"{name}..." if action.nargs == "+" else str(name)


def _usage(action: argparse.Action) -> str:
    value = f"\\fI{_plain(_value(action))}\\fR"
    if not action.option_strings:
        return value
    return f"\\fB{_plain(action.option_strings[0])}\\fR {value}"


def _head(action: argparse.Action) -> str:
    names = ", ".join(f"\\fB{_plain(name)}\\fR" for name in action.option_strings)
    value = _value(action)
    return " ".join(filter(None, (names, f"\\fI{_plain(value)}\\fR" if value else "")))


def _help(action: argparse.Action) -> str:
    text = (action.help or "").replace("%%", "%")
    if action.choices and action.metavar is not None:
        text += f" One of {', '.join(map(str, action.choices))}."
    return _plain(text or "See docs/command-line.md.")


def _paragraphs(texts: tuple[str, ...]) -> Iterator[str]:
    for text in texts:
        yield ".PP"
        yield _plain(text)


def _plain(text: str) -> str:
    """Return text with what troff would take for its own written out."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("…", "...")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped


def main() -> int:
    """Write or check the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; 1 where it is old")
    if parser.parse_args().check:
        fresh = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page()
        return 0 if fresh else 1
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
