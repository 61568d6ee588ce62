"""What keeps the bundled models from their bars: ``python -m training.limits``.

Takes their errors apart on hand-labelled places: what the same model reaches on the places that it
was trained on, how much lies at outlines and how much in single scenes; and where the labels lie
that change with light, origin or bands. Writes models/limits.md.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from cloudmask_plugin.engine.classes import CLOUD_CODES, NODATA

from .bundled import FOLDER, BundledModel, bundled_models, cloud_probability
from .cases import CATALOGUE, LANDSAT_7, LANDSAT_8, TEN_METRES, Case, Labels, labelled, limited
from .datasets import Patch, data_folder, read_patches
from .evaluate import GAINS, Scene, pools, robustness_scenes
from .robustness import Changed, compare, origins
from .scores import Counts, count, expected_calibration_error, near_outline, total
from .tables import ANY, FOUR, markdown_table

# Group of places, question, set of bands: those that the bars are about.
ASKED = (
    (CATALOGUE, "cloud", "RGB"),
    (TEN_METRES, "cloud", "RGB"),
    (TEN_METRES, "cloud", "all"),
    (LANDSAT_8, "cloud", "all"),
    (LANDSAT_7, "cloud", "all"),
    (LANDSAT_8, "shadow", "RGB"),
    (LANDSAT_8, "shadow", "all"),
    (LANDSAT_7, "shadow", "all"),
)
TOLERANCES = (0, 2, 5)  # pixels from the reference's outline
NEAR = 2  # pixels from an outline of the mask
INTRODUCTION = """# What keeps the models from their bars

