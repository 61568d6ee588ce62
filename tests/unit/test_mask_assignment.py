"""Which mask belongs to which scene."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.errors import OptionError
from cloudmask_plugin.engine.mask_assignment import (
    TaggedMask,
    assign_masks,
    belongs,
    read_mask,
)
from cloudmask_plugin.engine.pipeline import MaskRequest, mask_scene
from cloudmask_plugin.engine.raster import choose_backend
from cloudmask_plugin.engine.reporter import SilentReporter
from cloudmask_plugin.engine.scene import Resolved, SourceSpec

NAMES = ("may", "june", "july")


@pytest.fixture(scope="module")
def spec(scene_file: Path) -> SourceSpec:
    return describe(str(scene_file))


@pytest.fixture
def specs(spec: SourceSpec) -> list[SourceSpec]:
    return [replace(spec, name=name) for name in NAMES]


def mask_of(name: str, time: str = "2022-10-05T11:54:11Z") -> TaggedMask:
    tags = {"CLOUDMASK_SOURCE": name, "CLOUDMASK_MODEL": "fast", "ACQUISITION_TIME": time}
    return TaggedMask(f"/masks/{name}.tif", tuple(tags.items()))


def test_a_mask_as_written_says_whose_it_is(spec: SourceSpec, tmp_path: Path) -> None:
    path = str(tmp_path / "mask.tif")
    mask_scene(MaskRequest(spec, path, resolution=60), SilentReporter())
    tags = read_mask(path, choose_backend()).tags
    assert belongs(tags, spec)
    assert not belongs(tags, replace(spec, name="another"))
    assert not belongs(tags, replace(spec, acquired=Resolved("2021-01-01", "")))


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_masks_that_name_their_scenes_come_in_any_order(
    specs: list[SourceSpec], order: tuple[int, ...]
) -> None:
    masks = [mask_of(NAMES[number]) for number in order]
    assert assign_masks(specs, masks) == ("/masks/may.tif", "/masks/june.tif", "/masks/july.tif")


def test_scenes_may_go_without_where_the_masks_name_theirs(specs: list[SourceSpec]) -> None:
    assert assign_masks(specs, [mask_of("july")]) == ("", "", "/masks/july.tif")
    assert assign_masks(specs, []) == ("", "", "")


def test_other_masks_are_taken_in_the_order_of_the_scenes(specs: list[SourceSpec]) -> None:
    masks = [TaggedMask(f"{name}_SCL.tif") for name in ("a", "b", "c")]
    assert assign_masks(specs, masks) == ("a_SCL.tif", "b_SCL.tif", "c_SCL.tif")


def test_dates_of_one_file_are_told_apart_by_their_time(spec: SourceSpec) -> None:
    dates = ("2022-05-01", "2022-06-01")
    specs = [replace(spec, name="series", acquired=Resolved(day, "")) for day in dates]
    assert assign_masks(specs, [mask_of("series", dates[1])]) == ("", "/masks/series.tif")


@pytest.mark.parametrize("count", [1, 2, 4])
def test_other_masks_must_be_as_many_as_the_scenes(specs: list[SourceSpec], count: int) -> None:
    masks = [TaggedMask(f"{number}.tif") for number in range(count)]
    with pytest.raises(OptionError, match=f"There are {count} masks for 3 scenes: give one"):
        assign_masks(specs, masks)


def test_an_order_that_a_mask_contradicts_is_refused(specs: list[SourceSpec]) -> None:
    masks = [mask_of("june"), TaggedMask("b.tif"), TaggedMask("c.tif")]
    with pytest.raises(OptionError, match=r"june\.tif was made of june, but stands .* of may"):
        assign_masks(specs, masks)
