"""Where everything stands in a TOML text that is known to be valid.

tomlkit reads TOML but does not tell places, so this scanner does: each
``key = value`` and each ``[header]`` becomes a statement with the full path
that it speaks of, dotted keys and arrays of tables resolved.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import tomlkit

from reviewer.document.edits import Span
from reviewer.document.flow import Member, Node

_BLANKS = re.compile(r"[ \t]*")
_GAP = re.compile(r"(?:[ \t\r\n]+|#[^\r\n]*)*")
_KEY = re.compile(r"[A-Za-z0-9_-]+|\"(?:[^\"\\\r\n]|\\.)*\"|'[^'\r\n]*'")
_DOT = re.compile(r"[ \t]*\.[ \t]*")
_EQUALS = re.compile(r"[ \t]*=[ \t]*")
_STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}|'
    r"'''(?:[^']|'{1,2}(?!'))*'{3,5}|"
    r'"(?:[^"\\\r\n]|\\.)*"|'
    r"'[^'\r\n]*'",
    re.S,
)
_BARE = re.compile(r"\d{4}-\d\d-\d\d [0-9][^\s,\]}#]*|[^\s,\]}#]+")


@dataclass(frozen=True, slots=True)
class Statement:
    """One ``key = value`` or one header.

    ``kind`` is ``pair``, ``table`` or ``item`` (a header in double brackets);
    ``keys`` are the spans of the last parts of ``path``, as many as are written
    here; indexes of arrays of tables have no text and hold ``None``.
    """

    kind: str
    path: tuple[Any, ...]
    keys: tuple[Span | None, ...]
    span: Span
    node: Node | None = None

    @property
    def name(self) -> Span:
        """The last key that is written."""
        return next(key for key in reversed(self.keys) if key is not None)

    def key_at(self, depth: int) -> Span | None:
        """The text of the key ``path[depth]``, if it is written here."""
        index = depth - (len(self.path) - len(self.keys))
        return self.keys[index] if index >= 0 else None


class Scanner:
    """Reads statements one after the other, and keeps count of arrays of tables."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._section: tuple[Any, ...] = ()
        self._items: dict[tuple[Any, ...], int] = {}

    def statements(self) -> tuple[Statement, ...]:
        """All statements of the text, in text order."""
        found: list[Statement] = []
        self._skip(_GAP)
        while self._at < len(self._text):
            found.append(self._header() if self._text[self._at] == "[" else self._pair())
            self._skip(_GAP)
        return tuple(found)

    def _header(self) -> Statement:
        start = self._at
        is_item = self._text.startswith("[[", start)
        self._at += 2 if is_item else 1
        self._skip(_BLANKS)
        names, spans = self._keys()
        self._skip(_BLANKS)
        self._at += 2 if is_item else 1
        path, keys = self._resolved(names, spans, is_item)
        self._section = path
        return Statement("item" if is_item else "table", path, keys, Span(start, self._at))

    def _resolved(
        self, names: list[str], spans: list[Span], is_item: bool
    ) -> tuple[tuple[Any, ...], tuple[Span | None, ...]]:
        """The full path of a header, with the indexes of the arrays of tables that it crosses."""
        path: tuple[Any, ...] = ()
        keys: list[Span | None] = []
        for depth, name in enumerate(names):
            path = (*path, name)
            keys.append(spans[depth])
            if is_item and depth == len(names) - 1:
                self._items[path] = self._items.get(path, -1) + 1
            if path in self._items:
                path = (*path, self._items[path])
                keys.append(None)
        return path, tuple(keys)

    def _pair(self) -> Statement:
        start = self._at
        names, spans = self._keys()
        self._skip(_EQUALS)
        node = self._value()
        return Statement(
            "pair", (*self._section, *names), tuple(spans), Span(start, self._at), node
        )

    def _keys(self) -> tuple[list[str], list[Span]]:
        names: list[str] = []
        spans: list[Span] = []
        while True:
            start = self._at
            self._skip(_KEY)
            spans.append(Span(start, self._at))
            names.append(_key_name(self._text[start : self._at]))
            dot = _DOT.match(self._text, self._at)
            if dot is None:
                return names, spans
            self._at = dot.end()

    def _value(self) -> Node:
        start = self._at
        opening = self._text[start]
        if opening == "[":
            return self._collection("list", "]")
        if opening == "{":
            return self._collection("map", "}")
        self._skip(_STRING if opening in "\"'" else _BARE)
        return Node("scalar", Span(start, self._at), Span(start, start))

    def _collection(self, kind: str, closing: str) -> Node:
        start = self._at
        self._at += 1
        members: list[Member] = []
        self._skip(_GAP)
        while self._text[self._at] != closing:
            members.append(self._member(kind, len(members)))
            self._skip(_GAP)
            if self._text[self._at] == ",":
                self._at += 1
                self._skip(_GAP)
        inner = Span(start + 1, self._at)
        self._at += 1
        return Node(kind, Span(start, self._at), inner, tuple(members))

    def _member(self, kind: str, index: int) -> Member:
        if kind == "list":
            return Member(index, None, self._value())
        names, spans = self._keys()
        self._skip(_EQUALS)
        key = names[0] if len(names) == 1 else tuple(names)
        return Member(key, Span(spans[0].start, spans[-1].end), self._value())

    def _skip(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self._text, self._at)
        if found:
            self._at = found.end()


def _key_name(written: str) -> str:
    if written[:1] not in ("'", '"'):
        return written
    return str(tomlkit.value(written).unwrap())
