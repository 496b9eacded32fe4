"""Adding and taking away whole entries and items, in block and in flow style.

``BlockRows`` and ``FlowRows`` see a collection as a row of elements and know
nothing of keys and values: lists and maps share them. Every edit speaks of the
one text, so that several can be made at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.document.edits import Span, TextEdit
from reviewer.document.yaml_emit import Setting
from reviewer.document.yaml_lines import (
    column,
    comment_end,
    line_end,
    line_start,
    skip_blanks,
    starts_line,
)
from reviewer.document.yaml_nodes import Map, Seq
from reviewer.document.yaml_slots import Slot, lines_end, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reviewer.document.yaml_emit import Written

MAX_GAP = 7
"""A wider gap behind a dash is an accident, not a style."""


def rows(text: str, slot: Slot, newline: str) -> BlockRows | FlowRows:
    """The elements of the collection in ``slot``."""
    node = slot.node
    assert isinstance(node, (Seq, Map))
    elements = node.items if isinstance(node, Seq) else node.entries
    spans = [Span(element.start, max(element.end, element.start)) for element in elements]
    if node.flow:
        return FlowRows(text, slot, Span(node.start, node.end), spans)
    return BlockRows(text, slot, newline, spans)


def runs(indices: Iterable[int]) -> list[tuple[int, int]]:
    """Neighbouring indices joined: ``1 2 5`` gives ``(1, 3) (5, 6)``."""
    found: list[tuple[int, int]] = []
    for index in sorted(indices):
        if found and found[-1][1] == index:
            found[-1] = (found[-1][0], index + 1)
        else:
            found.append((index, index + 1))
    return found


@dataclass(frozen=True, slots=True)
class BlockRows:
    """Elements that each begin in the same column."""

    text: str
    slot: Slot
    newline: str
    spans: list[Span]

    @property
    def column(self) -> int:
        """Where every element begins."""
        return column(self.text, self.spans[0].start)

    @property
    def setting(self) -> Setting:
        """The setting of an entry's value."""
        return Setting(self.column)

    @property
    def dash_gap(self) -> int:
        """How many blanks stand behind the dash of the last item."""
        behind = self.spans[-1].start + 1
        gap = skip_blanks(self.text, behind) - behind
        return gap if 0 < gap <= MAX_GAP and self.spans[-1].end > behind + gap else 1

    def end(self, index: int) -> int:
        """Where the lines of an element end."""
        return lines_end(self.text, self.spans[index].end, self.column)

    def start(self, index: int) -> int:
        """Where an element's lines begin, or itself, if it stands behind a dash."""
        start = self.spans[index].start
        return line_start(self.text, start) if starts_line(self.text, start) else start

    def piece(self, written: Written) -> str:
        """An element as text, its first line without indentation."""
        return self.newline.join((written.head, *written.lines))

    def taken(self, index: int) -> str:
        """The text of an element, to be inserted elsewhere."""
        whole = self.text[self.spans[index].start : self.end(index)]
        return whole.rstrip("\r\n") if not whole.endswith(("\n\n", "\r\n\r\n")) else whole[:-1]

    def insertion(self, index: int, pieces: Sequence[str]) -> list[TextEdit]:
        """Insert pieces before the element at ``index``, or after the last one."""
        if not pieces:
            return []
        indent = " " * self.column
        if index == 0:
            at = self.spans[0].start
            new = "".join(piece + self.newline + indent for piece in pieces)
            return [TextEdit(Span(at, at), new)]
        at = self.end(index - 1)
        if at == len(self.text) and not self.text.endswith(("\n", "\r")):
            new = "".join(self.newline + indent + piece for piece in pieces)
        else:
            new = "".join(indent + piece + self.newline for piece in pieces)
        return [TextEdit(Span(at, at), new)]

    def removal(self, indices: Sequence[int]) -> list[TextEdit]:
        """Take some elements away, not all of them; comments between them stay."""
        edits: list[TextEdit] = []
        for first, last in runs(indices):
            if starts_line(self.text, self.spans[first].start):
                spans = [Span(self.start(i), self.end(i)) for i in range(first, last)]
                edits += [TextEdit(span, "") for span in _joined(spans)]
            else:
                edits.append(self._compact_removal(first, last))
        return edits

    def _compact_removal(self, first: int, last: int) -> TextEdit:
        """The first elements stand behind a dash; the next one moves up beside it."""
        start, end = self.spans[first].start, self.end(last - 1)
        if skip_blanks(self.text, end) == self.spans[last].start:
            return TextEdit(Span(start, self.spans[last].start), "")
        start = len(self.text[:start].rstrip(" \t"))
        return TextEdit(Span(start, line_end(self.text, self.spans[last - 1].end)), "")

    def substitution(self, index: int, pieces: Sequence[str]) -> list[TextEdit]:
        """Put pieces in the place of one element."""
        span = self.spans[index]
        return [TextEdit(span, (self.newline + " " * self.column).join(pieces))]

    def emptied(self, brackets: str) -> list[TextEdit]:
        """Take all elements away: what is left is ``[]`` or ``{}``."""
        text, slot, first = self.text, self.slot, self.spans[0].start
        last = len(self.spans) - 1
        if slot.owner is None:
            end = self.spans[last].end
            return [TextEdit(Span(first, end), brackets)]
        if not starts_line(text, first):
            return [TextEdit(Span(first, self.spans[last].end), brackets)]
        spans = [Span(self.start(i), self.end(i)) for i in range(last + 1)]
        edits = [TextEdit(span, "") for span in _joined(spans)]
        at = self._header_end()
        if spans[-1].end == len(text) and not text.endswith(("\n", "\r")):
            edits[-1] = TextEdit(Span(line_end(text, at), spans[-1].end), "")
        return [TextEdit(Span(at, at), f" {brackets}"), *edits]

    def _header_end(self) -> int:
        """Behind the colon or dash, and behind an anchor or tag on that line."""
        node = self.slot.node
        end = self.slot.after
        if node.head < node.start and node.head <= line_end(self.text, end):
            end = len(self.text[: line_end(self.text, end)].rstrip())
            mark = self.text.find(" #", node.head, end)
            return len(self.text[:mark].rstrip()) if mark >= 0 else end
        return end


