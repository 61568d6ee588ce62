"""Points and polygons as arrays, and the well-known binary (WKB) form that libraries exchange."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .scene import Transform

Ring = NDArray[np.float64]  # (points, 2) of x and y, the last point equal to the first
Polygon = tuple[Ring, ...]  # the outer ring, then the holes

# Codes of OGC 06-103r4, section 8.2.8.
_POINT, _POLYGON, _MULTIPOINT, _MULTIPOLYGON, _COLLECTION = 1, 3, 4, 6, 7


@dataclass(frozen=True, eq=False)
class Shape:
    """The polygons and the points, (points, 2), of one feature; lines are left out."""

    polygons: tuple[Polygon, ...]
    points: NDArray[np.float64]

    @property
    def bounds(self) -> tuple[float, float, float, float] | None:
        """The xmin, ymin, xmax, ymax of the polygons, None where there are none."""
        if not self.polygons:
            return None
        shells = np.concatenate([polygon[0] for polygon in self.polygons])
        (xmin, ymin), (xmax, ymax) = shells.min(axis=0), shells.max(axis=0)
        return float(xmin), float(ymin), float(xmax), float(ymax)

    @property
    def area(self) -> float:
        """Plane area of the polygons in square units of their coordinates."""
        return sum(polygon_area(polygon) for polygon in self.polygons)

    def mapped(self, change: Callable[[NDArray[np.float64]], NDArray[np.float64]]) -> Shape:
        """Return the shape with all coordinates, (points, 2), changed by a function."""
        polygons = tuple(tuple(change(ring) for ring in polygon) for polygon in self.polygons)
        return Shape(polygons, change(self.points) if len(self.points) else self.points)


def ring_area(ring: Ring) -> float:
    """Return the plane area within a ring, positive where it runs anticlockwise."""
    x, y = (ring - ring[0]).T  # near 0, so that no digits are lost
    return float(0.5 * np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]))


def polygon_area(polygon: Polygon) -> float:
    """Return the plane area of a polygon without its holes."""
    return abs(ring_area(polygon[0])) - sum(abs(ring_area(hole)) for hole in polygon[1:])


def ring_centroid(ring: Ring) -> tuple[float, float]:
    """Return the centre of gravity of what a ring encloses; of its points where that is nothing."""
    origin = ring[0]
    x, y = (ring - origin).T
    cross = x[:-1] * y[1:] - x[1:] * y[:-1]
    twice = float(cross.sum())
    if twice == 0:
        middle = ring[:-1].mean(axis=0)
        return float(middle[0]), float(middle[1])
    cx = float(np.sum((x[:-1] + x[1:]) * cross)) / (3 * twice)
    cy = float(np.sum((y[:-1] + y[1:]) * cross)) / (3 * twice)
    return float(origin[0]) + cx, float(origin[1]) + cy


def contains(ring: Ring, x: float, y: float) -> bool:
    """Tell whether a point that is not on a ring lies within it (crossings of a ray)."""
    (x0, y0), (x1, y1) = ring[:-1].T, ring[1:].T
    crosses = (y0 > y) != (y1 > y)
    at = x0[crosses] + (y - y0[crosses]) * (x1[crosses] - x0[crosses]) / (y1[crosses] - y0[crosses])
    return bool(np.sum(at > x) % 2)


def to_map(transform: Transform, pixels: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return coordinates (points, 2) of places given as column and row."""
    x0, a, b, y0, d, e = transform
    col, row = pixels.T
    return np.stack([x0 + a * col + b * row, y0 + d * col + e * row], axis=1)


def to_pixels(transform: Transform, points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return columns and rows (points, 2), fractions of pixels included, of coordinates."""
    x0, a, b, y0, d, e = transform
    x, y = points[:, 0] - x0, points[:, 1] - y0
    determinant = a * e - b * d
    return np.stack([(e * x - b * y) / determinant, (a * y - d * x) / determinant], axis=1)


def to_wkb(polygons: Sequence[Polygon]) -> bytes:
    """Return polygons as a WKB MultiPolygon."""
    parts = [struct.pack("<BII", 1, _MULTIPOLYGON, len(polygons))]
    for polygon in polygons:
        parts.append(struct.pack("<BII", 1, _POLYGON, len(polygon)))
        for ring in polygon:
            parts.append(struct.pack("<I", len(ring)))
            parts.append(np.ascontiguousarray(ring, dtype="<f8").tobytes())
    return b"".join(parts)


def from_wkb(data: bytes) -> Shape:
    """Return what a plane WKB geometry of any kind holds of points and polygons."""
    polygons: list[Polygon] = []
    points: list[NDArray[np.float64]] = []
    _read(data, 0, polygons, points)
    found = np.concatenate(points) if points else np.empty((0, 2))
    return Shape(tuple(polygons), found)


def _read(data: bytes, at: int, polygons: list[Polygon], points: list[NDArray[np.float64]]) -> int:
    """Read one geometry that begins at a byte, and return the byte behind it."""
    order = "<" if data[at] else ">"
    (kind,) = struct.unpack_from(f"{order}I", data, at + 1)
    at += 5
    if kind == _POINT:
        point = np.frombuffer(data, f"{order}f8", 2, at).reshape(1, 2).astype(np.float64)
        if not np.isnan(point).any():  # an empty point
            points.append(point)
        return at + 16
    (count,) = struct.unpack_from(f"{order}I", data, at)
    at += 4
    if kind in (_MULTIPOINT, _MULTIPOLYGON, _COLLECTION, 5):
        for _ in range(count):
            at = _read(data, at, polygons, points)
        return at
    rings = []
    for _ in range(count if kind == _POLYGON else 1):
        size = count
        if kind == _POLYGON:
            (size,) = struct.unpack_from(f"{order}I", data, at)
            at += 4
        rings.append(np.frombuffer(data, f"{order}f8", 2 * size, at).reshape(size, 2))
        at += 16 * size
    if kind == _POLYGON and rings:
        polygons.append(tuple(ring.astype(np.float64) for ring in rings))
    return at
