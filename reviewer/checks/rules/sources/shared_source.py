"""Several posts written from one source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.addresses import REMOTE
from reviewer.checks.likeness import also_in
from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.checks.rules.sources import tracking_parameter as tracked
from reviewer.schema.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

CODE = "shared-source"
FIELDS = ("source_url", "sourceUrl", "source-url", "source", "source_link", "original_url")


def shares(subject: Subject) -> Iterator[str]:
    """The addresses of the fields that name the post's source."""
    yield from sources(subject).values()


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """The source of the post against those of all others."""
    for field, address in sources(subject).items():
        others = subject.others_with(CODE, address)
        if others:
            yield Said(f"{also_in(others)} was written from this source, too.", path=(field,))


def sources(subject: Subject) -> dict[str, str]:
    """The page that each field names, without what changes nothing about it."""
    language = subject.language
    return {
        field: f"{language} {plain(value)}"
        for field in FIELDS
        if isinstance(value := subject.data.get(field), str) and REMOTE.match(value)
    }


def plain(address: str) -> str:
    """The address without scheme, www., tracking, fragment and the slash at its end."""
    address = tracked.without(address, tracked.tracking(address, tracked.PARAMETERS))
    return re.sub(r"^https?://(?:www\.)?|#.*$|/+(?=$|\?|#)", "", address.casefold())


RULE = Rule(
    code=CODE,
    name="Source of several posts",
    group=Group.SOURCES,
    severity=Severity.WARNING,
    what="A source_url, or another field that names the page a post was written from, that other"
    " posts of the same language name as well.",
    why="The same story was told twice, or an address was copied along with the rest of a post.",
    example=Example(
        bad="---\ntitle: Talks\nsource_url: https://www.ft.com/content/678a173f\n---\n\nTwice.\n",
        good="---\ntitle: Talks\nsource: the desk\n---\n\nOnce.\n",
    ),
    check=check,
    shares=shares,
)
