"""Sources that are named and not linked, among others that are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.body.passages import ITEM
from reviewer.checks.rule import Example, Group, Option, Rule, Said
from reviewer.schema.finding import Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.body.passages import Passage
    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

HEADINGS = ["sources", "source", "references", "citations", "further reading", "quellen", "fuentes"]


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """Every item of a list below a heading that announces sources."""
    linked = [link.whole for link in subject.body.links]
    items = list(_items(subject, settings["headings"]))
    with_link = [each for each in items if any(each.whole.covers(span) for span in linked)]
    if not with_link:  # all are named only: a way of citing, not a gap
        return
    for each in items:
        if each not in with_link:
            message = f"This source has no link: {quoted(' '.join(each.text.split()))}"
            yield Said(message, span=each.whole)


def _items(subject: Subject, headings: list[str]) -> Iterator[Passage]:
    among = False
    for each in subject.body.passages:
        if each.level:
            among = " ".join(re.findall(r"\w+", each.text.casefold())) in headings
        elif among and each.kind == ITEM:
            yield each


RULE = Rule(
    code="source-without-link",
    name="Source without a link",
    group=Group.SOURCES,
    severity=Severity.WARNING,
    what="Items of a list of sources that have no link while others have.",
    why="A source that nobody can open cannot be checked, and may not exist.",
    example=Example(
        bad="---\ntitle: Talks\n---\n\nText.\n\n### Sources\n- [Reuters](https://reuters.com/a)\n"
        "- Ford press release (2024)\n",
        good="---\ntitle: Talks\n---\n\nText.\n\n### Sources\n- [Reuters](https://reuters.com/a)\n"
        "- Ford press release: https://ford.com/news/2024\n\n### More\n- no link\n",
    ),
    options=(Option("headings", HEADINGS, "headings above lists of sources, in lower case"),),
    check=check,
)
