"""A composite and what belongs to it as styled layers. Main thread only."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import (
    QgsContrastEnhancement,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsMultiBandColorRenderer,
    QgsPalettedRasterRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsRasterMinMaxOrigin,
    QgsReadWriteContext,
    QgsStyle,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from . import layers
from .engine.composite_plan import CompositeResult
from .engine.raster import choose_backend
from .scene_text import acquired_text

translate = QCoreApplication.translate

NATURAL = ("B04", "B03", "B02")
CLASSES_OF_COUNT = 24  # more numbers of observations than that are shown as a ramp
NEVER_CLEAR = QColor(213, 62, 79)
COMPOSITE = "cloudmask/composite"  # custom property of a group: what made it
Look = QgsMapLayer.StyleCategory.Symbology | QgsMapLayer.StyleCategory.Rendering


@dataclass(frozen=True)
class Titles:
    """What the layers of a composite are called, in Processing and in the dock."""

    image: str
    count: str
    source: str
    score: str


def titles() -> Titles:
    """Return the names of a composite's layers."""
    return Titles(
        translate("CloudMask", "Composite"),
        translate("CloudMask", "Clear observations"),
        translate("CloudMask", "Source scene"),
        translate("CloudMask", "Score"),
    )


def group_title(days: list[str | None]) -> str:
    """Return the name of a composite's group by the days of its scenes, ISO 8601."""
    known = sorted(day[:10] for day in days if day)
    if not known:
        return translate("CloudMask", "Composite")
    if known[0] == known[-1]:
        return translate("CloudMask", "Composite {day}").format(day=acquired_text(known[0]))
    return translate("CloudMask", "Composite {first} – {last}").format(
        first=acquired_text(known[0]), last=acquired_text(known[-1])
    )


def add_composite(
    result: CompositeResult,
    title: str,
    like: QgsMapLayer | None,
    project: QgsProject,
    mark: str = "",
) -> QgsRasterLayer:
    """Add a composite and its further rasters to a group on top of the project.

    :param like: the layer of its first scene, whose look the composite takes.
    :param mark: what to note on the group, such as that it is a preview; the group before that
        has the same mark goes.
    :return: the layer of the composite itself.
    :raises OutputError: where a raster cannot be opened.
    """
    named = titles()
    image = layers.open_result(result.output, named.image, project)
    finish_composite(image, like)
    further = []
    for path, name, finish in (
        (result.score, named.score, finish_score),
        (result.count, named.count, finish_count),
        (result.source_index, named.source, finish_source),
    ):
        if path:
            layer = layers.open_result(path, name, project)
            finish(layer)
            further.append(layer)
    if mark:
        remove_marked(mark, project)
    group = QgsLayerTreeGroup(_unlike_others(title, project))
    group.setCustomProperty(COMPOSITE, mark or "result")
    project.layerTreeRoot().insertChildNode(0, group)
    for layer in further:
        if layers.place_result(layer, group, project):
            node = group.findLayer(layer.id())
            node.setItemVisibilityChecked(False)
            node.setExpanded(layer.source() == result.source_index)
    layers.place_result(image, group, project)
    if not group.children():  # all files were shown already and have been brought up to date
        group.parent().removeChildNode(group)
    return image


def _unlike_others(title: str, project: QgsProject) -> str:
    """Return a group's title, numbered where another group has it."""
    taken = {group.name() for group in project.layerTreeRoot().findGroups(True)}
    number, name = 1, title
    while name in taken:
        number += 1
        name = f"{title} ({number})"
    return name


def remove_marked(mark: str, project: QgsProject) -> None:
    """Remove the groups that bear a mark, with their layers."""
    for group in project.layerTreeRoot().findGroups(True):
        if group.customProperty(COMPOSITE) == mark:
            project.removeMapLayers(group.findLayerIds())
            group.parent().removeChildNode(group)


def finish_composite(layer: QgsRasterLayer, like: QgsMapLayer | None) -> None:
    """Let a composite look like one of its scenes, or in natural colours where none is loaded."""
    layers.mark_result(layer, None)
    if isinstance(like, QgsRasterLayer) and like.bandCount() == layer.bandCount():
        copy_look(like, layer)
    elif not (isinstance(like, QgsRasterLayer) and _copy_colours(like, layer)):
        show_naturally(layer)


