"""How often the limits of accuracies and areas hold the truth:
``python -m benchmarks.interval_coverage``.

Draws masks of which the truth is known at random: clear on 30 to 90 % of the area, classes right
in 50 to 99.5 % of their pixels. Of each, samples are drawn again and again, as many points in each
class, and the limits told from them are compared with the truth. Each line tells the share of
samples whose limits hold it, over all masks and classes, for the worst and the best of them, and
of how many it is below 92 or above 98 %. ``--others`` puts limits that others use in their place.

``--exact`` goes through all samples of one class, by their chance. With few mistakes, limits hold
the truth where a mistake more or less is seen or not: at some accuracies no choice of the samples
that hold it has 92 to 98 %, which is told beside.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from unittest.mock import patch

import numpy as np
from scipy.special import expit, logit
from scipy.stats import beta, binom

from cloudmask_plugin.engine import area_estimation
from cloudmask_plugin.engine.area_estimation import (
    CONFIDENCE,
    AreaEstimates,
    estimate,
    share_limits,
)

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
WANTED = (0.92, 0.98)
TAILS = (0.025, 0.975)
DRAWS = 4000  # of what a sample may mean
ACCURACIES = np.arange(0.5, 0.9976, 0.0005)

Limits = tuple[np.ndarray, np.ndarray]
Method = Callable[[np.ndarray, np.ndarray], Limits]  # of a table of points and the areas


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


# Limits of a share -------------------------------------------------------------------------


def wilson(hits: np.ndarray, points: np.ndarray) -> Limits:
    """Wilson's limits, as they are."""
    with patch.object(area_estimation, "RARE", ()):
        return share_limits(hits, points)


def agresti_coull(hits: np.ndarray, points: np.ndarray) -> Limits:
    """Estimate ± 1.96 standard errors after two hits and two misses were added."""
    more = points + CONFIDENCE**2
    rate = (hits + CONFIDENCE**2 / 2) / more
    half = CONFIDENCE * np.sqrt(rate * (1 - rate) / more)
    return np.maximum(rate - half, 0), np.minimum(rate + half, 1)


def jeffreys(hits: np.ndarray, points: np.ndarray) -> Limits:
    """Quantiles of the posterior distribution with Jeffreys' prior."""
    shape = hits + 0.5, points - hits + 0.5
    low, high = (beta.ppf(tail, *shape) for tail in TAILS)
    return np.where(hits == 0, 0, low), np.where(hits == points, 1, high)


def mid_p(hits: np.ndarray, points: np.ndarray) -> Limits:
    """Limits of the mid-p test (Lancaster 1961), from draws of its confidence distribution."""
    points = np.broadcast_to(points, hits.shape)
    low, high = np.quantile(_confidence_draws(hits, points), TAILS, axis=-1)
    return low, high


SHARE_LIMITS: dict[str, Method] = {
    "Wilson's": wilson,
    "Agresti and Coull's": agresti_coull,
    "Jeffreys'": jeffreys,
    "mid-p": mid_p,
}


# Limits of all that a sample tells ---------------------------------------------------------


def recovered(table: np.ndarray, weights: np.ndarray) -> Limits:
    """Limits as the program tells them."""
    found = _in_order(estimate(table, weights.tolist()))
    return np.array([one.low for one in found]), np.array([one.high for one in found])


def logit_of_error(table: np.ndarray, weights: np.ndarray) -> Limits:
    """Estimate ± 1.96 of the standard errors of Olofsson et al. 2014, on the scale of log odds."""
    found = _in_order(estimate(table, weights.tolist()))
    value = np.clip([one.value for one in found], 1e-6, 1 - 1e-6)
    half = CONFIDENCE * np.nan_to_num([one.error for one in found]) / (value * (1 - value))
    return expit(logit(value) - half), expit(logit(value) + half)


def melded_mid_p(table: np.ndarray, weights: np.ndarray) -> Limits:
    """Confidence distributions of the mid-p test melded (Fay, Proschan and Brittain 2015)."""
    points = np.broadcast_to(table.sum(axis=1)[:, np.newaxis], table.shape)
    return _quantiles(_confidence_draws(table, points), weights)


def posterior(table: np.ndarray, weights: np.ndarray) -> Limits:
    """Quantiles of the posterior, Dirichlet in each stratum with Jeffreys' prior."""
    drawn = np.random.default_rng(1).gamma(table[..., np.newaxis] + 0.5, size=(4, 4, DRAWS))
    return _quantiles(drawn / drawn.sum(axis=1, keepdims=True), weights)


TABLE_LIMITS: dict[str, Method] = {
    "log odds ± 1.96 errors": logit_of_error,
    "mid-p, melded": melded_mid_p,
    "Dirichlet posterior": posterior,
}


