"""From rows of class codes to a mask file: shadow checked, patches tidied, counted, written.

What masking a scene and refining stored probabilities have in common, so that both write the
same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .classes import CLASSES, CODES, NODATA
from .elevation import read_elevation
from .errors import OptionError, SceneError
from .mask_style import PALETTE, auxiliary_xml, qgis_style
from .raster import Backend, NewRaster, choose_backend
from .raster.row_store import RowStore
from .raster.sink import RasterSink
from .refine import RefineOptions, RowTidier, in_pixels
from .reporter import Progress, Reporter, check_cancelled
from .scene import Grid
from .shadow_check import ShadowCheck, ShadowOptions, ShadowShares
from .sun import Sun

WRITING_SHARE = 0.97  # of the progress; what follows is finishing the files
CORRECTING_SHARE = 0.02  # of the progress, part of the above, where shadow is corrected
CORRECTED_ROWS = 256  # at once
SHADOW_TAG, SHARES_TAG = "CLOUDMASK_SHADOW", "CLOUDMASK_SHARES"
PARAMETERS_TAG, UNIT_TAG = "CLOUDMASK_PARAMETERS", "CLOUDMASK_METRES_IN_UNIT"
ZENITH_TAG, AZIMUTH_TAG = "CLOUDMASK_SUN_ZENITH", "CLOUDMASK_SUN_AZIMUTH"

Tags = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class MaskShares:
    """What is in a mask.

    :param classes: share of the valid area by class key, 0..1; all 0 where nothing is valid.
    :param nodata: share of the whole area without data, 0..1.
    :param shadow: where shadow comes from; None where the sun's direction is not known.
    :param warnings: what to look at.
    """

    classes: tuple[tuple[str, float], ...]
    nodata: float
    shadow: ShadowShares | None
    warnings: tuple[str, ...]


def refine_parameters(refine: RefineOptions, shadows: ShadowOptions) -> dict[str, Any]:
    """Return by which options classes were decided, as :data:`PARAMETERS_TAG` holds them."""
    return {
        **asdict(refine),
        "orphan_shadows": shadows.orphans,
        "dem": Path(shadows.dem).name or None,
    }


def read_tags(path: str) -> tuple[dict[str, str], Grid | None]:
    """Return tags and grid of a raster, nothing where there is none that can be read."""
    if Path(path).is_file():
        with suppress(SceneError):
            reader = choose_backend().open(path)
            info = reader.info
            reader.close()
            return dict(info.tags), info.grid
    return {}, None


def geometry_tags(sun: Sun | None, grid: Grid) -> Tags:
    """Return what stored probabilities tell beside the mask's tags.

    By it, a mask refined from them equals one made anew.
    """
    tags = () if sun is None else ((ZENITH_TAG, repr(sun.zenith)), (AZIMUTH_TAG, repr(sun.azimuth)))
    return tags if grid.unit is None else (*tags, (UNIT_TAG, repr(grid.unit)))


def prepare_shadow_check(
    grid: Grid,
    sun: Sun | None,
    options: ShadowOptions,
    name: str,
    backend: Backend,
    reporter: Reporter,
) -> ShadowCheck | None:
    """Return what checks the shadow of a mask on ``grid``, None where the sun is not known.

    :param name: of the scene, for errors.
    :raises CloudMaskError: where the options need the check and something for it is missing.
    """
    if sun is None and options.change_mask:
        raise OptionError(
            f"The direction of the sun over {name} is not known, by which shadow is checked: "
            "state it (--sun-zenith and --sun-azimuth, or SUN_ZENITH and SUN_AZIMUTH)."
        )
    if sun is None:
        return None
    x0, a, b, y0, d, e = grid.transform
    if not grid.crs and e > 0:  # rows are counted as if up were south
        grid = replace(grid, transform=(x0, a, b, y0, d, -e))
    check = ShadowCheck(grid, sun)
    if options.dem:
        elevation = read_elevation(
            options.dem, check.elevation_grid, backend, lambda share: check_cancelled(reporter)
        )
        check.add_elevation(elevation)
    return check


class MaskWriter:
    """Takes class codes as they are decided, from top to bottom, and writes the mask.

    A context manager as :class:`.raster.sink.RasterSink`: the mask is in its place when it is
    left after :meth:`finish`; an error or a cancel leaves nothing.

    :param check: of the shadow, None for none; ``shadows`` is what becomes of it.
    :raises OutputError: where the mask cannot be written.
    """

    def __init__(
        self,
        path: str,
        grid: Grid,
        tags: Tags,
        refine: RefineOptions,
        shadows: ShadowOptions,
        check: ShadowCheck | None,
        backend: Backend,
        reporter: Reporter,
    ) -> None:
        self._height = grid.height
        self._options = shadows
        self._check = check
        self._reporter = reporter
        self._tidier = RowTidier(in_pixels(refine, grid.pixel_metres))
        self._counts = dict.fromkeys((*CODES, NODATA), 0)
        with ExitStack() as stack:
            self._sink = stack.enter_context(
                RasterSink(
                    path,
                    NewRaster(grid, "uint8", ("Cloud mask",), NODATA, tuple(sorted(tags)), PALETTE),
                    backend,
                    companions=(("+.aux.xml", auxiliary_xml()), (".qml", qgis_style())),
                    check=lambda: check_cancelled(reporter),
                )
            )
            self._held = None
            if shadows.change_mask:
                self._held = stack.enter_context(RowStore(path, grid.width))
            self._stack = stack.pop_all()

    def __enter__(self) -> MaskWriter:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.__exit__(kind, error, trace)

    @property
    def share(self) -> float:
        """Share of the progress when all rows have been added."""
        return WRITING_SHARE - (CORRECTING_SHARE if self._held is not None else 0)

    def add(self, codes: NDArray[np.uint8]) -> None:
        """Take the next (rows, cols) uint8 codes, any number of rows."""
        if self._check is not None:
            self._check.add(codes)
        if self._held is not None:
            self._held.append(codes)
        else:
            self._write(self._tidier.push(codes))

    def add_tags(self, tags: Tags) -> None:
        """Add tags that were not known when the mask was begun."""
        self._sink.add_tags(tags)

    def finish(self, others: tuple[RasterSink, ...] = ()) -> MaskShares:
        """Correct shadow, write what waits, and finish the files.

        :param others: written beside the mask, finished with it before any is in its place.
        """
        verdict = self._check.verdict(self._options) if self._check is not None else None
        if self._held is not None and verdict is not None:
            self._sink.add_tags(((SHADOW_TAG, json.dumps(verdict.facts)),))
            for row, codes in self._held.rows(CORRECTED_ROWS):
                check_cancelled(self._reporter)
                done = self.share + CORRECTING_SHARE * row / self._height
                self._reporter.progress(Progress(done, "Checking shadow"))
                self._write(self._tidier.push(verdict.correct(codes, row)))
        self._write(self._tidier.finish())
        total = sum(self._counts.values())
        valid = total - self._counts[NODATA]
        shares = MaskShares(
            tuple((item.key, self._counts[item.code] / max(valid, 1)) for item in CLASSES),
            self._counts[NODATA] / total,
            verdict.shares if verdict is not None else None,
            verdict.warnings(self._options, valid) if verdict is not None else (),
        )
        told = {**dict(shares.classes), "nodata": shares.nodata}
        self._sink.add_tags(((SHARES_TAG, json.dumps(told)),))
        _finish(((self._sink, *others)), self._reporter)
        check_cancelled(self._reporter)
        return shares

    def _write(self, finished: Iterable[NDArray[np.uint8]]) -> None:
        for rows in finished:
            for code in self._counts:
                self._counts[code] += int(np.count_nonzero(rows == code))
            self._sink.write(rows[np.newaxis])


def _finish(sinks: tuple[RasterSink, ...], reporter: Reporter) -> None:
    """Finish the files; progress goes on from :data:`WRITING_SHARE` by their bands."""
    total = sum(sink.bands for sink in sinks)
    begin = 0
    for sink in sinks:

        def report(share: float, stage: str, begin: int = begin, bands: int = sink.bands) -> None:
            check_cancelled(reporter)
            done = (begin + share * bands) / total
            reporter.progress(Progress(WRITING_SHARE + (1 - WRITING_SHARE) * done, stage))

        sink.finish(report)
        begin += sink.bands
