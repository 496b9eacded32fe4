"""Dates as people write them, and the words for those that are none."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from reviewer.schema import dates
from reviewer.schema.dates import NotADate


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-02-01", date(2026, 2, 1)),
        (" 2026-2-1 ", date(2026, 2, 1)),
        ("2026/02/01", date(2026, 2, 1)),
        ("2026-02-01 06:54:02", datetime(2026, 2, 1, 6, 54, 2)),
        ("2026-02-01T06:54", datetime(2026, 2, 1, 6, 54)),
        ("2026-02-01T06:54:02Z", datetime(2026, 2, 1, 6, 54, 2, tzinfo=UTC)),
        ("2026-02-01 06:54:02.5 UTC", datetime(2026, 2, 1, 6, 54, 2, 500_000, UTC)),
        (
            "2026-02-01 06:54:02 -0430",
            datetime(2026, 2, 1, 6, 54, 2, tzinfo=timezone(-timedelta(hours=4, minutes=30))),
        ),
        (
            "2026-02-01T06:54:02+2",
            datetime(2026, 2, 1, 6, 54, 2, tzinfo=timezone(timedelta(hours=2))),
        ),
        ("1 February 2026", date(2026, 2, 1)),
        ("Feb 1, 2026", date(2026, 2, 1)),
    ],
)
def test_dates_that_people_write(text: str, value: date) -> None:
    found = dates.read(text)
    assert (type(found), found) == (type(value), value)


@pytest.mark.parametrize(
    ("text", "message", "nearest"),
    [
        ("2026-02-31", "There is no 31 February.", date(2026, 2, 28)),
        ("2026-02-29", "There is no 29 February in 2026.", date(2026, 2, 28)),
        ("2026-04-00", "There is no 0 April.", date(2026, 4, 1)),
        ("2026-13-02", "There is no month 13.", date(2026, 2, 13)),
        ("2026-13-32", "There is no month 13.", None),
        ("0000-01-01", "There is no year 0.", None),
        ("2026-02-01 25:10:00", "There is no time 25:10:00.", None),
        ("2026-02-01 10:00:00 +99:00", "There is no time zone +99:00.", None),
    ],
)
def test_impossible_dates_say_why(text: str, message: str, nearest: date | None) -> None:
    with pytest.raises(NotADate) as caught:
        dates.read(text)
    assert (caught.value.what, caught.value.nearest) == (message, nearest)


def test_nearest_date_keeps_time_and_zone() -> None:
    with pytest.raises(NotADate) as caught:
        dates.read("2026-02-31 09:10:00 +0000")
    assert caught.value.nearest == datetime(2026, 2, 28, 9, 10, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "soon", "2026", "12:30", "2026-02", "20260201"])
def test_other_text_is_no_date(text: str) -> None:
    with pytest.raises(NotADate, match="not a date"):
        dates.read(text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("2026-02-01 06:54:02", False),
        ("2026-02-01 06:54:02 +0000", True),
        ("2026-02-01T06:54:02Z", True),
        ("2026-02-01T06:54-05:00", True),
        ("2026-02-01", False),
    ],
)
def test_zone_in_written_text(text: str, named: bool) -> None:
    assert dates.names_zone(text) is named


def test_offset_of_a_named_zone_depends_on_the_season() -> None:
    winter = dates.offset_of("Europe/Oslo", datetime(2026, 1, 1, 12))
    summer = dates.offset_of("Europe/Oslo", datetime(2026, 7, 1, 12))
    assert winter is not None
    assert summer is not None
    assert (dates.show_offset(winter), dates.show_offset(summer)) == ("+01:00", "+02:00")


@pytest.mark.parametrize("zone", ["Nowhere/City", "", "../etc/passwd", "\0"])
def test_unknown_zone_has_no_offset(zone: str) -> None:
    assert dates.offset_of(zone, datetime(2026, 1, 1)) is None


def test_offset_west_of_greenwich() -> None:
    assert dates.show_offset(timezone(-timedelta(hours=3, minutes=30))) == "-03:30"
