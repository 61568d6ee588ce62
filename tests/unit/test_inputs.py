"""Whatever layout a scene comes in, its mask is that of the plain GeoTIFF with the same bands."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
import rasterio.shutil
from rasterio.enums import ColorInterp
from rasterio.transform import Affine

from cloudmask_plugin.engine.bands import ROLES
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.errors import CloudMaskError
from cloudmask_plugin.engine.pipeline import MaskRequest, mask_scene
from cloudmask_plugin.engine.raster import choose_backend
from cloudmask_plugin.engine.scene import NO_OVERRIDES, Overrides, SourceSpec
from cloudmask_plugin.engine.sensors import SENSORS
from cloudmask_plugin.engine.stac import is_item
from tests.unit.stored import (
    FOUR_BANDS,
    PRODUCT,
    RecordingReporter,
    coarse_numbers,
    write_jp2,
    write_product,
    write_raster,
)
from training.simulation import SimulatedScene

L2A = tuple(role for role in ROLES if role != "B10")
RGB = ("B04", "B03", "B02")
TAGS = {"PROCESSING_BASELINE": "05.09", "PROCESSING_LEVEL": "Level-2A"}
ITEM_ROLES = {"B02": "blue", "B03": "green", "B04": "red", "B08": "nir"}


@dataclass(frozen=True)
class Stored:
    """Where a scene was written, what is to be stated about it, and the bands it has.

    ``origin`` is where the plain stack lies: tiles are anchored to the map's pixels; ``brightest``
    the reflectance at which it is cut off.
    """

    location: str | Sequence[str]
    roles: tuple[str, ...] = FOUR_BANDS
    overrides: Overrides = NO_OVERRIDES
    origin: tuple[float, float] = (399960.0, 5700000.0)
    brightest: float = 5.0


@dataclass(frozen=True)
class Source:
    """The simulated scene that is stored: 10 m reflectance of 13 bands, and a web server."""

    reflectance: np.ndarray
    folder: Path
    address: str

    def numbers(self, roles: tuple[str, ...], offset: int = -1000) -> np.ndarray:
        """Return digital numbers of 120 × 120 pixels of 20 m."""
        coarse = [coarse_numbers(self.reflectance, role, 20)[0] for role in roles]
        return (np.stack(coarse).astype(np.int32) - 1000 - offset).astype(np.uint16)

    def stack(
        self,
        name: str,
        roles: tuple[str, ...] = FOUR_BANDS,
        brightest: float = 5.0,
        **options: object,
    ) -> Path:
        """Write the digital numbers as a GeoTIFF of 20 m."""
        options = {"descriptions": roles, "tags": TAGS, "pixel": 20, **options}
        numbers = np.minimum(self.numbers(roles), round(brightest * 10_000 + 1000)).astype(
            np.uint16
        )
        return write_raster(self.folder / name, numbers, **options)  # type: ignore[arg-type]


@pytest.fixture
def source(
    scene: SimulatedScene,
    tmp_path: Path,
    server: tuple[Path, str],
) -> Source:
    folder = server[0] / tmp_path.name
    folder.mkdir()
    return Source(scene.reflectance, folder, f"{server[1]}/{tmp_path.name}")


def masked(
    location: str | Sequence[str], output: Path, overrides: Overrides = NO_OVERRIDES
) -> tuple[np.ndarray, SourceSpec]:
    spec = describe(location, overrides)
    mask_scene(MaskRequest(spec, str(output), threads=1), RecordingReporter())
    with rasterio.open(output) as src:
        return src.read(1), spec


# --- products ----------------------------------------------------------------------------


def safe_folder(source: Source) -> Stored:
    return Stored(str(write_product(source.folder, source.reflectance, (20,))), L2A)


def safe_zip(source: Source) -> Stored:
    root = write_product(source.folder, source.reflectance, (20,))
    archive = source.folder / "product.zip"
    with zipfile.ZipFile(archive, "w") as target:
        for file in sorted(root.rglob("*")):
            target.write(file, file.relative_to(source.folder))
    shutil.rmtree(root)
    return Stored(str(archive), L2A)


def metadata_file(source: Source) -> Stored:
    root = write_product(source.folder, source.reflectance, (20,))
    lower = (root / "MTD_MSIL2A.xml").rename(root / "MTD_MSIL2a.xml")
    return Stored(str(lower), L2A)


def gdal_subdataset(source: Source) -> Stored:
    root = write_product(source.folder, source.reflectance, (20,))
    return Stored(f"SENTINEL2_L2A:{root / 'MTD_MSIL2A.xml'}:20m:EPSG_32631", L2A)


def gdal_subdataset_in_a_zip(source: Source) -> Stored:
    archive = safe_zip(source).location
    return Stored(f"SENTINEL2_L2A:/vsizip/{archive}/{PRODUCT}/MTD_MSIL2A.xml:20m:EPSG_32631", L2A)


def one_band_in_a_zip(source: Source) -> Stored:
    archive = str(safe_zip(source).location)
    with zipfile.ZipFile(archive) as content:
        (member,) = (name for name in content.namelist() if name.endswith("_B05_20m.jp2"))
    return Stored(f"/vsizip/{archive}/{member}", L2A)


def one_band_of_a_product(source: Source) -> Stored:
    root = write_product(source.folder, source.reflectance, (20,))
    return Stored(str(next(root.rglob("*_B05_20m.jp2"))), L2A)


def partial_product(source: Source) -> Stored:
    root = write_product(source.folder, source.reflectance, (20,))
    for role in ("B01", "B05", "B06", "B07", "B09", "B11"):
        next(root.rglob(f"*_{role}_20m.jp2")).unlink()
    return Stored(str(root), ("B02", "B03", "B04", "B08", "B8A", "B12"))


def product_of_mixed_pixel_sizes(source: Source) -> Stored:
    """Bands of 10 m are read at 20 m from their own images, and 60 m ones are repeated."""
    root = write_product(source.folder, source.reflectance)
    for role in FOUR_BANDS:
        next(root.rglob(f"*_{role}_60m.jp2")).unlink()
    return Stored(str(root), L2A)


def product_without_metadata_file(source: Source) -> Stored:
    root = write_product(source.folder, source.reflectance, (20,))
    (root / "MTD_MSIL2A.xml").unlink()
    return Stored(str(root), L2A)


def archive_of_aws(source: Source) -> Stored:
    root = write_product(source.folder, source.reflectance, (20,))
    tile = source.folder / "29" / "U" / "NU" / "2022" / "10" / "5" / "0"
    (tile / "R20m").mkdir(parents=True)
    next(root.rglob("MTD_TL.xml")).rename(tile / "metadata.xml")
    (tile / "productInfo.json").write_text(json.dumps({"name": PRODUCT.replace(".SAFE", "")}))
    for image in sorted(root.rglob("*_20m.jp2")):
        image.rename(tile / "R20m" / f"{image.name.split('_')[2]}.jp2")
    return Stored(str(tile), L2A)


# --- rasters -----------------------------------------------------------------------------


def shuffled_stack(source: Source) -> Stored:
    return Stored(str(source.stack("shuffled.tif", ("B08", "B02", "B04", "B03"))))


def nameless_stack(source: Source) -> Stored:
    path = source.stack("nameless.tif", ("B08", "B02", "B04", "B03"), descriptions=())
    return Stored(str(path), overrides=Overrides(bands=("B08", "B02", "B04", "B03")))


def virtual_raster(source: Source) -> Stored:
    from osgeo import gdal

    path = source.stack("inside.tif")
    target = str(source.folder / "scene.vrt")
    gdal.Translate(target, str(path), format="VRT")
    return Stored(target)


def folder_of_product_files(source: Source) -> Stored:
    folder = source.folder / "IMAGES"
    folder.mkdir()
    for role in FOUR_BANDS:
        name = f"T29UNU_N0509_20221005T115411_{role}_20m.jp2"
        write_jp2(folder / name, source.numbers((role,)), 20)
    return Stored(str(folder))


def folder_of_plain_files(source: Source) -> Stored:
    folder = source.folder / "L2A"
    folder.mkdir()
    for role in FOUR_BANDS:
        write_raster(folder / f"{role}.tif", source.numbers((role,)), tags=TAGS, pixel=20)
    return Stored(str(folder))


def one_file_of_several(source: Source) -> Stored:
    for colour, role in (("blue", "B02"), ("green", "B03"), ("red", "B04"), ("nir", "B08")):
        path = source.folder / f"scene_{colour}.tif"
        write_raster(path, source.numbers((role,)), tags=TAGS, pixel=20)
    write_raster(source.folder / "other_red.tif", source.numbers(("B12",)), pixel=20)
    return Stored(str(source.folder / "scene_green.tif"))


def several_files(source: Source) -> Stored:
    first = source.stack("visible.tif", ("B04", "B03", "B02"))
    second = write_raster(source.folder / "x.tif", source.numbers(("B08",)), tags=TAGS, pixel=20)
    stated = ("B04", "B03", "B02", "B08")
    return Stored([str(first), str(second)], overrides=Overrides(bands=stated))


def float_reflectance(source: Source) -> Stored:
    values = (source.numbers(FOUR_BANDS).astype(np.float32) - 1000) / np.float32(10000)
    path = write_raster(source.folder / "float.tif", values, FOUR_BANDS, TAGS, pixel=20)
    return Stored(str(path))


def scale_and_offset_in_the_file(source: Source) -> Stored:
    path = source.stack("scaled.tif", tags={"PROCESSING_LEVEL": "Level-2A"})
    with rasterio.open(path, "r+") as dst:
        dst.scales, dst.offsets = (1e-4,) * 4, (-0.1,) * 4
    return Stored(str(path))


def baseline_without_an_offset(source: Source) -> Stored:
    tags = {**TAGS, "PROCESSING_BASELINE": "03.01"}
    numbers = source.numbers(FOUR_BANDS, 0)
    return Stored(str(write_raster(source.folder / "old.tif", numbers, FOUR_BANDS, tags, pixel=20)))


def transformed(source: Source, transform: Affine, crs: str | None) -> Stored:
    path = source.stack("moved.tif")
    with rasterio.open(path, "r+") as dst:
        dst.transform = transform
        if crs != "EPSG:32631":
            dst.crs = crs or rasterio.crs.CRS()
    return Stored(str(path), origin=(0.0, 0.0))


def south_up(source: Source) -> Stored:
    return transformed(source, Affine(20, 0, 0, 0, 20, 0), "EPSG:32631")


def rotated(source: Source) -> Stored:
    turn = Affine.rotation(30) * Affine.scale(20, -20)
    return transformed(source, turn, "EPSG:32631")


def geographic(source: Source) -> Stored:
    degree = 20 / 111_320
    return transformed(source, Affine(degree, 0, 0, 0, -degree, 0), "EPSG:4326")


def without_crs(source: Source) -> Stored:
    return transformed(source, Affine(20, 0, 0, 0, -20, 0), None)


def with_an_alpha_band(source: Source) -> Stored:
    stack = np.concatenate([source.numbers(FOUR_BANDS), np.full((1, 120, 120), 255, np.uint16)])
    path = source.folder / "alpha.tif"
    write_raster(path, stack, (*FOUR_BANDS, ""), TAGS, pixel=20, photometric="MINISBLACK")
    with rasterio.open(path, "r+") as dst:
        dst.colorinterp = (ColorInterp.gray, *(ColorInterp.undefined,) * 3, ColorInterp.alpha)
    return Stored(str(path))


# --- over a network, series, other sensors -----------------------------------------------


def remote_raster(source: Source) -> Stored:
    path = source.stack("remote.tif", compress="deflate", blockxsize=64, blockysize=64)
    return Stored(f"{source.address}/{path.name}")


def remote_cog(source: Source) -> Stored:
    """A cloud-optimized GeoTIFF with overviews, several blocks and scale and offset."""
    plain = source.stack("plain_of_cog.tif", tags={"PROCESSING_LEVEL": "Level-2A"})
    with rasterio.open(plain, "r+") as dst:
        dst.scales, dst.offsets = (1e-4,) * 4, (-0.1,) * 4
    path = source.folder / "remote_cog.tif"
    rasterio.shutil.copy(plain, path, driver="COG", BLOCKSIZE="128", OVERVIEWS="IGNORE_EXISTING")
    return Stored(f"{source.address}/{path.name}")


def write_item(source: Source, hrefs: dict[str, str]) -> Path:
    """Write a STAC item as Earth Search has them: offset stated by asset, a picture beside."""
    assets: dict[str, object] = {
        ITEM_ROLES[role]: {
            "href": href,
            "type": "image/tiff; application=geotiff; profile=cloud-optimized",
            "eo:bands": [{"name": ITEM_ROLES[role], "common_name": ITEM_ROLES[role]}],
            "raster:bands": [{"nodata": 0, "scale": 0.0001, "offset": -0.1}],
            "roles": ["data", "reflectance"],
        }
        for role, href in hrefs.items()
    }
    assets["red-jp2"] = {"href": "s3://nowhere/B04.jp2", "type": "image/jp2",
                         "eo:bands": [{"name": "red", "common_name": "red"}]}  # fmt: skip
    assets["visual"] = {"href": "TCI.tif", "type": "image/tiff", "roles": ["visual"]}
    assets["thumbnail"] = {"href": "thumb.jpg", "type": "image/jpeg", "roles": ["thumbnail"]}
    item = {
        "type": "Feature", "stac_version": "1.0.0", "id": "S2A_29UNU_20221005_0_L2A",
        "collection": "sentinel-2-l2a", "assets": assets,
        "properties": {
            "datetime": "2022-10-05T11:54:11Z", "view:sun_elevation": 32.2,
            "view:sun_azimuth": 172.8, "s2:processing_baseline": "04.00",
        },
    }  # fmt: skip
    path = source.folder / "item.json"
    path.write_text(json.dumps(item))
    return path


def item_with_local_links(source: Source) -> Stored:
    for role in FOUR_BANDS:
        write_raster(source.folder / f"{role}.tif", source.numbers((role,)), pixel=20)
    path = write_item(source, {role: f"./{role}.tif" for role in FOUR_BANDS})
    return Stored(str(path))


def item_on_a_server(source: Source) -> Stored:
    stored = item_with_local_links(source)
    return Stored(f"{source.address}/{Path(str(stored.location)).name}")


def series(source: Source) -> Stored:
    from osgeo import gdal, osr

    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32631)
    path = str(source.folder / "S2_L2A_series.nc")
    root = gdal.GetDriverByName("netCDF").CreateMultiDimensional(path).GetRootGroup()
    axes = [root.CreateDimension("t", None, None, 3)]
    axes += [root.CreateDimension(name, None, None, 120) for name in ("y", "x")]
    double = gdal.ExtendedDataType.Create(gdal.GDT_Float64)
    time = root.CreateMDArray("t", [axes[0]], double)
    time.Write(np.array([0.0, 5.0, 10.0]))
    unit = time.CreateAttribute("units", [], gdal.ExtendedDataType.CreateString())
    unit.Write("days since 2022-10-05 11:54:11")
    for axis, start, step in ((axes[1], 5699990, -20), (axes[2], 399970, 20)):
        root.CreateMDArray(axis.GetName(), [axis], double).Write(
            np.arange(120, dtype=np.float64) * step + start
        )
    for role in FOUR_BANDS:
        kind = gdal.ExtendedDataType.Create(gdal.GDT_UInt16)
        array = root.CreateMDArray(role, axes, kind)
        array.SetSpatialRef(crs)
        numbers = source.numbers((role,), 0)
        array.Write(np.ascontiguousarray(np.concatenate([numbers[:, ::-1], numbers, numbers + 9])))
    del array, time, unit, root, axes
    return Stored(path, overrides=Overrides(step="2022-10-10"))


def of_another_sensor(source: Source, key: str) -> Stored:
    (sensor,) = (sensor for sensor in SENSORS if sensor.key == key)
    assert sensor.scale is not None
    reflectance = (source.numbers(FOUR_BANDS).astype(float) - 1000) / 10000
    numbers = np.rint((reflectance - sensor.offset) / sensor.scale).astype(np.uint16)
    path = write_raster(source.folder / "other.tif", numbers, pixel=20)
    return Stored(str(path), overrides=Overrides(sensor=key, level="L2A"))


def landsat_8(source: Source) -> Stored:
    return of_another_sensor(source, "landsat-8-9")


def landsat_7(source: Source) -> Stored:
    return of_another_sensor(source, "landsat-5-7")


def planetscope(source: Source) -> Stored:
    return of_another_sensor(source, "planetscope")


def gaofen(source: Source) -> Stored:
    path = write_raster(source.folder / "GF1_WFV1_E3.tif", source.numbers(FOUR_BANDS), pixel=20)
    return Stored(str(path), overrides=Overrides(level="L2A", scale=1e-4, offset=-1000))


def true_colour_picture(source: Source) -> Stored:
    """1 to 255 stand for DN 0 to 3558 (see radiometry.py)."""
    numbers = source.numbers(RGB, 0).astype(float)
    shown = np.clip(np.rint(numbers / 3558 * 254 + 1), 1, 255).astype(np.uint8)
    picture = write_raster(source.folder / "TCI.tif", shown, pixel=20, photometric="RGB")
    return Stored(str(picture), RGB, brightest=0.3558)


def only_red_green_blue(source: Source) -> Stored:
    return Stored(str(source.stack("rgb.tif", RGB)), RGB)


EXACT = [
    safe_folder, safe_zip, metadata_file, gdal_subdataset, gdal_subdataset_in_a_zip,
    one_band_in_a_zip, one_band_of_a_product,
    partial_product, product_without_metadata_file, archive_of_aws,
    shuffled_stack, nameless_stack, virtual_raster, folder_of_product_files,
    folder_of_plain_files, one_file_of_several, several_files, scale_and_offset_in_the_file,
    baseline_without_an_offset, with_an_alpha_band, remote_raster, remote_cog,
    item_with_local_links, item_on_a_server, series, gaofen, only_red_green_blue, south_up,
    rotated, geographic, without_crs,
]  # fmt: skip
# Values rounded anew or resampled: the share of labels that may differ.
NEARLY = [
    (float_reflectance, 0.002), (product_of_mixed_pixel_sizes, 0.02), (landsat_8, 0.005),
    (landsat_7, 0.005), (planetscope, 0.002), (true_colour_picture, 0.01),
]  # fmt: skip
KINDS = [(kind, 0.0) for kind in EXACT] + NEARLY


@pytest.mark.parametrize(("kind", "tolerated"), KINDS, ids=[kind.__name__ for kind, _ in KINDS])
def test_a_scene_of_any_kind_is_masked_as_the_plain_stack(
    source: Source, tmp_path: Path, kind: Callable[[Source], Stored], tolerated: float
) -> None:
    stored = kind(source)
    got, spec = masked(stored.location, tmp_path / "got.tif", stored.overrides)
    ordered = tuple(role for role in ROLES if role in stored.roles)
    plain = source.stack("plain.tif", ordered, stored.brightest, origin=stored.origin)
    expected, reference = masked(str(plain), tmp_path / "expected.tif")
    assert spec.roles == reference.roles == ordered
    assert len(np.unique(expected)) > 2
    assert float((got != expected).mean()) <= tolerated


def product_of_baseline(source: Source, baseline: str) -> Path:
    """Write the product as it was made by another baseline: before 04.00 without an offset."""
    root = write_product(source.folder / baseline, source.reflectance, (20,))
    xml = (root / "MTD_MSIL2A.xml").read_text().replace(">04.00<", f">{baseline}<")
    if float(baseline) < 4:
        xml = re.sub("<BOA_ADD_OFFSET.*?</BOA_ADD_OFFSET>", "", xml)
        for image in root.rglob("*_20m.jp2"):
            role = image.name.split("_")[2]
            write_jp2(image, source.numbers((role,), 0), 20)
    (root / "MTD_MSIL2A.xml").write_text(xml)
    return root


def test_the_same_scene_in_any_radiometry_and_order_gives_the_same_mask(
    source: Source, tmp_path: Path
) -> None:
    """As Level-2A of baselines 03.01 and 05.09, as a COG with scale and offset, as decimals."""
    four = Overrides(bands=FOUR_BANDS)
    expected, _ = masked(str(source.stack("plain.tif")), tmp_path / "expected.tif")
    for baseline, offset in (("03.01", 0), ("05.09", -1000)):
        root = product_of_baseline(source, baseline)
        got, spec = masked(str(root), tmp_path / "m.tif", four)
        assert (spec.baseline.value, spec.offset.value) == (baseline, offset)
        assert np.array_equal(got, expected)
    shuffled = source.stack("s.tif", ("B08", "B02", "B04", "B03"), tags={})
    with rasterio.open(shuffled, "r+") as dst:
        dst.scales, dst.offsets = (1e-4,) * 4, (-0.1,) * 4
    cog = source.folder / "cog.tif"
    rasterio.shutil.copy(shuffled, cog, driver="COG")
    got, spec = masked(str(cog), tmp_path / "m.tif")
    assert (spec.offset.value, spec.offset.source) == (-1000, "declared in the file")
    assert np.array_equal(got, expected)
    got, spec = masked(str(float_reflectance(source).location), tmp_path / "m.tif")
    assert (spec.scale.value, spec.offset.value) == (1, 0)
    assert float((got != expected).mean()) <= 0.002  # rounded differently


@pytest.mark.parametrize("resolution", [10, 20, 60])
def test_bands_of_10_20_and_60_m_are_masked_at_any_of_these(
    source: Source, tmp_path: Path, resolution: int
) -> None:
    spec = describe(str(write_product(source.folder, source.reflectance)))
    output = tmp_path / "got.tif"
    mask_scene(MaskRequest(spec, str(output), resolution=resolution), RecordingReporter())
    planes = []
    sizes = {band.role: band.grid.resolution for band in spec.bands_for(resolution)}
    for role in spec.roles:
        own = 10 if resolution == 10 and role in FOUR_BANDS else max(resolution, 20)
        assert sizes[role] == own
        plane = coarse_numbers(source.reflectance, role, own)
        times = own // resolution
        planes.append(plane.repeat(times, axis=1).repeat(times, axis=2))
    stack = write_raster(
        tmp_path / "stack.tif", np.concatenate(planes), spec.roles, TAGS, pixel=resolution
    )
    expected, _ = masked(str(stack), tmp_path / "expected.tif")
    with rasterio.open(output) as got, rasterio.open(stack) as plain:
        assert got.transform == plain.transform
        assert np.array_equal(got.read(1), expected)


@pytest.mark.parametrize(("baseline", "offset"), [("03.01", 0), ("05.09", -1000)])
def test_the_edge_of_the_swath_is_nodata_to_the_pixel(
    source: Source, tmp_path: Path, baseline: str, offset: int
) -> None:
    root = product_of_baseline(source, baseline)
    rows, cols = np.mgrid[:120, :120]
    for place, image in enumerate(sorted(root.rglob("*_20m.jp2"))):
        numbers = source.numbers((image.name.split("_")[2],), offset)
        numbers[:, cols > 90 - rows // 4 - place] = 0  # bands do not end at the same place
        write_jp2(image, numbers, 20)
    got, spec = masked(str(root), tmp_path / "m.tif")
    assert spec.nodata.value == 0
    assert np.array_equal(got == 255, cols > 90 - rows // 4 - place)


@pytest.mark.parametrize("backend", ["rasterio", "gdal"])
@pytest.mark.parametrize("kind", [safe_zip, series, remote_raster, item_on_a_server])
def test_both_raster_libraries_resolve_alike(
    source: Source, kind: Callable[[Source], Stored], backend: str
) -> None:
    stored = kind(source)
    spec = describe(stored.location, stored.overrides, choose_backend(backend))
    assert (spec.roles, spec.acquired.value is not None) == (
        tuple(role for role in ROLES if role in stored.roles),
        kind is not remote_raster,
    )


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        *((safe_zip, "product"), (one_band_of_a_product, "product"), (archive_of_aws, "product")),
        *((item_with_local_links, "item"), (series, "series"), (nameless_stack, "raster")),
        *((folder_of_plain_files, "files"), (one_file_of_several, "files")),
        (several_files, "files"),
    ],
)
def test_it_is_told_what_was_found(
    source: Source, kind: Callable[[Source], Stored], name: str
) -> None:
    stored = kind(source)
    assert describe(stored.location, stored.overrides).kind == name


# --- what cannot work --------------------------------------------------------------------


def refusal(location: str | Sequence[str], output: Path, **overrides: object) -> str:
    """Return the sentence with which a scene is refused; no file may be left."""
    output.parent.mkdir(exist_ok=True)
    with pytest.raises(CloudMaskError) as caught:
        masked(location, output, Overrides(**overrides))  # type: ignore[arg-type]
    text = str(caught.value)
    assert text.endswith(".") and "\n" not in text
    assert not list(output.parent.iterdir())
    return text


def cut_short(path: Path, share: float = 0.6) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])


def test_a_truncated_image_of_a_product_is_named(source: Source, tmp_path: Path) -> None:
    root = write_product(source.folder, source.reflectance, (20,))
    image = next(root.rglob("*_B03_20m.jp2"))
    cut_short(image, 0.3)
    assert image.name in refusal(str(root), tmp_path / "out" / "m.tif")
    image.write_bytes(b"")
    assert image.name in refusal(str(root), tmp_path / "out" / "m.tif")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<!DOCTYPE html><html><body>404 Not Found</body></html>", "no metadata of a Sentinel-2"),
        (b"", "no metadata of a Sentinel-2"),
        (None, "cut short"),
    ],
)
def test_metadata_that_is_wrong_or_cut_short_is_named(
    source: Source, tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    root = write_product(source.folder, source.reflectance, (20,))
    if content is None:
        cut_short(root / "MTD_MSIL2A.xml")
    else:
        (root / "MTD_MSIL2A.xml").write_bytes(content)
    text = refusal(str(root), tmp_path / "out" / "m.tif")
    assert "MTD_MSIL2A.xml" in text
    assert sentence in text


def test_missing_metadata_is_said_and_the_baseline_taken_from_the_name(source: Source) -> None:
    stored = product_without_metadata_file(source)
    spec = describe(stored.location)
    assert (spec.level.value, spec.baseline.value, spec.offset.value) == ("L2A", "04.00", -1000)
    assert any("lacks its product metadata" in text for text in spec.warnings)


def test_a_damaged_member_of_an_archive_is_named(source: Source, tmp_path: Path) -> None:
    archive = Path(str(safe_zip(source).location))
    damaged = bytearray(archive.read_bytes())
    for name in (b"MTD_MSIL2A.xml", b"_B03_20m.jp2"):
        spoiled = bytearray(damaged)
        start = spoiled.index(name) + len(name)
        spoiled[start + 100 : start + 900] = bytes(800)
        archive.write_bytes(spoiled)
        assert name.decode() in refusal(str(archive), tmp_path / "out" / "m.tif")
    archive.write_bytes(damaged[: len(damaged) // 2])
    assert "zip" in refusal(str(archive), tmp_path / "out" / "m.tif")


@pytest.mark.parametrize("backend", ["rasterio", "gdal"])
def test_a_server_that_dies_half_way_is_named(
    source: Source, tmp_path: Path, backend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = source.stack(f"{backend}.tif", L2A)
    address = source.address.replace(f"/{source.folder.name}", f"/dying/{source.folder.name}")
    forced = choose_backend(backend)
    monkeypatch.setattr("cloudmask_plugin.engine.describe.choose_backend", lambda: forced)
    assert path.name in refusal(f"{address}/{path.name}", tmp_path / "out" / "m.tif")


@pytest.mark.parametrize("backend", ["rasterio", "gdal"])
def test_a_server_that_dies_while_the_scene_is_masked_is_named_with_band_and_window(
    source: Source, tmp_path: Path, backend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = source.stack(f"{backend}_later.tif", L2A)
    spec = describe(f"{source.address}/{path.name}")
    address = source.address.replace(f"/{source.folder.name}", f"/dying/{source.folder.name}")
    bands = tuple(replace(band, path=f"/vsicurl/{address}/{path.name}") for band in spec.bands)
    monkeypatch.setattr(
        "cloudmask_plugin.engine.pipeline.choose_backend", lambda: choose_backend(backend)
    )
    output = tmp_path / "out" / "m.tif"
    output.parent.mkdir()
    with pytest.raises(
        CloudMaskError, match=rf"Band \d+ of .*{path.name} .* column \d+, row \d+, .*\.$"
    ):
        mask_scene(MaskRequest(replace(spec, bands=bands), str(output)), RecordingReporter())
    assert not list(output.parent.iterdir())


@pytest.mark.parametrize("backend", ["rasterio", "gdal"])
def test_a_band_that_was_cut_short_is_named_with_its_window_when_masking_comes_to_it(
    source: Source, tmp_path: Path, backend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_product(source.folder, source.reflectance, (20,))
    spec = describe(str(root))
    image = next(root.rglob("*_B11_20m.jp2"))
    cut_short(image, 0.9)
    monkeypatch.setattr(
        "cloudmask_plugin.engine.pipeline.choose_backend", lambda: choose_backend(backend)
    )
    output = tmp_path / "out" / "m.tif"
    output.parent.mkdir()
    with pytest.raises(
        CloudMaskError, match=rf"Band 1 of .*{image.name} .* column 0, row 0, .*fetch it again\.$"
    ):
        mask_scene(MaskRequest(spec, str(output)), RecordingReporter())
    assert not list(output.parent.iterdir())


def test_what_a_server_does_not_have_is_named(source: Source, tmp_path: Path) -> None:
    output = tmp_path / "out" / "m.tif"
    assert "none.tif" in refusal(f"{source.address}/none.tif", output)
    assert "none.json" in refusal(f"{source.address}/none.json", output)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "no JSON"),
        ('{"type": "Feature"}', "no STAC item"),
        ('{"assets": {"thumbnail": {"href": "a.jpg", "type": "image/jpeg"}}}', "no asset"),
    ],
)
def test_an_item_without_bands_is_refused(
    source: Source, tmp_path: Path, text: str, sentence: str
) -> None:
    path = source.folder / "item.json"
    path.write_text(text)
    assert sentence in refusal(str(path), tmp_path / "out" / "m.tif")


def test_items_are_told_from_rasters_by_their_address() -> None:
    api = "https://example.org/v1/collections/sentinel-2-l2a/items"
    assert is_item(f"{api}/S2A_29UNU_20221005_0_L2A")
    assert is_item("https://example.org/item.json?token=1")
    assert not is_item(f"{api}/B04.tif?token=1")
    assert not is_item("scene.tif")
    assert not is_item("nowhere.json")


def test_an_item_that_misstates_the_offset_is_told_by_the_values(source: Source) -> None:
    for role in FOUR_BANDS:
        write_raster(source.folder / f"{role}.tif", source.numbers((role,), 0), pixel=20)
    spec = describe(str(write_item(source, {role: f"{role}.tif" for role in FOUR_BANDS})))
    assert spec.offset.value == 0
    assert any("-1000" in t and "applied already" in t for t in spec.warnings)
    assert (spec.acquired.value, spec.sun_azimuth.value) == ("2022-10-05T11:54:11Z", 172.8)
    assert spec.sun_zenith.value == pytest.approx(57.8)


def test_a_series_asks_for_the_date_and_refuses_one_that_is_not_there(
    source: Source, tmp_path: Path
) -> None:
    path = str(series(source).location)
    output = tmp_path / "out" / "m.tif"
    assert "3 dates (2022-10-05, 2022-10-10, 2022-10-15)" in refusal(path, output)
    assert "none of them is 2022-10-07" in refusal(path, output, step="2022-10-07")
    assert "none of them is 4" in refusal(path, output, step="4")


def test_a_sensor_without_a_fixed_scale_asks_for_it(source: Source, tmp_path: Path) -> None:
    path = write_raster(source.folder / "GF1_WFV1_E3.tif", source.numbers(FOUR_BANDS), pixel=20)
    assert "GaoFen-1 WFV" in refusal(str(path), tmp_path / "out" / "m.tif")


def test_a_sensor_that_is_unknown_is_refused_with_those_known(source: Source) -> None:
    with pytest.raises(CloudMaskError, match="sentinel-2, landsat-8-9.*gaofen-1-wfv"):
        describe(str(source.stack("s.tif")), Overrides(sensor="spot"))


def test_bands_of_two_products_are_no_scene(source: Source, tmp_path: Path) -> None:
    first = write_product(source.folder, source.reflectance, (20,))
    other = first.with_name(first.name.replace("T29UNU", "T30UNU"))
    shutil.copytree(first, other)
    xml = (other / "MTD_MSIL2A.xml").read_text()
    (other / "MTD_MSIL2A.xml").write_text(xml.replace("T29UNU", "T30UNU"))
    files = [str(next(root.rglob("*_B04_20m.jp2"))) for root in (first, other)]
    assert "different products" in refusal(files, tmp_path / "out" / "m.tif")


def test_two_tiles_in_one_product_are_to_be_chosen_from(source: Source, tmp_path: Path) -> None:
    root = write_product(source.folder, source.reflectance, (20,))
    (granule,) = (root / "GRANULE").iterdir()
    second = granule.with_name(granule.name.replace("T29UNU", "T29UNV"))
    shutil.copytree(granule, second)
    assert "holds 2 tiles" in refusal(str(root), tmp_path / "out" / "m.tif")
    assert "T29UNV" in describe(str(second)).bands[0].path


def test_bands_of_two_scenes_in_a_folder_are_to_be_parted(source: Source, tmp_path: Path) -> None:
    folder = Path(str(folder_of_product_files(source).location))
    image = next(folder.glob("*_B03_20m.jp2"))
    shutil.copy(image, image.with_name(image.name.replace("20221005", "20221010")))
    assert "B03 twice" in refusal(str(folder), tmp_path / "out" / "m.tif")


def test_a_band_is_found_in_its_product_from_within_its_folder(
    source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    image = Path(str(one_band_of_a_product(source).location))
    monkeypatch.chdir(image.parent)
    spec = describe(image.name)
    assert (spec.name, spec.roles) == (PRODUCT, L2A)


def test_landsat_items_are_known_by_their_name(source: Source) -> None:
    for role in FOUR_BANDS:
        reflectance = (source.numbers((role,)).astype(float) - 1000) / 10000
        numbers = np.rint((reflectance + 0.2) / 2.75e-5).astype(np.uint16)
        write_raster(source.folder / f"{role}.tif", numbers, pixel=30)
    path = write_item(source, {role: f"{role}.tif" for role in FOUR_BANDS})
    item = json.loads(path.read_text().replace('"nir"', '"nir08"'))
    item["id"], item["collection"] = "LC08_L2SP_193024_20220612_02_T1", "landsat-c2-l2"
    for asset in item["assets"].values():
        asset["raster:bands"] = [{"scale": 2.75e-5, "offset": -0.2}]
    path.write_text(json.dumps(item))
    spec = describe(str(path))
    assert spec.sensor.value == "landsat-8-9"
    assert spec.roles == ("B02", "B03", "B04", "B8A")
    for band in spec.bands:
        assert 18639 * band.gain + band.bias == pytest.approx(0.313, abs=5e-4)


@pytest.mark.parametrize("backend", ["rasterio", "gdal"])
@pytest.mark.parametrize("kind", ["mask band", "alpha band"])
def test_a_pixel_that_any_files_mask_leaves_out_is_nodata(
    source: Source, tmp_path: Path, kind: str, backend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    forced = choose_backend(backend)
    for module in ("describe", "pipeline"):
        monkeypatch.setattr(f"cloudmask_plugin.engine.{module}.choose_backend", lambda: forced)
    folder = source.folder / "masked"
    folder.mkdir()
    out = np.zeros((120, 120), bool)
    holes = {"B02": (slice(0, 20), slice(0, 30)), "B04": (slice(90, 120), slice(100, 120))}
    for role in FOUR_BANDS:
        seen = np.ones((120, 120), np.uint8)
        if role in holes:
            seen[holes[role]] = 0
            out[holes[role]] = True
        numbers = source.numbers((role,))
        path = folder / f"{role}.tif"
        if kind == "alpha band":
            stack = np.concatenate([numbers, seen[None] * np.uint16(65535)])
            write_raster(path, stack, (role, ""), TAGS, pixel=20, photometric="MINISBLACK")
            with rasterio.open(path, "r+") as dst:
                dst.colorinterp = (ColorInterp.gray, ColorInterp.alpha)
        else:
            with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True):
                write_raster(path, numbers, (role,), TAGS, pixel=20)
                with rasterio.open(path, "r+") as dst:
                    dst.write_mask(seen.astype(bool))
    files = [str(path) for path in sorted(folder.iterdir())]
    got, spec = masked(files, tmp_path / "m.tif", Overrides(nodata=float("nan")))
    assert set(spec.mask_paths) == set(files)
    assert np.array_equal(got == 255, out)


@pytest.mark.parametrize("shape", [(1, 1), (3, 5), (17, 2)])
def test_a_tiny_scene_is_masked(source: Source, tmp_path: Path, shape: tuple[int, int]) -> None:
    numbers = source.numbers(FOUR_BANDS)[:, : shape[0], : shape[1]]
    path = write_raster(source.folder / "tiny.tif", numbers.copy(), FOUR_BANDS, TAGS, pixel=20)
    got, _ = masked(str(path), tmp_path / "tiny_mask.tif")
    assert got.shape == shape
    assert set(np.unique(got)) <= {0, 1, 2, 3}


def test_a_part_of_a_scene_is_masked_as_in_the_whole(source: Source, tmp_path: Path) -> None:
    spec = describe(str(source.stack("whole.tif")))
    x0, a, _, y0, _, e = spec.grid.transform
    extent = (x0 + 40 * a, y0 + 70 * e, x0 + 60 * a, y0 + 50 * e)
    masks, probabilities = [], []
    for name, asked in (("whole", None), ("part", extent)):
        output, stored = str(tmp_path / f"{name}_mask.tif"), str(tmp_path / f"{name}_p.tif")
        request = MaskRequest(spec, output, extent=asked, threads=1, probabilities=stored)
        mask_scene(request, RecordingReporter())
        with rasterio.open(output) as codes, rasterio.open(stored) as src:
            masks.append(codes.read(1))
            probabilities.append(src.read().astype(int))
    whole, part = probabilities[0][:, 50:70, 40:60], probabilities[1]
    assert np.abs(whole - part).max() <= 1  # of 250 steps, by rounding
    clear, thick, thin, shadow = whole
    ranked = np.sort([clear, thick + thin, shadow], axis=0)
    either_kind = (thick + thin == ranked[2]) & (np.abs(thick - thin) <= 2)
    tie = (ranked[2] - ranked[1] <= 2) | either_kind
    assert tie.mean() < 0.1
    assert np.array_equal(masks[1][~tie], masks[0][50:70, 40:60][~tie])


def test_a_picture_of_a_product_is_masked_and_the_product_offered(source: Source) -> None:
    root = write_product(source.folder, source.reflectance, (20,))
    image = next(root.rglob("*_B04_20m.jp2"))
    picture = image.with_name(image.name.replace("B04", "TCI"))
    shown = np.full((3, 120, 120), 90, np.uint8)
    write_raster(picture, shown, pixel=20, driver="JP2OpenJPEG")
    spec = describe(str(picture))
    assert {band.path for band in spec.bands} == {str(picture)}
    assert any(root.name in text and "choose the product" in text for text in spec.warnings)


@pytest.mark.parametrize("way", ["", "sub/..", "link"])
def test_a_scene_is_never_written_over_whatever_way_leads_to_it(
    source: Source, tmp_path: Path, way: str
) -> None:
    path = source.stack("scene.tif")
    content = path.read_bytes()
    (source.folder / "sub").mkdir()
    (source.folder / "link").symlink_to(source.folder)
    with pytest.raises(CloudMaskError, match="is the scene itself: choose another name"):
        masked(str(path), source.folder / way / "scene.tif")
    assert path.read_bytes() == content
