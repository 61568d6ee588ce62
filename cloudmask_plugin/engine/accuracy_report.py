"""A comparison of masks with a reference as one page of HTML that needs nothing else."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .accuracy_facts import SCORES
from .accuracy_result import Dots, EvaluationResult, Patch, Picture
from .agreement import BOTH_CLEAR, ENTRIES, agreement
from .area_estimation import AreaEstimates, Estimate
from .classes import CLASSES, CLEAR, NODATA
from .metrics import (
    EXPERIMENTS,
    Buckets,
    Counts,
    counts,
    counts_by_class,
    overall_accuracy,
)
from .paths import version
from .pictures import Colour, data_address, palette_png

UNDEFINED = "—"
GROUND: Colour = (232, 232, 228, 255)  # clear on the maps of a page
COLOURS: dict[int, Colour] = {
    **{item.code: (*item.colour[:3], 255) for item in CLASSES},
    CLEAR: GROUND,
}
AGREEMENT = {**{entry.value: entry.colour for entry in ENTRIES}, BOTH_CLEAR: GROUND}
AGREEMENT_WORDS = (
    "Both clear",
    "Both cloud, or both shadow",
    "Only the mask: false alarm",
    "Only the reference: missed",
    "Cloud in one, shadow in the other",
)
EXPERIMENT_WORDS = {
    "cloud": "Cloud (thick or thin)",
    "shadow": "Cloud shadow",
    "invalid": "Invalid (cloud or shadow)",
}
MOST_LINES = 200  # of single masks on the page; the table has them all
RIGHT, WRONG = "#1b1b1b", "#ffffff"
STYLE = """
body { font: 15px/1.45 sans-serif; color: #1b1b1b; max-width: 62em; margin: 2em auto;
  padding: 0 1em; }
