"""Pictures of every held-out place: ``python -m training.gallery docs/validation``.

A row a patch: the scene, its reference, each bundled model's mask, the best peer's, and where
each model differs from the reference. The sheets are small JPEG files; docs/validation.md
shows them.
"""

from __future__ import annotations

import argparse
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.classes import CLOUD_CODES, CLOUD_SHADOW, NODATA

from . import peers
from .bundled import BundledModel, bundled_models
from .cases import CATALOGUE, LAID, SIMULATED, Case, Cube, Labels, real_cases, simulated_cases
from .datasets import Patch, data_folder, read_patches
from .plots import class_colours
from .scores import count

Picture = NDArray[np.uint8]  # (rows, cols, 3)

PANEL, WORST_PANEL, STRIP, GAP = 150, 210, 14, 4  # pixels
WORST = 10
LARGEST = 600_000  # bytes of a sheet: all six stay below 4 MB
PAPER, INK = (255, 255, 255), (20, 20, 20)
# Orange for what should not be there, purple for what is missing (ColorBrewer PuOr: told
# apart with every common kind of colour blindness), greys for what is right.
RIGHT_CLEAR, RIGHT_CLOUD, RIGHT_SHADOW = (232, 232, 232), (165, 165, 165), (110, 110, 110)
FALSE_CLOUD, MISSED_CLOUD = (230, 97, 1), (94, 60, 153)
FALSE_SHADOW, MISSED_SHADOW = (253, 184, 99), (178, 171, 210)


@dataclass(frozen=True, eq=False)
class Exhibit:
    """What is shown of a patch; ``answers`` and ``peer`` are a title and class codes each."""

    title: str
    scene: Picture
    reference: Labels | None
    answers: tuple[tuple[str, Labels], ...]
    peer: tuple[str, Labels]
    shadow_labelled: bool

    @property
    def wrong(self) -> float:
        """Share of labelled pixels that the first model takes for cloud or clear wrongly."""
        if self.reference is None:
            return 0.0
        return 1 - count(self.answers[0][1], self.reference, "cloud").overall_accuracy


def natural_colour(reflectance: Cube) -> Picture:
    """True colour, brightened where the whole scene is dark."""
    image = reflectance[[ROLES.index(role) for role in ("B04", "B03", "B02")]]
    top = float(np.clip(np.percentile(image, 99.5), 0.2, 1.0))
    stretched = np.clip(image / top, 0, 1) ** 0.6
    return np.round(255 * stretched.transpose(1, 2, 0)).astype(np.uint8)


def difference(answer: Labels, reference: Labels, shadow_labelled: bool) -> Picture:
    """Where (rows, cols, 3) an answer is right, says too much, and says too little.

    Without labelled shadow, shadow counts as clear in both.
    """
    cloud, truly_cloud = np.isin(answer, CLOUD_CODES), np.isin(reference, CLOUD_CODES)
    shadow = (answer == CLOUD_SHADOW) & shadow_labelled
    truly_shadow = (reference == CLOUD_SHADOW) & shadow_labelled
    picture = np.full((*answer.shape, 3), RIGHT_CLEAR, np.uint8)
    picture[shadow & truly_shadow] = RIGHT_SHADOW
    picture[shadow & ~truly_shadow] = FALSE_SHADOW
    picture[~shadow & truly_shadow] = MISSED_SHADOW
    picture[cloud & truly_cloud] = RIGHT_CLOUD
    picture[cloud & ~truly_cloud] = FALSE_CLOUD
    picture[~cloud & truly_cloud] = MISSED_CLOUD
    picture[reference == NODATA] = PAPER
    return picture


def row_of(exhibit: Exhibit, panel: int) -> Picture:
    """One patch: panels side by side below a strip with its name and scores."""
    reference = exhibit.reference
    panels = [_scaled(exhibit.scene, panel, Image.Resampling.BOX)]
    names = ["scene"]

    def add(name: str, picture: Picture) -> None:
        panels.append(_scaled(picture, panel, Image.Resampling.NEAREST))
        names.append(name)

    if reference is not None:
        add("reference", mask_colours(reference))
    for name, codes in (*exhibit.answers, exhibit.peer):
        add(_scored(name, codes, reference), mask_colours(codes))
    if reference is not None:
        for name, codes in exhibit.answers:
            add(
                f"{name}: difference",
                difference(codes, reference, exhibit.shadow_labelled),
            )
    width = len(panels) * (panel + GAP) - GAP
    sheet = Image.new("RGB", (width, 2 * STRIP + panel + GAP), PAPER)
    draw = ImageDraw.Draw(sheet)
    draw.text((0, 0), exhibit.title, fill=INK)
    for number, (name, picture) in enumerate(zip(names, panels)):
        draw.text((number * (panel + GAP), STRIP - 2), name, fill=INK)
        sheet.paste(picture, (number * (panel + GAP), 2 * STRIP - 2))
    return np.asarray(sheet)


