"""The card's words, and the fields by which they are corrected."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest
from osgeo import gdal

from cloudmask_plugin import scene_text
from cloudmask_plugin.corrections import (
    FileBand,
    file_bands,
    may_be_series,
    number_text,
    parse,
    parse_number,
    problem_with,
)
from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.scene import NO_OVERRIDES, BandSource, Overrides, Resolved
from cloudmask_plugin.gui.dock import with_name
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


def test_a_product_tells_its_sensor_and_where_from_unless_nothing_tells_another() -> None:
    plain = scene_text.scene_facts(source())[0]
    landsat = scene_text.scene_facts(
        source(sensor=Resolved("landsat-8-9", "name LC08_x", 0.95), baseline=Resolved(None, ""))
    )[0]
    assert (plain.text, plain.details) == ("Sentinel-2 L1C · baseline 04.00", "")
    assert landsat.text == "Landsat 8 and 9 (OLI) L1C"
    assert landsat.details == "Landsat 8 and 9 (OLI) known from: name LC08_x"


def test_only_what_is_known_is_called_a_guess() -> None:
    unknown = Resolved(None, "nothing tells it", 0.0)
    guess = Resolved(-1000.0, "no value lies below 1000", 0.5)
    facts = {f.key: f for f in scene_text.scene_facts(source(acquired=unknown, offset=guess))}
    assert (facts["acquired"].known, facts["acquired"].guessed) == (False, False)
    assert facts["acquired"].marked_text == "date unknown"
    assert (facts["scale"].known, facts["scale"].guessed) == (True, True)
    assert facts["scale"].marked_text == "(DN − 1000) / 10000 (guessed)"


def test_fields_become_overrides() -> None:
    texts = {
        "acquired": "2022-10-05",
        "scale": "1/10000",
        "offset": "-1000",
        "nodata": "nan",
        "sun_zenith": "58",
        "sun_azimuth": "172",
        "step": " 2018-05-03",
    }
    stated = parse(texts, "L2A", ("B02", ""), "landsat-8-9")
    assert math.isnan(stated.nodata)
    assert replace(stated, nodata=None) == Overrides(
        bands=("B02", ""),
        scale=1e-4,
        offset=-1000.0,
        level="L2A",
        acquired="2022-10-05",
        sun_zenith=58.0,
        sun_azimuth=172.0,
        sensor="landsat-8-9",
        step="2018-05-03",
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
    assert file_bands(source(bands=bands, kind="product"), (), NO_OVERRIDES) == (
        FileBand("B02", "B02"),
        FileBand("B11", "B11"),
    )


@pytest.fixture
def folder(scene_file, tmp_path) -> Path:
    """The scene as a folder of band files."""
    for number, role in enumerate(("B02", "B03", "B04", "B08"), start=1):
        gdal.Translate(str(tmp_path / f"{role}.tif"), str(scene_file), bandList=[number])
    return tmp_path


@pytest.mark.parametrize("location", [".", "B03.tif"])
def test_roles_of_files_hold_in_the_order_in_which_the_engine_takes_them(folder, location) -> None:
    """Leaving out the second of four files must not move the roles of those behind it."""
    location = str(folder / location)
    detected = file_bands(describe(location), (), NO_OVERRIDES)
    stated = Overrides(bands=("B02", "", "B04", "B08"))
    without = describe(location, stated)
    assert [Path(band.path).stem for band in without.bands] == list(without.roles)
    assert [band.role for band in detected] == ["B02", "B03", "B04", "B08"]
    assert file_bands(without, (), stated) == (
        *(FileBand("B02.tif", "B02"), FileBand("B03.tif")),
        *(FileBand("B04.tif", "B04"), FileBand("B08.tif", "B08")),
    )


def test_bands_of_several_layers_keep_the_order_of_the_layers(folder) -> None:
    files = tuple(str(folder / f"{role}.tif") for role in ("B08", "B04", "B03", "B02"))
    names = ("nir", "red", "green", "blue")
    stated = Overrides(bands=("B08", "B04", "-", "B02"))
    bands = file_bands(describe(files, stated), names, stated, files)
    assert bands == tuple(map(FileBand, names, ("B08", "B04", "", "B02")))


@pytest.mark.parametrize(
    ("location", "possible"),
    [
        ("series.nc", True),
        ('NETCDF:"series.nc":B02', True),
        ("scene.tif", False),
        (("a.nc", "b.nc"), False),
    ],
)
def test_files_that_can_hold_several_dates_are_known(location, possible) -> None:
    assert may_be_series(location) is possible


def test_a_sentence_names_files_without_their_folders() -> None:
    said = with_name("/data/a.tif, /data/b.tif have B02 twice.", ("/data/a.tif", "/data/b.tif"))
    assert said == "a.tif, b.tif have B02 twice."