Written by `python -m training.limits`; how it is to be read, and what would move the figures, is in
[docs/training.md](../docs/training.md#what-limits-the-accuracy-now).

**Where the errors are.** BOA on held-out places and, of the same kind of labels, on the places
that the model was trained on: where those are far better, more places would help; where they are no
better, the labels or the network limit. Then BOA on held-out places if errors within 2 and 5 pixels
of an outline in the reference are not counted; and without the scene that costs most, with its
share of all errors.
"""
HONESTY = """**Probabilities of cloud** on hand-labelled places: calibration error, and how much of
it is that labels call more cloud than the probabilities say on the average.
"""
CHANGES = """**Where labels change** that should not: shares of all pixels of held-out and
simulated scenes, and of those that change the share within 2 pixels of an outline of the mask,
where half a pixel decides.
"""


@dataclass(frozen=True)
class Errors:
    """Errors of one model in answering one question: counts of each scene, by tolerance.

    ``trained`` are those on places that it was trained on, without tolerance.
    """

    held_out: dict[int, list[Counts]]
    names: list[str]
    trained: list[Counts]

    def balanced_accuracy(self, tolerance: int = 0) -> float:
        """BOA over the pixels of all held-out scenes."""
        return total(self.held_out[tolerance]).balanced_accuracy

    def worst(self) -> tuple[str, float, float]:
        """The scene without which BOA is best: its name, its share of all errors, that BOA."""
        each = self.held_out[0]
        without = [total([*each[:i], *each[i + 1 :]]).balanced_accuracy for i in range(len(each))]
        index = int(np.nanargmax(without))
        wrong = [one.false_positive + one.false_negative for one in each]
        return self.names[index], wrong[index] / max(sum(wrong), 1), without[index]


def errors(
    model: BundledModel, cases: Sequence[Case], trained: Sequence[Case], question: str, bands: str
) -> Errors:
    """Errors on held-out cases and on those trained on, of one group."""
    asked = [case for case in cases if question in case.questions]
    held_out: dict[int, list[Counts]] = {tolerance: [] for tolerance in TOLERANCES}
    for case in asked:
        labels = _labels(model, case, bands)
        for tolerance in TOLERANCES:
            held_out[tolerance].append(count(labels, case.reference, question, tolerance))
    known = [case for case in trained if question in case.questions]
    return Errors(
        held_out,
        [case.name.partition("__")[2] for case in asked],
        [count(_labels(model, case, bands), case.reference, question) for case in known],
    )


def error_rows(model: BundledModel, patches: Sequence[Patch]) -> list[list[str]]:
    """The table's rows of one model."""
    held_out, trained = labelled(patches, held_out=True), labelled(patches, held_out=False)
    rows = []
    for group, question, bands in ASKED:
        found = errors(
            model,
            [case for case in held_out if case.group == group],
            [case for case in trained if case.group == group],
            question,
            bands,
        )
        known = total(found.trained).balanced_accuracy if found.trained else float("nan")
        row = [model.name, group, question, bands, _figure(found.balanced_accuracy())]
        row += [f"{_figure(known)} ({len(found.trained)})"] if found.trained else ["–"]
        row += [_figure(found.balanced_accuracy(tolerance)) for tolerance in TOLERANCES[1:]]
        if len(found.names) > 1:
            name, share, without = found.worst()
            row += [_figure(without), f"{share:.0%}: {name}"]
        else:
            row += ["–", "–"]
        rows.append(row)
    return rows


def honesty_rows(model: BundledModel, cases: Sequence[Case]) -> list[list[str]]:
    """The table's rows of one model."""
    rows = []
    for title, bands in ((ANY, "RGB"), (FOUR, "all")):
        believed, truth = [], []
        for case in pools(cases)[title]:
            shown = limited(case.presence, bands)
            assert shown is not None
            known = case.reference != NODATA
            stored = model.probabilities(case.reflectance, shown)
            believed.append(cloud_probability(stored)[known])
            truth.append(np.isin(case.reference[known], CLOUD_CODES))
        mean, labelled_share = np.concatenate(believed).mean(), np.concatenate(truth).mean()
        error = expected_calibration_error(np.concatenate(believed), np.concatenate(truth))
        rows.append([
            model.name, title.partition(": ")[2], bands, f"{error:.3f}", f"{mean:.3f}",
            f"{labelled_share:.3f}", f"{labelled_share - mean:.3f}",
        ])  # fmt: skip
    return rows


def moved(one: Labels, other: Labels) -> tuple[Changed, Changed]:
    """Labels (rows, cols) that differ from others: all, and those near an outline of ``one``."""
    outline, everywhere = np.zeros(one.shape, bool), np.ones(one.shape, bool)
    for code in np.unique(one):
        outline |= near_outline(one == code, everywhere, NEAR)
    return compare(one, other), Changed(int(((one != other) & outline).sum()), one.size)


def change_rows(model: BundledModel, scenes: Sequence[Scene]) -> list[list[str]]:
    """The table's rows of one model: light, origin."""
    kinds = list(product(("gain", "origin"), ("RGB", "all")))
    changed, near = ({kind: Changed() for kind in kinds} for _ in range(2))

    def add(kind: tuple[str, str], before: Labels, after: Labels) -> None:
        everywhere, at_outlines = moved(before, after)
        changed[kind] += everywhere
        near[kind] += at_outlines

    for number, scene in enumerate(scenes):
        for bands in ("RGB", "all"):
            shown = limited(scene.presence, bands)
            if shown is None or (bands == "all" and scene.presence.sum() == 3):
                continue
            image = scene.reflectance
            whole = model.labels(image, shown)
            for gain in GAINS:
                other = model.labels(image * np.float32(gain), shown)
                add(("gain", bands), whole, other)
            ((col, row),) = origins(1, seed=number)
            cut = model.labels(image[:, row:, col:], shown)
            add(("origin", bands), whole[row:, col:], cut)
    titles = {"gain": "light, ±10 %", "origin": "origin, raster without a position"}
    return [
        [model.name, titles[what], bands, f"{changed[what, bands].share:.2%}",
         f"{near[what, bands].changed / max(changed[what, bands].changed, 1):.0%}",
         f"{changed[what, bands].share - near[what, bands].share:.2%}"]
        for what, bands in kinds
    ]  # fmt: skip


def _labels(model: BundledModel, case: Case, bands: str) -> Labels:
    shown = limited(case.presence, bands)
    assert shown is not None
    return model.labels(case.reflectance, shown)


def _figure(value: float) -> str:
    return "–" if np.isnan(value) else f"{value:.3f}"


def main() -> None:
    """Read the options, measure, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", help="folder of the shared data")
    parser.add_argument("--threads", type=int, default=2, help="of inference (default: 2)")
    options = parser.parse_args()
    patches = list(read_patches(data_folder(options.data)))
    models = bundled_models(options.threads)
    scenes = robustness_scenes(patches)
    head = ["model", "places", "question", "bands", "BOA held out", "trained on (patches)"]
    head += ["held out, 2 px", "5 px", "without the worst scene", "its share of errors"]
    wrong = markdown_table(head, [row for model in models for row in error_rows(model, patches)])
    head = ["model", "places", "bands", "error", "mean probability", "labelled cloud", "difference"]
    cases = labelled(patches, held_out=True)
    honest = markdown_table(head, [row for model in models for row in honesty_rows(model, cases)])
    head = ["model", "what changes", "bands", "labels", "of them near outlines", "elsewhere"]
    changed = markdown_table(head, [row for model in models for row in change_rows(model, scenes)])
    page = "\n".join([INTRODUCTION, wrong, "", HONESTY, honest, "", CHANGES, changed, ""])
    (FOLDER / "limits.md").write_text(page, encoding="utf-8")
    print(page)


if __name__ == "__main__":
    main()
