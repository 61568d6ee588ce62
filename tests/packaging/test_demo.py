"""The demo, on the scenes that it has to cope with."""

from __future__ import annotations

from pathlib import Path

import demo
import numpy as np
import picture
import pytest
import rasterio
from simulated_scene import write as write_simulated_scene

from cloudmask_plugin.engine.classes import CLASSES, NODATA


def size_of(png: Path) -> tuple[int, int]:
    with rasterio.open(png) as drawn:
        return drawn.width, drawn.height


def test_without_a_scene_one_is_simulated_masked_and_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    demo.run(None, tmp_path)
    said = capsys.readouterr().out
    for name in ("simulated_scene.tif", "mask.tif", "probabilities.tif", "demo.png"):
        assert (tmp_path / name).is_file()
        assert name in said
    for word in (*(one.name for one in CLASSES), "Agreement"):
        assert word in said
    with rasterio.open(tmp_path / "mask.tif") as mask:
        assert set(np.unique(mask.read(1))) == {0, 1, 2, 3}


@pytest.mark.real_data
@pytest.mark.parametrize("name", ["openeo_mol_L1C/stack/*.tif", "T29UNU_L2A/*.SAFE"])
def test_a_real_scene_is_masked_and_drawn(name: str, real_scenes: Path, tmp_path: Path) -> None:
    (scene,) = real_scenes.glob(name)
    demo.run(str(scene), tmp_path)
    width, height = size_of(tmp_path / "demo.png")
    assert min(width, height) > 800


def test_a_scene_that_is_not_there_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ["demo.py", "--output", str(tmp_path), "--scene", str(tmp_path / "gone.tif")]
    monkeypatch.setattr("sys.argv", arguments)
    assert demo.main() == 2
    assert "gone.tif" in capsys.readouterr().err


def test_the_simulated_scene_is_recognised_as_what_it_says(tmp_path: Path) -> None:
    path = tmp_path / "scene.tif"
    write_simulated_scene(path, rows=80, cols=120)
    spec = demo.describe(str(path))
    assert len(spec.roles) == 12
    assert (spec.level.value, spec.scale.value, spec.offset.value) == ("L2A", 1e-4, -1000)
    assert spec.acquired.value == "2024-06-15T10:30:31Z"
    assert (spec.sun_zenith.value, spec.sun_azimuth.value) == (40, 155)
    assert not any(value.guessed for value in (spec.level, spec.scale, spec.offset, spec.acquired))


@pytest.mark.parametrize("shape", [(300, 900), (900, 300), (1, 1), (5, 7)])
@pytest.mark.parametrize("codes", [(0, 1, 2, 3), (NODATA,), (1,), (0, NODATA)])
def test_any_shape_and_any_classes_can_be_drawn(
    shape: tuple[int, int], codes: tuple[int, ...], tmp_path: Path
) -> None:
    rng = np.random.default_rng(1)
    mask = rng.choice(np.array(codes, dtype=np.uint8), size=shape)
    shares = {one.key: float((mask == one.code).mean()) for one in CLASSES}
    shown = picture.SideBySide(
        reflectance=rng.random((3, *shape), dtype=np.float32),
        mask=mask,
        shares=shares,
        nodata=float((mask == NODATA).mean()),
        title="A scene with quite a long name, as products of Sentinel-2 have " * 2,
        subtitle="subtitle",
        pixel_metres=10.0,
        bands="true colour",
    )
    picture.draw(shown, tmp_path / "drawn.png")
    assert max(size_of(tmp_path / "drawn.png")) <= 2000


def test_nodata_looks_unlike_any_class_and_clear_ground_is_left_as_it_is() -> None:
    mask = np.array([[0, NODATA]], dtype=np.uint8)
    colours = picture.true_colour(np.full((3, 1, 2), 0.1, dtype=np.float32), mask)
    over = picture.lay_over(colours, mask)
    assert (over == colours).all()
    assert np.ptp(colours[0, 1]) == 0  # a grey
