"""The body cut into passages: paragraphs, headings, items, quotations, cells of tables.

markdown-it says where blocks begin and end, for CommonMark with tables: near
enough to what all engines see. Code and HTML hold no passages.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from reviewer.checks.body.masking import masked
from reviewer.document.edits import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_LINE_END = re.compile(r"\r\n?|\n")
PARAGRAPH, HEADING, ITEM, QUOTE, CELL = "paragraph", "heading", "item", "quote", "cell"
_KINDS = {
    "heading_open": HEADING,
    "list_item_open": ITEM,
    "blockquote_open": QUOTE,
    "th_open": CELL,
    "td_open": CELL,
}


@dataclass(frozen=True)
class Passage:
    """A run of words; ``text`` is without the signs of lists and quotations at its lines.

    ``level`` is that of a heading. ``starts`` are pairs of places, in ``text``
    and in the file, from which both go on side by side.
    """

    kind: str
    text: str
    starts: tuple[tuple[int, int], ...]
    level: int = 0

    def span(self, start: int, end: int) -> Span:
        """The characters of the file for those of ``text`` from ``start`` to ``end``."""
        first = self._place(start)
        return Span(first, self._place(end - 1) + 1 if end > start else first)

    @property
    def whole(self) -> Span:
        """All of it in the file."""
        return self.span(0, len(self.text))

    @cached_property
    def words(self) -> str:
        """``text`` with spaces for all that is no language: code, addresses, tags; same length."""
        return masked(self.text)

    def _place(self, at: int) -> int:
        found = bisect_right(self.starts, (at, 1 << 62)) - 1
        inner, outer = self.starts[max(found, 0)]
        return outer + at - inner


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Code (``language`` is what its fence says), or a block of HTML."""

    kind: str
    language: str
    span: Span


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


def passages_of(body: str, offset: int) -> tuple[tuple[Passage, ...], tuple[Verbatim, ...]]:
    """The passages and verbatim blocks of ``body``, which begins at ``offset`` in its file."""
    tokens = _parser().parse(body)
    cutter = _Cutter(body, offset)
    return tuple(cutter.passages(tokens)), tuple(cutter.verbatim(tokens))


class _Cutter:
    """Knows where each line of the body begins."""

    def __init__(self, body: str, offset: int) -> None:
        self._offset = offset
        self._body = body
        self._starts = _line_starts(body)

    def passages(self, tokens: Sequence[Token]) -> Iterator[Passage]:
        within: list[tuple[str, int]] = []
        at = 0
        for token in tokens:
            if token.nesting == 1:
                within.append((_KINDS.get(token.type, ""), _level(token)))
            elif token.nesting == -1:
                within.pop()
            elif token.type == "inline" and token.map and token.content.strip():
                at = max(at, self._start(token.map[0]))
                kind, level = next((each for each in reversed(within) if each[0]), (PARAGRAPH, 0))
                passage, at = self._passage(kind, level, token, at)
                yield passage

    def verbatim(self, tokens: Sequence[Token]) -> Iterator[Verbatim]:
        for token in tokens:
            if token.map and token.type in ("fence", "code_block", "html_block"):
                first, end = (self._start(line) for line in token.map)
                kind = "html" if token.type == "html_block" else "code"
                span = Span(first, end).shift(self._offset)
                yield Verbatim(kind, token.info.strip().partition(" ")[0], span)

    def _passage(self, kind: str, level: int, token: Token, at: int) -> tuple[Passage, int]:
        """The passage of a token whose words stand at or behind ``at``; and where they end."""
        starts: list[tuple[int, int]] = []
        for inner, piece in _pieces(kind, token.content):
            wanted = piece.strip()
            found = self._body.find(wanted, at) if wanted else at
            at = found if found >= 0 else at
            lead = len(piece) - len(piece.lstrip())
            starts.append((inner + lead, at + self._offset))
            at += len(wanted)
        return Passage(kind, token.content, tuple(starts), level), at

    def _start(self, line: int) -> int:
        return self._starts[min(line, len(self._starts) - 1)]


def _pieces(kind: str, content: str) -> Iterator[tuple[int, str]]:
    """What stands in the file as it is: lines, and parts of cells, whose bars are escaped."""
    at = 0
    for piece in re.split(r"\n|(?=\|)" if kind == CELL else r"\n", content):
        yield at, piece
        at += len(piece) + (content[at + len(piece) : at + len(piece) + 1] == "\n")


def _line_starts(body: str) -> list[int]:
    """Where lines begin, by the ends that markdown-it counts, and the end of it all."""
    return [0, *(found.end() for found in _LINE_END.finditer(body)), len(body)]


def _level(token: Token) -> int:
    return int(token.tag[1]) if token.type == "heading_open" else 0
