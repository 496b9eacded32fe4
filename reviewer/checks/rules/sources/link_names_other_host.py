"""Links that lead somewhere else than their words say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.addresses import REMOTE, host_of, owner_of
from reviewer.checks.body.links import AUTO, BARE, HTML
from reviewer.checks.publishers import HOSTS, NAMES
from reviewer.checks.rule import Example, Group, Option, Rule, Said
from reviewer.schema.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.body.links import Link
    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

ENDINGS = "com|org|net|gov|edu|info|co|eu|uk|de|fr|es|it|nl|at|ch|jp|cn|in|us|ca|au|news|int"
NAMED = re.compile(
    rf"(?:https?://)?(?P<host>(?:[a-z0-9-]+\.)+(?:{ENDINGS}))(?:[/?#:]\S*)?", re.IGNORECASE
)
PUBLISHER = re.compile(rf"(?:The )?(?P<name>{NAMES})(?:\s*(?:[-–—:|,(]|$).*)?", re.DOTALL)
ELSEWHERE = [
    "archive.org",
    "archives.gov",
    "archive.ph",
    "archive.today",
    "doi.org",
    "github.com",
    "gitlab.com",
    "google.com",
    "medium.com",
    "msn.com",
    "speakerdeck.com",
    "t.co",
    "twitter.com",
    "x.com",
    "wikipedia.org",
    "yahoo.com",
    "youtube.com",
    "youtu.be",
]
"""Hosts at which pages of many others are kept, shown or told of."""


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """Every link with words of its own."""
    for link in subject.body.links:
        if link.kind in (AUTO, BARE, HTML) or link.is_image or not REMOTE.match(link.target):
            continue
        host = host_of(link.target)
        if not host or owner_of(host) in settings["elsewhere"]:
            continue
        if said := _said(link, host):
            yield said


def _said(link: Link, host: str) -> Said | None:
    text = " ".join(link.text.strip("`*_ \"'“”").split())
    named = NAMED.fullmatch(text)
    if named:
        other = named["host"].lower().removeprefix("www.")
        first = owner_of(other).partition(".")[0]
        if _related(owner_of(other), owner_of(host)) or first in re.sub(r"\W", "", link.target):
            return None
        # A bare domain may be the name of a product; a whole address is none.
        severity = None if "/" in text or text.startswith("www.") else Severity.WARNING
        message = f"The words say {other}; the link leads to {host}."
        return Said(message, span=link.whole, severity=severity)
    published = PUBLISHER.fullmatch(text)
    if published is None or any(_within(host, each) for each in HOSTS[published["name"]]):
        return None
    message = f"The words say {published['name']}; the link leads to {host}."
    return Said(message, span=link.whole, severity=Severity.WARNING)


def _within(host: str, owner: str) -> bool:
    return host == owner or host.endswith(f".{owner}") or _related(owner, owner_of(host))


def _related(one: str, other: str) -> bool:
    """Whether two owners are probably the same: ``bbc.com`` and ``bbc.co.uk``."""
    first, second = one.partition(".")[0], other.partition(".")[0]
    return first in second or second in first


RULE = Rule(
    code="link-names-other-host",
    name="Link that leads elsewhere",
    group=Group.SOURCES,
    severity=Severity.ERROR,
    what="Links whose words are an address or the name of a publisher, and that lead to another"
    " site. A whole address is an error, a name a warning.",
    why="The reader believes to read a source that the link does not lead to: a slip, an invented"
    " address, or worse.",
    example=Example(
        bad="---\ntitle: Talks\n---\n\n- [Reuters](https://carnews.biz/ford-talks)\n"
        "- See [reuters.com](https://ev-blog.net/a).\n",
        good="---\ntitle: Talks\n---\n\n- [Reuters](https://www.reuters.com/a)\n"
        "- See [reuters.com](https://www.reuters.com/a) and [BBC](https://bbc.co.uk/a).\n",
    ),
    options=(Option("elsewhere", ELSEWHERE, "hosts that show pages of many others"),),
    check=check,
)
