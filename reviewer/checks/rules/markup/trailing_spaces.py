"""Spaces at the ends of lines that mean nothing."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.document.edits import Span, TextEdit
from reviewer.schema.finding import Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.body.lines import Line
    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

MANY = re.compile(r"(?<=\S)(?:[ \t]{3,}|\t+)$")
BREAK = "  "
"""Two spaces before another line of the paragraph are a line break, and stay."""


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """All lines of the body that are no code; one finding for all of them."""
    lines = subject.body.lines
    edits = [edit for line, after in zip_longest(lines, lines[1:]) if (edit := _edit(line, after))]
    if edits:
        many = f"{len(edits)} lines end" if len(edits) > 1 else "A line ends"
        fix = Fix("Remove the spaces", edits=tuple(edits), safe=True)
        yield Said(f"{many} in spaces that mean nothing.", span=edits[0].span, fixes=(fix,))


def _edit(line: Line, after: Line | None) -> TextEdit | None:
    found = None if line.verbatim else MANY.search(line.text)
    if found is None:
        return None
    goes_on = after is not None and not after.is_blank and "   " in f" {found[0]}"
    span = Span(*found.span()).shift(line.start)
    return TextEdit(span, BREAK if goes_on else "")


RULE = Rule(
    code="trailing-spaces",
    name="Spaces at the end of lines",
    group=Group.MARKUP,
    severity=Severity.HINT,
    what="Lines that end in three or more spaces, or in tabs. Two spaces are a line break and"
    " are left alone.",
    why="Nobody sees them, and each of them shows up in every comparison of versions.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\nRates stay.    \n\nSo they said.\n",
        good="---\ntitle: Rates\n---\n\nRates stay,  \nso they said.\n",
    ),
    check=check,
)
