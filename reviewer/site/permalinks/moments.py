"""Dates of front matter as moments, by which URLs are made."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, tzinfo
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from reviewer.schema import dates
from reviewer.schema.dates import NotADate

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""In English whatever the user's language is: ``strftime`` would heed it."""

_BEGINNING = re.compile(r"\s*\d{4}-\d{1,2}-\d{1,2}(?:[ T]+\d{1,2}:\d{2}(?::\d{2})?)?")


def local_moment(value: Any, zone: str) -> datetime | None:
    """The moment on the clocks of ``zone``, as Ruby shows it; ``None`` for what is no date.

    A time that YAML read without a zone is one of UTC to Ruby; a text without
    one, and a day, belong to the zone itself. Words behind a date do no harm.
    """
    if isinstance(value, str):
        value = _read(value) or _begun(value)
    elif isinstance(value, datetime) and value.tzinfo is None:
        value = value.replace(tzinfo=UTC)
    if not isinstance(value, datetime):
        return _midnight(value)
    if value.tzinfo is None:
        return value
    try:
        return value.astimezone(_zone(zone))
    except OverflowError:  # within a day of the year 1 or 9999
        return value


def written_moment(value: Any) -> datetime | None:
    """The moment as it is written, whatever its zone; ``None`` for what is no date."""
    if isinstance(value, str):
        value = _read(value)
    return value if isinstance(value, datetime) else _midnight(value)


def _midnight(value: Any) -> datetime | None:
    return datetime.combine(value, time()) if isinstance(value, date) else None


def _read(text: str) -> date | None:
    try:
        return dates.read(text)
    except (NotADate, ValueError):
        return None


def _begun(text: str) -> date | None:
    found = _BEGINNING.match(text)
    return _read(found[0]) if found else None


@lru_cache(maxsize=64)
def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name) if name else UTC
    except (OSError, ValueError, KeyError):
        return UTC
