"""The job that masks a scene and composites it with other dates of the place."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

from .composite_plan import CompositeRequest, CompositeResult, plan_composite
from .compositing import MASKING_WORK, composite_scenes
from .errors import Cancelled, CloudMaskError
from .mask_table import OURS
from .pipeline import MaskRequest, MaskResult, mask_scene
from .raster import choose_backend
from .reporter import PartReporter, Reporter, check_cancelled


@dataclass(frozen=True)
class MaskAndComposite:
    """What was written: the mask, which is whole in any case, and the composite.

    :param problem: why there is no composite; "" where there is one, or it was cancelled.
    """

    mask: MaskResult
    composite: CompositeResult | None
    problem: str = ""


def mask_and_composite(
    mask: MaskRequest, composite: CompositeRequest, reporter: Reporter
) -> MaskAndComposite:
    """Mask one scene, then make a composite in which it has that mask.

    :param composite: with the masked scene among its scenes.
    :raises CloudMaskError: for bad inputs of either, with the remedy; nothing is written then.
    :raises Cancelled: where the reporter says so before the mask is whole.
    """
    check_cancelled(reporter)
    plan_composite(composite, choose_backend())  # what is wrong with it is said at once
    others = [scene for scene in composite.scenes if scene.source != mask.source]
    work = 1 + sum(not scene.mask for scene in others) + len(composite.scenes) / MASKING_WORK
    began = time.monotonic()
    masked = mask_scene(mask, PartReporter(reporter, 0, 1 / work, began))
    scenes = tuple(
        replace(scene, mask=masked.output, classes=OURS) if scene.source == mask.source else scene
        for scene in composite.scenes
    )
    rest = PartReporter(reporter, 1 / work, 1, began)
    try:
        made = composite_scenes(replace(composite, scenes=scenes), rest)
    except Cancelled:
        return MaskAndComposite(masked, None)
    except CloudMaskError as error:
        return MaskAndComposite(masked, None, str(error))
    return MaskAndComposite(masked, made)
