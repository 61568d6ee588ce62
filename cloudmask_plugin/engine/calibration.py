"""Makes probabilities agree with somebody's labels: seven numbers, found from labelled pixels.

A model's probabilities are calibrated to the people who labelled what it learned from. Others
draw the line elsewhere, above all between haze and thin cloud; a few of their own labels tell
where. What is found changes what is expected of a mask, never the mask itself.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .classes import CLASSES, CLEAR
from .refine import PROBABILITY_STEPS

LEAST = 0.5 / PROBABILITY_STEPS  # stands for a stored 0, which is anything below a half step
PRIOR_LABELS = 5.0  # labels by which the model's own calibration counts
LEAST_SLOPE = 0.1
STEPS, SETTLED = 50, 1e-8


@dataclass(frozen=True)
class Calibration:
    """Probabilities become p(c)^slope(c) · exp(offset(c)), scaled to a sum of 1.

    Vector scaling (Guo et al. 2017, https://arxiv.org/abs/1706.04599).

    :param slopes: of clear, thick cloud, thin cloud and shadow.
    :param offsets: of thick cloud, thin cloud and shadow; clear has 0.
    :param labels: labelled pixels behind it.
    """

    slopes: tuple[float, ...] = (1.0, 1.0, 1.0, 1.0)
    offsets: tuple[float, ...] = (0.0, 0.0, 0.0)
    labels: int = 0

    @property
    def is_identity(self) -> bool:
        """True where probabilities stay as they are."""
        return set(self.slopes) == {1.0} and not any(self.offsets)

    def apply(self, vectors: NDArray[np.uint8]) -> NDArray[np.float64]:
        """Return (4, n) float64 probabilities, 0..1, of (4, n) uint8 as stored."""
        if self.is_identity:
            return np.asarray(vectors / PROBABILITY_STEPS)
        return _softmax(self._parameters, _logarithms(vectors))

    @property
    def _parameters(self) -> NDArray[np.float64]:
        return np.array((*self.slopes, *self.offsets))


AS_STORED = Calibration()


def calibrate(
    vectors: NDArray[np.uint8],
    truth: NDArray[np.uint8],
    weights: NDArray[np.float64] | None = None,
) -> Calibration:
    """Return the calibration under which labels are likeliest.

    By Newton's method on a convex loss, with a weak prior for leaving things as they are, so
    that a handful of labels does not turn everything round.

    :param vectors: (4, n) uint8 probabilities as stored of n pixels, drawn at random.
    :param truth: (n,) uint8 class codes 0..3.
    :param weights: (n,) how much of the area each pixel stands for, mean 1; None: all alike.
    """
    each = np.ones(truth.size) if weights is None else weights
    if truth.size == 0:
        return AS_STORED
    logs = _logarithms(vectors)
    found = start = AS_STORED._parameters
    features = np.zeros((len(start), len(CLASSES), truth.size))
    for code in range(len(CLASSES)):
        features[code, code] = logs[code]
    for code in range(1, len(CLASSES)):
        features[len(CLASSES) + code - 1, code] = 1
    seen = features[:, truth, np.arange(truth.size)] @ each
    prior = np.eye(len(start)) * PRIOR_LABELS
    for _ in range(STEPS):
        likely = _softmax(found, logs)
        mean = (features * likely).sum(axis=1)  # (parameters, n)
        gradient = seen - mean @ each - prior @ (found - start)
        spread = np.einsum("pcn,qcn,cn->pq", features, features, likely * each)
        spread -= (mean * each) @ mean.T
        step = np.linalg.solve(spread + prior, gradient)
        found = found + step * min(1.0, 1 / np.abs(step).max())
        # More probable stays more probable.
        found[: len(CLASSES)] = np.maximum(found[: len(CLASSES)], LEAST_SLOPE)
        if np.abs(step).max() < SETTLED:
            break
    numbers = tuple(found.tolist())
    return Calibration(numbers[: len(CLASSES)], numbers[len(CLASSES) :], truth.size)


def _logarithms(vectors: NDArray[np.uint8]) -> NDArray[np.float64]:
    return np.asarray(np.log(np.maximum(vectors / PROBABILITY_STEPS, LEAST)))


def _softmax(
    parameters: NDArray[np.float64], logarithms: NDArray[np.float64]
) -> NDArray[np.float64]:
    slopes, offsets = parameters[: len(CLASSES)], parameters[len(CLASSES) :]
    scores = slopes[:, np.newaxis] * logarithms
    scores[CLEAR + 1 :] += offsets[:, np.newaxis]
    scores = np.exp(scores - scores.max(axis=0))
    return np.asarray(scores / scores.sum(axis=0))
