"""Measure bundled models beside their peers: ``python -m training.evaluate``.

On places held out of training, in one run: every model under models/, ukis-csmask's four
variants, and a brightness threshold tuned on the training split. Writes what was measured to
each model's card, a summary to models/README.md and all tables to models/accuracy.md.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cloudmask_plugin.engine.bands import ROLES, VISIBLE
from cloudmask_plugin.engine.classes import (
    CLOUD_CODES,
    CLOUD_SHADOW,
    NODATA,
    THICK_CLOUD,
    THIN_CLOUD,
)
from cloudmask_plugin.engine.refine import RefineOptions, decide

from . import peers
from .bundled import FOLDER, BundledModel, bundled_models, cloud_probability
from .cases import (
    BAND_SETS,
    GROUPS,
    HAND_LABELLED,
    LAID,
    SEN2COR,
    SIMULATED,
    SURFACES,
    Case,
    Cube,
    Labels,
    Pitfall,
    Presence,
    limited,
    pitfalls,
    real_cases,
    simulated_cases,
)
from .datasets import Patch, data_folder, read_patches
from .plots import draw_confusions
from .robustness import (
    Changed,
    changed_by_dropping,
    changed_by_gain,
    changed_by_origin,
    changed_by_window,
    origins,
    pixel_influence,
)
from .scores import (
    QUESTIONS,
    confusion,
    count,
    expected_calibration_error,
    mean_intersection_over_union,
    median_balanced_accuracy,
    thin_recall,
    total,
)
from .simulation import simulate_scene
from .tables import ANY, FOUR, SIX, all_tables, bar_rows, summary

COMMAND = "python -m training.evaluate"
BEGIN, END = "<!-- written by training.evaluate: begin -->", "<!-- end -->"
TOLERANCE = 2  # pixels from the reference's outline within which errors are not counted
CUTS = 2  # origins tried for each scene
GAINS = (0.9, 1.1)

Row = dict[str, Any]
Stored = NDArray[np.uint8]  # (4, rows, cols) probabilities as the engine stores them


@dataclass(frozen=True, eq=False)
class Answer:
    """What was said of a case: codes and, by our models, probabilities of cloud."""

    labels: Labels
    cloud: NDArray[np.float32] | None = None


@dataclass(frozen=True)
class Contender:
    """A model with a set of bands; ``answer`` is None where these do not suffice."""

    model: str
    bands: str
    answer: Callable[[Cube, Presence], Answer | None]
    finds_shadow: bool = True
    finds_thin: bool = True


def own_contenders(model: BundledModel) -> list[Contender]:
    """One of our models with each set of bands."""
    known: dict[tuple[int, bytes], Answer] = {}  # for a patch of RGB, "RGB" and "all" are one

    def answer(reflectance: Cube, presence: Presence, band_set: str) -> Answer | None:
        shown = limited(presence, band_set)
        if shown is None:
            return None
        key = id(reflectance), shown.tobytes()
        if key not in known:
            stored = model.probabilities(reflectance, shown)
            known[key] = Answer(decide(stored, RefineOptions()), cloud_probability(stored))
        return known[key]

    return [
        Contender(model.name, band_set, partial(answer, band_set=band_set))
        for band_set in BAND_SETS
    ]


def peer_contenders(threshold: float, threads: int = 2) -> list[Contender]:
    """The brightness threshold and ukis-csmask's variants."""

    def ukis(reflectance: Cube, presence: Presence, bands: int, level: str) -> Answer | None:
        labels = peers.kept_ukis_labels(reflectance, presence, bands, level, threads)
        return None if labels is None else Answer(labels)

    return [
        Contender(
            f"brightness > {threshold:.2f}",
            "RGB",
            lambda image, there: Answer(peers.bright_labels(image, threshold)),
            finds_shadow=False,
            finds_thin=False,
        ),
        *(
            Contender(
                peers.ukis_name(bands, level),
                {4: "RGB+NIR", 6: "6"}[bands],
                partial(ukis, bands=bands, level=level),
                finds_thin=False,
            )
            for bands, level in peers.UKIS_VARIANTS
        ),
    ]


# Accuracy ----------------------------------------------------------------------------------


