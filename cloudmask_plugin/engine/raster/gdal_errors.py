"""What GDAL says when a call fails, whatever its bindings are set to do then."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from osgeo import gdal


class GdalError(Exception):
    """GDAL could not do what it was asked; the text is its own."""


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Take GDAL's errors of this thread as :class:`GdalError`, printing none.

    Whether GDAL's bindings raise exceptions is one setting for the whole process, which
    QGIS and other plugins use: it is neither changed nor relied on here.
    """
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    gdal.ErrorReset()
    try:
        yield
    except RuntimeError as error:
        raise GdalError(str(error)) from error
    finally:
        gdal.PopErrorHandler()


def check(succeeded: bool) -> None:
    """Raise GDAL's last error of this thread where a call did not succeed."""
    if not succeeded:
        raise GdalError(gdal.GetLastErrorMsg() or "GDAL gives no reason")


def check_errors() -> None:
    """Raise where a call that returns nothing has failed in this thread."""
    check(gdal.GetLastErrorType() < gdal.CE_Failure)
