"""Write the example models that come with the plugin: resources/models/*.model3.

Run in QGIS's Python: ``QT_QPA_PLATFORM=offscreen .venv/bin/python scripts/make_models.py FOLDER``.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QPointF, QSizeF  # noqa: E402

Source = QgsProcessingModelChildParameterSource
COLUMN, ROW = 260, 110  # of the boxes in the designer
BOX = QSizeF(220, 40)


def given(name: str) -> Source:
    """Take a value from an input of the model."""
    return Source.fromModelParameter(name)


def made(step: str, output: str) -> Source:
    """Take a value from a step before."""
    return Source.fromChildOutput(step, output)


def fixed(value: object) -> Source:
    """Take a value that is always the same."""
    return Source.fromStaticValue(value)


@dataclass
class Step:
    """One algorithm: where its parameters come from, and which outputs the model has."""

    id: str
    algorithm: str
    title: str
    sources: dict[str, list[Source]]
    outputs: dict[str, str] = field(default_factory=dict)


def model(
    name: str,
    help_text: str,
    inputs: list[QgsProcessingParameterDefinition],
    steps: list[Step],
) -> QgsProcessingModelAlgorithm:
    """Return a model, its boxes laid out from left to right."""
    made_model = QgsProcessingModelAlgorithm(name, "Cloud Mask")
    made_model.setHelpContent({"ALG_DESC": help_text, "ALG_VERSION": "1"})
    for row, definition in enumerate(inputs):
        box = QgsProcessingModelParameter(definition.name())
        box.setPosition(QPointF(140, 80 + ROW * row))
        box.setSize(BOX)
        made_model.addModelParameter(definition, box)
    made_model.setParameterOrder([definition.name() for definition in inputs])
    for column, step in enumerate(steps, start=1):
        child = QgsProcessingModelChildAlgorithm(step.algorithm)
        child.setChildId(step.id)
        child.setDescription(step.title)
        child.setPosition(QPointF(140 + COLUMN * column, 80 + ROW * column))
        child.setSize(BOX)
        for parameter, sources in step.sources.items():
            child.addParameterSources(parameter, sources)
        outputs = {}
        for number, (output, description) in enumerate(step.outputs.items()):
            listed = QgsProcessingModelOutput(description, description)
            listed.setChildId(step.id)
            listed.setChildOutputName(output)
            listed.setPosition(
                QPointF(140 + COLUMN * (column + 1), 80 + ROW * column + 60 * number)
            )
            listed.setSize(BOX)
            outputs[description] = listed
        child.setModelOutputs(outputs)
        made_model.addChildAlgorithm(child)
    return made_model


def scene(name: str, title: str) -> QgsProcessingParameterFile:
    """Return an input that takes whatever the plugin opens: file, metadata of a .SAFE, zip."""
    parameter = QgsProcessingParameterFile(name, title)
    parameter.setHelp("GeoTIFF, zip of a product, or the MTD_MSIL….xml of a .SAFE folder.")
    return parameter


def parcels() -> list[QgsProcessingParameterDefinition]:
    """Return the inputs of what is done with the user's polygons."""
    polygons = QgsProcessingParameterFeatureSource(
        "parcels", "Parcels", [QgsProcessing.SourceType.TypeVectorPolygon]
    )
    polygons.setHelp("Your polygons.")
    names = QgsProcessingParameterField(
        "parcel_name", "Field that names the parcels", parentLayerParameterName="parcels",
        optional=True,
    )  # fmt: skip
    names.setHelp("What the table calls them.")
    threshold = QgsProcessingParameterNumber(
        "threshold", "Usable from (%)", QgsProcessingParameterNumber.Type.Double, 80
    )
    threshold.setHelp("Percentage of a parcel from which a date serves it.")
    return [polygons, names, threshold]


def zonal(masks: list[Source]) -> Step:
    """Return the step that tells the usable dates of the parcels."""
    return Step(
        "zonalclear",
        "cloudmask:zonalclear",
        "Usable dates of the parcels",
        {
            "INPUT": [given("parcels")],
            "ID_FIELD": [given("parcel_name")],
            "THRESHOLD": [given("threshold")],
            "MASKS": masks,
        },
        {"OUTPUT": "Usable dates", "TABLE": "Table of parcels"},
    )


def models() -> list[QgsProcessingModelAlgorithm]:
    """Return all example models."""
    return [
        model(
            "sceneparcels",
            "Masks one scene, outlines its clouds and shadows as polygons, and tells which share "
            "of each parcel is clear.",
            [scene("scene", "Scene"), *parcels()],
            [
                Step("mask", "cloudmask:mask", "Mask", {"INPUT": [given("scene")]},
                     {"OUTPUT": "Cloud mask"}),
                Step("polygonise", "cloudmask:polygonise", "Polygons of clouds and shadows",
                     {"INPUT": [made("mask", "OUTPUT")], "TOLERANCE": [fixed(20)],
                      "HOLES": [fixed(0.5)], "MIN_AREA": [fixed(0.2)]},
                     {"OUTPUT": "Clouds"}),
                zonal([made("mask", "OUTPUT")]),
            ],
        ),
        model(
            "compositeparcels",
            "Masks two scenes of a place, makes one image without clouds of both, and tells on "
            "which date each parcel is clear. Further scenes are added like the second.",
            [scene("first", "First scene"), scene("second", "Second scene"), *parcels()],
            [
                Step("mask_first", "cloudmask:mask", "Mask of the first",
                     {"INPUT": [given("first")]}),
                Step("mask_second", "cloudmask:mask", "Mask of the second",
                     {"INPUT": [given("second")]}),
                Step("composite", "cloudmask:composite", "One image without clouds",
                     {"INPUT": [given("first"), given("second")],
                      "MASKS": [made("mask_first", "OUTPUT"), made("mask_second", "OUTPUT")]},
                     {"OUTPUT": "Composite"}),
                zonal([made("mask_first", "OUTPUT"), made("mask_second", "OUTPUT")]),
            ],
        ),
        model(
            "folderparcels",
            "Masks all scenes of a folder, those that are new since the last time, and tells on "
            "which dates each parcel is clear.",
            [
                QgsProcessingParameterFile(
                    "folder", "Folder of scenes", QgsProcessingParameterFile.Behavior.Folder
                ),
                *parcels(),
            ],
            [
                Step("maskfolder", "cloudmask:maskfolder", "Masks of all scenes",
                     {"INPUT": [given("folder")]}, {"OUTPUT": "Masks"}),
                zonal([made("maskfolder", "MASKS")]),
            ],
        ),
    ]  # fmt: skip


def main() -> int:
    """Write the models into the folder that is named."""
    from cloudmask_plugin.plugin import CloudMaskPlugin

    app = QgsApplication([], False)
    QgsApplication.initQgis()
    plugin = CloudMaskPlugin(None)
    plugin.initProcessing()
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "models"
    folder.mkdir(parents=True, exist_ok=True)
    for one in models():
        path = folder / f"{one.name()}.model3"
        if not one.toFile(str(path)):
            print(f"{path} cannot be written.", file=sys.stderr)
            return 1
        print(path)
    plugin.unload()
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main())
