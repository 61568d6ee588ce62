"""The layers of the program: imports may only point down."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "cloudmask_plugin"
TRAINING = PACKAGE.parent / "training"
QT_AND_QGIS = {"qgis", "PyQt5", "PyQt6", "PySide2", "PySide6"}
SHIPPED = {"numpy", "onnxruntime", "rasterio", "osgeo"}
OPTIONAL = {"cluster.py": {"distributed"}}  # imported where it is used, with a sentence if missing
TORCH = {"torch", "onnx", "scipy", "matplotlib"}


def imported(path: Path, package_root: Path = PACKAGE.parent) -> set[str]:
    """Return absolute dotted names of all modules that a file imports, anywhere in it."""
    names = set()
    here = path.relative_to(package_root).with_suffix("").parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = list(here[: len(here) - node.level]) if node.level else []
            module = ".".join([*base, *(node.module or "").split(".")]).strip(".")
            names.add(module)
            names.update(f"{module}.{alias.name}" for alias in node.names)
    return names


ENGINE = sorted((PACKAGE / "engine").rglob("*.py"))


@pytest.mark.parametrize("path", ENGINE, ids=lambda path: path.name)
def test_the_engine_imports_neither_qgis_nor_qt_nor_an_upper_layer(path: Path) -> None:
    for name in imported(path):
        assert name.split(".")[0] not in QT_AND_QGIS
        if name.startswith("cloudmask_plugin."):
            assert name.startswith("cloudmask_plugin.engine"), name


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.name)
def test_the_plugin_imports_nothing_that_is_not_shipped(path: Path) -> None:
    import sys

    allowed = SHIPPED | QT_AND_QGIS | set(sys.stdlib_module_names)
    allowed |= {"__future__", "cloudmask_plugin", "processing"} | OPTIONAL.get(path.name, set())
    assert {name.split(".")[0] for name in imported(path)} <= allowed


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.name)
def test_qt_is_imported_through_qgis_alone(path: Path) -> None:
    assert not {name.split(".")[0] for name in imported(path)} & {"PyQt5", "PyQt6", "sip"}


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.name)
def test_no_module_has_a_name_that_says_nothing(path: Path) -> None:
    assert path.stem not in {"utils", "helpers", "common", "manager", "misc"}


def test_only_doors_import_the_graphical_layer() -> None:
    doors = {"plugin.py", "__init__.py"}
    for path in PACKAGE.rglob("*.py"):
        inside = path.relative_to(PACKAGE).parts[0]
        if inside == "gui" or path.name in doors:
            continue
        assert not [n for n in imported(path) if n.startswith("cloudmask_plugin.gui")], path


def test_the_rule_would_notice_a_wrong_import(tmp_path: Path) -> None:
    module = tmp_path / "cloudmask_plugin" / "engine" / "wrong.py"
    module.parent.mkdir(parents=True)
    module.write_text("def f():\n    from qgis.core import QgsTask\n    from ..gui import dock\n")
    names = imported(module, tmp_path)
    assert "qgis.core.QgsTask" in names
    assert "cloudmask_plugin.gui.dock" in names
