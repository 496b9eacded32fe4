"""Slips in JSON: a comma too many or too few, quotation marks of another kind, none at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.document.repair.sheet import Mend, Sheet

_MEMBER = re.compile(
    r"(?P<lead>[ \t]*\"[^\"]*\"[ \t]*:[ \t]*)(?P<value>[^\"\s\[{].*?)(?P<comma>,?)$"
)
_CURLY = re.compile("[“”„]")
_BARE_KEY = re.compile(r"([ \t]*)'?([A-Za-z_][\w-]*)'?([ \t]*:)")
_SINGLE = re.compile(r"'([^'\"\\]*)'")


def commas(sheet: Sheet, number: int) -> Iterator[Mend]:
    """A comma between members, and none behind the last."""
    bare = sheet.bare(number).rstrip()
    if bare.endswith(","):
        what = "A comma stands where no further field follows."
        yield sheet.line(number, bare[:-1], 0.9, what, "Take the comma away")
    elif bare and bare[-1] not in "[{:":
        what = "A comma is missing between two fields."
        yield sheet.line(number, f"{bare},", 0.9, what, "Write a comma")


def quotes(sheet: Sheet, number: int) -> Iterator[Mend]:
    """Straight double quotation marks."""
    bare = sheet.bare(number).rstrip()
    what = "JSON wants straight double quotation marks around names and texts."
    doing = "Write straight double quotation marks"
    named = _BARE_KEY.sub(r'\1"\2"\3', bare, count=1)
    for new in (_CURLY.sub('"', bare), _SINGLE.sub(r'"\1"', bare), named):
        if new != bare:
            yield sheet.line(number, new, 1.0, what, doing)
    if found := _MEMBER.match(bare):
        text = found["value"].strip("'“”").replace("\\", "\\\\").replace('"', '\\"')
        new = f'{found["lead"]}"{text}"{found["comma"]}'
        yield sheet.line(number, new, 1.2, what, doing)


LOOKS = (commas, quotes)
