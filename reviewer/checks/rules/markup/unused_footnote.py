"""Footnotes to which nothing leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.checks.footnotes import notes_of
from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.schema.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """Each note without a mark."""
    notes = notes_of(subject.body)
    for label, span in notes.texts.items():
        if label not in notes.marks:
            yield Said(f"Nothing in the text leads to the footnote [^{label}].", span=span)


RULE = Rule(
    code="unused-footnote",
    name="Footnote without a mark",
    group=Group.MARKUP,
    severity=Severity.HINT,
    what="A footnote whose mark stands nowhere in the text.",
    why="Most engines leave it out: what it says, often a source, is lost.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\nRates stay.\n\n[^1]: So the bank.\n",
        good="---\ntitle: Rates\n---\n\nRates stay.[^1]\n\n[^1]: So the bank.\n",
    ),
    check=check,
)
