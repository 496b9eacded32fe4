"""Footnote marks that lead to no footnote."""

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
    """The first mark of each such note."""
    notes = notes_of(subject.body)
    for label, span in notes.marks.items():
        if label not in notes.texts:
            yield Said(f"There is no footnote [^{label}].", span=span)


RULE = Rule(
    code="footnote-without-text",
    name="Footnote mark without a footnote",
    group=Group.MARKUP,
    severity=Severity.WARNING,
    what="A mark such as [^1] whose note is written nowhere.",
    why="Readers see the brackets as they are and look for a note in vain.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\nRates stay.[^1]\n",
        good="---\ntitle: Rates\n---\n\nRates stay.[^1] `[^a-z]`\n\n[^1]: So the bank.\n",
    ),
    check=check,
)
