"""Dates as queries name them: a year, a month, a day or a minute, each a period.

The dates of posts are ISO text that sorts as it reads, so a period is the text
that all dates in it begin with.
"""

from __future__ import annotations

import re
from datetime import datetime

_PERIOD = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:[ T]\d{2}(?::\d{2}(?::\d{2})?)?)?)?)?", re.ASCII)
_PATTERN = "2000-01-01 00:00:00"
END = "\U0010ffff"
"""Sorts behind whatever may follow in a date."""


def period(text: str) -> str:
    """``text`` as the beginning of dates; "" where it names no period."""
    if not _PERIOD.fullmatch(text):
        return ""
    found = text.replace("T", " ")
    try:
        datetime.fromisoformat(found + _PATTERN[len(found) :])
    except ValueError:
        return ""
    return found


def bounds(sign: str, named: str) -> tuple[str, str]:
    """The least date that fits, and one that no fitting date reaches."""
    after = named + END
    return {
        "<": ("0", named),
        "<=": ("0", after),
        ">": (after, END),
        ">=": (named, END),
    }.get(sign, (named, after))
