"""What scripts rely on, of every command: exit status, keys of the JSON, and that both are told."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cloudmask_plugin.engine.__main__ import _ConsoleReporter, build_parser, main
from tests.series import write_series
from tests.suspect_series import simulate, write_masks

PAGE = Path(__file__).parents[2] / "docs" / "command-line.md"
MASK_KEYS = {"output", "probabilities", "classes", "nodata", "shadow", "seconds", "model"}
# Keys of the object that --json prints, and the section of the page that tells them.
KEYS: dict[str, tuple[str, set[str]]] = {
    "mask": ("What it prints", {*MASK_KEYS, "scene", "warnings"}),
    "info": (
        "What it prints",
        {
            *("name", "sensor", "level", "baseline", "scale", "offset", "nodata", "acquired"),
            *("sun_zenith", "sun_azimuth", "sun_grid", "bands", "unused", "crs", "size"),
            *("resolution", "warnings", "evidence"),
        },
    ),
    "refine": ("What it prints", {*MASK_KEYS, "warnings"}),
    "maskfolder": (
        "Folders of scenes",
        {
            *("output", "table", "layer", "stacks", "passed_over", "seconds", "scenes"),
            *("masked", "refined", "skipped", "failed", "waiting"),
        },
    ),
    "composite": (
        "Composites and masked copies",
        {
            *("output", "count", "source_index", "score", "method", "reason", "shares", "clear"),
            *("empty", "seconds", "warnings", "scenes"),
        },
    ),
    "applymask": ("Composites and masked copies", {"output", "nodata", "removed", "warnings"}),
    "polygonise": (
        "Polygons of masks",
        {"output", "features", "polygons", "hectares", "is_ellipsoidal", "warnings"},
    ),
    "zonalclear": (
        "Usable dates of polygons",
        {"table", "output", "summary", "polygons", "never", "threshold", "dates", "warnings"},
    ),
    "suspects": (
        "Suspects over time",
        {
            *("output", "dates", "share", "hectares", "judged", "correlation", "seconds"),
            "warnings",
        },
    ),
    "evaluate": (
        "Accuracy",
        {
            *("kind", "compared", "unlabelled", "missing", "overall_accuracy", "matrix"),
            *("classes", "experiments", "patches", "table", "area", "report", "csv", "warnings"),
        },
    ),
    "models": (
        "Further models",
        {
            *("id", "title", "description", "version", "licence", "required", "bands", "levels"),
            *("resolutions", "folder"),
        },
    ),
}
SLOW = [name for name in KEYS if name not in ("info", "models")]


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Scenes with masks, masks of eight dates, a polygon, and probabilities."""
    folder = tmp_path_factory.mktemp("inputs")
    write_series(folder, rows=96, cols=96)
    (folder / "many").mkdir()
    write_masks(folder / "many", simulate(4, 8, 120).called)
    corners = [[0.9, 51.3], [1.7, 51.3], [1.7, 51.5], [0.9, 51.5], [0.9, 51.3]]
    shape = {"type": "Polygon", "coordinates": [corners]}
    feature = {"type": "Feature", "properties": {"name": "all"}, "geometry": shape}
    told = {"type": "FeatureCollection", "features": [feature]}
    (folder / "parcel.geojson").write_text(json.dumps(told), encoding="utf-8")
    stored = ["--probabilities", str(folder / "p.tif")]
    scene = str(folder / "scene_a.tif")
    assert main(["mask", scene, "--output", str(folder / "ours.tif"), *stored]) == 0
    return folder


@pytest.fixture
def command(inputs: Path, tmp_path: Path) -> Callable[[str], list[str]]:
    """Return a function that gives the arguments of a command, whose results go into ``out``."""
    out = tmp_path / "out"
    out.mkdir()
    scenes = [str(inputs / f"scene_{letter}.tif") for letter in "abc"]
    masks = [str(inputs / f"clouds_{letter}.tif") for letter in "abc"]
    many = sorted(str(path) for path in (inputs / "many").iterdir())

    def arguments(name: str) -> list[str]:
        target = ["--output", str(out / "result.tif")]
        return {
            "mask": ["mask", scenes[0], *target],
            "info": ["info", scenes[0]],
            "refine": ["refine", str(inputs / "p.tif"), *target],
            "maskfolder": ["maskfolder", scenes[0], "--output", str(out / "folder")],
            "composite": ["composite", *scenes, "--masks", *masks, *target],
            "applymask": ["applymask", scenes[0], "--mask", masks[0], *target],
            "polygonise": ["polygonise", masks[0], "--output", str(out / "p.geojson")],
            "zonalclear": [
                *("zonalclear", str(inputs / "parcel.geojson"), "--masks", *masks),
                *("--dates", "2023-06-03", "2023-06-13", "2023-06-28"),
                *("--output", str(out / "z.geojson"), "--table", str(out / "t.csv")),
            ],
            "suspects": ["suspects", *many, *target],
            "evaluate": [
                *("evaluate", masks[0], "--reference", masks[0], "--csv", str(out / "e.csv")),
                *("--report", str(out / "e.html")),
            ],
            "models": ["models"],
        }[name]

    return arguments


def section(heading: str) -> str:
    page = PAGE.read_text(encoding="utf-8")
    return page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def test_no_command_is_forgotten() -> None:
    (commands,) = (
        action.choices
        for action in build_parser()._actions
        if isinstance(action, argparse._SubParsersAction)
    )
    assert set(KEYS) == set(commands)
    synopsis = PAGE.read_text(encoding="utf-8").partition("\n## ")[0]
    assert set(re.findall(r"^python -m cloudmask_plugin.engine (\w+)", synopsis, re.M)) == set(KEYS)


@pytest.mark.parametrize("name", KEYS)
def test_json_is_one_object_with_the_keys_that_the_page_tells(
    name: str, command: Callable[[str], list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command(name), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    heading, keys = KEYS[name]
    for one in told if name == "models" else [told]:
        assert set(one) == keys
    listed = set(re.findall(r"`([a-z_0-9]+)`", section(heading)))
    assert keys - listed == set()


@pytest.mark.parametrize("name", [name for name in KEYS if name != "models"])
def test_what_is_not_there_is_one_line_and_status_2(
    name: str,
    command: Callable[[str], list[str]],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    arguments = command(name)
    arguments[1] = str(tmp_path / "absent.tif")
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "absent.tif" in err.strip().splitlines()[-1]
    assert "Traceback" not in err
    assert not list((tmp_path / "out").rglob("*.*"))


@pytest.mark.parametrize("name", KEYS)
def test_an_option_that_does_not_exist_is_one_line_and_status_2(
    name: str, command: Callable[[str], list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command(name), "--nonsense"]) == 2
    assert "--nonsense; " in capsys.readouterr().err


@pytest.mark.parametrize("name", SLOW)
def test_a_cancel_is_status_130_and_leaves_no_result(
    name: str,
    command: Callable[[str], list[str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(_ConsoleReporter, "is_cancelled", lambda self: True)
    assert main(command(name)) == 130
    out, err = capsys.readouterr()
    assert out == ""
    assert err.strip().splitlines()[-1].startswith("Cancelled; ")
    assert not list((tmp_path / "out").rglob("*.*"))


def test_the_page_tells_every_status() -> None:
    told = section("What it prints")
    for status in ("0 done", "2 bad input", "3 [some scenes of a folder]", "130 cancelled"):
        assert status in told
