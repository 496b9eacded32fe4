"""What differs between two texts: whole lines with their ends, then words within a line.

The lines that differ are found by patience: lines that stand once in each text
anchor the comparison, the rest is compared between the anchors. That reads as
people would put it, and stays fast where ``difflib`` alone takes seconds (a few
thousand blank lines are enough). Every difference counts, line ends included.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate
from typing import TYPE_CHECKING

from reviewer.document.edits import Span, TextEdit
from reviewer.document.lines import end_of, split_lines, without_end

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_THOROUGH = 40_000
"""Pairs that are compared one by one where no anchor is left; beyond, all counts as changed."""
_PAIRED = 2_000
"""Pairs of lines that are searched for partners; in larger hunks lines pair as they come."""
_ALIKE = 0.35
"""Share of its characters that a line must keep to have single words marked."""


@dataclass(frozen=True, slots=True)
class Range:
    """``old[old_start:old_end]`` has become ``new[new_start:new_end]``."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line, and whether it differs from the other text's line."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Hunk:
    """Lines that follow each other and all differ; spans are characters of either text."""

    lines: Range
    old: tuple[str, ...]
    new: tuple[str, ...]
    old_span: Span
    new_span: Span

    @property
    def reverting(self) -> TextEdit:
        """The edit of the new text that brings the old lines back."""
        return TextEdit(self.new_span, "".join(self.old))

    def pairs(self) -> list[tuple[int | None, int | None]]:
        """Which old line became which new one, as indexes into ``old`` and ``new``."""
        return _pair(self.old, self.new)


@dataclass(frozen=True, slots=True)
class Diff:
    """Two texts by lines, and where they differ."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    hunks: tuple[Hunk, ...]

    def counts(self) -> Counts:
        """How many lines are changed, added, removed."""
        sizes = [(len(hunk.old), len(hunk.new)) for hunk in self.hunks]
        return Counts(
            changed=sum(min(old, new) for old, new in sizes),
            added=sum(max(new - old, 0) for old, new in sizes),
            removed=sum(max(old - new, 0) for old, new in sizes),
        )


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of lines."""

    changed: int
    added: int
    removed: int


def diff(old: str, new: str) -> Diff:
    """The lines in which ``new`` differs from ``old``."""
    old_lines, new_lines = tuple(split_lines(old)), tuple(split_lines(new))
    old_at, new_at = _offsets(old_lines), _offsets(new_lines)
    hunks = tuple(
        Hunk(
            one,
            old_lines[one.old_start : one.old_end],
            new_lines[one.new_start : one.new_end],
            Span(old_at[one.old_start], old_at[one.old_end]),
            Span(new_at[one.new_start], new_at[one.new_end]),
        )
        for one in changes(old_lines, new_lines)
    )
    return Diff(old_lines, new_lines, hunks)


