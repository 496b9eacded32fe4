"""A list of sources that was announced and is empty."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.rule import Example, Group, Option, Rule, Said
from reviewer.checks.rules.sources.source_without_link import HEADINGS
from reviewer.schema.finding import Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

NOTHING = re.compile(r"\W*(?:none|n a|tbd|todo|to be added|keine|[-–—])?\W*", re.IGNORECASE)


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """Every heading that announces sources, and what stands below it."""
    passages = subject.body.passages
    for place, each in enumerate(passages):
        if not each.level or plain(each.text) not in settings["headings"]:
            continue
        behind = passages[place + 1] if place + 1 < len(passages) else None
        end = behind.whole.start if behind else subject.body.offset + len(subject.body.text)
        between = subject.text[each.whole.end : end]
        is_last = behind is None or 0 < behind.level <= each.level
        says_none = behind is not None and not behind.level and NOTHING.fullmatch(behind.text)
        if (is_last and not between.strip(" \t\r\n#=-*>")) or says_none:
            yield Said(f"There are no sources below {quoted(each.text)}.", span=each.whole)


def plain(text: str) -> str:
    """The words alone."""
    return " ".join(re.findall(r"\w+", text.casefold()))


RULE = Rule(
    code="no-source",
    name="No sources where they are announced",
    group=Group.SOURCES,
    severity=Severity.WARNING,
    what='A heading such as "Sources" with nothing below it. That a field such as source_url is'
    " missing where other posts have it is told as a missing field.",
    why="The sources were to follow and never did.",
    example=Example(
        bad="---\ntitle: Talks\n---\n\nText.\n\n## Sources\n",
        good="---\ntitle: Talks\n---\n\nText.\n\n## Sources\n\nThe firms' own accounts.\n",
    ),
    options=(Option("headings", HEADINGS, "headings above lists of sources, in lower case"),),
    check=check,
)
