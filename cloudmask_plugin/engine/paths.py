"""Where the files that come with the program lie: installed beside or checked out above."""

from __future__ import annotations

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
MODEL_FOLDERS_VARIABLE = "CLOUDMASK_MODELS"


def bundled(folder: str) -> Path:
    """Return ``folder`` (models, resources, i18n) of the program.

    In an installed plugin it lies inside the package, in a checkout beside it.
    """
    inside = PACKAGE / folder
    return inside if inside.is_dir() else PACKAGE.parent / folder


def user_model_folders() -> tuple[str, ...]:
    """Return the folders named by the environment variable CLOUDMASK_MODELS."""
    value = os.environ.get(MODEL_FOLDERS_VARIABLE, "")
    return tuple(part for part in value.split(os.pathsep) if part)


def version() -> str:
    """Return the plugin's version as metadata.txt states it, "unknown" without the file."""
    for folder in (PACKAGE, PACKAGE.parent):
        metadata = folder / "metadata.txt"
        if metadata.is_file():
            for line in metadata.read_text(encoding="utf-8").splitlines():
                if line.startswith("version="):
                    return line.partition("=")[2].strip()
    return "unknown"
