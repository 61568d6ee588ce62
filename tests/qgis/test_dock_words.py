"""The card's words, and the fields by which they are corrected."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from cloudmask_plugin import scene_text
from cloudmask_plugin.corrections import (
    FileBand,
    file_bands,
    number_text,
    parse,
    parse_number,
    problem_with,
)
from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.scene import NO_OVERRIDES, BandSource, Overrides
from tests.qgis.test_dock_state import GRID, source


@pytest.mark.parametrize(
    ("scale", "offset", "text"),
    [
        (1e-4, -1000.0, "(DN − 1000) / 10000"),
        (1e-4, 0.0, "DN / 10000"),
        (1.0, 0.0, "values as they are"),
        (1 / 3.7, 0.0, "DN × 0.27027"),
        (1.0, -0.1, "DN − 0.1"),
        (2.75e-5, -7273.0, "(DN − 7273) × 2.75e-05"),
    ],
)
def test_scaling_reads_as_a_formula(scale: float, offset: float, text: str) -> None:
    assert scene_text.scaling_text(scale, offset) == text


@pytest.mark.parametrize(
    ("roles", "text"),
    [
        (ROLES, "all 13"),
        (("B02", "B03", "B04"), "B02–B04 (3 of 13)"),
        (("B04", "B03", "B02", "B08"), "B02–B04 B08 (4 of 13)"),
        (("B08", "B8A"), "B08 B8A (2 of 13)"),
        ((), "none recognised"),
    ],
)
def test_bands_are_listed_in_runs(roles: tuple[str, ...], text: str) -> None:
    assert scene_text.bands_text(roles) == text


@pytest.mark.parametrize(
    ("acquired", "text"),
    [
        ("2022-10-05T11:54:11Z", "5 Oct 2022 11:54 UTC"),
        ("2022-10-05T11:54:11.024Z", "5 Oct 2022 11:54 UTC"),
        ("2022-10-05", "5 Oct 2022"),
        (None, "date unknown"),
        ("last summer", "last summer"),
    ],
)
def test_dates_read_as_dates(acquired: str | None, text: str) -> None:
    assert scene_text.acquired_text(acquired) == text


def test_the_sun_stands_in_a_direction() -> None:
    assert scene_text.sun_text(58.2, 172.0) == "58° from zenith, in the S (172°)"
    assert scene_text.sun_text(None, 359.0) == "in the N (359°)"
    assert scene_text.sun_text(None, None) == "position unknown"


def test_nodata_of_all_kinds_has_words() -> None:
    assert scene_text.nodata_text(None, False) == "none"
    assert scene_text.nodata_text(math.nan, False) == "NaN"
    assert scene_text.nodata_text(-9999.0, True) == "−9999 · mask band"
    assert scene_text.nodata_text(None, True) == "mask band"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.2, "1 s"), (45.0, "45 s"), (119.0, "2 min"), (3600.0, "1 h 00 min"), (5000, "1 h 23 min")],
)
def test_times_have_their_unit(seconds: float, text: str) -> None:
    assert scene_text.duration_text(seconds) == text


def test_areas_have_their_unit() -> None:
    assert scene_text.area_text(12_000.0) == "1.2 ha"
    assert scene_text.area_text(2e6) == "2.00 km²"
    assert scene_text.area_text(12_056e6) == "12\u202f056 km²"


@pytest.mark.parametrize(
    ("text", "number"),
    [("", None), ("1/10000", 1e-4), ("0,0001", 1e-4), ("−1000", -1000.0), (" 5 ", 5.0)],
)
def test_numbers_may_be_typed_as_people_write_them(text: str, number: float | None) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize("number", [1e-4, -1000.0, 0.0, 58.25, 2.75e-5])
def test_a_number_shown_is_the_number_read(number: float) -> None:
    assert parse_number(number_text(number)) == number


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("scale", "many"),
        ("scale", "0"),
        ("scale", "1/0"),
        ("offset", "nan"),
        ("sun_zenith", "200"),
        ("sun_azimuth", "-5"),
        ("acquired", "5 Oct 2022"),
    ],
)
def test_a_field_with_a_mistake_says_so_and_is_left_to_detection(field: str, text: str) -> None:
    assert problem_with(field, text)
    assert parse({field: text}, None, None) == NO_OVERRIDES


def test_fields_become_overrides() -> None:
    texts = {
        "acquired": "2022-10-05",
        "scale": "1/10000",
        "offset": "-1000",
        "nodata": "nan",
        "sun_zenith": "58",
        "sun_azimuth": "172",
    }
    stated = parse(texts, "L2A", ("B02", ""))
    assert math.isnan(stated.nodata)
    assert replace(stated, nodata=None) == Overrides(
        bands=("B02", ""),
        scale=1e-4,
        offset=-1000.0,
        level="L2A",
        acquired="2022-10-05",
        sun_zenith=58.0,
        sun_azimuth=172.0,
    )


def test_bands_without_a_role_keep_their_place_in_the_file() -> None:
    second = replace(source().bands[1], index=3)
    spec = source(bands=(source().bands[0], second), unused=("SCL",))
    assert file_bands(spec, ("a", "b", "c"), NO_OVERRIDES) == (
        FileBand("B02", "B02"),
        FileBand("SCL"),
        FileBand("B03", "B03"),
    )


def test_roles_that_did_not_fit_can_be_mended() -> None:
    stated = Overrides(bands=("B02", "B02", "-"))
    assert file_bands(None, ("one", "two", "three"), stated) == (
        FileBand("one", "B02"),
        FileBand("two", "B02"),
        FileBand("three", ""),
    )


def test_a_product_lists_the_roles_of_its_files() -> None:
    bands = tuple(
        BandSource(role, f"{role}.jp2", 1, role, GRID, 1e-4, 0.0) for role in ("B02", "B11")
    )
    assert file_bands(source(bands=bands), (), NO_OVERRIDES) == (
        FileBand("B02", "B02"),
        FileBand("B11", "B11"),
    )
