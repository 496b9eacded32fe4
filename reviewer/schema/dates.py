"""Dates as people write them in front matter, and what is wrong with those that are none.

ISO 8601 with the liberties that YAML and the engines take: a blank for the T,
one-digit months and hours, slashes, a zone after a blank; and a few spelt-out
forms that Hugo's and JavaScript's parsers accept.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

from reviewer.errors import ReviewerError

_ISO = re.compile(
    r"(?P<year>\d{4})(?P<mark>[-/])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})"
    r"(?:(?:[Tt]|[ \t]+)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?"
    r"(?:[.,](?P<fraction>\d+))?[ \t]*(?P<zone>[Zz]|UTC|GMT|[-+]\d{1,2}(?::?\d{2})?)?)?"
)
_SPELT = (
    *("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%b %d %Y"),
    *("%A, %B %d, %Y", "%a %b %d %Y", "%a, %d %b %Y"),
)
_ZONE = re.compile(
    r"\d:\d{2}(?::\d{2})?(?:[.,]\d+)?[ \t]*(?:[Zz]|UTC|GMT|[-+]\d{1,2}(?::?\d{2})?)\b"
)


class NotADate(ReviewerError):
    """Text that is no date; ``nearest`` is the date that was probably meant."""

    def __init__(self, what: str, nearest: date | None = None) -> None:
        super().__init__(what)
        self.nearest = nearest


@dataclass(frozen=True, slots=True)
class _Parts:
    year: int
    month: int
    day: int
    hour: int
    minute: int
    second: int
    microsecond: int
    zone: timezone | None
    timed: bool

    def on(self, month: int, day: int) -> date:
        """The same time on another day of the year."""
        if not self.timed:
            return date(self.year, month, day)
        time = (min(self.hour, 23), min(self.minute, 59), min(self.second, 59))
        return datetime(self.year, month, day, *time, self.microsecond, self.zone)


def read(text: str) -> date:
    """``text`` as a date or, with a time, a datetime; raises ``NotADate``."""
    found = _ISO.fullmatch(text.strip())
    if found is None:
        return _spelt(text.strip())
    parts = _parts(found)
    _refuse_impossible(parts)
    return parts.on(parts.month, parts.day)


def looks_like_date(text: str) -> bool:
    """Whether the text has the shape of a date, possible or not."""
    plain = text.strip()
    return plain[:4].isdigit() and _ISO.fullmatch(plain) is not None


def names_zone(text: str) -> bool:
    """Whether a written date and time names its zone."""
    return _ZONE.search(text) is not None


def show_day(day: date) -> str:
    """``28 Feb``, as the label of a fix shows it."""
    return f"{day.day} {calendar.month_abbr[day.month]}"


def offset_of(zone: str, moment: datetime) -> timezone | None:
    """The offset that a named zone has at a local time; ``None`` for an unknown zone."""
    if zone.upper() in ("UTC", "GMT", "ETC/UTC"):
        return UTC
    from zoneinfo import ZoneInfo  # which few need, and which takes a while to load

    try:
        offset = moment.replace(tzinfo=ZoneInfo(zone)).utcoffset()
    except (OSError, ValueError, KeyError):
        return None
    return None if offset is None else timezone(offset)


def show_offset(zone: timezone) -> str:
    """``+00:00``, ``-05:30``."""
    minutes = int(zone.utcoffset(None).total_seconds()) // 60
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _spelt(text: str) -> date:
    for form in _SPELT:
        try:
            return datetime.strptime(text, form).date()  # a day has no zone
        except ValueError:
            continue
    raise NotADate("This is not a date. Write it as 2026-02-28, with a time if you like.")


def _parts(found: re.Match[str]) -> _Parts:
    number = {
        key: int(found[key] or 0) for key in ("year", "month", "day", "hour", "minute", "second")
    }
    fraction = int((found["fraction"] or "0")[:6].ljust(6, "0"))
    zone = _zone(found["zone"])
    return _Parts(**number, microsecond=fraction, zone=zone, timed=found["hour"] is not None)


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    if text.upper() in ("Z", "UTC", "GMT"):
        return UTC
    digits = text[1:].replace(":", "")
    hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
    if hours > 23 or minutes > 59:
        raise NotADate(f"There is no time zone {text}.")
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if text[0] == "-" else offset)


def _refuse_impossible(parts: _Parts) -> None:
    if not 1 <= parts.year <= 9999:
        raise NotADate(f"There is no year {parts.year}.")
    if not 1 <= parts.month <= 12:
        raise NotADate(f"There is no month {parts.month}.", _swapped(parts))
    last = calendar.monthrange(parts.year, parts.month)[1]
    if not 1 <= parts.day <= last:
        raise NotADate(_no_such_day(parts), parts.on(parts.month, min(max(parts.day, 1), last)))
    if parts.hour > 23 or parts.minute > 59 or parts.second > 59:
        raise NotADate(f"There is no time {parts.hour:02}:{parts.minute:02}:{parts.second:02}.")


def _swapped(parts: _Parts) -> date | None:
    """Day and month the other way round, if that is a date."""
    month, day = parts.day, parts.month
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(parts.year, month)[1]:
        return None
    return parts.on(month, day)


def _no_such_day(parts: _Parts) -> str:
    day = f"There is no {parts.day} {calendar.month_name[parts.month]}"
    return f"{day} in {parts.year}." if (parts.month, parts.day) == (2, 29) else f"{day}."
