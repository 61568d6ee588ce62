"""What is inferred where labels say less than brightness or the whole patch."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.classes import CLEAR, THICK_CLOUD
from training.datasets import (
    ALLOW_CLEAR,
    ALLOW_CLOUD,
    ALLOW_SHADOW,
    ALLOW_THICK,
    ALLOW_THIN,
    Patch,
    allowed_classes,
    data_folder,
    read_patches,
)
from training.inferred_labels import DARK_GROUND, THICK_FROM, open_on_water, with_inferred

SIZE = 20


def patch(brightness: NDArray[np.float64], allowed: NDArray[np.uint8]) -> Patch:
    """A patch of red, green and blue, all of a ``brightness`` (rows, cols)."""
    presence = np.array([role in ("B02", "B03", "B04") for role in ROLES])
    reflectance = (presence[:, None, None] * brightness).astype(np.float16)
    labels = np.zeros(allowed.shape, np.uint8)
    return Patch(
        "some__1", "some", "somewhere", reflectance, presence, allowed, labels, "L1C", 10.0,
        False, False, False,
    )  # fmt: skip


@pytest.fixture
def half_cloud() -> Callable[[float, float], Patch]:
    """A patch: dark or bright ground above, cloud below whose left half is bright."""

    def made(ground: float, dim: float = 0.25) -> Patch:
        brightness = np.full((SIZE, SIZE), ground)
        brightness[SIZE // 2 :] = dim
        brightness[SIZE // 2 :, : SIZE // 2] = 0.7
        allowed = np.full((SIZE, SIZE), ALLOW_CLEAR, np.uint8)
        allowed[SIZE // 2 :] = ALLOW_CLOUD
        return patch(brightness, allowed)

    return made


def test_bright_cloud_over_dark_ground_is_thick_and_the_dimmer_rest_may_be_either(
    half_cloud: Callable[[float], Patch],
) -> None:
    inferred = with_inferred(half_cloud(0.08), None, clear=False).allowed
    assert (inferred[SIZE // 2 :, : SIZE // 2] == ALLOW_THICK).all()
    assert (inferred[SIZE // 2 :, SIZE // 2 :] == ALLOW_CLOUD).all()
    assert (inferred[: SIZE // 2] == ALLOW_CLEAR).all()


def test_over_snow_brightness_says_nothing_of_a_cloud(half_cloud: Callable[[float], Patch]) -> None:
    before = half_cloud(0.6)
    assert np.array_equal(with_inferred(before, None, clear=False).allowed, before.allowed)


def test_without_clear_ground_in_sight_nothing_is_inferred() -> None:
    cloud = patch(np.full((SIZE, SIZE), 0.9), np.full((SIZE, SIZE), ALLOW_CLOUD, np.uint8))
    assert (with_inferred(cloud, None, clear=False).allowed == ALLOW_CLOUD).all()


def test_a_class_that_people_have_drawn_stays(half_cloud: Callable[[float], Patch]) -> None:
    before = half_cloud(0.08)
    before.allowed[-1] = ALLOW_THIN
    before.allowed[0] = ALLOW_SHADOW
    inferred = with_inferred(before, None, clear=False).allowed
    assert (inferred[-1] == ALLOW_THIN).all() and (inferred[0] == ALLOW_SHADOW).all()


def test_in_a_cloud_free_patch_what_teachers_call_shadow_is_clear_and_their_cloud_stays_open() -> (
    None
):
    soft = np.zeros((4, SIZE, SIZE), np.uint8)
    soft[0], soft[3] = 255, 255
    soft[:3, :5] = np.array([0, 0, 255], np.uint8)[:, None, None]  # a lake, by them in shadow
    soft[:3, -5:] = np.array([0, 255, 0], np.uint8)[:, None, None]
    unlabelled = patch(np.full((SIZE, SIZE), 0.05), np.zeros((SIZE, SIZE), np.uint8))
    inferred = with_inferred(unlabelled, soft, clear=True).allowed
    assert (inferred[:-5] == ALLOW_CLEAR).all()
    assert (inferred[-5:] == 0).all()


def test_teachers_have_no_say_where_they_call_water_shadow_and_keep_all_else() -> None:
    spectra = {"B02": 0.08, "B03": 0.06, "B04": 0.04, "B8A": 0.02, "B11": 0.01}
    water = patch(np.zeros((3, 2)), np.zeros((3, 2), np.uint8))
    for role, value in spectra.items():
        water.reflectance[ROLES.index(role)] = value
        water.presence[ROLES.index(role)] = True
    water.reflectance[ROLES.index("B11"), 2] = 0.06  # the last row is ground in shadow
    soft = np.zeros((4, 3, 2), np.uint8)
    soft[:, :, 0], soft[:, :, 1] = [[255], [0], [0], [200]], [[20], [0], [235], [200]]
    opened = open_on_water(water, soft)
    assert opened[3].tolist() == [[200, 0], [200, 0], [200, 200]]
    assert np.array_equal(opened[:3], soft[:3])
    water.presence[ROLES.index("B11")] = False
    assert np.array_equal(open_on_water(water, soft), soft)


@pytest.mark.real_data
def test_no_thin_cloud_labelled_over_dark_ground_is_as_bright_and_nearly_all_thick_is() -> None:
    if not (data_folder() / "train" / "index.json").exists():
        pytest.skip("the shared data are not here: set CLOUDMASK_DATA to their folder")
    thin, thick = [], []
    for one in read_patches(data_folder(), ("l8biome",)):
        ground = one.allowed == ALLOW_CLEAR
        darkest = one.reflectance[[1, 2, 3]].min(axis=0).astype(np.float32)
        if one.validation or ground.mean() < 0.01:
            continue
        if np.percentile(darkest[ground], 90) <= DARK_GROUND:
            thin.append(darkest[one.allowed == ALLOW_THIN])
            thick.append(darkest[one.allowed == ALLOW_THICK])
    thin_all, thick_all = np.concatenate(thin), np.concatenate(thick)
    assert len(thin_all) > 18_000 and len(thick_all) > 17_000
    assert thin_all.max() < 0.38 < THICK_FROM
    assert (thick_all > THICK_FROM).mean() > 0.99


@settings(max_examples=60, deadline=None)
@given(
    shift=st.tuples(st.integers(-25, 25), st.integers(-25, 25)).filter(
        lambda s: abs(s[0] + s[1]) > 4
    ),
    height=st.floats(0, 1.5),
    place=st.tuples(st.integers(100, 120), st.integers(100, 120)),
)
def test_ground_in_reach_of_a_clouds_shadow_is_never_taught_as_clear_and_ground_sunward_of_it_is(
    shift: tuple[int, int], height: float, place: tuple[int, int]
) -> None:
    labels = np.zeros((240, 240), np.uint8)  # out of reach of clouds beyond it
    labels[place[0] : place[0] + 6, place[1] : place[1] + 9] = THICK_CLOUD
    allowed = allowed_classes("s2cmc", labels, False, None, np.array(shift))
    falls = np.rint(np.multiply(shift, height)).astype(int)
    shadow = np.roll(labels, falls, axis=(0, 1)) == THICK_CLOUD
    assert (allowed[shadow & (labels == CLEAR)] != ALLOW_CLEAR).all()
    length = np.hypot(*shift)
    sunward = np.rint(np.multiply(shift, -25 / length)).astype(int)
    towards_sun = np.roll(labels, sunward, axis=(0, 1)) == THICK_CLOUD
    assert (allowed[towards_sun] == ALLOW_CLEAR).all()
    unknown = allowed_classes("s2cmc", labels, False)
    assert (unknown[towards_sun] == ALLOW_CLEAR | ALLOW_SHADOW).all()


def test_what_clouds_beyond_the_frame_may_shade_is_left_open() -> None:
    labels = np.zeros((200, 200), np.uint8)
    labels[40:50, 150:160] = THICK_CLOUD
    allowed = allowed_classes("s2cmc", labels, False, None, np.array([10, 0]))
    assert (allowed[:12, 110:190] == ALLOW_CLEAR | ALLOW_SHADOW).all()
    assert (allowed[24:34, 110:190] == ALLOW_CLEAR).all()
