"""How wide a text is in Arial, the type in which search engines and networks measure.

The advance widths are a table of ours, so that the same text has the same
length on every machine, whether it has that type or not.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from typing import Protocol

from reviewer.resources import resource

UNITS = 2048
USUAL = 1139
"""The width of a digit, for characters that the table does not know."""


class TextWidth(Protocol):
    """Measures texts."""

    def __call__(self, text: str, size: float, *, bold: bool = False) -> float:
        """The width of ``text`` in pixels, set in ``size`` pixels."""
        ...


def arial_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of ``text`` in pixels, set in Arial of ``size`` pixels."""
    widths = _table("bold" if bold else "regular")
    units = sum(widths[each] if each in widths else _unknown(each) for each in text)
    return units * size / UNITS


@cache
def _table(weight: str) -> dict[str, int]:
    tables = json.loads(resource("cards/arial-widths.json").read_text("utf-8"))
    return {each: int(width) for width, chars in tables[weight].items() for each in chars}


def _unknown(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return UNITS if unicodedata.east_asian_width(char) in "WF" else USUAL
