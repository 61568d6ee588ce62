"""Names for a file's next version, so that nothing is ever written over the original."""

from __future__ import annotations

import re
from pathlib import Path


def original_stem(stem: str) -> str:
    """Return the stem of the file of which another is a version."""
    return re.sub(r"_v\d+$", "", stem)


def next_version(path: str) -> str:
    """Return the first of ``X_v2.tif``, ``X_v3.tif`` … beside a file that is not there yet."""
    source = Path(path)
    stem = original_stem(source.stem)
    number = 2
    while source.with_name(f"{stem}_v{number}.tif").exists():
        number += 1
    return str(source.with_name(f"{stem}_v{number}.tif"))
