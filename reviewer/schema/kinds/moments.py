"""Dates, with and without a time."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from reviewer.schema import dates
from reviewer.schema.dates import NotADate
from reviewer.schema.finding import Severity
from reviewer.schema.kinds.base import Unreadable
from reviewer.schema.kinds.wording import wrong_type
from reviewer.schema.labels import quoted
from reviewer.schema.scalar_text import show_scalar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import timezone

    from reviewer.schema.field import Field
    from reviewer.schema.finding import Finding, Fix
    from reviewer.schema.kinds.base import Spot


_UNPADDED = re.compile(r"\d{4}-(?:\d-|\d\d-\d(?!\d))")
"""Such as 2024-3-5, which YAML takes for text and some site engines for no date at all."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date; ``name`` is ``date`` (a day) or ``datetime`` (a day, mostly with a time)."""

    name: str
    label: str

    def recognises(self, value: Any) -> bool:
        """A date, or text in the shape of one (JavaScript's YAML reads dates as text)."""
        if isinstance(value, str):
            return dates.looks_like_date(value) and self._fits_text(value)
        return isinstance(value, date) and (
            self.name == "datetime" or not isinstance(value, datetime)
        )

    def parse(self, text: str) -> date:
        """The date that ``text`` writes; a date and time where a time is given."""
        try:
            found = dates.read(text)
        except NotADate as error:
            raise Unreadable(error.what) from error
        if self.name == "date" and isinstance(found, datetime):
            raise Unreadable("This field holds a day without a time.")
        return found

    def show(self, value: Any) -> str:
        """ISO 8601 with a blank between day and time."""
        return value.isoformat(" ") if isinstance(value, datetime) else show_scalar(value)

    def check(self, value: Any, field: Field, spot: Spot) -> Iterator[Finding]:
        """Not a date, a day that does not exist, a time without zone."""
        if isinstance(value, str):
            yield from self._check_text(value, field, spot)
        elif not isinstance(value, date):
            yield from wrong_type(value, self.label, field, spot)
        elif isinstance(value, datetime):
            yield from _without_zone(value, field, spot, is_read=True)

    def _fits_text(self, value: str) -> bool:
        return self.name == "datetime" or ":" not in value

    def _check_text(self, value: str, field: Field, spot: Spot) -> Iterator[Finding]:
        try:
            found = dates.read(value)
        except NotADate as error:
            yield spot.finding("bad-date", Severity.ERROR, error.what, *_fixes(value, error, spot))
            return
        if _UNPADDED.match(value.strip()) and not isinstance(found, datetime):
            fix = spot.set_fix(f"Use {found.isoformat()}", found.isoformat())
            message = f"Not every tool reads {quoted(value.strip(), 20)} as a date."
            yield spot.finding("unpadded-date", Severity.HINT, message, fix)
        if isinstance(found, datetime):
            # Engines read text as a time of their own zone, where they have one.
            zone = field.site_timezone or field.timezone
            yield from _without_zone(found, replace(field, timezone=zone), spot)


def _fixes(value: str, error: NotADate, spot: Spot) -> tuple[Fix, ...]:
    nearest = error.nearest
    if nearest is None:
        return ()
    # Only the day is wrong: text keeps its style, and a plain scalar its time's.
    written = f"{nearest:%Y-%m-%d}{value.strip().lstrip('0123456789-/')}"
    mended: Any = written if spot.is_quoted or not spot.text else nearest
    return (spot.set_fix(f"Use {dates.show_day(nearest)}", mended),)


def _without_zone(
    value: datetime, field: Field, spot: Spot, *, is_read: bool = False
) -> Iterator[Finding]:
    """Without zone; ``is_read`` says that YAML itself reads it as a time.

    Then adding the zone changes nothing, where no other one may be meant.
    """
    zone = field.timezone
    if not zone or field.zone_severity is None or value.tzinfo is not None:
        return
    read_as = dates.offset_of(zone, value)
    if read_as is None:
        return
    message = f"No time zone: the site reads this as {'UTC' if zone == 'UTC' else zone + ' time'}."
    fixes = [_zone_fix(value, read_as, spot)]
    own = dates.offset_of(field.site_timezone, value) if field.site_timezone else None
    if own is not None and own.utcoffset(None) != read_as.utcoffset(None):
        fixes.append(_zone_fix(value, own, spot))
    elif is_read:
        fixes = [replace(fixes[0], safe=True)]
    yield spot.finding("no-time-zone", field.zone_severity, message, *fixes)


def _zone_fix(value: datetime, zone: timezone, spot: Spot) -> Fix:
    return spot.set_fix(f"Add {dates.show_offset(zone)}", value.replace(tzinfo=zone))


day = Moment("date", "a date")
moment = Moment("datetime", "a date and time")
