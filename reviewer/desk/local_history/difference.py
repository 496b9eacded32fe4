"""What one version of a post changed in the one before it, in a few words' worth of facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.document.diff import diff
from reviewer.document.operations import same

if TYPE_CHECKING:
    from reviewer.document.post import Post


@dataclass(frozen=True, slots=True)
class Difference:
    """The fields and the number of body lines that differ; ``other`` where it is neither."""

    fields: tuple[str, ...] = ()
    body_lines: int = 0
    other: bool = False

    def __bool__(self) -> bool:
        return bool(self.fields or self.body_lines or self.other)


def difference_of(old: Post, new: Post) -> Difference:
    """What differs between two texts of a post."""
    fields = changed_fields(old, new)
    lines = _lines(old.body, new.body)
    other = not fields and not lines and old.to_bytes() != new.to_bytes()
    return Difference(fields, lines, other)


def changed_fields(old: Post, new: Post) -> tuple[str, ...]:
    """Top-level keys that were added, removed, or have another value or text."""
    before, after = old.data, new.data
    if not isinstance(before, dict) or not isinstance(after, dict):
        return ()
    keys = [*after, *(key for key in before if key not in after)]
    return tuple(str(key) for key in keys if _differs(old, new, key))


def _differs(old: Post, new: Post, key: object) -> bool:
    if (key in old.data) != (key in new.data):
        return True
    if not same(old.data[key], new.data[key]):
        return True
    return old.written((key,)) != new.written((key,))


def _lines(old: str, new: str) -> int:
    if old == new:
        return 0
    counts = diff(old, new).counts()
    return counts.changed + counts.added + counts.removed
