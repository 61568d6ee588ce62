"""Landsat's bands become the same reflectance and mask by their MTL as by hand."""

from __future__ import annotations

import json
import math
import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import rasterio

from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.errors import CloudMaskError
from cloudmask_plugin.engine.pipeline import MaskRequest, mask_scene
from cloudmask_plugin.engine.raster import choose_backend
from cloudmask_plugin.engine.reading import SceneReader
from cloudmask_plugin.engine.scene import NO_OVERRIDES, Overrides, SourceSpec
from tests.unit.stored import RecordingReporter, write_raster
from training.simulation import SimulatedScene

ELEVATION, AZIMUTH = 35.5, 112.25
OLI = {1: "B01", 2: "B02", 3: "B03", 4: "B04", 5: "B08", 6: "B11", 7: "B12"}
TM = {1: "B02", 2: "B03", 3: "B04", 4: "B08", 5: "B11", 7: "B12"}


@dataclass(frozen=True)
class Bundle:
    """One scene as it is delivered: product, satellite, sensor, factors by band, type."""

    name: str
    satellite: str
    sensor: str
    bands: dict[int, str]
    factors: dict[int, tuple[float, float]]
    dtype: str = "uint16"
    mark: str = ""

    @property
    def level1(self) -> bool:
        return "_L1" in self.name

    def file(self, band: int) -> str:
        return f"{self.name}_{self.mark}B{band}.TIF"


L2 = Bundle("LC09_L2SP_010065_20220129_20220131_02_T1", "LANDSAT_9", "OLI_TIRS", OLI,
            dict.fromkeys(OLI, (2.75e-05, -0.2)), mark="SR_")  # fmt: skip
L1 = Bundle("LC08_L1TP_193024_20220612_20220617_02_T1", "LANDSAT_8", "OLI_TIRS",
            {**OLI, 9: "B10"}, dict.fromkeys((*OLI, 9), (2e-05, -0.1)))  # fmt: skip
L5 = Bundle("LT05_L1TP_193024_19900612_20200916_02_T1", "LANDSAT_5", "TM", TM,
            {band: (2.0e-3 + 2e-4 * band, -0.002 - 5e-4 * band) for band in TM},
            "uint8")  # fmt: skip
BUNDLES = [L2, L1, L5]


def metadata(bundle: Bundle) -> dict[str, dict[str, str]]:
    """Return groups as the files have them: those of Level-2 repeat the names of Level-1."""
    factors = {
        f"REFLECTANCE_{what}_BAND_{band}": f"{pair[which]!r}"
        for which, what in enumerate(("MULT", "ADD"))
        for band, pair in bundle.factors.items()
    }
    groups = {
        "PRODUCT_CONTENTS": {
            "LANDSAT_PRODUCT_ID": f'"{bundle.name}"',
            "PROCESSING_LEVEL": f'"{bundle.name.split("_")[1]}"',
            "FILE_NAME_BAND_1": f'"{bundle.file(1)}"',
        },
        "IMAGE_ATTRIBUTES": {
            "SPACECRAFT_ID": f'"{bundle.satellite}"',
            "SENSOR_ID": f'"{bundle.sensor}"',
            "DATE_ACQUIRED": "2022-01-29",
            "SCENE_CENTER_TIME": '"15:28:34.3964289Z"',
            "SUN_AZIMUTH": f"{AZIMUTH - 360}",
            "SUN_ELEVATION": f"{ELEVATION}",
        },
    }
    if bundle.level1:
        groups["LEVEL1_RADIOMETRIC_RESCALING"] = factors
    else:
        groups["LEVEL2_SURFACE_REFLECTANCE_PARAMETERS"] = factors
        groups["LEVEL1_PROCESSING_RECORD"] = {
            "LANDSAT_PRODUCT_ID": '"LC09_L1TP_010065_20220129_20220129_02_T1"',
            "PROCESSING_LEVEL": '"L1TP"',
        }
        groups["LEVEL1_RADIOMETRIC_RESCALING"] = {
            name: "2.0000E-05" if "MULT" in name else "-0.100000" for name in factors
        }
    return groups


def as_text(groups: dict[str, dict[str, str]], root: str = "LANDSAT_METADATA_FILE") -> str:
    lines = [f"GROUP = {root}"]
    for group, values in groups.items():
        lines += [f"  GROUP = {group}", *(f"    {k} = {v}" for k, v in values.items())]
        lines.append(f"  END_GROUP = {group}")
    return "\n".join([*lines, f"END_GROUP = {root}", "END", ""])


def as_json(groups: dict[str, dict[str, str]]) -> str:
    plain = {g: {k: v.strip('"') for k, v in values.items()} for g, values in groups.items()}
    return json.dumps({"LANDSAT_METADATA_FILE": plain}, indent=1)


