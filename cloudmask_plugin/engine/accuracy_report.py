"""A comparison of masks with a reference as one page of HTML that needs nothing else."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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
from .pictures import Colour, colour_png, data_address, palette_png
from .suspicion import BRIGHT, DIFFERENT, ORPHAN, SHADOWLESS, UNSURE
from .worst_tiles import OK, SKIPPED, WRONG, WorstTile

UNDEFINED = "—"
MAP_WIDTH, POINT_MAP_WIDTH = 280, 480  # pixels of the page
TILES_OF_SHEET = 3  # on a page of paper
WHOLE = 1000  # hectares from which on tenths are not told
SWATCH = "&nbsp;" * 4  # a patch of colour in a legend
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
REASON_WORDS = {
    UNSURE: "classes in doubt",
    DIFFERENT: "the two masks differ",
    ORPHAN: "shadow without a cloud",
    SHADOWLESS: "cloud without a shadow",
    BRIGHT: "cloud like bright ground or snow",
}
VERDICT_WORDS = {WRONG: "judged wrong", OK: "judged ok", SKIPPED: "skipped"}
LEAST_SIGN = 0.01  # share below which a sign is not worth a word
MOST_LINES = 200  # of single masks on the page; the table has them all
RIGHT_RING, WRONG_RING = "#1b1b1b", "#ffffff"
# Plain tables place what stands side by side: the page is also printed by Qt, whose rich text
# knows neither flexible boxes nor drawings (see report_pdf.py).
STYLE = """
body { font-family: sans-serif; font-size: 15px; color: #1b1b1b; max-width: 62em; margin: 2em auto;
  padding: 0 1em; }
h1 { font-size: 24px; margin: 0 0 12px 0; } h2 { font-size: 18px; margin: 24px 0 8px 0; }
h3 { font-size: 15px; margin: 16px 0 6px 0; } p { margin: 6px 0 10px 0; line-height: 1.4; }
table { border-collapse: collapse; } td, th { padding: 4px 12px; text-align: right;
  white-space: nowrap; }
