"""Bracketed lists and maps, as JSON and the inline values of TOML write them.

Knows where brackets, members and commas stand, and how to add, take away and
reorder members so that every other character stays: a member on a line of its
own comes and goes with its line, one among others with its comma.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.document.edits import Span, TextEdit
from reviewer.document.source import line_start, line_stop, usual_line_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.document.operations import Path

_GAP = re.compile(r"(?:[ \t\r\n]+|#[^\r\n]*)*")
_REST_OF_LINE = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r)")
_BLANKS = re.compile(r"[ \t]*")


@dataclass(frozen=True, slots=True)
class Member:
    """A key with its value, or an item; ``span`` covers both."""

    key: Any
    key_span: Span | None
    node: Node

    @property
    def span(self) -> Span:
        """From the key, if there is one, to the end of the value."""
        start = (self.key_span or self.node.span).start
        return Span(start, self.node.span.end)


@dataclass(frozen=True, slots=True)
class Node:
    """A value in the text: a scalar, or brackets around members.

    ``inner`` is what stands between the brackets (empty for scalars).
    """

    kind: str
    span: Span
    inner: Span
    members: tuple[Member, ...] = ()

    def member(self, key: Any) -> Member | None:
        """The member at an index or key; of keys that are written twice the last one counts."""
        if self.kind == "list":
            is_index = type(key) is int and 0 <= key < len(self.members)
            return self.members[key] if is_index else None
        return next((m for m in reversed(self.members) if m.key == key), None)


def descend(node: Node, path: Path) -> Member | None:
    """The member at ``path`` below ``node``; ``None`` for an empty path or where there is none."""
    member: Member | None = None
    for key in path:
        member = node.member(key)
        if member is None:
            return None
        node = member.node
    return member


@dataclass(frozen=True, slots=True)
class Flow:
    """A bracketed value within its text, ready to be edited.

    ``keeps_comma``: whether a comma may stay behind the last member (arrays of
    TOML), so that taking the last one away need not touch the line above.
    """

    text: str
    node: Node
    keeps_comma: bool = False
    unit: str = "  "
    separator: str = ", "

    def entry(self, index: int) -> Span:
        """All that belongs to a member: its lines, or it and its comma."""
        span = self._span(index)
        if self.has_own_line(index):
            return Span(line_start(self.text, span.start), line_stop(self.text, self._after(index)))
        return Span(span.start, self._after(index))

    def has_own_line(self, index: int) -> bool:
        """Whether nothing but its comma and a comment shares the member's lines."""
        span = self._span(index)
        begin = line_start(self.text, span.start)
        is_first = begin >= self.node.inner.start and not self.text[begin : span.start].strip(" \t")
        rest = _REST_OF_LINE.match(self.text, self._after(index))
        return is_first and rest is not None and rest.end() <= self.node.inner.end

    def remove(self, index: int) -> tuple[TextEdit, ...]:
        """Take a member away, with its line or its comma."""
        before = self._comma_to_drop(index)
        if self.has_own_line(index):
            return (*before, TextEdit(self.entry(index), ""))
        span = self._span(index)
        if index + 1 < len(self.node.members):
            return (TextEdit(Span(span.start, self._span(index + 1).start), ""),)
        if index == 0:
            return (TextEdit(Span(span.start, self._after(index)), ""),)
        gap = Span(self._span(index - 1).end, span.start)
        if self.text[gap.start : gap.end].strip(" \t,"):
            blank = len(self.text[gap.start : gap.end].rstrip())
            return (*before, TextEdit(Span(gap.start + blank, span.end), ""))
        return (TextEdit(Span(gap.start, span.end), ""),)

    def insert(self, index: int, written: str) -> tuple[TextEdit, ...]:
        """Put a member before the one at ``index``, or behind the last."""
        if not self.node.members:
            return (self._first(written),)
        if index < len(self.node.members):
            return (self._ahead_of(index, written),)
        return self._behind_last(written)

    def reorder(self, order: Sequence[int]) -> tuple[TextEdit, ...]:
        """Let the member ``order[k]`` stand at ``k``; comments on their lines go with them."""
        edits: list[TextEdit] = []
        for slot, origin in enumerate(order):
            if slot == origin:
                continue
            edits.append(self._copied(self._span(slot), self._span(origin)))
            if self.has_own_line(slot) and self.has_own_line(origin):
                edits.append(self._copied(self._remark(slot), self._remark(origin)))
        return tuple(edit for edit in edits if edit.text or len(edit.span))

    def indent(self) -> str:
        """The indentation of members that have lines of their own."""
        for index in range(len(self.node.members)):
            if self.has_own_line(index):
                start = self._span(index).start
                return self.text[line_start(self.text, start) : start]
        return self._closing_indent() + self.unit

    def is_tall(self) -> bool:
        """Whether the members stand on lines of their own."""
        return any(map(self.has_own_line, range(len(self.node.members))))

    def _span(self, index: int) -> Span:
        return self.node.members[index].span

    def _comma(self, index: int) -> int | None:
        gap = _GAP.match(self.text, self._span(index).end)
        at = gap.end() if gap else self._span(index).end
        return at if self.text.startswith(",", at) and at < self.node.inner.end else None

    def _after(self, index: int) -> int:
        comma = self._comma(index)
        return self._span(index).end if comma is None else comma + 1

    def _comma_to_drop(self, index: int) -> tuple[TextEdit, ...]:
        """The comma that would be left behind the member that becomes the last."""
        is_last = index == len(self.node.members) - 1
        if self.keeps_comma or not is_last or index == 0 or self._comma(index) is not None:
            return ()
        comma = self._after(index - 1) - 1
        return (TextEdit(Span(comma, comma + 1), ""),)

    def _first(self, written: str) -> TextEdit:
        inner = self.node.inner
        content = self.text[inner.start : inner.end]
        closing_line = line_start(self.text, inner.end)
        if closing_line > inner.start and not self.text[closing_line : inner.end].strip():
            line = self.indent() + written + usual_line_end(self.text)
            return TextEdit(Span(closing_line, closing_line), line)
        if content.strip():
            return TextEdit(Span(inner.start, inner.start), written)
        return TextEdit(inner, content + written + content)

    def _ahead_of(self, index: int, written: str) -> TextEdit:
        start = self._span(index).start
        if self.has_own_line(index):
            begin = line_start(self.text, start)
            line = self.text[begin:start] + written + "," + usual_line_end(self.text)
            return TextEdit(Span(begin, begin), line)
        return TextEdit(Span(start, start), written + self._between())

    def _behind_last(self, written: str) -> tuple[TextEdit, ...]:
        last = len(self.node.members) - 1
        end = self._span(last).end
        if not self.has_own_line(last):
            return (TextEdit(Span(end, end), self._between() + written),)
        at = line_stop(self.text, self._after(last))
        line_end = usual_line_end(self.text)
        if self._comma(last) is not None:
            return (TextEdit(Span(at, at), self.indent() + written + "," + line_end),)
        line = self.indent() + written + line_end
        return (TextEdit(Span(end, end), ","), TextEdit(Span(at, at), line))

    def _between(self) -> str:
        """What separates members: as the last two are, or as the first is from its bracket."""
        if len(self.node.members) > 1:
            left, right = self._span(-2), self._span(-1)
            gap = self.text[left.end : right.start]
            return gap if not gap.strip(" \t\r\n,") else self.separator
        lead = self.text[self.node.inner.start : self._span(0).start]
        has_line = bool(lead) and not lead.strip() and bool(lead.strip(" \t"))
        return "," + lead if has_line else self.separator

    def _remark(self, index: int) -> Span:
        """The comment behind a member, with the blanks before it."""
        start = self._after(index)
        rest = self.text[start : line_stop(self.text, start)].rstrip("\r\n")
        return Span(start, start + len(rest))

    def _copied(self, target: Span, origin: Span) -> TextEdit:
        return TextEdit(target, self.text[origin.start : origin.end])

    def _closing_indent(self) -> str:
        found = _BLANKS.match(self.text, line_start(self.text, self.node.inner.end))
        return found[0] if found else ""