def as_xml(groups: dict[str, dict[str, str]]) -> str:
    parts = [
        f"<{group}>\n" + "\n".join(f"<{k}>{v.strip(chr(34))}</{k}>" for k, v in values.items())
        + f"\n</{group}>"
        for group, values in groups.items()
    ]  # fmt: skip
    return '<?xml version="1.0"?>\n<LANDSAT_METADATA_FILE>\n{}\n</LANDSAT_METADATA_FILE>'.format(
        "\n".join(parts)
    )


@pytest.fixture
def reflectance(scene: SimulatedScene) -> np.ndarray:
    """(13, 80, 80) reflectance of 30 m, averaged."""
    blocks = scene.reflectance[:, :240, :240].reshape(len(ROLES), 80, 3, 80, 3)
    return blocks.mean(axis=(2, 4))


def sun_factor(bundle: Bundle) -> float:
    return math.sin(math.radians(ELEVATION)) if bundle.level1 else 1.0


def stored(bundle: Bundle, reflectance: np.ndarray, band: int) -> np.ndarray:
    """Return (1, 80, 80) numbers of a band, as the vendor would store its reflectance."""
    factor, added = bundle.factors[band]
    values = reflectance[ROLES.index(bundle.bands[band])] * sun_factor(bundle)
    top = np.iinfo(bundle.dtype).max
    return np.clip(np.rint((values - added) / factor), 1, top).astype(bundle.dtype)[None]


def write_bundle(folder: Path, bundle: Bundle, reflectance: np.ndarray) -> Path:
    folder.mkdir(exist_ok=True)
    for band in bundle.bands:
        write_raster(folder / bundle.file(band), stored(bundle, reflectance, band), pixel=30)
    thermal = "ST_B10" if bundle is L2 else "B6" if bundle is L5 else "B10"
    for name in (thermal, "QA_PIXEL", "B8"):
        extra = np.full((1, 80, 80), 21824, np.uint16)
        write_raster(folder / f"{bundle.name}_{name}.TIF", extra, pixel=30)
    (folder / f"{bundle.name}_MTL.txt").write_text(as_text(metadata(bundle)))
    return folder


def read(spec: SourceSpec) -> np.ndarray:
    """Return the whole scene's reflectance, (bands, rows, cols)."""
    reader = SceneReader(spec, spec.grid, choose_backend())
    observation = reader.read(spec.grid.window)
    reader.close()
    assert observation.valid.all()
    return observation.reflectance


def masked(spec: SourceSpec, output: Path) -> np.ndarray:
    mask_scene(MaskRequest(spec, str(output), threads=1), RecordingReporter())
    with rasterio.open(output) as src:
        return src.read(1)


@pytest.mark.parametrize("bundle", BUNDLES, ids=lambda bundle: bundle.name[:9])
def test_reflectance_is_what_was_stored_to_half_a_step_of_each_band(
    tmp_path: Path, reflectance: np.ndarray, bundle: Bundle
) -> None:
    spec = describe(str(write_bundle(tmp_path / "scene", bundle, reflectance)))
    assert set(spec.roles) == set(bundle.bands.values())
    got = read(spec)
    for band, role in bundle.bands.items():
        expected = reflectance[ROLES.index(role)]
        factor, added = bundle.factors[band]
        top = (np.iinfo(bundle.dtype).max * factor + added) / sun_factor(bundle)
        error = np.abs(got[spec.roles.index(role)] - np.minimum(expected, top))
        assert error.max() <= 0.51 * factor / sun_factor(bundle)


@pytest.mark.parametrize("bundle", BUNDLES, ids=lambda bundle: bundle.name[:9])
def test_a_folder_is_masked_as_the_plain_stack_of_its_reflectance(
    tmp_path: Path, reflectance: np.ndarray, bundle: Bundle
) -> None:
    spec = describe(str(write_bundle(tmp_path / "scene", bundle, reflectance)))
    got = masked(spec, tmp_path / "got.tif")
    plain = write_raster(tmp_path / "plain.tif", read(spec), spec.roles, pixel=30)
    level = {"LEVEL": spec.level.value or ""}
    with rasterio.open(plain, "r+") as dst:
        dst.update_tags(**level)
    expected = masked(describe(str(plain)), tmp_path / "expected.tif")
    assert len(np.unique(expected)) > 2
    assert np.array_equal(got, expected)


