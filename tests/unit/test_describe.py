from __future__ import annotations

import json
import pickle
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import numpy as np
import pytest
import rasterio
from osgeo import gdal, osr
from rasterio.transform import Affine

from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.describe import acquired_by, describe, info
from cloudmask_plugin.engine.errors import BandError, Cancelled, CloudMaskError, SceneError
from cloudmask_plugin.engine.raster import RasterReader, choose_backend
from cloudmask_plugin.engine.reading import SceneReader, output_grid
from cloudmask_plugin.engine.safe import parse_radiometry, parse_sun
from cloudmask_plugin.engine.scene import Grid, Overrides, Window
from tests.unit.stored import (
    FOUR_BANDS,
    GRANULE_XML,
    PRODUCT,
    PRODUCT_XML,
    TEN_BANDS,
    RecordingReporter,
    digital_numbers,
    write_product,
    write_raster,
)
from training.simulation import SimulatedScene


@pytest.mark.parametrize("backend", ["rasterio", "gdal"])
def test_a_stack_is_described_alike_by_both_libraries(
    write_scene: Callable[..., Path], backend: str
) -> None:
    path = write_scene(
        roles=TEN_BANDS,
        offset=-1000,
        nodata=0,
        tags={
            "TIFFTAG_DATETIME": "2023:07:04 10:56:21",
            "PROCESSING_BASELINE": "05.09",
            "PROCESSING_LEVEL": "Level-2A",
            "SUN_ZENITH": "30.5",
            "MEAN_SOLAR_AZIMUTH_ANGLE": "141",
        },
    )
    spec = describe(str(path), backend=choose_backend(backend))
    assert spec.roles == TEN_BANDS
    assert [band.index for band in spec.bands] == list(range(1, 11))
    known = info(spec)
    assert known["level"] == "L2A"
    assert known["baseline"] == "05.09"
    assert known["scale"] == pytest.approx(1e-4)
    assert known["offset"] == -1000
    assert known["nodata"] == 0
    assert known["acquired"] == "2023-07-04T10:56:21Z"
    assert known["sun_zenith"] == 30.5
    assert known["sun_azimuth"] == 141
    assert known["size"] == [600, 700]
    assert known["resolution"] == 10
    assert known["bands"] == {role: i for i, role in enumerate(TEN_BANDS, start=1)}
    assert set(known["evidence"]) >= {"level", "scale", "offset", "nodata", "bands"}
    assert json.loads(json.dumps(known)) == known
    assert pickle.loads(pickle.dumps(spec)) == spec


def test_bands_are_found_in_any_order(write_scene: Callable[..., Path]) -> None:
    spec = describe(str(write_scene(roles=("B12", "B04", "B02", "B8A", "B03"))))
    assert {band.role: band.index for band in spec.bands} == {
        "B12": 1,
        "B04": 2,
        "B02": 3,
        "B8A": 4,
        "B03": 5,
    }


def test_nameless_bands_are_guessed_and_the_guess_is_shown(
    write_scene: Callable[..., Path],
) -> None:
    spec = describe(str(write_scene(descriptions=())))
    assert spec.roles == FOUR_BANDS
    assert spec.band_evidence.guessed
    assert any("guessed" in text for text in spec.warnings)


def test_what_the_user_states_about_bands_wins(write_scene: Callable[..., Path]) -> None:
    path = write_scene(roles=("B02", "B03", "B04", "B08", "B11"))
    spec = describe(str(path), Overrides(bands=("b4", "green", "-", "2")))
    assert {band.role: band.index for band in spec.bands} == {"B04": 1, "B03": 2, "B02": 4}
    assert not spec.band_evidence.guessed
    assert spec.unused == ("B04", "B11")


def test_a_step_of_a_scene_with_one_date_is_told_to_be_of_no_use(
    write_scene: Callable[..., Path],
) -> None:
    path = str(write_scene())
    stated = set(describe(path, Overrides(step="2022-10-05")).warnings)
    (added,) = stated - set(describe(path).warnings)
    assert added == "scene holds one date, and 2022-10-05, which was stated, is not used."


