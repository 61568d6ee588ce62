"""The texts that are shown, and their translations."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from collect_translations import ENGINE, collect, read_translations, templates, write

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = sorted((ROOT / "i18n").glob("*.ts"))
PLACEHOLDER = re.compile(r"\{[^}]*\}")

SAMPLE = """
class Panel:
    def show(self):
        self.tr("One text "
                "in two parts")
        return translate("CloudMask", "Has {n} pixels")

    def again(self):
        QCoreApplication.translate("CloudMask", "Has {n} pixels")
        self.tr(variable)
"""


ENGINE_SAMPLE = '''
"""A docstring is no text for users."""
MaskClass(0, "clear", "Clear", (0, 0, 0))
NAME = re.compile("one of (these)")
TAG = "CLOUDMASK_SCALE"


def check(path, spec):
    """Nor is this."""
    raise SceneError(
        f"{path} is no {spec.kind:>5}, and {spec.grid.size[0]:g} is not {len(spec.bands)}: "
        "choose another."
    )
'''


def test_what_the_engine_says_is_found_with_its_values_named(tmp_path: Path) -> None:
    engine = tmp_path / "package" / "engine"
    engine.mkdir(parents=True)
    (engine / "jobs.py").write_text(ENGINE_SAMPLE, encoding="utf-8")
    (engine / "other_command.py").write_text("print('This is for the terminal.')")
    told = "{path} is no {kind}, and {size} is not {bands}: choose another."
    found = collect(tmp_path / "package")
    assert set(found) == {(ENGINE, "Clear"), (ENGINE, told)}
    assert templates(found) == [told]


def test_texts_are_found_whole_and_with_their_context(tmp_path: Path) -> None:
    package = tmp_path / "package"
    package.mkdir()
    (package / "panel.py").write_text(SAMPLE, encoding="utf-8")
    assert collect(package) == {
        ("Panel", "One text in two parts"): ["package/panel.py"],
        ("CloudMask", "Has {n} pixels"): ["package/panel.py"],
    }


def test_translations_survive_and_texts_that_are_gone_do_not(tmp_path: Path) -> None:
    path = tmp_path / "cloudmask_de.ts"
    old = {("Panel", "Sun"): "Sonne", ("Panel", "Gone & lost"): "Fort"}
    write(path, {key: ["a.py"] for key in old}, old)
    assert read_translations(path) == old
    new = {("Panel", "Sun"): ["b.py"], ("Panel", "New"): ["b.py"]}
    assert write(path, new, read_translations(path)) == 1
    assert read_translations(path) == {("Panel", "Sun"): "Sonne"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_a_translation_keeps_the_placeholders_of_its_text(path: Path) -> None:
    for (_, text), translation in read_translations(path).items():
        assert sorted(PLACEHOLDER.findall(text)) == sorted(PLACEHOLDER.findall(translation))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_a_translation_has_a_key_where_its_text_has_one(path: Path) -> None:
    key = re.compile(r"&(?!\w+;)\w")  # not an entity such as &nbsp;
    for (_, text), translation in read_translations(path).items():
        assert len(key.findall(text)) == len(key.findall(translation)), text
