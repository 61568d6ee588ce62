"""The files of a composite: the image, clear observations, source scenes, score."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .composite_plan import CompositePlan, CompositeRequest
from .matching import Match
from .palette_style import TRANSPARENT, Entry, auxiliary_xml, distinct_colours, qgis_style
from .paths import version
from .raster import Backend, NewRaster
from .raster.sink import RasterSink
from .reporter import Progress, Reporter, check_cancelled
from .scene import Window

MANY = 254  # scenes; the number of more does not fit 8 bits
Parts = dict[str, NDArray[Any]]  # (bands, rows, cols) by file: image, count, source, score


def _types(request: CompositeRequest, plan: CompositePlan) -> dict[str, str]:
    """Return the data type of each file that can be asked for."""
    whole = "uint8" if len(request.scenes) <= MANY else "uint16"
    return {"image": plan.dtype, "count": whole, "source": whole, "score": "float32"}


def new_parts(request: CompositeRequest, plan: CompositePlan, side: int) -> Parts:
    """Return room for a window of up to ``side`` pixels, (bands, rows, cols) of each file."""
    wanted = {
        "image": request.output,
        "count": request.count,
        "source": request.source_index,
        "score": request.score,
    }
    types, bands = _types(request, plan), {"image": len(plan.bands)}
    return {
        key: np.empty((bands.get(key, 1), side, side), types[key])
        for key, path in wanted.items()
        if path
    }


class CompositeFiles:
    """All files of a composite; none has its name before all are whole.

    :param masks: what each mask of the plan's scenes is, for the tags.
    :param matches: how each of them is fitted to the reference, for the tags; empty for methods
        without one.
    :param check: called before blocks are written; raises to give up, as at a cancel.
    """

    def __init__(
        self,
        request: CompositeRequest,
        plan: CompositePlan,
        masks: tuple[str, ...],
        matches: tuple[Match, ...],
        backend: Backend,
        check: Callable[[], None],
        stack: contextlib.ExitStack,
    ) -> None:
        tags = _tags(request, plan, masks, matches)
        types = _types(request, plan)
        grid = plan.grid
        self._sinks: dict[str, RasterSink] = {}

        def add(key: str, path: str, new: NewRaster, *companions: tuple[str, str]) -> None:
            # Sinks are left in the opposite order: the image, named last, appears last.
            if path:
                sink = RasterSink(path, new, backend, companions, check)
                self._sinks[key] = stack.enter_context(sink)

        names = tuple(band.name for band in plan.bands)
        add(
            "image",
            request.output,
            NewRaster(
                grid, plan.dtype, names, plan.nodata, tags, scale=plan.scale, offset=plan.offset
            ),
        )
        add(
            "count",
            request.count,
            NewRaster(grid, types["count"], ("Clear observations",), None, tags),
        )
        entries = source_entries(plan.labels)
        add(
            "source",
            request.source_index,
            NewRaster(
                grid,
                types["source"],
                ("Source scene",),
                0,
                tags,
                tuple((entry.value, entry.colour) for entry in entries),
            ),
            ("+.aux.xml", auxiliary_xml(entries)),
            (".qml", qgis_style(entries)),
        )
        add("score", request.score, NewRaster(grid, types["score"], ("Score",), float("nan"), tags))

    def write(self, item: tuple[Parts, Window]) -> None:
        """Write the files' parts of a window."""
        parts, window = item
        for key, part in parts.items():
            self._sinks[key].write_blocks(part, window)

    def finish(self, reporter: Reporter) -> None:
        """Finish all files; raise :class:`.errors.Cancelled` if the user has cancelled."""
        total = sum(sink.bands for sink in self._sinks.values())
        begin = 0
        for sink in self._sinks.values():

            def report(
                share: float, stage: str, begin: int = begin, bands: int = sink.bands
            ) -> None:
                check_cancelled(reporter)
                reporter.progress(Progress((begin + share * bands) / total, stage))

            sink.finish(report)
            begin += sink.bands


def _told(plan: CompositePlan, matches: tuple[Match, ...]) -> dict[str, dict[str, list[float]]]:
    """Return what was done to each scene's stored values, by its label: value · gain + offset."""
    labels = [plan.labels[number] for number in plan.numbers]
    return {
        label: {
            "gains": [float(f"{gain:.7g}") for gain in match.gains],
            "offsets": [float(f"{offset:.7g}") for offset in match.offsets],
        }
        for label, match in zip(labels, matches)
    }


def source_entries(labels: tuple[str, ...]) -> tuple[Entry, ...]:
    """Return the classes of a source index: 0 for none, then the scenes from 1."""
    colours = distinct_colours(len(labels))
    scenes = (Entry(n, label, colours[n - 1]) for n, label in enumerate(labels, start=1))
    return (Entry(0, "No scene", TRANSPARENT), *scenes)


def _tags(
    request: CompositeRequest,
    plan: CompositePlan,
    masks: tuple[str, ...],
    matches: tuple[Match, ...],
) -> tuple[tuple[str, str], ...]:
    """Return where a result came from, as GeoTIFF tags."""
    first = request.scenes[0].source
    parameters = {
        "target_date": request.target_date or None,
        "sigma": request.sigma,
        "weights": asdict(request.weights),
        "fallback": request.fallback,
        "screen": request.screen,
        "buffer": request.buffer,
        "resolution": request.resolution,
        "extent": request.extent,
    }
    used = [request.scenes[number].source for number in plan.numbers]
    gains = {band.gain for band in plan.bands}
    biases = {band.bias for band in plan.bands}
    tags = {
        "CLOUDMASK_VERSION": version(),
        "CLOUDMASK_COMPOSITE": plan.recipe.method,
        "CLOUDMASK_PARAMETERS": json.dumps(parameters, sort_keys=True),
        "CLOUDMASK_SOURCES": json.dumps([scene.source.name for scene in request.scenes]),
        "CLOUDMASK_DATES": json.dumps([scene.source.acquired.value for scene in request.scenes]),
        "CLOUDMASK_MASKS": json.dumps(list(masks)),
        "CLOUDMASK_MATCHES": json.dumps(_told(plan, matches)) if matches else "",
        "CLOUDMASK_SENSOR": first.sensor.value,
        "CLOUDMASK_BANDS": ",".join(band.role for band in plan.bands),
        "CLOUDMASK_LEVEL": first.level.value or "",
        "TIFFTAG_IMAGEDESCRIPTION": f"Composite of {len(used)} scenes, {plan.recipe.method}",
    }
    # So that the composite opens as a scene of the same scaling without a guess.
    if len(gains) == len(biases) == 1 and plan.scale is None and plan.offset is None:
        tags["REFLECTANCE_SCALE"] = repr(gains.pop())
        tags["REFLECTANCE_OFFSET"] = repr(biases.pop())
    return tuple((key, value) for key, value in tags.items() if value)
