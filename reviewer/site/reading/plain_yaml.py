"""YAML as most posts have it, read line by line: several times as fast as a parser.

Keys that are words, values on one line, lists and maps by indentation, and
blocks of text. Whatever goes beyond that, and whatever would be an error or
earn a note, raises ``NotPlain``: then the full reader is asked, whose answers
these are to the last bit.
"""

from __future__ import annotations

import re
from typing import Any

from reviewer.document.dialect import Dialect
from reviewer.document.yaml_prepare import UNREADABLE
from reviewer.site.reading.plain_scalars import LONGEST_KEPT, LONGEST_WORD, NotPlain, Scalars
from reviewer.site.reading.plain_texts import block_text

LONGEST = 200_000
DEEPEST = 40
"""Columns of indentation; each level takes at least one for two collections."""

_BAD = re.compile(rf"[\t\r\x85\u2028\u2029]|{UNREADABLE.pattern}")
_LINE = re.compile(
    r"( *)(-(?: +|\Z))?(?:([^\W\d][\w.-]{0,99}):(?: +|\Z))?"
    r"(?:\"([^\"\\]*)\" *\Z|'([^']*)' *\Z|"
    rf"([^\W\d_][\w ,.;!?'()/-]{{{LONGEST_WORD - 1},}}[\w.!?)])\Z|(.*))"
)
"""Before the last alternative, which takes anything, those that need no further look: texts
between quotes, and words too long and too plain to be anything but text."""
_SCALARS = {dialect: Scalars(dialect) for dialect in Dialect}


Token = tuple[int, str | None, Any]
"""The column of a key or of a dash (``None``), and the value on its line."""

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
    known = scalars.lines
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if line in known:
            tokens.append(known[line])
            continue
        found = _LINE.match(line)
        assert found is not None  # the last alternative takes anything
        spaces, dash, key, double, single, words, rest = found.groups()
        column = len(spaces)
        if dash is not None:
            tokens.append((column, None, OPEN))
            column += len(dash)
        elif key is None:
            if rest is None or (rest and rest[0] != "#"):
                raise NotPlain  # a text over several lines
            continue
        if words is not None:
            value = words
        elif not rest:
            value = double if double is not None else single if single is not None else OPEN
        elif rest[0] == "#":
            value = OPEN
        elif rest[0] in "|>":
            value, at = block_text(rest, lines, at, column if key else len(spaces))
            line = ""  # which says nothing of the value
        else:
            value = scalars.value(rest)
        if key is None:
            tokens[-1] = (len(spaces), None, value)
        else:
            if key not in scalars.names:
                scalars.check_name(key)
            tokens.append((column, key, value))
            if dash is None and 0 < len(line) <= LONGEST_KEPT and type(value) is not list:
                scalars.keep_line(line, tokens[-1])
    return tokens


class _Tree:
    """Puts tokens together by their columns."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.at = 0

    def map(self, column: int) -> dict[str, Any]:
        """The map whose keys stand in ``column``; stops at what stands further out."""
        data: dict[str, Any] = {}
        tokens = self.tokens
        while self.at < len(tokens):
            found, key, value = tokens[self.at]
            if found < column:
                break
            if found > column or key is None or key in data:
                raise NotPlain
            self.at += 1
            data[key] = self._below(column, column) if value is OPEN else value
        return data

    def list(self, column: int) -> list[Any]:
        """The list whose dashes stand in ``column``; stops at a key there, or further out."""
        items: list[Any] = []
        tokens = self.tokens
        while self.at < len(tokens):
            found, key, value = tokens[self.at]
            if found < column or (found == column and key is not None):
                break
            if found > column:
                raise NotPlain
            self.at += 1
            items.append(self._below(column, column + 1) if value is OPEN else value)
        return items

    def _below(self, column: int, list_column: int) -> Any:
        """The value on the lines below: a map further in, or a list from ``list_column`` on."""
        if self.at == len(self.tokens):
            return None
        found, key, _value = self.tokens[self.at]
        if found > DEEPEST:
            raise NotPlain
        if key is None:
            return self.list(found) if found >= list_column else None
        return self.map(found) if found > column else None
