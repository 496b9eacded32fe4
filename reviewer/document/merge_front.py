"""Front matter of three posts merged: by lines, by fields, by operations.

Each way is tried in turn and counts only when its text says what the merged
values say: all lines at once, as Git would; then each field's text by itself;
then my text with the other side's changes carried out as edits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reviewer.document.merge_each import merge_each
from reviewer.document.merge_lines import pick, woven
from reviewer.document.merge_proof import Frame, duplicated, loses_remarks, settles
from reviewer.document.merge_trio import Front, Trio, block, head
from reviewer.document.merge_values import ABSENT, Blend, equal, merge_values
from reviewer.document.operations import EditRefused, SetValue, Unset, same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.document.operations import Operation
    from reviewer.document.post import Post

FIELDS = ("yaml", "toml", "json")
MOST_FIELDS = 1_000
MOST_TEXT = 250_000
"""What merges by field within a second or two; more, which no person writes, merges by line."""


def is_mergeable(trio: Trio) -> bool:
    """Whether all sides can be read as fields."""
    sides = (trio.mine, trio.theirs) if trio.base.format is None else trio.all
    return all(_has_fields(post) for post in sides)


def _has_fields(post: Post) -> bool:
    is_read = post.format in FIELDS and post.problem is None and not post.read_only
    if not is_read or not isinstance(post.data, dict):
        return False
    return len(post.data) <= MOST_FIELDS and len(block(post)) <= MOST_TEXT


def merge_fields(trio: Trio) -> Front | None:
    """The merged front matter; ``None`` where it can only be chosen as a whole."""
    blend = merge_values(trio.base.data, trio.mine.data, trio.theirs.data)
    starts = _starts(trio)
    if trio.mine.format == trio.theirs.format:
        frame = _frame(trio)
        for way in (_by_lines, merge_each):
            front = way(trio, blend, frame)
            if front is not None:
                return front
    edited = (_by_operations(trio, start, blend) for start in starts)
    return next((front for front in edited if front is not None), None)


def _starts(trio: Trio) -> tuple[Post, ...]:
    """The posts whose text the result may begin with: those whose format it takes.

    Where both sides have changed the format, each to another, there is none.
    """
    base, mine, theirs = trio.all
    if mine.format == theirs.format:
        return mine, theirs
    if base.format == theirs.format:
        return (mine,)
    return (theirs,) if base.format == mine.format else ()


def _frame(trio: Trio) -> Frame:
    openings, closings = zip(*map(_fences, trio.all), strict=True)
    doubled = duplicated(trio.mine) | duplicated(trio.theirs)
    return Frame(_picked(*openings), _picked(*closings), trio.mine.dialect, doubled)


def _picked(base: str, mine: str, theirs: str) -> str:
    chosen = pick(base, mine, theirs)
    return mine if chosen is None else chosen


def _fences(post: Post) -> tuple[str, str]:
    span = post.block_span
    if span is None:
        return "", ""
    return post.text[: span.start], post.text[span.end : post.body_span.start]


# All lines at once


def _by_lines(trio: Trio, blend: Blend, frame: Frame) -> Front | None:
    text = woven(*map(block, trio.all))
    post = None if text is None else frame.post(text)
    if post is None or not settles(post, blend, trio.all):
        return None
    return Front(post.text)


# One side's text, edited


def _by_operations(trio: Trio, start: Post, blend: Blend) -> Front | None:
    """The text of ``start`` with what the merged data has otherwise; no comment may get lost."""
    post = start
    try:
        for operation in _operations(start.data, blend.data):
            post = post.apply(operation)
    except EditRefused:
        return None
    base, mine, theirs = map(block, trio.all)
    if loses_remarks(base, mine, theirs, block(post)):
        return None
    return Front(head(post), tuple(blend.conflicts)) if same(post.data, blend.data) else None


def _operations(old: dict[Any, Any], new: dict[Any, Any]) -> Iterator[Operation]:
    for key, value in new.items():
        if not equal(old.get(key, ABSENT), value):
            yield SetValue((key,), value)
    yield from (Unset((key,)) for key in old if key not in new)
