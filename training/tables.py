"""Tables of what ``training.evaluate`` measured, in Markdown: a summary, and everything.

Results are by model or peer; each holds ``rows`` (scores by pool and question), ``classes``
and ``pitfalls``, our own models also ``robustness``. Nothing is computed here but differences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from .cases import (
    BRIGHT_CLOUD,
    CATALOGUE,
    CATALOGUE_SNOW,
    LAKES,
    LANDSAT_8,
    PITFALLS,
    PLATEAU_SNOW,
    SIMULATED_SNOW,
    SUNLIT_GROUND,
    SURFACES,
    TEN_METRES,
)
from .peers import UKIS

Row = Mapping[str, Any]
Results = Mapping[str, Mapping[str, Any]]
Cards = Mapping[str, Mapping[str, Any]]
Measure = Callable[["Measured"], "float | None"]

SCORES = ("PA", "UA", "BOA", "F1", "IoU", "OA", "median BOA", "BOA 2 px", "IoU 2 px")
POOLED = "All hand-labelled places"
ANY, FOUR, SIX = (f"{POOLED}: places with {n} and more" for n in ("RGB", "4 bands", "6 bands"))
INTRODUCTION = """# Accuracy of the bundled models

All tables of `python -m training.evaluate`, written by it; what they mean, and the summary,
are in [README.md](README.md#accuracy). Pictures of every place: [docs/validation.md](\
../docs/validation.md).

Each table scores all its models on the same patches. "all" bands are those that a patch
holds: 3 in the catalogue, 4 at 10 m, 7 of Landsat 8, 6 of Landsat 7, 8 at 60 m, 12 or 13 in
simulations. "2 px": errors within two pixels of an outline in the reference are not counted.
"""


@dataclass(frozen=True)
class Measured:
    """What was measured of one of our models, beside all others."""

    model: str
    results: Results
    card: Row

    def score(self, pool: str, question: str, bands: str, key: str = "BOA") -> float | None:
        """A figure of one row of this model."""
        for row in self.results[self.model]["rows"]:
            if (row["pool"], row["question"], row["bands"]) == (pool, question, bands):
                return _number(row[key])
        return None

    def lead(self, pool: str, question: str, bands: str) -> float | None:
        """BOA of this model less that of ukis-csmask's best variant on the same patches."""
        own = self.score(pool, question, bands)
        theirs = [
            row["BOA"]
            for name, tables in self.results.items()
            for row in tables["rows"]
            if name.startswith(UKIS) and (row["pool"], row["question"]) == (pool, question)
        ]
        return None if own is None or not theirs else own - max(theirs)

    def of_classes(self, pool: str, bands: str, key: str) -> float | None:
        """A figure of the table of classes."""
        for row in self.results[self.model]["classes"]:
            if (row["pool"], row["bands"]) == (pool, bands):
                return _number(row[key])
        return None

    def pitfall(self, kind: str, bands: str) -> float | None:
        """Share of pixels of a kind that are called what they are not."""
        for row in self.results[self.model]["pitfalls"]:
            if (row["kind"], row["bands"]) == (kind, bands):
                return _number(row["false"])
        return None

    def robust(self, *keys: str) -> float | None:
        """The largest of some shares of changed labels."""
        steady = self.results[self.model].get("robustness", {})
        return max((steady[key] for key in keys if key in steady), default=None)

    def one_band_less(self, kind: str, summarise: Callable[[Iterable[float]], float]) -> float:
        """Labels changed by dropping an optional band, summarised over the bands."""
        shares = self.results[self.model]["robustness"][f"one_band_less_{kind}"]
        return summarise(shares.values())

    def pace(self) -> float | None:
        """How many times as fast as ukis-csmask's quickest variant, measured beside it."""
        speed = self.card.get("speed", {})
        beside = [v for name, v in speed.get("beside", {}).items() if name.startswith(UKIS)]
        return speed["mpx_per_s"] / max(beside) if beside else None


@dataclass(frozen=True)
class Bar:
    """What a model should reach; shares where ``percent``; ``least``: the more the better."""

    what: str
    limit: float
    stretch: float | None
    measure: Measure
    least: bool = True
    percent: bool = False
    unit: str = ""

    def cell(self, value: float | None) -> str:
        """The measured value and whether it is enough."""
        if value is None:
            return "–"
        enough = self.reached(value, self.limit)
        more = self.stretch is not None and self.reached(value, self.stretch)
        word = "**met, and the goal**" if more else "met" if enough else "not met"
        return f"{self.text(value)} – {word}"

    def reached(self, value: float, limit: float) -> bool:
        """Whether the value is as good as a limit."""
        return value >= limit if self.least else value <= limit

    def text(self, value: float | None) -> str:
        """The value with its unit."""
        if value is None:
            return "–"
        if self.percent:
            return f"{100 * value:.3g} %"
        return f"{value:.1f}{self.unit}" if self.unit else f"{value:.3f}"

    def wanted(self, value: float | None) -> str:
        """A limit with its sense."""
        return "–" if value is None else f"{'≥' if self.least else '≤'} {self.text(value)}"


