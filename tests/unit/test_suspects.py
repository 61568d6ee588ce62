"""Places called cloud implausibly often: found in simulated series whose truth is known."""

from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np
import pytest
import rasterio
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from cloudmask_plugin.engine import suspects
from cloudmask_plugin.engine.__main__ import main
from cloudmask_plugin.engine.classes import NODATA
from cloudmask_plugin.engine.errors import Cancelled, CloudMaskError, OptionError
from cloudmask_plugin.engine.mask_refining import PRIOR_TAG, RefineRequest, refine_mask
from cloudmask_plugin.engine.mask_writing import PARAMETERS_TAG
from cloudmask_plugin.engine.refine import RefineOptions, decide
from cloudmask_plugin.engine.scene import Window
from cloudmask_plugin.engine.surroundings import OutlineSums, box_sums
from cloudmask_plugin.engine.suspect_statistics import (
    CHANCE,
    FEWEST_DATES,
    ORDINARY,
    STEPS,
    Chances,
    cloud_weight,
    correlation_of_places,
    judge,
    learn_chances,
    surplus_rate,
    tail_table,
)
from cloudmask_plugin.engine.suspects import (
    SUSPECTS_TAG,
    SuspectsRequest,
    SuspectsResult,
    find_suspects,
)
from tests.suspect_series import PIXEL, SimulatedDates, days, simulate, write_masks
from tests.unit.stored import RecordingReporter, write_raster

DATES = 30
SEEDS = (0, 1, 2)


# --- statistics ----------------------------------------------------------------------------------


@pytest.mark.parametrize("dates", [5, 12, 40])
@pytest.mark.parametrize("correlation", [0.0, 0.02, 0.2])
def test_chances_are_those_of_scipys_beta_binomial(dates: int, correlation: float) -> None:
    table = tail_table(dates, correlation)
    for step in (1, 30, 100, 180):
        mean = step / STEPS
        k = np.arange(dates + 1)
        if correlation:
            spread = (1 - correlation) / correlation
            expected = stats.betabinom.sf(k - 1, dates, mean * spread, (1 - mean) * spread)
        else:
            expected = stats.binom.sf(k - 1, dates, mean)
        np.testing.assert_allclose(table[step], expected, rtol=2e-3, atol=1e-7)


@given(
    st.lists(st.floats(0.0, 0.5), min_size=5, max_size=25),
    st.integers(0, 2**31),
)
@settings(max_examples=40, deadline=None)
def test_days_that_differ_are_never_less_likely_than_said(around: list[float], seed: int) -> None:
    """The exact chance of unequal days, by adding one day after the other, is the smaller one."""
    exact = np.array([1.0])
    for chance in around:
        exact = np.convolve(exact, [1 - chance, chance])
    tail = exact[::-1].cumsum()[::-1]
    mean = float(np.mean(around))
    k = np.arange(len(around) + 1)
    beyond = k >= len(around) * mean + 1  # Hoeffding's theorem holds from there on
    said = Chances(0.0).at(
        np.full(k.shape, len(around), np.uint16), k.astype(np.uint16), np.full(k.shape, mean, "f4")
    )
    assert (tail[beyond] <= said[beyond] * 1.001 + 1e-7).all()


def test_the_rate_on_clear_days_is_found_again() -> None:
    rng = np.random.default_rng(3)
    places, dates, around, rate = 20_000, 20, 0.2, 0.6
    cloud = rng.random((dates, places)) < around
    called = cloud | (rng.random((dates, places)) < rate)
    numbers = np.full(places, dates, np.uint16)
    expected = np.full(places, dates * around, np.float32)
    found = surplus_rate(numbers, called.sum(axis=0).astype(np.uint16), expected)
    assert found.mean() == pytest.approx(rate, abs=0.01)


def test_ordinary_places_pass_for_suspects_no_more_often_than_said() -> None:
    rng = np.random.default_rng(5)
    shape = (300, 300)
    around = rng.choice([0.0, 0.05, 0.2, 0.45], 25)
    chance = around + (1 - around) * ORDINARY
    called = (rng.random((25, *shape)) < chance[:, None, None]).sum(axis=0)
    numbers = np.full(shape, 25, np.uint16)
    expected = np.full(shape, chance.sum(), np.float32)
    judged = judge(
        numbers, called.astype(np.uint16), expected, np.ones(shape, bool), Chances(0.0), 2
    )
    assert judged.sure.mean() <= CHANCE


