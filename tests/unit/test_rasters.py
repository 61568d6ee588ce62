"""One contract for both raster libraries, and files that appear only when whole."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
import rasterio
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.warp import transform

from cloudmask_plugin.engine.errors import Cancelled, DependencyError, OutputError, SceneError
from cloudmask_plugin.engine.raster import Backend, NewRaster, backend, choose_backend
from cloudmask_plugin.engine.raster.row_store import RowStore
from cloudmask_plugin.engine.raster.sink import (
    OVERVIEWS,
    READING_BACK,
    RasterSink,
    check_target,
    overview_factors,
)
from cloudmask_plugin.engine.scene import Grid, Window
from tests.unit.stored import UTM, write_jp2, write_raster

WKT = rasterio.crs.CRS.from_epsg(32631).to_wkt()
GRID = Grid(WKT, (500000.0, 10.0, 0.0, 4000000.0, 0.0, -10.0), 300, 280)
LIBRARIES = ("rasterio", "gdal")


@pytest.fixture(params=LIBRARIES)
def library(request: pytest.FixtureRequest) -> Backend:
    return choose_backend(request.param)


def test_both_libraries_tell_the_same_of_a_file(tmp_path: Path) -> None:
    values = np.arange(3 * 70 * 90, dtype=np.uint16).reshape(3, 70, 90)
    path = write_raster(
        tmp_path / "a.tif", values, ("B02", "B03", "B04"), {"KEY": "value"}, nodata=7
    )
    with rasterio.open(path, "r+") as dst:
        dst.scales, dst.offsets = (0.0001,) * 3, (-0.1,) * 3
        dst.update_tags(2, wavelength="560")
    infos = []
    for name in LIBRARIES:
        reader = choose_backend(name).open(str(path))
        infos.append(reader.info)
        reader.close()
    one, other = infos
    assert one == other
    assert one.count == 3
    assert one.scales == (0.0001,) * 3
    assert one.block == (256, 256)
    assert dict(one.band_tags[1]) == {"wavelength": "560"}
    assert ("KEY", "value") in one.tags


@given(st.integers(0, 60), st.integers(0, 80), st.integers(1, 70), st.integers(1, 90))
def test_both_libraries_read_what_numpy_slices(
    tmp_path_factory: pytest.TempPathFactory, row: int, col: int, height: int, width: int
) -> None:
    values = np.random.default_rng(0).integers(0, 9999, (2, 70, 90)).astype(np.int16)
    path = tmp_path_factory.getbasetemp() / "sliced.tif"
    if not path.exists():
        write_raster(path, values)
    window = Window(col, row, width, height).intersect(Window(0, 0, 90, 70))
    for name in LIBRARIES:
        reader = choose_backend(name).open(str(path))
        got = reader.read(2, window, (window.height, window.width))
        reader.close()
        expected = values[1, window.row : window.row_stop, window.col : window.col_stop]
        assert got.dtype == np.int16
        assert np.array_equal(got, expected)


def test_what_one_library_writes_the_other_reads(library: Backend, tmp_path: Path) -> None:
    values = np.random.default_rng(1).integers(0, 250, (2, 280, 300)).astype(np.uint8)
    path = tmp_path / "new.tif"
    new = NewRaster(GRID, "uint8", ("Clear", "Cloud"), 255, (("A", "1"),), scale=0.004)
    writer = library.create(str(path), new)
    writer.write(values[:, :256], Window(0, 0, 300, 256))
    writer.write(values[:, 256:], Window(0, 256, 300, 24))
    writer.close()
    library.build_overviews(str(path), (2,), lambda share: None)
    with rasterio.open(path) as src:
        assert np.array_equal(src.read(), values)
        assert src.crs.to_epsg() == int(UTM.split(":")[1])
        assert src.transform.to_gdal() == GRID.transform
        assert src.descriptions == ("Clear", "Cloud")
        assert src.nodata == 255
        assert src.tags()["A"] == "1"
        assert src.scales == (0.004, 0.004)
        assert src.overviews(1) == [2]
        assert src.profile["tiled"]
        assert src.compression.name == "deflate"
    other = choose_backend("gdal" if library.name == "rasterio" else "rasterio")
    assert other.open(str(path)).info.overviews == (2,)


def test_tags_may_come_when_the_rows_are_written(library: Backend, tmp_path: Path) -> None:
    path = tmp_path / "new.tif"
    colours = ((1, (213, 62, 79, 255)),)
    new = NewRaster(GRID, "uint8", ("m",), 255, (("A", "1"),), colours)
    rows = np.ones((1, 280, 300), np.uint8)
    writer = library.create(str(path), new)
    writer.write(rows, GRID.window)
    writer.add_tags((("B", "2"),))
    writer.close()
    library.build_overviews(str(path), (2,), lambda share: None)
    with rasterio.open(path) as src:
        assert {key: src.tags()[key] for key in ("A", "B")} == {"A": "1", "B": "2"}
        assert src.colormap(1)[1] == (213, 62, 79, 255)
        assert np.array_equal(src.read(), rows)


def turned(degrees: float) -> Grid:
    x0, y0 = 440_000.0, 4_440_000.0
    cos, sin = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return Grid(WKT, (x0, 80 * cos, 80 * sin, y0, 80 * sin, -80 * cos), 120, 90)


@pytest.fixture(scope="session")
def plane(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A raster in degrees whose first band is a plane, with a hole, and whose second is not."""
    rows, cols = np.mgrid[:600, :700] + 0.5
    x, y = transform("EPSG:4326", UTM, (2.1 + cols * 5e-4).ravel(), (40.2 - rows * 5e-4).ravel())
    values = np.reshape(np.array(x) * 0.01 - np.array(y) * 0.02, (600, 700)).astype(np.float32)
    values[220:250, 460:500] = -9999  # 440 cells of 80 m
    path = tmp_path_factory.mktemp("plane") / "plane.tif"
    with rasterio.open(
        path, "w", driver="GTiff", width=700, height=600, count=2, dtype="float32", nodata=-9999,
        crs="EPSG:4326", transform=rasterio.transform.from_origin(2.1, 40.2, 5e-4, 5e-4),
    ) as dst:  # fmt: skip
        dst.write(np.stack([values, np.full_like(values, 7)]))
    return path