h1 { font-size: 1.6em; } h2 { font-size: 1.2em; margin-top: 2em; }
table { border-collapse: collapse; } td, th { padding: .25em .8em; text-align: right; }
th { font-weight: 600; } td:first-child, th:first-child { text-align: left; }
thead th { border-bottom: 1px solid #999; } tbody tr:nth-child(even) { background: #f5f5f3; }
.figures { display: flex; flex-wrap: wrap; } .figures div { margin: 0 2.5em 1em 0; }
.figures b { display: block; font-size: 1.6em; }
.maps { display: flex; flex-wrap: wrap; } figure { margin: 0 1em 1em 0; }
.maps img, .maps svg { width: 280px; image-rendering: pixelated; background: #bbb;
  display: block; }
.legend span { white-space: nowrap; margin-right: 1.2em; }
.legend i { display: inline-block; width: 1em; height: 1em; margin-right: .4em;
  vertical-align: -.15em; border: 1px solid #777; }
.note { color: #555; } .warning { border-left: 4px solid #d98200; padding-left: .7em; }
"""


def report_html(result: EvaluationResult) -> str:
    """Return the page."""
    one = len(result.patches) == 1
    title = f"Accuracy of {result.patches[0].name}" if one else "Accuracy of masks"
    parts = [
        f"<h1>{escape(title)}</h1>",
        _introduction(result),
        "".join(f'<p class="warning">{escape(text)}</p>' for text in result.warnings),
        _figures(result),
        "<h2>Confusion matrix</h2>",
        _matrix(result),
        "<h2>Classes</h2>",
        _scores({item.name: counts_by_class(result.table)[item.key] for item in CLASSES}),
        "<h2>Cloud, shadow, invalid</h2>",
        _scores(
            {EXPERIMENT_WORDS[key]: counts(result.table, EXPERIMENTS[key]) for key in EXPERIMENTS}
        ),
        _NOTE_SCORES,
    ]
    if not one:
        parts += ["<h2>Over the patches</h2>", _patch_table(result)]
    if result.area is not None:
        parts += ["<h2>Areas, adjusted by the points</h2>", _areas(result.area)]
    parts += ["<h2>Maps</h2>", _maps(result)]
    if not one:
        parts += ["<h2>Each mask</h2>", _patches(result.patches)]
    parts.append(f'<p class="note">Cloud Mask {escape(version())}</p>')
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>\n<body>\n"
        + "\n".join(part for part in parts if part)
        + "\n</body>\n</html>\n"
    )


_NOTE_SCORES = (
    '<p class="note">OA overall accuracy; PA producer’s accuracy, the share of the reference that '
    "was found; UA user’s accuracy, the share of the mask that is right; BOA balanced overall "
    "accuracy, the mean of the shares of yes and of no that were found; F1 and F2 weigh PA and UA, "
    "F2 with PA counting more; IoU intersection over union. — is undefined: what it divides by is "
    "0.</p>"
)


def _introduction(result: EvaluationResult) -> str:
    size = len(result.patches)
    compared = int(result.table.sum())
    masks = "1 mask" if size == 1 else f"{size} masks"
    unlabelled = sum(patch.unlabelled for patch in result.patches)
    missing = sum(patch.missing for patch in result.patches)
    kinds = {
        "rasters": "reference rasters" if size > 1 else Path(result.patches[0].reference).name,
        "points": f"labelled points of {Path(result.patches[0].reference).name}",
        "polygons": f"labelled polygons of {Path(result.patches[0].reference).name}",
    }
    text = f"{masks} against {kinds[result.kind]}: {compared:,} {result.unit} compared."
    if unlabelled:
        text += f" {unlabelled:,} pixels of the mask have no reference."
    if missing:
        text += f" The mask has no data at {missing:,} {result.unit} of the reference."
    return f"<p>{escape(text)}</p>"


def _figures(result: EvaluationResult) -> str:
    shown = [("Overall accuracy", overall_accuracy(result.table))]
    for key, line in result.experiments().items():
        name = f"BOA {key}" if len(result.patches) == 1 else f"Median BOA {key}"
        shown.append((name, line.median_balanced_accuracy))
    cells = "".join(f"<div><b>{_share(value)}</b>{escape(name)}</div>" for name, value in shown)
    return f'<div class="figures">{cells}</div>'


def _matrix(result: EvaluationResult) -> str:
    """Return the matrix as a picture: the deeper a cell, the larger its share of the row."""
    table = result.table
    names = [item.name for item in CLASSES]
    left, top, wide, high = 150, 46, 118, 52
    width, height = left + wide * (len(names) + 1), top + high * len(names) + 4
    cells = []
    for column, name in enumerate([*names, "Sum"]):
        cells.append(_text(left + wide * (column + 0.5), top - 10, name, "middle", bold=True))
    cells.append(_text(2, top - 10, "Reference ↓  Mask →", "start", size=12))
    for row, name in enumerate(names):
        y = top + high * row
        whole = int(table[row].sum())
        cells.append(_text(left - 12, y + high / 2 + 5, name, "end", bold=True))
        for column in range(len(names)):
            share = table[row, column] / whole if whole else math.nan
            depth = 0.0 if math.isnan(share) else share
            shade = "27,94,133" if row == column else "176,58,46"
            x = left + wide * column
            ink = "#fff" if depth > 0.55 else "#1b1b1b"
            cells.append(
                f'<rect x="{x}" y="{y}" width="{wide - 2}" height="{high - 2}" '
                f'fill="rgba({shade},{0.06 + 0.9 * depth:.3f})"/>'
            )
            middle = x + wide / 2
            number = f"{int(table[row, column]):,}"
            cells.append(_text(middle, y + high / 2 - 2, number, "middle", ink))
            cells.append(_text(middle, y + high / 2 + 15, _share(share), "middle", ink, 12))
        cells.append(
            _text(left + wide * (len(names) + 0.5), y + high / 2 + 5, f"{whole:,}", "middle")
        )
    return (
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'aria-label="Confusion matrix" font-family="sans-serif">{"".join(cells)}</svg>'
        f'<p class="note">Counts of {result.unit}, and shares of the reference’s class.</p>'
    )


def _text(
    x: float,
    y: float,
    text: str,
    anchor: str,
    ink: str = "#1b1b1b",
    size: int = 14,
    bold: bool = False,
) -> str:
    weight = ' font-weight="600"' if bold else ""
    return (
        f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" fill="{ink}" font-size="{size}"'
        f"{weight}>{escape(text)}</text>"
    )


def _scores(lines: dict[str, Counts]) -> str:
    head = ("", *(key.upper() if key != "iou" else "IoU" for key, _ in SCORES))
    head += ("Reference", "Mask")
    rows = [
        (
            name,
            *(_share(getattr(found, score)) for _, score in SCORES),
            f"{found.positives:,}",
            f"{found.answers:,}",
        )
        for name, found in lines.items()
    ]
    return _table(head, rows)


def _patch_table(result: EvaluationResult) -> str:
    head = ["", "Median BOA", "Patches", "PA < 0.1", "0.1–0.9", "> 0.9"]
    head += ["UA < 0.1", "0.1–0.9", "> 0.9"]
    rows = [
        (
            EXPERIMENT_WORDS[key],
            _share(line.median_balanced_accuracy),
            str(line.defined),
            *_bucket(line.producer_accuracy),
            *_bucket(line.user_accuracy),
        )
        for key, line in result.experiments().items()
    ]
    return _table(head, rows) + (
        '<p class="note">As CloudSEN12 counts (Aybar et al. 2022): scores of each patch, their '
        "median, and the shares of the patches whose PA and UA are low, middle and high. Patches "
        "of which a score is undefined are left out; UA is undefined where the reference has no "
        "cloud.</p>"
    )


def _bucket(buckets: Buckets) -> tuple[str, str, str]:
    return _share(buckets.low), _share(buckets.middle), _share(buckets.high)


def _areas(found: AreaEstimates) -> str:
    rows = [
        (
            item.name,
            str(one.points),
            _hectares(one.mapped * found.area),
            _hectares(hectares.value),
            _limits(hectares),
            _with_limits(one.user_accuracy),
            _with_limits(one.producer_accuracy),
        )
        for item, one, hectares in zip(CLASSES, found.classes, found.areas())
    ]
    head = ("", "Points", "Mapped (ha)", "Estimated (ha)", "95 % limits", "UA", "PA")
    note = (
        '<p class="note">Stratified estimators of Olofsson et al. 2014, the classes of the mask '
        "being the strata; ± and limits are those of 95 % confidence. They hold for points that "
        "were drawn at random, within each class of the mask or over the whole; not for points "
        "that somebody picked.</p>"
    )
    lacking = ", ".join(CLASSES[place].name for place in found.unsampled)
    warning = (
        f'<p class="warning">No point lies in {escape(lacking)}, so that areas and overall '
        "accuracy cannot be estimated: add points there.</p>"
        if lacking
        else ""
    )
    overall = f"<p>Overall accuracy, by area: {_with_limits(found.overall_accuracy)}</p>"
    return _table(head, rows) + overall + _area_bars(found) + warning + note


def _area_bars(found: AreaEstimates) -> str:
    """Return bars of the mapped area, with the estimate and its limits over them."""
    areas = found.areas()
    known = [one for one in areas if not math.isnan(one.value)]
    longest = max(
        [one.high if one.is_bounded else one.value for one in known]
        + [one.mapped * found.area for one in found.classes]
    )
    left, wide, high = 120, 480, 30
    parts = []
    for row, (item, one, hectares) in enumerate(zip(CLASSES, found.classes, areas)):
        y = row * high + 4
        scale = wide / longest if longest else 0.0
        red, green, blue = COLOURS[item.code][:3]
        parts.append(_text(left - 8, y + 16, item.name, "end"))
        parts.append(
            f'<rect x="{left}" y="{y}" width="{one.mapped * found.area * scale:.1f}" height="22" '
            f'fill="rgb({red},{green},{blue})" stroke="#777"/>'
        )
        if hectares.is_bounded:
            low, middle, top = (
                left + value * scale for value in (hectares.low, hectares.value, hectares.high)
            )
            parts.append(
                f'<path d="M{low:.1f} {y + 11}H{top:.1f}M{low:.1f} {y + 5}v12M{top:.1f} '
                f'{y + 5}v12" stroke="#1b1b1b" stroke-width="2"/>'
                f'<circle cx="{middle:.1f}" cy="{y + 11}" r="4"/>'
            )
    return (
        f'<svg viewBox="0 0 {left + wide + 10} {high * len(CLASSES) + 6}" '
        f'width="{left + wide + 10}" role="img" aria-label="Areas" font-family="sans-serif">'
        f'{"".join(parts)}</svg><p class="note">Bars: mapped area. Dots: estimate with its 95 % '
        "limits.</p>"
    )


def _maps(result: EvaluationResult) -> str:
    shown = [(patch.name, patch.picture) for patch in result.patches if patch.picture is not None]
    parts = []
    if len(shown) < len(result.patches):
        parts.append(f"<p>The {len(shown)} masks that agree least with their reference.</p>")
    parts.append(_legend([(item.name, COLOURS[item.code]) for item in CLASSES]))
    if result.kind != "points":
        parts.append(_legend(list(zip(AGREEMENT_WORDS, (AGREEMENT[n] for n in range(5))))))
    for name, picture in shown:
        if len(result.patches) > 1:
            parts.append(f"<h3>{escape(name)}</h3>")
        parts.append(f'<div class="maps">{_map(picture)}</div>')
    if result.kind == "points":
        parts.append(
            '<p class="note">Dots have the colour of the reference’s class; those with a white '
            "ring are wrong on the mask.</p>"
        )
    return "\n".join(parts)


def _map(picture: Picture) -> str:
    mask = _png(picture.mask, COLOURS)
    if picture.dots is not None:
        return f"<figure>{_dotted(picture.mask.shape, mask, picture.dots)}</figure>"
    if picture.reference is None:
        return f'<figure><img src="{mask}" alt="Mask"></figure>'
    compared = agreement(picture.mask, picture.reference)
    return "".join(
        f'<figure><img src="{address}" alt="{name}"><figcaption>{name}</figcaption></figure>'
        for name, address in (
            ("Mask", mask),
            ("Reference", _png(picture.reference, COLOURS)),
            ("Agreement", _png(compared, AGREEMENT)),
        )
    )


def _dotted(shape: tuple[int, ...], address: str, dots: Dots) -> str:
    rows, cols = shape
    radius = max(rows, cols) / 130
    circles = []
    for (x, y), mapped, code in zip(*dots):
        red, green, blue = COLOURS[int(code)][:3] if int(code) != NODATA else (0, 0, 0)
        ring = RIGHT if mapped == code else WRONG
        circles.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.2f}" fill="rgb({red},{green},{blue})" '
            f'stroke="{ring}" stroke-width="{radius / 2:.2f}"/>'
        )
    return (
        f'<svg viewBox="0 0 {cols} {rows}" style="width:560px" '
        f'xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="{address}" '
        f'width="{cols}" height="{rows}"/>{"".join(circles)}</svg>'
    )


def _png(values: NDArray[np.uint8], colours: dict[int, Colour]) -> str:
    return data_address(palette_png(values, colours))


def _legend(entries: Iterable[tuple[str, Colour]]) -> str:
    spans = "\n".join(
        f'<span><i style="background:rgb({colour[0]},{colour[1]},{colour[2]})"></i>'
        f"{escape(name)}</span>"
        for name, colour in entries
    )
    return f'<p class="legend">{spans}</p>'


def _patches(patches: Sequence[Patch]) -> str:
    head = (
        "Mask",
        "Pixels",
        "OA",
        *(f"{score} {key}" for key in EXPERIMENTS for score in ("PA", "UA", "BOA")),
    )
    rows = []
    for patch in patches[:MOST_LINES]:
        cells = [patch.name, f"{int(patch.table.sum()):,}", _share(overall_accuracy(patch.table))]
        for one in patch.scores().values():
            cells += map(_share, (one.producer_accuracy, one.user_accuracy, one.balanced_accuracy))
        rows.append(tuple(cells))
    more = len(patches) - MOST_LINES
    note = f'<p class="note">And {more} more, in the CSV file.</p>' if more > 0 else ""
    return _table(head, rows) + note


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    titles = "".join(f"<th>{escape(text)}</th>" for text in head)
    lines = "\n".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{titles}</tr></thead>\n<tbody>\n{lines}\n</tbody></table>"


def _share(value: float) -> str:
    return UNDEFINED if math.isnan(value) else f"{value:.3f}"


def _hectares(value: float) -> str:
    return UNDEFINED if math.isnan(value) else f"{value:,.1f}"


def _limits(one: Estimate) -> str:
    return f"{_hectares(one.low)} – {_hectares(one.high)}" if one.is_bounded else UNDEFINED


def _with_limits(one: Estimate) -> str:
    if math.isnan(one.value):
        return UNDEFINED
    return f"{one.value:.3f} ± {one.half_width:.3f}" if one.is_bounded else f"{one.value:.3f}"
