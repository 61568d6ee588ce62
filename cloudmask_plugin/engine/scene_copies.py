"""Small copies of scenes whose pixels are far smaller than those of the result.

A preview of whole scenes needs a hundred million pixels for a few thousand: compressed blocks are
unpacked once, several scenes at a time, for their masks and for the composite both.
"""

from __future__ import annotations

import contextlib
import math
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace

import numpy as np

from .errors import Cancelled
from .overlap import POLL_SECONDS
from .raster import Backend, NewRaster
from .reading import ALL_COUNT, PART_SIDE, SceneReader, shrink_factor
from .reporter import Pace
from .scene import Grid, Resolved, SourceSpec, Window


@dataclass(frozen=True)
class SmallCopy:
    """A copy to be made of a scene.

    :param grid: of the whole scene in pixels of the copy's size; ``window`` what is copied.
    """

    source: SourceSpec
    grid: Grid
    window: Window
    path: str

    @property
    def copied(self) -> SourceSpec:
        """The scene as it will be found in the copy: reflectance, NaN where nothing is valid."""
        grid = self.grid.cropped(self.window)
        return replace(
            self.source,
            grid=grid,
            resolution=grid.resolution,
            bands=tuple(
                replace(band, path=self.path, index=number, gain=1.0, bias=0.0, grid=grid)
                for number, band in enumerate(self.source.bands, start=1)
            ),
            coarser=(),
            mask_paths=(),
            nodata=Resolved(math.nan, "of the copy"),
            strict_nodata=False,
        )


def far_smaller(source: SourceSpec, target: Grid) -> bool:
    """Tell whether a scene's pixels are so small beside the result's that it is copied."""
    return target.resolution > ALL_COUNT * source.grid.resolution


def small_copy(
    source: SourceSpec,
    target: Grid,
    extent: tuple[float, float, float, float] | None,
    margin: int,
    path: str,
) -> SmallCopy:
    """Plan a copy in pixels of the target's size or, where they are no multiple, somewhat smaller.

    :param extent: xmin, ymin, xmax, ymax that is needed, which overlaps the scene, in its CRS;
        None: all of it.
    :param margin: pixels of the copy that are needed around the extent.
    """
    native = source.grid.resolution
    factor = shrink_factor(native, target.resolution) or int(target.resolution / native)
    grid = source.grid.coarsened(factor)
    window = grid.window
    if extent is not None:
        window = grid.window_of(*extent).grown(margin).intersect(window)
    return SmallCopy(source, grid, window, path)


def make_copies(copies: Sequence[SmallCopy], backend: Backend, threads: int, pace: Pace) -> None:
    """Write copies, several at a time: each scene is unpacked by one thread.

    :raises SceneError, OutputError: where one cannot be read or written.
    :raises Cancelled: where the reporter of ``pace`` says so; what is written then is not whole.
    """
    rows = [0] * len(copies)
    total = sum(copy.window.height for copy in copies)
    given_up = threading.Event()

    def check() -> None:
        if given_up.is_set():
            raise Cancelled
        pace.check()

    with contextlib.ExitStack() as stack:
        readers = []
        for copy in copies:
            readers.append(SceneReader(copy.source, copy.grid, backend, check))
            stack.callback(readers[-1].close)
        blocks = threads * max(reader.cache_bytes(PART_SIDE) for reader in readers)
        stack.enter_context(backend.limit_cache(blocks))
        pool = stack.enter_context(ThreadPoolExecutor(threads))
        stack.callback(given_up.set)  # before the pool waits for its threads

        def make(number: int) -> None:
            for written in _written(copies[number], readers[number], backend):
                rows[number] = written

        running = {pool.submit(make, number) for number in range(len(copies))}
        while running:
            ended, running = wait(running, POLL_SECONDS, FIRST_COMPLETED)
            for one in ended:
                one.result()
            pace.advance(sum(rows) / total)


def _written(copy: SmallCopy, reader: SceneReader, backend: Backend) -> Iterator[int]:
    """Write a copy part by part; yield how many of its rows are written."""
    grid, roles = copy.grid.cropped(copy.window), copy.source.roles
    new = NewRaster(grid, "float32", roles, math.nan, block=PART_SIDE)
    with contextlib.closing(backend.create(copy.path, new)) as writer:
        for row in range(0, copy.window.height, PART_SIDE):
            height = min(PART_SIDE, copy.window.height - row)
            part = replace(copy.window, row=copy.window.row + row, height=height)
            seen = reader.read(part)
            seen.reflectance[:, ~seen.valid] = np.nan
            writer.write(seen.reflectance, Window(0, row, part.width, height))
            yield row + height
