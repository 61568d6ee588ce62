"""All patches with their teachers' labels in one small file, to train on another machine:
``python -m training.packing build/training/patches.zip``, then ``training.train --data`` it.

Reflectance is stored as its root in 160 steps, 0.005 apart at 0.1 and closer where it is
darker: less than the noise that training adds. Rows are stored as differences of neighbours,
which LZMA shortens best.
"""

from __future__ import annotations

import argparse
import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .datasets import Patch, data_folder, read_patches
from .teachers import label_all

BRIGHTEST = 1.6  # reflectance of the largest code
STEPS = 160
TEACHER_STEP = 16  # of 255: teachers are not surer than that
PLAIN = (
    "name", "source", "place", "level", "resolution", "shadow_labelled", "thin_labelled",
    "clear_background",
)  # fmt: skip
Soft = Mapping[str, NDArray[np.uint8]]


def load(source: Path, teachers: Path) -> tuple[list[Patch], dict[str, NDArray[np.uint8]]]:
    """Patches, and soft labels by name of those not held out, from a packed file or a folder.

    :param source: file written by :func:`pack`, or the folder of the patches.
    :param teachers: folder in which labels by the teachers are kept once made.
    """
    if source.is_file():
        return unpack(source)
    patches = list(read_patches(source))
    return patches, label_all([patch for patch in patches if not patch.validation], teachers)


def pack(patches: Sequence[Patch], soft: Soft, path: Path) -> None:
    """Write patches and soft labels to ``path``."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as file:
        for number, patch in enumerate(patches):
            facts = {key: getattr(patch, key) for key in PLAIN}
            file.writestr(f"{number}/facts.json", json.dumps(facts))
            present = patch.reflectance[patch.presence].astype(np.float32)
            _write(file, f"{number}/presence", patch.presence)
            _write(file, f"{number}/reflectance", _differences(encode(present)))
            _write(file, f"{number}/allowed", patch.allowed)
            _write(file, f"{number}/labels", patch.labels)
            if patch.name in soft:
                coarse = soft[patch.name][:, ::2, ::2] // np.uint8(TEACHER_STEP)
                _write(file, f"{number}/soft", _differences(coarse))


def unpack(path: Path) -> tuple[list[Patch], dict[str, NDArray[np.uint8]]]:
    """Read what :func:`pack` wrote; soft labels come back at half their detail."""
    patches, soft = [], {}
    with zipfile.ZipFile(path) as file:
        members = set(file.namelist())
        for number in _numbers(members):
            facts: dict[str, Any] = json.loads(file.read(f"{number}/facts.json"))
            presence = _read(file, f"{number}/presence").astype(bool)
            codes = _sums(_read(file, f"{number}/reflectance"))
            reflectance = np.zeros((len(presence), *codes.shape[1:]), np.float16)
            reflectance[presence] = decode(codes)
            allowed = _read(file, f"{number}/allowed")
            labels = _read(file, f"{number}/labels")
            patches.append(
                Patch(
                    reflectance=reflectance,
                    presence=presence,
                    allowed=allowed,
                    labels=labels,
                    **facts,
                )
            )
            if f"{number}/soft.npy" in members:
                rows, cols = labels.shape
                coarse = _sums(_read(file, f"{number}/soft")).astype(np.int64)
                full = coarse.repeat(2, 1).repeat(2, 2)[:, :rows, :cols]
                middle = full * TEACHER_STEP + TEACHER_STEP // 2
                soft[facts["name"]] = np.minimum(middle, 255).astype(np.uint8)
    return patches, soft


def encode(reflectance: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Codes 0..STEPS of reflectance of any shape."""
    root = np.sqrt(np.clip(reflectance / BRIGHTEST, 0, 1))
    return np.asarray(np.rint(STEPS * root), np.uint8)


def decode(codes: NDArray[np.uint8]) -> NDArray[np.float16]:
    """Reflectance of codes."""
    root = codes.astype(np.float32) / STEPS
    return np.asarray(BRIGHTEST * root**2, np.float16)


def _differences(values: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.diff(values, axis=-1, prepend=np.uint8(0))


def _sums(differences: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.cumsum(differences, axis=-1, dtype=np.uint8)


def _numbers(members: set[str]) -> Iterator[int]:
    return iter(sorted({int(name.partition("/")[0]) for name in members}))


def _write(file: zipfile.ZipFile, name: str, array: NDArray[Any]) -> None:
    content = io.BytesIO()
    np.save(content, array)
    file.writestr(f"{name}.npy", content.getvalue())


def _read(file: zipfile.ZipFile, name: str) -> NDArray[Any]:
    array: NDArray[Any] = np.load(io.BytesIO(file.read(f"{name}.npy")))
    return array


def main() -> None:
    """Read the options and pack."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--data", help="folder of the shared data")
    options = parser.parse_args()
    teachers = Path(__file__).resolve().parents[1] / "build" / "training" / "teachers"
    options.path.parent.mkdir(parents=True, exist_ok=True)
    pack(*load(data_folder(options.data), teachers), options.path)
    print(f"{options.path}: {options.path.stat().st_size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main()
