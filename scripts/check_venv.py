"""Tell whether the environment that runs this has what requirements-dev.txt pins.

Exit status 0: all is there; 1: something is missing, named on stderr. Reads metadata only
and imports nothing heavy, so that setup can ask every time.
"""

from __future__ import annotations

import importlib.util
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

FROM_THE_SYSTEM = ("qgis", "osgeo", "numpy", "rasterio", "matplotlib", "scipy")


def missing(requirements: str) -> list[str]:
    """Return what is absent or of another version than ``requirements`` pins."""
    absent = [name for name in FROM_THE_SYSTEM if importlib.util.find_spec(name) is None]
    for line in requirements.splitlines():
        name, _, pinned = line.partition("#")[0].strip().partition("==")
        if not name:
            continue
        try:
            found = version(name)
        except PackageNotFoundError:
            found = ""
        if found != pinned:
            absent.append(f"{name}=={pinned}")
    return absent


def main() -> int:
    """Run from the command line with the path of the requirements."""
    absent = missing(Path(sys.argv[1]).read_text(encoding="utf-8"))
    if absent:
        print("missing in .venv:", " ".join(absent), file=sys.stderr)
    return 1 if absent else 0


if __name__ == "__main__":
    sys.exit(main())
