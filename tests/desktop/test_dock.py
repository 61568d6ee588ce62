"""The dock in the real QGIS, driven by clicks and keys, read from outside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio

from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.pipeline import MaskRequest, mask_scene
from cloudmask_plugin.engine.reporter import SilentReporter
from tests.desktop.program import Session

pytestmark = [pytest.mark.desktop, pytest.mark.slow]


@pytest.fixture(scope="module")
def seen(dock_session: Session) -> dict[str, Any]:
    """What the session recorded; every test needs it to have come to its end."""
    dock_session.assert_ended_well()
    return dock_session.results


@pytest.fixture(scope="module")
def expected(scenes: Path, tmp_path_factory: pytest.TempPathFactory) -> np.ndarray:
    """The mask of the small scene as the engine makes it without QGIS."""
    path = tmp_path_factory.mktemp("engine") / "mask.tif"
    source = describe(str(scenes / "scene.tif"))
    mask_scene(MaskRequest(source, str(path)), SilentReporter())
    return read(path)


def read(path: Path) -> np.ndarray:
    with rasterio.open(path) as source:
        return source.read(1)


def test_qgis_ends_by_itself_without_an_exception(
    dock_session: Session, seen: dict[str, Any]
) -> None:
    assert seen["exceptions"] == []
    assert dock_session.status == 0
    assert "Traceback" not in dock_session.output


def test_the_dock_opens_by_its_button_and_asks_for_a_scene(seen: dict[str, Any]) -> None:
    assert seen["opened"]["phase"] == "no layer"
    assert 320 <= seen["opened"]["width"] <= 420
    assert "Choose" in seen["run without a scene"]


def test_a_first_run_needs_no_scrolling(seen: dict[str, Any]) -> None:
    assert seen["first run fits"]


def test_a_web_service_is_refused_with_the_remedy(seen: dict[str, Any]) -> None:
    phase, text = seen["service"]
    assert phase == "not a raster"
    assert "GeoTIFF" in text
    assert seen["service removed"] == "no layer"


def test_the_card_says_what_the_file_says(seen: dict[str, Any]) -> None:
    card = seen["card"]
    assert seen["right after choosing"] == "detecting"
    assert seen["ready"] == "ready"
    assert card["level"] == ["Sentinel-2 L2A · baseline 05.10", False]
    assert card["acquired"] == ["15 Jun 2024 10:30 UTC", False]
    assert card["bands"] == ["B01–B09 B11 B12 (12 of 13)", False]
    assert card["scale"] == ["(DN − 1000) / 10000", False]
    assert card["nodata"] == ["0", False]
    assert card["sun"] == ["40° from zenith, in the SE (155°)", False]
    assert card["grid"] == ["10 m · 600 × 600", False]


def test_guesses_are_marked_and_said(seen: dict[str, Any]) -> None:
    phase, card, text = seen["nameless"]
    assert phase == "ready with warning"
    assert card["bands"][1]
    assert card["bands"][0].endswith("(guessed)")
    assert "guessed" in text


def test_a_scene_that_cannot_run_says_why(seen: dict[str, Any]) -> None:
    phase, text = seen["seven bands"]
    assert phase == "cannot run"
    assert "7 bands" in text


@pytest.mark.parametrize("name", ["winter", "autumn"])
def test_folders_of_bands_are_scenes_without_being_layers(
    seen: dict[str, Any], scenes: Path, name: str
) -> None:
    listed, bands, paths = seen[name]
    assert listed == name
    assert bands == "B02–B04 B08 (4 of 13)"
    assert [Path(path).parent for path in paths] == [scenes / name] * 4


def test_one_click_adds_a_mask_with_legend_group_and_time(seen: dict[str, Any]) -> None:
    mask = seen["mask"]
    assert seen["button while running"] == "Cancel"
    assert seen["first run"][0] == "done"
    assert mask["name"] == "Cloud mask"
    assert mask["group"] == "scene"
    assert mask["visible"]
    assert [entry[:2] for entry in mask["classes"]] == [
        [0, "Clear"],
        [1, "Thick cloud"],
        [2, "Thin cloud"],
        [3, "Cloud shadow"],
    ]
    assert mask["classes"][0][2] == 0
    assert mask["temporal"]
    assert mask["begin"].startswith("2024-06-15T10:30:31")


def test_the_message_tells_the_shares_and_leads_to_the_log(
    seen: dict[str, Any], expected: np.ndarray
) -> None:
    message = seen["message"]
    valid = expected[expected != 255]
    thick = f"thick {np.mean(valid == 1):.0%}".replace("%", "\u00a0%")
    assert thick in message["text"]
    assert thick in seen["bar"]
    assert "Log" in message["buttons"]
    assert "Cloud&nbsp;shadow" in seen["legend"]


def test_a_click_on_the_bar_shows_the_mask(seen: dict[str, Any]) -> None:
    assert seen["zoomed"]


def test_enter_runs_and_the_pixels_are_those_of_the_engine(
    seen: dict[str, Any], work: Path, expected: np.ndarray
) -> None:
    assert seen["by enter"][0] == "done"
    np.testing.assert_array_equal(read(work / "by_enter.tif"), expected)


def test_probabilities_are_written_where_wanted(seen: dict[str, Any], work: Path) -> None:
    with rasterio.open(work / "by_enter_probabilities.tif") as source:
        assert source.count == 4
    assert not (work / "polygons_probabilities.tif").exists()


def test_a_click_on_a_value_leads_to_its_correction(seen: dict[str, Any]) -> None:
    assert seen["field that has the focus"] == "edit_scale"
    assert seen["corrected scale"][0] == "(DN − 1000) / 5000"


def test_a_band_twice_is_refused_and_can_be_taken_back(seen: dict[str, Any]) -> None:
    phase, text = seen["band twice"]
    assert phase == "cannot run"
    assert "B02 twice" in text
    assert seen["back"]


def test_polygons_are_offered_once_some_are_selected(
    seen: dict[str, Any], work: Path, expected: np.ndarray
) -> None:
    enabled, reason = seen["without polygons"]
    assert not enabled
    assert "select" in reason
    assert seen["area of polygons"] == "2.00 km²"
    part = read(work / "polygons.tif")
    assert part.shape == (100, 200)
    inner = expected[250:350, 200:400]
    assert np.mean(part != inner) < 0.02  # its border lacks the surroundings


def test_a_failure_is_told_in_the_dock_and_in_the_message_bar(seen: dict[str, Any]) -> None:
    phase, text = seen["scene as target"]
    assert phase == "failed"
    assert "is the scene itself" in text
    assert seen["message of the failure"]["text"] == text
    assert "Log" in seen["message of the failure"]["buttons"]


def test_an_absent_folder_disables_the_button_and_says_why(seen: dict[str, Any]) -> None:
    phase, reason = seen["absent folder"]
    assert phase == "cannot run"
    assert "does not exist" in reason


def test_a_run_on_guesses_ends_with_warnings(seen: dict[str, Any], work: Path) -> None:
    assert seen["nameless run"] == "done with warnings"
    assert (work / "nameless.tif").is_file()


def test_escape_cancels_quickly_and_leaves_no_file(seen: dict[str, Any], work: Path) -> None:
    assert seen["after Esc"] == "cancelling"
    assert seen["seconds to cancel"] < 2  # of a machine that may be busy; 0.5 s when it is not
    assert seen["cancelled"] == ["ready", "Cancelled. Nothing was written."]
    assert [path.name for path in work.iterdir() if "cancelled" in path.name] == []


def test_a_layer_removed_during_the_run_does_not_lose_the_mask(
    seen: dict[str, Any], work: Path
) -> None:
    assert seen["run outlives its layer"] == "running"
    (mask,) = seen["mask of the removed layer"]
    assert mask["group"] == "large"
    assert read(work / "layer_removed.tif").shape == (2048, 2048)


def test_a_project_closed_during_the_run_gets_the_mask_only_on_demand(
    seen: dict[str, Any], work: Path
) -> None:
    phase, count, message = seen["after closing"]
    assert phase == "no layer"
    assert count == 0
    assert "project_closed.tif" in message["text"]
    assert "Add to map" in message["buttons"]
    assert seen["added after closing"] == 1
    assert (work / "project_closed.tif").is_file()


def test_a_reload_during_the_run_cancels_it_and_the_dock_comes_back(
    seen: dict[str, Any], work: Path
) -> None:
    assert [path.name for path in work.iterdir() if "reloaded" in path.name] == []
    assert seen["after reload"] in ("no layer", "detecting", "ready")
    assert seen["works after reload"] == "ready"


def test_settings_are_remembered(seen: dict[str, Any]) -> None:
    assert float(seen["stored"]) == 120
    assert seen["remembered"] == 120


def test_every_state_has_its_picture(seen: dict[str, Any], output: Path) -> None:
    names = (
        *("no_layer", "not_a_raster", "detecting", "ready", "ready_with_warning", "cannot_run"),
        *("running", "cancelling", "done", "done_with_warnings", "failed", "desktop", "options"),
    )
    assert [name for name in names if not (output / f"{name}.png").is_file()] == []


@pytest.fixture(scope="module")
def shown(scenes_session: Session) -> dict[str, Any]:
    scenes_session.assert_ended_well()
    assert scenes_session.results["exceptions"] == []
    return scenes_session.results


class TestScenesOfAllKinds:
    def test_the_layer_that_qgis_was_started_with_is_the_scene(self, shown: dict[str, Any]) -> None:
        assert shown["taken"]["listed"] == "scene"
        assert shown["taken"]["phase"] == "ready"

    def test_one_band_of_a_product_stands_for_the_product(self, shown: dict[str, Any]) -> None:
        assert shown["product_layer"]["kind"] == "product"
        assert len(shown["product_layer"]["roles"]) == 12
        assert "Read from the product S2A_MSIL2A" in shown["product_layer"]["notice"]

    def test_a_picture_is_a_poor_scene_and_the_product_is_named(
        self, shown: dict[str, Any]
    ) -> None:
        assert shown["picture"]["roles"] == ["B02", "B03", "B04"]
        assert "8-bit picture of the product S2A_MSIL2A" in shown["picture"]["notice"]

    def test_a_contradiction_names_both_sides_and_is_mended_in_the_table(
        self, shown: dict[str, Any]
    ) -> None:
        notice = shown["contradiction"]["notice"]
        assert "B04 outshines B08" in notice
        assert "by the band descriptions" in notice
        assert "exchange B04 and B08" in notice
        assert shown["mended"] == "With your corrections."

    def test_nothing_is_squeezed_in_a_small_window(self, shown: dict[str, Any]) -> None:
        height, needed = shown["room"]["notice"]
        assert height >= needed
        assert shown["room"]["panel scrolls"]
        assert shown["room"]["role in view"]
        for name in ("taken", "product_layer", "picture", "contradiction", "address_read"):
            assert not shown[name]["moves sideways"]

    def test_an_address_is_typed_mended_and_masked(self, shown: dict[str, Any]) -> None:
        assert shown["after Esc"]
        assert shown["address_of_nothing"]["phase"] == "cannot run"
        assert shown["address_of_nothing"]["notice"].startswith("scena.tif cannot be opened")
        assert shown["address to mend"].endswith("/scena.tif")
        assert shown["address_read"]["listed"] == "scene.tif"
        assert shown["groups"] == [["scene", ["Cloud mask"]]]
        assert [Path(path).name for path in shown["opened before"]] == ["scene.tif", "scena.tif"]


@pytest.fixture(scope="module")
def bare(bare_session: Session) -> dict[str, Any]:
    bare_session.assert_ended_well()
    assert bare_session.results["exceptions"] == []
    return bare_session.results


class TestWithoutOnnxruntime:
    def test_the_dock_says_what_is_missing_and_how_to_get_it(self, bare: dict[str, Any]) -> None:
        assert bare["phase"] == "no onnxruntime"
        assert "onnxruntime" in bare["problem"]
        assert "pip install" in bare["command"]
        assert bare["button"] == bare["problem"]

    def test_everything_else_stays_usable(self, bare: dict[str, Any]) -> None:
        assert all(bare["usable"].values())

    def test_the_install_button_makes_the_dock_ready(self, bare: dict[str, Any]) -> None:
        assert bare["after installing"] == ["ready", ""]
