"""Addresses that hide where they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reviewer.checks.addresses import host_of, remote_addresses
from reviewer.checks.rule import Example, Group, Option, Rule, Said
from reviewer.schema.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

HOSTS = [
    "bit.ly",
    "buff.ly",
    "cutt.ly",
    "dlvr.it",
    "fb.me",
    "goo.gl",
    "ht.ly",
    "ift.tt",
    "is.gd",
    "j.mp",
    "lnkd.in",
    "ow.ly",
    "rb.gy",
    "rebrand.ly",
    "shorturl.at",
    "t.co",
    "t.ly",
    "tiny.cc",
    "tinyurl.com",
    "trib.al",
    "v.gd",
]


EMBEDDED, EMBED = "t.co", "twitter-tweet"
"""Tweets that are embedded bring such addresses with them."""


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """Every address of another site; the service's own front page is none that it made."""
    for address in remote_addresses(subject):
        host = host_of(address.target)
        if host == EMBEDDED and EMBED in subject.text:
            continue
        if host in settings["hosts"] and urlsplit(address.target).path.strip("/"):
            message = f"{host} hides where this leads: link to the page itself"
            yield Said(f"{message} instead of {address.target}", address.path, address.span)


RULE = Rule(
    code="shortened-address",
    name="Shortened address",
    group=Group.SOURCES,
    severity=Severity.WARNING,
    what="Addresses of services that shorten others, such as bit.ly and t.co.",
    why="Nobody sees which source it is, and when the service closes, as goo.gl did, the source is"
    " lost.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\nSee [the bank](https://bit.ly/3xYzAbC).\n",
        good="---\ntitle: Rates\n---\n\nSee [the bank](https://boj.or.jp/a). We use"
        " [Bitly](https://bit.ly).\n",
    ),
    options=(Option("hosts", HOSTS, "the hosts of such services"),),
    check=check,
)
