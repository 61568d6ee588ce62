"""What a mask is for, and the options that serve it: one table for all doors.

The options weigh what is missed against clear ground that is lost. They are starting points from
what each use suffers from, and have not been fitted to data; ``python -m benchmarks.purposes``
measures both on labelled places.
"""

from __future__ import annotations

from dataclasses import dataclass

from .errors import OptionError
from .refine import RefineOptions


@dataclass(frozen=True)
class Purpose:
    """Options for a kind of use.

    :param key: names it in options of all doors; never changes.
    :param title: what it is called.
    :param reason: why these options, one line.
    """

    key: str
    title: str
    reason: str
    refine: RefineOptions


GENERAL = "general"
PURPOSES = (
    Purpose(
        GENERAL,
        "General",
        "The most probable class of each pixel, as the model found it.",
        RefineOptions(),
    ),
    Purpose(
        "vegetation",
        "Vegetation series",
        "Haze and shadow left in pull an index down for one date; a lost date is filled by the "
        "next.",
        RefineOptions(thick=0.4, thin=0.35, shadow=0.35, buffer=60),
    ),
    Purpose(
        "water",
        "Water",
        "Dark water is easily taken for shadow, and haze brightens it: shadow must be surer, haze "
        "less so.",
        RefineOptions(thick=0.4, thin=0.4, shadow=0.65, min_area=0.1, buffer=40),
    ),
    Purpose(
        "change",
        "Change detection",
        "A cloud left in is a change that never was: rather lose clear ground.",
        RefineOptions(thick=0.3, thin=0.25, shadow=0.25, buffer=100),
    ),
    Purpose(
        "mosaic",
        "Mosaic",
        "Bright rims of clouds make seams, so they grow; specks, mostly roofs, stay as ground.",
        RefineOptions(thick=0.4, thin=0.45, shadow=0.45, min_area=0.25, buffer=60),
    ),
    Purpose(
        "visual",
        "Visual",
        "Only what the eye sees at a glance: thin haze and small specks stay.",
        RefineOptions(thick=0.5, thin=0.65, shadow=0.55, min_area=1),
    ),
)


def purpose_options(key: str) -> RefineOptions:
    """Return the options of a purpose.

    :raises OptionError: where there is none of that key.
    """
    for purpose in PURPOSES:
        if purpose.key == key:
            return purpose.refine
    known = ", ".join(purpose.key for purpose in PURPOSES)
    raise OptionError(f"There is no purpose {key!r}: there are {known}.")
