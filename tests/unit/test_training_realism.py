"""What is measured of clouds and shadows, on patches made so that the answer is known."""

from __future__ import annotations

import numpy as np
import pytest

from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.classes import CLEAR, CLOUD_SHADOW, THICK_CLOUD
from training.realism import (
    DISTANCES,
    Labelled,
    across_outline,
    compare,
    darkest_visible,
    light_in_shadow,
    spectrum_of_thick_cloud,
)

SIZE = 160


@pytest.fixture
def patch() -> Labelled:
    """A cloud on the left whose brightness rises over 10 pixels from its outline in column 60 to
    three times that of the ground, and 12 times in band B11, and a shadow on the right.
    """
    columns = np.arange(SIZE, dtype=np.float32)
    rise = np.clip((60.5 - columns) / 10, 0, 1)
    image = np.full((len(ROLES), SIZE, SIZE), 0.1, np.float32)
    image *= 1 + 2 * rise
    image[ROLES.index("B11")] = 0.1 + 1.1 * rise
    labels = np.full((SIZE, SIZE), CLEAR, np.uint8)
    labels[:, :61] = THICK_CLOUD
    labels[40:120, 90:120] = CLOUD_SHADOW
    image[:, 40:120, 90:120] *= np.linspace(0.2, 0.8, len(ROLES))[:, None, None]
    return Labelled("made up", image, labels)


def test_the_light_in_a_shadow_is_told_by_band(patch: Labelled) -> None:
    np.testing.assert_allclose(light_in_shadow(patch), np.linspace(0.2, 0.8, 13), rtol=1e-3)


def test_the_spectrum_of_thick_cloud_is_told_by_its_green(patch: Labelled) -> None:
    spectrum = spectrum_of_thick_cloud(patch)
    assert spectrum is not None
    assert spectrum[ROLES.index("B03")] == 1
    assert spectrum[ROLES.index("B11")] == pytest.approx(4)


def test_brightness_is_told_by_the_distance_from_the_outline(patch: Labelled) -> None:
    profile = across_outline(patch)
    assert profile is not None
    inside = np.array(DISTANCES[2:-1])
    middles = np.minimum((inside + np.array(DISTANCES[3:])) / 2, 10) / 10
    np.testing.assert_allclose(profile[2:] / profile[-1], middles, atol=0.06)


def test_the_darkest_visible_band_of_a_class_is_told_by_percentiles(patch: Labelled) -> None:
    patch.reflectance[ROLES.index("B04")] *= 0.5
    patch.reflectance[ROLES.index("B08")] *= 0.1  # not visible
    percentiles = darkest_visible(patch, THICK_CLOUD)
    assert percentiles is not None
    # Of 61 columns three are nearer to the outline than that in which the rise is 0.35.
    assert percentiles[[0, 2, 4]] == pytest.approx([0.085, 0.15, 0.15], abs=0.003)


def test_patches_without_what_is_measured_are_passed_over(patch: Labelled) -> None:
    clear = Labelled("clear", patch.reflectance, np.full_like(patch.labels, CLEAR))
    assert light_in_shadow(clear) is spectrum_of_thick_cloud(clear) is across_outline(clear) is None
    assert darkest_visible(clear, THICK_CLOUD) is None
    lines = compare([patch, clear, patch])
    assert sum("made up" in line and "( 2)" in line for line in lines) == 4
    assert not any("clear" in line and "( 1)" in line for line in lines)