@dataclass(frozen=True, slots=True)
class FlowRows:
    """Elements between brackets, on one line or several."""

    text: str
    slot: Slot
    node: Span
    spans: list[Span]

    @property
    def setting(self) -> Setting:
        """The setting of an element's value."""
        return Setting(0, flow=True)

    def piece(self, written: Written) -> str:
        """An element as text."""
        return written.head

    def taken(self, index: int) -> str:
        """The text of an element, to be inserted elsewhere."""
        return self.text[self.spans[index].start : self.spans[index].end]

    def insertion(self, index: int, pieces: Sequence[str]) -> list[TextEdit]:
        """Insert pieces before the element at ``index``, or after the last one."""
        if not pieces:
            return []
        if not self.spans:
            inside = Span(self.node.start + 1, self.node.end - 1)
            return [TextEdit(inside, ", ".join(pieces))]
        between = self._separator()
        if index < len(self.spans):
            at = self.spans[index].start
            return [TextEdit(Span(at, at), "".join(piece + between for piece in pieces))]
        return self._appended(pieces, between)

    def _appended(self, pieces: Sequence[str], between: str) -> list[TextEdit]:
        at = self.spans[-1].end
        comma = self._comma_after(len(self.spans) - 1)
        behind = comma + 1 if comma >= 0 else at
        end = line_end(self.text, behind)
        if self.text[skip_blanks(self.text, behind) :][:1] != "#" or end >= self.node.end:
            return [TextEdit(Span(at, at), "".join(between + piece for piece in pieces))]
        line = between[1:]  # a comment closes the line: go on below it
        new = ",".join(line + piece for piece in pieces)
        if comma >= 0:
            return [TextEdit(Span(end, end), new + ",")]
        return [TextEdit(Span(at, at), ","), TextEdit(Span(end, end), new)]

    def removal(self, indices: Sequence[int]) -> list[TextEdit]:
        """Take some elements away, not all of them."""
        return [self._run_removal(first, last) for first, last in runs(indices)]

    def _run_removal(self, first: int, last: int) -> TextEdit:
        if last < len(self.spans):
            return TextEdit(Span(self.spans[first].start, self.spans[last].start), "")
        before = self.text[self.spans[first - 1].end : self.spans[first].start]
        end = self.spans[-1].end
        if "\n" not in before and "\r" not in before:
            return TextEdit(Span(self.spans[first - 1].end, end), "")
        comma = self._comma_after(len(self.spans) - 1)
        end = comment_end(self.text, comma + 1 if comma >= 0 else end)
        if end < line_end(self.text, end):  # the bracket stands on this line
            return TextEdit(Span(self.spans[first].start, end), "")
        start = line_start(self.text, self.spans[first].start)
        broken = len(self.text[:start].rstrip("\r\n"))
        return TextEdit(Span(broken, end), "")

    def reordered(self, order: Sequence[int]) -> list[TextEdit] | None:
        """Let elements that end their lines change places, each with the comment behind it.

        ``None`` where there are no such comments, or elements stand side by side.
        """
        tails = [self._tail(index) for index in range(len(self.spans))]
        are_alone = all(tail.end == line_end(self.text, tail.end) for tail in tails)
        if not are_alone or not any("#" in self.text[tail.start : tail.end] for tail in tails):
            return None
        edits: list[TextEdit] = []
        for slot, origin in enumerate(order):
            for spans in (self.spans, tails):
                taken = self.text[spans[origin].start : spans[origin].end]
                edits += trimmed(self.text, spans[slot], taken)
        return edits

    def _tail(self, index: int) -> Span:
        """Blanks and the comment behind an element and its comma."""
        comma = self._comma_after(index)
        start = comma + 1 if comma >= 0 else self.spans[index].end
        return Span(start, comment_end(self.text, start))

    def substitution(self, index: int, pieces: Sequence[str]) -> list[TextEdit]:
        """Put pieces in the place of one element."""
        return [TextEdit(self.spans[index], ", ".join(pieces))]

    def emptied(self, brackets: str) -> list[TextEdit]:
        """Take all elements away."""
        return [TextEdit(self.node, brackets)]

    def _separator(self) -> str:
        """What stands between two elements: a comma, and a blank or a new line."""
        if len(self.spans) > 1:
            between = self.text[self.spans[-2].end : self.spans[-1].start]
        else:
            lead = self.text[self.node.start + 1 : self.spans[0].start]
            between = "," + (lead if "\n" in lead or "\r" in lead else " ")
        if "#" not in between and between.count(",") == 1:
            return between
        line = line_start(self.text, self.spans[-1].start)
        broken = self.text[len(self.text[:line].rstrip("\r\n")) : line]
        return "," + broken + " " * (self.spans[-1].start - line)

    def _comma_after(self, index: int) -> int:
        at = skip_blanks(self.text, self.spans[index].end)
        return at if self.text[at : at + 1] == "," else -1


def _joined(spans: list[Span]) -> list[Span]:
    """Spans that touch, as one."""
    found: list[Span] = []
    for span in spans:
        if found and found[-1].end >= span.start:
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found
