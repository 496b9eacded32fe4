"""Characters, escapes and sets of characters in JavaScript's regular expressions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reviewer.errors import ReviewerError

_SPACES = r"\t\n\x0b\x0c\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_NO_SPACES = (
    r"\x00-\x08\x0e-\x1f!-\x9f\xa1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e"
    r"\u2030-\u205e\u2060-\u2fff\u3001-\ufefe\uff00-\U0010ffff"
)
ESCAPED_SETS = {
    "d": "0-9",
    "D": r"\x00-/:-\U0010ffff",
    "w": "A-Za-z0-9_",
    "W": r"\x00-/:-@\[-\^`{-\U0010ffff",
    "s": _SPACES,
    "S": _NO_SPACES,
}
"""What stands between brackets for ``\\d`` and its kin, which know ASCII alone."""

_CONTROLS = {"t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r"}
_OCTAL = re.compile(r"[0-3]?[0-7]{1,2}")
_PAIR = re.compile(r"u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_HEX = re.compile(r"x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})")
_LONG_HEX = re.compile(r"u\{([0-9a-fA-F]{1,6})\}")
_CONTROL = re.compile(r"c([A-Za-z])")
_PROPERTY = re.compile(r"[pP]\{[A-Za-z_]+(?:=[A-Za-z_]+)?\}")
_OF_SETS = "Sets of sets have no counterpart here."
_SET_SIGNS = re.compile(r"\[|--|&&|\\q")


class Untranslatable(ReviewerError):
    """A pattern without counterpart; ``what`` says why."""


@dataclass(slots=True)
class Scan:
    """A pattern and how far it has been read."""

    text: str
    unicode: bool = False
    sets: bool = False
    at: int = 0

    @property
    def more(self) -> bool:
        """Whether anything is left."""
        return self.at < len(self.text)

    @property
    def rest(self) -> str:
        """What is left."""
        return self.text[self.at :]

    def sees(self, sign: str) -> bool:
        """Whether ``sign`` comes next."""
        return self.text.startswith(sign, self.at)

    def take(self, sign: str) -> bool:
        """Read ``sign`` if it comes next."""
        found = self.sees(sign)
        self.at += len(sign) * found
        return found

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Read what ``pattern`` matches here."""
        found = pattern.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return found

    def next(self) -> str:
        """Read one character."""
        if not self.more:
            raise Untranslatable("The pattern ends too early.")
        self.at += 1
        return self.text[self.at - 1]

    def until(self, sign: str) -> str:
        """Read up to and with ``sign``; what stood before it."""
        end = self.text.find(sign, self.at)
        if end < 0:
            raise Untranslatable("The pattern ends too early.")
        found, self.at = self.text[self.at : end], end + len(sign)
        return found

    def property(self) -> str:
        """``\\p{…}`` behind its backslash, which only the flags u and v know; else ""."""
        found = self.match(_PROPERTY) if self.unicode else None
        return f"\\{found[0]}" if found else ""

    def escaped(self) -> str:
        """The character that an escape stands for, behind its backslash."""
        if found := self.match(_PAIR):
            high, low = int(found[1], 16), int(found[2], 16)
            return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
        if found := self.match(_HEX) or (self.match(_LONG_HEX) if self.unicode else None):
            return _code(int(found[found.lastindex or 0], 16))
        if found := self.match(_CONTROL):
            return chr(ord(found[1]) % 32)
        if found := self.match(_OCTAL):
            return chr(int(found[0], 8))
        sign = self.next()
        return _CONTROLS.get(sign, sign)


def _code(number: int) -> str:
    if 0xD800 <= number <= 0xDFFF:
        raise Untranslatable("The pattern speaks of halves of characters.")
    if number > 0x10FFFF:
        raise Untranslatable("The pattern names a character that does not exist.")
    return chr(number)


def character(sign: str) -> str:
    """One character as ``regex`` takes it for itself, in and out of brackets."""
    if sign.isalnum() or sign == "_":
        return sign
    number = ord(sign)
    if " " < sign <= "~":
        return f"\\{sign}"
    short = f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"
    return short if number < 0x10000 else f"\\U{number:08x}"


def read_class(scan: Scan) -> str:
    """The set behind ``[``, up to its ``]``."""
    negated = scan.take("^")
    members: list[str] = []
    while not scan.take("]"):
        if scan.sets and _SET_SIGNS.match(scan.text, scan.at):
            raise Untranslatable(_OF_SETS)
        members.append(_member(scan))
    inside = "".join(members)
    if not inside:
        return "(?s:.)" if negated else "(?!)"
    return f"[{'^' * negated}{inside}]"


def _member(scan: Scan) -> str:
    """One character, one range, or one named set."""
    first = _class_atom(scan)
    if scan.sets and scan.sees("--"):
        raise Untranslatable(_OF_SETS)
    if not scan.sees("-") or scan.text.startswith("-]", scan.at):
        return first if len(first) > 1 else character(first)
    scan.take("-")
    last = _class_atom(scan)
    if len(first) > 1 or len(last) > 1:
        return "".join(each if len(each) > 1 else character(each) for each in (first, "-", last))
    if first > last:
        raise Untranslatable("A range of characters runs backwards.")
    return f"{character(first)}-{character(last)}"


def _class_atom(scan: Scan) -> str:
    """One character, or several that write a named set."""
    if not scan.take("\\"):
        return scan.next()
    if scan.take("b"):
        return "\b"
    for letter, inside in ESCAPED_SETS.items():
        if scan.take(letter):
            return inside
    return scan.property() or scan.escaped()
