"""What the pages for users name is there: links, commands, options, files."""

from __future__ import annotations

import argparse
import importlib.util
import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from cloudmask_plugin.engine.__main__ import build_parser

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("models/*.md")])
IDS = [str(page.relative_to(ROOT)) for page in PAGES]
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"^ *```.*?^ *```$", re.M | re.S)
PATH = re.compile(
    r"(?<![\w/.])((?:tests|benchmarks|training|scripts|docs|models|resources|engine|i18n)"
    r"/[\w./-]+\.\w+)"
)
COMMAND = re.compile(r"^(?:python -m cloudmask_plugin\.engine|cloudmask) (?=[a-z])")
OF_OTHERS = {"pytest", "venv"}  # modules that are run and are not this project's

each_page = pytest.mark.parametrize("page", PAGES, ids=IDS)


@cache
def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def on_one_line(page: Path) -> str:
    """Return a page whose spans of code are not broken into lines."""
    return re.sub(r"\s+", " ", text_of(page))


def anchors(page: Path) -> set[str]:
    """Return what links to headings of a page end with, as GitHub makes it."""
    headings = re.findall(r"^#+ (.+)$", CODE.sub("", text_of(page)), re.M)
    plain = [re.sub(r"\[(.*?)\]\(.*?\)", r"\1", heading).lower() for heading in headings]
    return {re.sub(r"[^\w\- ]", "", heading).replace(" ", "-") for heading in plain}


def command_lines(page: Path) -> Iterator[str]:
    """Yield the lines of the page's blocks of code, those that go on joined."""
    for block in CODE.findall(text_of(page)):
        for line in block.replace("\\\n", " ").splitlines()[1:-1]:
            yield line.strip()


@each_page
def test_every_link_leads_somewhere(page: Path) -> None:
    lost = []
    for target in LINK.findall(CODE.sub("", text_of(page))):
        if re.match(r"\w+:", target):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        if not file.exists() or (anchor and anchor not in anchors(file)):
            lost.append(target)
    assert lost == []


@each_page
def test_every_module_that_is_to_be_run_is_there_and_has_the_options(page: Path) -> None:
    for module, rest in re.findall(r"python -m ([\w.]+)([^`)]*)", on_one_line(page)):
        if module.split(".")[0] in OF_OTHERS:
            continue
        spec = importlib.util.find_spec(module)
        assert spec is not None and spec.origin is not None, module
        if module.startswith("cloudmask_plugin"):
            continue  # its options are read by its parser below
        source = Path(spec.origin).read_text(encoding="utf-8")
        for option in re.findall(r"--[a-z][\w-]*", rest.partition(" python ")[0]):
            assert f'"{option}"' in source, f"{module} {option}"


@each_page
def test_every_target_of_make_is_there(page: Path) -> None:
    listed = set(re.findall(r"^([a-z-]+):", text_of(ROOT / "Makefile"), re.M))
    spans = re.findall(r"`make ([^`]+)`", on_one_line(page))
    lines = [line.partition("#")[0][5:] for line in command_lines(page) if line[:5] == "make "]
    named = {word for text in (*spans, *lines) for word in text.split() if word.islower()}
    assert {word for word in named if "=" not in word} - listed == set()


@each_page
def test_every_command_of_the_engine_is_understood(page: Path) -> None:
    for line in command_lines(page):
        if COMMAND.match(line) is None or "[" in line:  # a synopsis stands for many
            continue
        words = shlex.split(COMMAND.sub("", line).partition(" > ")[0].partition("  #")[0])
        try:
            build_parser().parse_args(words)
        except (SystemExit, Exception) as error:
            pytest.fail(f"{line}: {error!r}")


def test_every_option_of_the_command_line_that_is_told_of_is_there() -> None:
    (commands,) = (
        action.choices
        for action in build_parser()._actions
        if isinstance(action, argparse._SubParsersAction)
    )
    known = {
        option
        for parser in commands.values()
        for action in parser._actions
        for option in action.option_strings
    }
    told = set(re.findall(r"`(--[a-z][\w-]*)", text_of(ROOT / "docs" / "command-line.md")))
    assert len(told) > 40
    assert told - known == set()


@each_page
def test_every_file_that_is_named_is_there(page: Path) -> None:
    named = {path for path in PATH.findall(on_one_line(page)) if "NAME" not in path}
    places = (ROOT, ROOT / "cloudmask_plugin", ROOT / "docs", ROOT / "tests")
    assert [path for path in named if not any((at / path).exists() for at in places)] == []
