"""A place in a text that moves on as rules match, and how much looking ahead is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re


class Patience:
    """How much text may be searched in vain.

    kramdown looks from each opening sign for its closing one; thousands that
    never close cost their square. When patience is at an end they are text.
    """

    __slots__ = ("_left",)

    def __init__(self, length: int) -> None:
        self._left = 50_000 + length

    def is_left(self) -> bool:
        """Whether anything may still be looked for far ahead."""
        return self._left > 0

    def lose(self, characters: int) -> None:
        """So much text was read and nothing came of it."""
        self._left -= characters


class Scanner:
    """Matches patterns at a place in ``text``; nested texts begin at a line of the whole."""

    __slots__ = ("_counted_to", "_line", "_missing", "end", "patience", "pos", "text")

    def __init__(self, text: str, line: int, patience: Patience) -> None:
        self.text = text
        self.end = len(text)
        self.pos = 0
        self.patience = patience
        self._line = line
        self._counted_to = 0
        self._missing: dict[str, int] = {}

    def check(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What ``pattern`` matches here."""
        return pattern.match(self.text, self.pos)

    def scan(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What ``pattern`` matches here, stepping over it."""
        found = pattern.match(self.text, self.pos)
        if found:
            self.pos = found.end()
        return found

    def scan_far(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The same for a pattern that reads on to the end where it does not match."""
        if not self.patience.is_left():
            return None
        found = self.scan(pattern)
        if not found:
            # Regular expressions are quick beside our own steps.
            self.patience.lose((self.end - self.pos) // 8)
        return found

    def find(self, needle: str) -> int:
        """Where ``needle`` is next; -1 if nowhere, which is remembered."""
        if self._missing.get(needle, self.end) <= self.pos:
            return -1
        at = self.text.find(needle, self.pos)
        if at < 0:
            self._missing[needle] = self.pos
        return at

    def take(self) -> str:
        """The next character, stepping over it."""
        self.pos += 1
        return self.text[self.pos - 1]

    def rest(self) -> str:
        """All that is left, stepping over it."""
        begin, self.pos = self.pos, self.end
        return self.text[begin:]

    def before(self) -> str:
        """The character before this place; empty at the beginning."""
        return self.text[self.pos - 1 : self.pos]

    @property
    def line(self) -> int:
        """The line of this place in the whole text, counted from 1."""
        if self.pos >= self._counted_to:
            self._line += self.text.count("\n", self._counted_to, self.pos)
        else:
            self._line -= self.text.count("\n", self.pos, self._counted_to)
        self._counted_to = self.pos
        return self._line