def test_places_that_cloud_prefers_show_as_correlation_and_suspects_do_not() -> None:
    rng = np.random.default_rng(7)
    places, dates, mean, correlation = 30_000, 20, 0.2, 0.08
    spread = (1 - correlation) / correlation
    alike = rng.binomial(dates, mean, places)
    unlike = rng.binomial(dates, rng.beta(mean * spread, (1 - mean) * spread, places))
    numbers = np.full(places, dates, np.uint16)
    expected = np.full(places, dates * mean, np.float32)

    def found(called: np.ndarray) -> float:
        return correlation_of_places(numbers, called.astype(np.uint16), expected)

    assert found(alike) < 0.003
    assert found(unlike) == pytest.approx(correlation, rel=0.2)
    alike[:900] = dates  # three per cent are always called cloud
    assert found(alike) < 0.003
    alike[5000:15000] = 0  # cautious expectations are no correlation
    assert found(alike) < 0.003


def test_chances_by_cloud_around_are_learned_and_never_below_ordinary_ones() -> None:
    rng = np.random.default_rng(2)
    around = rng.random(200_000)
    cloudy = rng.random(around.size) < np.clip(0.25 + 0.7 * around, 0, 1)
    learned = learn_chances(around, cloudy)
    assert learned[4] == pytest.approx(0.25 + 0.7 * 0.2, abs=0.02)
    assert (np.diff(learned) >= 0).all()
    never = learn_chances(around, np.zeros(around.size, bool))
    assert never[0] == pytest.approx(ORDINARY)
    assert never[-1] == pytest.approx(1.0)


@given(st.integers(0, 2**31), st.integers(0, 4), st.integers(0, 4))
@settings(max_examples=25, deadline=None)
def test_sums_of_boxes_are_sums(seed: int, down: int, right: int) -> None:
    cells = np.random.default_rng(seed).random((7, 9))
    sums = box_sums(cells, (down, right))
    for row in range(7):
        for col in range(9):
            part = cells[max(row - down, 0) : row + down + 1, max(col - right, 0) : col + right + 1]
            assert sums[row, col] == pytest.approx(part.sum())


def test_an_outline_that_stays_is_sharp_and_one_that_moves_is_not() -> None:
    row, col = np.mgrid[:120, :120]
    distance = np.hypot(row - 60, col - 60)
    reach = 5
    sharpness = {}
    for name, rate in (
        ("stays", np.where(distance < 25, 0.8, 0.0)),
        ("moves", np.clip(0.8 - distance / 60, 0, 1)),
    ):
        rate = rate.astype(np.float32)
        often = rate >= 0.25
        judged = suspects.Judged(often, rate > 0.5, often, often)
        rim, drop = suspects.outline(judged, rate, np.ones_like(often), reach)
        sums = OutlineSums((20, 20), 5)
        inner = np.s_[2 * reach : -2 * reach, 2 * reach : -2 * reach]
        sums.add(rim, drop, judged.sure[inner], rate[inner], Window(0, 0, 100, 100))
        sums.settle()
        sharpness[name] = float(sums.at(Window(50, 50, 1, 1))[0, 0])
    assert sharpness["stays"] == pytest.approx(1.0, abs=0.02)
    assert sharpness["moves"] < 0.4


# --- layers of simulated series ------------------------------------------------------------------


def read(path: Path | str) -> np.ndarray:
    with rasterio.open(path) as source:
        return source.read()


def find(folder: Path, called: np.ndarray, **options: object) -> tuple[np.ndarray, SuspectsResult]:
    masks = write_masks(folder, called)
    request = SuspectsRequest(tuple(masks), str(folder / "suspects.tif"), **options)  # type: ignore[arg-type]
    result = find_suspects(request, RecordingReporter())
    return read(result.output), result


@pytest.fixture(scope="module")
def series() -> dict[int, SimulatedDates]:
    return {seed: simulate(seed, DATES) for seed in SEEDS}


