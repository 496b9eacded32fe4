"""Regular expressions of configurations, run so that none of them can stop the program.

A pattern comes from a file that anybody may have written, so it is compiled
once, may be only so long, and gives up when a text takes too long to match.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from regex import Pattern as Compiled

SECONDS = 0.05
"""How long one text may take; a sound pattern needs microseconds."""
LONGEST = 2_000
LONGEST_TEXT = 20_000
HEAVIEST = 20_000
"""Steps that counted repetitions may come to: ``regex`` writes each out, at 800 bytes a step."""


class TooSlow(Exception):
    """The pattern took too long for this text: nothing is known of it."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A rule for text: it must match ``text`` somewhere (``^`` and ``$`` say otherwise).

    ``flags`` are those of JavaScript and Python: ``i``, ``m``, ``s``, ``x``.
    """

    text: str
    flags: str = ""
    message: str = ""

    def fits(self, value: str) -> bool:
        """Whether the pattern is found in the value; raises ``TooSlow``."""
        return search(self.text, value, self.flags)


def search(pattern: str, value: str, flags: str = "") -> bool:
    """Whether the pattern is found in the value; one that is no pattern is never found."""
    compiled = _compiled(pattern, flags)
    if compiled is None:
        return False
    try:
        return compiled.search(value[:LONGEST_TEXT], timeout=SECONDS) is not None
    except TimeoutError as error:
        raise TooSlow(pattern) from error


def problem(pattern: str, flags: str = "") -> str:
    """Why the text is no pattern, in plain words; "" if it is one."""
    if len(pattern) > LONGEST:
        return f"The pattern has {len(pattern):,} characters; {LONGEST:,} are allowed."
    unknown = set(flags) - set(_FLAGS)
    if unknown:
        return f"There is no flag “{min(unknown)}”."
    if _unfolds(pattern) > HEAVIEST:
        return "The pattern repeats too much too often."
    try:
        regex.compile(pattern)
    except (regex.error, RecursionError, OverflowError, ValueError) as error:
        return f"This is no regular expression: {error}."
    return ""


def _unfolds(pattern: str) -> int:
    """How many steps the pattern comes to, ``((a{9}){9}){9}`` for instance to 729."""
    sums, last = [0], 0
    for found in _PARTS.finditer(pattern):
        if found[0] == "(":
            sums.append(0)
        elif found[0] == ")" and len(sums) > 1:
            last = max(sums.pop(), 1)
            sums[-1] += last
        elif found[1]:
            times = max(int(found[1][:9]), 1)
            sums[-1] += last * (times - 1)
            last *= times
        else:
            last = 1
            sums[-1] += 1
        if last > HEAVIEST:
            break
    return max(last, *sums)


@lru_cache(maxsize=512)
def _compiled(pattern: str, flags: str) -> Compiled[str] | None:
    if problem(pattern, flags):
        return None
    options = regex.V0
    for flag in flags:
        options |= _FLAGS[flag]
    return regex.compile(pattern, options)


_PARTS = regex.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{(\d+)(?:,\d*)?\}|.", regex.DOTALL)
"""Escapes, sets, counted repetitions and single characters."""
_FLAGS = {
    "i": regex.IGNORECASE,
    "m": regex.MULTILINE,
    "s": regex.DOTALL,
    "x": regex.VERBOSE,
    "u": regex.UNICODE,
}
