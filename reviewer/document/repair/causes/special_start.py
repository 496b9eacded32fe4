"""A value that begins with a character which means something else to YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.document.repair.sheet import is_block, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.document.repair.sheet import Mend, Sheet

_SPECIAL = "@`%&*!|>[{]},?#"


def look(sheet: Sheet, number: int) -> Iterator[Mend]:
    """Put the value in quotes."""
    entry = sheet.entry(number)
    if entry is None or is_block(entry.value) or entry.value[:1] not in tuple(_SPECIAL):
        return
    mark = entry.value[0]
    what = f"{entry.named.capitalize()} begins with {mark}, which has a meaning of its own."
    cost = 1.4 if mark in "[{" else 1.0
    yield entry.mend(wrapped(entry.value), cost, what, f"Put {entry.named} in quotes")
