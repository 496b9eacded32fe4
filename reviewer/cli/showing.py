"""Texts and values as the command line prints them."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

from reviewer.schema.scalar_text import show_scalar

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
LARGEST_NUMBER = 1024
"""Bits; what has more is written as text, since few readers of JSON take it."""


def one_line(text: str) -> str:
    """Text with its line ends and other control characters written as escapes."""
    return text if text.isprintable() else _CONTROL.sub(lambda found: repr(found[0])[1:-1], text)


def plain(value: Any) -> Any:
    """Front matter as JSON can hold it: dates become ISO text, keys become text."""
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, bool | str | None):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, int) and value.bit_length() <= LARGEST_NUMBER:
        return value
    return show_scalar(value)
