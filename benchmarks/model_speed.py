"""Inference speed of bundled models beside ukis-csmask, in one run.

``python -m benchmarks.model_speed --write`` puts the figures into the models' cards. Rounds
of the models alternate, so that a busy moment of the machine meets all of them.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

MODELS = Path(__file__).resolve().parents[1] / "models"
COMMAND = "python -m benchmarks.model_speed --write"


@dataclass(frozen=True)
class Contender:
    """A model with inputs of one batch; ``outputs`` None asks for all."""

    name: str
    session: onnxruntime.InferenceSession
    inputs: dict[str, NDArray[np.float32]]
    outputs: list[str] | None
    megapixels: float

    def run(self) -> float:
        """Mpx/s of one run."""
        start = time.perf_counter()
        self.session.run(self.outputs, self.inputs)
        return self.megapixels / (time.perf_counter() - start)


def contenders(threads: int, size: int) -> list[Contender]:
    """Every bundled model on one tile, and ukis-csmask on as many pixels of its fixed tiles."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    rng = np.random.default_rng(0)
    found = []
    for card in sorted(MODELS.glob("*/card.json")):
        bands = len(json.loads(card.read_text(encoding="utf-8"))["bands"]["order"])
        image = rng.uniform(0, 1, (1, bands, size, size)).astype(np.float32)
        presence = np.ones((1, bands), np.float32)
        session = onnxruntime.InferenceSession(str(card.parent / "model.onnx"), options)
        inputs = {"reflectance": image, "presence": presence}
        found.append(Contender(card.parent.name, session, inputs, ["logits"], size**2 / 1e6))
    try:
        folder = files("ukis_csmask")
    except ModuleNotFoundError:
        return found
    for bands in (4, 6):
        session = onnxruntime.InferenceSession(str(folder / f"model_{bands}b_l1c.onnx"), options)
        tiles = (size // 256) ** 2
        image = rng.normal(size=(tiles, bands, 256, 256)).astype(np.float32)
        inputs = {session.get_inputs()[0].name: image}
        found.append(
            Contender(f"ukis-csmask {bands} bands", session, inputs, None, tiles * 256**2 / 1e6)
        )
    return found


def measure(rounds: int, threads: int, size: int) -> dict[str, dict[str, float]]:
    """Median and best Mpx/s by model."""
    competing = contenders(threads, size)
    speeds: dict[str, list[float]] = {one.name: [] for one in competing}
    for one in competing:
        one.run()
    for _ in range(rounds):
        for one in competing:
            speeds[one.name].append(max(one.run() for _ in range(3)))
    return {
        name: {"median": round(float(np.median(values)), 2), "best": round(max(values), 2)}
        for name, values in speeds.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--size", type=int, default=512, help="side of a tile in pixels")
    parser.add_argument("--write", action="store_true", help="write the figures to the cards")
    options = parser.parse_args()
    result = measure(options.rounds, options.threads, options.size)
    print(json.dumps(result, indent=1))
    for path in sorted(MODELS.glob("*/card.json")) if options.write else ():
        card = json.loads(path.read_text(encoding="utf-8"))
        own = result.pop(path.parent.name)
        card["speed"] |= {
            "mpx_per_s": own["median"],
            "mpx_per_s_best": own["best"],
            "beside": {name: speed["median"] for name, speed in result.items()},
            "command": COMMAND,
            "machine": f"{os.cpu_count()} cores, {options.threads} threads, "
            f"{options.size} x {options.size} pixels, onnxruntime {onnxruntime.__version__}",
        }
        path.write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
