"""A value with a colon and a space in it, which YAML takes for another key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.document.repair.sheet import is_block, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.document.repair.sheet import Mend, Sheet

_COLON = re.compile(r":(?:\s|$)")


def look(sheet: Sheet, number: int) -> Iterator[Mend]:
    """Put the value in quotes."""
    entry = sheet.entry(number)
    if entry is None or not entry.value or is_block(entry.value) or entry.value[0] in "\"'“”‘[{":
        return
    if _COLON.search(entry.value):
        what = f"{entry.named.capitalize()} holds a colon followed by a space."
        yield entry.mend(wrapped(entry.value), 1.0, what, f"Put {entry.named} in quotes")
