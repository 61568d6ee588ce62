"""Sentences about files, the same with either raster library."""

from __future__ import annotations

from ..scene import Window


def cannot_open(path: str, reason: str) -> str:
    """Say that a file cannot be opened."""
    return (
        f"{_named(path)} cannot be opened as a raster ({_short(reason, path)}): "
        "check that it exists and is whole."
    )


def cannot_read(path: str, index: int, window: Window, reason: str) -> str:
    """Say which part of a file cannot be decoded."""
    return (
        f"Band {index} of {_named(path)} cannot be read at column {window.col}, row {window.row}, "
        f"{window.width} × {window.height} pixels ({_short(reason, path)}): "
        "the file may be damaged or incomplete; fetch it again."
    )


def cannot_read_mask(path: str, window: Window, reason: str) -> str:
    """Say which part of a file's mask cannot be decoded."""
    return (
        f"The mask band of {_named(path)} cannot be read at column {window.col}, row {window.row}, "
        f"{window.width} × {window.height} pixels ({_short(reason, path)}): "
        "the file may be damaged or incomplete; fetch it again."
    )


def cannot_warp(path: str, reason: str) -> str:
    """Say that a raster cannot be laid on another grid."""
    return (
        f"{_named(path)} cannot be brought to the scene's grid ({_short(reason, path)}): "
        "check its coordinate system, or warp it to the scene's first."
    )


def cannot_write(path: str, reason: str) -> str:
    """Say that a result cannot be written."""
    return (
        f"{_named(path)} cannot be written ({_short(reason, path)}): check that the folder exists, "
        "that you may write there and that the disk is not full."
    )


def _named(path: str) -> str:
    """Return a path without what an address asks of its server, which may be a key."""
    return path.split("?")[0] if "://" in path else path


def _short(reason: str, path: str) -> str:
    """Return the first line of a library's message on a file, without its final stop."""
    lines = reason.replace(path, _named(path)).strip().splitlines()
    return lines[0].rstrip(".") if lines else "no reason given"
