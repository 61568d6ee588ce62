"""The report of a checked mask: one page with map, matrix, worst tiles and provenance."""

from __future__ import annotations

import hashlib
import json
from base64 import b64decode
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
import rasterio

from cloudmask_plugin.engine.check_report import CheckReportRequest, write_check_report
from cloudmask_plugin.engine.classes import CLASSES
from cloudmask_plugin.engine.describe import describe
from cloudmask_plugin.engine.errors import Cancelled, OutputError
from cloudmask_plugin.engine.mask_check import CheckFiles
from cloudmask_plugin.engine.mask_provenance import provenance
from cloudmask_plugin.engine.pictures import colour_png
from cloudmask_plugin.engine.point_sampling import UNCLEAR, PointSample, SamplePoint, draw_points
from cloudmask_plugin.engine.raster import choose_backend
from cloudmask_plugin.engine.reporter import SilentReporter
from cloudmask_plugin.engine.scene import Overrides
from cloudmask_plugin.engine.tile_ranking import PlaceToLook
from cloudmask_plugin.engine.worst_tiles import (
    OK,
    WRONG,
    ReviewedTile,
    choose_worst,
    outlined,
    picture_tiles,
)
from tests.unit.stored import FOUR_BANDS, RecordingReporter, write_raster

SIDE, PIXEL, WEST, NORTH = 100, 10, 500_000, 5_000_000
MODEL_HASH = "ab" * 32


class Checked:
    """A scene that grows brighter to the east, its mask, and labelled points."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.codes = np.zeros((SIDE, SIDE), np.uint8)
        self.codes[20:60, 30:80] = 1
        self.codes[70:90, 10:40] = 3
        east = np.linspace(0, 3500, SIDE)
        bands = {"B02": 900 + 0 * east, "B03": east / 2, "B04": east, "B08": 2000 + 0 * east}
        self.numbers = np.stack(
            [np.tile(np.rint(bands[role]).astype(np.uint16), (SIDE, 1)) for role in FOUR_BANDS]
        )
        place = rasterio.Affine(PIXEL, 0, WEST, 0, -PIXEL, NORTH)
        self.mask = str(folder / "mask <1>.tif")
        profile = {"driver": "GTiff", "width": SIDE, "height": SIDE, "transform": place}
        with rasterio.open(
            self.mask, "w", **profile, crs="EPSG:32631", count=1, dtype="uint8", nodata=255
        ) as target:
            target.write(self.codes, 1)
            target.update_tags(
                CLOUDMASK_MODEL="a-model",
                CLOUDMASK_MODEL_VERSION="2.1",
                CLOUDMASK_MODEL_SHA256=MODEL_HASH,
                CLOUDMASK_PARAMETERS='{"thick": 0.4, "buffer": 20.0, "dem": null}',
                CLOUDMASK_EDITS=json.dumps(
                    [{"from": "a.tif", "edits": {"brush": 2}, "pixels": {"thick": 7}}]
                ),
                ACQUISITION_TIME="2022-10-05T11:54:00Z",
            )
        with rasterio.open(
            folder / "scene.tif", "w", **profile, crs="EPSG:32631", count=4, dtype="uint16"
        ) as target:
            target.write(self.numbers)
            for number, role in enumerate(FOUR_BANDS, start=1):
                target.set_band_description(number, role)
        self.spec = describe(str(folder / "scene.tif"), Overrides(scale=1e-4, offset=0.0))
        self.files = CheckFiles(self.mask)
        sample = draw_points(self.mask, None, (8, 8, 0, 8), 5, choose_backend(), SilentReporter())
        points = [replace(point, label=point.mapped) for point in sample.points]
        self.sample = replace(sample, points=tuple(points))

    def request(self, **changes: object) -> CheckReportRequest:
        request = CheckReportRequest(
            self.files,
            self.sample,
            labels_of(self.sample),
            str(self.folder / "p.geojson"),
            str(self.folder / "r.html"),
            (),
            self.spec,
        )
        return replace(request, **changes)  # type: ignore[arg-type]


def labels_of(sample: PointSample) -> str:
    keys = {item.code: item.key for item in CLASSES}
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [point.x, point.y]},
            "properties": {"label": keys[point.label]},
        }
        for point in sample.points
        if point.label in keys
    ]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32631"}}
    return json.dumps({"type": "FeatureCollection", "crs": crs, "features": features})


@pytest.fixture
def checked(tmp_path: Path) -> Checked:
    return Checked(tmp_path)


def tile(number: int, col: int, row: int, verdict: str = "", note: str = "") -> ReviewedTile:
    """Return a tile of 20 × 20 pixels whose first pixel is given."""
    west, north = WEST + PIXEL * col, NORTH - PIXEL * row
    extent = (west, north - 20 * PIXEL, west + 20 * PIXEL, north)
    return ReviewedTile(
        PlaceToLook(number, extent, (("unsure", 0.3),), 0.3, "unsure"), verdict, note
    )


def at(col: int, row: int, mapped: int, label: int | None) -> SamplePoint:
    return SamplePoint(WEST + PIXEL * (col + 0.5), NORTH - PIXEL * (row + 0.5), mapped, label)


class Page(HTMLParser):
    """The texts of a page in their order, its pictures, and what it would load."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.addresses: list[str] = []
        self.tags: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [v for k, v in attributes if k in ("src", "href", "xlink:href") and v]

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append(data.strip())


