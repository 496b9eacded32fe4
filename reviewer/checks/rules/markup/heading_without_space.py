"""Hashes that make no heading because the space behind them is missing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.document.edits import Span, TextEdit
from reviewer.schema.finding import Fix, Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

LENIENT = ("mkdocs", "pelican")
"""Engines with Python-Markdown, which needs no space."""
HASHES = re.compile(r" {0,3}(#{2,6})(?=[^\W_][^#]*$|\*\*\w)")
"""One hash alone may be a tag."""


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """Lines outside of code and HTML."""
    if subject.site.engine in LENIENT:
        return
    for line in subject.body.lines:
        if not line.verbatim and (found := HASHES.match(line.text)):
            at = line.start + found.end()
            fix = Fix("Put the space in", edits=(TextEdit(Span(at, at), " "),), safe=True)
            message = f"{quoted(line.text)} is no heading without a space behind the hashes."
            span = Span(line.start + found.start(1), line.start + len(line.text.rstrip()))
            yield Said(message, span=span, fixes=(fix,))


RULE = Rule(
    code="heading-without-space",
    name="Heading without a space",
    group=Group.MARKUP,
    severity=Severity.WARNING,
    what="A line that begins with two or more hashes and no space behind them.",
    why="Most engines show the hashes as they are and no heading.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\n##Japan\n\nRates stay.\n",
        good="---\ntitle: Rates\n---\n\n## Japan\n\n#rates stay.\n",
    ),
    check=check,
)
