"""Records one after the other in a file that may end anywhere and hold anything.

Each record begins with a mark and its checksum. Reading takes what the
checksums vouch for and looks for the next mark after what they do not, so that
a torn end or foreign bytes cost the records that they hit and no others.
"""

from __future__ import annotations

import json
import struct
import zlib
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MARK = b"\x89RJ1\r\n\x1a\n"
"""As PNG does: broken by whatever takes the file for text, and found nowhere else."""
_DIGEST = 16
_LENGTHS = struct.Struct(">II")
_START = len(MARK) + _DIGEST
_HEAD = _START + _LENGTHS.size


@dataclass(frozen=True, slots=True)
class Record:
    """Facts, as JSON can hold them, and bytes."""

    facts: Mapping[str, Any]
    data: bytes = b""


def packed(record: Record) -> bytes:
    """The record as it stands in the file."""
    facts = json.dumps(record.facts, separators=(",", ":")).encode("ascii")
    data = zlib.compress(record.data, 1)
    rest = _LENGTHS.pack(len(facts), len(data)) + facts + data
    return MARK + _digest(rest) + rest


def unpacked(content: bytes) -> Iterator[Record]:
    """All records that are whole, in order."""
    at = content.find(MARK)
    while at >= 0:
        end = _end(content, at)
        if end:
            yield _record(content, at, end)
        at = content.find(MARK, end or at + 1)


def _end(content: bytes, at: int) -> int:
    """Where the record at ``at`` ends; 0 where it is none."""
    if len(content) < at + _HEAD:
        return 0
    end = at + _HEAD + sum(_LENGTHS.unpack_from(content, at + _START))
    if end > len(content):
        return 0
    digest = content[at + len(MARK) : at + _START]
    return end if digest == _digest(content[at + _START : end]) else 0


def _record(content: bytes, at: int, end: int) -> Record:
    length, _rest = _LENGTHS.unpack_from(content, at + _START)
    start = at + _HEAD
    facts = json.loads(content[start : start + length])
    return Record(facts, zlib.decompress(content[start + length : end]))


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=_DIGEST).digest()
