"""Where a mask comes from, as lines for a report: its file, model, options and corrections."""

from __future__ import annotations

import hashlib
import json
from contextlib import closing
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from .mask_editing import EDITS_TAG, MODEL_TAG
from .mask_writing import PARAMETERS_TAG
from .raster import Backend

CHUNK = 1 << 20  # bytes hashed at once
VERSION_TAG, SOURCE_TAG = "CLOUDMASK_VERSION", "CLOUDMASK_SOURCE"
MODEL_VERSION_TAG, MODEL_HASH_TAG = "CLOUDMASK_MODEL_VERSION", "CLOUDMASK_MODEL_SHA256"
TIME_TAG = "ACQUISITION_TIME"

Line = tuple[str, str]


def provenance(path: str, backend: Backend) -> tuple[Line, ...]:
    """Return what a mask's file and tags tell of it, as titles with values; unknown is left out.

    :raises SceneError: where the mask cannot be read.
    """
    with closing(backend.open(path)) as reader:
        info = reader.info
    tags, grid = dict(info.tags), info.grid
    width, height = grid.pixel_metres
    size = f"{grid.width} × {grid.height} pixels of {width:g} × {height:g} m"
    model = " ".join(filter(None, (tags.get(MODEL_TAG), tags.get(MODEL_VERSION_TAG))))
    made_by = tags.get(VERSION_TAG)
    lines = (
        ("Mask", Path(path).name),
        ("SHA-256 of the mask", file_hash(path)),
        ("Grid", ", ".join(filter(None, (size, grid.epsg)))),
        ("Scene", tags.get(SOURCE_TAG, "")),
        ("Acquired", tags.get(TIME_TAG, "")),
        ("Model", model),
        ("SHA-256 of the model", tags.get(MODEL_HASH_TAG, "")),
        ("Parameters", _parameters(tags.get(PARAMETERS_TAG, ""))),
        ("Corrected by hand", _edits(tags.get(EDITS_TAG, ""))),
        ("Written by", f"Cloud Mask {made_by}" if made_by else ""),
    )
    return tuple(line for line in lines if line[1])


def reported_now() -> Line:
    """Return when a report is written, to the minute in UTC."""
    return "Reported", f"{datetime.now(timezone.utc):%Y-%m-%d %H:%M} UTC"


def file_hash(path: str) -> str:
    """Return the SHA-256 of a file in hexadecimal; "" for what is no file, such as an address."""
    if not Path(path).is_file():
        return ""
    found = hashlib.sha256()
    with open(path, "rb") as file:
        while chunk := file.read(CHUNK):
            found.update(chunk)
    return found.hexdigest()


def _parameters(text: str) -> str:
    told = _json(text, dict)
    return ", ".join(f"{key} {value}" for key, value in told.items() if value not in (None, ""))


def _edits(text: str) -> str:
    parts = []
    for step in _json(text, list):
        counts = ", ".join(f"{tool} {count}" for tool, count in step.get("edits", {}).items())
        pixels = sum(step.get("pixels", {}).values())
        parts.append(f"{step.get('from', '')}: {counts} ({pixels:,} pixels)")
    return "; ".join(parts)


def _json(text: str, kind: type[Any]) -> Any:
    """Return what a tag holds, empty where it holds something else."""
    try:
        found = json.loads(text)
    except ValueError:
        return kind()
    return found if isinstance(found, kind) else kind()
