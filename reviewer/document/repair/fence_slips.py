"""Front matter that the site does not find: never closed, or with something above it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.document.edits import Span, TextEdit, apply
from reviewer.document.fences import find
from reviewer.document.lines import count_lines, split_lines
from reviewer.document.repair.proposal import Proposal, Step
from reviewer.document.repair.proving import is_sound
from reviewer.document.source import usual_line_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.document.dialect import Dialect

_ABOVE = re.compile("[\ufeff\u200b\u2060\\s]+(?=---[ \t]*[\r\n])")
_OPENING = re.compile(r"(?:---|–-|—-|—|––)[ \t]*(?:\r\n|\n|\r)")
_FIELD = re.compile(r"[\"']?[\w.-]+[\"']?[ \t]*:(?:[ \t]|$)|[ \t]+\S|-(?:[ \t]|$)|#")
_HEADING = re.compile(r"#+[ \t]")
_DASHES = re.compile(r"[-–—]{1,4}[ \t]*[\r\n]*$")
_LONGEST = 400
"""Lines that unclosed front matter may have."""


def proposals(text: str, dialect: Dialect) -> Iterator[Proposal]:
    """Ways by which the site finds the front matter."""
    yield from _without_what_is_above(text, dialect)
    yield from _closed(text, dialect)


def _without_what_is_above(text: str, dialect: Dialect) -> Iterator[Proposal]:
    found = _ABOVE.match(text)
    if found is None:
        return
    edit = TextEdit(Span(*found.span()), "")
    what = "Something that nobody sees stands above the first ---, so the site reads no fields."
    if "\ufeff" in found[0]:
        what = "A second byte order mark stands above the first ---, so the site reads no fields."
    step = Step(what, "Take away what stands above the first ---", 1)
    if is_sound(text, (edit,), dialect, ()):
        yield Proposal((step,), (edit,), apply(text, (edit,)))


def _closed(text: str, dialect: Dialect) -> Iterator[Proposal]:
    opening = _OPENING.match(text)
    if opening is None or find(text, dialect) is not None:
        return
    lines = split_lines(text)
    last = _last_field(lines[: _LONGEST + 1])
    if last < 2:
        return
    end = sum(map(len, lines[:last]))
    stop = lines[last] if last < len(lines) and _DASHES.match(lines[last]) else ""
    newline = usual_line_end(text)
    lead = "" if lines[last - 1].endswith(("\n", "\r")) else newline
    edit = TextEdit(Span(end, end + len(stop)), f"{lead}---{newline}")
    what = "The front matter is never closed by a line with ---, so the site reads none."
    step = Step(what, "Write the closing line", count_lines(text[:end]) + 1)
    edits = (edit,) if opening[0].startswith("---") else (_opened(opening), edit)
    if is_sound(text, edits, dialect, ()):
        yield Proposal((step,), edits, apply(text, edits))


def _opened(opening: re.Match[str]) -> TextEdit:
    mark = opening[0].rstrip()
    return TextEdit(Span(0, len(mark)), "---")


def _last_field(lines: list[str]) -> int:
    """The line behind the last one that looks like fields, counted from 0."""
    for number, line in enumerate(lines[1:], start=1):
        if _HEADING.match(line) or not _FIELD.match(line):
            return number
    return len(lines)
