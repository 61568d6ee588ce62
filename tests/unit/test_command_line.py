"""The command line as scripts see it: exit status, stdout, stderr."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import rasterio

from cloudmask_plugin.engine.__main__ import main
from tests.unit.stored import FOUR_BANDS, digital_numbers, write_raster
from training.simulation import SimulatedScene

Write = Callable[..., Path]
ROOT = Path(__file__).parents[2]
SUN = ("--sun-zenith", "45", "--sun-azimuth", "150")


def test_mask_prints_one_json_object_with_the_fields_of_the_contract(
    write_scene: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output, stored = tmp_path / "m.tif", tmp_path / "p.tif"
    status = main(
        ["mask", str(write_scene()), "--output", str(output), "--probabilities", str(stored),
         "--threshold", "thick=0.6", "--threshold", "thin=0.4", "shadow=0.5", "--min-area", "0.5",
         "--buffer", "20", "--tta", "1", "--json"]
    )  # fmt: skip
    assert status == 0
    out, err = capsys.readouterr()
    told = json.loads(out)
    assert set(told) == {
        "output", "probabilities", "classes", "nodata", "shadow", "seconds", "scene", "model",
        "warnings",
    }  # fmt: skip
    assert told["shadow"] is None  # nothing tells the sun
    assert told["output"] == str(output)
    assert set(told["seconds"]) >= {"read", "infer", "write", "total"}
    assert told["scene"]["bands"] == {role: i for i, role in enumerate(FOUR_BANDS, start=1)}
    assert "100 %" in err
    with rasterio.open(output) as src:
        values = src.read(1)
    valid = values[values != 255]
    for code, key in enumerate(("clear", "thick", "thin", "shadow")):
        assert told["classes"][key] == pytest.approx((valid == code).mean())


def test_where_shadow_comes_from_is_told_as_shares_of_it(
    write_scene: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [
        *("mask", str(write_scene()), "--output", str(tmp_path / "m.tif"), *SUN),
    ]
    assert main([*arguments, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["shadow"]
    assert set(told) == {"orphan", "unchecked", "terrain"}
    assert 0 <= told["orphan"] + told["unchecked"] <= 1
    assert told["terrain"] is None
    assert main(arguments) == 0
    text = capsys.readouterr().out
    assert f"Orphan        {told['orphan']:6.1%} of the shadow" in text
    assert f"Unchecked     {told['unchecked']:6.1%} of the shadow" in text


def test_info_tells_values_sources_and_guesses(
    write_scene: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_scene(descriptions=())
    assert main(["info", str(path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["level"] is None
    assert told["evidence"]["bands"]["guessed"] is True
    assert main(["info", str(path)]) == 0
    text = capsys.readouterr().out
    assert "level        unknown" in text
    assert "guessed" in text


def test_models_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "--json"]) == 0
    (first, *_) = json.loads(capsys.readouterr().out)
    assert first["id"] == "cloudmask-fast"
    assert main(["models"]) == 0
    assert "cloudmask-fast" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["mask", "nowhere.tif", "--output", "m.tif"],
        ["mask"],
        ["unknown"],
        ["mask", "SCENE", "--output", "m.png"],
        ["mask", "SCENE", "--output", "m.tif", "--extent", "1,2,3"],
        ["mask", "SCENE", "--output", "m.tif", "--threshold", "thick"],
        ["mask", "SCENE", "--output", "m.tif", "--threshold", "fog=0.5"],
        ["mask", "SCENE", "--output", "m.tif", "--threshold", "thick=2"],
        ["mask", "SCENE", "--output", "m.tif", "--bands", "B02,B77"],
        ["mask", "SCENE", "--output", "m.tif", "--scale", "1", "--offset", "0"],
        ["mask", "SCENE", "--output", "m.tif", "--buffer", "-3"],
        ["mask", "SCENE", "--output", "m.tif", "--model", "none"],
        ["mask", "SCENE", "--output", "m.tif", "--orphan-shadows", "drop"],
        ["mask", "SCENE", "--output", "m.tif", "--orphan-shadows", "remove"],
        ["mask", "SCENE", "--output", "m.tif", "--dem", "SCENE"],
        ["mask", "SCENE", "--output", "m.tif", "--dem", "no", *SUN],
    ],
)
def test_bad_input_is_one_clear_line_and_status_2(
    arguments: list[str],
    write_scene: Write,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    scene = str(write_scene())
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    assert main([scene if a == "SCENE" else a for a in arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    last = err.strip().splitlines()[-1]
    assert "Traceback" not in err
    assert last.endswith(".")
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.skipif(os.name == "nt", reason="signals of a shell")
def test_interrupting_exits_with_130_and_leaves_nothing(
    scene: SimulatedScene, tmp_path: Path
) -> None:
    numbers = np.tile(digital_numbers(scene.reflectance, FOUR_BANDS), (1, 4, 5))
    path = write_raster(tmp_path / "large.tif", np.ascontiguousarray(numbers), FOUR_BANDS)
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "cloudmask_plugin.engine",
            "mask",
            path,
            "--output",
            tmp_path / "m.tif",
        ],
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stderr is not None
    process.stderr.readline()  # the first progress line: work is under way
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Cancelled" in err
    assert "Traceback" not in err
    assert [entry.name for entry in tmp_path.iterdir()] == ["large.tif"]


@pytest.mark.real_data
def test_real_scenes_are_masked(real_scenes: Path, tmp_path: Path) -> None:
    stack = next((real_scenes / "openeo_mol_L1C").rglob("*.tif"))
    product = next((real_scenes / "T29UNU_L2A").glob("*.SAFE"))
    for scene, shape in ((stack, (1024, 512)), (product, (1830, 1830))):
        output = tmp_path / "m.tif"
        assert main(["mask", str(scene), "--output", str(output)]) == 0
        with rasterio.open(output) as src:
            assert src.shape == shape
            values = src.read(1)
        shares = np.bincount(values.ravel(), minlength=256) / values.size
        assert 0.02 < shares[1] + shares[2] < 0.7
    scl = next(product.rglob("*SCL_20m.jp2"))
    with rasterio.open(scl) as src:
        classes = src.read(1, out_shape=shape)
    far_from_edges = (classes != 0) & (values != 255)
    assert (far_from_edges.sum() / (values != 255).sum()) > 0.99
    cloud = np.isin(classes, (8, 9, 10))[far_from_edges]
    ours = np.isin(values, (1, 2))[far_from_edges]
    assert (cloud == ours).mean() > 0.7
