from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import rasterio

from cloudmask_plugin.engine.bands import BANDS, ROLES
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.errors import OptionError, RadiometryError
from cloudmask_plugin.engine.pipeline import MaskRequest, mask_scene
from cloudmask_plugin.engine.scene import Overrides
from cloudmask_plugin.engine.sensors import SENSORS, find_sensor, scaling, sensor_from_names
from tests.unit.stored import RecordingReporter


@pytest.mark.parametrize(
    ("key", "name", "role"),
    [
        ("landsat-8-9", "LC08_L2SP_193024_20220612_20220617_02_T1_SR_B5.TIF", "B08"),
        ("landsat-8-9", "LC09_L1TP_193024_20220612_20220617_02_T1_B10.TIF", None),
        ("landsat-8-9", "LC08_L1TP_193024_20220612_20220617_02_T1_B8.TIF", None),
        ("landsat-8-9", "Band 6", "B11"),
        ("landsat-8-9", "nir08", "B08"),
        ("landsat-8-9", "SR_B2", "B02"),
        ("landsat-5-7", "SR_B4", "B08"),
        ("landsat-5-7", "LE07_L2SP_193024_20020612_20200916_02_T1_SR_B7.TIF", "B12"),
        ("landsat-5-7", "ST_B6", None),
        ("planetscope", "coastal_blue", "B01"),
        ("planetscope", "green_i", None),
        ("planetscope", "green", "B03"),
        ("planetscope", "rededge", "B05"),
        ("gaofen-1-wfv", "B4", "B08"),
    ],
)
def test_a_sensors_own_band_names_are_understood(key: str, name: str, role: str | None) -> None:
    sensor = find_sensor(key)
    assert sensor is not None
    assert sensor.role(name) == role


def test_stacks_as_delivered_are_known_by_their_number_of_bands() -> None:
    orders = {
        ("planetscope", 4): ("B02", "B03", "B04", "B08"),
        ("planetscope", 8): ("B01", "B02", None, "B03", None, "B04", "B05", "B08"),
        ("landsat-8-9", 7): ("B01", "B02", "B03", "B04", "B08", "B11", "B12"),
        ("landsat-5-7", 6): ("B02", "B03", "B04", "B08", "B11", "B12"),
        ("landsat-5-7", 7): ("B02", "B03", "B04", "B08", "B11", None, "B12"),
        ("planetscope", 3): ("B04", "B03", "B02"),
        ("gaofen-1-wfv", 4): ("B02", "B03", "B04", "B08"),
    }
    for (key, count), roles in orders.items():
        sensor = find_sensor(key)
        assert sensor is not None
        assert sensor.order(count) == roles
        assert sensor.order(99) is None


def test_every_sensor_has_red_green_blue_and_a_source_of_its_numbers() -> None:
    for sensor in SENSORS:
        roles = [role for _, role in sensor.bands if role]
        assert set(roles) >= {"B02", "B03", "B04", "B08"}
        assert len(roles) == len(set(roles))
        assert set(roles) <= set(ROLES)
        assert sensor.source
        assert find_sensor(sensor.key) is sensor
    assert find_sensor("sentinel-2") is None
    with pytest.raises(OptionError, match="planetscope"):
        find_sensor("ikonos")


def test_landsat_values_become_what_the_vendors_examples_say() -> None:
    sensor = find_sensor("landsat-8-9")
    assert sensor is not None
    scale, offset = scaling(sensor, "L2A", None) or (0.0, 0.0)
    # USGS, How do I use a scale factor with Landsat Level-2 science products?: the example,
    # and the valid range of the table, which is reflectance 0 to 1.
    assert 18639 * scale + offset == pytest.approx(0.313, abs=5e-4)
    assert 7273 * scale + offset == pytest.approx(0, abs=scale)
    assert 43636 * scale + offset == pytest.approx(1, abs=scale)
    assert scaling(find_sensor("landsat-5-7") or sensor, "L2A", None) == (scale, offset)
    scale, offset = scaling(sensor, "L1C", 60.0) or (0.0, 0.0)
    assert 10000 * scale + offset == pytest.approx((10000 * 2e-5 - 0.1) / 0.5)
    with pytest.raises(RadiometryError, match="zenith"):
        scaling(sensor, "L1C", None)
    # The smallest and greatest values of all bands in LEVEL1_MIN_MAX_REFLECTANCE of the
    # metadata of LC09_L2SP_010065_20220129_20220131_02_T1, for stored 1 and 65535.
    scale, offset = scaling(sensor, "L1C", 0.0) or (0.0, 0.0)
    assert 1 * scale + offset == pytest.approx(-0.099980, abs=1e-6)
    assert 65535 * scale + offset == pytest.approx(1.210700, abs=1e-6)


