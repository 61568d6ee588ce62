"""What the sessions inside QGIS need: scenes, a QGIS without onnxruntime, and their starts."""

from __future__ import annotations

import shutil
import sys
import zipfile
from pathlib import Path

import numpy as np
import rasterio

from tests.desktop import program

sys.path.insert(0, str(program.ROOT / "scripts"))

import simulated_scene

# Found only where the plugin installs it: every other copy is hidden.
HIDING = '''
import importlib.machinery
import sys


class Hider:
    """Finds onnxruntime in the profile only."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if name != "onnxruntime":
            return None
        private = [folder for folder in sys.path if "site-packages/cp" in folder]
        found = importlib.machinery.PathFinder.find_spec(name, private)
        if found is None:
            raise ModuleNotFoundError(name)
        return found


sys.meta_path.insert(0, Hider)
'''


def play_dock(
    output: Path, scenes: Path, work: Path, plugins: Path, profile: Path
) -> program.Session:
    """Play every step of the dock; masks are written to ``work``."""
    return program.run_qgis(
        program.HERE / "session_dock.py",
        output,
        plugins,
        program.write_profile(profile),
        seconds=240,
        settings={
            "CLOUDMASK_DESKTOP_SCENES": str(scenes),
            "CLOUDMASK_DESKTOP_WORK": str(work),
        },
        python_path=program.packages(),
    )


def play_without_onnxruntime(
    output: Path, scenes: Path, plugins: Path, profile: Path
) -> program.Session:
    """Play the dock where onnxruntime is missing, until it has been installed."""
    startup = profile / "hide_onnxruntime.py"
    startup.write_text(HIDING, encoding="utf-8")
    wheel = make_wheel(profile)
    return program.run_qgis(
        program.HERE / "session_without_onnxruntime.py",
        output,
        plugins,
        program.write_profile(profile, settings=f"[plugins]\ncloudmask\\wheel={wheel}\n"),
        seconds=120,
        settings={"CLOUDMASK_DESKTOP_SCENES": str(scenes)},
        python_path="",
        startup=startup,
    )


def make_scenes(folder: Path) -> Path:
    """Write a small and a large scene, nameless bands, seven bands, and folders of bands."""
    simulated_scene.write(folder / "scene.tif", 600, 600)
    large = folder / "large.tif"
    simulated_scene.write(folder / "part.tif", 1024, 1024, seed=3)
    with rasterio.open(folder / "part.tif") as source:
        profile, tags = {**source.profile, "width": 2048, "height": 2048}, source.tags()
        names, values = source.descriptions, source.read()
    with rasterio.open(large, "w", **profile) as target:  # simulating all of it takes long
        target.write(np.tile(values, (1, 2, 2)))
        target.update_tags(**tags)
        for index, name in enumerate(names, start=1):
            target.set_band_description(index, name)
    shutil.copyfile(folder / "part.qml", large.with_suffix(".qml"))
    with rasterio.open(folder / "scene.tif") as source:
        profile, values = source.profile, source.read()
    rgbn = values[[names.index(role) for role in ("B02", "B03", "B04", "B08")]]
    for name, bands in (("nameless", rgbn), ("seven_bands", values[:7])):
        with rasterio.open(folder / f"{name}.tif", "w", **{**profile, "count": len(bands)}) as out:
            out.write(bands)
    for name in ("winter", "autumn"):  # listed in another order than that in which they open
        (folder / name).mkdir()
        for role, band in zip(("B02", "B03", "B04", "B08"), rgbn):
            path = folder / name / f"{name}_{role}.tif"
            with rasterio.open(path, "w", **{**profile, "count": 1}) as out:
                out.write(band, 1)
    return folder


def make_wheel(folder: Path) -> Path:
    """Write a wheel that passes for onnxruntime, so that no network is needed."""
    wheel = folder / "onnxruntime-1.23.2-py3-none-any.whl"
    info = "onnxruntime-1.23.2.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr(
            "onnxruntime/__init__.py",
            '__version__ = "1.23.2"\n\n\nclass SessionOptions:\n    pass\n',
        )
        archive.writestr(
            f"{info}/METADATA", "Metadata-Version: 2.1\nName: onnxruntime\nVersion: 1.23.2\n"
        )
        archive.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr(f"{info}/RECORD", "")
    return wheel
