"""A file whose name says another day than its front matter."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from reviewer.checks.moments import date_key, day_in_name, day_of, show
from reviewer.checks.rule import Example, Group, Option, Rule, Said
from reviewer.document.operations import SetValue
from reviewer.schema.finding import Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

ISO_DAY = 10
"""Characters of a date such as 2026-02-01."""


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """The date at the beginning of the file's name."""
    named, key = day_in_name(subject.path), date_key(subject)
    said = day_of(subject.data.get(key)) if key else None
    if named is None or said is None or abs((named - said).days) <= settings["days"]:
        return
    value = _moved(subject.data[key], named)
    fixes = (Fix(f"Use {named}", operations=(SetValue((key,), value),)),) if value else ()
    message = f"The file's name says {show(named)}; the front matter says {show(said)}."
    yield Said(message, path=(key,), fixes=fixes)


def _moved(value: Any, day: dt.date) -> Any:
    """The value on another day, written as before; None where that is not plain."""
    if isinstance(value, dt.datetime):
        return value.replace(year=day.year, month=day.month, day=day.day)
    if isinstance(value, dt.date):
        return day
    is_iso = isinstance(value, str) and value[4:5] == value[7:8] == "-"
    return f"{day}{value[ISO_DAY:]}" if is_iso else None


RULE = Rule(
    code="name-against-date",
    name="File name with another date",
    group=Group.METADATA,
    severity=Severity.WARNING,
    what="A file whose name begins with another day than its date says.",
    why="Some engines go by the name, some by the date: the post turns up on the wrong day, or at"
    " an address that nobody expects.",
    example=Example(
        bad="---\ntitle: Rates\ndate: 2026-01-02\n---\n\nThe bank held its rate.\n",
        good="---\ntitle: Rates\ndate: 2026-02-01\n---\n\nThe bank held its rate.\n",
    ),
    options=(Option("days", 1, "days that both may be apart, as time zones make them"),),
    check=check,
)
