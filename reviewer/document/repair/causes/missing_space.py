"""A space that is missing after a colon or a dash."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.document.repair.sheet import Mend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.document.repair.sheet import Sheet

_KEY = re.compile(r"([ \t]*(?:-[ \t]+)*[\"']?(?P<key>[\w.&;-]+)[\"']?:)(?!//)(?=[^\s:])")
_DASH = re.compile(r"([ \t]*-)(?=[^\s-])")


def look(sheet: Sheet, number: int) -> Iterator[Mend]:
    """Write the space."""
    bare = sheet.bare(number)
    if found := _KEY.match(bare):
        what = f"A space is missing after the colon of “{found['key']}”."
        new = f"{found[1]} {bare[found.end() :]}"
        yield sheet.line(number, new, 0.9, what, "Write a space after the colon")
    if _DASH.match(bare):
        last = number + 1
        while _DASH.match(sheet.bare(last)):
            last += 1
        lines = tuple(_DASH.sub(r"\1 ", line, count=1) for line in sheet.lines[number:last])
        what = "A space is missing after the dash of a list item."
        yield Mend(number, last, lines, 0.9, what, "Write a space after the dash")
