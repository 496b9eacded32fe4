"""A key whose colon is missing, or is another character."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.document.repair.sheet import indent_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.document.repair.sheet import Mend, Sheet

_ALONE = re.compile(r"([ \t]*[\"']?[\w.][\w.-]*[\"']?)[ \t]*+[;,.=：]?[ \t]*+$")
_OTHER = re.compile(r"([ \t]*(?:-[ \t]+)*[\w.-]+)[ \t]*+(?:[=;：]|::)[ \t]*+(?=\S)")


def look(sheet: Sheet, number: int) -> Iterator[Mend]:
    """Write the colon."""
    bare = sheet.bare(number)
    if found := _ALONE.match(bare):
        # A word with an underscore is hardly the end of a text.
        cost = 0.8 if _leads(sheet, number) else 1.0 if "_" in found[1] else 1.5
        what = f"The colon after “{found[1].strip()}” is missing."
        yield sheet.line(number, found[1] + ":", cost, what, "Write the colon")
    elif found := _OTHER.match(bare):
        what = f"Another character stands where “{found[1].strip()}” needs its colon."
        new = f"{found[1]}: {bare[found.end() :]}"
        yield sheet.line(number, new, 1.0, what, "Write a colon and a space")


def _leads(sheet: Sheet, number: int) -> bool:
    """Whether what follows belongs below this line: list items, or deeper lines."""
    after = number + 1
    while after < len(sheet.lines) and not sheet.lines[after].strip():
        after += 1
    following = sheet.bare(after)
    is_item = following.lstrip().startswith("- ")
    return is_item or indent_of(following) > indent_of(sheet.lines[number])