@pytest.mark.parametrize(
    ("bands", "sentence"),
    [
        (("B02", "B02", "B04", "B03"), "B02 twice"),
        (("B02",) * 9, "9 bands are named"),
        (("B02", "cloud"), "'cloud'"),
        (("-", "-"), "No band"),
    ],
)
def test_bands_that_make_no_sense_are_refused(
    write_scene: Callable[..., Path], bands: tuple[str, ...], sentence: str
) -> None:
    with pytest.raises(BandError, match=sentence):
        describe(str(write_scene()), Overrides(bands=bands))


def test_bands_that_nothing_tells_apart_are_asked_for(write_scene: Callable[..., Path]) -> None:
    path = write_scene(roles=("B02", "B03", "B04", "B08", "B11"), descriptions=())
    with pytest.raises(BandError, match="state them in the file's order"):
        describe(str(path))


def test_a_product_is_described_from_its_metadata(tmp_path: Path, scene: SimulatedScene) -> None:
    root = write_product(tmp_path, scene.reflectance)
    spec = describe(str(root))
    known = info(spec)
    assert known["name"] == PRODUCT
    assert (known["level"], known["baseline"]) == ("L2A", "04.00")
    assert (known["scale"], known["offset"], known["nodata"]) == (1e-4, -1000, 0)
    assert known["acquired"].startswith("2022-10-05T11:54:11")
    assert (known["sun_zenith"], known["sun_azimuth"]) == (57.8, 172.8)
    assert spec.roles == tuple(role for role in ROLES if role != "B10")
    assert spec.grid.resolution == 10
    assert spec.resolution == 20
    at_20 = {b.role: b.grid.resolution for b in spec.bands_for(20)}
    assert set(at_20.values()) == {20}
    at_10 = {b.role: b.grid.resolution for b in spec.bands_for(10)}
    assert at_10["B02"] == 10
    assert at_10["B11"] == 20


def test_folder_zip_and_metadata_file_name_the_same_product(
    tmp_path: Path, scene: SimulatedScene
) -> None:
    root = write_product(tmp_path, scene.reflectance, (20,))
    archive = tmp_path / "product.zip"
    with zipfile.ZipFile(archive, "w") as target:
        for file in sorted(root.rglob("*")):
            if file.is_file():
                target.write(file, file.relative_to(tmp_path))
    locations = [
        root,
        archive,
        root / "MTD_MSIL2A.xml",
        next(root.rglob("MTD_TL.xml")),
        f"SENTINEL2_L2A:{root / 'MTD_MSIL2A.xml'}:20m:EPSG_32629",
    ]
    specs = [describe(str(location)) for location in locations]
    for spec in specs[1:]:
        assert spec.name == specs[0].name
        assert spec.roles == specs[0].roles
        assert spec.grid == specs[0].grid
        assert (spec.scale, spec.offset, spec.acquired) == (
            specs[0].scale,
            specs[0].offset,
            specs[0].acquired,
        )


def test_a_product_without_images_says_so(tmp_path: Path, scene: SimulatedScene) -> None:
    root = write_product(tmp_path, scene.reflectance, (60,))
    shutil.rmtree(next(root.rglob("IMG_DATA")))
    with pytest.raises(SceneError, match="fetch the whole product"):
        describe(str(root))


def test_a_folder_of_single_bands_is_a_scene(tmp_path: Path, scene: SimulatedScene) -> None:
    folder = tmp_path / "bands"
    folder.mkdir()
    for role in FOUR_BANDS:
        write_raster(folder / f"{role}.tif", digital_numbers(scene.reflectance, (role,)))
    (folder / "notes.txt").write_text("no raster")
    spec = describe(str(folder))
    assert spec.roles == FOUR_BANDS
    assert spec.grid.window == Window(0, 0, 600, 700)


