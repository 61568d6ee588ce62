"""Fractal noise on an endless plane: any window can be asked for, and is the same each time."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Plane = NDArray[np.float32]  # (rows, cols)


def lattice(seed: int, level: int, row: int, col: int, rows: int, cols: int) -> Plane:
    """Independent values of variance 1 by position: a hash, so any window can be asked for."""
    i = (np.arange(row, row + rows, dtype=np.int64) & 0xFFFFFFFF).astype(np.uint32)[:, None]
    j = (np.arange(col, col + cols, dtype=np.int64) & 0xFFFFFFFF).astype(np.uint32)[None, :]
    salt = np.uint32((seed * 0x9E3779B1 + level * 0x7FEB352D) & 0xFFFFFFFF)
    h = (i * np.uint32(0x85EBCA77) + salt) ^ (j * np.uint32(0xC2B2AE3D))
    for shift, factor in ((15, 0x2C1B3C6D), (12, 0x297A2D39)):  # Wellons' "lowbias32"
        h ^= h >> np.uint32(shift)
        h *= np.uint32(factor)
    h ^= h >> np.uint32(15)
    values: Plane = h.astype(np.float32)
    values *= np.float32(math.sqrt(12) / 2**32)
    values -= np.float32(math.sqrt(3))
    return values


def _double(values: Plane, axis: int, skip: int, size: int) -> Plane:
    """Refine ×2 along ``axis`` by Chaikin's corner cutting, then keep ``size`` from ``skip``."""
    lines = np.moveaxis(values, axis, 0)
    fine = np.empty((2 * (lines.shape[0] - 2), *lines.shape[1:]), np.float32)
    middle = lines[1:-1] * np.float32(0.75)
    fine[0::2] = middle + lines[:-2] * np.float32(0.25)
    fine[1::2] = middle + lines[2:] * np.float32(0.25)
    return np.moveaxis(fine[skip : skip + size], 0, axis)


def noise(
    seed: int,
    row: int,
    col: int,
    rows: int,
    cols: int,
    *,
    coarsest: float,
    finest: float = 1.0,
    roughness: float = 0.5,
) -> Plane:
    """Fractal noise of mean 0 and standard deviation near 1 in a window of an endless plane.

    :param coarsest: size in pixels of the largest features; ``finest`` of the smallest.
    :param roughness: amplitude of features half as large, 0..1.
    """
    top = max(0, round(math.log2(max(coarsest, 1))))
    bottom = min(top, max(0, round(math.log2(max(finest, 1)))))
    windows = [(row, col, rows, cols)]
    for _ in range(top):
        r, c, height, width = windows[-1]
        up, left = r // 2 - 1, c // 2 - 1
        down, right = (r + height - 1) // 2 + 2, (c + width - 1) // 2 + 2
        windows.append((up, left, down - up, right - left))
    values = lattice(seed, top, *windows[top])
    amplitude, variance = 1.0, 0.35 if top else 1.0  # smoothing leaves about 0.35 of variance 1
    for level in range(top - 1, -1, -1):
        r, c, height, width = windows[level]
        parent_row, parent_col = windows[level + 1][:2]
        values = _double(values, 0, r - 2 * (parent_row + 1), height)
        values = _double(values, 1, c - 2 * (parent_col + 1), width)
        amplitude *= roughness
        if level >= bottom:
            values = values + np.float32(amplitude) * lattice(seed, level, r, c, height, width)
            variance += amplitude**2 * (0.35 if level else 1.0)
    return np.ascontiguousarray(values * np.float32(1 / math.sqrt(variance)))


def streaks(
    seed: int, row: int, col: int, rows: int, cols: int, coarsest: float, shear: float
) -> Plane:
    """Noise drawn out eightfold along a slanting direction, as cirrus is by the wind."""
    lean = np.floor(np.arange(row, row + rows) * shear).astype(np.int64)
    left, right = col + int(lean.min()), col + cols + int(lean.max())
    windows = [(left, right)]
    for _ in range(3):
        left, right = left // 2 - 1, (right - 1) // 2 + 2
        windows.append((left, right))
    values = noise(seed, row, left, rows, right - left, coarsest=coarsest, roughness=0.6)
    for (left, right), (parent, _) in zip(windows[-2::-1], windows[:0:-1]):
        values = _double(values, 1, left - 2 * (parent + 1), right - left)
    columns = (col + lean - windows[0][0])[:, None] + np.arange(cols)[None, :]
    return np.take_along_axis(values, columns, axis=1)


def quantile(values: Plane, share: float) -> float:
    """Value that ``share`` of the plane lies below, from a sample of it."""
    step = max(1, math.isqrt(values.size // 65536))
    return float(np.quantile(values[::step, ::step], min(max(share, 0.0), 1.0)))
