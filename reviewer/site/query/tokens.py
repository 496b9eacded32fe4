"""A query cut into its parts: brackets, OR, and terms, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.site.query.problem import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterator

OPEN, CLOSE, OR, NOT, TERM, END = "(", ")", "OR", "-", "term", "end"
"""The kinds of tokens."""

_SPACE = re.compile(r"\s*")
_OR = re.compile(r"OR(?=[\s()]|$)")
_MINUS = re.compile(r"-(?=[^\s)])")
_FIELD = re.compile(
    r'(?:"(?P<quoted>[^"]+)"|(?P<bare>[\w.][\w.-]*))(?P<sign>!=|<=|>=|:(?!//)|=|<|>)'
)
_QUOTED = re.compile(r'"([^"]*)"')
_BARE = re.compile(r"\S*")


@dataclass(frozen=True, slots=True)
class Token:
    """One part, from ``start`` to ``end``; of a term also what it asks for.

    ``field`` and ``sign`` are empty for plain words. ``value_start`` is where
    the value begins.
    """

    kind: str
    start: int
    end: int
    field: str = ""
    sign: str = ""
    value: str = ""
    quoted: bool = False
    value_start: int = 0


def tokens(query: str) -> Iterator[Token]:
    """The parts of ``query``; raises ``QueryError`` where a quote is not closed."""
    place, depth = _space(query, 0), 0
    while place < len(query):
        token = _next(query, place, depth)
        depth += (token.kind == OPEN) - (token.kind == CLOSE)
        yield token
        place = _space(query, token.end)


def _space(query: str, place: int) -> int:
    found = _SPACE.match(query, place)
    return found.end() if found else place


def _next(query: str, place: int, depth: int) -> Token:
    if query[place] in (OPEN, CLOSE):
        return Token(query[place], place, place + 1)
    if _OR.match(query, place):
        return Token(OR, place, place + len(OR))
    if _MINUS.match(query, place):
        return Token(NOT, place, place + 1)
    return _term(query, place, depth)


def _term(query: str, place: int, depth: int) -> Token:
    head = _FIELD.match(query, place)
    start = head.end() if head else place
    quoted = query[start : start + 1] == '"'
    value, end = _quoted(query, start) if quoted else _bare(query, start, depth)
    field = (head["quoted"] or head["bare"]) if head else ""
    sign = head["sign"] if head else ""
    return Token(TERM, place, end, field, sign, value, quoted, start)


def _quoted(query: str, start: int) -> tuple[str, int]:
    found = _QUOTED.match(query, start)
    if not found:
        raise QueryError(
            "There is no closing quote.",
            remedy='Put a " where the words end.',
            start=start,
            end=len(query),
        )
    return found[1], found.end()


def _bare(query: str, start: int, depth: int) -> tuple[str, int]:
    """What stands up to the next space; a bracket ends it only where one is open."""
    found = _BARE.match(query, start)
    text = found[0] if found else ""
    inner = 0
    for index, character in enumerate(text):
        inner += (character == OPEN) - (character == CLOSE)
        if inner < 0 and depth:
            text = text[:index]
            break
    return text, start + len(text)
