"""Masks of several dates: which day each is of, as stated or as its tags or name tell."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from .describe import acquired_by
from .errors import CloudMaskError, OptionError
from .mask_table import MaskTable
from .placing import MaskFile, identify_mask
from .raster import Backend
from .scene import Grid


@dataclass(frozen=True)
class DatedMask:
    """A mask with its grid and its day, ISO 8601, "" where nothing tells it."""

    file: MaskFile
    grid: Grid
    date: str


def check_dates(dates: Sequence[str], masks: Sequence[str]) -> None:
    """Refuse stated days that are not one for each mask, or no days; () and "" are fine.

    :raises OptionError: with the remedy.
    """
    if dates and len(dates) != len(masks):
        raise OptionError(
            f"{len(dates)} dates are stated for {len(masks)} masks: state one for each in their "
            "order, or none."
        )
    for text in filter(None, dates):
        try:
            date.fromisoformat(text[:10])
        except ValueError as error:
            raise OptionError(
                f"The date {text!r} is not understood: give year, month and day such as 2022-10-05."
            ) from error


def dated_masks(
    masks: Sequence[str],
    dates: Sequence[str],
    table: MaskTable | None,
    backend: Backend,
    remark: Callable[[str], None],
) -> list[DatedMask]:
    """Return masks with their grids and days, in the order of time, undated ones last.

    :param dates: one for each mask, or none; "" for one as its tags or name tell.
    :param table: what their values mean; None: as something tells it.
    :param remark: takes what was guessed, or is not known.
    """
    found = []
    for number, path in enumerate(masks):
        file = identify_mask(path, table, backend)
        for text in file.remarks:
            remark(text)
        with contextlib.closing(backend.open(path)) as reader:
            info = reader.info
        stated = dates[number] if dates else ""
        told = acquired_by(info.tags, (file.name,))
        day = (stated or told.value or "")[:10]
        if not day:
            remark(f"{file.name} tells no date: it is listed by its name; state the dates.")
        elif not stated and told.source.startswith("name"):
            remark(f"{file.name}: {day}, guessed from the name.")
        found.append(DatedMask(file, info.grid, day))
    return sorted(found, key=lambda mask: (mask.date == "", mask.date))


def telling_masks(
    paths: Sequence[str], dates: Sequence[str], backend: Backend
) -> tuple[tuple[str, str], ...]:
    """Return of some rasters those that are masks of a known day, with that day.

    Left out are rasters whose values mean nothing, the layers of composites, which are of many
    days, and what cannot be read.

    :param dates: of the rasters, "" for those that may tell it themselves.
    """
    found = []
    for path, stated in zip(paths, dates):
        try:
            name = identify_mask(path, None, backend).name
            with contextlib.closing(backend.open(path)) as reader:
                tags = reader.info.tags
        except CloudMaskError:
            continue
        day = (stated or acquired_by(tags, (name,)).value or "")[:10]
        if day and "CLOUDMASK_COMPOSITE" not in dict(tags):
            found.append((path, day))
    return tuple(found)
