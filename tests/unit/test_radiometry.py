from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cloudmask_plugin.engine.errors import RadiometryError
from cloudmask_plugin.engine.radiometry import (
    Evidence,
    ProductRadiometry,
    Radiometry,
    missing_values,
    resolve,
)
from cloudmask_plugin.engine.scene import Overrides

ROLES = ("B02", "B03", "B04", "B08")


def surface(dtype: str = "uint16", scale: float = 1e-4, offset: float = 0.0) -> np.ndarray:
    """Return stored values of a land surface with dark and bright places."""
    rng = np.random.default_rng(0)
    brightness = rng.uniform(0.05, 1, 500)
    reflectance = np.stack([top * brightness for top in (0.2, 0.2, 0.3, 0.5)])
    stored = reflectance / scale - offset
    return np.rint(stored) if "int" in dtype else stored


def evidence(**changes: object) -> Evidence:
    values: dict[str, object] = {
        "dtype": "uint16",
        "roles": ROLES,
        "names": ("scene.tif",),
        "tags": (),
        "scales": (None,) * 4,
        "offsets": (None,) * 4,
        "nodata": (None,) * 4,
        "samples": surface(),
        **changes,
    }
    return Evidence(**values)  # type: ignore[arg-type]


def middle(got: Radiometry, samples: np.ndarray) -> float:
    return float(np.median(samples * np.array(got.gains)[:, None] + np.array(got.biases)[:, None]))


TRUE_MIDDLE = float(np.median(surface("float32", 1.0)))


@pytest.mark.parametrize(
    ("changes", "scale", "offset"),
    [
        ({}, 1e-4, 0),
        ({"samples": surface(offset=-1000)}, 1e-4, -1000),
        ({"samples": surface("float32", 1.0), "dtype": "float32"}, 1, 0),
        ({"samples": surface("float32"), "dtype": "float32"}, 1e-4, 0),
        ({"scales": (1e-4,) * 4}, 1e-4, 0),
        (
            {
                "scales": (1e-4,) * 4,
                "offsets": (-0.1,) * 4,
                "samples": surface(offset=-1000),
            },
            1e-4,
            -1000,
        ),
        (
            {
                "names": ("S2A_MSIL1C_20240120T105341_N0510_R051.tif",),
                "samples": surface(offset=-1000),
            },
            1e-4,
            -1000,
        ),
        ({"names": ("S2A_MSIL1C_20170120T105341_N0204_R051.tif",)}, 1e-4, 0),
        ({"tags": (("RADIO_ADD_OFFSET", "-1000"),), "samples": surface(offset=-1000)}, 1e-4, -1000),
        ({"tags": (("QUANTIFICATION_VALUE", "20000"),), "samples": surface(scale=5e-5)}, 5e-5, 0),
    ],
)  # fmt: skip
def test_the_same_surface_is_recovered_from_every_form_it_is_stored_in(
    changes: dict[str, object], scale: float, offset: float
) -> None:
    case = evidence(**changes)
    got = resolve(case, Overrides())
    assert got.scale.value == pytest.approx(scale)
    assert got.offset.value == pytest.approx(offset)
    assert middle(got, case.samples) == pytest.approx(TRUE_MIDDLE, abs=2e-4)


def test_a_product_names_the_offset_of_each_band() -> None:
    product = ProductRadiometry(
        "L1C", "05.10", 10000.0, tuple((r, -1000.0 - i) for i, r in enumerate(ROLES))
    )
    got = resolve(evidence(product=product, samples=surface(offset=-1000)), Overrides())
    assert got.biases == pytest.approx((-0.1, -0.1001, -0.1002, -0.1003))
    assert got.level.value == "L1C"


def test_an_offset_that_was_applied_already_is_not_applied_again() -> None:
    got = resolve(evidence(names=("S2A_MSIL2A_20240120T105341_N0510_R051.tif",)), Overrides())
    assert got.offset.value == 0
    assert any("applied already" in text for text in got.warnings)


