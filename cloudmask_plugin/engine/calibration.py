"""What is believed of probabilities, for telling what a mask costs; never what the mask is.

A model favours cloud and shadow, so that its masks leave out neither; what is there is not more of
them for that. So each model has a calibration of its own beside its probabilities, by which shares
agree with the truth of simulated scenes (``training/calibrate.py``). People draw the line
elsewhere, above all between haze and thin cloud; a few of their labels tell where, from there on.
Both are thirty-six numbers.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .classes import CLASSES
from .refine import PROBABILITY_STEPS

LEAST = 0.5 / PROBABILITY_STEPS  # stands for a stored 0, which is anything below a half step
# Labels by which the model's own calibration counts, and by which it counts that one class says
# nothing of another, nor its square anything: python -m benchmarks.calibration_gap.
PRIOR_LABELS, PRIOR_OTHERS = 5.0, 200.0
SQUARE = 5.0  # by which squares are divided, to be about as large as what is squared
STEPS, SETTLED = 60, 1e-8
FEWEST_LABELS = 30  # by which a scene is told from the average of many
CALIBRATION_TAG = "CLOUDMASK_CALIBRATION"  # the model's own, of a file of probabilities
_COUNT = len(CLASSES)
_FEATURES = 2 * _COUNT + 1

Floats = NDArray[np.float64]
Parameters = tuple[tuple[float, ...], ...]
_IDENTITY = np.eye(_COUNT, _FEATURES)


@dataclass(frozen=True)
class Calibration:
    """Probabilities become softmax(parameters · features).

    Features are the logarithms of the probabilities, their squares, and 1. Without the squares
    this is Dirichlet calibration (Kull et al. 2019, https://arxiv.org/abs/1910.12656).

    :param parameters: a row for each class that is told, a column for each feature.
    :param labels: a user's labelled pixels behind it.
    """

    parameters: Parameters = tuple(map(tuple, _IDENTITY.tolist()))
    labels: int = 0

    def apply(self, vectors: NDArray[np.uint8]) -> Floats:
        """Return (4, n) float64 probabilities, 0..1, of (4, n) uint8 as stored."""
        if self.parameters == AS_STORED.parameters:
            return np.asarray(vectors / PROBABILITY_STEPS)
        return _softmax(np.array(self.parameters), _features(vectors))


AS_STORED = Calibration()


def models_own(tags: Iterable[tuple[str, str]]) -> Calibration:
    """Return what to believe of probabilities before there are labels, by their file's tags."""
    try:
        return Calibration(parameters_from(json.loads(dict(tags)[CALIBRATION_TAG])))
    except (KeyError, ValueError, TypeError):
        return AS_STORED


def parameters_from(rows: object) -> Parameters:
    """Return the parameters of a calibration as they were read from JSON.

    :raises ValueError, TypeError: where these are no such numbers.
    """
    told = np.array(rows, np.float64)
    if told.shape != _IDENTITY.shape or not np.isfinite(told).all():
        raise ValueError(f"calibration of {_COUNT} by {_FEATURES} finite numbers expected")
    return tuple(map(tuple, told.tolist()))


def calibrate(
    vectors: NDArray[np.uint8],
    truth: NDArray[np.uint8],
    weights: Floats | None = None,
    own: Calibration = AS_STORED,
) -> Calibration:
    """Return the calibration under which labels are likeliest.

    By Newton's method on a convex loss, with a weak prior for the model's own calibration, so that
    a handful of labels does not turn everything round.

    :param vectors: (4, n) uint8 probabilities as stored of n pixels, drawn at random.
    :param truth: (n,) uint8 class codes 0..3.
    :param weights: (n,) how much of the area each pixel stands for, mean 1; None: all alike.
    :param own: the model's calibration, from :func:`models_own`.
    """
    each = np.ones(truth.size) if weights is None else weights
    if truth.size == 0:
        return own
    features, start = _features(vectors), np.array(own.parameters)
    prior = np.full(_IDENTITY.shape, PRIOR_OTHERS)
    prior[_IDENTITY > 0] = prior[:, -1] = PRIOR_LABELS
    found, seen, size = start, np.eye(_COUNT)[truth].T, _FEATURES
    for _ in range(STEPS):
        likely = _softmax(found, features)
        gradient = ((seen - likely) * each) @ features.T - prior * (found - start)
        spread = np.diag(prior.ravel())
        for one in range(_COUNT):
            for other in range(_COUNT):
                shared = each * likely[one] * ((one == other) - likely[other])
                rows = slice(one * size, (one + 1) * size)
                cols = slice(other * size, (other + 1) * size)
                spread[rows, cols] += (features * shared) @ features.T
        step = np.linalg.solve(spread, gradient.ravel()).reshape(found.shape)
        found = found + step * min(1.0, 1 / np.abs(step).max())
        if np.abs(step).max() < SETTLED:
            break
    return Calibration(tuple(map(tuple, found.tolist())), truth.size)


def _features(vectors: NDArray[np.uint8]) -> Floats:
    """Return (9, n): logarithms of probabilities (4, n) as stored, their squares, and 1."""
    logs = np.log(np.maximum(vectors / PROBABILITY_STEPS, LEAST))
    return np.concatenate([logs, logs**2 / SQUARE, np.ones((1, vectors.shape[1]))])


def _softmax(parameters: Floats, features: Floats) -> Floats:
    scores = parameters @ features
    scores = np.exp(scores - scores.max(axis=0))
    return np.asarray(scores / scores.sum(axis=0))
