"""What is taken for a scene under a folder, and what is not."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.errors import Cancelled, OptionError
from cloudmask_plugin.engine.raster import choose_backend
from cloudmask_plugin.engine.reporter import SilentReporter
from cloudmask_plugin.engine.scene_search import FoundScene, Search, find_scenes, fingerprint
from tests.unit.stored import (
    FOUR_BANDS,
    RecordingReporter,
    write_product,
    write_raster,
)
from training.simulation import SimulatedScene

Look = Callable[..., Search]
LANDSAT = "LC08_L2SP_199024_20200509_20200820_02_T1"
MTL = """GROUP = LANDSAT_METADATA_FILE
  GROUP = PRODUCT_CONTENTS
    LANDSAT_PRODUCT_ID = "{name}"
    PROCESSING_LEVEL = "L2SP"
  END_GROUP = PRODUCT_CONTENTS
  GROUP = IMAGE_ATTRIBUTES
    SENSOR_ID = "OLI_TIRS"
    DATE_ACQUIRED = 2020-05-09
  END_GROUP = IMAGE_ATTRIBUTES
END_GROUP = LANDSAT_METADATA_FILE
END
"""


@pytest.fixture
def look(tmp_path: Path) -> Look:
    def search(*inputs: object, leave_out: str = "") -> Search:
        texts = [str(text) for text in inputs or (tmp_path,)]
        return find_scenes(texts, choose_backend(), SilentReporter(), leave_out)

    return search


def plain(path: Path, bands: int = 4, least: int = 300, **options: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    values = (
        np.random.default_rng(1).integers(least, least + 2500, (bands, 20, 30)).astype(np.uint16)
    )
    return write_raster(path, values, tiled=False, **options)  # type: ignore[arg-type]


def landsat(folder: Path, name: str = LANDSAT) -> Path:
    for band in (2, 3, 4, 5):
        plain(folder / f"{name}_SR_B{band}.TIF", 1, 9000)
    plain(folder / f"{name}_QA_PIXEL.TIF", 1)
    metadata = folder / f"{name}_MTL.txt"
    metadata.write_text(MTL.format(name=name))
    return metadata


def names(search: Search) -> list[str]:
    return [scene.name for scene in search.scenes]


def test_products_stacks_and_band_files_are_found_below_a_folder(
    look: Look, tmp_path: Path, scene: SimulatedScene
) -> None:
    safe = write_product(tmp_path / "a" / "b", scene.reflectance)
    shutil.make_archive(str(tmp_path / "zipped"), "zip", safe.parent, safe.name)
    metadata = landsat(tmp_path / "l8")
    stack = plain(tmp_path / "z_stack.tif")
    for role in FOUR_BANDS:
        plain(tmp_path / "bands" / f"T31_{role}_10m.tif", 1)
    found = look()

    assert [scene.location for scene in found.scenes] == [
        str(safe),
        str(tmp_path / "bands" / "T31_B02_10m.tif"),
        str(metadata),
        str(stack),
        str(tmp_path / "zipped.zip"),
    ]
    assert names(found) == [safe.stem, "T31", LANDSAT, "z_stack", "zipped"]
    assert found.passed_over == ()
    for each in found.scenes:
        assert {"B02", "B03", "B04"} <= set(describe(each.location).roles)


def test_the_order_is_that_of_the_paths_whatever_the_disk_says(
    look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("c.tif", "a/z.tif", "b.tif", "a/a.tif"):
        plain(tmp_path / name)
    before = look()
    assert names(before) == ["a", "z", "b", "c"]
    listed = Path.iterdir
    monkeypatch.setattr(Path, "iterdir", lambda self: sorted(listed(self), reverse=True))
    assert look() == before


def test_what_is_no_scene_is_passed_over_and_named(look: Look, tmp_path: Path) -> None:
    plain(tmp_path / "scene.tif")
    dem = plain(tmp_path / "dem.tif", 1)
    pair = plain(tmp_path / "pair.tif", 2)
    band = plain(tmp_path / "alone_B04.tif", 1)
    mask = plain(tmp_path / "mask.tif", 4, tags={"CLOUDMASK_VERSION": "1"})
    plain(tmp_path / ".hidden.tif")
    plain(tmp_path / ".trash" / "old.tif")
    (tmp_path / "notes.txt").write_text("no raster")
    found = look()
    assert names(found) == ["scene"]
    assert found.passed_over == tuple(sorted(map(str, (dem, pair, band, mask))))


def test_a_file_that_cannot_be_opened_is_left_to_be_told_later(look: Look, tmp_path: Path) -> None:
    (tmp_path / "torn.tif").write_bytes(b"II*\0nothing")
    (tmp_path / "S2A_MSIL1C_torn.zip").write_bytes(b"PK nothing")
    (tmp_path / "letters.zip").write_bytes(b"PK nothing")
    assert names(look()) == ["S2A_MSIL1C_torn", "torn"]


def test_several_scenes_of_landsat_may_share_a_folder(look: Look, tmp_path: Path) -> None:
    other = LANDSAT.replace("20200509", "20200525")
    metadata = [landsat(tmp_path / "l8", name) for name in (LANDSAT, other)]
    assert [scene.location for scene in look().scenes] == list(map(str, metadata))


def test_patterns_name_files_and_folders_of_any_depth(
    look: Look, tmp_path: Path, scene: SimulatedScene
) -> None:
    safe = write_product(tmp_path / "2022" / "10", scene.reflectance, (20,))
    plain(tmp_path / "2022" / "x_1.tif")
    plain(tmp_path / "2022" / "x_2.tif")
    plain(tmp_path / "2022" / "y.tif")
    assert names(look(f"{tmp_path}/**/*.SAFE")) == [safe.stem]
    assert names(look(f"{tmp_path}/*/x_?.tif")) == ["x_1", "x_2"]
    assert names(look(f"{tmp_path}/**/MTD_MSIL2A.xml")) == [safe.stem]
    assert names(look(f"{tmp_path}/**/*_B02_20m.jp2")) == [safe.stem]
    both = look(f"{tmp_path}/**/*.SAFE", safe / "MTD_MSIL2A.xml", safe)
    assert names(both) == [safe.stem], "named three times, masked once"


def test_a_part_of_a_product_stands_for_itself(
    look: Look, tmp_path: Path, scene: SimulatedScene
) -> None:
    safe = write_product(tmp_path, scene.reflectance, (20,))
    granule = next((safe / "GRANULE").iterdir())
    assert [scene.location for scene in look(granule).scenes] == [str(granule)]


def test_an_address_is_taken_as_it_is(look: Look) -> None:
    address = "https://example.com/tiles/scene.tif?token=1"
    assert look(address).scenes == (FoundScene(address, "scene", ()),)


def test_scenes_of_one_name_get_names_that_other_scenes_do_not_change(
    look: Look, tmp_path: Path
) -> None:
    for folder in ("a", "b"):
        plain(tmp_path / folder / "scene.tif")
    before = names(look())
    assert len(set(before)) == 2
    assert all(name.startswith("scene_") for name in before)
    plain(tmp_path / "0" / "scene.tif")
    assert set(before) < set(names(look()))


def test_the_results_folder_is_not_looked_through(look: Look, tmp_path: Path) -> None:
    plain(tmp_path / "scene.tif")
    plain(tmp_path / "masks" / "copy.tif")
    assert names(look(leave_out=str(tmp_path / "masks"))) == ["scene"]


def test_a_link_that_leads_back_ends_nowhere(look: Look, tmp_path: Path) -> None:
    plain(tmp_path / "a" / "scene.tif")
    os.symlink(tmp_path, tmp_path / "a" / "back")
    assert names(look()) == ["scene"]


@pytest.mark.parametrize(
    ("text", "said"),
    [("absent", "does not exist"), ("*.SAFE", "Nothing matches"), (".", "No scene was found")],
)
def test_what_finds_nothing_is_told(look: Look, tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(OptionError, match=said):
        look(tmp_path / text)


def test_looking_can_be_cancelled(tmp_path: Path) -> None:
    plain(tmp_path / "scene.tif")
    reporter = RecordingReporter(cancel_at=-1)
    reporter.steps.append(None)  # type: ignore[arg-type]
    reporter.is_cancelled = lambda: True  # type: ignore[method-assign]
    with pytest.raises(Cancelled):
        find_scenes([str(tmp_path)], choose_backend(), reporter)


# --- fingerprints ------------------------------------------------------------------------------


def test_a_fingerprint_changes_with_size_and_time_and_nothing_else(
    look: Look, tmp_path: Path, scene: SimulatedScene
) -> None:
    write_product(tmp_path / "in", scene.reflectance, (20,))
    (found,) = look(tmp_path / "in").scenes
    before = fingerprint(found)
    image = next((tmp_path / "in").rglob("*_B03_20m.jp2"))
    image.with_name(f"{image.name}.aux.xml").write_text("<statistics/>")
    assert fingerprint(found) == before, "QGIS has only looked at it"
    shutil.copytree(tmp_path / "in", tmp_path / "moved")  # keeps times
    (moved,) = look(tmp_path / "moved").scenes
    assert fingerprint(moved) == before
    os.utime(image, (1, 1))
    later = fingerprint(found)
    assert later != before
    image.write_bytes(image.read_bytes() + b"\0")
    os.utime(image, (1, 1))
    assert fingerprint(found) not in (before, later)
    image.unlink()
    assert fingerprint(found) not in (before, later)


def test_a_vrt_is_as_old_as_what_it_is_made_of(look: Look, tmp_path: Path) -> None:
    import subprocess

    source = plain(tmp_path / "data" / "scene.tif")
    subprocess.run(
        ["gdalbuildvrt", "-q", str(tmp_path / "s.vrt"), str(source)], check=True, cwd=tmp_path
    )
    (found,) = look(tmp_path / "s.vrt").scenes
    before = fingerprint(found)
    os.utime(source, (1, 1))
    assert fingerprint(found) != before
