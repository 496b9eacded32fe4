"""Values in a form in which only what is alike in every way is equal: 1 is not True, nan is nan."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any


def exact(value: Any) -> Any:
    """``value`` with all types named; keys keep their order."""
    if isinstance(value, dict):
        return "dict", [(exact(key), exact(item)) for key, item in value.items()]
    if isinstance(value, list | tuple):
        return type(value), [exact(item) for item in value]
    if isinstance(value, set | frozenset):
        return type(value), sorted(map(repr, map(exact, value)))
    if isinstance(value, datetime | time):
        return type(value), value.isoformat(), value.fold, value.tzname(), type(value.tzinfo)
    return type(value), hex(value) if isinstance(value, int) else repr(value)
