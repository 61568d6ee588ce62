"""What each purpose leaves in and what it loses, on held-out places with labels.

``python -m benchmarks.purposes`` runs a bundled model on the places that were held out of
training and labelled by hand, once, and decides classes with the options of each purpose in
``engine/purposes.py``. Printed are the shares of labelled cloud and shadow that stay unmasked, and
of labelled clear ground that is masked, over the pixels of all places. Needs the data for
training, and a minute.
"""

from __future__ import annotations

import argparse

import numpy as np
from numpy.typing import NDArray

from cloudmask_plugin.engine.classes import CLEAR, CLOUD_CODES, CLOUD_SHADOW, NODATA
from cloudmask_plugin.engine.purposes import PURPOSES
from cloudmask_plugin.engine.refine import decide, in_pixels, tidy
from training.bundled import FOLDER, BundledModel
from training.cases import CATALOGUE, LANDSAT_7, LANDSAT_8, TEN_METRES, Case, real_cases
from training.datasets import data_folder, read_patches

METRES = {CATALOGUE: 45.0, TEN_METRES: 10.0, LANDSAT_8: 30.0, LANDSAT_7: 30.0}
CLOUD, SHADOW, CLEAR_GROUND = KINDS = ("cloud", "shadow", "clear ground")


def labelled(case: Case) -> dict[str, NDArray[np.bool_]]:
    """Return where (rows, cols) a case's labels are sure of what is there.

    Clear ground counts only where shadow is told from it.
    """
    kinds = {CLOUD: np.isin(case.reference, CLOUD_CODES)}
    if "shadow" in case.questions:
        kinds[SHADOW] = case.reference == CLOUD_SHADOW
        kinds[CLEAR_GROUND] = case.reference == CLEAR
    return kinds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--model", default="cloudmask-fast")
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    model = BundledModel(FOLDER / arguments.model, arguments.threads)
    cases = [c for c in real_cases(read_patches(data_folder())) if c.group in METRES]
    there, places = dict.fromkeys(KINDS, 0), dict.fromkeys(KINDS, 0)
    masked = {purpose.key: dict.fromkeys(KINDS, 0) for purpose in PURPOSES}
    for case in cases:
        stored = model.probabilities(case.reflectance, case.presence)
        side = METRES[case.group]
        kinds = labelled(case)
        for kind, pixels in kinds.items():
            there[kind] += int(pixels.sum())
            places[kind] += bool(pixels.any())
        for purpose in PURPOSES:
            codes = tidy(decide(stored, purpose.refine), in_pixels(purpose.refine, (side, side)))
            unusable = (codes != CLEAR) & (codes != NODATA)
            for kind, pixels in kinds.items():
                masked[purpose.key][kind] += int(np.count_nonzero(unusable & pixels))
    print(f"{model.name}: ", end="")
    print("; ".join(f"{k} {there[k] / 1e6:.2f} Mpx in {places[k]} places" for k in KINDS))
    print("| purpose | cloud left | shadow left | clear ground lost |")
    print("|---|---|---|---|")
    for key, counts in masked.items():
        shares = {kind: counts[kind] / max(there[kind], 1) for kind in KINDS}
        left = " | ".join(f"{1 - shares[kind]:.1%}" for kind in (CLOUD, SHADOW))
        print(f"| `{key}` | {left} | {shares[CLEAR_GROUND]:.1%} |")


if __name__ == "__main__":
    main()
