"""The algorithms in a fresh profile, in a process and Python of its own."""

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from throwaway_qgis import QgisError, ThrowawayQgis, prepare, run_algorithm

from cloudmask_plugin.engine.classes import CLASSES, NODATA
from cloudmask_plugin.engine.describe import describe, info
from cloudmask_plugin.engine.scene import Overrides
from tests.qgis.conftest import pixels

# Python runs a module of this name at its start: here it hides the package.
HIDE_ONNXRUNTIME = """
import sys


class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "onnxruntime":
            raise ModuleNotFoundError("No module named 'onnxruntime'", name=name)


sys.meta_path.insert(0, Hidden())
"""


@pytest.fixture(scope="module")
def qgis(tmp_path_factory: pytest.TempPathFactory) -> ThrowawayQgis:
    return prepare(tmp_path_factory.mktemp("qgis"))


@pytest.fixture
def qgis_without_onnxruntime(qgis, tmp_path, monkeypatch) -> ThrowawayQgis:
    (tmp_path / "sitecustomize.py").write_text(HIDE_ONNXRUNTIME)
    hiding = dict(qgis.environment, PYTHONPATH=str(tmp_path))
    monkeypatch.setattr(ThrowawayQgis, "environment", property(lambda self: hiding))
    return replace(qgis)


def test_the_mask_has_the_pixels_and_numbers_of_the_engines_own(
    qgis, scene_file, written_mask, tmp_path
):
    output = tmp_path / "mask.tif"
    results = run_algorithm(
        qgis, "cloudmask:mask", {"INPUT": str(scene_file), "OUTPUT": str(output)}
    )
    codes = pixels(output)
    valid = codes[codes != NODATA]

    np.testing.assert_array_equal(codes, pixels(written_mask.output))
    for item in CLASSES:
        assert results[item.key.upper()] == pytest.approx(100 * np.mean(valid == item.code))


def test_a_path_relative_to_the_working_folder_is_found(qgis, scene_file, tmp_path):
    arguments = [f"--INPUT={scene_file.name}", f"--OUTPUT={tmp_path / 'mask.tif'}"]
    done = subprocess.run(
        ["qgis_process", "run", "cloudmask:mask", *arguments],
        cwd=scene_file.parent,
        env={**qgis.environment, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "mask.tif").exists()


def test_what_is_known_of_a_scene_is_printed_as_json(qgis, scene_file, tmp_path):
    page = tmp_path / "report.html"
    stated = {"SUN_ZENITH": 40, "SENSOR": "sentinel-2", "OUTPUT_HTML_FILE": str(page)}
    results = run_algorithm(qgis, "cloudmask:info", {"INPUT": str(scene_file), **stated})
    known = info(describe(str(scene_file), Overrides(sun_zenith=40.0, sensor="sentinel-2")))

    assert json.loads(results["FACTS"]) == known
    assert (results["SUN_ZENITH"], results["LEVEL"]) == (40, "L1C")
    assert results["SUN_AZIMUTH"] is None, "nothing tells it"
    assert "<table>" in page.read_text(encoding="utf-8")


def test_files_named_one_by_one_are_one_scene(qgis, band_files):
    arguments = [f"--INPUT={path}" for path in band_files] + ["--BANDS=B02,B03,B04,B08"]
    done = subprocess.run(
        ["qgis_process", "run", "cloudmask:info", "--json", *arguments],
        env={**qgis.environment, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    facts = json.loads(json.loads(done.stdout)["results"]["FACTS"])
    assert list(facts["bands"].values()) == [f"{path}:1" for path in band_files]


def test_a_wrong_sensor_is_told_in_one_sentence(qgis, scene_file):
    with pytest.raises(QgisError) as caught:
        run_algorithm(qgis, "cloudmask:info", {"INPUT": str(scene_file), "SENSOR": "spot"})
    assert "“spot” is not in the list: give one of sentinel-2" in str(caught.value)
    assert "Traceback" not in str(caught.value)


@pytest.mark.real_data
def test_a_safe_folder_that_qgis_cannot_open_is_masked(qgis, real_scenes, tmp_path):
    safe = next((real_scenes / "T29UNU_L2A").glob("*.SAFE"))
    x0, a, _, y0, _, e = describe(str(safe)).grid.transform
    part = f"{x0 + 600 * a},{x0 + 900 * a},{y0 + 900 * e},{y0 + 600 * e}"
    output = tmp_path / "mask.tif"
    inputs = {"INPUT": str(safe), "OUTPUT": str(output), "RESOLUTION": "60", "EXTENT": part}
    results = run_algorithm(qgis, "cloudmask:mask", inputs)

    assert pixels(output).shape == (300 * abs(e) / 60, 300 * a / 60)
    assert sum(results[item.key.upper()] for item in CLASSES) == pytest.approx(100)


def test_without_onnxruntime_it_fails_with_one_sentence_that_names_the_remedy(
    qgis_without_onnxruntime, scene_file, tmp_path
):
    output: Path = tmp_path / "mask.tif"
    with pytest.raises(QgisError) as caught:
        run_algorithm(
            qgis_without_onnxruntime,
            "cloudmask:mask",
            {"INPUT": str(scene_file), "OUTPUT": str(output)},
        )
    said = str(caught.value)
    assert "The Python package onnxruntime" in said
    assert "Install in the Cloud Mask panel" in said
    assert "Traceback" not in said
    assert not output.exists()
