"""Labelled patches of real imagery: reading, the split by place, and what each label allows.

The patches are .npz files described by an ``index.json`` beside them; the folder is given by
``--data`` or the variable ``CLOUDMASK_DATA`` and never belongs to the repository.

A label set of a pixel is a bit mask of the classes it may have: a catalogue that knows only
"cloud" allows thick and thin, a clear pixel near a cloud where nobody drew shadows allows
clear and shadow, and 0 says nothing. So each source teaches what it knows and no more.
"""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from cloudmask_plugin.engine.bands import ROLES, VISIBLE
from cloudmask_plugin.engine.classes import (
    CLEAR,
    CLOUD_CODES,
    CLOUD_SHADOW,
    NODATA,
    THICK_CLOUD,
    THIN_CLOUD,
)
from cloudmask_plugin.engine.gaps import fill_gaps

VISIBLE_ROWS = [ROLES.index(role) for role in VISIBLE]  # of a reflectance (13, rows, cols)
ALLOW_CLEAR, ALLOW_THICK, ALLOW_THIN, ALLOW_SHADOW = (1 << code for code in range(4))
ALLOW_CLOUD = ALLOW_THICK | ALLOW_THIN
BORDER = 1  # pixels left out on either side of an outline
SHADOW_REACH = 60  # pixels from a cloud within which an undrawn shadow may lie
# Where shadows are known to lie by a shift of (rows, columns) from their clouds: how many times as
# far others may lie, and how many pixels beside, at once and for each pixel of distance.
FURTHEST_SHIFT, BESIDE, ASIDE = 1.6, 3.0, 0.2

# Places whose every patch, date and partner is kept for validation. The rest of the rule is
# in ``is_validation``.
VALIDATION_PLACES = (
    "drivendata_1",
    "drivendata_2",
    "ukis_landsat7",
    "t29unu",
    "sen12mscr_ROIs1868_summer_102",
    "sen12mscr_ROIs1970_fall_148",
    "sen12mscr_ROIs1158_spring_101",
)
CLEAR_SOURCES = ("sen12mscrts_bg", "sen1floods11", "s2cloudmask_wright", "background")
# Patches chosen as cloud-free by their data set that lie under thin cirrus.
UNDER_CIRRUS = ("sen12mscrts_bg__2018-01-06_p282", "sen12mscrts_bg__2018-03-22_p64")


@dataclass(frozen=True)
class Patch:
    """One patch in the network's terms.

    ``reflectance`` (13, rows, cols) float16, 0 where a band is absent; ``presence`` (13,)
    bool; ``allowed`` (rows, cols) uint8 bit mask of classes; ``labels`` (rows, cols) the
    source's class codes, 255 unknown; ``resolution`` in metres, NaN if unknown.
    """

    name: str
    source: str
    place: str
    reflectance: NDArray[np.float16]
    presence: NDArray[np.bool_]
    allowed: NDArray[np.uint8]
    labels: NDArray[np.uint8]
    level: str
    resolution: float
    shadow_labelled: bool
    thin_labelled: bool
    clear_background: bool

    @property
    def validation(self) -> bool:
        """Whether the patch's place is held out of training."""
        return is_validation(self.source, self.place, self.name)


def data_folder(given: str | None = None) -> Path:
    """Folder of the shared data: the option, the variable or the default beside the project."""
    default = Path(__file__).resolve().parents[2] / "shared" / "data"
    return Path(given or os.environ.get("CLOUDMASK_DATA") or default)


def is_validation(source: str, place: str, name: str) -> bool:
    """Whether a place is held out.

    Fixed by name for single places and for Landsat 8 Biome (its scenes called test and val);
    the cloud mask catalogue by a hash of the grid zone (6 by 8 degrees), one in five, so that
    neighbouring tiles fall on the same side.
    """
    if source == "l8biome":
        return not name.startswith("l8biome__train")
    if source == "s2cmc":
        return zlib.crc32(place.encode()) % 5 == 0
    return place in VALIDATION_PLACES