def copy_look(like: QgsRasterLayer, layer: QgsRasterLayer) -> None:
    """Give a layer the renderer, contrast and resampling of another of the same bands."""
    document, context = QDomDocument(), QgsReadWriteContext()
    like.exportNamedStyle(document, context, Look)
    layer.importNamedStyle(document, Look)


def finish_source(layer: QgsRasterLayer) -> None:
    """Show the source of each pixel in the colours and with the dates that its file names."""
    layer.loadDefaultStyle()
    _show_pixels(layer)


def finish_count(layer: QgsRasterLayer) -> None:
    """Show the number of clear observations: none in red, the more the darker."""
    most = _most(layer)
    if most <= CLASSES_OF_COUNT:
        ramp = QgsStyle.defaultStyle().colorRamp("YlGnBu") or QgsStyle.defaultStyle().colorRamp(
            QgsStyle.defaultStyle().colorRampNames()[0]
        )
        classes = [
            QgsPalettedRasterRenderer.Class(
                number, NEVER_CLEAR if number == 0 else ramp.color(number / most), str(number)
            )
            for number in range(most + 1)
        ]
        layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes))
    _show_pixels(layer)


def finish_score(layer: QgsRasterLayer) -> None:
    """Note what a score belongs to; it is shown in grey, as any raster of one band."""
    layers.mark_result(layer, None)


def show_naturally(layer: QgsRasterLayer) -> None:
    """Show red, green and blue where the composite has them, stretched to what is there."""
    roles = _roles(layer.source())
    if all(role in roles for role in NATURAL):
        bands = [roles.index(role) + 1 for role in NATURAL]
        layer.setRenderer(QgsMultiBandColorRenderer(layer.dataProvider(), *bands))
    layer.setContrastEnhancement(
        QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum,
        QgsRasterMinMaxOrigin.Limits.CumulativeCut,
    )


def _copy_colours(like: QgsRasterLayer, layer: QgsRasterLayer) -> bool:
    """Show the same bands, by name, in red, green and blue as another layer, if there are."""
    old = like.renderer()
    if not isinstance(old, QgsMultiBandColorRenderer):
        return False
    names = [_band_name(layer, band) for band in range(1, layer.bandCount() + 1)]
    wanted = [_band_name(like, band) for band in (old.redBand(), old.greenBand(), old.blueBand())]
    if not all(name and name in names for name in wanted):
        return False
    renderer = QgsMultiBandColorRenderer(
        layer.dataProvider(), *(names.index(name) + 1 for name in wanted)
    )
    for stretch, give in (
        (old.redContrastEnhancement(), renderer.setRedContrastEnhancement),
        (old.greenContrastEnhancement(), renderer.setGreenContrastEnhancement),
        (old.blueContrastEnhancement(), renderer.setBlueContrastEnhancement),
    ):
        if stretch is not None:
            give(QgsContrastEnhancement(stretch))
    layer.setRenderer(renderer)
    return True


def _band_name(layer: QgsRasterLayer, band: int) -> str:
    """Return the description of a band, without the number that QGIS puts before it."""
    return layer.bandName(band).partition(": ")[2] if band > 0 else ""


def _show_pixels(layer: QgsRasterLayer) -> None:
    layer.resampleFilter().setZoomedInResampler(None)
    layer.resampleFilter().setZoomedOutResampler(None)
    layers.mark_result(layer, None)


def _roles(path: str) -> list[str]:
    return _tags(path).get("CLOUDMASK_BANDS", "").split(",")


def _most(layer: QgsRasterLayer) -> int:
    """Return the number of scenes of a composite by the tags of one of its files."""
    return max(_tags(layer.source()).get("CLOUDMASK_DATES", "").count(",") + 1, 1)


def _tags(path: str) -> dict[str, str]:
    reader = choose_backend().open(path)
    try:
        return dict(reader.info.tags)
    finally:
        reader.close()
