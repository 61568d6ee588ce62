"""What is in the zip, by the rules of the QGIS plugin repository."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from check_metadata import problems
from stage_plugin import LARGEST_ZIP, PACKAGE, StageError, pack, stage

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM_STARTS = (b"\x7fELF", b"MZ", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"!<arch>")
# Findings of bandit that the plugin repository refuses whatever their severity: pickle,
# marshal, exec, eval, yaml.load, tarfile.extractall, a shell.
REFUSED = {"B301", "B302", "B102", "B307", "B403", "B506", "B202", "B602", "B604", "B605"}


@pytest.fixture(scope="module")
def content(archive: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(archive) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_the_zip_is_small_enough(archive: Path) -> None:
    assert archive.stat().st_size <= LARGEST_ZIP


def test_everything_lies_in_the_plugins_folder(content: dict[str, bytes]) -> None:
    assert {name.split("/")[0] for name in content} == {PACKAGE}


@pytest.mark.parametrize(
    "name",
    ["__init__.py", "metadata.txt", "LICENSE", "README.md", "requirements.txt", "plugin.py"],
)
def test_what_a_plugin_needs_is_there(content: dict[str, bytes], name: str) -> None:
    assert content[f"{PACKAGE}/{name}"]


def test_the_licence_is_the_whole_gpl_3(content: dict[str, bytes]) -> None:
    text = content[f"{PACKAGE}/LICENSE"].decode()
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "Version 3, 29 June 2007" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_there_are_no_caches_hidden_files_or_programs(content: dict[str, bytes]) -> None:
    for name, data in content.items():
        parts = name.split("/")
        assert not any(part.startswith(".") or part == "__pycache__" for part in parts), name
        assert not name.endswith((".pyc", ".pyo", ".so", ".dll", ".dylib", ".exe", ".whl")), name
        assert not data.startswith(PROGRAM_STARTS), name


def test_nothing_of_training_tests_or_scripts_is_shipped(content: dict[str, bytes]) -> None:
    folders = {name.split("/")[1] for name in content}
    assert not folders & {"training", "tests", "scripts", "benchmarks", "docs"}


def test_every_source_file_of_the_package_is_shipped(content: dict[str, bytes]) -> None:
    for path in (ROOT / PACKAGE).rglob("*.py"):
        assert path.relative_to(ROOT).as_posix() in content


def test_at_least_one_model_is_shipped_and_each_matches_its_card(
    content: dict[str, bytes],
) -> None:
    cards = [name for name in content if name.endswith("/card.json")]
    assert cards
    for name in cards:
        network = content[name.replace("card.json", "model.onnx")]
        assert hashlib.sha256(network).hexdigest() == json.loads(content[name])["sha256"]


def test_each_translation_is_compiled(content: dict[str, bytes]) -> None:
    sources = {path.stem for path in (ROOT / "i18n").glob("*.ts")}
    compiled = {Path(name).stem for name in content if name.endswith(".qm")}
    assert sources
    assert compiled == sources


def test_metadata_is_fine(content: dict[str, bytes], installed: Path) -> None:
    text = content[f"{PACKAGE}/metadata.txt"].decode()
    assert problems(text, installed / PACKAGE) == []


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("hasProcessingProvider=", "hasProcesingProvider=", "no key that QGIS knows"),
        ("hasProcessingProvider=yes", "", "hasProcessingProvider is missing"),
        ("category=Raster", "category=Clouds", "is none of"),
        ("version=", "version=v", "is no version such as 1.2.3"),
        ("icon=", "icon=no/such/", "is no file"),
        ("name=", "name=Plugin of ", "without the word plugin"),
        ("tracker=https:", "tracker=http:", "no https address"),
    ],
)
def test_a_slip_in_the_metadata_is_named(old: str, new: str, complaint: str) -> None:
    text = (ROOT / "metadata.txt").read_text(encoding="utf-8")
    assert f"\n{old}" in text
    found = problems(text.replace(f"\n{old}", f"\n{new}", 1), ROOT)
    assert any(complaint in problem for problem in found)


def test_the_same_files_give_the_same_bytes_whenever_they_were_written(
    archive: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(tmp_path)
    again = tmp_path / "again.zip"
    pack(tmp_path / PACKAGE, again)
    assert again.read_bytes() == archive.read_bytes()


def test_a_zip_that_is_too_large_is_refused_and_not_left_behind(tmp_path: Path) -> None:
    staged = tmp_path / PACKAGE
    staged.mkdir()
    noise = b"".join(hashlib.sha256(i.to_bytes(4, "big")).digest() for i in range(900_000))
    (staged / "model.onnx").write_bytes(noise)
    with pytest.raises(StageError, match="leave out a model"):
        pack(staged, tmp_path / "large.zip")
    assert not (tmp_path / "large.zip").exists()


def test_stray_files_stay_out(tmp_path: Path) -> None:
    root = tmp_path / "checkout"
    package = root / PACKAGE
    (package / "__pycache__").mkdir(parents=True)
    for name in ("__init__.py", "notes.swp", ".hidden.py", "library.so", "__pycache__/a.py"):
        (package / name).write_text("x")
    for name in ("metadata.txt", "LICENSE", "README.md", "CHANGELOG.md", "requirements.txt"):
        (root / name).write_text("x")
    (root / "models").mkdir()
    (root / "resources").mkdir()
    staged = stage(tmp_path / "out", root)
    assert {path.name for path in staged.rglob("*.*") if path.suffix != ".txt"} == {
        "__init__.py",
        "README.md",
        "CHANGELOG.md",
    }


def test_bandit_finds_nothing_that_the_repository_refuses(installed: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bandit", "-q", "-r", "-f", "json", str(installed / PACKAGE)],
        capture_output=True,
        text=True,
        check=False,
    )
    report = json.loads(done.stdout)
    assert report["errors"] == []
    assert report["metrics"]["_totals"]["loc"] > 1000
    bad = [
        f"{one['filename']}:{one['line_number']}: {one['test_id']} {one['issue_text']}"
        for one in report["results"]
        if one["issue_severity"] != "LOW" or one["test_id"] in REFUSED
    ]
    assert bad == []