def pools(cases: Sequence[Case]) -> dict[str, list[Case]]:
    """Cases that are scored together, by title: pooled, by group, by surface."""
    by_hand = [case for case in cases if case.group in HAND_LABELLED]
    found = {
        ANY: by_hand,
        FOUR: [case for case in by_hand if case.bands >= 4],
        SIX: [case for case in by_hand if case.bands >= 6],
    }
    for group in (*GROUPS.values(), LAID, SIMULATED):
        found[group] = [case for case in cases if case.group == group]
    for surface in SURFACES:
        found[f"Over {surface}"] = [case for case in by_hand if case.surface == surface]
    return {title: chosen for title, chosen in found.items() if chosen}


def accuracy_rows(
    chosen: Sequence[Case], contender: Contender, answers: Mapping[str, Answer]
) -> list[Row]:
    """Rows of one pool and one contender, a row a question; empty if a case lacks an answer.

    :param answers: by name of the case.
    """
    rows = []
    for question in QUESTIONS:
        asked = [case for case in chosen if question in case.questions]
        if not asked or not all(case.name in answers for case in asked):
            continue
        if question != "cloud" and not contender.finds_shadow:
            continue
        pairs = [(answers[case.name].labels, case.reference) for case in asked]
        each = [count(labels, reference, question) for labels, reference in pairs]
        near = total([count(*pair, question, TOLERANCE) for pair in pairs])
        both = total(each)
        figures = {
            "PA": both.producer_accuracy,
            "UA": both.user_accuracy,
            "BOA": both.balanced_accuracy,
            "F1": both.f1,
            "IoU": both.intersection_over_union,
            "OA": both.overall_accuracy,
            "median BOA": median_balanced_accuracy(each),
            "false": both.false_share,
            "BOA 2 px": near.balanced_accuracy,
            "IoU 2 px": near.intersection_over_union,
        }
        rows.append({"question": question, "patches": len(asked), **_rounded(figures)})
    return rows


def class_row(
    chosen: Sequence[Case], contender: Contender, answers: Mapping[str, Answer]
) -> Row | None:
    """Four-class mIoU, recall of thin cloud and calibration error of one pool, where known."""
    known = [case for case in chosen if case.name in answers]
    if not known or len(known) < len(chosen) or not contender.finds_thin:
        return None
    recall = thin_recall(_confusion((case for case in known if case.thin_labelled), answers))
    four = _confusion((case for case in known if case.all_classes), answers)
    figures = {
        "mIoU": mean_intersection_over_union(four),
        "thin as cloud": recall[0],
        "thin as thin": recall[1],
        "ECE": _calibration_error(known, answers),
    }
    return _rounded(figures)


def _confusion(cases: Iterable[Case], answers: Mapping[str, Answer]) -> NDArray[np.int64]:
    """Confusion table (4, 4) of cases together."""
    tables = [confusion(answers[case.name].labels, case.reference) for case in cases]
    return np.sum(tables, axis=0) if tables else np.zeros((4, 4), np.int64)


def confusions(
    cases: Sequence[Case], contender: Contender, answers: Mapping[str, Answer]
) -> dict[str, NDArray[np.int64]]:
    """Confusion tables by title, of the cases whose reference tells all four classes."""
    found = {}
    for kind, by_hand in (("by hand", True), ("simulated", False)):
        asked = [c for c in cases if c.all_classes and (c.group in HAND_LABELLED) == by_hand]
        asked = [case for case in asked if case.name in answers and case.group != SEN2COR]
        if asked:
            found[f"{kind}, {contender.bands} bands"] = _confusion(asked, answers)
    return found


def _calibration_error(cases: Iterable[Case], answers: Mapping[str, Answer]) -> float:
    probabilities, truths = [], []
    for case in cases:
        cloud = answers[case.name].cloud
        if cloud is not None:
            known = case.reference != NODATA
            probabilities.append(cloud[known])
            truths.append(np.isin(case.reference[known], CLOUD_CODES))
    if not truths:
        return float("nan")
    return expected_calibration_error(np.concatenate(probabilities), np.concatenate(truths))


def measure_accuracy(cases: Sequence[Case], contender: Contender) -> dict[str, list[Row]]:
    """Tables ``rows`` (by pool and question) and ``classes`` (by pool) of one contender."""
    answers = {}
    for case in cases:
        answer = contender.answer(case.reflectance, case.presence)
        if answer is not None:
            answers[case.name] = answer
    tables: dict[str, list[Row]] = {"rows": [], "classes": []}
    if contender.finds_thin and contender.bands in ("RGB", "all"):
        tables["confusions"] = [confusions(cases, contender, answers)]
    head = {"model": contender.model, "bands": contender.bands}
    for title, chosen in pools(cases).items():
        if contender.bands == "all" and all(case.bands == len(VISIBLE) for case in chosen):
            continue  # the same as RGB
        # A group is scored where it has the bands, a pool only where every patch has them.
        if title not in (ANY, FOUR, SIX):
            chosen = [case for case in chosen if case.name in answers]
        for row in accuracy_rows(chosen, contender, answers):
            tables["rows"].append({"pool": title, **head, **row})
        classes = class_row(chosen, contender, answers)
        if classes is not None:
            tables["classes"].append({"pool": title, **head, **classes})
    return tables


