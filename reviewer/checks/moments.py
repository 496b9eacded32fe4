"""The dates that a post gives itself: in its front matter and in its file's name."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from reviewer.schema import dates

if TYPE_CHECKING:
    from reviewer.checks.subject import Subject

DATE_KEYS = ("date", "pubDate", "pub_date", "publishDate", "publish_date", "published_at")
LATER_KEYS = ("updated", "lastmod", "last_modified_at", "last_modified", "modified", "updatedDate")
DRAFT_STATES = ("draft", "drafts", "in review", "in-review", "review", "pending", "idea", "private")
NAME = re.compile(r"(?P<date>\d{4}-\d{2}-\d{2})[-_]?(?P<slug>.*)$")


def moment_of(value: Any) -> dt.date | None:
    """A value of the front matter as a date, or a time of a day; None where it is none."""
    if isinstance(value, dt.date):
        return value
    if not isinstance(value, str):
        return None
    try:
        return dates.read(value)
    except dates.NotADate:
        return None


def day_of(value: Any) -> dt.date | None:
    """The calendar day of a value."""
    found = moment_of(value)
    return found.date() if isinstance(found, dt.datetime) else found


def date_key(subject: Subject) -> str:
    """The field that says when the post is published; "" where none does."""
    return next((key for key in DATE_KEYS if moment_of(subject.data.get(key))), "")


def day(subject: Subject) -> dt.date | None:
    """When the post is published, by its front matter or else by its file's name."""
    key = date_key(subject)
    return day_of(subject.data[key]) if key else day_in_name(subject.path)


def last_day(subject: Subject) -> dt.date | None:
    """When the post was last worked on, as far as it says so."""
    known = [day(subject), *(day_of(subject.data.get(key)) for key in LATER_KEYS)]
    return max((each for each in known if each is not None), default=None)


def day_in_name(path: str) -> dt.date | None:
    """The date that the file's name begins with."""
    found = NAME.match(stem(path))
    return day_of(found["date"]) if found else None


def stem(path: str) -> str:
    """The file's name without its ending."""
    return path.rpartition("/")[2].rpartition(".")[0]


def slug_in_name(path: str) -> str:
    """The file's name without date and ending."""
    found = NAME.match(stem(path))
    return found["slug"] if found else stem(path)


def is_draft(subject: Subject) -> bool:
    """Whether the post says, in one of the usual ways, that it is not to be seen yet."""
    data = subject.data
    state = data.get("status", data.get("state"))
    return (
        data.get("draft") is True
        or data.get("published") is False
        or data.get("publish") is False
        or (isinstance(state, str) and state.strip().lower() in DRAFT_STATES)
        or any(part in ("_drafts", "drafts") for part in subject.path.split("/")[:-1])
    )


def show(day: dt.date) -> str:
    """``1 February 2026``."""
    return f"{day.day} {day:%B %Y}"
