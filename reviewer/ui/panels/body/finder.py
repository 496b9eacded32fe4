"""Finding and replacing in a text, by words or by pattern; knows no widget.

Searched is the text as people see it, every line end as one LF, so that a
pattern need not know how a file ends its lines; what is found is told in
characters of the source.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

import regex

from reviewer.document.edits import Span, TextEdit
from reviewer.document.lines import end_of, split_lines
from reviewer.errors import ReviewerError
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

PATIENCE = 0.5
"""Seconds after which a pattern is given up: some take hours on a single paragraph."""


class BadPattern(ReviewerError):
    """A pattern that cannot be searched for, or a replacement that does not fit it."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for, and how."""

    text: str = ""
    case: bool = False
    whole_word: bool = False
    pattern: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """One place that fits: where in the source, and the match to build a replacement from."""

    span: Span
    match: regex.Match[str]


def find(text: str, query: Query) -> list[Found]:
    """All places that fit, in order; those of no length are left out. Raises ``BadPattern``."""
    if not query.text:
        return []
    compiled = _compiled(query)
    plain = _Plain(text)
    try:
        matches = [m for m in compiled.finditer(plain.text, timeout=PATIENCE) if m[0]]
    except TimeoutError:
        raise BadPattern(tr("This pattern takes too long on this text.")) from None
    return [Found(plain.in_source(match.start(), match.end()), match) for match in matches]


def replacement(found: Found, template: str, query: Query, newline: str) -> TextEdit:
    r"""The edit that replaces what was found; patterns know ``\1`` and ``\g<name>``."""
    if not query.pattern:
        return TextEdit(found.span, template)
    try:
        text = found.match.expand(template)
    except (regex.error, IndexError) as error:
        raise BadPattern(tr("The replacement does not fit: {error}", error=error)) from None
    return TextEdit(found.span, text.replace("\n", newline))


def next_from(found: Iterable[Found], offset: int) -> int | None:
    """The index of the first place at ``offset`` or behind it, else of the first of all."""
    starts = [one.span.start for one in found]
    if not starts:
        return None
    return next((index for index, start in enumerate(starts) if start >= offset), 0)


def last_before(found: Iterable[Found], offset: int) -> int | None:
    """The index of the last place that ends at ``offset`` or before it, else of the last of all."""
    ends = [one.span.end for one in found]
    if not ends:
        return None
    before = [index for index, end in enumerate(ends) if end <= offset]
    return before[-1] if before else len(ends) - 1


@lru_cache(maxsize=8)
def _compiled(query: Query) -> regex.Pattern[str]:
    text = query.text if query.pattern else regex.escape(query.text)
    if query.whole_word:
        text = rf"(?<!\w)(?:{text})(?!\w)"
    try:
        return regex.compile(text, regex.MULTILINE | (0 if query.case else regex.IGNORECASE))
    except regex.error as error:
        raise BadPattern(tr("This pattern cannot be read: {error}", error=error)) from None


class _Plain:
    """A text with each line end as one LF, and the way back to the source's characters."""

    def __init__(self, source: str) -> None:
        self._crlf = source.count("\r\n")
        self.text = source
        if "\r" in source:
            self.text = source.replace("\r\n", "\n").replace("\r", "\n")
        if self._crlf:
            lines = split_lines(source)
            extra = [len(end_of(line)) - 1 if end_of(line) else 0 for line in lines]
            lengths = [len(line) - more for line, more in zip(lines, extra, strict=True)]
            self._starts = [*accumulate(lengths, initial=0)]
            self._drift = [*accumulate(extra, initial=0)]

    def in_source(self, start: int, end: int) -> Span:
        return Span(self._offset(start), self._offset(end))

    def _offset(self, offset: int) -> int:
        if not self._crlf:
            return offset
        line = bisect_right(self._starts, offset) - 1
        return offset + self._drift[line]
