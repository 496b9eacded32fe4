"""Sources that did not exist yet when the post was written."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from reviewer.checks.addresses import host_of, remote_addresses
from reviewer.checks.moments import last_day, show
from reviewer.checks.rule import Example, Group, Option, Rule, Said
from reviewer.schema.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

DATED = re.compile(
    r"(?<!\d)(?P<year>20\d\d)(?P<mark>[-/]?)(?P<month>0[1-9]|1[0-2])(?P=mark)"
    r"(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """The days that addresses of other sites name, against that of the post."""
    written = last_day(subject)
    if written is None:
        return
    own = own_hosts(subject)
    for address in remote_addresses(subject):
        if host_of(address.target) in own:
            continue  # a later part of a series, linked to from the first
        day = day_in(address.target)
        if day is not None and (day - written).days > settings["days"]:
            message = f"This source is of {show(day)}; the post says {show(written)}."
            yield Said(message, address.path, address.span)


def own_hosts(subject: Subject) -> set[str]:
    """Where the site itself lies, as far as its configuration says so."""
    said = (
        subject.site.config.get(key) for key in ("url", "baseURL", "baseurl", "site_url", "site")
    )
    return {host_of(each) for each in said if isinstance(each, str)}


def day_in(address: str) -> dt.date | None:
    """The day that the path of an address names; None where it names none or several."""
    path = address.partition("//")[2].partition("/")[2].partition("?")[0]
    found = {(each["year"], each["month"], each["day"]) for each in DATED.finditer(path)}
    try:
        (parts,) = found
        return dt.date(*map(int, parts))
    except ValueError:
        return None


RULE = Rule(
    code="newer-source",
    name="Source newer than the post",
    group=Group.SOURCES,
    severity=Severity.WARNING,
    what="Addresses that name a day after the day of the post, of posts that do not say that they"
    " were changed later.",
    why="The post cannot have been written from it: its date is wrong, or the address is made up.",
    example=Example(
        bad="---\ntitle: Talks\ndate: 2026-02-01\n---\n\n"
        "[Denied](https://reuters.com/business/talks-2026-03-31/).\n",
        good="---\ntitle: Talks\ndate: 2026-02-01\n---\n\n"
        "[Denied](https://reuters.com/business/talks-2026-01-31/).\n",
    ),
    options=(Option("days", 1, "days that a source may be newer, as time zones make it"),),
    check=check,
)
