"""What holds for every algorithm of the provider, of each parameter of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import processing
import pytest
from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from cloudmask_plugin.engine.pipeline import MaskResult
from tests.qgis.listener import Listener
from tests.series import write_series
from tests.suspect_series import simulate, write_masks

ROOT = Path(__file__).parents[2]
TEMPORARY = QgsProcessing.TEMPORARY_OUTPUT
NAMES = (
    *("mask", "maskfolder", "refine", "composite", "applymask", "polygonise", "zonalclear"),
    *("evaluate", "info", "suspects"),
)
OF_THE_SCENE = "`BANDS` to `PIXEL_SIZE`"
# Texts that mean nothing; all other parameters show by their kind what would be wrong.
WRONG_TEXTS = {
    "BANDS": "B02,B99",
    "NODATA": "none",
    "ACQUIRED": "lately",
    "STEPS": "2023-06-03",
    "DATES": "a",
    "PATTERN": "*.nothing",
    "CLUSTER": "host",
    "MASK_VALUES": "1=fog",
    "REFERENCE_CLASSES": "fog",
    "WEIGHTS": "thin=much",
    "ID_FIELD": "absent",
    "FIELD": "absent",
}
Inputs = dict[str, dict[str, Any]]

pytestmark = pytest.mark.usefixtures("provider")


def algorithm(name: str) -> QgsProcessingAlgorithm:
    made = QgsApplication.processingRegistry().createAlgorithmById(f"cloudmask:{name}")
    assert made is not None, name
    return made


@pytest.fixture(scope="module")
def rasters(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Scenes of three dates with their masks, and masks of eight."""
    folder = tmp_path_factory.mktemp("rasters")
    (folder / "series").mkdir()
    dates = write_series(folder / "series", rows=96, cols=96)
    (folder / "many").mkdir()
    many = write_masks(folder / "many", simulate(4, 8, 120).called)
    return {
        "scenes": [str(date.path) for date in dates],
        "masks": [str(date.mask) for date in dates],
        "many": many,
    }


@pytest.fixture
def right(
    rasters: dict[str, list[str]],
    mask_result: MaskResult,
    project: QgsProject,
    tmp_path: Path,
) -> Inputs:
    """For each algorithm inputs that are right, with all outputs in the folder ``out``."""
    scene, mask = rasters["scenes"][0], rasters["masks"][0]
    extent = QgsRasterLayer(mask).extent()
    field = "Polygon?crs=EPSG:32631&field=class:integer"
    polygons = QgsVectorLayer(field, "Polygons", "memory")
    feature = QgsFeature(polygons.fields())
    feature.setAttributes([0])
    feature.setGeometry(QgsGeometry.fromRect(extent))
    polygons.dataProvider().addFeatures([feature])
    project.addMapLayer(polygons)
    (tmp_path / "scenes").mkdir()
    (tmp_path / "scenes" / Path(scene).name).write_bytes(Path(scene).read_bytes())
    inputs: Inputs = {
        "mask": {"INPUT": scene},
        "maskfolder": {"INPUT": str(tmp_path / "scenes")},
        "refine": {"INPUT": mask_result.probabilities},
        "composite": {"INPUT": rasters["scenes"], "MASKS": rasters["masks"], "METHOD": "bap"},
        "applymask": {"INPUT": scene, "MASK": mask},
        "polygonise": {"INPUT": mask},
        "zonalclear": {"INPUT": polygons, "MASKS": rasters["masks"]},
        "evaluate": {"INPUT": [mask], "LABELS": polygons, "FIELD": "class"},
        "info": {"INPUT": scene},
        "suspects": {"INPUT": rasters["many"]},
    }
    out = tmp_path / "out"
    out.mkdir()
    for name, given in inputs.items():
        made = algorithm(name)
        for definition in made.destinationParameterDefinitions():
            suffix = "gpkg" if name in ("polygonise", "zonalclear") else "tif"
            if isinstance(definition, QgsProcessingParameterFileDestination):
                suffix = re.findall(r"\*\.(\w+)", definition.fileFilter())[0]
            target = out if definition.type() == "folderDestination" else out / definition.name()
            given[definition.name()] = str(target if target == out else f"{target}.{suffix}")
    return inputs


# What it says of itself


def test_the_ids_are_those_that_scripts_and_models_of_users_hold():
    provider = QgsApplication.processingRegistry().providerById("cloudmask")
    ours = [each for each in provider.algorithms() if each.group() == ""]
    assert sorted(each.name() for each in ours) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_it_explains_itself_and_each_parameter(name):
    made = algorithm(name)
    assert len(made.shortHelpString()) > 250
    assert len(made.shortDescription()) > 20
    assert len(made.tags()) > 5
    assert all(tag == tag.strip() and tag for tag in made.tags())
    for definition in made.parameterDefinitions():
        assert len(definition.help()) > 10, definition.name()
        assert definition.help().endswith("."), definition.name()
        assert definition.description()[0].isupper(), definition.name()
    advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    plain = [d.name() for d in made.parameterDefinitions() if not d.flags() & advanced]
    assert len(plain) <= 16


def documented(name: str) -> str:
    """Return the section of an algorithm in the documentation."""
    page = (ROOT / "docs" / "processing.md").read_text(encoding="utf-8")
    return page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("name", NAMES)