@pytest.fixture(scope="module")
def layers(
    series: dict[int, SimulatedDates], tmp_path_factory: pytest.TempPathFactory
) -> dict[int, Path]:
    paths = {}
    for seed, simulated in series.items():
        folder = tmp_path_factory.mktemp(f"series{seed}")
        find(folder, simulated.called)
        paths[seed] = folder / "suspects.tif"
    return paths


def test_lagoons_roofs_and_beaches_are_found_and_mountains_and_coasts_are_not(
    series: dict[int, SimulatedDates], layers: dict[int, Path]
) -> None:
    recall, false, cap, sea = [], [], [], []
    for seed, simulated in series.items():
        scores = read(layers[seed])[0]
        found = (scores > 0) & (scores != NODATA)
        ordinary = ~simulated.suspect
        recall.append(found[simulated.suspect].mean())
        false.append(found[ordinary].mean())
        cap.append(found[simulated.cap & ordinary].mean())
        sea.append(found[simulated.sea & ordinary].mean())
    assert np.mean(recall) > 0.95
    assert np.mean(false) < 0.002
    assert np.mean(cap) < 0.05
    assert np.mean(sea) < 0.002


def test_the_layer_counts_what_the_masks_say(
    series: dict[int, SimulatedDates], layers: dict[int, Path]
) -> None:
    bands = read(layers[0])
    called = series[0].called
    assert (bands[1] == DATES).all()
    np.testing.assert_array_equal(bands[2], called.sum(axis=0))
    assert not bands[3].any()
    assert (bands[5] <= np.minimum(bands[4], bands[2])).all()
    scores = bands[0][series[0].suspect & (bands[0] > 0)]
    assert np.median(scores) == pytest.approx(90, abs=12)  # called cloud on 90 % of clear days


