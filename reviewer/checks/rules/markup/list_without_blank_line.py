"""Lists that stay part of the paragraph above them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.document.edits import Span, TextEdit
from reviewer.schema.finding import Fix, Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reviewer.checks.body.lines import Line
    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

STRICT = ("mkdocs", "pelican")
"""Engines with Python-Markdown. CommonMark, and kramdown as GitHub writes, need no blank line."""
ITEM = re.compile(r"(?:[-*+]|\d{1,2}\.)[ \t]+\S")
PLAIN = re.compile(r"[\w*_`\"'“‘(]")
"""How paragraphs begin, in contrast to headings, tables, HTML and what extensions have."""


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """The first item below each paragraph."""
    engine = subject.site.engine
    if engine and engine not in STRICT:
        return
    lines = [line for line in subject.body.lines if not line.verbatim]
    for index, line in enumerate(lines):
        if index and ITEM.match(line.text) and _is_below_paragraph(lines, index):
            span = Span(line.start, line.start)
            end = "\r\n" if subject.text[: line.start].endswith("\r\n") else "\n"
            fix = Fix("Put a blank line in", edits=(TextEdit(span, end),), safe=True)
            message = f"A blank line is missing above the list: {quoted(line.text)}"
            whole = Span(line.start, line.start + len(line.text.rstrip()))
            severity = None if engine else Severity.HINT
            yield Said(message, span=whole, fixes=(fix,), severity=severity)


def _is_below_paragraph(lines: Sequence[Line], index: int) -> bool:
    above = lines[index - 1]
    if above.is_blank or not PLAIN.match(above.text) or ITEM.match(above.text):
        return False
    after = lines[index + 1].text if index + 1 < len(lines) else ""
    return (above.text.rstrip().endswith(":") or bool(ITEM.match(after))) and not _in_list(
        lines, index
    )


def _in_list(lines: Sequence[Line], index: int) -> bool:
    """Whether an item stands above, with no blank line between."""
    for line in reversed(lines[:index]):
        if line.is_blank:
            return False
        if ITEM.match(line.text.lstrip()):
            return True
    return False


RULE = Rule(
    code="list-without-blank-line",
    name="List without a blank line above",
    group=Group.MARKUP,
    severity=Severity.WARNING,
    what="A list right below a paragraph, where the site is built with Python-Markdown (MkDocs,"
    " Pelican) or nobody knows with what.",
    why="Python-Markdown shows such items as words of the paragraph, hyphens and all.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\nThe bank said:\n- rates stay\n- prices rise\n",
        good="---\ntitle: Rates\n---\n\nThe bank said:\n\n- rates stay\n- prices rise\n",
    ),
    check=check,
)