@pytest.mark.parametrize("degrees", [0, 30, 180])
def test_a_raster_is_laid_on_another_grid_in_another_crs(
    library: Backend, plane: Path, degrees: float
) -> None:
    grid = turned(degrees)
    values = library.read_warped(str(plane), grid, lambda share: None)
    x0, a, b, y0, d, e = grid.transform
    rows, cols = np.mgrid[:90, :120] + 0.5
    expected = (x0 + a * cols + b * rows) * 0.01 - (y0 + d * cols + e * rows) * 0.02
    assert values.dtype == np.float32
    known = ~np.isnan(values)
    assert known.mean() > 0.3
    # Metres, of which the plane rises 1.8 a cell; at the hole's edge values come from one side.
    assert np.percentile(np.abs(values - expected)[known], 98) < 0.1
    if degrees == 0:
        assert 350 < (~known).sum() < 530  # the hole and no more


def test_where_a_raster_is_not_there_is_nothing(library: Backend, plane: Path) -> None:
    values = library.read_warped(
        str(plane), GRID.cropped(Window(10**6, 0, 9, 9)), lambda share: None
    )
    assert np.isnan(values).all()


def test_laying_a_raster_on_a_grid_ends_where_it_is_told_to(library: Backend, plane: Path) -> None:
    def stop(share: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        library.read_warped(str(plane), turned(0), stop)


def test_a_palette_is_kept(library: Backend, tmp_path: Path) -> None:
    path = tmp_path / "palette.tif"
    colours = ((0, (0, 0, 0, 255)), (1, (213, 62, 79, 255)))
    library.create(str(path), NewRaster(GRID, "uint8", ("m",), 255, colours=colours)).close()
    with rasterio.open(path) as src:
        assert src.colormap(1)[1] == (213, 62, 79, 255)


def test_errors_name_the_file(library: Backend, tmp_path: Path) -> None:
    with pytest.raises(SceneError, match=r"no\.tif .*check that it exists"):
        library.open(str(tmp_path / "no.tif"))
    with pytest.raises(OutputError, match=r"x\.tif cannot be written"):
        library.create(str(tmp_path / "nowhere" / "x.tif"), NewRaster(GRID, "uint8", ("m",), 255))


def test_a_damaged_block_is_named_by_band_and_window(library: Backend, tmp_path: Path) -> None:
    values = np.random.default_rng(0).integers(0, 9999, (1, 512, 512)).astype(np.uint16)
    path = write_raster(tmp_path / "damaged.tif", values, compress="deflate")
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 4000] = bytes(4000)
    path.write_bytes(content)
    reader = library.open(str(path))
    with pytest.raises(SceneError, match=r"Band 1 of .*damaged\.tif .* column 0, row 0"):
        reader.read(1, Window(0, 0, 512, 512), (512, 512))