@pytest.mark.parametrize("content", [None, b"", b"this is no raster"])
def test_what_cannot_be_opened_is_named_in_one_sentence(
    tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "broken.tif"
    if content is not None:
        path.write_bytes(content)
    for name in ("rasterio", "gdal"):
        with pytest.raises(CloudMaskError) as caught:
            describe(str(path), backend=choose_backend(name))
        text = str(caught.value)
        assert "broken.tif" in text
        assert text.endswith(".")
        assert "\n" not in text


def test_offsets_of_bands_and_sun_angles_are_read_from_xml_text() -> None:
    got = parse_radiometry(PRODUCT_XML.replace('"5">-1000', '"5">-7000'))
    assert got.quantification == 10000
    assert dict(got.offsets)["B06"] == -7000
    assert dict(got.offsets)["B8A"] == -1000
    assert len(got.offsets) == 13
    assert parse_sun(GRANULE_XML) == (57.8, 172.8)
    assert parse_sun("<x/>") == (None, None)


def test_pixels_are_measured_in_metres_in_any_crs() -> None:
    degree = 1 / 111_320
    geographic = Grid('GEOGCS["WGS 84"]', (7.0, degree, 0, 60.0, 0, -degree), 10, 10)
    width, height = geographic.pixel_metres
    assert height == pytest.approx(1)
    assert width == pytest.approx(0.5, rel=1e-3)
    feet = Grid('PROJCS["x",UNIT["Foot",0.3048]]', (0, 100, 0, 0, 0, -100), 5, 5)
    assert feet.resolution == pytest.approx(30.48)
    assert Grid("", (0, 1, 0, 0, 0, 1), 3, 3).resolution == 1


def test_an_extent_becomes_the_pixels_it_touches() -> None:
    grid = Grid("x", (100.0, 10.0, 0.0, 500.0, 0.0, -10.0), 20, 30)
    assert grid.window_of(100, 200, 300, 500) == grid.window
    assert grid.window_of(115, 455, 125, 485) == Window(1, 1, 2, 4)
    assert grid.window_of(0, 0, 1000, 495) == Window(0, 0, 20, 30)
    south_up = Grid("x", (100.0, 10.0, 0.0, 200.0, 0.0, 10.0), 20, 30)
    assert south_up.window_of(115, 215, 125, 225) == Window(1, 1, 2, 2)
    for wrong in ((0, 0, 50, 50), (120, 300, 110, 310)):
        with pytest.raises(CloudMaskError, match="extent"):
            grid.window_of(*wrong)


@pytest.mark.real_data
def test_every_real_metadata_product_gives_what_a_pattern_search_found(real_scenes: Path) -> None:
    expected = json.loads((real_scenes / "metadata" / "expected.json").read_text())
    for name, entry in expected.items():
        for file in entry["files"]:
            text = (real_scenes / "metadata" / name / file).read_text(errors="replace")
            if re.search(r"MTD_MSI", file, re.I):
                got = parse_radiometry(text)
                assert got.baseline == entry["baseline"], name
                assert got.quantification == float(entry["quantification"]), name
                assert (got.level or "").replace("L", "Level-") == entry["level"], name
                offsets = entry["add_offset"]
                assert bool(got.offsets) == bool(offsets), name
            elif re.search("Mean_Sun_Angle", text):
                zenith, azimuth = parse_sun(text)
                assert zenith == pytest.approx(entry["mean_sun_zenith"]), name
                assert azimuth == pytest.approx(entry["mean_sun_azimuth"]), name


@pytest.mark.real_data
def test_a_true_colour_image_is_scaled_to_the_reflectance_of_its_bands(real_scenes: Path) -> None:
    folder = real_scenes / "gadomski_L1C_multires" / "IMG_DATA"
    (picture,) = folder.glob("*_TCI.jp2")
    spec = describe(str(picture))
    assert spec.roles == ("B02", "B03", "B04")
    assert spec.scale.guessed
    for band in spec.bands:
        (path,) = folder.glob(f"*_{band.role}.jp2")
        with rasterio.open(picture) as src, rasterio.open(path) as numbers:
            shown = src.read(band.index)
            got = shown * band.gain + band.bias
            expected = numbers.read(1) / 10000
        inside = (shown > 1) & (shown < 255)
        assert np.median(np.abs(got - expected)[inside]) < 1.5 * spec.scale.value


class CountingBackend:
    """Reads with the usual library, and counts what is opened and read."""

    name = "counting"

    def __init__(self) -> None:
        self.calls = 0
        self._backend = choose_backend()
        self.limit_cache = self._backend.limit_cache

    def open(self, path: str) -> CountingReader:
        self.calls += 1
        return CountingReader(self, self._backend.open(path))


class CountingReader:
    def __init__(self, backend: CountingBackend, reader: RasterReader) -> None:
        self._backend = backend
        self._reader = reader
        self.info = reader.info
        self.close = reader.close

    def read(self, *arguments: object) -> np.ndarray:
        self._backend.calls += 1
        return self._reader.read(*arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize("after", [0, 1, 5, 40])
def test_opening_a_scene_is_cancelled_before_the_next_part_is_read(
    write_scene: Callable[..., Path], after: int
) -> None:
    path = str(write_scene(roles=TEN_BANDS, compress="deflate"))
    backend, reporter = CountingBackend(), RecordingReporter()
    describe(path, backend=backend, reporter=reporter)  # type: ignore[arg-type]
    assert backend.calls > 100  # many small parts: none of them takes long
    backend = CountingBackend()
    reporter.is_cancelled = lambda: backend.calls > after  # type: ignore[method-assign]
    with pytest.raises(Cancelled):
        describe(path, backend=backend, reporter=reporter)  # type: ignore[arg-type]
    assert backend.calls == after + 1


def test_a_file_time_is_a_guess_that_any_name_outdoes(write_scene: Callable[..., Path]) -> None:
    written = {"TIFFTAG_DATETIME": "2024:01:31 10:11:12"}
    named = describe(str(write_scene("S2_20230704.tif", tags=written))).acquired
    assert (named.value, named.guessed) == ("2023-07-04", False)
    guessed = describe(str(write_scene("scene.tif", tags=written))).acquired
    assert (guessed.value, guessed.guessed) == ("2024-01-31T10:11:12Z", True)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a_20230231.tif", None),
        ("a_20230200_20230301.tif", "2023-03-01"),
        ("20231399T101010_20230704T105621.tif", "2023-07-04T10:56:21Z"),
    ],
)
def test_days_that_no_calendar_has_are_no_dates(name: str, expected: str | None) -> None:
    assert acquired_by((), (name,)).value == expected