def _confidence_draws(hits: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Draw (…, DRAWS) from both of the distributions that end in Clopper and Pearson's limits."""
    rng = np.random.default_rng(1)
    upper = rng.permuted(np.tile(np.arange(DRAWS) % 2, (*hits.shape, 1)), axis=-1)
    more = hits[..., np.newaxis] + upper
    fewer = (points - hits + 1)[..., np.newaxis] - upper
    shares = rng.beta(np.maximum(more, 1), np.maximum(fewer, 1))
    shares[more == 0], shares[fewer == 0] = 0, 1
    return shares


def _quantiles(drawn: np.ndarray, weights: np.ndarray) -> Limits:
    """Return limits from draws (4, 4, DRAWS) of the rates."""
    areas = weights[:, np.newaxis, np.newaxis] * drawn
    right, shares = np.einsum("ccd->cd", areas), areas.sum(axis=0)
    told = [right.sum(axis=0)[np.newaxis], shares, np.einsum("ccd->cd", drawn)]
    told.append(right / np.maximum(shares, 1e-12))
    low, high = np.quantile(np.concatenate(told), TAILS, axis=1)
    return low, high


def _in_order(found: AreaEstimates) -> list[area_estimation.Estimate]:
    return [
        found.overall_accuracy,
        *(one.share for one in found.classes),
        *(one.user_accuracy for one in found.classes),
        *(one.producer_accuracy for one in found.classes),
    ]


# Counting ----------------------------------------------------------------------------------


def coverage(
    weights: np.ndarray,
    truth: np.ndarray,
    points: int,
    repeats: int,
    method: Method,
    rng: np.random.Generator,
) -> np.ndarray:
    """Return the share of samples whose limits hold the truth, (13,) in the order of KINDS."""
    shares, right = weights @ truth, np.diag(truth)
    true = np.array([weights @ right, *shares, *right, *weights * right / shares])
    held = np.zeros(len(true))
    for _ in range(repeats):
        low, high = method(rng.multinomial(points, truth), weights)
        held += (low <= true) & (true <= high)
    return held / repeats


def report(name: str, points: int, method: Method, options: argparse.Namespace) -> None:
    """Print how often the limits of a method hold the truth."""
    held = np.array(
        [
            coverage(*mask, points, options.repeats, method, np.random.default_rng([points, place]))
            for place, mask in enumerate(draw_masks(options.masks, options.seed))
        ]
    )
    for kind, part in KINDS.items():
        found = held[:, part]
        print(
            f"{points} points a class, {name}, {kind:<16} {found.mean():6.1%}, "
            f"from {found.min():.1%} to {found.max():.1%}; below 92 % {(found < WANTED[0]).sum()}, "
            f"above 98 % {(found > WANTED[1]).sum()} of {found.size}",
            flush=True,
        )


def report_exactly(name: str, points: int, limits: Method) -> None:
    """Print how often the limits of the accuracy of one class hold it, by all its samples."""
    hits = np.arange(points + 1)
    chances = binom.pmf(hits[:, np.newaxis], points, ACCURACIES)
    low, high = (limit[:, np.newaxis] for limit in limits(hits, np.array(points)))
    held = (chances * ((low <= ACCURACIES) & (high >= ACCURACIES))).sum(axis=0)
    upto = np.concatenate([np.zeros((1, len(ACCURACIES))), chances.cumsum(axis=0)])
    nearest = np.min(
        [np.abs(upto[first + 1 :] - upto[first] - 0.95).min(axis=0) for first in hits], axis=0
    )
    possible = nearest <= (WANTED[1] - WANTED[0]) / 2
    print(
        f"{points} points, {name}: {held.mean():.1%}, from {held.min():.1%} to {held.max():.1%}; "
        f"of accuracies where 92 to 98 % are possible ({possible.mean():.1%} of them) "
        f"below {(held < WANTED[0])[possible].mean():.1%}, "
        f"above {(held > WANTED[1])[possible].mean():.1%}",
        flush=True,
    )


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--masks", type=int, default=12)
    parser.add_argument("--repeats", type=int, default=10_000, help="samples of each mask")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--points", type=int, nargs="+", default=POINTS, help="of each class")
    parser.add_argument("--others", action="store_true", help="also limits that others use")
    parser.add_argument("--exact", action="store_true", help="one class, by all its samples")
    options = parser.parse_args()
    shares = {"as told": share_limits} | (SHARE_LIMITS if options.others else {})
    for points in options.points:
        for name, limits in shares.items():
            if options.exact:
                report_exactly(name, points, limits)
                continue
            with patch.object(area_estimation, "share_limits", limits):
                report(name, points, recovered, options)
        for name, method in TABLE_LIMITS.items() if options.others and not options.exact else ():
            report(name, points, method, options)
    return 0


if __name__ == "__main__":
    sys.exit(main())
