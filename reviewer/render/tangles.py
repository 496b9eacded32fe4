"""Texts that would keep the Markdown parser busy for minutes, told by counting.

Python-Markdown looks from each opening sign for its closing one, so that
thousands that never close, or close one in the other, cost their square. No
article has them: the worst of several thousand real posts leaves 87 open.
"""

from __future__ import annotations

import re

PAIRS = ("<>", "[]", "()", "{}")
MOST_OPEN = 1000
_BRACKETS = re.compile(r"[\[\]]")
SECTION, MOST_SECTIONS = "<![", 100
FENCE, MOST_FENCES = "\n```", 4000
LONGEST = 400_000
"""Characters that any flavour renders in seconds; the longest of real posts has 303,245."""


def is_too_long(text: str) -> bool:
    """Whether only the beginning of ``text`` is shown, as it is written."""
    return len(text) > LONGEST


def is_tangled(text: str) -> bool:
    """Whether ``text`` is better shown as it is written."""
    if any(text.count(pair[0]) - text.count(pair[1]) > MOST_OPEN for pair in PAIRS):
        return True
    if text.count(SECTION) > MOST_SECTIONS or text.count(FENCE) > MOST_FENCES:
        return True
    return text.count("[") > MOST_OPEN and _deepest(text) > MOST_OPEN


def _deepest(text: str) -> int:
    """How many square brackets are open at once where most are."""
    depth = most = 0
    for found in _BRACKETS.finditer(text):
        depth = max(depth + (1 if found[0] == "[" else -1), 0)
        most = max(most, depth)
    return most
