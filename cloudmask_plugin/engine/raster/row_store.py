"""Rows of a picture that wait on the disk until all of them are known."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

from ..errors import OutputError
from .wording import cannot_write


class RowStore(AbstractContextManager["RowStore"]):
    """Keeps uint8 rows in a file without a name, which is gone however the program ends.

    :param beside: the file that the rows are meant for, on whose disk they wait.
    :param width: pixels of a row.
    :raises OutputError: where the disk is full or cannot be written to; so do its methods.
    """

    def __init__(self, beside: str, width: int) -> None:
        self._beside = beside
        self._width = width
        try:
            folder = Path(beside).absolute().parent
            self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 closed on leaving
        except OSError as error:
            raise OutputError(cannot_write(beside, str(error))) from error

    def append(self, rows: NDArray[np.uint8]) -> None:
        """Add (rows, width) uint8 below those before."""
        try:
            self._file.write(np.ascontiguousarray(rows).data)
        except OSError as error:
            raise OutputError(cannot_write(self._beside, str(error))) from error

    def rows(self, height: int) -> Iterator[tuple[int, NDArray[np.uint8]]]:
        """Yield from top to bottom the number of a row, and (rows, width) from there on."""
        try:
            self._file.seek(0)
            row = 0
            while part := self._file.read(height * self._width):
                rows = np.frombuffer(part, np.uint8).reshape(-1, self._width)
                yield row, rows
                row += len(rows)
        except OSError as error:
            raise OutputError(cannot_write(self._beside, str(error))) from error

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()
