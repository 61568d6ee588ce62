"""Measure bundled models beside their peers: ``python -m training.evaluate``.

On places held out of training, in one run: every model under models/, ukis-csmask's four
variants, and a brightness threshold tuned on the training split; by set of bands. Writes the
tables to each model's card and to models/README.md.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.classes import CLEAR, CLOUD_SHADOW, NODATA, THICK_CLOUD, THIN_CLOUD
from cloudmask_plugin.engine.gaps import fill_gaps

from .datasets import Patch, data_folder, read_patches
from .export import MODELS, write_json
from .scores import Counts, count, median_balanced_accuracy, total
from .simulation import lay_clouds, simulate_scene

COMMAND = "python -m training.evaluate"
BEGIN, END = "<!-- written by training.evaluate: begin -->", "<!-- end -->"
RGB = ("B02", "B03", "B04")
BAND_SETS: dict[str, tuple[str, ...]] = {
    "RGB": RGB,
    "RGB+NIR": (*RGB, "B08"),
    "6": (*RGB, "B08", "B11", "B12"),
    "10": (*RGB, "B05", "B06", "B07", "B08", "B8A", "B11", "B12"),
    "13": ROLES,
}
STRIDE, REACH = 16, 64  # pixels: windows start at multiples; labels must agree from here on
# What ukis-csmask calls the bands, in the order of BAND_SETS["6"].
UKIS_BANDS = ("blue", "green", "red", "nir", "swir16", "swir22")

Cube = NDArray[np.float32]
Labels = NDArray[np.uint8]


@dataclass(frozen=True)
class Case:
    """One reference patch of a group; ``questions`` are those its labels can answer."""

    group: str
    reflectance: Cube  # (13, rows, cols)
    presence: NDArray[np.bool_]  # (13,)
    reference: Labels
    questions: tuple[str, ...]


class Model:
    """A bundled model in onnxruntime, as the engine runs it on one window."""

    def __init__(self, path: Path, threads: int = 2) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self._session = onnxruntime.InferenceSession(str(path), options)

    def labels(self, reflectance: Cube, presence: NDArray[np.bool_]) -> Labels:
        """Class codes (rows, cols); sizes off the stride are filled up as the engine does."""
        rows, cols = reflectance.shape[1:]
        padding = ((0, -rows % STRIDE), (0, -cols % STRIDE))
        image = np.pad(reflectance, ((0, 0), *padding))
        image = fill_gaps(image, np.pad(np.ones((rows, cols), bool), padding))
        image = np.where(presence[:, None, None], image, np.float32(0))[None]
        inputs = {"reflectance": image, "presence": presence[None].astype(np.float32)}
        logits = self._session.run(["logits"], inputs)[0][0]
        codes: Labels = logits.argmax(0).astype(np.uint8)[:rows, :cols]
        return codes


# Cases -------------------------------------------------------------------------------------


def real_cases(patches: Iterable[Patch]) -> list[Case]:
    """Held-out patches with labels of any kind."""
    titles = {
        "s2cmc": "Sentinel-2 catalogue, 45 m, quick-looks",
        "drivendata": "Sentinel-2, 10 m, generous outlines",
        "l8biome": "Landsat 8, 30 m",
        "ukis_landsat7": "Landsat 7, 30 m (ukis-csmask's test chip)",
        "t29unu_60m": "Sentinel-2, 60 m, labels by Sen2Cor",
    }
    cases = []
    for patch in patches:
        if patch.validation and patch.source in titles:
            questions = ("cloud", "shadow", "invalid") if patch.shadow_labelled else ("cloud",)
            image = patch.reflectance.astype(np.float32)
            group = titles[patch.source]
            cases.append(Case(group, image, patch.presence, patch.labels, questions))
    return cases


def simulated_cases(patches: Iterable[Patch]) -> list[Case]:
    """Clouds laid over held-out clear ground, and wholly simulated scenes, seeds unseen."""
    everything = ("cloud", "shadow", "invalid")
    cases = []
    grounds = [p for p in patches if p.validation and p.clear_background and p.presence.all()]
    for number, patch in enumerate(grounds):
        if number % 2 == 0:  # neighbours come in pairs
            rng = np.random.default_rng([77, number])
            scene = lay_clouds(
                patch.reflectance.astype(np.float32),
                rng=rng,
                resolution=float(rng.choice([10, 20, 30])),
                sun_zenith=rng.uniform(20, 65),
                sun_azimuth=rng.uniform(0, 360),
                thick=0.25,
                thin=0.1,
                level=patch.level,
            )
            cases.append(
                Case("Simulated clouds over held-out ground", scene.reflectance, patch.presence,
                     scene.labels, everything)
            )  # fmt: skip
    for number in range(6):
        level = ("L1C", "L2A")[number % 2]
        scene = simulate_scene(
            256, 256, seed=10**6 + number, resolution=(10.0, 20.0, 60.0)[number % 3], level=level,
            sun_zenith=25.0 + 7 * number, sun_azimuth=60.0 * number, snow=0.4 * (number % 4 == 3),
        )  # fmt: skip
        presence = np.array([role != "B10" or level == "L1C" for role in ROLES])
        cases.append(
            Case("Simulated scenes", scene.reflectance, presence, scene.labels, everything)
        )
    return cases


def limited(case: Case, band_set: str) -> NDArray[np.bool_] | None:
    """Presence (13,) of a set of bands in a case; None if the case cannot supply it."""
    wanted = [role in BAND_SETS[band_set] for role in ROLES]
    presence = case.presence & wanted
    nir, narrow = ROLES.index("B08"), ROLES.index("B8A")
    if "B08" in BAND_SETS[band_set] and not case.presence[nir]:
        presence[narrow] = case.presence[narrow]
    needed = {"RGB": 3, "RGB+NIR": 4, "6": 6, "10": 8, "13": 11}[band_set]
    return presence if presence.sum() >= needed else None


# Rivals ------------------------------------------------------------------------------------


def ukis_labels(case: Case, bands: int, level: str) -> Labels | None:
    """Labels by ukis-csmask as its users call it; cloud is given as thick."""
    from ukis_csmask.mask import CSmask

    roles = list(BAND_SETS["6"][:bands])
    if not case.presence[ROLES.index("B08")]:
        roles[3] = "B8A"
    index = [ROLES.index(role) for role in roles]
    if not case.presence[index].all():
        return None
    image = np.ascontiguousarray(case.reflectance[index].transpose(1, 2, 0))
    mask = CSmask(image, list(UKIS_BANDS[:bands]), level, intra_op_num_threads=2).csm[..., 0]
    codes: Labels = np.array([CLEAR, THICK_CLOUD, CLOUD_SHADOW], np.uint8)[mask]
    return codes


def brightness(reflectance: Cube) -> Cube:
    """Mean of red, green and blue (rows, cols)."""
    visible: Cube = reflectance[[ROLES.index(role) for role in RGB]].mean(axis=0)
    return visible


def tune_threshold(patches: Iterable[Patch]) -> float:
    """The brightness above which a pixel is best called cloud, by IoU on the training split."""
    values, truths = [], []
    for patch in patches:
        if not patch.validation and patch.source in ("s2cmc", "l8biome", "ukis_landsat5"):
            known = patch.labels != NODATA
            values.append(brightness(patch.reflectance.astype(np.float32))[known][::7])
            truths.append(np.isin(patch.labels[known][::7], (THICK_CLOUD, THIN_CLOUD)))
    value, truth = np.concatenate(values), np.concatenate(truths)
    candidates = np.arange(0.1, 0.6, 0.01)

    def overlap(threshold: float) -> float:
        found = value > threshold
        return float(np.sum(found & truth) / np.sum(found | truth))

    return float(max(candidates, key=overlap))


# Tables ------------------------------------------------------------------------------------


def score(cases: Sequence[Case], answer: Callable[[Case], Labels | None]) -> list[dict[str, Any]]:
    """One row a group and question: PA, UA, BOA, IoU, OA of all pixels and the median BOA."""
    counts: dict[tuple[str, str], list[Counts]] = {}
    for case in cases:
        labels = answer(case)
        if labels is not None:
            for question in case.questions:
                one = count(labels, case.reference, question)
                counts.setdefault((case.group, question), []).append(one)
    rows = []
    for (group, question), found in counts.items():
        both = total(found)
        figures = {
            "PA": both.producer_accuracy,
            "UA": both.user_accuracy,
            "BOA": both.balanced_accuracy,
            "IoU": both.intersection_over_union,
            "OA": both.overall_accuracy,
            "median BOA": median_balanced_accuracy(found),
        }
        rounded = {
            key: None if value != value else round(value, 3) for key, value in figures.items()
        }
        rows.append({"group": group, "question": question, "patches": len(found), **rounded})
    return rows


def peer_rows(cases: Sequence[Case], threshold: float) -> list[dict[str, Any]]:
    """Rows of the brightness threshold and of ukis-csmask's variants."""

    def bright(case: Case) -> Labels:
        cloudy = brightness(case.reflectance) > threshold
        return np.where(cloudy, THICK_CLOUD, CLEAR).astype(np.uint8)

    name = f"brightness > {threshold:.2f}"
    rows = [{"model": name, "bands": "RGB", **row} for row in score(cases, bright)]
    for bands, label in ((4, "RGB+NIR"), (6, "6")):
        for level in ("l1c", "l2a"):
            found = score(cases, partial(ukis_labels, bands=bands, level=level))
            name = f"ukis-csmask {bands} bands {level.upper()}"
            rows += [{"model": name, "bands": label, **row} for row in found]
    return [row for row in rows if row["question"] != "shadow" or "brightness" not in row["model"]]