def test_wrong_tiles_come_first_then_wrong_labels_then_what_is_suspicious() -> None:
    tiles = [tile(1, 0, 0), tile(2, 20, 0, OK), tile(3, 40, 0, OK), tile(4, 60, 0), tile(5, 80, 0)]
    tiles.append(tile(6, 0, 20, WRONG))
    points = [at(45, 5, 1, 0), at(65, 5, 1, 3), at(66, 5, 0, 1), at(5, 5, 0, UNCLEAR)]
    worst = choose_worst(tiles, points, 5)
    assert [item.place.number for item in worst] == [6, 4, 3, 1, 5]
    assert len(choose_worst(tiles, points, 2)) == 2


def test_a_tile_shows_the_scene_and_the_same_with_the_rims_of_the_mask(checked: Checked) -> None:
    (worst,) = picture_tiles(
        [tile(1, 20, 10)], [at(25, 15, 0, 1), at(5, 5, 0, 0)], checked.files, checked.spec,
        choose_backend(), SilentReporter(),
    )  # fmt: skip
    times = 14  # 280 pixels for 20
    assert worst.scene is not None
    assert worst.scene.shape == (280, 280, 3)
    cut = checked.numbers[[2, 1, 0], 10:30, 20:40]  # red, green and blue of B02, B03, B04, B08
    expected = np.rint(np.clip(cut / 3500, 0, 1) * 255)
    apart = np.abs(worst.scene[::times, ::times].transpose(2, 0, 1) - expected)
    assert apart.max() <= 1
    changed = (worst.outlined != worst.scene).any(axis=2)
    thick = np.kron(checked.codes[10:30, 20:40], np.ones((times, times), np.uint8)) == 1
    assert changed[thick].any()
    assert not changed[~thick].any(), "rims run inside of patches"
    # The cloud begins in the tile's column 10 and row 10.
    red = np.array(CLASSES[1].colour[:3])
    assert (worst.outlined[150:, 140] == red).all()
    assert (worst.outlined[150:, 142] == 255).all(), "a light line runs inside"
    assert worst.points == (at(25, 15, 0, 1),)
    np.testing.assert_allclose(worst.places, [[5.5 * times, 5.5 * times]])
    assert worst.wrong == 1


def test_without_a_scene_rims_lie_over_grey(checked: Checked) -> None:
    (worst,) = picture_tiles(
        [tile(1, 20, 10)], [], checked.files, None, choose_backend(), SilentReporter()
    )
    assert worst.scene is None
    assert {tuple(pixel) for pixel in worst.outlined.reshape(-1, 3)} == {
        (150, 150, 150), (255, 255, 255), CLASSES[1].colour[:3],
    }  # fmt: skip
    codes = np.zeros((5, 5), np.uint8)
    assert (outlined(np.full((5, 5, 3), 7, np.uint8), codes) == 7).all()


def test_a_picture_in_true_colour_is_read_by_others(tmp_path: Path) -> None:
    values = np.random.default_rng(1).integers(0, 256, (7, 9, 3)).astype(np.uint8)
    (tmp_path / "p.png").write_bytes(colour_png(values))
    with rasterio.open(tmp_path / "p.png") as src:
        np.testing.assert_array_equal(src.read(), values.transpose(2, 0, 1))