def test_a_guess_is_said_to_be_one_and_a_statement_is_not() -> None:
    guessed = resolve(evidence(samples=surface(offset=-1000)), Overrides())
    assert guessed.offset.guessed
    assert any("guess" in text for text in guessed.warnings)
    stated = resolve(evidence(samples=surface(offset=-1000)), Overrides(scale=1e-4, offset=-1000))
    assert not stated.offset.guessed
    assert stated.warnings == ()


@pytest.mark.parametrize(
    ("overrides", "samples", "remedy"),
    [
        (Overrides(scale=1.0), surface(), "0.0001"),
        (Overrides(scale=1e-4), surface("float32", 1.0), "scale 1"),
        (Overrides(scale=1e-4, offset=-2000), surface(), "offset 0"),
    ],
)
def test_values_that_cannot_be_reflectance_are_refused_with_the_remedy(
    overrides: Overrides, samples: np.ndarray, remedy: str
) -> None:
    with pytest.raises(RadiometryError, match=remedy):
        resolve(evidence(samples=samples, dtype="float32"), overrides)


@given(st.floats(4, 250))
def test_decimals_that_are_neither_reflectance_nor_numbers_are_refused(top: float) -> None:
    samples = surface("float32", 1.0) / 0.5 * top
    with pytest.raises(RadiometryError, match="state the scale"):
        resolve(evidence(samples=samples, dtype="float32"), Overrides())


@pytest.mark.parametrize("nodata", [0.0, 1.0, 255.0, -9999.0, math.nan])
def test_nodata_among_the_samples_changes_nothing(nodata: float) -> None:
    plain = surface("float32")
    plain[plain == nodata] += 1
    dotted = np.concatenate([plain, np.full((4, 400), nodata)], axis=1)
    kept = resolve(evidence(samples=plain, dtype="int32"), Overrides(nodata=nodata))
    got = resolve(evidence(samples=dotted, dtype="int32"), Overrides(nodata=nodata))
    assert (got.scale, got.offset) == (kept.scale, kept.offset)


@pytest.mark.parametrize(
    ("nodata", "dtype", "strict"),
    [
        (0.0, "uint16", True),
        (-9999.0, "int16", True),
        (math.nan, "float32", True),
        (1.0, "uint16", False),
        (255.0, "uint16", False),
        (0.0, "uint8", False),
        (65535.0, "uint16", True),
    ],
)
def test_a_value_that_can_be_measured_is_nodata_only_in_all_bands(
    nodata: float, dtype: str, strict: bool
) -> None:
    assert (
        resolve(evidence(dtype=dtype), Overrides(nodata=nodata, scale=1e-4)).strict_nodata is strict
    )


def test_missing_values_are_found_in_any_dtype() -> None:
    assert missing_values(np.array([0, 1, 2], np.uint16), 1.0).tolist() == [False, True, False]
    assert missing_values(np.array([np.nan, np.inf, 3], np.float32), None).tolist() == [
        True,
        True,
        False,
    ]
    assert missing_values(np.array([-9999, 5], np.int16), math.nan).tolist() == [False, False]
    tenth = np.array([-0.1, 0.2], np.float32)
    assert missing_values(tenth, -0.1).tolist() == [True, False]


@pytest.mark.parametrize(
    ("changes", "level"),
    [
        ({"names": ("T31UFS_MSIL2A_x",)}, "L2A"),
        ({"names": ("chip_S2L1C.tif",)}, "L1C"),
        ({"names": ("scene_L1C.tif",)}, "L1C"),
        ({"roles": ("B02", "B03", "B04", "B10")}, "L1C"),
        ({"has_level2_layers": True}, "L2A"),
        ({"tags": (("PROCESSING_LEVEL", "Level-2A"),)}, "L2A"),
        ({}, None),
    ],
)
def test_the_level_is_taken_from_whatever_tells_it(
    changes: dict[str, object], level: str | None
) -> None:
    assert resolve(evidence(**changes), Overrides()).level.value == level


def test_an_offset_given_in_reflectance_is_told_in_stored_values() -> None:
    with pytest.raises(RadiometryError, match="here -1000"):
        resolve(evidence(), Overrides(scale=1e-4, offset=-0.1))