# Centres in nm of the bands' ranges. Landsat: USGS, What are the band designations for the
# Landsat satellites?; PlanetScope: Planet support, PlanetScope 8-band asset; GaoFen-1: WMO
# OSCAR and eoPortal.
VENDORS_CENTRES = {
    "landsat-8-9": {"B1": 440, "B2": 480, "B3": 560, "B4": 655, "B5": 865, "B6": 1610,
                    "B7": 2200, "B9": 1370},
    "landsat-5-7": {"B1": 485, "B2": 560, "B3": 660, "B4": 830, "B5": 1650, "B7": 2215},
    "planetscope": {"coastal_blue": 441, "blue": 490, "green": 565, "red": 665, "rededge": 705,
                    "nir": 865},
    "gaofen-1-wfv": {"B1": 485, "B2": 555, "B3": 660, "B4": 830},
}  # fmt: skip


@pytest.mark.parametrize("key", list(VENDORS_CENTRES))
def test_a_bands_role_is_that_of_the_sentinel_2_band_nearest_in_wavelength(key: str) -> None:
    sensor = find_sensor(key)
    assert sensor is not None
    stated = VENDORS_CENTRES[key]
    assert {name for name, role in sensor.bands if role} == set(stated)
    for name, centre in stated.items():
        # One near infrared stands for B08; B8A, B06, B07 and B09 are not offered for it.
        choice = [b for b in BANDS if b.role not in ("B06", "B07", "B8A", "B09")]
        nearest = min(choice, key=lambda band: abs(band.wavelength - centre))
        assert sensor.role(name) == nearest.role


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("LC08_L1TP_002053_20160520_20170324_01_T1_B4.TIF", "landsat-8-9"),
        ("red_patch_192_10_by_12_LC08_L1TP_002053_20160520_20170324_01_T1.TIF", "landsat-8-9"),
        ("LT05_L2SP_193024_19900612_20200916_02_T1_SR_B1.TIF", "landsat-5-7"),
        ("LC80070592016320LGN01_B2.TIF", "landsat-8-9"),
        ("LE71930242002163EDC00_B2.TIF", "landsat-5-7"),
        ("LM05_L1GS_001001_19850524_20210918_02_T2_B1.TIF", None),
        ("20220612_101530_34_2473_3B_AnalyticMS_SR_8b.tif", "planetscope"),
        ("GF1_WFV1_E3.3_N51.2_20180203_L2A0002.tif", "gaofen-1-wfv"),
        ("S2A_MSIL2A_20221005T115411_N0400_R023_T29UNU_20221005T164454.SAFE", None),
        ("scene.tif", None),
    ],
)
def test_a_sensor_is_told_by_a_products_name_and_sentinel_2_is_none_of_them(
    name: str, key: str | None
) -> None:
    told = sensor_from_names((name,))
    assert (told[0].key if told else None) == key


@pytest.mark.parametrize("sensor", [None, "landsat-8-9"])
def test_a_mask_file_tells_the_sensor_that_it_was_made_of(
    write_scene: Callable[..., Path], tmp_path: Path, sensor: str | None
) -> None:
    numbers = {"rows": slice(0, 64), "cols": slice(0, 64), "pixel": 30}
    overrides = Overrides(sensor=sensor, scale=1e-4, offset=0)
    output = tmp_path / "mask.tif"
    spec = describe(str(write_scene(**numbers)), overrides)
    mask_scene(MaskRequest(spec, str(output), threads=1), RecordingReporter())
    with rasterio.open(output) as src:
        assert src.tags()["CLOUDMASK_SENSOR"] == (sensor or "sentinel-2")


@pytest.mark.parametrize(
    ("name", "level"),
    [
        # L2A of GaoFen are counts put on a map, as L1A are without one.
        ("GF1_WFV3_E103.0_N5.4_20150103_L2A0000566131.tif", None),
        ("20220612_101530_34_2473_3B_AnalyticMS_SR_8b.tif", "L2A"),
        ("LC08_L2SP_193024_20220612_20220617_02_T1.tif", "L2A"),
        ("LC08_L1TP_193024_20220612_20220617_02_T1.tif", "L1C"),
    ],
)
def test_a_vendors_own_words_tell_the_level(
    write_scene: Callable[..., Path], name: str, level: str | None
) -> None:
    path = write_scene(name, rows=slice(0, 64), cols=slice(0, 64), tags={})
    spec = describe(str(path), Overrides(scale=1e-4, offset=0))
    assert spec.level.value == level
