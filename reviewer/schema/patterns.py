"""Regular expressions of configurations, run so that none of them can stop the program.

A pattern comes from a file that anybody may have written, so it is compiled
once, may be only so long, and gives up when a text takes too long to match. One
that is slow for many texts is not tried on the others of thousands of posts.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from time import thread_time
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from regex import Pattern as Compiled

SECONDS = 0.05
"""How long one text may take; a sound pattern needs microseconds."""
PATIENCE = 0.5
"""Seconds that all slow texts together may take, before the pattern is not tried any more."""
NOTABLE = 0.001
"""Seconds from which a text counts as slow."""
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
    machine = _machine(pattern, flags)
    return machine is not None and machine.finds(value[:LONGEST_TEXT])


@dataclass(slots=True)
class _Machine:
    """A compiled pattern, and the seconds that slow texts have taken it."""

    compiled: Compiled[str]
    spent: float = 0.0

    def finds(self, value: str) -> bool:
        """Whether it is found; raises ``TooSlow``, at once where patience has run out."""
        if self.spent > PATIENCE:
            raise TooSlow(self.compiled.pattern)
        # Time of this thread: that others keep the machine busy is no fault of the pattern.
        begun = thread_time()
        try:
            return self.compiled.search(value, timeout=SECONDS) is not None
        except TimeoutError as error:
            raise TooSlow(self.compiled.pattern) from error
        finally:
            taken = thread_time() - begun
            self.spent += taken if taken > NOTABLE else 0.0


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
def _machine(pattern: str, flags: str) -> _Machine | None:
    if problem(pattern, flags):
        return None
    options = regex.V0
    for flag in flags:
        options |= _FLAGS[flag]
    return _Machine(regex.compile(pattern, options))


_PARTS = regex.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{(\d+)(?:,\d*)?\}|.", regex.DOTALL)
"""Escapes, sets, counted repetitions and single characters."""
_FLAGS = {
    "i": regex.IGNORECASE,
    "m": regex.MULTILINE,
    "s": regex.DOTALL,
    "x": regex.VERBOSE,
    "u": regex.UNICODE,
}