def test_level_1_of_landsat_8_is_masked_as_when_the_sun_is_stated(
    tmp_path: Path, reflectance: np.ndarray
) -> None:
    folder = write_bundle(tmp_path / "scene", L1, reflectance)
    stack = np.concatenate([stored(L1, reflectance, band) for band in OLI])
    plain = write_raster(tmp_path / "stack.tif", stack, tuple(OLI.values()), pixel=30)
    overrides = Overrides(
        bands=tuple(OLI.values()), sensor="landsat-8-9", level="L1C", sun_zenith=90 - ELEVATION
    )
    by_hand = describe(str(plain), overrides)
    by_metadata = describe(str(folder), Overrides(bands=tuple(OLI.values())))
    assert np.array_equal(
        masked(by_metadata, tmp_path / "a.tif"), masked(by_hand, tmp_path / "b.tif")
    )


@pytest.mark.parametrize("bundle", BUNDLES, ids=lambda bundle: bundle.name[:9])
@pytest.mark.parametrize("what", ["folder", "MTL.txt", "MTL.json", "MTL.xml", "band", "bands"])
def test_any_part_of_a_scene_tells_all_that_its_metadata_state(
    tmp_path: Path, reflectance: np.ndarray, bundle: Bundle, what: str
) -> None:
    folder = write_bundle(tmp_path / "scene", bundle, reflectance)
    text = folder / f"{bundle.name}_MTL.txt"
    location: str | list[str] = str(folder)
    if what.startswith("MTL"):
        written = folder / f"{bundle.name}_{what}"
        if what != "MTL.txt":
            text.unlink()
            written.write_text((as_json if "json" in what else as_xml)(metadata(bundle)))
        location = str(written)
    elif what == "band":
        location = str(folder / bundle.file(4))
    elif what == "bands":
        location = [str(folder / bundle.file(band)) for band in sorted(bundle.bands)]
    spec = describe(location)
    assert set(spec.roles) == set(bundle.bands.values())
    assert spec.sensor.value == ("landsat-5-7" if bundle is L5 else "landsat-8-9")
    assert spec.level.value == ("L1C" if bundle.level1 else "L2A")
    assert spec.acquired.value == "2022-01-29T15:28:34.396Z"
    assert spec.sun_zenith.value == pytest.approx(90 - ELEVATION)
    assert spec.sun_azimuth.value == pytest.approx(AZIMUTH)
    assert spec.resolution == 30
    for item in (spec.sensor, spec.level, spec.acquired, spec.sun_zenith, spec.sun_azimuth):
        assert (item.source, item.confidence) == ("product metadata", 1.0)
    assert "product metadata" in spec.scale.source
    assert spec.scale.confidence == spec.offset.confidence == 1.0
    if what != "bands":
        assert (spec.name, spec.kind) == (bundle.name, "product")


def test_a_pixel_that_one_band_lacks_is_nodata_in_8_bits_too(
    tmp_path: Path, reflectance: np.ndarray
) -> None:
    folder = write_bundle(tmp_path / "scene", L5, reflectance)
    with rasterio.open(folder / L5.file(3), "r+") as dst:
        values = dst.read(1)
        values[:, :5] = 0
        dst.write(values, 1)
    got = masked(describe(str(folder)), tmp_path / "m.tif")
    assert (got[:, :5] == 255).all()
    assert (got[:, 5:] != 255).all()


def test_what_the_user_states_wins_over_the_metadata(
    tmp_path: Path, reflectance: np.ndarray
) -> None:
    folder = str(write_bundle(tmp_path / "scene", L1, reflectance))
    (steep,) = {b.gain for b in describe(folder, Overrides(sun_zenith=0.0)).bands}
    assert steep == pytest.approx(2e-5)
    stated = describe(folder, Overrides(scale=1e-4, offset=-1000))
    assert {(b.gain, b.bias) for b in stated.bands} == {(1e-4, -0.1)}
    with pytest.raises(CloudMaskError, match="below the horizon"):
        describe(folder, Overrides(sun_zenith=95.0))


def test_metadata_of_collection_1_and_of_any_name_are_understood(
    tmp_path: Path, reflectance: np.ndarray
) -> None:
    folder = write_bundle(tmp_path / "scene", L1, reflectance)
    groups = metadata(L1)
    contents = groups.pop("PRODUCT_CONTENTS")
    image = groups.pop("IMAGE_ATTRIBUTES")
    sun = {name: image.pop(name) for name in ("SUN_AZIMUTH", "SUN_ELEVATION")}
    groups["METADATA_FILE_INFO"] = {"LANDSAT_PRODUCT_ID": contents["LANDSAT_PRODUCT_ID"]}
    groups["PRODUCT_METADATA"] = {"DATA_TYPE": '"L1TP"', **image}
    groups["IMAGE_ATTRIBUTES"] = sun
    groups["RADIOMETRIC_RESCALING"] = groups.pop("LEVEL1_RADIOMETRIC_RESCALING")
    expected = describe(str(folder))
    (folder / f"{L1.name}_MTL.txt").unlink()
    for band in L1.bands:
        (folder / L1.file(band)).rename(folder / f"B{band}.TIF")
    (folder / "MTL.txt").write_text(as_text(groups, "L1_METADATA_FILE"))
    for location in (folder, folder / "MTL.txt", folder / "B5.TIF"):
        spec = describe(str(location))
        assert (spec.sensor, spec.level, spec.acquired) == (
            expected.sensor, expected.level, expected.acquired,
        )  # fmt: skip
        assert [(b.role, b.gain) for b in spec.bands] == [(b.role, b.gain) for b in expected.bands]


