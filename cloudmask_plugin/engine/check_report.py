"""The job that reports how good a checked mask is: figures, map, worst tiles, provenance."""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from .accuracy import EvaluationRequest, evaluate
from .accuracy_report import ReportDetails, report_html
from .accuracy_result import EvaluationResult
from .classes import CLASSES, CODES
from .mask_check import CheckFiles
from .mask_provenance import Line, provenance, reported_now
from .point_sampling import UNCLEAR, PointSample
from .raster import choose_backend
from .reference_labels import LabelSource
from .reporter import PartReporter, Reporter, check_cancelled
from .scene import SourceSpec
from .text_file import check_text_target, write_text
from .tile_ranking import even_tiles, rank_places
from .worst_tiles import ReviewedTile, choose_worst, picture_tiles

COMPARED = 0.5  # share of the progress; what follows are the tiles


@dataclass(frozen=True)
class CheckReportRequest:
    """What to report of a mask.

    :param labels: the labelled points as GeoJSON; they are written to ``points``.
    :param tiles: of the review; without any, the mask's tiles are ranked for the report.
    :param spec: the scene, None where there is none.
    :param report: page of HTML to write.
    """

    files: CheckFiles
    sample: PointSample
    labels: str
    points: str
    report: str
    tiles: tuple[ReviewedTile, ...] = ()
    spec: SourceSpec | None = None


@dataclass(frozen=True, eq=False)
class CheckReport:
    """What was written: the page as text, for other forms of it, and its figures."""

    html: str
    path: str
    result: EvaluationResult


def write_check_report(request: CheckReportRequest, reporter: Reporter) -> CheckReport:
    """Write labelled points and a page on how good a mask is.

    :raises CloudMaskError: where something cannot be read or written, with the remedy.
    :raises Cancelled: where the reporter says so; no page is written then.
    """
    check_text_target(request.report, (".html", ".htm"))
    files, sample, backend = request.files, request.sample, choose_backend()
    write_text(request.points, request.labels)
    result = evaluate(
        EvaluationRequest(
            (files.mask,), labels=LabelSource(request.points, "label"), mask_classes=files.table
        ),
        PartReporter(reporter, 0.0, COMPARED, time.monotonic()),
    )
    tiles = request.tiles
    if not tiles:
        places = rank_places(files, request.spec, backend, reporter).places
        if not places:
            with closing(backend.open(files.mask)) as mask:
                places = even_tiles(mask.info.grid)
        tiles = tuple(map(ReviewedTile, places))
    check_cancelled(reporter)
    worst = picture_tiles(
        choose_worst(tiles, sample.points), sample.points, files, request.spec, backend, reporter
    )
    lines = (*provenance(files.mask, backend), *_points(request), *_scene(request.spec))
    lines = (*lines, reported_now())
    html = report_html(result, ReportDetails(lines, worst, request.spec is not None))
    check_cancelled(reporter)
    write_text(request.report, html)
    return CheckReport(html, request.report, result)


def _points(request: CheckReportRequest) -> tuple[Line, ...]:
    sample = request.sample
    unclear = sum(point.label == UNCLEAR for point in sample.points)
    drawn = ", ".join(
        f"{item.name.lower()} {sum(point.mapped == item.code for point in sample.points)}"
        for item in CLASSES
    )
    labelled = sum(point.label in CODES for point in sample.points)
    counted = f"{labelled} of {len(sample.points)} labelled"
    if unclear:
        counted += f", {unclear} that nobody can tell"
    return (
        ("Points", f"{counted}; {Path(request.points).name}"),
        ("Drawn at random", f"within each class of the mask: {drawn}; seed {sample.seed}"),
    )


def _scene(spec: SourceSpec | None) -> tuple[Line, ...]:
    return () if spec is None else (("Scene shown", spec.name),)
