"""Collect the texts that are shown to users into the translation sources, i18n/*.ts.

Translations that are there are kept, texts that are gone are dropped. PyQt's own pylupdate5
misses texts that are written as several strings in a row in a call of ``translate``; this
reads Python's syntax tree, which joins them.
"""

from __future__ import annotations

import argparse
import ast
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
Texts = dict[tuple[str, str], list[str]]  # (context, text) -> files, in order of appearance


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


def collect(package: Path) -> Texts:
    """Return all texts of a package with the files that show them."""
    texts: Texts = {}
    for path in sorted(package.rglob("*.py")):
        collector = _Collector()
        collector.visit(ast.parse(path.read_text(encoding="utf-8")))
        for key in collector.found:
            files = texts.setdefault(key, [])
            name = path.relative_to(package.parent).as_posix()
            if name not in files:
                files.append(name)
    return texts


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
    for path in options.files:
        translations = read_translations(path) if path.exists() else {}
        missing = write(path, texts, translations)
        print(f"{path}: {len(texts)} texts, {missing} not translated")
    return 0


if __name__ == "__main__":
    sys.exit(main())
