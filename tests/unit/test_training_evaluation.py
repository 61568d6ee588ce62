"""What the evaluation counts: robustness, pitfalls, bars and pictures, on drawn examples."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from cloudmask_plugin.engine.bands import ROLES, VISIBLE
from cloudmask_plugin.engine.classes import (
    CLEAR,
    CLOUD_CODES,
    CLOUD_SHADOW,
    NODATA,
    THICK_CLOUD,
    THIN_CLOUD,
)
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.pipeline import MaskRequest, mask_scene
from cloudmask_plugin.engine.reporter import SilentReporter
from tests.unit.stored import FOUR_BANDS

pytest.importorskip("scipy", reason="training needs scipy, which this environment lacks")
pytest.importorskip("onnxruntime", reason="bundled models run in onnxruntime")
from training import cases, evaluate, robustness, tables
from training.bundled import BundledModel
from training.cases import Case, limited
from training.datasets import Patch, allowed_classes

ALL = np.ones(len(ROLES), bool)
RED = ROLES.index("B04")


def scene(red: np.ndarray) -> np.ndarray:
    """A scene (13, rows, cols) whose bands all are ``red``."""
    return np.repeat(red[None].astype(np.float32), len(ROLES), axis=0)


def patch(
    name: str,
    source: str,
    image: np.ndarray,
    presence: np.ndarray,
    labels: np.ndarray,
    clear: bool = False,
    shift: tuple[int, int] = (0, 0),
) -> Patch:
    """A held-out patch of ``source`` without drawn shadows; ``shift`` leads from clouds to them."""
    labels = labels.astype(np.uint8)
    allowed = allowed_classes(source, labels, False, None, np.array(shift))
    return Patch(
        name, source, "here", image.astype(np.float16), presence, allowed, labels, "L1C", 20.0,
        False, False, clear,
    )  # fmt: skip


def by_brightness(image: np.ndarray, presence: np.ndarray, phase: tuple[int, int]) -> np.ndarray:
    """A model for which each pixel stands for itself."""
    return np.where(image[RED] > 0.5, THICK_CLOUD, CLEAR).astype(np.uint8)


def by_grid(image: np.ndarray, presence: np.ndarray, phase: tuple[int, int]) -> np.ndarray:
    """A model that sees nothing but its own grid: every eighth column of it is cloud."""
    col = np.arange(image.shape[2]) + phase[0]
    row = np.zeros(image.shape[1], int)[:, None]
    return np.where((col + row) % 8 == 0, THICK_CLOUD, CLEAR).astype(np.uint8)


# Robustness


def test_a_model_bound_to_its_grid_changes_a_known_share_of_labels_when_the_origin_moves() -> None:
    image = scene(np.zeros((200, 216)))
    changed = robustness.changed_by_origin(by_grid, image, ALL, [(3, 1)], anchored=False)
    # Of eight columns one is cloud here and another one there.
    assert changed.share == pytest.approx(2 / 8, abs=0.01)


def test_labels_of_a_raster_that_keeps_its_place_on_the_grid_do_not_change() -> None:
    image = scene(np.zeros((200, 216)))
    changed = robustness.changed_by_origin(by_grid, image, ALL, [(3, 1), (8, 5)], anchored=True)
    assert changed.changed == 0
    assert changed.compared == (200 - 1 - 128) * (216 - 3 - 128) + (200 - 5 - 128) * (216 - 8 - 128)


def test_origins_are_drawn_between_one_pixel_and_the_furthest() -> None:
    drawn = np.array(robustness.origins(500))
    assert drawn.min() == 1
    assert drawn.max() == 31


@pytest.mark.parametrize(("gain", "first", "last"), [(1.1, 0.5 / 1.1, 0.5), (0.9, 0.5, 0.5 / 0.9)])
def test_a_gain_changes_the_pixels_that_it_carries_across_the_threshold(
    gain: float, first: float, last: float
) -> None:
    values = np.linspace(0, 1, 10_000).reshape(100, 100)
    changed = robustness.changed_by_gain(by_brightness, scene(values), ALL, gain)
    assert changed.share == pytest.approx(last - first, abs=2e-4)


def test_only_the_band_a_model_looks_at_changes_labels_when_it_is_dropped() -> None:
    values = np.linspace(0, 1, 400).reshape(20, 20)
    green, red = robustness.changed_by_dropping(by_brightness, scene(values), ALL, [2, RED])
    assert green.share == 0
    assert red.share == pytest.approx(np.mean(values > 0.5))


def test_windows_of_a_model_of_single_pixels_agree_with_the_whole() -> None:
    values = np.random.default_rng(0).uniform(size=(300, 300))
    changed = robustness.changed_by_window(by_brightness, scene(values), ALL)
    assert changed == robustness.Changed(0, (256 - 128) ** 2)


def test_a_filled_pixel_counts_once_where_each_pixel_stands_for_itself() -> None:
    values = np.indices((64, 64)).sum(axis=0) % 2  # a hole is filled with its surroundings
    assert robustness.pixel_influence(by_brightness, scene(values), ALL) == 1


# Cases


def test_a_set_of_bands_is_given_up_where_a_patch_cannot_supply_it() -> None:
    six = np.isin(ROLES, cases.BAND_SETS["6"])
    assert limited(six, "6") is not None
    assert limited(six, "10") is None
    assert limited(six, "all") is not None


def test_narrow_infrared_stands_in_for_a_missing_broad_one() -> None:
    without = ALL & (np.array(ROLES) != "B08")
    shown = limited(without, "RGB+NIR")
    assert shown is not None
    assert set(np.array(ROLES)[shown]) == {"B02", "B03", "B04", "B8A"}


def test_surfaces_come_from_biome_names_and_from_what_pictures_show() -> None:
    assert cases.surface_of("l8biome__val_Forest_00_1008") == cases.VEGETATION
    assert (
        cases.surface_of("s2cmc__S2A_MSIL1C_20180430T111621_N0206_R037_T40XDR_2018")
        == "snow and ice"
    )
    assert cases.surface_of("s2cmc__S2A_MSIL1C_20180101T010721_N0206_R045_T53HLD_2018") is None


def test_snow_is_bright_in_green_and_dark_in_short_wave_infrared() -> None:
    image = np.zeros((len(ROLES), 1, 3), np.float32)
    image[ROLES.index("B03"), 0] = (0.8, 0.8, 0.05)  # snow, cloud, water
    image[ROLES.index("B11"), 0] = (0.1, 0.6, 0.01)
    assert cases.is_snow(image).tolist() == [[True, False, False]]


# Rows


def case(reference: np.ndarray, name: str = "a", group: str = cases.LANDSAT_8) -> Case:
    image = scene(np.zeros(reference.shape))
    questions = ("cloud", "shadow", "invalid")
    return Case(name, group, image, ALL, reference, questions, thin_labelled=True)


def contender(answer: Callable[..., Any]) -> evaluate.Contender:
    return evaluate.Contender("drawn", "all", answer)


def test_a_reference_repeated_is_scored_as_perfect_in_every_table() -> None:
    reference = np.repeat(
        np.array([[CLEAR, THICK_CLOUD, THIN_CLOUD, CLOUD_SHADOW]], np.uint8), 9, 0
    )
    cloud = np.isin(reference, (THICK_CLOUD, THIN_CLOUD)).astype(np.float32)
    found = evaluate.measure_accuracy(
        [case(reference)], contender(lambda image, there: evaluate.Answer(reference, cloud))
    )
    row = next(r for r in found["rows"] if r["pool"] == cases.LANDSAT_8)
    assert {row[key] for key in tables.SCORES} == {1.0}
    classes = next(r for r in found["classes"] if r["pool"] == cases.LANDSAT_8)
    assert (classes["mIoU"], classes["thin as cloud"], classes["thin as thin"]) == (1, 1, 1)
    assert classes["ECE"] == 0


def test_confusions_add_up_all_patches_of_four_classes_and_no_program_s_labels() -> None:
    drawn = np.array([[CLEAR, THICK_CLOUD, THIN_CLOUD, CLOUD_SHADOW]], np.uint8)
    called = np.array([[CLEAR, THIN_CLOUD, THIN_CLOUD, CLEAR]], np.uint8)
    answers = {name: evaluate.Answer(called) for name in "abc"}
    chosen = [case(drawn, "a"), case(drawn, "b"), case(drawn, "c", cases.SEN2COR)]
    asked = contender(lambda image, there: evaluate.Answer(called))
    found = evaluate.confusions(chosen, asked, answers)
    assert list(found) == ["by hand, all bands"]
    expected = np.zeros((4, 4), int)
    for truth, answer in zip(drawn[0], called[0]):
        expected[truth, answer] += 2
    assert np.array_equal(found["by hand, all bands"], expected)


def test_a_pool_is_not_scored_by_those_who_cannot_answer_every_patch_of_it() -> None:
    reference = np.array([[CLEAR, THICK_CLOUD]], np.uint8)
    both = [case(reference, "a"), case(reference, "b")]
    answers = iter([evaluate.Answer(reference), None])
    found = evaluate.measure_accuracy(both, contender(lambda image, there: next(answers)))
    titles = {row["pool"] for row in found["rows"]}
    assert cases.LANDSAT_8 in titles
    assert tables.ANY not in titles


def test_false_cloud_on_snow_is_counted_on_the_snow_alone() -> None:
    snow = np.zeros((10, 10), bool)
    snow[:5] = True
    called = np.full((10, 10), CLEAR, np.uint8)
    called[0] = THICK_CLOUD
    called[9] = THICK_CLOUD
    image = scene(np.zeros((10, 10)))
    rows = evaluate.measure_pitfalls(
        [cases.Pitfall("drawn", image, ALL, snow, CLOUD_CODES)],
        contender(lambda image, there: evaluate.Answer(called)),
    )
    assert rows[0]["false"] == pytest.approx(10 / 50)


def test_nobody_is_blamed_for_a_class_that_he_does_not_tell() -> None:
    image, everywhere = scene(np.zeros((10, 10))), np.ones((10, 10), bool)
    called = evaluate.Answer(np.full((10, 10), THICK_CLOUD, np.uint8))
    tempting = [
        cases.Pitfall("shadow", image, ALL, everywhere, (CLOUD_SHADOW,)),
        cases.Pitfall("thick as thin", image, ALL, everywhere, (CLEAR, THIN_CLOUD, CLOUD_SHADOW)),
    ]
    all_told = contender(lambda image, there: called)
    assert len(evaluate.measure_pitfalls(tempting, all_told)) == 2
    bare = dataclasses.replace(all_told, finds_shadow=False, finds_thin=False)
    assert evaluate.measure_pitfalls(tempting, bare) == []


def test_bright_cloud_lakes_and_far_ground_are_looked_for_where_they_are_known() -> None:
    half = np.zeros((40, 200), bool)
    half[:, :40] = True
    presence = np.array([role in VISIBLE for role in ROLES])
    image = np.where(half, 0.7, 0.06) * presence[:, None, None]
    catalogue = patch("s2cmc__T32ABC", "s2cmc", image, presence, np.where(half, THICK_CLOUD, CLEAR))
    bright = cases.cloud_pitfalls([catalogue])
    assert [one.kind for one in bright] == [cases.BRIGHT_CLOUD]
    assert bright[0].where[:, 2:38].all() and not bright[0].where[:, 42:].any()
    (far,) = cases.shadow_pitfalls([catalogue])
    assert far.kind == cases.FAR_GROUND
    assert not far.where[:, :100].any() and far.where[:, 102:].all()
    eastward = dataclasses.replace(
        catalogue,
        allowed=patch("a", "s2cmc", image, presence, catalogue.labels, shift=(0, 12)).allowed,
    )
    kinds = {one.kind: one.where for one in cases.shadow_pitfalls([eastward])}
    assert np.array_equal(kinds[cases.FAR_GROUND], far.where)
    among = kinds[cases.SUNLIT_GROUND]  # the cloud ends in column 39, its shadow before 70
    assert among[8:-8, 72:98].all() and not among[:, :58].any() and not (among & far.where).any()
    ground = patch("b__1", "b", np.full((13, 96, 96), 0.2), ALL, np.zeros((96, 96)), clear=True)
    (lakes,) = cases.shadow_pitfalls([ground])
    assert lakes.kind == cases.LAKES
    wet = lakes.reflectance[:, lakes.where]
    assert lakes.where.sum() > 100
    assert (wet[ROLES.index("B8A")] < wet[ROLES.index("B03")]).mean() > 0.8  # water is
    assert (wet.mean(axis=0) < 0.12).mean() > 0.8  # no cloud among it


# Tables


def results(boa: float, peer: float) -> dict[str, dict[str, Any]]:
    def tables_of(model: str, value: float) -> dict[str, Any]:
        row = {"pool": tables.FOUR, "question": "cloud", "model": model, "bands": "all",
               "patches": 3, "false": 0.1, **dict.fromkeys(tables.SCORES, value)}  # fmt: skip
        return {"rows": [row], "classes": [], "pitfalls": []}

    return {"ours": tables_of("ours", boa), "ukis-csmask 4 bands L1C": tables_of("u", peer)}


def test_a_bar_says_what_was_measured_and_whether_it_is_enough() -> None:
    higher, lead = tables.BARS[:2]
    for boa, words in ((0.96, "0.960 – **met, and the goal**"), (0.94, "0.940 – met"),
                       (0.9, "0.900 – not met")):  # fmt: skip
        ours = tables.Measured("ours", results(boa, 0.93), {})
        assert higher.cell(higher.measure(ours)) == words
    ours = tables.Measured("ours", results(0.95, 0.9), {})
    assert lead.measure(ours) == pytest.approx(0.05)


def test_a_bar_that_nothing_was_measured_for_is_left_open() -> None:
    ours = tables.Measured("ours", results(0.9, 0.9), {})
    assert [bar.cell(bar.measure(ours)) for bar in tables.BARS if "snow" in bar.what] == ["–"] * 3


def test_speed_is_compared_with_the_quickest_variant_measured_beside() -> None:
    speed = {"mpx_per_s": 6.0, "beside": {"ukis-csmask 4 bands": 1.5, "ukis-csmask 6 bands": 1.2}}
    assert tables.Measured("ours", results(0.9, 0.9), {"speed": speed}).pace() == 4


def test_what_stands_around_the_written_tables_is_kept() -> None:
    page = f"before\n{evaluate.BEGIN}\nold\n{evaluate.END}\nafter\n"
    written = evaluate.with_table(page, "new")
    assert written.startswith("before\n")
    assert written.endswith("\nafter\n")
    assert "new" in written
    assert "old" not in written
    assert evaluate.with_table(written, "new") == written


# Pictures


def test_a_difference_map_tells_false_from_missed_and_leaves_unlabelled_white() -> None:
    gallery = pytest.importorskip("training.gallery", reason="pictures need Pillow and matplotlib")
    reference = np.array([[CLEAR, THICK_CLOUD, CLOUD_SHADOW, NODATA]], np.uint8)
    answer = np.array([[THIN_CLOUD, CLEAR, CLEAR, THICK_CLOUD]], np.uint8)
    picture = gallery.difference(answer, reference, shadow_labelled=True)
    assert [tuple(pixel) for pixel in picture[0].tolist()] == [
        gallery.FALSE_CLOUD, gallery.MISSED_CLOUD, gallery.MISSED_SHADOW, gallery.PAPER,
    ]  # fmt: skip
    without = gallery.difference(answer, reference, shadow_labelled=False)
    assert tuple(without[0, 2].tolist()) == gallery.RIGHT_CLEAR


def test_a_sheet_is_stored_as_well_as_its_size_allows() -> None:
    gallery = pytest.importorskip("training.gallery", reason="pictures need Pillow and matplotlib")
    noise = np.random.default_rng(0).integers(0, 256, (200, 200, 3), np.uint8)
    sheet = gallery.Image.fromarray(noise)
    large, small = gallery.as_jpeg(sheet, 10**6), gallery.as_jpeg(sheet, 40_000)
    assert len(small) <= 40_000 < len(large)


def test_figures_of_a_model_that_was_replaced_meanwhile_are_not_written(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    card = tmp_path / "ours" / "card.json"
    card.write_text('{"sha256": "new"}')
    measured = {"ours": {"sha256": "old", "rows": [], "classes": [], "pitfalls": []}}
    with pytest.raises(SystemExit, match="replaced"):
        evaluate.write_results(measured, tmp_path)
    assert card.read_text() == '{"sha256": "new"}'


# The bundled models


MODELS = Path(__file__).resolve().parents[2] / "models"


@pytest.mark.parametrize("card", sorted(MODELS.glob("*/card.json")), ids=lambda c: c.parent.name)
def test_labels_of_an_array_are_those_the_engine_writes_for_a_raster(
    card: Path, tmp_path: Path, scene_file: Path
) -> None:
    rasterio = pytest.importorskip("rasterio")
    spec = describe(str(scene_file))
    output = tmp_path / "mask.tif"
    mask_scene(MaskRequest(spec, str(output), model=card.parent.name), SilentReporter())
    with rasterio.open(scene_file) as file:
        values = file.read().astype(np.float32) * spec.scale.value + spec.offset.value
    image = np.zeros((len(ROLES), *values.shape[1:]), np.float32)
    presence = np.isin(ROLES, FOUR_BANDS)
    image[presence] = values
    labels = BundledModel(card.parent).labels(image, presence, spec.bands[0].grid.phase)
    with rasterio.open(output) as file:
        assert np.mean(labels != file.read(1)) < 1e-4  # rounding of digital numbers
