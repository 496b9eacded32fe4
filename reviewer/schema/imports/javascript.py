"""JavaScript's regular expressions as those of Python's ``regex`` library.

Both look much alike and differ where it hurts: ``\\d`` and ``\\w`` know ASCII
alone in JavaScript, ``$`` is never before a last line break, a stray ``{`` is
text, groups that took no part match nothing anywhere. What has no counterpart
is refused. Source: ECMA-262, section 22.2 and annex B.1.2.
"""

from __future__ import annotations

import re

from reviewer.schema import patterns
from reviewer.schema.imports.javascript_class import (
    ESCAPED_SETS,
    Scan,
    Untranslatable,
    character,
    read_class,
)

LONGEST = 2_000
DEEPEST = 50

_FLAGS = "dgimsuvy"
_GROUP = re.compile(
    r"\\.|\[(?:\\.|[^\]\\])*\]|(?P<plain>\((?!\?))|\(\?<(?![=!])(?P<name>[^>]*)>", re.DOTALL
)
_COUNT = re.compile(r"\{\d+(?:,\d*)?\}|[*+?]")
_MODIFIERS = re.compile(r"\(\?([ims]*)(?:-([ims]+))?:")
_SLASHED = re.compile(r"/(?P<source>.+)/(?P<flags>[a-z]*)", re.DOTALL)
_ASSERTIONS = ("(?=", "(?!", "(?<=", "(?<!")
_LINE = r"\n\r\u2028\u2029"
_WORD = "[A-Za-z0-9_]"
_EDGE = f"(?:(?<={_WORD})(?!{_WORD})|(?<!{_WORD})(?={_WORD}))"
_NO_EDGE = f"(?:(?<={_WORD})(?={_WORD})|(?<!{_WORD})(?!{_WORD}))"


def translate(source: str, flags: str = "") -> str:
    """The pattern for ``regex.search``; raises ``Untranslatable``."""
    if len(source) > LONGEST:
        raise Untranslatable(f"The pattern has more than {LONGEST:,} characters.")
    if unknown := set(flags) - set(_FLAGS):
        raise Untranslatable(f"JavaScript has no flag {', '.join(sorted(unknown))}.")
    found = _Translator(source, flags).whole()
    if why := patterns.problem(found):
        raise Untranslatable(why)
    return found


def slashed(written: str) -> tuple[str, str]:
    """Source and flags of ``/source/flags``; any other text is a source without flags."""
    found = _SLASHED.fullmatch(written)
    return (found["source"], found["flags"]) if found else (written, "")


class _Translator:
    """Translates one pattern from front to back."""

    def __init__(self, source: str, flags: str) -> None:
        self._scan = Scan(source, "u" in flags or "v" in flags, "v" in flags)
        self._flags = flags
        self._depth = 0
        groups = [found for found in _GROUP.finditer(source) if found["plain"] or found["name"]]
        self._groups = len(groups)
        self._names = {found["name"]: n for n, found in enumerate(groups, 1) if found["name"]}

    def whole(self) -> str:
        """The translation of the whole pattern."""
        found = self._choice()
        if self._scan.more:
            raise Untranslatable("There is a closing bracket too many.")
        found = f"(?:{found})" if "y" in self._flags else found
        start = r"\A" if "y" in self._flags else ""
        return ("(?i)" if "i" in self._flags else "") + start + found

    def _choice(self) -> str:
        parts: list[str] = []
        while self._scan.more and not self._scan.sees(")"):
            parts.append("|" if self._scan.take("|") else self._term())
        return "".join(parts)

    def _term(self) -> str:
        start = self._scan.at
        found = self._atom()
        count = self._scan.match(_COUNT)
        if count is None:
            return found
        if self._scan.text[start] in "^$" or self._scan.text.startswith(("(?<=", "(?<!"), start):
            raise Untranslatable("Something is repeated that has no length.")
        lazy = "?" if self._scan.take("?") else ""
        if self._scan.match(_COUNT):
            raise Untranslatable("A repetition is itself repeated.")
        return f"(?:{found}){count[0]}{lazy}"

    def _atom(self) -> str:
        scan = self._scan
        if scan.sees("("):
            return self._group()
        if scan.take("["):
            return read_class(scan)
        if scan.take("\\"):
            return self._escape()
        if scan.match(_COUNT):
            raise Untranslatable("There is nothing to repeat before a repetition.")
        sign = scan.next()
        signs = {"^": self._first(), "$": self._last(), ".": self._any()}
        return signs.get(sign) or character(sign)

    def _first(self) -> str:
        return f"(?<![^{_LINE}])" if "m" in self._flags else r"\A"

    def _last(self) -> str:
        return f"(?![^{_LINE}])" if "m" in self._flags else r"\Z"

    def _any(self) -> str:
        return "(?s:.)" if "s" in self._flags else f"[^{_LINE}]"

    def _group(self) -> str:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Untranslatable(f"Brackets are nested more than {DEEPEST} deep.")
        outer = self._flags
        opening = self._opening()
        inside = self._choice()
        if not self._scan.take(")"):
            raise Untranslatable("A bracket is opened and never closed.")
        self._flags = outer
        self._depth -= 1
        return f"{opening}{inside})"

    def _opening(self) -> str:
        scan = self._scan
        if found := scan.match(_MODIFIERS):
            added, removed = found[1], found[2] or ""
            self._flags = "".join(set(self._flags + added) - set(removed))
            case = "i" * ("i" in added) + "-i" * ("i" in removed)
            return f"(?{case}:"
        for sign in _ASSERTIONS:
            if scan.take(sign):
                return sign
        if scan.take("(?<"):
            scan.until(">")
            return "("
        if scan.take("(?"):
            raise Untranslatable("JavaScript has no such group.")
        scan.take("(")
        return "("

    def _escape(self) -> str:
        scan = self._scan
        for letter, meaning in (("b", _EDGE), ("B", _NO_EDGE)):
            if scan.take(letter):
                return meaning
        for letter, inside in ESCAPED_SETS.items():
            if scan.take(letter):
                return f"[{inside}]"
        if self._names and scan.take("k<"):
            return self._again(self._names.get(scan.until(">"), 0))
        found = re.match(r"[1-9]\d{0,2}", scan.rest)
        if found and int(found[0]) <= self._groups:
            scan.at += len(found[0])
            return self._again(int(found[0]))
        if name := scan.property():
            return name
        return character(scan.escaped())

    def _again(self, group: int) -> str:
        """The text of a group once more; nothing if the group took no part."""
        if not group:
            raise Untranslatable("The pattern refers to a group that it does not have.")
        return f"(?({group})(?:\\{group})|)"
