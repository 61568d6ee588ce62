"""What the engine says, in the user's language.

The engine knows no Qt: it writes English, with values in it. ``scripts/collect_translations.py``
reads its source and collects what it can say into the context "Engine" of the translations, and
those texts that hold values also into ``resources/engine_texts.json``. Here a text is recognised
by what stands around its values. What is not recognised stays as it is.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache

from qgis.PyQt.QtCore import QCoreApplication

from .engine.paths import bundled

CONTEXT = "Engine"
TEMPLATES = "engine_texts.json"
_VALUE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class _Template:
    """A text with values, as the engine writes it and in the user's language.

    :param names: of the values; ``parts`` stand before, between and behind them.
    """

    names: tuple[str, ...]
    parts: tuple[str, ...]
    translation: str

    def translated(self, text: str) -> str | None:
        """Return a text in the user's language, None where it is another."""
        first, *between = self.parts[:-1]
        last = self.parts[-1]
        if not (text.startswith(first) and text.endswith(last)):
            return None
        stop = len(text) - len(last)
        begin, values = len(first), []
        for part in between:
            found = text.find(part, begin, stop)
            if found < 0:
                return None
            values.append(text[begin:found])
            begin = found + len(part)
        if begin > stop:
            return None
        values.append(text[begin:stop])
        # A single word may be a name; several are of the engine where it knows them.
        told = {
            name: engine_text(value) if " " in value else value
            for name, value in zip(self.names, values)
        }
        return _VALUE.sub(lambda match: told[match.group(1)], self.translation)


@lru_cache(maxsize=1024)
def engine_text(text: str) -> str:
    """Return a text of the engine in the user's language, the text itself if it is not known."""
    translation = QCoreApplication.translate(CONTEXT, text) if text else text
    if translation != text:
        return translation
    for template in _templates():
        found = template.translated(text)
        if found is not None:
            return found
    if not _templates():
        return text
    if text.endswith("."):  # a remark that was made a sentence
        return engine_text(text[:-1]) + "."
    name, colon, rest = text.partition(": ")  # "T32UQD: Masking"
    return f"{name}{colon}{engine_text(rest)}" if colon else text


def forget_language() -> None:
    """Look at the translations anew; to be called when a translator comes or goes."""
    _templates.cache_clear()
    engine_text.cache_clear()


@lru_cache(maxsize=1)
def _templates() -> tuple[_Template, ...]:
    """Return the texts that have a translation, those that say most without values first."""
    found = []
    for text in json.loads((bundled("resources") / TEMPLATES).read_text(encoding="utf-8")):
        translation = QCoreApplication.translate(CONTEXT, text)
        if translation != text:
            parts = tuple(_VALUE.split(text))
            found.append(_Template(parts[1::2], parts[::2], translation))
    return tuple(sorted(found, key=lambda one: -sum(map(len, one.parts))))
