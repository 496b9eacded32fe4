"""Three versions of a sequence of lines, put together: diff3.

Both sides are compared with the base by the same differ that the window shows.
What one side alone changed is taken; changes that overlap are a conflict, and
so are changes that touch unless the caller can prove the outcome otherwise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from reviewer.document.diff import Range, changes, diff
from reviewer.document.edits import TextEdit
from reviewer.document.lines import split_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

T = TypeVar("T")

_TOKEN = re.compile(r"\w+|\s|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Region:
    """Neighbouring lines of the base, and what they are on either side."""

    base: tuple[str, ...]
    mine: tuple[str, ...]
    theirs: tuple[str, ...]

    @property
    def merged(self) -> tuple[str, ...] | None:
        """What both sides together want; ``None`` where they contradict each other."""
        return pick(self.base, self.mine, self.theirs)


def pick(base: T, mine: T, theirs: T) -> T | None:
    """The version that one side alone, or both alike, have made; ``None`` for a conflict."""
    if theirs in (base, mine):
        return mine
    return theirs if mine == base else None


def regions(
    base: Sequence[str], mine: Sequence[str], theirs: Sequence[str], *, touching: bool = False
) -> list[Region]:
    """The whole of all three sequences in order, in regions that agree or differ.

    ``touching`` lets changes of neighbouring lines stand beside each other, and
    insertions at one place follow each other; only for texts that are proved
    afterwards.
    """
    found: list[Region] = []
    at, drifts = 0, (0, 0)
    for group in _groups(changes(base, mine), changes(base, theirs), touching=touching):
        start, end = _extent(group)
        found += _untouched(base[at:start])
        after = tuple(drift + _growth(group, side) for side, drift in enumerate(drifts))
        region = Region(
            tuple(base[start:end]),
            tuple(mine[start + drifts[0] : end + after[0]]),
            tuple(theirs[start + drifts[1] : end + after[1]]),
        )
        found += _one_after_the_other(region) if touching else _trimmed(region)
        at, drifts = end, (after[0], after[1])
    return found + _untouched(base[at:])


def woven(base: str, mine: str, theirs: str, *, touching: bool = False) -> str | None:
    """Three texts merged line by line; ``None`` where that leaves a conflict."""
    lines = split_lines(base), split_lines(mine), split_lines(theirs)
    return _joined(regions(*lines, touching=touching))


def woven_words(base: str, mine: str, theirs: str) -> str | None:
    """Three texts merged word by word, as far as no words overlap; else ``None``."""
    words = [_TOKEN.findall(text) for text in (base, mine, theirs)]
    return _joined(regions(words[0], words[1], words[2], touching=True))


def line_edits(old: str, new: str) -> tuple[TextEdit, ...]:
    """The edits, by whole lines, that turn ``old`` into ``new``."""
    return tuple(TextEdit(hunk.old_span, "".join(hunk.new)) for hunk in diff(old, new).hunks)


def _joined(found: list[Region]) -> str | None:
    parts = [region.merged for region in found]
    return None if None in parts else "".join(line for part in parts for line in part or ())


_Change = tuple[int, Range]
"""Whose change (0 mine, 1 theirs), and where."""


def _groups(mine: list[Range], theirs: list[Range], *, touching: bool) -> Iterator[list[_Change]]:
    """Changes of either side that cannot be told apart."""
    pending = sorted(
        [*((0, each) for each in mine), *((1, each) for each in theirs)],
        key=lambda change: (change[1].old_start, change[1].old_end),
    )
    group: list[_Change] = []
    start = end = 0
    for change in pending:
        if group and not _belongs(start, end, change[1], touching=touching):
            yield group
            group = []
        # They come by where they start, so that a group starts with its first one.
        start = start if group else change[1].old_start
        end = max(end, change[1].old_end)
        group.append(change)
    if group:
        yield group


def _belongs(start: int, end: int, change: Range, *, touching: bool) -> bool:
    """Whether a change belongs to the group before it, which reaches from ``start`` to ``end``."""
    if not touching:
        return change.old_start <= end
    return change.old_start < end or start == change.old_end


def _extent(group: list[_Change]) -> tuple[int, int]:
    ranges = [each for _, each in group]
    return min(each.old_start for each in ranges), max(each.old_end for each in ranges)


def _growth(group: list[_Change], side: int) -> int:
    """How many lines ``side`` has gained in the group."""
    ours = [each for whose, each in group if whose == side]
    return sum((each.new_end - each.new_start) - (each.old_end - each.old_start) for each in ours)


def _untouched(lines: Sequence[str]) -> list[Region]:
    same = tuple(lines)
    return [Region(same, same, same)] if same else []


def _one_after_the_other(region: Region) -> list[Region]:
    """Two insertions at one place, in an order that does not depend on whose they are."""
    if region.base or region.merged is not None:
        return [region]
    both = tuple(line for part in sorted((region.mine, region.theirs)) for line in part)
    return [Region((), both, both)]


def _trimmed(region: Region) -> list[Region]:
    """A conflict without the lines at its ends that both sides have alike."""
    if region.merged is not None:
        return [region]
    base, mine, theirs = region.base, region.mine, region.theirs
    head = _shared(mine, theirs)
    tail = _shared(mine[head:][::-1], theirs[head:][::-1])
    base_head = _shared(base, mine[:head])
    base_tail = _shared(base[base_head:][::-1], mine[len(mine) - tail :][::-1])
    ends = (
        Region(base[:base_head], mine[:head], mine[:head]),
        Region(
            base[len(base) - base_tail :], mine[len(mine) - tail :], theirs[len(theirs) - tail :]
        ),
    )
    middle = Region(
        base[base_head : len(base) - base_tail],
        mine[head : len(mine) - tail],
        theirs[head : len(theirs) - tail],
    )
    return [each for each in (ends[0], middle, ends[1]) if each.mine or each.theirs or each.base]


def _shared(left: Sequence[str], right: Sequence[str]) -> int:
    """How many elements both begin with."""
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count
