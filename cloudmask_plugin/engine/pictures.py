"""Small pictures for pages: class maps as PNG data, without any picture library."""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Colour = tuple[int, int, int, int]
_SIGNATURE = b"\x89PNG\r\n\x1a\n"  # of ISO/IEC 15948, section 5.2; 3 below is a palette's type


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
            _chunk(b"IHDR", struct.pack(">IIBBBBB", cols, rows, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", palette[:, :3].tobytes()),
            _chunk(b"tRNS", palette[:, 3].tobytes()),
            _chunk(b"IDAT", zlib.compress(filtered.tobytes(), 9)),
            _chunk(b"IEND", b""),
        )
    )


def data_address(png: bytes) -> str:
    """Return the address by which a page holds a picture itself."""
    return f"data:image/png;base64,{base64.b64encode(png).decode('ascii')}"


def _chunk(kind: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)
