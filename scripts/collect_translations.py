"""Collect the texts that are shown to users into the translation sources, i18n/*.ts.

Translations that are there are kept, texts that are gone are dropped. PyQt's own pylupdate5
misses texts that are written as several strings in a row in a call of ``translate``; this
reads Python's syntax tree, which joins them.

The engine knows no Qt and marks nothing: what reads like words in its source is collected into
the context "Engine", with values as {name}. Texts with values are also written into
``resources/engine_texts.json``, by which :mod:`cloudmask_plugin.engine_text` recognises them.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "resources" / "engine_texts.json"
Texts = dict[tuple[str, str], list[str]]  # (context, text) -> files, in order of appearance

ENGINE = "Engine"
# Modules of the command line, which speaks English only, and of files, which are the same for all.
_NOT_SHOWN = re.compile(r"_command|_style|_report|mask_options|folder_summary|__main__")
# Calls whose texts are no words for users, and those of which a single word is one, by position.
_NO_WORDS = {"compile", "Thread", "ThreadPoolExecutor", "Sensor", "ValueError", "translate"}
_WORDS = {"MaskClass": (2,), "Purpose": (1,), "Band": (3,), "Progress": (1,), "Pace": (1,)}
_WORDS |= {"stage": (0,)}
_MARKUP = re.compile(r"[<>=\n\\|]|\(\?")
_VALUE = re.compile(r"\{\w*\}")


class _Collector(ast.NodeVisitor):
    """Finds ``translate(context, text)`` and ``self.tr(text)``, whose context is the class."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str]] = []
        self.classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Note in which class we are."""
        self.classes.append(node.name)
        self.generic_visit(node)
        self.classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        """Note a text to translate."""
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        if isinstance(node.func, ast.Name):
            name = node.func.id
        texts = [
            one.value
            for one in node.args
            if isinstance(one, ast.Constant) and isinstance(one.value, str)
        ]
        if name == "translate" and len(texts) >= 2:
            self.found.append((texts[0], texts[1]))
        elif name == "tr" and texts and self.classes:
            self.found.append((self.classes[-1], texts[0]))
        self.generic_visit(node)


class _EngineCollector(ast.NodeVisitor):
    """Finds texts of at least two words, and single words where a call shows them."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str]] = []

    def visit_Expr(self, node: ast.Expr) -> None:
        """Pass docstrings over."""
        if not isinstance(node.value, ast.Constant):
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Look at what a call is given, as far as it is shown."""
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        name = node.func.id if isinstance(node.func, ast.Name) else name
        if name in _NO_WORDS:
            return
        for position in _WORDS.get(name, ()):
            if position < len(node.args):
                self._add(node.args[position], least=1)
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        """Note a text."""
        self._add(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Note a text with values, and what may stand in them."""
        self._add(node)
        for value in node.values:
            if isinstance(value, ast.FormattedValue):
                self.visit(value.value)

    def _add(self, node: ast.expr, least: int = 2) -> None:
        text = _template(node)
        parts = _VALUE.sub(" ", text).split()
        words = [part for part in parts if re.search("[a-z]{2}", part) or least == 1]
        if least == 1 and not text[:1].isupper():  # a name in the program
            return
        is_text = bool(re.match(r"[A-Za-z0-9{]", text)) and not _MARKUP.search(text)
        if is_text and len(words) >= least and (ENGINE, text) not in self.found:
            self.found.append((ENGINE, text))


def _template(node: ast.expr) -> str:
    """Return a text with its values as {name}, "" for what is no text."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    text, names = "", []
    for part in node.values if isinstance(node, ast.JoinedStr) else ():
        if isinstance(part, ast.Constant):
            text += part.value
            continue
        name = _name(part.value).lstrip("_") or "value"
        names.append(name)
        text += f"{{{name}{names.count(name) if names.count(name) > 1 else ''}}}"
    return text


def _name(node: ast.AST) -> str:
    """Return the name that tells most of what an expression is."""
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.Name):
        return node.id
    parts = list(ast.iter_child_nodes(node))
    if isinstance(node, ast.Call):  # what a function is given, or whose method it is
        owner = node.func.value if isinstance(node.func, ast.Attribute) else node.func
        parts = [*node.args, owner]
    return next(filter(None, map(_name, parts)), "")


def collect(package: Path) -> Texts:
    """Return all texts of a package with the files that show them."""
    texts: Texts = {}
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package.parent).as_posix()
        is_engine = "engine" in path.relative_to(package).parts
        if is_engine and _NOT_SHOWN.search(path.stem):
            continue
        collector = _EngineCollector() if is_engine else _Collector()
        collector.visit(ast.parse(path.read_text(encoding="utf-8")))
        for key in collector.found:
            files = texts.setdefault(key, [])
            if name not in files:
                files.append(name)
    for card in sorted((package.parent / "models").glob("*/card.json")):
        told = json.loads(card.read_text(encoding="utf-8"))
        for text in (told["title"], told.get("description", "")):
            if text:
                name = card.relative_to(package.parent).as_posix()
                texts.setdefault((ENGINE, text), []).append(name)
    return texts


def templates(texts: Texts) -> list[str]:
    """Return the texts of the engine that hold values."""
    return sorted(text for context, text in texts if context == ENGINE and _VALUE.search(text))


def read_translations(path: Path) -> dict[tuple[str, str], str]:
    """Return the finished translations of a .ts file by context and text."""
    translations = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") is None and translation.text:
                key = (context.findtext("name", ""), message.findtext("source", ""))
                translations[key] = translation.text
    return translations


def write(path: Path, texts: Texts, translations: dict[tuple[str, str], str]) -> int:
    """Write a .ts file; return how many texts have no translation in it."""
    language = path.stem.partition("_")[2]
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for name in sorted({context for context, _ in texts}):
        contexts[name] = ET.SubElement(root, "context")
        ET.SubElement(contexts[name], "name").text = name
    missing = 0
    for (context, text), files in texts.items():
        message = ET.SubElement(contexts[context], "message")
        for file in files:
            ET.SubElement(message, "location", filename=f"../{file}")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        if (context, text) in translations:
            translation.text = translations[context, text]
        else:
            translation.set("type", "unfinished")
            missing += 1
    ET.indent(root, space="    ")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(head + ET.tostring(root, encoding="unicode") + "\n", encoding="utf-8")
    return missing


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+", help="cloudmask_<language>.ts, new or old")
    options = parser.parse_args()
    texts = collect(ROOT / "cloudmask_plugin")
    listed = json.dumps(templates(texts), ensure_ascii=False, indent=0)
    TEMPLATES.write_text(f"{listed}\n", encoding="utf-8")
    for path in options.files:
        translations = read_translations(path) if path.exists() else {}
        missing = write(path, texts, translations)
        print(f"{path}: {len(texts)} texts, {missing} not translated")
    return 0


if __name__ == "__main__":
    sys.exit(main())