def test_the_layer_does_not_depend_on_how_it_is_cut(
    series: dict[int, SimulatedDates], layers: dict[int, Path], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(suspects, "UNIT", 256)
    bands, _ = find(tmp_path, series[0].called)
    np.testing.assert_array_equal(bands, read(layers[0]))


def test_a_place_without_dates_enough_is_not_judged(
    series: dict[int, SimulatedDates], tmp_path: Path
) -> None:
    masks = write_masks(tmp_path, series[1].called)
    half = tmp_path / "half"
    half.mkdir()
    cut = []
    for number, path in enumerate(masks):
        codes = read(path)
        if number >= FEWEST_DATES - 1:
            codes[:, :, :100] = NODATA
        codes[:, :, :20] = NODATA
        cut.append(str(half / Path(path).name))
        tags = {"CLOUDMASK_MODEL": "x", "ACQUISITION_TIME": days(DATES)[number]}
        write_raster(Path(cut[-1]), codes, (), tags, pixel=PIXEL, nodata=255)
    result = find_suspects(
        SuspectsRequest(tuple(cut), str(tmp_path / "s.tif")), RecordingReporter()
    )
    bands = read(result.output)
    assert (bands[0, :, :100] == NODATA).all()
    assert (bands[1, :, 20:100] == FEWEST_DATES - 1).all()
    assert (bands[:, :, :20] == NODATA).all()
    assert (bands[0, :, 120:] != NODATA).any()
    assert 0.5 < result.judged <= 0.75


def test_masks_on_other_grids_and_of_one_day_are_put_together(
    series: dict[int, SimulatedDates], layers: dict[int, Path], tmp_path: Path
) -> None:
    """Half of the masks lie 40 pixels further, and one day comes as two masks beside each other."""
    masks = write_masks(tmp_path, series[0].called)
    moved = []
    for number, path in enumerate(masks):
        codes, name = read(path), tmp_path / f"moved_{number}.tif"
        tags = {"CLOUDMASK_MODEL": "x", "ACQUISITION_TIME": days(DATES)[number]}
        if number == 0:
            moved.append(path)
        elif number == 1:
            for part, (first, stop) in enumerate(((0, 150), (150, 400))):
                piece = tmp_path / f"part_{part}.tif"
                at = (399960.0 + first * PIXEL, 5700000.0)
                cut = codes[:, :, first:stop]
                write_raster(piece, cut, (), tags, at, PIXEL, nodata=255)
                moved.append(str(piece))
        elif number % 2:
            wide = np.full((1, 440, 440), NODATA, np.uint8)
            wide[:, 40:, 40:] = codes
            at = (399960.0 - 40 * PIXEL, 5700000.0 + 40 * PIXEL)
            write_raster(name, wide, (), tags, at, PIXEL, nodata=255)
            moved.append(str(name))
        else:
            moved.append(path)
    request = SuspectsRequest(tuple(moved), str(tmp_path / "s.tif"))
    result = find_suspects(request, RecordingReporter())
    assert len(result.dates) == DATES
    np.testing.assert_array_equal(read(result.output), read(layers[0]))


def test_an_extent_and_stated_dates_are_taken(
    series: dict[int, SimulatedDates], tmp_path: Path
) -> None:
    masks = write_masks(tmp_path, series[0].called, dated=False)
    extent = (399960.0 + 2000, 5700000.0 - 6000, 399960.0 + 5000, 5700000.0 - 2000)
    request = SuspectsRequest(
        tuple(masks), str(tmp_path / "s.tif"), days(DATES), extent=extent, square=1.0
    )
    result = find_suspects(request, RecordingReporter())
    with rasterio.open(result.output) as source:
        assert tuple(source.bounds) == pytest.approx(extent)
        told = json.loads(source.tags()[SUSPECTS_TAG])
        assert source.descriptions[0] == "Called cloud without cloud around"
    assert (told["dates"], told["first"], told["last"]) == (DATES, days(1)[0], days(DATES)[-1])
    assert told["square_km"] == 1.0
    assert (tmp_path / "s.qml").is_file()


def test_a_cancel_leaves_nothing(series: dict[int, SimulatedDates], tmp_path: Path) -> None:
    masks = write_masks(tmp_path, series[0].called[:10])
    before = sorted(os.listdir(tmp_path))
    for share in (0.0, 0.2, 0.5, 0.8):
        request = SuspectsRequest(tuple(masks), str(tmp_path / "s.tif"))
        with pytest.raises(Cancelled):
            find_suspects(request, RecordingReporter(cancel_at=share))
        assert sorted(os.listdir(tmp_path)) == before


def test_bad_inputs_are_told_in_one_sentence(
    series: dict[int, SimulatedDates], tmp_path: Path
) -> None:
    masks = write_masks(tmp_path, series[0].called[:9])
    output = str(tmp_path / "s.tif")
    cases: tuple[tuple[dict[str, object], str], ...] = (
        ({"masks": tuple(masks[:5])}, "8 dates or more, and there are 5"),
        ({"dates": ("2022-01-01",) * 9}, "8 dates or more, and there are 1"),
        ({"dates": ("2022-01-01",)}, "1 dates are stated for 9 masks"),
        ({"dates": ("soon",) * 9}, "'soon' is not understood"),
        ({"square": 0.0}, "0 km wide: give 0.1 to 50 km"),
        ({"extent": (0.0, 0.0, 1.0, 1.0)}, "does not overlap"),
        ({"output": str(tmp_path / "s.png")}, "not named as a GeoTIFF"),
        ({"masks": (*masks, str(tmp_path / "absent.tif"))}, "absent.tif"),
    )
    for wrong, told in cases:
        with pytest.raises(CloudMaskError, match=told) as caught:
            request = SuspectsRequest(**{"masks": tuple(masks), "output": output, **wrong})  # type: ignore[arg-type]
            find_suspects(request, RecordingReporter())
        assert "\n" not in str(caught.value)
        assert not (tmp_path / "s.tif").exists()


def test_the_command_prints_json_and_lines(
    series: dict[int, SimulatedDates], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    masks = write_masks(tmp_path, series[0].called[:10])
    arguments = ["suspects", *masks, "--output", str(tmp_path / "s.tif")]
    assert main([*arguments, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (len(told["dates"]), told["judged"] > 0.5) == (10, True)
    assert main(arguments) == 0
    assert "10 dates from 2023-01-04" in capsys.readouterr().out
    assert main(["suspects", *masks[:3], "--output", str(tmp_path / "t.tif")]) == 2
    assert "add masks of further dates" in capsys.readouterr().err


# --- refining with suspects ----------------------------------------------------------------------


def test_odds_are_divided_by_the_rate_over_that_of_ordinary_ground() -> None:
    scores = np.array([0, 3, 40, 100, 255], np.uint8)
    expected = [1, 1, ORDINARY / 0.4, ORDINARY, 1]
    np.testing.assert_allclose(cloud_weight(scores), expected, rtol=1e-6)
    np.testing.assert_allclose(cloud_weight(scores, 0.0), 1)
    np.testing.assert_allclose(cloud_weight(scores, 0.5), np.sqrt(expected), rtol=1e-6)


@given(st.integers(0, 250), st.integers(0, 100))
def test_a_prior_never_makes_cloud_of_what_was_none_and_keeps_what_is_certain(
    clear: int, score: int
) -> None:
    probabilities = np.array([clear, 250 - clear, 0, 0], np.uint8)[:, None, None]
    weight = cloud_weight(np.array([[score]], np.uint8))
    before = decide(probabilities, RefineOptions())
    after = decide(probabilities, RefineOptions(), weight)
    assert after[0, 0] <= before[0, 0]
    if clear < 250 * ORDINARY / (1 + ORDINARY):  # cloud with more than 96 %
        assert after[0, 0] == 1


def write_probabilities(
    folder: Path, simulated: SimulatedDates, date: int, seed: int
) -> tuple[Path, np.ndarray]:
    """Write probabilities of one date: cloud is mostly certain, what is taken for it less."""
    rng = np.random.default_rng(seed)
    truth, called = simulated.truth[date], simulated.called[date]
    cloud = np.where(truth, 1 - rng.beta(1, 40, truth.shape), rng.beta(1, 30, truth.shape))
    wrong = called & ~truth
    cloud[wrong] = rng.beta(8, 2, wrong.sum())
    stored = np.zeros((4, *truth.shape), np.uint8)
    stored[1] = np.rint(250 * cloud)
    stored[0] = 250 - stored[1]
    names = ("Clear", "Thick cloud", "Thin cloud", "Cloud shadow")
    path = folder / f"probabilities_{date}.tif"
    write_raster(path, stored, names, {"CLOUDMASK_MODEL": "x"}, pixel=PIXEL, nodata=255)
    with rasterio.open(path, "r+") as target:
        target.scales = (0.004,) * 4
    return path, truth


def test_refining_with_suspects_raises_users_accuracy_at_little_cost_of_producers(
    series: dict[int, SimulatedDates], layers: dict[int, Path], tmp_path: Path
) -> None:
    """Dates that are not of the series: the layer is of others."""
    scores = {"without": np.zeros(3), "with": np.zeros(3)}
    for seed, simulated in series.items():
        later = simulate(seed, DATES + 4)  # the same place, with four dates more
        np.testing.assert_array_equal(later.suspect, simulated.suspect)
        for date in range(DATES, DATES + 4):
            path, truth = write_probabilities(tmp_path, later, date, seed)
            for name, layer in (("without", ""), ("with", str(layers[seed]))):
                output = tmp_path / "m.tif"
                request = RefineRequest(str(path), str(output), suspects=layer)
                refine_mask(request, RecordingReporter())
                cloud = read(output)[0] == 1
                scores[name] += (cloud & truth).sum(), cloud.sum(), truth.sum()
    users = {name: hit / called for name, (hit, called, _) in scores.items()}
    producers = {name: hit / true for name, (hit, _, true) in scores.items()}
    assert users["with"] > users["without"] + 0.01
    assert 1 - users["with"] < 0.5 * (1 - users["without"])  # half of the false cloud is gone
    assert producers["with"] > producers["without"] - 0.005


def test_the_mask_tells_of_the_prior_and_without_one_nothing_changes(
    series: dict[int, SimulatedDates], layers: dict[int, Path], tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    path, _ = write_probabilities(tmp_path, series[0], 3, 1)
    plain, weak, full = (tmp_path / f"{name}.tif" for name in ("plain", "weak", "full"))
    suspect = ["--suspects", str(layers[0])]
    assert main(["refine", str(path), "--output", str(plain)]) == 0
    assert main(["refine", str(path), "--output", str(weak), *suspect,
                 "--suspects-strength", "0"]) == 0  # fmt: skip
    assert main(["refine", str(path), "--output", str(full), *suspect]) == 0
    capsys.readouterr()
    np.testing.assert_array_equal(read(plain), read(weak))
    changed = read(plain)[0] != read(full)[0]
    assert changed.any()
    assert (read(layers[0])[0][changed] > 0).all()
    with rasterio.open(plain) as source:
        assert PRIOR_TAG not in source.tags()
        assert "suspects" not in json.loads(source.tags()[PARAMETERS_TAG])
    with rasterio.open(full) as source:
        told = json.loads(source.tags()[PRIOR_TAG])
        assert json.loads(source.tags()[PARAMETERS_TAG])["suspects"] == "suspects.tif"
    assert (told["file"], told["dates"], told["strength"]) == ("suspects.tif", DATES, 1.0)
    assert told["pixels_lowered"] == ((read(layers[0])[0] > 0) & (read(layers[0])[0] < 255)).sum()


def test_suspects_on_another_grid_lie_where_they_should(
    series: dict[int, SimulatedDates], layers: dict[int, Path], tmp_path: Path
) -> None:
    """A part of the layer, beginning elsewhere, lowers that part alone."""
    path, _ = write_probabilities(tmp_path, series[0], 3, 1)
    layer = read(layers[0])
    with rasterio.open(layers[0]) as source:
        tags = source.tags()
    part = tmp_path / "part.tif"
    at = (399960.0 + 100 * PIXEL, 5700000.0 - 150 * PIXEL)
    write_raster(part, layer[:, 150:320, 100:300], (), tags, at, PIXEL, nodata=255)
    for name, suspect in (("plain", ""), ("whole", str(layers[0])), ("part", str(part))):
        request = RefineRequest(str(path), str(tmp_path / f"m_{name}.tif"), suspects=suspect)
        refine_mask(request, RecordingReporter())
    plain, whole, cut = (read(tmp_path / f"m_{name}.tif")[0] for name in ("plain", "whole", "part"))
    inside = np.zeros(plain.shape, bool)
    inside[150:320, 100:300] = True
    np.testing.assert_array_equal(cut, np.where(inside, whole, plain))
    assert (cut != plain).any()


def test_what_is_no_layer_of_suspects_is_refused_in_one_sentence(
    series: dict[int, SimulatedDates], layers: dict[int, Path], tmp_path: Path
) -> None:
    path, _ = write_probabilities(tmp_path, series[0], 3, 1)
    far = tmp_path / "far.tif"
    with rasterio.open(layers[0]) as source:
        tags = source.tags()
    write_raster(far, read(layers[0]), (), tags, (0.0, 0.0), PIXEL, nodata=255)
    for wrong, told in (
        (path, "is no layer of suspects"),
        (far, "does not reach the probabilities"),
        (tmp_path / "absent.tif", "absent.tif"),
    ):
        with pytest.raises(CloudMaskError, match=told):
            request = RefineRequest(str(path), str(tmp_path / "m.tif"), suspects=str(wrong))
            refine_mask(request, RecordingReporter())
        assert not (tmp_path / "m.tif").exists()
    with pytest.raises(OptionError, match="strength of the suspects is 2"):
        RefineRequest(str(path), str(tmp_path / "m.tif"), strength=2.0)


@pytest.mark.real_data
def test_a_square_planted_in_real_dates_is_found_and_nothing_else(
    real_scenes: Path, tmp_path: Path
) -> None:
    """Masks by brightness in blue of the dates of Rome, one square of them always cloud."""
    planted = np.s_[100:125, 60:95]
    masks = []
    for path in sorted((real_scenes / "sen12mscrts_rome_L1C").glob("*.tif")):
        with rasterio.open(path) as source:
            profile = {**source.profile, "count": 1, "dtype": "uint8", "nodata": 255}
            codes = (source.read(2) > 2000).astype(np.uint8)
            tags = {
                "CLOUDMASK_MODEL": "blue",
                "ACQUISITION_TIME": source.tags()["ACQUISITION_DATE"],
            }
        codes[planted] = 1
        masks.append(str(tmp_path / path.name))
        with rasterio.open(masks[-1], "w", **profile) as target:
            target.write(codes, 1)
            target.update_tags(**tags)
    request = SuspectsRequest(tuple(masks), str(tmp_path / "s.tif"), square=0.7)
    result = find_suspects(request, RecordingReporter())
    scores = read(result.output)[0]
    found = (scores > 0) & (scores != NODATA)
    inside = np.zeros(found.shape, bool)
    inside[planted] = True
    assert found[inside].mean() > 0.95
    assert found[~inside].mean() < 0.01