def test_provenance_tells_file_model_parameters_and_corrections(checked: Checked) -> None:
    told = dict(provenance(checked.mask, choose_backend()))
    assert (
        told["SHA-256 of the mask"] == hashlib.sha256(Path(checked.mask).read_bytes()).hexdigest()
    )
    assert told["SHA-256 of the model"] == MODEL_HASH
    assert told["Model"] == "a-model 2.1"
    assert told["Parameters"] == "thick 0.4, buffer 20.0"
    assert told["Corrected by hand"] == "a.tif: brush 2 (7 pixels)"
    assert told["Acquired"] == "2022-10-05T11:54:00Z"
    assert told["Grid"] == "100 × 100 pixels of 10 × 10 m, EPSG:32631"


def test_a_mask_without_tags_tells_what_there_is(tmp_path: Path) -> None:
    path = write_raster(tmp_path / "m.tif", np.zeros((1, 8, 8), np.uint8))
    assert [title for title, _ in provenance(str(path), choose_backend())] == [
        "Mask", "SHA-256 of the mask", "Grid",
    ]  # fmt: skip


def test_the_report_is_one_page_with_all_that_it_needs(checked: Checked) -> None:
    points = list(checked.sample.points)
    wrong = next(n for n, point in enumerate(points) if point.mapped == 1)
    points[wrong] = replace(points[wrong], label=0)
    points[-1] = replace(points[-1], label=UNCLEAR)
    sample = replace(checked.sample, points=tuple(points))
    col, row = ((points[wrong].x - WEST) // 10, (NORTH - points[wrong].y) // 10)
    around = tile(8, max(int(col) - 10, 0), max(int(row) - 10, 0))
    tiles = (tile(1, 0, 0), around, tile(9, 80, 80, WRONG, "roof <x>"))
    report = write_check_report(
        checked.request(sample=sample, labels=labels_of(sample), tiles=tiles), RecordingReporter()
    )
    text = Path(report.path).read_text(encoding="utf-8")
    assert text == report.html
    page = Page(text)
    assert not {"script", "link", "iframe"} & set(page.tags)
    assert all(address.startswith("data:image/png;base64,") for address in page.addresses)
    assert len(page.addresses) == 1 + 2 * len(tiles), "the map, and two pictures a tile"
    for address in page.addresses:
        with rasterio.MemoryFile(b64decode(address.split(",")[1])) as file, file.open() as src:
            assert src.width > 50
    titles = [text for text in page.texts if text.startswith("Tile ")]
    assert titles[0].startswith("Tile 9: judged wrong, “roof <x>”")
    assert titles[1].startswith("Tile 8: ")
    assert " labels wrong" in titles[1]
    assert titles[2] == "Tile 1: " + titles[2].removeprefix("Tile 1: ")
    for word in (
        "Confusion matrix",
        "Map",
        "Worst tiles",
        "Provenance",
        MODEL_HASH,
        "mask <1>.tif",
    ):
        assert word in page.texts, word
    assert "23 of 24 labelled, 1 that nobody can tell; p.geojson" in page.texts
    assert any("seed 5" in text for text in page.texts)
    assert int(report.result.table.sum()) == 23
    assert report.result.table[0, 1] == 1


def test_without_a_review_the_report_finds_the_tiles_itself(checked: Checked) -> None:
    right = write_check_report(checked.request(), RecordingReporter())
    assert "Worst tiles" not in right.html, "nothing speaks against any of them"
    point = at(33, 25, 1, 0)
    sample = replace(checked.sample, points=(*checked.sample.points, point))
    request = checked.request(sample=sample, labels=labels_of(sample))
    page = Page(write_check_report(request, RecordingReporter()).html)
    (title,) = [text for text in page.texts if text.startswith("Tile ")]
    assert title.startswith("Tile 24: 1 of "), "the fourth of the third row of ten"


def test_a_cancel_or_a_bad_name_leaves_no_page(checked: Checked) -> None:
    with pytest.raises(Cancelled):
        write_check_report(checked.request(), RecordingReporter(cancel_at=0.0))
    with pytest.raises(OutputError, match="name it so"):
        write_check_report(checked.request(report="r.txt"), RecordingReporter())
    assert not list(checked.folder.glob("*.html"))
