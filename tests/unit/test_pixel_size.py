"""What is asked for in metres is that many pixels, whether or not the file tells their size."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.transform import Affine

from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.errors import OptionError
from cloudmask_plugin.engine.pipeline import MaskRequest, mask_scene
from cloudmask_plugin.engine.raster import choose_backend
from cloudmask_plugin.engine.refine import RefineOptions
from cloudmask_plugin.engine.scene import METRES_PER_DEGREE, Overrides, SourceSpec
from tests.unit.stored import FOUR_BANDS, RecordingReporter, digital_numbers, write_raster
from training.simulation import SimulatedScene

SIDE = 160


def stack(scene: SimulatedScene) -> np.ndarray:
    return digital_numbers(scene.reflectance[:, :SIDE, :SIDE], FOUR_BANDS)


def unplaced(path: Path, scene: SimulatedScene, transform: Affine | None = None) -> Path:
    """Write a stack without a coordinate system, with or without a transform."""
    write_raster(path, stack(scene), FOUR_BANDS, crs=None)
    with rasterio.open(path, "r+") as dst:
        dst.transform = transform or Affine.identity()
    return path


def placed_at_origin(path: Path, scene: SimulatedScene, pixel: float) -> str:
    """Write the same stack in metres; tiles are anchored to the map's pixels."""
    return str(write_raster(path, stack(scene), FOUR_BANDS, origin=(0, 0), pixel=pixel))


def masked(spec: SourceSpec, output: Path, **options: float | None) -> tuple[np.ndarray, Affine]:
    resolution = options.pop("resolution", None)
    request = MaskRequest(
        spec, str(output), resolution=resolution, refine=RefineOptions(**options), threads=1
    )
    mask_scene(request, RecordingReporter())
    with rasterio.open(output) as src:
        return src.read(1), src.transform


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_an_unplaced_raster_is_taken_as_10_m_with_a_warning_and_buffered_like_one_placed(
    tmp_path: Path, scene: SimulatedScene
) -> None:
    spec = describe(str(unplaced(tmp_path / "unplaced.tif", scene)))
    (warning,) = (text for text in spec.warnings if "pixel" in text)
    assert "taken as 10 m; state the pixel size" in warning
    assert (spec.grid.resolution, spec.resolution) == (10, 10)
    placed = describe(placed_at_origin(tmp_path / "p.tif", scene, 10))
    options = {"buffer": 30.0, "min_area": 0.5}
    got, transform = masked(spec, tmp_path / "a.tif", **options)
    expected, _ = masked(placed, tmp_path / "b.tif", **options)
    assert np.array_equal(got, expected)
    assert transform == Affine.identity()  # it lies over the raster as a map shows it


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_a_stated_pixel_size_wins_and_is_not_warned_of(
    tmp_path: Path, scene: SimulatedScene
) -> None:
    path = str(unplaced(tmp_path / "unplaced.tif", scene))
    spec = describe(path, Overrides(pixel_size=20))
    assert not [text for text in spec.warnings if "pixel" in text]
    assert spec.grid.resolution == pytest.approx(20)
    placed = describe(placed_at_origin(tmp_path / "p.tif", scene, 20))
    for options in ({"buffer": 60.0}, {"resolution": 40.0, "buffer": 80.0}):
        got, _ = masked(spec, tmp_path / "a.tif", **options)
        expected, _ = masked(placed, tmp_path / "b.tif", **options)
        assert np.array_equal(got, expected)
    wrong = placed_at_origin(tmp_path / "q.tif", scene, 10)
    assert describe(wrong, Overrides(pixel_size=30)).grid.resolution == pytest.approx(30)
    for size in (0.0, -10.0, float("nan"), float("inf")):
        with pytest.raises(OptionError, match="above 0"):
            describe(path, Overrides(pixel_size=size))


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_another_sensors_pixel_is_as_large_as_its_vendor_says(
    tmp_path: Path, scene: SimulatedScene
) -> None:
    path = unplaced(tmp_path / "unplaced.tif", scene)
    for sensor, metres in (("landsat-8-9", 30), ("planetscope", 3), ("gaofen-1-wfv", 16)):
        spec = describe(str(path), Overrides(sensor=sensor, scale=1e-4, offset=0))
        assert spec.grid.resolution == pytest.approx(metres)


def test_numbers_without_a_coordinate_system_are_metres_or_where_tiny_degrees(
    tmp_path: Path, scene: SimulatedScene
) -> None:
    step, north = 10 / METRES_PER_DEGREE, 60.0
    degrees = unplaced(tmp_path / "d.tif", scene, Affine(2 * step, 0, 11.0, 0, -step, north))
    spec = describe(str(degrees))
    assert spec.grid.resolution == pytest.approx(10, rel=1e-2)  # cos 60° is a half
    assert any("taken as degrees" in text for text in spec.warnings)
    metres = unplaced(tmp_path / "m.tif", scene, Affine(20, 0, 5e5, 0, -20, 4e6))
    spec = describe(str(metres))
    assert spec.grid.resolution == 20
    assert not [text for text in spec.warnings if "pixel" in text]


def write_netcdf(
    path: Path, scene: SimulatedScene, axes: tuple[str, str] | None, step: float, unit: str
) -> Path:
    """Write bands as variables; ``axes`` name those of columns and rows, None: no coordinates."""
    from osgeo import gdal

    root = gdal.GetDriverByName("netCDF").CreateMultiDimensional(str(path)).GetRootGroup()
    columns, rows = axes or ("nx", "ny")
    dimensions = [root.CreateDimension(name, None, None, SIDE) for name in (rows, columns)]
    double = gdal.ExtendedDataType.Create(gdal.GDT_Float64)
    if axes is not None:
        for dimension, sign in zip(dimensions, (-1, 1)):
            array = root.CreateMDArray(dimension.GetName(), [dimension], double)
            array.Write(np.arange(SIDE) * sign * step + 10 + 50 * (sign < 0))
            if unit:
                kind = gdal.ExtendedDataType.CreateString()
                array.CreateAttribute("units", [], kind).Write(unit)
            del array
    for role, values in zip(FOUR_BANDS, stack(scene)):
        kind = gdal.ExtendedDataType.Create(gdal.GDT_UInt16)
        root.CreateMDArray(role, dimensions, kind).Write(np.ascontiguousarray(values))
    del root, dimensions
    return path


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
@pytest.mark.parametrize("backend", ["rasterio", "gdal"])
@pytest.mark.parametrize(
    ("axes", "step", "unit", "metres"),
    [
        (("x", "y"), 20.0, "", 20.0),
        (("x", "y"), 60.0, "m", 60.0),
        (("easting", "northing"), 0.01, "km", 10.0),
        (("lon", "lat"), 20 / METRES_PER_DEGREE, "degrees", 14.14),  # at 60° north
        (("x", "y"), 20.0, "parsec", None),
        (None, 20.0, "", None),
    ],
)
def test_a_netcdf_files_coordinates_tell_the_pixel_size_where_its_grid_does_not(
    tmp_path: Path,
    scene: SimulatedScene,
    backend: str,
    axes: tuple[str, str] | None,
    step: float,
    unit: str,
    metres: float | None,
) -> None:
    path = write_netcdf(tmp_path / "scene.nc", scene, axes, step, unit)
    spec = describe(str(path), backend=choose_backend(backend))
    assert spec.grid.resolution == pytest.approx(metres or 10, rel=2e-3)
    warned = [text for text in spec.warnings if "does not tell how large" in text]
    assert len(warned) == (metres is None)