def measure_pitfalls(cases: Sequence[Pitfall], contender: Contender) -> list[Row]:
    """Share of the pixels of each kind of pitfall that are called what they are not."""
    called: dict[str, list[tuple[int, int]]] = {}
    for case in cases:
        if contender.bands == "all" and case.presence.sum() == len(VISIBLE):
            continue  # the same as RGB
        if not contender.finds_shadow and CLOUD_SHADOW in case.wrong:
            continue
        if not contender.finds_thin and THIN_CLOUD in case.wrong and THICK_CLOUD not in case.wrong:
            continue
        answer = contender.answer(case.reflectance, case.presence)
        if answer is not None and case.where.any():
            wrong = np.isin(answer.labels[case.where], case.wrong)
            called.setdefault(case.kind, []).append((int(wrong.sum()), wrong.size))
    rows = []
    for kind, found in called.items():
        false, pixels = np.sum(found, axis=0)
        rows.append({
            "kind": kind, "model": contender.model, "bands": contender.bands,
            "patches": len(found), "pixels": int(pixels), "false": round(float(false / pixels), 4),
        })  # fmt: skip
    return rows


# Robustness --------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Scene:
    """Imagery without a reference, for comparing labels with labels."""

    name: str
    reflectance: Cube
    presence: Presence


def robustness_scenes(patches: Iterable[Patch]) -> list[Scene]:
    """Held-out real imagery of all kinds, and simulated scenes."""
    scenes = [
        Scene(p.name, p.reflectance.astype(np.float32), p.presence) for p in patches if p.validation
    ]
    for seed, resolution in ((11, 10.0), (12, 20.0), (13, 60.0)):
        image = simulate_scene(512, 512, seed=seed, resolution=resolution).reflectance
        scenes.append(Scene(f"simulated, {resolution:.0f} m", image, np.ones(len(ROLES), bool)))
    return scenes


def measure_robustness(model: BundledModel, scenes: Sequence[Scene]) -> dict[str, Any]:
    """Shares of labels changed by cuts, gain, a band less; windows; influence of a pixel."""
    label = model.labels
    result: dict[str, Any] = {"reach_px": 64, "scenes": len(scenes)}
    cut = {(bands, way): Changed() for bands in ("RGB", "all") for way in (False, True)}
    gain = {(bands, by): Changed() for bands in ("RGB", "all") for by in GAINS}
    optional = [ROLES.index(role) for role in ROLES if role not in model.card.required]
    dropped = {"real": [Changed()] * len(optional), "simulated": [Changed()] * len(optional)}
    for number, scene in enumerate(scenes):
        for bands in ("RGB", "all"):
            shown = limited(scene.presence, bands)
            if shown is None or (bands == "all" and scene.presence.sum() == 3):
                continue
            for by in GAINS:
                gain[bands, by] += changed_by_gain(label, scene.reflectance, shown, by)
            for way in (False, True):
                cuts = origins(CUTS, seed=number)
                cut[bands, way] += changed_by_origin(label, scene.reflectance, shown, cuts, way)
        if scene.presence.all():
            kind = "simulated" if scene.name.startswith("simulated") else "real"
            found = changed_by_dropping(label, scene.reflectance, scene.presence, optional)
            dropped[kind] = [one + other for one, other in zip(dropped[kind], found)]
    for (bands, way), changed in cut.items():
        key = f"origin_{'anchored' if way else 'unanchored'}_{_key(bands)}"
        result[key] = round(changed.share, 6)
    for (bands, by), changed in gain.items():
        result[f"gain_{by:g}_{_key(bands)}"] = round(changed.share, 5)
    for kind, found in dropped.items():
        names = [ROLES[index] for index in optional]
        result[f"one_band_less_{kind}"] = {
            name: round(changed.share, 5) for name, changed in zip(names, found)
        }
    result["windows"] = measure_windows(model, scenes)
    return result


