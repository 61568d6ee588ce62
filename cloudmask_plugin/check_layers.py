"""Which layers of a project can be checked, what belongs together, and how bands show cloud.

Main thread only, as :mod:`.layers`.
"""

from __future__ import annotations

import math
import os
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsContrastEnhancement,
    QgsCoordinateTransform,
    QgsCsException,
    QgsMapLayer,
    QgsMultiBandColorRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsRasterRenderer,
    QgsSingleBandGrayRenderer,
)

from . import layers
from .engine.classes import CLASSES
from .engine.errors import CloudMaskError
from .engine.refine import PROBABILITY_STEPS
from .engine.scene import BandSource, SourceSpec
from .engine.versions import original_stem

WHOLE_NUMBERS = (
    Qgis.DataType.Byte,
    Qgis.DataType.UInt16,
    Qgis.DataType.Int16,
    Qgis.DataType.UInt32,
    Qgis.DataType.Int32,
)
PROBABILITIES = "_probabilities"  # ends the stem of the file beside a mask


@dataclass(frozen=True)
class Combination:
    """Bands shown as red, green and blue, or one as grey, from 0 to a reflectance.

    Each place names roles of which the first that the scene has counts.
    """

    key: str
    places: tuple[tuple[str, ...], ...]
    brightest: float


# Snow and ice are dark in SWIR and cloud is not; cirrus alone is bright in B10.
COMBINATIONS = (
    Combination("true", (("B04",), ("B03",), ("B02",)), 0.35),
    Combination("swir", (("B11", "B12"), ("B08", "B8A"), ("B04",)), 0.5),
    Combination("cirrus", (("B10",),), 0.03),
)


def mask_layers(project: QgsProject) -> list[QgsRasterLayer]:
    """Return layers of one band of whole numbers, which a mask must be; results first."""
    found = [
        layer
        for layer in _rasters(project)
        if layer.bandCount() == 1 and layer.dataProvider().sourceDataType(1) in WHOLE_NUMBERS
    ]
    return sorted(found, key=lambda layer: (not layer.customProperty(layers.RESULT), layer.name()))


def probability_layers(project: QgsProject) -> list[QgsRasterLayer]:
    """Return layers that may hold class probabilities."""
    return [
        layer
        for layer in _rasters(project)
        if layer.bandCount() == len(CLASSES)
        # QGIS takes a band with a scale for one of fractions.
        and math.isclose(layer.dataProvider().bandScale(1) * PROBABILITY_STEPS, 1, rel_tol=1e-6)
    ]


def scene_layers(project: QgsProject) -> list[QgsRasterLayer]:
    """Return layers of three bands or more that are no results."""
    return [
        layer
        for layer in _rasters(project)
        if layer.bandCount() >= 3
        and not layer.customProperty(layers.RESULT)
        and layer not in probability_layers(project)
    ]


def probabilities_of(mask: QgsMapLayer, project: QgsProject) -> str:
    """Return the path of the probabilities of a mask, "" where there are none.

    By their name, as masking writes them beside it; else a layer of the same pixels.
    """
    path = Path(mask.source())
    for stem in (path.stem, original_stem(path.stem)):  # versions share those of the first
        beside = path.with_name(f"{stem}{PROBABILITIES}.tif")
        if beside.is_file():
            return str(beside)
    for layer in probability_layers(project):
        same_size = (layer.width(), layer.height()) == (mask.width(), mask.height())
        if same_size and layer.extent() == mask.extent() and layer.crs() == mask.crs():
            return layer.source()
    return ""


def scene_of(mask: QgsMapLayer, project: QgsProject) -> QgsRasterLayer | None:
    """Return the layer of the scene that a mask was made of: by its group, else by its place.

    Of several scenes around the mask, that of the same time counts, then one in its own CRS.
    """
    node = project.layerTreeRoot().findLayer(mask.id())
    location = node.parent().customProperty(layers.GROUP_SCENE) if node is not None else None
    candidates = scene_layers(project)
    for layer in candidates:
        if location and _same_location(layer, location):
            return layer
    around = [layer for layer in candidates if _meet(layer, mask, project)]
    around.sort(key=lambda layer: layer.crs() != mask.crs())
    span = mask.temporalProperties()
    for layer in around:
        times = layer.temporalProperties()
        if (
            span.isActive()
            and times.isActive()
            and times.fixedTemporalRange().overlaps(span.fixedTemporalRange())
        ):
            return layer
    return around[0] if around else None


def _meet(layer: QgsMapLayer, mask: QgsMapLayer, project: QgsProject) -> bool:
    """Return whether two layers have some place in common, whatever their CRS."""
    extent = mask.extent()
    if layer.crs() != mask.crs():
        try:
            there = QgsCoordinateTransform(mask.crs(), layer.crs(), project)
            extent = there.transformBoundingBox(extent)
        except QgsCsException:  # nowhere in that CRS
            return False
    return bool(layer.extent().intersects(extent))


def combination_bands(
    layer: QgsRasterLayer, spec: SourceSpec, combination: Combination
) -> tuple[BandSource, ...] | None:
    """Return the bands of a layer that a combination shows, None where it lacks one."""
    try:
        location = layers.location_of(layer)
    except CloudMaskError:
        return None
    own = {band.role: band for band in spec.bands if _same_path(band.path, location)}
    found = []
    for roles in combination.places:
        band = next((own[role] for role in roles if role in own), None)
        if band is None or band.index > layer.bandCount():
            return None
        found.append(band)
    return tuple(found)


def combination_renderer(
    layer: QgsRasterLayer, spec: SourceSpec, combination: Combination
) -> QgsRasterRenderer | None:
    """Return what shows a combination, None where the layer lacks a band of it.

    Colours are the same in all scenes: from no reflectance to the combination's brightest.
    """
    bands = combination_bands(layer, spec, combination)
    if bands is None:
        return None
    provider = layer.dataProvider()
    stretches = [_stretch(provider, band, combination.brightest) for band in bands]
    if len(bands) == 1:
        grey = QgsSingleBandGrayRenderer(provider, bands[0].index)
        grey.setContrastEnhancement(stretches[0])
        return grey
    colours = QgsMultiBandColorRenderer(provider, *(band.index for band in bands))
    colours.setRedContrastEnhancement(stretches[0])
    colours.setGreenContrastEnhancement(stretches[1])
    colours.setBlueContrastEnhancement(stretches[2])
    return colours


def _stretch(provider, band: BandSource, brightest: float) -> QgsContrastEnhancement:
    # QGIS's provider applies a file's own scale and offset, the engine does not.
    scale, offset = provider.bandScale(band.index), provider.bandOffset(band.index)
    low, high = ((value - band.bias) / band.gain * scale + offset for value in (0.0, brightest))
    stretch = QgsContrastEnhancement(provider.dataType(band.index))
    stretch.setContrastEnhancementAlgorithm(
        QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum
    )
    stretch.setMinimumValue(low)
    stretch.setMaximumValue(high if math.isfinite(high) else low + 1)
    return stretch


def _rasters(project: QgsProject) -> list[QgsRasterLayer]:
    return [
        layer
        for layer in project.mapLayers().values()
        if isinstance(layer, QgsRasterLayer) and layer.isValid() and layer.providerType() == "gdal"
    ]


def _same_location(layer: QgsRasterLayer, location: str) -> bool:
    try:
        return _same_path(layers.location_of(layer), location)
    except CloudMaskError:
        return False


def _same_path(one: str, other: str) -> bool:
    return os.path.normcase(os.path.abspath(one)) == os.path.normcase(os.path.abspath(other))
