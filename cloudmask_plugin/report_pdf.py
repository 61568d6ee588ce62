"""A report's page as PDF, through Qt; works without a window, such as in qgis_process.

Qt's rich text shows tables and pictures; drawings (SVG) in the page are made pictures of first.
"""

from __future__ import annotations

import os
import re

from qgis.PyQt.QtCore import QByteArray, QMarginsF, QRectF, QSizeF, QUrl
from qgis.PyQt.QtGui import (
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
    QTextOption,
)
from qgis.PyQt.QtSvg import QSvgRenderer

from .engine.errors import OutputError
from .engine.raster.wording import cannot_write
from .engine.text_file import part_of, put_in_place

DPI = 300
PAGE_WIDTH = 940  # pixels of the page as a browser shows it, on the width of the paper
MARGIN = 15.0  # mm
SHARPNESS = 3  # pixels of a drawing's picture for one of the page
_DRAWING = re.compile(r"<svg\b[^>]*?\bwidth=\"(\d+)\"[^>]*>.*?</svg>", re.DOTALL)


def write_pdf(html: str, path: str) -> None:
    """Write a report's page as PDF of A4 pages.

    :param html: as the engine writes it; drawings state their width and height in pixels.
    :raises OutputError: where it cannot be written; an earlier file stays as it was then.
    """
    part = part_of(path)
    try:
        _print(html, str(part))
        if not part.is_file() or not part.stat().st_size:
            raise OutputError(cannot_write(path, "Qt wrote nothing"))
        put_in_place(part, path)
    except OSError as error:
        raise OutputError(cannot_write(path, error.strerror or str(error))) from error
    finally:
        if part.exists():
            os.unlink(part)


def _print(html: str, path: str) -> None:
    writer = QPdfWriter(path)
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    title = re.search(r"<title>(.*?)</title>", html)
    writer.setTitle(title.group(1) if title else "")
    document = QTextDocument()
    document.setDocumentMargin(0)
    room = writer.pageLayout().paintRectPixels(DPI)
    scale = room.width() / PAGE_WIDTH
    page = QSizeF(PAGE_WIDTH, room.height() / scale)
    font = document.defaultFont()
    font.setFamily("sans-serif")
    font.setPixelSize(15)
    document.setDefaultFont(font)
    wrapping = document.defaultTextOption()
    wrapping.setWrapMode(QTextOption.WrapMode.WordWrap)  # never within a number
    document.setDefaultTextOption(wrapping)
    document.setHtml(_with_pictures(html, document))
    document.setPageSize(page)
    painter = QPainter(writer)
    if not painter.isActive():
        return
    try:
        painter.scale(scale, scale)
        for number in range(document.pageCount()):
            if number:
                writer.newPage()
            _print_page(document, painter, page, number)
    finally:
        painter.end()


def _print_page(document: QTextDocument, painter: QPainter, page: QSizeF, number: int) -> None:
    painter.save()
    painter.translate(0, -number * page.height())
    document.drawContents(painter, QRectF(0, number * page.height(), page.width(), page.height()))
    painter.restore()


def _with_pictures(html: str, document: QTextDocument) -> str:
    """Give a document pictures of the page's drawings, and return the page that shows them."""
    count = 0

    def replace(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        renderer = QSvgRenderer(QByteArray(match.group(0).encode()))
        size = renderer.defaultSize()
        picture = QImage(size * SHARPNESS, QImage.Format.Format_ARGB32_Premultiplied)
        picture.fill(0)
        painter = QPainter(picture)
        renderer.render(painter)
        painter.end()
        name = f"drawing:{count}"
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), picture)
        return f'<img src="{name}" width="{size.width()}" height="{size.height()}">'

    return _DRAWING.sub(replace, html)