def _origin(way: str) -> Measure:
    return lambda m: m.robust(f"origin_{way}_rgb", f"origin_{way}_all_bands")


BARS = (
    Bar("cloud BOA, 4 bands and more, all hand-labelled places", 0.93, 0.95,
        lambda m: m.score(FOUR, "cloud", "all")),
    Bar("… ahead of ukis-csmask's best variant on these patches", 0.02, 0.04,
        lambda m: m.lead(FOUR, "cloud", "all")),
    Bar("cloud BOA, 6 bands and more, hand-labelled (Landsat 7 and 8)", 0.93, 0.95,
        lambda m: m.score(SIX, "cloud", "all")),
    Bar("… ahead of ukis-csmask's best variant on the same patches", 0.02, 0.04,
        lambda m: m.lead(SIX, "cloud", "all")),
    Bar("cloud BOA, RGB, world-wide scenes at 45 m", 0.86, 0.90,
        lambda m: m.score(CATALOGUE, "cloud", "RGB")),
    Bar("cloud BOA, RGB, scenes at 10 m (generous outlines)", 0.90, 0.94,
        lambda m: m.score(TEN_METRES, "cloud", "RGB")),
    Bar("… errors within 2 px of an outline not counted", 0.90, 0.94,
        lambda m: m.score(TEN_METRES, "cloud", "RGB", "BOA 2 px")),
    Bar("shadow BOA, 4 bands and more, hand-labelled (Landsat 7 and 8)", 0.94, 0.96,
        lambda m: m.score(FOUR, "shadow", "all")),
    Bar("shadow BOA, RGB, the same places", 0.80, 0.88,
        lambda m: m.score(FOUR, "shadow", "RGB")),
    Bar("clear snow called cloud, 6 bands and more, simulated snow", 0.05, 0.02,
        lambda m: m.pitfall(SIMULATED_SNOW, "all"), least=False, percent=True),
    Bar("clear snow called cloud, 7 bands, a polar plateau", 0.05, 0.02,
        lambda m: m.pitfall(PLATEAU_SNOW, "all"), least=False, percent=True),
    Bar("clear snow and ice called cloud, RGB, catalogue", 0.20, 0.10,
        lambda m: m.pitfall(CATALOGUE_SNOW, "RGB"), least=False, percent=True),
    Bar("lakes and rivers among clouds called shadow, all bands, simulated", 0.05, 0.01,
        lambda m: m.pitfall(LAKES, "all"), least=False, percent=True),
    Bar("sunlit ground among clouds called shadow, RGB, catalogue", 0.05, 0.01,
        lambda m: m.pitfall(SUNLIT_GROUND, "RGB"), least=False, percent=True),
    Bar("bright cloud over dark ground called thin or none, RGB", 0.05, 0.02,
        lambda m: m.pitfall(BRIGHT_CLOUD, "RGB"), least=False, percent=True),
    Bar("thin cloud found as cloud, Landsat 8, all bands", 0.60, 0.75,
        lambda m: m.of_classes(LANDSAT_8, "all", "thin as cloud")),
    Bar("thin cloud called thin, Landsat 8, all bands", 0.60, 0.75,
        lambda m: m.of_classes(LANDSAT_8, "all", "thin as thin")),
    Bar("expected calibration error, 4 bands and more", 0.05, 0.02,
        lambda m: m.of_classes(FOUR, "all", "ECE"), least=False),
    Bar("expected calibration error, RGB", 0.05, 0.02,
        lambda m: m.of_classes(ANY, "RGB", "ECE"), least=False),
    Bar("labels changed by another origin of the raster, georeferenced", 0.005, None,
        _origin("anchored"), least=False, percent=True),
    Bar("labels changed by another origin, raster without a position", 0.005, None,
        _origin("unanchored"), least=False, percent=True),
    Bar("labels changed by ±10 % gain, all bands", 0.01, None,
        lambda m: m.robust("gain_0.9_all_bands", "gain_1.1_all_bands"),
        least=False, percent=True),
    Bar("labels changed by ±10 % gain, RGB", 0.01, None,
        lambda m: m.robust("gain_0.9_rgb", "gain_1.1_rgb"), least=False, percent=True),
    Bar("labels changed by one band of 13 less, mean of bands, real scenes", 0.01, None,
        lambda m: m.one_band_less("real", fmean), least=False, percent=True),
    Bar("… the worst band", 0.01, None,
        lambda m: m.one_band_less("real", max), least=False, percent=True),
    Bar("… mean of bands, simulated scenes", 0.01, None,
        lambda m: m.one_band_less("simulated", fmean), least=False, percent=True),
    Bar("… the worst band, simulated scenes", 0.01, None,
        lambda m: m.one_band_less("simulated", max), least=False, percent=True),
    Bar("speed, times ukis-csmask's (quick models)", 5, 10,
        lambda m: m.pace() if m.card.get("speed", {}).get("class") == "fast" else None,
        unit=" ×"),
)  # fmt: skip