def test_what_an_address_asks_of_its_server_tells_nothing_of_the_scene(
    server: tuple[Path, str], tmp_path: Path
) -> None:
    numbers = np.full((4, 50, 60), 2000, np.uint16)
    folder = server[0] / tmp_path.name
    folder.mkdir()
    write_raster(folder / "scene.tif", numbers, FOUR_BANDS)
    address = f"{server[1]}/{tmp_path.name}/scene.tif?st=2021-02-03&sig=secret_L1C_N0204_"
    spec = describe(address)
    assert (spec.name, spec.acquired.value) == ("scene", None)
    assert (spec.level.value, spec.baseline.value) == (None, None)


def test_bands_that_declare_different_nodata_are_told(
    write_scene: Callable[..., Path], tmp_path: Path
) -> None:
    path = tmp_path / "scene.vrt"
    data = gdal.Translate(str(path), str(write_scene()))
    for index, value in ((1, 0), (2, 65535)):
        data.GetRasterBand(index).SetNoDataValue(value)
    del data
    said = [text for text in describe(str(path)).warnings if "different values" in text]
    assert len(said) == 1 and "(0, 65535), of which 0 was" in said[0]
    assert not [
        text
        for text in describe(str(path), Overrides(nodata=0)).warnings
        if "different values" in text
    ]


@pytest.mark.parametrize("backend", ["rasterio", "gdal"])
def test_nodata_that_float32_cannot_hold_exactly_is_nodata_nevertheless(
    write_scene: Callable[..., Path], tmp_path: Path, scene: SimulatedScene, backend: str
) -> None:
    reflectance = scene.reflectance[[1, 2, 3, 7]].astype(np.float32).copy()
    reflectance[:, :200] = -3.4e38
    file = write_raster(tmp_path / "scene.tif", reflectance, FOUR_BANDS)
    path = tmp_path / "scene.vrt"
    gdal.Translate(str(path), str(file))
    stated = "<NoDataValue>-3.4e+38</NoDataValue><Description>"
    path.write_text(path.read_text().replace("<Description>", stated))
    spec = describe(str(path), backend=choose_backend(backend))
    assert (spec.scale.value, spec.offset.value) == (1, 0)
    assert not [text for text in spec.warnings if "darkest" in text]
    reader = SceneReader(spec, spec.grid, choose_backend(backend))
    valid = reader.read(spec.grid.window).valid
    reader.close()
    assert not valid[:200].any()
    assert valid[200:].all()


