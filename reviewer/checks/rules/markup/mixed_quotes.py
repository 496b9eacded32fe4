"""Straight and curly quotation marks in one text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.document.edits import TextEdit
from reviewer.schema.finding import Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject
    from reviewer.document.edits import Span

STRAIGHT = re.compile(r"(?<![\d\\=])\"(?=\w)[^\"\n]{1,200}\"")
CURLY = re.compile("[“”„]")


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """One finding, at the first mark of the kind that is rarer."""
    if not CURLY.search(subject.body.text) or '"' not in subject.body.text:
        return
    straight: list[Span] = []
    curly: list[Span] = []
    for passage in subject.body.passages:
        words = passage.words
        straight += (passage.span(*found.span()) for found in STRAIGHT.finditer(words))
        curly += (passage.span(*found.span()) for found in CURLY.finditer(words))
    if straight and curly:
        fix = Fix('Make all of them "straight"', edits=tuple(TextEdit(each, '"') for each in curly))
        span = straight[0] if len(straight) < len(curly) else curly[0]
        yield Said("Straight and curly quotation marks are mixed.", span=span, fixes=(fix,))


RULE = Rule(
    code="mixed-quotes",
    name="Mixed quotation marks",
    group=Group.MARKUP,
    severity=Severity.HINT,
    what="Straight and curly double quotation marks in one text.",
    why="It shows that parts of the text came from elsewhere, and looks careless.",
    example=Example(
        bad='---\ntitle: Rates\n---\n\nThe bank said "yes", then “no”.\n',
        good='---\ntitle: Rates\n---\n\nThe bank said “yes”, then “no”. `"a"` 5" long\n',
    ),
    check=check,
)
