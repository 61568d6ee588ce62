"""What a check has found in words, the same in the dock and in reports. Pure functions."""

from __future__ import annotations

import math

from qgis.PyQt.QtCore import QCoreApplication

from .engine.agreement import AgreementShares
from .engine.consequences import Consequences
from .engine.refine import RefineOptions

translate = QCoreApplication.translate
NARROW = "\u202f"  # a space within numbers


def percent(share: float) -> str:
    """Return a share with as many digits as it needs; "–" where there is none."""
    if math.isnan(share):
        return "–"
    digits = 0 if share >= 0.0995 or share == 0 else 1
    if 0 < share < 0.0005:
        return translate("Check", "under 0.1 %").replace(" ", "\u00a0")
    return f"{100 * share:.{digits}f}\u00a0%"


def area(hectares: float) -> str:
    """Return an area in hectares, or in km² from a hundred of these on."""
    if hectares >= 10_000:
        return f"{hectares / 100:,.0f}\u00a0km²".replace(",", NARROW)
    digits = 1 if hectares < 10 else 0
    return f"{hectares:,.{digits}f}\u00a0ha".replace(",", NARROW)


def consequences_text(found: Consequences) -> str:
    """Return what thresholds cost, in two lines."""
    return translate(
        "Check",
        "Loses {lost} of clear land ({lost_share}). Leaks {leaked} of the cloud ({area}; thick "
        "{thick}) and {shadow} of the shadow.\nOf what stays clear, {rest} is cloud or shadow.",
    ).format(
        lost=area(found.clear_lost),
        lost_share=percent(found.clear_lost_share),
        leaked=percent(found.cloud_leaked_share),
        area=area(found.cloud_leaked),
        thick=area(found.thick_leaked),
        shadow=percent(found.shadow_leaked_share),
        rest=percent(found.contamination),
    )


def step_text(now: Consequences, then: Consequences) -> str:
    """Return what one step stricter would change."""
    return translate(
        "Check", "A step stricter: {lost} more clear land lost, {leaked} less cloud leaked."
    ).format(
        lost=area(max(then.clear_lost - now.clear_lost, 0)),
        leaked=area(max(now.cloud_leaked - then.cloud_leaked, 0)),
    )


def before_text(options: RefineOptions) -> str:
    """Return what the cost of thresholds leaves out, "" where that is nothing."""
    parts = []
    if options.buffer:
        text = translate("Check", "the buffer of {metres} m")
        parts.append(text.format(metres=f"{options.buffer:g}"))
    if options.min_area:
        text = translate("Check", "the smallest area of {hectares} ha")
        parts.append(text.format(hectares=f"{options.min_area:g}"))
    if not parts:
        return ""
    joined = translate("Check", " and ").join(parts)
    return translate("Check", "Without {parts}, which come on top.").format(parts=joined)


def agreement_text(shares: AgreementShares) -> str:
    """Return where two masks agree, of the pixels in view."""
    if not shares.pixels:
        return translate("Check", "The two masks have no pixel in view in common.")
    _, _, first, second, kind = shares.shares
    return translate(
        "Check",
        "In view the masks agree on {agreed}; only the first masks {first}, only the second "
        "{second}; cloud in one and shadow in the other {kind}.",
    ).format(
        agreed=percent(shares.agreed),
        first=percent(first),
        second=percent(second),
        kind=percent(kind),
    )