def test_the_documentation_names_each_parameter_and_output(name):
    made, section = algorithm(name), documented(name)
    assert made.helpUrl().endswith(f"/docs/processing.md#{name}")
    assert f"qgis_process run cloudmask:{name} " in section.replace("--json ", "")
    listed = set(re.findall(r"`([A-Z][A-Z0-9_]+)`", section))
    if OF_THE_SCENE in section:
        listed |= set(re.findall(r"`([A-Z][A-Z0-9_]+)`", documented("The scene")))
    order = [definition.name() for definition in made.parameterDefinitions()]
    for first, last in re.findall(r"`([A-Z_]+)` to `([A-Z_]+)`", section):
        listed |= set(order[order.index(first) : order.index(last) + 1])
    if name == "evaluate":  # named by score and experiment
        listed |= {f"{s}_{e}" for s in ("BOA", "PA", "UA", "F1") for e in listed}
    outputs = {output.name() for output in made.outputDefinitions()}
    if name == "refine":
        assert "Numeric outputs are those of `mask`" in section
        mask = algorithm("mask")
        outputs -= {output.name() for output in mask.outputDefinitions()}
    assert set(order) - listed == set()
    assert outputs - listed == set()


@pytest.mark.parametrize("page", ["README.md", "docs/processing.md"])
def test_commands_in_the_documentation_name_parameters_that_exist(page):
    text = (ROOT / page).read_text(encoding="utf-8").replace("\\\n", " ")
    commands = re.findall(r"^ *qgis_process .*?run cloudmask:(\w+) -- (.*)$", text, re.M)
    assert commands
    for name, given in commands:
        made = algorithm(name)
        known = {definition.name() for definition in made.parameterDefinitions()}
        assert set(re.findall(r"\b([A-Z_]+)=", given)) - known == set(), name


# Where it runs


@pytest.mark.parametrize("name", NAMES)
def test_it_gives_the_outputs_that_it_declares(name, right):
    got, made = processing.run(f"cloudmask:{name}", right[name]), algorithm(name)
    assert set(got) <= {output.name() for output in made.outputDefinitions()}
    for target in made.destinationParameterDefinitions():
        if target.name() in right[name]:
            assert Path(got[target.name()]).exists(), target.name()


@pytest.mark.parametrize("name", NAMES)
def test_it_can_stand_in_a_batch_and_in_a_model(name, monkeypatch):
    monkeypatch.setattr("processing.gui.BatchPanel.iface", None, raising=False)
    made = algorithm(name)
    dialog = BatchAlgorithmDialog(made)
    try:
        assert dialog.mainWidget().batchRowCount() >= 1
    finally:
        dialog.close()
    model, child = QgsProcessingModelAlgorithm(), QgsProcessingModelChildAlgorithm()
    assert child.setAlgorithmId(f"cloudmask:{name}")
    child.setChildId("one")
    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    made = algorithm(name)  # the dialog has taken the other
    for definition in made.parameterDefinitions():
        if definition.isDestination() or definition.flags() & optional:
            continue
        if definition.defaultValue() is None:
            source = QgsProcessingModelChildParameterSource.fromStaticValue(str(ROOT))
            child.addParameterSources(definition.name(), [source])
    model.addChildAlgorithm(child)
    assert model.childAlgorithm("one").algorithm() is not None
    problems = model.validateChildAlgorithm("one")
    assert not [text for text in problems[1] if "INPUT" not in text], problems


@pytest.mark.parametrize("name", [name for name in NAMES if name != "info"])
def test_a_cancelled_run_ends_quietly_and_leaves_no_result(name, right, tmp_path):
    feedback, context = Listener(cancel_at=""), QgsProcessingContext()
    context.setProject(QgsProject.instance())
    made = algorithm(name)
    results, fine = made.run(right[name], context, feedback, {}, False)
    assert feedback.texts, "it was under way"
    assert (results, fine) == ({}, True)
    assert [path.name for path in (tmp_path / "out").iterdir()] in ([], ["summary.csv"])


# What it refuses


def wrong_values(definition: QgsProcessingParameterDefinition) -> list[Any]:
    """Return values of which none makes sense, one of each kind."""
    name = definition.name()
    if isinstance(definition, QgsProcessingParameterNumber):
        low, high = definition.minimum(), definition.maximum()
        beyond = ([low - 1] if low > -1e300 else []) + ([high + 1] if high < 1e300 else [])
        return [*beyond, "much"]
    if isinstance(definition, QgsProcessingParameterEnum):
        return ["nonsense"]
    if isinstance(definition, QgsProcessingParameterDateTime):
        return ["summer"]
    if isinstance(definition, QgsProcessingParameterBoolean) or name == "STEP":
        return []  # anything is either yes or no; what has one date needs no STEP
    if isinstance(definition, QgsProcessingParameterFolderDestination):
        return ["/no/such/folder/out"]
    if definition.isDestination():
        kind = definition.type()
        suffix = {"vectorDestination": "gpkg", "rasterDestination": "tif"}.get(kind, "")
        if isinstance(definition, QgsProcessingParameterFileDestination):
            suffix = re.findall(r"\*\.(\w+)", definition.fileFilter())[0]
        return [f"/no/such/folder/{name}.{suffix}"]
    if definition.type() == "extent":
        return ["north", "0,1,0,1"]
    if definition.type() in ("string", "field"):
        return [WRONG_TEXTS[name]]
    return ["/no/such/file.tif"]


@pytest.mark.parametrize("name", NAMES)
def test_each_parameter_that_is_wrong_is_named_in_one_sentence(name, right, tmp_path):
    made, out = algorithm(name), tmp_path / "out"
    for definition in made.parameterDefinitions():
        for value in wrong_values(definition):
            given = {**right[name], definition.name(): value}
            with pytest.raises(QgsProcessingException) as caught:
                processing.run(f"cloudmask:{name}", given)
                pytest.fail(f"{definition.name()}={value} was taken")
            said = str(caught.value).strip().removeprefix("Unable to execute algorithm").strip()
            assert "\n" not in said
            assert "mistake in it" not in said
            assert definition.name() in said or str(value) in said, f"{definition.name()}: {said}"
    assert list(out.iterdir()) == []
