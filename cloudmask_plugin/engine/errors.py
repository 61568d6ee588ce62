"""Errors that a user can act on.

The text of a :class:`CloudMaskError` is one sentence that says what is wrong, with which
file, band or window, and what to do. Doors show that text and no traceback. Any other
exception is a bug and shows a traceback in the log.
"""

from __future__ import annotations


class CloudMaskError(Exception):
    """A bad input or environment, told in one sentence that names the remedy."""


class SceneError(CloudMaskError):
    """The scene cannot be opened or read."""


class BandError(CloudMaskError):
    """Bands are missing, unknown or assigned twice."""


class RadiometryError(CloudMaskError):
    """The values cannot be turned into reflectance with certainty enough to go on."""


class ModelError(CloudMaskError):
    """A model is missing, damaged or does not fit the scene."""


class OptionError(CloudMaskError):
    """An option has a value that makes no sense."""


class OutputError(CloudMaskError):
    """The result cannot be written."""


class DependencyError(CloudMaskError):
    """A package that the engine needs is not installed."""


class ClusterError(CloudMaskError):
    """A cluster cannot be reached, is lost, or cannot do the work."""


class ClusterLost(ClusterError):
    """The scheduler is gone, or workers do not see the same files: no other task can be done."""


class Cancelled(Exception):
    """The user cancelled; nothing that looks finished was left behind."""
