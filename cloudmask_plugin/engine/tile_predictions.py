"""What the network says of the tiles of a scene: read, with gaps filled, and predicted."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .classes import CLASSES
from .gaps import fill_gaps
from .inference import Network, Sessions, with_looks
from .models import find_same
from .overlap import ahead
from .raster import Backend, choose_backend
from .reading import SceneReader
from .refine import PROBABILITY_STEPS, quantise
from .reporter import Reporter, check_cancelled
from .scene import Grid, SourceSpec
from .stage_clock import StageClock
from .tiling import Tile

READ, INFER = "read", "infer"  # stages of the clock

# Probabilities (classes, rows, cols) float32 and validity (rows, cols) bool of a tile's reach.
Prediction = tuple[Tile, NDArray[np.float32], NDArray[np.bool_]]


@dataclass(frozen=True)
class Packed:
    """A prediction as it is sent to another computer, a quarter of its size.

    Where tiles are mixed probabilities must stay what they are; elsewhere they are stored with a
    byte each in any case, see :func:`.refine.quantise`.

    :param stored: (classes, rows, cols) uint8.
    :param edges: top, bottom, left and right of the same as float32, as wide as is mixed.
    :param valid: the bits of (rows, cols) bool.
    """

    stored: NDArray[np.uint8]
    edges: tuple[NDArray[np.float32], ...]
    valid: NDArray[np.uint8]


@dataclass(frozen=True)
class TileJob:
    """Tiles of one scene to predict.

    :param grid: of the tiles, from :func:`.reading.output_grid`.
    :param model: id or folder; ``sha256`` of it, whichever computer runs it.
    :param tta, threads, tile: as of :class:`.pipeline.MaskRequest`.
    """

    source: SourceSpec
    grid: Grid
    model: str
    sha256: str
    tta: int
    threads: int
    tile: int

    def open(self, reporter: Reporter, sessions: Sessions) -> TilePredictor:
        """Return the job ready to work; see :class:`.pieces.Job`."""
        return TilePredictor(self, choose_backend(), reporter, sessions, StageClock(READ, INFER))

    def pack(self, piece: Tile, result: Prediction) -> Packed:
        """Return a prediction as it is sent."""
        _, probabilities, valid = result
        edges = tuple(probabilities[edge].copy() for edge in _mixed(piece))
        return Packed(quantise(probabilities), edges, np.packbits(valid))

    def unpack(self, piece: Tile, packed: Packed) -> Prediction:
        """Return what was packed: of it the same bytes are made."""
        probabilities = packed.stored * np.float32(1 / PROBABILITY_STEPS)
        for edge, values in zip(_mixed(piece), packed.edges):
            probabilities[edge] = values
        shape = piece.reach.height, piece.reach.width
        valid = np.unpackbits(packed.valid, count=shape[0] * shape[1]).astype(bool)
        return piece, probabilities, valid.reshape(shape)


class TilePredictor:
    """Reads tiles of a scene and runs the network on them; a context manager.

    :param clock: adds up the stages :data:`READ` and :data:`INFER`.
    :raises CloudMaskError: where scene or model cannot be opened.
    """

    def __init__(
        self,
        job: TileJob,
        backend: Backend,
        reporter: Reporter,
        sessions: Sessions,
        clock: StageClock,
    ) -> None:
        self._job = job
        self._backend = backend
        self._reporter = reporter
        self._clock = clock
        card = find_same(job.model, job.sha256)
        session = sessions.session(card, job.threads)
        network = Network(card, job.source.roles, job.threads, reporter.is_cancelled, session)
        self._predict = with_looks(network, job.tta)
        self._reader = SceneReader(job.source, job.grid, backend, self._check)

    def __enter__(self) -> TilePredictor:
        return self

    def __exit__(self, *of_no_concern: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the scene's files."""
        self._reader.close()

    def _check(self) -> None:
        check_cancelled(self._reporter)

    def do(self, pieces: Iterable[Tile]) -> Generator[Prediction, None, None]:
        """Yield the prediction of each tile, the next being read meanwhile."""
        views = ahead(self._views(pieces), 2, self._check)
        cache = self._backend.limit_cache(self._reader.cache_bytes(self._job.tile))
        with cache, contextlib.closing(views):
            for view in views:
                yield view.tile, self._probabilities(view), view.valid

    def _views(self, tiles: Iterable[Tile]) -> Iterator[_View]:
        """Read tiles in order, gaps filled and complemented where they stick out of the raster."""
        for tile in tiles:
            with self._clock.stage(READ):
                inside = tile.read.intersect(self._job.grid.window)
                seen = self._reader.read(inside)
                top, left = inside.row - tile.read.row, inside.col - tile.read.col
                shape = (tile.read.height, tile.read.width)
                reflectance, valid = seen.reflectance, seen.valid
                if valid.shape != shape:
                    box = (slice(top, top + inside.height), slice(left, left + inside.width))
                    reflectance = np.zeros((len(self._reader.bands), *shape), dtype=np.float32)
                    reflectance[:, box[0], box[1]] = seen.reflectance
                    valid = np.zeros(shape, dtype=bool)
                    valid[box] = seen.valid
                reach = valid[_reach(tile)]
                filled = fill_gaps(reflectance, valid) if reach.any() else None
            yield _View(tile, filled, reach)

    def _probabilities(self, view: _View) -> NDArray[np.float32]:
        reach = view.tile.reach
        if view.reflectance is None:
            return np.zeros((len(CLASSES), reach.height, reach.width), dtype=np.float32)
        rows, cols = _reach(view.tile)
        with self._clock.stage(INFER):
            return self._predict(view.reflectance)[:, rows, cols]


@dataclass(frozen=True, eq=False)
class _View:
    """What the network sees of a tile, None where its reach holds nothing, and validity."""

    tile: Tile
    reflectance: NDArray[np.float32] | None
    valid: NDArray[np.bool_]


def _reach(tile: Tile) -> tuple[slice, slice]:
    """Return rows and columns of a tile's reach in what is read of it."""
    row, col = tile.reach.row - tile.read.row, tile.reach.col - tile.read.col
    return slice(row, row + tile.reach.height), slice(col, col + tile.reach.width)


def _mixed(tile: Tile) -> tuple[tuple[slice, slice, slice], ...]:
    """Return top, bottom, left and right of a tile's reach where neighbours are mixed with it."""
    core, reach, whole = tile.core, tile.reach, slice(None)
    top, bottom = 2 * (core.row - reach.row), 2 * (reach.row_stop - core.row_stop)
    left, right = 2 * (core.col - reach.col), 2 * (reach.col_stop - core.col_stop)
    return (
        (whole, slice(top), whole),
        (whole, slice(reach.height - bottom, None), whole),
        (whole, whole, slice(left)),
        (whole, whole, slice(reach.width - right, None)),
    )
