"""Scenes for the desktop sessions, and the sessions themselves, each played once."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.desktop import program, sessions


@pytest.fixture(scope="session")
def needs_desktop() -> None:
    missing = program.missing_programs()
    if missing:
        pytest.skip(f"missing on this machine: {', '.join(missing)}")


@pytest.fixture(scope="session")
def output() -> Path:
    """Where results and screenshots stay after the tests."""
    default = program.ROOT / "build" / "desktop"
    folder = Path(os.environ.get("CLOUDMASK_DESKTOP_OUTPUT") or default)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


@pytest.fixture(scope="session")
def scenes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sessions.make_scenes(tmp_path_factory.mktemp("scenes"))


@pytest.fixture(scope="session")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which the dock writes."""
    return tmp_path_factory.mktemp("written")


@pytest.fixture(scope="session")
def plugins(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return program.stage(tmp_path_factory.mktemp("plugins"))


@pytest.fixture(scope="session")
def dock_session(
    needs_desktop: None,
    tmp_path_factory: pytest.TempPathFactory,
    output: Path,
    scenes: Path,
    work: Path,
    plugins: Path,
) -> program.Session:
    profile = tmp_path_factory.mktemp("profile")
    return sessions.play("dock", output, scenes, plugins, profile, work)


@pytest.fixture(scope="session")
def scenes_session(
    needs_desktop: None,
    tmp_path_factory: pytest.TempPathFactory,
    output: Path,
    scenes: Path,
    plugins: Path,
) -> program.Session:
    return sessions.play_scenes(output, scenes, plugins, tmp_path_factory.mktemp("given"))


@pytest.fixture(scope="session")
def bare_session(
    needs_desktop: None,
    tmp_path_factory: pytest.TempPathFactory,
    output: Path,
    scenes: Path,
    plugins: Path,
) -> program.Session:
    return sessions.play_without_onnxruntime(
        output, scenes, plugins, tmp_path_factory.mktemp("bare")
    )


@pytest.fixture(scope="session")
def series(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sessions.make_series(tmp_path_factory.mktemp("series"))


@pytest.fixture(scope="session")
def composites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which the tab Composite writes."""
    return tmp_path_factory.mktemp("composites")


@pytest.fixture(scope="session")
def composite_session(
    needs_desktop: None,
    tmp_path_factory: pytest.TempPathFactory,
    output: Path,
    series: Path,
    composites: Path,
    plugins: Path,
) -> program.Session:
    profile = tmp_path_factory.mktemp("composite")
    return sessions.play("composite", output, series, plugins, profile, composites)


@pytest.fixture(scope="session")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a scene, its mask with probabilities, and another mask."""
    return sessions.make_check(tmp_path_factory.mktemp("checked"))


@pytest.fixture(scope="session")
def check_session(
    needs_desktop: None,
    tmp_path_factory: pytest.TempPathFactory,
    output: Path,
    checked: Path,
    plugins: Path,
) -> program.Session:
    return sessions.play("check", output, checked, plugins, tmp_path_factory.mktemp("checking"))


@pytest.fixture(scope="session")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with masks of many dates."""
    return sessions.make_dated_masks(tmp_path_factory.mktemp("dated"))


@pytest.fixture(scope="session")
def suspects_session(
    needs_desktop: None,
    tmp_path_factory: pytest.TempPathFactory,
    output: Path,
    dated: Path,
    plugins: Path,
) -> program.Session:
    profile = tmp_path_factory.mktemp("suspecting")
    return sessions.play("suspects", output, dated, plugins, profile)
