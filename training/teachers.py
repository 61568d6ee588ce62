"""Soft labels of clear, cloud and shadow by published networks, for imagery without labels.

The teachers are the four models of ukis-csmask 1.0.0 (German Aerospace Center, Apache-2.0;
``pip install --no-deps ukis-csmask``). Their probabilities are averaged over models and
flips; where the models disagree the label counts less. Results are cached outside of git.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from cloudmask_plugin.engine.bands import ROLES

from .datasets import Patch

MODELS = ("4b_l1c", "4b_l2a", "6b_l1c", "6b_l2a")
TILE = 256  # pixels; the size the teachers are fixed to
BANDS = ("B02", "B03", "B04", "B08", "B11", "B12")
_FLIPS: tuple[tuple[int, ...], ...] = ((), (-1,), (-2,), (-1, -2))


class Teachers:
    """The teachers, loaded once."""

    def __init__(self, cache: Path, threads: int = 2) -> None:
        self._cache = cache
        self._models: list[tuple[onnxruntime.InferenceSession, int, NDArray[np.float32]]] = []
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        for name in MODELS:
            folder = files("ukis_csmask")
            card = json.loads((folder / f"model_{name}.json").read_text())["data"]
            moments = np.array(card["dataset_statistics"]["img"], np.float32)
            session = onnxruntime.InferenceSession(str(folder / f"model_{name}.onnx"), options)
            self._models.append((session, moments.shape[1], moments))

    def label(self, patch: Patch) -> NDArray[np.uint8] | None:
        """Soft labels of a patch, from the cache if they are there.

        :return: (4, rows, cols) uint8: probability of clear, cloud, shadow and the weight,
            each ×255; None where the patch lacks a band that all teachers need.
        """
        image = teacher_bands(patch)
        if image is None:
            return None
        digest = hashlib.sha256(image.tobytes()).hexdigest()[:16]
        path = self._cache / f"{patch.name}-{digest}.npy"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            opinions = np.stack(self.opinions(image))
            np.save(path, summarise(opinions))
        labels: NDArray[np.uint8] = np.load(path)
        return labels

    def opinions(self, image: NDArray[np.float32]) -> list[NDArray[np.float32]]:
        """Probabilities (3, rows, cols) by each model that the bands suffice for."""
        rows, cols = image.shape[1:]
        padding = ((0, 0), (0, max(0, TILE - rows)), (0, max(0, TILE - cols)))
        result = []
        for session, bands, moments in self._models:
            if bands > len(image):
                continue
            mean, deviation = moments[:, :, None, None]
            padded = np.pad((image[:bands] - mean) / deviation, padding, mode="symmetric")
            result.append(_by_tiles(session, padded)[:, :rows, :cols])
        return result


def _by_tiles(
    session: onnxruntime.InferenceSession, image: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Probabilities (3, rows, cols), blended over overlapping tiles and flips."""
    ramp = np.minimum(np.arange(TILE), np.arange(TILE)[::-1]) + np.float32(1)
    blend = np.minimum.outer(ramp, ramp).astype(np.float32)
    total = np.zeros((3, *image.shape[1:]), np.float32)
    weight = np.zeros(image.shape[1:], np.float32)
    for row in _starts(image.shape[1]):
        for col in _starts(image.shape[2]):
            window = np.s_[..., row : row + TILE, col : col + TILE]
            for axes in _FLIPS:
                flipped = np.ascontiguousarray(np.flip(image[window], axes))[None]
                logits = session.run(None, {session.get_inputs()[0].name: flipped})[0][0]
                odds = np.exp(logits - logits.max(axis=0))
                total[window] += np.flip(odds / odds.sum(axis=0), axes) * blend
                weight[window] += blend
    return (total / weight).astype(np.float32, copy=False)


def _starts(size: int) -> list[int]:
    """First pixels of tiles that overlap by a quarter and end with the image."""
    return [*range(0, size - TILE, 3 * TILE // 4), size - TILE]


def teacher_bands(patch: Patch) -> NDArray[np.float32] | None:
    """The four or six bands (bands, rows, cols) the teachers read; narrow NIR stands for NIR."""
    roles = list(BANDS)
    if not patch.presence[ROLES.index("B08")]:
        roles[3] = "B8A"
    there = [bool(patch.presence[ROLES.index(role)]) for role in roles]
    if not all(there[:4]):
        return None
    roles = roles if all(there) else roles[:4]
    return patch.reflectance[[ROLES.index(role) for role in roles]].astype(np.float32)


def summarise(opinions: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Mean and agreement of (models, 3, rows, cols), as ``Teachers.label`` returns them."""
    mean = opinions.mean(axis=0)
    spread = opinions.std(axis=0).max(axis=0)
    weight = np.clip(1.2 - 3 * spread, 0.1, 1)
    return np.round(255 * np.concatenate([mean, weight[None]])).astype(np.uint8)


def label_all(patches: Sequence[Patch], cache: Path) -> dict[str, NDArray[np.uint8]]:
    """Soft labels of every patch that the teachers can read, by name."""
    teachers = Teachers(cache)
    labels = {patch.name: teachers.label(patch) for patch in patches}
    return {name: label for name, label in labels.items() if label is not None}
