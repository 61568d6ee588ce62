"""What labels do not say and brightness or the whole patch does: which cloud is thick, and that
nothing is in shadow where nothing throws one.

Labels by hand mostly know "cloud" alone, and the published networks too. So next to nothing but
simulation told the network what a bright cloud is, and it called much thick cloud thin; and dark
water was called shadow by teachers who look for no cloud.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cloudmask_plugin.engine.bands import ROLES

from .datasets import ALLOW_CLEAR, ALLOW_CLOUD, ALLOW_THICK, VISIBLE_ROWS, Patch

# Reflectance of the darkest of blue, green and red from which a cloud over dark ground is thick.
# Of 19 000 pixels there that people labelled thin none is brighter than 0.38, of those they
# labelled thick 99 in 100 are (tests/unit/test_training_inferred_labels.py). A cloud reflects 0.4
# from an optical depth of 9 on (two streams, see transplants.py); no ground is seen through it.
THICK_FROM = 0.4
DARK_GROUND = 0.2  # reflectance of the darkest of the three that nine tenths of clear pixels keep
ENOUGH = 0.01  # share of a patch that must be clear to know its ground
WATER_SHORT, WATER_NEAR = 0.03, 0.06  # reflectance; ground in shadow keeps more in either
SURE = 0.9 * 255  # of the teachers' cloud where nobody has labelled any
FREE = 0.2 * 255  # of the teachers' cloud, below which a patch without clouds is clear


def with_inferred(patch: Patch, soft: NDArray[np.uint8] | None, clear: bool) -> Patch:
    """The patch with the classes that can be inferred.

    :param soft: the teachers' labels (4, rows, cols) uint8, see teachers.py; None without any.
    :param clear: whether the whole patch is known to have no cloud.
    """
    allowed = patch.allowed.copy()
    if clear and soft is not None:
        allowed[(allowed == 0) & (soft[1] < FREE)] = ALLOW_CLEAR
    else:
        allowed[too_bright_for_thin(patch.reflectance, patch.allowed, soft)] = ALLOW_THICK
    return replace(patch, allowed=allowed)


def open_on_water(patch: Patch, soft: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The teachers' labels, with no say where they call water shadow.

    Shadow on water is next to invisible, and they call dark water so without looking for a cloud.

    :param soft: (4, rows, cols) uint8, see teachers.py.
    """
    called = soft[2] > np.maximum(soft[0], soft[1])
    answer = soft.copy()
    answer[3][called & is_water(patch)] = 0
    return answer


def is_water(patch: Patch) -> NDArray[np.bool_]:
    """Where (rows, cols) the spectrum is that of water, lit or not: darker in the near infrared
    than in green and black in the short-wave infrared; nowhere without these bands.
    """
    short = patch.reflectance[ROLES.index("B11")]
    near = patch.reflectance[[ROLES.index("B08"), ROLES.index("B8A")]].max(axis=0)
    if not patch.presence[ROLES.index("B11")] or not near.any():
        return np.zeros(short.shape, bool)
    green = patch.reflectance[ROLES.index("B03")]
    found: NDArray[np.bool_] = (short < WATER_SHORT) & (near < WATER_NEAR) & (near < green)
    return found


def too_bright_for_thin(
    reflectance: NDArray[np.floating[Any]],
    allowed: NDArray[np.uint8],
    soft: NDArray[np.uint8] | None = None,
) -> NDArray[np.bool_]:
    """Where cloud is too bright to be thin, (rows, cols); nowhere over bright or unseen ground.

    :param reflectance: (13, rows, cols); ``allowed`` (rows, cols) bit mask of classes.
    """
    darkest = reflectance[VISIBLE_ROWS].min(axis=0).astype(np.float32)
    ground, cloud = allowed == ALLOW_CLEAR, allowed == ALLOW_CLOUD
    if soft is not None:
        unlabelled = allowed == 0
        ground = ground | (unlabelled & (soft[0] > SURE))
        cloud = cloud | (unlabelled & (soft[1] > SURE))
    if ground.mean() < ENOUGH or np.percentile(darkest[ground], 90) > DARK_GROUND:
        return np.zeros(cloud.shape, bool)
    found: NDArray[np.bool_] = cloud & (darkest > THICK_FROM)
    return found