th { font-weight: 600; } .name { text-align: left; }
thead th { border-bottom: 1px solid #999; } tbody tr:nth-child(even) { background: #f5f5f3; }
.figures td { text-align: left; padding: 0 40px 0 0; } .figures b { font-size: 25px; }
.maps td { padding: 0 16px 16px 0; text-align: left; vertical-align: top; }
.maps img, .maps svg { image-rendering: pixelated; background: #bbb; display: block; }
.facts td { text-align: left; vertical-align: top; white-space: normal;
  overflow-wrap: anywhere; } .facts .name { white-space: nowrap; }
.legend span { white-space: nowrap; margin-right: 1.2em; }
.caption { margin: 2px 0 0 0; text-align: left; } .sheet { page-break-before: always; }
.note { color: #555555; } .warning { border-left: 4px solid #d98200; padding-left: 11px; }
@media print { body { margin: 0; max-width: none; } h2, h3 { break-after: avoid; }
  tr, img, svg { break-inside: avoid; } }
"""


@dataclass(frozen=True, eq=False)
class ReportDetails:
    """What a report tells beside the figures.

    :param provenance: titles and values.
    :param tiles: the worst tiles, the worst first.
    :param has_scene: False where there was no scene to show them in.
    """

    provenance: tuple[tuple[str, str], ...] = ()
    tiles: tuple[WorstTile, ...] = ()
    has_scene: bool = False


NO_DETAILS = ReportDetails()


def report_html(result: EvaluationResult, details: ReportDetails = NO_DETAILS) -> str:
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
        parts += ['<h2 class="sheet">Areas, adjusted by the points</h2>', _areas(result.area)]
    parts += ["<h2>Map</h2>" if one else '<h2 class="sheet">Maps</h2>', _maps(result)]
    if details.tiles:
        parts += ['<h2 class="sheet">Worst tiles</h2>', _tiles(details)]
    if not one:
        parts += ["<h2>Each mask</h2>", _patches(result.patches)]
    if details.provenance:
        parts += ['<h2 class="sheet">Provenance</h2>', _facts(details.provenance)]
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
    cells = "".join(f"<td><b>{_share(value)}</b><br>{escape(name)}</td>" for name, value in shown)
    return f'<table class="figures"><tr>{cells}</tr></table>'


def _matrix(result: EvaluationResult) -> str:
    """Return the matrix as a picture: the deeper a cell, the larger its share of the row."""
    table = result.table
    names = [item.name for item in CLASSES]
    left, top, wide, high = 150, 28, 118, 52
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
                f'fill="rgb({shade})" fill-opacity="{0.06 + 0.9 * depth:.3f}"/>'
            )
            middle = x + wide / 2
            number = f"{int(table[row, column]):,}"
            cells.append(_text(middle, y + high / 2 - 2, number, "middle", ink))
            cells.append(_text(middle, y + high / 2 + 15, _share(share), "middle", ink, 12))
        cells.append(
            _text(left + wide * (len(names) + 0.5), y + high / 2 + 5, f"{whole:,}", "middle")
        )
    return (
        _alone(_drawing(width, height, (width, height), "Confusion matrix", "".join(cells)))
        + f'<p class="note">Counts of {result.unit}, and shares of the reference’s class.</p>'
    )


def _drawing(width: int, height: int, box: tuple[int, int], name: str, content: str) -> str:
    """Return a drawing of so many pixels of the page, whose own units are those of a box."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 {box[0]} {box[1]}" width="{width}" height="{height}" role="img" '
        f'aria-label="{name}" font-family="sans-serif">{content}</svg>'
    )


def _alone(drawing: str) -> str:
    """Return a drawing as a block of its own, which Qt else puts beside the heading above."""
    return f"<div>{drawing}</div>"


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
        "being the strata; limits, in brackets too, are those of 95 % confidence (Wilson's, as "
        "modified by Brown, Cai and DasGupta 2001, combined over the strata as in Zou and Donner "
        "2008). They hold for points that were drawn at random, within each class of the mask or "
        "over the whole; not for points that somebody picked.</p>"
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
    width, height = left + wide + 10, high * len(CLASSES) + 6
    return _alone(_drawing(width, height, (width, height), "Areas", "".join(parts))) + (
        '<p class="note">Bars: mapped area. Dots: estimate with its 95 % limits.</p>'
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
        parts.append(f'<table class="maps"><tr>{_map(picture)}</tr></table>')
    if result.kind == "points":
        parts.append(
            '<p class="note">Dots have the colour of the reference’s class; those with a white '
            "ring are wrong on the mask.</p>"
        )
    return "\n".join(parts)


def _map(picture: Picture) -> str:
    mask = _png(picture.mask, COLOURS)
    if picture.dots is not None:
        drawing = _dotted(picture.mask.shape, mask, POINT_MAP_WIDTH, "Mask", picture.dots)
        return f"<td>{drawing}</td>"
    if picture.reference is None:
        return f"<td>{_image(mask, 'Mask', picture.mask.shape)}</td>"
    compared = agreement(picture.mask, picture.reference)
    return "".join(
        f'<td>{_image(address, name, picture.mask.shape)}<p class="caption">{name}</p></td>'
        for name, address in (
            ("Mask", mask),
            ("Reference", _png(picture.reference, COLOURS)),
            ("Agreement", _png(compared, AGREEMENT)),
        )
    )


def _image(address: str, name: str, shape: tuple[int, ...]) -> str:
    height = round(MAP_WIDTH * shape[0] / shape[1])
    return f'<img src="{address}" alt="{name}" width="{MAP_WIDTH}" height="{height}">'


def _dotted(shape: tuple[int, ...], address: str, width: int, name: str, dots: Dots) -> str:
    """Return a picture with points over it, whose rings tell which of them are wrong."""
    rows, cols = shape[:2]
    radius = 4.3 * cols / width
    circles = []
    for (x, y), mapped, code in zip(*dots):
        red, green, blue = COLOURS[int(code)][:3] if int(code) != NODATA else (0, 0, 0)
        ring = RIGHT_RING if mapped == code else WRONG_RING
        circles.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.2f}" fill="rgb({red},{green},{blue})" '
            f'stroke="{ring}" stroke-width="{radius / 2:.2f}"/>'
        )
    image = f'<image xlink:href="{address}" width="{cols}" height="{rows}"/>'
    return _drawing(width, round(width * rows / cols), (cols, rows), name, image + "".join(circles))


def _tiles(details: ReportDetails) -> str:
    """Return the worst tiles, each as the scene beside the scene with the mask's outlines."""
    parts = [
        "<p>Tiles that were judged wrong, then those with most labels that contradict the mask, "
        "then those that look most suspicious.</p>",
        _legend([(item.name, COLOURS[item.code]) for item in CLASSES[1:]]),
    ]
    if not details.has_scene:
        parts.append('<p class="note">No scene was chosen, so that outlines lie over grey.</p>')
    for number, worst in enumerate(details.tiles):
        mapped = np.array([point.mapped for point in worst.points], np.uint8)
        labels = np.array([point.label for point in worst.points], np.uint8)
        rims = data_address(colour_png(worst.outlined))
        dots = (worst.places, mapped, labels)
        name = "The mask’s outlines"
        drawing = _dotted(worst.outlined.shape, rims, MAP_WIDTH, name, dots)
        cells = f'<td>{drawing}<p class="caption">{name}</p></td>'
        if worst.scene is not None:
            scene = _image(data_address(colour_png(worst.scene)), "Scene", worst.scene.shape)
            cells = f'<td>{scene}<p class="caption">The scene</p></td>{cells}'
        sheet = ' class="sheet"' if number and number % TILES_OF_SHEET == 0 else ""
        parts.append(f"<h3{sheet}>{escape(_tile_title(worst))}</h3>")
        parts.append(f'<table class="maps"><tr>{cells}</tr></table>')
    return "\n".join(parts)


def _tile_title(worst: WorstTile) -> str:
    tile = worst.tile
    told = [VERDICT_WORDS[tile.verdict]] if tile.verdict in VERDICT_WORDS else []
    if tile.note:
        told.append(f"“{tile.note}”")
    if worst.points:
        told.append(f"{worst.wrong} of {len(worst.points)} labels wrong")
    signs = sorted(tile.place.signs, key=lambda sign: -sign[1])
    told += [f"{REASON_WORDS[key]} {share:.0%}" for key, share in signs if share >= LEAST_SIGN][:3]
    return f"Tile {tile.place.number}: {', '.join(told) or 'nothing is suspicious'}"


def _facts(lines: Sequence[tuple[str, str]]) -> str:
    rows = "\n".join(
        f'<tr><td class="name">{escape(title)}</td><td>{escape(value)}</td></tr>'
        for title, value in lines
    )
    return f'<table class="facts">{rows}</table>'


def _png(values: NDArray[np.uint8], colours: dict[int, Colour]) -> str:
    return data_address(palette_png(values, colours))


def _legend(entries: Iterable[tuple[str, Colour]]) -> str:
    spans = "\n".join(
        f'<span><span style="background-color:#{colour[0]:02x}{colour[1]:02x}{colour[2]:02x}">'
        f"{SWATCH}</span>&nbsp;{escape(name)}&emsp;</span>"
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
    titles = _cells("th", head)
    lines = "\n".join(f"<tr>{_cells('td', row)}</tr>" for row in rows)
    return f"<table><thead><tr>{titles}</tr></thead>\n<tbody>\n{lines}\n</tbody></table>"


def _cells(tag: str, texts: Sequence[str]) -> str:
    first, *others = (escape(text).replace(" ", "&nbsp;") for text in texts)
    rest = "".join(f"<{tag}>{text}</{tag}>" for text in others)
    return f'<{tag} class="name">{first}</{tag}>{rest}'


def _share(value: float) -> str:
    return UNDEFINED if math.isnan(value) else f"{value:.3f}"


def _hectares(value: float) -> str:
    digits = 0 if value >= WHOLE else 1
    return UNDEFINED if math.isnan(value) else f"{value:,.{digits}f}"


def _limits(one: Estimate) -> str:
    return f"{_hectares(one.low)} – {_hectares(one.high)}" if one.is_bounded else UNDEFINED


def _with_limits(one: Estimate) -> str:
    if math.isnan(one.value):
        return UNDEFINED
    limits = f" ({one.low:.2f}–{one.high:.2f})" if one.is_bounded else ""
    return f"{one.value:.2f}{limits}"
