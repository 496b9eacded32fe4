"""A list in brackets that is not closed, or has items that need quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.document.repair.sheet import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.document.repair.sheet import Mend, Sheet

_CLOSING = {"[": "]", "{": "}"}
_ITEM = re.compile(r"\"[^\"\r\n]*\"|'[^'\r\n]*'|[^,\[\]\r\n]+")
_SPECIAL = re.compile(r"[@`%&*!|>{}?#]|.*:(?:\s|$)|.*\s#|[\"']")


def look(sheet: Sheet, number: int) -> Iterator[Mend]:
    """Close the bracket, or quote the items."""
    entry = sheet.entry(number)
    if entry is None or entry.value[:1] not in _CLOSING:
        return
    value = entry.value.rstrip().rstrip(",")
    closing = _CLOSING[value[0]] if value else ""
    if value.count(value[:1]) > value.count(closing):
        what = f"A bracket that opens in {entry.named} is not closed."
        yield entry.mend(value + closing, 1.0, what, "Close the bracket")
    if value[:1] == "[" and value.endswith("]"):
        quoted = f"[{_ITEM.sub(_quoted, value[1:-1])}]"
        what = f"An item of {entry.named} holds characters that need quotation marks."
        yield entry.mend(quoted, 1.1, what, "Put the item in quotes")


def _quoted(found: re.Match[str]) -> str:
    whole = found[0]
    text = whole.strip()
    closed = len(text) > 1 and text[0] in "\"'" and text[-1] == text[0]
    if closed or not _SPECIAL.match(text):
        return whole
    return whole.replace(text, wrapped(text), 1)
