"""Masks compared with reference rasters, points and polygons, by files."""

from __future__ import annotations

import csv
import json
import math
import zlib
from base64 import b64decode
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
import rasterio

from cloudmask_plugin.engine.__main__ import main
from cloudmask_plugin.engine.accuracy import EvaluationRequest, evaluate
from cloudmask_plugin.engine.accuracy_facts import facts
from cloudmask_plugin.engine.area_estimation import estimate
from cloudmask_plugin.engine.classes import CODES, NODATA
from cloudmask_plugin.engine.errors import Cancelled, CloudMaskError
from cloudmask_plugin.engine.mask_table import find_table
from cloudmask_plugin.engine.pictures import palette_png
from cloudmask_plugin.engine.reference_labels import LabelSource
from tests.unit.stored import RecordingReporter

Write = Callable[..., str]
X0, Y0, SIZE = 500_000, 5_000_000, 20


def random_codes(seed: int, rows: int = 60, cols: int = 80, nodata: float = 0.05) -> np.ndarray:
    rng = np.random.default_rng(seed)
    blocks = rng.integers(0, 4, (rows // 5, cols // 5)).repeat(5, 0).repeat(5, 1)
    codes = np.where(rng.random((rows, cols)) < 0.1, rng.integers(0, 4, (rows, cols)), blocks)
    return np.where(rng.random((rows, cols)) < nodata, NODATA, codes).astype(np.uint8)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(
        name: str, codes: np.ndarray, x0: float = X0, size: float = SIZE, crs: str = "EPSG:32631"
    ) -> str:
        path = str(tmp_path / name)
        transform = (
            rasterio.Affine(size, 0, x0, 0, -size, Y0) if crs else rasterio.Affine.identity()
        )
        with rasterio.open(
            path, "w", driver="GTiff", width=codes.shape[1], height=codes.shape[0], count=1,
            dtype=codes.dtype, crs=crs or None, transform=transform, nodata=255,
        ) as dst:  # fmt: skip
            dst.write(codes, 1)
        return path

    return write


def compare(*masks: str, reporter: RecordingReporter | None = None, **options: object):
    options.setdefault("mask_classes", find_table("ours"))
    request = EvaluationRequest(masks, **options)  # type: ignore[arg-type]
    return evaluate(request, reporter or RecordingReporter())


def brute_force(mask: np.ndarray, reference: np.ndarray) -> np.ndarray:
    table = np.zeros((4, 4), int)
    for ours, theirs in zip(mask.ravel().tolist(), reference.ravel().tolist()):
        if ours < 4 and theirs < 4:
            table[theirs, ours] += 1
    return table


# Rasters


def test_a_mask_on_the_references_grid_is_compared_pixel_by_pixel(write: Write) -> None:
    mask, reference = random_codes(1), random_codes(2)
    result = compare(
        write("m.tif", mask), references=(write("r.tif", reference),), reference_classes="ours"
    )
    np.testing.assert_array_equal(result.table, brute_force(mask, reference))
    told = facts(result)
    assert told["unlabelled"] == np.sum((reference == 255) & (mask != 255))
    assert told["missing"] == np.sum((mask == 255) & (reference != 255))
    assert result.warnings == ()


def test_windows_of_any_size_give_the_same_counts(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    mask, reference = random_codes(1), random_codes(2)
    paths = write("m.tif", mask), write("r.tif", reference)
    monkeypatch.setattr("cloudmask_plugin.engine.accuracy.SIDE", 17)
    monkeypatch.setattr("cloudmask_plugin.engine.accuracy.PICTURE_SIDE", 30)
    result = compare(paths[0], references=paths[1:], reference_classes="ours")
    np.testing.assert_array_equal(result.table, brute_force(mask, reference))
    picture = result.patches[0].picture
    assert picture is not None
    np.testing.assert_array_equal(picture.mask, mask[::3, ::3])
    np.testing.assert_array_equal(picture.reference, reference[::3, ::3])


def test_the_truth_against_itself_is_1_wherever_that_is_defined(write: Write) -> None:
    path = write("t.tif", random_codes(3))
    told = facts(compare(path, references=(path,), reference_classes="ours"))
    scores = [told["overall_accuracy"], *(line["median_boa"] for line in told["table"].values())]
    for group in ("classes", "experiments"):
        for found in told[group].values():
            scores += [found[key] for key in ("oa", "pa", "ua", "boa", "f1", "f2", "iou")]
    assert set(scores) == {1.0}


def test_values_of_another_program_are_read_by_their_table(write: Write) -> None:
    mask = random_codes(4)
    scl = np.array([4, 9, 10, 3], np.uint8)[np.minimum(mask, 3)]
    scl[mask == NODATA] = 0
    result = compare(
        write("m.tif", mask), references=(write("a.tif", scl),), reference_classes="scl"
    )
    assert result.table.sum() == np.trace(result.table) == np.sum(mask != NODATA)
    by_name = compare(write("m.tif", mask), references=(write("T31_SCL_20m.tif", scl),))
    np.testing.assert_array_equal(by_name.table, result.table)
    assert "T31_SCL_20m.tif was taken as Sen2Cor" in by_name.warnings[0]


def test_the_unlabelled_of_cloudsen12_are_not_compared(write: Write) -> None:
    mask = random_codes(5, nodata=0)
    labels = mask.copy()
    labels[:30] = 99
    told = facts(compare(write("m.tif", mask), references=(write("manual.tif", labels),)))
    assert (told["compared"], told["unlabelled"]) == (30 * 80, 30 * 80)


def test_smaller_pixels_of_the_reference_count_one_by_one(write: Write) -> None:
    mask = random_codes(6)
    fine = random_codes(7, 120, 160)
    reporter = RecordingReporter()
    result = compare(
        write("m.tif", mask), references=(write("fine.tif", fine, size=SIZE / 2),),
        reference_classes="ours", reporter=reporter,
    )  # fmt: skip
    np.testing.assert_array_equal(result.table, brute_force(mask.repeat(2, 0).repeat(2, 1), fine))
    assert result.warnings == (
        "m.tif lies on another grid and is compared on that of fine.tif, each pixel with the "
        "nearest.",
    )


def test_a_shifted_reference_is_taken_by_its_nearest_pixel_where_both_are(write: Write) -> None:
    mask, reference = random_codes(8), random_codes(9)
    shifted = write("r.tif", reference, x0=X0 + 30.4 * SIZE)
    result = compare(write("m.tif", mask), references=(shifted,), reference_classes="ours")
    np.testing.assert_array_equal(result.table, brute_force(mask[:, 30:], reference[:, :50]))
    assert "r.tif lies on another grid" in result.warnings[0]


def test_many_masks_give_the_papers_table(write: Write, tmp_path: Path) -> None:
    masks = [random_codes(seed) for seed in range(5)]
    references = [random_codes(seed + 100) for seed in range(5)]
    references[2][:] = 0
    (tmp_path / "a").mkdir()
    names = ["m0.tif", "m1.tif", "m2.tif", "m3.tif", "a/m3.tif"]
    result = compare(
        *(write(name, codes) for name, codes in zip(names, masks)),
        references=tuple(write(f"r{n}.tif", codes) for n, codes in enumerate(references)),
        reference_classes="ours",
    )
    balanced = []
    for mask, reference in zip(masks, references):
        known = (mask != 255) & (reference != 255)
        truth, answer = np.isin(reference[known], (1, 2)), np.isin(mask[known], (1, 2))
        if truth.any():
            balanced.append((answer[truth].mean() + (~answer[~truth]).mean()) / 2)
    line = facts(result)["table"]["cloud"]
    assert len(balanced) == 4
    assert line["median_boa"] == pytest.approx(np.median(balanced))
    assert line["patches"] == 4
    assert line["ua"]["defined"] == 4
    last = [patch["name"] for patch in facts(result)["patches"]][-2:]
    assert last == [f"{tmp_path.name}/m3", "a/m3"]


def test_one_reference_serves_several_masks(write: Write) -> None:
    one, other, reference = random_codes(1), random_codes(2), random_codes(3)
    result = compare(
        write("a.tif", one), write("b.tif", other), references=(write("r.tif", reference),),
        reference_classes="ours",
    )  # fmt: skip
    for patch, mask in zip(result.patches, (one, other)):
        np.testing.assert_array_equal(patch.table, brute_force(mask, reference))


# Points and polygons


def write_labels(
    path: Path, features: list[tuple[dict[str, object], dict[str, object]]], epsg: int = 32631
) -> str:
    name = f"urn:ogc:def:crs:EPSG::{epsg}"
    content = {
        "type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": name}},
        "features": [
            {"type": "Feature", "properties": properties, "geometry": geometry}
            for properties, geometry in features
        ],
    }
    path.write_text(json.dumps(content), encoding="utf-8")
    return str(path)


def point(col: float, row: float) -> dict[str, object]:
    return {"type": "Point", "coordinates": [X0 + SIZE * (col + 0.3), Y0 - SIZE * (row + 0.6)]}


def box(col: float, row: float, col_stop: float, row_stop: float) -> dict[str, object]:
    x, x_stop = X0 + SIZE * col, X0 + SIZE * col_stop
    y, y_stop = Y0 - SIZE * row, Y0 - SIZE * row_stop
    ring = [[x, y], [x_stop, y], [x_stop, y_stop], [x, y_stop], [x, y]]
    return {"type": "Polygon", "coordinates": [ring]}


WORDS = ("clear", "Thick cloud", "THIN", "shadow")


def test_points_are_compared_with_the_pixel_they_lie_in_and_give_areas(
    write: Write, tmp_path: Path
) -> None:
    mask, truth = random_codes(10, nodata=0.1), random_codes(11, nodata=0)
    rng = np.random.default_rng(1)
    places = [(int(c), int(r)) for c, r in zip(rng.integers(0, 80, 300), rng.integers(0, 60, 300))]
    features = [
        ({"id": n, "what": WORDS[truth[r, c]]}, point(c, r)) for n, (c, r) in enumerate(places)
    ]
    features += [({"id": 1, "what": None}, point(1, 1)), ({"id": 2, "what": "thin"}, point(200, 1))]
    labels = LabelSource(write_labels(tmp_path / "points.geojson", features))
    result = compare(write("m.tif", mask), labels=labels)

    table = np.zeros((4, 4), int)
    for c, r in places:
        if mask[r, c] != NODATA:
            table[truth[r, c], mask[r, c]] += 1
    np.testing.assert_array_equal(result.table, table)
    assert result.kind == "points"
    assert result.warnings[:2] == (
        "Features without a label, left out: 1.", "Points outside m.tif: 1."
    )  # fmt: skip
    hectares = [float(np.sum(mask == code)) * SIZE**2 / 10_000 for code in CODES]
    assert result.area is not None
    expected = estimate(table.T, hectares)
    # On the map the pixels are a thousandth smaller than on the ground.
    assert result.area.area == pytest.approx(sum(hectares), rel=1e-3)
    for one, other in zip(result.area.classes, expected.classes):
        assert one.share.value == pytest.approx(other.share.value, rel=1e-6)
        assert one.share.error == pytest.approx(other.share.error, rel=1e-6)
        assert one.user_accuracy == other.user_accuracy


def test_points_in_degrees_lie_where_they_lie_in_metres(write: Write, tmp_path: Path) -> None:
    from rasterio.warp import transform_geom

    mask = random_codes(12)
    metres = [({"code": 1}, point(c, c // 2)) for c in range(80)]
    degrees = [(p, transform_geom("EPSG:32631", "EPSG:4326", g)) for p, g in metres]
    path = write("m.tif", mask)
    found = [
        compare(
            path, labels=LabelSource(write_labels(tmp_path / f"{epsg}.geojson", features, epsg))
        )
        for epsg, features in ((32631, metres), (4326, degrees))
    ]
    np.testing.assert_array_equal(found[0].table, found[1].table)
    assert found[0].table.sum() > 60


def test_pixels_whose_centre_lies_in_a_labelled_polygon_are_compared(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cloudmask_plugin.engine.accuracy.SIDE", 16)
    mask = random_codes(13)
    features = [
        ({"kind": "cirrus"}, box(3, 4, 20.4, 30)),
        ({"kind": "forest"}, box(30, 10, 60, 20.6)),
        ({"kind": "?"}, box(60, 40, 70, 50)),
        ({"kind": "forest"}, box(-50, 0, -40, 9)),
    ]
    labels = LabelSource(
        write_labels(tmp_path / "areas.geojson", features), "KIND",
        classes="cirrus=thin,forest=clear,?=nodata",
    )  # fmt: skip
    result = compare(write("m.tif", mask), labels=labels)
    reference = np.full(mask.shape, NODATA)
    reference[4:30, 3:20] = 2
    reference[10:21, 30:60] = 0
    np.testing.assert_array_equal(result.table, brute_force(mask, reference))
    assert (result.kind, result.area) == ("polygons", None)
    assert "Polygons outside m.tif: 1." in result.warnings


# What it refuses


def test_bad_inputs_are_told_in_one_sentence(write: Write, tmp_path: Path) -> None:
    mask = write("m.tif", random_codes(1))
    far = write("far.tif", random_codes(1), x0=X0 + 50_000)
    bare = write("bare.tif", random_codes(1, 50, 70), crs="")
    empty = write("empty.tif", np.full((60, 80), NODATA, np.uint8))
    strange = write("strange.tif", np.full((60, 80), 77, np.uint8))
    points = write_labels(tmp_path / "p.geojson", [({"a": "cumulus", "b": 1}, point(1, 1))])
    away = write_labels(tmp_path / "w.geojson", [({"a": 1}, point(500, 1))])
    several = write_labels(tmp_path / "s.geojson", [({"a": 1, "b": 1}, point(1, 1))])
    mixed = write_labels(
        tmp_path / "x.geojson", [({"a": 1}, point(1, 1)), ({"a": 1}, box(1, 1, 2, 2))]
    )
    cases: list[tuple[dict[str, object], str]] = [
        ({"references": (far,)}, "far.tif do not overlap: name a reference of the same place"),
        ({"references": (bare,)}, "The pixels of .* do not coincide with those of "),
        ({"references": (empty,)}, "Nothing could be compared"),
        ({"references": (strange,)}, "What the values of .*strange.tif mean is not known"),
        ({"references": (mask, mask)}, "2 references are named for 1 masks: name one for each"),
        ({}, "either with reference rasters or with labelled points"),
        ({"references": (mask,), "labels": LabelSource(points)}, "either with reference rasters"),
        ({"references": (mask,), "reference_classes": "fog"}, "Mask classes are 'fog'"),
        ({"labels": LabelSource(points, "a")}, "The label 'cumulus' in the field a .* no class"),
        ({"labels": LabelSource(points, "c")}, "has no field 'c': .* its fields are a, b"),
        ({"labels": LabelSource(several)}, "Which field of .*s.geojson holds the class is not kn"),
        ({"labels": LabelSource(away)}, "No feature of .*w.geojson lies on .*m.tif"),
        ({"labels": LabelSource(mixed)}, "x.geojson has both points and polygons: give a layer"),
        ({"labels": LabelSource(points, classes="a=fog")}, "Reference classes are 'a=fog'"),
        ({"references": (mask,), "report": "no/such/folder/r.html"}, "The folder of no/such"),
        ({"references": (mask,), "table": str(tmp_path / "t.txt")}, "is to hold a csv file"),
        ({"labels": LabelSource("t.csv"), "table": "./t.csv"}, "holds the labels themselves"),
    ]  # fmt: skip
    for options, told in cases:
        with pytest.raises(CloudMaskError, match=told) as caught:
            compare(mask, **options)
        assert "\n" not in str(caught.value)


def test_a_cancel_leaves_no_report(write: Write, tmp_path: Path) -> None:
    path = write("m.tif", random_codes(1))
    with pytest.raises(Cancelled):
        compare(
            path, references=(path,), report=str(tmp_path / "r.html"),
            table=str(tmp_path / "t.csv"), reporter=RecordingReporter(cancel_at=0.0),
        )  # fmt: skip
    assert not list(tmp_path.glob("*.html")) + list(tmp_path.glob("*.csv"))


# What it writes


class Page(HTMLParser):
    """Collects the texts and pictures of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.open: list[str] = []
        self.addresses: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "img", "br"):
            self.open.append(tag)
        self.addresses += [v for k, v in attributes if k in ("src", "href", "xlink:href") and v]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data.strip())


def test_the_report_is_a_whole_page_that_needs_nothing_else(write: Write, tmp_path: Path) -> None:
    mask = random_codes(20)
    mask[mask == 3] = 0
    reference = mask.copy()
    reference[:20] = 1
    paths = write("m <1>.tif", mask), write("r.tif", reference)
    report = tmp_path / "r.html"
    result = compare(paths[0], references=paths[1:], reference_classes="ours", report=str(report))
    page = Page(report.read_text(encoding="utf-8"))

    assert page.open == []
    assert "Accuracy of m <1>" in page.texts
    assert f"{int(result.table[1, 1]):,}" in page.texts
    assert "—" in page.texts, "shadow is in neither and has no score"
    assert len(page.addresses) == 3
    assert all(address.startswith("data:image/png;base64,") for address in page.addresses)
    with (
        rasterio.MemoryFile(b64decode(page.addresses[2].split(",")[1])) as file,
        file.open() as src,
    ):
        agreement = src.read()
        assert (src.height, src.width) == mask.shape
    assert len(np.unique(agreement.reshape(agreement.shape[0], -1), axis=1).T) > 2


def test_a_picture_of_a_palette_is_read_by_others(tmp_path: Path) -> None:
    values = np.arange(12, dtype=np.uint8).reshape(3, 4)
    png = palette_png(values, {n: (20 * n, 5, 255 - n, 255 if n else 0) for n in range(12)})
    (tmp_path / "p.png").write_bytes(png)
    with rasterio.open(tmp_path / "p.png") as src:
        np.testing.assert_array_equal(src.read(1), values)
        assert src.colormap(1)[7] == (140, 5, 248, 255)
        assert src.colormap(1)[0][3] == 0
    assert zlib.crc32(png[12:29]) == int.from_bytes(png[29:33], "big")


def test_the_table_has_a_line_for_each_class_and_experiment_of_each_mask(
    write: Write, tmp_path: Path
) -> None:
    codes = np.zeros((60, 80), np.uint8)
    codes[:30] = 1
    path, table = write("m.tif", codes), tmp_path / "t.csv"
    compare(path, references=(path,), reference_classes="ours", table=str(table))
    with table.open(encoding="utf-8", newline="") as file:
        lines = {(line["mask"], line["kind"], line["name"]): line for line in csv.DictReader(file)}
    assert len(lines) == 2 * 7
    thick = lines["m", "class", "thick"]
    assert (thick["tp"], thick["fn"], thick["f1"], thick["oa"]) == ("2400", "0", "1", "1")
    shadow = lines["all", "experiment", "shadow"]
    assert (shadow["tn"], shadow["pa"], shadow["boa"], shadow["f1"]) == ("4800", "", "", "")


def test_the_command_prints_json_without_a_nan(
    write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    codes = np.zeros((60, 80), np.uint8)
    path = write("m.tif", codes)
    assert main(["evaluate", path, "--reference", path, "--mask-classes", "ours", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["overall_accuracy"] == 1
    assert told["classes"]["thick"]["pa"] is None
    assert told["table"]["cloud"]["median_boa"] is None
    points = write_labels(tmp_path / "p.geojson", [({"a": 0}, point(1, 1))])
    report = str(tmp_path / "r.html")
    assert main(["evaluate", path, "--reference", points, "--report", report]) == 0
    assert "1 points compared" in capsys.readouterr().out
    assert "labelled points of p.geojson" in Path(report).read_text(encoding="utf-8")
    assert main(["evaluate", path, "--reference", "nothing.tif"]) == 2
    assert capsys.readouterr().err.strip().endswith("or labelled points or polygons.")


def test_areas_are_unknown_where_a_class_has_no_point(write: Write, tmp_path: Path) -> None:
    mask = np.zeros((60, 80), np.uint8)
    mask[:10] = 2
    points = write_labels(tmp_path / "p.geojson", [({"a": 0}, point(c, 30)) for c in range(9)])
    report = tmp_path / "r.html"
    result = compare(write("m.tif", mask), labels=LabelSource(points), report=str(report))
    told = facts(result)["area"]
    assert told["unsampled"] == ["thin"]
    assert told["classes"]["clear"]["hectares"]["value"] is None
    assert "No point lies in Thin cloud" in report.read_text(encoding="utf-8")
    assert result.area is not None
    assert math.isnan(result.area.overall_accuracy.value)
