"""What the values of a classified raster mean: ours, Sen2Cor's, Fmask's, bits, or a user's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .classes import CLASSES, CLEAR, CLOUD_SHADOW, NODATA, THICK_CLOUD, THIN_CLOUD, class_by_key
from .errors import OptionError
from .scene import Resolved

# From the least to the most that one wants to avoid.
SEVERITY = (NODATA, CLEAR, CLOUD_SHADOW, THIN_CLOUD, THICK_CLOUD)


@dataclass(frozen=True)
class MaskTable:
    """How the values of a raster become class codes.

    :param values: (value, code) of single values.
    :param bits: (bit from 0, code) of flags, of which the worst that is set counts.
    :param other: the code of all other values.
    """

    key: str
    title: str
    values: tuple[tuple[int, int], ...] = ()
    bits: tuple[tuple[int, int], ...] = ()
    other: int = NODATA

    def codes(self, raw: NDArray[Any], nodata: float | None) -> NDArray[np.uint8]:
        """Return the class code of each value, shape of ``raw``.

        :param nodata: the raster's own value without data; it counts where the table does
            not list that value. NaN is always without data.
        """
        result = np.full(raw.shape, self.other, dtype=np.uint8)
        if self.bits:
            finite = np.nan_to_num(raw) if raw.dtype.kind == "f" else raw
            flags = finite.astype(np.int64)
            for bit, code in sorted(self.bits, key=lambda item: SEVERITY.index(item[1])):
                result[(flags >> bit) & 1 == 1] = code
        if nodata is not None:
            result[raw == nodata] = NODATA
        for value, code in self.values:
            result[raw == value] = code
        if raw.dtype.kind == "f":
            result[np.isnan(raw)] = NODATA
        return result


def _table(key: str, title: str, other: int = NODATA, **values: tuple[int, ...]) -> MaskTable:
    codes = {"nodata": NODATA, **{item.key: item.code for item in CLASSES}}
    pairs = [(value, codes[name]) for name, listed in values.items() for value in listed]
    return MaskTable(key, title, tuple(pairs), other=other)


OURS = _table("ours", "Cloud Mask", clear=(0,), thick=(1,), thin=(2,), shadow=(3,), nodata=(255,))
# Sources: ESA, Sentinel-2 Level-2A algorithm overview, scene classification (1 is saturated or
# defective, 7 unclassified, 11 snow); Earth Engine catalogue, COPERNICUS/S2, band QA60; Fmask 4.x
# (Zhu and Woodcock) user guide; KappaMask (Domnich et al. 2021); USGS, Landsat Collection 2
# quality assessment bands.
TABLES = (
    OURS,
    _table(
        "scl", "Sen2Cor's scene classification (SCL)",
        nodata=(0, 1), clear=(2, 4, 5, 6, 7, 11), shadow=(3,), thick=(8, 9), thin=(10,),
    ),
    MaskTable(
        "qa60", "Sentinel-2's cloud bits (QA60)", bits=((10, THICK_CLOUD), (11, THIN_CLOUD)),
        other=CLEAR,
    ),
    _table("fmask", "Fmask", clear=(0, 1, 3), shadow=(2,), thick=(4,), nodata=(255,)),
    _table("kappamask", "KappaMask", nodata=(0, 5), clear=(1,), shadow=(2,), thin=(3,), thick=(4,)),
    MaskTable(
        "qa_pixel", "Landsat's quality bits (QA_PIXEL)",
        bits=((1, THICK_CLOUD), (2, THIN_CLOUD), (3, THICK_CLOUD), (4, CLOUD_SHADOW)),
        values=((1, NODATA),), other=CLEAR,
    ),
)  # fmt: skip
_NAMES = (
    (re.compile(r"(?<![A-Za-z0-9])SCL(?![A-Za-z0-9])", re.I), "scl"),
    (re.compile(r"(?<![A-Za-z0-9])QA60(?![A-Za-z0-9])", re.I), "qa60"),
    (re.compile(r"QA_?PIXEL", re.I), "qa_pixel"),
    (re.compile(r"kappa_?mask", re.I), "kappamask"),
    (re.compile(r"fmask", re.I), "fmask"),
)


def find_table(text: str) -> MaskTable:
    """Return the table of a key, or the one that "VALUE=CLASS,VALUE=CLASS" states.

    In the latter, classes are clear, thick, thin, shadow and nodata, and what is not listed is
    clear.

    :raises OptionError: where the text is neither.
    """
    for table in TABLES:
        if table.key == text:
            return table
    pairs = []
    for part in text.split(","):
        value, _, key = part.partition("=")
        try:
            code = NODATA if key.strip() == "nodata" else class_by_key(key.strip()).code
            pairs.append((int(value), code))
        except (KeyError, ValueError) as error:
            known = ", ".join(table.key for table in TABLES)
            raise OptionError(
                f"Mask classes are {text!r}: give one of {known}, or values with their classes "
                "such as 1=thick,2=thin,3=shadow."
            ) from error
    return MaskTable("stated", text, tuple(pairs), other=CLEAR)


def class_codes(text: str) -> tuple[int, ...]:
    """Return the codes of classes named by their keys with commas between, as "thick,thin".

    :raises OptionError: where there is no class of a name.
    """
    try:
        return tuple(class_by_key(part.strip()).code for part in text.split(","))
    except KeyError as error:
        known = ", ".join(item.key for item in CLASSES)
        raise OptionError(f"There is no class {error.args[0]!r}: there are {known}.") from error


def guess_table(
    name: str, tags: tuple[tuple[str, str], ...], values: NDArray[Any]
) -> Resolved[MaskTable] | None:
    """Return the table that a mask's tags or name tell, or that its values fit; else None.

    :param name: file name and band description; ``values`` a sample of the raster's values.
    """
    if any(key == "CLOUDMASK_MODEL" for key, _ in tags):
        return Resolved(OURS, "tags of this program")
    for pattern, key in _NAMES:
        if pattern.search(name):
            return Resolved(find_table(key), "its name", 0.95)
    found = set(np.unique(values).tolist())
    if found <= {0, 1, 2, 3, 99, 255}:  # 99 is unlabelled in CloudSEN12
        return Resolved(OURS, "its values are 0 to 3", 0.6)
    return None


def worst(codes: NDArray[np.uint8], axes: tuple[int, ...]) -> NDArray[np.uint8]:
    """Return the most severe class over some axes: any cloud counts, nodata only alone."""
    rank = np.zeros(256, dtype=np.uint8)
    rank[list(SEVERITY)] = np.arange(len(SEVERITY))
    severity = rank[codes].max(axis=axes)
    return np.asarray(np.array(SEVERITY, dtype=np.uint8)[severity])
