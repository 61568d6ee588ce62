"""Coarse looks at masks, and masking and compositing as one job."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio

from cloudmask_plugin.engine import mask_and_composite as job
from cloudmask_plugin.engine.classes import CLEAR
from cloudmask_plugin.engine.composite_plan import CompositeRequest, CompositeScene, bounds
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.errors import Cancelled, OptionError
from cloudmask_plugin.engine.mask_and_composite import mask_and_composite
from cloudmask_plugin.engine.mask_look import clear_share, covers, look_at_mask
from cloudmask_plugin.engine.mask_table import find_table
from cloudmask_plugin.engine.pipeline import MaskRequest
from cloudmask_plugin.engine.raster import choose_backend
from cloudmask_plugin.engine.reporter import SilentReporter
from tests.series import Date, write_series
from tests.unit.stored import RecordingReporter, write_raster


@pytest.fixture(scope="module")
def series(tmp_path_factory: pytest.TempPathFactory) -> list[Date]:
    return write_series(tmp_path_factory.mktemp("series"), rows=300, cols=320, days=DAYS)


DAYS = ("2023-06-03", "2023-06-13")


def test_the_share_over_an_extent_is_that_of_the_pixels(series: list[Date]) -> None:
    date = series[0]
    look = look_at_mask(str(date.mask), find_table("ours"), choose_backend())
    grid = describe(str(date.path)).grid
    west, _, _, north = bounds(grid)
    for left, top, right, bottom in ((0, 0, 320, 300), (40, 60, 200, 180), (100, 0, 150, 300)):
        part = date.codes[top:bottom, left:right] == CLEAR
        extent = (west + left * 10, north - bottom * 10, west + right * 10, north - top * 10)
        share = clear_share(look, grid.crs, extent)
        assert share == pytest.approx(part.mean(), abs=0.04)
    half_outside = (west - 3200, north - 3000, west + 3200, north)
    assert clear_share(look, grid.crs, half_outside) == pytest.approx(
        (date.codes == CLEAR).mean() / 2, abs=0.02
    )


def test_nothing_is_said_of_what_is_not_known(series: list[Date], tmp_path: Path) -> None:
    odd = write_raster(tmp_path / "odd.tif", np.full((1, 50, 50), 77, np.uint8))
    look = look_at_mask(str(odd), None, choose_backend())
    assert clear_share(look, look.grid.crs, bounds(look.grid)) is None
    known = look_at_mask(str(series[0].mask), None, choose_backend())
    assert clear_share(known, "another system", bounds(known.grid)) is None


def test_a_mask_covers_what_it_reaches_over(series: list[Date]) -> None:
    look = look_at_mask(str(series[0].mask), None, choose_backend())
    west, south, east, north = bounds(look.grid)
    assert covers(look, look.grid.crs, (west, south, east, north))
    assert not covers(look, look.grid.crs, (west - 500, south, east, north))


@pytest.fixture
def requests(series: list[Date], tmp_path: Path) -> tuple[MaskRequest, CompositeRequest]:
    first, second = (describe(str(date.path)) for date in series)
    given = CompositeScene(second, str(series[1].mask), find_table("ours"))
    composite = CompositeRequest(
        (CompositeScene(first), given),
        str(tmp_path / "c.tif"),
        source_index=str(tmp_path / "s.tif"),
    )
    return MaskRequest(first, str(tmp_path / "m.tif")), composite


def test_the_composite_uses_the_mask_that_was_just_made(
    requests: tuple[MaskRequest, CompositeRequest], series: list[Date]
) -> None:
    reporter = RecordingReporter()
    made = mask_and_composite(*requests, reporter)
    assert made.composite is not None
    with rasterio.open(made.mask.output) as src:
        codes = np.stack([src.read(1), series[1].codes])
    with rasterio.open(made.composite.source_index) as src:
        source = src.read(1)
    np.testing.assert_array_equal(source == 0, ~(codes == CLEAR).any(axis=0))
    assert made.composite.clear[0] == pytest.approx((codes[0] == CLEAR).mean())
    fractions = [step.fraction for step in reporter.steps]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1


def test_a_bad_composite_is_refused_before_anything_is_written(
    requests: tuple[MaskRequest, CompositeRequest],
) -> None:
    mask, composite = requests
    with pytest.raises(OptionError, match="mixes scenes"):
        mask_and_composite(mask, replace(composite, method="median"), SilentReporter())
    assert not Path(mask.output).exists()


def test_the_mask_stays_where_the_composite_fails_or_is_cancelled(
    requests: tuple[MaskRequest, CompositeRequest], monkeypatch: pytest.MonkeyPatch
) -> None:
    for error, problem in ((OptionError("No room."), "No room."), (Cancelled(), "")):

        def stop(request: object, reporter: object, error: Exception = error) -> None:
            raise error

        monkeypatch.setattr(job, "composite_scenes", stop)
        made = mask_and_composite(*requests, SilentReporter())
        assert made.composite is None
        assert made.problem == problem
        assert Path(made.mask.output).is_file()
