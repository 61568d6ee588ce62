"""A scene as every layer of the program sees it: bands, grid, radiometry, time, sun.

Plain immutable values: picklable, hashable, without open files. How they are found out
for a file or product is the matter of :mod:`.describe`.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from .errors import OptionError
from .sun import Sun, SunGrid

T = TypeVar("T")
SURE = 0.9
METRES_PER_DEGREE = 111_320.0  # of latitude, WGS 84 mean

# A coordinate system for the plane, followed by one for heights (OGC 01-009, section 12).
_COMPOUND = re.compile(r'^(?:COMPD_CS|COMPOUNDCRS)\["[^"]*",\s*')
_VERTICAL = re.compile(r",\s*VERT(?:_CS|CRS)\[")

Transform = tuple[float, float, float, float, float, float]
Kind = Literal["raster", "files", "series", "product", "item"]


@dataclass(frozen=True)
class Resolved(Generic[T]):
    """A value, where it came from, and how sure that is (0..1).

    Below :data:`SURE` it is a guess and is shown as one.
    """

    value: T
    source: str
    confidence: float = 1.0

    @property
    def guessed(self) -> bool:
        """True where the value was inferred, not stated."""
        return self.confidence < SURE


SENTINEL2 = Resolved("sentinel-2", "nothing tells another", SURE)


@dataclass(frozen=True)
class Window:
    """A rectangle of pixels on a grid: first column and row, width and height."""

    col: int
    row: int
    width: int
    height: int

    @property
    def col_stop(self) -> int:
        """First column behind the window."""
        return self.col + self.width

    @property
    def row_stop(self) -> int:
        """First row behind the window."""
        return self.row + self.height

    def grown(self, margin: int) -> Window:
        """Return the window with ``margin`` pixels more at each side."""
        return Window(
            self.col - margin,
            self.row - margin,
            self.width + 2 * margin,
            self.height + 2 * margin,
        )

    def intersect(self, other: Window) -> Window:
        """Return the common part; its width or height is 0 where there is none."""
        col, row = max(self.col, other.col), max(self.row, other.row)
        return Window(
            col,
            row,
            max(0, min(self.col_stop, other.col_stop) - col),
            max(0, min(self.row_stop, other.row_stop) - row),
        )


@dataclass(frozen=True)
class Grid:
    """Where pixels lie: CRS as WKT ("" if none), GDAL geotransform, columns and rows.

    ``unit`` is the metres in a unit where they are stated or guessed, None: the CRS tells.
    """

    crs: str
    transform: Transform
    width: int
    height: int
    unit: float | None = None

    @property
    def window(self) -> Window:
        """The whole grid as a window."""
        return Window(0, 0, self.width, self.height)

    @property
    def pixel_size(self) -> tuple[float, float]:
        """Width and height of a pixel in units of the CRS, positive."""
        _, a, b, _, d, e = self.transform
        return math.hypot(a, d), math.hypot(b, e)

    @property
    def centre(self) -> tuple[float, float]:
        """Coordinates of the middle, in the CRS."""
        x0, a, b, y0, d, e = self.transform
        col, row = self.width / 2, self.height / 2
        return x0 + a * col + b * row, y0 + d * col + e * row

    @property
    def metres_per_unit(self) -> tuple[float, float]:
        """Metres in one CRS unit, east and north, at the grid's centre; 1 where unknown."""
        if self.unit is not None:
            return self.unit, self.unit
        if not self.crs:
            return 1.0, 1.0
        horizontal = _COMPOUND.sub("", self.crs, 1)
        if horizontal.startswith(("GEOGCS", "GEOGCRS", "GEODCRS")):
            latitude = min(abs(self.centre[1]), 89.0)  # beyond are coordinates of another CRS
            return METRES_PER_DEGREE * math.cos(math.radians(latitude)), METRES_PER_DEGREE
        # The last UNIT of a projected CRS is that of its axes (OGC 01-009, section 12).
        horizontal = _VERTICAL.split(horizontal, 1)[0]
        units = re.findall(r'(?:LENGTH)?UNIT\["[^"]*",\s*([0-9.eE+-]+)', horizontal)
        metres = float(units[-1]) if units else 1.0
        return metres, metres

    @property
    def pixel_metres(self) -> tuple[float, float]:
        """Width and height of a pixel in metres; without a CRS, units are taken as metres."""
        (width, height), (east, north) = self.pixel_size, self.metres_per_unit
        return width * east, height * north

    @property
    def resolution(self) -> float:
        """Pixel size in metres, the geometric mean of width and height."""
        width, height = self.pixel_metres
        return math.sqrt(width * height)

    @property
    def is_georeferenced(self) -> bool:
        """True where the transform is more than GDAL's default of pixel counts."""
        return bool(self.crs) or self.transform not in (
            (0.0, 1.0, 0.0, 0.0, 0.0, 1.0),
            (0.0, 1.0, 0.0, 0.0, 0.0, -1.0),
        )

    @property
    def epsg(self) -> str:
        """The CRS as "EPSG:code", "" where its WKT names none."""
        match = re.search(r'\["EPSG",\s*"?(\d+)"?\]\]\s*$', self.crs)
        return f"EPSG:{match.group(1)}" if match else ""

    @property
    def phase(self) -> tuple[int, int]:
        """Column and row of the first pixel on the map's own pixel grid.

        Two cuts from one raster agree in it, so that tiles anchored to it do not move
        with the cut. (0, 0) for rotated grids and grids without a position.
        """
        x0, a, b, y0, d, e = self.transform
        if b or d or not self.is_georeferenced:
            return 0, 0
        return round(x0 / a), round(y0 / e)

    def coarsened(self, factor: int) -> Grid:
        """Return the aligned grid of cells of ``factor`` × ``factor`` pixels.

        A last incomplete cell is kept, so that the extent is covered.
        """
        x0, a, b, y0, d, e = self.transform
        return Grid(
            self.crs,
            (x0, a * factor, b * factor, y0, d * factor, e * factor),
            -(-self.width // factor),
            -(-self.height // factor),
            self.unit,
        )

    def cropped(self, window: Window) -> Grid:
        """Return the grid of ``window``."""
        x0, a, b, y0, d, e = self.transform
        return Grid(
            self.crs,
            (
                x0 + a * window.col + b * window.row,
                a,
                b,
                y0 + d * window.col + e * window.row,
                d,
                e,
            ),
            window.width,
            window.height,
            self.unit,
        )

    def window_of(self, xmin: float, ymin: float, xmax: float, ymax: float) -> Window:
        """Return the pixels touched by an extent in the grid's CRS, clipped to the grid.

        :raises OptionError: where the extent is empty or does not overlap the grid.
        """
        if not (xmin < xmax and ymin < ymax):
            raise OptionError(
                f"The extent {xmin:g},{ymin:g},{xmax:g},{ymax:g} is empty: give xmin,ymin,"
                "xmax,ymax with xmin < xmax and ymin < ymax."
            )
        x0, a, b, y0, d, e = self.transform
        det = a * e - b * d
        cols, rows = [], []
        for x in (xmin, xmax):
            for y in (ymin, ymax):
                cols.append((e * (x - x0) - b * (y - y0)) / det)
                rows.append((a * (y - y0) - d * (x - x0)) / det)
        tolerance = 1e-6  # of a pixel: an extent written with rounded decimals
        col, row = math.floor(min(cols) + tolerance), math.floor(min(rows) + tolerance)
        wanted = Window(
            col,
            row,
            math.ceil(max(cols) - tolerance) - col,
            math.ceil(max(rows) - tolerance) - row,
        )
        window = wanted.intersect(self.window)
        if window.width == 0 or window.height == 0:
            raise OptionError(
                f"The extent {xmin:g},{ymin:g},{xmax:g},{ymax:g} does not overlap the scene: "
                "give it in the scene's coordinate system."
            )
        return window


@dataclass(frozen=True)
class BandSource:
    """Where one band's values are, and how they become reflectance.

    reflectance = value · gain + bias, both from the scene's scale and offset.
    """

    role: str
    path: str
    index: int
    name: str
    grid: Grid
    gain: float
    bias: float


@dataclass(frozen=True)
class SourceSpec:
    """Everything that a job needs to know of a scene.

    ``scale`` and ``offset`` are Sentinel-2's: reflectance = (value + offset) · scale.
    ``nodata`` is a value, NaN, or None where the file has none. ``grid`` is that of the
    finest band, ``resolution`` the metres at which a mask is made where none is asked.
    ``coarser`` are further images of the same roles with larger pixels, as products
    have them. ``mask_paths`` name the files whose dataset masks (alpha or mask band) also
    tell nodata, each by itself. ``unused`` names bands without a role.
    ``location`` is what was described; where several files make the scene, their paths with
    "; " between. ``sensor`` is a key of :data:`.sensors.SENSORS`, or "sentinel-2".
    ``kind`` is what was found there: one raster, several files, a series of dates, a product,
    or a catalogue's item; the last two tell themselves which band is which. ``sun_zenith`` and
    ``sun_azimuth`` are means over the scene, ``sun_grid`` how these angles change over it.
    """

    name: str
    location: str
    grid: Grid
    resolution: float
    bands: tuple[BandSource, ...]
    unused: tuple[str, ...]
    level: Resolved[str | None]
    baseline: Resolved[str | None]
    scale: Resolved[float]
    offset: Resolved[float]
    nodata: Resolved[float | None]
    acquired: Resolved[str | None]
    sun_zenith: Resolved[float | None]
    sun_azimuth: Resolved[float | None]
    band_evidence: Resolved[str]
    coarser: tuple[BandSource, ...] = ()
    mask_paths: tuple[str, ...] = ()
    strict_nodata: bool = False
    warnings: tuple[str, ...] = ()
    sensor: Resolved[str] = SENTINEL2
    kind: Kind = "raster"
    sun_grid: SunGrid | None = None

    @property
    def roles(self) -> tuple[str, ...]:
        """Roles of the bands, in their order."""
        return tuple(band.role for band in self.bands)

    def sun_at(self, x: float, y: float) -> Sun | None:
        """Return the sun at a place in the scene's CRS, None where it is unknown or was down."""
        sun = self.sun_grid.at(x, y) if self.sun_grid else None
        if sun is None:
            zenith, azimuth = self.sun_zenith.value, self.sun_azimuth.value
            sun = None if zenith is None or azimuth is None else Sun(zenith, azimuth)
        return sun if sun is not None and sun.is_up else None

    def bands_for(self, resolution: float) -> tuple[BandSource, ...]:
        """Return one image a role: the coarsest that still shows ``resolution`` metres."""
        chosen = []
        for band in self.bands:
            candidates = [other for other in self.coarser if other.role == band.role]
            fitting = [b for b in candidates if b.grid.resolution <= resolution * 1.01]
            chosen.append(max(fitting, key=lambda b: b.grid.resolution, default=band))
        return tuple(chosen)


@dataclass(frozen=True)
class Overrides:
    """What the user states about a scene; None leaves it to detection.

    :param bands: role of each band of the file in its order, "" or "-" to leave one out;
        for a product of many files, the roles to use.
    :param scale: reflectance = (value + offset) · scale.
    :param nodata: a value or NaN.
    :param acquired: ISO 8601, UTC.
    :param sun_zenith, sun_azimuth: degrees.
    :param sensor: "sentinel-2" or a key of :data:`.sensors.SENSORS`.
    :param step: which date of a series: a date (ISO 8601), or its number from 1.
    :param pixel_size: metres of a pixel of the finest band.
    """

    bands: tuple[str, ...] | None = None
    scale: float | None = None
    offset: float | None = None
    nodata: float | None = None
    level: str | None = None
    acquired: str | None = None
    sun_zenith: float | None = None
    sun_azimuth: float | None = None
    sensor: str | None = None
    step: str | None = None
    pixel_size: float | None = None


NO_OVERRIDES = Overrides()