@pytest.fixture(scope="session")
def jpeg_2000(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An image of 1100 × 1100 pixels in four blocks, none of which is 0."""
    values = np.random.default_rng(0).integers(2000, 4000, (1, 1100, 1100)).astype(np.uint16)
    return write_jp2(tmp_path_factory.mktemp("jp2") / "whole.jp2", values)


@pytest.mark.parametrize("side", [1100, 550])
@pytest.mark.parametrize("share", [0.5, 0.99])
def test_a_jpeg_2000_file_that_is_cut_short_is_told_at_whatever_resolution_it_is_read(
    library: Backend, jpeg_2000: Path, tmp_path: Path, share: float, side: int
) -> None:
    """GDAL decodes blocks in threads, and does not hand on their errors to all callers."""
    whole, seen = library.open(str(jpeg_2000)), Window(0, 0, 1100, 1100)
    assert (whole.read(1, seen, (side, side)) > 0).all()
    whole.close()
    cut = tmp_path / "cut.jp2"
    content = jpeg_2000.read_bytes()
    cut.write_bytes(content[: int(len(content) * share)])
    reader = library.open(str(cut))
    with pytest.raises(SceneError, match=r"Band 1 of .*cut\.jp2 .* column 0, row 0"):
        reader.read(1, seen, (side, side))


@pytest.mark.parametrize("exceptions", [True, False])
def test_errors_are_told_whether_or_not_gdal_raises_exceptions(
    tmp_path: Path, plane: Path, exceptions: bool
) -> None:
    from osgeo import gdal

    before = gdal.GetUseExceptions()
    (gdal.UseExceptions if exceptions else gdal.DontUseExceptions)()
    try:
        with pytest.raises(SceneError, match="check that it exists"):
            choose_backend("gdal").open(str(tmp_path / "no.tif"))
        with pytest.raises(OutputError, match="cannot be written"):
            new = NewRaster(GRID, "uint8", ("m",), 255)
            choose_backend("gdal").create(str(tmp_path / "no" / "x.tif"), new)
        with pytest.raises(SceneError, match="brought to the scene's grid"):
            choose_backend("gdal").read_warped(str(tmp_path / "no.tif"), GRID, lambda share: None)
        warped = choose_backend("gdal").read_warped(str(plane), turned(0), lambda share: None)
        assert np.isfinite(warped).any()
        assert gdal.GetUseExceptions() == exceptions
    finally:
        (gdal.UseExceptions if before else gdal.DontUseExceptions)()


@pytest.mark.skipif(os.name == "nt", reason="the limit on file sizes stands for a full disk")
@pytest.mark.parametrize("limit", [0, 300, 20_000, 70_000, 80_000])
def test_a_full_disk_is_told_and_nothing_stands_that_looks_whole(
    library: Backend, tmp_path: Path, limit: int
) -> None:
    import resource

    rows = np.random.default_rng(0).integers(0, 250, (1, 280, 300)).astype(np.uint8)
    path = tmp_path / "m.tif"
    path.write_text("earlier")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        with (
            pytest.raises(OutputError, match="disk is not full"),
            RasterSink(str(path), NewRaster(GRID, "uint8", ("m",), 255), library) as target,
        ):
            target.write(rows)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert path.read_text() == "earlier"
    assert [entry.name for entry in tmp_path.iterdir()] == ["m.tif"]


@pytest.mark.skipif(os.name == "nt", reason="the limit on file sizes stands for a full disk")
@pytest.mark.parametrize("limit", [0, 9000])
def test_a_disk_too_full_for_rows_that_wait_is_told(tmp_path: Path, limit: int) -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        with (
            pytest.raises(OutputError, match=r"m\.tif .*disk is not full"),
            RowStore(str(tmp_path / "m.tif"), 300) as store,
        ):
            store.append(np.zeros((280, 300), np.uint8))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert list(tmp_path.iterdir()) == []


def test_the_block_cache_is_limited_only_inside(library: Backend) -> None:
    from osgeo import gdal

    before = gdal.GetCacheMax()
    with library.limit_cache(7 * 2**20):
        assert gdal.GetCacheMax() == 7 * 2**20
    if library.name == "gdal":
        assert gdal.GetCacheMax() == before
    gdal.SetCacheMax(before)


def test_the_block_cache_is_as_before_when_tasks_that_overlap_end_in_any_order() -> None:
    from osgeo import gdal

    library, before = choose_backend("gdal"), gdal.GetCacheMax()
    first, second = library.limit_cache(7 * 2**20), library.limit_cache(9 * 2**20)
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert gdal.GetCacheMax() == 9 * 2**20
    second.__exit__(None, None, None)
    assert gdal.GetCacheMax() == before


@pytest.mark.parametrize("dtype", ["int64", "uint64", "int32", "float64", "uint8"])
def test_values_of_any_type_are_read_as_they_are(
    library: Backend, tmp_path: Path, dtype: str
) -> None:
    values = np.arange(2 * 20 * 30).reshape(2, 20, 30).astype(dtype)
    path = write_raster(tmp_path / "a.tif", values)
    reader = library.open(str(path))
    got = reader.read(2, Window(0, 0, 30, 20), (20, 30))
    reader.close()
    # Some versions of rasterio take the two types of 64 bits for each other when they write.
    assert {np.dtype(name).itemsize for name in reader.info.dtypes} == {values.itemsize}
    assert got.dtype == reader.info.dtypes[1]
    assert np.array_equal(got, values[1])


@pytest.mark.parametrize("raises", [False, True])
def test_a_damaged_mask_band_is_named_by_its_window(
    library: Backend, tmp_path: Path, raises: bool
) -> None:
    from osgeo import gdal

    path = tmp_path / "a.tif"
    with (
        rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True),
        rasterio.open(
            path, "w", driver="GTiff", width=600, height=600, count=1, dtype="uint8"
        ) as dst,
    ):
        dst.write(np.ones((1, 600, 600), np.uint8))
        dst.write_mask(np.random.default_rng(0).random((600, 600)) > 0.5)
    path.write_bytes(path.read_bytes()[:-4000])
    before = gdal.GetUseExceptions()
    gdal.UseExceptions() if raises else gdal.DontUseExceptions()
    reader = library.open(str(path))
    try:
        with pytest.raises(SceneError, match=r"mask band of .*a\.tif .* column 0, row 500"):
            reader.read_mask(Window(0, 500, 600, 100), (100, 600))
    finally:
        reader.close()
        gdal.UseExceptions() if before else gdal.DontUseExceptions()


def test_a_key_in_an_address_is_not_told(library: Backend) -> None:
    address = "/vsicurl/http://localhost:1/scene.tif?sig=secret"
    with pytest.raises(SceneError) as told:
        library.open(address)
    assert "http://localhost:1/scene.tif " in str(told.value)
    assert "secret" not in str(told.value)


def test_gdals_own_bindings_are_used_wherever_they_are_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for installed, expected in (
        (("osgeo", "rasterio"), "gdal"),
        (("osgeo",), "gdal"),
        (("rasterio",), "rasterio"),
    ):
        backend.choose_backend.cache_clear()
        monkeypatch.setattr(backend, "_is_installed", lambda name, there=installed: name in there)
        assert backend.choose_backend().name == expected
    monkeypatch.setattr(backend, "_is_installed", lambda name: False)
    backend.choose_backend.cache_clear()
    with pytest.raises(DependencyError, match="install rasterio"):
        backend.choose_backend()
    backend.choose_backend.cache_clear()


# --- the sink --------------------------------------------------------------------------------


def sink(path: Path, companions: tuple[tuple[str, str], ...] = ()) -> RasterSink:
    return RasterSink(
        str(path), NewRaster(GRID, "uint8", ("m",), 255), choose_backend(), companions
    )


@pytest.mark.parametrize("width", [1, 37, 300, None])
@settings(max_examples=25)
@given(heights=st.lists(st.integers(1, 300), min_size=1, max_size=5))
def test_rows_may_come_in_pieces_of_any_height_whole_or_in_parts_beside_each_other(
    tmp_path_factory: pytest.TempPathFactory, width: int | None, heights: list[int]
) -> None:
    values = np.random.default_rng(0).integers(0, 4, (1, 280, 300)).astype(np.uint8)
    path = tmp_path_factory.mktemp("sink") / "m.tif"
    with sink(path) as target:
        start = 0
        for height in (*heights, 280):
            rows = values[:, start : start + height]
            if width is None:
                target.write(rows)
            else:
                for col in range(0, 300 if rows.size else 0, width):
                    target.write_beside(rows[:, :, col : col + width])
            start = min(start + height, 280)
    with rasterio.open(path) as src:
        assert np.array_equal(src.read(), values)


def test_nothing_stands_under_the_name_before_all_is_written(tmp_path: Path) -> None:
    path = tmp_path / "m.tif"
    with sink(path, (("+.aux.xml", "<a/>"), (".qml", "<q/>"))) as target:
        target.write(np.zeros((1, 280, 300), np.uint8))
        assert not path.exists()
        assert all(entry.name.startswith(".") for entry in tmp_path.iterdir())
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["m.qml", "m.tif", "m.tif.aux.xml"]


@pytest.mark.parametrize("rows", [0, 100, 280])
def test_an_error_leaves_what_was_there(tmp_path: Path, rows: int) -> None:
    path = tmp_path / "m.tif"
    path.write_text("earlier")
    with pytest.raises(RuntimeError), sink(path, ((".qml", "<q/>"),)) as target:
        target.write(np.zeros((1, rows, 300), np.uint8))
        raise RuntimeError
    assert path.read_text() == "earlier"
    assert [entry.name for entry in tmp_path.iterdir()] == ["m.tif"]


NOISE = np.random.default_rng(0).integers(0, 250, (4, 2048, 2048)).astype(np.uint8)
LARGE = NewRaster(Grid(WKT, GRID.transform, 2048, 2048), "uint8", tuple("abcd"), 255)


@pytest.mark.parametrize("share", [0.0, 0.2, 0.7, 0.8, 0.95])
def test_finishing_ends_where_the_report_raises_and_leaves_nothing(
    library: Backend, tmp_path: Path, share: float
) -> None:
    told: list[tuple[float, str]] = []

    def report(done: float, stage: str) -> None:
        told.append((done, stage))
        if done >= share:
            raise Cancelled

    with (
        pytest.raises(Cancelled),
        RasterSink(str(tmp_path / "m.tif"), LARGE, library) as target,
    ):
        target.write(NOISE)
        target.finish(report)
    assert list(tmp_path.iterdir()) == []
    assert [done for done, _ in told[:-1] if done >= share] == []
    # rasterio does not tell how far its overviews are
    overviews = share <= 0.75 and (library.name == "gdal" or share == 0)
    assert told[-1][1] == (OVERVIEWS if overviews else READING_BACK)


def test_overviews_are_not_built_on_once_a_cancel_is_heard(
    library: Backend, tmp_path: Path
) -> None:
    path = tmp_path / "m.tif"
    writer = library.create(str(path), LARGE)
    writer.write(NOISE, Window(0, 0, 2048, 2048))
    writer.close()
    before = path.stat().st_size

    def stop(share: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        library.build_overviews(str(path), (2, 4, 8), stop)
    assert path.stat().st_size < 1.1 * before  # whole, they add a third


def test_a_cancel_is_heard_often_while_a_large_file_is_finished(
    library: Backend, tmp_path: Path
) -> None:
    told: list[tuple[float, str]] = []
    with RasterSink(str(tmp_path / "m.tif"), LARGE, library) as target:
        target.write(NOISE)
        target.finish(lambda done, stage: told.append((done, stage)))
    shares = [done for done, _ in told]
    assert shares == sorted(shares)
    assert {stage for _, stage in told} == {OVERVIEWS, READING_BACK}
    for stage in (OVERVIEWS, READING_BACK):
        assert len([done for done, name in told if name == stage]) >= 4
    with rasterio.open(tmp_path / "m.tif") as src:
        assert np.array_equal(src.read(), NOISE)
        for band in range(4):
            assert np.array_equal(src.read(band + 1, out_shape=(512, 512)), NOISE[band, ::4, ::4])


def test_what_is_written_does_not_wait_for_the_end_to_be_compressed(
    library: Backend, tmp_path: Path
) -> None:
    path = tmp_path / "m.tif"
    with library.limit_cache(2**28):
        writer = library.create(str(path), LARGE)
        for row in range(0, 2048, 256):
            for _ in range(2):  # 32 MB in all
                writer.write(NOISE[:, row : row + 256], Window(0, row, 2048, 256))
        assert path.stat().st_size > NOISE.nbytes / 2
        writer.close()
    with rasterio.open(path) as src:
        assert np.array_equal(src.read(), NOISE)


def test_rows_are_not_written_once_the_check_raises(library: Backend, tmp_path: Path) -> None:
    def check() -> None:
        raise Cancelled

    with (
        pytest.raises(Cancelled),
        RasterSink(str(tmp_path / "m.tif"), LARGE, library, check=check) as target,
    ):
        target.write(NOISE)
    assert list(tmp_path.iterdir()) == []


def test_a_name_with_brackets_is_like_any_other(tmp_path: Path) -> None:
    target = tmp_path / "mask [1] für Köln.tif"
    with pytest.raises(Cancelled), sink(target) as unfinished:
        unfinished.write(np.ones((1, 280, 300), np.uint8))
        raise Cancelled
    assert list(tmp_path.iterdir()) == []
    with sink(target) as finished:
        finished.write(np.ones((1, 280, 300), np.uint8))
    assert list(tmp_path.iterdir()) == [target]


def test_what_others_wrote_beside_an_earlier_raster_goes_with_it(tmp_path: Path) -> None:
    target = tmp_path / "mask.tif"
    for suffix in (".aux.xml", ".ovr", ".msk"):  # QGIS writes statistics; pyramids may lie outside
        target.with_name(f"{target.name}{suffix}").write_text("of another raster")
    other = tmp_path / "mask.tif.txt"
    other.write_text("kept")
    with sink(target, (("+.aux.xml", "own"),)) as finished:
        finished.write(np.ones((1, 280, 300), np.uint8))
    assert sorted(tmp_path.iterdir()) == [target, tmp_path / "mask.tif.aux.xml", other]
    assert (tmp_path / "mask.tif.aux.xml").read_text() == "own"


def test_missing_rows_are_an_error_and_leave_nothing(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="incomplete"), sink(tmp_path / "m.tif") as target:
        target.write(np.zeros((1, 10, 300), np.uint8))
    assert list(tmp_path.iterdir()) == []


def test_a_target_that_cannot_be_replaced_is_told_and_leaves_no_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(source: object, target: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", locked)
    with (
        pytest.raises(OutputError, match="close it in other programs"),
        sink(tmp_path / "m.tif") as target,
    ):
        target.write(np.zeros((1, 280, 300), np.uint8))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("m.jpg", "ends in"),
        ("no/m.tif", "does not exist"),
        (".tif", "ends in"),
        ("d.tif", "folder"),
    ],
)
def test_impossible_targets_are_refused_before_any_work(
    tmp_path: Path, name: str, sentence: str
) -> None:
    (tmp_path / "d.tif").mkdir()
    with pytest.raises(OutputError, match=sentence):
        check_target(str(tmp_path / name))


def test_overviews_halve_down_to_a_screenful() -> None:
    assert overview_factors(100, 100) == ()
    assert overview_factors(10980, 10980) == (2, 4, 8, 16, 32)


def test_blocks_in_any_order_make_the_file_that_rows_make(library: Backend, tmp_path: Path) -> None:
    values = np.random.default_rng(0).integers(0, 9999, (2, 280, 300)).astype(np.uint16)
    new = NewRaster(GRID, "uint16", ("a", "b"), 0, scale=1e-4, offset=-0.1)
    path = tmp_path / "blocks.tif"
    with RasterSink(str(path), new, library) as sink:
        for row in (256, 0):
            for col in (0, 256):
                window = Window(col, row, 256, 256).intersect(GRID.window)
                rows, cols = slice(row, window.row_stop), slice(col, window.col_stop)
                sink.write_blocks(values[:, rows, cols], window)
    with rasterio.open(path) as src:
        assert np.array_equal(src.read(), values)
        assert src.scales == (1e-4, 1e-4)
        assert src.offsets == (-0.1, -0.1)
    with (
        pytest.raises(OutputError, match="incomplete"),
        RasterSink(str(tmp_path / "part.tif"), new, library) as sink,
    ):
        sink.write_blocks(values[:, :256, :256], Window(0, 0, 256, 256))


@pytest.mark.parametrize("nearest", [False, True])
def test_a_warped_raster_reads_alike_in_any_windows_and_knows_its_holes(
    library: Backend, tmp_path: Path, nearest: bool
) -> None:
    rows, cols = np.mgrid[:280, :300]
    values = np.stack([1000 + rows + 2 * cols, 5000 - rows]).astype(np.uint16)
    values[:, 100:130, 100:140] = 7
    path = write_raster(tmp_path / "source.tif", values, origin=(500000.0, 4000000.0))
    west, south, east, north = rasterio.warp.transform_bounds(
        UTM, "EPSG:4326", 500000, 3997200, 503000, 4000000
    )
    crs = rasterio.crs.CRS.from_epsg(4326).to_wkt()
    size = (east - west) / 320, (north - south) / 290
    grid = Grid(crs, (west, size[0], 0.0, north, 0.0, -size[1]), 320, 290)
    reader = library.open_warped(str(path), grid, nearest, 7.0)
    assert reader.info.grid.window == grid.window
    assert reader.info.dtypes == ("float32", "float32")
    whole = reader.read(2, grid.window, (290, 320))
    hole = np.isnan(whole)
    assert 600 < hole[100:150, 100:160].sum() < 1800
    assert not np.isin(whole, 7.0).any()
    assert np.nanmin(whole) >= 5000 - 279
    assert np.nanmax(whole) <= 5000
    parts = library.open_warped(str(path), grid, nearest, 7.0)
    for row, col in ((0, 0), (37, 111), (200, 250), (130, 90)):
        window = Window(col, row, 70, 60).intersect(grid.window)
        part = parts.read(2, window, (window.height, window.width))
        expected = whole[row : window.row_stop, col : window.col_stop]
        assert np.array_equal(part, expected, equal_nan=True)
    parts.close()
    reader.close()


def test_what_a_mask_band_hides_is_a_hole_of_a_warped_raster(
    library: Backend, tmp_path: Path
) -> None:
    values = np.full((1, 280, 300), 1234, np.uint16)
    shown = np.ones((280, 300), bool)
    shown[50:100, 60:120] = False
    path = tmp_path / "masked.tif"
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True):
        write_raster(path, values, origin=(500000.0, 4000000.0))
        with rasterio.open(path, "r+") as dst:
            dst.write_mask(shown)
    x0, a, b, y0, d, e = GRID.transform
    grid = Grid(GRID.crs, (x0 + 3, a, b, y0 - 4, d, e), 290, 270)
    reader = library.open_warped(str(path), grid, True, None)
    got = reader.read(1, grid.window, (270, 290))
    assert np.array_equal(np.isnan(got), ~shown[:270, :290])
    reader.close()
