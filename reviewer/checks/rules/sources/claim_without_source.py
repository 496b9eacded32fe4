"""Claims in somebody's name, in a text without any source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.addresses import remote_addresses
from reviewer.checks.publishers import NAMES
from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.schema.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

CLAIM = re.compile(
    rf"\b(?:[Aa]ccording to|as reported by|reported by|[Cc]iting|first reported in)\s+(?:the\s+)?"
    rf"(?P<name>{NAMES}|(?:a|an)\s(?:recent|new)\s(?:study|report|survey|analysis|poll))\b"
    rf"|\b(?P<who>{NAMES})\s+(?:reported|reports|has reported)\b"
    rf"|\b(?P<vague>(?:[Rr]ecent|[Nn]ew)\s(?:studies|research|reports|surveys)\s"
    r"(?:show|shows|suggest|suggests|found|find))\b"
)


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """The first claim, where neither text nor fields link to anything."""
    if "\nsource" in subject.text.lower() or next(iter(remote_addresses(subject)), None):
        return
    for passage in subject.body.passages:
        if found := CLAIM.search(passage.words):
            span = passage.span(*found.span())
            who = " ".join(next(filter(None, found.groups())).split())
            yield Said(f"{who} is named as a source, but the post links to none.", span=span)
            return


RULE = Rule(
    code="claim-without-source",
    name="Claim without a source",
    group=Group.SOURCES,
    severity=Severity.WARNING,
    what="A post that says what Reuters reported or what a recent study shows, and links to"
    " nothing at all, neither in the text nor in a field.",
    why="Nobody can look it up. Machines like to name sources that they have not read.",
    example=Example(
        bad="---\ntitle: Talks\n---\n\nAccording to Reuters, both firms deny it. Reuters reported"
        " so on Friday.\n",
        good="---\ntitle: Talks\n---\n\nBoth deny it, [Reuters reported](https://reuters.com/a).\n",
    ),
    check=check,
)
