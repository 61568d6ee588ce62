"""Compare trained networks before any is exported:
``python -m training.candidates small-broader fast``.

The same offsets for all, so that what differs is the networks: BOA of cloud and of shadow on
held-out places, and the pitfalls of cases.py. Prints a table in Markdown.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

import numpy as np
import torch

from cloudmask_plugin.engine.refine import RefineOptions, decide, quantise

from .cases import PLATEAU_SNOW, Case, Labels, Pitfall, limited, pitfalls, real_cases
from .datasets import data_folder, read_patches
from .networks import CloudNetwork, logits_of
from .recipes import RECIPES
from .scores import count, total
from .tables import markdown_table
from .train import BUILD, trained_network

OFFSETS = (0.5, 0.75)  # of cloud and of shadow
BANDS = ("RGB", "all")


def labels(
    network: CloudNetwork, case: Case | Pitfall, bands: str, offsets: tuple[float, float]
) -> Labels | None:
    """Codes (rows, cols) of a case with a set of bands; None where it lacks them."""
    shown = limited(case.presence, bands)
    if shown is None or (bands == "all" and case.presence.sum() == 3):
        return None
    cloud, shadow = offsets
    logits = logits_of(
        network, case.reflectance * shown[:, None, None], torch.from_numpy(shown)
    ) + torch.tensor([0.0, cloud, cloud, shadow]).view(4, 1, 1)
    return decide(quantise(torch.softmax(logits, 0).numpy()), RefineOptions())


def accuracies(
    network: CloudNetwork, cases: Sequence[Case], offsets: tuple[float, float] = OFFSETS
) -> dict[tuple[str, str, str], float]:
    """BOA by question, group and bands."""
    found = {}
    for bands in BANDS:
        answers = [(case, labels(network, case, bands, offsets)) for case in cases]
        for group in dict.fromkeys(case.group for case in cases):
            for question in ("cloud", "shadow"):
                counts = [
                    count(answer, case.reference, question)
                    for case, answer in answers
                    if answer is not None and case.group == group and question in case.questions
                ]
                if counts:
                    found[question, group, bands] = total(counts).balanced_accuracy
    return found


def mistakes(
    network: CloudNetwork, tempting: Sequence[Pitfall], offsets: tuple[float, float] = OFFSETS
) -> dict[tuple[str, str], float]:
    """Share of pitfalls fallen into, by kind and bands."""
    found = {}
    for bands in BANDS:
        wrong: dict[str, list[tuple[int, int]]] = {}
        for one in tempting:
            answer = labels(network, one, bands, offsets)
            if answer is not None and one.where.any():
                called = np.isin(answer[one.where], one.wrong)
                wrong.setdefault(one.kind, []).append((int(called.sum()), called.size))
        for kind, pairs in wrong.items():
            called, pixels = np.sum(pairs, axis=0)
            found[kind, bands] = float(called / pixels)
    return found


def figures(
    network: CloudNetwork,
    cases: Sequence[Case],
    tempting: Sequence[Pitfall],
    offsets: tuple[float, float],
) -> dict[str, str]:
    """Every figure of one network, by what it is of."""
    found = {
        f"{question}, {group}, {bands} bands: BOA": f"{value:.3f}"
        for (question, group, bands), value in accuracies(network, cases, offsets).items()
    }
    for (kind, bands), share in mistakes(network, tempting, offsets).items():
        found[f"{kind}, {bands} bands"] = f"{share:.1%}"
    return found


def main() -> None:
    """Read the options, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("recipes", nargs="+", choices=sorted(RECIPES))
    parser.add_argument("--data", help="folder of the shared data")
    parser.add_argument(
        "--offsets", nargs=2, type=float, default=OFFSETS, help="of cloud and of shadow, for all"
    )
    options = parser.parse_args()
    patches = list(read_patches(data_folder(options.data)))
    cases = real_cases(patches)
    tempting = [one for one in pitfalls(patches) if one.kind != PLATEAU_SNOW]
    columns = []
    for name in options.recipes:
        network = trained_network(RECIPES[name], BUILD / name)
        columns.append(figures(network, cases, tempting, tuple(options.offsets)))
    rows = [[what, *(column.get(what, "–") for column in columns)] for what in columns[0]]
    print(markdown_table(["what", *options.recipes], rows))


if __name__ == "__main__":
    main()