def is_among(place: str, share: float) -> bool:
    """Whether a place is among a share of all, which holds the places of every smaller share."""
    digest = hashlib.sha256(place.encode()).digest()
    return int.from_bytes(digest[:8], "big") / 2**64 < share


def place_of(name: str) -> str:
    """The place a patch shows: the same for all dates, neighbours and partners of it."""
    source, _, rest = name.partition("__")
    if source == "s2cmc":
        return rest.split("_T")[1][:3]
    if source == "l8biome":
        return "l8biome_" + "_".join(rest.split("_")[1:3])
    if source == "sen12mscr":
        parts = rest.replace("_cloudy", "").split("_")
        return f"sen12mscr_{parts[0]}_{parts[1]}_{parts[3]}"
    if source == "sen12mscr_pair":
        return "sen12mscr_pair_" + rest.split("_")[0]
    if source == "drivendata":
        return f"drivendata_{rest}"
    if source == "t29unu_60m":
        return "t29unu"
    return source


# Snow of a polar plateau as seen through dry air: cirrus band 0.19, short-wave infrared 0.2,
# the very spectrum of ice clouds elsewhere. Learned as clear it opens holes in them.
LEFT_OUT = ("l8biome__train_SnowIce_00_1415",)


def read_patches(
    folder: Path, sources: Collection[str] | None = None, left_out: bool = False
) -> Iterator[Patch]:
    """Read the patches under ``folder``/train, of all or some sources.

    Files of many chips give a few patches of chips side by side.

    :param left_out: read those of ``LEFT_OUT`` instead of all others.
    """
    for entry in json.loads((folder / "train" / "index.json").read_text())["patches"]:
        if (entry["name"] in LEFT_OUT) != left_out:
            continue
        if sources is not None and entry["name"].partition("__")[0] not in sources:
            continue
        with np.load(folder / "train" / entry["file"]) as file:
            members = {key: file[key] for key in file.files}
        images = members["img"]
        if images.ndim == 3:
            yield _read_one(entry, members, images, entry["name"])
        else:
            for number, image in enumerate(_mosaics(images)):
                yield _read_one(entry, members, image, f"{entry['name']}_{number}")


def _mosaics(chips: NDArray[np.generic], side: int = 7) -> Iterator[NDArray[np.generic]]:
    """Chips (n, bands, size, size) laid out in squares, for they are smaller than a crop."""
    bands, size = chips.shape[1:3]
    for first in range(0, len(chips) - side * side + 1, side * side):
        square = chips[first : first + side * side].reshape(side, side, bands, size, size)
        yield square.transpose(2, 0, 3, 1, 4).reshape(bands, side * size, side * size)


def _read_one(
    entry: dict[str, object],
    members: dict[str, NDArray[np.generic]],
    image: NDArray[np.generic],
    name: str,
) -> Patch:
    source = name.partition("__")[0]
    scale, offset = float(str(entry["scale"])), float(str(entry["offset"]))
    values = image.astype(np.float32) * np.float32(scale) + np.float32(offset)
    bands = [str(band) for band in members["bands_s2"]]
    rows, cols = values.shape[1:]
    reflectance = np.zeros((len(ROLES), rows, cols), np.float32)
    presence = np.zeros(len(ROLES), bool)
    for role, plane in zip(bands, values):
        reflectance[ROLES.index(role)] = plane
        presence[ROLES.index(role)] = True
    measured = (image != 0).any(axis=0)
    labels = members["label"].astype(np.uint8)
    if labels.shape != (rows, cols):
        labels = np.full((rows, cols), CLEAR if source.startswith("background") else NODATA)
    labels = np.where(measured, labels, NODATA).astype(np.uint8)
    weak = members.get("label_weak4")
    shift = members.get("shadow_shift", np.zeros(2))
    resolution = entry.get("resolution_m")
    return Patch(
        name=name,
        source=source,
        place=place_of(name),
        reflectance=fill_gaps(reflectance, measured).astype(np.float16),
        presence=presence,
        allowed=allowed_classes(source, labels, bool(entry["shadow_labelled"]), weak, shift),
        labels=labels,
        level="L2A" if "L2A" in str(entry["level"]) else "L1C",
        resolution=float(str(resolution)) if resolution else float("nan"),
        shadow_labelled=bool(entry["shadow_labelled"]),
        thin_labelled=bool(entry["thin_labelled"]),
        clear_background=name not in UNDER_CIRRUS
        and ("cloud-free" in str(entry["note"]) or source.startswith(CLEAR_SOURCES)),
    )


