"""Colours can be told apart, whatever cones the eye has and whatever lies below them."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from cloudmask_plugin.engine import agreement, suspects_style
from cloudmask_plugin.engine.classes import CLASSES, MaskClass
from cloudmask_plugin.engine.map_view import RIMS
from cloudmask_plugin.engine.palette_style import Entry

# Machado, Oliveira and Fernandes 2009, "A physiologically-based model for simulation of color
# vision deficiency", severity 1.0, linear RGB.
DEFICIENCIES = {
    "none": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
GROUNDS = {  # sRGB of what a scene shows below a mask
    "dark": (38, 38, 38),
    "middle": (108, 108, 108),
    "bright": (186, 186, 186),
    "forest": (35, 50, 30),
    "field": (110, 125, 70),
    "meadow": (90, 130, 60),
    "dry grass": (160, 150, 95),
    "bare soil": (150, 120, 90),
    "sand": (214, 190, 150),
    "water": (20, 30, 45),
    "cloud": (245, 245, 245),
    "snow": (250, 250, 255),
}
AT_A_GLANCE = 10.0  # CIE76


def linear(rgb: tuple[int, ...]) -> np.ndarray:
    """Convert sRGB 0..255 to linear RGB 0..1."""
    share = np.array(rgb[:3]) / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    """Convert linear RGB to CIE L*a*b*, D65."""
    matrix = np.array(
        [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    )
    xyz = matrix @ rgb / np.array([0.9505, 1.0, 1.089])
    f = np.where(xyz > 0.008856, np.cbrt(np.maximum(xyz, 0)), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def seen(colour: tuple[int, int, int, int], ground: str, deficiency: str) -> np.ndarray:
    """Return L*a*b* of a colour laid over a ground, as an eye sees it."""
    alpha = colour[3] / 255
    mixed = [alpha * c + (1 - alpha) * g for c, g in zip(colour, GROUNDS[ground])]
    return lab(np.clip(DEFICIENCIES[deficiency] @ linear(tuple(mixed)), 0, 1))


def closest(colours: list[tuple[int, int, int, int]], ground: str, deficiency: str) -> float:
    """Return the smallest difference of any two of some colours over a ground."""
    shown = [seen(colour, ground, deficiency) for colour in colours]
    return min(float(np.linalg.norm(a - b)) for a, b in itertools.combinations(shown, 2))


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_classes_can_be_told_apart_by_colour_blind_eyes(deficiency: str, ground: str) -> None:
    assert closest([item.colour for item in CLASSES[1:]], ground, deficiency) > 2 * AT_A_GLANCE


def bare(ground: str, deficiency: str) -> np.ndarray:
    """Return L*a*b* of a ground with nothing over it."""
    return seen((0, 0, 0, 0), ground, deficiency)


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("item", CLASSES[1:], ids=lambda item: item.key)
def test_every_class_is_seen_on_every_ground_by_colour_blind_eyes(
    item: MaskClass, ground: str, deficiency: str
) -> None:
    apart = np.linalg.norm(seen(item.colour, ground, deficiency) - bare(ground, deficiency))
    assert apart > AT_A_GLANCE


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("rim", RIMS[:-1], ids=lambda entry: entry.name)
def test_a_rim_or_the_light_line_beside_it_stands_out_from_every_ground(
    rim: Entry, ground: str, deficiency: str
) -> None:
    below = bare(ground, deficiency)
    apart = [
        float(np.linalg.norm(seen(entry.colour, ground, deficiency) - below))
        for entry in (rim, RIMS[-1])
    ]
    assert max(apart) > 2 * AT_A_GLANCE


def test_the_red_of_before_was_a_green_field_to_eyes_without_medium_cones() -> None:
    former = (213, 62, 79, 200)
    apart = seen(former, "field", "deuteranopia") - bare("field", "deuteranopia")
    assert np.linalg.norm(apart) < 3


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_agreement_and_ground_can_be_told_apart_by_colour_blind_eyes(
    deficiency: str, ground: str
) -> None:
    # What is clear in both shows the ground itself, so that this one counts as a colour too.
    assert closest([e.colour for e in agreement.ENTRIES], ground, deficiency) > AT_A_GLANCE


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_suspects_and_ground_can_be_told_apart_by_colour_blind_eyes(
    deficiency: str, ground: str
) -> None:
    colours = [entry.colour for entry in suspects_style.ENTRIES]
    assert closest(colours, ground, deficiency) > AT_A_GLANCE
    shown = [seen(colour, ground, deficiency)[0] for colour in colours[1:]]
    assert shown == sorted(shown, reverse=True), "darker with the score, also without colours"


def test_red_and_green_are_alike_to_those_without_medium_cones() -> None:
    red, green = (200, 90, 30, 255), (140, 125, 20, 255)
    assert closest([red, green], "dark", "none") > 40
    assert closest([red, green], "dark", "deuteranopia") < 10


def test_differences_are_those_of_the_cie() -> None:
    # sRGB red is L 53.2, a 80.1, b 67.2 (Lindbloom's calculator).
    np.testing.assert_allclose(lab(linear((255, 0, 0))), [53.24, 80.09, 67.20], atol=0.3)
