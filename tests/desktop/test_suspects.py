"""Suspects over time in the real QGIS, driven by clicks, read from outside."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio

from cloudmask_plugin.engine.mask_refining import PRIOR_TAG
from tests.desktop.program import Session

pytestmark = [pytest.mark.desktop, pytest.mark.slow]


def test_suspects_are_found_shown_and_believed_less(suspects_session: Session, dated: Path) -> None:
    seen = suspects_session.results
    assert seen.get("ended") == "well", f"{seen.get('ended')}\n{suspects_session.output[-3000:]}"
    assert seen["exceptions"] == []
    assert seen["scene"] == "No scene in the project"
    assert "Find suspects first" in seen["before"]
    assert seen["cancel is offered"]
    assert "24 dates; suspect: " in seen["found"]
    assert seen["layer"] == str(dated / "mask_00_suspects.tif")
    assert seen["written"] == str(dated / "mask_00_v2.tif")
    with rasterio.open(seen["layer"]) as source:
        scores = source.read(1)
    with rasterio.open(seen["written"]) as source:
        mask, told = source.read(1), json.loads(source.tags()[PRIOR_TAG])
    assert told["file"] == "mask_00_suspects.tif"
    # All was cloud with 90 %: clear from a rate of 9 times the ordinary 4 % on.
    np.testing.assert_array_equal(mask == 0, (scores >= 37) & (scores < 255))
    assert (mask == 0).any()
    assert seen["shown clear with them"] > 0
    assert "believed less at suspects" in seen["cost"]


def test_the_temporal_controller_brings_the_mask_of_each_date(
    suspects_session: Session, dated: Path
) -> None:
    stepped = suspects_session.results["stepped"]
    assert [name for name, _ in stepped] == ["mask_01", "mask_02", "mask_03", "mask_02"]
    for name, cloudy in stepped:
        with rasterio.open(dated / f"{name}.tif") as source:
            assert abs((source.read(1) > 0).mean() - cloudy) < 0.02
