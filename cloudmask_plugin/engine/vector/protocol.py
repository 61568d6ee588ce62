"""What the engine asks of a library for points and polygons."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, Union

import numpy as np
from numpy.typing import NDArray

from ..geometry import Polygon, Shape
from ..scene import Transform

Value = Union[int, float, str, None]
Check = Callable[[], None]  # raises to give up
Advance = Callable[[float], None]  # takes the share done, 0..1; raises to give up


@dataclass(frozen=True)
class Field:
    """A column of attributes; times are ISO 8601 texts, stored as times where a format has them."""

    name: str
    kind: Literal["integer", "real", "text", "time"]


@dataclass(frozen=True, eq=False)
class Feature:
    """A feature with its number in the file, and a value for each field."""

    id: int
    values: tuple[Value, ...]
    shape: Shape


@dataclass(frozen=True, eq=False)
class VectorLayer:
    """What a layer holds: its coordinate system as WKT ("" if none), fields and features."""

    path: str
    name: str
    crs: str
    fields: tuple[Field, ...]
    features: tuple[Feature, ...]

    def position(self, field: str) -> int | None:
        """Return which field has a name, capitals or not; None where there is none."""
        names = [item.name for item in self.fields]
        if field in names:
            return names.index(field)
        lower = [name.lower() for name in names]
        return lower.index(field.lower()) if field.lower() in lower else None


@dataclass(frozen=True)
class NewLayer:
    """A layer of multipolygons to be created; ``crs`` as WKT, "" for none."""

    name: str
    crs: str
    fields: tuple[Field, ...]


class VectorWriter(Protocol):
    """A layer being written."""

    def add(self, values: Sequence[Value], polygons: Sequence[Polygon]) -> None:
        """Add a feature; :raises OutputError: where the disk is full."""

    def close(self) -> None:
        """Finish the file; :raises OutputError: as ``add`` does."""


class Traced(Protocol):
    """The polygons of equal pixels of a raster; can be gone through again and again."""

    @property
    def count(self) -> int | None:
        """How many there are, None where that is not known before."""

    def __iter__(self) -> Iterator[tuple[int, Polygon]]:
        """Yield value and polygon, whose coordinates are columns and rows."""


class VectorBackend(Protocol):
    """A library for points and polygons; ``suffixes`` end the names of what it writes."""

    name: str
    suffixes: tuple[str, ...]

    def read(self, path: str, layer: str, check: Check) -> VectorLayer:
        """Read a layer, the only or first one where ``layer`` is "".

        :param check: called for every feature.
        :raises SceneError: where it cannot be opened or read, or has no such layer.
        """

    def transform(
        self, points: NDArray[np.float64], source: str, target: str
    ) -> NDArray[np.float64]:
        """Return coordinates (points, 2), x before y, in another coordinate system.

        :param source, target: WKT or "EPSG:code".
        :raises SceneError: where some have none there.
        """

    def rasterise(
        self,
        items: Sequence[tuple[Sequence[Polygon], int]],
        transform: Transform,
        shape: tuple[int, int],
        fill: int,
    ) -> NDArray[np.uint8]:
        """Return (rows, cols) with the value of the last item that holds a pixel's centre."""

    def trace(self, raster: str, folder: str, advance: Advance) -> Traced:
        """Return the polygons of the first band, a raster without position, joined by edges.

        :param folder: for temporary files, which the caller removes.
        """

    def create(self, path: str, new: NewLayer) -> VectorWriter:
        """Create a layer of the format that the name's ending tells.

        :raises OutputError: where that is not possible or the format is not known.
        """
