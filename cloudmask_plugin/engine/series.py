"""Series of dates in one file, such as netCDF: a variable per band, a GDAL band per date.

The raster libraries do not list a container's variables alike, so they are asked for by
the names that bands have.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

from .bands import ROLES
from .errors import SceneError

_URI = re.compile(r'^NETCDF:"?(.+?)"?:([^:"/\\]+)$', re.I)
_SINCE = re.compile(r"(second|minute|hour|day)s? since (\d{4}-\d{2}-\d{2})[T ]?([\d:]*)", re.I)
_DIMENSION = re.compile(r"^NETCDF_DIM_(\w+)$")
_SHOWN = 3  # dates named at either end of a long series

Tags = Sequence[tuple[str, str]]


def split_variable(location: str) -> tuple[str, str] | None:
    """Return the file and the variable that a GDAL URI names, None where it names none."""
    match = _URI.match(location)
    return (match.group(1), match.group(2)) if match else None


def variables(path: str, known: str = "") -> tuple[tuple[str, str], ...]:
    """Return (role, URI) of the variables that a netCDF file may hold bands in.

    :param known: a variable that is there, whose way of writing is tried first.
    """
    found = []
    for role in ROLES:
        short = role.replace("B0", "B")
        names = [role, short, role.lower(), short.lower()]
        if known and known == known.lower():
            names.sort(key=lambda name: name != name.lower())
        found += [(role, f'NETCDF:"{path}":{name}') for name in dict.fromkeys(names)]
    return tuple(found)


def dates(tags: Tags, band_tags: Sequence[Tags]) -> tuple[str, ...] | None:
    """Return the time of each band of a series, ISO 8601 in UTC; None where it is no series.

    GDAL gives the value of the dimension by band (``NETCDF_DIM_time``) and its unit by file
    (``time#units=days since 2017-08-04``), as the CF conventions (section 4.4) have it.
    """
    values: list[tuple[str, str]] = []
    for band in band_tags:
        match = [(m.group(1), v) for m, v in ((_DIMENSION.match(k), v) for k, v in band) if m]
        if len(match) != 1:
            return None
        values.append(match[0])
    found = []
    units = {key.split("#")[0]: value for key, value in tags if key.endswith("#units")}
    for name, value in values:
        since = _SINCE.search(units.get(name, ""))
        if since is None:
            return None
        start = datetime.fromisoformat(f"{since.group(2)}T{since.group(3) or '00:00:00'}")
        span = timedelta(**{f"{since.group(1).lower()}s": float(value)})
        moment = start.replace(tzinfo=timezone.utc) + span
        found.append(moment.strftime("%Y-%m-%dT%H:%M:%SZ"))
    return tuple(found)


def choose(step: str | None, times: Sequence[str], location: str) -> int:
    """Return the number from 0 of the date that a user's ``step`` means.

    :param step: a date such as 2018-05-03, a time, or a number from 1; None where not stated.
    :raises SceneError: where it means none or several, or is not stated and there are several.
    """
    if step is None and len(times) == 1:
        return 0
    ends = [time[:10] for time in times]
    if len(ends) > 2 * _SHOWN:
        ends = [*ends[:_SHOWN], "…", *ends[-_SHOWN:]]
    there = f"{location} holds {len(times)} dates ({', '.join(ends)})"
    if step is None:
        raise SceneError(f"{there}: state the one to use, by its date or its number from 1.")
    if step.isdigit() and 1 <= int(step) <= len(times):
        return int(step) - 1
    found = [i for i, time in enumerate(times) if time.startswith(step) and "-" in step]
    if len(found) != 1:
        what = "none of them is" if not found else f"{len(found)} of them are"
        raise SceneError(f"{there}, and {what} {step}: state one by its number from 1.")
    return found[0]
