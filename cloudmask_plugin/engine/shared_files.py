"""What the workers of a cluster must find under the same paths as the computer that submits."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .errors import ClusterLost

MARK = ".cloudmask-"  # start of names that no other computer has by chance


@dataclass(frozen=True)
class SharedFiles:
    """Files and a folder as they are on the computer that submits.

    :param files: that workers read.
    :param folder: that they write into; "" for none.
    :param mark: a path in it that is there only while this run is.
    """

    files: tuple[str, ...] = ()
    folder: str = ""
    mark: str = ""


def files_here(paths: Iterable[str]) -> tuple[str, ...]:
    """Return the absolute paths of what is a file or folder here; addresses are none."""
    return tuple(os.path.abspath(path) for path in paths if path and os.path.exists(path))


@contextlib.contextmanager
def marked(folder: str) -> Iterator[str]:
    """Keep an empty file in a folder, whose path is given; it goes at the end."""
    with tempfile.NamedTemporaryFile(prefix=MARK, suffix=".mark", dir=folder) as mark:
        yield mark.name


def check_shared(shared: SharedFiles, worker: str) -> None:
    """Look, on a worker, whether it has what the computer that submits has.

    :param worker: its address, for the sentence.
    :raises ClusterLost: where it has not.
    """
    for path in shared.files:
        if not os.path.exists(path):
            raise ClusterLost(
                f"The Dask worker {worker} does not see {path}: scenes and their masks must lie "
                "under the same path on this computer and on all workers."
            )
    if shared.folder and not os.path.exists(shared.mark):
        raise ClusterLost(
            f"The Dask worker {worker} does not see the folder {shared.folder}: have the result "
            "written into a folder that is under the same path on this computer and on all "
            "workers, and not into a temporary one."
        )
    if shared.folder and not os.access(shared.folder, os.W_OK):
        raise ClusterLost(
            f"The Dask worker {worker} must not write into the folder {shared.folder}: allow it, "
            "or choose another that all workers share."
        )
