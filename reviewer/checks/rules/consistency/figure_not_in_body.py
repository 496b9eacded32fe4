"""Amounts, shares and counts that only a summary knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.quantities import agrees, figures_in, nearest
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


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """Every figure of the summaries against all figures of the body."""
    told = [
        (each, figure)
        for each in retellings(subject, settings["fields"])
        for figure in figures_in(each.text)
        if _counts(figure, each)
    ]
    known = _figures_of_body(subject) if told else []
    for each, figure in told:
        if agrees(figure, known) or (figure.is_plain and _stands_in(subject, figure)):
            continue
        yield Said(_message(figure, nearest(figure, known), each), path=each.path)


def _figures_of_body(subject: Subject) -> list[Figure]:
    """The figures of the text, and the plain ones that stand in addresses or code."""
    found = [figure for each in subject.body.passages for figure in figures_in(each.words)]
    return found or list(figures_in(subject.body.text))


def _stands_in(subject: Subject, figure: Figure) -> bool:
    """Whether a bare number stands anywhere, in code, in an address or in a name such as XX64."""
    number = rf"(?<![\d.,]){re.escape(figure.text)}(?![\d]|[.,]\d)"
    return re.search(number, f"{subject.title}\n{subject.body.text}") is not None


def _counts(figure: Figure, where: Retelling) -> bool:
    """Titles number their lists, versions and editions, which no text need repeat."""
    if not figure.is_plain:
        return True
    is_count = len(figure.values) == 1 and figure.values[0] == figure.values[0].to_integral_value()
    return where.path[0] != TITLE and is_count and figure.values[0] >= SMALL


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