def model_rows(model: Model, name: str, cases: Sequence[Case]) -> list[dict[str, Any]]:
    """Rows of one of our models, by set of bands."""

    def answer(case: Case, band_set: str) -> Labels | None:
        presence = limited(case, band_set)
        return None if presence is None else model.labels(case.reflectance, presence)

    rows = []
    for band_set in BAND_SETS:
        found = score(cases, partial(answer, band_set=band_set))
        rows += [{"model": name, "bands": band_set, **row} for row in found]
    return rows


# Stability ---------------------------------------------------------------------------------


def window_difference(
    model: Model, reflectance: Cube, presence: NDArray[np.bool_], window: int = 256
) -> float:
    """Share of labels that differ between windows and the whole, 64 px and more inside.

    Windows of ``window`` pixels start at multiples of the stride; where a window ends at the
    scene's own edge both see the same continuation, so nothing is left out there but the
    64 px at the window's border.
    """
    whole = model.labels(reflectance, presence)
    rows, cols = whole.shape
    differing = compared = 0
    for row in range(0, rows - window + 1, window // 2):
        for col in range(0, cols - window + 1, window // 2):
            area = np.s_[row : row + window, col : col + window]
            part = model.labels(reflectance[:, area[0], area[1]], presence)
            inner = np.s_[REACH : window - REACH, REACH : window - REACH]
            differing += int(np.sum(part[inner] != whole[area][inner]))
            compared += part[inner].size
    return differing / max(compared, 1)


def pixel_influence(
    model: Model, reflectance: Cube, presence: NDArray[np.bool_], tries: int = 12
) -> int:
    """Largest number of labels that one filled pixel changes, over random places."""
    rng = np.random.default_rng(5)
    whole = model.labels(reflectance, presence)
    worst = 0
    for _ in range(tries):
        valid = np.ones(whole.shape, bool)
        valid[rng.integers(whole.shape[0]), rng.integers(whole.shape[1])] = False
        changed = model.labels(fill_gaps(reflectance, valid), presence) != whole
        worst = max(worst, int(changed.sum()))
    return worst


def stability(model: Model, patches: Iterable[Patch]) -> dict[str, Any]:
    """Window differences and influence of a pixel on real and simulated scenes."""
    scenes = {
        p.name: (p.reflectance.astype(np.float32), p.presence)
        for p in patches
        if p.source in ("openeo_mol", "t29unu_60m")
    }
    for seed, resolution in ((11, 10.0), (12, 20.0), (13, 60.0)):
        simulated = simulate_scene(512, 512, seed=seed, resolution=resolution).reflectance
        scenes[f"simulated, {resolution:.0f} m"] = (simulated, np.ones(len(ROLES), bool))
    result: dict[str, Any] = {"reach_px": REACH, "window_px": 256, "scenes": {}}
    for name, (image, presence) in scenes.items():
        rgb = presence & [role in RGB for role in ROLES]
        result["scenes"][name] = {
            "labels_differing_all_bands": round(window_difference(model, image, presence), 6),
            "labels_differing_rgb": round(window_difference(model, image, rgb), 6),
            "labels_changed_by_one_pixel": pixel_influence(model, image, presence),
        }
    shares = [v for s in result["scenes"].values() for k, v in s.items() if "differing" in k]
    result["worst_share"] = max(shares)
    return result


# Output ------------------------------------------------------------------------------------


def as_markdown(rows: Sequence[Mapping[str, Any]]) -> str:
    """Tables by group and question."""
    lines = []
    for group in dict.fromkeys(row["group"] for row in rows):
        for question in ("cloud", "shadow"):  # "invalid" stays in the cards
            chosen = [r for r in rows if r["group"] == group and r["question"] == question]
            if not chosen:
                continue
            most = max(row["patches"] for row in chosen)
            lines += [f"\n**{group}: {question}** ({most} patches)\n"]
            lines += [
                "| model | bands | PA | UA | BOA | IoU | OA | median BOA |",
                "|---|---|" + "---|" * 6,
            ]
            for row in chosen:
                keys = ("PA", "UA", "BOA", "IoU", "OA", "median BOA")
                cells = ["–" if row[key] is None else f"{row[key]:.3f}" for key in keys]
                lines.append(f"| {row['model']} | {row['bands']} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def write_readme(text: str) -> None:
    """Put ``text`` between the marks in models/README.md."""
    path = MODELS / "README.md"
    before, _, rest = path.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    path.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")


def main() -> None:
    """Read the options, measure, and write cards and README."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", help="folder of the shared data")
    parser.add_argument("--no-peers", action="store_true", help="leave out ukis-csmask")
    parser.add_argument("--print-only", action="store_true", help="write no file")
    options = parser.parse_args()
    patches = list(read_patches(data_folder(options.data)))
    cases = real_cases(patches) + simulated_cases(patches)
    rows = []
    for card_path in sorted(MODELS.glob("*/card.json")):
        model = Model(card_path.parent / "model.onnx")
        ours = model_rows(model, card_path.parent.name, cases)
        steady = stability(model, patches)
        print(json.dumps(steady, indent=1))
        if not options.print_only:
            card = json.loads(card_path.read_text(encoding="utf-8"))
            card["accuracy"] = {"command": COMMAND, "rows": ours, "stability": steady}
            write_json(card_path, card)
        rows += ours
    if not options.no_peers:
        rows += peer_rows(cases, tune_threshold(patches))
    text = as_markdown(rows)
    print(text)
    if not options.print_only and not options.no_peers:
        write_readme(text)


if __name__ == "__main__":
    main()
