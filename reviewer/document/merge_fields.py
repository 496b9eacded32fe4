"""Conflicts between values, told with the texts of all sides and their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.document.edits import Span
from reviewer.document.merge_entries import entries_of
from reviewer.document.merge_result import Conflict, Part, Version
from reviewer.document.merge_values import ABSENT, equal
from reviewer.document.operations import has, look_up

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from reviewer.document.merge_trio import Trio
    from reviewer.document.merge_values import ValueConflict
    from reviewer.document.operations import Path
    from reviewer.document.post import Post


def field_conflicts(
    trio: Trio, merged: Post, found: Sequence[ValueConflict]
) -> tuple[Conflict, ...]:
    """The conflicts as a window shows them, in the order of the merged text."""
    conflicts = [
        Conflict(
            Part.FIELD,
            each.path,
            _version(trio.base, each.path, each.base),
            _version(trio.mine, each.path, each.mine),
            _version(trio.theirs, each.path, each.theirs),
            _span(merged, each.path),
        )
        for each in found
    ]
    return tuple(sorted(conflicts, key=lambda conflict: conflict.span))


def _version(post: Post, path: Path, value: Any) -> Version:
    if value is ABSENT:
        return Version("", absent=True)
    return Version(_text(post, path, value), value)


def _text(post: Post, path: Path, value: Any) -> str:
    """How a side writes a field, as far as the path leads to it there: items move in lists."""
    if not has(post.data, path) or not equal(look_up(post.data, path), value):
        return ""
    parts = entries_of(post) if len(path) == 1 else None
    return parts.texts[path[0]] if parts else post.written(path)


def _span(post: Post, path: Path) -> Span:
    place = post.place(path)
    if place is not None:
        return place.entry
    end = post.block_span.end if post.block_span else 0
    return Span(end, end)
