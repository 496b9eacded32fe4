"""Holds merged text to what it must mean.

Lines that merge well can still say something else: the same key added twice, a
list item under another key. A merged text counts only when it reads as the
merged data.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.document.merge_values import equal
from reviewer.document.operations import SetValue, carry_out, has, look_up, same
from reviewer.document.post import Post
from reviewer.document.source import Source

if TYPE_CHECKING:
    from reviewer.document.dialect import Dialect
    from reviewer.document.merge_values import Blend, ValueConflict
    from reviewer.document.operations import Path

_REMARK = re.compile(r"(?:^|(?<=[ \t]))#[^\r\n]*", re.M)


@dataclass(frozen=True, slots=True)
class Frame:
    """The lines around the front matter, as they will be."""

    opening: str
    closing: str
    dialect: Dialect
    doubled: frozenset[Path]

    def post(self, block: str) -> Post | None:
        """A post of nothing but this front matter, if that is what it reads as.

        No key may stand twice in it, but for those that did before (``doubled``).
        """
        text = self.opening + block + self.closing
        post = Post(Source(text), dialect=self.dialect)
        span = post.block_span
        stands = span is not None and text[span.start : span.end] == block
        is_sound = stands and post.problem is None and not post.read_only
        is_fresh = is_sound and isinstance(post.data, dict) and duplicated(post) <= self.doubled
        return post if is_fresh else None


def duplicated(post: Post) -> frozenset[Path]:
    """The keys that are written more than once."""
    return frozenset(note.path for note in post.notes if note.code == "duplicate-key")


def settles(post: Post, blend: Blend, sides: tuple[Post, Post, Post]) -> bool:
    """Whether the merged text says what ``blend`` says, apart from long texts that it weaves.

    Where values of several lines were edited on different lines, the text knows
    more than the values do: the edits of both are in it.
    """
    found, expected = post.data, blend.data
    for conflict in blend.conflicts:
        if not (has(found, conflict.path) and _is_long(conflict, sides)):
            return False
        blank = SetValue(conflict.path, None)
        found, expected = carry_out(found, blank), carry_out(expected, blank)
    return same(found, expected)


def _is_long(conflict: ValueConflict, sides: tuple[Post, Post, Post]) -> bool:
    """Whether all sides write a text or a list over several lines."""
    path = conflict.path
    versions = (conflict.base, conflict.mine, conflict.theirs)
    if len({type(version) for version in versions}) > 1:
        return False
    return all(
        isinstance(version, str | list)
        and has(side.data, path)
        and equal(look_up(side.data, path), version)
        and re.search(r"[\r\n]", side.written(path))
        for side, version in zip(sides, versions, strict=True)
    )


def remarks(text: str) -> list[str]:
    """What looks like a comment."""
    return _REMARK.findall(text)


def lost_remarks(base: str, side: str, result: str) -> list[str]:
    """Comments that a side has added and the result has not."""
    known, kept = set(remarks(base)), set(remarks(result))
    return [each for each in remarks(side) if each not in known and each not in kept]


def loses_remarks(base: str, mine: str, theirs: str, result: str) -> bool:
    """Whether the result has fewer comments than both sides together have added.

    A comment that both have written on one and the same line counts once.
    """
    before = Counter(remarks(base))
    alike = "\n".join(set(mine.splitlines()) & set(theirs.splitlines()))
    added = (Counter(remarks(mine)) - before) + (Counter(remarks(theirs)) - before)
    added -= Counter(remarks(alike)) - before
    return bool(added - (Counter(remarks(result)) - before))
