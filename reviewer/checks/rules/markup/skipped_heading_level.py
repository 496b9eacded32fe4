"""Headings that jump over a level."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.schema.finding import Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """Each heading against the one before it; with which level a text begins is its own affair."""
    for before, after in pairwise(subject.body.headings):
        if after.level > before.level + 1:
            message = (
                f"{quoted(after.text)} is a heading of level {after.level}"
                f" under one of level {before.level}."
            )
            yield Said(message, span=after.whole)


RULE = Rule(
    code="skipped-heading-level",
    name="Skipped heading level",
    group=Group.MARKUP,
    severity=Severity.HINT,
    what="A heading that lies two or more levels below the one before it.",
    why="Readers who listen to a page walk through it by its headings; a missing level sounds like"
    " a missing part.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\n## Japan\n\n#### Tokyo\n\nRates stay.\n",
        good="---\ntitle: Rates\n---\n\n## Japan\n\n### Tokyo\n\nRates stay.\n\n## Korea\n",
    ),
    check=check,
)
