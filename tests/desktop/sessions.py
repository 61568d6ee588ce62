"""What the sessions inside QGIS need: scenes, a QGIS without onnxruntime, and their starts."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import rasterio

from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.classes import CLASSES
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.pipeline import MaskRequest, mask_scene
from cloudmask_plugin.engine.reporter import SilentReporter
from tests.desktop import program
from tests.series import DAYS, write_series
from tests.suspect_series import simulate, write_masks
from tests.unit.stored import write_jp2, write_product
from training.simulation import simulate_scene

sys.path.insert(0, str(program.ROOT / "scripts"))

import simulated_scene

PATIENCE = 900  # seconds of a session, most of which a busy machine needs
GROUND = 5  # seed of a landscape without much that looks like a cloud
THICK = 0.1  # share of a date under thick cloud, so that most of the place is clear once
SMALL_SCREEN = "1366x768"  # of a small laptop
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
        seconds=PATIENCE,
        settings={"CLOUDMASK_DESKTOP_SCENES": str(scenes)},
        python_path="",
        startup=startup,
    )


def play_scenes(output: Path, scenes: Path, plugins: Path, profile: Path) -> program.Session:
    """Play scenes of all kinds in a small window, QGIS started as by ``make gui``."""
    server = subprocess.Popen(
        [sys.executable, str(program.ROOT / "tests/unit/range_server.py"), str(scenes)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout is not None
    try:
        return program.run_qgis(
            program.HERE / "session_scenes.py",
            output,
            plugins,
            program.write_profile(profile, settings="[plugins]\ncloudmask\\dock_open=true\n"),
            seconds=PATIENCE,
            settings={
                "CLOUDMASK_DESKTOP_SCENES": str(scenes),
                "CLOUDMASK_DESKTOP_ADDRESS": f"http://127.0.0.1:{server.stdout.readline().strip()}",
                "NO_PROXY": "127.0.0.1",
                "no_proxy": "127.0.0.1",
            },
            python_path=program.packages(),
            files=[scenes / "scene.tif"],
            screen=SMALL_SCREEN,
        )
    finally:
        server.terminate()
        server.wait()


def play(
    name: str, output: Path, folder: Path, plugins: Path, profile: Path, work: Path | None = None
) -> program.Session:
    """Play ``session_<name>.py`` on what was written to ``folder`` for it.

    :param work: where the session writes to, if it needs another folder for that.
    """
    return program.run_qgis(
        program.HERE / f"session_{name}.py",
        output,
        plugins,
        program.write_profile(profile),
        seconds=PATIENCE,
        settings={
            "CLOUDMASK_DESKTOP_SCENES": str(folder),
            **({"CLOUDMASK_DESKTOP_WORK": str(work)} if work is not None else {}),
        },
        python_path=program.packages(),
    )


def make_dated_masks(folder: Path) -> Path:
    """Write masks of 24 dates, and probabilities of the first: cloud everywhere with 90 %."""
    masks = write_masks(folder, simulate(4, 24, 300).called)
    with rasterio.open(masks[0]) as source:
        profile = {**source.profile, "count": 4}
    path = folder / "mask_00_probabilities.tif"
    with rasterio.open(path, "w", **profile) as target:
        for band, item in enumerate(CLASSES, start=1):
            odds = {"clear": 25, "thick": 225}.get(item.key, 0)
            target.write(np.full((300, 300), odds, np.uint8), band)
            target.set_band_description(band, item.name)
        target.scales = (0.004,) * 4
    return folder


def make_check(folder: Path) -> Path:
    """Write a scene, its mask with probabilities, and the truth as Sen2Cor would write it."""
    truth = simulated_scene.write(folder / "scene.tif", 600, 600)
    mask_scene(
        MaskRequest(
            describe(str(folder / "scene.tif")),
            str(folder / "mask.tif"),
            str(folder / "mask_probabilities.tif"),
        ),
        SilentReporter(),
    )
    with rasterio.open(folder / "mask.tif") as source:
        profile = {**source.profile, "nodata": 0}
    with rasterio.open(folder / "SCL_of_scene.tif", "w", **profile) as target:
        target.write(np.array([4, 9, 10, 3], np.uint8)[truth], 1)
    return folder


def make_scenes(folder: Path) -> Path:
    """Write scenes of all kinds: small, large, ill named, in folders, and a product."""
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
    swapped = [{"B04": "B08", "B08": "B04"}.get(name, name) for name in names]
    with rasterio.open(folder / "swapped.tif", "w", **profile) as out:
        out.write(values)
        out.update_tags(**tags)
        for index, name in enumerate(swapped, start=1):
            out.set_band_description(index, name)
    for name in ("winter", "autumn"):  # listed in another order than that in which they open
        (folder / name).mkdir()
        for role, band in zip(("B02", "B03", "B04", "B08"), rgbn):
            path = folder / name / f"{name}_{role}.tif"
            with rasterio.open(path, "w", **{**profile, "count": 1}) as out:
                out.write(band, 1)
    write_product_with_picture(folder)
    return folder


def make_series(folder: Path) -> Path:
    """Write three dates of one place as scenes with a style, and one whose date nobody tells."""
    roles = tuple(role for role in ROLES if role != "B10")
    look = {"rows": 600, "cols": 600, "roles": roles, "thick": THICK, "ground": GROUND}
    for date in write_series(folder, **look):
        style = simulated_scene.true_colour_style(list(roles), offset=0)
        date.path.with_suffix(".qml").write_text(style, encoding="utf-8")
    (folder / "more").mkdir()
    write_series(folder / "more", days=DAYS[:1], dated=False, **look)
    shutil.move(folder / "more" / "scene_a.tif", folder / "undated.tif")
    return folder


def write_product_with_picture(folder: Path) -> None:
    """Write a product in which a picture of 8 bits lies beside the bands."""
    reflectance = simulate_scene(240, 240, seed=4, thick=0.1, thin=0.1).reflectance
    product = write_product(folder, reflectance)
    band = next(product.rglob("*_B04_10m.jp2"))
    shown = [reflectance[ROLES.index(role)] for role in ("B04", "B03", "B02")]
    picture = np.clip(np.rint(np.stack(shown) / 0.3558 * 255), 1, 255).astype(np.uint8)
    write_jp2(band.with_name(band.name.replace("B04", "TCI")), picture)


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
