"""Check metadata.txt against what QGIS and its plugin repository require."""

from __future__ import annotations

import argparse
import configparser
import re
import sys
from pathlib import Path

REQUIRED = (
    "name", "description", "about", "version", "qgisMinimumVersion", "author", "email",
    "tracker", "repository", "homepage", "tags", "icon", "category", "hasProcessingProvider",
)  # fmt: skip
# All that QGIS knows, so that a misspelt key is found: QGIS developer cookbook, "Metadata".
KNOWN = frozenset(
    (*REQUIRED, "qgisMaximumVersion", "changelog", "experimental", "deprecated", "server",
     "plugin_dependencies", "license")
)  # fmt: skip
CATEGORIES = ("Raster", "Vector", "Database", "Mesh", "Web")
BOOLEAN = ("experimental", "deprecated", "server", "hasProcessingProvider")
VERSION = re.compile(r"\d+\.\d+(\.\d+)?")


def problems(text: str, root: Path) -> list[str]:
    """Return what is wrong with the text of metadata.txt, each as a sentence.

    :param root: folder in which the icon is looked for.
    """
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign] # keys have capitals
    parser.read_string(text)
    if not parser.has_section("general"):
        return ["The section [general] is missing."]
    values = dict(parser["general"])
    found = [f"{key} is missing or empty." for key in REQUIRED if not values.get(key, "").strip()]
    found += [f"{key} is no key that QGIS knows." for key in values if key not in KNOWN]
    for key in ("qgisMinimumVersion", "qgisMaximumVersion"):
        if key in values and not VERSION.fullmatch(values[key]):
            found.append(f"{key}={values[key]} is no version such as 3.34.")
    if not re.fullmatch(r"\d+\.\d+\.\d+", values.get("version", "")):
        found.append(f"version={values.get('version')} is no version such as 1.2.3.")
    if values.get("category") not in CATEGORIES:
        found.append(f"category={values.get('category')} is none of {', '.join(CATEGORIES)}.")
    for key in BOOLEAN:
        if values.get(key, "no").lower() not in ("yes", "no", "true", "false"):
            found.append(f"{key}={values[key]} is neither yes nor no.")
    for key in ("tracker", "repository", "homepage"):
        if not values.get(key, "").startswith("https://"):
            found.append(f"{key} is no https address.")
    if "plugin" in values.get("name", "").lower():
        found.append("The plugin repository asks for a name without the word plugin.")
    if not (root / values.get("icon", "")).is_file():
        found.append(f"icon={values.get('icon')} is no file.")
    return found


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path, help="metadata.txt")
    path: Path = parser.parse_args().file
    found = problems(path.read_text(encoding="utf-8"), path.resolve().parent)
    for problem in found:
        print(f"{path}: {problem}", file=sys.stderr)
    if not found:
        print(f"{path}: fine")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
