"""What all algorithms of the provider share, so that each is little more than its parameters."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import qgis.utils
from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QIcon, QImageReader

from .. import dependencies
from ..engine.errors import Cancelled, CloudMaskError, OptionError
from ..engine.paths import bundled
from ..engine.reporter import Reporter
from ..engine_text import engine_text
from ..icons import icon, icon_path
from ..tasks import failure, log
from .feedback import FeedbackReporter
from .values import Values, check_value

PICTURE_WIDTH = 225  # pixels; what the panel beside a new dialog has room for
HELP_URL = "https://github.com/cloudmask-qgis/cloudmask/blob/main/docs/processing.md"


def picture(name: str) -> str:
    """Return the HTML of an algorithm's picture; scripts/help_pictures.py draws them."""
    path = str(bundled("resources") / "help" / f"{name}.png")
    size = (
        QImageReader(path)
        .size()
        .scaled(PICTURE_WIDTH, PICTURE_WIDTH, Qt.AspectRatioMode.KeepAspectRatio)
    )
    address = QUrl.fromLocalFile(path).toString()
    return f'<img src="{address}" width="{size.width()}" height="{size.height()}" />'


class CloudMaskAlgorithm(QgsProcessingAlgorithm):
    """An algorithm around one function of the engine: implement :meth:`prepare_job`, :meth:`work`.

    QGIS calls ``prepareAlgorithm`` in the main thread, where layers may be touched, and
    ``processAlgorithm`` in the background. Errors reach the user as one sentence.

    :cvar runs_models: whether the job needs onnxruntime.
    """

    runs_models = True

    def __init__(self) -> None:
        super().__init__()
        self._problem: Exception | None = None

    def help_text(self) -> str:
        """Return what the algorithm does; a line is a paragraph."""
        raise NotImplementedError

    def prepare_job(self, values: Values) -> None:
        """Take from layers and project what :meth:`work` needs."""
        raise NotImplementedError

    def check(self, values: Values) -> None:
        """Raise what is wrong with the values, each within :meth:`about` its parameter."""

    def work(
        self, values: Values, context: QgsProcessingContext, reporter: Reporter
    ) -> dict[str, Any]:
        """Do the job and return the outputs by name."""
        raise NotImplementedError

    def createInstance(self) -> QgsProcessingAlgorithm:
        """Return a new instance; called by QGIS before each run."""
        return type(self)()

    def icon(self) -> QIcon:
        """Return the picture in the toolbox."""
        return icon("mask")

    def svgIconPath(self) -> str:
        """Return the path of the picture, for the model designer."""
        return icon_path("mask")

    def shortHelpString(self) -> str:
        """Return the text beside the dialog, with a picture below where there is a window."""
        if qgis.utils.iface is None:  # qgis_process prints it as it is
            return self.help_text()
        return f"{self.help_text()}\n{picture(self.name())}"

    def helpUrl(self) -> str:
        """Return the page behind the Help button."""
        return f"{HELP_URL}#{self.name()}"

    def add(
        self, parameter: QgsProcessingParameterDefinition, text: str, advanced: bool = False
    ) -> None:
        """Add a parameter with its help text."""
        parameter.setHelp(text)
        if advanced:
            flag = QgsProcessingParameterDefinition.Flag.FlagAdvanced
            parameter.setFlags(parameter.flags() | flag)
        self.addParameter(parameter)

    @contextlib.contextmanager
    def about(self, name: str) -> Iterator[None]:
        """Say in errors which parameter is meant."""
        try:
            yield
        except CloudMaskError as error:
            raise OptionError(
                f"{self.parameterDefinition(name).description()} ({name}): {error}"
            ) from error

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Return whether the values make sense, and if not, which does not and what would."""
        try:
            for definition in self.parameterDefinitions():
                with self.about(definition.name()):
                    check_value(definition, parameters.get(definition.name()), context)
            fine, reason = super().checkParameterValues(parameters, context)
            if fine:
                self.check(Values(self, parameters, context))
            return fine, reason
        except CloudMaskError as error:
            return False, engine_text(str(error))

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        """Prepare in the main thread; called by QGIS.

        What goes wrong here is raised later: an exception now would lose its sentence.
        """
        try:
            if self.runs_models:
                dependencies.require()
            self.prepare_job(Values(self, parameters, context))
        except Exception as error:  # told by processAlgorithm
            self._problem = error
        return True

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Run; called by QGIS in a background thread."""
        try:
            if self._problem is not None:
                raise self._problem
            values = Values(self, parameters, context)
            return self.work(values, context, FeedbackReporter(feedback))
        except Cancelled:
            return {}
        except QgsProcessingException:
            raise
        except CloudMaskError as error:
            raise QgsProcessingException(engine_text(str(error))) from error
        except Exception as error:
            failed = failure(error)
            log(failed.traceback, Qgis.MessageLevel.Critical)
            raise QgsProcessingException(failed.sentence) from error
