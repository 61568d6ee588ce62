"""Where to look first: each sign is where it was planted, and the worst tile comes first."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.classes import CLOUD_SHADOW, NODATA, THICK_CLOUD
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.errors import Cancelled
from cloudmask_plugin.engine.mask_check import CheckFiles
from cloudmask_plugin.engine.raster import choose_backend
from cloudmask_plugin.engine.refine import quantise
from cloudmask_plugin.engine.reporter import SilentReporter
from cloudmask_plugin.engine.scene import Grid, Overrides
from cloudmask_plugin.engine.shadow_geometry import path_to_sun
from cloudmask_plugin.engine.sun import Sun
from cloudmask_plugin.engine.suspicion import (
    BRIGHT,
    DIFFERENT,
    ORPHAN,
    SHADOWLESS,
    UNSURE,
    bright_surface,
    entropy,
    orphan_shadow,
    rank_tiles,
    shadowless_cloud,
)
from cloudmask_plugin.engine.tile_ranking import TILES, rank_places
from tests.unit.stored import TEN_BANDS, RecordingReporter, digital_numbers, write_raster

SIDE, PIXEL = 400, 100.0
GRID = Grid("", (0.0, PIXEL, 0.0, SIDE * PIXEL, 0.0, -PIXEL), SIDE, SIDE)
SUN = Sun(45.0, 180.0)  # in the south: shadow falls north of its cloud
PATH = path_to_sun(GRID, SUN)
HEIGHT = 2500.0
AWAY = round(HEIGHT * math.tan(math.radians(45)) / PIXEL)  # rows


@given(st.lists(st.floats(0, 1), min_size=4, max_size=4).filter(lambda w: sum(w) > 0.1))
def test_entropy_is_that_of_scipy(weights: list[float]) -> None:
    stored = quantise((np.array(weights) / sum(weights)).astype(np.float32))
    found = entropy(stored[:, np.newaxis, np.newaxis])[0, 0]
    share = stored / 250
    expected = -sum(p * math.log2(p) for p in share if p > 0) / 2
    assert found == pytest.approx(expected, abs=1e-5)
    assert found == pytest.approx(stats.entropy(share, base=4), abs=0.02)


def test_what_is_certain_or_missing_is_not_unsure() -> None:
    stored = np.zeros((4, 1, 3), np.uint8)
    stored[0, 0, 0] = 250
    stored[:, 0, 1] = NODATA
    stored[:, 0, 2] = [63, 62, 63, 62]
    np.testing.assert_allclose(entropy(stored)[0], [0, 0, 1], atol=0.01)


def planted() -> np.ndarray:
    """Return codes with a cloud and its shadow, a lake taken for shadow, a roof for cloud."""
    codes = np.zeros((SIDE, SIDE), np.uint8)
    codes[230:240, 180:192] = THICK_CLOUD
    codes[230 - AWAY : 240 - AWAY, 180:192] = CLOUD_SHADOW
    codes[100:108, 40:50] = CLOUD_SHADOW  # a lake
    codes[320:326, 330:336] = THICK_CLOUD  # a roof
    return codes


def test_a_lake_and_a_roof_are_found_and_a_cloud_with_its_shadow_is_not() -> None:
    codes = planted()
    lake, roof = orphan_shadow(codes, PATH), shadowless_cloud(codes, PATH)
    assert lake[100:108, 40:50].all()
    assert lake.sum() == 80
    assert roof[320:326, 330:336].all()
    assert roof.sum() == 36


def test_a_sky_full_of_cloud_is_not_called_shadowless() -> None:
    codes = np.full((SIDE, SIDE), THICK_CLOUD, np.uint8)
    assert not shadowless_cloud(codes, PATH).any()


def test_sand_and_snow_called_cloud_are_suspects_and_cloud_is_none() -> None:
    spectra = {  # B03, B08, B11
        "cloud": (0.55, 0.60, 0.45),
        "sand": (0.30, 0.40, 0.60),
        "snow": (0.85, 0.80, 0.08),
        "ice cloud": (0.80, 0.80, 0.30),
    }
    green, nir, swir = (np.array([[v[n] for v in spectra.values()]], np.float32) for n in range(3))
    codes = np.full((1, 4), THICK_CLOUD, np.uint8)
    found = bright_surface(codes, {"B03": green, "B08": nir, "B11": swir})
    assert found is not None
    assert found.tolist() == [[False, True, True, False]]
    clear = bright_surface(codes * 0, {"B03": green, "B8A": nir, "B11": swir})
    assert clear is not None
    assert not clear.any()
    assert bright_surface(codes, {"B03": green, "B08": nir}) is None


def test_tiles_are_ranked_by_all_signs_and_empty_ones_left_out() -> None:
    codes = np.zeros((40, 60), np.uint8)
    codes[:20, :20] = NODATA
    one, other = np.zeros((40, 60), bool), np.zeros((40, 60), np.float32)
    one[20:30, 20:40] = True  # half of a tile
    other[20:, 40:] = 0.3
    other[20:, 20:40] = 0.1
    ranked = rank_tiles(codes, {"a": one, "b": other}, 20)
    assert len(ranked) == 5
    assert (ranked[0].window.row, ranked[0].window.col) == (20, 20)
    assert ranked[0].score == pytest.approx(0.6)
    assert ranked[0].reason == "a"
    assert (ranked[1].window.col, ranked[1].reason) == (40, "b")


class Planted:
    """Files of a mask with planted mistakes."""

    def __init__(self, folder: Path) -> None:
        codes = planted()
        reflectance = np.full((13, SIDE, SIDE), 0.1, np.float32)
        for role, value in (("B03", 0.55), ("B08", 0.6), ("B8A", 0.6), ("B11", 0.45)):
            reflectance[ROLES.index(role)][codes == THICK_CLOUD] = value
        for role, value in (("B03", 0.3), ("B08", 0.4), ("B11", 0.6)):
            reflectance[ROLES.index(role), 320:326, 330:336] = value
        numbers = digital_numbers(reflectance, TEN_BANDS)
        scene = write_raster(folder / "scene.tif", numbers, TEN_BANDS, pixel=PIXEL)
        self.spec = describe(
            str(scene), Overrides(sun_zenith=45.0, sun_azimuth=180.0, scale=1e-4, offset=0.0)
        )
        odds = np.zeros((4, SIDE, SIDE), np.uint8)
        odds[0] = 250
        odds[:, 10:30, 370:390] = np.array([70, 60, 60, 60], np.uint8)[:, np.newaxis, np.newaxis]
        other = codes.copy()
        other[360:390, 5:35] = THICK_CLOUD
        self.files = CheckFiles(
            str(write_raster(folder / "mask.tif", codes[np.newaxis], pixel=PIXEL)),
            None,
            str(write_raster(folder / "other.tif", other[np.newaxis], pixel=PIXEL)),
            None,
            str(write_raster(folder / "odds.tif", odds, pixel=PIXEL)),
        )


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Planted:
    return Planted(tmp_path_factory.mktemp("planted"))


def test_every_planted_mistake_is_a_place_to_look_with_its_reason(files: Planted) -> None:
    ranking = rank_places(files.files, files.spec, choose_backend(), SilentReporter())
    assert ranking.missing == ()
    assert len(ranking.places) == TILES**2
    places = {}
    for place in ranking.places:
        xmin, ymin, xmax, ymax = place.extent
        west, north = files.spec.grid.transform[0], files.spec.grid.transform[3]
        places[round((north - ymax) / PIXEL) // 40, round((xmin - west) / PIXEL) // 40] = place
        assert xmax - xmin == ymax - ymin == 40 * PIXEL
    assert places[9, 0].reason == DIFFERENT
    assert places[2, 1].reason == ORPHAN
    assert places[0, 9].reason == UNSURE
    assert dict(places[8, 8].signs)[SHADOWLESS] > 0
    assert dict(places[8, 8].signs)[BRIGHT] == dict(places[8, 8].signs)[SHADOWLESS]
    assert places[5, 5].score == 0
    first = {place.number for place in ranking.places[:5]}
    assert {places[key].number for key in ((9, 0), (2, 1), (0, 9), (8, 8))} <= first
    assert [place.number for place in ranking.places] == list(range(1, 101))


def test_what_cannot_be_looked_for_is_told(files: Planted) -> None:
    bare = CheckFiles(files.files.mask)
    ranking = rank_places(bare, None, choose_backend(), SilentReporter())
    assert ranking.places == ()
    assert set(ranking.missing) == {UNSURE, DIFFERENT, ORPHAN, SHADOWLESS, BRIGHT}


def test_a_cancel_is_heard(files: Planted) -> None:
    reporter = RecordingReporter()
    reporter.is_cancelled = lambda: True  # type: ignore[method-assign]
    with pytest.raises(Cancelled):
        rank_places(files.files, files.spec, choose_backend(), reporter)
