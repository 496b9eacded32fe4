"""What to propose for a post whose front matter cannot be read. Start here.

``proposals`` gives the likeliest first; every one of them reads, leaves all
lines alone that are not at fault, and keeps the values that could be read.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from reviewer.document.edits import apply
from reviewer.document.lines import count_lines, split_lines
from reviewer.document.reading import read
from reviewer.document.repair import fence_slips, json_repair, toml_repair, yaml_repair
from reviewer.document.repair.proposal import Proposal, Step
from reviewer.document.repair.proving import edits_between, is_sound
from reviewer.document.repair.segments import Segment, segments
from reviewer.document.source import line_at
from reviewer.document.yaml_text import read as read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reviewer.document.dialect import Dialect
    from reviewer.document.edits import TextEdit
    from reviewer.document.fences import Fence
    from reviewer.document.post import Post
    from reviewer.document.repair.yaml_repair import Repair

MOST = 4
"""Proposals that are made; an editor looks at no more."""
LONGEST = 40_000
"""Characters of front matter beyond which none is made, so that hostile text takes no time."""
_TRIED = 12
_REPAIRS = {
    "yaml": yaml_repair.repairs,
    "toml": toml_repair.repairs,
    "json": json_repair.repairs,
}


def proposals(post: Post, most: int = MOST) -> tuple[Proposal, ...]:
    """Ways to mend the front matter of ``post``; none where it reads."""
    return _proposed(post.text, post.dialect)[:most]


@lru_cache(maxsize=4)
def _proposed(text: str, dialect: Dialect) -> tuple[Proposal, ...]:
    """Kept, since the form, the findings and a click ask for the same text in a row."""
    return tuple(islice(_distinct(text, dialect), MOST))


def _distinct(text: str, dialect: Dialect) -> Iterator[Proposal]:
    seen: set[str] = set()
    for each in islice(_all(text, dialect), _TRIED):
        if each.text not in seen:
            seen.add(each.text)
            yield each


def _all(text: str, dialect: Dialect) -> Iterator[Proposal]:
    reading = read(text, dialect)
    if reading.block is not None:
        return
    fence = reading.fence
    if fence is None:
        yield from fence_slips.proposals(text, dialect)
    elif fence.format in _REPAIRS and len(fence.block) <= LONGEST:
        yield from _within(text, fence, dialect)


def _within(text: str, fence: Fence, dialect: Dialect) -> Iterator[Proposal]:
    block = text[fence.block.start : fence.block.end]
    pieces = _pieces(block, fence, dialect)
    for repair in _REPAIRS[fence.format](block, dialect):
        edits = edits_between(block, repair.text)
        kept = _untouched(pieces, block, edits)
        in_file = tuple(edit.shift(fence.block.start) for edit in edits)
        if edits and is_sound(text, in_file, dialect, kept):
            yield Proposal(_steps(text, fence, repair), in_file, apply(text, in_file))


def _pieces(block: str, fence: Fence, dialect: Dialect) -> list[Segment]:
    if fence.format != "yaml":
        return []
    return segments(block, lambda piece: read_yaml(piece, dialect).data) or []


def _untouched(pieces: Sequence[Segment], block: str, edits: Sequence[TextEdit]) -> list[Segment]:
    """The pieces that no edit reaches into."""
    touched: set[int] = set()
    for edit in edits:
        first = count_lines(block[: edit.span.start])
        touched.update(
            range(first, first + count_lines(block[edit.span.start : edit.span.end]) + 1)
        )
    return [each for each in pieces if touched.isdisjoint(range(each.first, each.last))]


def _steps(text: str, fence: Fence, repair: Repair) -> tuple[Step, ...]:
    above = line_at(text, fence.block.start)
    lines = len(split_lines(text))
    steps = (
        Step(mend.what, mend.doing, min(above + line, max(lines, 1))) for line, mend in repair.mends
    )
    return tuple(sorted(steps, key=lambda step: step.line))
