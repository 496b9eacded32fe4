"""A whole post inside a fence of code, as chat windows hand it out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.document.edits import Span, TextEdit
from reviewer.schema.finding import Fix, Severity

FEWEST_WORDS = 10
"""Fewer are a listing."""

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

OPENING = re.compile(
    r"\s*(?P<fence>`{3,}|~{3,})[ \t]*(?:markdown|md|html|text|plaintext)?[ \t]*\r?\n", re.IGNORECASE
)


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """A body that is one fence from its first line to its last."""
    text, offset = subject.body.text, subject.body.offset
    opening = OPENING.match(text)
    if opening is None:
        return
    closing = re.search(rf"(?:^|\n)[ \t]*{re.escape(opening['fence'])}[ \t]*\s*\Z", text)
    inner = text[opening.end() : closing.start()] if closing else ""
    if closing is None or closing.start() < opening.end() or len(inner.split()) < FEWEST_WORDS:
        return
    start, end = opening.start("fence"), opening.end()
    last = Span(closing.start() + (text[closing.start()] == "\n"), len(text.rstrip()))
    edits = (TextEdit(Span(start, end).shift(offset), ""), TextEdit(last.shift(offset), ""))
    fix = Fix("Take the fence away", edits=edits)
    yield Said(
        "The whole text is shown as code.", span=Span(start, end).shift(offset), fixes=(fix,)
    )


RULE = Rule(
    code="body-in-fence",
    name="Whole text in a code fence",
    group=Group.LEFTOVERS,
    severity=Severity.ERROR,
    what="A body that stands between two code fences from beginning to end.",
    why="The site shows it as a listing, stars and hashes and all.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\n```markdown\n# Rates\n\nThe bank said on Friday that its"
        " rates stay where they are, as most had thought that they would.\n```\n",
        good="---\ntitle: Rates\n---\n\nHow to ask for it:\n\n```sh\nrates --all\n```\n",
    ),
    check=check,
)
