"""Sentences about files, the same with either raster library."""

from __future__ import annotations

from ..scene import Window


def cannot_open(path: str, reason: str) -> str:
    """Say that a file cannot be opened."""
    return (
        f"{path} cannot be opened as a raster ({_short(reason)}): "
        "check that it exists and is whole."
    )


def cannot_read(path: str, index: int, window: Window, reason: str) -> str:
    """Say which part of a file cannot be decoded."""
    return (
        f"Band {index} of {path} cannot be read at column {window.col}, row {window.row}, "
        f"{window.width} × {window.height} pixels ({_short(reason)}): "
        "the file may be damaged or incomplete; fetch it again."
    )


def cannot_warp(path: str, reason: str) -> str:
    """Say that a raster cannot be laid on another grid."""
    return (
        f"{path} cannot be brought to the scene's grid ({_short(reason)}): "
        "check its coordinate system, or warp it to the scene's first."
    )


def cannot_write(path: str, reason: str) -> str:
    """Say that a result cannot be written."""
    return (
        f"{path} cannot be written ({_short(reason)}): check that the folder exists, "
        "that you may write there and that the disk is not full."
    )


def _short(reason: str) -> str:
    """Return the first line of a library's message, without its final stop."""
    lines = reason.strip().splitlines()
    return lines[0].rstrip(".") if lines else "no reason given"
