"""A placeholder of a template language, which no engine fills in between the fences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.document.repair.sheet import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.document.repair.sheet import Mend, Sheet

_PLACEHOLDER = re.compile(r"\{\{[^{}\r\n]*\}\}|\{%[^{}\r\n]*%\}")
_BASE = re.compile(r"\{\{[ \t]*-?[ \t]*(?:site\.)?(?:base_?url|url)[^{}\r\n]*\}\}(?=/)", re.I)


def look(sheet: Sheet, number: int) -> Iterator[Mend]:
    """Leave the site's own address out of a path, or quote the value."""
    entry = sheet.entry(number)
    if entry is None or not _PLACEHOLDER.search(entry.value):
        return
    text = entry.value
    if text.count(text[-1]) % 2 and text[-1] in "\"'":
        text = text[:-1]
    what = f"{entry.named.capitalize()} has a placeholder, which is not filled in here."
    if _BASE.match(text):
        doing = "Leave the placeholder out"
        yield entry.mend(_BASE.sub("", text, count=1), 0.8, what, doing)
    if text[:1] not in ("'", '"'):
        yield entry.mend(wrapped(text), 1.0, what, f"Put {entry.named} in quotes")
    elif text[-1] == text[0]:
        yield entry.mend(wrapped(text[1:-1]), 1.0, what, f"Quote {entry.named} anew")
