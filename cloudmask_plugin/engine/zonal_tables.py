"""On which dates polygons can be used, as tables and as a styled layer."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Sequence
from pathlib import Path

from .classes import CLASSES
from .palette_style import Colour
from .reporter import Pace
from .vector import Field, NewLayer, VectorBackend, VectorLayer
from .vector.protocol import Value
from .vector.sink import LayerSink
from .vector_style import Step, graduated_style
from .zonal_result import ZonalResult, ZonalRow

DATES, BEST_DATE, BEST, MEAN = "dates_ok", "best_date", "best_pct", "mean_pct"
ADDED = (
    Field(DATES, "integer"),
    Field(BEST_DATE, "text"),
    Field(BEST, "real"),
    Field(MEAN, "real"),
)
OWN_NUMBERS = ("fid", "ogc_fid")  # fields that formats make themselves
# From few to many: lightness falls evenly, so that it reads without colour as well.
COLOURS: tuple[Colour, ...] = (
    (237, 248, 217, 200),
    (174, 221, 170, 205),
    (99, 185, 151, 210),
    (43, 137, 134, 215),
    (22, 82, 104, 220),
)
NONE: Colour = (178, 74, 62, 200)


def rows_csv(result: ZonalResult) -> str:
    """Return a table with a line for each polygon and date; shares in percent."""
    shares = (f"{item.key}_percent" for item in CLASSES)
    head = ("polygon", "date", "mask", "usable_percent", *shares, "nodata_percent")
    lines = (
        (
            row.id,
            row.date,
            row.mask,
            *map(_percent, (row.usable, *(share for _, share in row.shares), row.nodata)),
            f"{row.pixels:.2f}",
            f"{row.hectares:.4f}",
            "yes" if row.is_usable else "no",
        )
        for row in result.rows
    )
    return _csv((*head, "pixels", "hectares", "usable"), lines)


def summary_csv(result: ZonalResult) -> str:
    """Return a table with a line for each date."""
    head = ("date", "masks", "polygons", "usable_polygons", "hectares", "usable_hectares")
    lines = (
        (
            one.when,
            " ".join(one.masks),
            one.polygons,
            one.serves,
            f"{one.hectares:.4f}",
            f"{one.usable_hectares:.4f}",
            _percent(one.mean),
        )
        for one in result.dates
    )
    return _csv((*head, "mean_usable_percent"), lines)


def write_layer(
    path: str, layer: VectorLayer, result: ZonalResult, backend: VectorBackend, pace: Pace
) -> None:
    """Write the polygons with their own attributes and what dates do for them, with a style.

    :raises OutputError: where that is not possible; an earlier file stays as it was then.
    """
    taken = {field.name for field in ADDED} | set(OWN_NUMBERS)
    kept = [place for place, field in enumerate(layer.fields) if field.name.lower() not in taken]
    fields = (*(layer.fields[place] for place in kept), *ADDED)
    rows: dict[int, list[ZonalRow]] = {}
    for row in result.rows:
        rows.setdefault(row.position, []).append(row)
    style = graduated_style(DATES, _steps(len(result.dates)))
    new = NewLayer(Path(path).stem, layer.crs, fields)
    with LayerSink(path, new, backend, style) as sink:
        for position, feature in enumerate(layer.features):
            pace.advance(position / len(layer.features))
            own = tuple(feature.values[place] for place in kept)
            sink.add((*own, *_added(rows.get(position, []))), feature.shape.polygons)


def _added(rows: Sequence[ZonalRow]) -> tuple[Value, ...]:
    """Return number of usable dates, the best date, its percentage, and the mean percentage."""
    if not rows:
        return None, None, None, None
    best = max(rows, key=lambda row: row.usable)  # the first of equals
    mean = sum(row.usable for row in rows) / len(rows)
    return (
        sum(row.is_usable for row in rows),
        best.when if best.usable > 0 else None,
        round(100 * best.usable, 2),
        round(100 * mean, 2),
    )


def _steps(dates: int) -> list[Step]:
    """Return colours for no date, and for up to five ranges of numbers of dates."""
    count = min(dates, len(COLOURS))
    edges = [round(dates * number / count) for number in range(count + 1)] if count else []
    steps = [Step(-0.5, 0.5, "No date", NONE)]
    for number, (low, high) in enumerate(zip(edges, edges[1:])):
        name = f"{high}" if high == low + 1 else f"{low + 1} to {high}"
        dates_word = "date" if name == "1" else "dates"
        place = len(COLOURS) - 1 if count == 1 else number * (len(COLOURS) - 1) // (count - 1)
        steps.append(Step(low + 0.5, high + 0.5, f"{name} {dates_word}", COLOURS[place]))
    return steps


def _percent(share: float) -> str:
    return "" if math.isnan(share) else f"{100 * share:.2f}"


def _csv(head: Sequence[str], lines: Iterable[Sequence[object]]) -> str:
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(head)
    table.writerows(lines)
    return text.getvalue()
