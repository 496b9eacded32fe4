"""A line that begins in another column than the lines that it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.document.repair.sheet import Mend, indent_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.document.repair.sheet import Sheet

_WHAT = "This line is indented differently from the lines it belongs to."
_DOING = "Let it begin in the column of the others"
_NEAR = 30


def look(sheet: Sheet, number: int) -> Iterator[Mend]:
    """Let the line, alone or with all below it, begin where lines above it do."""
    bare = sheet.bare(number)
    if not bare.strip():
        return
    own = indent_of(bare)
    columns = {indent_of(each) for each in sheet.lines[max(number - _NEAR, 0) : number]}
    for column in sorted((columns | {0}) - {own}, key=lambda each: abs(each - own)):
        cost = 1.2 + 0.05 * abs(column - own)
        for last, extra in ((number + 1, 0.0), (_below(sheet, number), 0.1)):
            lines = tuple(_moved(line, column - own) for line in sheet.lines[number:last])
            yield Mend(number, last, lines, cost + extra, _WHAT, _DOING)


def _below(sheet: Sheet, number: int) -> int:
    own = indent_of(sheet.lines[number])
    last = number + 1
    while last < len(sheet.lines) and (
        not sheet.lines[last].strip() or indent_of(sheet.lines[last]) >= own
    ):
        last += 1
    return last


def _moved(line: str, by: int) -> str:
    if not line.strip():
        return line
    return " " * by + line if by > 0 else line[min(-by, indent_of(line)) :]