def allowed_classes(
    source: str,
    labels: NDArray[np.uint8],
    shadow_labelled: bool,
    weak_shadow: NDArray[np.generic] | None = None,
    shadow_shift: NDArray[np.generic] | None = None,
) -> NDArray[np.uint8]:
    """Bit mask (rows, cols) of the classes that a source's labels leave possible.

    :param weak_shadow: (rows, cols) class codes with shadows found by a program.
    :param shadow_shift: (rows, columns) from clouds to those shadows; zeros where not found.
    """
    allowed = np.zeros(labels.shape, np.uint8)
    if source in ("sen12mscr", "sen12mscr_pair", "sen12mscrts_bg", "sen1floods11"):
        return allowed  # unlabelled, or labelled by a program: teachers know better
    clear, cloud = labels == CLEAR, np.isin(labels, CLOUD_CODES)
    allowed[clear] = ALLOW_CLEAR
    if not shadow_labelled:
        sunlit = is_far_from_cloud(labels)
        if shadow_shift is not None and shadow_shift.any():
            sunlit |= out_of_shadow(cloud, shadow_shift.astype(np.float64))
        allowed[clear & ~sunlit] = ALLOW_CLEAR | ALLOW_SHADOW
    allowed[cloud] = ALLOW_CLOUD
    if source == "l8biome":  # the only hand-made labels that tell thin from thick
        allowed[labels == THICK_CLOUD] = ALLOW_THICK
        allowed[labels == THIN_CLOUD] = ALLOW_THIN
    allowed[labels == CLOUD_SHADOW] = ALLOW_SHADOW
    if weak_shadow is not None and weak_shadow.shape == labels.shape:
        inside = ndimage.binary_erosion(weak_shadow == CLOUD_SHADOW, iterations=BORDER)
        allowed[inside & clear] = ALLOW_SHADOW
    size = 2 * BORDER + 1
    border = ndimage.maximum_filter(labels, size) != ndimage.minimum_filter(labels, size)
    allowed[border] = 0
    return allowed


def is_far_from_cloud(labels: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Where (rows, cols) no cloud of the class codes ``labels`` is near enough for its shadow."""
    cloud = np.isin(labels, CLOUD_CODES)
    if not cloud.any():
        return np.ones(cloud.shape, bool)
    far: NDArray[np.bool_] = ndimage.distance_transform_cdt(~cloud, "chessboard") > SHADOW_REACH
    return far


def out_of_shadow(cloud: NDArray[np.bool_], shadow_shift: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Where (rows, cols) none of the clouds throws its shadow, nor any that lies beyond the frame.

    :param shadow_shift: (rows, columns) from a cloud to its shadow.
    """
    shaded = cloud.copy()
    length = float(np.hypot(*shadow_shift))
    for distance in np.arange(0, FURTHEST_SHIFT * length + 1, 2):
        size = 2 * round(BESIDE + ASIDE * distance) + 1
        wide = ndimage.maximum_filter(cloud, size, mode="constant", cval=True)
        rows, cols = np.rint(shadow_shift / length * distance).astype(int)
        shaded |= ndimage.shift(wide, (rows, cols), order=0, mode="constant", cval=True)
    return ~shaded
