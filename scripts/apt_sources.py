"""Derive an apt sources entry for another suite from an entry that the machine has.

The new entry keeps mirror, key and options, so that it works wherever the old one does.
Needs nothing beyond Python 3.9, because setup runs it before anything is installed.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def derive(text: str, deb822: bool, suite: str, new_suite: str, uri: str = "") -> str:
    """Return the entry of ``suite`` in ``text`` rewritten for ``new_suite``, component main.

    Of a file with several entries exactly one is taken: one for binary packages, with the
    suite, component main and, where there is such a one, the address ``uri``.

    :param deb822: stanzas of fields as in ``.sources`` files, else one-line entries.
    :raises LookupError: where no entry fits.
    """
    rewrite = _from_stanzas if deb822 else _from_lines
    for wanted in [uri.rstrip("/"), ""] if uri else [""]:
        entry = rewrite(text, suite, new_suite, wanted)
        if entry:
            return entry
    raise LookupError(f"no entry for binary packages of suite {suite}, component main")


def _from_stanzas(text: str, suite: str, new_suite: str, uri: str) -> str:
    """Rewrite the first stanza that fits; "" if none does (deb822-style, sources.list(5))."""
    for stanza in _stanzas(text):
        fields = {name.lower(): value for name, value in stanza}
        if (
            "deb" in fields.get("types", "").split()
            and suite in fields.get("suites", "").split()
            and "main" in fields.get("components", "").split()
            and fields.get("enabled", "yes").strip().lower() not in ("no", "false", "0")
            and _names(fields.get("uris", "").split(), uri)
        ):
            changed = {"types": "deb", "suites": new_suite, "components": "main"}
            lines = [f"{name}: {changed.get(name.lower(), value)}" for name, value in stanza]
            # A value that starts on the next line, as a key does, leaves the first one empty.
            return "".join(line.replace(": \n", ":\n", 1) + "\n" for line in lines)
    return ""


def _stanzas(text: str) -> list[list[tuple[str, str]]]:
    """Split into stanzas of (field, value); continuation lines stay in the value."""
    stanzas: list[list[tuple[str, str]]] = [[]]
    for line in text.splitlines():
        if not line.strip():
            stanzas.append([])
        elif line.startswith("#"):
            continue
        elif line[0] in " \t" and stanzas[-1]:
            name, value = stanzas[-1][-1]
            stanzas[-1][-1] = (name, f"{value}\n{line}")
        elif ":" in line:
            name, _, value = line.partition(":")
            stanzas[-1].append((name.strip(), value.strip()))
    return [stanza for stanza in stanzas if stanza]


def _from_lines(text: str, suite: str, new_suite: str, uri: str) -> str:
    """Rewrite the first line ``deb [options] uri suite component…`` that fits; "" if none."""
    for line in text.splitlines():
        words = line.partition("#")[0].split()
        if not words or words[0] != "deb":
            continue
        options: list[str] = []
        rest = words[1:]
        if rest and rest[0].startswith("["):
            end = next((i for i, word in enumerate(rest) if word.endswith("]")), len(rest) - 1)
            options, rest = rest[: end + 1], rest[end + 1 :]
        if len(rest) >= 3 and rest[1] == suite and "main" in rest[2:] and _names(rest[:1], uri):
            return " ".join(["deb", *options, rest[0], new_suite, "main"]) + "\n"
    return ""


def _names(uris: list[str], uri: str) -> bool:
    """Return True where ``uri`` is among ``uris``, or where there is none to look for."""
    return not uri or uri in [one.rstrip("/") for one in uris]


def main() -> int:
    """Run from the command line: print the derived entry."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path, help="a .sources or .list file")
    parser.add_argument("suite", help="suite of the entry to start from")
    parser.add_argument("new_suite", help="suite of the entry to write")
    parser.add_argument("--uri", default="", help="address to prefer among several entries")
    options = parser.parse_args()
    text = options.file.read_text(encoding="utf-8")
    deb822 = options.file.suffix == ".sources"
    try:
        print(derive(text, deb822, options.suite, options.new_suite, options.uri), end="")
    except LookupError as error:
        print(f"{options.file}: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
