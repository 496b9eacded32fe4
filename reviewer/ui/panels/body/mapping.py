"""The text of a file and the text that an editor widget can hold, kept in step.

Qt's documents know one kind of line end, count in UTF-16 units, and cannot hold
everything a file may: CRLF and lone CR, U+2029, lone surrogates from bytes that
are no UTF-8. So the widget shows a *display*: the lines without their ends, a
stand-in for each character that it cannot show. What is typed is brought back
as an edit of the *source* that covers just what was typed; nothing else of the
source passes through the widget.

Places in the display are line (from 0) and column in UTF-16 units, as Qt counts
within a block. Each character of a line has exactly one character that stands
for it, so columns in characters are the same in source and display.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from reviewer.document.diff import changes
from reviewer.document.edits import Span, TextEdit, apply, difference, ordered
from reviewer.document.lines import end_of, split_lines, usual_end, without_end

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_TOKEN = re.compile(r"\n|\w+|[^\S\n]+|[^\w\s]")
_STAND_INS: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20) if code not in b"\t\n\r"},
    0x7F: "\u2421",
    0x85: "\u2424",
    0x2028: "\u21b5",
    0x2029: "\u00b6",
    0xFDD0: "\ufffd",
    0xFDD1: "\ufffd",
    0xFFFC: "\ufffd",
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the display: line from 0, column in UTF-16 units."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class DisplayEdit:
    """Replace what the display shows between two places; lines of ``text`` are joined by LF."""

    start: Place
    end: Place
    text: str

    @property
    def caret(self) -> Place:
        """Where ``text`` ends once it stands there."""
        *before, last = self.text.split("\n")
        if before:
            return Place(self.start.line + len(before), utf16_length(last))
        return Place(self.start.line, self.start.column + utf16_length(last))


@dataclass(frozen=True, slots=True)
class Typed:
    """What a widget reports: ``count`` lines from ``first`` on are now ``lines``.

    ``column`` is where in the first line the change begins at the earliest: of
    two equal characters it tells which one was deleted.
    """

    first: int
    count: int
    lines: tuple[str, ...]
    column: int = 0


@dataclass(frozen=True, slots=True)
class _Region:
    """Lines ``first`` to before ``last`` and the edits that fall into them."""

    first: int
    last: int
    edits: tuple[TextEdit, ...]


class SourceText:
    """A text by lines, and the way between its characters and the display's."""

    def __init__(self, text: str = "", newline: str = "\n") -> None:
        self.text = text
        self.newline = newline
        self._lines = _with_last(split_lines(text))
        self._starts: list[int] = []
        self._measure(0)

    def __len__(self) -> int:
        return len(self._lines)

    def display(self) -> str:
        """All lines as the widget shows them, joined by LF."""
        return "\n".join(shown(line) for line in self._lines)

    def display_lines(self, first: int = 0, last: int | None = None) -> list[str]:
        """The lines from ``first`` to before ``last`` as the widget shows them."""
        return [shown(line) for line in self._lines[first:last]]

    def offset(self, place: Place) -> int:
        """The character of the source that stands at ``place``; beyond a line's end: that end."""
        line = min(max(place.line, 0), len(self._lines) - 1)
        text = without_end(self._lines[line])
        return self._starts[line] + from_utf16(text, place.column)

    def place(self, offset: int) -> Place:
        """Where the display shows the character at ``offset``."""
        line = self._line_at(offset)
        text = without_end(self._lines[line])
        return Place(line, utf16_length(text[: offset - self._starts[line]]))

    def between(self, start: Place, end: Place) -> str:
        """The source text between two places, line ends as they are in the file."""
        return self.text[self.offset(start) : self.offset(end)]

    def typed(self, report: Typed) -> tuple[TextEdit, ...]:
        """The edits of the source that a report comes to; ``take`` them to keep in step."""
        old = "\n".join(self.display_lines(report.first, report.first + report.count))
        new = "\n".join(report.lines)
        visible = new.translate(_STAND_INS)
        if old == visible:
            return ()
        head, tail = _changed_part(old, visible, from_utf16(report.lines[0], report.column))
        old_part, new_part = old[head : len(old) - tail], new[head : len(new) - tail]
        if self._is_plain(report.first, head, old_part):
            return (self._edit(report.first, head, len(old_part), new_part),)
        return tuple(
            self._edit(report.first, head + one.start, len(one), new_part[two.start : two.end])
            for one, two in _by_tokens(old_part, new_part.translate(_STAND_INS))
        )

    def take(self, edits: Iterable[TextEdit]) -> list[DisplayEdit]:
        """Carry out edits of the source; returns what the display must do, the last place first."""
        wanted = ordered(edits)
        result: list[DisplayEdit] = []
        regions = self._regions(wanted)
        for region in reversed(regions):
            result += self._take_region(region)
        if regions:
            self.text = apply(self.text, wanted)
            self._measure(regions[0].first)
        return result

    def _take_region(self, region: _Region) -> list[DisplayEdit]:
        old = self._lines[region.first : region.last]
        start = self._starts[region.first]
        new = split_lines(apply("".join(old), [edit.shift(-start) for edit in region.edits]))
        if region.last == len(self._lines):
            new = _with_last(new)
        before, after = _shown_lines(old), _shown_lines(new)
        self._lines[region.first : region.last] = new
        edit = _display_edit(region.first, before, after)
        return [edit] if edit else []

    def _regions(self, edits: Sequence[TextEdit]) -> list[_Region]:
        """The edits by the lines they touch; a line more on top, where a CR may wait for its LF."""
        regions: list[_Region] = []
        for edit in edits:
            first = max(self._line_at(edit.span.start) - 1, 0)
            last = self._line_at(edit.span.end) + 1
            if regions and first < regions[-1].last:
                top = regions.pop()
                regions.append(_Region(top.first, max(last, top.last), (*top.edits, edit)))
            else:
                regions.append(_Region(first, last, (edit,)))
        return regions

    def _measure(self, first: int) -> None:
        """Line starts from ``first`` on; those before are still right."""
        at = self._starts[first] if first < len(self._starts) else 0
        del self._starts[first:]
        lengths = map(len, self._lines[first:-1])
        self._starts.extend(accumulate(lengths, initial=at))

    def _line_at(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _within(self, first: int, count: int) -> int:
        """The offset ``count`` displayed characters behind the start of line ``first``."""
        line = first
        while count > (length := len(without_end(self._lines[line]))):
            count -= length + 1
            line += 1
        return self._starts[line] + count

    def _is_plain(self, first: int, at: int, part: str) -> bool:
        """Whether this part of the display is what the source has, or nothing."""
        start, end = self._within(first, at), self._within(first, at + len(part))
        return self.text[start:end] == part

    def _edit(self, first: int, at: int, removed: int, added: str) -> TextEdit:
        start, end = self._within(first, at), self._within(first, at + removed)
        text = added.replace("\n", self._newline_at(first))
        return TextEdit(Span(start, end), self._unglued(start, text, end))

    def _newline_at(self, line: int) -> str:
        """The end that a new line takes: as here, as above, as mostly, as the file has it."""
        near = end_of(self._lines[line]) or (end_of(self._lines[line - 1]) if line else "")
        return near or usual_end(self._lines, self.newline)

    def _unglued(self, start: int, text: str, end: int) -> str:
        """``text`` so that no CR before it and LF behind it become one line end by accident."""
        before, after = self.text[start - 1 : start], self.text[end : end + 1]
        if before == "\r" and (text or after).startswith("\n"):
            text = "\n" + text
        if text.endswith("\r") and after == "\n":
            text += "\n"
        return text


def shown(line: str) -> str:
    """A source line as the widget shows it: no line end, a stand-in for what cannot be shown."""
    bare = without_end(line)
    return bare if bare.isascii() and bare.isprintable() else bare.translate(_STAND_INS)


def utf16_length(text: str) -> int:
    """How many UTF-16 units ``text`` takes."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def from_utf16(text: str, units: int) -> int:
    """How many characters of ``text`` the first ``units`` UTF-16 units hold, rounded down."""
    if text.isascii() or units <= 0:
        return max(0, min(units, len(text)))
    for count, char in enumerate(text):
        units -= 2 if char > "\uffff" else 1
        if units < 0:
            return count
    return len(text)


def _with_last(lines: list[str]) -> list[str]:
    """The lines with a last one that has no end, as a widget shows them."""
    if not lines or end_of(lines[-1]):
        lines.append("")
    return lines


def _shown_lines(lines: list[str]) -> str:
    """Lines as displayed; the end of the last one, where it has one, counts too."""
    text = "\n".join(shown(line) for line in lines)
    return text + "\n" if lines and end_of(lines[-1]) else text


def _display_edit(first: int, old: str, new: str) -> DisplayEdit | None:
    if old == new:
        return None
    head, tail = _common_ends(old, new, len(old))
    start = _place_in(first, old, head)
    end = _place_in(first, old, len(old) - tail)
    return DisplayEdit(start, end, new[head : len(new) - tail])


def _place_in(first: int, text: str, offset: int) -> Place:
    before = text[:offset]
    line_start = before.rfind("\n") + 1
    return Place(first + before.count("\n"), utf16_length(before[line_start:]))


def _common_ends(old: str, new: str, most: int) -> tuple[int, int]:
    """How much two different texts share at the head, ``most`` at most, and then at the tail."""
    head = min(difference(old, new)[0].span.start, most)
    backwards = difference(old[head:][::-1], new[head:][::-1])
    return head, backwards[0].span.start


def _changed_part(old: str, new: str, most: int) -> tuple[int, int]:
    """Common head and tail; where a change may be told in several ways, the one at ``most``."""
    smallest = _common_ends(old, new, len(old))
    asked = _common_ends(old, new, most)
    return asked if sum(asked) == sum(smallest) else smallest


def _by_tokens(old: str, new: str) -> list[tuple[Span, Span]]:
    """Where words differ, in ``old`` and in ``new``."""
    ours, theirs = _TOKEN.findall(old), _TOKEN.findall(new)
    old_at = [*accumulate(map(len, ours), initial=0)]
    new_at = [*accumulate(map(len, theirs), initial=0)]
    return [
        (
            Span(old_at[one.old_start], old_at[one.old_end]),
            Span(new_at[one.new_start], new_at[one.new_end]),
        )
        for one in changes(ours, theirs)
    ]
