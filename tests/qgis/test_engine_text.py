"""What the engine says, in the user's language."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path

import numpy as np
import pytest
from collect_translations import Texts, collect
from qgis.core import QgsPalettedRasterRenderer, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from cloudmask_plugin.candidates import ListedScene, look
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.errors import OptionError, SceneError
from cloudmask_plugin.engine.paths import bundled
from cloudmask_plugin.engine.reporter import SilentReporter
from cloudmask_plugin.engine.scene import Grid
from cloudmask_plugin.engine_text import CONTEXT, TEMPLATES, engine_text, forget_language
from cloudmask_plugin.layers import finish_mask
from cloudmask_plugin.processing.scene_report import report_html
from cloudmask_plugin.tasks import failure
from tests.unit.stored import write_raster

ROOT = Path(__file__).resolve().parent.parent.parent
VALUE = re.compile(r"\{(\w+)\}")


@cache
def collected() -> Texts:
    return collect(ROOT / "cloudmask_plugin")


class Capitals(QTranslator):
    """Another language: what was collected of the engine in capitals, values last first."""

    def __init__(self) -> None:
        super().__init__()
        self.known = collected()

    def translate(self, context, text, disambiguation=None, n=-1) -> str | None:
        """Return a translation, None for other texts."""
        if context != CONTEXT or (context, text) not in self.known:
            return None  # Qt takes the text itself then, as with no translator
        parts = VALUE.split(text)
        values = [f"{{{name}}}" for name in parts[1::2]]
        return "|".join([*values[::-1], "".join(parts[::2]).upper()])


@pytest.fixture
def capitals(qgis_app) -> Iterator[None]:
    translator = Capitals()
    QCoreApplication.installTranslator(translator)
    forget_language()
    yield
    QCoreApplication.removeTranslator(translator)
    forget_language()


def test_the_engine_speaks_english_where_there_is_no_translation(qgis_app) -> None:
    assert engine_text("Thick cloud") == "Thick cloud"
    assert engine_text("/a.tif is a folder: give the name of a file in it.").startswith("/a.tif is")


def test_a_text_without_values_is_translated_as_it_is(capitals) -> None:
    assert engine_text("Thick cloud") == "THICK CLOUD"
    assert engine_text("Something else") == "Something else"


def test_values_go_to_the_places_that_the_translation_gives_them(capitals) -> None:
    text = engine_text(
        "scene has pixels of 10 m, of which 25 m is no multiple: leave the resolution out to "
        "mask at 10 m."
    )
    assert text.split("|")[:4] == ["10", "25", "10", "scene"]


def test_a_value_that_the_engine_knows_is_translated_with_its_sentence(capitals) -> None:
    text = engine_text("The scale 0.0001 is a guess (no valid value): state it if it is wrong.")
    assert text.startswith("NO VALID VALUE|0.0001|THE SCALE | IS A GUESS ()")


def test_what_comes_behind_the_name_of_a_part_is_translated(capitals) -> None:
    sentence = "T32UQD: /a/b.tif is a folder: give the name of a file in it."
    assert engine_text(sentence).startswith("T32UQD: /a/b.tif|")


def test_every_text_with_values_is_recognised(capitals) -> None:
    listed = json.loads((bundled("resources") / TEMPLATES).read_text(encoding="utf-8"))
    assert len(listed) > 150
    for template in listed:
        names = VALUE.findall(template)
        assert len(set(names)) == len(names), template
        text = template
        for number, name in enumerate(names):
            text = text.replace(f"{{{name}}}", f"v{number}")
        translated = engine_text(text)
        assert translated.endswith(VALUE.sub("", template).upper()), template


def test_errors_as_they_are_raised_are_recognised(capitals, tmp_path) -> None:
    missing = tmp_path / "Übung [1].tif"
    with pytest.raises(SceneError) as raised:
        describe(str(missing))
    sentence = failure(raised.value).sentence
    assert str(missing) in sentence and "CANNOT BE OPENED AS A RASTER" in sentence
    with pytest.raises(OptionError) as outside:
        Grid("", (0, 10, 0, 0, 0, -10), 5, 5).window_of(100, 100, 200, 200)
    assert "DOES NOT OVERLAP THE SCENE" in failure(outside.value).sentence


def test_the_legend_of_a_mask_is_in_the_users_language(capitals, mask_result) -> None:
    layer = QgsRasterLayer(mask_result.output, "mask", "gdal")
    assert isinstance(layer.renderer(), QgsPalettedRasterRenderer)
    finish_mask(layer, None)
    labels = [shown.label for shown in layer.renderer().classes()]
    assert labels[:4] == ["CLEAR", "THICK CLOUD", "THIN CLOUD", "CLOUD SHADOW"]


def test_warnings_on_the_page_of_a_scene_are_in_the_users_language(capitals, tmp_path) -> None:
    path = write_raster(tmp_path / "nameless.tif", np.full((4, 9, 9), 900, np.uint16))
    spec = describe(str(path))
    page = report_html(spec)
    assert spec.warnings
    for warning in spec.warnings:
        assert escape(engine_text(warning)) in page
        assert escape(warning) not in page


def test_what_is_wrong_with_a_scene_of_a_composite_is_in_the_users_language(capitals) -> None:
    looked = look([ListedScene("key", "absent", "/no/such/scene.tif")], [], None, SilentReporter())
    (said,) = looked.scenes.values()
    assert "CANNOT BE OPENED AS A RASTER" in said


# Modules whose errors are made by the doors themselves, in the user's language.
SPOKEN = {"composite_tab.py", "installer.py", "measure_panel.py"}


def test_no_door_shows_an_error_of_the_engine_as_it_is() -> None:
    plugin = ROOT / "cloudmask_plugin"
    doors = [*plugin.glob("*.py"), *(plugin / "gui").glob("*.py"), *plugin.glob("processing/*.py")]
    bare = [
        f"{path.name}:{handler.lineno}"
        for path in doors
        if path.name not in SPOKEN
        for handler in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(handler, ast.ExceptHandler) and "CloudMaskError" in names_in(handler.type)
        if "str(error)" in ast.unparse(handler)
        and "engine_text(str(error))" not in ast.unparse(handler)
    ]
    assert bare == []


def names_in(node: ast.expr | None) -> str:
    return ast.unparse(node) if node is not None else ""
