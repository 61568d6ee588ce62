"""What a check has found in words, the same in the dock and in reports. Pure functions."""

from __future__ import annotations

import math
from html import escape

from qgis.PyQt.QtCore import QCoreApplication

from .engine.agreement import BOTH_CLEAR, AgreementShares
from .engine.agreement import ENTRIES as AGREEMENT_ENTRIES
from .engine.area_estimation import AreaEstimates, Estimate
from .engine.classes import CLASSES, CLOUD_SHADOW, NODATA
from .engine.consequences import Consequences
from .engine.pixel_answer import PixelAnswer
from .engine.pixel_question import Decision
from .engine.refine import RefineOptions
from .engine.suspicion import BRIGHT, DIFFERENT, ORPHAN, SHADOWLESS, UNSURE
from .engine_text import engine_text
from .scene_text import compass_point

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
        text = translate("Check", "the minimum area of {hectares} ha")
        parts.append(text.format(hectares=f"{options.min_area:g}"))
    if not parts:
        return ""
    joined = translate("Check", " and ").join(parts)
    return translate("Check", "Without {parts}, which come on top.").format(parts=joined)


def agreement_text(shares: AgreementShares) -> str:
    """Return where two masks agree, of the pixels in view, with the colours that show it: HTML."""
    if not shares.pixels:
        return translate("Check", "The two masks have no pixel in view in common.")
    agreed = translate("Check", "In view the masks agree on {agreed}.")
    lines = [agreed.format(agreed=percent(shares.agreed))]
    for entry, share in zip(AGREEMENT_ENTRIES, shares.shares):
        if entry.value != BOTH_CLEAR:  # nothing is drawn there
            square = f'<span style="color: rgb{entry.colour[:3]}">■</span>'
            lines.append(f"{square} {escape(engine_text(entry.name))}: {percent(share)}")
    return "<br>".join(lines)


def class_name(code: int) -> str:
    """Return a class's name, "No data" for all other codes."""
    names = {item.code: engine_text(item.name) for item in CLASSES}
    return names.get(code, translate("Check", "No data"))


def decision_text(decision: Decision, code: int) -> tuple[str, ...]:
    """Return which thresholds decided a pixel.

    :param code: what the mask has there.
    """
    keys = {
        "thick": translate("Check", "thick cloud"),
        "thin": translate("Check", "thin cloud"),
        "shadow": translate("Check", "cloud shadow"),
    }
    lines = []
    if decision.code != code and code != NODATA:
        lines.append(
            translate(
                "Check",
                "By these thresholds it is {name}; the mask differs: a buffer, the minimum area, "
                "the check of shadow or a correction changed it, or other thresholds.",
            ).format(name=class_name(decision.code).lower())
        )
    if decision.weight < 1:
        lines.append(
            translate("Check", "A suspect: cloud counts only {share} as much here.").format(
                share=percent(decision.weight)
            )
        )
    for flip in decision.flips[:2]:
        template = (
            translate("Check", "Would be {name} with {threshold} from {at} (now {now}).")
            if flip.at < flip.now
            else translate("Check", "Would be {name} with {threshold} only from {at} (now {now}).")
        )
        lines.append(
            template.format(
                name=class_name(flip.code).lower(),
                threshold=keys[flip.key],
                at=percent(flip.at),
                now=percent(flip.now),
            )
        )
    if not decision.flips:
        lines.append(translate("Check", "No single threshold would change it."))
    return tuple(lines)


def match_text(answer: PixelAnswer) -> str:
    """Return which cloud fits a shadow, or which shadow a cloud."""
    is_shadow = answer.code == CLOUD_SHADOW
    if answer.match is None or answer.match_place is None:
        if is_shadow:
            return translate("Check", "No cloud towards the sun fits this shadow.")
        return translate("Check", "No shadow fits this cloud.")
    east, north = answer.match_place[0] - answer.x, answer.match_place[1] - answer.y
    sector = round(math.degrees(math.atan2(east, north)) / 45) % 8
    template = (
        translate(
            "Check", "A cloud {distance} to the {side}, {height} up, fits this shadow ({share})."
        )
        if is_shadow
        else translate(
            "Check", "A shadow {distance} to the {side} fits this cloud, {height} up ({share})."
        )
    )
    return template.format(
        distance=kilometres(answer.match.distance),
        side=compass_point(sector),
        height=kilometres(answer.match.height),
        share=percent(answer.match.cover),
    )


def kilometres(metres: float) -> str:
    """Return a length in metres, or in kilometres from one of these on."""
    return f"{metres:.0f}\u00a0m" if metres < 1000 else f"{metres / 1000:.1f}\u00a0km"


def reason_text(reason: str, share: float) -> str:
    """Return why a tile is worth a look."""
    names = {
        UNSURE: translate("Check", "classes in doubt"),
        DIFFERENT: translate("Check", "the two masks differ"),
        ORPHAN: translate("Check", "shadow without a cloud"),
        SHADOWLESS: translate("Check", "cloud without a shadow"),
        BRIGHT: translate("Check", "cloud like bright ground or snow"),
    }
    return f"{names[reason]} {percent(share)}"


def missing_text(reasons: tuple[str, ...]) -> str:
    """Return what was not looked for, and what that would take; "" where that is nothing."""
    needs = {
        UNSURE: translate("Check", "doubt (needs probabilities)"),
        DIFFERENT: translate("Check", "disagreement (needs a second mask)"),
        ORPHAN: translate("Check", "odd shadow (needs a scene with the sun's angles)"),
        BRIGHT: translate("Check", "bright ground (needs bands B03, B08 and B11)"),
    }
    told = [needs[reason] for reason in reasons if reason in needs]
    if not told:
        return ""
    return translate("Check", "Not looked for: {things}.").format(things="; ".join(told))


def accuracy_text(found: AreaEstimates, labelled: int, more: int | None, half_width: float) -> str:
    """Return how accurate a mask is by the points labelled so far.

    :param more: labels until overall accuracy is known to ``half_width``, None unknown.
    """

    def interval(one: Estimate) -> str:
        if math.isnan(one.value):
            return "–"
        if not one.is_bounded:
            return percent(one.value)
        return f"{percent(one.value)} ({100 * one.low:.0f}–{100 * one.high:.0f})"

    lines = [
        translate(
            "Check", "{count} labels. Overall accuracy {value}; 95 % limits in brackets."
        ).format(count=labelled, value=interval(found.overall_accuracy))
    ]
    for item, one in zip(CLASSES, found.classes):
        if one.points:
            lines.append(
                translate("Check", "{name}: right {users}, found {producers}").format(
                    name=class_name(item.code),
                    users=interval(one.user_accuracy),
                    producers=interval(one.producer_accuracy),
                )
            )
    if more:
        lines.append(
            translate("Check", "About {count} more labels for ± {width}.").format(
                count=more, width=percent(half_width)
            )
        )
    elif more == 0:
        lines.append(
            translate("Check", "Enough labels for ± {width}.").format(width=percent(half_width))
        )
    return "\n".join(lines)
