"""Patches packed for another machine."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from training.datasets import Patch
from training.packing import BRIGHTEST, STEPS, decode, encode, pack, unpack


def patch(number: int, bands: int) -> Patch:
    rng = np.random.default_rng(number)
    rows, cols = 33 + number, 50
    presence = np.arange(13) < bands
    image = rng.uniform(0, 1.2, (13, rows, cols)) * presence[:, None, None]
    return Patch(
        name=f"a{number}", source="s", place="p", reflectance=image.astype(np.float16),
        presence=presence, allowed=rng.integers(0, 16, (rows, cols)).astype(np.uint8),
        labels=rng.integers(0, 4, (rows, cols)).astype(np.uint8), level="L1C",
        resolution=float("nan") if number else 10.0, shadow_labelled=True, thin_labelled=False,
        clear_background=bool(number),
    )  # fmt: skip


@given(st.floats(0, BRIGHTEST))
def test_reflectance_comes_back_within_half_a_step_of_its_root(value: float) -> None:
    back = float(decode(encode(np.array([value], np.float32)))[0])
    assert abs(np.sqrt(back) - np.sqrt(value)) <= np.sqrt(BRIGHTEST) / STEPS * 0.5 + 1e-3


def test_patches_and_soft_labels_survive_packing(tmp_path: Path) -> None:
    patches = [patch(0, 13), patch(1, 3)]
    soft = {"a1": np.random.default_rng(9).integers(0, 256, (4, 34, 50)).astype(np.uint8)}
    pack(patches, soft, tmp_path / "packed.zip")
    back, labels = unpack(tmp_path / "packed.zip")
    for one, other in zip(patches, back):
        for field in ("name", "place", "level", "shadow_labelled", "clear_background"):
            assert getattr(one, field) == getattr(other, field)
        assert np.array_equal(one.resolution, other.resolution, equal_nan=True)
        for field in ("presence", "allowed", "labels"):
            assert np.array_equal(getattr(one, field), getattr(other, field))
        assert np.allclose(one.reflectance, other.reflectance, atol=0.01)
    assert list(labels) == ["a1"]
    expected = soft["a1"][:, ::2, ::2].repeat(2, 1).repeat(2, 2)[:, :34, :50]
    assert np.abs(labels["a1"].astype(int) - expected).max() <= 8
