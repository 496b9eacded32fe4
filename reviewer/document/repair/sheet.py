"""A few lines of broken front matter, taken apart as their author may have meant them.

A parser gives up at the first fault. What is here reads on: which line has a
key, which belongs to the text above, where a value begins and ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reviewer.document.lines import end_of, without_end

_ENTRY = re.compile(
    r"(?P<lead>[ \t]*(?:-[ \t]+)*(?P<key>\"[^\"]*\"|'[^']*'|[^\s:#\"'\[\]{},\-][^:]*)"
    r":(?=[ \t]|$)[ \t]*)(?P<value>.*)",
    re.S,
)
_ITEM = re.compile(r"(?P<lead>[ \t]*-[ \t]+)(?P<value>.*)", re.S)
_PLAIN_KEY = re.compile(
    r"[ \t]*(?:-[ \t]+)*[\"']?[^\s:\"'<>]+(?: [\w-]+){0,2}[\"']?:(?:[ \t\r\n]|$)"
)
_COMMENT = re.compile(r"(?<![ \t])[ \t]++#[ \t].*$")
_NESTED = re.compile(r"[ \t]*(?:-[ \t]+)*[\w-]+:(?:[ \t\r\n]|$)")
_DASHES = re.compile(r"[ \t]*(?:-[ \t]+(?=[^\s-]))?")
_TIGHT = re.compile(r"[ \t]*[A-Za-z_][\w-]*:(?!//)\S")
_NO_TEXT = ("#", "<!--", "<<<<<<<", "=======", ">>>>>>>")
_INDENT = re.compile(r"[ \t]*")


@dataclass(frozen=True, slots=True)
class Mend:
    """The lines from ``first`` to before ``last`` replaced by ``lines``.

    ``what`` says what was wrong and ``doing`` what the mend does; the lower
    ``cost``, the likelier is it what the author meant.
    """

    first: int
    last: int
    lines: tuple[str, ...]
    cost: float
    what: str
    doing: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A key or list item with the text behind it, which may run over several lines."""

    first: int
    last: int
    lead: str
    key: str
    value: str
    tail: str

    @property
    def named(self) -> str:
        """The entry as an editor would call it."""
        return f"the value of “{self.key}”" if self.key else "this list item"

    @property
    def indent(self) -> int:
        """The column in which the entry begins."""
        return indent_of(self.lead)

    def written(self, value: str) -> tuple[str, ...]:
        """The lines of the entry with another value; text that runs on is indented below it."""
        first, *rest = (self.lead + value + self.tail).splitlines(keepends=True)
        least = self.indent + 1
        pad = " " * (self.indent + 2)
        deep = (each if indent_of(each) >= least else pad + each.lstrip() for each in rest)
        return (first, *deep)

    def mend(self, value: str, cost: float, what: str, doing: str) -> Mend:
        """The mend that gives the entry another value."""
        return Mend(self.first, self.last, self.written(value), cost, what, doing)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Lines with their ends."""

    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "".join(self.lines)

    def mended(self, mend: Mend) -> Sheet:
        """The sheet after a mend."""
        return Sheet((*self.lines[: mend.first], *mend.lines, *self.lines[mend.last :]))

    def line(self, number: int, new: str, cost: float, what: str, doing: str) -> Mend:
        """A mend of one line, whose end stays; "" takes the line away."""
        old = self.lines[number]
        lines = (new + end_of(old),) if new else ()
        return Mend(number, number + 1, lines, cost, what, doing)

    def bare(self, number: int) -> str:
        """A line without its end; nothing beyond the last one."""
        return without_end(self.lines[number]) if 0 <= number < len(self.lines) else ""

    def entry(self, number: int) -> Entry | None:
        """The entry that begins in this line, down to where its text ends."""
        bare = self.bare(number)
        found = _ENTRY.match(bare) or _ITEM.match(bare)
        if found is None:
            return None
        last = self._last(number, len(found["lead"]) < len(bare))
        whole = "".join(self.lines[number:last])[len(found["lead"]) :]
        value = whole[: len(whole) - len(end_of(whole))].rstrip(" \t")
        if last == number + 1 and (comment := _COMMENT.search(value)):
            value = value[: comment.start()]
        key = found.groupdict().get("key", "") or ""
        tail = whole[len(value) :]
        return Entry(number, last, found["lead"], key.strip("\"' "), value, tail)

    def above(self, number: int) -> Entry | None:
        """The entry whose text this line may go on with."""
        for at in range(number - 1, max(number - 50, 0) - 1, -1):
            if (entry := self.entry(at)) is not None:
                return entry
            if not self.lines[at].strip():
                return None
        return None

    def _last(self, number: int, has_value: bool) -> int:
        depth = _column_of(self.lines[number])
        last = number + 1
        while has_value and last < len(self.lines) and self._goes_on(last, depth):
            last += 1
        return last

    def _goes_on(self, number: int, depth: int) -> bool:
        bare = self.bare(number)
        if not bare.strip() or bare.lstrip().startswith(_NO_TEXT):
            return False
        if indent_of(bare) > depth:
            return _NESTED.match(bare) is None
        return not is_entry(bare) and _TIGHT.match(bare) is None


def is_entry(line: str) -> bool:
    """Whether the line plainly begins an entry: a short key, or a dash."""
    return bool(_PLAIN_KEY.match(line) or _ITEM.match(line))


def indent_of(line: str) -> int:
    """How many blanks a line begins with."""
    found = _INDENT.match(line)
    return found.end() if found else 0


def _column_of(line: str) -> int:
    """Where the text of a line begins, behind the dash of a list item."""
    found = _DASHES.match(line)
    return found.end() if found else 0


def is_block(value: str) -> bool:
    """Whether the value is the header of a block of text (``|`` or ``>``)."""
    return re.match(r"[|>][-+0-9]{0,2}[ \t]*(?:[\r\n]|$)", value) is not None


def wrapped(text: str) -> str:
    """``text``, which may run over lines, in the quotes that need the fewest escapes."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
