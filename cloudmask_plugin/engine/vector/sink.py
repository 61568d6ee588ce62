"""A layer that appears under its name only when it is whole, with its style beside it."""

from __future__ import annotations

import contextlib
import glob
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from ..errors import OutputError
from ..geometry import Polygon
from ..raster.wording import cannot_write
from ..text_file import part_of, put_in_place
from .protocol import NewLayer, Value, VectorBackend
from .wording import unknown_format

STALE = (".qix", ".sbn", ".sbx", ".idm", ".ind")  # indices of an earlier shapefile's features


class LayerSink:
    """Writes features beside the target, then puts the file in its place.

    A context manager: leaving it renames the finished files; leaving it by an error or a cancel
    removes what was written and leaves an earlier target as it was.

    :param style: text of the file ``.qml`` beside the target.
    """

    def __init__(self, path: str, new: NewLayer, backend: VectorBackend, style: str = "") -> None:
        self._target = Path(path)
        self._style = style
        self._part = part_of(path)
        self._writer = backend.create(str(self._part), new)
        self._is_open = True

    def __enter__(self) -> LayerSink:
        return self

    def add(self, values: Sequence[Value], polygons: Sequence[Polygon]) -> None:
        """Add a feature; :raises OutputError: where the disk is full."""
        self._writer.add(values, polygons)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is not None:
                with contextlib.suppress(OutputError):
                    self._close()
                return
            self._close()
            self._put_in_place()
        finally:
            for part in self._parts():
                with contextlib.suppress(OSError):
                    part.unlink()

    def _close(self) -> None:
        if self._is_open:
            self._is_open = False
            self._writer.close()

    def _parts(self) -> list[Path]:
        """Return the files that were written: some formats have several."""
        return sorted(self._part.parent.glob(f"{glob.escape(self._part.stem)}.*"))

    def _put_in_place(self) -> None:
        """Rename style and companions, then the file that is named: where it stands, all is."""
        if self._style:
            style = self._part.with_suffix(".qml")
            try:
                style.write_bytes(self._style.encode())
            except OSError as error:
                raise OutputError(cannot_write(str(self._target), str(error))) from error
        for part in sorted(self._parts(), key=lambda path: path == self._part):
            put_in_place(part, str(self._target.with_suffix(part.suffix)))
        for suffix in STALE:
            with contextlib.suppress(OSError):
                self._target.with_suffix(suffix).unlink()


def check_layer_target(path: str, backend: VectorBackend) -> None:
    """Refuse a target that cannot become a layer, before any work is done.

    :raises OutputError: with the remedy.
    """
    target = Path(path)
    if target.suffix.lower() not in backend.suffixes:
        raise OutputError(unknown_format(path, backend.suffixes))
    if target.is_dir():
        raise OutputError(f"{path} is a folder: give the name of a file in it.")
    if not target.parent.is_dir():
        raise OutputError(f"The folder of {path} does not exist: create it or choose another.")
