"""A merge as Git leaves it in a file: my text and theirs between conflict markers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.document.diff import changes
from reviewer.document.lines import end_of, split_lines
from reviewer.document.merge_lines import line_edits
from reviewer.document.merge_resolve import resolve
from reviewer.document.merge_result import Choice, Merged
from reviewer.document.operations import EditRefused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.document.post import Post

MARKER_SIZE = 7


def marked(merged: Merged, theirs: Post, size: int = MARKER_SIZE) -> Post:
    """The merged post with markers around what is in conflict.

    All that merged well is the same whoever wins, so the conflicts are where
    the two decisions differ. Raises ``EditRefused`` where their text cannot be
    written in the encoding of mine.
    """
    mine = merged.post
    try:
        other = resolve(merged, dict.fromkeys(merged.conflicts, Choice.THEIRS)).text
    except EditRefused:
        other = theirs.text
    text = _between_markers(mine.text, other, size, mine.line_end)
    return mine.with_edits(line_edits(mine.text, text))


def _between_markers(mine: str, theirs: str, size: int, line_end: str) -> str:
    left, right = split_lines(mine), split_lines(theirs)
    parts: list[str] = []
    at = 0
    for each in changes(left, right):
        parts += left[at : each.old_start]
        parts += [f"{'<' * size} ours{line_end}"]
        parts += _ended(left[each.old_start : each.old_end], line_end)
        parts += [f"{'=' * size}{line_end}"]
        parts += _ended(right[each.new_start : each.new_end], line_end)
        parts += [f"{'>' * size} theirs{line_end}"]
        at = each.old_end
    return "".join((*parts, *left[at:]))


def _ended(lines: Sequence[str], line_end: str) -> list[str]:
    """The lines, the last one ended too."""
    return [line if end_of(line) else line + line_end for line in lines]
