"""On which dates polygons can be used: shares, dates, tables and the layer."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import rasterio
from osgeo import ogr
from rasterio.warp import transform_geom

from cloudmask_plugin.engine.__main__ import main
from cloudmask_plugin.engine.classes import NODATA
from cloudmask_plugin.engine.errors import Cancelled, CloudMaskError
from cloudmask_plugin.engine.mask_table import find_table
from cloudmask_plugin.engine.vector import choose_vector_backend
from cloudmask_plugin.engine.zonal_clear import ZonalRequest, zonal_clear
from cloudmask_plugin.engine.zonal_command import usable_weights
from cloudmask_plugin.engine.zonal_result import ZonalResult
from tests.unit.stored import RecordingReporter

X0, Y0, SIZE = 500_000, 5_000_000, 20
Geometry = dict[str, object]


@pytest.fixture(params=["gdal", "rasterio"])
def backend(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = choose_vector_backend(request.param)
    monkeypatch.setattr("cloudmask_plugin.engine.zonal_clear.choose_vector_backend", lambda: chosen)


@pytest.fixture
def mask(tmp_path: Path) -> Callable[..., str]:
    def write(
        name: str, codes: np.ndarray, acquired: str = "", x0: float = X0, crs: str = "EPSG:32631"
    ) -> str:
        path = str(tmp_path / name)
        with rasterio.open(
            path, "w", driver="GTiff", width=codes.shape[1], height=codes.shape[0], count=1,
            dtype="uint8", crs=crs, transform=rasterio.Affine(SIZE, 0, x0, 0, -SIZE, Y0),
            nodata=NODATA,
        ) as dst:  # fmt: skip
            dst.write(codes, 1)
            dst.update_tags(CLOUDMASK_MODEL="test", ACQUISITION_TIME=acquired)
        return path

    return write


def box(col: float, row: float, col_stop: float, row_stop: float) -> Geometry:
    x, x_stop = X0 + SIZE * col, X0 + SIZE * col_stop
    y, y_stop = Y0 - SIZE * row, Y0 - SIZE * row_stop
    ring = [[x, y], [x_stop, y], [x_stop, y_stop], [x, y_stop], [x, y]]
    return {"type": "Polygon", "coordinates": [ring]}


@pytest.fixture
def fields(tmp_path: Path) -> Callable[..., str]:
    def write(*geometries: Geometry | None, epsg: int = 32631) -> str:
        features = [
            {
                "type": "Feature",
                "properties": {"fid": 7, "parcel": f"P{n}", "best_date": "old"},
                "geometry": geometry and transform_geom("EPSG:32631", f"EPSG:{epsg}", geometry),
            }
            for n, geometry in enumerate(geometries)
        ]
        name = f"urn:ogc:def:crs:EPSG::{epsg}"
        content = {
            "type": "FeatureCollection", "features": features,
            "crs": {"type": "name", "properties": {"name": name}},
        }  # fmt: skip
        path = tmp_path / f"fields_{epsg}.geojson"
        path.write_text(json.dumps(content), encoding="utf-8")
        return str(path)

    return write


def run(
    polygons: str, *masks: str, reporter: RecordingReporter | None = None, **options: object
) -> ZonalResult:
    if not {"table", "layer_output", "summary"} & set(options):
        options["summary"] = str(Path(masks[0]).parent / "summary.csv")
    request = ZonalRequest(polygons, masks, **options)  # type: ignore[arg-type]
    return zonal_clear(request, reporter or RecordingReporter())


def blocks(seed: int = 0) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return rng.choice([0, 0, 0, 1, 2, 3, NODATA], (60, 80)).astype(np.uint8)


# Shares


@pytest.mark.parametrize("epsg", [32631, 4326])
def test_shares_are_those_of_the_pixels_within(
    backend: None, mask: Callable[..., str], fields: Callable[..., str], epsg: int
) -> None:
    codes = blocks()
    polygons = fields(box(3, 4, 60, 50), box(10, 10, 70, 60), epsg=epsg)
    result = run(polygons, mask("m.tif", codes, "2022-05-01T10:00:00Z"), id_field="PARCEL")
    for row, part in zip(result.rows, (codes[4:50, 3:60], codes[10:60, 10:70])):
        shares = dict(row.shares)
        # Straight edges in degrees and metres part by less than a hundredth of a pixel here.
        for key, code in (("clear", 0), ("thick", 1), ("thin", 2), ("shadow", 3)):
            assert shares[key] == pytest.approx(np.mean(part == code), abs=2e-3)
        assert row.nodata == pytest.approx(np.mean(part == NODATA), abs=2e-3)
        assert row.usable == shares["clear"]
        assert row.pixels == pytest.approx(part.size, rel=2e-3)
        # A pixel has 0.04 ha on the map, and 1 / 0.9996² of that on the ground.
        assert row.hectares == pytest.approx(part.size * 0.04 / 0.9996**2, rel=2e-3)
    assert [row.id for row in result.rows] == ["P0", "P1"]


def test_a_polygon_smaller_than_a_pixel_counts_the_parts_of_pixels_it_covers(
    backend: None, mask: Callable[..., str], fields: Callable[..., str]
) -> None:
    codes = np.zeros((60, 80), np.uint8)
    codes[:, 11] = 1
    polygons = fields(
        box(10.7, 5.2, 10.9, 5.4), box(10.75, 5.25, 11.25, 5.5), box(10.5, 5.0, 13.0, 5.25)
    )
    rows = run(polygons, mask("m.tif", codes, "2022-05-01")).rows
    assert [row.usable for row in rows] == pytest.approx([1, 0.5, 0.6], abs=0.03)
    assert [row.pixels for row in rows] == pytest.approx([0.04, 0.125, 0.625], rel=0.2)


def test_what_lies_beyond_a_mask_is_without_data(
    backend: None, mask: Callable[..., str], fields: Callable[..., str]
) -> None:
    codes = np.zeros((60, 80), np.uint8)
    polygons = fields(box(-30, 0, 30, 60), box(200, 0, 230, 20), box(0, 0, 80, 60))
    half, away, whole = run(polygons, mask("m.tif", codes, "2022-05-01")).rows
    assert (half.usable, half.nodata) == pytest.approx((0.5, 0.5))
    assert (away.usable, away.nodata, away.is_usable) == (0, 1, False)
    assert away.hectares == pytest.approx(600 * 0.04, rel=2e-3)
    assert (whole.usable, whole.nodata) == (1, 0)


def test_holes_and_parts_of_polygons_count_as_drawn(
    backend: None, mask: Callable[..., str], fields: Callable[..., str]
) -> None:
    codes = np.zeros((60, 80), np.uint8)
    codes[20:30, 20:30] = 1
    shell, hole, part = (box(*b)["coordinates"] for b in (
        (10, 10, 40, 40), (20, 20, 30, 30), (50, 10, 60, 20)
    ))  # fmt: skip
    multi = {"type": "MultiPolygon", "coordinates": [[shell[0], hole[0]], part]}  # type: ignore[index]
    (row,) = run(fields(multi), mask("m.tif", codes, "2022-05-01")).rows
    assert (row.usable, row.pixels) == (1, 900)


def test_windows_of_any_size_give_the_same_shares(
    mask: Callable[..., str], fields: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    polygons = fields(box(3.3, 4.1, 60.2, 50.9), box(10, 10, 11.5, 12.3))
    path = mask("m.tif", blocks(), "2022-05-01")
    whole = run(polygons, path).rows
    monkeypatch.setattr("cloudmask_plugin.engine.zonal_clear.SIDE", 13)
    for one, other in zip(run(polygons, path).rows, whole):
        assert one.usable == pytest.approx(other.usable)
        assert one.pixels == pytest.approx(other.pixels)


def test_weights_say_how_much_of_a_class_is_usable(
    mask: Callable[..., str], fields: Callable[..., str]
) -> None:
    codes = np.zeros((60, 80), np.uint8)
    codes[:, :20], codes[:, 20:30] = 2, 3
    polygons, path = fields(box(0, 0, 40, 40)), mask("m.tif", codes, "2022-05-01")
    (row,) = run(polygons, path, usable=usable_weights("thin=0.5, shadow=0.2"), threshold=0.55).rows
    assert row.usable == pytest.approx(0.25 + 0.5 * 0.5 + 0.2 * 0.25)
    assert row.is_usable
    assert not run(polygons, path).rows[0].is_usable


# Dates


def test_dates_come_from_tags_names_or_the_user(
    mask: Callable[..., str], fields: Callable[..., str]
) -> None:
    codes = np.zeros((60, 80), np.uint8)
    masks = [
        mask("b.tif", codes, "2022-07-02T10:00:00Z"),
        mask("S2A_MSIL2A_20220601T105031_mask.tif", codes),
        mask("nothing.tif", codes),
    ]
    reporter = RecordingReporter()
    result = run(fields(box(0, 0, 9, 9)), *masks, reporter=reporter)
    assert [one.when for one in result.dates] == ["2022-06-01", "2022-07-02", "nothing.tif"]
    assert [row.date for row in result.rows] == ["2022-06-01", "2022-07-02", ""]
    assert any("20220601" in text and "guessed from the name" in text for text in reporter.messages)
    assert any("nothing.tif tells no date" in text for text in reporter.messages)
    stated = run(fields(box(0, 0, 9, 9)), *masks, dates=("2021-01-03", "2021-01-02", ""))
    assert [one.when for one in stated.dates] == ["2021-01-02", "2021-01-03", "nothing.tif"]


def test_of_two_masks_of_a_day_the_one_that_shows_more_of_a_polygon_counts(
    mask: Callable[..., str], fields: Callable[..., str]
) -> None:
    clear, cloud = np.zeros((60, 80), np.uint8), np.ones((60, 80), np.uint8)
    west = mask("west.tif", clear, "2022-05-01T10:00:00Z")
    east = mask("east.tif", cloud, "2022-05-01T10:00:09Z", x0=X0 + 70 * SIZE)
    result = run(fields(box(10, 0, 20, 9), box(68, 0, 100, 9)), west, east)
    assert [(row.mask, row.usable) for row in result.rows] == [
        ("west.tif", 1), ("east.tif", 0)
    ]  # fmt: skip
    (day,) = result.dates
    assert (day.polygons, day.serves) == (2, 1)


def test_the_dates_that_serve_most_polygons_come_first(
    mask: Callable[..., str], fields: Callable[..., str]
) -> None:
    one, two = np.zeros((60, 80), np.uint8), np.zeros((60, 80), np.uint8)
    one[:, :40] = 1
    two[:, 60:] = 1
    result = run(
        fields(box(0, 0, 20, 20), box(30, 0, 38, 20), box(61, 0, 70, 20)),
        mask("a.tif", one, "2022-05-01"), mask("b.tif", two, "2022-05-11"),
    )  # fmt: skip
    assert [(day.when, day.serves) for day in result.best_dates] == [
        ("2022-05-11", 2), ("2022-05-01", 1)
    ]  # fmt: skip
    assert result.never == 0
    first = result.dates[0]
    assert first.usable_hectares == pytest.approx(180 * 0.04, rel=2e-3)
    assert first.mean == pytest.approx(180 / 740, rel=1e-3)


# What is written


def test_table_summary_and_layer_tell_the_same(
    mask: Callable[..., str], fields: Callable[..., str], tmp_path: Path
) -> None:
    codes = np.zeros((60, 80), np.uint8)
    codes[:, :40] = 1
    table, summary, layer = (tmp_path / name for name in ("t.csv", "s.csv", "l.gpkg"))
    polygons = fields(box(30, 0, 50, 20), None, box(50, 0, 60, 20), epsg=4326)
    result = run(
        polygons, mask("a.tif", codes, "2022-05-01"), mask("b.tif", 0 * codes, "2022-05-06"),
        id_field="parcel", table=str(table), summary=str(summary), layer_output=str(layer),
    )  # fmt: skip
    with table.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    columns = ("polygon", "date", "usable_percent", "usable")
    assert [tuple(line[column] for column in columns) for line in lines] == [
        ("P0", "2022-05-01", "50.00", "no"), ("P0", "2022-05-06", "100.00", "yes"),
        ("P2", "2022-05-01", "100.00", "yes"), ("P2", "2022-05-06", "100.00", "yes"),
    ]  # fmt: skip
    with summary.open(encoding="utf-8", newline="") as file:
        days = list(csv.DictReader(file))
    assert [(day["date"], day["usable_polygons"]) for day in days] == [
        ("2022-05-01", "1"), ("2022-05-06", "2")
    ]  # fmt: skip
    source = ogr.Open(str(layer))
    found = source.GetLayer(0)
    assert found.GetSpatialRef().GetAuthorityCode(None) == "4326"
    features = [json.loads(feature.ExportToJson())["properties"] for feature in found]
    assert features[0] == {
        "parcel": "P0", "dates_ok": 1, "best_date": "2022-05-06", "best_pct": 100, "mean_pct": 75
    }  # fmt: skip
    assert features[1]["dates_ok"] is None
    assert features[2]["best_date"] == "2022-05-01", "the first of equals"
    assert "No date" in layer.with_suffix(".qml").read_text(encoding="utf-8")
    assert "Features without a polygon, left empty: 1." in result.warnings


def test_the_command_prints_json_and_lines(
    mask: Callable[..., str], fields: Callable[..., str], tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    codes = np.zeros((60, 80), np.uint8)
    path, polygons = mask("a.tif", codes, "2022-05-01"), fields(box(0, 0, 9, 9))
    arguments = ["zonalclear", polygons, "--masks", path, "--table", str(tmp_path / "t.csv")]
    assert main([*arguments, "--weight", "thin=0.5", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["polygons"], told["never"], told["dates"][0]["when"]) == (1, 0, "2022-05-01")
    assert main(arguments) == 0
    assert "2022-05-01  serves 1 of 1" in capsys.readouterr().out
    assert main([*arguments, "--weight", "fog=1"]) == 2
    assert "There is no class 'fog'" in capsys.readouterr().err


def test_bad_inputs_are_told_in_one_sentence(
    mask: Callable[..., str], fields: Callable[..., str], tmp_path: Path
) -> None:
    codes = np.zeros((60, 80), np.uint8)
    path, polygons = mask("a.tif", codes, "2022-05-01"), fields(box(0, 0, 9, 9))
    far = fields(box(5000, 0, 5010, 9), epsg=32630)
    bare = mask("bare.tif", codes, "2022-05-01", crs="")
    cases: list[tuple[str, str, dict[str, object], str]] = [
        (polygons, path, {"threshold": 0.0}, "The threshold is 0 %: give more than 0"),
        (polygons, path, {"dates": ("2022-05-01", "2022-05-02")}, "2 dates are stated for 1 mask"),
        (polygons, path, {"dates": ("May",)}, "The date 'May' is not understood"),
        (polygons, path, {"usable": ((0, 2.0),)}, "A weight is 2: give 0"),
        (polygons, path, {"id_field": "x"}, "has no field 'x': name the one .* fid, parcel"),
        (polygons, path, {"layer": "x"}, "has no layer 'x'"),
        (polygons, path, {"table": str(tmp_path / "t.xls")}, "is to hold a csv file"),
        (polygons, path, {"layer_output": str(tmp_path / "t.dwg")}, "The format of .*t.dwg"),
        (polygons, path, {"summary": ""}, "No output is named"),
        (polygons, path, {"layer_output": polygons}, "holds the polygons themselves: choose"),
        (polygons, path, {"table": "t.csv", "summary": "./t.csv"}, "have one name: give each its"),
        (polygons, bare, {}, "A mask has no coordinate system and the other has one"),
        (far, path, {}, "No polygon of .* lies on any of the masks"),
        ("nothing.gpkg", path, {}, "nothing.gpkg cannot be opened as points or polygons"),
        (fields(None, epsg=3857), path, {}, "has no polygons: give a layer of polygons"),
    ]  # fmt: skip
    for layer, one, options, told in cases:
        with pytest.raises(CloudMaskError, match=told) as caught:
            run(layer, one, **options)
        assert "\n" not in str(caught.value)


def test_a_cancel_leaves_nothing(
    mask: Callable[..., str], fields: Callable[..., str], tmp_path: Path
) -> None:
    path = mask("a.tif", blocks(), "2022-05-01")
    polygons = fields(*(box(n, n, n + 3, n + 3) for n in range(9)))
    before = sorted(tmp_path.iterdir())
    for share in (0.0, 0.5, 0.95):
        with pytest.raises(Cancelled):
            run(
                polygons, path, reporter=RecordingReporter(cancel_at=share),
                table=str(tmp_path / "t.csv"), layer_output=str(tmp_path / "l.gpkg"),
            )  # fmt: skip
        assert sorted(tmp_path.iterdir()) == before


def test_tables_of_other_programs_are_understood(
    mask: Callable[..., str], fields: Callable[..., str]
) -> None:
    scl = np.full((60, 80), 4, np.uint8)
    scl[:30] = 9
    (row,) = run(
        fields(box(0, 0, 60, 60)), mask("m.tif", scl, "2022-05-01"), mask_classes=find_table("scl")
    ).rows
    assert dict(row.shares) == {"clear": 0.5, "thick": 0.5, "thin": 0, "shadow": 0}