def measure_windows(model: BundledModel, scenes: Sequence[Scene]) -> dict[str, Any]:
    """Labels of windows of 256 px against the whole's, and influence of one filled pixel."""
    by_scene = {}
    for scene in scenes:
        if min(scene.reflectance.shape[1:]) < 512 or scene.presence.sum() < 7:
            continue
        rgb = limited(scene.presence, "RGB")
        assert rgb is not None
        image, presence = scene.reflectance, scene.presence
        by_scene[scene.name] = {
            "all_bands": round(changed_by_window(model.labels, image, presence).share, 6),
            "rgb": round(changed_by_window(model.labels, image, rgb).share, 6),
            "labels_changed_by_one_pixel": pixel_influence(model.labels, image, presence),
        }
    worst = max(max(one["all_bands"], one["rgb"]) for one in by_scene.values())
    return {"window_px": 256, "worst_share": worst, "scenes": by_scene}


def _key(bands: str) -> str:
    return {"RGB": "rgb", "all": "all_bands"}[bands]


def _rounded(figures: Mapping[str, float]) -> Row:
    return {key: None if value != value else round(value, 4) for key, value in figures.items()}


# Output ------------------------------------------------------------------------------------


def with_table(page: str, text: str) -> str:
    """The page with ``text`` between the marks."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n\n{text}\n{END}{rest.partition(END)[2]}"


def write_results(results: Mapping[str, Mapping[str, Any]], models: Path) -> None:
    """Write cards, README.md and accuracy.md under ``models``; results are by model or peer."""
    cards = {}
    for path in sorted(models.glob("*/card.json")):
        card = json.loads(path.read_text(encoding="utf-8"))
        if path.parent.name in results:
            found = results[path.parent.name]
            if found["sha256"] != card["sha256"]:
                raise SystemExit(f"{path.parent} was replaced meanwhile: measure again")
            rows = [row for row in found["rows"] if not row["pool"].startswith("Over ")]
            bars = bar_rows(path.parent.name, results, card)
            drawn = {title: t for tables in found["confusions"] for title, t in tables.items()}
            draw_confusions(drawn, path.with_name("confusion.png"))
            kept = {key: value for key, value in found.items() if key != "confusions"}
            card["accuracy"] = {"command": COMMAND, "bars": bars, **kept, "rows": rows}
            content = json.dumps(card, indent=2, ensure_ascii=False) + "\n"
            path.write_text(content, encoding="utf-8")
            cards[path.parent.name] = card
    readme = models / "README.md"
    page = with_table(readme.read_text(encoding="utf-8"), summary(results, cards))
    readme.write_text(page, encoding="utf-8")
    (models / "accuracy.md").write_text(all_tables(results, cards), encoding="utf-8")


def main() -> None:
    """Read the options, measure, and write cards, README.md and accuracy.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", help="folder of the shared data")
    parser.add_argument("--threads", type=int, default=2, help="of inference (default: 2)")
    parser.add_argument("--print-only", action="store_true", help="write no file")
    options = parser.parse_args()
    folder = data_folder(options.data)
    patches = list(read_patches(folder))
    cases = real_cases(patches) + simulated_cases(patches)
    tempting = pitfalls(patches, list(read_patches(folder, left_out=True)))
    scenes = robustness_scenes(patches)
    threshold = peers.tune_threshold(patches)
    results: dict[str, dict[str, Any]] = {}

    def add(contender: Contender) -> None:
        print(f"{contender.model}, {contender.bands}", flush=True)
        found = results.setdefault(contender.model, {"rows": [], "classes": [], "pitfalls": []})
        for key, rows in measure_accuracy(cases, contender).items():
            found.setdefault(key, []).extend(rows)
        found["pitfalls"] += measure_pitfalls(tempting, contender)

    for model in bundled_models(options.threads):
        for contender in own_contenders(model):
            add(contender)
        print(f"{model.name}, robustness", flush=True)
        results[model.name]["sha256"] = model.card.sha256
        results[model.name]["robustness"] = measure_robustness(model, scenes)
    for contender in peer_contenders(threshold, options.threads):
        add(contender)
    if options.print_only:
        print(json.dumps(results, indent=1))
    else:
        write_results(results, FOLDER)
        print(summary(results, _cards()))


def _cards() -> dict[str, dict[str, Any]]:
    paths = sorted(FOLDER.glob("*/card.json"))
    return {path.parent.name: json.loads(path.read_text(encoding="utf-8")) for path in paths}


if __name__ == "__main__":
    main()
