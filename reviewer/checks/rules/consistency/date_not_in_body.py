"""Days that only a summary knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.checks.moments import DATE_KEYS, day_in_name, day_of
from reviewer.checks.rule import Example, Group, Option, Rule, Said
from reviewer.checks.spelled_dates import SpelledDate, dates_in, meant, names
from reviewer.checks.summaries import FIELDS, retellings
from reviewer.schema.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """Every day that a summary names; that of the post itself needs no telling."""
    wanted = [
        (each, date)
        for each in retellings(subject, settings["fields"])
        for date in dates_in(each.text)
    ]
    if not wanted or not subject.body.passages:
        return
    known = [date for each in subject.body.passages for date in dates_in(each.text)]
    own = list(_own(subject))
    for each, date in wanted:
        if not names(date, (*known, *own)):
            other = meant(date, known)
            rest = f"the body says {other.text}" if other else "the body does not"
            yield Said(f"{each.where} says {date.text}; {rest}.", path=each.path)


def _own(subject: Subject) -> Iterator[SpelledDate]:
    days = [day_of(subject.data.get(key)) for key in DATE_KEYS]
    for day in (*days, day_in_name(subject.path)):
        if day is not None:
            yield SpelledDate(day.year, day.month, day.day, "")


RULE = Rule(
    code="date-not-in-body",
    name="Date that the body does not have",
    group=Group.CONSISTENCY,
    severity=Severity.WARNING,
    what="Days in title, description or summary that do not occur in the body, however they are"
    " written: 2 March 2026 is also March 2nd and 2026-03-02.",
    why="Readers put dates into their calendars from the summary. Where it differs from the text,"
    " one of the two is wrong.",
    example=Example(
        bad="---\ntitle: The vote\ntldr:\n  - The vote is on 12 March 2026.\n---\n\n"
        "The parliament will vote on March 21, 2026.\n",
        good="---\ntitle: The vote\ntldr:\n  - The vote is on 21 March.\n---\n\n"
        "The parliament will vote on March 21st, 2026.\n",
    ),
    options=(Option("fields", FIELDS, "the fields that retell the body"),),
    check=check,
)
