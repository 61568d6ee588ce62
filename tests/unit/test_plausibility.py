from __future__ import annotations

import re

import numpy as np
import pytest

from benchmarks.plausibility_statistics import Sample, report
from cloudmask_plugin.engine.errors import RadiometryError
from cloudmask_plugin.engine.plausibility import check_bands, check_values

ROLES = ("B02", "B03", "B04", "B08")
# Reflectance of blue, green, red, near infrared as Level-1C shows it: haze lifts the blue.
PLANTS, SOIL, WATER, CLOUD = (
    (0.09, 0.08, 0.05, 0.40),
    (0.12, 0.13, 0.16, 0.24),
    (0.08, 0.06, 0.04, 0.02),
    (0.60, 0.58, 0.60, 0.62),
)


def landscape(*covers: tuple[float, ...], each: int = 100) -> np.ndarray:
    """Return (bands, n) reflectance of places that vary by a tenth."""
    rng = np.random.default_rng(0)
    places = np.repeat(np.array(covers).T, each, axis=1)
    return places * rng.uniform(0.95, 1.05, places.shape)


L1C = landscape(PLANTS, SOIL, WATER, CLOUD)
L2A = np.maximum(L1C - np.array([0.07, 0.04, 0.02, 0.0])[:, None], 0.001)


def names(texts: list[str]) -> list[str]:
    return [text.split("exchange ")[1].split(",")[0] for text in texts]


@pytest.mark.parametrize(("reflectance", "level"), [(L1C, "L1C"), (L2A, "L2A"), (L1C, None)])
def test_bands_in_their_places_are_not_doubted(reflectance: np.ndarray, level: str | None) -> None:
    assert check_bands(reflectance, ROLES, "band descriptions", level) == []
    for cover in (SOIL, WATER, CLOUD):
        assert check_bands(landscape(cover), ROLES, "band descriptions", level) == []


@pytest.mark.parametrize(("reflectance", "level"), [(L1C, "L1C"), (L2A, "L2A")])
@pytest.mark.parametrize(
    "exchanged", [("B02", "B04"), ("B02", "B08"), ("B03", "B08"), ("B04", "B08")]
)
def test_exchanged_bands_are_named_with_the_remedy(
    reflectance: np.ndarray, level: str, exchanged: tuple[str, str]
) -> None:
    order = list(ROLES)
    i, j = (order.index(role) for role in exchanged)
    order[i], order[j] = order[j], order[i]
    got = names(check_bands(reflectance, tuple(order), "band descriptions", level))
    assert got == [f"{exchanged[0]} and {exchanged[1]}"]


def test_bands_are_judged_in_any_order_and_where_all_were_measured() -> None:
    shuffled = L1C[[3, 1, 0, 2]]
    shuffled[2, ::3] = np.nan
    assert check_bands(shuffled, ("B08", "B03", "B02", "B04"), "file names", "L1C") == []
    assert check_bands(np.full_like(L1C, np.nan), ROLES, "file names", "L1C") == []
    assert check_bands(L1C[:3], ROLES[:3], "file names", "L1C") == []


@pytest.mark.parametrize(
    ("reflectance", "offset", "sentence"),
    [
        (L2A + 0.1, 0, "missing.*state offset -1000"),
        (L2A - 0.1, -1000, "applied already, state offset 0"),
        (L2A, -1000, None),
        (landscape(CLOUD), 0, None),
    ],
)
def test_an_offset_missing_or_applied_twice_is_told(
    reflectance: np.ndarray, offset: float, sentence: str | None
) -> None:
    got = check_values(reflectance, 1e-4, offset, stated=False)
    if sentence is None:
        assert got == []
    else:
        (text,) = got
        assert re.search(sentence, text)


def test_an_offset_that_was_stated_is_not_said_to_be_missing() -> None:
    assert check_values(L2A + 0.1, 1e-4, 0, stated=True) == []


@pytest.mark.parametrize(
    ("reflectance", "remedy"),
    [(L1C * 1e4, "state scale 0.0001"), (L1C * 1e-4, "state scale 1"), (L1C - 0.5, "offset 0")],
)
def test_what_no_scene_can_show_is_refused(reflectance: np.ndarray, remedy: str) -> None:
    with pytest.raises(RadiometryError, match=remedy):
        check_values(reflectance, 1e-4, 0, stated=False)


def test_the_statistics_count_what_is_warned_of() -> None:
    said: list[str] = []
    samples = [Sample("one", "Level-1C", "L1C", L1C), Sample("two", "Level-1C", "L1C", L1C)]
    report(samples, said.append)
    counted = {line.split(":")[0].strip(): line.split(":")[1].split()[0] for line in said}
    assert counted["warnings about right bands"] == "0"
    for pair in ("B02 and B04", "B02 and B08", "B03 and B08", "B04 and B08"):
        assert counted[f"warnings where {pair} are exchanged"] == "2"
    over_plants = next(line for line in said if line.startswith("  red / blue over plants:"))
    blue, _, red, nir = L1C
    plants = (nir - red) / (nir + red) > 0.4
    assert f"{np.median(red[plants] / blue[plants]):.3g} to" in over_plants
