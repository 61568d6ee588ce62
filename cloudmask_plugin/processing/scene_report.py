"""What is known of a scene as a page of HTML: value, where it comes from, how sure that is."""

from __future__ import annotations

from html import escape
from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication

from ..engine.errors import OutputError
from ..engine.scene import SourceSpec
from ..engine_text import engine_text
from ..scene_text import SceneFact, scene_facts

translate = QCoreApplication.translate

STYLE = (
    "body { font-family: sans-serif; } td, th { text-align: left; vertical-align: top;"
    " padding: 0.2em 1em 0.2em 0; } .guessed { font-style: italic; }"
)


def report_html(spec: SourceSpec) -> str:
    """Return the page: a table of the facts, and the warnings below it."""
    head = "".join(
        f"<th>{escape(text)}</th>"
        for text in (
            "",
            translate("CloudMask", "Value"),
            translate("CloudMask", "Where from"),
            translate("CloudMask", "How sure"),
        )
    )
    rows = "\n".join(map(_row, scene_facts(spec)))
    warnings = ""
    if spec.warnings:
        items = "\n".join(f"<li>{escape(engine_text(text))}</li>" for text in spec.warnings)
        title = translate("CloudMask", "Warnings")
        warnings = f"<h2>{escape(title)}</h2>\n<ul>\n{items}\n</ul>\n"
    return (
        '<!DOCTYPE html>\n<html>\n<head><meta charset="utf-8">'
        f"<title>{escape(spec.name)}</title><style>{STYLE}</style></head>\n<body>\n"
        f"<h1>{escape(spec.name)}</h1>\n<table>\n<tr>{head}</tr>\n{rows}\n</table>\n"
        f"{warnings}</body>\n</html>\n"
    )


def write_report(spec: SourceSpec, path: str) -> None:
    """Write the page into a file.

    :raises OutputError: where it cannot be written.
    """
    try:
        Path(path).write_text(report_html(spec), encoding="utf-8")
    except OSError as error:
        raise OutputError(
            translate(
                "CloudMask", "The report {path} cannot be written ({reason}): name another file."
            ).format(path=path, reason=error.strerror)
        ) from error


def _row(fact: SceneFact) -> str:
    value = "<br>".join(escape(line) for line in (fact.text, *fact.details.splitlines()))
    mark = ' class="guessed"' if fact.guessed else ""
    return (
        f"<tr{mark}><th>{escape(fact.label)}</th><td>{value}</td>"
        f"<td>{escape(fact.source)}</td><td>{escape(_how_sure(fact))}</td></tr>"
    )


def _how_sure(fact: SceneFact) -> str:
    if not fact.known:
        return translate("CloudMask", "unknown")
    if fact.guessed:
        return translate("CloudMask", "guessed")
    return translate("CloudMask", "sure")
