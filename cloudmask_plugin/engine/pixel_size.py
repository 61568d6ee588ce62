"""Metres in a scene's unit where its coordinate system does not tell them.

Without a coordinate system GDAL states pixel counts, or numbers of unknown unit; what a mask
does in metres (buffers, areas, resolutions) would then be wrong by far.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from . import series
from .errors import OptionError, SceneError
from .raster import Backend
from .scene import METRES_PER_DEGREE, Grid, Overrides
from .sensors import Sensor

SENTINEL2_PIXEL = 10.0  # metres, of the bands that every scene has
LEAST_PIXEL = 0.5  # metres; smaller ones without a coordinate system are degrees
UNEVEN = 1e-3  # of a step: coordinates whose steps differ by more make no grid
_AXES = (("x", "y"), ("X", "Y"), ("easting", "northing"), ("lon", "lat"), ("longitude", "latitude"))
_UNITS = {"": 1.0, "m": 1.0, "metre": 1.0, "meter": 1.0, "metres": 1.0, "meters": 1.0, "km": 1000.0}


def metres_in_unit(
    path: str,
    name: str,
    grid: Grid,
    overrides: Overrides,
    sensor: Sensor | None,
    backend: Backend,
) -> tuple[float | None, tuple[str, ...]]:
    """Return the metres in a unit of a grid, None where its CRS tells them, and warnings.

    :param path, name: the image that the grid is of, as GDAL takes it, and the scene's name.
    :raises OptionError: where the pixel size that the user states is none.
    """
    width, height = grid.pixel_size
    units = math.sqrt(width * height)  # of a pixel
    if overrides.pixel_size is not None:
        if not (math.isfinite(overrides.pixel_size) and overrides.pixel_size > 0):
            raise OptionError(
                f"The pixel size is {overrides.pixel_size:g}: give a number of metres above 0."
            )
        return overrides.pixel_size / units, ()
    if grid.crs or (grid.is_georeferenced and units >= LEAST_PIXEL):
        return None, ()
    if not grid.is_georeferenced:
        found = _from_coordinates(path, backend)
        if found is not None:
            return found / units, ()
    elif _in_degrees(grid):
        latitude = grid.transform[3] + grid.transform[5] * grid.height / 2
        metres = METRES_PER_DEGREE * math.sqrt(math.cos(math.radians(latitude)))
        return metres, (
            f"{name} has no coordinate system: its coordinates were taken as degrees, a pixel as "
            f"{units * metres:.3g} m; state the pixel size if it is another.",
        )
    guess = SENTINEL2_PIXEL if sensor is None else sensor.pixel
    return guess / units, (
        f"{name} does not tell how large its pixels are: a pixel was taken as {guess:g} m; state "
        "the pixel size if it is another.",
    )


def _in_degrees(grid: Grid) -> bool:
    x, a, b, y, d, e = grid.transform
    far_x, far_y = x + a * grid.width + b * grid.height, y + d * grid.width + e * grid.height
    return max(abs(x), abs(far_x)) <= 360 and max(abs(y), abs(far_y)) < 90


def _from_coordinates(path: str, backend: Backend) -> float | None:
    """Return the pixel size in metres that the coordinate variables of a netCDF file tell."""
    variable = series.split_variable(path)
    if variable is None:
        return None
    for names in _AXES:
        axes = [_axis(f'NETCDF:"{variable[0]}":{name}', backend) for name in names]
        known = [axis for axis in axes if axis is not None]
        if len(known) == len(names):
            (columns, unit), (rows, _) = known
            steps = [_step(columns), _step(rows)]
            factor = _UNITS.get(unit.lower())
            if unit.lower().startswith("degree") or names[0].startswith("lon"):
                factor = METRES_PER_DEGREE * math.sqrt(math.cos(math.radians(float(rows.mean()))))
            if factor and all(steps):
                return factor * math.sqrt(steps[0] * steps[1])
    return None


def _axis(uri: str, backend: Backend) -> tuple[NDArray[np.float64], str] | None:
    """Return the values of a coordinate variable and their unit, None where there is none."""
    try:
        reader = backend.open(uri)
    except SceneError:
        return None
    try:
        grid, tags = reader.info.grid, dict(reader.info.tags)
        values = reader.read(1, grid.window, (grid.height, grid.width)).astype(np.float64)
    except SceneError:
        return None
    finally:
        reader.close()
    if min(grid.height, grid.width) != 1:
        return None
    unit = next((value for key, value in tags.items() if key.endswith("#units")), "")
    return values.ravel(), unit.strip()


def _step(values: Sequence[float] | NDArray[np.float64]) -> float:
    """Return the distance of evenly spaced values, 0 where there is none or they are not."""
    steps = np.abs(np.diff(values))
    if not steps.size or float(np.ptp(steps)) > UNEVEN * float(steps.mean()):
        return 0.0
    return float(steps.mean())
