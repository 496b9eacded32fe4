"""One kept text in a segment: how it is written, and how all that are whole are found again.

A record is a mark, two lengths and a checksum, then a head in JSON and the text,
compressed. A record stands by itself: whatever was damaged or torn before it, the
next mark is found and reading goes on there.
"""

from __future__ import annotations

import json
import struct
import zlib
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = b"\x89RVH1\r\n"
_SIZES = struct.Struct("<III")
LARGEST = 1 << 28
"""Bytes that a text may unpack to: a damaged record must not fill the memory."""


@dataclass(frozen=True, slots=True)
class Version:
    """A text that a post had: ``digest`` names it, ``after`` the text that took its place.

    ``written`` is when the file was last written before (0 where nobody knows),
    ``kept`` when this text was replaced, both in seconds since 1970.
    """

    path: str
    digest: str
    after: str
    written: float
    kept: float
    size: int

    @property
    def when(self) -> float:
        """When this text came to be, as far as is known."""
        return self.written or self.kept


@dataclass(frozen=True, slots=True)
class Place:
    """A version and where its packed text lies in a segment; empty where another record has it."""

    version: Version
    start: int
    length: int


def digest_of(data: bytes) -> str:
    """The name of a text."""
    return sha256(data).hexdigest()


def packed(version: Version, data: bytes | None) -> bytes:
    """A record; ``None`` for a text that the segment holds already."""
    head = json.dumps(
        [
            version.path,
            version.digest,
            version.after,
            version.written,
            version.kept,
            version.size,
        ]
    ).encode("ascii")
    content = b"" if data is None else zlib.compress(data)
    return MARK + _SIZES.pack(len(head), len(content), zlib.crc32(head)) + head + content


def places(segment: bytes) -> Iterator[Place]:
    """The records of a segment whose heads are whole, in order."""
    at = segment.find(MARK)
    while at >= 0:
        place = _place(segment, at + len(MARK))
        if place is not None:
            yield place
            at = _end(segment, place)
        else:
            at += 1
        at = segment.find(MARK, at)


def unpacked(segment: bytes, place: Place) -> bytes | None:
    """The text of a record, or ``None`` where it is damaged."""
    version = place.version
    if version.size > LARGEST:
        return None
    content = segment[place.start : place.start + place.length]
    try:
        data = zlib.decompressobj().decompress(content, version.size + 1)
    except zlib.error:
        return None
    return data if digest_of(data) == version.digest else None


def _end(segment: bytes, place: Place) -> int:
    """Where to look for the next record: a torn one ends before it says it does."""
    end = place.start + place.length
    is_whole = end == len(segment) or segment.startswith(MARK, end)
    return end if is_whole else place.start


def _place(segment: bytes, at: int) -> Place | None:
    start = at + _SIZES.size
    if start > len(segment):
        return None
    head_length, length, checksum = _SIZES.unpack_from(segment, at)
    head = segment[start : start + head_length]
    end = start + head_length
    if zlib.crc32(head) != checksum or end + length > len(segment):
        return None
    try:
        return Place(Version(*json.loads(head)), end, length)
    except (ValueError, TypeError):
        return None
