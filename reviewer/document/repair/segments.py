"""Front matter in pieces, one for each top-level key, that can be read by themselves.

What a broken block still says is what its pieces say: they tell where the
faults are, and which values must be the same after a repair.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from reviewer.document.block import BlockProblem
from reviewer.document.lines import split_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Read = Callable[[str], Any]

_TOP = re.compile(r"(?:[\w.@$/&;-]+(?: [\w.&;-]+){0,3}|\"[^\"]*\"|'[^']*')[ \t]*:(?:\s|$)")
_MOST = 600
"""Pieces beyond which nothing is proposed: no post has so many fields."""
_JOINED = 8
"""Following pieces that a quoted text may run over."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the block from line ``first`` (from 0), and its fields where it reads."""

    first: int
    lines: tuple[str, ...]
    data: dict[Any, Any] | None

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "".join(self.lines)

    @property
    def last(self) -> int:
        """The line behind the piece."""
        return self.first + len(self.lines)


def fields(read: Read, text: str) -> dict[Any, Any] | None:
    """The fields of a text that reads as such; nothing of any other."""
    try:
        data = read(text)
    except BlockProblem:
        return None
    if data is None:
        return {}
    return data if isinstance(data, dict) else None


def segments(text: str, read: Read) -> list[Segment] | None:
    """The pieces of a block in their order; nothing for blocks with too many."""
    cut = list(_cut(split_lines(text)))
    if len(cut) > _MOST:
        return None
    found: list[Segment] = []
    at = 0
    while at < len(cut):
        segment, taken = _whole(cut[at:], read)
        found.append(segment)
        at += taken
    return found


def _cut(lines: list[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    starts = [number for number, line in enumerate(lines) if _TOP.match(line)]
    bounds = sorted({0, *starts, len(lines)})
    for first, last in pairwise(bounds):
        yield first, tuple(lines[first:last])


def _whole(cut: list[tuple[int, tuple[str, ...]]], read: Read) -> tuple[Segment, int]:
    """The first piece, with those behind it over which its quoted text runs."""
    first, lines = cut[0]
    data = fields(read, "".join(lines))
    if data is not None or not re.search(r":[ \t]*[\"'\[{]", lines[0]):
        return Segment(first, lines, data), 1
    joined = lines
    for taken, (_first, more) in enumerate(cut[1:_JOINED], start=2):
        joined += more
        data = fields(read, "".join(joined))
        if data is not None and len(data) == 1:
            return Segment(first, joined, data), taken
    return Segment(first, lines, None), 1
