"""The zip in a fresh profile: the plugin loads in QGIS's Python and its algorithm runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import rasterio
from throwaway_qgis import QgisError, ThrowawayQgis, run_algorithm

# Runs in QGIS's own Python, as QGIS itself would start the plugin.
LOAD = """
from qgis.testing import start_app
from qgis.testing.mocked import get_iface
app = start_app()
import sys
sys.path.insert(0, sys.argv[1])
import cloudmask_plugin
from qgis.core import QgsApplication
plugin = cloudmask_plugin.classFactory(get_iface())
plugin.initProcessing()
registry = QgsApplication.processingRegistry()
print([algorithm.id() for algorithm in registry.providerById("cloudmask").algorithms()])
print(cloudmask_plugin.__file__)
"""

# Takes onnxruntime away, wherever it may be installed.
WITHOUT_ONNXRUNTIME = """
import sys
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "onnxruntime":
            raise ModuleNotFoundError("No module named 'onnxruntime'", name=name)
sys.meta_path.insert(0, Absent())
"""


def test_the_plugin_loads_in_qgis_and_offers_its_algorithm(qgis: ThrowawayQgis) -> None:
    done = subprocess.run(
        ["/usr/bin/python3", "-c", LOAD, str(qgis.plugins)],
        env={**qgis.environment, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "'cloudmask:mask'" in done.stdout, done.stderr
    assert str(qgis.plugins) in done.stdout


def test_the_algorithm_masks_a_scene(qgis: ThrowawayQgis, scene: Path, tmp_path: Path) -> None:
    mask, probabilities = tmp_path / "mask.tif", tmp_path / "probabilities.tif"
    outputs = run_algorithm(
        qgis,
        "cloudmask:mask",
        {"INPUT": str(scene), "OUTPUT": str(mask), "PROBABILITIES": str(probabilities)},
    )
    assert outputs["OUTPUT"] == str(mask)
    with rasterio.open(scene) as source, rasterio.open(mask) as result:
        assert (result.width, result.height) == (source.width, source.height)
        assert (result.crs, result.transform) == (source.crs, source.transform)
        assert result.dtypes == ("uint8",)
        assert result.nodata == 255
        codes = result.read(1)
    with rasterio.open(probabilities) as result:
        assert result.count == 4
    assert outputs["CLEAR"] == pytest.approx(100 * (codes == 0).mean(), abs=0.01)
    assert sum(outputs[key] for key in ("CLEAR", "THICK", "THIN", "SHADOW")) == pytest.approx(100)
    assert outputs["NODATA"] == 0
    assert 0 < outputs["CLEAR"] < 100


def test_the_installed_plugin_is_also_a_command_line_with_the_same_pixels(
    qgis: ThrowawayQgis, scene: Path, tmp_path: Path
) -> None:
    one, two = tmp_path / "one.tif", tmp_path / "two.tif"
    run_algorithm(qgis, "cloudmask:mask", {"INPUT": str(scene), "OUTPUT": str(one)})
    command = [sys.executable, "-m", "cloudmask_plugin.engine", "mask", str(scene)]
    done = subprocess.run(
        [*command, "--output", str(two)],
        env={**qgis.environment, "PYTHONPATH": str(qgis.plugins)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    with rasterio.open(one) as first, rasterio.open(two) as second:
        assert (first.read() == second.read()).all()


def test_without_onnxruntime_the_plugin_loads_and_the_algorithm_says_what_is_missing(
    qgis: ThrowawayQgis, scene: Path, tmp_path: Path
) -> None:
    (tmp_path / "sitecustomize.py").write_text(WITHOUT_ONNXRUNTIME, encoding="utf-8")

    class Bare(ThrowawayQgis):
        @property
        def environment(self) -> dict[str, str]:
            return {**super().environment, "PYTHONPATH": str(tmp_path)}

    bare = Bare(qgis.plugins, qgis.profiles)
    target = tmp_path / "mask.tif"
    with pytest.raises(QgisError) as failed:
        run_algorithm(bare, "cloudmask:mask", {"INPUT": str(scene), "OUTPUT": str(target)})
    assert "onnxruntime" in str(failed.value)
    assert "Install" in str(failed.value)
    assert "Traceback" not in str(failed.value)
    assert not target.exists()


def test_a_scene_that_is_not_there_fails_in_a_sentence(qgis: ThrowawayQgis, tmp_path: Path) -> None:
    with pytest.raises(QgisError) as failed:
        inputs = {"INPUT": str(tmp_path / "gone.tif"), "OUTPUT": str(tmp_path / "mask.tif")}
        run_algorithm(qgis, "cloudmask:mask", inputs)
    assert "gone.tif" in str(failed.value)
    assert "Traceback" not in str(failed.value)
