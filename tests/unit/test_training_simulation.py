"""The simulator: truth that agrees with the picture, the same for the same seed, at any size."""

from __future__ import annotations

import dataclasses
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import ndimage

from cloudmask_plugin.engine.bands import ROLES, VISIBLE
from cloudmask_plugin.engine.classes import (
    CLEAR,
    CLOUD_SHADOW,
    CODES,
    THICK_CLOUD,
    THIN_CLOUD,
)
from training.clouds import (
    COVERS,
    HIDING,
    CloudLayer,
    HazeLayer,
    Shape,
    absorbing,
    cast_shadow,
    hidden,
    reflecting,
    shadow_offset,
)
from training.fractal_noise import noise
from training.simulation import THROUGH, SimulatedScene, flood, lay_clouds, simulate_scene


@pytest.fixture(scope="module")
def cumulus() -> SimulatedScene:
    return simulate_scene(512, 512, seed=63, thick=0.15, thin=0.0, sun_zenith=40)


HEAPS = Shape(seed=3, pattern="heaps", size=40.0, roughness=0.46, shear=0.0, level=0.8, edge=0.2)


def _layer(height: float) -> CloudLayer:
    return CloudLayer(
        shape=HEAPS,
        height=height,
        hiding=0.3,
        albedo=0.9,
        relief=0.0,
        spectrum=np.full(len(ROLES), 0.9, np.float32),
    )


@given(
    rows=st.integers(1, 70),
    cols=st.integers(1, 70),
    seed=st.integers(0, 10**6),
    resolution=st.sampled_from([9.0, 10.0, 20.0, 30.0, 60.0]),
    level=st.sampled_from(["L1C", "L2A"]),
    snow=st.sampled_from([0.0, 0.5]),
)
@settings(max_examples=40)
def test_any_size_gives_finite_reflectance_and_known_classes(
    rows: int, cols: int, seed: int, resolution: float, level: str, snow: float
) -> None:
    scene = simulate_scene(rows, cols, seed=seed, resolution=resolution, level=level, snow=snow)
    assert scene.reflectance.shape == (len(ROLES), rows, cols)
    assert scene.reflectance.dtype == np.float32
    assert np.isfinite(scene.reflectance).all()
    assert scene.reflectance.min() >= 0
    assert scene.reflectance.max() < 2
    assert scene.labels.shape == (rows, cols)
    assert scene.labels.dtype == np.uint8
    assert set(np.unique(scene.labels)) <= set(CODES)


def test_the_same_seed_gives_the_same_scene_and_another_seed_another() -> None:
    first, again, other = (simulate_scene(80, 90, seed=s) for s in (5, 5, 6))
    assert np.array_equal(first.reflectance, again.reflectance)
    assert np.array_equal(first.labels, again.labels)
    assert not np.array_equal(first.reflectance, other.reflectance)


def test_noise_is_one_plane_whichever_window_is_asked_for() -> None:
    whole = noise(9, -40, -30, 200, 220, coarsest=64)
    part = noise(9, 17, 5, 60, 80, coarsest=64)
    assert np.array_equal(whole[57:117, 35:115], part)