def words(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both lines in pieces, the words that differ marked.

    Lines that have little in common are marked nowhere: everything differs.
    Line ends are not part of the pieces.
    """
    left, right = without_end(old), without_end(new)
    old_tokens, new_tokens = _TOKEN.findall(left), _TOKEN.findall(right)
    ranges = _bridged(changes(old_tokens, new_tokens), old_tokens)
    if _kept(old_tokens, ranges) < _ALIKE * max(len(left), len(right)):
        return _plain(left), _plain(right)
    return (
        _pieces(old_tokens, [(one.old_start, one.old_end) for one in ranges]),
        _pieces(new_tokens, [(one.new_start, one.new_end) for one in ranges]),
    )


def changes(old: Sequence[str], new: Sequence[str]) -> list[Range]:
    """The ranges in which two sequences differ, in order, never touching each other."""
    result: list[Range] = []
    at_old = at_new = 0
    for i, j in [*_matches(old, new, Range(0, len(old), 0, len(new))), (len(old), len(new))]:
        if i > at_old or j > at_new:
            result.append(Range(at_old, i, at_new, j))
        at_old, at_new = i + 1, j + 1
    return result


def _matches(old: Sequence[str], new: Sequence[str], area: Range) -> Iterator[tuple[int, int]]:
    """Pairs of equal elements within ``area``, both indexes increasing."""
    head = _common_head(old, new, area)
    i, j = area.old_start + head, area.new_start + head
    tail = _common_tail(old, new, Range(i, area.old_end, j, area.new_end))
    inner = Range(i, area.old_end - tail, j, area.new_end - tail)
    yield from ((area.old_start + k, area.new_start + k) for k in range(head))
    if inner.old_start < inner.old_end and inner.new_start < inner.new_end:
        yield from _inner_matches(old, new, inner)
    yield from ((inner.old_end + k, inner.new_end + k) for k in range(tail))


def _inner_matches(
    old: Sequence[str], new: Sequence[str], area: Range
) -> Iterator[tuple[int, int]]:
    anchors = _anchors(old, new, area)
    if not anchors:
        yield from _compared(old, new, area)
        return
    i, j = area.old_start, area.new_start
    for anchor_i, anchor_j in anchors:
        yield from _matches(old, new, Range(i, anchor_i, j, anchor_j))
        yield anchor_i, anchor_j
        i, j = anchor_i + 1, anchor_j + 1
    yield from _matches(old, new, Range(i, area.old_end, j, area.new_end))


def _anchors(old: Sequence[str], new: Sequence[str], area: Range) -> list[tuple[int, int]]:
    """Elements that stand once on either side, as many as keep their order."""
    ours = old[area.old_start : area.old_end]
    theirs = new[area.new_start : area.new_end]
    in_ours, in_theirs = Counter(ours), Counter(theirs)
    where = {value: j for j, value in enumerate(theirs, area.new_start)}
    pairs = [
        (i, where[value])
        for i, value in enumerate(ours, area.old_start)
        if in_ours[value] == 1 and in_theirs[value] == 1
    ]
    return _longest_rising(pairs)


def _longest_rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs whose second parts rise, by patience sorting."""
    tops: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for at, (_, j) in enumerate(pairs):
        pile = bisect_left(tops, j)
        before.append(piles[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(j)
            piles.append(at)
        else:
            tops[pile], piles[pile] = j, at
    run: list[tuple[int, int]] = []
    at = piles[-1] if piles else -1
    while at >= 0:
        run.append(pairs[at])
        at = before[at]
    return run[::-1]


def _compared(old: Sequence[str], new: Sequence[str], area: Range) -> Iterator[tuple[int, int]]:
    ours = old[area.old_start : area.old_end]
    theirs = new[area.new_start : area.new_end]
    if len(ours) * len(theirs) > _THOROUGH:
        return
    for block in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks():
        for k in range(block.size):
            yield area.old_start + block.a + k, area.new_start + block.b + k


def _common_head(old: Sequence[str], new: Sequence[str], area: Range) -> int:
    limit = min(area.old_end - area.old_start, area.new_end - area.new_start)
    for k in range(limit):
        if old[area.old_start + k] != new[area.new_start + k]:
            return k
    return limit


def _common_tail(old: Sequence[str], new: Sequence[str], area: Range) -> int:
    limit = min(area.old_end - area.old_start, area.new_end - area.new_start)
    for k in range(limit):
        if old[area.old_end - 1 - k] != new[area.new_end - 1 - k]:
            return k
    return limit


def _offsets(lines: Sequence[str]) -> list[int]:
    return list(accumulate(map(len, lines), initial=0))


def _pair(old: tuple[str, ...], new: tuple[str, ...]) -> list[tuple[int | None, int | None]]:
    if len(old) == len(new) or len(old) * len(new) > _PAIRED:
        return _zipped(len(old), len(new))
    pairs: list[tuple[int | None, int | None]] = []
    at = 0
    for i, line in enumerate(old):
        partner = next((j for j in range(at, len(new)) if _alike(line, new[j])), None)
        if partner is None:
            pairs.append((i, None))
            continue
        pairs += [(None, j) for j in range(at, partner)]
        pairs.append((i, partner))
        at = partner + 1
    return pairs + [(None, j) for j in range(at, len(new))]


def _zipped(old: int, new: int) -> list[tuple[int | None, int | None]]:
    return [(k if k < old else None, k if k < new else None) for k in range(max(old, new))]


def _alike(old: str, new: str) -> bool:
    left, right = without_end(old), without_end(new)
    if left.strip() == right.strip():
        return True
    old_tokens, new_tokens = _TOKEN.findall(left), _TOKEN.findall(right)
    kept = _kept(old_tokens, changes(old_tokens, new_tokens))
    return kept >= 0.5 * max(len(left), len(right))


def _kept(tokens: Sequence[str], ranges: list[Range]) -> int:
    lost = sum(len(token) for one in ranges for token in tokens[one.old_start : one.old_end])
    return sum(map(len, tokens)) - lost


def _bridged(ranges: list[Range], tokens: Sequence[str]) -> list[Range]:
    """Neighbouring ranges as one where only blanks stand between them."""
    result: list[Range] = []
    for one in ranges:
        last = result[-1] if result else None
        if last and "".join(tokens[last.old_end : one.old_start]).isspace():
            result[-1] = Range(last.old_start, one.old_end, last.new_start, one.new_end)
        else:
            result.append(one)
    return result


def _pieces(tokens: Sequence[str], changed: list[tuple[int, int]]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    at = 0
    for start, end in changed:
        pieces += (Piece("".join(tokens[at:start]), False), Piece("".join(tokens[start:end]), True))
        at = end
    pieces.append(Piece("".join(tokens[at:]), False))
    return tuple(piece for piece in pieces if piece.text)


def _plain(text: str) -> tuple[Piece, ...]:
    return (Piece(text, False),) if text else ()


def same_but_for_end(old: str, new: str) -> bool:
    """Whether two lines differ in their line ends only."""
    return without_end(old) == without_end(new) and end_of(old) != end_of(new)
