"""Text edits: the only way in which a post changes.

A form field, a quick fix, a bulk edit and typing in the body all end as a list
of ``TextEdit`` over the same source, so that undo, diff, conflict checks and
the proof that nothing else changed share one path.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise
from typing import TYPE_CHECKING, AnyStr

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of characters, ``start <= end``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def shift(self, offset: int) -> Span:
        """The span moved by ``offset`` characters."""
        return Span(self.start + offset, self.end + offset)

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class TextEdit:
    """Replace the characters of ``span`` by ``text``."""

    span: Span
    text: str

    def shift(self, offset: int) -> TextEdit:
        """The edit moved by ``offset`` characters."""
        return TextEdit(self.span.shift(offset), self.text)


def ordered(edits: Iterable[TextEdit]) -> tuple[TextEdit, ...]:
    """The edits in text order; edits that overlap raise ``ValueError``.

    Insertions at one place keep the order in which they are given.
    """
    result = tuple(sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)))
    for left, right in pairwise(result):
        if right.span.start < left.span.end:
            raise ValueError(f"edits overlap: {left} and {right}")
    return result


def apply(text: str, edits: Iterable[TextEdit]) -> str:
    """``text`` with all ``edits`` carried out; their spans speak of ``text``."""
    parts: list[str] = []
    at = 0
    for edit in ordered(edits):
        if edit.span.end > len(text):
            raise ValueError(f"edit ends behind the text: {edit}")
        parts += (text[at : edit.span.start], edit.text)
        at = edit.span.end
    parts.append(text[at:])
    return "".join(parts)


def invert(text: str, edits: Iterable[TextEdit]) -> tuple[TextEdit, ...]:
    """The edits that lead from ``apply(text, edits)`` back to ``text``."""
    inverse: list[TextEdit] = []
    drift = 0
    for edit in ordered(edits):
        start = edit.span.start + drift
        old = text[edit.span.start : edit.span.end]
        inverse.append(TextEdit(Span(start, start + len(edit.text)), old))
        drift += len(edit.text) - len(edit.span)
    return tuple(inverse)


def difference(old: str, new: str) -> tuple[TextEdit, ...]:
    """The one edit that turns ``old`` into ``new``: what common ends leave over."""
    if old == new:
        return ()
    head, tail = common_ends(old, new)
    return (TextEdit(Span(head, len(old) - tail), new[head : len(new) - tail]),)


def mark_of(text: str) -> str:
    """A short digest, by which edits tell whether they were made for this text."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=9).hexdigest()


def common_ends(old: AnyStr, new: AnyStr) -> tuple[int, int]:
    """How much two texts, or contents of files, share at their heads and then at their tails."""
    limit = min(len(old), len(new))
    head = _common_prefix(old, new, limit)
    return head, _common_prefix(old[::-1], new[::-1], limit - head)


def _common_prefix(left: AnyStr, right: AnyStr, limit: int) -> int:
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if left[:middle] == right[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