def test_complex_numbers_are_no_scene(tmp_path: Path) -> None:
    path = write_raster(tmp_path / "radar.tif", np.zeros((4, 20, 20), np.complex64), FOUR_BANDS)
    with pytest.raises(SceneError, match=r"radar\.tif holds complex numbers"):
        describe(str(path))


@pytest.mark.parametrize("turn", [0, 30, 90, 180, 270])
def test_a_turned_scene_is_read_at_a_coarser_resolution(
    write_scene: Callable[..., Path], turn: float
) -> None:
    place = Affine.translation(5e5, 4e6) * Affine.rotation(turn) * Affine.scale(10, -10)
    path = write_scene()
    with rasterio.open(path, "r+") as dst:
        dst.transform = place
    spec = describe(str(path))
    straight = describe(str(write_scene("north_up.tif")))
    seen = []
    for one in (spec, straight):
        grid = output_grid(one, 20)
        reader = SceneReader(one, grid, choose_backend())
        seen.append(reader.read(grid.window))
        reader.close()
    assert seen[0].valid.all()
    assert np.array_equal(seen[0].reflectance, seen[1].reflectance)


@pytest.mark.parametrize(("pixel", "expected"), [(10, 20), (8.9, 17.8), (15, 15), (30, 30)])
def test_an_item_of_any_pixel_size_has_a_resolution_to_be_masked_at(
    tmp_path: Path, pixel: float, expected: float
) -> None:
    numbers = np.full((1, 60, 50), 2000, np.uint16)
    assets = {}
    for role in FOUR_BANDS:
        write_raster(tmp_path / f"{role}.tif", numbers, pixel=pixel)
        assets[role] = {"href": f"./{role}.tif", "type": "image/tiff"}
    item = tmp_path / "item.json"
    item.write_text(json.dumps({"type": "Feature", "id": "x", "properties": {}, "assets": assets}))
    spec = describe(str(item))
    assert output_grid(spec, None).resolution == pytest.approx(expected)


@pytest.mark.parametrize("scheme", ["", "file://"])
def test_an_items_links_may_have_blanks_and_umlauts(tmp_path: Path, scheme: str) -> None:
    folder = tmp_path / "Szene für Köln 100%"
    folder.mkdir()
    assets = {}
    for number, role in enumerate(FOUR_BANDS):
        file = write_raster(folder / f"{role} é.tif", np.full((1, 9, 9), 2000, np.uint16))
        href = file.as_uri() if scheme else quote(file.name) if number % 2 else file.name
        assets[role] = {"href": href, "type": "image/tiff"}
    item = folder / "item.json"
    item.write_text(json.dumps({"type": "Feature", "id": "x", "properties": {}, "assets": assets}))
    assert describe(str(item)).roles == FOUR_BANDS


def test_heights_beside_a_coordinate_system_do_not_change_its_metres() -> None:
    transform = (2.0, 1e-4, 0.0, 45.0, 0.0, -1e-4)
    feet = (6e5, 10.0, 0.0, 4e6, 0.0, -10.0)
    for code, place in (("4326+5773", transform), ("32631+5773", feet), ("2225+6360", feet)):
        plane, both = osr.SpatialReference(), osr.SpatialReference()
        plane.SetFromUserInput(f"EPSG:{code.split('+')[0]}")
        both.SetFromUserInput(f"EPSG:{code}")
        expected = Grid(plane.ExportToWkt(), place, 10, 10).pixel_metres
        for version in ("FORMAT=WKT1", "FORMAT=WKT2_2019"):
            wkt = both.ExportToWkt([version])
            assert Grid(wkt, place, 10, 10).pixel_metres == pytest.approx(expected), wkt[:40]
