"""A line without a key: the text above goes on in it, or it is no data at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.document.repair.sheet import Mend, indent_of, is_block, is_entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.document.repair.sheet import Sheet

_HTML = re.compile(r"[ \t]*<!--.*-->[ \t]*$")
_KEYLESS = re.compile(r"[ \t]*:[ \t]")


def look(sheet: Sheet, number: int) -> Iterator[Mend]:
    """Let the line go on with the text above, or make it a comment."""
    bare = sheet.bare(number)
    if not bare.strip() or bare.lstrip().startswith("#"):
        return
    if _HTML.match(bare):
        what = "A comment of HTML stands among the fields, where comments begin with #."
        yield sheet.line(number, _commented(bare), 0.7, what, "Write it as a comment")
    if not is_entry(bare) and not _KEYLESS.match(bare):
        yield from _going_on(sheet, number)
    what = "This line is no field: a name, a colon, a space and a value."
    yield sheet.line(number, _commented(bare), 4.0, what, "Make the line a comment")


def _going_on(sheet: Sheet, number: int) -> Iterator[Mend]:
    above = sheet.above(number)
    if above is None or not above.value or is_block(above.value):
        return
    last = number + 1
    while sheet.bare(last).strip() and not is_entry(sheet.bare(last)):
        last += 1
    pad = " " * (above.indent + 2)
    deep = [
        line if indent_of(line) > above.indent else pad + line.lstrip()
        for line in sheet.lines[number:last]
    ]
    what = f"The text of “{above.key}” goes on in a line that is not indented."
    yield Mend(number, last, tuple(deep), 1.3, what, "Indent it below its field")


def _commented(bare: str) -> str:
    indent = indent_of(bare)
    return f"{bare[:indent]}# {bare[indent:]}"
