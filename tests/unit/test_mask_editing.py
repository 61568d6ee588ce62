"""Corrections by hand: the pixels selected, exact undo, and a new version that tells of them."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
import rasterio
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.features import rasterize
from scipy import ndimage

from cloudmask_plugin.engine.classes import NODATA
from cloudmask_plugin.engine.errors import Cancelled, OptionError, OutputError
from cloudmask_plugin.engine.mask_editing import MaskEditor
from cloudmask_plugin.engine.mask_table import find_table
from cloudmask_plugin.engine.raster import choose_backend
from cloudmask_plugin.engine.reporter import SilentReporter
from cloudmask_plugin.engine.scene import Grid, Window
from cloudmask_plugin.engine.selections import Selection, brushed, enclosed, flooded
from cloudmask_plugin.engine.versions import next_version
from tests.unit.stored import RecordingReporter, write_raster

RASTER = Window(0, 0, 60, 50)
places = st.lists(st.tuples(st.floats(-20, 80), st.floats(-20, 70)), min_size=1, max_size=6).map(
    lambda found: np.array(found, dtype=float)
)


def whole(selection: Selection) -> np.ndarray:
    """Return a selection as (50, 60) bool."""
    chosen = np.zeros((RASTER.height, RASTER.width), bool)
    window = selection.window
    chosen[window.row : window.row_stop, window.col : window.col_stop] = selection.chosen
    return chosen


def distance(x: float, y: float, line: np.ndarray) -> float:
    """Return how far a place is from a line, by plain geometry."""
    best = math.inf
    for start, stop in zip(line, line[1:] if len(line) > 1 else line):
        way = stop - start
        share = 0.0
        if way @ way > 0:
            share = min(max(float((np.array([x, y]) - start) @ way / (way @ way)), 0.0), 1.0)
        best = min(best, math.dist((x, y), start + share * way))
    return best


@settings(max_examples=40)
@given(places, st.floats(0.6, 9))
def test_a_brush_selects_the_pixels_whose_middle_is_within_its_radius(
    line: np.ndarray, radius: float
) -> None:
    chosen = whole(brushed(line, radius, RASTER))
    for row in range(0, 50, 3):
        for col in range(0, 60, 3):
            apart = distance(col + 0.5, row + 0.5, line)
            under = any(int(np.floor(x)) == col and int(np.floor(y)) == row for x, y in line)
            if abs(apart - radius) > 1e-6:
                assert chosen[row, col] == (apart <= radius or under)


def test_the_smallest_brush_paints_the_pixel_it_points_at() -> None:
    chosen = whole(brushed(np.array([[10.1, 20.9]]), 0.1, RASTER))
    assert np.argwhere(chosen).tolist() == [[20, 10]]
    assert not whole(brushed(np.array([[-30.0, 5.0]]), 2, RASTER)).any()


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.floats(-15, 75), st.floats(-15, 65)), min_size=3, max_size=7)
)  # fmt: skip
def test_an_outline_selects_what_gdal_burns(corners: list[tuple[float, float]]) -> None:
    ring = np.array(corners)
    chosen = whole(enclosed(ring, RASTER))
    shape = {"type": "Polygon", "coordinates": [[*corners, corners[0]]]}
    expected = rasterize([shape], out_shape=(50, 60), transform=rasterio.Affine.identity()) > 0
    # GDAL may decide otherwise where an outline passes through a pixel's very middle.
    near = np.zeros_like(chosen)
    for row, col in np.argwhere(chosen != expected):
        near[row, col] = distance(col + 0.5, row + 0.5, np.vstack([ring, ring[:1]])) < 1e-6
    assert ((chosen == expected) | near).all()


def test_a_flood_stays_connected_and_within_reach() -> None:
    rng = np.random.default_rng(3)
    values = ndimage.gaussian_filter(rng.random((80, 90)), 4)
    values = (250 * (values - values.min()) / np.ptp(values)).astype(np.uint8)
    for row, col in ((5, 5), (40, 60), (79, 89)):
        chosen = flooded(values, row, col, 40)
        alike = np.abs(values.astype(int) - int(values[row, col])) <= 40
        labels, _ = ndimage.label(alike, structure=np.ones((3, 3)))
        np.testing.assert_array_equal(chosen, labels == labels[row, col])


ROWS, COLS = 700, 300
WEST, NORTH = 399960.0, 5700000.0


@pytest.fixture
def mask(tmp_path: Path) -> tuple[str, np.ndarray]:
    rng = np.random.default_rng(1)
    codes = np.kron(rng.choice([0, 1, 2, 3, 255], (70, 30)), np.ones((10, 10))).astype(np.uint8)
    path = write_raster(
        tmp_path / "mask.tif", codes[np.newaxis], nodata=255,
        tags={"CLOUDMASK_MODEL": "cloudmask-fast", "CLOUDMASK_SHARES": "{}", "OTHER": "x"},
    )  # fmt: skip
    return str(path), codes


def edit(path: str, table=None) -> MaskEditor:
    return MaskEditor(path, table, choose_backend(), SilentReporter())


def all_of(editor: MaskEditor) -> np.ndarray:
    return editor.codes(editor.grid.window)


def stroke(rng: np.random.Generator) -> Selection:
    line = rng.uniform((-20, -20), (COLS + 20, ROWS + 20), (int(rng.integers(1, 6)), 2))
    return brushed(line, float(rng.uniform(1, 30)), Window(0, 0, COLS, ROWS))


def test_a_hundred_strokes_are_undone_and_done_again_exactly(mask: tuple[str, np.ndarray]) -> None:
    editor, rng = edit(mask[0]), np.random.default_rng(8)
    states = [all_of(editor)]
    np.testing.assert_array_equal(states[0], mask[1])
    while len(states) <= 100:
        if editor.apply(stroke(rng), int(rng.integers(0, 4)), "brush") is not None:
            states.append(all_of(editor))
    assert not np.array_equal(states[0], states[-1])
    for state in states[-2::-1]:
        assert editor.undo() is not None
        np.testing.assert_array_equal(all_of(editor), state)
    assert editor.undo() is None
    assert not editor.can_undo
    for state in states[1:]:
        assert editor.redo() is not None
        np.testing.assert_array_equal(all_of(editor), state)
    assert editor.redo() is None
    assert len(editor.edits) == 100


def test_a_new_edit_forgets_what_was_undone_and_nodata_is_never_changed(
    mask: tuple[str, np.ndarray],
) -> None:
    editor = edit(mask[0])
    everything = Selection(editor.grid.window, np.ones((ROWS, COLS), bool))
    one = editor.apply(everything, 1, "polygon")
    assert one is not None
    assert one.pixels == ((mask[1] != 1) & (mask[1] != NODATA)).sum()
    np.testing.assert_array_equal(all_of(editor) == NODATA, mask[1] == NODATA)
    assert editor.apply(everything, 1, "polygon") is None
    editor.undo()
    assert editor.apply(everything, 2, "polygon") is not None
    assert not editor.can_redo
    assert len(editor.edits) == 1
    with pytest.raises(OptionError, match="no class"):
        editor.apply(everything, 7, "polygon")


def test_a_view_shows_the_corrected_mask(mask: tuple[str, np.ndarray]) -> None:
    editor = edit(mask[0])
    view = Grid(editor.grid.crs, (WEST - 300, 37.0, 0.0, NORTH + 200, 0.0, -37.0), 110, 210)
    cols = np.floor((-300 + 37 * (np.arange(110) + 0.5)) / 10).astype(int)
    rows = np.floor((-200 + 37 * (np.arange(210) + 0.5)) / 10).astype(int)
    inside = ((rows >= 0) & (rows < ROWS))[:, np.newaxis] & (cols >= 0) & (cols < COLS)
    there = mask[1][np.ix_(np.clip(rows, 0, ROWS - 1), np.clip(cols, 0, COLS - 1))]
    np.testing.assert_array_equal(editor.view(view), np.where(inside, there, NODATA))
    editor.apply(Selection(editor.grid.window, np.ones((ROWS, COLS), bool)), 3, "polygon")
    assert set(np.unique(editor.view(view))) == {3, NODATA}


def test_a_new_version_tells_what_was_changed_and_the_original_stays(
    mask: tuple[str, np.ndarray],
) -> None:
    path, codes = mask
    original = Path(path).read_bytes()
    editor, target = edit(path), next_version(path)
    assert Path(target).name == "mask_v2.tif"
    editor.apply(brushed(np.array([[50.0, 60.0]]), 20, editor.grid.window), 2, "brush")
    editor.apply(brushed(np.array([[150.0, 400.0]]), 30, editor.grid.window), 0, "flood")
    pixels = [edited.pixels for edited in editor.edits]
    editor.save(target, choose_backend(), SilentReporter())
    assert Path(path).read_bytes() == original
    with rasterio.open(target) as src:
        np.testing.assert_array_equal(src.read(1), all_of(editor))
        assert src.nodata == NODATA
        tags = src.tags()
        assert src.colormap(1)[1][:3] == (210, 36, 24)
    assert tags["CLOUDMASK_EDITED_FROM"] == "mask.tif"
    assert tags["CLOUDMASK_MODEL"] == "cloudmask-fast"
    assert "CLOUDMASK_SHARES" not in tags
    assert "OTHER" not in tags
    assert json.loads(tags["CLOUDMASK_EDITS"]) == [
        {"from": "mask.tif", "edits": {"brush": 1, "flood": 1},
         "pixels": {"thin": pixels[0], "clear": pixels[1]}}
    ]  # fmt: skip
    assert Path(next_version(target)).name == "mask_v3.tif"
    again = edit(target)
    again.save(next_version(target), choose_backend(), SilentReporter())
    with rasterio.open(Path(path).with_name("mask_v3.tif")) as src:
        assert len(json.loads(src.tags()["CLOUDMASK_EDITS"])) == 2
    with pytest.raises(OptionError, match="is the mask itself"):
        editor.save(path, choose_backend(), SilentReporter())
    with pytest.raises(OutputError):
        editor.save(str(Path(path).with_suffix(".png")), choose_backend(), SilentReporter())


def test_a_cancelled_save_leaves_nothing(mask: tuple[str, np.ndarray]) -> None:
    editor, target = edit(mask[0]), next_version(mask[0])
    with pytest.raises(Cancelled):
        editor.save(target, choose_backend(), RecordingReporter(0.2))
    assert [item.name for item in Path(mask[0]).parent.iterdir()] == ["mask.tif"]
    with pytest.raises(Cancelled):
        MaskEditor(mask[0], None, choose_backend(), RecordingReporter(0.0))


def test_another_mask_becomes_one_of_ours(tmp_path: Path) -> None:
    scl = np.kron(np.array([[4, 9], [3, 0]]), np.ones((300, 300))).astype(np.uint8)
    path = str(write_raster(tmp_path / "SCL.tif", scl[np.newaxis]))
    editor = edit(path, find_table("scl"))
    editor.save(str(tmp_path / "SCL_v2.tif"), choose_backend(), SilentReporter())
    with rasterio.open(tmp_path / "SCL_v2.tif") as src:
        assert sorted(np.unique(src.read(1))) == [0, 1, 3, 255]
        assert src.tags()["CLOUDMASK_MODEL"] == "corrected from SCL.tif"
