"""Every real scene and metadata product, resolved: level, offset, date, sun, bands."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import rasterio

from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.errors import SceneError
from cloudmask_plugin.engine.scene import Overrides
from tests.unit.stored import FOUR_BANDS, write_raster

pytestmark = pytest.mark.real_data

L2A_60M = ("B01", "B02", "B03", "B04", "B8A", "B09", "B11", "B12")
L2A = tuple(role for role in ROLES if role != "B10")
T29UNU = "T29UNU_L2A/S2A_MSIL2A_20221005T115411_N0400_R023_T29UNU_20221005T164454.SAFE"
ALCD = "alcd_L1C_tiny/S2{}.SAFE"
SUN_A, SUN_B = (65.7554034542734, 162.689190122297), (51.816936554549, 158.39725727483)
NO_SUN = (None, None)

# Path, level, baseline, offset, day or time, sun's zenith and azimuth, bands, metres, rows.
SCENES = [
    (T29UNU, "L2A", "04.00", -1000, "2022-10-05T11:54:11.024Z",
     (57.820574357679, 172.840206897213), L2A_60M, 60, 1830),
    (ALCD.format("A_MSIL1C_20240120T105341_N0510_R051_T31TCJ_20240120T125244"),
     "L1C", "05.10", -1000, "2024-01-20T10:53:41.024Z", SUN_A, ROLES, 10, 30),
    (ALCD.format("B_MSIL1C_20240305T104819_N0510_R051_T31TCJ_20240305T125347"),
     "L1C", "05.10", -1000, "2024-03-05T10:48:19.024Z", SUN_B, ROLES, 10, 30),
    ("openeo_mol_L1C/stack/S2_L1C_T31UFS_MOL_stack.tif", "L1C", None, 0, None, (44.0, 164.09),
     ("B02", "B03", "B04", "B08", "B8A", "B09", "B11"), 10, 1024),
    ("gadomski_L1C_multires/IMG_DATA", "L1C", None, 0, "2015-07-26T10:50:26Z", NO_SUN,
     ROLES, 10, 300),
    ("gadomski_L1C_multires/IMG_DATA/T31TDH_20150726T105026_B11.jp2", "L1C", None, 0,
     "2015-07-26T10:50:26Z", NO_SUN, ROLES, 10, 300),
    ("drivendata_L2A/chip_1_S2L2A.tif", "L2A", None, 0, "2020-04-24", NO_SUN,
     FOUR_BANDS, 10, 512),
    ("drivendata_L2A/chip_2_S2L2A.tif", "L2A", None, 0, "2020-09-08", NO_SUN,
     FOUR_BANDS, 10, 512),
    ("sen12mscr_L1C/GLF-CR/s2_cloudy/ROIs2017_winter_112_p797.tif", "L1C", None, 0, None,
     NO_SUN, ROLES, 10, 256),
    ("sen12mscr_L1C/GLF-CR/s2_cloudfree/ROIs2017_winter_112_p797.tif", "L1C", None, 0, None,
     NO_SUN, ROLES, 10, 256),
    ("sen12mscr_L1C/Mamba-SCR/ROIs1868_summer_s2_cloudy_19_p30.tif", "L1C", None, 0, None,
     NO_SUN, ROLES, 10, 256),
]  # fmt: skip


@pytest.mark.parametrize("row", SCENES, ids=[row[0].split("/")[-1] for row in SCENES])
def test_a_real_scene_is_resolved_as_its_documentation_says(real_scenes: Path, row: tuple) -> None:
    place, level, baseline, offset, acquired, sun, roles, metres, rows = row
    spec = describe(str(real_scenes / place))
    assert (spec.level.value, spec.baseline.value) == (level, baseline)
    assert spec.scale.value == pytest.approx(1e-4)
    assert spec.offset.value == pytest.approx(offset)
    assert spec.acquired.value == acquired
    assert (spec.sun_zenith.value, spec.sun_azimuth.value) == pytest.approx(sun)
    assert spec.roles == roles
    assert spec.grid.resolution == pytest.approx(metres)
    assert spec.grid.height == rows
    assert not any(item.guessed for item in (spec.scale, spec.offset, spec.band_evidence))
    assert not [text for text in spec.warnings if "beside it" not in text]


def test_every_date_of_a_real_series_is_resolved(real_scenes: Path) -> None:
    files = sorted((real_scenes / "sen12mscrts_rome_L1C").glob("*.tif"))
    assert len(files) == 20
    for file in files:
        spec = describe(str(file))
        assert (spec.level.value, spec.offset.value, spec.roles) == ("L1C", 0, ROLES)
        assert spec.acquired.value == file.name.split("_")[5]
        assert spec.sun_zenith.value is not None and 20 < spec.sun_zenith.value < 70


def test_real_product_trees_lie_where_their_images_say_and_not_their_xml(
    real_scenes: Path,
) -> None:
    (first, _) = sorted((real_scenes / "alcd_L1C_tiny").glob("*.SAFE"))
    assert describe(str(first)).grid.transform == (350000, 10, 0, 4850020, 0, -10)


@pytest.mark.parametrize("part", ["R60m", "image", "10m", "20m", "60m", "TCI"])
def test_any_part_of_a_real_product_finds_the_bands_that_are_there(
    real_scenes: Path, part: str
) -> None:
    product = real_scenes / T29UNU
    location = f"SENTINEL2_L2A:{product / 'MTD_MSIL2A.xml'}:{part}:EPSG_32629"
    if part == "R60m":
        location = str(next(product.rglob("R60m")))
    elif part == "image":
        location = str(next(product.rglob("*_B11_60m.jp2")))
    spec = describe(location)
    assert spec.roles == L2A_60M  # GDAL opens 10m and 20m all the same, and reads 0
    assert spec.offset.value == -1000


@pytest.mark.parametrize("part", ["10m", "20m", "60m", "TCI"])
def test_a_layer_of_a_level_1c_product_finds_all_its_bands(real_scenes: Path, part: str) -> None:
    (first, _) = sorted((real_scenes / "alcd_L1C_tiny").glob("*.SAFE"))
    spec = describe(f"SENTINEL2_L1C:{first / 'MTD_MSIL1C.xml'}:{part}:EPSG_32631")
    assert (spec.roles, spec.level.value, spec.offset.value) == (ROLES, "L1C", -1000)
    assert spec.sun_zenith.value == pytest.approx(SUN_A[0])


def test_a_real_series_is_masked_by_date(real_scenes: Path) -> None:
    (path,) = (real_scenes / "worldcereal_L2A").rglob("S2_L2A_10m*.nc")
    with pytest.raises(SceneError, match="118 dates.*state the one to use"):
        describe(str(path))
    by_date = describe(str(path), Overrides(step="2018-05-06"))
    assert by_date.acquired.value == "2018-05-06T10:54:23Z"
    assert by_date.roles == FOUR_BANDS
    assert (by_date.level.value, by_date.scale.value, by_date.nodata.value) == ("L2A", 1e-4, 0)
    number = str(by_date.bands[0].index)
    assert describe(f'NETCDF:"{path}":B03', Overrides(step=number)).bands == by_date.bands


def test_real_landsat_bands_become_reflectance_by_the_sun(real_scenes: Path) -> None:
    folder = real_scenes / "38-Cloud_L8" / "38-Cloud_training"
    files = [str(next((folder / f"train_{c}").glob("*"))) for c in ("nir", "red", "blue", "green")]
    spec = describe(files, Overrides(sun_zenith=60.0))
    assert (spec.sensor.value, spec.level.value) == ("landsat-8-9", "L1C")
    assert {Path(b.path).name.split("_")[0]: b.role for b in spec.bands} == {
        "blue": "B02", "green": "B03", "red": "B04", "nir": "B08",
    }  # fmt: skip
    for band in spec.bands:  # (2e-5 · DN − 0.1) / cos 60°
        assert 10000 * band.gain + band.bias == pytest.approx(0.2)


MISNAMED = [
    ("openeo_mol_L1C/stack/S2_L1C_T31UFS_MOL_stack.tif", ("B02", "B04")),
    ("openeo_mol_L1C/stack/S2_L1C_T31UFS_MOL_stack.tif", ("B04", "B08")),
    ("sen12mscrts_rome_L1C/s2_ROIs2017_146_ImgNo_14_2018-06-25_patch_0.tif", ("B02", "B04")),
    ("sen12mscrts_rome_L1C/s2_ROIs2017_146_ImgNo_14_2018-06-25_patch_0.tif", ("B02", "B08")),
    # Not blue and red: without the haze of Level-1C they differ too little over these plants.
    ("drivendata_L2A/chip_1_S2L2A.tif", ("B02", "B08")),
    ("drivendata_L2A/chip_2_S2L2A.tif", ("B04", "B08")),
]


@pytest.mark.parametrize(("place", "exchanged"), MISNAMED)
def test_real_bands_that_are_misnamed_are_noticed(
    real_scenes: Path, tmp_path: Path, place: str, exchanged: tuple[str, str]
) -> None:
    one, other = exchanged
    with rasterio.open(real_scenes / place) as src:
        names, values, tags = list(src.descriptions), src.read(), src.tags()
    i, j = names.index(one), names.index(other)
    names[i], names[j] = other, one
    path = write_raster(tmp_path / "misnamed.tif", values, tuple(names), tags)
    noticed = [t for t in describe(str(path)).warnings if f"exchange {one} and {other}" in t]
    assert len(noticed) == 1


def expected_products() -> list[str]:
    return [
        "S2A_MSIL1C_20200717T221941_R029_T01LAC_20200717T234135.SAFE",
        "S2A_MSIL1C_20210908T042701_N0301_R133_T46RER_20210908T070248.SAFE",
        "S2A_MSIL2A_20150826T185436_N0212_R070_T11SLT_20210412T023147",
        "S2A_MSIL2A_20180721T053721_N0212_R062_T43MDV_20201011T181419.SAFE",
        "S2A_MSIL2A_20190212T192651_N0212_R013_T07HFE_20201007T160857.SAFE",
        "S2A_MSIL2A_20230625T234621_N0509_R073_T01WCP_20230626T022157.SAFE",
        "S2A_OPER_MSI_L1C_TL_SGS__20181231T203637_A018414_T10SDG",
        "S2A_OPER_MSI_L2A_TL_2APS_20240108T121951_A044635_T34VEL",
        "S2A_OPER_MSI_L2A_TL_VGS1_20220401T110010_A035382_T34LBP",
        "S2A_OPER_MSI_L2A_TL_VGS1_20220401T110010_A035382_T34LBQ-no-tileDataGeometry",
        "S2A_T60CWS_20240109T203651_L2A",
        "S2B_MSIL2A_20191228T210519_N0212_R071_T01CCV_20201003T104658.SAFE",
        "S2B_MSIL2A_20220413T150759_N0400_R025_T33XWJ_20220414T082126.SAFE",
        "esa_S2B_MSIL2A_20210122T133229_N0214_R081_T22HBD_20210122T155500.SAFE",
    ]


@pytest.mark.parametrize("name", expected_products())
def test_real_metadata_with_images_put_beside_it_is_resolved_as_a_pattern_search_found(
    real_scenes: Path, tmp_path: Path, name: str
) -> None:
    expected = json.loads((real_scenes / "metadata" / "expected.json").read_text())
    assert sorted(expected) == sorted(expected_products())
    entry = expected[name]
    root = tmp_path / name
    shutil.copytree(real_scenes / "metadata" / name, root)
    level = "L1C" if "1C" in (entry.get("level") or entry["granule_root"]) else "L2A"
    granules = [p.parent for p in root.glob("GRANULE/*/MTD_TL.xml")]
    folder = (granules[0] if granules else root) / "IMG_DATA"
    if any(file.endswith("metadata.xml") for file in entry["files"]):
        folder = root  # the AWS archive has no such folder, and short names
    for role in FOUR_BANDS:
        stem = role if folder == root else f"T00XXX_20200101T000000_{role}"
        image = folder / (f"{stem}.jp2" if level == "L1C" else f"R10m/{stem}_10m.jp2")
        if folder == root and level == "L2A":
            image = folder / "R10m" / f"{role}.jp2"
        image.parent.mkdir(parents=True, exist_ok=True)
        dark = 100 - (entry.get("add_offset") or [-1000])[0]
        numbers = np.arange(dark, dark + 32 * 32, dtype=np.uint16).reshape(1, 32, 32)
        write_raster(image, numbers, driver="JP2OpenJPEG")
    metadata = [root / file for file in entry["files"]]
    for location in (root, *metadata):
        spec = describe(str(location))
        assert spec.level.value == level
        baseline = entry.get("baseline") or spec.baseline.value
        assert spec.baseline.value == baseline is not None
        if "baseline" in entry:
            assert spec.scale.value == pytest.approx(1 / float(entry["quantification"]))
            assert spec.offset.value == (entry["add_offset"] or [0])[0]
        else:  # only a tile's metadata: by its baseline
            assert spec.offset.value == (-1000 if float(baseline) >= 4 else 0)
        assert spec.sun_zenith.value == pytest.approx(entry.get("mean_sun_zenith"))
        assert spec.sun_azimuth.value == pytest.approx(entry.get("mean_sun_azimuth"))
        assert spec.acquired.value == (entry.get("product_start") or entry["sensing_time"])
        assert spec.roles == FOUR_BANDS
