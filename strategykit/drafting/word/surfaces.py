"""Small pictures of one colour, drawn without a drawing program."""

import struct
import zlib
from collections.abc import Iterable
from functools import lru_cache
from math import hypot

_DOT_SIDE = 160


@lru_cache(maxsize=8)
def pixel(colour: str) -> bytes:
    """A PNG of one colour, written as RRGGBB, to be stretched to any size."""
    line = bytes.fromhex(colour) * 4
    return _png(4, [line] * 4)


@lru_cache(maxsize=8)
def dot(colour: str) -> bytes:
    """A round dot on white as a PNG, its edge smoothed."""
    hue = bytes.fromhex(colour)
    return _png(_DOT_SIDE, [_dot_line(y, hue) for y in range(_DOT_SIDE)])


def _dot_line(y: int, hue: bytes) -> bytes:
    middle = (_DOT_SIDE - 1) / 2
    cover = (_covered(middle - hypot(x - middle, y - middle)) for x in range(_DOT_SIDE))
    return b"".join(bytes(round(255 - (255 - part) * share) for part in hue) for share in cover)


def _covered(inside: float) -> float:
    """How much of a point lies in the dot, from its distance to the edge."""
    return min(max(inside, 0.0), 1.0)


def _png(side: int, lines: Iterable[bytes]) -> bytes:
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + line for line in lines))
    chunks = ((b"IHDR", head), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
