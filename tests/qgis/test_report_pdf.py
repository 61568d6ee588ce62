"""Reports as PDF: written without a window, and read by GDAL."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from cloudmask_plugin.engine.errors import OutputError
from cloudmask_plugin.engine.pictures import colour_png, data_address
from cloudmask_plugin.report_pdf import write_pdf

BLUE, GREEN = (20, 60, 220), (30, 160, 40)


def page(body: str) -> str:
    return f"<html><head><title>A page</title></head><body>{body}</body></html>"


def rendered(path: Path, number: int = 1) -> np.ndarray:
    """Return a page as (3, rows, cols) of red, green and blue."""
    gdal.SetConfigOption("GDAL_PDF_DPI", "72")
    try:
        return gdal.Open(f"PDF:{number}:{path}").ReadAsArray()[:3].astype(int)
    finally:
        gdal.SetConfigOption("GDAL_PDF_DPI", None)


def share(picture: np.ndarray, colour: tuple[int, int, int]) -> float:
    """Return the share of a page that has a colour."""
    apart = np.abs(picture - np.array(colour)[:, np.newaxis, np.newaxis]).max(axis=0)
    return float((apart < 12).mean())


def test_drawings_and_pictures_are_on_the_paper_as_large_as_on_the_page(
    qgis_app, tmp_path: Path
) -> None:
    blue = data_address(colour_png(np.full((20, 20, 3), BLUE, np.uint8)))
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10" width="200" height="100">'
        '<rect width="20" height="10" fill="rgb(30,160,40)"/></svg>'
    )
    target = tmp_path / "r.pdf"
    write_pdf(
        page(f'<div>{drawing}</div><div><img src="{blue}" width="100" height="100"></div>'),
        str(target),
    )
    seen = rendered(target)
    assert seen.shape[1] / seen.shape[2] == pytest.approx(297 / 210, abs=0.01)
    sheet = 940 * 210 / 180 * (940 * 297 / 180)  # pixels of the page on a whole sheet
    assert share(seen, BLUE) == pytest.approx(100 * 100 / sheet, rel=0.1)
    assert share(seen, GREEN) == pytest.approx(200 * 100 / sheet, rel=0.1)


def test_a_sheet_of_the_page_is_a_sheet_of_paper(qgis_app, tmp_path: Path) -> None:
    body = '<p>one</p><h2 style="page-break-before: always">two</h2>' + "<p>line</p>" * 60
    target = tmp_path / "r.pdf"
    write_pdf(page(body), str(target))
    pages = gdal.Open(str(target)).GetMetadata("SUBDATASETS")
    assert len(pages) // 2 == 3
    first, third = rendered(target), rendered(target, 3)
    assert (first < 128).any()
    assert (third < 128).any()
    assert (first[:, first.shape[1] // 5 :] > 200).all(), "one line stands on the first sheet"


def test_what_cannot_be_written_is_told_and_leaves_nothing(qgis_app, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"r\.pdf"):
        write_pdf(page("<p>x</p>"), str(tmp_path / "missing" / "r.pdf"))
    kept = tmp_path / "r.pdf"
    kept.mkdir()
    with pytest.raises(OutputError):
        write_pdf(page("<p>x</p>"), str(kept))
    assert list(tmp_path.iterdir()) == [kept]
