"""The Processing provider: where toolbox, models and ``qgis_process`` find the algorithms."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..engine.paths import version
from ..icons import icon, icon_path
from .applymask import ApplyMaskAlgorithm
from .composite import CompositeAlgorithm
from .evaluate import EvaluateAlgorithm
from .example_models import example_models
from .info import InfoAlgorithm
from .mask import MaskAlgorithm
from .maskfolder import MaskFolderAlgorithm
from .polygonise import PolygoniseAlgorithm
from .refine import RefineAlgorithm
from .suspects import SuspectsAlgorithm
from .zonalclear import ZonalClearAlgorithm

ALGORITHMS = (
    MaskAlgorithm,
    InfoAlgorithm,
    CompositeAlgorithm,
    ApplyMaskAlgorithm,
    RefineAlgorithm,
    MaskFolderAlgorithm,
    PolygoniseAlgorithm,
    ZonalClearAlgorithm,
    SuspectsAlgorithm,
    EvaluateAlgorithm,
)


class CloudMaskProvider(QgsProcessingProvider):
    """Algorithms whose ids start with ``cloudmask:``."""

    def id(self) -> str:
        """Return the part before the colon in algorithm ids; never changes."""
        return "cloudmask"

    def name(self) -> str:
        """Return the name in the toolbox."""
        return "Cloud Mask"

    def longName(self) -> str:
        """Return the name with the version."""
        return f"Cloud Mask {self.versionInfo()}"

    def versionInfo(self) -> str:
        """Return the plugin's version."""
        return version()

    def icon(self) -> QIcon:
        """Return the picture in the toolbox."""
        return icon()

    def svgIconPath(self) -> str:
        """Return the path of the picture, for the model designer."""
        return icon_path()

    def supportedOutputRasterLayerExtensions(self) -> list[str]:
        """Return what can be written: masks are GeoTIFF files."""
        return ["tif", "tiff"]

    def defaultRasterFileExtension(self) -> str:
        """Return the extension of temporary rasters, whatever the user prefers elsewhere."""
        return "tif"

    def supportedOutputVectorLayerExtensions(self) -> list[str]:
        """Return what polygons can be written as, the usual one first."""
        return ["gpkg", "geojson", "shp", "fgb"]

    def defaultVectorFileExtension(self, hasGeometry: bool = True) -> str:
        """Return the extension of temporary layers, whatever the user prefers elsewhere."""
        return "gpkg"

    def loadAlgorithms(self) -> None:
        """Add a new instance of each algorithm and example model; called by QGIS."""
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
        for model in example_models():
            self.addAlgorithm(model)
