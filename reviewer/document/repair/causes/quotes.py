"""Quotation marks that do not match: one too many, one too few, or some within the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.document.repair.sheet import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.document.repair.sheet import Entry, Mend, Sheet


def look(sheet: Sheet, number: int) -> Iterator[Mend]:
    """Close, drop or escape quotation marks."""
    entry = sheet.entry(number)
    if entry is None or not entry.value:
        return
    mark = entry.value[0]
    if mark in "\"'":
        yield from _opened(entry, mark)
    elif entry.value[-1] in "\"'" and entry.value.count(entry.value[-1]) % 2:
        what = f"{entry.named.capitalize()} ends with a quotation mark that was never opened."
        yield entry.mend(wrapped(entry.value[:-1]), 1.1, what, "Take the quotation mark away")


def _opened(entry: Entry, mark: str) -> Iterator[Mend]:
    value = entry.value
    if len(value) == 1 or value[-1] != mark:
        yield from _unclosed(entry, mark)
        return
    inner = _unescaped(value[1:-1], mark)
    if inner.endswith(mark) and inner.count(mark) % 2:
        what = f"A quotation mark too many ends {entry.named}."
        yield entry.mend(value[:-1], 0.9, what, "Take the second quotation mark away")
    if inner.startswith(mark) and inner.count(mark) % 2:
        what = f"A quotation mark too many begins {entry.named}."
        yield entry.mend(value[1:], 0.9, what, "Take the first quotation mark away")
    what = f"In {entry.named}, quotation marks stand within quotation marks of the same kind."
    # "This" and "that": the first mark within closes the word that the value begins with.
    if re.match(rf"[^{mark}]*\S{mark}\s", inner):
        yield entry.mend(wrapped(value), 0.9, what, "Put all of it in quotes")
    yield entry.mend(wrapped(inner), 1.0, what, "Tell the quotation marks of the text apart")


def _unclosed(entry: Entry, mark: str) -> Iterator[Mend]:
    value = entry.value
    if mark not in value[1:]:
        what = f"A quotation mark that opens in {entry.named} is never closed."
        yield entry.mend(wrapped(value[1:]), 1.0, what, "Close it at the end of the text")
        yield entry.mend(wrapped(value), 1.3, what, "Keep it as part of the text")
        first, _, rest = value.partition("\n")
        if rest:
            yield entry.mend(f"{first}{mark}\n{rest}", 1.6, what, "Close it in its line")
        return
    if value[-1] in ",;":
        return
    if value.count(mark) % 2:
        what = f"A quotation mark that opens in {entry.named} is never closed."
        yield entry.mend(wrapped(_unescaped(value[1:], mark)), 0.95, what, "Close it at the end")
    what = f"In {entry.named}, text follows after the closing quotation mark."
    yield entry.mend(wrapped(value), 1.0, what, "Put all of it in quotes")


def _unescaped(text: str, mark: str) -> str:
    return text.replace('\\"', '"') if mark == '"' else text.replace("''", "'")
