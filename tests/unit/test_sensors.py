from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import rasterio

from cloudmask_plugin.engine.bands import ROLES
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
    assert 18639 * scale + offset == pytest.approx(0.313, abs=5e-4)  # USGS, Level-2 FAQ
    scale, offset = scaling(sensor, "L1C", 60.0) or (0.0, 0.0)
    assert 10000 * scale + offset == pytest.approx((10000 * 2e-5 - 0.1) / 0.5)
    with pytest.raises(RadiometryError, match="zenith"):
        scaling(sensor, "L1C", None)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("LC08_L1TP_002053_20160520_20170324_01_T1_B4.TIF", "landsat-8-9"),
        ("red_patch_192_10_by_12_LC08_L1TP_002053_20160520_20170324_01_T1.TIF", "landsat-8-9"),
        ("LT05_L2SP_193024_19900612_20200916_02_T1_SR_B1.TIF", "landsat-5-7"),
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
