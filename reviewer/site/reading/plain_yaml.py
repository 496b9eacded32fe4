"""YAML as most posts have it, read line by line: several times as fast as a parser.

Keys that are words, values on one line, lists and maps by indentation, and
blocks of text. Whatever goes beyond that, and whatever would be an error or
earn a note, raises ``NotPlain``: then the full reader is asked, whose answers
these are to the last bit.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from reviewer.document.dialect import Dialect
from reviewer.document.yaml_prepare import UNREADABLE
from reviewer.site.reading.plain_scalars import NotPlain, Scalars
from reviewer.site.reading.plain_texts import block_text

LONGEST = 200_000
DEEPEST = 40
"""Columns of indentation; each level takes at least one for two collections."""

_BAD = re.compile(rf"[\t\r\x85\u2028\u2029]|{UNREADABLE.pattern}")
_LINE = re.compile(
    r"( *)(-(?: +|\Z))?(?:([^\W\d][\w.-]{0,99}):(?: +|\Z))?"
    r"(?:\"([^\"\\]*)\" *\Z|'([^']*)' *\Z|(.*))"
)
_SCALARS = {dialect: Scalars(dialect) for dialect in Dialect}


class Token(NamedTuple):
    """A key or a dash (``key`` is ``None``) with its column, and the value on its line."""

    column: int
    key: str | None
    value: Any


OPEN = object()
"""Stands for a value that is not on the line: what follows further in, or nothing."""


def read_plain_yaml(block: str, dialect: Dialect) -> dict[str, Any]:
    """The data of a block whose lines end in ``\\n``; raises ``NotPlain``."""
    if len(block) > LONGEST or "{{" in block or _holds_bad(block):
        raise NotPlain
    tokens = _tokens(block.split("\n")[:-1], _SCALARS[dialect])
    if not tokens:
        return {}
    tree = _Tree(tokens)
    data = tree.map(0)
    if tree.at < len(tokens):
        raise NotPlain
    return data


def _holds_bad(block: str) -> bool:
    """Whether there are characters that end a line for YAML alone, or none that it reads."""
    line = block.replace("\n", "")
    return not line.isprintable() and _BAD.search(line) is not None


def _tokens(lines: list[str], scalars: Scalars) -> list[Token]:
    tokens: list[Token] = []
    at = 0
    while at < len(lines):
        found = _LINE.match(lines[at])
        assert found is not None  # the last alternative takes anything
        spaces, dash, key, double, single, rest = found.groups()
        at += 1
        column = len(spaces)
        inner = column + len(dash or "")
        if not rest or rest[0] == "#":
            value = single if double is None else double
            if value is None:
                if dash is None and key is None:
                    continue
                value = OPEN
        elif rest[0] in "|>":
            value, at = block_text(rest, lines, at, inner if key else column)
        else:
            value = scalars.value(rest)
        if dash:
            tokens.append(Token(column, None, OPEN if key else value))
        if key:
            scalars.check_key(key)
            tokens.append(Token(inner, key, value))
        elif not dash:
            raise NotPlain
    return tokens


class _Tree:
    """Puts tokens together by their columns."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.at = 0

    def map(self, column: int) -> dict[str, Any]:
        """The map whose keys stand in ``column``; stops at what stands further out."""
        data: dict[str, Any] = {}
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.column < column:
                break
            if token.column > column or token.key is None or token.key in data:
                raise NotPlain
            self.at += 1
            data[token.key] = self._value(token, column)
        return data

    def list(self, column: int) -> list[Any]:
        """The list whose dashes stand in ``column``; stops at a key there, or further out."""
        items: list[Any] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.column < column or (token.column == column and token.key is not None):
                break
            if token.column > column:
                raise NotPlain
            self.at += 1
            items.append(self._value(token, column + 1))
        return items

    def _value(self, token: Token, column: int) -> Any:
        """The value of a token; a list below it stands from ``column`` on, a map further in."""
        if token.value is not OPEN:
            return token.value
        if self.at == len(self.tokens):
            return None
        below = self.tokens[self.at]
        if below.column > DEEPEST:
            raise NotPlain
        if below.key is None:
            return self.list(below.column) if below.column >= column else None
        return self.map(below.column) if below.column > token.column else None
