"""Which mask belongs to which scene: by what the masks tell of themselves, or by their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .errors import OptionError
from .raster import Backend
from .scene import SourceSpec

Tags = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class TaggedMask:
    """A classified raster and the tags of its file."""

    path: str
    tags: Tags = ()


def read_mask(path: str, backend: Backend) -> TaggedMask:
    """Return a mask with its tags.

    :raises SceneError: where it cannot be read.
    """
    reader = backend.open(path)
    try:
        return TaggedMask(path, reader.info.tags)
    finally:
        reader.close()


def belongs(tags: Tags, spec: SourceSpec) -> bool:
    """Tell whether a mask of this program says that it was made of a scene.

    By the scene's name and, where both know it, the time of acquisition: files of several dates
    have one name.
    """
    told = dict(tags)
    if told.get("CLOUDMASK_SOURCE") != spec.name or "CLOUDMASK_MODEL" not in told:
        return False
    mine, theirs = spec.acquired.value, told.get("ACQUISITION_TIME")
    return not mine or not theirs or mine == theirs


def assign_masks(specs: Sequence[SourceSpec], masks: Sequence[TaggedMask]) -> tuple[str, ...]:
    """Return the path of each scene's mask, "" for scenes without.

    Masks that say of which of the scenes they were made may come in any order and for some scenes
    only. All others are one for each scene, in the scenes' order.

    :raises OptionError: where it is not certain which mask belongs to which scene.
    """
    if not masks:
        return ("",) * len(specs)
    owners = [
        [number for number, spec in enumerate(specs) if belongs(mask.tags, spec)] for mask in masks
    ]
    sure = [found[0] for found in owners if len(found) == 1]
    if len(sure) == len(set(sure)) == len(masks):
        paths = {number: mask.path for number, mask in zip(sure, masks)}
        return tuple(paths.get(number, "") for number in range(len(specs)))
    if len(masks) != len(specs):
        raise OptionError(
            f"There are {len(masks)} masks for {len(specs)} scenes: give one for each, in the "
            "order of the scenes, or masks of this plugin that name their scene."
        )
    for number, (mask, found) in enumerate(zip(masks, owners)):
        if found and number not in found:
            raise OptionError(
                f"{Path(mask.path).name} was made of {specs[found[0]].name}, but stands in the "
                f"place of {specs[number].name}: give the masks in the order of the scenes."
            )
    return tuple(mask.path for mask in masks)
