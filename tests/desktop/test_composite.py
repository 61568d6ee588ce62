"""The tab Composite in the real QGIS, its files read back with rasterio."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio

from tests.desktop.program import Session
from tests.series import DAYS


@pytest.fixture(scope="module")
def seen(composite_session: Session) -> dict[str, Any]:
    """What the session saw; all tests fail with the reason where it did not end well."""
    composite_session.assert_ended_well()
    return composite_session.results


def read(path: Path) -> np.ndarray:
    with rasterio.open(path) as source:
        return source.read()


def percent(text: str) -> float:
    return float(text.replace("\u00a0%", ""))


def test_qgis_ends_by_itself_without_an_exception(
    seen: dict[str, Any], composite_session: Session
) -> None:
    assert composite_session.status == 0
    assert seen["exceptions"] == []


def test_without_scenes_the_tab_says_what_to_do(seen: dict[str, Any]) -> None:
    phase, reason = seen["opened"]
    assert phase == "no scenes"
    assert "Load scenes of several dates" in reason


def test_loaded_scenes_stand_in_the_table_by_date(seen: dict[str, Any]) -> None:
    assert [row[:4] for row in seen["rows"]] == [
        [f"T32UMC {letter}", day, "L2A", True] for letter, day in zip("ABC", DAYS)
    ]
    assert "For 3 scenes" in seen["method"]


def test_a_date_is_typed_for_a_scene_that_has_none(seen: dict[str, Any]) -> None:
    assert seen["undated"][:2] == ["undated.tif", ""]
    assert seen["dated"][:2] == ["undated.tif", "2023-05-20"]


def test_a_click_on_its_tick_leaves_a_scene_out(seen: dict[str, Any]) -> None:
    assert seen["unticked"] == [False, True, True, True]
    assert seen["area"] == "36.00 km²"
    assert seen["fits"]


def test_a_preview_takes_seconds_and_lies_in_a_group_of_its_own(seen: dict[str, Any]) -> None:
    text, groups = seen["preview"]
    assert seen["preview runs"] == "running"
    assert "Not kept" in text
    assert seen["seconds of a preview"] < 60  # of a busy machine; a few when it is not
    (name,) = groups
    assert name.startswith("Preview: Composite")


def test_the_composite_is_written_grouped_and_looks_like_its_scenes(
    seen: dict[str, Any], composites: Path
) -> None:
    assert seen["button while running"] == "Cancel"
    assert seen["done"] == ["done", "Done: the composite is on the map."]
    assert seen["groups"] == {
        "Composite 3 Jun 2023 – 28 Jun 2023": [
            ["Composite", True],
            ["Source scene", False],
            ["Clear observations", False],
        ]
    }
    assert seen["legend"] == ["No scene", *DAYS]
    assert seen["look"][0] == seen["look"][1]
    assert seen["zoomed"]
    image, source = read(composites / "composite.tif"), read(composites / "composite_source.tif")[0]
    assert image.shape == (12, 600, 600)
    np.testing.assert_array_equal((image == 0).all(axis=0), source == 0)


def test_the_shares_are_those_of_the_files(seen: dict[str, Any], composites: Path) -> None:
    source = read(composites / "composite_source.tif")[0]
    rows = [row for row in seen["rows after"] if row[3]]
    for number, (row, day) in enumerate(zip(rows, DAYS), start=1):
        share = 100 * np.mean(source == number)
        assert percent(row[5]) == pytest.approx(share, abs=0.51)
        assert f"{day} " in seen["bar"]
    assert "The reference is 2023-06" in seen["remarks"]


def test_the_method_and_what_is_taken_where_nothing_is_clear_are_chosen_by_keys(
    seen: dict[str, Any], composites: Path
) -> None:
    assert "score" in seen["method chosen"]
    phase, empty = seen["least bad"]
    assert phase == "done"
    assert empty == 0
    assert (read(composites / "least_bad_source.tif") > 0).all()


def test_mask_and_composite_are_made_in_one_run_from_the_mask_tab(seen: dict[str, Any]) -> None:
    assert seen["offer"] == "Also make a cloud-free composite (+ 2 more)"
    assert seen["run text"] == "Mas&k and composite"
    phase, groups = seen["mask and composite"]
    assert phase == "done"
    assert groups["T32UMC B"] == [["Cloud mask", True]]
    assert sum(name.startswith("Composite") for name in groups) == 3


def test_the_link_leads_to_the_tab_where_the_mask_is_found(seen: dict[str, Any]) -> None:
    assert seen["front"] == 1
    masks = dict(seen["masks"])
    assert masks["T32UMC B"] == "Cloud mask"
    assert masks["T32UMC A"] == "Make one on the way"


def test_escape_cancels_quickly_and_leaves_no_file(seen: dict[str, Any], composites: Path) -> None:
    assert seen["after Esc"] == "cancelling"
    assert seen["seconds to cancel"] < 2  # of a machine that may be busy; 0.5 s when it is not
    assert seen["cancelled"][1] == "Cancelled. Nothing was written."
    assert [path.name for path in composites.iterdir() if "cancelled" in path.name] == []


def test_a_failure_is_told_in_the_tab(seen: dict[str, Any]) -> None:
    phase, text = seen["failed"]
    assert phase == "failed"
    assert "is one of the scenes or masks" in text


def test_a_project_closed_during_the_run_keeps_the_file_only(seen: dict[str, Any]) -> None:
    phase, texts, count = seen["after closing"]
    assert phase == "no scenes"
    assert any("was not added, because the project was closed" in text for text in texts)
    assert count == 0
    assert seen["written all the same"]


def test_every_state_has_its_picture(seen: dict[str, Any], output: Path) -> None:
    names = ("no_scenes", "ready", "running", "done", "failed", "desktop", "source")
    missing = [name for name in names if not (output / f"composite_{name}.png").is_file()]
    assert missing == []
