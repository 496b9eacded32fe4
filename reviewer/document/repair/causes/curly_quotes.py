"""Curly quotation marks, which word processors write and YAML takes for text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.document.repair.sheet import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.document.repair.sheet import Mend, Sheet

_OPENING = "“”„«‘’\"'"
_CLOSING = "”“»’‘\"'"
_STRAIGHT = "\"'"


def look(sheet: Sheet, number: int) -> Iterator[Mend]:
    """Write straight ones in their place."""
    entry = sheet.entry(number)
    if entry is None or len(entry.value) < 2:
        return
    first, last = entry.value[0], entry.value[-1]
    if first in _OPENING and last in _CLOSING and not (first in _STRAIGHT and last in _STRAIGHT):
        what = f"Curly quotation marks stand around {entry.named}; only straight ones count."
        doing = "Write straight quotation marks"
        yield entry.mend(wrapped(entry.value[1:-1]), 0.9, what, doing)
