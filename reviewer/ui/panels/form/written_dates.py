"""Dates as people write them in front matter: changing a part and keeping the style.

The calendar and the zone menu change the day or the offset in the text and
leave everything else as it was typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_DAY = re.compile(r"(?P<year>\d{4})(?P<s1>[-/.])(?P<month>\d{1,2})(?P=s1)(?P<day>\d{1,2})")
_WRITTEN = re.compile(
    r"\s*(?P<day>\d{4}[-/.]\d{1,2}[-/.]\d{1,2})"
    r"(?:(?P<gap>[Tt]|[ \t]+)(?P<time>\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)"
    r"(?P<zone>[ \t]*(?:[Zz]|UTC|GMT|[-+]\d{1,2}(?::?\d{2})?))?)?\s*"
)

ZONES = tuple(
    ("+" if hours >= 0 else "-") + f"{abs(hours):02}:00" for hours in (0, 1, 2, 3, 8, 9, -8, -7, -5)
)
"""Offsets that the zone menu offers before the ones that are in use."""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """The parts of a date as it is written; ``gap`` stands between day and time."""

    day: str
    gap: str = ""
    time: str = ""
    zone: str = ""

    @property
    def text(self) -> str:
        """The parts joined again."""
        return f"{self.day}{self.gap}{self.time}{self.zone}"


def split_date(text: str) -> WrittenDate | None:
    """The parts of ``text``, or ``None`` where it does not look like a date."""
    match = _WRITTEN.fullmatch(text)
    if match is None:
        return None
    return WrittenDate(**{key: value or "" for key, value in match.groupdict().items()})


def day_in(text: str) -> date | None:
    """The day that ``text`` speaks of, ``None`` for none or for an impossible one."""
    match = _DAY.search(text)
    if match is None:
        return None
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def with_day(text: str, day: date) -> str:
    """``text`` with another day; time, zone and separators stay as they are."""
    match = _DAY.search(text)
    if match is None:
        return day.isoformat()
    mark = match["s1"]
    written = f"{day.year:04}{mark}{day.month:02}{mark}{day.day:02}"
    return text[: match.start()] + written + text[match.end() :]


def with_zone(text: str, zone: str) -> str:
    """``text`` with this offset (``+01:00``, or empty for none) in the place of its own."""
    written = split_date(text)
    if written is None or not written.time:
        return text
    gap = " " if zone and written.gap.isspace() and _stands_off(written.zone) else ""
    return WrittenDate(written.day, written.gap, written.time, gap + zone).text


def _stands_off(zone: str) -> bool:
    return zone != zone.lstrip()
