"""On which dates polygons can be used: what the job tells."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ZonalRow:
    """One polygon on one date.

    :param position: of the polygon in its layer; ``id`` names it.
    :param date: the day as 2022-10-05, "" where it is not known.
    :param usable: share 0..1 of the polygon, weighed by class; ``shares`` by class key.
    :param nodata: share 0..1 without data or beyond the mask.
    :param pixels: in the polygon, of the mask; parts of pixels count as such.
    """

    position: int
    id: str
    date: str
    mask: str
    usable: float
    shares: tuple[tuple[str, float], ...]
    nodata: float
    pixels: float
    hectares: float
    is_usable: bool

    @property
    def when(self) -> str:
        """The date, or the mask's name where that is not known."""
        return self.date or self.mask


@dataclass(frozen=True)
class DateSummary:
    """What one date does for all polygons.

    :param when: date, or name of a mask without one.
    :param serves: number of polygons that can be used; ``usable_hectares`` their area.
    :param mean: usable share of the area of all polygons, 0..1.
    """

    when: str
    masks: tuple[str, ...]
    polygons: int
    serves: int
    hectares: float
    usable_hectares: float
    mean: float


@dataclass(frozen=True)
class ZonalResult:
    """All polygons on all dates, in the order of polygons and dates, and what was written."""

    rows: tuple[ZonalRow, ...]
    dates: tuple[DateSummary, ...]
    polygons: int
    threshold: float
    table: str
    layer: str
    summary: str
    warnings: tuple[str, ...]

    @property
    def never(self) -> int:
        """Number of polygons that no date serves."""
        served = {row.position for row in self.rows if row.is_usable}
        return self.polygons - len(served)

    @property
    def best_dates(self) -> tuple[DateSummary, ...]:
        """The dates, those that serve most first; of equals the one with the larger mean."""
        return tuple(
            sorted(self.dates, key=lambda one: (-one.serves, -one.usable_hectares, -one.mean))
        )
