"""Real clouds: lifted off their ground, laid over another."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import ndimage

from cloudmask_plugin.engine.bands import ROLES
from training.clouds import cast_shadow
from training.datasets import ALLOW_CLEAR, ALLOW_CLOUD, ALLOW_SHADOW, Patch
from training.simulation import SimulatedScene, lay_clouds, simulate_scene
from training.transplants import FAINT, RealCloud, RealLayer, draw_layer, lifted, outlined

SIDE = 192


@pytest.fixture(scope="module")
def dates() -> tuple[np.ndarray, SimulatedScene]:
    """A place on a clear date, and with broken clouds over it."""
    ground = simulate_scene(SIDE, SIDE, seed=4, thick=0, thin=0).reflectance
    scene = lay_clouds(
        ground.copy(),
        rng=np.random.default_rng(9),
        resolution=10.0,
        sun_zenith=40.0,
        sun_azimuth=150.0,
        thick=0.3,
        thin=0.0,
        level="L1C",
    )
    return ground, scene


@pytest.fixture(scope="module")
def cloud(dates: tuple[np.ndarray, SimulatedScene]) -> RealCloud:
    ground, scene = dates
    return lifted("a", scene.reflectance, ground, (scene.opacity > 0.2).astype(np.float32))


def test_a_cloud_laid_over_its_own_ground_gives_the_date_it_was_lifted_from(
    dates: tuple[np.ndarray, SimulatedScene], cloud: RealCloud
) -> None:
    ground, scene = dates
    again = ground * (1 - cloud.opacity) + cloud.light.astype(np.float32)
    seen = (cloud.opacity > FAINT) & (scene.shade < 0.01)
    assert seen.mean() > 0.1
    visible = [ROLES.index(role) for role in ("B02", "B03", "B04")]
    apart = np.abs(again - scene.reflectance)[visible][:, seen]
    assert apart.max() < 2e-3  # light is kept as float16


def test_what_hides_the_ground_is_told_from_what_does_not(
    dates: tuple[np.ndarray, SimulatedScene], cloud: RealCloud
) -> None:
    opacity = dates[1].opacity
    assert np.median(cloud.opacity[opacity > 0.9]) > 0.75
    far = ndimage.maximum_filter(opacity, 5) < 0.01  # beyond the sensor's soft edges
    assert (cloud.opacity[far] < 0.2).mean() > 0.995
    assert np.corrcoef(cloud.opacity.ravel(), opacity.ravel())[0, 1] > 0.9


def test_shadow_and_changed_fields_of_the_cloudy_date_do_not_come_along(cloud: RealCloud) -> None:
    bare = cloud.opacity == 0
    assert bare.any()
    assert not cloud.light[:, bare].any()


@settings(max_examples=30)
@given(row=st.integers(-300, 300), col=st.integers(-300, 300), seed=st.integers(0, 99))
def test_a_layer_is_one_endless_plane(row: int, col: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    opacity = rng.random((40, 56)).astype(np.float32)
    one = RealCloud("a", opacity, np.zeros((13, 40, 56), np.float16), high=False)
    layer = draw_layer(rng, [one])
    wide = layer.veil(row - 5, col - 7, 60, 60)[0]
    assert np.array_equal(layer.veil(row, col, 30, 30)[0], wide[5:35, 7:37])
    assert np.isin(wide, opacity).all()


def test_its_shadow_falls_away_from_the_sun() -> None:
    opacity = np.zeros((SIDE, SIDE), np.float32)
    opacity[80:100, 80:100] = 1
    one = RealCloud("a", opacity, np.zeros((len(ROLES), SIDE, SIDE), np.float16), high=False)
    layer = RealLayer(one, height=400.0, turn=0, start=(0, 0), gain=1.0)
    shade = cast_shadow(layer, SIDE, SIDE, 10.0, 45.0, 180.0)[0]  # sun in the south, 40 px
    rows, cols = np.nonzero(shade > 0.5)
    assert rows.mean() == pytest.approx(89.5 - 40, abs=1)
    assert cols.mean() == pytest.approx(89.5, abs=1)


def test_clouds_cut_out_along_outlines_are_those_that_were_drawn_and_fade_at_their_edges() -> None:
    allowed = np.full((SIDE, SIDE), ALLOW_CLEAR, np.uint8)
    allowed[50:90, 60:130] = ALLOW_CLOUD
    allowed[120:140, 60:130] = ALLOW_CLEAR | ALLOW_SHADOW
    image = np.full((len(ROLES), SIDE, SIDE), 0.4, np.float16)
    nothing = np.ones(len(ROLES), bool)
    patch = Patch(
        "s2cmc__a", "s2cmc", "a", image, nothing, allowed, allowed, "L1C", 45.0, False, False, False
    )
    cloud = outlined(patch)
    assert cloud.opacity[60:80, 70:120] == pytest.approx(1, abs=1e-3)
    assert cloud.opacity[100:, :].max() < 1e-3
    assert cloud.opacity[49, 90] + cloud.opacity[50, 90] == pytest.approx(1, abs=0.01)
    assert np.allclose(cloud.light[:, 70, 90], 0.4, atol=1e-3)