def summary(results: Results, cards: Cards) -> str:
    """The tables of models/README.md."""
    kept = {ANY: ("cloud",), FOUR: ("cloud", "shadow"), SIX: ("cloud", "shadow")}
    parts = [bars_table(results, cards)]
    for pool, questions in kept.items():
        parts += [score_table(results, pool, question) for question in questions]
    parts += [
        score_table(results, CATALOGUE, "cloud"),
        score_table(results, TEN_METRES, "cloud"),
        pitfall_table(results),
        surface_table(results, ("RGB", "all")),
        robustness_table(results),
        speed_table(cards),
        "All tables – each group of places, surfaces, four classes, calibration – are in "
        "[accuracy.md](accuracy.md), pictures of every place in "
        "[docs/validation.md](../docs/validation.md).",
    ]
    return "\n\n".join(part for part in parts if part)


def all_tables(results: Results, cards: Cards) -> str:
    """The whole of models/accuracy.md."""
    titles = dict.fromkeys(row["pool"] for tables in results.values() for row in tables["rows"])
    over = [f"Over {surface}" for surface in SURFACES]
    parts = [INTRODUCTION.strip(), "## Against the bars", bars_table(results, cards)]
    parts.append("## Groups of places")
    for title in titles:
        if title not in over:
            parts += [score_table(results, title, q) for q in ("cloud", "shadow", "invalid")]
    parts += ["## Surfaces", surface_table(results), "## Pitfalls", pitfall_table(results)]
    parts += ["## Thick, thin and shadow; calibration", class_table(results)]
    parts += ["## Robustness", robustness_table(results), dropping_table(results)]
    parts += [window_table(results), "## Speed", speed_table(cards)]
    return "\n\n".join(part for part in parts if part) + "\n"


def bars_table(results: Results, cards: Cards) -> str:
    """What a model should reach beside what was measured."""
    models = [Measured(name, results, card) for name, card in cards.items()]
    rows = [
        [bar.what, bar.wanted(bar.limit), bar.wanted(bar.stretch)]
        + [bar.cell(bar.measure(one)) for one in models]
        for bar in BARS
    ]
    head = ["what", "bar", "goal", *(one.model for one in models)]
    return "**Bars**: what a model should reach\n\n" + markdown_table(head, rows)


def bar_rows(model: str, results: Results, card: Row) -> list[dict[str, Any]]:
    """The same of one model as data: ``met`` is None where nothing was measured."""
    one = Measured(model, results, card)
    rows = []
    for bar in BARS:
        value = bar.measure(one)
        rows.append({
            "what": bar.what, "bar": bar.wanted(bar.limit), "goal": bar.wanted(bar.stretch),
            "measured": None if value is None else round(value, 5),
            "met": None if value is None else bar.reached(value, bar.limit),
        })  # fmt: skip
    return rows


def score_table(results: Results, pool: str, question: str) -> str:
    """All models of one pool and question; "" if nobody answers it."""
    chosen = _rows(results, "rows", pool=pool, question=question)
    if not chosen:
        return ""
    sizes = {row["patches"] for row in chosen}
    text = f"{min(sizes)} to {max(sizes)}" if len(sizes) > 1 else f"{max(sizes)}"
    text += " patch" if sizes == {1} else " patches"
    rows = [[row["model"], row["bands"], *(_cell(row[key]) for key in SCORES)] for row in chosen]
    return f"**{pool}: {question}** ({text})\n\n" + markdown_table(
        ["model", "bands", *SCORES], rows
    )


def surface_table(results: Results, bands: Sequence[str] | None = None) -> str:
    """Cloud over each surface; ``bands`` chooses our models' sets, None all of them."""
    rows = []
    for surface in SURFACES:
        for row in _rows(results, "rows", pool=f"Over {surface}", question="cloud"):
            own = "robustness" in results[row["model"]]
            if bands and own and row["bands"] not in bands:
                continue
            keys = ("PA", "UA", "BOA", "IoU", "false")
            head = [surface, row["model"], row["bands"], str(row["patches"])]
            rows.append(head + [_cell(row[key]) for key in keys])
    head = ["surface", "model", "bands", "patches", "PA", "UA", "BOA", "IoU", "false cloud"]
    title = "**Cloud by surface**, hand-labelled places; false cloud: share of all that is clear"
    return f"{title}\n\n" + markdown_table(head, rows)


