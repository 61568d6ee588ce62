"""What is said of a pixel: the deciding threshold, the cloud of a shadow, spectra, other masks."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.classes import CLEAR, CLOUD_SHADOW, NODATA, THICK_CLOUD, THIN_CLOUD
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.mask_check import CheckFiles
from cloudmask_plugin.engine.pipeline import MaskRequest, mask_scene
from cloudmask_plugin.engine.pixel_answer import PixelQuestion, ask_pixel
from cloudmask_plugin.engine.pixel_question import class_medians, match_cloud, why
from cloudmask_plugin.engine.raster import choose_backend
from cloudmask_plugin.engine.refine import RefineOptions, decide, quantise
from cloudmask_plugin.engine.reporter import SilentReporter
from cloudmask_plugin.engine.scene import Grid, Overrides
from cloudmask_plugin.engine.shadow_geometry import path_to_sun
from cloudmask_plugin.engine.sun import Sun
from tests.unit.stored import TEN_BANDS, digital_numbers, write_raster
from training.simulation import SimulatedScene, simulate_scene

PIXEL = 20.0
SIDE = 400
GRID = Grid("", (0.0, PIXEL, 0.0, SIDE * PIXEL, 0.0, -PIXEL), SIDE, SIDE)


def one(codes_of: np.ndarray, options: RefineOptions) -> int:
    return int(decide(codes_of[:, np.newaxis, np.newaxis], options)[0, 0])


@settings(max_examples=40)
@given(
    st.lists(st.floats(0.01, 1), min_size=4, max_size=4),
    st.sampled_from([0.2, 0.5, 0.7]), st.sampled_from([0.3, 0.5]), st.sampled_from([0.4, 0.5]),
)  # fmt: skip
def test_a_flip_changes_the_class_and_one_per_cent_less_does_not(
    weights: list[float], thick: float, thin: float, shadow: float
) -> None:
    vector = quantise((np.array(weights) / sum(weights)).astype(np.float32))
    options = RefineOptions(thick, thin, shadow)
    decision = why(vector, options)
    assert decision is not None
    assert decision.code == one(vector, options)
    for flip in decision.flips:
        assert one(vector, replace(options, **{flip.key: flip.at})) == flip.code != decision.code
        closer = flip.at + (0.01 if flip.at < flip.now else -0.01)
        if 0 < closer < 1 and abs(closer - flip.now) > 1e-9:
            closer = round(closer, 2)
            assert one(vector, replace(options, **{flip.key: closer})) == decision.code


def test_the_nearest_flip_comes_first() -> None:
    vector = np.array([120, 20, 90, 20], np.uint8)  # clear, but thin cloud comes close
    decision = why(vector, RefineOptions())
    assert decision is not None
    assert decision.code == CLEAR
    assert decision.flips[0].key == "thin"
    assert decision.flips[0].code == THIN_CLOUD
    # thin·(1−t)/t + thick exceeds clear from t = 90/(90 + 100) downwards.
    assert decision.flips[0].at == pytest.approx(0.47)
    assert why(np.full(4, NODATA, np.uint8), RefineOptions()) is None


def test_at_a_suspect_the_odds_of_cloud_count_less() -> None:
    vector = np.array([50, 150, 40, 10], np.uint8)
    assert why(vector, RefineOptions()).code == 1
    at_suspect = why(vector, RefineOptions(), 0.2)
    assert (at_suspect.code, at_suspect.weight) == (0, 0.2)
    # Cloud scores (150 (1 − t) / t + 40) / 5, which exceeds 50 from t = 150 / 360 downwards.
    (flip,) = [flip for flip in at_suspect.flips if flip.key == "thick"]
    assert (flip.code, flip.at) == (1, pytest.approx(0.41))


@settings(max_examples=30)
@given(
    st.floats(400, 2500), st.floats(25, 60), st.floats(0, 359), st.integers(4, 12)
)  # fmt: skip
def test_the_height_of_a_cloud_follows_from_its_shadow(
    height: float, zenith: float, azimuth: float, radius: int
) -> None:
    sun = Sun(zenith, azimuth)
    away = height * math.tan(math.radians(zenith)) / PIXEL
    assume(away > 2 * radius + 2)  # else the cloud hides its shadow
    row, col = 200, 200
    cloud_row = row - away * math.cos(math.radians(azimuth))  # towards the sun, row 0 is north
    cloud_col = col + away * math.sin(math.radians(azimuth))
    for place in (cloud_row, cloud_col):
        assume(radius <= place < SIDE - radius)  # the whole cloud is seen
    rows, cols = np.mgrid[:SIDE, :SIDE]
    codes = np.zeros((SIDE, SIDE), np.uint8)
    codes[np.hypot(rows - row, cols - col) <= radius] = CLOUD_SHADOW
    codes[np.hypot(rows - cloud_row, cols - cloud_col) <= radius] = THICK_CLOUD
    match = match_cloud(codes, row, col, path_to_sun(GRID, sun))
    assert match is not None
    assert match.cover > 0.8
    assert match.distance / PIXEL == pytest.approx(away, abs=2.5)
    assert match.height == pytest.approx(height, abs=2.5 * PIXEL / math.tan(math.radians(zenith)))
    assert math.hypot(match.row - cloud_row, match.col - cloud_col) < 3
    back = match_cloud(codes, round(cloud_row), round(cloud_col), path_to_sun(GRID, sun))
    assert back is not None
    assert math.hypot(back.row - row, back.col - col) < 4


def test_a_shadow_without_a_cloud_has_no_match_and_clear_ground_is_not_asked() -> None:
    codes = np.zeros((SIDE, SIDE), np.uint8)
    codes[195:205, 195:205] = CLOUD_SHADOW
    codes[300:310, 300:310] = THICK_CLOUD  # away from the sun
    path = path_to_sun(GRID, Sun(40, 315))
    assert match_cloud(codes, 200, 200, path) is None
    assert match_cloud(codes, 10, 10, path) is None
    assert match_cloud(codes, 200, 200, path_to_sun(GRID, Sun(40, 135))) is not None


def test_medians_are_those_of_numpy_and_absent_classes_have_none() -> None:
    rng = np.random.default_rng(0)
    reflectance = rng.random((3, 40, 40)).astype(np.float32)
    codes = rng.choice([0, 1, 255], (40, 40)).astype(np.uint8)
    medians = class_medians(reflectance, codes)
    np.testing.assert_allclose(medians[0], np.median(reflectance[:, codes == 0], axis=1))
    assert all(math.isnan(value) for value in medians[2])


class Asked:
    """A simulated scene on disk with its mask, and questions to it."""

    def __init__(self, folder: Path) -> None:
        self.scene: SimulatedScene = simulate_scene(
            500, 500, seed=5, thick=0.2, thin=0.1, sun_zenith=45, sun_azimuth=150
        )
        numbers = digital_numbers(self.scene.reflectance, TEN_BANDS)
        path = write_raster(folder / "scene.tif", numbers, TEN_BANDS)
        self.spec = describe(str(path), Overrides(sun_zenith=45.0, sun_azimuth=150.0))
        files = str(folder / "mask.tif"), str(folder / "odds.tif")
        mask_scene(MaskRequest(self.spec, *files), SilentReporter())
        self.files = CheckFiles(files[0], probabilities=files[1])
        self.scl = write_raster(folder / "SCL.tif", np.full((1, 500, 500), 9, np.uint8))
        backend = choose_backend()
        self.codes = backend.open(files[0]).read(1, self.spec.grid.window, (500, 500))
        self.odds = np.stack(
            [
                backend.open(files[1]).read(band, self.spec.grid.window, (500, 500))
                for band in range(1, 5)
            ]
        )

    def ask(self, row: int, col: int, **changes: object):
        x0, a, _, y0, _, e = self.spec.grid.transform
        question = PixelQuestion(
            x0 + a * (col + 0.5), y0 + e * (row + 0.5), self.files, RefineOptions(), self.spec,
            (("Sen2Cor", str(self.scl)), ("the scene itself", self.spec.location)),
        )  # fmt: skip
        return ask_pixel(replace(question, **changes), choose_backend())


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    return Asked(tmp_path_factory.mktemp("asked"))


def test_an_answer_tells_class_probabilities_spectrum_and_other_masks(asked: Asked) -> None:
    for code in range(4):
        row, col = (int(n[0]) for n in np.nonzero(asked.codes == code))
        answer = asked.ask(row, col)
        assert answer.code == code
        assert answer.decision is not None
        np.testing.assert_allclose(answer.decision.probabilities, asked.odds[:, row, col] / 250)
        assert answer.others == (("Sen2Cor", THICK_CLOUD),)
        spectrum = answer.spectrum
        assert spectrum is not None
        assert list(spectrum.wavelengths) == sorted(spectrum.wavelengths)
        expected = [asked.scene.reflectance[ROLES.index(r), row, col] for r in spectrum.roles]
        np.testing.assert_allclose(spectrum.pixel, expected, atol=1e-4)
        blue = spectrum.roles.index("B02")
        clear = asked.scene.reflectance[ROLES.index("B02")][asked.codes == 0]
        assert spectrum.clear[blue] == pytest.approx(np.median(clear), abs=0.01)
        assert spectrum.cloud[blue] > spectrum.clear[blue] + 0.05


def test_most_shadow_of_a_simulated_scene_finds_a_cloud_of_a_possible_height(
    asked: Asked,
) -> None:
    rows, cols = np.nonzero(asked.codes == CLOUD_SHADOW)
    chosen = np.random.default_rng(1).choice(len(rows), 12, replace=False)
    answers = [asked.ask(int(rows[n]), int(cols[n])) for n in chosen]
    found = [answer for answer in answers if answer.match is not None]
    assert len(found) >= 6  # clouds of some lie outside the scene
    for answer in found:
        assert 200 <= answer.match.height <= 12_000
        assert answer.match_place[1] < answer.y  # the sun stands in the south
    assert all(answer.match_known for answer in answers)


def test_without_scene_and_probabilities_an_answer_says_what_there_is(asked: Asked) -> None:
    row, col = (int(n[0]) for n in np.nonzero(asked.codes == CLOUD_SHADOW))
    answer = asked.ask(row, col, spec=None, files=replace(asked.files, probabilities=""), masks=())
    assert answer.code == CLOUD_SHADOW
    assert answer.decision is None
    assert answer.spectrum is None
    assert not answer.match_known
    outside = asked.ask(-50, -50)
    assert outside.code == NODATA
    assert outside.decision is None
    assert outside.match is None
