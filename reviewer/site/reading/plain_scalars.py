"""Scalars and short lists on one line of YAML, read without a parser where that is certain.

What is not certain raises ``NotPlain``, and the full reader is asked instead.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from reviewer.document.scalars import is_impossible_date, read_plain

if TYPE_CHECKING:
    from reviewer.document.dialect import Dialect


class NotPlain(Exception):
    """This front matter needs the full reader."""


LONGEST_WORD = 5
"""Letters of ``false``, the longest word that is a value; no number begins with a letter."""

_DATE = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-\d\d", re.ASCII)
_TIME = re.compile(_DATE.pattern + r"[ T](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d", re.ASCII)
_DATE_LENGTH, _TIME_LENGTH = 10, 19

_INDICATORS = r"\s\-?:,\[\]{}#&*!|>'\"%@`"
_PLAIN = re.compile(rf"[^{_INDICATORS}]|-(?=\S)")
_COMMENT = re.compile(r" *(?: #.*)?")
_ESCAPED = re.compile(r'"((?:[^"\\]|\\["\\n])*)"')
_DOUBLED = re.compile(r"'((?:[^']|'')*)'")
_ESCAPE = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", '"': '"', "\\": "\\"}

_FLOW = re.compile(r"\[(?:[^\[\]\"']|\"[^\"\\]*\"|'[^']*')*\]")
_FLOW_ITEM = re.compile(
    rf" *(?:\"([^\"\\]*)\"|'([^']*)'|((?:[^{_INDICATORS}]|-(?=\w))[^,\[\]{{}}:#?]*?)) *(?:,|\Z)"
)

MOST_KEPT = 5_000
LONGEST_KEPT = 32
"""Values and lines that are met again and again are short."""


class Scalars:
    """Reads scalars as one dialect does, and remembers what it has read."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._kept: dict[str, Any] = {}
        self.names: set[str] = set()
        """Keys that are known to be text."""
        self.lines: dict[str, tuple[int, str | None, Any]] = {}
        """Whole lines with a key and a value, such as ``layout: post``, and what they make."""

    def check_name(self, key: str) -> None:
        """Raise ``NotPlain`` for a key that is read as something else than text."""
        if self.plain(key) != key:
            raise NotPlain
        if len(self.names) >= MOST_KEPT:
            self.names.clear()
        self.names.add(key)

    def keep_line(self, line: str, token: tuple[int, str | None, Any]) -> None:
        """Remember what a line makes, unless that is a list, of which each post needs its own."""
        if len(self.lines) >= MOST_KEPT:
            self.lines.clear()
        self.lines[line] = token

    def plain(self, text: str) -> Any:
        """The value of an unquoted scalar; never one of those that need a note."""
        if len(text) > LONGEST_WORD and text[0].isalpha():
            return text
        try:
            return self._kept[text]
        except KeyError:
            return self._keep(text, self._resolved(text))

    def _resolved(self, text: str) -> Any:
        try:
            if len(text) == _TIME_LENGTH and _TIME.fullmatch(text):
                return datetime.fromisoformat(text)
            if len(text) == _DATE_LENGTH and _DATE.fullmatch(text):
                return date.fromisoformat(text)
        except ValueError as error:
            raise NotPlain from error
        value = read_plain(text, self._dialect)
        if type(value) is str and is_impossible_date(value):
            raise NotPlain  # which earns a note
        return value

    def _keep(self, text: str, value: Any) -> Any:
        if len(text) <= LONGEST_KEPT:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[text] = value
        return value

    def value(self, text: str) -> Any:
        """The value written in ``text``, which begins with no blank and may end in a comment."""
        first = text[0]
        if first == '"':
            return _ESCAPE.sub(_unescaped, _quoted(_ESCAPED, text))
        if first == "'":
            return _quoted(_DOUBLED, text).replace("''", "'")
        if first == "[":
            return self._list(text)
        if not _PLAIN.match(text):
            raise NotPlain
        return self.plain(uncommented(text))

    def _list(self, text: str) -> list[Any]:
        found = _FLOW.match(text)
        if found is None or not _COMMENT.fullmatch(text, found.end()):
            raise NotPlain
        inside = found[0][1:-1].rstrip(" ")
        items: list[Any] = []
        at = 0
        while at < len(inside):
            item = _FLOW_ITEM.match(inside, at)
            if item is None:
                raise NotPlain
            double, single, plain = item.groups()
            items.append(self.plain(plain) if plain else single if double is None else double)
            at = item.end()
        return items


def uncommented(text: str) -> str:
    """A plain scalar without the comment behind it; raises for one that holds a key."""
    if " #" in text:
        text = text[: text.index(" #")]
    text = text.rstrip(" ")
    if ": " in text or text[-1] == ":":
        raise NotPlain
    return text


def _quoted(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.match(text)
    if found is None or not _COMMENT.fullmatch(text, found.end()):
        raise NotPlain
    return found[1]


def _unescaped(found: re.Match[str]) -> str:
    return _ESCAPES[found[1]]
