"""How often the limits of accuracies and areas hold the truth:
``python -m benchmarks.interval_coverage``.

Draws masks of which the truth is known at random: clear on 30 to 90 % of the area, classes right
in 50 to 99 % of their pixels. Of each, samples are drawn again and again, as many points in each
class, and the limits told from them are compared with the truth. Each line tells the share of
samples whose limits hold it, over all masks and classes, and for the worst and the best of them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

import numpy as np

from cloudmask_plugin.engine.area_estimation import estimate

POINTS = (20, 30, 60)  # of each class
CLEAR, RIGHT = (0.3, 0.9), ((0.85, 0.995), (0.75, 0.995), (0.5, 0.97), (0.6, 0.98))
OTHERS = (2.0, 1.2, 1.2)  # how what is not clear is shared out (Dirichlet)
LEAST = 0.005  # of the area under a class
KINDS = {
    "overall accuracy": slice(0, 1),
    "areas": slice(1, 5),
    "right (UA)": slice(5, 9),
    "found (PA)": slice(9, 13),
}


def draw_masks(number: int, seed: int) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield shares of the area by class of the mask, and of the truth within each, (4, 4)."""
    rng = np.random.default_rng(seed)
    for _ in range(number):
        clear = rng.uniform(*CLEAR)
        weights = np.maximum([clear, *(1 - clear) * rng.dirichlet(OTHERS)], LEAST)
        truth = np.zeros((4, 4))
        for place, bounds in enumerate(RIGHT):
            truth[place, place] = right = rng.uniform(*bounds)
            others = [other for other in range(4) if other != place]
            truth[place, others] = (1 - right) * rng.dirichlet([1.0] * 3)
        yield weights / weights.sum(), truth


def coverage(weights: np.ndarray, truth: np.ndarray, points: int, repeats: int) -> np.ndarray:
    """Return the share of samples whose limits hold the truth, (13,) in the order of KINDS."""
    rng = np.random.default_rng(points)
    shares, right = weights @ truth, np.diag(truth)
    true = np.array([weights @ right, *shares, *right, *weights * right / shares])
    held = np.zeros(len(true))
    for _ in range(repeats):
        found = estimate(rng.multinomial(points, truth), weights.tolist())
        told = [
            found.overall_accuracy,
            *(one.share for one in found.classes),
            *(one.user_accuracy for one in found.classes),
            *(one.producer_accuracy for one in found.classes),
        ]
        held += [one.low <= value <= one.high for one, value in zip(told, true)]
    return held / repeats


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--masks", type=int, default=12)
    parser.add_argument("--repeats", type=int, default=300, help="samples of each mask")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    for points in POINTS:
        held = np.array(
            [
                coverage(weights, truth, points, options.repeats)
                for weights, truth in draw_masks(options.masks, options.seed)
            ]
        )
        for kind, part in KINDS.items():
            found = held[:, part]
            print(
                f"{points} points a class, {kind:<16} {found.mean():6.1%}, "
                f"from {found.min():.1%} to {found.max():.1%}",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
