"""Slips in TOML: YAML's colon, text without its quotation marks, a key that stands twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.document.repair.sheet import Mend, Sheet

_COLON = re.compile(r"([ \t]*[\w.-]+)[ \t]*:[ \t]*(?=\S)")
_FIELD = re.compile(r"(?P<lead>[ \t]*(?P<key>[\w.-]+)[ \t]*=[ \t]*)(?P<value>.*)")
_CURLY = "“”„«»‘’"


def colon(sheet: Sheet, number: int) -> Iterator[Mend]:
    """An equals sign in the place of a colon."""
    bare = sheet.bare(number)
    if found := _COLON.match(bare):
        what = f"A colon stands behind “{found[1].strip()}” where TOML wants an equals sign."
        new = f"{found[1]} = {bare[found.end() :]}"
        yield sheet.line(number, new, 0.8, what, "Write an equals sign")


def quotes(sheet: Sheet, number: int) -> Iterator[Mend]:
    """Straight quotation marks around the whole text."""
    found = _FIELD.match(sheet.bare(number))
    if found is None:
        return
    value = found["value"].rstrip()
    what = f"The text of “{found['key']}” is not within straight quotation marks."
    text = value.strip("\"'" + _CURLY)
    for written, cost in ((_basic(text), 1.0), (_basic(value), 1.6)):
        new = found["lead"] + written
        yield sheet.line(number, new, cost, what, "Put the text in quotes")
    if value.count("[") > value.count("]"):
        what = f"A bracket that opens in “{found['key']}” is not closed."
        yield sheet.line(number, f"{found[0]}]", 0.9, what, "Close the bracket")


def twice(sheet: Sheet, number: int) -> Iterator[Mend]:
    """The second of two fields of one name as a comment."""
    bare = sheet.bare(number)
    found = _FIELD.match(bare)
    if found is None:
        return
    for line in sheet.lines[max(number - 60, 0) : number]:
        before = _FIELD.match(line)
        if before and before["key"] == found["key"]:
            what = f"“{found['key']}” is written twice; TOML allows it once."
            yield sheet.line(number, f"# {bare}", 0.9, what, "Make the second one a comment")
            return


def no_field(sheet: Sheet, number: int) -> Iterator[Mend]:
    """A line that is no field as a comment."""
    bare = sheet.bare(number)
    if bare.strip() and not bare.lstrip().startswith("#"):
        what = "This line is no field: a name, an equals sign and a value."
        yield sheet.line(number, f"# {bare}", 4.0, what, "Make the line a comment")


def _basic(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


LOOKS = (colon, quotes, twice, no_field)
