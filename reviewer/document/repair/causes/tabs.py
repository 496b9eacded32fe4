"""Tabs, and other blanks that are no spaces, where YAML knows only spaces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.document.repair.sheet import Mend, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

_ODD = re.compile(r"[ \t\xa0\u2000-\u200a\u202f\u3000]*")
_AFTER = re.compile(r"((?:^|[ ])(?:[\w.\"'-]+:|-))[ ]*[\t\xa0][ \t\xa0]*")


def look(sheet: Sheet, number: int) -> Iterator[Mend]:
    """Write spaces in all lines that have tabs in their indentation or before their value."""
    if not _has_tab(sheet.bare(number)) or any(map(_has_tab, sheet.lines[:number])):
        return
    for width, cost in ((2, 0.6), (4, 0.8), (8, 1.0), (1, 1.2)):
        lines = tuple(_spaced(line, width) for line in sheet.lines)
        what = "A tab stands where front matter knows only spaces."
        yield Mend(0, len(lines), lines, cost, what, "Write spaces instead of tabs")


def _has_tab(line: str) -> bool:
    found = _ODD.match(line)
    return bool(found and found[0].strip(" ")) or _AFTER.search(line[:200]) is not None


def _spaced(line: str, width: int) -> str:
    if not _has_tab(line):
        return line
    found = _ODD.match(line)
    indent = found[0] if found else ""
    spaces = "".join(" " * width if each == "\t" else " " for each in indent)
    return spaces + _AFTER.sub(r"\1 ", line[len(indent) :], count=1)
