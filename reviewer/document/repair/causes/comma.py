"""A comma at the end of a field, as JSON and programs have it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.document.repair.sheet import Mend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.document.repair.sheet import Sheet

_COMMA = re.compile(r"[,;][ \t]*(?=[\r\n]|$)")


def look(sheet: Sheet, number: int) -> Iterator[Mend]:
    """Take the comma away, here and in the lines below that have it too."""
    entry = sheet.entry(number)
    if entry is None or not entry.value.endswith((",", ";")):
        return
    last = entry.last
    while (below := sheet.entry(last)) is not None and below.value.endswith((",", ";")):
        last = below.last
    lines = tuple(_COMMA.sub("", line) for line in sheet.lines[number:last])
    what = f"A comma or semicolon ends {entry.named}, as in JSON."
    yield Mend(number, last, lines, 0.8, what, "Take it away")
