"""Paragraphs that became headings because a rule follows them without a blank line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.document.edits import Span, TextEdit
from reviewer.schema.finding import Fix, Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.body.passages import Passage
    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

SENTENCE = re.compile(r"[.!?…][\"'”’)*_]*$")
LONGEST_HEADING = 120
KEYS = re.compile(r"[\w-]+:(?:\s|$)|\{")
"""How front matter begins, which a text may show, and template tags."""
UNDERLINE = re.compile(r"[ \t]*(\r\n?|\n)(?=[ \t]*-{3,}[ \t]*(?:[\r\n]|$))")


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """Underlined headings that read like a paragraph."""
    for heading in subject.body.headings:
        found = UNDERLINE.match(subject.text, heading.whole.end)
        if found and _is_paragraph(heading):
            at = found.end()
            fix = Fix("Put a blank line in", edits=(TextEdit(Span(at, at), found[1]),))
            message = (
                f"The line of dashes makes a heading of this paragraph: {quoted(heading.text)}"
            )
            yield Said(message, span=heading.whole, fixes=(fix,))


def _is_paragraph(heading: Passage) -> bool:
    if KEYS.match(heading.text):
        return False
    words = heading.words.strip()
    return len(words) > LONGEST_HEADING or ("\n" in words and bool(SENTENCE.search(words)))


RULE = Rule(
    code="accidental-heading",
    name="Paragraph that became a heading",
    group=Group.MARKUP,
    severity=Severity.WARNING,
    what="A paragraph with a line of dashes right below it.",
    why="Without a blank line between them the dashes are no rule: they make a heading of all that"
    " stands above.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\nRates stay where they are,\nthe bank said.\n---\n\nMore.\n",
        good="---\ntitle: Rates\n---\n\nRates stay where they are.\n\n---\n\nJapan\n---\n",
    ),
    check=check,
)
