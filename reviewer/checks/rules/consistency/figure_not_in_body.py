"""Amounts, shares and counts that only a summary knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.quantities import agrees, counted, figures_in, nearest
from reviewer.checks.rule import Example, Group, Option, Rule, Said
from reviewer.checks.summaries import FIELDS, TITLE, retellings
from reviewer.schema.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.quantities import Figure
    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject
    from reviewer.checks.summaries import Retelling

SMALL = 13
"""Bare numbers below this are as often a way of speaking as a fact."""
SMALL_RANGE = 100
"""Below it two numbers with a hyphen may be a score, pages or a model."""


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """Every figure of the summaries against all figures of the body."""
    told = [
        (each, figure)
        for each in retellings(subject, settings["fields"])
        for figure in figures_in(each.text)
        if _counts(figure, each)
    ]
    if not told:
        return
    body = _figures_of_body(subject)
    known = [figure for figure, _counted in body]
    for each, figure in told:
        if agrees(figure, known) or (figure.is_plain and _stands_in(subject, figure)):
            continue
        what = counted(each.text, figure)
        same = [other for other, word in body if word == what and other.is_plain] if what else []
        meant = next(iter(same), None) if figure.is_plain else nearest(figure, known)
        yield Said(_message(figure, meant, each), path=each.path)


def _figures_of_body(subject: Subject) -> list[tuple[Figure, str]]:
    """The figures of the text with what they count; else those that stand in code."""
    texts = [each.words for each in subject.body.passages]
    found = [(figure, counted(text, figure)) for text in texts for figure in figures_in(text)]
    return found or [(figure, "") for figure in figures_in(subject.body.text)]


def _stands_in(subject: Subject, figure: Figure) -> bool:
    """Whether a bare number stands anywhere, in code, in an address or in a name such as XX64."""
    number = rf"(?<![\d.,]){re.escape(figure.text)}(?![\d]|[.,]\d)"
    return re.search(number, f"{subject.title}\n{subject.body.text}") is not None


def _counts(figure: Figure, where: Retelling) -> bool:
    """Titles number their lists, versions and editions, which no text need repeat."""
    if not figure.is_plain:
        return True
    if where.path[0] == TITLE or any(each != each.to_integral_value() for each in figure.values):
        return False
    least = SMALL if len(figure.values) == 1 else SMALL_RANGE
    return figure.values[0] >= least


def _message(figure: Figure, meant: Figure | None, where: Retelling) -> str:
    if meant is not None:
        return f"{where.where} says {figure.text}; the body says {meant.text}."
    return f"{where.where} says {figure.text}; the body does not."


RULE = Rule(
    code="figure-not-in-body",
    name="Figure that the body does not have",
    group=Group.CONSISTENCY,
    severity=Severity.WARNING,
    what="Amounts, percentages and counts in title, description or summary that do not occur in"
    " the body. Ranges, scales, currencies and roundings are understood: $2–3bn is two to three"
    " billion dollars.",
    why="A summary is read more often than the text, and a wrong figure in it is quoted as the"
    " post's. Where both differ, one of them is wrong.",
    example=Example(
        bad="---\ntitle: A plant for Ohio\ntldr:\n  - The effect on GDP could be $7-11 billion.\n"
        "---\n\nThe effect on GDP could be around $6-11 billion over five years.\n",
        good="---\ntitle: A plant for Ohio\ntldr:\n  - The effect on GDP could be $6–11bn.\n"
        "---\n\nThe effect on GDP could be around $6-11 billion over five years.\n",
    ),
    options=(Option("fields", FIELDS, "the fields that retell the body"),),
    check=check,
)