def refusal(location: Path, overrides: Overrides = NO_OVERRIDES) -> str:
    with pytest.raises(CloudMaskError) as caught:
        describe(str(location), overrides)
    text = str(caught.value)
    assert text.endswith(".") and "\n" not in text
    return text


@pytest.mark.parametrize("kind", ["txt", "json", "xml"])
def test_metadata_that_are_cut_short_or_something_else_are_named(
    tmp_path: Path, reflectance: np.ndarray, kind: str
) -> None:
    folder = write_bundle(tmp_path / "scene", L1, reflectance)
    (folder / f"{L1.name}_MTL.txt").unlink()
    text = {"txt": as_text, "json": as_json, "xml": as_xml}[kind](metadata(L1))
    file = folder / f"{L1.name}_MTL.{kind}"
    for content, sentence in ((text[: len(text) // 2], "cut short"), ("<html>404", "no metadata")):
        file.write_text(content)
        for location in (file, folder, folder / L1.file(4)):
            said = refusal(location)
            assert file.name in said and sentence in said


def test_what_metadata_lack_is_asked_for(tmp_path: Path, reflectance: np.ndarray) -> None:
    folder = write_bundle(tmp_path / "scene", L1, reflectance)
    file = folder / f"{L1.name}_MTL.txt"
    groups = metadata(L1)
    sun = groups["IMAGE_ATTRIBUTES"].pop("SUN_ELEVATION")
    file.write_text(as_text(groups))
    assert "state the sun's zenith" in refusal(folder)
    groups["IMAGE_ATTRIBUTES"]["SUN_ELEVATION"] = sun
    del groups["LEVEL1_RADIOMETRIC_RESCALING"]
    file.write_text(as_text(groups))
    spec = describe(str(folder))
    assert spec.bands[0].gain == pytest.approx(2e-5 / sun_factor(L1))
    assert any("REFLECTANCE_MULT" in text for text in spec.warnings)
    groups["IMAGE_ATTRIBUTES"]["SENSOR_ID"] = '"MSS"'
    file.write_text(as_text(groups))
    assert "MSS" in refusal(folder)


def test_level_1_of_landsat_5_without_its_metadata_asks_for_them(
    tmp_path: Path, reflectance: np.ndarray
) -> None:
    folder = write_bundle(tmp_path / "scene", L5, reflectance)
    (folder / f"{L5.name}_MTL.txt").unlink()
    assert "keep the file MTL.txt beside the bands" in refusal(folder)


def test_metadata_without_any_image_and_two_scenes_in_a_folder_are_refused(
    tmp_path: Path, reflectance: np.ndarray
) -> None:
    folder = write_bundle(tmp_path / "scene", L1, reflectance)
    lonely = tmp_path / "other" / f"{L1.name}_MTL.txt"
    lonely.parent.mkdir()
    shutil.copy(folder / lonely.name, lonely)
    shutil.copy(folder / L1.file(4), lonely.parent / L2.file(4).replace("SR_", ""))
    assert "only metadata was fetched" in refusal(lonely)
    write_bundle(folder, L2, reflectance)
    assert "holds 2 scenes of Landsat" in refusal(folder)
    assert describe(str(folder / L2.file(2))).name == L2.name
    assert describe(str(folder / f"{L1.name}_MTL.txt")).name == L1.name


def test_a_raster_beside_a_landsat_scene_stays_what_it_is(
    tmp_path: Path, reflectance: np.ndarray
) -> None:
    folder = write_bundle(tmp_path / "scene", L1, reflectance)
    for name in ("T31UFS_20220612_B04_10m.tif", "LC08_L1TP_001001_20200101_20200101_02_T1_B4.TIF"):
        values = np.full((1, 80, 80), 12000, np.uint16)
        path = write_raster(folder / name, values, pixel=30)
        spec = describe(str(path), Overrides(bands=("B04",), sun_zenith=40.0))
        assert [band.path for band in spec.bands] == [str(path)]
        assert spec.acquired.value != "2022-01-29T15:28:34.396Z"