def pitfall_table(results: Results) -> str:
    """Pixels known beyond doubt that are called something else, by kind."""
    rows = [
        [row["kind"], row["model"], row["bands"], f"{row['pixels']:,}", _percent(row["false"])]
        for kind in PITFALLS
        for row in _rows(results, "pitfalls", kind=kind)
    ]
    head = ["what", "model", "bands", "pixels", "share"]
    return "**Pitfalls**: what is called something else\n\n" + markdown_table(head, rows)


def class_table(results: Results) -> str:
    """Mean IoU of four classes, recall of thin cloud, calibration error."""
    keys = ("mIoU", "thin as cloud", "thin as thin", "ECE")
    rows = [
        [row["pool"], row["model"], row["bands"], *(_cell(row[key]) for key in keys)]
        for row in _rows(results, "classes")
        if not row["pool"].startswith("Over ")
    ]
    rows.sort(key=lambda row: row[0])
    text = (
        "mIoU is over clear, thick, thin and shadow, patches where all are labelled. Thin cloud "
        "is given as found at all (as cloud) and as told from thick (as thin). ECE: expected "
        "calibration error of the probability of cloud, 15 bins. ukis-csmask has no thin class.\n\n"
    )
    return text + markdown_table(["places", "model", "bands", *keys], rows)


def robustness_table(results: Results) -> str:
    """Shares of labels changed, a column a model."""
    named = {
        "origin moved by 1 to 31 px, georeferenced (tiles stay on the map's grid)":
            ("origin_anchored_rgb", "origin_anchored_all_bands"),
        "origin moved by 1 to 31 px, raster without a position":
            ("origin_unanchored_rgb", "origin_unanchored_all_bands"),
        "gain 0.9": ("gain_0.9_rgb", "gain_0.9_all_bands"),
        "gain 1.1": ("gain_1.1_rgb", "gain_1.1_all_bands"),
    }  # fmt: skip
    steady = {n: t["robustness"] for n, t in results.items() if "robustness" in t}
    rows = [
        [what, model, *(_percent(figures[key]) for key in keys)]
        for what, keys in named.items()
        for model, figures in steady.items()
    ]
    title = "**Labels changed by what should not change them**; origins: 64 px and more inside"
    return f"{title}\n\n" + markdown_table(["what", "model", "RGB", "all bands"], rows)


def dropping_table(results: Results) -> str:
    """Labels changed by one band less."""
    rows = []
    for model, tables in results.items():
        for kind in ("real", "simulated") if "robustness" in tables else ():
            shares = tables["robustness"][f"one_band_less_{kind}"]
            rows.append([model, kind, *(_percent(share) for share in shares.values())])
    if not rows:
        return ""
    names = next(
        list(tables["robustness"]["one_band_less_real"])
        for tables in results.values()
        if "robustness" in tables
    )
    title = (
        "**Labels changed by one band of 13 less**; red, green and blue are required and cannot "
        "be dropped. Real: held-out SEN12MS-CR, without labels"
    )
    return f"{title}\n\n" + markdown_table(["model", "scenes", *names], rows)


def window_table(results: Results) -> str:
    """Labels of windows against the whole's."""
    rows = [
        [name, model, _percent(one["rgb"]), _percent(one["all_bands"]),
         str(one["labels_changed_by_one_pixel"])]
        for model, tables in results.items() if "robustness" in tables
        for name, one in tables["robustness"]["windows"]["scenes"].items()
    ]  # fmt: skip
    head = ["scene", "model", "RGB", "all bands", "labels changed by one filled pixel"]
    title = "**Labels that differ between windows of 256 px and the whole**, 64 px inside"
    return f"{title}\n\n" + markdown_table(head, rows)


def speed_table(cards: Cards) -> str:
    """Speeds that ``benchmarks.model_speed`` wrote to the cards."""
    rows = []
    for name, card in cards.items():
        speed = card.get("speed", {})
        if "mpx_per_s" in speed:
            beside = ", ".join(f"{other} {v:.2f}" for other, v in speed["beside"].items())
            rows.append([name, f"{speed['mpx_per_s']:.2f}", beside, speed["machine"]])
    if not rows:
        return ""
    head = ["model", "Mpx/s", "in the same run, Mpx/s", "measured with"]
    return "**Speed** (`python -m benchmarks.model_speed --write`)\n\n" + markdown_table(head, rows)


def _rows(results: Results, table: str, **wanted: str) -> list[Row]:
    return [
        row
        for tables in results.values()
        for row in tables[table]
        if all(row[key] == value for key, value in wanted.items())
    ]


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown of cells as they are."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines)


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _cell(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.3g} %"
