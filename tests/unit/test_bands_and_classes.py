from __future__ import annotations

import pytest

from cloudmask_plugin.engine.bands import (
    BANDS,
    ROLES,
    VISIBLE,
    canonical_role,
    reach_of,
    role_from_file_name,
    role_from_name,
    role_from_wavelength,
    usual_roles,
    without_band,
)
from cloudmask_plugin.engine.classes import CLASSES, NODATA


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("B02", "B02"),
        ("b2", "B02"),
        ("B8A", "B8A"),
        ("B08A", "B8A"),
        ("B8", "B08"),
        ("Band 4 (red)", "B04"),
        ("T31UFS_20221005T115411_B8A_20m.jp2", "B8A"),
        ("S2B_MSIL1C_B10.tif", "B10"),
        ("B4, central wavelength 665 nm", "B04"),
        ("band_11", "B11"),
        ("Red", "B04"),
        ("swir16", "B11"),
        ("Coastal aerosol", "B01"),
    ],
)
def test_a_role_is_read_from_the_names_that_bands_have(name: str, role: str) -> None:
    assert role_from_name(name) == role


@pytest.mark.parametrize(
    "name", ["", "SCL", "B13", "B0", "NDVI of B08 and B04", "layer", "S2B", "AB02", "B021"]
)
def test_no_role_is_read_from_a_name_that_tells_none(name: str) -> None:
    assert role_from_name(name) is None


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("T31UFS_20221005T115411_B8A_20m.jp2", "B8A"),
        ("B02.tif", "B02"),
        ("scene_red.tif", "B04"),
        ("nir.TIF", "B08"),
        ("red_edge.tif", "B05"),
        ("red_edge_patch.tif", None),
        ("red_and_green.tif", None),
        ("B02_B03_red.tif", None),
        ("mask.tif", None),
    ],
)
def test_a_role_is_read_from_a_files_name(name: str, role: str | None) -> None:
    assert role_from_file_name(name) == role


def test_files_of_one_scene_have_the_same_name_without_their_band() -> None:
    assert without_band("T31UFS_B02_10m.jp2") == without_band("T31UFS_B8A_10m.jp2")
    assert without_band("scene_red.tif") == without_band("scene_nir.tif") == "scene_*.tif"
    assert without_band("T31UFS_B02_10m.jp2") != without_band("T32UFS_B02_10m.jp2")


def test_every_band_is_found_by_its_wavelength_and_nothing_between_is() -> None:
    for band in BANDS:
        assert role_from_wavelength(band.wavelength) == band.role
    assert role_from_wavelength(1000) is None


def test_users_may_type_a_band_as_they_like() -> None:
    assert [canonical_role(t) for t in ("B02", " b2 ", "8a", "12", "blue")] == [
        "B02",
        "B02",
        "B8A",
        "B12",
        "B02",
    ]
    assert canonical_role("cloud") is None


@pytest.mark.parametrize("count", range(1, 20))
def test_a_guessed_order_names_each_band_once(count: int) -> None:
    usual = usual_roles(count)
    if usual is not None:
        assert len(usual[0]) == len(set(usual[0])) == count
        assert set(usual[0]) <= set(ROLES)


def test_codes_are_those_of_cloudsen12_and_nodata_is_none_of_them() -> None:
    assert [(c.code, c.key) for c in CLASSES] == [
        (0, "clear"),
        (1, "thick"),
        (2, "thin"),
        (3, "shadow"),
    ]
    assert NODATA == 255
    assert CLASSES[0].colour[3] == 0


@pytest.mark.parametrize(
    ("roles", "reach"),
    [
        (VISIBLE, "visible"),
        (VISIBLE[::-1], "visible"),
        ((*VISIBLE, "B08"), "NIR"),
        ((*VISIBLE, "B01", "B10"), "NIR"),
        (("B12", *VISIBLE), "SWIR"),
        (ROLES, "SWIR"),
    ],
)
def test_how_far_bands_reach_is_that_of_the_furthest_that_sees_the_ground(
    roles: tuple[str, ...], reach: str
) -> None:
    wavelengths = {band.role: band.wavelength for band in BANDS if band.role != "B10"}
    furthest = max(wavelengths[role] for role in roles if role in wavelengths)
    assert reach_of(roles) == reach
    assert (furthest > 1400) == (reach == "SWIR")
