"""Simpler outlines of traced patches, which neighbours go on sharing.

Outlines are cut at nodes where three or more patches meet, or two touch with their corners. Each
piece between nodes is simplified by itself (Douglas and Peucker 1973,
doi:10.3138/FM57-6770-U75U-7727), in a way that does not depend on its direction: whichever
patch it is a part of, it becomes the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from .geometry import Polygon, Ring, contains, ring_area

Piece = tuple[int, int, int]  # tells a piece of outline: least key, number and sum of its keys
_MOST = np.iinfo(np.int64).max
CELL = 4  # pixels; segments are compared with those that share a cell


@dataclass(frozen=True, eq=False)
class Nodes:
    """Corners of pixels at which outlines are cut, on a raster ``width`` pixels wide.

    :param by_row: keys row · (width + 1) + column, sorted; ``by_column`` the other way around.
    """

    width: int
    height: int
    by_row: NDArray[np.int64]
    by_column: NDArray[np.int64]


def find_nodes(codes: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Return the corners (nodes, 2), as column and row, at which three or more edges meet.

    :param codes: (rows, cols) uint8, of which the inner corners are looked at: the first is
        that between the first four pixels and counts as column 0, row 0.
    """
    across = codes[:, 1:] != codes[:, :-1]
    down = codes[1:] != codes[:-1]
    edges = across[:-1].astype(np.uint8) + across[1:] + down[:, :-1] + down[:, 1:]
    rows, cols = np.nonzero(edges >= 3)
    return np.stack([cols, rows], axis=1).astype(np.int64)


def as_nodes(corners: NDArray[np.int64], width: int, height: int) -> Nodes:
    """Return corners (nodes, 2), as column and row of the raster, ready to be looked up.

    Those of the raster itself are added, so that none is cut off.
    """
    own = np.array([[0, 0], [width, 0], [0, height], [width, height]])
    col, row = np.unique(np.concatenate([corners, own]), axis=0).T
    return Nodes(width, height, np.sort(row * (width + 1) + col), np.sort(col * (height + 1) + row))


def simplified(
    rings: Sequence[Ring],
    nodes: Nodes,
    tolerance: float,
    closer: Mapping[Piece, float],
) -> tuple[list[Ring], list[list[Piece]]]:
    """Return simpler rings, and which piece each of their segments belongs to.

    :param rings: closed, with corners at whole columns and rows.
    :param tolerance: pixels by which an outline may move.
    :param closer: other tolerances of single pieces.
    """
    opened = [ring[:-1].astype(np.int64) for ring in rings]
    points, ring_of = _with_nodes(opened, nodes)
    points, ring_of, fixed = _begun_at_nodes(points, ring_of, nodes)
    keys = points[:, 1] * (nodes.width + 1) + points[:, 0]
    starts = np.flatnonzero(fixed)[:-1]
    starts = starts[ring_of[starts] == ring_of[np.flatnonzero(fixed)[1:]]]
    piece_of = np.zeros(len(points), dtype=np.int64)
    piece_of[starts] = 1
    piece_of = np.maximum(np.cumsum(piece_of) - 1, 0)
    pieces = _pieces(keys, starts, np.flatnonzero(fixed), ring_of)
    allowed = np.array([closer.get(piece, tolerance) for piece in pieces])
    kept = _douglas_peucker(points.astype(np.float64), keys, fixed, allowed[piece_of])
    corners = np.flatnonzero(kept)
    cuts = np.flatnonzero(np.diff(ring_of[corners])) + 1
    found = np.split(points[corners].astype(np.float64), cuts)
    by_corner = np.split(piece_of[corners], cuts)
    return found, [[pieces[place] for place in part[:-1].tolist()] for part in by_corner]


def at_fault(
    polygons: Sequence[Polygon],
    pieces: Sequence[Sequence[Sequence[Piece]]],
    can_move: Callable[[Piece], bool],
) -> set[Piece]:
    """Return pieces because of which a ring collapses, crosses another, or jumps out of its shell.

    Pieces may meet at their ends alone. Exact, for corners are whole numbers.

    :param polygons: of rings from :func:`simplified`; ``pieces`` of their segments.
    :param can_move: whether a piece could be simplified less; only such are returned.
    """
    rings = [ring for polygon in polygons for ring in polygon]
    listed = [part for polygon in pieces for part in polygon]
    found = _crossing(rings, listed)
    for polygon, parts in zip(polygons, pieces):
        for hole, part in zip(polygon[1:], parts[1:]):
            # Without crossings one place that is not on the shell tells of all.
            x, y = ((hole[0] + hole[1]) / 2).tolist()
            if contains(polygon[0], x, y):
                continue
            found.update(part)
            near = np.argsort(_gap(polygon[0][:-1], polygon[0][1:], np.array([x, y])))
            shell = (parts[0][place] for place in near.tolist())
            found.update(islice((piece for piece in shell if can_move(piece)), 1))
    return {piece for piece in found if can_move(piece)}


