"""Sentences about layers of points and polygons, the same with either library."""

from __future__ import annotations

from collections.abc import Sequence


def cannot_open(path: str, reason: str) -> str:
    """Say that a file cannot be opened."""
    return (
        f"{path} cannot be opened as points or polygons ({_short(reason)}): check that it exists "
        "and is whole."
    )


def no_layer(path: str, layer: str, layers: Sequence[str]) -> str:
    """Say that a file has no layer of a name."""
    known = ", ".join(layers) or "none"
    return f"{path} has no layer {layer!r}: name one of its layers, which are {known}."


def cannot_transform(source: str, target: str, reason: str) -> str:
    """Say that coordinates cannot be expressed in another coordinate system."""
    names = [_title(crs) for crs in (source, target)]
    return (
        f"Coordinates cannot be brought from {names[0]} to {names[1]} ({_short(reason)}): check "
        "the coordinate systems of both layers."
    )


def unknown_format(path: str, known: Sequence[str]) -> str:
    """Say that a file's name tells no format that can be written."""
    return f"The format of {path} is not known: give a name that ends in {', '.join(known)}."


def _title(crs: str) -> str:
    parts = crs.split('"')
    return parts[1] if len(parts) > 1 else crs or "none"


def _short(reason: str) -> str:
    lines = reason.strip().splitlines()
    return lines[0].rstrip(".") if lines else "no reason given"
