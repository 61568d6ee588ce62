"""The tab Check in the real QGIS, driven by clicks and keys, read from outside."""

from __future__ import annotations

import json
import statistics
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio

from cloudmask_plugin.engine.refine import RefineOptions, decide
from tests.desktop.program import Session

pytestmark = [pytest.mark.desktop, pytest.mark.slow]


@pytest.fixture(scope="module")
def seen(check_session: Session) -> dict[str, Any]:
    """What the session recorded; every test needs it to have come to its end."""
    check_session.assert_ended_well()
    return check_session.results


def read(path: Path, band: int = 1) -> np.ndarray:
    with rasterio.open(path) as source:
        return source.read(band)


def test_qgis_ends_by_itself_without_an_exception(
    check_session: Session, seen: dict[str, Any]
) -> None:
    assert seen["exceptions"] == []
    assert check_session.status == 0
    assert "Traceback" not in check_session.output


def test_the_tab_finds_what_belongs_to_the_mask(seen: dict[str, Any]) -> None:
    opened = seen["opened"]
    assert opened["mask"] == "mask"
    assert opened["scene"] == "scene"
    assert "mask_probabilities" in opened["probabilities"]
    assert "of clear land" in opened["cost"]
    assert opened["width"] <= 372
    assert seen["own layer hidden"]


def test_every_view_changes_the_pixels_it_should(seen: dict[str, Any]) -> None:
    assert seen["overlay changes the map by"] > 0.1
    left, right = seen["swipe shows the mask on the left alone"]
    assert left > 0.1
    assert right < 0.01
    line, wanted, stayed = seen["swipe dragged"]
    assert abs(line - wanted) <= 1
    assert stayed
    assert 0.001 < seen["outline changes the map by"] < seen["overlay changes the map by"]
    assert "In view the masks agree on" in seen["agreement"]
    assert seen["flicker by mouse shows both"]
    assert seen["flicker by key shows both"]


def test_keys_and_mouse_show_the_same(seen: dict[str, Any]) -> None:
    assert seen["keys and mouse differ by"] < 0.001
    assert seen["agreement by keys differs by"] < 0.001
    assert seen["swipe by keys"] == pytest.approx(0.02)
    assert seen["opacity by keys"] == pytest.approx(0.2)
    faded, full = seen["faded to"]
    assert faded == pytest.approx(0.2, abs=0.05)
    assert full > 0.1
    assert seen["opacity by mouse"] > 0.2
    assert seen["opaque again"] < 0.001


def test_bands_are_combined_in_one_click_and_the_style_comes_back(seen: dict[str, Any]) -> None:
    # B11, B08 and B04 of the twelve bands of Level-2A.
    assert seen["SWIR bands"] == [11, 8, 4]
    assert seen["SWIR changes the map by"] > 0.1
    assert seen["style is back"] < 0.01


def test_the_slider_redraws_within_200_ms_and_says_what_it_costs(seen: dict[str, Any]) -> None:
    assert statistics.median(seen["slider ms"]) <= 200
    assert seen["strict masks more"] > 0.005
    before, after, step = seen["costs"]
    assert before != after
    assert "more clear land lost" in step


def test_applying_writes_the_mask_that_was_shown_beside_the_original(
    seen: dict[str, Any], checked: Path
) -> None:
    written = Path(seen["written"])
    assert written == checked / "mask_v2.tif"
    thick, thin, shadow = seen["options"]
    odds = np.stack([read(checked / "mask_probabilities.tif", band) for band in range(1, 5)])
    np.testing.assert_array_equal(read(written), decide(odds, RefineOptions(thick, thin, shadow)))
    assert (read(written) > 0).sum() > (read(checked / "mask.tif") > 0).sum()


def test_clicks_ask_pixels(seen: dict[str, Any]) -> None:
    assert "<b>Thick cloud</b> in the mask" in seen["asked thick"]
    assert "<b>Cloud shadow</b> in the mask" in seen["asked shadow"]
    assert "fits this shadow" in seen["asked shadow"]
    assert "Clear " in seen["asked thick"]  # a probability
    assert "SCL_of_scene: T" in seen["asked thick"]  # thick or thin, as the truth has it
    assert seen["marks"] >= 2


def test_tiles_are_reviewed_by_keys_and_kept(seen: dict[str, Any]) -> None:
    assert all(text.startswith("· ") for text in seen["first tiles"])
    assert seen["map moved on"]
    assert "2 of " in seen["review"]
    assert "1 ok, 1 wrong" in seen["review"]
    assert seen["kept"].startswith('[{"place"')


def test_every_pencil_works_with_the_mouse_and_undo_is_exact(seen: dict[str, Any]) -> None:
    assert seen["brushed"] > 50
    assert seen["stroke ms"] <= 100
    assert seen["brush changes the map by"] > 0.0005
    assert seen["enclosed"] > 500
    assert seen["edits"] == ["brush", "polygon", "lasso", "flood"]
    assert seen["flooded"] > 0
    assert seen["undone exactly"]


def test_corrections_reach_the_mask_on_a_map_in_web_mercator(seen: dict[str, Any]) -> None:
    assert seen["enclosed on another map"] > 500
    assert seen["shown on another map"] == 1
    assert seen["their share of a box"] > 0.7
    assert seen["undone on another map"]


def test_unsaved_corrections_hold_the_sliders_and_keys_are_listed(seen: dict[str, Any]) -> None:
    assert "save your corrections" in seen["sliders wait"]
    assert seen["keys are listed"]


def test_corrections_are_saved_as_a_new_version_that_tells_of_them(
    seen: dict[str, Any], checked: Path
) -> None:
    saved = checked / "mask_v3.tif"
    assert seen["saved"] == str(saved)
    changed = read(saved) != read(checked / "mask_v2.tif")
    assert changed.sum() > 500
    with rasterio.open(saved) as source:
        edits = json.loads(source.tags()["CLOUDMASK_EDITS"])
    assert edits[0]["from"] == "mask_v2.tif"
    assert edits[0]["edits"] == {"brush": 1, "polygon": 1}


def test_corrections_become_patches_in_the_layout_of_cloudsen12(
    seen: dict[str, Any], checked: Path
) -> None:
    folder = checked / "patches"
    scene = folder / "ROI_0001"
    names = [Path(path).relative_to(folder).as_posix() for path in seen["patches"]]
    assert "metadata.csv" in names
    (labels,) = [name for name in names if name.endswith("manual_hq.tif")][:1]
    (bands,) = [name for name in names if "ROI_0001" in name and name.endswith("L2A.tif")][:1]
    assert scene.is_dir()
    with rasterio.open(folder / bands) as source:
        assert source.count == 13
        shape = source.shape
    with rasterio.open(folder / labels) as source:
        assert source.shape == shape
        assert set(np.unique(source.read(1))) <= {0, 1, 2, 3, 99}


def test_points_are_labelled_by_keys_and_reported(seen: dict[str, Any], checked: Path) -> None:
    assert "31 labels" in seen["accuracy"]
    assert "95 % limits" in seen["accuracy"]
    assert "Calibrated by 31 labelled points" in seen["calibrated"]
    report = checked / "mask_v3_accuracy.html"
    assert seen["report"] == [str(report)]
    assert "<h1>Accuracy of mask_v3" in report.read_text(encoding="utf-8")
    assert report.with_suffix(".pdf").read_bytes().startswith(b"%PDF-")
