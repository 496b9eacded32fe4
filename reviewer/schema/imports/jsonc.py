"""JSON with comments and trailing commas, as VS Code and Front Matter CMS read it.

The standard library reads JSON without telling where a value stands, and no
comments; here each value keeps its line, and a key that stands twice is told.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reviewer.schema.imports.node import (
    MAX_DEPTH,
    MAX_VALUES,
    Node,
    Unreadable,
    too_deep,
    too_many,
    whole,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_BLANK = re.compile(r"(?:[ \t\r\n\ufeff]+|//[^\n]*|/\*(?:[^*]|\*(?!/))*+\*/)*+")
_TOKEN = re.compile(
    r'"[^"\\\n]*(?:\\.[^"\\\n]*)*"|[{}\[\]:,]'
    r"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)"
)
_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()
_END = ""


def read(
    text: str,
    file: str,
    twice: Callable[[Node, str], None],
    skipped: frozenset[str] = frozenset(),
) -> Node:
    """The one value in ``text``; raises ``Unreadable``.

    ``twice(node, key)`` is told of keys that stand more than once; the last
    counts. The values of ``skipped`` keys at the top are passed over quickly.
    """
    return _Reader(text, file, twice, skipped).document()


class _Reader:
    """Reads one text from front to back."""

    def __init__(
        self,
        text: str,
        file: str,
        twice: Callable[[Node, str], None],
        skipped: frozenset[str] = frozenset(),
    ) -> None:
        self._text = text
        self._skipped = skipped
        self._file = file
        self._twice = twice
        self._at = 0
        self._line = 1
        self._count = 0
        self._token = _END
        self._advance()

    def document(self) -> Node:
        """The value, with nothing behind it."""
        found = self._value(0)
        if self._token != _END:
            raise self._unexpected()
        return found

    def _value(self, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise too_deep(self._line)
        self._count += 1
        if self._count > MAX_VALUES:
            raise too_many(self._line)
        if self._token == "{":
            return self._group(depth)
        if self._token == "[":
            return self._list(depth)
        if self._token in ("", "}", "]", ":", ","):
            raise self._unexpected()
        found = Node(self._scalar(), self._line, self._file)
        self._advance()
        return found

    def _group(self, depth: int) -> Node:
        line = self._line
        self._advance()
        found: dict[str, Node] = {}
        while self._token != "}":
            if not self._token.startswith('"'):
                raise self._unexpected()
            key, key_line = self._scalar(), self._line
            self._advance()
            if depth == 0 and key in self._skipped:
                self._pass_over()
                continue
            self._take(":")
            value = replace(self._value(depth + 1), line=key_line)
            if key in found:
                self._twice(value, key)
            found[key] = value
            self._separate("}")
        self._advance()
        return whole(found, line, self._file)

    def _list(self, depth: int) -> Node:
        line = self._line
        self._advance()
        found: list[Node] = []
        while self._token != "]":
            found.append(self._value(depth + 1))
            self._separate("]")
        self._advance()
        return whole(found, line, self._file)

    def _pass_over(self) -> None:
        """Leave out the value behind the colon, by the standard library's own reader."""
        start = _SPACE.match(self._text, self._at)
        try:
            _value, end = _DECODER.raw_decode(self._text, start.end() if start else self._at)
        except ValueError as error:
            raise Unreadable("This is not valid JSON.", self._line) from error
        self._line += self._text.count("\n", self._at, end)
        self._at = end
        self._advance()
        self._separate("}")

    def _separate(self, closing: str) -> None:
        if self._token != closing:
            self._take(",")

    def _take(self, token: str) -> None:
        if self._token != token:
            raise self._unexpected()
        self._advance()

    def _scalar(self) -> Any:
        try:
            return json.loads(self._token, strict=False)
        except ValueError as error:  # \x, or a number with thousands of digits
            raise Unreadable("This is not valid JSON.", self._line) from error

    def _advance(self) -> None:
        start = self._at
        blank = _BLANK.match(self._text, start)
        begin = blank.end() if blank else start
        self._line += self._text.count("\n", start, begin)
        found = _TOKEN.match(self._text, begin)
        if found is None and begin < len(self._text):
            raise Unreadable(f"{self._text[begin]!r} cannot stand here.", self._line)
        self._token = found[0] if found else _END
        self._at = found.end() if found else begin

    def _unexpected(self) -> Unreadable:
        shown = (
            f"{self._token[:20]!r} cannot stand here." if self._token else "The text ends early."
        )
        return Unreadable(shown, self._line)
