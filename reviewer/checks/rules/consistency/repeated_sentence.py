"""Sentences that stand twice in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.body.passages import ITEM, PARAGRAPH, QUOTE
from reviewer.checks.body.sentences import sentences_of
from reviewer.checks.moments import day
from reviewer.checks.rule import Example, Group, Option, Rule, Said
from reviewer.document.edits import Span, TextEdit
from reviewer.schema.finding import Fix, Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

KINDS = (PARAGRAPH, ITEM, QUOTE)


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """Every long sentence against all before it; of a repeated paragraph it is told once."""
    first: dict[str, Span] = {}
    for passage in subject.body.passages:
        if passage.kind not in KINDS:
            continue
        again: list[tuple[Span, Span, str]] = []
        for sentence in sentences_of(passage):
            words = re.findall(r"\w+", sentence.text.casefold())
            if len(words) < settings["least"]:
                continue
            before = first.setdefault(" ".join(words), sentence.span)
            if before.end < sentence.span.start and not _is_shown(subject, before):
                again.append((sentence.span, before, sentence.text))
        if again:
            yield _said(subject, again)


def _is_shown(subject: Subject, sentence: Span) -> bool:
    """Whether the words stand for an image, whose caption may well repeat them."""
    return any(link.is_image and link.whole.covers(sentence) for link in subject.body.links)


def _said(subject: Subject, again: list[tuple[Span, Span, str]]) -> Said:
    (start, before, text), (end, _before, _text) = again[0], again[-1]
    span = Span(start.start, end.end)
    what = "This sentence stands" if len(again) == 1 else f"These {len(again)} sentences stand"
    message = f"{what} on line {subject.line(before)}, too: {quoted(text)}"
    fix = Fix("Remove it here", edits=(TextEdit(span, ""),))
    fixes = (fix,) if len(again) == 1 else ()
    return Said(message, span=span, fixes=fixes, severity=None if day(subject) else Severity.HINT)


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
