"""Snow that falls on real ground."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cloudmask_plugin.engine.bands import ROLES
from training.datasets import VISIBLE_ROWS
from training.simulation import simulate_scene
from training.snowfall import snow_over

SIDE = 96
CLOUDLESS = {"thick": 0.0, "thin": 0.0, "resolution": 20.0}


def snowed(ground: np.ndarray, seed: int, level: str = "L2A") -> np.ndarray:
    """The ground under some snow."""
    return snow_over(
        np.random.default_rng(seed),
        ground,
        resolution=20.0,
        sun_zenith=50.0,
        sun_azimuth=150.0,
        level=level,
    )


@given(st.integers(0, 10**6), st.sampled_from(["L1C", "L2A"]))
@settings(max_examples=15)
def test_snow_makes_ground_whiter_and_the_cirrus_band_does_not_see_it(
    seed: int, level: str
) -> None:
    ground = simulate_scene(SIDE, SIDE, seed=seed, level=level, **CLOUDLESS).reflectance
    before, white = ground.copy(), snowed(ground, seed, level)
    np.testing.assert_array_equal(ground, before)  # what is given stays as it is
    assert white.dtype == np.float32 and np.isfinite(white).all() and white.min() >= 0
    assert white[VISIBLE_ROWS].mean() > before[VISIBLE_ROWS].mean()
    cirrus = ROLES.index("B10")
    np.testing.assert_array_equal(white[cirrus], before[cirrus])
    # Snow is white, and black in the short-wave infrared (Dozier 1989): the normalised difference
    # of the two rises wherever it lies.
    green, short = ROLES.index("B03"), ROLES.index("B11")

    def index(image: np.ndarray) -> np.ndarray:
        return (image[green] - image[short]) / np.maximum(image[green] + image[short], 1e-3)

    dry = index(before) < 0.2  # that of water is as high
    lying = dry & (white[green] > before[green] + 0.2)
    if lying.any():
        assert (index(white) > index(before))[lying].mean() > 0.99


def test_what_shows_on_the_ground_shows_in_its_snow() -> None:
    track = np.full((len(ROLES), SIDE, SIDE), 0.2, np.float32)
    track[:, 40:43] = 0.08
    darker = [
        snowed(track, seed)[VISIBLE_ROWS][:, 41].mean()
        < snowed(track, seed)[VISIBLE_ROWS][:, [30, 52]].mean()
        for seed in range(20)
    ]
    assert np.mean(darker) > 0.9


def test_snow_lies_on_all_some_or_hardly_any_of_the_ground_and_at_times_thinly() -> None:
    ground = np.full((len(ROLES), SIDE, SIDE), 0.1, np.float32)
    images = [snowed(ground, seed)[VISIBLE_ROWS].mean(axis=0) for seed in range(60)]
    covered = np.array([(image > 0.2).mean() for image in images])
    assert (covered > 0.98).any() and (covered < 0.6).any()
    brightest = np.array([np.percentile(image, 99) for image in images])
    assert (brightest > 0.7).any() and (brightest < 0.5).any()
