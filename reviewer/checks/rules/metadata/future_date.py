"""Posts from the future."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from reviewer.checks.moments import date_key, is_draft, moment_of, show
from reviewer.checks.rule import Example, Group, Option, Rule, Said
from reviewer.schema.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

HELD_BACK = {
    "hugo": "Hugo leaves the post out until then",
    "jekyll": "Jekyll leaves the post out until then",
}


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """The date of publication, of posts that are not held back."""
    key = date_key(subject)
    moment = moment_of(subject.data.get(key)) if key else None
    if moment is None or is_draft(subject):
        return
    now = subject.site.now
    if not _is_later(moment, now):
        return
    day = moment.date() if isinstance(moment, dt.datetime) else moment
    is_near = (day - now.date()).days <= settings["days"]
    then = HELD_BACK.get(subject.site.engine, "the post says so from today on")
    message = f"This date lies in the future: {show(day)}; {then}."
    yield Said(message, path=(key,), severity=Severity.HINT if is_near else None)


def _is_later(moment: dt.date, now: dt.datetime) -> bool:
    """Days and times without a zone may have begun already somewhere else."""
    if isinstance(moment, dt.datetime) and moment.tzinfo is not None:
        return moment > now
    day = moment.date() if isinstance(moment, dt.datetime) else moment
    return day > now.date() + dt.timedelta(days=1)


RULE = Rule(
    code="future-date",
    name="Date in the future",
    group=Group.METADATA,
    severity=Severity.WARNING,
    what="A date that has not come yet, of a post that is no draft. A date within the next weeks"
    " may be planned and is a hint.",
    why="A wrong year puts a post at the top of every list for months, or keeps it from the site"
    " without a word.",
    example=Example(
        bad="---\ntitle: Rates\ndate: 2062-02-01\n---\n\nThe bank held its rate.\n",
        good="---\ntitle: Rates\ndate: 2026-02-01\n---\n\nThe bank held its rate.\n",
    ),
    options=(Option("days", 60, "days ahead up to which a date may well be planned"),),
    check=check,
)