def mask_colours(codes: Labels) -> Picture:
    """Class colours, white where unlabelled."""
    known = codes != NODATA
    picture = class_colours(np.where(known, codes, 0).astype(np.uint8))
    picture[~known] = PAPER
    return picture


def sheet_of(exhibits: Sequence[Exhibit], panel: int = PANEL) -> Picture:
    """Rows of patches below each other, all as wide as the widest."""
    rows = [row_of(exhibit, panel) for exhibit in exhibits]
    width = max(row.shape[1] for row in rows)
    wide = [
        np.pad(row, ((0, 0), (0, width - row.shape[1]), (0, 0)), constant_values=255)
        for row in rows
    ]
    return np.concatenate(wide)


def _scored(name: str, codes: Labels, reference: Labels | None) -> str:
    if reference is None:
        return name
    overlap = count(codes, reference, "cloud").intersection_over_union
    return name if overlap != overlap else f"{name} {overlap:.2f}"


def _scaled(picture: Picture, side: int, way: Image.Resampling) -> Image.Image:
    return Image.fromarray(picture).resize((side, side), way)


# Exhibits ----------------------------------------------------------------------------------


def exhibit(
    title: str,
    case: Case | Patch,
    reference: Labels | None,
    models: Sequence[BundledModel],
    threshold: float,
    level: str,
    shadow_labelled: bool = False,
) -> Exhibit:
    """Masks of a patch by all models, with all its bands, and by the peer that fits it best."""
    image = case.reflectance.astype(np.float32)
    peer = peers.kept_ukis_labels(image, case.presence, 4, level)
    name = f"ukis 4 bands {level.upper()}"
    if peer is None:
        peer, name = peers.bright_labels(image, threshold), f"brightness > {threshold:.2f}"
    own = [(model.name, model.labels(image, case.presence)) for model in models]
    return Exhibit(
        title, natural_colour(image), reference, tuple(own), (name, peer), shadow_labelled
    )


def all_exhibits(
    patches: Sequence[Patch], models: Sequence[BundledModel]
) -> dict[str, list[Exhibit]]:
    """Exhibits by the name of their sheet; every held-out patch is on one of them."""
    threshold = peers.tune_threshold(patches)
    levels = {patch.name: patch.level.lower() for patch in patches}

    def shown(case: Case) -> Exhibit:
        title = f"{case.name}  ({case.group})"
        return exhibit(
            title, case, case.reference, models, threshold,
            levels.get(case.name, "l1c"), "shadow" in case.questions,
        )  # fmt: skip

    real, simulated = real_cases(patches), simulated_cases(patches)
    named = {case.name for case in real}
    catalogue = [shown(case) for case in real if case.group == CATALOGUE]
    half = (len(catalogue) + 1) // 2
    others = [shown(case) for case in real if case.group != CATALOGUE]
    unlabelled = [
        exhibit(patch.name, patch, None, models, threshold, patch.level.lower())
        for patch in patches
        if patch.validation and patch.name not in named
    ]
    return {
        "worst": sorted([*catalogue, *others], key=lambda one: -one.wrong)[:WORST],
        "catalogue-1": catalogue[:half],
        "catalogue-2": catalogue[half:],
        "multispectral": others,
        "unlabelled": unlabelled,
        "simulated": [shown(case) for case in simulated if case.group in (LAID, SIMULATED)],
    }


def write_sheets(exhibits: Mapping[str, Sequence[Exhibit]], folder: Path) -> None:
    """Write each sheet as a JPEG file."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, chosen in exhibits.items():
        sheet = Image.fromarray(sheet_of(chosen, WORST_PANEL if name == "worst" else PANEL))
        path = folder / f"{name}.jpg"
        path.write_bytes(as_jpeg(sheet, LARGEST))
        print(f"{path}: {sheet.width} x {sheet.height}, {path.stat().st_size / 1000:.0f} kB")


def as_jpeg(sheet: Image.Image, largest: int) -> bytes:
    """The sheet as JPEG of the best quality with which it has no more than ``largest`` bytes."""
    for quality in (80, 70, 60, 50, 40, 30, 20):
        file = io.BytesIO()
        sheet.save(file, "JPEG", quality=quality, optimize=True, subsampling=0)
        if file.tell() <= largest:
            break
    return file.getvalue()


def main() -> None:
    """Read the options and write the sheets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where to write the sheets")
    parser.add_argument("--data", help="folder of the shared data")
    options = parser.parse_args()
    patches = list(read_patches(data_folder(options.data)))
    write_sheets(all_exhibits(patches, bundled_models()), options.folder)


if __name__ == "__main__":
    main()
