"""Tables that fall apart: cells too many, a heading row of another width, no line of dashes."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.document.edits import Span
from reviewer.schema.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

DASHES = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*")
ROW = re.compile(r"\s*\|.*\|\s*")
BAR = re.compile(r"(?<!\\)\|")
HEADLESS = ("jekyll",)
"""Engines whose tables need no heading row."""
FEWEST_ROWS = 3

Row = tuple[int, str]
"""Where a line begins in the file, and what it says."""


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """All runs of lines with bars."""
    if "|" not in subject.body.text:
        return
    for rows in _runs(subject):
        dashes = [n for n, (_start, text) in enumerate(rows) if DASHES.fullmatch(text)]
        if dashes and dashes[0] > 0:
            yield from _uneven(rows[dashes[0] - 1], rows[dashes[0]], rows[dashes[0] + 1 :])
        elif not dashes and subject.site.engine not in HEADLESS and _is_grid(rows):
            yield Said("This table has no line of dashes under its first row.", span=_span(rows[0]))


def _runs(subject: Subject) -> Iterator[list[Row]]:
    """Lines without a blank one between them, those of code left out."""
    body = subject.body
    run: list[Row] = []
    for line in body.lines:
        at = line.start - body.offset
        text = body.markup[at : at + len(line.text)]
        if line.verbatim or "|" not in text:
            if len(run) > 1:
                yield run
            run = []
        else:
            run.append((line.start, text))
    if len(run) > 1:
        yield run


def _uneven(head: Row, dashes: Row, rows: Sequence[Row]) -> Iterator[Said]:
    wanted = _width(dashes)
    if ROW.fullmatch(head[1]) and _width(head) != wanted:
        message = f"The first row has {_width(head)} cells, the line of dashes {wanted}."
        yield Said(message, span=_span(head))
        return
    for row in takewhile(lambda row: ROW.fullmatch(row[1]), rows):
        if _width(row) > wanted:
            yield Said(f"This row has {_width(row)} cells, the table {wanted}.", span=_span(row))


def _is_grid(rows: Sequence[Row]) -> bool:
    widths = {_width(row) for row in rows}
    full = all(ROW.fullmatch(text) for _start, text in rows)
    return full and len(rows) >= FEWEST_ROWS and len(widths) == 1 and min(widths) > 1


def _width(row: Row) -> int:
    text = row[1].strip()
    inner = text.removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return len(BAR.findall(inner)) + 1


def _span(row: Row) -> Span:
    return Span(row[0], row[0] + len(row[1].rstrip()))


RULE = Rule(
    code="broken-table",
    name="Table that falls apart",
    group=Group.MARKUP,
    severity=Severity.WARNING,
    what="Rows with more cells than the table has columns, a first row of another width than the"
    " line of dashes, and tables without such a line.",
    why="Cells too many are not shown; with a wrong line of dashes, or none, the table is shown as"
    " words and bars.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\n| Bank | Rate |\n|---|---|\n| BoJ | 0.5 | 2025 |\n",
        good="---\ntitle: Rates\n---\n\n| Bank | Rate |\n|---|---|\n| BoJ | 0.5 |\n| Fed | |\n",
    ),
    check=check,
)
