"""A big job in pieces: one computer does all of them, or several do some each, by the same code.

Pieces are finished in any order and used in theirs, so that results are the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol, TypeVar

from .inference import Sessions
from .reporter import Reporter
from .scene import BandSource, SourceSpec

P = TypeVar("P", contravariant=True)  # a piece, a plain value
R = TypeVar("R")  # what comes of it
Got = TypeVar("Got", covariant=True)  # the same, where it is only given


class OpenJob(Protocol[P, Got]):
    """A job with its files open and its model in memory; used by one thread at a time."""

    def do(self, pieces: Iterable[P]) -> Iterator[Got]:
        """Yield what comes of pieces, in their order; a result holds until the next is asked for.

        :raises CloudMaskError: with the remedy.
        :raises Cancelled: where the reporter says so.
        """

    def close(self) -> None:
        """Close all files."""


class Job(Protocol[P, R]):
    """What pieces are pieces of: a plain value, so that it can be sent to other computers."""

    def open(self, reporter: Reporter, sessions: Sessions) -> OpenJob[P, R]:
        """Return the job ready to work.

        :raises CloudMaskError: with the remedy.
        """

    def pack(self, piece: P, result: R) -> Any:
        """Return a result as it is sent: small, and lasting."""

    def unpack(self, piece: P, packed: Any) -> R:
        """Return what was packed."""


def from_anywhere(source: SourceSpec) -> SourceSpec:
    """Return a scene whose files are found whatever folder a worker was started in."""

    def placed(bands: tuple[BandSource, ...]) -> tuple[BandSource, ...]:
        return tuple(replace(band, path=absolute(band.path)) for band in bands)

    return replace(
        source,
        bands=placed(source.bands),
        coarser=placed(source.coarser),
        mask_paths=tuple(absolute(path) for path in source.mask_paths),
    )


def absolute(path: str) -> str:
    """Return a file's or folder's whole path; what is none, such as an address, as it is."""
    return str(Path(path).absolute()) if path and Path(path).exists() else path