def _crossing(rings: Sequence[Ring], pieces: Sequence[Sequence[Piece]]) -> set[Piece]:
    """Return the pieces that make rings collapse, or that cross or touch other pieces."""
    found: set[Piece] = set()
    numbers: dict[Piece, int] = {}
    segments: list[NDArray[np.float64]] = []
    owners: list[NDArray[np.int64]] = []
    for ring, listed in zip(rings, pieces):
        if len(ring) < 4 or ring_area(ring) == 0:
            found.update(listed)
            continue
        fresh = np.array([piece not in numbers for piece in listed])
        for piece in listed:
            numbers.setdefault(piece, len(numbers))
        if fresh.any():  # a piece that two patches share is looked at once
            segments.append(np.hstack([ring[:-1], ring[1:]])[fresh])
            owners.append(np.array([numbers[piece] for piece in listed])[fresh])
    if segments:
        known = list(numbers)
        wrong = _in_contact(np.concatenate(segments))
        for number in set(np.concatenate(owners)[wrong].tolist()):
            found.add(known[number])
    return found


def _gap(
    start: NDArray[np.float64], stop: NDArray[np.float64], point: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the distance of points from segments."""
    chord, arm = stop - start, point - start
    length = (chord**2).sum(axis=1)
    along = np.zeros(len(chord))
    np.divide((arm * chord).sum(axis=1), length, out=along, where=length > 0)
    gap = arm - np.clip(along, 0, 1)[:, None] * chord
    return np.asarray(np.hypot(gap[:, 0], gap[:, 1]))


def _in_contact(segments: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return which segments (x, y, x, y) meet others elsewhere than at ends of both."""
    low = np.minimum(segments[:, :2], segments[:, 2:])
    high = np.maximum(segments[:, :2], segments[:, 2:])
    first, last = (low // CELL).astype(np.int64), (high // CELL).astype(np.int64)
    across, down = (last - first + 1).T
    count = across * down
    owner = np.repeat(np.arange(len(segments)), count)
    rank = np.arange(len(owner)) - np.repeat(np.cumsum(count) - count, count)
    col, row = first[owner, 0] + rank % across[owner], first[owner, 1] + rank // across[owner]
    cell = row * (int(last[:, 0].max()) + 1) + col
    order = np.argsort(cell, kind="stable")
    owner, cell = owner[order], cell[order]
    wrong = np.zeros(len(segments), dtype=bool)
    for step in range(1, len(cell)):
        together = np.flatnonzero(cell[step:] == cell[:-step])
        if not len(together):
            break
        one, other = owner[together], owner[together + step]
        met = _meet(segments[one], segments[other])
        wrong[one[met]] = wrong[other[met]] = True
    return wrong


def _meet(one: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return which pairs of segments cross, or touch where not both end."""
    a, b, c, d = one[:, :2], one[:, 2:], other[:, :2], other[:, 2:]
    of_c, of_d = _side(a, b, c), _side(a, b, d)
    of_a, of_b = _side(c, d, a), _side(c, d, b)
    met = (of_c * of_d < 0) & (of_a * of_b < 0)
    for side, point, start, stop in (
        (of_c, c, a, b), (of_d, d, a, b), (of_a, a, c, d), (of_b, b, c, d)
    ):  # fmt: skip
        within = ((point - start) * (point - stop)).sum(axis=1) < 0
        met |= (side == 0) & within
    return met


def _side(
    a: NDArray[np.float64], b: NDArray[np.float64], p: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return on which side of the line from a to b points lie: 1, -1, or 0 on it."""
    ab, ap = b - a, p - a
    return np.asarray(np.sign(ab[:, 0] * ap[:, 1] - ab[:, 1] * ap[:, 0]))


def _with_nodes(
    rings: Sequence[NDArray[np.int64]], nodes: Nodes
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the corners of all open rings with the nodes on their straight edges between.

    Also the ring of each corner.
    """
    points = np.concatenate(rings)
    sizes = np.array([len(ring) for ring in rings])
    ring_of = np.repeat(np.arange(len(rings)), sizes)
    following = np.arange(1, len(points) + 1)
    stops = np.cumsum(sizes)
    following[stops - 1] = stops - sizes
    ends = points[following]
    level = points[:, 1] == ends[:, 1]
    tables = (nodes.by_column, nodes.by_row)
    spans = (nodes.height + 1, nodes.width + 1)
    inserted = [np.empty((0, 3), dtype=np.int64)]  # place in points, column, row
    for is_level, table, span in zip((False, True), tables, spans):
        edges = np.flatnonzero(level == is_level)
        along, beside = (0, 1) if is_level else (1, 0)
        line = points[edges, beside] * span
        first, last = line + points[edges, along], line + ends[edges, along]
        low, high = np.minimum(first, last), np.maximum(first, last)
        begin, stop = np.searchsorted(table, low, "right"), np.searchsorted(table, high, "left")
        count = np.maximum(stop - begin, 0)
        if not count.any():
            continue
        which = np.repeat(np.arange(len(edges)), count)
        rank = np.arange(len(which)) - np.repeat(np.cumsum(count) - count, count)
        backwards = (last < first)[which]
        place = np.where(backwards, stop[which] - 1 - rank, begin[which] + rank)
        value = table[place]
        pair = np.empty((len(which), 3), dtype=np.int64)
        pair[:, 0] = edges[which]
        pair[:, 1 + along], pair[:, 1 + beside] = value % span, value // span
        inserted.append(pair)
    added = np.concatenate(inserted)
    added = added[np.argsort(added[:, 0], kind="stable")]
    places = added[:, 0] + 1
    return np.insert(points, places, added[:, 1:], axis=0), np.insert(
        ring_of, places, ring_of[added[:, 0]]
    )


def _begun_at_nodes(
    points: NDArray[np.int64], ring_of: NDArray[np.int64], nodes: Nodes
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    """Return closed rings that begin at a node, and which corners stay where they are.

    A ring without a node begins at its first corner by row and column, which is the same in
    the hole of the patch around.
    """
    keys = points[:, 1] * (nodes.width + 1) + points[:, 0]
    found = np.searchsorted(nodes.by_row, keys)
    is_node = np.zeros(len(keys), dtype=bool)
    if len(nodes.by_row):
        is_node = nodes.by_row[np.minimum(found, len(nodes.by_row) - 1)] == keys
    sizes = np.bincount(ring_of)
    first = np.cumsum(sizes) - sizes
    # Nodes come before all other corners, and among each kind the least key.
    rank = np.where(is_node, keys, keys + (nodes.width + 1) * (nodes.height + 1))
    least = np.minimum.reduceat(rank, first)
    begins = np.flatnonzero(rank == least[ring_of])
    _, one_each = np.unique(ring_of[begins], return_index=True)
    offset = begins[one_each] - first
    closed = sizes + 1
    ring = np.repeat(np.arange(len(sizes)), closed)
    step = np.arange(len(ring)) - np.repeat(np.cumsum(closed) - closed, closed)
    order = first[ring] + (step + offset[ring]) % sizes[ring]
    fixed = is_node[order]
    ends = np.cumsum(closed)
    fixed[ends - 1] = fixed[ends - closed] = True
    return points[order], ring, fixed


def _pieces(
    keys: NDArray[np.int64],
    starts: NDArray[np.intp],
    fixed: NDArray[np.intp],
    ring_of: NDArray[np.int64],
) -> list[Piece]:
    """Return what tells each piece of outline, the same in both directions."""
    ends = fixed[np.searchsorted(fixed, starts) + 1]
    sums = np.concatenate([[0], np.cumsum(keys)])
    least = np.minimum.reduceat(keys, starts)  # up to the corner before the next piece
    least = np.minimum(least, keys[ends])
    total = sums[ends + 1] - sums[starts]
    return list(zip(least.tolist(), (ends - starts).tolist(), total.tolist()))


def _douglas_peucker(
    points: NDArray[np.float64],
    keys: NDArray[np.int64],
    fixed: NDArray[np.bool_],
    tolerance: NDArray[np.float64],
) -> NDArray[np.bool_]:
    """Return which points of lines stay, all lines at once.

    :param fixed: the ends of lines, which follow each other.
    :param tolerance: of the line of each point.
    """
    kept = fixed.copy()
    open_points = ~kept
    while True:
        inner = np.flatnonzero(open_points & ~kept)
        if not len(inner):
            return kept
        ends = np.flatnonzero(kept)
        chord = np.searchsorted(ends, inner) - 1
        distance = _distance(points, keys, inner, ends[chord], ends[chord + 1])
        begins = np.flatnonzero(np.r_[True, chord[1:] != chord[:-1]])
        group = np.cumsum(np.r_[0, chord[1:] != chord[:-1]])
        farthest = np.maximum.reduceat(distance, begins)
        splits = farthest > tolerance[inner[begins]]
        # Of points equally far the one with the least key, whatever the direction.
        ranked = np.where(distance == farthest[group], keys[inner], _MOST)
        chosen = ranked == np.minimum.reduceat(ranked, begins)[group]
        kept[inner[chosen & splits[group]]] = True
        open_points[inner[~splits[group]]] = False


def _distance(
    points: NDArray[np.float64],
    keys: NDArray[np.int64],
    inner: NDArray[np.intp],
    start: NDArray[np.intp],
    stop: NDArray[np.intp],
) -> NDArray[np.float64]:
    """Return the distance of points from chords, computed alike from either end."""
    swapped = keys[start] > keys[stop]
    first, last = np.where(swapped, stop, start), np.where(swapped, start, stop)
    return _gap(points[first], points[last], points[inner])
