"""More than one heading of the first level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.schema.finding import Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """One finding, at the second of them."""
    tops = [each for each in subject.body.headings if each.level == 1]
    if len(tops) > 1:
        message = f"{len(tops)} headings are of the first level; {quoted(tops[1].text)} is one."
        yield Said(message, span=tops[1].whole)


RULE = Rule(
    code="several-top-headings",
    name="Several headings of the first level",
    group=Group.MARKUP,
    severity=Severity.HINT,
    what="A body with more than one heading of the first level.",
    why="The first level is the page's title, of which there is one. Parts of the page begin on"
    " the second.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\n# Japan\n\nRates stay.\n\n# Korea\n\nRates rise.\n",
        good="---\ntitle: Rates\n---\n\n# Rates\n\n## Japan\n\nRates stay.\n\n## Korea\n",
    ),
    check=check,
)