@pytest.mark.parametrize("zenith", [20.0, 45.0, 65.0])
@pytest.mark.parametrize("azimuth", [0.0, 90.0, 150.0, 287.0])
def test_a_shadow_lies_opposite_the_sun_at_height_times_tangent(
    zenith: float, azimuth: float
) -> None:
    height, resolution, size = 1500.0, 30.0, 256
    layer = _layer(height)
    cloud = layer.veil(0, 0, size, size)[0]
    shade = cast_shadow(layer, size, size, resolution, zenith, azimuth)[0]
    # Independent of the simulator's own geometry: where the pictures match best.
    spectrum = np.fft.fft2(shade) * np.conj(np.fft.fft2(cloud))
    match = np.fft.ifft2(spectrum / (np.abs(spectrum) + 1e-6)).real
    down, right = (
        (peak + size // 2) % size - size // 2
        for peak in np.unravel_index(match.argmax(), match.shape)
    )
    distance = height * math.tan(math.radians(zenith)) / resolution
    assert math.hypot(down, right) == pytest.approx(distance, abs=1.5)
    north, east = -down, right
    bearing = math.degrees(math.atan2(east, north)) % 360
    error = (bearing - (azimuth + 180) + 180) % 360 - 180
    assert abs(error) * math.pi / 180 * distance < 1.5


def test_the_offset_of_a_shadow_is_stated_in_pixels_down_and_right() -> None:
    down, right = shadow_offset(1000.0, 10.0, 45.0, 180.0)  # sun in the south
    assert (down, right) == (pytest.approx(-100), pytest.approx(0, abs=1e-9))
    down, right = shadow_offset(1000.0, 10.0, 45.0, 90.0)  # sun in the east
    assert (down, right) == (pytest.approx(0, abs=1e-9), pytest.approx(-100))


def test_shadows_are_darker_than_clear_ground_but_not_black(cumulus: SimulatedScene) -> None:
    nir = cumulus.reflectance[ROLES.index("B08")]
    blue = cumulus.reflectance[ROLES.index("B02")]
    shadow, clear = cumulus.labels == CLOUD_SHADOW, cumulus.labels == CLEAR
    assert shadow.mean() > 0.02
    assert np.median(nir[shadow]) < 0.7 * np.median(nir[clear])
    assert np.median(nir[shadow]) > 0.01
    assert np.median(blue[shadow]) > 0.03  # the air in front of a shadow still shines


@given(opacity=st.floats(0.01, 0.97), hiding=st.floats(*HIDING))
def test_what_a_cloud_reflects_and_what_it_hides_tell_each_other(
    opacity: float, hiding: float
) -> None:
    bright = reflecting(opacity, hiding)
    assert 0 < bright < opacity  # it hides more than it reflects, the rest comes through as light
    assert hidden(np.float32(bright), hiding) == pytest.approx(opacity, abs=1e-3)


def test_thin_cloud_over_dark_ground_is_as_bright_as_what_people_call_thin() -> None:
    # Landsat 8 Biome: half of it has its darkest visible band between .16 and .26, and of 19 000
    # such pixels over dark ground none exceeds .38.
    darkest = []
    for seed in range(12):
        scene = simulate_scene(128, 128, seed=seed, resolution=30.0, thick=0.2, thin=0.2)
        visible = scene.reflectance[[ROLES.index(role) for role in VISIBLE]].min(axis=0)
        darkest.append(visible[(scene.labels == THIN_CLOUD) & ~scene.bright])
    low, middle, high = np.percentile(np.concatenate(darkest), (25, 50, 98))
    assert 0.13 < low < middle < 0.28 and high < 0.4


def test_the_fainter_a_cloud_the_more_of_the_light_it_hides_the_ground_from_still_arrives() -> None:
    layer = dataclasses.replace(_layer(0.0), albedo=0.7)
    taken, sent_back = cast_shadow(layer, 200, 200, 10.0, 30.0, 150.0)
    thin, thick = (taken > 0.3) & (taken < 0.6), taken > 0.99
    assert thin.sum() > 100 and thick.sum() > 100
    assert np.all(sent_back <= taken)
    assert np.median(sent_back[thick]) > 0.5
    assert np.median(sent_back[thin] / taken[thin]) < 0.4


@given(seed=st.integers(0, 999), albedo=st.floats(0.1, 0.8))
@settings(max_examples=20, deadline=None)
def test_a_shadow_lacks_what_its_cloud_sends_back_and_part_of_what_it_scatters_down(
    seed: int, albedo: float
) -> None:
    everywhere = dataclasses.replace(
        _layer(0.0), shape=dataclasses.replace(HEAPS, level=-9.0), albedo=albedo
    )
    scene = lay_clouds(
        np.full((len(ROLES), 8, 8), 0.2, np.float32),
        rng=np.random.default_rng(seed),
        resolution=10.0,
        sun_zenith=30.0,
        sun_azimuth=150.0,
        thick=0,
        thin=0,
        level="L1C",
        layers=[everywhere],
    )
    taken = 1 - math.exp(-0.3 * 2 * albedo / (0.15 * (1 - albedo)))  # two streams, by hand
    astray = (scene.shade - albedo) / (taken - albedo)  # 0: all arrives, 1: nothing does
    assert np.all((astray >= -1e-3) & (astray <= 1 - THROUGH[0] + 1e-3))


@given(peak=st.floats(0.1, 0.7), share=st.floats(0.05, 0.95), amount=st.floats(0.05, 0.95))
@settings(max_examples=20, deadline=None)
def test_haze_hides_what_it_scatters_and_covers_the_share_that_was_asked_for(
    peak: float, share: float, amount: float
) -> None:
    even = dataclasses.replace(HEAPS, pattern="even", edge=1.5).covering(share, amount, 96, 96)
    extinction = np.linspace(1.1, 0.3, len(ROLES), dtype=np.float32)
    haze = HazeLayer(even, 500.0, peak, 0.4, np.ones(len(ROLES), np.float32), extinction)
    opacity, sent_back = haze.veil(0, 0, 96, 96)
    assert (opacity >= amount * peak).mean() == pytest.approx(share, abs=0.02)
    np.testing.assert_allclose(sent_back, 0.4 * opacity, atol=1e-6)
    assert opacity.min() >= 0 and opacity.max() <= peak + 1e-6


def test_shadow_is_never_labelled_where_there_is_cloud(cumulus: SimulatedScene) -> None:
    bright = cumulus.reflectance[ROLES.index("B02")]
    assert np.median(bright[cumulus.labels == THICK_CLOUD]) > 0.4
    assert np.percentile(bright[cumulus.labels == CLOUD_SHADOW], 95) < 0.3


def test_the_edge_of_a_high_clouds_shadow_is_softer_than_a_low_ones() -> None:
    def steepest(height: float) -> float:
        shade = cast_shadow(_layer(height), 200, 200, 10.0, 30.0, 150.0)[0]
        return float(np.abs(np.diff(shade, axis=1)).max())

    assert steepest(10000.0) < 0.7 * steepest(500.0)


def test_the_shares_asked_for_are_about_those_given() -> None:
    scenes = [simulate_scene(256, 256, seed=s, thick=0.3, thin=0.0) for s in range(12)]
    covered = [np.mean(s.opacity >= COVERS) for s in scenes]
    assert np.mean(covered) == pytest.approx(0.3, abs=0.1)  # faint haze adds to it
    scenes = [simulate_scene(256, 256, seed=s, thick=0.0, thin=0.3) for s in range(12)]
    assert np.mean([np.mean(s.labels == THIN_CLOUD) for s in scenes]) == pytest.approx(0.3, abs=0.1)
    assert all(np.all(s.labels != THICK_CLOUD) for s in scenes)


def test_a_scene_without_clouds_is_all_clear() -> None:
    scene = simulate_scene(128, 128, seed=4, thick=0.0, thin=0.0, snow=0.6)
    assert np.all(scene.labels == CLEAR)


def test_snow_is_bright_in_red_and_dark_in_shortwave_infrared() -> None:
    plain = simulate_scene(200, 200, seed=8, thick=0.0, thin=0.0)
    white = simulate_scene(200, 200, seed=8, thick=0.0, thin=0.0, snow=1.0)
    red, swir = ROLES.index("B04"), ROLES.index("B11")
    assert np.median(white.reflectance[red]) > 2 * np.median(plain.reflectance[red])
    assert np.median(white.reflectance[swir]) < 0.3 * np.median(white.reflectance[red])


def test_level_2a_has_no_cirrus_band_and_darker_blue_water() -> None:
    pair = [
        simulate_scene(128, 128, seed=2, level=level, thick=0.0, thin=0.0)
        for level in ("L1C", "L2A")
    ]
    assert np.all(pair[1].reflectance[ROLES.index("B10")] == 0)
    blue = ROLES.index("B02")
    assert pair[0].reflectance[blue].min() > pair[1].reflectance[blue].min() + 0.03


def test_clouds_can_be_laid_over_any_ground_and_leave_clear_pixels_alone() -> None:
    def laid(seed: int) -> tuple[float, float, float]:
        """Lay clouds and return the median red of sunlit ground, of shadow and of thick cloud."""
        scene = lay_clouds(
            np.full((len(ROLES), 160, 160), 0.12, np.float32),
            rng=np.random.default_rng(seed),
            resolution=60.0,  # at which no band is averaged over blocks
            sun_zenith=30.0,
            sun_azimuth=120.0,
            thick=0.2,
            thin=0.0,
            level="L2A",
        )
        red = scene.reflectance[ROLES.index("B04")]
        sunlit = (scene.opacity < 0.02) & (scene.shade < 0.02)
        shady = (scene.opacity < 0.1) & (scene.shade > 0.4)
        cloudy = scene.labels == THICK_CLOUD
        clear, shadow, cloud = (
            float(np.median(red[w])) if w.any() else math.nan for w in (sunlit, shady, cloudy)
        )
        return clear, shadow, cloud

    clear, shadow, cloud = np.array([laid(seed) for seed in range(9)]).T
    assert np.nanmax(np.abs(clear - 0.12)) < 0.005  # NaN where faint haze lies over all of it
    assert np.nanmedian(shadow / clear) < 0.8
    assert np.nanmedian(cloud / clear) > 2


@given(visible=st.floats(0.01, 0.9), deepest=st.floats(0.1, 0.9))
def test_a_cloud_absorbs_the_more_the_deeper_it_is(visible: float, deepest: float) -> None:
    """The limits of two streams: thin cloud absorbs nothing, deep cloud lets nothing through."""
    albedo = np.full((1, 1), visible, np.float32)
    reflected, through = (float(one[0, 0]) for one in absorbing(albedo, deepest))
    assert 0 < reflected < min(visible, deepest) + 1e-5
    assert reflected + through < 1 + 1e-5
    clear = [float(one[0, 0]) for one in absorbing(albedo, 0.9999)]
    assert clear == pytest.approx([visible, 1 - visible], abs=0.002)
    thin = [float(one[0, 0]) for one in absorbing(np.full((1, 1), 1e-3, np.float32), deepest)]
    assert sum(thin) == pytest.approx(1, abs=0.03)
    denser = absorbing(np.minimum(albedo + 0.05, np.float32(0.9)), deepest)
    assert float(denser[0][0, 0]) >= reflected - 1e-6
    glaring = absorbing(np.full((1, 1), 1.8, np.float32), deepest)[0]
    dense = absorbing(np.full((1, 1), 0.9, np.float32), deepest)[0]
    assert float(glaring[0, 0]) == pytest.approx(2 * float(dense[0, 0]), rel=1e-4)


def test_shadows_keep_some_light_in_every_band_and_not_always_the_same() -> None:
    """On Landsat 8 hand-drawn shadows keep .34 to .52 in the shortwave infrared, and .46 to .58 in
    the near infrared; skylight alone would leave a tenth of either.
    """
    kept = []
    for seed in range(12):
        scene = lay_clouds(
            np.full((len(ROLES), 160, 160), 0.3, np.float32), rng=np.random.default_rng(seed),
            resolution=60.0, sun_zenith=40.0, sun_azimuth=120.0, thick=0.3, thin=0.0, level="L2A",
        )  # fmt: skip
        dark = (scene.opacity < 0.02) & (scene.shade > 0.9 * scene.shade.max())
        if dark.any():
            kept.append(np.median(scene.reflectance[:, dark], axis=1) / 0.3)
    near, far = np.transpose(kept)[[ROLES.index("B08"), ROLES.index("B12")]]
    assert near.size >= 5
    assert near.min() > 0.1 and near.max() < 0.75
    assert near.std() > 0.05, "some clouds let more light through"
    assert np.all(far < near)
    assert np.median(far) > 0.15


def test_clouds_fade_out_over_some_pixels() -> None:
    # Behind outlines by hand half of a cloud's brightness is reached after 3 to 5 pixels of 30 m.
    depths = []
    for seed in range(16):
        scene = simulate_scene(200, 200, seed=seed, resolution=30.0, thick=0.3, thin=0.0)
        cloud = np.isin(scene.labels, (THICK_CLOUD, THIN_CLOUD))
        inside = ndimage.distance_transform_edt(cloud) - ndimage.distance_transform_edt(~cloud)
        inside -= 0.5 * np.sign(inside)  # of the outline between two pixels
        green = scene.reflectance[ROLES.index("B03")]
        rings = [green[(inside > d) & (inside <= d + 1)] for d in range(-4, 12)]
        if min(ring.size for ring in rings) > 50:
            rise = np.array([ring.mean() for ring in rings])
            rise = (rise - rise[0]) / (rise[-1] - rise[0])
            depths.append(int(np.argmax(rise > 0.5)) - 4)
    assert len(depths) >= 6
    assert 2 <= np.median(depths) <= 8, depths


def test_features_keep_their_size_in_metres() -> None:
    def edges_per_km(resolution: float) -> float:
        scene = simulate_scene(256, 256, seed=3, resolution=resolution, thick=0.3, thin=0.0)
        cloudy = scene.labels == THICK_CLOUD
        changes = np.sum(cloudy[:, 1:] != cloudy[:, :-1]) / cloudy.shape[0]
        return float(changes / (256 * resolution / 1000))

    fine, coarse = edges_per_km(20.0), edges_per_km(40.0)
    assert 0.3 < coarse / max(fine, 1e-6) < 3


def test_what_people_would_dispute_in_a_simulation_is_left_open(cumulus: SimulatedScene) -> None:
    opacity = np.array([[0.0, 0.0, 0.0, 0.15, 0.15, 0.5, 0.75, 1.0]], np.float32)
    shade = np.array([[0.0, 0.3, 0.9, 0.0, 0.9, 0.9, 0.9, 0.9]], np.float32)
    dry = np.zeros_like(shade, bool)
    labels = np.array([[0, 0, 3, 0, 3, 2, 1, 1]], np.uint8)
    scene = dataclasses.replace(cumulus, opacity=opacity, shade=shade, water=dry, labels=labels)
    clear, thick, thin, shadow = 1, 2, 4, 8
    assert scene.possible_classes().tolist() == [
        [clear, clear | shadow, shadow, clear | thin, shadow | thin, thin, thin | thick, thick]
    ]
    assert scene.undisputed().tolist() == [[True, False, True, False, False, True, True, True]]
    # A thin layer below which faint haze hides more ground is no longer clear to everybody.
    hazy = dataclasses.replace(scene, labels=np.zeros_like(labels))
    assert hazy.undisputed().tolist() == [[True, *[False] * 7]]


def test_whether_water_is_in_shadow_is_left_open(cumulus: SimulatedScene) -> None:
    scene = dataclasses.replace(
        cumulus,
        opacity=np.zeros((1, 4), np.float32),
        shade=np.array([[0.0, 0.9, 0.0, 0.9]], np.float32),
        water=np.array([[False, False, True, True]]),
    )
    clear, shadow = 1, 8
    assert scene.possible_classes().tolist() == [[clear, shadow, clear, clear | shadow]]
    lakes = [simulate_scene(96, 96, seed=seed, resolution=20.0) for seed in range(6)]
    wet = np.concatenate([lake.water.ravel() for lake in lakes])
    infrared = np.concatenate([lake.reflectance[ROLES.index("B12")].ravel() for lake in lakes])
    open_sky = np.concatenate([(lake.opacity < 0.01).ravel() for lake in lakes])
    assert 0.02 < wet.mean() < 0.9
    assert np.percentile(infrared[wet & open_sky], 75) < np.percentile(infrared[~wet & open_sky], 5)


def test_over_snow_the_kind_of_cloud_is_left_open_and_cloud_itself_where_no_band_shows_it(
    cumulus: SimulatedScene,
) -> None:
    visible, infrared = (1 << ROLES.index(role) for role in ("B03", "B11"))
    scene = dataclasses.replace(
        cumulus,
        opacity=np.array([[0.0, 1.0, 1.0, 1.0, 0.5]], np.float32),
        shade=np.zeros((1, 5), np.float32),
        water=np.zeros((1, 5), bool),
        bright=np.array([[True, False, True, True, True]]),
        shows=np.array([[0, 0, 0, infrared, visible]], np.uint16),
    )
    clear, thick, cloud = 1, 2, 6
    in_sight = np.isin(ROLES, VISIBLE)
    told = scene.possible_classes(in_sight).tolist()
    assert told == [[clear, thick, clear | cloud, clear | cloud, cloud]]
    told = scene.possible_classes(np.ones(len(ROLES), bool)).tolist()
    assert told == [[clear, thick, clear | cloud, cloud, cloud]]


@given(seed=st.integers(0, 2**31 - 1), white=st.sampled_from([0.6, np.inf]))
@settings(max_examples=8, deadline=None)
def test_a_scene_knows_where_its_ground_is_bright_and_which_bands_show_its_clouds(
    seed: int, white: float
) -> None:
    ground = simulate_scene(
        96, 128, seed=seed, resolution=20.0, thick=0, thin=0, snow=0.6
    ).reflectance
    scene = lay_clouds(
        ground.copy(),
        rng=np.random.default_rng(seed),
        resolution=20.0,
        sun_zenith=40.0,
        sun_azimuth=150.0,
        thick=0.3,
        thin=0.1,
        level="L1C",
        white=white,
    )
    assert scene.reflectance.max() <= np.float32(white)
    green, short = ROLES.index("B03"), ROLES.index("B11")
    darkest = ground[[ROLES.index(role) for role in VISIBLE]].min(axis=0)
    assert scene.bright[darkest > 0.41].all() and not scene.bright[darkest < 0.39].any()
    for band in (green, short):
        shown = scene.shows >> band & 1 > 0
        seen = np.minimum(scene.reflectance[band], white) - np.minimum(ground[band], white)
        # The sensor blurs and adds noise: judged where all around it is so.
        level = ndimage.maximum_filter(np.maximum(ground[band], 0.3), 5)
        changed = ndimage.minimum_filter(np.abs(seen), 5) > 0.25 * level
        assert not changed.any() or shown[changed].mean() > 0.99
        alike = ndimage.maximum_filter(np.abs(seen), 5) < 0.05 * 0.3
        assert not alike.any() or shown[alike].mean() < 0.02


def test_a_simulations_own_label_is_always_a_possible_one(cumulus: SimulatedScene) -> None:
    assert np.all(cumulus.possible_classes() >> cumulus.labels & 1)


@given(seed=st.integers(0, 2**31 - 1), level=st.sampled_from(["L1C", "L2A"]))
@settings(max_examples=8, deadline=None)
def test_flooded_ground_has_water_and_brighter_shores_and_is_the_same_for_the_same_seed(
    seed: int, level: str
) -> None:
    before = np.full((len(ROLES), 160, 192), 0.25, np.float32)
    ground = before.copy()
    water = flood(
        ground, seed=seed, resolution=20.0, sun_zenith=50.0, sun_azimuth=120.0, level=level
    )
    assert water.any() and (ground[:, water] != before[:, water]).any(axis=0).all()
    near_infrared, green = ground[ROLES.index("B8A")], ground[ROLES.index("B03")]
    assert (near_infrared[water] < green[water]).mean() > 0.9
    shore = (ground != before).any(axis=0) & ~water
    assert not shore.any() or near_infrared[shore].mean() > 2 * near_infrared[water].mean()
    again = before.copy()
    flood(again, seed=seed, resolution=20.0, sun_zenith=50.0, sun_azimuth=120.0, level=level)
    assert np.array_equal(ground, again)
