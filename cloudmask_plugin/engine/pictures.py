"""Small pictures for pages as PNG data, without any picture library."""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Colour = tuple[int, int, int, int]
# Of ISO/IEC 15948: section 5.2, the types of pixels of 11.2.2 and the filter "Sub" of 9.2.
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_TRUE_COLOUR, _PALETTE = 2, 3
_SUB = 1


def palette_png(values: NDArray[np.uint8], colours: Mapping[int, Colour]) -> bytes:
    """Return a PNG of (rows, cols) values; those without a colour are transparent."""
    palette = np.zeros((256, 4), dtype=np.uint8)
    for value, colour in colours.items():
        palette[value] = colour
    rows, cols = values.shape
    filtered = np.zeros((rows, cols + 1), dtype=np.uint8)  # each row begins with "no filter"
    filtered[:, 1:] = values
    return b"".join(
        (
            _SIGNATURE,
            _header(rows, cols, _PALETTE),
            _chunk(b"PLTE", palette[:, :3].tobytes()),
            _chunk(b"tRNS", palette[:, 3].tobytes()),
            _chunk(b"IDAT", zlib.compress(filtered.tobytes(), 9)),
            _chunk(b"IEND", b""),
        )
    )


def colour_png(picture: NDArray[np.uint8]) -> bytes:
    """Return a PNG of (rows, cols, 3) red, green and blue."""
    rows, cols, _ = picture.shape
    before = np.zeros_like(picture)
    before[:, 1:] = picture[:, :-1]
    filtered = np.full((rows, 3 * cols + 1), _SUB, dtype=np.uint8)
    filtered[:, 1:] = (picture - before).reshape(rows, -1)  # modulo 256, as the filter is
    return b"".join(
        (
            _SIGNATURE,
            _header(rows, cols, _TRUE_COLOUR),
            _chunk(b"IDAT", zlib.compress(filtered.tobytes(), 9)),
            _chunk(b"IEND", b""),
        )
    )


def data_address(png: bytes) -> str:
    """Return the address by which a page holds a picture itself."""
    return f"data:image/png;base64,{base64.b64encode(png).decode('ascii')}"


def _header(rows: int, cols: int, kind: int) -> bytes:
    return _chunk(b"IHDR", struct.pack(">IIBBBBB", cols, rows, 8, kind, 0, 0, 0))


def _chunk(kind: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)
