"""Proves a repair before it is proposed: it reads, and nothing else has changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reviewer.document.diff import diff
from reviewer.document.edits import apply, difference, ordered
from reviewer.document.fences import find
from reviewer.document.operations import same
from reviewer.document.reading import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.document.dialect import Dialect
    from reviewer.document.edits import TextEdit
    from reviewer.document.repair.segments import Segment


def edits_between(old: str, new: str) -> tuple[TextEdit, ...]:
    """Edits of those lines that differ, no larger than what differs in them."""
    edits: list[TextEdit] = []
    for hunk in diff(old, new).hunks:
        changed = new[hunk.new_span.start : hunk.new_span.end]
        found = difference("".join(hunk.old), changed)
        edits += (edit.shift(hunk.old_span.start) for edit in found)
    return ordered(edits)


def is_sound(
    old: str, edits: Sequence[TextEdit], dialect: Dialect, pieces: Sequence[Segment]
) -> bool:
    """Whether the text reads after the edits, with its body and what could be read before.

    ``pieces`` are those of the broken block that no edit touches.
    """
    new = apply(old, edits)
    reading = read(new, dialect)
    if reading.problem is not None or reading.block is None or reading.read_only:
        return False
    data = reading.block.data
    if not isinstance(data, Mapping) or not data:
        return False
    fence, before = reading.fence, find(old, dialect)
    if fence is None or (before and old[before.closing.start :] != new[fence.closing.start :]):
        return False
    known = {key: value for piece in pieces for key, value in (piece.data or {}).items()}
    return all(key in data and same(data[key], value) for key, value in known.items())
