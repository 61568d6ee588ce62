"""Where the sun stood: angles of a product's metadata, at a place, and what the user states."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from cloudmask_plugin.engine.describe import describe, info
from cloudmask_plugin.engine.safe import parse_sun, parse_sun_grid
from cloudmask_plugin.engine.scene import Overrides
from cloudmask_plugin.engine.sun import Sun, SunGrid
from tests.unit.stored import write_product
from training.simulation import SimulatedScene

GRID_XML = """<Geoposition resolution="10"><ULX>399960</ULX><ULY>5700000</ULY></Geoposition>
<Viewing_Incidence_Angles_Grids><Zenith><COL_STEP unit="m">5000</COL_STEP><Values_List>
<VALUES>1 2 3</VALUES></Values_List></Zenith></Viewing_Incidence_Angles_Grids>
<Sun_Angles_Grid><Zenith><COL_STEP unit="m">5000</COL_STEP><ROW_STEP unit="m">2000</ROW_STEP>
<Values_List><VALUES>50.0 51.0</VALUES><VALUES>52.0 53.0</VALUES></Values_List></Zenith>
<Azimuth><COL_STEP unit="m">5000</COL_STEP><ROW_STEP unit="m">2000</ROW_STEP>
<Values_List><VALUES>170 172</VALUES><VALUES>170 NaN</VALUES></Values_List></Azimuth>
</Sun_Angles_Grid>"""


def sun_grid(azimuth: tuple[tuple[float, ...], ...], zenith: float = 40.0) -> SunGrid:
    nodes = tuple(tuple(zenith + row for _ in line) for row, line in enumerate(azimuth))
    return SunGrid(1000.0, 9000.0, 500.0, 500.0, nodes, azimuth)


def test_angles_between_nodes_are_bilinear_and_cross_north() -> None:
    grid = sun_grid(((359.0, 1.0), (359.0, 1.0)))
    between = grid.at(1250, 8750)
    assert between is not None
    assert math.cos(math.radians(between.azimuth)) == pytest.approx(1)
    assert between.zenith == pytest.approx(40.5)
    near = grid.at(1125, 9000)
    assert near is not None
    assert near.azimuth == pytest.approx(359.5, abs=1e-3)


def test_places_beyond_the_nodes_take_the_edge_and_nodes_without_angles_do_not_count() -> None:
    nan = math.nan
    grid = sun_grid(((100.0, 120.0, nan), (nan, 120.0, nan), (nan, nan, nan)))
    corner = grid.at(0, 1e6)
    assert corner is not None
    assert corner.azimuth == pytest.approx(100)
    beside = grid.at(1400, 8600)  # among three known nodes and one that is not
    assert beside is not None
    assert 115 < beside.azimuth <= 120
    assert grid.at(2000, 8000) is None


@pytest.fixture
def product(scene: SimulatedScene, tmp_path: Path) -> Path:
    """A product of 2400 m a side whose metadata hold a grid of angles and other means."""
    root = write_product(tmp_path, scene.reflectance, (60,))
    xml = next(root.rglob("MTD_TL.xml"))
    xml.write_text(xml.read_text().replace("<Mean_Sun_Angle>", f"{GRID_XML}<Mean_Sun_Angle>"))
    return root


def test_the_angles_of_a_product_are_those_of_the_place_and_not_the_mean(product: Path) -> None:
    spec = describe(str(product))
    assert (spec.sun_zenith.value, spec.sun_azimuth.value) == (57.8, 172.8)
    assert spec.sun_grid is not None
    assert spec.sun_grid.shape == (2, 2)
    assert info(spec)["sun_grid"] == [2, 2]
    sun = spec.sun_at(399960 + 2500, 5700000)
    assert sun is not None
    assert (sun.zenith, sun.azimuth) == pytest.approx((50.5, 171))


@pytest.mark.parametrize("stated", [{"sun_zenith": 30.0}, {"sun_azimuth": 10.0}])
def test_what_the_user_states_counts_everywhere(product: Path, stated: dict[str, float]) -> None:
    spec = describe(str(product), Overrides(**stated))  # type: ignore[arg-type]
    zenith, azimuth = stated.get("sun_zenith", 57.8), stated.get("sun_azimuth", 172.8)
    assert spec.sun_at(399960 + 2500, 5700000) == Sun(zenith, azimuth)


@pytest.mark.parametrize(
    "broken",
    [
        GRID_XML.replace("50.0 51.0", "50.0"),
        GRID_XML.replace("50.0", "fifty"),
        GRID_XML.replace("<VALUES>170 172</VALUES>", ""),
        GRID_XML.replace("ULX", "ULZ"),
        GRID_XML.replace("Sun_Angles_Grid", "Grid"),
        "",
    ],
)
def test_a_grid_that_is_not_whole_is_none(broken: str) -> None:
    assert parse_sun_grid(GRID_XML) is not None
    assert parse_sun_grid(broken) is None


@pytest.mark.parametrize(("zenith", "azimuth"), [(95.0, 10.0), (math.nan, 10.0), (30.0, math.inf)])
def test_a_sun_that_was_down_or_nowhere_is_none(
    product: Path, zenith: float, azimuth: float
) -> None:
    spec = describe(str(product), Overrides(sun_zenith=zenith, sun_azimuth=azimuth))
    assert spec.sun_at(0, 0) is None


@pytest.mark.real_data
def test_in_the_middle_of_real_tiles_the_grid_says_what_the_mean_says(real_scenes: Path) -> None:
    compared = 0
    for path in real_scenes.rglob("*.xml"):
        text = path.read_text(encoding="utf-8", errors="replace")
        grid = parse_sun_grid(text)
        if grid is not None:
            middle = grid.at(grid.x + 54_900, grid.y - 54_900)
            assert middle is not None
            assert (middle.zenith, middle.azimuth) == pytest.approx(parse_sun(text), abs=0.02)
            compared += 1
    assert compared > 5
