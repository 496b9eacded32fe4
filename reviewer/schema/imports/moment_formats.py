"""Formats of dates: from the letters of Moment and Day.js to those of Unicode.

date-fns writes Unicode's letters already. Source: https://day.js.org/docs/en/display/format
"""

from __future__ import annotations

import re

_TOKENS = re.compile(
    r"\[(?P<text>[^\]]*)\]|YYYY|YY|MMMM|MMM|MM|M|DD|Do|D|dddd|ddd|dd|d|HH|H|hh|h|mm|m|ss|s"
    r"|SSS|A|a|ZZ|Z|T|[A-Za-z]+|[^A-Za-z\[]+|\["
)
_LETTERS = {
    **{each: each for each in ("MMMM", "MMM", "MM", "M", "HH", "H", "hh", "h", "mm", "m")},
    **{each: each for each in ("ss", "s", "SSS")},
    "YYYY": "yyyy",
    "YY": "yy",
    "DD": "dd",
    "D": "d",
    "dddd": "EEEE",
    "ddd": "EEE",
    "A": "a",
    "a": "a",
    "ZZ": "xx",
    "Z": "xxx",
}


def of_moment(written: str) -> str:
    """The format in Unicode's letters, "" where it has no counterpart."""
    parts: list[str] = []
    for found in _TOKENS.finditer(written):
        if found["text"] is not None:
            parts.append(f"'{found['text']}'" if found["text"] else "")
        elif found[0][0].isascii() and found[0][0].isalpha():
            if found[0] not in _LETTERS and found[0] != "T":
                return ""
            parts.append(_LETTERS.get(found[0], "'T'"))
        else:
            parts.append(found[0])
    return "".join(parts)
