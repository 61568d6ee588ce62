"""Small files of text that appear under their name only when they are whole."""

from __future__ import annotations

import contextlib
import os
import uuid
from pathlib import Path

from .errors import OutputError
from .raster.wording import cannot_write


def check_text_target(path: str, suffixes: tuple[str, ...]) -> None:
    """Refuse a target that cannot be written, before any work is done.

    :param suffixes: endings of the name that tell the format, the usual one first.
    :raises OutputError: with the remedy.
    """
    target = Path(path)
    if target.suffix.lower() not in suffixes:
        raise OutputError(f"{path} is to hold a {suffixes[0][1:]} file: name it so.")
    if target.is_dir():
        raise OutputError(f"{path} is a folder: give the name of a file in it.")
    if not target.parent.is_dir():
        raise OutputError(f"The folder of {path} does not exist: create it or choose another.")


def part_of(path: str) -> Path:
    """Return a name beside a file, under which it may be written until it is whole."""
    target = Path(path)
    return target.with_name(f".{target.stem}.{uuid.uuid4().hex[:8]}.part{target.suffix}")


def put_in_place(part: Path, path: str) -> None:
    """Give a file that is whole its name; :raises OutputError: where another holds it."""
    try:
        os.replace(part, path)
    except OSError as error:
        raise OutputError(
            f"{path} cannot be replaced ({error.strerror}): close it in other programs or choose "
            "another name."
        ) from error


def write_text(path: str, text: str) -> None:
    """Write a file in UTF-8.

    :raises OutputError: where that is not possible; an earlier file stays as it was then.
    """
    part = part_of(path)
    try:
        part.write_bytes(text.encode())
        put_in_place(part, path)
    except OSError as error:
        raise OutputError(cannot_write(path, error.strerror or str(error))) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink()
