"""The manual page tells what the parser takes."""

from __future__ import annotations

import argparse
import re

import man_page

from cloudmask_plugin.engine.__main__ import build_parser


def test_the_page_is_up_to_date() -> None:
    written = man_page.PAGE.read_text(encoding="utf-8")
    assert written == man_page.page(), "run scripts/man_page.py"


def test_every_command_and_option_is_in_its_section() -> None:
    text = man_page.page().replace("\\-", "-")
    sections = dict(re.findall(r"^\.SS (\w+)\n(.*?)(?=^\.S[SH] )", text, re.M | re.S))
    (commands,) = (
        action.choices
        for action in build_parser()._actions
        if isinstance(action, argparse._SubParsersAction)
    )
    assert set(sections) == set(commands)
    for name, command in commands.items():
        for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", command.format_help()):
            if option != "--help":
                assert f"\\fB{option}\\fR" in sections[name], (name, option)


def test_no_line_is_taken_for_a_request_of_troff_by_mistake() -> None:
    for line in man_page.page().splitlines():
        if line.startswith("."):
            assert re.match(r'\.(\\"|TH|SH|SS|TP|PP|br)( |$)', line), line
        assert not line.startswith("'")
