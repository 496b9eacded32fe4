"""Sentences that stand twice in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.checks.body.passages import CELL
from reviewer.checks.moments import day
from reviewer.checks.rule import Example, Group, Option, Rule, Said
from reviewer.document.edits import Span, TextEdit
from reviewer.schema.finding import Fix, Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.body.sentences import Sentence
    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

MARKS = "*_\"“”‘’' "


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """Every long sentence against all before it; of a repeated paragraph it is told once."""
    first: dict[str, Sentence] = {}
    again: list[tuple[Sentence, Sentence]] = []
    for each in subject.body.sentences:
        if each.text.count(" ") + 1 < settings["least"]:
            continue
        before = first.setdefault(each.text.strip(MARKS).casefold(), each)
        if before is each or not _counts(subject, before, each):
            continue
        if again and not _follows(subject, again[-1][0], each):
            yield _said(subject, again)
            again = []
        again.append((each, before))
    if again:
        yield _said(subject, again)


def _follows(subject: Subject, one: Sentence, other: Sentence) -> bool:
    """Whether nothing but white space stands between, and no empty line."""
    between = subject.text[one.span.end : other.span.start]
    return not between.strip() and between.count("\n") < 2


def _counts(subject: Subject, before: Sentence, again: Sentence) -> bool:
    """Not the caption below an image, nor the cells of a table."""
    if before.span.end > again.span.start or _is_shown(subject, before.span):
        return False
    cells = (each.whole for each in subject.body.passages if each.kind == CELL)
    return not any(each.covers(again.span) for each in cells)


def _is_shown(subject: Subject, sentence: Span) -> bool:
    """Whether the words stand for an image, whose caption may well repeat them."""
    return any(link.is_image and link.whole.covers(sentence) for link in subject.body.links)


def _said(subject: Subject, again: list[tuple[Sentence, Sentence]]) -> Said:
    (start, before), (end, _before) = again[0], again[-1]
    span = Span(start.span.start, end.span.end)
    what = "This sentence stands" if len(again) == 1 else f"These {len(again)} sentences stand"
    message = f"{what} on line {subject.line(before.span)}, too: {quoted(start.text)}"
    fix = Fix("Remove it here", edits=(TextEdit(span, ""),))
    severity = None if day(subject) else Severity.HINT
    return Said(message, span=span, fixes=(fix,), severity=severity)


RULE = Rule(
    code="repeated-sentence",
    name="Sentence that stands twice",
    group=Group.CONSISTENCY,
    severity=Severity.WARNING,
    what="A longer sentence, or a paragraph, that stands word for word earlier in the same text."
    " Pages without a date, such as manuals, may have to repeat themselves: there it is a hint.",
    why="Texts that were put together from pieces repeat themselves, and readers notice.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\nThe central bank held its rate at two per cent on Friday,"
        " as all had thought.\n\nPrices rise.\n\nThe central bank held its rate at two per cent on"
        " Friday, as all had thought.\n",
        good="---\ntitle: Rates\n---\n\nThe central bank held its rate at two per cent on Friday,"
        " as all had thought.\n\nPrices rise.\n\nThe bank will decide again in March.\n",
    ),
    options=(Option("least", 12, "words from which a sentence counts"),),
    check=check,
)
